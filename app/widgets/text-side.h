/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At which side of a column a text of any script stands.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * marathon_inscription_set_side:
 * @is_numeric: numbers stand at the right in every script, last digit above last digit; all else at the start of the column
 *
 * Shows @text there. An inscription takes its alignment as of the text's own direction, so that another text may ask for
 * another one.
 */
void marathon_inscription_set_side (GtkInscription *inscription, const char *text, gboolean is_numeric);

G_END_DECLS
