/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli export: a list, or all entrants with all their fields, as CSV.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/list-arguments.h"
#include "formats/entries-export.h"
#include "printing/report-files.h"

typedef struct {
  MarathonEvent *event;
  MarathonExportOptions options;
} Export;

static gboolean
produce_entrants (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  Export *export = user_data;

  return marathon_entries_export (export->event, &export->options, marathon_file_sink_write, sink, error);
}

static MarathonExit
export_entrants (MarathonListArguments *arguments, gboolean raw, const char *output)
{
  Export export = { marathon_document_get_event (arguments->document), { .audience = arguments->audience, .raw = raw, .bom = !raw } };
  MarathonExit exit = marathon_command_write (output, produce_entrants, &export);

  if (exit == MARATHON_EXIT_DONE)
    g_print ("%s: %s\n", output, _ (marathon_audience_words[arguments->audience].label));
  return exit;
}

static MarathonExit
export_list (MarathonListArguments *arguments, gboolean raw, const char *output)
{
  g_autoptr (MarathonReport) report = marathon_list_arguments_build (arguments);
  g_autoptr (GError) error = NULL;

  if (report == NULL)
    return MARATHON_EXIT_REFUSED;
  if (!marathon_report_save_csv (report, raw, output, NULL, &error))
    return marathon_command_refuse_error (error);
  marathon_list_arguments_say_done (arguments, output, report);
  return MARATHON_EXIT_DONE;
}

static MarathonExit
run (int argc, char **argv)
{
  MarathonListArguments arguments = { .command = &marathon_command_export };
  g_autofree char *output = NULL;
  gboolean raw = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The CSV file to write (LIST.csv)"), N_ ("OUT.csv") },
    { "raw", 0, 0, G_OPTION_ARG_NONE, &raw, N_ ("For programs: exact cells, no guard against spreadsheet formulas, no byte order mark"), NULL },
    MARATHON_LIST_ARGUMENT_ENTRIES (arguments),
    { NULL },
  };
  MarathonExit exit;

  if (marathon_command_parse (&marathon_command_export, entries, 2, &argc, &argv, &exit)
      && marathon_list_arguments_check (&arguments, argv[2], &exit))
    {
      gboolean whole = strcmp (argv[2], "entrants") == 0;

      if (output == NULL)
        output = g_strconcat (argv[2], ".csv", NULL);
      if (whole && (arguments.category != NULL || arguments.wave != NULL))
        exit = marathon_command_misuse (&marathon_command_export,
                                        _ ("the export “entrants” is always of all; “categories” and “waves” take --category and --wave"));
      else if (marathon_list_arguments_load (&arguments, argv[1], output, &exit))
        exit = (whole ? export_entrants : export_list) (&arguments, raw, output);
    }
  marathon_list_arguments_clear (&arguments);
  return exit;
}

const MarathonCommand marathon_command_export = {
  "export", "FILE LIST", N_ ("Write a list as CSV"),
  "marathon-cli export spring.marathon entrants --audience everything --raw --output entrants.csv", run,
  marathon_list_arguments_tell_lists,
};
