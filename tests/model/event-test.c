/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of an event as a whole: its parts, and snapshots that stay as it was.
 */
#include "model/event.h"

#include <string.h>

#include "model/custom-field.h"
#include "model/model-fixture.h"
#include "model/wave.h"

static const char *const everything
    = "event | title=Spring Marathon | date=2014-04-13 | language=en-GB\n course | length=42195 | drop=1.5\n rules | "
      "guides-max=4\n"
      "field shirt | label=Shirt | type=choice | choices=S;M;L\n"
      "start red | name=Red | ink=#ffffff\n start blue | name=Blue\n"
      "category elite | name=Elite | classes=T11;T12 | elite=yes\n category mass | name=Mass\n"
      "wave red-1 | name=Red 1 | start=red | time=10:00 | categories=elite;mass\n"
      "bib-block low | name=Low | numbers=1-99,-13 | waves=red-1 | routes=club\n"
      "group fridge | name=Fridge | bib=F500 | together=yes\n"
      "official o1 | family=Hall | role=starter | starts=blue | entrant=1\n"
      "record r1 | name=Course record | time=2:04:29 | ratified=yes\n"
      "age-band v40 | label=40-44 | from=40 | to=44\n"
      "medal-event m1 | name=World Cup | categories=mass | classes=T54\n"
      "layout l1 | list=bibs | columns=bib;family;x-shirt\n"
      "print p1 | list=bibs | printed=2014-04-01T12:00:00Z | rows=7\n"
      "decision d1 | first=1 | second=2 | verdict=same\n"
      "chunk c1 | media-type=image/png | data=AAAA\n"
      "entrant 1 | given=Amy | family=Archer | bib=37 | category=elite | wave=red-1 | bib-block=low | x-shirt=L | "
      "pins=bib\n"
      "entrant 2 | given=Carl | family=Cooper | class=T11 | group=fridge | note=Two guides\n"
      "guide 31 | family=Smith | bib=G1\n guide 32 | family=Jones | from=20\n"
      "binned 3 | family=Gone | bib=37\n";

static void
test_a_new_event_is_empty (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  g_assert_cmphex (marathon_event_get_id (event), ==, 0);
  g_assert_cmpuint (marathon_event_get_newer_minor (event), ==, 0);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, 0);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (event)), ==, 0);
  g_assert_true (marathon_event_get_place (event, MARATHON_PLACE_ROSTER) == marathon_event_get_roster (event));
  g_assert_true (marathon_event_get_place (event, MARATHON_PLACE_BIN) == marathon_event_get_bin (event));
  g_assert_cmpstr (marathon_event_get_info (event)->title, ==, "");
  g_assert_cmpuint (marathon_event_get_course (event)->length, ==, 0);
  g_assert_cmpuint (marathon_event_get_rules (event)->guides_max, ==, 2);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (event, id)), ==, 0);
  model_fixture_check_sets (event);
}

static void
test_lists_and_singles_have_names_of_their_own (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal),
                         elements = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) marathon_list_get_name (id)));
      g_assert_true (g_hash_table_add (elements, (gpointer) marathon_list_get_element (id)));
      g_assert_true (g_type_is_a (marathon_list_get_type_of (id), MARATHON_TYPE_RECORD));
    }
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    {
      g_assert_true (g_hash_table_add (elements, (gpointer) marathon_single_get_name (id)));
      g_assert_cmpstr (MARATHON_RECORD_GET_CLASS (marathon_event_get_single (event, id))->element, ==,
                       marathon_single_get_name (id));
    }
}

static void
test_a_full_name_is_in_the_order_of_reading (void)
{
  static const struct {
    const char *cells, *name;
  } cases[] = {
    { "given=Amy | family=Archer", "Amy Archer" },
    { "given=Amy", "Amy" },
    { "family=Archer", "Archer" },
    { "", "" },
  };
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonEntrant entrant = model_fixture_entrant (event, 1, cases[i].cells);
      g_autofree char *name = marathon_event_get_full_name (event, &entrant);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_handles_name_records (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (everything);
  const MarathonEntrant *amy = marathon_roster_get (marathon_event_get_roster (event), 0);
  MarathonRecord *wave = marathon_event_get_record (event, MARATHON_LIST_WAVES, amy->wave);

  g_assert_cmpstr (marathon_record_get_key (wave), ==, "red-1");
  g_assert_null (marathon_event_get_record (event, MARATHON_LIST_WAVES, 0));
  g_assert_null (marathon_event_get_record (event, MARATHON_LIST_WAVES, 99));
}

static void
test_unknown_content_is_kept_by_container (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  g_assert_cmpstr (marathon_event_get_unknown (event, ""), ==, "");
  marathon_event_add_unknown (event, "", "<a/>");
  marathon_event_add_unknown (event, "", "<b/>");
  marathon_event_add_unknown (event, "waves", "<c/>");
  g_assert_cmpstr (marathon_event_get_unknown (event, ""), ==, "<a/><b/>");
  g_assert_cmpstr (marathon_event_get_unknown (event, "waves"), ==, "<c/>");
  g_assert_cmpstr (marathon_event_get_unknown (event, "starts"), ==, "");
}

/* --- Snapshots --- */

static MarathonEvent *
make_full_event (void)
{
  MarathonEvent *event = model_fixture_new (everything);
  MarathonRecord *start = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_STARTS), 0);

  marathon_event_set_newer_minor (event, 7);
  marathon_event_add_unknown (event, "", "<new/>");
  marathon_record_set_unknown (start, " later=\"1\"", "<later/>");
  /* Handles with holes: the last of a list removed, and the rest out of order. */
  model_fixture_add (event, "start green | name=Green\n start gone | name=Gone");
  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_STARTS, 3, NULL));
  marathon_event_move_record (event, MARATHON_LIST_STARTS, 2, 0);
  return event;
}

static void
test_a_snapshot_is_equal (void)
{
  g_autoptr (MarathonEvent) event = make_full_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event), again = marathon_event_snapshot (snapshot);
  g_autofree char *of_event = model_fixture_describe (event), *of_snapshot = model_fixture_describe (snapshot);
  g_autofree char *of_again = model_fixture_describe (again);

  g_assert_cmpstr (of_event, ==, of_snapshot);
  g_assert_cmpstr (of_event, ==, of_again);
  g_assert_nonnull (strstr (of_event, "starts, next #5\nstart green #3"));
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (snapshot, id)), >, 0);
}

static void
test_a_snapshot_shares_texts_details_and_entrants (void)
{
  g_autoptr (MarathonEvent) event = make_full_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  MarathonRoster *roster = marathon_event_get_roster (event), *copy = marathon_event_get_roster (snapshot);

  g_assert_true (marathon_event_get_pool (event) == marathon_event_get_pool (snapshot));
  g_assert_true (marathon_event_get_details (event) == marathon_event_get_details (snapshot));
  g_assert_true (marathon_roster_get_block (roster, 0) == marathon_roster_get_block (copy, 0));
  g_assert_true (marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_WAVES), 0)
                 != marathon_record_list_get (marathon_event_get_list (snapshot, MARATHON_LIST_WAVES), 0));
}

static void
change_everything (MarathonEvent *event)
{
  static const guint32 first = 0, second = 1;

  g_assert_true (model_fixture_set (event, 0, "family", "Changed", NULL));
  g_assert_true (model_fixture_set (event, 1, "note", "Changed", NULL));
  g_assert_true (marathon_event_transfer_entrants (event, MARATHON_PLACE_ROSTER, &second, &first, 1, NULL));
  model_fixture_add (event, "event | title=Changed\n entrant 9 | bib=99\n start new | name=New");
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, id), 0);

      for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (record)->n_columns; i++)
        if (MARATHON_RECORD_GET_CLASS (record)->columns[i].type == MARATHON_COLUMN_TEXT)
          g_assert_true (marathon_event_set_record_text (event, record, i, "Changed", NULL)
                         || MARATHON_RECORD_GET_CLASS (record)->columns[i].maximum < 7);
    }
  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_PRINTS, 0, NULL));
  marathon_event_add_unknown (event, "", "<changed/>");
  marathon_event_set_id (event, 99);
}

static void
test_a_snapshot_stays_as_the_event_was (void)
{
  g_autoptr (MarathonEvent) event = make_full_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  g_autofree char *before = model_fixture_describe (event), *of_snapshot = NULL, *after = NULL;

  change_everything (event);
  of_snapshot = model_fixture_describe (snapshot);
  g_assert_cmpstr (of_snapshot, ==, before);
  after = model_fixture_describe (event);
  g_assert_cmpstr (after, !=, before);
}

static void
test_a_snapshot_outlives_its_event (void)
{
  MarathonEvent *event = make_full_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  g_autofree char *before = model_fixture_describe (event), *after = NULL;

  g_object_unref (event);
  after = model_fixture_describe (snapshot);
  g_assert_cmpstr (before, ==, after);
}

static void
test_references_of_a_snapshot_are_its_own (void)
{
  g_autoptr (MarathonEvent) event = make_full_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  MarathonWave *wave = marathon_record_list_find (marathon_event_get_list (snapshot, MARATHON_LIST_WAVES), "red-1");
  MarathonRecord *start = marathon_event_get_record (snapshot, MARATHON_LIST_STARTS, wave->start);
  const MarathonFieldInfo *info = marathon_event_find_field (snapshot, "x-shirt");

  g_assert_cmpstr (marathon_record_get_key (start), ==, "red");
  g_assert_true (start != marathon_event_get_record (event, MARATHON_LIST_STARTS, wave->start));
  g_assert_true (info != marathon_event_find_field (event, "x-shirt"));
  g_assert_cmpstr (info->label, ==, "Shirt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event/a-new-one-is-empty", test_a_new_event_is_empty);
  g_test_add_func ("/event/lists-and-singles-have-names", test_lists_and_singles_have_names_of_their_own);
  g_test_add_func ("/event/a-full-name-is-in-the-order-of-reading", test_a_full_name_is_in_the_order_of_reading);
  g_test_add_func ("/event/handles-name-records", test_handles_name_records);
  g_test_add_func ("/event/unknown-content-is-kept-by-container", test_unknown_content_is_kept_by_container);
  g_test_add_func ("/event/snapshot/is-equal", test_a_snapshot_is_equal);
  g_test_add_func ("/event/snapshot/shares-texts-details-and-entrants",
                   test_a_snapshot_shares_texts_details_and_entrants);
  g_test_add_func ("/event/snapshot/stays-as-the-event-was", test_a_snapshot_stays_as_the_event_was);
  g_test_add_func ("/event/snapshot/outlives-its-event", test_a_snapshot_outlives_its_event);
  g_test_add_func ("/event/snapshot/references-are-its-own", test_references_of_a_snapshot_are_its_own);

  return g_test_run ();
}
