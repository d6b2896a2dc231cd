/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the one namespace of bibs: each is found with its holder, however it is written.
 */
#include "model/event.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"

static MarathonEvent *
make_event (void)
{
  return model_fixture_new (
      "group fridge | name=Fridge | bib=F500\n group twins | name=Twins\n group four | name=Four | bib=600\n"
      "entrant 1 | given=Amy | family=Archer | bib=37\n"
      "entrant 2 | family=Weaver | bib=WEAVER\n"
      "entrant 3 | given=Carl | family=Cooper | bib=W001\n"
      "guide 31 | given=Ann | family=Smith\n guide 32 | given=Ben | bib=G1\n"
      "entrant 4\n"
      "binned 5 | family=Hall | bib=5\n");
}

static void
test_each_bib_is_found_however_it_is_written (void)
{
  static const struct {
    const char *bib;
    MarathonHolderKind kind;
    guint position, guide;
    const char *description;
  } cases[] = {
    { "37", MARATHON_HOLDER_ENTRANT, 0, 0, "Amy Archer" },
    { "0037", MARATHON_HOLDER_ENTRANT, 0, 0, "Amy Archer" },
    { "Weaver", MARATHON_HOLDER_ENTRANT, 1, 0, "Weaver" },
    { "w1", MARATHON_HOLDER_ENTRANT, 2, 0, "Carl Cooper" },
    { "g01", MARATHON_HOLDER_GUIDE, 2, 1, "Ben, guide of Carl Cooper" },
    { "f500", MARATHON_HOLDER_GROUP, 0, 0, "the group \u201cFridge\u201d" },
    { "600", MARATHON_HOLDER_GROUP, 2, 0, "the group \u201cFour\u201d" },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  MarathonEvent *events[] = { event, snapshot };

  for (guint e = 0; e < G_N_ELEMENTS (events); e++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        MarathonHolder holder = { MARATHON_HOLDER_NONE, 99, 99 };
        g_autofree char *description = NULL;

        g_test_message ("%s", cases[i].bib);
        g_assert_true (marathon_event_find_bib (events[e], cases[i].bib, &holder));
        g_assert_cmpint (holder.kind, ==, cases[i].kind);
        g_assert_cmpuint (holder.position, ==, cases[i].position);
        g_assert_cmpuint (holder.guide, ==, cases[i].guide);
        description = marathon_event_describe_holder (events[e], &holder);
        g_assert_cmpstr (description, ==, cases[i].description);
      }
}

static void
test_other_texts_are_nobodys (void)
{
  static const char *const cases[] = { "38", "W37", "G2", "5", "500", "", "1 2", "not a bib at all", "F", "WEAVE" };
  g_autoptr (MarathonEvent) event = make_event ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonHolder holder = { MARATHON_HOLDER_GROUP, 99, 99 };

      if (marathon_event_find_bib (event, cases[i], &holder))
        g_error ("“%s” was found", cases[i]);
      g_assert_cmpint (holder.kind, ==, MARATHON_HOLDER_NONE);
    }
}

static void
test_looking_adds_nothing_to_the_pool (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  guint n = marathon_text_pool_get_count (marathon_event_get_pool (event));
  MarathonHolder holder;

  g_assert_false (marathon_event_find_bib (event, "NEW99", &holder));
  g_assert_true (marathon_event_find_bib (event, "F500", &holder));
  g_assert_cmpuint (marathon_text_pool_get_count (marathon_event_get_pool (event)), ==, n);
}

static void
test_what_is_used (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  MarathonEvent *events[] = { event, snapshot };

  for (guint e = 0; e < G_N_ELEMENTS (events); e++)
    {
      MarathonText w = marathon_event_add_text (event, "w"), g = marathon_event_add_text (event, "g"),
                   f = marathon_event_add_text (event, "f");

      g_assert_true (marathon_event_bib_is_used (events[e], 0, 37));
      g_assert_true (marathon_event_bib_is_used (events[e], 0, 600));
      g_assert_true (marathon_event_bib_is_used (events[e], w, 1));
      g_assert_true (marathon_event_bib_is_used (events[e], g, 1));
      g_assert_true (marathon_event_bib_is_used (events[e], f, 500));
      g_assert_false (marathon_event_bib_is_used (events[e], w, 37));
      g_assert_false (marathon_event_bib_is_used (events[e], 0, 5));
      g_assert_false (marathon_event_bib_is_used (events[e], 0, 0));
    }
}

static void
test_a_snapshot_keeps_the_bibs_of_its_time (void)
{
  static const guint32 position = 0;
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  MarathonRecord *group = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_GROUPS), 0);
  guint column = (guint) marathon_record_find_column (group, "bib");
  MarathonHolder holder;

  g_assert_true (marathon_event_remove_entrants (event, MARATHON_PLACE_ROSTER, &position, 1, NULL));
  g_assert_true (marathon_event_set_record_text (event, group, column, "37", NULL));
  g_assert_true (marathon_event_find_bib (event, "37", &holder));
  g_assert_cmpint (holder.kind, ==, MARATHON_HOLDER_GROUP);
  g_assert_false (marathon_event_find_bib (event, "F500", &holder));
  g_assert_true (marathon_event_find_bib (snapshot, "37", &holder));
  g_assert_cmpint (holder.kind, ==, MARATHON_HOLDER_ENTRANT);
  g_assert_true (marathon_event_find_bib (snapshot, "F500", &holder));
}

/* --- Groups --- */

static void
test_a_groups_bib_must_be_free (void)
{
  static const struct {
    const char *bib, *holder;
  } cases[] = {
    { "037", "Amy Archer" },
    { "weaver", "Weaver" },
    { "G1", "Ben, guide of Carl Cooper" },
    { "F500", "Fridge" },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonRecord *four = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_GROUPS), 2);
  g_autofree char *before = model_fixture_describe (event), *after = NULL;
  guint column = (guint) marathon_record_find_column (four, "bib");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = g_strdup_printf ("name=New | bib=%s", cases[i].bib);
      g_autoptr (MarathonRecord) record = model_fixture_record (event, MARATHON_LIST_GROUPS, "new", cells);
      g_autoptr (GError) set_error = NULL, insert_error = NULL;

      g_assert_false (marathon_event_set_record_text (event, four, column, cases[i].bib, &set_error));
      g_assert_error (set_error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_BIB);
      g_assert_nonnull (strstr (set_error->message, cases[i].holder));
      g_assert_nonnull (strstr (set_error->message, "Four"));
      g_assert_false (marathon_event_insert_record (event, MARATHON_LIST_GROUPS, 0, record, &insert_error));
      g_assert_error (insert_error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_BIB);
      g_assert_nonnull (strstr (insert_error->message, cases[i].holder));
      g_assert_nonnull (strstr (insert_error->message, "New"));
    }
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_groups_bib_comes_and_goes (void)
{
  static const struct {
    const char *bib;
    gboolean done;
  } steps[] = {
    { "F0500", TRUE }, { "700", TRUE }, { "1 2", FALSE }, { "37", FALSE }, { "", TRUE }, { "", TRUE }, { "F500", TRUE },
  };
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonRecord *group = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_GROUPS), 0);
  guint column = (guint) marathon_record_find_column (group, "bib");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *old = g_strdup (marathon_record_get_text (group, column));

      g_assert_cmpint (marathon_event_set_record_text (event, group, column, steps[i].bib, NULL), ==, steps[i].done);
      g_assert_cmpstr (marathon_record_get_text (group, column), ==, steps[i].done ? steps[i].bib : old);
      model_fixture_check_sets (event);
    }
}

static void
test_a_removed_groups_bib_is_free (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (MarathonRecord) group
      = g_object_ref (marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_GROUPS), 0));
  g_autofree char *before = model_fixture_describe (event), *after = NULL;
  MarathonHolder holder;

  g_assert_true (marathon_event_remove_record (event, MARATHON_LIST_GROUPS, 0, NULL));
  g_assert_false (marathon_event_find_bib (event, "F500", &holder));
  model_fixture_check_sets (event);
  g_assert_true (marathon_event_insert_record (event, MARATHON_LIST_GROUPS, 0, group, NULL));
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-bibs/each-is-found-however-it-is-written", test_each_bib_is_found_however_it_is_written);
  g_test_add_func ("/event-bibs/other-texts-are-nobodys", test_other_texts_are_nobodys);
  g_test_add_func ("/event-bibs/looking-adds-nothing", test_looking_adds_nothing_to_the_pool);
  g_test_add_func ("/event-bibs/what-is-used", test_what_is_used);
  g_test_add_func ("/event-bibs/a-snapshot-keeps-those-of-its-time", test_a_snapshot_keeps_the_bibs_of_its_time);
  g_test_add_func ("/event-bibs/a-groups-must-be-free", test_a_groups_bib_must_be_free);
  g_test_add_func ("/event-bibs/a-groups-comes-and-goes", test_a_groups_bib_comes_and_goes);
  g_test_add_func ("/event-bibs/a-removed-groups-is-free", test_a_removed_groups_bib_is_free);

  return g_test_run ();
}
