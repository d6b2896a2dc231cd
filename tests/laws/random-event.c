/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making random events.
 */
#include "laws/random-event.h"

#include <string.h>

#define NEWER_MINOR 7
/* A file may hold a thousand names that are not known; a few people have some. */
#define MOST_STRANGERS 60

static const char unknown_attributes[] = " mood=\"fine &amp; dry\" xmlns:z=\"urn:example:z\" z:note=\"ä&#10;b\"";
static const char unknown_content[]
  = "<hint level=\"2\">a&amp; &lt;b <sub/>tail</hint><other xmlns=\"urn:example:other\"><deep/></other>";

/* --- Records --- */

static gboolean
has_value (RandomSource *random, MarathonListId list, const MarathonColumn *column)
{
  /* An event in which somebody is for a category, wave or block: few restrictions, numbers in every block. */
  if (column->required || column->type == MARATHON_COLUMN_RANGES)
    return TRUE;
  if (list == MARATHON_LIST_CATEGORIES || list == MARATHON_LIST_WAVES || list == MARATHON_LIST_BIB_BLOCKS)
    return random_happens (random, 15);
  return random_happens (random, 50);
}

static char *
make_column (RandomSource *random, MarathonEvent *event, const MarathonColumn *column)
{
  for (;;)
    {
      char *text = random_column_text (random, event, column);

      if (*text != '\0' || !column->required)
        return text;
      g_free (text);
    }
}

MarathonRecord *
random_record_new (RandomSource *random, MarathonEvent *event, MarathonListId list)
{
  g_autofree char *key = random_key (random);
  MarathonRecord *record = marathon_record_new (marathon_list_get_type_of (list), key);
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!has_value (random, list, &klass->columns[i]))
        continue;
      text = make_column (random, event, &klass->columns[i]);
      marathon_record_set_text (record, event, i, text, &error);
      g_assert_no_error (error);
    }
  return record;
}

static void
add_records (RandomSource *random, MarathonEvent *event, MarathonListId list, gboolean newer)
{
  guint n = 1 + random_below (random, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarathonRecord) record = random_record_new (random, event, list);
      guint size = marathon_record_list_get_size (marathon_event_get_list (event, list));

      if (newer && random_happens (random, 30))
        marathon_record_set_unknown (record, unknown_attributes, random_happens (random, 50) ? unknown_content : "");
      /* A group's bib may be somebody's; then there is one group less. */
      marathon_event_insert_record (event, list, random_below (random, size + 1), record, NULL);
    }
}

/* One custom field of every type, in no particular order. */
static void
add_custom_fields (RandomSource *random, MarathonEvent *event)
{
  for (guint type = 0; marathon_custom_type_words[type].word != NULL; type++)
    {
      g_autoptr (MarathonRecord) record = random_record_new (random, event, MARATHON_LIST_CUSTOM_FIELDS);
      guint size = marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS));
      g_autoptr (GError) error = NULL;

      marathon_record_set_text (record, event, (guint) marathon_record_find_column (record, "type"),
                                marathon_custom_type_words[type].word, &error);
      g_assert_no_error (error);
      marathon_event_insert_record (event, MARATHON_LIST_CUSTOM_FIELDS, random_below (random, size + 1), record,
                                    &error);
      g_assert_no_error (error);
    }
}

static void
fill_singles (RandomSource *random, MarathonEvent *event, gboolean newer)
{
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    {
      MarathonRecord *single = marathon_event_get_single (event, id);
      MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (single);

      for (guint i = 0; i < klass->n_columns; i++)
        {
          g_autofree char *text = random_column_text (random, event, &klass->columns[i]);
          g_autoptr (GError) error = NULL;

          if (random_happens (random, 60))
            marathon_record_set_text (single, event, i, text, &error);
          g_assert_no_error (error);
        }
      if (newer)
        marathon_record_set_unknown (single, unknown_attributes, id == MARATHON_SINGLE_INFO ? "" : unknown_content);
    }
}

/* --- People --- */

void
random_guide_add (RandomSource *random, MarathonEntrantDraft *draft)
{
  MarathonGuide guide;

  if (draft->guides->len == MARATHON_MAX_GUIDES)
    return;
  memset (&guide, 0, sizeof guide);
  guide.id = marathon_id_source_next (&random->ids);
  for (MarathonGuideField field = MARATHON_GUIDE_ID + 1; field < MARATHON_N_GUIDE_FIELDS; field++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!random_happens (random, 40))
        continue;
      text = random_guide_text (random, draft->event, field);
      marathon_guide_set_text (draft->event, &guide, field, text, &error);
      g_assert_no_error (error);
    }
  marathon_entrant_draft_add_guide (draft, &guide, NULL);
}

void
random_entrant_fill (RandomSource *random, MarathonEntrantDraft *draft, guint percent)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (draft->event);

  marathon_entrant_draft_start (draft, NULL);
  draft->value.id = marathon_id_source_next (&random->ids);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      /* Whoever is withdrawn, fixed or has run is no work for a plan. */
      if (info->field == MARATHON_FIELD_ID
          || !random_happens (random, info->field <= MARATHON_FIELD_GIVEN                                        ? 80
                                      : info->field == MARATHON_FIELD_STATUS || info->field == MARATHON_FIELD_PINS ? 10
                                                                                                                   : percent))
        continue;
      text = random_field_text (random, draft->event, info);
      marathon_entrant_draft_set_text (draft, info, text, &error);
      g_assert_no_error (error);
    }
  for (guint i = random_happens (random, 85) ? 0 : 1 + random_below (random, MARATHON_MAX_GUIDES); i > 0; i--)
    random_guide_add (random, draft);
}

static void
add_unknown_to_guides (MarathonEntrantDraft *draft)
{
  for (guint i = 0; i < draft->guides->len; i++)
    {
      MarathonGuide *guide = &g_array_index (draft->guides, MarathonGuide, i);

      guide->unknown_attributes = marathon_event_add_text (draft->event, unknown_attributes);
      guide->unknown_contact = marathon_event_add_text (draft->event, " relation=\"aunt\"");
      guide->unknown_content = marathon_event_add_text (draft->event, unknown_content);
    }
  draft->details_changed = TRUE;
}

static void
add_unknown_to_entrant (RandomSource *random, MarathonEntrantDraft *draft)
{
  marathon_entrant_draft_set_detail (draft, MARATHON_DETAIL_UNKNOWN_ATTRIBUTES, unknown_attributes);
  for (MarathonFieldHome home = MARATHON_FIELD_HOME_CONTACT; home < MARATHON_N_FIELD_HOMES; home++)
    if (random_happens (random, 50))
      marathon_entrant_draft_set_detail (draft, MARATHON_DETAIL_UNKNOWN_CHILD + home, unknown_attributes);
  if (random_happens (random, 50))
    marathon_entrant_draft_set_detail (draft, MARATHON_DETAIL_UNKNOWN_CONTENT, unknown_content);
  add_unknown_to_guides (draft);
}

/* Appends the draft's entrant; without bibs where one of them is somebody's. */
static void
append (MarathonEvent *event, MarathonPlace place, MarathonEntrantDraft *draft)
{
  g_autoptr (GError) error = NULL;

  if (marathon_event_append_entrant (event, place, marathon_entrant_draft_finish (draft), NULL))
    return;
  marathon_entrant_draft_set (draft, MARATHON_FIELD_BIB, "", NULL);
  for (guint i = 0; i < draft->guides->len; i++)
    marathon_guide_set_text (event, &g_array_index (draft->guides, MarathonGuide, i), MARATHON_GUIDE_BIB, "", NULL);
  draft->details_changed = TRUE;
  marathon_event_append_entrant (event, place, marathon_entrant_draft_finish (draft), &error);
  g_assert_no_error (error);
}

static void
add_entrants (RandomSource *random, MarathonEvent *event, MarathonPlace place, guint n, gboolean newer)
{
  MarathonEntrantDraft draft;
  guint percent = n > 1000 ? 8 : 40;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < n; i++)
    {
      random_entrant_fill (random, &draft, percent);
      if (newer && i < MOST_STRANGERS && random_happens (random, 30))
        add_unknown_to_entrant (random, &draft);
      append (event, place, &draft);
    }
  marathon_entrant_draft_clear (&draft);
}

MarathonEvent *
random_event_new (RandomSource *random, guint n, gboolean newer)
{
  MarathonEvent *event = marathon_event_new ();

  marathon_event_set_id (event, marathon_id_source_next (&random->ids));
  fill_singles (random, event, newer);
  add_custom_fields (random, event);
  for (MarathonListId list = MARATHON_LIST_STARTS; list <= MARATHON_LIST_GROUPS; list++)
    add_records (random, event, list, newer);
  add_entrants (random, event, MARATHON_PLACE_ROSTER, n, newer);
  add_entrants (random, event, MARATHON_PLACE_BIN, n / 6, newer);
  for (MarathonListId list = MARATHON_LIST_OFFICIALS; list < MARATHON_N_LISTS; list++)
    if (list != MARATHON_LIST_DECISIONS || n > 0)
      add_records (random, event, list, newer);
  if (newer)
    {
      marathon_event_set_newer_minor (event, NEWER_MINOR);
      marathon_event_add_unknown (event, "", unknown_content);
      marathon_event_add_unknown (event, "waves", unknown_content);
      marathon_event_add_unknown (event, "bin", unknown_content);
    }
  return event;
}
