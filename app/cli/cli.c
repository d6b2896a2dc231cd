/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line as a whole: which verb is meant.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/command.h"

static const MarathonCommand *const commands[] = {
  &marathon_command_new,  &marathon_command_info,  &marathon_command_check, &marathon_command_import,
  &marathon_command_plan, &marathon_command_apply, &marathon_command_print, &marathon_command_export,
  &marathon_command_redact,
};

static char *
make_help (void)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n  marathon-cli %s\n\n%s\n", _ ("Usage:"), _ ("VERB FILE … [OPTION …]"), _ ("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-7s %-33s %s\n", commands[i]->name, commands[i]->arguments, _ (commands[i]->summary));
  g_string_append_printf (help, "\n%s\n%s\n", _ ("“marathon-cli VERB --help” tells more of a verb."),
                          _ ("Exit status: 0 done, 1 refused or problems found, 2 wrong usage."));
  return g_string_free (help, FALSE);
}

static int
run_verb (const char *verb, int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, verb) == 0)
      return (int) commands[i]->run (argc, argv);
  marathon_command_refuse (_ ("there is no verb “%s”"), verb);
  g_printerr ("%s\n", _ ("Try “marathon-cli --help”."));
  return MARATHON_EXIT_USAGE;
}

int
marathon_cli_run (int argc, char **argv)
{
  g_autofree char *help = make_help ();
  const char *verb = argv[1];

  if (argc < 2)
    {
      g_printerr ("%s", help);
      return MARATHON_EXIT_USAGE;
    }
  if (strcmp (verb, "help") == 0 && argc > 2)
    return run_verb (argv[2], 2, (char *[]) { argv[2], (char *) "--help", NULL });
  if (strcmp (verb, "--help") == 0 || strcmp (verb, "-h") == 0 || strcmp (verb, "help") == 0)
    {
      g_print ("%s", help);
      return MARATHON_EXIT_DONE;
    }
  if (strcmp (verb, "--version") == 0)
    {
      g_print ("marathon-cli %s\n", MARATHON_VERSION);
      return MARATHON_EXIT_DONE;
    }
  return run_verb (verb, argc - 1, argv + 1);
}
