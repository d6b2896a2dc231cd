/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How somebody covers the course, from columns that do not say so in as many words: divisions, categories, classes.
 * And columns of categories that hold nothing but sexes.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"
#include "base/foreign-text.h"
#include "formats/import-words.h"
#include "model/sport-class.h"

/* --- Sport classes --- */

gboolean
marathon_import_parse_class (const char *text, MarathonSportClass *sport_class)
{
  char code[4] = "";
  guint length = 0;

  *sport_class = 0;
  if (marathon_foreign_is_nothing (text) || g_ascii_strcasecmp (text, "none") == 0)
    return TRUE;
  if (strlen (text) == 2 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]))
    code[length++] = 'T';
  for (; *text != '\0'; text++)
    if (*text != ' ' && *text != '-')
      {
        if (length == 3)
          return FALSE;
        code[length++] = g_ascii_toupper (*text);
      }
  return marathon_sport_class_parse (code, sport_class);
}

/* World Athletics: T31–T34 and T51–T54 race in chairs, T71 and T72 with a frame. */
static int
get_mode_of_class (MarathonSportClass sport_class)
{
  char code[4] = "";

  marathon_sport_class_write (sport_class, code);
  if (code[0] != 'T' || !marathon_sport_class_is_known (sport_class))
    return MARATHON_MODE_RUNNING;
  if (code[1] == '7')
    return MARATHON_MODE_FRAME;
  return code[1] == '5' || (code[1] == '3' && code[2] <= '4') ? MARATHON_MODE_RACING_CHAIR : MARATHON_MODE_RUNNING;
}

/* --- Which columns tell of it --- */

gboolean
marathon_import_is_of_mode (const char *text)
{
  return marathon_import_find_mode (text) > MARATHON_MODE_RUNNING || marathon_import_means_low_sight (text);
}

static gboolean
is_called_alike (const char *name)
{
  static const char *const parts[] = { "class", "klass", "clase", "categ", "kateg", "division", "disab", "handicap",
                                       "behinder", "para", "mode" };
  g_autofree char *folded = marathon_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
marathon_import_find_mode_column (MarathonImportJob *job, guint column)
{
  MarathonImportCell *cell = marathon_import_column (job, column);

  if (job->canonical || cell->info == NULL)
    return;
  cell->tells_mode = cell->info->field == MARATHON_FIELD_CATEGORY || cell->info->field == MARATHON_FIELD_CLASS
                     || cell->info->field == MARATHON_FIELD_ROUTE || cell->info->field == MARATHON_FIELD_MODE
                     || (cell->info->field >= MARATHON_FIELD_CUSTOM && is_called_alike (cell->name));
}

/* --- What a row tells --- */

static void
take_mode (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, guint column, const char *text, int mode)
{
  marathon_entrant_draft_set (draft, MARATHON_FIELD_MODE, marathon_mode_words[mode].word, NULL);
  marathon_import_column (job, column)->used = TRUE;
  marathon_import_note (job, row, (int) column, MARATHON_IMPORT_NOTE_ALTERED, text, _ ("taken as the mode “%s”"),
                        _ (marathon_mode_words[mode].label));
}

/* What has no other place goes into the note of a new person. */
static void
note_low_sight (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, guint column, const char *text)
{
  gboolean is_kept = marathon_import_column (job, column)->info->field >= MARATHON_FIELD_CUSTOM;
  g_autofree char *kept = g_strdup_printf ("%s: %s", marathon_import_column (job, column)->name, text);

  if (draft->value.sport_class != 0)
    return;
  if (!is_kept && draft->value.id == 0 && !marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_NOTE]))
    {
      marathon_entrant_draft_set (draft, MARATHON_FIELD_NOTE, kept, NULL);
      marathon_import_column (job, column)->used = is_kept = TRUE;
    }
  marathon_import_note (job, row, (int) column, MARATHON_IMPORT_NOTE_DOUBTFUL, text,
                        is_kept ? _ ("kept as a remark; it needs a sport class, T11, T12 or T13")
                                : _ ("needs a sport class, T11, T12 or T13"));
}

void
marathon_import_infer_mode (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  int mode_column = job->by_field[MARATHON_FIELD_MODE], of_class;
  gboolean is_said = draft->value.mode != MARATHON_MODE_RUNNING;
  g_autofree char *mode_copy = NULL;

  is_said |= marathon_import_find_mode (marathon_import_get_cell (job, row, mode_column, &mode_copy)) >= 0;
  for (guint i = 0; i < job->columns->len; i++)
    {
      const MarathonImportCell *cell = marathon_import_column (job, i);
      g_autofree char *copy = NULL;
      const char *text = cell->tells_mode ? marathon_import_get_cell (job, row, (int) i, &copy) : "";
      int mode = *text != '\0' ? marathon_import_find_mode (text) : -1;

      if (mode > MARATHON_MODE_RUNNING && !is_said)
        {
          take_mode (job, draft, row, i, text, mode);
          is_said = TRUE;
        }
      else if (*text != '\0' && marathon_import_means_low_sight (text))
        note_low_sight (job, draft, row, i, text);
    }
  of_class = get_mode_of_class (draft->value.sport_class);
  if (!is_said && of_class != MARATHON_MODE_RUNNING && !job->canonical
      && marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_CLASS]))
    {
      g_autofree char *copy = NULL;
      int column = job->by_field[MARATHON_FIELD_CLASS];

      take_mode (job, draft, row, (guint) column, marathon_import_get_cell (job, row, column, &copy), of_class);
    }
}

/* --- Categories that are sexes --- */

static gboolean
is_mapped (const MarathonImportJob *job)
{
  for (guint i = 0; job->options.mappings != NULL && job->options.mappings[i] != NULL; i++)
    if (g_str_has_suffix (job->options.mappings[i], "=category"))
      return TRUE;
  for (guint i = 0; i < job->options.n_choices; i++)
    if (g_strcmp0 (job->options.choices[i].key, "category") == 0)
      return TRUE;
  return FALSE;
}

/* Whether all cells are words for sexes, and the event has not a category for each of them. */
static gboolean
holds_sexes (MarathonImportJob *job, guint column)
{
  guint n = marathon_csv_table_get_n_rows (job->table);
  guint met = 0, unknown = 0;

  for (guint row = job->first_row; row < n; row++)
    {
      g_autofree char *copy = NULL;
      const char *text = marathon_import_get_cell (job, row, (int) column, &copy);
      int sex = *text != '\0' ? marathon_import_find_sex (text) : MARATHON_SEX_UNKNOWN;
      gboolean several;

      if (sex < 0)
        return FALSE;
      if (sex == MARATHON_SEX_UNKNOWN || (met & 1u << sex) != 0)
        continue;
      met |= 1u << sex;
      if (marathon_import_find_record (job, MARATHON_LIST_CATEGORIES, text, &several) == NULL)
        unknown |= 1u << sex;
    }
  return met != 0 && unknown != 0;
}

gboolean
marathon_import_take_sexes (MarathonImportJob *job, guint column)
{
  MarathonImportCell *cell = marathon_import_column (job, column);

  if (job->canonical || is_mapped (job) || !holds_sexes (job, column))
    return FALSE;
  job->by_field[MARATHON_FIELD_CATEGORY] = -1;
  if (job->by_field[MARATHON_FIELD_SEX] < 0)
    {
      marathon_import_set_field (job, column, marathon_event_get_field (job->event, MARATHON_FIELD_SEX));
      marathon_import_note_column (job, column, MARATHON_IMPORT_NOTE_ALTERED,
                                   _ ("holds the sex of people, not categories, and is taken so"));
      return TRUE;
    }
  marathon_import_note_column (job, column, MARATHON_IMPORT_NOTE_IGNORED,
                               _ ("holds the sex of people, not categories; the sex is in column %u"),
                               (guint) job->by_field[MARATHON_FIELD_SEX] + 1);
  *cell = (MarathonImportCell) { .name = cell->name,
                                .guide_field = MARATHON_N_GUIDE_FIELDS,
                                .fate = MARATHON_IMPORT_COLUMN_UNUSED };
  return TRUE;
}
