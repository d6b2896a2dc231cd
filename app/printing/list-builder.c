/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing who is on a list, and adding rows and totals to its report.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/category.h"
#include "model/model-error.h"
#include "model/wave.h"

#define BETWEEN " · "

/* --- What the options ask for --- */

static char *
list_keys (MarathonRecordList *list)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      g_string_append (keys, i > 0 ? ", " : "");
      g_string_append (keys, marathon_record_get_key (marathon_record_list_get (list, i)));
    }
  return g_string_free (keys, FALSE);
}

/* Finds the record that an option names. */
static gboolean
find_record (MarathonEvent *event, MarathonListId id, const char *key, guint32 *handle, GError **error)
{
  MarathonRecordList *list = marathon_event_get_list (event, id);
  MarathonRecord *record;
  g_autofree char *keys = NULL;

  if (key == NULL)
    return TRUE;
  record = marathon_record_list_find (list, key);
  if (record != NULL)
    {
      *handle = marathon_record_get_handle (record);
      return TRUE;
    }
  keys = list_keys (list);
  if (*keys == '\0')
    g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE,
                 id == MARATHON_LIST_WAVES ? _ ("there is no wave “%s”: the event has no waves")
                                           : _ ("there is no category “%s”: the event has no categories"),
                 key);
  else
    g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE,
                 id == MARATHON_LIST_WAVES ? _ ("there is no wave “%s”; the waves are: %s")
                                           : _ ("there is no category “%s”; the categories are: %s"),
                 key, keys);
  return FALSE;
}

gboolean
marathon_list_builder_asks_for (const MarathonListBuilder *self, const MarathonEntrant *entrant)
{
  return (self->category == 0 || entrant->category == self->category) && (self->wave == 0 || entrant->wave == self->wave);
}

gboolean
marathon_list_builder_is_filtered (const MarathonListBuilder *self)
{
  return self->category != 0 || self->wave != 0;
}

static void
select_entrants (MarathonListBuilder *self)
{
  guint n = marathon_roster_get_size (self->roster);

  for (guint32 i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (self->roster, i);
      gboolean accepted = entrant->status == MARATHON_STATUS_ACCEPTED;

      self->n_accepted += accepted;
      if (!marathon_list_builder_asks_for (self, entrant))
        continue;
      self->n_of_status[MIN (entrant->status, G_N_ELEMENTS (self->n_of_status) - 1)]++;
      if (accepted)
        g_array_append_val (self->positions, i);
    }
}

/* --- What is above every list --- */

static void
append_between (GString *out, const char *text)
{
  if (*text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, BETWEEN);
  g_string_append (out, text);
}

/* "Sunday 13 April 2014". */
static char *
format_day (MarathonDate date)
{
  g_autoptr (GDateTime) day = NULL;
  GDate civil;

  if (marathon_date_get_kind (date) != MARATHON_DATE_KIND_DAY)
    return g_strdup ("");
  g_date_clear (&civil, 1);
  g_date_set_julian (&civil, marathon_date_get_julian (date));
  day = g_date_time_new_utc (g_date_get_year (&civil), (int) g_date_get_month (&civil), g_date_get_day (&civil), 12, 0, 0);
  /* Translators: the day of the race, as g_date_time_format() takes it: "Sunday 13 April 2014". */
  return g_date_time_format (day, _ ("%A %-d %B %Y"));
}

static void
append_filters (const MarathonListBuilder *self, GString *out)
{
  const MarathonCategory *category = marathon_event_get_record (self->event, MARATHON_LIST_CATEGORIES, self->category);
  g_autofree char *of_category = category != NULL ? g_strdup_printf (_ ("Category: %s"), category->name) : g_strdup ("");
  g_autofree char *of_wave = g_strdup ("");

  if (self->wave != 0)
    {
      g_free (of_wave);
      of_wave = g_strdup_printf (_ ("Wave: %s"), marathon_list_text_get_wave_name (self->text, self->wave));
    }
  append_between (out, of_category);
  append_between (out, of_wave);
}

static void
set_head (MarathonListBuilder *self, const MarathonListInfo *info, const MarathonListOptions *options)
{
  const MarathonEventInfo *event = marathon_event_get_info (self->event);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *day = format_day (event->date);
  const char *title = _ (info->title);

  append_between (subtitle, day);
  append_between (subtitle, event->place);
  append_filters (self, subtitle);
  marathon_report_set_text (self->report, MARATHON_REPORT_TITLE, title);
  marathon_report_set_text (self->report, MARATHON_REPORT_EVENT, event->title);
  marathon_report_set_text (self->report, MARATHON_REPORT_SUBTITLE, subtitle->str);
  marathon_report_set_text (self->report, MARATHON_REPORT_AUDIENCE, _ (marathon_audience_words[options->audience].label));
  marathon_report_set_text (self->report, MARATHON_REPORT_PRINT_TIME, options->print_time);
  marathon_report_set_text (self->report, MARATHON_REPORT_LANGUAGE, event->language);
  if (options->audience == MARATHON_AUDIENCE_MEDICAL)
    marathon_report_set_text (self->report, MARATHON_REPORT_CONFIDENTIAL,
                              _ ("Confidential: medical information. For medical staff only; destroy after the race."));
  else if (options->audience == MARATHON_AUDIENCE_EVERYTHING)
    marathon_report_set_text (self->report, MARATHON_REPORT_CONFIDENTIAL, _ ("Confidential: personal data. Not to be passed on or posted."));
  /* A table goes the way that its headings are read. */
  marathon_report_set_right_to_left (self->report, marathon_list_reads_from_right (title));
}

/* --- Life --- */

MarathonListBuilder *
marathon_list_builder_new (MarathonEvent             *event,
                           const MarathonListInfo    *info,
                           const MarathonListOptions *options,
                           GError                   **error)
{
  g_autoptr (MarathonListBuilder) self = g_new0 (MarathonListBuilder, 1);

  self->event = event;
  self->cancellable = options->cancellable;
  self->roster = marathon_event_get_roster (event);
  self->text = marathon_list_text_new (event, options->audience);
  self->report = marathon_report_new ();
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->scratch = g_string_new (NULL);
  self->total = g_string_new (NULL);
  self->left_out = g_string_new (NULL);
  self->withheld = g_hash_table_new (NULL, NULL);
  if (!find_record (event, MARATHON_LIST_CATEGORIES, options->category, &self->category, error)
      || !find_record (event, MARATHON_LIST_WAVES, options->wave, &self->wave, error))
    return NULL;
  select_entrants (self);
  set_head (self, info, options);
  return g_steal_pointer (&self);
}

void
marathon_list_builder_free (MarathonListBuilder *self)
{
  if (self == NULL)
    return;
  marathon_list_text_free (self->text);
  g_clear_pointer (&self->report, marathon_report_unref);
  g_array_unref (self->positions);
  g_string_free (self->scratch, TRUE);
  g_string_free (self->total, TRUE);
  g_string_free (self->left_out, TRUE);
  g_hash_table_unref (self->withheld);
  g_free (self);
}

const MarathonEntrant *
marathon_list_builder_get (const MarathonListBuilder *self, guint32 position)
{
  return marathon_roster_get (self->roster, position);
}

/* --- Columns --- */

static void
get_guides (const MarathonListBuilder *self, const MarathonEntrant *entrant, MarathonDetailsView *view)
{
  *view = (MarathonDetailsView) { 0 };
  if (entrant->details != 0)
    marathon_details_store_get (marathon_event_get_details (self->event), entrant->details, view);
}

static gboolean
has_text (MarathonListBuilder *self, MarathonListColumnId column, const MarathonEntrant *entrant)
{
  MarathonDetailsView view;

  g_string_truncate (self->scratch, 0);
  marathon_list_column_append (column, self->text, entrant, marathon_list_text_get_publish (self->text, entrant), self->scratch);
  if (self->scratch->len > 0)
    return TRUE;
  get_guides (self, entrant, &view);
  for (guint i = 0; i < view.n_guides && self->scratch->len == 0; i++)
    marathon_list_column_append_guide (column, self->text, entrant, &view.guides[i], self->scratch);
  return self->scratch->len > 0;
}

static gboolean
is_used (MarathonListBuilder *self, MarathonListColumnId column)
{
  for (guint i = 0; i < self->positions->len; i++)
    if (has_text (self, column, marathon_list_builder_get (self, g_array_index (self->positions, guint32, i))))
      return TRUE;
  return FALSE;
}

void
marathon_list_builder_add_columns (MarathonListBuilder *self, const MarathonListColumnId *columns)
{
  for (; *columns != MARATHON_N_LIST_COLUMNS; columns++)
    {
      MarathonReportColumn column;

      if (!marathon_list_column_is_for (*columns, self->text)
          || (marathon_list_column_is_optional (*columns) && !is_used (self, *columns)))
        continue;
      marathon_list_column_describe (*columns, &column);
      marathon_report_add_column (self->report, &column);
      self->columns[self->n_columns++] = *columns;
    }
}

/* --- Sections --- */

static void
append_counts (GString *out, guint n_entrants, guint n_guides)
{
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u entrant", "%u entrants", n_entrants), n_entrants);
  if (n_guides == 0)
    return;
  g_string_append (out, ", ");
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u guide", "%u guides", n_guides), n_guides);
}

static void
end_section (MarathonListBuilder *self)
{
  g_autoptr (GString) totals = g_string_new (NULL);

  if (self->in_section && !self->skips_totals)
    {
      append_counts (totals, self->n_section_entrants, self->n_section_guides);
      marathon_report_set_section_totals (self->report, totals->str);
    }
  self->in_section = FALSE;
  self->n_section_entrants = self->n_section_guides = 0;
}

void
marathon_list_builder_begin_section (MarathonListBuilder *self, const MarathonReportSection *section)
{
  end_section (self);
  marathon_report_begin_section (self->report, section);
  self->in_section = TRUE;
}

void
marathon_list_builder_begin_heading (MarathonListBuilder *self, const char *heading)
{
  MarathonReportSection section = { .heading = heading };

  marathon_list_builder_begin_section (self, &section);
}

void
marathon_list_builder_note_with (MarathonListBuilder      *self,
                                 MarathonListNoteFunc      append_note,
                                 MarathonListGuideNoteFunc append_guide_note,
                                 gpointer                  note_data)
{
  self->append_note = append_note;
  self->append_guide_note = append_guide_note;
  self->note_data = note_data;
}

static void
append_honours (MarathonListBuilder *self, const MarathonEntrant *entrant, MarathonPublish publish, GString *out)
{
  marathon_list_column_append (MARATHON_LIST_COLUMN_HONOURS, self->text, entrant, publish, out);
}

void
marathon_list_builder_note_honours (MarathonListBuilder *self)
{
  marathon_list_builder_note_with (self, append_honours, NULL, NULL);
}

void
marathon_list_builder_add_remark (MarathonListBuilder *self, const char *heading, const char *text)
{
  marathon_list_builder_begin_heading (self, heading);
  self->in_section = FALSE;
  marathon_report_begin_row (self->report, MARATHON_REPORT_ROW_NOTE);
  marathon_report_add_cell (self->report, text);
}

void
marathon_list_builder_skip_totals (MarathonListBuilder *self)
{
  self->skips_totals = TRUE;
}

/* --- Rows --- */

static void
add_scratch (MarathonListBuilder *self)
{
  marathon_report_add_cell_length (self->report, self->scratch->str, self->scratch->len);
  g_string_truncate (self->scratch, 0);
}

/* What is in the scratch as a line below the row. */
static void
add_note (MarathonListBuilder *self)
{
  if (self->scratch->len == 0)
    return;
  marathon_report_begin_row (self->report, MARATHON_REPORT_ROW_NOTE);
  add_scratch (self);
}

static void
add_guide (MarathonListBuilder *self, const MarathonEntrant *athlete, const MarathonGuide *guide)
{
  marathon_report_begin_row (self->report, MARATHON_REPORT_ROW_GUIDE);
  for (guint i = 0; i < self->n_columns; i++)
    {
      marathon_list_column_append_guide (self->columns[i], self->text, athlete, guide, self->scratch);
      add_scratch (self);
    }
  if (self->append_guide_note == NULL)
    return;
  self->append_guide_note (self, athlete, guide, self->scratch);
  add_note (self);
}

static void
add_entrant (MarathonListBuilder *self, guint32 position, gboolean repeats_bib)
{
  const MarathonEntrant *entrant = marathon_list_builder_get (self, position);
  MarathonPublish publish = marathon_list_text_get_publish (self->text, entrant);
  MarathonDetailsView view;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_string_truncate (self->scratch, 0);
  marathon_report_begin_row (self->report, MARATHON_REPORT_ROW_ENTRANT);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (repeats_bib || self->columns[i] != MARATHON_LIST_COLUMN_BIB)
        marathon_list_column_append (self->columns[i], self->text, entrant, publish, self->scratch);
      add_scratch (self);
    }
  if (self->append_note != NULL)
    {
      self->append_note (self, entrant, publish, self->scratch);
      add_note (self);
    }
  if (publish == MARATHON_PUBLISH_WITHHELD)
    g_hash_table_add (self->withheld, GUINT_TO_POINTER (position));
  get_guides (self, entrant, &view);
  for (guint i = 0; i < view.n_guides; i++)
    add_guide (self, entrant, &view.guides[i]);
  self->n_listed++;
  self->n_section_entrants++;
  self->n_section_guides += view.n_guides;
}

void
marathon_list_builder_add_entrant (MarathonListBuilder *self, guint32 position)
{
  add_entrant (self, position, TRUE);
}

void
marathon_list_builder_add_sharer (MarathonListBuilder *self, guint32 position)
{
  add_entrant (self, position, FALSE);
}

void
marathon_list_builder_add_entrants (MarathonListBuilder *self, const guint32 *positions, guint n)
{
  for (guint i = 0; i < n; i++)
    marathon_list_builder_add_entrant (self, positions[i]);
}

void
marathon_list_builder_add_other (MarathonListBuilder *self, const char *bib, const char *name)
{
  marathon_report_begin_row (self->report, MARATHON_REPORT_ROW_ENTRANT);
  for (guint i = 0; i < self->n_columns; i++)
    marathon_report_add_cell (self->report, self->columns[i] == MARATHON_LIST_COLUMN_BIB    ? bib
                                            : self->columns[i] == MARATHON_LIST_COLUMN_NAME ? name
                                                                                            : NULL);
}

MarathonListDivision *
marathon_list_builder_divide (MarathonListBuilder *self, guint n_sections, MarathonListSectionFunc func, gpointer user_data)
{
  MarathonListDivision *division = marathon_list_division_new (self->event, self->positions, n_sections, func, user_data);

  g_array_set_size (self->positions, 0);
  if (division->starts[n_sections] > 0)
    g_array_append_vals (self->positions, division->positions, division->starts[n_sections]);
  return division;
}

void
marathon_list_builder_add_division (MarathonListBuilder *self, const MarathonListDivision *division, guint section)
{
  guint32 start = division->starts[section];

  marathon_list_builder_add_entrants (self, division->positions + start, division->starts[section + 1] - start);
}

/* --- The count of everybody --- */

void
marathon_list_builder_left_out (MarathonListBuilder *self, guint n, const char *format, ...)
{
  g_autofree char *clause = NULL;
  va_list arguments;

  if (n == 0)
    return;
  va_start (arguments, format);
  clause = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append_between (self->left_out, clause);
}

void
marathon_list_builder_set_total (MarathonListBuilder *self, const char *total)
{
  g_string_assign (self->total, total);
}

void
marathon_list_builder_count_all (MarathonListBuilder *self)
{
  self->counts_all = TRUE;
}

/* Whoever is not accepted is on no list of those who start. */
static void
add_statuses (MarathonListBuilder *self)
{
  guint n_withdrawn = self->n_of_status[MARATHON_STATUS_WITHDRAWN];
  guint n_applied = self->n_of_status[MARATHON_STATUS_APPLIED];
  guint n_deferred = self->n_of_status[MARATHON_STATUS_DEFERRED];

  marathon_list_builder_left_out (self, n_withdrawn,
                                  g_dngettext (GETTEXT_PACKAGE, "%u withdrawn left out", "%u withdrawn left out", n_withdrawn), n_withdrawn);
  marathon_list_builder_left_out (self, n_deferred,
                                  g_dngettext (GETTEXT_PACKAGE, "%u deferred left out", "%u deferred left out", n_deferred), n_deferred);
  marathon_list_builder_left_out (self, n_applied,
                                  g_dngettext (GETTEXT_PACKAGE, "%u not accepted yet left out", "%u not accepted yet left out", n_applied),
                                  n_applied);
}

static void
set_total (MarathonListBuilder *self)
{
  if (self->total->len == 0)
    g_string_append_printf (self->total, g_dngettext (GETTEXT_PACKAGE, "%u of %u entrant", "%u of %u entrants", self->n_accepted),
                            self->n_listed, self->n_accepted);
  if (!self->counts_all)
    add_statuses (self);
  append_between (self->total, self->left_out->str);
  marathon_report_set_text (self->report, MARATHON_REPORT_TOTAL, self->total->str);
}

static void
append_withheld (MarathonListBuilder *self, GString *note)
{
  guint n = g_hash_table_size (self->withheld);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u name withheld: under 18 or on request",
                                                        "%u names withheld: under 18 or on request", n), n);

  if (n > 0)
    append_between (note, text);
}

static void
set_note (MarathonListBuilder *self)
{
  GString *note = self->scratch;

  g_string_truncate (note, 0);
  if (marathon_list_text_used_asterisk (self->text))
    append_between (note, _ ("* on a course that does not count for records"));
  append_withheld (self, note);
  if (marathon_list_text_misses_race_day (self->text))
    append_between (note, _ ("The event has no date: nobody can be shown to be of age, and so everybody whose birth is known is withheld."));
  marathon_report_set_text (self->report, MARATHON_REPORT_NOTE, note->str);
}

MarathonReport *
marathon_list_builder_finish (MarathonListBuilder *self)
{
  end_section (self);
  set_total (self);
  set_note (self);
  marathon_report_finish (self->report);
  return g_steal_pointer (&self->report);
}
