/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether project files are what the schema says, as a program of other people sees it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * schema_check_run:
 * @arguments: a program, which must be there, and its arguments, ending with %NULL
 * @said: (out) (transfer full): its standard error
 *
 * Returns: whether it ended well
 */
gboolean schema_check_run (const char *const *arguments, char **said);

/** Whether the file @path is valid; what is wrong with it in @said. */
gboolean schema_check_file (const char *path, char **said);

/** The same of a file's text. */
gboolean schema_check_text (const char *text, char **said);

G_END_DECLS
