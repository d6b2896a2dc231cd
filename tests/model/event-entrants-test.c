/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of changing entrants: the invariants hold, and what is refused changes nothing.
 */
#include "model/event.h"

#include <string.h>

#include "model/model-error.h"
#include "model/model-fixture.h"
#include "model/plain-event.h"

#define ROSTER MARATHON_PLACE_ROSTER
#define BIN MARATHON_PLACE_BIN

static MarathonEvent *
make_event (void)
{
  return model_fixture_new ("group fridge | name=Fridge | bib=500\n"
                            "entrant 1 | given=Amy | family=Archer | bib=1\n"
                            "entrant 2 | given=Ben | family=Baker | bib=2\n"
                            "entrant 3 | given=Carl | family=Cooper | bib=3 | class=T12\n"
                            "guide 31 | given=Ann | family=Smith | bib=30\n"
                            "binned 4 | given=Dora | family=Dyer | bib=4\n"
                            "binned 5 | given=Edwin | family=Hall | bib=2\n");
}

static void
assert_ids (MarathonEvent *event, MarathonPlace place, const char *expected)
{
  MarathonRoster *roster = marathon_event_get_place (event, place);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    g_string_append_printf (ids, "%" G_GINT64_MODIFIER "x ", marathon_roster_get (roster, i)->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* --- What is refused, and that nothing is left of it --- */

typedef gboolean (*TryFunc) (MarathonEvent *event, GError **error);

static gboolean
insert (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *values, guint n, GError **error)
{
  static const guint32 positions[] = { 0, 1, 2 };

  return marathon_event_insert_entrants (event, place, positions, values, n, error);
}

static gboolean
try_id_of_roster (MarathonEvent *event, GError **error)
{
  MarathonEntrant values[] = { model_fixture_entrant (event, 6, "bib=6"), model_fixture_entrant (event, 2, "bib=7") };

  return insert (event, ROSTER, values, 2, error);
}

static gboolean
try_id_of_bin (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 4, "");

  return insert (event, ROSTER, &value, 1, error);
}

static gboolean
try_id_of_roster_in_bin (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 1, "");

  return insert (event, BIN, &value, 1, error);
}

static gboolean
try_id_twice (MarathonEvent *event, GError **error)
{
  MarathonEntrant values[] = { model_fixture_entrant (event, 6, "bib=6"), model_fixture_entrant (event, 6, "bib=7") };

  return insert (event, ROSTER, values, 2, error);
}

static gboolean
try_id_of_guide (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 0x31, "bib=6");

  return insert (event, ROSTER, &value, 1, error);
}

static gboolean
try_guide_with_id (MarathonEvent *event, guint64 id, const char *cells, GError **error)
{
  MarathonGuide guides[] = { model_fixture_guide (event, 0x66, "bib=66"), model_fixture_guide (event, id, cells) };
  MarathonEntrant value = model_fixture_entrant (event, 6, "given=New | family=Person | bib=6");

  value = model_fixture_with_guides (event, &value, guides, 2);
  return insert (event, ROSTER, &value, 1, error);
}

static gboolean
try_guide_with_id_of_guide (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 0x31, "", error);
}

static gboolean
try_guide_with_id_of_entrant (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 1, "", error);
}

static gboolean
try_guide_with_id_of_binned (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 4, "", error);
}

static gboolean
try_guide_with_id_of_own_athlete (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 6, "", error);
}

static gboolean
try_guide_twice (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 0x66, "", error);
}

static gboolean
try_guide_with_id_of_other_row (MarathonEvent *event, GError **error)
{
  MarathonGuide guide = model_fixture_guide (event, 7, "");
  MarathonEntrant values[] = { model_fixture_entrant (event, 6, "bib=6"), model_fixture_entrant (event, 7, "bib=7") };

  values[0] = model_fixture_with_guides (event, &values[0], &guide, 1);
  return insert (event, BIN, values, 2, error);
}

static gboolean
try_append_known_id (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 4, "");

  return marathon_event_append_entrant (event, ROSTER, &value, error);
}

static gboolean
try_append_own_guide (MarathonEvent *event, GError **error)
{
  MarathonGuide guide = model_fixture_guide (event, 6, "bib=66");
  MarathonEntrant value = model_fixture_entrant (event, 6, "bib=6");

  value = model_fixture_with_guides (event, &value, &guide, 1);
  return marathon_event_append_entrant (event, ROSTER, &value, error);
}

static gboolean
try_replace_with_known_guide_id (MarathonEvent *event, GError **error)
{
  static const guint32 positions[] = { 0, 1 };
  MarathonGuide guide = model_fixture_guide (event, 0x31, "");
  MarathonEntrant values[] = { model_fixture_entrant (event, 1, "bib=11"), model_fixture_entrant (event, 2, "bib=12") };

  values[1] = model_fixture_with_guides (event, &values[1], &guide, 1);
  return marathon_event_replace_entrants (event, ROSTER, positions, values, 2, error);
}

static void
test_an_id_in_use_is_refused (void)
{
  static const struct {
    TryFunc try_it;
    const char *id;
  } cases[] = {
    { try_id_of_roster, "0000000000000002" },
    { try_id_of_bin, "0000000000000004" },
    { try_id_of_roster_in_bin, "0000000000000001" },
    { try_id_twice, "0000000000000006" },
    { try_id_of_guide, "0000000000000031" },
    { try_guide_with_id_of_guide, "0000000000000031" },
    { try_guide_with_id_of_entrant, "0000000000000001" },
    { try_guide_with_id_of_binned, "0000000000000004" },
    { try_guide_with_id_of_own_athlete, "0000000000000006" },
    { try_guide_twice, "0000000000000066" },
    { try_guide_with_id_of_other_row, "0000000000000007" },
    { try_append_known_id, "0000000000000004" },
    { try_append_own_guide, "0000000000000006" },
    { try_replace_with_known_guide_id, "0000000000000031" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = make_event ();
      g_autofree char *before = model_fixture_describe (event), *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (cases[i].try_it (event, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID);
      g_assert_nonnull (strstr (error->message, cases[i].id));
      after = model_fixture_describe (event);
      g_assert_cmpstr (before, ==, after);
    }
}

static gboolean
try_bib_of_entrant (MarathonEvent *event, GError **error)
{
  MarathonEntrant values[] = { model_fixture_entrant (event, 6, "bib=6"),
                               model_fixture_entrant (event, 7, "given=New | family=Person | bib=002") };

  return insert (event, ROSTER, values, 2, error);
}

static gboolean
try_bib_of_guide (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 6, "given=New | family=Person | bib=30");

  return insert (event, ROSTER, &value, 1, error);
}

static gboolean
try_bib_of_group (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 6, "given=New | family=Person | bib=500");

  return insert (event, ROSTER, &value, 1, error);
}

static gboolean
try_guide_with_bib_of_entrant (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 0x67, "bib=1", error);
}

static gboolean
try_guide_with_bib_of_guide (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 0x67, "bib=30", error);
}

static gboolean
try_guide_with_bib_of_own_athlete (MarathonEvent *event, GError **error)
{
  return try_guide_with_id (event, 0x67, "bib=6", error);
}

static gboolean
try_bib_twice (MarathonEvent *event, GError **error)
{
  MarathonEntrant values[] = { model_fixture_entrant (event, 6, "bib=W6"),
                               model_fixture_entrant (event, 7, "given=New | family=Person | bib=w06") };

  return insert (event, ROSTER, values, 2, error);
}

static gboolean
try_append_bib (MarathonEvent *event, GError **error)
{
  MarathonEntrant value = model_fixture_entrant (event, 6, "given=New | family=Person | bib=1");

  return marathon_event_append_entrant (event, ROSTER, &value, error);
}

static gboolean
try_replace_with_bib (MarathonEvent *event, GError **error)
{
  static const guint32 positions[] = { 1, 2 };
  MarathonEntrant values[] = { model_fixture_entrant (event, 2, "bib=22"),
                               model_fixture_entrant (event, 3, "given=New | family=Person | bib=1") };

  return marathon_event_replace_entrants (event, ROSTER, positions, values, 2, error);
}

static gboolean
try_take_out_of_bin (MarathonEvent *event, GError **error)
{
  static const guint32 from[] = { 0, 1 }, to[] = { 0, 1 };

  return marathon_event_transfer_entrants (event, BIN, from, to, 2, error);
}

static void
test_a_bib_in_use_is_refused_and_both_are_named (void)
{
  static const struct {
    TryFunc try_it;
    const char *bib, *who, *holder;
  } cases[] = {
    { try_bib_of_entrant, "bib 002 ", "New Person", "Ben Baker" },
    { try_bib_of_guide, "bib 30 ", "New Person", "Ann Smith, guide of Carl Cooper" },
    { try_bib_of_group, "bib 500 ", "New Person", "Fridge" },
    { try_guide_with_bib_of_entrant, "bib 1 ", "New Person", "Amy Archer" },
    { try_guide_with_bib_of_guide, "bib 30 ", "New Person", "Ann Smith, guide of Carl Cooper" },
    { try_guide_with_bib_of_own_athlete, "bib 6 ", "New Person", "belongs to New Person" },
    { try_bib_twice, "bib w06 ", "New Person", "the nameless entrant 0000000000000006" },
    { try_append_bib, "bib 1 ", "New Person", "Amy Archer" },
    { try_replace_with_bib, "bib 1 ", "New Person", "Amy Archer" },
    { try_take_out_of_bin, "bib 2 ", "Edwin Hall", "Ben Baker" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = make_event ();
      g_autofree char *before = model_fixture_describe (event), *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (cases[i].try_it (event, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_BIB);
      g_assert_nonnull (strstr (error->message, cases[i].bib));
      g_assert_nonnull (strstr (error->message, cases[i].who));
      g_assert_nonnull (strstr (error->message, cases[i].holder));
      after = model_fixture_describe (event);
      g_assert_cmpstr (before, ==, after);
    }
}

/* --- What is done --- */

static void
test_bibs_are_exchanged_in_one_change (void)
{
  static const guint32 positions[] = { 0, 1, 2 };
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonGuide guide = model_fixture_guide (event, 0x31, "given=Ann | family=Smith | bib=3");
  MarathonEntrant values[] = { model_fixture_entrant (event, 1, "bib=2"), model_fixture_entrant (event, 2, "bib=30"),
                               model_fixture_entrant (event, 3, "bib=1") };
  g_autoptr (GError) error = NULL;

  values[2] = model_fixture_with_guides (event, &values[2], &guide, 1);
  g_assert_true (marathon_event_replace_entrants (event, ROSTER, positions, values, 3, &error));
  g_assert_no_error (error);
  model_fixture_check_sets (event);
  for (guint i = 0; i < 3; i++)
    g_assert_true (marathon_entrant_equal (marathon_roster_get (marathon_event_get_roster (event), i), &values[i]));
}

static void
test_an_own_bib_may_be_written_otherwise (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  g_autofree char *bib = NULL;

  g_assert_true (model_fixture_set (event, 0, "bib", "001", NULL));
  bib = model_fixture_get (event, 0, "bib");
  g_assert_cmpstr (bib, ==, "001");
  model_fixture_check_sets (event);
}

static void
test_what_is_put_into_the_bin_frees_its_bib_and_keeps_its_id (void)
{
  static const guint32 from[] = { 0, 2 }, to[] = { 0, 3 };
  g_autoptr (MarathonEvent) event = make_event ();
  g_autofree char *before = model_fixture_describe (event), *after = NULL;
  MarathonHolder holder;
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_event_transfer_entrants (event, ROSTER, from, to, 2, &error));
  g_assert_no_error (error);
  assert_ids (event, ROSTER, "2 ");
  assert_ids (event, BIN, "1 4 5 3 ");
  g_assert_true (marathon_event_has_entrant (event, 1));
  g_assert_false (marathon_event_find_bib (event, "1", &holder));
  g_assert_false (marathon_event_find_bib (event, "30", &holder));
  model_fixture_check_sets (event);

  g_assert_true (marathon_event_transfer_entrants (event, BIN, to, from, 2, &error));
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

static void
test_in_the_bin_bibs_may_be_alike (void)
{
  static const guint32 first = 0, second = 1;
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant value = model_fixture_entrant (event, 4, "bib=1"), other = model_fixture_entrant (event, 6, "bib=1");

  g_assert_true (marathon_event_replace_entrants (event, BIN, &first, &value, 1, NULL));
  g_assert_true (marathon_event_insert_entrants (event, BIN, &second, &other, 1, NULL));
  assert_ids (event, BIN, "4 6 5 ");
  model_fixture_check_sets (event);
}

static void
test_a_removed_id_and_bib_are_free_again (void)
{
  static const guint32 position = 2;
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant value = *marathon_roster_get (marathon_event_get_roster (event), position);
  g_autofree char *before = model_fixture_describe (event), *after = NULL;

  g_assert_true (marathon_event_remove_entrants (event, ROSTER, &position, 1, NULL));
  assert_ids (event, ROSTER, "1 2 ");
  g_assert_false (marathon_event_has_entrant (event, 3));
  model_fixture_check_sets (event);
  g_assert_true (marathon_event_insert_entrants (event, ROSTER, &position, &value, 1, NULL));
  after = model_fixture_describe (event);
  g_assert_cmpstr (before, ==, after);
}

static void
count_change (MarathonRoster *roster, guint position, guint removed, guint added, guint *n)
{
  (*n)++;
}

static void
test_readers_append_without_a_signal (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonEntrant value = model_fixture_entrant (event, 6, "bib=6");
  guint n = 0;

  g_signal_connect (marathon_event_get_roster (event), "items-changed", G_CALLBACK (count_change), &n);
  g_assert_true (marathon_event_append_entrant (event, ROSTER, &value, NULL));
  g_assert_cmpuint (n, ==, 0);
  assert_ids (event, ROSTER, "1 2 3 6 ");
  model_fixture_check_sets (event);
}

/* --- References by id --- */

static void
test_who_is_named_cannot_be_removed (void)
{
  static const struct {
    const char *line, *who;
  } cases[] = {
    { "official o1 | family=Archer | entrant=1", "o1" },
    { "decision d1 | first=1 | second=2", "d1" },
    { "decision d1 | first=2 | second=1", "d1" },
    { "entrant 7 | given=New | family=Person\n guide 77 | entrant=1", "New Person" },
  };
  static const guint32 positions[] = { 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = make_event ();
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;

      model_fixture_add (event, cases[i].line);
      before = model_fixture_describe (event);
      g_assert_false (marathon_event_remove_entrants (event, ROSTER, positions, 2, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE);
      g_assert_nonnull (strstr (error->message, cases[i].who));
      after = model_fixture_describe (event);
      g_assert_cmpstr (before, ==, after);

      /* The bin keeps the id, so the reference still holds there. */
      g_assert_true (marathon_event_transfer_entrants (event, ROSTER, positions, positions, 2, NULL));
      g_assert_false (marathon_event_remove_entrants (event, BIN, positions, 1, NULL));
    }
}

static void
test_who_is_named_by_people_who_go_too_can_be_removed (void)
{
  static const guint32 positions[] = { 0, 3 };
  g_autoptr (MarathonEvent) event = make_event ();
  g_autoptr (GError) error = NULL;

  model_fixture_add (event, "entrant 7 | given=New\n guide 77 | entrant=1");
  g_assert_true (marathon_event_remove_entrants (event, ROSTER, positions, 2, &error));
  g_assert_no_error (error);
  assert_ids (event, ROSTER, "2 3 ");
}

static void
test_a_reference_to_nobody_is_told (void)
{
  static const struct {
    const char *line, *from, *id;
    MarathonListId list;
  } cases[] = {
    { "official o1 | family=Archer | entrant=9", "o1", "0000000000000009", MARATHON_LIST_OFFICIALS },
    { "decision d1 | first=1 | second=9", "d1", "0000000000000009", MARATHON_LIST_DECISIONS },
    { "decision d1 | first=9 | second=1", "d1", "0000000000000009", MARATHON_LIST_DECISIONS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = make_event ();
      g_autoptr (GError) error = NULL;
      MarathonRecord *record;

      model_fixture_add (event, cases[i].line);
      record = marathon_record_list_find (marathon_event_get_list (event, cases[i].list), cases[i].from);
      g_assert_false (marathon_event_check_record (event, record, &error));
      g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE);
      g_assert_nonnull (strstr (error->message, cases[i].from));
      g_assert_nonnull (strstr (error->message, cases[i].id));
      model_fixture_add (event, "binned 9 | family=Found");
      g_assert_true (marathon_event_check_record (event, record, NULL));
    }
}

static void
test_a_guide_who_is_nobody_is_refused (void)
{
  g_autoptr (MarathonEvent) event = make_event ();
  MarathonGuide guide = { .id = 77, .entrant = 9 };
  const guint32 position = 0;
  MarathonEntrantDraft draft;
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (event), 0));
  g_assert_true (marathon_entrant_draft_add_guide (&draft, &guide, NULL));
  g_assert_false (marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, &position,
                                                   marathon_entrant_draft_finish (&draft), 1, &error));
  g_assert_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE);
  model_fixture_add (event, "binned 9 | family=Found");
  g_assert_true (marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, &position,
                                                  marathon_entrant_draft_finish (&draft), 1, NULL));
  marathon_entrant_draft_clear (&draft);
}

/* --- Against a plain model --- */

static void
test_an_operation_is_done_exactly_where_the_result_is_good (void)
{
  guint n_done = 0;
  const guint n_trials = 60, n_steps = 120;

  for (guint32 seed = 0; seed < n_trials; seed++)
    n_done += plain_event_run_trial (seed, n_steps);
  /* Neither side of the rule may be rare. */
  g_assert_cmpuint (n_done, >, n_trials * n_steps / 4);
  g_assert_cmpuint (n_done, <, n_trials * n_steps * 9 / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-entrants/an-id-in-use-is-refused", test_an_id_in_use_is_refused);
  g_test_add_func ("/event-entrants/a-bib-in-use-is-refused", test_a_bib_in_use_is_refused_and_both_are_named);
  g_test_add_func ("/event-entrants/bibs-are-exchanged-in-one-change", test_bibs_are_exchanged_in_one_change);
  g_test_add_func ("/event-entrants/an-own-bib-may-be-written-otherwise", test_an_own_bib_may_be_written_otherwise);
  g_test_add_func ("/event-entrants/the-bin-frees-bibs-and-keeps-ids",
                   test_what_is_put_into_the_bin_frees_its_bib_and_keeps_its_id);
  g_test_add_func ("/event-entrants/in-the-bin-bibs-may-be-alike", test_in_the_bin_bibs_may_be_alike);
  g_test_add_func ("/event-entrants/a-removed-id-and-bib-are-free-again", test_a_removed_id_and_bib_are_free_again);
  g_test_add_func ("/event-entrants/readers-append-without-a-signal", test_readers_append_without_a_signal);
  g_test_add_func ("/event-entrants/who-is-named-cannot-be-removed", test_who_is_named_cannot_be_removed);
  g_test_add_func ("/event-entrants/named-by-people-who-go-too", test_who_is_named_by_people_who_go_too_can_be_removed);
  g_test_add_func ("/event-entrants/a-reference-to-nobody-is-told", test_a_reference_to_nobody_is_told);
  g_test_add_func ("/event-entrants/a-guide-who-is-nobody-is-refused", test_a_guide_who_is_nobody_is_refused);
  g_test_add_func ("/event-entrants/done-exactly-where-the-result-is-good",
                   test_an_operation_is_done_exactly_where_the_result_is_good);

  return g_test_run ();
}
