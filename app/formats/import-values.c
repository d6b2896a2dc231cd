/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading one cell as a field: the forms of the world turned into the canonical text that the model takes.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"
#include "base/foreign-text.h"
#include "formats/import-words.h"
#include "model/sport-class.h"

#define TENTHS_OF_HOUR 36000

/* A cell on its way into a draft. */
typedef struct {
  MarathonImportJob *job;
  MarathonEntrantDraft *draft;
  MarathonImportCell *cell;
  guint row;
  guint column;
  const char *text; /* cleaned */
} Reading;

static void G_GNUC_PRINTF (3, 4)
note (const Reading *reading, MarathonImportOutcome outcome, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  marathon_import_note (reading->job, reading->row, (int) reading->column, outcome,
                        marathon_csv_table_get_cell (reading->job->table, reading->row, reading->column, NULL), "%s",
                        text);
}

static void
refuse (const Reading *reading, const char *expected)
{
  note (reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not taken: not understood; expected is %s"), expected);
}

/* The message of the model without the key in front, which the note has of its own. */
static const char *
skip_key (const char *message, const char *key)
{
  gsize length = strlen (key);

  return strncmp (message, key, length) == 0 && message[length] == ':' ? message + length + 2 : message;
}

/* Gives canonical text to the draft. */
static gboolean
set (const Reading *reading, const char *canonical)
{
  g_autoptr (GError) error = NULL;

  if (marathon_entrant_draft_set_text (reading->draft, reading->cell->info, canonical, &error))
    return TRUE;
  note (reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not taken: %s"),
        skip_key (error->message, reading->cell->info->key));
  return FALSE;
}

/* --- Texts --- */

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~')
      return FALSE;
  return TRUE;
}

static void
read_text (Reading *reading)
{
  const char *raw = marathon_import_get_raw (reading->job, reading->row, reading->column);
  gboolean lines = reading->cell->info->type == MARATHON_FIELD_TYPE_LINES, changed = FALSE;
  g_autofree char *cleaned = NULL;

  if (is_plain (raw) && reading->text == raw)
    {
      set (reading, raw);
      return;
    }
  cleaned = marathon_clean_text (raw, lines, &changed);
  if (set (reading, cleaned) && changed)
    note (reading, MARATHON_IMPORT_NOTE_ALTERED, _ ("cleaned: “%s”"), cleaned);
}

static void
read_nation (Reading *reading)
{
  MarathonEntrant *value = &reading->draft->value;

  if (marathon_foreign_is_nothing (reading->text))
    return;
  read_text (reading);
  if (value->nation != 0 && value->nation_code == 0)
    note (reading, MARATHON_IMPORT_NOTE_DOUBTFUL, _ ("kept as it is; no nation is known by that code or name"));
}

/* The event's own routes by their folded words: those that categories, waves and bib blocks name. */
static GHashTable *
get_routes (MarathonImportJob *job)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES, MARATHON_LIST_BIB_BLOCKS };

  if (job->routes != NULL)
    return job->routes;
  job->routes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      MarathonRecordList *list = marathon_event_get_list (job->event, lists[i]);

      for (guint r = 0; r < marathon_record_list_get_size (list); r++)
        {
          MarathonRecord *record = marathon_record_list_get (list, r);
          int column = marathon_record_find_column (record, "routes");
          g_auto (GStrv) words = g_strsplit (marathon_record_get_text (record, (guint) column), ";", -1);

          for (guint w = 0; words[w] != NULL; w++)
            g_hash_table_replace (job->routes, marathon_fold (words[w]), g_strdup (words[w]));
        }
    }
  return job->routes;
}

/* A route of the event's own is kept in small letters with hyphens, and told once. */
static void
read_route (Reading *reading)
{
  g_autofree char *folded = marathon_fold (reading->text);
  const char *route = g_hash_table_lookup (get_routes (reading->job), folded);
  char *slug;

  if (route == NULL)
    route = marathon_import_find_route (reading->text);
  if (route == NULL && reading->cell->tells_mode && marathon_import_is_of_mode (reading->text))
    return;
  if (route != NULL || marathon_foreign_is_nothing (reading->text))
    {
      set (reading, route != NULL ? route : "");
      return;
    }
  slug = marathon_import_make_slug (reading->text);
  if (*slug == '\0')
    {
      g_free (slug);
      slug = g_strdup (reading->text);
    }
  if (set (reading, slug))
    note (reading, MARATHON_IMPORT_NOTE_DOUBTFUL, _ ("not one of the usual routes; here and below kept as “%s”"), slug);
  g_hash_table_replace (reading->job->routes, g_steal_pointer (&folded), slug);
}

/* --- Words --- */

/* By the word or the label of the vocabulary, or by @letters: a letter for each word of it. */
static int
find_word (const MarathonWord *words, const char *text, const char *letters)
{
  g_autofree char *folded = marathon_fold (text);
  const char *letter = folded[0] != '\0' && folded[1] == '\0' ? strchr (letters, folded[0]) : NULL;

  g_strdelimit (folded, " _", '-');
  for (int i = 0; words[i].word != NULL; i++)
    {
      g_autofree char *label = marathon_fold (words[i].label);

      g_strdelimit (label, " _", '-');
      if (strcmp (words[i].word, folded) == 0 || strcmp (label, folded) == 0)
        return i;
    }
  return letter != NULL && *letter != '.' ? (int) (letter - letters) : -1;
}

static int
find_result (const char *text)
{
  int index = find_word (marathon_result_status_words, text, "");

  if (index < 0 && (g_ascii_strcasecmp (text, "DSQ") == 0 || g_ascii_strcasecmp (text, "disq") == 0))
    index = MARATHON_RESULT_STATUS_DQ;
  else if (index < 0 && (g_ascii_strcasecmp (text, "OK") == 0 || g_ascii_strcasecmp (text, "fin") == 0))
    index = MARATHON_RESULT_STATUS_FINISHED;
  return index;
}

static int
find_publish (const char *text)
{
  int index = find_word (marathon_publish_words, text, "");
  int answer = index < 0 ? marathon_import_find_yes_no (text) : -1;

  if (answer >= 0)
    index = answer == TRUE ? MARATHON_PUBLISH_FULL : MARATHON_PUBLISH_WITHHELD;
  return index;
}

static int
find_enum (const Reading *reading)
{
  switch (reading->cell->info->field)
    {
    case MARATHON_FIELD_SEX:
      if (reading->cell->m_is_female && g_ascii_strcasecmp (reading->text, "M") == 0)
        return MARATHON_SEX_FEMALE;
      return marathon_import_find_sex (reading->text);
    case MARATHON_FIELD_MODE:
      if (reading->cell->yes_is_chair && marathon_import_find_yes_no (reading->text) >= 0)
        return marathon_import_find_yes_no (reading->text) == TRUE ? MARATHON_MODE_RACING_CHAIR : MARATHON_MODE_RUNNING;
      return marathon_import_find_mode (reading->text);
    case MARATHON_FIELD_STATUS:
      return marathon_import_find_status (reading->text);
    case MARATHON_FIELD_CLASS_STATUS:
      return find_word (marathon_class_status_words, reading->text, ".nrfc");
    case MARATHON_FIELD_PUBLISH:
      return find_publish (reading->text);
    default:
      return find_result (reading->text);
    }
}

/* What an unknown word must not do: enter somebody for certain, or publish a name. */
static gboolean
read_cautiously (const Reading *reading)
{
  const MarathonWord *words = reading->cell->info->vocabulary;
  guint word;

  if (reading->cell->info->field == MARATHON_FIELD_STATUS)
    word = MARATHON_STATUS_APPLIED;
  else if (reading->cell->info->field == MARATHON_FIELD_PUBLISH)
    word = MARATHON_PUBLISH_WITHHELD;
  else
    return FALSE;
  if (reading->draft->value.id != 0)
    return FALSE;
  set (reading, words[word].word);
  note (reading, MARATHON_IMPORT_NOTE_ALTERED, _ ("not understood; taken as “%s” until somebody decides"),
        _ (words[word].label));
  return TRUE;
}

static void
read_enum (Reading *reading)
{
  const MarathonWord *words = reading->cell->info->vocabulary;
  int index = find_enum (reading);
  g_autofree char *list = NULL;

  if (index >= 0)
    set (reading, words[index].word);
  if (index == MARATHON_SEX_UNKNOWN && reading->cell->info->field == MARATHON_FIELD_SEX && !reading->cell->told_unknown)
    {
      note (reading, MARATHON_IMPORT_NOTE_IGNORED, _ ("here and below taken as a sex that is not known"));
      reading->cell->told_unknown = TRUE;
    }
  if (index < 0 && !marathon_foreign_is_nothing (reading->text) && !read_cautiously (reading))
    {
      list = marathon_words_list (words);
      refuse (reading, list);
    }
}

static void
read_flag (Reading *reading)
{
  int answer = marathon_import_find_yes_no (reading->text);

  if (answer < 0)
    refuse (reading, _ ("yes or no"));
  else
    set (reading, answer == TRUE ? "yes" : "");
}

static void
note_guard (const Reading *reading)
{
  const char *raw = marathon_csv_table_get_cell (reading->job->table, reading->row, reading->column, NULL);

  if (raw != marathon_import_get_raw (reading->job, reading->row, reading->column))
    note (reading, MARATHON_IMPORT_NOTE_ALTERED, _ ("taken without the apostrophe that guards spreadsheets"));
}

static void
read_record (Reading *reading)
{
  const MarathonFieldInfo *info = reading->cell->info;
  gboolean several;
  g_autoptr (GError) error = NULL;
  MarathonRecord *record;

  if (marathon_foreign_is_nothing (reading->text))
    return;
  if (info->list == MARATHON_LIST_GROUPS)
    {
      record = marathon_import_get_group (reading->job, reading->text, &error);
      if (record == NULL)
        note (reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not taken: %s"), error->message);
      else
        set (reading, marathon_record_get_key (record));
      return;
    }
  record = marathon_import_find_record (reading->job, info->list, reading->text, &several);
  if (record != NULL)
    set (reading, marathon_record_get_key (record));
  else if (reading->cell->tells_mode && marathon_import_is_of_mode (reading->text))
    return;
  else if (several)
    note (reading, MARATHON_IMPORT_NOTE_REFUSED,
          _ ("not taken: several have that name; its id in the event would be plain"));
  else
    note (reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not taken: the event has none of that name"));
}

/* A place that a person pinned is not changed by a file. */
static void
read_place (Reading *reading)
{
  gboolean is_wave = reading->cell->info->field == MARATHON_FIELD_WAVE;
  MarathonFlags pin = is_wave ? MARATHON_FLAG_WAVE_PINNED : MARATHON_FLAG_CATEGORY_PINNED;
  MarathonEntrant *value = &reading->draft->value, old = *value;

  read_record (reading);
  if ((is_wave ? old.wave == value->wave : old.category == value->category))
    return;
  if (marathon_entrant_has_flag (&old, pin))
    {
      value->wave = old.wave;
      value->category = old.category;
      note (reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not changed: pinned in the event"));
      return;
    }
  marathon_entrant_draft_set_flag (reading->draft, pin, TRUE);
  if (reading->job->by_field[MARATHON_FIELD_PINS] < 0 && is_wave)
    reading->job->import->n_pinned_waves++;
  else if (reading->job->by_field[MARATHON_FIELD_PINS] < 0)
    reading->job->import->n_pinned_categories++;
  marathon_entrant_draft_set (reading->draft, is_wave ? MARATHON_FIELD_WAVE_REASON : MARATHON_FIELD_CATEGORY_REASON, "",
                              NULL);
}

/* --- Dates, times, numbers --- */

static MarathonDate
get_latest (const MarathonImportJob *job)
{
  return job->options.latest != MARATHON_DATE_UNKNOWN ? job->options.latest
                                                      : marathon_event_get_info (job->event)->date;
}

static gboolean
parse_date (const Reading *reading, MarathonDate *date)
{
  gboolean other_century;

  if (!marathon_import_parse_date (reading->cell, reading->text, get_latest (reading->job), date, &other_century))
    return FALSE;
  if (other_century)
    note (reading, MARATHON_IMPORT_NOTE_DOUBTFUL, _ ("two digits of a year; taken as %d, since no small children run"),
          marathon_date_get_year (*date));
  return TRUE;
}

/* Whether only the order of day and month is in doubt. */
static gboolean
is_either_order (const Reading *reading)
{
  MarathonDate date;

  return reading->cell->date_order == MARATHON_DATE_ORDER_UNKNOWN
         && marathon_date_parse_foreign (reading->text, MARATHON_DATE_ORDER_DMY, get_latest (reading->job), &date)
         && marathon_date_parse_foreign (reading->text, MARATHON_DATE_ORDER_MDY, get_latest (reading->job), &date);
}

static void
read_date (Reading *reading)
{
  gboolean is_birth = reading->cell->info->type == MARATHON_FIELD_TYPE_BIRTH;
  MarathonDate date, latest = get_latest (reading->job);
  char canonical[20];

  if (!parse_date (reading, &date))
    {
      if (is_either_order (reading))
        note (reading, MARATHON_IMPORT_NOTE_REFUSED,
              _ ("not taken: day and month may be either way, as both are met in this column"));
      else
        refuse (reading, is_birth ? _ ("a date such as 1983-03-23, or a year") : _ ("a date such as 2014-04-13"));
      return;
    }
  if (date == MARATHON_DATE_UNKNOWN)
    return;
  if (is_birth && latest != MARATHON_DATE_UNKNOWN && marathon_date_age_on (date, latest) < 0)
    {
      note (reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not taken: nobody is born after the race"));
      return;
    }
  marathon_date_write (date, canonical);
  set (reading, canonical);
}

/* Why a time is not taken, and what would be. */
static void
refuse_time (const Reading *reading)
{
  MarathonImportTimeForm form = marathon_import_find_time_form (reading->text);
  g_autofree char *copy = NULL;
  guint nth = reading->cell->long_row;

  if (form == MARATHON_IMPORT_TIME_SHORT && nth != 0)
    note (reading, MARATHON_IMPORT_NOTE_REFUSED,
          _ ("not taken: ambiguous, hours and minutes or minutes and seconds, since the column has “%s” in line %u "
             "too"),
          marathon_import_get_cell (reading->job, nth - 1, (int) reading->column, &copy),
          marathon_csv_table_get_line (reading->job->table, nth - 1));
  else if (form == MARATHON_IMPORT_TIME_DOTTED)
    note (reading, MARATHON_IMPORT_NOTE_REFUSED,
          _ ("not taken: ambiguous, hours and minutes or parts of an hour; expected is a time such as 2:04:29"));
  else
    refuse (reading, _ ("a time such as 2:04:29"));
}

static void
read_time (Reading *reading)
{
  gsize first = strspn (reading->text, "0123456789");
  gboolean is_long = first > 2 || g_ascii_strtoull (reading->text, NULL, 10) >= 10, guessed;
  g_autofree char *plain = marathon_import_rewrite_time (reading->cell, reading->text, &guessed);
  MarathonTime time;
  char canonical[16];

  if (!marathon_time_parse_foreign (plain != NULL ? plain : reading->text,
                                    is_long ? reading->cell->long_hint : reading->cell->short_hint, &time))
    {
      refuse_time (reading);
      return;
    }
  if (time == MARATHON_TIME_NONE)
    return;
  marathon_time_write (time, canonical);
  if (!set (reading, canonical))
    return;
  if (guessed && (time >= TENTHS_OF_HOUR || !reading->cell->has_hours))
    note (reading, MARATHON_IMPORT_NOTE_ALTERED, _ ("read as %s, as the rest of the column shows"), canonical);
  else if (reading->cell->has_hours
           && (guessed || marathon_import_find_time_form (reading->text) == MARATHON_IMPORT_TIME_LONG))
    note (reading, MARATHON_IMPORT_NOTE_DOUBTFUL,
          _ ("read as %s, less than an hour; other times of the column are hours"), canonical);
}

/* "3,5" is a number too. */
static void
read_number (Reading *reading)
{
  g_autofree char *number = g_strdelimit (g_strdup (reading->text), ",", '.');

  set (reading, strchr (reading->text, '.') == NULL ? number : reading->text);
}

static void
read_class (Reading *reading)
{
  MarathonSportClass sport_class;
  char canonical[4];

  if (!marathon_import_parse_class (reading->text, &sport_class))
    {
      if (reading->cell->tells_mode && marathon_import_is_of_mode (reading->text))
        return;
      refuse (reading, _ ("a sport class such as T12"));
      return;
    }
  if (sport_class == 0)
    return;
  marathon_sport_class_write (sport_class, canonical);
  if (!set (reading, canonical))
    return;
  if (g_ascii_isdigit (reading->text[0]))
    note (reading, MARATHON_IMPORT_NOTE_ALTERED, _ ("read as %s"), canonical);
  else if (!marathon_sport_class_is_known (sport_class))
    note (reading, MARATHON_IMPORT_NOTE_DOUBTFUL, _ ("kept as it is; athletics has no such class"));
}

/* --- All of them --- */

typedef void (*ReadFunc) (Reading *reading);

static void
read_canonical (Reading *reading)
{
  set (reading, reading->text);
}

static void
read_uint (Reading *reading)
{
  if (!marathon_foreign_is_nothing (reading->text))
    set (reading, reading->text);
}

static const ReadFunc readers[] = {
  [MARATHON_FIELD_TYPE_TEXT] = read_text,     [MARATHON_FIELD_TYPE_LINES] = read_text,
  [MARATHON_FIELD_TYPE_WORDS] = read_canonical, [MARATHON_FIELD_TYPE_ID] = read_canonical,
  [MARATHON_FIELD_TYPE_BIB] = read_canonical, [MARATHON_FIELD_TYPE_ENUM] = read_enum,
  [MARATHON_FIELD_TYPE_BIRTH] = read_date,    [MARATHON_FIELD_TYPE_DAY] = read_date,
  [MARATHON_FIELD_TYPE_NATION] = read_nation, [MARATHON_FIELD_TYPE_RECORD] = read_record,
  [MARATHON_FIELD_TYPE_CLASS] = read_class,   [MARATHON_FIELD_TYPE_UINT] = read_uint,
  [MARATHON_FIELD_TYPE_NUMBER] = read_number, [MARATHON_FIELD_TYPE_TIME] = read_time,
  [MARATHON_FIELD_TYPE_FLAG] = read_flag,     [MARATHON_FIELD_TYPE_INSTANT] = read_canonical,
  [MARATHON_FIELD_TYPE_PINS] = read_canonical,
};

void
marathon_import_read_cell (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, guint column)
{
  MarathonImportCell *cell = marathon_import_column (job, column);
  g_autofree char *copy = NULL;
  Reading reading = { job, draft, cell, row, column, NULL };

  reading.text = marathon_import_get_cell (job, row, (int) column, &copy);
  if (*reading.text == '\0')
    return;
  cell->used = TRUE;
  note_guard (&reading);
  if (cell->info->field == MARATHON_FIELD_CATEGORY || cell->info->field == MARATHON_FIELD_WAVE)
    read_place (&reading);
  else if (job->canonical
           && marathon_entrant_draft_set_text (draft, cell->info,
                                               marathon_import_get_raw (job, row, column), NULL))
    return;
  else if (cell->info->field == MARATHON_FIELD_ROUTE)
    read_route (&reading);
  else
    readers[cell->info->type](&reading);
}

/* --- Guides --- */

/* The canonical text of a cell for a field of a guide; %NULL where it is not understood. */
static char *
get_guide_text (const Reading *reading, const char **expected)
{
  MarathonDate date;
  int index;

  switch (reading->cell->guide_field)
    {
    case MARATHON_GUIDE_ROLE:
      *expected = _ ("guide, support, pilot or pusher");
      index = marathon_import_find_guide_role (reading->text);
      return index >= 0 ? g_strdup (marathon_guide_role_words[index].word) : NULL;
    case MARATHON_GUIDE_SEX:
      *expected = "M, F, X";
      index = find_enum (reading);
      return index >= 0 ? g_strdup (marathon_sex_words[index].word) : NULL;
    case MARATHON_GUIDE_BORN:
      *expected = _ ("a date such as 1983-03-23, or a year");
      return parse_date (reading, &date) ? marathon_date_format (date) : NULL;
    case MARATHON_GUIDE_WAIVER:
      *expected = _ ("yes or no");
      index = marathon_import_find_yes_no (reading->text);
      return index >= 0 ? g_strdup (index == TRUE ? "yes" : "") : NULL;
    default:
      return g_strdup (reading->text);
    }
}

void
marathon_import_read_guide_cell (MarathonImportJob *job, MarathonGuide *guide, guint row, guint column)
{
  MarathonImportCell *cell = marathon_import_column (job, column);
  g_autofree char *copy = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *expected = NULL;
  Reading reading = { job, NULL, cell, row, column, NULL };

  reading.text = marathon_import_get_cell (job, row, (int) column, &copy);
  if (*reading.text == '\0')
    return;
  if (job->canonical && marathon_guide_set_text (job->event, guide, cell->guide_field, reading.text, NULL))
    return;
  text = get_guide_text (&reading, &expected);
  if (text == NULL)
    refuse (&reading, expected);
  else if (!marathon_guide_set_text (job->event, guide, cell->guide_field, text, &error))
    note (&reading, MARATHON_IMPORT_NOTE_REFUSED, _ ("not taken: %s"), error->message);
  else if (cell->guide_field == MARATHON_GUIDE_NATION && guide->nation_code == 0)
    note (&reading, MARATHON_IMPORT_NOTE_DOUBTFUL, _ ("kept as it is; no nation is known by that code or name"));
}
