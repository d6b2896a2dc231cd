/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PlainCsv.
 */
#include "job/plain-csv.h"

#include <string.h>

/* Reads a cell and moves behind it, to the comma, the end of the line or the end of the file. */
static char *
read_cell (const char **at)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (**at != '"')
    {
      for (; **at != ',' && **at != '\r' && **at != '\n' && **at != '\0'; (*at)++)
        g_string_append_c (cell, **at);
      g_assert_null (strchr (cell->str, '"'));
      return g_string_free (g_steal_pointer (&cell), FALSE);
    }
  for ((*at)++; (*at)[0] != '"' || (*at)[1] == '"'; (*at)++)
    {
      g_assert_cmpint (**at, !=, '\0');
      g_string_append_c (cell, **at);
      *at += **at == '"';
    }
  (*at)++;
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static GPtrArray *
read_row (const char **at)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, read_cell (at));
  while (**at == ',')
    {
      (*at)++;
      g_ptr_array_add (row, read_cell (at));
    }
  *at += **at == '\r';
  g_assert_true (**at == '\n' || **at == '\0');
  *at += **at == '\n';
  return row;
}

PlainCsv *
plain_csv_new (const char *text)
{
  PlainCsv *csv = g_new0 (PlainCsv, 1);

  csv->head = read_row (&text);
  csv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  while (*text != '\0')
    {
      GPtrArray *row = read_row (&text);

      g_assert_cmpuint (row->len, ==, csv->head->len);
      g_ptr_array_add (csv->rows, row);
    }
  return csv;
}

void
plain_csv_free (PlainCsv *csv)
{
  g_ptr_array_unref (csv->head);
  g_ptr_array_unref (csv->rows);
  g_free (csv);
}

static guint
find_column (const PlainCsv *csv, const char *name)
{
  for (guint i = 0; i < csv->head->len; i++)
    if (strcmp (g_ptr_array_index (csv->head, i), name) == 0)
      return i;
  g_error ("there is no column “%s”", name);
}

const char *
plain_csv_get (const PlainCsv *csv, guint row, const char *name)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (csv->rows, row), find_column (csv, name));
}

void
plain_csv_clear_column (PlainCsv *csv, const char *name)
{
  guint column = find_column (csv, name);

  for (guint i = 0; i < csv->rows->len; i++)
    *(char *) g_ptr_array_index ((GPtrArray *) g_ptr_array_index (csv->rows, i), column) = '\0';
}

static void
write_row (GString *out, const GPtrArray *row, char delimiter)
{
  const char special[] = { delimiter, '"', '\r', '\n', '\0' };

  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = g_ptr_array_index (row, i);

      if (i > 0)
        g_string_append_c (out, delimiter);
      if (cell[strcspn (cell, special)] == '\0')
        g_string_append (out, cell);
      else
        {
          g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          g_string_append_printf (out, "\"%s\"", doubled);
        }
    }
  g_string_append (out, "\r\n");
}

char *
plain_csv_write (const PlainCsv *csv, char delimiter)
{
  GString *out = g_string_new (NULL);

  write_row (out, csv->head, delimiter);
  for (guint i = 0; i < csv->rows->len; i++)
    write_row (out, g_ptr_array_index (csv->rows, i), delimiter);
  return g_string_free (out, FALSE);
}
