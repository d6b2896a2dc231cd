/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the lists: their table, their heads, and what holds for any event.
 */
#include "printing/lists.h"

#include <locale.h>
#include <string.h>

#include "printing/list-event.h"

static void
test_table (void)
{
  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);

      g_assert_true (marathon_list_info_find (info->name) == info);
      g_assert_cmpstr (info->title, !=, "");
    }
  g_assert_null (marathon_list_info_find ("nonsense"));
  g_assert_true (marathon_list_info_find ("medical")->personal);
  g_assert_cmpint (marathon_list_info_find ("bibs")->audience, ==, MARATHON_AUDIENCE_PUBLIC);
  g_assert_cmpint (marathon_list_info_find ("check-in")->audience, ==, MARATHON_AUDIENCE_OFFICIALS);
}

/* --- Heads --- */

static void
test_heads (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_MEDICAL, .wave = "red-1", .category = "vi", .print_time = "12 April 18:30" };
  g_autoptr (MarathonReport) report = marathon_list_build (event, "medical", &options, NULL);

  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_TITLE), ==, "Medical list");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_EVENT), ==, "Harbour Marathon");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_SUBTITLE), ==,
                   "Sunday 13 April 2014 · Harbour · Category: Visually impaired · Wave: Red 1");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_AUDIENCE), ==, "Medical");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_PRINT_TIME), ==, "12 April 18:30");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_LANGUAGE), ==, "en");
  g_assert_true (marathon_report_is_confidential (report));
  g_assert_false (marathon_report_get_right_to_left (report));
}

static void
test_legend_where_there_is_an_asterisk (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions all = { .audience = MARATHON_AUDIENCE_PUBLIC }, mass = { .audience = MARATHON_AUDIENCE_PUBLIC, .category = "mass" };
  g_autoptr (MarathonReport) with = marathon_list_build (event, "categories", &all, NULL);
  g_autoptr (MarathonReport) without = marathon_list_build (event, "categories", &mass, NULL);

  g_assert_cmpstr (marathon_report_get_text (with, MARATHON_REPORT_NOTE), ==,
                   "* on a course that does not count for records · 2 names withheld: under 18 or on request");
  g_assert_cmpstr (marathon_report_get_text (without, MARATHON_REPORT_NOTE), ==, "2 names withheld: under 18 or on request");
  g_assert_false (marathon_report_is_confidential (with));
}

static void
test_swatches (void)
{
  g_autoptr (MarathonEvent) event = list_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC };
  g_autoptr (MarathonReport) report = marathon_list_build (event, "waves", &options, NULL);
  g_autoptr (MarathonReport) sheets = marathon_list_build (event, "marshals", &options, NULL);
  const MarathonReportSection *red = marathon_report_get_section (report, 1);

  g_assert_cmpstr (red->swatch_name, ==, "Red");
  g_assert_cmpstr (red->swatch_ink, ==, "#ffffff");
  g_assert_cmpstr (red->swatch_ground, ==, "#c01c28");
  g_assert_false (red->page_break_before);
  g_assert_true (marathon_report_get_section (sheets, 1)->page_break_before);
  g_assert_cmpstr (marathon_report_get_section (report, 3)->swatch_name, ==, "");
}

static void
test_names_of_starts_are_said_once (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC };
  g_autoptr (MarathonReport) alone = NULL;
  g_autoptr (MarathonReport) several = NULL;

  list_event_add_record (event, MARATHON_LIST_STARTS, "main", "name", "Main street", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "a", "start", "main", "name", "Wave A", NULL);
  list_event_add (event, 1, "family", "Adler", "wave", "a", NULL);
  alone = marathon_list_build (event, "waves", &options, NULL);
  g_assert_cmpstr (marathon_report_get_section (alone, 0)->heading, ==, "Wave A");
  g_assert_cmpstr (marathon_report_get_section (alone, 0)->swatch_name, ==, "");
  list_event_add_record (event, MARATHON_LIST_STARTS, "men", "name", "Elite men", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "men", "start", "men", "name", "Elite men", NULL);
  list_event_add (event, 2, "family", "Brook", "wave", "men", NULL);
  several = marathon_list_build (event, "waves", &options, NULL);
  g_assert_cmpstr (marathon_report_get_section (several, 0)->heading, ==, "Main street Wave A");
  g_assert_cmpstr (marathon_report_get_section (several, 0)->swatch_name, ==, "Main street");
  g_assert_cmpstr (marathon_report_get_section (several, 1)->heading, ==, "Elite men");
  g_assert_null (strstr (marathon_report_get_section (several, 1)->swatch_name, "Elite"));
}

static void
test_check_in_sheets_are_split_between_letters (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_OFFICIALS };
  g_autoptr (MarathonReport) report = NULL;
  const char *const expected[] = { "A – B", "C", "D" };

  for (guint64 id = 1; id <= 400; id++)
    list_event_add (event, id, "family", id <= 60 ? "Adler" : id <= 120 ? "Brook" : id <= 300 ? "Carter" : "Dunn", NULL);
  report = marathon_list_build (event, "check-in", &options, NULL);
  g_assert_cmpuint (marathon_report_get_n_sections (report), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (marathon_report_get_section (report, i)->heading, ==, expected[i]);
}

/* --- What holds for any event --- */

static void
test_empty_event (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListOptions options = { .audience = info->audience };
      g_autoptr (MarathonReport) report = marathon_list_build (event, info->name, &options, NULL);

      g_assert_nonnull (report);
      g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_ENTRANT), ==, 0);
      g_assert_cmpuint (marathon_report_get_n_columns (report), >, 0);
      g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_TOTAL), !=, "");
    }
}

/* No list for the public holds any of these, whatever the list. */
static void
test_public_lists_keep_secrets (void)
{
  static const char *const secrets[] = {
    "Secret, Sam", "Hidden",    "Shy",   "Jo Ann", "Bunny",      "Young",       "Tim",  "1985",
    "1990",        "1996",      "T12",   "Diabet", "Ann Brook",  "7946",        "max@", "early start",
    "celebrity",   "withdrawn\n", "Gone", "+44",
  };
  g_autoptr (MarathonEvent) event = list_event_new ();

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC };
      g_autoptr (MarathonReport) report = info->personal ? NULL : marathon_list_build (event, info->name, &options, NULL);
      g_autofree char *text = report != NULL ? list_report_to_text (report) : NULL;

      gboolean names_officials = strcmp (info->name, "officials") == 0 || strcmp (info->name, "marshals") == 0;

      /* Sam is withheld as an entrant, and named as an official. */
      for (guint s = names_officials ? 1 : 0; text != NULL && s < G_N_ELEMENTS (secrets); s++)
        if (strstr (text, secrets[s]) != NULL)
          g_error ("the public list “%s” tells “%s”:\n%s", info->name, secrets[s], text);
    }
}

typedef struct {
  GHashTable *bibs; /* of all accepted entrants, their guides, and groups */
  guint n_accepted;
} Census;

static void
add_random_entrant (MarathonEvent *event, GRand *rand, guint64 id, Census *census)
{
  static const char *const families[] = { "Smith", "Åberg", "Zhu", "Çelik", "O’Neill", "Smith" };
  static const char *const publish[] = { "full", "full", "full", "initials", "withheld" };
  static const char *const categories[] = { "", "elite", "vi", "mass", "mass" };
  static const char *const waves[] = { "", "red-1", "red-2", "blue-1", "red-2" };
  gboolean accepted = g_rand_int_range (rand, 0, 8) != 0;
  gboolean has_bib = g_rand_int_range (rand, 0, 5) != 0;
  gboolean in_group = !has_bib && g_rand_int_range (rand, 0, 3) == 0;
  gboolean has_guide = g_rand_int_range (rand, 0, 6) == 0;
  g_autofree char *bib = has_bib ? g_strdup_printf ("%s%" G_GUINT64_FORMAT, id % 3 == 0 ? "W" : "", 4300 - id) : g_strdup ("");
  g_autofree char *guide_bib = g_strdup_printf ("G%" G_GUINT64_FORMAT, id);
  g_autofree char *guide = g_strdup_printf ("family=Leader bib=%s", guide_bib);

  list_event_add (event, id, "family", families[g_rand_int_range (rand, 0, G_N_ELEMENTS (families))], "given", "Sam", "bib", bib, "publish",
                  publish[g_rand_int_range (rand, 0, G_N_ELEMENTS (publish))], "category",
                  categories[g_rand_int_range (rand, 0, G_N_ELEMENTS (categories))], "wave",
                  waves[g_rand_int_range (rand, 0, G_N_ELEMENTS (waves))], "status", accepted ? "accepted" : "withdrawn", "group",
                  in_group ? "sisters" : "", has_guide ? "guide" : NULL, guide, NULL);
  if (!accepted)
    return;
  census->n_accepted++;
  if (has_bib)
    g_hash_table_add (census->bibs, g_steal_pointer (&bib));
  if (has_guide)
    g_hash_table_add (census->bibs, g_steal_pointer (&guide_bib));
}

static MarathonEvent *
new_random_event (guint32 seed, Census *census)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  MarathonEvent *event = list_event_new ();
  static const char *const fixed[] = { "2", "9", "30", "G30", "G31", "101", "102", "500", "E1", "777" };

  census->bibs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  census->n_accepted = 9;
  list_event_set (event, marathon_record_list_find (marathon_event_get_list (event, MARATHON_LIST_GROUPS), "sisters"), "bib", "777");
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_hash_table_add (census->bibs, g_strdup (fixed[i]));
  for (guint64 id = 2000; id < 2300; id++)
    add_random_entrant (event, rand, id, census);
  return event;
}

/* How often each bib stands in the bib column. */
static GHashTable *
count_bibs (MarathonReport *report)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint column = 0;

  while (strcmp (marathon_report_get_column (report, column)->key, "bib") != 0)
    column++;
  for (guint row = 0; row < marathon_report_get_n_rows (report); row++)
    {
      const char *bib = marathon_report_get_cell (report, row, column);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib));

      g_hash_table_insert (counts, g_strdup (bib), GUINT_TO_POINTER (count + 1));
    }
  g_hash_table_remove (counts, "");
  return counts;
}

static void
assert_each_bib_once (GHashTable *counts, GHashTable *bibs, gboolean with_groups)
{
  GHashTableIter iter;
  gpointer bib;

  g_hash_table_iter_init (&iter, bibs);
  while (g_hash_table_iter_next (&iter, &bib, NULL))
    if (with_groups || (strcmp (bib, "500") != 0 && strcmp (bib, "777") != 0))
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib)) != 1)
        g_error ("bib %s is there %u times", (const char *) bib, GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib)));
  if (with_groups)
    g_assert_cmpuint (g_hash_table_size (counts), ==, g_hash_table_size (bibs));
}

static void
test_each_bib_once (void)
{
  static const char *const lists[] = { "bibs", "categories", "waves", "alphabetical" };
  Census census;
  guint32 seed = g_test_rand_int ();
  g_autoptr (MarathonEvent) event = new_random_event (seed, &census);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int audience = MARATHON_AUDIENCE_PUBLIC; audience <= MARATHON_AUDIENCE_EVERYTHING; audience++)
      {
        MarathonListOptions options = { .audience = (MarathonAudience) audience };
        g_autoptr (MarathonReport) report = marathon_list_build (event, lists[i], &options, NULL);
        g_autoptr (GHashTable) counts = count_bibs (report);
        gboolean is_bibs = i == 0;

        assert_each_bib_once (counts, census.bibs, is_bibs);
        if (!is_bibs)
          g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_ENTRANT), ==, census.n_accepted);
      }
  g_hash_table_unref (census.bibs);
}

static guint
first_row_of_section (MarathonReport *report, guint row)
{
  guint first = 0, end = 0;

  for (guint i = 0; end <= row; i++)
    marathon_report_get_section_rows (report, i, &first, &end);
  return first;
}

/* A guide's row is below the athlete's or another guide's, and each athlete of "guides" has one. */
static void
test_guides_are_below_their_athletes (void)
{
  Census census;
  g_autoptr (MarathonEvent) event = new_random_event (7, &census);

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      MarathonListOptions options = { .audience = info->audience };
      g_autoptr (MarathonReport) report = marathon_list_build (event, info->name, &options, NULL);

      for (guint row = 0; row < marathon_report_get_n_rows (report); row++)
        if (marathon_report_get_row_kind (report, row) == MARATHON_REPORT_ROW_GUIDE)
          {
            g_assert_cmpuint (row, >, 0);
            g_assert_cmpuint (row, >, first_row_of_section (report, row));
          }
        else if (strcmp (info->name, "guides") == 0)
          {
            g_assert_cmpuint (row + 1, <, marathon_report_get_n_rows (report));
            g_assert_cmpint (marathon_report_get_row_kind (report, row + 1), ==, MARATHON_REPORT_ROW_GUIDE);
          }
    }
  g_hash_table_unref (census.bibs);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/table", test_table);
  g_test_add_func ("/lists/heads", test_heads);
  g_test_add_func ("/lists/legend-where-there-is-an-asterisk", test_legend_where_there_is_an_asterisk);
  g_test_add_func ("/lists/swatches", test_swatches);
  g_test_add_func ("/lists/names-of-starts-are-said-once", test_names_of_starts_are_said_once);
  g_test_add_func ("/lists/check-in-sheets-are-split-between-letters", test_check_in_sheets_are_split_between_letters);
  g_test_add_func ("/lists/empty-event", test_empty_event);
  g_test_add_func ("/lists/public-lists-keep-secrets", test_public_lists_keep_secrets);
  g_test_add_func ("/lists/each-bib-once", test_each_bib_once);
  g_test_add_func ("/lists/guides-are-below-their-athletes", test_guides_are_below_their_athletes);
  return g_test_run ();
}
