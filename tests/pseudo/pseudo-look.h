/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking through windows that run in the language of make-pseudo.py: for words that are not translated, and for words
 * that have not the room they need.
 *
 * What is looked at: labels and inscriptions that are shown, texts that stand in empty fields, tooltips, and what screen
 * readers say. What GTK says by itself is not: days in its calendar, names of keys.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Whether @text is free of words that the language would have changed: of two and more ASCII letters in a row. */
gboolean pseudo_look_is_translated (const char *text);

/**
 * pseudo_look_find_plain:
 * @known: (array zero-terminated=1): texts that are nobody's to translate: names out of the event, file names; whole, or
 *   as words of a longer text
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each text in @root that is not translated
 */
GPtrArray *pseudo_look_find_plain (GtkWidget *root, const char *const *known);

/**
 * pseudo_look_find_cut:
 *
 * Finds texts in @root that are shown in part only. Not meant are those in cells of tables and whatever else may be cut
 * because a tooltip shows it whole.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each
 */
GPtrArray *pseudo_look_find_cut (GtkWidget *root);

/** Says all @complaints and fails the test where there are any; takes them. */
void pseudo_look_assert_none (GPtrArray *complaints);

G_END_DECLS
