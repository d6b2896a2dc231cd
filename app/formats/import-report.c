/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling a person, or a spreadsheet, what an import did and did not do.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/csv-writer.h"
#include "model/custom-field.h"

const char *
marathon_import_outcome_get_word (MarathonImportOutcome outcome)
{
  static const char *const words[] = {
    [MARATHON_IMPORT_NOTE_ALTERED] = "altered",
    [MARATHON_IMPORT_NOTE_REFUSED] = "refused",
    [MARATHON_IMPORT_NOTE_IGNORED] = "ignored",
    [MARATHON_IMPORT_NOTE_DOUBTFUL] = "doubtful",
  };

  g_return_val_if_fail (outcome < G_N_ELEMENTS (words), NULL);
  return words[outcome];
}

char *
marathon_import_note_describe (const MarathonImportNote *note)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (note != NULL, NULL);

  if (note->column == 0)
    place = g_strdup_printf (_ ("line %u"), note->line);
  else if (*note->column_name == '\0')
    place = g_strdup_printf (_ ("line %u, column %u"), note->line, note->column);
  else
    place = g_strdup_printf (_ ("line %u, column %u (%s)"), note->line, note->column, note->column_name);
  return *note->found != '\0' ? g_strdup_printf (_ ("%s: “%s”: %s"), place, note->found, note->text)
                              : g_strdup_printf (_ ("%s: %s"), place, note->text);
}

/* --- The summary --- */

/* The tool that collects words for translators finds pairs of singular and plural by this name; here they only stand in
 * the table. */
#undef ngettext
#define ngettext(singular, plural) singular, plural

typedef struct {
  guint count; /* which of the counts */
  const char *singular;
  const char *plural;
} CountedThing;

static const CountedThing counted_things[] = {
  { MARATHON_IMPORT_ADDED, ngettext ("entrant added", "entrants added") },
  { MARATHON_IMPORT_UPDATED, ngettext ("entrant updated", "entrants updated") },
  { MARATHON_IMPORT_UNCHANGED, ngettext ("entrant is in the event just so", "entrants are in the event just so") },
  { MARATHON_IMPORT_PRESENT,
    ngettext ("entrant is in the event already; nothing was changed", "entrants are in the event already; nothing was changed") },
  { MARATHON_IMPORT_IN_BIN,
    ngettext ("entrant was deleted from the event, and stays so", "entrants were deleted from the event, and stay so") },
  { MARATHON_IMPORT_REFUSED, ngettext ("row refused", "rows refused") },
  { MARATHON_IMPORT_REPEATED_HEADERS, ngettext ("row names the columns again", "rows name the columns again") },
  { MARATHON_IMPORT_GUIDES_ADDED, ngettext ("guide added", "guides added") },
  { MARATHON_IMPORT_GUIDES_UPDATED, ngettext ("guide updated", "guides updated") },
  { MARATHON_IMPORT_GUIDES_PRESENT, ngettext ("guide is with the athlete already", "guides are with their athletes already") },
  { MARATHON_IMPORT_GUIDES_REFUSED, ngettext ("guide refused", "guides refused") },
};

/* A line "  12 what" for all of which there are any. */
static void
append_counts (const MarathonImport *import, GString *out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counted_things); i++)
    {
      const CountedThing *thing = &counted_things[i];
      guint n = import->counts[thing->count];

      if (n > 0)
        g_string_append_printf (out, "  %u %s\n", n, g_dngettext (GETTEXT_PACKAGE, thing->singular, thing->plural, n));
    }
}

static void
append_head (const MarathonImport *import, GString *out)
{
  guint rows = import->counts[MARATHON_IMPORT_ROWS];
  char delimiter[] = { import->delimiter, '\0' };

  /* Translators: an encoding such as UTF-8, then the sign between the cells */
  g_string_append_printf (out, _ ("Text in %s, cells separated by “%s”, columns named in line %u.\n"),
                          marathon_text_encoding_get_name (import->encoding),
                          import->delimiter == '\t' ? "TAB" : delimiter, import->header_line);
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u row read:\n", "%u rows read:\n", rows), rows);
}

/* Who may see a field that is new. */
static void
append_audience (const MarathonImport *import, const MarathonImportColumn *column, GString *out)
{
  if (column->fate != MARATHON_IMPORT_COLUMN_NEW_CUSTOM || column->key == NULL)
    return;
  for (guint i = 0; i < import->records->len; i++)
    {
      const MarathonImportRecord *record = &g_array_index (import->records, MarathonImportRecord, i);

      if (record->list == MARATHON_LIST_CUSTOM_FIELDS && g_str_has_prefix (column->key, "x-")
          && strcmp (marathon_record_get_key (record->record), column->key + strlen ("x-")) == 0)
        /* Translators: who may see a field: “medical”, “everything” */
        g_string_append_printf (
            out, _ (" (audience: %s)"),
            _ (marathon_audience_words[MARATHON_CUSTOM_FIELD (record->record)->audience].label));
    }
}

/* "12 bibs and 3 categories were pinned …": a file that gives a place decides it. */
static void
append_pins (const MarathonImport *import, GString *out)
{
  const guint counts[] = { import->n_pinned_bibs, import->n_pinned_waves, import->n_pinned_categories };
  g_autoptr (GString) list = g_string_new (NULL);

  if (counts[0] > 0)
    g_string_append_printf (list, g_dngettext (GETTEXT_PACKAGE, ", %u bib", ", %u bibs", counts[0]), counts[0]);
  if (counts[1] > 0)
    g_string_append_printf (list, g_dngettext (GETTEXT_PACKAGE, ", %u wave", ", %u waves", counts[1]), counts[1]);
  if (counts[2] > 0)
    g_string_append_printf (list, g_dngettext (GETTEXT_PACKAGE, ", %u category", ", %u categories", counts[2]),
                            counts[2]);
  if (list->len > 0)
    g_string_append_printf (out, _ ("Pinned, because the file gives them: %s\n"), list->str + strlen (", "));
}

static void
append_date_order (const MarathonImport *import, GString *out)
{
  const char *order = import->date_order == MARATHON_DATE_ORDER_MDY   ? _ ("month/day/year")
                      : import->date_order == MARATHON_DATE_ORDER_YMD ? _ ("year/month/day")
                                                                      : _ ("day/month/year");

  if (import->date_order == MARATHON_DATE_ORDER_UNKNOWN)
    return;
  if (import->date_asked)
    g_string_append_printf (out, _ ("Dates read as %s, as asked\n"), order);
  else if (import->date_line > 0)
    g_string_append_printf (out, _ ("Dates read as %s, proven in line %u\n"), order, import->date_line);
  else
    g_string_append_printf (out, _ ("Dates read as %s, which no date of the file proves\n"), order);
}

/* One line that names the columns of that fate, where there are any. */
static void
append_columns (const MarathonImport *import, MarathonImportColumnFate fate, const char *title, GString *out)
{
  gboolean any = FALSE;

  for (guint i = 0; i < import->columns->len; i++)
    {
      const MarathonImportColumn *column = &g_array_index (import->columns, MarathonImportColumn, i);

      if (column->fate != fate || (fate == MARATHON_IMPORT_COLUMN_UNUSED && *column->name == '\0'))
        continue;
      g_string_append_printf (out, "%s%s", any ? ", " : title, column->name);
      if (column->key != NULL)
        g_string_append_printf (out, "%s%s", *column->name != '\0' ? " → " : "→ ", column->key);
      append_audience (import, column, out);
      any = TRUE;
    }
  if (any)
    g_string_append (out, "\n");
}

static void
append_groups (const MarathonImport *import, GString *out)
{
  guint n = 0;

  for (guint i = 0; i < import->records->len; i++)
    n += g_array_index (import->records, MarathonImportRecord, i).list == MARATHON_LIST_GROUPS;
  if (n > 0)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u new group\n", "%u new groups\n", n), n);
}

static void
append_notes (const MarathonImport *import, GString *out)
{
  guint n[4] = { 0 };

  for (guint i = 0; i < import->notes->len; i++)
    n[g_array_index (import->notes, MarathonImportNote, i).outcome]++;
  if (import->notes->len > 0)
    g_string_append_printf (out, _ ("Notes: %u altered, %u refused, %u ignored, %u doubtful\n"),
                            n[MARATHON_IMPORT_NOTE_ALTERED], n[MARATHON_IMPORT_NOTE_REFUSED],
                            n[MARATHON_IMPORT_NOTE_IGNORED], n[MARATHON_IMPORT_NOTE_DOUBTFUL]);
}

char *
marathon_import_format_summary (const MarathonImport *import)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (import != NULL, g_string_free (out, FALSE));

  append_head (import, out);
  append_counts (import, out);
  if (import->n_empty > 0)
    g_string_append_printf (
        out,
        g_dngettext (GETTEXT_PACKAGE, "%u empty line passed over\n", "%u empty lines passed over\n", import->n_empty),
        import->n_empty);
  append_groups (import, out);
  append_pins (import, out);
  append_date_order (import, out);
  append_columns (import, MARATHON_IMPORT_COLUMN_FIELD, _ ("Columns: "), out);
  append_columns (import, MARATHON_IMPORT_COLUMN_NEW_CUSTOM, _ ("Kept in new fields: "), out);
  append_columns (import, MARATHON_IMPORT_COLUMN_IGNORED, _ ("Left out as asked: "), out);
  append_columns (import, MARATHON_IMPORT_COLUMN_UNUSED, _ ("Not used: "), out);
  append_notes (import, out);
  return g_string_free (out, FALSE);
}

/* --- The report --- */

static void
append_number (MarathonCsvWriter *writer, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  marathon_csv_writer_append_cell (writer, number > 0 ? text : "", -1);
}

char *
marathon_import_format_report (const MarathonImport *import)
{
  static const char *const heads[] = { "line", "column", "column-name", "field", "outcome", "found", "what" };
  GString *out = g_string_new (NULL);
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, NULL);

  g_return_val_if_fail (import != NULL, g_string_free (out, FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    marathon_csv_writer_append_cell (writer, heads[i], -1);
  marathon_csv_writer_row_end (writer);
  for (guint i = 0; i < import->notes->len; i++)
    {
      const MarathonImportNote *note = &g_array_index (import->notes, MarathonImportNote, i);

      append_number (writer, note->line);
      append_number (writer, note->column);
      marathon_csv_writer_append_cell (writer, note->column_name, -1);
      marathon_csv_writer_append_cell (writer, note->key, -1);
      marathon_csv_writer_append_cell (writer, marathon_import_outcome_get_word (note->outcome), -1);
      marathon_csv_writer_append_cell (writer, note->found, -1);
      marathon_csv_writer_append_cell (writer, note->text, -1);
      marathon_csv_writer_row_end (writer);
    }
  return g_string_free (out, FALSE);
}
