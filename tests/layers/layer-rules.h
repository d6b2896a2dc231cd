/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of the house, as functions of one file's path and text: who may include what, what each file must and must
 * not say.
 *
 * Paths are written from the project's folder ("app/model/roster.c"). A rule appends one sentence per offence,
 * "path:line: what", to an array of strings with g_free as its free function.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** All rules for one C file of app/ or tests/: floors, walls, licence line, unfinished work, skipped tests. */
void layer_check_source (const char *path, const char *text, GPtrArray *complaints);

/** Whether the C file or template holds words for people, and so has to be listed for translators. */
gboolean layer_needs_translation (const char *path, const char *text);

/**
 * layer_mirrored:
 *
 * Returns: (transfer full) (nullable): what a test on a floor tests, without its ending: "app/base/date" for
 * "tests/base/date-test.c"; %NULL for everything else
 */
char *layer_mirrored (const char *path);

G_END_DECLS
