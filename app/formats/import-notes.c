/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing down what could not be taken as it was.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>

/* Letters of a cell that a note shows. */
#define MAX_SHOWN 120

const char *
marathon_import_keep (MarathonImportJob *job, const char *text)
{
  return g_string_chunk_insert_const (job->import->strings, text);
}

static const char *
get_key (const MarathonImportJob *job, int column)
{
  const MarathonImportCell *cell
      = column >= 0 && (guint) column < job->columns->len ? marathon_import_column (job, (guint) column) : NULL;

  return cell != NULL && cell->info != NULL ? cell->info->key : NULL;
}

char *
marathon_import_make_showable (const char *found)
{
  GString *shown = g_string_new (NULL);

  for (guint n = 0; *found != '\0'; found = g_utf8_next_char (found), n++)
    {
      gunichar letter = g_utf8_get_char (found);

      if (n == MAX_SHOWN)
        {
          g_string_append (shown, "…");
          break;
        }
      if (letter == '\n' || letter == '\r')
        g_string_append (shown, "⏎");
      else if (g_unichar_iscntrl (letter))
        g_string_append (shown, letter == '\t' ? " " : "\357\277\275");
      else
        g_string_append_unichar (shown, letter);
    }
  return g_string_free (shown, FALSE);
}

static MarathonImportImportance
get_importance (MarathonImportOutcome outcome)
{
  static const MarathonImportImportance importance[] = {
    [MARATHON_IMPORT_NOTE_REFUSED] = MARATHON_IMPORT_REFUSED_VALUES,
    [MARATHON_IMPORT_NOTE_DOUBTFUL] = MARATHON_IMPORT_DOUBTFUL,
    [MARATHON_IMPORT_NOTE_ALTERED] = MARATHON_IMPORT_ALTERED,
    [MARATHON_IMPORT_NOTE_IGNORED] = MARATHON_IMPORT_IGNORED,
  };

  return importance[outcome];
}

static void G_GNUC_PRINTF (7, 0)
add_note (MarathonImportJob *job, guint row, int column, const char *key, MarathonImportOutcome outcome,
          const char *found, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments), *shown = marathon_import_make_showable (found);
  MarathonImportNote note = {
    .line = marathon_csv_table_get_line (job->table, row),
    .column = (guint) (column + 1),
    .column_name = "",
    .key = key != NULL ? marathon_import_keep (job, key) : NULL,
    .outcome = outcome,
    .found = marathon_import_keep (job, shown),
    .text = marathon_import_keep (job, text),
    .reason = marathon_import_keep (job, format),
  };

  note.importance = get_importance (outcome);
  if (column >= 0 && (guint) column < job->columns->len)
    note.column_name = marathon_import_column (job, (guint) column)->name;
  g_array_append_val (job->import->notes, note);
}

static MarathonImportNote *
get_last (MarathonImportJob *job)
{
  return &g_array_index (job->import->notes, MarathonImportNote, job->import->notes->len - 1);
}

void
marathon_import_make_urgent (MarathonImportJob *job)
{
  g_return_if_fail (job->import->notes->len > 0);

  get_last (job)->importance = MARATHON_IMPORT_WHOLE_LIST;
}

void
marathon_import_note (MarathonImportJob     *job,
                      guint                  row,
                      int                    column,
                      MarathonImportOutcome  outcome,
                      const char            *found,
                      const char            *format,
                      ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_note (job, row, column, get_key (job, column), outcome, found, format, arguments);
  va_end (arguments);
}

void
marathon_import_note_column (MarathonImportJob     *job,
                             guint                  column,
                             MarathonImportOutcome  outcome,
                             const char            *format,
                             ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_note (job, job->header_row, (int) column, get_key (job, (int) column), outcome, "", format, arguments);
  va_end (arguments);
}

void
marathon_import_refuse_row (MarathonImportJob   *job,
                            guint                row,
                            int                  column,
                            MarathonImportCount  count,
                            const char          *found,
                            const char          *format,
                            ...)
{
  va_list arguments;

  job->import->counts[count]++;
  va_start (arguments, format);
  add_note (job, row, column, NULL, MARATHON_IMPORT_NOTE_REFUSED, found, format, arguments);
  va_end (arguments);
  get_last (job)->importance = MARATHON_IMPORT_REFUSED_ROWS;
}

/* --- What the scanner found --- */

static void
note_warning (MarathonImportJob *job, const MarathonCsvWarning *warning)
{
  MarathonImportNote note = {
    .line = warning->line,
    .column = warning->column,
    .column_name = "",
    .outcome = MARATHON_IMPORT_NOTE_DOUBTFUL,
    .found = "",
    .importance = get_importance (MARATHON_IMPORT_NOTE_DOUBTFUL),
  };

  switch (warning->kind)
    {
    case MARATHON_CSV_WARNING_SHORT_ROW:
      note.text = _ ("the row ends before this column");
      break;
    case MARATHON_CSV_WARNING_BARE_QUOTE:
      note.text = _ ("a quotation mark inside the text was kept as it is");
      break;
    case MARATHON_CSV_WARNING_TEXT_AFTER_QUOTE:
      note.text = _ ("text after the closing quotation mark was kept");
      break;
    case MARATHON_CSV_WARNING_LONG_ROW: /* told with the text of the cells, by the rows */
    default:
      return;
    }
  if (warning->column >= 1 && warning->column <= job->columns->len)
    note.column_name = marathon_import_column (job, warning->column - 1)->name;
  note.reason = note.text;
  g_array_append_val (job->import->notes, note);
}

void
marathon_import_note_warnings (MarathonImportJob *job)
{
  guint n, n_more = marathon_csv_table_get_n_more_warnings (job->table);
  const MarathonCsvWarning *warnings = marathon_csv_table_get_warnings (job->table, &n);

  for (guint i = 0; i < n; i++)
    if (warnings[i].line > job->import->header_line)
      note_warning (job, &warnings[i]);
  if (n_more > 0)
    marathon_import_note (job, job->header_row, -1, MARATHON_IMPORT_NOTE_DOUBTFUL, "",
                          g_dngettext (GETTEXT_PACKAGE, "%u more row has quotation marks or a length that are odd",
                                       "%u more rows have quotation marks or a length that are odd", n_more),
                          n_more);
}
