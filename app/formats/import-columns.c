/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of an entry list is what: what a person said, what the header names, and a custom field for the rest.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"

/* The mark of columns that a person wants left out; no name of a column is the same, since it has no letter. */
#define IGNORED_KEY MARATHON_IMPORT_LEAVE_OUT
#define FIRST_NAMES_SHOWN 12

/* The names that the search for the header is given, with what owns them. */
typedef struct {
  GArray *fields; /* of MarathonCsvHeaderField */
  GPtrArray *strings;
  GPtrArray *aliases;
} Names;

static void
names_clear (Names *names)
{
  g_array_unref (names->fields);
  g_ptr_array_unref (names->strings);
  g_ptr_array_unref (names->aliases);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* --- What a person said --- */

static void
add_name (Names *names, const char *key, const char *aliases, const char *chosen)
{
  MarathonCsvHeaderField field = { .key = key, .chosen = chosen };

  if (aliases != NULL)
    {
      char **list = g_strsplit (aliases, "|", -1);

      g_ptr_array_add (names->aliases, list);
      field.aliases = (const char *const *) list;
    }
  g_array_append_val (names->fields, field);
}

static MarathonCsvHeaderField *
find_name (Names *names, const char *key)
{
  for (guint i = 0; i < names->fields->len; i++)
    {
      MarathonCsvHeaderField *field = &g_array_index (names->fields, MarathonCsvHeaderField, i);

      if (strcmp (field->key, key) == 0)
        return field;
    }
  return NULL;
}

static gboolean
refuse_mapping (const char *mapping, const char *reason, GError **error)
{
  g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING, "“%s”: %s", mapping, reason);
  return FALSE;
}

static gboolean
add_mapping (Names *names, const char *mapping, GError **error)
{
  const char *sign = strrchr (mapping, '=');
  MarathonCsvHeaderField *field;
  char *column;

  if (sign == NULL || sign == mapping)
    return refuse_mapping (mapping, _ ("a column and a field are expected, such as “Surname=family”"), error);
  column = g_strndup (mapping, (gsize) (sign - mapping));
  g_ptr_array_add (names->strings, column);
  if (strcmp (sign + 1, "") == 0 || strcmp (sign + 1, IGNORED_KEY) == 0)
    {
      add_name (names, IGNORED_KEY, NULL, column);
      return TRUE;
    }
  field = find_name (names, sign + 1);
  if (field == NULL && g_str_has_prefix (sign + 1, "x-") && marathon_import_is_custom_key (sign + 1 + strlen ("x-")))
    {
      char *key = g_strdup (sign + 1);

      g_ptr_array_add (names->strings, key);
      add_name (names, key, NULL, column);
      return TRUE;
    }
  if (field == NULL)
    return refuse_mapping (mapping, _ ("there is no such field; “x-” and a name make a field of the event's own"),
                           error);
  if (field->chosen != NULL)
    return refuse_mapping (mapping, _ ("another column was chosen for this field"), error);
  field->chosen = column;
  return TRUE;
}

static gboolean
collect_names (MarathonImportJob *job, Names *names, GError **error)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (job->event);

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);

      add_name (names, info->key, info->aliases, NULL);
    }
  for (guint i = 0; i < MARATHON_IMPORT_N_EXTRAS; i++)
    add_name (names, marathon_import_extras[i].key, marathon_import_extras[i].aliases, NULL);
  for (guint i = 0; job->options.mappings != NULL && job->options.mappings[i] != NULL; i++)
    if (!add_mapping (names, job->options.mappings[i], error))
      return FALSE;
  return TRUE;
}

/* Whether a column may be that by choice; a built-in field, an extra and a custom field once only. */
static gboolean
check_choice (Names *names, const MarathonImportOptions *options, guint index, GError **error)
{
  const char *key = options->choices[index].key;

  if (strcmp (key, MARATHON_IMPORT_LEAVE_OUT) == 0 || strcmp (key, MARATHON_IMPORT_OWN_FIELD) == 0)
    return TRUE;
  if (find_name (names, key) == NULL)
    return refuse_mapping (key, _ ("there is no such field"), error);
  for (guint i = 0; i < index; i++)
    if (strcmp (options->choices[i].key, key) == 0 && options->choices[i].column != options->choices[index].column)
      return refuse_mapping (key, _ ("another column was chosen for this field"), error);
  return TRUE;
}

/* Returns: (transfer container) (nullable): what was chosen for each column. */
static const char **
collect_choices (const MarathonImportJob *job, Names *names, GError **error)
{
  const MarathonImportOptions *options = &job->options;
  const char **keys = g_new0 (const char *, MARATHON_CSV_MAX_COLUMNS);

  for (guint i = 0; i < options->n_choices; i++)
    {
      if (!check_choice (names, options, i, error))
        {
          g_free (keys);
          return NULL;
        }
      if (options->choices[i].column < MARATHON_CSV_MAX_COLUMNS)
        keys[options->choices[i].column] = options->choices[i].key;
    }
  return keys;
}

/* Finds the row that begins in the line that a person chose. */
static gboolean
find_chosen_row (const MarathonImportJob *job, guint *row, GError **error)
{
  guint line = job->options.header_line, n = marathon_csv_table_get_n_rows (job->table);

  *row = line == 0 ? MARATHON_CSV_HEADER_FIND : MARATHON_CSV_HEADER_NONE;
  if (line == 0 || line == MARATHON_IMPORT_NO_HEADER)
    return TRUE;
  for (*row = 0; *row < n && marathon_csv_table_get_line (job->table, *row) <= line; (*row)++)
    if (marathon_csv_table_get_line (job->table, *row) == line)
      return TRUE;
  g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_HEADER,
               _ ("no row begins in line %u, so it cannot name the columns"), line);
  return FALSE;
}

/* --- Errors of the whole file --- */

/* The first cells of a row, "“A”, “B” …". */
static char *
list_cells (const MarathonImportJob *job, guint row)
{
  GString *list = g_string_new (NULL);
  guint n = marathon_csv_table_get_n_cells (job->table, row);

  for (guint i = 0; i < MIN (n, FIRST_NAMES_SHOWN); i++)
    {
      g_autofree char *copy = NULL;
      const char *text = marathon_import_get_cell (job, row, (int) i, &copy);

      if (*text != '\0')
        g_string_append_printf (list, "%s“%.*s”", list->len > 0 ? ", " : "",
                                (int) (g_utf8_offset_to_pointer (text, MIN (g_utf8_strlen (text, -1), 40)) - text),
                                text);
    }
  if (n > FIRST_NAMES_SHOWN)
    g_string_append (list, " …");
  return g_string_free (list, FALSE);
}

static gboolean
refuse_headless (const MarathonImportJob *job, GError **error)
{
  g_autofree char *cells = NULL;

  if (marathon_csv_table_get_n_rows (job->table) == 0)
    {
      g_set_error (
          error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_HEADER,
          _ ("line 1: the file is empty; a line that names the columns is expected, such as “Family name,Given name”"));
      return FALSE;
    }
  cells = list_cells (job, 0);
  g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_HEADER,
               _ ("line %u: found %s; among the first %d lines one that names the columns is expected, such as "
                  "“Family name”, “Given name”, “Date of birth”"),
               marathon_csv_table_get_line (job->table, 0), cells, MARATHON_CSV_MAX_HEADING);
  return FALSE;
}

static gboolean
check_names (const MarathonImportJob *job, GError **error)
{
  g_autofree char *cells = NULL;
  gboolean has_ids = job->by_field[MARATHON_FIELD_ID] >= 0 || job->by_field[MARATHON_FIELD_EXTERNAL_ID] >= 0;

  if (job->by_field[MARATHON_FIELD_FAMILY] >= 0 || job->by_field[MARATHON_FIELD_GIVEN] >= 0
      || job->by_role[MARATHON_IMPORT_ROLE_NAME] >= 0 || (has_ids && job->options.update))
    return TRUE;
  if (!job->has_header)
    {
      g_set_error_literal (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_NAMES,
                           _ ("no line names the columns, and no column was chosen for “Family name”, “Given name” or "
                              "“Full name”"));
      return FALSE;
    }
  cells = list_cells (job, job->header_row);
  g_set_error (
      error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_NO_NAMES,
      _ ("line %u: no column holds names; found %s; expected is “Family name” and “Given name”, or “Name”, or to be "
         "told which column that is"),
      marathon_csv_table_get_line (job->table, job->header_row), cells);
  return FALSE;
}

static gboolean
check_choices (const MarathonCsvHeader *header, Names *names, GError **error)
{
  guint n;
  const MarathonCsvHeaderIssue *issues = marathon_csv_header_get_issues (header, &n);

  for (guint i = 0; i < n; i++)
    {
      const MarathonCsvHeaderField *field
        = issues[i].kind == MARATHON_CSV_HEADER_CHOSEN_MISSING ? find_name (names, issues[i].key) : NULL;

      if (field == NULL)
        continue;
      g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING, _ ("no column is called “%s”"),
                   field->chosen);
      return FALSE;
    }
  return TRUE;
}

/* --- Columns --- */

void
marathon_import_set_field (MarathonImportJob *job, guint column, const MarathonFieldInfo *info)
{
  MarathonImportCell *cell = marathon_import_column (job, column);
  const MarathonGuideFieldInfo *guide = marathon_guide_find_field (info->key);

  cell->role = MARATHON_IMPORT_ROLE_FIELD;
  cell->info = info;
  cell->fate = MARATHON_IMPORT_COLUMN_FIELD;
  cell->guide_field = guide != NULL ? guide->field : MARATHON_N_GUIDE_FIELDS;
  if (info->field < MARATHON_N_FIELDS)
    job->by_field[info->field] = (int) column;
}

static void
set_extra (MarathonImportJob *job, guint column, int extra)
{
  MarathonImportCell *cell = marathon_import_column (job, column);

  cell->role = marathon_import_extras[extra].role;
  cell->family_first = marathon_import_extras[extra].family_first;
  cell->fate = MARATHON_IMPORT_COLUMN_FIELD;
  if (cell->role == MARATHON_IMPORT_ROLE_GUIDE_FIELD)
    cell->guide_field = marathon_guide_find_field (marathon_import_extras[extra].key + strlen ("guide-"))->field;
  job->by_role[cell->role] = (int) column;
}

/* The how-manieth column of its name this is. */
static guint
count_namesakes (const MarathonImportJob *job, guint column)
{
  g_autofree char *name = marathon_fold (marathon_import_column (job, column)->name);
  guint nth = 1;

  for (guint i = 0; i < column; i++)
    {
      g_autofree char *other = marathon_fold (marathon_import_column (job, i)->name);

      nth += strcmp (name, other) == 0;
    }
  return nth;
}

static void
set_custom (MarathonImportJob *job, guint column, const char *key)
{
  MarathonImportCell *cell = marathon_import_column (job, column);
  guint before = marathon_record_list_get_size (marathon_event_get_list (job->event, MARATHON_LIST_CUSTOM_FIELDS));
  g_autofree char *unnamed = g_strdup_printf (_ ("Column %u"), column + 1);
  g_autoptr (GError) error = NULL;
  MarathonRecord *custom
      = marathon_import_get_custom_field (job, *cell->name != '\0' ? cell->name : unnamed, key,
                                          *cell->name != '\0' ? count_namesakes (job, column) : 1, &error);
  guint after = marathon_record_list_get_size (marathon_event_get_list (job->event, MARATHON_LIST_CUSTOM_FIELDS));
  const MarathonFieldInfo *info;

  if (custom == NULL)
    {
      *cell = (MarathonImportCell) { .name = cell->name,
                                    .guide_field = MARATHON_N_GUIDE_FIELDS,
                                    .fate = MARATHON_IMPORT_COLUMN_UNUSED };
      marathon_import_note_column (job, column, MARATHON_IMPORT_NOTE_REFUSED, _ ("the whole column is not taken: %s"),
                                   error->message);
      return;
    }
  info = marathon_event_get_field (job->event, MARATHON_FIELD_CUSTOM + marathon_record_get_handle (custom));
  marathon_import_set_field (job, column, info);
  if (after > before)
    cell->fate = MARATHON_IMPORT_COLUMN_NEW_CUSTOM;
}

static gboolean
has_text (const MarathonImportJob *job, guint column)
{
  guint n = marathon_csv_table_get_n_rows (job->table);

  for (guint row = job->first_row; row < n; row++)
    if (marathon_import_has_cell (job, row, (int) column))
      return TRUE;
  return FALSE;
}

/* "Role", where it is guides who have one. */
static gboolean
is_role_of_guides (const MarathonImportJob *job, guint column)
{
  g_autofree char *name = marathon_fold (marathon_import_column (job, column)->name);

  for (guint i = 0; i < column; i++)
    if (marathon_import_column (job, i)->role == MARATHON_IMPORT_ROLE_GUIDE_FIELD
        && marathon_import_column (job, i)->guide_field == MARATHON_GUIDE_ROLE)
      return FALSE;
  return (strcmp (name, "role") == 0 || strcmp (name, "rolle") == 0 || strcmp (name, "rol") == 0)
         && marathon_import_holds_guide_roles (job, column);
}

static void
set_unknown (MarathonImportJob *job, guint column)
{
  if (is_role_of_guides (job, column))
    set_extra (job, column, marathon_import_find_extra ("guide-role"));
  else if (has_text (job, column))
    set_custom (job, column, NULL);
  else
    marathon_import_column (job, column)->fate = MARATHON_IMPORT_COLUMN_UNUSED;
}

/* The header is read without regard to hyphens; two custom fields may differ by nothing else. */
static const char *
get_key (const MarathonImportJob *job, const MarathonCsvHeader *header, guint column)
{
  const char *key = marathon_csv_header_get_key (header, column);
  const char *name = job->has_header ? marathon_csv_table_get_cell (job->table, job->header_row, column, NULL) : "";
  const MarathonFieldInfo *info
      = key == NULL && g_str_has_prefix (name, "x-") ? marathon_event_find_field (job->event, name) : NULL;

  return info != NULL ? info->key : key;
}

/* "A", "B" … "Z", "AA": as spreadsheets call columns. */
static char *
make_letters (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}

static const char *
name_column (MarathonImportJob *job, guint column)
{
  g_autofree char *copy = NULL;

  if (job->has_header)
    return marathon_import_keep (job, marathon_import_get_cell (job, job->header_row, (int) column, &copy));
  copy = make_letters (column);
  return marathon_import_keep (job, copy);
}

static gboolean
is_chosen (const MarathonImportJob *job, guint column)
{
  for (guint i = 0; i < job->options.n_choices; i++)
    if (job->options.choices[i].column == column)
      return TRUE;
  return FALSE;
}

static void
add_column (MarathonImportJob *job, const char *key, guint column)
{
  MarathonImportCell cell = { .guide_field = MARATHON_N_GUIDE_FIELDS, .chosen = is_chosen (job, column) };
  const MarathonFieldInfo *info = key != NULL ? marathon_event_find_field (job->event, key) : NULL;

  cell.name = name_column (job, column);
  g_array_append_val (job->columns, cell);
  if (key == NULL)
    set_unknown (job, column);
  else if (strcmp (key, MARATHON_IMPORT_OWN_FIELD) == 0 && !has_text (job, column))
    marathon_import_column (job, column)->fate = MARATHON_IMPORT_COLUMN_UNUSED;
  else if (strcmp (key, MARATHON_IMPORT_OWN_FIELD) == 0)
    set_custom (job, column, NULL);
  else if (strcmp (key, IGNORED_KEY) == 0)
    marathon_import_column (job, column)->fate = MARATHON_IMPORT_COLUMN_IGNORED;
  else if (info != NULL)
    marathon_import_set_field (job, column, info);
  else if (marathon_import_find_extra (key) >= 0)
    set_extra (job, column, marathon_import_find_extra (key));
  else
    set_custom (job, column, key + strlen ("x-"));
}

static void
note_issues (MarathonImportJob *job, const MarathonCsvHeader *header)
{
  guint n;
  const MarathonCsvHeaderIssue *issues = marathon_csv_header_get_issues (header, &n);

  for (guint i = 0; i < n; i++)
    if (get_key (job, header, issues[i].column) != NULL
        || marathon_import_column (job, issues[i].column)->fate == MARATHON_IMPORT_COLUMN_UNUSED)
      continue; /* told apart after all, or empty */
    else if (issues[i].kind == MARATHON_CSV_HEADER_AMBIGUOUS)
      marathon_import_note_column (
          job, issues[i].column, MARATHON_IMPORT_NOTE_DOUBTFUL,
          _ ("this name may mean several fields, so the column is kept in a field of its own"));
    else if (issues[i].kind == MARATHON_CSV_HEADER_DUPLICATE)
      marathon_import_note_column (
          job, issues[i].column, MARATHON_IMPORT_NOTE_DOUBTFUL,
          _ ("another column is “%s” as well or better, so this one is kept in a field of its own"),
          marathon_import_describe_key (job->event, issues[i].key));
}

/* Returns: @column, or -1 where a person chose what it is. */
static int
get_found (const MarathonImportJob *job, int column)
{
  return column >= 0 && !marathon_import_column (job, (guint) column)->chosen ? column : -1;
}

/* "ID" of another program is not ours, "Class" is often an age group, "Name" beside "Vorname" is the family name. */
static void
correct_meanings (MarathonImportJob *job)
{
  int id = get_found (job, job->by_field[MARATHON_FIELD_ID]);
  int sport_class = get_found (job, job->by_field[MARATHON_FIELD_CLASS]);
  int name = get_found (job, job->by_role[MARATHON_IMPORT_ROLE_NAME]);

  if (id >= 0 && !marathon_import_holds_ids (job, (guint) id))
    {
      job->by_field[MARATHON_FIELD_ID] = -1;
      if (job->by_field[MARATHON_FIELD_EXTERNAL_ID] < 0)
        marathon_import_set_field (job, (guint) id, marathon_event_get_field (job->event, MARATHON_FIELD_EXTERNAL_ID));
      else
        set_custom (job, (guint) id, NULL);
    }
  if (sport_class >= 0 && !marathon_import_holds_classes (job, (guint) sport_class))
    {
      job->by_field[MARATHON_FIELD_CLASS] = -1;
      set_custom (job, (guint) sport_class, NULL);
      marathon_import_note_column (
          job, (guint) sport_class, MARATHON_IMPORT_NOTE_DOUBTFUL,
          _ ("holds no sport classes such as T12, so the column is kept in a field of its own"));
    }
  if (name >= 0 && job->by_field[MARATHON_FIELD_GIVEN] >= 0 && job->by_field[MARATHON_FIELD_FAMILY] < 0)
    {
      job->by_role[MARATHON_IMPORT_ROLE_NAME] = -1;
      marathon_import_set_field (job, (guint) name, marathon_event_get_field (job->event, MARATHON_FIELD_FAMILY));
    }
}

/* Whether each column is called by its key, and those are there that only an export has. */
static gboolean
is_canonical (MarathonImportJob *job, const MarathonCsvHeader *header)
{
  for (guint i = 0; i < job->columns->len; i++)
    if (g_strcmp0 (get_key (job, header, i), marathon_import_column (job, i)->name) != 0)
      return FALSE;
  return job->by_field[MARATHON_FIELD_ID] >= 0 && job->by_field[MARATHON_FIELD_PINS] >= 0;
}

/* Files for spreadsheets have no cell that could be a formula; those for programs have no guard. */
static gboolean
is_raw (MarathonImportJob *job)
{
  guint n = marathon_csv_table_get_n_rows (job->table);

  for (guint row = job->first_row; row < n; row++)
    for (guint i = 0; i < job->columns->len; i++)
      {
        const char *text = marathon_csv_table_get_cell (job->table, row, i, NULL);

        if (*text != '\0' && strchr ("=+-@", *text) != NULL)
          return TRUE;
      }
  return FALSE;
}

static gboolean
check_update (const MarathonImportJob *job, GError **error)
{
  if (!job->options.update || job->by_field[MARATHON_FIELD_ID] >= 0 || job->by_field[MARATHON_FIELD_EXTERNAL_ID] >= 0)
    return TRUE;
  g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING,
               _ ("Updating needs a column that numbers the entries (such as “Entry ID”); none was found"));
  return FALSE;
}

static void
take_header (MarathonImportJob *job, const MarathonCsvHeader *header)
{
  guint row = marathon_csv_header_get_row (header);

  job->has_header = row != MARATHON_CSV_HEADER_NONE;
  job->header_row = job->has_header ? row : 0;
  job->first_row = job->has_header ? row + 1 : 0;
  job->import->header_line = job->has_header ? marathon_csv_table_get_line (job->table, row) : 0;
  for (guint i = 0; i < marathon_csv_header_get_n_columns (header); i++)
    add_column (job, get_key (job, header, i), i);
  job->canonical = is_canonical (job, header);
  note_issues (job, header);
  if (!job->canonical)
    correct_meanings (job);
  job->raw = job->canonical && is_raw (job);
}

gboolean
marathon_import_find_columns (MarathonImportJob *job, GError **error)
{
  g_auto (Names) names = { g_array_new (FALSE, FALSE, sizeof (MarathonCsvHeaderField)),
                           g_ptr_array_new_with_free_func (g_free),
                           g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };
  g_autoptr (MarathonCsvHeader) header = NULL;
  g_autofree const char **keys = NULL;
  MarathonCsvHeaderChoices choices = { .n_keys = MARATHON_CSV_MAX_COLUMNS };

  if (!collect_names (job, &names, error) || !find_chosen_row (job, &choices.row, error))
    return FALSE;
  choices.keys = keys = collect_choices (job, &names, error);
  if (keys == NULL)
    return FALSE;
  header = marathon_csv_header_read (job->table, (const MarathonCsvHeaderField *) (gconstpointer) names.fields->data,
                                     names.fields->len, &choices);
  if (header == NULL)
    return refuse_headless (job, error);
  if (!check_choices (header, &names, error))
    return FALSE;
  take_header (job, header);
  return check_names (job, error) && check_update (job, error);
}
