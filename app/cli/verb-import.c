/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli import: an entry list in CSV into an event.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/command.h"
#include "document/project-file.h"
#include "editing/import-edit.h"

/* More lines of notes than these are for the report. */
#define MOST_NOTES 20
/* The limit of a file (design section 3). */
#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)

static const MarathonWord bibs_words[] = { { "keep", "" }, { "fill", "" }, { "replace", "" }, { NULL } };
static const MarathonWord dates_words[] = { { "", "" }, { "DMY", "" }, { "MDY", "" }, { "YMD", "" }, { NULL } };

typedef struct {
  char **mappings;
  gboolean update;
  gboolean dry_run;
  char *bibs;
  char *dates;
  char *report;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->mappings);
  g_free (options->bibs);
  g_free (options->dates);
  g_free (options->report);
  g_free (options->output);
}

static void
print_result (const MarathonImport *import)
{
  g_autofree char *summary = marathon_import_format_summary (import);
  g_autofree char *notes = marathon_import_format_notes (import, MOST_NOTES);

  g_print ("%s%s", summary, notes);
}

static MarathonExit
write_report (const MarathonImport *import, const char *path)
{
  g_autofree char *report = NULL;

  if (path == NULL)
    return MARATHON_EXIT_DONE;
  report = marathon_import_format_report (import);
  return marathon_command_write_text (path, report, strlen (report));
}

static MarathonImport *
read_entries (MarathonEvent *event, const char *path, const MarathonImportOptions *options, MarathonExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (path, MOST_BYTES, &error);
  g_autoptr (MarathonCsvTable) table = NULL;
  MarathonImport *import = NULL;
  MarathonIdSource ids;

  if (bytes == NULL)
    {
      *exit = marathon_command_refuse_error (error);
      return NULL;
    }
  table = marathon_csv_table_new (bytes, NULL, &error);
  marathon_id_source_init_random (&ids);
  if (table != NULL)
    import = marathon_import_new (event, table, options, &ids, &error);
  if (import == NULL)
    *exit = g_error_matches (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING)
              ? marathon_command_misuse (&marathon_command_import, "%s: %s", path, error->message)
              : marathon_command_refuse ("%s: %s", path, error->message);
  return import;
}

/* The fields that --map can name. */
static char *
tell_more (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  g_autoptr (GString) keys = g_string_new (NULL);
  gsize line = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);

      if (keys->len - line > 90)
        {
          g_string_append (keys, "\n ");
          line = keys->len;
        }
      g_string_append_printf (keys, " %s", info->key);
    }
  return g_strdup_printf (_ ("\nFields:\n %s name age guide-of guide-role guide-name\n  x-ANYTHING for a field of the event's own\n"
                             "An empty cell changes nothing, an import never deletes. Refused rows and values are named; the status is 0\n"
                             "where the rest was taken in.\n"),
                          keys->str);
}

static MarathonExit
import_entries (MarathonDocument *document, const char *path, const MarathonImportOptions *import_options, const Options *options)
{
  MarathonExit exit = MARATHON_EXIT_REFUSED;
  g_autoptr (MarathonImport) import = read_entries (marathon_document_get_event (document), path, import_options, &exit);
  g_autoptr (GError) error = NULL;

  if (import == NULL)
    return exit;
  /* A dry run applies too, so that it finds all that the run itself would find; only saving is left out. */
  if (!marathon_import_apply (marathon_document_get_history (document), import, &error))
    return marathon_command_refuse ("%s: %s", path, error->message);
  /* The report first: where it cannot be written, nothing is to be changed. */
  exit = write_report (import, options->report);
  if (exit == MARATHON_EXIT_DONE && !options->dry_run)
    exit = marathon_command_save (document, options->output);
  if (exit != MARATHON_EXIT_DONE)
    return exit;
  print_result (import);
  if (options->dry_run)
    g_print ("%s\n", _ ("Nothing was changed: this was a dry run."));
  return MARATHON_EXIT_DONE;
}

static MarathonExit
run_with (Options *options, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->mappings,
      N_ ("The column holds this field; “COLUMN=” ignores it; may be given often"), N_ ("COLUMN=FIELD") },
    { "update", 0, 0, G_OPTION_ARG_NONE, &options->update, N_ ("Also change entrants who are in the event already"), NULL },
    { "bibs", 0, 0, G_OPTION_ARG_STRING, &options->bibs, N_ ("With --update: what becomes of bibs that people have (keep)"),
      "keep|fill|replace" },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &options->dates, N_ ("How dates such as 03/04/1980 are to be read"), "DMY|MDY|YMD" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, N_ ("Say what would happen and change nothing"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report, N_ ("Write every refused or altered value to this file"), N_ ("REPORT.csv") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("Save to this file instead of FILE"), N_ ("NEW") },
    { NULL },
  };
  MarathonImportOptions import_options = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonExit exit;
  int bibs = 0, dates = 0;

  if (!marathon_command_parse (&marathon_command_import, entries, 2, &argc, &argv, &exit))
    return exit;
  if (options->bibs != NULL)
    bibs = marathon_command_find_word (&marathon_command_import, "bibs", bibs_words, options->bibs);
  if (options->dates != NULL)
    dates = marathon_command_find_word (&marathon_command_import, "dates", dates_words, options->dates);
  if (bibs < 0 || dates < 0 || !marathon_command_spares (&marathon_command_import, options->report, argv[1])
      || !marathon_command_spares (&marathon_command_import, options->report, argv[2])
      || !marathon_command_spares (&marathon_command_import, options->output, argv[2])
      || !marathon_command_spares (&marathon_command_import, options->report, options->output))
    return MARATHON_EXIT_USAGE;

  import_options.mappings = (const char *const *) options->mappings;
  import_options.update = options->update;
  import_options.bibs = (MarathonImportBibs) bibs;
  import_options.date_order = (MarathonDateOrder) dates;
  document = marathon_command_load_to_change (argv[1], options->output, options->dry_run);
  return document != NULL ? import_entries (document, argv[2], &import_options, options) : MARATHON_EXIT_REFUSED;
}

static MarathonExit
run (int argc, char **argv)
{
  Options options = { 0 };
  MarathonExit exit = run_with (&options, argc, argv);

  options_clear (&options);
  return exit;
}

const MarathonCommand marathon_command_import = {
  "import", "FILE ENTRIES.csv", N_ ("Take an entry list into the event"),
  "marathon-cli import spring.marathon entries.csv --map \"T-Shirt=x-shirt\" --report notes.csv", run,
  tell_more,
};
