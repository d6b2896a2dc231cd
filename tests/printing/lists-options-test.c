/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a list, by category or wave: whom it holds, what its heads say, what is refused.
 */
#include "printing/lists.h"

#include <locale.h>
#include <string.h>

#include "model/model-error.h"
#include "planning/problem-table.h"
#include "printing/list-event.h"

/* The text of a list of the part that the options name. */
static char *
build_part (MarathonEvent *event, const char *list, const char *category, const char *wave)
{
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_OFFICIALS, .category = category, .wave = wave };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonReport) report = marathon_list_build (event, list, &options, &error);

  g_assert_no_error (error);
  return list_report_to_text (report);
}

static void
test_filters (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC, .wave = "red-2" };
  g_autoptr (MarathonReport) report = marathon_list_build (event, "waves", &options, NULL);
  g_autofree char *text = list_report_to_text (report);

  g_assert_cmpstr (text, ==,
                   "Bib | Name | Category\n"
                   "= Red 2 | Start 10:20 | 4 entrants\n"
                   "9 | S., J. A. | Mass\n"
                   "102 | Name withheld | Mass\n"
                   "(500) | Karen | Mass\n"
                   "(500) | Sharon | Mass\n"
                   "# 4 of 9 entrants · 1 withdrawn left out\n");
}

static void
test_a_part_of_a_wave_tells_how_full_it_is (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autofree char *text = build_part (event, "waves", "vi", NULL);

  g_assert_cmpstr (text, ==,
                   "Bib | Name | Class | Category\n"
                   "= Red 1 | Start 10:00 · 4 of 4 places taken, 3 shown | 1 entrant, 2 guides\n"
                   "30 | Brook, Ian | T11 | Visually impaired\n"
                   "> G30 | Guide: Carter, Bea (km 0–20)\n"
                   "> G31 | Guide: Dunn, Al (km 20–42.2)\n"
                   "# 1 of 9 entrants\n");
}

static void
test_a_part_has_the_sections_of_those_in_it (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autofree char *by_category = build_part (event, "categories", NULL, "blue-1");
  g_autofree char *nobody = NULL, *empty_wave = NULL;

  g_assert_nonnull (strstr (by_category, "= Elite |"));
  g_assert_null (strstr (by_category, "= Mass"));
  /* What was asked for is there, and says that it is empty. */
  list_event_add_record (event, MARATHON_LIST_CATEGORIES, "youth", "name", "Youth", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "red-9", "start", "red", "name", "9", NULL);
  nobody = build_part (event, "categories", "youth", NULL);
  empty_wave = build_part (event, "waves", NULL, "red-9");
  g_assert_cmpstr (nobody, ==, "Bib | Name\n= Youth |  | 0 entrants\n# 0 of 9 entrants\n");
  g_assert_cmpstr (empty_wave, ==, "Bib | Name\n= Red 9 |  | 0 entrants\n# 0 of 9 entrants\n");
}

static void
test_waves_without_entrants_share_a_line (void)
{
  static const char *const lists[] = { "waves", "marshals" };
  g_autoptr (MarathonEvent) event = list_event_new ();

  list_event_add_record (event, MARATHON_LIST_WAVES, "red-8", "start", "red", "name", "8", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "red-9", "start", "red", "name", "9", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *all = build_part (event, lists[i], NULL, NULL);
      g_autofree char *part = build_part (event, lists[i], "elite", NULL);

      g_assert_nonnull (strstr (all, "\n= Waves without entrants\n! Red 8, Red 9\n# "));
      g_assert_null (strstr (all, "= Red 8"));
      g_assert_null (strstr (part, "Red"));
    }
}

static void
test_problems_of_a_part (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autofree char *sentence = marathon_problem_format (MARATHON_PROBLEM_NO_BIB, 1);
  g_autofree char *waves = NULL, *text = NULL, *none = NULL;

  list_event_set (event, marathon_event_get_info (event), "date", "2014-04-13");
  for (guint i = 0; i < 3; i++)
    list_event_add_record (event, MARATHON_LIST_CATEGORIES, i == 0 ? "a" : i == 1 ? "b" : "c", "name", "Some", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "first", "name", "First", NULL);
  for (guint i = 0; i < 3; i++)
    list_event_add (event, i + 1, "family", i == 0 ? "Adler" : i == 1 ? "Brook" : "Carter", "sex", "M", "born", "1990-01-01", "category",
                    i == 0 ? "a" : "b", "wave", "first", "emergency-name", "Ann", "emergency-phone", "1", NULL);
  text = build_part (event, "problems", "a", NULL);
  none = build_part (event, "problems", "c", NULL);
  waves = build_part (event, "problems", NULL, "first");
  g_assert_nonnull (strstr (text, sentence));
  g_assert_nonnull (strstr (text, " | Adler"));
  g_assert_null (strstr (text, "Brook"));
  g_assert_null (strstr (text, "\n | First\n"));
  g_assert_nonnull (strstr (waves, "\n | First\n"));
  g_assert_null (strstr (none, "Adler"));
  g_assert_null (strstr (none, marathon_problem_get_info (MARATHON_PROBLEM_NO_BIB)->label));
}

static void
test_filter_of_bibs_keeps_groups_of_members (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions elite = { .audience = MARATHON_AUDIENCE_PUBLIC, .category = "elite" };
  MarathonListOptions mass = { .audience = MARATHON_AUDIENCE_PUBLIC, .category = "mass" };
  g_autoptr (MarathonReport) elite_report = marathon_list_build (event, "bibs", &elite, NULL);
  g_autoptr (MarathonReport) mass_report = marathon_list_build (event, "bibs", &mass, NULL);
  g_autofree char *elite_text = list_report_to_text (elite_report);
  g_autofree char *mass_text = list_report_to_text (mass_report);

  g_assert_null (strstr (elite_text, "Pantomime"));
  g_assert_nonnull (strstr (elite_text, "# 2 of 9 entrants\n"));
  g_assert_nonnull (strstr (mass_text, "\n500 | Pantomime Horse (2 members)\n"));
}

static void
test_refusals (void)
{
  static const struct {
    const char *list;
    MarathonListOptions options;
    const char *message;
  } cases[] = {
    { "waves", { .wave = "nine" }, "there is no wave “nine”; the waves are: red-1, red-2, blue-1" },
    { "bibs", { .category = "x" }, "there is no category “x”; the categories are: elite, vi, mass" },
    { "medical", { .audience = MARATHON_AUDIENCE_OFFICIALS },
      "the list “medical” holds personal data: it is not for the audience “officials”, only for “medical” and “everything”" },
    { "nonsense", { .audience = MARATHON_AUDIENCE_PUBLIC },
      "there is no list “nonsense”; the lists are: bibs, categories, waves, alphabetical, guides, check-in, marshals, officials, groups, "
      "charities, media, medical, problems, entrants" },
  };
  g_autoptr (MarathonEvent) event = list_event_new ();
  g_autoptr (MarathonEvent) bare = marathon_event_new ();
  g_autoptr (GError) bare_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (marathon_list_build (event, cases[i].list, &cases[i].options, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_true (error->domain == MARATHON_MODEL_ERROR);
    }
  g_assert_null (marathon_list_build (bare, "waves", &cases[0].options, &bare_error));
  g_assert_cmpstr (bare_error->message, ==, "there is no wave “nine”: the event has no waves");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/filters", test_filters);
  g_test_add_func ("/lists/a-part-of-a-wave-tells-how-full-it-is", test_a_part_of_a_wave_tells_how_full_it_is);
  g_test_add_func ("/lists/a-part-has-the-sections-of-those-in-it", test_a_part_has_the_sections_of_those_in_it);
  g_test_add_func ("/lists/waves-without-entrants-share-a-line", test_waves_without_entrants_share_a_line);
  g_test_add_func ("/lists/problems-of-a-part", test_problems_of_a_part);
  g_test_add_func ("/lists/filter-of-bibs-keeps-groups-of-members", test_filter_of_bibs_keeps_groups_of_members);
  g_test_add_func ("/lists/refusals", test_refusals);
  return g_test_run ();
}
