/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonChoice: one thing to choose from a list: the text that files have, and the label that people see.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_CHOICE (marathon_choice_get_type ())
G_DECLARE_FINAL_TYPE (MarathonChoice, marathon_choice, MARATHON, CHOICE, GObject)

/* Properties (read only): "text", "label", "words" (strings; the last is marathon_choice_mark_words() of the label) */

/** Returns: (transfer full) */
MarathonChoice *marathon_choice_new (const char *text, const char *label);

const char *marathon_choice_get_text  (MarathonChoice *choice);
const char *marathon_choice_get_label (MarathonChoice *choice);

/**
 * marathon_choice_mark_words:
 *
 * Returns: (transfer full): @text folded, with a blank before each word and nothing else between them, so that the
 * beginning of any word, or of several in a row, is found by looking for what was typed in the same form; "" where
 * there is no word. Of such a text it makes the same again.
 */
char *marathon_choice_mark_words (const char *text);

/** Whether the label, or else the text, starts with @typed, whatever the case. */
gboolean marathon_choice_starts_with (MarathonChoice *choice, const char *typed);

G_END_DECLS
