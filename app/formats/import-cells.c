/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a cell of an entry list, as people meant it.
 */
#include "formats/import-private.h"

#include <string.h>

#include "base/fold.h"

static gboolean
is_clean (const char *text)
{
  if (*text == ' ')
    return FALSE;
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~' || (text[0] == ' ' && (text[1] == ' ' || text[1] == '\0')))
      return FALSE;
  return TRUE;
}

/* Whether the apostrophe in front is not of the text: a file for programs has none. */
static gboolean
is_guarded (const MarathonImportJob *job, const char *text)
{
  return text[0] == '\'' && text[1] != '\0' && strchr ("=+-@", text[1]) != NULL && !job->raw;
}

const char *
marathon_import_get_cell (const MarathonImportJob *job, guint row, int column, char **copy)
{
  const char *text = column >= 0 ? marathon_csv_table_get_cell (job->table, row, (guint) column, NULL) : "";

  if (is_guarded (job, text))
    text++;
  if (is_clean (text))
    return text;
  return *copy = marathon_clean_text (text, FALSE, NULL);
}

const char *
marathon_import_get_raw (const MarathonImportJob *job, guint row, guint column)
{
  const char *text = marathon_csv_table_get_cell (job->table, row, column, NULL);

  return is_guarded (job, text) ? text + 1 : text;
}

gboolean
marathon_import_has_cell (const MarathonImportJob *job, guint row, int column)
{
  g_autofree char *copy = NULL;

  return column >= 0 && *marathon_import_get_cell (job, row, column, &copy) != '\0';
}
