/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generated events: written as project files and read.
 */
#include "generated-event.h"

#include "formats/project-reader.h"

static void
append_entrant (GString *text, guint number)
{
  g_string_append_printf (text, "<entrant id=\"%016x\" bib=\"%u\" family=\"Runner %u\"", number, number, number);
  g_string_append_printf (text, " given=\"Rün %u\" sex=\"%c\" category=\"mass\"", number % 97, "MFX"[number % 3]);
  if (number % 10 != 0)
    {
      g_string_append (text, "/>\n");
      return;
    }
  g_string_append_printf (text,
                          ">\n<contact email=\"runner-%u@example.org\"/>\n<medical note=\"Note &amp; %u\"/>\n"
                          "<guide id=\"%016x\" family=\"Guide %u\"/>\n</entrant>\n",
                          number, number, 0x70000000u + number, number);
}

static void
append_entrants (GString *text, const char *container, guint n, gboolean is_bin)
{
  g_string_append_printf (text, "<%s>\n", container);
  for (guint number = 1; number <= n; number++)
    if ((number % 100 == 0) == is_bin)
      append_entrant (text, number);
  g_string_append_printf (text, "</%s>\n", container);
}

MarathonEvent *
generated_event_new (guint n)
{
  g_autoptr (GString) text = g_string_new ("<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"00000000000000e1\""
                                           " title=\"Generated\">\n"
                                           "<categories><category id=\"mass\" name=\"Mass\"/></categories>\n");
  g_autoptr (GError) error = NULL;
  MarathonEvent *event;

  append_entrants (text, "entrants", n, FALSE);
  append_entrants (text, "bin", n, TRUE);
  g_string_append (text, "</event>\n");
  event = marathon_project_from_text (text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return event;
}
