/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event without personal data: what goes, what stays, and that nothing of what went is anywhere in it.
 */
#include "editing/personal-removal.h"

#include <string.h>

#include "formats/project-reader.h"
#include "formats/project-writer.h"
#include "model/model-fixture.h"

/* Words that begin with "gone-" must not be found after removing contacts; with "name", after removing all. */
static const char scene_text[] = "event | title=Spring | date=2014-04-13 | organiser=Riverside Runners\n"
                                 "field shirt | label=Shirt | type=choice | choices=S;M;L\n"
                                 "field hotel | label=Hotel | type=text\n"
                                 "field doctor | label=Doctor | type=text | audience=medical\n"
                                 "start red | name=Red\n"
                                 "category mass | name=Mass\n"
                                 "category elite | name=Elite | elite=yes\n"
                                 "wave red-1 | name=Red 1 | start=red\n"
                                 "bib-block main | name=Main | numbers=1-99\n"
                                 "group nameoaks | name=The Nameoak Sisters | kind=siblings | together=yes | "
                                 "bib=NAMEOAK | load=a nameboat | charity=Sight\n"
                                 "group namepines | name=Namepine | bib=77\n"
                                 "entrant a2 | bib=NAMEBOLT | family=Namebolt | given=Nameb | born=1990 | "
                                 "nation=Nameistan | x-shirt=namesize | wave-reason=because namecousin\n"
                                 "entrant a3 | bib=12 | family=Namecole | born=1990-12-31 | group=namepines\n"
                                 "entrant a4 | family=Namedunn | medical=gone-pollen\n"
                                 "entrant a1 | external-id=nameX1 | bib=37 | family=Namearcher | given=Nameamy | "
                                 "known-as=Nameam | bib-name=NAMEA | sort-key=namekey"
                                 " | sex=F | born=1983-03-23 | nation=GBR | town=Nametown | residence=Nameland | "
                                 "club=Nameclub | licence=nameL | chip=nameC | mode=racing-chair"
                                 " | category=mass | wave=red-1 | class=T11 | class-status=confirmed | rank=4 | "
                                 "pb=2:30:00 | sb=2:31:00 | qualifying=2:32:00"
                                 " | predicted=2:33:00 | route=elite | charity=Sight | group=nameoaks | load=nameload "
                                 "| honours=namehonour | tags=nametag | starts=3"
                                 " | publish=initials | status=deferred | entered=2013-10-01 | "
                                 "collected=2014-04-12T09:31:07Z | note=namenote | email=gone-email"
                                 " | phone=gone-phone | emergency-name=gone-mother | emergency-phone=gone-999 | "
                                 "medical=gone-asthma | collected-by=Namefriend | pins=wave"
                                 " | printed=yes | bib-block=main | category-reason=fits mass | wave-reason=group "
                                 "nameoaks 2:33:00 red-1 | pb-year=2012 | pb-place=Nameplace"
                                 " | pb-ineligible=yes | qualifying-race=namerace | debut=yes | pacemaker=yes | "
                                 "champion=yes | gun-time=2:34:00 | net-time=2:33:30"
                                 " | result-place=5 | result-status=dq | result-rule=namerule | result-official=yes | "
                                 "x-shirt=M | x-hotel=namehotel | x-doctor=gone-doctor\n"
                                 "guide 11 | family=Nameguide | given=Nameg | sex=M | born=1980-08-01 | nation=IRL | "
                                 "licence=nameGL | from=10 | to=20.5 | bib=37G | waiver=yes"
                                 " | collected=2014-04-12T09:32:00Z | collected-by=Namecollector | "
                                 "entrant=00000000000000a2 | emergency-name=gone-wife"
                                 " | emergency-phone=gone-111\n"
                                 "binned b1 | family=Namebinned | bib=40 | email=gone-binned | note=gone-binnednote\n"
                                 "official nameking | family=Nameking | given=Nameo | role=starter | title=nametitle | "
                                 "starts=red | waves=red-1 | entrant=00000000000000a3"
                                 " | honours=namehon | phone=gone-official\n"
                                 "record course | name=Course record | holder=Ann Other | time=2:20:00\n"
                                 "print p1 | list=bibs | printed=2014-04-10T08:00:00Z | rows=4 | note=nameprint\n"
                                 "decision d1 | first=00000000000000a1 | second=00000000000000a2 | verdict=different\n"
                                 "decision d2 | first=00000000000000a1 | second=00000000000000b1 | verdict=same\n";

static MarathonEvent *
make_scene (void)
{
  MarathonEvent *event = model_fixture_new (scene_text);
  MarathonEntrantDraft draft;
  guint32 position = 3;

  /* What a newer version of Marathon wrote. */
  marathon_event_set_newer_minor (event, 9);
  marathon_event_add_unknown (event, "", "<gone-volunteers/>");
  marathon_event_add_unknown (event, "waves", "<gone-waves/>");
  marathon_record_set_unknown (marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_WAVES), 0),
                               " gone-a=\"1\"", "<gone-b/>");
  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (event), position));
  marathon_entrant_draft_set_detail (&draft, MARATHON_DETAIL_UNKNOWN_ATTRIBUTES, " gone-c=\"1\"");
  marathon_entrant_draft_set_detail (&draft, MARATHON_DETAIL_UNKNOWN_CONTENT, "<gone-d/>");
  marathon_entrant_draft_set_detail (&draft, MARATHON_DETAIL_UNKNOWN_CHILD + MARATHON_FIELD_HOME_CONTACT,
                                     " gone-e=\"1\"");
  g_array_index (draft.guides, MarathonGuide, 0).unknown_attributes = marathon_event_add_text (event, " gone-f=\"1\"");
  g_array_index (draft.guides, MarathonGuide, 0).unknown_contact = marathon_event_add_text (event, " gone-g=\"1\"");
  g_array_index (draft.guides, MarathonGuide, 0).unknown_content = marathon_event_add_text (event, "<gone-h/>");
  draft.details_changed = TRUE;
  g_assert_true (marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, &position,
                                                  marathon_entrant_draft_finish (&draft), 1, NULL));
  marathon_entrant_draft_clear (&draft);
  return event;
}

static MarathonEvent *
remove_data (MarathonEvent *event, MarathonPersonalDepth depth)
{
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;
  MarathonEvent *bare;

  marathon_id_source_init_seeded (&ids, 7);
  bare = marathon_personal_remove (event, depth, &ids, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  model_fixture_check_sets (bare);
  return bare;
}

/* The file has no word with @marker in it, in whatever case. */
static void
assert_nowhere (MarathonEvent *event, const char *marker)
{
  g_autofree char *file = marathon_project_to_text (event);
  g_autofree char *folded = g_ascii_strdown (file, -1);
  char *at = strstr (folded, marker);

  if (at != NULL)
    g_error ("“%.60s” is still in the file", at);
}

static void
assert_field (MarathonEvent *event, guint position, const char *key, const char *expected)
{
  g_autofree char *text = model_fixture_get (event, position, key);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_contacts_go_and_the_rest_stays (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_CONTACT);
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);

  assert_nowhere (bare, "gone-");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (bare)), ==, 4);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (bare)), ==, 0);
  for (guint i = 0; i < 4; i++)
    for (guint f = 0; f < fields->len; f++)
      {
        const MarathonFieldInfo *info = g_ptr_array_index (fields, f);
        g_autofree char *old = model_fixture_get (event, i, info->key);

        assert_field (bare, i, info->key, info->audience >= MARATHON_AUDIENCE_MEDICAL ? "" : old);
      }
}

static void
test_records_stay_where_only_contacts_go (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_CONTACT);
  MarathonRecord *official = marathon_record_list_get (marathon_event_get_list (bare, MARATHON_LIST_OFFICIALS), 0);

  g_assert_cmpstr (marathon_record_get_key (official), ==, "nameking");
  g_assert_cmpstr (marathon_record_get_text (official, (guint) marathon_record_find_column (official, "family")), ==,
                   "Nameking");
  g_assert_cmpstr (marathon_record_get_text (official, (guint) marathon_record_find_column (official, "phone")), ==, "");
  g_assert_cmpstr (marathon_record_get_text (official, (guint) marathon_record_find_column (official, "entrant")), ==,
                   "00000000000000a3");
  /* The decision on somebody who was deleted has gone with them. */
  g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (bare, MARATHON_LIST_DECISIONS)), ==, 1);
  g_assert_nonnull (marathon_record_list_find (marathon_event_get_list (bare, MARATHON_LIST_DECISIONS), "d1"));
  g_assert_nonnull (marathon_record_list_find (marathon_event_get_list (bare, MARATHON_LIST_GROUPS), "nameoaks"));
}

static void
test_nobody_can_be_known_after_all_is_removed (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_ALL);
  g_autofree char *file = marathon_project_to_text (bare);

  assert_nowhere (bare, "gone-");
  /* But for names of attributes: after a name comes a sign. */
  for (const char *at = strstr (file, "name"); at != NULL; at = strstr (at + 1, "name"))
    g_assert_false (g_ascii_isalnum (at[4]));
  g_assert_null (strstr (file, "Name"));
  g_assert_null (strstr (file, "NAME"));
  g_assert_null (strstr (file, "1983-"));
  g_assert_null (strstr (file, "00000000000000a"));
  g_assert_null (strstr (file, "0000000000000011"));
  g_assert_nonnull (strstr (file, "Ann Other")); /* a holder of a record */
  g_assert_cmpuint (marathon_event_get_newer_minor (bare), ==, 0);
  g_assert_cmpuint (marathon_event_get_id (bare), ==, marathon_event_get_id (event));
}

static void
test_the_pool_holds_nothing_of_what_went (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_ALL);
  const char *const gone[] = { "Namearcher", "Nameamy",    "Nameclub", "gone-email", "gone-asthma", "namenote",
                               "namehotel",  "Nameguide",  "nameGL",   "NAMEBOLT",   "namebolt",    "Nameistan",
                               "gone-wife",  "namehonour", "nametag",  "Namebinned", "namesize",    "1983-03-23" };
  MarathonText found;

  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_false (marathon_text_pool_find (marathon_event_get_pool (bare), gone[i], -1, &found));
  g_assert_true (marathon_text_pool_find (marathon_event_get_pool (event), "Namearcher", -1, &found));
  g_assert_true (marathon_text_pool_find (marathon_event_get_pool (bare), "GBR", -1, &found));
}

static void
test_what_statistics_need_stays (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_ALL);
  const char *const same[] = { "bib",
                               "sex",
                               "nation",
                               "mode",
                               "category",
                               "wave",
                               "class",
                               "class-status",
                               "rank",
                               "pb",
                               "sb",
                               "qualifying",
                               "predicted",
                               "route",
                               "charity",
                               "starts",
                               "publish",
                               "status",
                               "entered",
                               "pins",
                               "printed",
                               "bib-block",
                               "category-reason",
                               "pb-ineligible",
                               "debut",
                               "pacemaker",
                               "gun-time",
                               "net-time",
                               "result-place",
                               "result-status",
                               "result-official",
                               "x-shirt" };

  /* Sorted by bib: 12, 37, and the two who have none. */
  assert_field (bare, 0, "bib", "12");
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *old = model_fixture_get (event, 3, same[i]);

      g_assert_cmpstr (old, !=, "");
      assert_field (bare, 1, same[i], old);
    }
  assert_field (bare, 1, "collected", "2014-04-12T00:00:00Z");
  assert_field (bare, 1, "wave-reason", "group group-1 2:33:00 red-1");
  assert_field (bare, 1, "group", "group-1");
  assert_field (bare, 0, "group", "group-2");
}

static void
test_a_surname_is_no_bib_and_a_free_text_no_choice (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_ALL);
  MarathonRecord *group = marathon_record_list_get (marathon_event_get_list (bare, MARATHON_LIST_GROUPS), 0);

  for (guint i = 2; i < 4; i++)
    {
      assert_field (bare, i, "bib", "");
      assert_field (bare, i, "nation", "");
      assert_field (bare, i, "x-shirt", "");
      assert_field (bare, i, "wave-reason", "");
    }
  g_assert_cmpstr (marathon_record_get_text (group, (guint) marathon_record_find_column (group, "bib")), ==, "");
  g_assert_cmpstr (marathon_record_get_text (group, (guint) marathon_record_find_column (group, "name")), ==, "Group 1");
  g_assert_cmpstr (marathon_record_get_text (group, (guint) marathon_record_find_column (group, "kind")), ==,
                   "siblings");
  group = marathon_record_list_get (marathon_event_get_list (bare, MARATHON_LIST_GROUPS), 1);
  g_assert_cmpstr (marathon_record_get_text (group, (guint) marathon_record_find_column (group, "bib")), ==, "77");
}

static void
test_guides_stay_with_their_athlete_and_point_to_the_new_id (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_ALL);
  MarathonRoster *roster = marathon_event_get_roster (bare);
  MarathonDetailsView view;
  guint position;

  marathon_details_store_get (marathon_event_get_details (bare), marathon_roster_get (roster, 1)->details, &view);
  g_assert_cmpuint (view.n_guides, ==, 1);
  g_assert_cmpuint (view.guides[0].leg_to, ==, 205);
  g_assert_cmpstr (marathon_event_text (bare, view.guides[0].bib), ==, "37G");
  g_assert_cmpuint (view.guides[0].id, !=, 0x11);
  g_assert_true (marathon_roster_find (roster, view.guides[0].entrant, &position));
  g_assert_cmpuint (position, >=, 2); /* who had a surname for a bib */
}

static void
test_ids_are_other_ones_each_time (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) once = remove_data (event, MARATHON_PERSONAL_ALL);
  g_autoptr (MarathonEvent) twice = NULL;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 8);
  twice = marathon_personal_remove (event, MARATHON_PERSONAL_ALL, &ids, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < 4; i++)
    {
      guint position;

      g_assert_false (marathon_roster_find (marathon_event_get_roster (event),
                                            marathon_roster_get (marathon_event_get_roster (once), i)->id, &position));
      g_assert_false (marathon_roster_find (marathon_event_get_roster (once),
                                            marathon_roster_get (marathon_event_get_roster (twice), i)->id, &position));
    }
}

static void
test_doing_it_again_removes_nothing_more (void)
{
  for (MarathonPersonalDepth depth = MARATHON_PERSONAL_CONTACT; depth <= MARATHON_PERSONAL_ALL; depth++)
    {
      g_autoptr (MarathonEvent) event = make_scene ();
      g_autoptr (MarathonEvent) once = remove_data (event, depth);
      g_autoptr (MarathonEvent) twice = remove_data (once, depth);
      const char *const keys[] = { "bib", "born", "nation", "collected", "wave-reason", "group", "x-shirt" };

      for (guint i = 0; i < 2; i++)
        for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
          {
            g_autofree char *text = model_fixture_get (once, i, keys[k]);

            assert_field (twice, i, keys[k], text);
          }
    }
}

static void
test_the_old_event_is_not_touched (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autofree char *before = model_fixture_describe (event);
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_ALL);
  g_autofree char *after = model_fixture_describe (event);

  g_assert_cmpstr (before, ==, after);
}

static void
test_what_is_written_can_be_read (void)
{
  for (MarathonPersonalDepth depth = MARATHON_PERSONAL_CONTACT; depth <= MARATHON_PERSONAL_ALL; depth++)
    {
      g_autoptr (MarathonEvent) event = make_scene ();
      g_autoptr (MarathonEvent) bare = remove_data (event, depth);
      g_autofree char *file = marathon_project_to_text (bare);
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) read = marathon_project_from_text (file, -1, &error);

      g_assert_no_error (error);
      again = marathon_project_to_text (read);
      g_assert_cmpstr (file, ==, again);
    }
}

/* --- Birth dates --- */

static void
test_ages_on_the_race_day_and_at_the_end_of_its_year_stay_for_every_birthday (void)
{
  const struct {
    int year, month, day;
  } races[] = { { 2014, 4, 13 }, { 2015, 1, 1 }, { 2016, 2, 29 }, { 2017, 12, 31 }, { 2018, 10, 7 } };

  for (gsize r = 0; r < G_N_ELEMENTS (races); r++)
    {
      MarathonDate race = marathon_date_new_day (races[r].year, races[r].month, races[r].day);
      MarathonDate days[]
          = { race, marathon_date_new_day (races[r].year, 12, 31), marathon_date_new_day (races[r].year, 1, 1) };
      GDate born;

      g_date_set_dmy (&born, 1, 1, 1975);
      for (guint i = 0; i < 12000; i++)
        {
          MarathonDate birth
              = marathon_date_new_day (g_date_get_year (&born), (int) g_date_get_month (&born), g_date_get_day (&born));
          MarathonDate coarse = marathon_personal_coarsen_birth (birth, race);
          gboolean is_new_year = g_date_get_month (&born) == G_DATE_JANUARY && g_date_get_day (&born) == 1;

          g_assert_cmpint (marathon_date_get_kind (coarse), ==, MARATHON_DATE_KIND_AGE);
          for (gsize d = 0; d < (is_new_year ? 2u : 3u); d++)
            g_assert_cmpint (marathon_date_age_on (coarse, days[d]), ==, marathon_date_age_on (birth, days[d]));
          g_date_add_days (&born, 1);
        }
    }
}

static void
test_only_so_many_births_are_left_as_there_are_halves_of_years (void)
{
  MarathonDate race = marathon_date_new_day (2014, 4, 13);
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);

  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= 28; day++)
      g_hash_table_add (
          left, GUINT_TO_POINTER (marathon_personal_coarsen_birth (marathon_date_new_day (1983, month, day), race)));
  g_assert_cmpuint (g_hash_table_size (left), ==, 2);
}

static void
test_without_a_race_day_or_a_plain_age_the_year_is_left (void)
{
  MarathonDate race = marathon_date_new_day (2014, 4, 13);
  MarathonDate birth = marathon_date_new_day (1983, 3, 23);

  g_assert_cmpuint (marathon_personal_coarsen_birth (birth, MARATHON_DATE_UNKNOWN), ==, marathon_date_new_year (1983));
  g_assert_cmpuint (marathon_personal_coarsen_birth (marathon_date_new_day (2014, 1, 2), race), ==,
                    marathon_date_new_year (2014));
  g_assert_cmpuint (marathon_personal_coarsen_birth (marathon_date_new_day (2020, 1, 2), race), ==,
                    marathon_date_new_year (2020));
  g_assert_cmpuint (marathon_personal_coarsen_birth (marathon_date_new_year (1983), race), ==,
                    marathon_date_new_year (1983));
  g_assert_cmpuint (marathon_personal_coarsen_birth (marathon_date_new_age (30, race), race), ==,
                    marathon_date_new_age (30, race));
  g_assert_cmpuint (marathon_personal_coarsen_birth (MARATHON_DATE_UNKNOWN, race), ==, MARATHON_DATE_UNKNOWN);
}

/* --- Counting --- */

static void
test_counts_say_who_has_what (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (MarathonEvent) bare = remove_data (event, MARATHON_PERSONAL_CONTACT);
  g_autoptr (MarathonEvent) nobody = remove_data (event, MARATHON_PERSONAL_ALL);
  MarathonPersonalCount count;

  marathon_personal_count (event, &count);
  g_assert_cmpuint (count.n_named, ==, 4);
  g_assert_cmpuint (count.n_guides, ==, 1);
  g_assert_cmpuint (count.n_officials, ==, 1);
  g_assert_cmpuint (count.n_binned, ==, 1);
  g_assert_cmpuint (count.n_reachable, ==, 1);
  g_assert_cmpuint (count.n_emergency, ==, 1);
  g_assert_cmpuint (count.n_medical, ==, 2);
  g_assert_cmpuint (count.n_custom, ==, 1);
  g_assert_cmpuint (count.n_notes, ==, 1);
  g_assert_true (count.has_newer);

  marathon_personal_count (bare, &count);
  g_assert_cmpuint (count.n_named, ==, 4);
  g_assert_cmpuint (count.n_binned + count.n_reachable + count.n_emergency + count.n_medical + count.n_custom, ==, 0);
  g_assert_cmpuint (count.n_notes, ==, 1);
  g_assert_false (count.has_newer);

  marathon_personal_count (nobody, &count);
  g_assert_cmpuint (count.n_named + count.n_guides + count.n_officials + count.n_notes, ==, 0);
}

static void
test_it_can_be_cancelled (void)
{
  g_autoptr (MarathonEvent) event = make_scene ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (marathon_personal_remove (event, MARATHON_PERSONAL_ALL, &ids, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-removal/contacts-go-and-the-rest-stays", test_contacts_go_and_the_rest_stays);
  g_test_add_func ("/personal-removal/records-stay-where-only-contacts-go", test_records_stay_where_only_contacts_go);
  g_test_add_func ("/personal-removal/nobody-can-be-known-after-all-is-removed",
                   test_nobody_can_be_known_after_all_is_removed);
  g_test_add_func ("/personal-removal/the-pool-holds-nothing-of-what-went", test_the_pool_holds_nothing_of_what_went);
  g_test_add_func ("/personal-removal/what-statistics-need-stays", test_what_statistics_need_stays);
  g_test_add_func ("/personal-removal/a-surname-is-no-bib-and-a-free-text-no-choice",
                   test_a_surname_is_no_bib_and_a_free_text_no_choice);
  g_test_add_func ("/personal-removal/guides-stay-with-their-athlete-and-point-to-the-new-id",
                   test_guides_stay_with_their_athlete_and_point_to_the_new_id);
  g_test_add_func ("/personal-removal/ids-are-other-ones-each-time", test_ids_are_other_ones_each_time);
  g_test_add_func ("/personal-removal/doing-it-again-removes-nothing-more", test_doing_it_again_removes_nothing_more);
  g_test_add_func ("/personal-removal/the-old-event-is-not-touched", test_the_old_event_is_not_touched);
  g_test_add_func ("/personal-removal/what-is-written-can-be-read", test_what_is_written_can_be_read);
  g_test_add_func ("/personal-removal/ages-on-the-race-day-and-at-the-end-of-its-year-stay-for-every-birthday",
                   test_ages_on_the_race_day_and_at_the_end_of_its_year_stay_for_every_birthday);
  g_test_add_func ("/personal-removal/only-so-many-births-are-left-as-there-are-halves-of-years",
                   test_only_so_many_births_are_left_as_there_are_halves_of_years);
  g_test_add_func ("/personal-removal/without-a-race-day-or-a-plain-age-the-year-is-left",
                   test_without_a_race_day_or_a_plain_age_the_year_is_left);
  g_test_add_func ("/personal-removal/counts-say-who-has-what", test_counts_say_who_has_what);
  g_test_add_func ("/personal-removal/it-can-be-cancelled", test_it_can_be_cancelled);
  return g_test_run ();
}
