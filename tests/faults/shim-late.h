/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A planted mistake: a file is synced only after it was renamed.
 */
#pragma once

/** The file at @path was to be synced and was not. */
void shim_late_put_off (const char *path);

/** What was at @path is now @new_path in @new_fd: syncs it where that was put off. */
void shim_late_make_up (const char *path, int new_fd, const char *new_path);
