/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits one by one: what they touch, what they refuse, what they leave when taken back.
 */
#include "editing/editing-fixture.h"
#include "formats/project-reader.h"
#include "model/model-error.h"

static MarathonEntrant
make_changed (Editing *editing, guint position, const char *cells)
{
  MarathonEntrantDraft draft;
  MarathonEntrant value;

  marathon_entrant_draft_init (&draft, editing->event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (editing->event), position));
  model_fixture_fill (&draft, cells);
  value = *marathon_entrant_draft_finish (&draft);
  marathon_entrant_draft_clear (&draft);
  return value;
}

/* Applies the edit, takes it back and applies it again. */
static void
check_good (Editing *editing, MarathonEdit *edit)
{
  g_autofree char *before = editing_bytes (editing);
  g_autofree char *after = NULL, *reverted = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_edit_is_empty (edit));
  marathon_edit_apply (edit, editing->event, &error);
  g_assert_no_error (error);
  after = editing_bytes (editing);
  g_assert_cmpstr (before, !=, after);
  marathon_edit_revert (edit, editing->event, &error);
  g_assert_no_error (error);
  reverted = editing_bytes (editing);
  g_assert_cmpstr (before, ==, reverted);
  marathon_edit_apply (edit, editing->event, &error);
  g_assert_no_error (error);
  again = editing_bytes (editing);
  g_assert_cmpstr (after, ==, again);
}

static void
check_refused (Editing *editing, MarathonEdit *edit, int code)
{
  g_autofree char *before = editing_bytes (editing);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_edit_apply (edit, editing->event, &error));
  g_assert_error (error, MARATHON_MODEL_ERROR, code);
  after = editing_bytes (editing);
  g_assert_cmpstr (before, ==, after);
}

/* --- Entrants --- */

static void
test_change (void)
{
  Editing editing;
  guint32 positions[] = { 0, 1 };
  MarathonEntrant values[2];
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  values[0] = make_changed (&editing, 0, "family=Radcliffe | predicted=2:15:25 | x-shirt=M");
  values[1] = make_changed (&editing, 1, "note=on foot");
  edit = marathon_edit_new_change_entrants (editing.event, MARATHON_PLACE_ROSTER, positions, values, 2);
  check_good (&editing, edit);
  editing_assert_field (&editing, 0, "family", "Radcliffe");
  editing_assert_field (&editing, 0, "x-shirt", "M");
  editing_assert_field (&editing, 1, "note", "on foot");
  editing_end (&editing);
}

static void
test_change_without_difference (void)
{
  Editing editing;
  MarathonEntrant value;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  value = make_changed (&editing, 0, "family=Farah | bib=37");
  edit = editing_new_change (&editing, MARATHON_PLACE_ROSTER, 0, &value);
  g_assert_true (marathon_edit_is_empty (edit));
  editing_end (&editing);
}

/* An edit is told of what changed only, so another field that changes before it is applied stays changed. */
static void
test_change_keeps_other_fields (void)
{
  Editing editing;
  MarathonEntrant value;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  value = make_changed (&editing, 0, "predicted=2:15:25");
  edit = editing_new_change (&editing, MARATHON_PLACE_ROSTER, 0, &value);
  g_assert_true (model_fixture_set (editing.event, 0, "family", "Radcliffe", NULL));
  check_good (&editing, edit);
  editing_assert_field (&editing, 0, "family", "Radcliffe");
  editing_assert_field (&editing, 0, "predicted", "2:15:25");
  editing_end (&editing);
}

static void
test_exchange_of_bibs (void)
{
  Editing editing;
  guint32 positions[] = { 0, 1 };
  MarathonEntrant values[2];
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  values[0] = make_changed (&editing, 0, "bib=38");
  values[1] = make_changed (&editing, 1, "bib=37");
  edit = marathon_edit_new_change_entrants (editing.event, MARATHON_PLACE_ROSTER, positions, values, 2);
  check_good (&editing, edit);
  editing_assert_field (&editing, 0, "bib", "38");
  editing_end (&editing);
}

static void
test_change_to_a_taken_bib (void)
{
  Editing editing;
  static const char *const taken[] = { "bib=38", "bib=0038", "bib=g38", "bib=500" };

  editing_start (&editing);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      MarathonEntrant value = make_changed (&editing, 0, taken[i]);
      g_autoptr (MarathonEdit) edit
        = editing_new_change (&editing, MARATHON_PLACE_ROSTER, 0, &value);

      check_refused (&editing, edit, MARATHON_MODEL_ERROR_DUPLICATE_BIB);
    }
  editing_end (&editing);
}

static void
test_insert_and_remove (void)
{
  Editing editing;
  guint32 positions[] = { 0, 2, 4 };
  guint32 gone[] = { 0, 3, 4 };
  MarathonEntrant values[3];
  g_autoptr (MarathonEdit) insert = NULL;
  g_autoptr (MarathonEdit) remove = NULL;

  editing_start (&editing);
  for (guint i = 0; i < 3; i++)
    values[i] = model_fixture_entrant (editing.event, 0x100 + i, i == 1 ? "family=New | bib=W1" : "family=New");
  insert = marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, positions, values, 3);
  check_good (&editing, insert);
  for (guint i = 0; i < 3; i++)
    editing_assert_field (&editing, positions[i], "family", "New");
  editing_assert_field (&editing, 5, "family", "Kirui");

  remove = marathon_edit_new_remove_entrants (editing.event, MARATHON_PLACE_ROSTER, gone, 3);
  check_good (&editing, remove);
  editing_assert_field (&editing, 0, "family", "Farah");
  editing_assert_field (&editing, 1, "bib", "W1");
  editing_assert_field (&editing, 2, "family", "Kirui");
  editing_end (&editing);
}

static void
test_insert_of_a_taken_id (void)
{
  Editing editing;
  guint32 positions[] = { 0, 1 };
  MarathonEntrant values[2];
  static const guint64 taken[] = { 1, 9, 0x21, 0x100 };

  editing_start (&editing);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (MarathonEdit) edit = NULL;

      values[0] = model_fixture_entrant (editing.event, 0x100, "family=New | bib=77");
      values[1] = model_fixture_entrant (editing.event, taken[i], "family=Newer");
      edit = marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, positions, values, 2);
      check_refused (&editing, edit, MARATHON_MODEL_ERROR_DUPLICATE_ID);
    }
  editing_end (&editing);
}

static void
test_bin_and_restore (void)
{
  Editing editing;
  guint32 leaving[] = { 0, 1 }, from[] = { 0, 2 }, to[] = { 0, 1 };
  g_autoptr (MarathonEdit) bin = NULL;
  g_autoptr (MarathonEdit) restore = NULL;

  editing_start (&editing);
  bin = marathon_edit_new_bin_entrants (editing.event, leaving, 2);
  check_good (&editing, bin);
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_bin (editing.event), 1)->id, ==, 1);
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_bin (editing.event), 2)->id, ==, 2);

  restore = marathon_edit_new_transfer_entrants (MARATHON_PLACE_BIN, from, to, 2);
  check_good (&editing, restore);
  editing_assert_field (&editing, 0, "family", "Bolt");
  editing_assert_field (&editing, 1, "family", "Weir");
  editing_assert_field (&editing, 2, "family", "Kirui");
  editing_end (&editing);
}

static void
test_restore_of_a_taken_bib (void)
{
  Editing editing;
  guint32 from = 0, to = 3;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  edit = marathon_edit_new_transfer_entrants (MARATHON_PLACE_BIN, &from, &to, 1);
  check_refused (&editing, edit, MARATHON_MODEL_ERROR_DUPLICATE_BIB);
  editing_end (&editing);
}

/* --- Records --- */

static MarathonRecord *
find (Editing *editing, MarathonListId list, const char *key)
{
  return marathon_record_list_find (marathon_event_get_list (editing->event, list), key);
}

static void
test_change_record (void)
{
  Editing editing;
  MarathonRecord *wave;
  g_autoptr (MarathonEdit) edit = NULL;
  g_autoptr (MarathonEdit) same = NULL;
  g_autoptr (MarathonEdit) bad = NULL;

  editing_start (&editing);
  wave = find (&editing, MARATHON_LIST_WAVES, "red-1");
  edit = marathon_edit_new_change_record (wave, (guint) marathon_record_find_column (wave, "capacity"), "900");
  check_good (&editing, edit);
  same = marathon_edit_new_change_record (wave, (guint) marathon_record_find_column (wave, "capacity"), "900");
  g_assert_true (marathon_edit_is_empty (same));
  bad = marathon_edit_new_change_record (wave, (guint) marathon_record_find_column (wave, "start"), "green");
  check_refused (&editing, bad, MARATHON_MODEL_ERROR_REFERENCE);
  editing_end (&editing);
}

static void
test_change_group_bib (void)
{
  Editing editing;
  MarathonRecord *group;
  guint column;
  g_autoptr (MarathonEdit) good = NULL;
  g_autoptr (MarathonEdit) taken = NULL;

  editing_start (&editing);
  group = find (&editing, MARATHON_LIST_GROUPS, "pair");
  column = (guint) marathon_record_find_column (group, "bib");
  good = marathon_edit_new_change_record (group, column, "501");
  check_good (&editing, good);
  taken = marathon_edit_new_change_record (group, column, "37");
  check_refused (&editing, taken, MARATHON_MODEL_ERROR_DUPLICATE_BIB);
  editing_end (&editing);
}

/* A value must be one of the new type, and written as that type writes it: else the file would be another when it is
 * read and saved again. */
static void
test_change_type_of_a_field_in_use (void)
{
  static const struct {
    const char *value, *type;
    gboolean good;
  } cases[] = {
    { "5", "number", TRUE },        { "5", "time", FALSE },   { "2014-04-13", "date", TRUE },
    { "2014", "date", FALSE },      { "yes", "yes-no", TRUE }, { "no", "yes-no", FALSE },
    { "maybe", "yes-no", FALSE },   { "0:05:00", "time", TRUE }, { "L", "text", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;
      MarathonRecord *field;
      g_autoptr (MarathonEdit) edit = NULL;

      editing_start (&editing);
      g_assert_true (model_fixture_set (editing.event, 1, "x-shirt", cases[i].value, NULL));
      field = find (&editing, MARATHON_LIST_CUSTOM_FIELDS, "shirt");
      edit
        = marathon_edit_new_change_record (field, (guint) marathon_record_find_column (field, "type"), cases[i].type);
      if (cases[i].good)
        check_good (&editing, edit);
      else
        check_refused (&editing, edit, MARATHON_MODEL_ERROR_VALUE);
      editing_assert_field (&editing, 1, "x-shirt", cases[i].value);
      editing_end (&editing);
    }
}

static void
test_insert_move_and_remove_records (void)
{
  Editing editing;
  g_autoptr (MarathonRecord) record = NULL;
  g_autoptr (MarathonRecord) twin = NULL;
  g_autoptr (MarathonEdit) insert = NULL;
  g_autoptr (MarathonEdit) move = NULL;
  g_autoptr (MarathonEdit) remove = NULL;
  g_autoptr (MarathonEdit) again = NULL;
  g_autoptr (MarathonEdit) used = NULL;
  MarathonRecordList *waves;

  editing_start (&editing);
  waves = marathon_event_get_list (editing.event, MARATHON_LIST_WAVES);
  record = model_fixture_record (editing.event, MARATHON_LIST_WAVES, "red-0", "name=Red 0 | start=red");
  insert = marathon_edit_new_insert_record (MARATHON_LIST_WAVES, 0, record);
  check_good (&editing, insert);
  twin = model_fixture_record (editing.event, MARATHON_LIST_WAVES, "red-0", "name=Red 0");
  again = marathon_edit_new_insert_record (MARATHON_LIST_WAVES, 0, twin);
  check_refused (&editing, again, MARATHON_MODEL_ERROR_DUPLICATE_ID);
  move = marathon_edit_new_move_record (MARATHON_LIST_WAVES, 0, 2);
  check_good (&editing, move);
  g_assert_true (marathon_record_list_get (waves, 2) == record);
  remove = marathon_edit_new_remove_record (editing.event, MARATHON_LIST_WAVES, 2);
  check_good (&editing, remove);
  g_assert_cmpuint (marathon_record_list_get_size (waves), ==, 2);
  used = marathon_edit_new_remove_record (editing.event, MARATHON_LIST_WAVES, 0);
  check_refused (&editing, used, MARATHON_MODEL_ERROR_REFERENCE);
  editing_end (&editing);
}

/* A record that was removed and comes back is the one that people had: its handle is the same. */
static void
test_removed_record_keeps_its_handle (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) edit = NULL;
  guint32 handle;

  editing_start (&editing);
  handle = marathon_record_get_handle (find (&editing, MARATHON_LIST_WAVES, "red-2"));
  edit = marathon_edit_new_remove_record (editing.event, MARATHON_LIST_WAVES, 1);
  g_assert_true (marathon_edit_apply (edit, editing.event, NULL));
  g_assert_null (find (&editing, MARATHON_LIST_WAVES, "red-2"));
  g_assert_true (marathon_edit_revert (edit, editing.event, NULL));
  g_assert_cmpuint (marathon_record_get_handle (find (&editing, MARATHON_LIST_WAVES, "red-2")), ==, handle);
  editing_end (&editing);
}

static void
test_nothing_is_empty (void)
{
  Editing editing;
  g_autoptr (MarathonEdit) insert = NULL;
  g_autoptr (MarathonEdit) bin = NULL;
  g_autoptr (MarathonEdit) move = NULL;

  editing_start (&editing);
  insert = marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, NULL, NULL, 0);
  bin = marathon_edit_new_bin_entrants (editing.event, NULL, 0);
  move = marathon_edit_new_move_record (MARATHON_LIST_WAVES, 1, 1);
  g_assert_true (marathon_edit_is_empty (insert));
  g_assert_true (marathon_edit_is_empty (bin));
  g_assert_true (marathon_edit_is_empty (move));
  editing_end (&editing);
}

/* --- No edit may leave an event whose file could not be read --- */

/* Whether the edit is allowed; then the event can be saved and read. */
static gboolean
do_edit (Editing *editing, MarathonEdit *edit, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = editing_bytes (editing);
  gboolean good = marathon_history_do (editing->history, edit, "Edit", &error);
  g_autofree char *after = editing_bytes (editing);
  g_autoptr (MarathonEvent) read = NULL;

  if (!good)
    {
      g_assert_error (error, MARATHON_MODEL_ERROR, code);
      g_assert_cmpstr (before, ==, after);
      return FALSE;
    }
  read = marathon_project_from_text (after, -1, &error);
  g_assert_no_error (error);
  return TRUE;
}

static MarathonEntrant
guided_by (Editing *editing, const MarathonEntrant *athlete, guint64 guide_id, const char *entrant)
{
  g_autofree char *cells = g_strdup_printf ("family=Guide | entrant=%s", entrant);
  MarathonGuide guide = model_fixture_guide (editing->event, guide_id, cells);

  return model_fixture_with_guides (editing->event, athlete, &guide, 1);
}

static gboolean
change_guide (Editing *editing, const char *entrant)
{
  MarathonEntrant value
    = guided_by (editing, marathon_roster_get (marathon_event_get_roster (editing->event), 0), 0x31, entrant);
  g_autoptr (MarathonEdit) edit = editing_new_change (editing, MARATHON_PLACE_ROSTER, 0, &value);

  return do_edit (editing, edit, MARATHON_MODEL_ERROR_REFERENCE);
}

static void
test_guides_of_a_change (void)
{
  Editing editing;

  editing_start (&editing);
  g_assert_true (change_guide (&editing, "3"));
  g_assert_true (change_guide (&editing, "9")); /* in the bin */
  g_assert_false (change_guide (&editing, "77"));
  editing_end (&editing);
}

static gboolean
insert_guided (Editing *editing, const char *entrant)
{
  guint32 positions[] = { 0, 1 };
  MarathonEntrant values[2];
  MarathonEntrant athlete = model_fixture_entrant (editing->event, 0x100, "family=Athlete");
  g_autoptr (MarathonEdit) edit = NULL;

  values[0] = guided_by (editing, &athlete, 0x31, entrant);
  values[1] = model_fixture_entrant (editing->event, 0x101, "family=Friend");
  edit = marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, positions, values, 2);
  return do_edit (editing, edit, MARATHON_MODEL_ERROR_REFERENCE);
}

static void
test_guides_of_newcomers (void)
{
  Editing editing;

  editing_start (&editing);
  g_assert_false (insert_guided (&editing, "77"));
  g_assert_true (insert_guided (&editing, "101")); /* who comes with them */
  editing_end (&editing);
}

static gboolean
insert_record (Editing *editing, MarathonListId list, const char *cells, int code)
{
  g_autoptr (MarathonRecord) record = model_fixture_record (editing->event, list, "new", cells);
  g_autoptr (MarathonEdit) edit = marathon_edit_new_insert_record (list, 0, record);
  gboolean good = do_edit (editing, edit, code);

  if (good)
    g_assert_true (marathon_history_undo (editing->history, NULL));
  return good;
}

static void
test_people_of_records (void)
{
  Editing editing;
  MarathonRecord *official;
  g_autoptr (MarathonEdit) good = NULL;
  g_autoptr (MarathonEdit) bad = NULL;
  guint column;

  editing_start (&editing);
  g_assert_true (insert_record (&editing, MARATHON_LIST_OFFICIALS, "family=Gun | entrant=9", 0));
  g_assert_false (insert_record (&editing, MARATHON_LIST_OFFICIALS, "family=Gun | entrant=77",
                                 MARATHON_MODEL_ERROR_REFERENCE));
  g_assert_true (insert_record (&editing, MARATHON_LIST_DECISIONS, "first=1 | second=2", 0));
  g_assert_false (insert_record (&editing, MARATHON_LIST_DECISIONS, "first=1 | second=77",
                                 MARATHON_MODEL_ERROR_REFERENCE));

  model_fixture_add (editing.event, "official gun | family=Gun\n");
  official = marathon_record_list_get (marathon_event_get_list (editing.event, MARATHON_LIST_OFFICIALS), 0);
  column = (guint) marathon_record_find_column (official, "entrant");
  good = marathon_edit_new_change_record (official, column, "2");
  bad = marathon_edit_new_change_record (official, column, "77");
  g_assert_true (do_edit (&editing, good, 0));
  g_assert_false (do_edit (&editing, bad, MARATHON_MODEL_ERROR_REFERENCE));
  editing_end (&editing);
}

static void
test_new_records_say_what_they_must (void)
{
  Editing editing;

  editing_start (&editing);
  g_assert_false (insert_record (&editing, MARATHON_LIST_STARTS, "share=10", MARATHON_MODEL_ERROR_VALUE));
  g_assert_false (insert_record (&editing, MARATHON_LIST_DECISIONS, "first=1", MARATHON_MODEL_ERROR_VALUE));
  g_assert_true (insert_record (&editing, MARATHON_LIST_STARTS, "name=Green", 0));
  editing_end (&editing);
}

static void
test_entrants_are_counted (void)
{
  Editing editing;
  const guint32 positions[] = { 0, 2 };
  g_autoptr (MarathonEdit) two = NULL;
  g_autoptr (MarathonEdit) none = NULL;

  editing_start (&editing);
  two = marathon_edit_new_bin_entrants (editing.event, positions, G_N_ELEMENTS (positions));
  none = marathon_edit_new_move_record (MARATHON_LIST_WAVES, 0, 1);
  g_assert_cmpuint (marathon_edit_count_entrants (two), ==, 2);
  g_assert_cmpuint (marathon_edit_count_entrants (none), ==, 0);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/change", test_change);
  g_test_add_func ("/edit/change-without-difference-is-empty", test_change_without_difference);
  g_test_add_func ("/edit/change-keeps-other-fields", test_change_keeps_other_fields);
  g_test_add_func ("/edit/exchange-of-bibs", test_exchange_of_bibs);
  g_test_add_func ("/edit/change-to-a-taken-bib-is-refused", test_change_to_a_taken_bib);
  g_test_add_func ("/edit/insert-and-remove", test_insert_and_remove);
  g_test_add_func ("/edit/insert-of-a-taken-id-is-refused", test_insert_of_a_taken_id);
  g_test_add_func ("/edit/bin-and-restore", test_bin_and_restore);
  g_test_add_func ("/edit/restore-of-a-taken-bib-is-refused", test_restore_of_a_taken_bib);
  g_test_add_func ("/edit/change-record", test_change_record);
  g_test_add_func ("/edit/change-group-bib", test_change_group_bib);
  g_test_add_func ("/edit/change-type-of-a-field-in-use", test_change_type_of_a_field_in_use);
  g_test_add_func ("/edit/insert-move-and-remove-records", test_insert_move_and_remove_records);
  g_test_add_func ("/edit/removed-record-keeps-its-handle", test_removed_record_keeps_its_handle);
  g_test_add_func ("/edit/nothing-is-empty", test_nothing_is_empty);
  g_test_add_func ("/edit/guides-of-a-change", test_guides_of_a_change);
  g_test_add_func ("/edit/guides-of-newcomers", test_guides_of_newcomers);
  g_test_add_func ("/edit/people-of-records", test_people_of_records);
  g_test_add_func ("/edit/new-records-say-what-they-must", test_new_records_say_what_they_must);
  g_test_add_func ("/edit/entrants-are-counted", test_entrants_are_counted);
  return g_test_run ();
}
