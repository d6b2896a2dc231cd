/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCsvHeader: which row of a CSV file names the columns, and which field each column is.
 */
#include "formats/csv-header.h"

#include "base/fold.h"

#include <string.h>

/* A cell with more bytes than this is text, not a name. */
#define MAX_NAME_LENGTH 256

/* Penalties: the lower, the better the name. */
#define PENALTY_CHOSEN 0
#define PENALTY_KEY 1
#define PENALTY_FIRST_ALIAS 2
#define PENALTY_REMARK 10000
#define PENALTY_NONE G_MAXUINT

/* What a name stands for. */
typedef struct {
  guint field;
  guint penalty;
  gboolean ambiguous; /* another field has the name by the same right */
} Meaning;

/* What a column was taken for. */
typedef struct {
  guint field;
  guint penalty; /* PENALTY_NONE where it is no field */
  gboolean ambiguous;
  gboolean unnamed;
  gboolean chosen; /* by a person, by its place */
} Column;

struct _MarathonCsvHeader
{
  guint row;
  const char **keys;
  guint n_columns;
  GArray *issues;
};

/* --- Names --- */

/* The fold of a name without anything but letters and digits; "" where it has none. */
static char *
reduce_name (const char *name)
{
  g_autofree char *folded = marathon_fold (name);
  GString *reduced = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_len (reduced, at, g_utf8_next_char (at) - at);
  return g_string_free (reduced, FALSE);
}

/* Returns: the name without "(…)" or "[…]", or %NULL where it has no such remark. */
static char *
drop_remark (const char *name)
{
  gsize open = strcspn (name, "([");
  gsize close = open + strcspn (name + open, ")]");

  if (name[open] == '\0')
    return NULL;
  return g_strdup_printf ("%.*s %s", (int) open, name, name[close] != '\0' ? name + close + 1 : "");
}

static void
add_meaning (GHashTable *meanings, const char *name, guint field, guint penalty)
{
  g_autofree char *reduced = reduce_name (name);
  Meaning *known = g_hash_table_lookup (meanings, reduced);

  if (known != NULL && known->penalty < penalty)
    return;
  if (known != NULL && known->penalty == penalty)
    {
      known->ambiguous |= known->field != field;
      return;
    }
  known = g_new0 (Meaning, 1);
  known->field = field;
  known->penalty = penalty;
  g_hash_table_replace (meanings, g_steal_pointer (&reduced), known);
}

static GHashTable *
collect_meanings (const MarathonCsvHeaderField *fields, guint n_fields)
{
  GHashTable *meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].chosen != NULL)
        add_meaning (meanings, fields[i].chosen, i, PENALTY_CHOSEN);
      add_meaning (meanings, fields[i].key, i, PENALTY_KEY);
      for (guint alias = 0; fields[i].aliases != NULL && fields[i].aliases[alias] != NULL; alias++)
        add_meaning (meanings, fields[i].aliases[alias], i, PENALTY_FIRST_ALIAS + alias);
    }
  return meanings;
}

static Column
read_column (GHashTable *meanings, const char *name)
{
  g_autofree char *reduced = reduce_name (name);
  g_autofree char *without_remark = drop_remark (name);
  const Meaning *meaning = g_hash_table_lookup (meanings, reduced);
  guint remark = 0;

  if (meaning == NULL && without_remark != NULL)
    {
      g_autofree char *shorter = reduce_name (without_remark);

      meaning = g_hash_table_lookup (meanings, shorter);
      remark = PENALTY_REMARK;
    }
  if (*reduced == '\0' || meaning == NULL)
    return (Column) { .penalty = PENALTY_NONE, .unnamed = *reduced == '\0' };
  return (Column) { .field = meaning->field, .penalty = meaning->penalty + remark, .ambiguous = meaning->ambiguous };
}

/* Returns: (element-type Column): what each cell of the row would be as the name of a column. */
static GArray *
read_row (const MarathonCsvTable *table, guint row, GHashTable *meanings)
{
  guint n = marathon_csv_table_get_n_cells (table, row);
  GArray *columns = g_array_sized_new (FALSE, FALSE, sizeof (Column), n);

  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const char *name = marathon_csv_table_get_cell (table, row, i, &length);
      Column column = { .penalty = PENALTY_NONE };

      if (length <= MAX_NAME_LENGTH)
        column = read_column (meanings, name);
      g_array_append_val (columns, column);
    }
  return columns;
}

/* --- Which row --- */

/* Returns: how many fields the row names, or 0 where it cannot be a header. */
static guint
count_named_fields (const GArray *columns, guint n_fields)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n_fields + 1);
  guint n_cells = 0;
  guint n_named = 0;
  gboolean chosen = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      n_cells += !column->unnamed;
      if (column->penalty == PENALTY_NONE)
        continue;
      chosen |= column->penalty == PENALTY_CHOSEN;
      n_named += !seen[column->field];
      seen[column->field] = TRUE;
    }
  if (n_named >= 4 || (n_named >= 2 && n_named * 4 >= n_cells) || n_cells == n_named || chosen)
    return n_named;
  return 0;
}

/* Returns: (nullable): the columns of the best row; of equals the first. */
static GArray *
find_row (const MarathonCsvTable *table, GHashTable *meanings, guint n_fields, guint *found)
{
  guint n_rows = MIN (marathon_csv_table_get_n_rows (table), MARATHON_CSV_MAX_HEADING);
  GArray *best = NULL;
  guint most = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (GArray) columns = read_row (table, row, meanings);
      guint n_named = count_named_fields (columns, n_fields);

      if (n_named <= most)
        continue;
      most = n_named;
      *found = row;
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&columns);
    }
  return best;
}

/* Returns: (element-type Column): as many nameless columns as the longest row has. */
static GArray *
make_nameless (const MarathonCsvTable *table)
{
  const Column nameless = { .penalty = PENALTY_NONE, .unnamed = TRUE };
  guint n_rows = marathon_csv_table_get_n_rows (table);
  guint n_columns = 0;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  for (guint row = 0; row < n_rows; row++)
    for (guint n = marathon_csv_table_get_n_cells (table, row); n > n_columns; n--)
      if (*marathon_csv_table_get_cell (table, row, n - 1, NULL) != '\0')
        n_columns = n;
  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (columns, nameless);
  return columns;
}

/* --- Which column --- */

/* Marks the columns that a person chose, so that no other is the same field as well. */
static void
mark_chosen (GArray                         *columns,
             const MarathonCsvHeaderField   *fields,
             guint                           n_fields,
             const MarathonCsvHeaderChoices *choices)
{
  for (guint i = 0; i < MIN (choices->n_keys, columns->len); i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (choices->keys[i] == NULL)
        continue;
      *column = (Column) { .field = n_fields, .penalty = PENALTY_CHOSEN, .chosen = TRUE };
      for (guint field = 0; field < n_fields; field++)
        if (strcmp (fields[field].key, choices->keys[i]) == 0)
          column->field = field;
    }
}

static void
add_issue (MarathonCsvHeader *self, MarathonCsvHeaderIssueKind kind, guint column, const char *key)
{
  MarathonCsvHeaderIssue issue = { .kind = kind, .column = column, .key = key };

  g_array_append_val (self->issues, issue);
}

/* %TRUE where no other column names the same field as well or better. */
static gboolean
is_best (const GArray *columns, guint index)
{
  const Column *column = &g_array_index (columns, Column, index);

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *other = &g_array_index (columns, Column, i);

      if (i != index && other->penalty != PENALTY_NONE && !other->ambiguous && other->field == column->field
          && other->penalty <= column->penalty)
        return FALSE;
    }
  return TRUE;
}

static void
take_column (MarathonCsvHeader *self, const GArray *columns, guint index, const MarathonCsvHeaderField *fields)
{
  const Column *column = &g_array_index (columns, Column, index);

  if (column->penalty == PENALTY_NONE)
    add_issue (self, column->unnamed ? MARATHON_CSV_HEADER_UNNAMED : MARATHON_CSV_HEADER_UNKNOWN, index, NULL);
  else if (column->ambiguous)
    add_issue (self, MARATHON_CSV_HEADER_AMBIGUOUS, index, fields[column->field].key);
  else if (!is_best (columns, index))
    add_issue (self, MARATHON_CSV_HEADER_DUPLICATE, index, fields[column->field].key);
  else
    self->keys[index] = fields[column->field].key;
}

static void
report_missing_choices (MarathonCsvHeader            *self,
                        const GArray                 *columns,
                        const MarathonCsvHeaderField *fields,
                        guint                         n_fields)
{
  for (guint field = 0; field < n_fields; field++)
    {
      gboolean found = fields[field].chosen == NULL;

      for (guint i = 0; i < columns->len && !found; i++)
        {
          const Column *column = &g_array_index (columns, Column, i);

          found = column->penalty % PENALTY_REMARK == PENALTY_CHOSEN && column->field == field;
        }
      if (!found)
        add_issue (self, MARATHON_CSV_HEADER_CHOSEN_MISSING, 0, fields[field].key);
    }
}

/* Returns: (nullable): the columns of the row that was chosen, or of the best; sets @row to it. */
static GArray *
get_columns (const MarathonCsvTable *table, GHashTable *meanings, guint n_fields, guint *row)
{
  if (marathon_csv_table_get_n_rows (table) == 0)
    return NULL;
  if (*row == MARATHON_CSV_HEADER_NONE)
    return make_nameless (table);
  if (*row == MARATHON_CSV_HEADER_FIND)
    return find_row (table, meanings, n_fields, row);
  return read_row (table, *row, meanings);
}

MarathonCsvHeader *
marathon_csv_header_find (const MarathonCsvTable *table, const MarathonCsvHeaderField *fields, guint n_fields)
{
  return marathon_csv_header_read (table, fields, n_fields, NULL);
}

MarathonCsvHeader *
marathon_csv_header_read (const MarathonCsvTable         *table,
                          const MarathonCsvHeaderField   *fields,
                          guint                           n_fields,
                          const MarathonCsvHeaderChoices *choices)
{
  g_autoptr (GHashTable) meanings = NULL;
  g_autoptr (GArray) columns = NULL;
  MarathonCsvHeader *self;
  guint row = choices != NULL ? choices->row : MARATHON_CSV_HEADER_FIND;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (fields != NULL || n_fields == 0, NULL);
  g_return_val_if_fail (row >= MARATHON_CSV_HEADER_NONE || row < marathon_csv_table_get_n_rows (table), NULL);

  meanings = collect_meanings (fields, n_fields);
  columns = get_columns (table, meanings, n_fields, &row);
  if (columns == NULL)
    return NULL;
  if (choices != NULL)
    mark_chosen (columns, fields, n_fields, choices);

  self = g_new0 (MarathonCsvHeader, 1);
  self->row = row;
  self->n_columns = columns->len;
  self->keys = g_new0 (const char *, columns->len);
  self->issues = g_array_new (FALSE, FALSE, sizeof (MarathonCsvHeaderIssue));
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, Column, i).chosen)
      self->keys[i] = choices->keys[i];
    else
      take_column (self, columns, i, fields);
  report_missing_choices (self, columns, fields, n_fields);
  return self;
}

void
marathon_csv_header_free (MarathonCsvHeader *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->issues);
  g_free (self->keys);
  g_free (self);
}

guint
marathon_csv_header_get_row (const MarathonCsvHeader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row;
}

guint
marathon_csv_header_get_n_columns (const MarathonCsvHeader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

const char *
marathon_csv_header_get_key (const MarathonCsvHeader *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);

  return self->keys[column];
}

int
marathon_csv_header_find_column (const MarathonCsvHeader *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, -1);

  for (guint i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (self->keys[i], key) == 0)
      return (int) i;
  return -1;
}

const MarathonCsvHeaderIssue *
marathon_csv_header_get_issues (const MarathonCsvHeader *self, guint *n_issues)
{
  g_return_val_if_fail (self != NULL && n_issues != NULL, NULL);

  *n_issues = self->issues->len;
  return (const MarathonCsvHeaderIssue *) (gconstpointer) self->issues->data;
}
