/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli redact: personal data out of an event after the race, for good.
 */
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "document/personal-data.h"

static char *
tell_more (void)
{
  return g_strdup_printf ("\n%s\n", _ ("contact takes out e-mail addresses, phone numbers, emergency contacts, medical "
                                       "notes and your own fields that only\n"
                                       "medics or the owner may see. Notes stay, whatever they say.\n"
                                       "all takes out names too, of officials as well, and everything else by which a "
                                       "person could be known: birth dates (the age\n"
                                       "on the race day stays), towns, clubs, licences, chips, honours, tags, notes, "
                                       "free texts. Everybody gets a new id. Sex, nation,\n"
                                       "class, category, wave, bib, entry route, times and places stay.\n"
                                       "Both empty the bin, and delete FILE~, all versions and all kept changes of the "
                                       "event. This cannot be undone. Copies of the file,\n"
                                       "exported lists and prints are not reached, nor is what a disk still holds of "
                                       "deleted files. Without --yes nothing is changed."));
}

static MarathonExit
refuse_without_yes (MarathonDocument *document, MarathonPersonalDepth depth)
{
  MarathonPersonalCount count;
  g_autoptr (GPtrArray) lines = NULL;

  marathon_personal_count (marathon_document_get_event (document), &count);
  lines = marathon_personal_describe (&count, depth);
  if (lines->len > 0)
    g_print ("%s\n", _ ("This would be removed, and could not be brought back:"));
  for (guint i = 0; i < lines->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (lines, i));
  return marathon_command_refuse (_ ("nothing was changed. With --yes it is removed for good."));
}

static MarathonExit
redact (MarathonDocument *document, MarathonPersonalDepth depth)
{
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_document_remove_personal_data (document, depth, marathon_command_show_progress,
                                                          (gpointer) _ ("Removing"), NULL, &error);

  marathon_command_end_progress ();
  if (!good)
    return marathon_command_refuse_error (error);
  g_print ("%s\n", _ ("The personal data was removed."));
  return MARATHON_EXIT_DONE;
}

static MarathonExit
run (int argc, char **argv)
{
  gboolean yes = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do it; without this, only tell what would be removed"), NULL },
    { NULL },
  };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonExit exit;
  int depth;

  if (!marathon_command_parse (&marathon_command_redact, entries, 2, &argc, &argv, &exit))
    return exit;
  depth = marathon_words_find (marathon_personal_depth_words, argv[2]);
  if (depth < 0)
    return marathon_command_misuse (&marathon_command_redact, _ ("“%s” is neither “contact” nor “all”"), argv[2]);
  document = marathon_command_load (argv[1]);
  if (document == NULL)
    return MARATHON_EXIT_REFUSED;
  return yes ? redact (document, (MarathonPersonalDepth) depth)
             : refuse_without_yes (document, (MarathonPersonalDepth) depth);
}

const MarathonCommand marathon_command_redact = {
  "redact",
  "FILE contact|all",
  N_ ("Remove personal data after the event; cannot be undone"),
  "marathon-cli redact spring.marathon contact --yes",
  run,
  tell_more,
};
