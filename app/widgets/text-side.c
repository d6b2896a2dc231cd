/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side of a text.
 */
#include "widgets/text-side.h"

#include "printing/list-text.h"

/* Whether @text is read from right to left; text without letters, as the interface is. */
static gboolean
reads_from_right (const char *text, gboolean otherwise)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0' ? marathon_list_reads_from_right (text) : otherwise;
}

void
marathon_inscription_set_side (GtkInscription *inscription, const char *text, gboolean is_numeric)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (inscription)) == GTK_TEXT_DIR_RTL;
  gboolean is_at_right = is_mirrored || is_numeric;

  gtk_inscription_set_xalign (inscription, is_at_right != reads_from_right (text, is_mirrored) ? 1 : 0);
  gtk_inscription_set_text (inscription, text);
}
