/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli print: a list as PDF.
 */
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/list-arguments.h"
#include "printing/page-layout.h"
#include "printing/pdf-writer.h"

typedef struct {
  MarathonReport *report;
  const MarathonPaper *paper;
  const char *creation_date;
  MarathonFileSink *sink;
} Printing;

static gboolean
write_bytes (gpointer user_data, const guint8 *data, gsize length, GError **error)
{
  return marathon_file_sink_write ((const char *) data, length, ((Printing *) user_data)->sink, error);
}

static gboolean
show_progress (gpointer user_data, guint page, guint n_pages)
{
  marathon_command_show_progress (page, n_pages, (gpointer) _ ("Printing"));
  return TRUE;
}

static gboolean
produce (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  Printing *printing = user_data;

  printing->sink = sink;
  return marathon_pdf_write (printing->report, printing->paper, printing->creation_date, write_bytes, printing, show_progress,
                             NULL, error);
}

static MarathonExit
print_list (MarathonListArguments *arguments, MarathonPaper paper, const char *output)
{
  g_autofree char *creation_date = marathon_instant_format (arguments->time);
  Printing printing = { .paper = &paper, .creation_date = creation_date };
  MarathonExit exit;

  printing.report = marathon_list_arguments_build (arguments);
  if (printing.report == NULL)
    return MARATHON_EXIT_REFUSED;
  marathon_paper_for_report (printing.report, &paper);
  exit = marathon_command_write (output, produce, &printing);
  if (exit == MARATHON_EXIT_DONE)
    marathon_list_arguments_say_done (arguments, output, printing.report);
  marathon_report_unref (printing.report);
  return exit;
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
