/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record that is deleted leaves nothing behind that names it, and comes back with everything that did.
 */
#include "editing/editing-fixture.h"
#include "editing/entrant-edits.h"
#include "editing/record-edits.h"

/* An event in which everything names everything that it can. */
static void
fill (Editing *editing)
{
  model_fixture_add (editing->event,
                     "category elite | name=Elite\n"
                     "wave blue-1 | name=Blue 1 | start=blue | categories=open;elite\n"
                     "bib-block more | name=More | numbers=200-300 | categories=elite | waves=red-1;blue-1\n"
                     "official o | family=Abel | starts=red;blue | waves=red-1\n"
                     "medal-event m | name=Cup | categories=elite\n"
                     "layout l2 | name=Sheet | list=bibs | columns=bib;x-shirt;family | sort=x-shirt\n"
                     "entrant 4 | family=Dee | category=elite | wave=blue-1 | pins=category;wave | group=pair\n"
                     "entrant 5 | family=Eck | category=open | wave=red-1 | bib-block=main | bib=5 | x-shirt=L\n"
                     "binned 10 | family=Fox | category=elite | wave=red-1 | group=pair | x-shirt=M\n");
}

static MarathonRecord *
find (Editing *editing, MarathonListId list, const char *key, guint *position)
{
  MarathonRecordList *records = marathon_event_get_list (editing->event, list);
  MarathonRecord *record = marathon_record_list_find (records, key);

  g_assert_nonnull (record);
  *position = marathon_record_list_get_position (records, record);
  return record;
}

static void
delete_record (Editing *editing, MarathonListId list, const char *key)
{
  g_autoptr (GError) error = NULL;
  guint position;

  find (editing, list, key, &position);
  marathon_record_delete (editing->history, list, position, &error);
  g_assert_no_error (error);
  g_assert_null (marathon_record_list_find (marathon_event_get_list (editing->event, list), key));
}

static void
assert_text (Editing *editing, MarathonListId list, const char *key, const char *column, const char *expected)
{
  guint position;
  MarathonRecord *record = find (editing, list, key, &position);
  int index = marathon_record_find_column (record, column);

  g_assert_cmpint (index, >=, 0);
  g_assert_cmpstr (marathon_record_get_text (record, (guint) index), ==, expected);
}

static void
test_a_category (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  fill (&editing);
  before = editing_bytes (&editing);
  delete_record (&editing, MARATHON_LIST_CATEGORIES, "elite");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Delete Category Elite");
  editing_assert_field (&editing, 3, "category", "");
  editing_assert_field (&editing, 3, "pins", "wave");
  editing_assert_field (&editing, 3, "wave", "blue-1");
  editing_assert_field (&editing, 4, "category", "open");
  assert_text (&editing, MARATHON_LIST_WAVES, "blue-1", "categories", "open");
  assert_text (&editing, MARATHON_LIST_BIB_BLOCKS, "more", "categories", "");
  assert_text (&editing, MARATHON_LIST_MEDAL_EVENTS, "m", "categories", "");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_a_wave (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  fill (&editing);
  before = editing_bytes (&editing);
  delete_record (&editing, MARATHON_LIST_WAVES, "red-1");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Delete Wave Red 1");
  editing_assert_field (&editing, 2, "wave", "");
  editing_assert_field (&editing, 4, "wave", "");
  editing_assert_field (&editing, 3, "wave", "blue-1");
  assert_text (&editing, MARATHON_LIST_BIB_BLOCKS, "more", "waves", "blue-1");
  assert_text (&editing, MARATHON_LIST_OFFICIALS, "o", "waves", "");
  assert_text (&editing, MARATHON_LIST_OFFICIALS, "o", "starts", "red;blue");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_a_bib_block (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  fill (&editing);
  before = editing_bytes (&editing);
  delete_record (&editing, MARATHON_LIST_BIB_BLOCKS, "main");
  editing_assert_field (&editing, 4, "bib", "5");
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_roster (editing.event), 4)->bib_block, ==, 0);
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_a_custom_field (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  fill (&editing);
  before = editing_bytes (&editing);
  delete_record (&editing, MARATHON_LIST_CUSTOM_FIELDS, "shirt");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Delete Field Shirt");
  assert_text (&editing, MARATHON_LIST_LAYOUTS, "l2", "columns", "bib;family");
  assert_text (&editing, MARATHON_LIST_LAYOUTS, "l2", "sort", "");
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_roster (editing.event), 4)->details, ==, 0);
  editing_assert_undo (&editing, before);
  editing_assert_field (&editing, 4, "x-shirt", "L");
  editing_end (&editing);
}

static void
test_a_group_gives_its_bib_back (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  guint32 first = 0;

  editing_start (&editing);
  fill (&editing);
  before = editing_bytes (&editing);
  delete_record (&editing, MARATHON_LIST_GROUPS, "pair");
  editing_assert_field (&editing, 3, "group", "");
  g_assert_true (marathon_entrants_set_field (editing.history, &first, 1, marathon_event_find_field (editing.event, "bib"),
                                              "500", NULL));
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

/* Every record of every list, one after the other: one step each, which lines tell another event as well. */
static void
test_every_record (void)
{
  for (MarathonListId list = MARATHON_N_LISTS; list-- > 0;)
    {
      Editing editing, other;
      g_autofree char *before = NULL;

      editing_start (&editing);
      editing_start (&other);
      fill (&editing);
      fill (&other);
      before = editing_bytes (&editing);
      while (marathon_record_list_get_size (marathon_event_get_list (editing.event, list)) > 0)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *lines = NULL;
          g_autofree char *told = NULL;
          g_autofree char *after = NULL;

          marathon_record_delete (editing.history, list, 0, &error);
          g_assert_no_error (error);
          lines = editing_take_lines (&editing);
          editing_apply_all (&other, lines);
          told = editing_bytes (&other);
          after = editing_bytes (&editing);
          g_assert_cmpstr (told, ==, after);
        }
      editing_assert_undo (&editing, before);
      editing_end (&editing);
      editing_end (&other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-delete/a-category", test_a_category);
  g_test_add_func ("/record-delete/a-wave", test_a_wave);
  g_test_add_func ("/record-delete/a-bib-block", test_a_bib_block);
  g_test_add_func ("/record-delete/a-custom-field", test_a_custom_field);
  g_test_add_func ("/record-delete/a-group-gives-its-bib-back", test_a_group_gives_its_bib_back);
  g_test_add_func ("/record-delete/every-record", test_every_record);
  return g_test_run ();
}
