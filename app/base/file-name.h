/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of files made from data: what an event, a list or a category is called, without what a file's name must not
 * have.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest name that is made, its ending included, in bytes: with room for what others put around it (file systems
 * take 255). */
#define MARATHON_FILE_NAME_MAX 200

/**
 * marathon_file_name_make:
 * @text: any text, valid UTF-8 or not
 * @fallback: a good name, where nothing is left of @text
 * @ending: such as ".pdf"; may be ""
 *
 * The result is one name, never a path. What separates folders, and what other systems forbid (\ : * ? " < > |),
 * becomes "-"; line ends and other control characters, and those that turn the direction of text around and so could
 * hide the ending, become spaces. It begins with neither a dot, which would hide the file, nor a hyphen, which commands
 * take for an option; and does not end in a blank or, before @ending, in a dot.
 *
 * Returns: (transfer full): at most MARATHON_FILE_NAME_MAX bytes of valid UTF-8 that end in @ending
 */
char *marathon_file_name_make (const char *text, const char *fallback, const char *ending);

G_END_DECLS
