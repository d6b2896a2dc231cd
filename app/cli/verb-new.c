/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli new: an event file from a template.
 */
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "document/event-template.h"

static MarathonExit
run (int argc, char **argv)
{
  g_autofree char *template = NULL;
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_ ("Start from this template (blank)"), N_ ("NAME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the event"), N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Day of the race"), N_ ("YYYY-MM-DD") },
    { NULL },
  };
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  MarathonNewEvent what = { NULL };
  MarathonIdSource ids;
  MarathonExit exit;

  if (!marathon_command_parse (&marathon_command_new, entries, 1, &argc, &argv, &exit))
    return exit;
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    return marathon_command_refuse (_ ("%s: there is such a file already; nothing was changed"), argv[1]);
  what.template = template;
  what.title = name;
  what.date = date;
  marathon_id_source_init_random (&ids);
  document = marathon_document_new_from_template (&what, &ids, &error);
  if (document == NULL)
    return marathon_command_refuse_error (error);
  exit = marathon_command_save (document, argv[1]);
  if (exit == MARATHON_EXIT_DONE && marathon_event_get_info (marathon_document_get_event (document))->date == MARATHON_DATE_UNKNOWN)
    g_print ("%s\n", _ ("The event has no date yet: until it has one, nobody's age on the day of the race is known."));
  return exit;
}

const MarathonCommand marathon_command_new = {
  "new", "FILE", N_ ("Make an event file from a template"),
  "marathon-cli new spring.marathon --template city-marathon --name \"Spring Marathon\" --date 2027-04-11", run,
};
