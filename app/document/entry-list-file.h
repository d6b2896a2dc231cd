/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By which names files of entry lists are known.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer none) (array zero-terminated=1): "csv" …, without the dot; the first is that of lists we write. */
const char *const *marathon_entry_list_get_endings (void);

/** Whether the file's name says that it is an entry list. */
gboolean marathon_is_entry_list (const char *path);

G_END_DECLS
