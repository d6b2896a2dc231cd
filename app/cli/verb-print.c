/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli print: a list as PDF.
 */
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/list-arguments.h"
#include "printing/page-layout.h"
#include "printing/report-files.h"

static MarathonExit
print_list (MarathonListArguments *arguments, MarathonPaper paper, const char *output)
{
  g_autoptr (MarathonReport) report = marathon_list_arguments_build (arguments);
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (report == NULL)
    return MARATHON_EXIT_REFUSED;
  marathon_paper_for_report (report, &paper);
  good = marathon_report_save_pdf (report, &paper, arguments->time, output, marathon_command_show_progress,
                                   (gpointer) _ ("Printing"), NULL, &error);
  marathon_command_end_progress ();
  if (!good)
    return marathon_command_refuse_error (error);
  marathon_list_arguments_say_done (arguments, output, report);
  return MARATHON_EXIT_DONE;
}

static MarathonExit
run (int argc, char **argv)
{
  MarathonListArguments arguments = { .command = &marathon_command_print };
  g_autofree char *output = NULL;
  g_autofree char *paper_name = NULL;
  gboolean landscape = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF file to write (LIST.pdf)"), N_ ("OUT.pdf") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_name, N_ ("Paper (A4)"), "A4|Letter" },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &landscape, N_ ("Turn the paper; wide lists turn it by themselves"), NULL },
    MARATHON_LIST_ARGUMENT_ENTRIES (arguments),
    { NULL },
  };
  MarathonPaper paper;
  MarathonExit exit;

  if (marathon_command_parse (&marathon_command_print, entries, 2, &argc, &argv, &exit)
      && marathon_list_arguments_check (&arguments, argv[2], &exit))
    {
      if (!marathon_paper_parse (paper_name != NULL ? paper_name : "A4", landscape, &paper))
        exit = marathon_command_misuse (&marathon_command_print, _ ("--%s: “%s” is not one of: %s"), "paper", paper_name, "A4, Letter");
      else
        {
          if (output == NULL)
            output = g_strconcat (argv[2], ".pdf", NULL);
          if (marathon_list_arguments_load (&arguments, argv[1], output, &exit))
            exit = print_list (&arguments, paper, output);
        }
    }
  marathon_list_arguments_clear (&arguments);
  return exit;
}

const MarathonCommand marathon_command_print = {
  "print", "FILE LIST", N_ ("Write a list as PDF"),
  "marathon-cli print spring.marathon waves --output waves.pdf --paper A4", run,
  marathon_list_arguments_tell_lists,
};
