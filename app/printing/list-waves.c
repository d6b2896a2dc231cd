/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists by wave: the wave lists that are posted, and the sheets of the marshals at the gates. Starts and their waves in the event's
 * order, inside by bib; whoever has no wave is in a last section.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/official.h"
#include "model/start.h"
#include "model/wave.h"
#include "planning/start-unit.h"
#include "printing/bib-summary.h"

#define BETWEEN " · "
/* In the box of a start whose name the heading says: its colours alone (U+00A0). */
#define NO_NAME "\302\240"

typedef struct {
  MarathonListBuilder *builder;
  gboolean for_marshals;
  GHashTable *people; /* handle of a wave → how many start in it, also of those whom the list does not show */
  GString *empty;     /* names of waves without anybody */
} Sheets;

/* --- The order of waves --- */

static guint
get_start_position (MarathonEvent *event, const MarathonWave *wave)
{
  MarathonStart *start = marathon_event_get_record (event, MARATHON_LIST_STARTS, wave->start);
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);

  return start != NULL ? marathon_record_list_get_position (starts, MARATHON_RECORD (start)) : G_MAXUINT;
}

static int
compare_waves (gconstpointer a, gconstpointer b, gpointer user_data)
{
  MarathonEvent *event = user_data;
  MarathonRecordList *waves = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  MarathonWave *left = *(MarathonWave *const *) a, *right = *(MarathonWave *const *) b;
  guint left_start = get_start_position (event, left), right_start = get_start_position (event, right);
  guint left_wave, right_wave;

  if (left_start != right_start)
    return left_start < right_start ? -1 : 1;
  left_wave = marathon_record_list_get_position (waves, MARATHON_RECORD (left));
  right_wave = marathon_record_list_get_position (waves, MARATHON_RECORD (right));
  return (left_wave > right_wave) - (left_wave < right_wave);
}

static GPtrArray *
list_waves (MarathonEvent *event)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  GPtrArray *waves = g_ptr_array_new ();

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    g_ptr_array_add (waves, marathon_record_list_get (list, i));
  g_ptr_array_sort_with_data (waves, compare_waves, event);
  return waves;
}

/* Handle → section + 1; whoever has no wave is in the section after all others. */
static GHashTable *
number_waves (GPtrArray *waves)
{
  GHashTable *sections = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < waves->len; i++)
    g_hash_table_insert (sections, GUINT_TO_POINTER (marathon_record_get_handle (waves->pdata[i])), GUINT_TO_POINTER (i + 1));
  g_hash_table_insert (sections, GUINT_TO_POINTER (0), GUINT_TO_POINTER (waves->len + 1));
  return sections;
}

static guint32
find_section (const MarathonEntrant *entrant, gpointer user_data)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (user_data, GUINT_TO_POINTER (entrant->wave))) - 1;
}

/* --- What is said of a wave --- */

static void
append_clause (GString *out, char *clause)
{
  if (out->len > 0)
    g_string_append (out, BETWEEN);
  g_string_append (out, clause);
  g_free (clause);
}

static GHashTable *
count_people (MarathonEvent *event)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);
  MarathonRoster *roster = marathon_event_get_roster (event);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      gpointer wave = GUINT_TO_POINTER (entrant->wave);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (people, wave));

      if (entrant->status == MARATHON_STATUS_ACCEPTED && entrant->wave != 0)
        g_hash_table_insert (people, wave, GUINT_TO_POINTER (n + marathon_entrant_count_people (event, entrant)));
    }
  return people;
}

static guint
count_shown (MarathonListBuilder *builder, const guint32 *positions, guint n)
{
  guint people = 0;

  for (guint i = 0; i < n; i++)
    people += marathon_entrant_count_people (builder->event, marathon_list_builder_get (builder, positions[i]));
  return people;
}

/* "870 of 900 places taken, 12 shown". */
static void
append_occupation (Sheets *sheets, const MarathonWave *wave, guint n_shown, GString *out)
{
  gpointer handle = GUINT_TO_POINTER (marathon_record_get_handle ((MarathonRecord *) wave));
  guint n_people = GPOINTER_TO_UINT (g_hash_table_lookup (sheets->people, handle));

  if (wave->capacity > 0)
    append_clause (out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u place taken", "%u of %u places taken", wave->capacity),
                                         n_people, wave->capacity));
  else if (n_shown != n_people)
    append_clause (out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n_people), n_people));
  if (n_shown != n_people)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, ", %u shown", ", %u shown", n_shown), n_shown);
}

/* "Start 10:20 · 870 of 900 places taken". */
static void
append_facts (Sheets *sheets, const MarathonWave *wave, const guint32 *positions, guint n, GString *out)
{
  if (wave->time != MARATHON_CLOCK_NONE)
    {
      g_autofree char *time = marathon_clock_format (wave->time);

      append_clause (out, g_strdup_printf (_ ("Start %s"), time));
    }
  append_occupation (sheets, wave, count_shown (sheets->builder, positions, n), out);
}

static gboolean
has_task_at (const MarathonOfficial *official, const MarathonWave *wave)
{
  guint32 handle = marathon_record_get_handle ((MarathonRecord *) wave);

  return (official->waves != NULL && marathon_handles_contain (official->waves, handle))
         || (official->starts != NULL && wave->start != 0 && marathon_handles_contain (official->starts, wave->start));
}

static void
append_officials (MarathonListBuilder *builder, const MarathonWave *wave, GString *out)
{
  MarathonRecordList *officials = marathon_event_get_list (builder->event, MARATHON_LIST_OFFICIALS);

  for (guint i = 0; i < marathon_record_list_get_size (officials); i++)
    {
      const MarathonOfficial *official = marathon_record_list_get (officials, i);
      g_autoptr (GString) name = g_string_new (NULL);

      if (!has_task_at (official, wave))
        continue;
      marathon_list_append_person (official->family, official->given, name);
      append_clause (out, g_strdup_printf ("%s: %s", _ (marathon_official_role_words[official->role].label), name->str));
    }
}

/* The box in the colours of the start, where there are several; it does not repeat the heading. */
static void
set_swatch (MarathonListBuilder *builder, const MarathonStart *start, MarathonReportSection *section)
{
  if (start == NULL || marathon_record_list_get_size (marathon_event_get_list (builder->event, MARATHON_LIST_STARTS)) < 2)
    return;
  section->swatch_name = g_str_equal (start->name, section->heading) ? NO_NAME : start->name;
  section->swatch_ink = start->ink;
  section->swatch_ground = start->ground;
}

static void
begin_wave (Sheets *sheets, const MarathonWave *wave, const char *subheading)
{
  MarathonListBuilder *builder = sheets->builder;
  MarathonReportSection section = {
    .heading = marathon_list_text_get_wave_name (builder->text, marathon_record_get_handle ((MarathonRecord *) wave)),
    .subheading = subheading,
    .page_break_before = sheets->for_marshals,
  };

  set_swatch (builder, marathon_event_get_record (builder->event, MARATHON_LIST_STARTS, wave->start), &section);
  marathon_list_builder_begin_section (builder, &section);
}

/* --- Sections --- */

static void
append_bibs (MarathonListBuilder *builder, const guint32 *positions, guint n, GString *out)
{
  g_autofree char *bibs = marathon_bib_summary (builder->event, positions, n);

  if (*bibs != '\0')
    append_clause (out, g_strdup_printf (_ ("Bibs %s"), bibs));
}

static void
add_wave (Sheets *sheets, const MarathonWave *wave, const guint32 *positions, guint n)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  append_facts (sheets, wave, positions, n, facts);
  if (sheets->for_marshals)
    {
      append_bibs (sheets->builder, positions, n, facts);
      append_officials (sheets->builder, wave, facts);
    }
  begin_wave (sheets, wave, facts->str);
  marathon_list_builder_add_entrants (sheets->builder, positions, n);
}

/* A wave of which nobody is on the list has a section only where it was asked for. */
static void
add_wave_without_entrants (Sheets *sheets, const MarathonWave *wave)
{
  MarathonListBuilder *builder = sheets->builder;
  guint32 handle = marathon_record_get_handle ((MarathonRecord *) wave);

  if (builder->wave == handle)
    add_wave (sheets, wave, NULL, 0);
  else if (!marathon_list_builder_is_filtered (builder))
    g_string_append_printf (sheets->empty, "%s%s", sheets->empty->len > 0 ? ", " : "",
                            marathon_list_text_get_wave_name (builder->text, handle));
}

static void
add_rest (Sheets *sheets, const guint32 *positions, guint n)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  MarathonReportSection section = { .heading = _ ("Without a wave"), .page_break_before = sheets->for_marshals };

  if (n == 0)
    return;
  if (sheets->for_marshals)
    append_bibs (sheets->builder, positions, n, facts);
  section.subheading = facts->str;
  marathon_list_builder_begin_section (sheets->builder, &section);
  marathon_list_builder_add_entrants (sheets->builder, positions, n);
}

static void
add_sections (Sheets *sheets, const GPtrArray *waves, const MarathonListDivision *division)
{
  for (guint i = 0; i <= waves->len; i++)
    {
      const guint32 *positions = division->positions + division->starts[i];
      guint n = division->starts[i + 1] - division->starts[i];

      if (i == waves->len)
        add_rest (sheets, positions, n);
      else if (n > 0)
        add_wave (sheets, waves->pdata[i], positions, n);
      else
        add_wave_without_entrants (sheets, waves->pdata[i]);
    }
  if (sheets->empty->len > 0)
    marathon_list_builder_add_remark (sheets->builder, _ ("Waves without entrants"), sheets->empty->str);
}

static void
build (MarathonListBuilder *builder, const MarathonListColumnId *columns, gboolean for_marshals)
{
  g_autoptr (GPtrArray) waves = list_waves (builder->event);
  g_autoptr (GHashTable) sections = number_waves (waves);
  g_autoptr (GHashTable) people = count_people (builder->event);
  g_autoptr (GString) empty = g_string_new (NULL);
  g_autoptr (MarathonListDivision) division = NULL;
  Sheets sheets = { builder, for_marshals, people, empty };

  marathon_list_sort_by_bib (builder->text, builder->positions);
  division = marathon_list_builder_divide (builder, waves->len + 1, find_section, sections);
  marathon_list_builder_add_columns (builder, columns);
  add_sections (&sheets, waves, division);
}

void
marathon_list_build_waves (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,  MARATHON_LIST_COLUMN_NAME,     MARATHON_LIST_COLUMN_NATION, MARATHON_LIST_COLUMN_CLASS,
    MARATHON_LIST_COLUMN_CLUB, MARATHON_LIST_COLUMN_CATEGORY, MARATHON_LIST_COLUMN_BORN,   MARATHON_N_LIST_COLUMNS,
  };

  build (builder, columns, FALSE);
}

void
marathon_list_build_marshals (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,      MARATHON_LIST_COLUMN_NAME,  MARATHON_LIST_COLUMN_CLASS, MARATHON_LIST_COLUMN_CATEGORY,
    MARATHON_LIST_COLUMN_GROUP,    MARATHON_LIST_COLUMN_LOAD,  MARATHON_LIST_COLUMN_NOTE,  MARATHON_N_LIST_COLUMNS,
  };

  build (builder, columns, TRUE);
}
