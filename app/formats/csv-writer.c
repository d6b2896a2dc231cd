/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCsvWriter: appends rows of CSV to a buffer, for spreadsheets or for other programs.
 */
#include "formats/csv-writer.h"

#include <string.h>

struct _MarathonCsvWriter
{
  GString *out;
  char delimiter;
  gboolean raw;
  gboolean wrote_row;
  guint n_cells;           /* of the row being written */
  gboolean only_cell_empty; /* that row is so far one unquoted empty cell */
};

static gboolean
starts_formula (const char *text, gsize length)
{
  static const char *const full_width[] = { "＝", "＋", "－", "＠" };

  if (length == 0)
    return FALSE;
  if (memchr ("=+-@\t\r\n", text[0], 7) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (full_width); i++)
    if (length >= 3 && memcmp (text, full_width[i], 3) == 0)
      return TRUE;
  return FALSE;
}

/* The first bytes of a file must not pass for a byte order mark, a "sep=" line, a web page or another kind of file. */
static gboolean
is_safe_beginning (const char *text, gsize length)
{
  if (length == 0 || (guchar) text[0] >= 0x80)
    return length < 3 || memcmp (text, "\xEF\xBB\xBF", 3) != 0;
  return g_ascii_isalnum (text[0]) && (length < 4 || g_ascii_strncasecmp (text, "sep=", 4) != 0);
}

static gboolean
needs_quotes (const MarathonCsvWriter *self, const char *text, gsize length)
{
  if (!self->wrote_row && self->n_cells == 0 && !is_safe_beginning (text, length))
    return TRUE;
  if (length == 0)
    return FALSE;
  /* Some readers take spaces off the ends of cells without quotes. */
  if (text[0] == ' ' || text[length - 1] == ' ')
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < 0x20 || text[i] == '"' || text[i] == self->delimiter)
      return TRUE;
  return FALSE;
}

static void
append_quoted (GString *out, const char *text, gsize length, gboolean guard)
{
  g_string_append_c (out, '"');
  if (guard)
    g_string_append_c (out, '\'');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, text[i]);
    }
  g_string_append_c (out, '"');
}

MarathonCsvWriter *
marathon_csv_writer_new (GString *out, const MarathonCsvWriterOptions *options)
{
  MarathonCsvWriter *self;

  g_return_val_if_fail (out != NULL, NULL);
  g_return_val_if_fail (options == NULL || memchr ("\0,;\t|", options->delimiter, 5) != NULL, NULL);

  self = g_new0 (MarathonCsvWriter, 1);
  self->out = out;
  self->delimiter = options != NULL && options->delimiter != '\0' ? options->delimiter : ',';
  self->raw = options != NULL && options->raw;
  if (options != NULL && options->bom)
    g_string_append (out, "\xEF\xBB\xBF");
  return self;
}

void
marathon_csv_writer_free (MarathonCsvWriter *self)
{
  g_free (self);
}

void
marathon_csv_writer_append_cell (MarathonCsvWriter *self, const char *text, gssize length)
{
  gsize size;
  gboolean guard;
  gboolean quotes;

  g_return_if_fail (self != NULL);

  if (text == NULL)
    text = "";
  size = length < 0 ? strlen (text) : (gsize) length;
  guard = !self->raw && starts_formula (text, size);
  quotes = needs_quotes (self, text, size);

  if (self->n_cells > 0)
    g_string_append_c (self->out, self->delimiter);
  if (quotes)
    append_quoted (self->out, text, size, guard);
  else
    {
      if (guard)
        g_string_append_c (self->out, '\'');
      g_string_append_len (self->out, text, (gssize) size);
    }
  self->only_cell_empty = self->n_cells == 0 && size == 0;
  self->n_cells++;
}

void
marathon_csv_writer_row_end (MarathonCsvWriter *self)
{
  g_return_if_fail (self != NULL && self->n_cells > 0);

  /* A line without any character would be no row. */
  if (self->only_cell_empty)
    g_string_append (self->out, "\"\"");
  g_string_append (self->out, "\r\n");
  self->n_cells = 0;
  self->wrote_row = TRUE;
}
