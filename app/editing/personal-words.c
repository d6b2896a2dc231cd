/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would be removed, in words.
 */
#include <glib/gi18n-lib.h>

#include "editing/personal-removal.h"

/* Takes over @text. */
static void
add (GPtrArray *lines, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (lines, text);
  else
    g_free (text);
}

GPtrArray *
marathon_personal_describe (const MarathonPersonalCount *count, MarathonPersonalDepth depth)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add (lines, count->n_reachable,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant has an e-mail address or a phone number",
                                     "%'u entrants have an e-mail address or a phone number", count->n_reachable),
                        count->n_reachable));
  add (lines, count->n_emergency,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant has an emergency contact",
                                     "%'u entrants have an emergency contact", count->n_emergency),
                        count->n_emergency));
  add (lines, count->n_medical,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant has a medical note",
                                     "%'u entrants have a medical note", count->n_medical),
                        count->n_medical));
  add (lines, count->n_custom,
       g_strdup_printf (
           g_dngettext (
               GETTEXT_PACKAGE, "%'u entrant has something in a field of your own that only medics or you may see",
               "%'u entrants have something in fields of your own that only medics or you may see", count->n_custom),
           count->n_custom));
  add (lines, count->n_binned,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u deleted entrant is still kept",
                                     "%'u deleted entrants are still kept", count->n_binned),
                        count->n_binned));
  if (depth == MARATHON_PERSONAL_ALL)
    {
      add (lines, count->n_named,
           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant is known by name",
                                         "%'u entrants are known by name", count->n_named),
                            count->n_named));
      add (lines, count->n_guides,
           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u guide is known by name", "%'u guides are known by name",
                                         count->n_guides),
                            count->n_guides));
      add (lines, count->n_officials,
           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u official is known by name",
                                         "%'u officials are known by name", count->n_officials),
                            count->n_officials));
      add (lines, count->n_notes,
           g_strdup_printf (
               g_dngettext (GETTEXT_PACKAGE, "%'u entrant has a note", "%'u entrants have a note", count->n_notes),
               count->n_notes));
    }
  if (count->has_newer)
    g_ptr_array_add (lines,
                     g_strdup (_ ("A newer version of Marathon has added something that this one does not know")));
  return lines;
}
