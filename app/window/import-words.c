/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the import dialog says of a list, in words.
 */
#include "window/import-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As much of a line of the file as a list of choices shows. */
#define MOST_LETTERS 60

const char *
marathon_import_words_get_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _ ("Comma");
    case ';':
      return _ ("Semicolon");
    case '\t':
      return _ ("Tab");
    case '|':
      return _ ("Vertical bar");
    default:
      return _ ("Another sign");
    }
}

char *
marathon_import_words_format_found_encoding (MarathonTextEncoding encoding)
{
  const char *name = marathon_text_encoding_get_name (encoding);
  /* Without the remark in brackets, which there is no room for. */
  g_autofree char *plain = g_strndup (name, strcspn (name, "("));

  if (encoding == MARATHON_TEXT_ENCODING_UNKNOWN)
    return g_strdup (_ ("Automatic"));
  /* Translators: what the program found out: “Found: UTF-8” */
  return g_strdup_printf (_ ("Found: %s"), g_strchomp (plain));
}

char *
marathon_import_words_format_found_header (const MarathonImportSketch *sketch, gboolean is_automatic)
{
  guint line = sketch != NULL ? marathon_import_sketch_get_header_line (sketch) : 0;

  if (!is_automatic || sketch == NULL)
    return g_strdup (_ ("Automatic"));
  if (line == 0)
    return g_strdup (_ ("None found"));
  /* Translators: the line of a file that names the columns was found out */
  return g_strdup_printf (_ ("Found: line %u"), line);
}

char *
marathon_import_words_format_row (const MarathonCsvTable *table, guint row)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  guint n = marathon_csv_table_get_n_cells (table, row);

  for (guint i = 0; i < n && g_utf8_strlen (cells->str, -1) <= MOST_LETTERS; i++)
    {
      const char *cell = marathon_csv_table_get_cell (table, row, i, NULL);

      if (*cell != '\0')
        g_string_append_printf (cells, "%s%s", cells->len > 0 ? ", " : "", cell);
    }
  g_strdelimit (cells->str, "\n\r\t", ' ');
  if (g_utf8_strlen (cells->str, -1) > MOST_LETTERS)
    {
      g_string_truncate (cells, (gsize) (g_utf8_offset_to_pointer (cells->str, MOST_LETTERS) - cells->str));
      g_string_append (cells, "…");
    }
  /* Translators: the number of a line, and what is in it */
  return g_strdup_printf (_ ("Line %u: %s"), marathon_csv_table_get_line (table, row), cells->str);
}

char *
marathon_import_words_format_date_order (MarathonDateOrder order, guint proof_line, gboolean is_asked)
{
  const char *words = order == MARATHON_DATE_ORDER_MDY   ? _ ("Read as month/day/year")
                      : order == MARATHON_DATE_ORDER_YMD ? _ ("Read as year/month/day")
                                                         : _ ("Read as day/month/year");

  if (is_asked)
    return g_strdup (words);
  if (proof_line > 0)
    /* Translators: how dates are read, then the number of a line */
    return g_strdup_printf (_ ("%s, as line %u proves"), words, proof_line);
  return g_strdup_printf (_ ("%s, which no date of the list proves"), words);
}

gboolean
marathon_import_words_has_field (const MarathonImportSketch *sketch, const char *key)
{
  guint n = 0;
  const MarathonImportSketchColumn *columns = sketch != NULL ? marathon_import_sketch_get_columns (sketch, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (columns[i].key, key) == 0)
      return TRUE;
  return FALSE;
}

/* --- Errors --- */

static gboolean
is_of_import (const GError *error, MarathonImportError code)
{
  return g_error_matches (error, MARATHON_IMPORT_ERROR, (int) code);
}

const char *
marathon_import_words_get_trouble (const GError *error)
{
  if (is_of_import (error, MARATHON_IMPORT_ERROR_NO_NAMES))
    return _ ("Which Column Holds the Names?");
  if (is_of_import (error, MARATHON_IMPORT_ERROR_NO_HEADER))
    return _ ("No Entrants Found");
  if (is_of_import (error, MARATHON_IMPORT_ERROR_LIMIT))
    return _ ("Too Many Entrants");
  if (is_of_import (error, MARATHON_IMPORT_ERROR_MAPPING))
    return _ ("These Choices Do Not Fit the List");
  return _ ("The List Cannot Be Read Like This");
}

char *
marathon_import_words_format_remedy (const GError *error)
{
  if (is_of_import (error, MARATHON_IMPORT_ERROR_NO_NAMES))
    return g_strdup (_ ("Choose “Family name” and “Given name”, or “Full name”, for columns below. If a line names the "
                        "columns, choose that line above."));
  if (g_error_matches (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_INVALID)
      || g_error_matches (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_NUL))
    /* Translators: a sentence that says what is wrong, then what to do */
    return g_strdup_printf ("%s\n%s", error->message,
                            _ ("Choose another text encoding, or save the list as CSV in UTF-8 in a spreadsheet program."));
  if (error->domain == MARATHON_CSV_ERROR && error->code != MARATHON_CSV_ERROR_NOT_CSV)
    return g_strdup_printf ("%s\n%s", error->message,
                            _ ("Mend that place in a text editor, or save the list as CSV again in a spreadsheet program."));
  return g_strdup (error->message);
}

/* --- Counts --- */

#undef ngettext
#define ngettext(singular, plural) singular, plural

typedef struct {
  MarathonImportCount count;
  const char *singular;
  const char *plural;
} Counted;

/* Translators: each comes after a number */
static const Counted changes[] = {
  { MARATHON_IMPORT_ADDED, ngettext ("entrant will be added", "entrants will be added") },
  { MARATHON_IMPORT_UPDATED, ngettext ("entrant will be updated", "entrants will be updated") },
  { MARATHON_IMPORT_GUIDES_ADDED, ngettext ("guide will be added", "guides will be added") },
  { MARATHON_IMPORT_GUIDES_UPDATED, ngettext ("guide will be updated", "guides will be updated") },
};

static const Counted others[] = {
  { MARATHON_IMPORT_REFUSED, ngettext ("row is refused", "rows are refused") },
  { MARATHON_IMPORT_GUIDES_REFUSED, ngettext ("guide is refused", "guides are refused") },
  { MARATHON_IMPORT_PRESENT,
    ngettext ("entrant is in the event already and stays as they are", "entrants are in the event already and stay as they are") },
  { MARATHON_IMPORT_UNCHANGED, ngettext ("entrant is in the event just so", "entrants are in the event just so") },
  { MARATHON_IMPORT_IN_BIN, ngettext ("entrant was deleted from the event and stays so", "entrants were deleted from the event and stay so") },
  { MARATHON_IMPORT_GUIDES_PRESENT, ngettext ("guide is with the athlete already", "guides are with their athletes already") },
  { MARATHON_IMPORT_REPEATED_HEADERS, ngettext ("row names the columns again", "rows name the columns again") },
};

/* Appends what there is any of, with @separator between. */
static void
append_counts (const MarathonImport *import, const Counted *counted, gsize n, const char *separator, GString *out)
{
  for (gsize i = 0; i < n; i++)
    {
      guint count = marathon_import_get_count (import, counted[i].count);

      if (count == 0)
        continue;
      if (out->len > 0)
        g_string_append (out, separator);
      g_string_append_printf (out, "%'u %s", count,
                              g_dngettext (GETTEXT_PACKAGE, counted[i].singular, counted[i].plural, count));
    }
}

char *
marathon_import_words_format_headline (const MarathonImport *import)
{
  GString *out = g_string_new (NULL);

  append_counts (import, changes, G_N_ELEMENTS (changes), "\n", out);
  if (out->len == 0)
    g_string_append (out, _ ("Nothing will change"));
  return g_string_free (out, FALSE);
}

static void
append_records (const MarathonImport *import, GString *out)
{
  guint n, n_groups = 0, n_fields = 0;
  const MarathonImportRecord *records = marathon_import_get_records (import, &n);

  for (guint i = 0; i < n; i++)
    {
      n_groups += records[i].list == MARATHON_LIST_GROUPS;
      n_fields += records[i].list == MARATHON_LIST_CUSTOM_FIELDS;
    }
  if (n_groups > 0)
    g_string_append_printf (out, "%s", out->len > 0 ? " · " : "");
  if (n_groups > 0)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%'u group is made", "%'u groups are made", n_groups), n_groups);
  if (n_fields > 0)
    g_string_append_printf (out, "%s", out->len > 0 ? " · " : "");
  if (n_fields > 0)
    g_string_append_printf (
        out, g_dngettext (GETTEXT_PACKAGE, "%'u own field is made for a column", "%'u own fields are made for columns", n_fields),
        n_fields);
}

char *
marathon_import_words_format_rest (const MarathonImport *import)
{
  GString *out = g_string_new (NULL);

  append_counts (import, others, G_N_ELEMENTS (others), " · ", out);
  append_records (import, out);
  return g_string_free (out, FALSE);
}

char *
marathon_import_words_format_button (const MarathonImport *import)
{
  guint n = import != NULL ? marathon_import_get_count (import, MARATHON_IMPORT_ADDED)
                                 + marathon_import_get_count (import, MARATHON_IMPORT_UPDATED)
                           : 0;

  if (n == 0)
    return g_strdup (_ ("_Import"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %'u Entrant", "_Import %'u Entrants", n), n);
}

char *
marathon_import_words_format_notes (MarathonImportImportance importance, guint n)
{
  static const char *const labels[MARATHON_IMPORT_N_IMPORTANCES] = {
    [MARATHON_IMPORT_WHOLE_LIST] = N_ ("Whole List"),
    [MARATHON_IMPORT_REFUSED_ROWS] = N_ ("Refused Rows"),
    [MARATHON_IMPORT_REFUSED_VALUES] = N_ ("Refused Values"),
    [MARATHON_IMPORT_DOUBTFUL] = N_ ("Doubtful"),
    [MARATHON_IMPORT_ALTERED] = N_ ("Altered"),
    [MARATHON_IMPORT_IGNORED] = N_ ("Ignored"),
  };

  /* Translators: a kind of notes, and how many: “Refused Rows (35)” */
  return g_strdup_printf (_ ("%s (%'u)"), _ (labels[importance]), n);
}
