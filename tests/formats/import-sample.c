/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small event of the tests of CSV import and export.
 */
#include "import-sample.h"

#include <string.h>

#include "model/entrant-draft.h"
#include "model/guide-fields.h"

static void
set_columns (MarathonEvent *event, MarathonRecord *record, const char *columns)
{
  g_auto (GStrv) pairs = g_strsplit (columns, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (value);
      *value++ = '\0';
      g_assert_cmpint (marathon_record_find_column (record, pairs[i]), >=, 0);
      marathon_record_set_text (record, event, (guint) marathon_record_find_column (record, pairs[i]), value, &error);
      g_assert_no_error (error);
    }
}

void
import_sample_add_record (MarathonEvent *event, MarathonListId list, const char *key, const char *columns)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (list), key);
  g_autoptr (GError) error = NULL;

  set_columns (event, record, columns);
  marathon_event_insert_record (event, list, marathon_record_list_get_size (marathon_event_get_list (event, list)),
                                record, &error);
  g_assert_no_error (error);
}

MarathonEvent *
import_sample_new_empty (void)
{
  MarathonEvent *event = marathon_event_new ();

  marathon_event_set_id (event, 1);
  set_columns (event, marathon_event_get_single (event, MARATHON_SINGLE_INFO),
               "title=Town Marathon|date=2026-04-26|language=en-GB");
  import_sample_add_record (event, MARATHON_LIST_CUSTOM_FIELDS, "shirt", "label=T-shirt");
  import_sample_add_record (event, MARATHON_LIST_CUSTOM_FIELDS, "bus", "label=Bus|type=yes-no");
  import_sample_add_record (event, MARATHON_LIST_CUSTOM_FIELDS, "fee", "label=Fee|type=number");
  import_sample_add_record (event, MARATHON_LIST_CUSTOM_FIELDS, "f-e-e", "label=Fee again");
  import_sample_add_record (event, MARATHON_LIST_STARTS, "red", "name=Red");
  import_sample_add_record (event, MARATHON_LIST_STARTS, "blue", "name=Blue");
  import_sample_add_record (event, MARATHON_LIST_CATEGORIES, "elite-men", "name=Elite Men|code=EM|sex=M|routes=elite");
  import_sample_add_record (event, MARATHON_LIST_CATEGORIES, "mass", "name=Mass|routes=ballot;charity;media-place");
  import_sample_add_record (event, MARATHON_LIST_WAVES, "red-1", "name=Wave 1|start=red");
  import_sample_add_record (event, MARATHON_LIST_WAVES, "blue-1", "name=Wave 1|start=blue");
  import_sample_add_record (event, MARATHON_LIST_WAVES, "blue-2", "name=Wave 2|start=blue");
  import_sample_add_record (event, MARATHON_LIST_BIB_BLOCKS, "low", "name=Low numbers|numbers=1-999");
  import_sample_add_record (event, MARATHON_LIST_GROUPS, "horse", "name=The Horse|bib=900");
  return event;
}

/* --- Entrants --- */

static void
set (MarathonEntrantDraft *draft, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_set (draft, field, text, &error);
  g_assert_no_error (error);
}

static void
start (MarathonEntrantDraft *draft, const char *external_id, const char *given, const char *family, const char *bib)
{
  static const char *const digits = "0123456789";

  marathon_entrant_draft_start (draft, NULL);
  draft->value.id = 0xa000000000000000u + (guint) (strchr (digits, external_id[1]) - digits);
  set (draft, MARATHON_FIELD_EXTERNAL_ID, external_id);
  set (draft, MARATHON_FIELD_GIVEN, given);
  set (draft, MARATHON_FIELD_FAMILY, family);
  set (draft, MARATHON_FIELD_BIB, bib);
}

static void
append (MarathonEntrantDraft *draft, MarathonPlace place)
{
  g_autoptr (GError) error = NULL;

  marathon_event_append_entrant (draft->event, place, marathon_entrant_draft_finish (draft), &error);
  g_assert_no_error (error);
}

static void
add_guide (MarathonEntrantDraft *draft)
{
  MarathonGuide guide;

  memset (&guide, 0, sizeof guide);
  guide.id = 0xb000000000000001u;
  g_assert_true (marathon_guide_set_text (draft->event, &guide, MARATHON_GUIDE_FAMILY, "Ray", NULL));
  g_assert_true (marathon_guide_set_text (draft->event, &guide, MARATHON_GUIDE_GIVEN, "Dan", NULL));
  g_assert_true (marathon_guide_set_text (draft->event, &guide, MARATHON_GUIDE_BIB, "G1", NULL));
  g_assert_true (marathon_entrant_draft_add_guide (draft, &guide, NULL));
}

MarathonEvent *
import_sample_new (void)
{
  MarathonEvent *event = import_sample_new_empty ();
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  start (&draft, "E1", "Ada", "Okafor", "10");
  set (&draft, MARATHON_FIELD_CATEGORY, "mass");
  set (&draft, MARATHON_FIELD_WAVE, "blue-1");
  set (&draft, MARATHON_FIELD_PINS, "bib;wave;category");
  append (&draft, MARATHON_PLACE_ROSTER);
  start (&draft, "E2", "Ben", "Stone", "11");
  set (&draft, MARATHON_FIELD_CLUB, "Harriers");
  append (&draft, MARATHON_PLACE_ROSTER);
  start (&draft, "E3", "Cleo", "Vale", "12");
  set (&draft, MARATHON_FIELD_CLASS, "T11");
  set (&draft, MARATHON_FIELD_PRINTED, "yes");
  add_guide (&draft);
  append (&draft, MARATHON_PLACE_ROSTER);
  start (&draft, "E9", "Zed", "Gone", "");
  append (&draft, MARATHON_PLACE_BIN);
  marathon_entrant_draft_clear (&draft);
  return event;
}

/* --- Importing --- */

MarathonCsvTable *
import_sample_scan (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  MarathonCsvTable *table = marathon_csv_table_new (bytes, NULL, &error);

  g_assert_no_error (error);
  return table;
}

void
import_sample_apply (MarathonEvent *event, const MarathonImport *import)
{
  guint n_records, n_changed, n_added;
  const guint32 *positions;
  const MarathonImportRecord *records = marathon_import_get_records (import, &n_records);
  const MarathonEntrant *changed = marathon_import_get_changed (import, &positions, &n_changed);
  const MarathonEntrant *added = marathon_import_get_added (import, &n_added);
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));
  g_autofree guint32 *places = g_new (guint32, n_added + 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_records; i++)
    {
      MarathonRecordList *list = marathon_event_get_list (event, records[i].list);
      guint32 handle = marathon_record_get_handle (records[i].record);

      marathon_event_insert_record (event, records[i].list, marathon_record_list_get_size (list), records[i].record,
                                    &error);
      g_assert_no_error (error);
      g_assert_true (marathon_record_list_by_handle (list, handle) == records[i].record);
    }
  marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, positions, changed, n_changed, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_added; i++)
    places[i] = size + i;
  marathon_event_insert_entrants (event, MARATHON_PLACE_ROSTER, places, added, n_added, &error);
  g_assert_no_error (error);
}
