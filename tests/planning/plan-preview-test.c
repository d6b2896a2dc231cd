/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan comes to, in rows and in sentences.
 */
#include "planning/plan-preview.h"

#include "model/model-fixture.h"

#define WAVES \
  "wave fast | name=Fast | time=10:00 | to=3:00:00 | capacity=1\n" \
  "wave slow | name=Slow | time=10:20 | from=3:00:00 | to=5:00:00 | capacity=2\n"

static MarathonPlanPreview *
preview (const char *text, MarathonField field, MarathonBibPlanMode mode)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);

  return marathon_plan_preview_new (event, field, mode);
}

static void
assert_rows (MarathonPlanPreview *made, MarathonPlanRows rows, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marathon_plan_preview_count (made, rows); i++)
    {
      MarathonPlanRow row;
      g_autofree char *person = NULL;

      marathon_plan_preview_get_row (made, rows, i, &row);
      person = marathon_plan_describe_person (marathon_plan_preview_get_event (made), row.position, row.guide);
      g_string_append_printf (text, "%s: %s→%s\n", person, row.before, row.after);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_sentences (MarathonPlanPreview *made, const char *headline, const char *rest)
{
  g_autofree char *found_headline = marathon_plan_preview_format_headline (made);
  g_autofree char *found_rest = marathon_plan_preview_format_rest (made);

  g_assert_cmpstr (found_headline, ==, headline);
  g_assert_cmpstr (found_rest, ==, rest);
}

static void
test_rows_of_each_kind (void)
{
  g_autoptr (MarathonPlanPreview) made
    = preview (WAVES "entrant 1 | given=Ann | predicted=2:50:00\nentrant 2 | given=Ben | predicted=3:30:00 | wave=fast\n"
                     "entrant 3 | given=Cy | predicted=6:00:00 | wave=slow\nentrant 4 | given=Di | predicted=6:00:00\n"
                     "entrant 5 | given=Eve | predicted=3:20:00 | wave=slow\nentrant 6 | given=Fay | wave=slow | pins=wave\n",
               MARATHON_FIELD_WAVE, MARATHON_BIB_PLAN_FILL);

  assert_rows (made, MARATHON_PLAN_ROWS_PLACED, "Ann: →Fast\n");
  assert_rows (made, MARATHON_PLAN_ROWS_MOVED, "");
  assert_rows (made, MARATHON_PLAN_ROWS_TAKEN_AWAY, "Ben: Fast→\nCy: Slow→\n");
  assert_rows (made, MARATHON_PLAN_ROWS_UNPLACED, "Ben: Fast→\nCy: Slow→\nDi: →\n");
  assert_sentences (made, "1 gets a wave, 3 find no wave",
                    "6 entrants are accepted. 1 stays as before. 1 is fixed: pinned, or with a bib printed or collected.");
  g_assert_false (marathon_plan_preview_is_settled (made));
  g_assert_cmpint (marathon_plan_preview_get_lack (made), ==, MARATHON_PLAN_LACK_NONE);
}

static void
test_moves (void)
{
  g_autoptr (MarathonPlanPreview) made
    = preview ("category men | name=Men | sex=M\ncategory women | name=Women | sex=F\n"
               "entrant 1 | given=Ann | sex=F | category=men\nentrant 2 | given=Ben | sex=M | category=women\n",
               MARATHON_FIELD_CATEGORY, MARATHON_BIB_PLAN_FILL);

  assert_rows (made, MARATHON_PLAN_ROWS_MOVED, "Ann: Men→Women\nBen: Women→Men\n");
  assert_sentences (made, "2 move to another category", "2 entrants are accepted.");
}

static void
test_guides_have_rows (void)
{
  g_autoptr (MarathonPlanPreview) made
    = preview ("bib-block b | name=B | numbers=1-9\nentrant 1 | given=Ann | bib=5\nguide 11 | given=Gus\nentrant 2 | given=Ben\n",
               MARATHON_FIELD_BIB, MARATHON_BIB_PLAN_FILL);

  assert_rows (made, MARATHON_PLAN_ROWS_PLACED, "Gus, guide of Ann: →G5\nBen: →1\n");
  assert_sentences (made, "2 get a bib", "2 entrants are accepted. 1 stays as before. 1 of the bibs is a guide’s.");
}

static void
test_renumbering (void)
{
  g_autoptr (MarathonPlanPreview) made
    = preview ("bib-block b | name=B | numbers=1-9\nentrant 1 | given=Ann | bib=5\nentrant 2 | given=Ben | bib=7 | pins=bib\n"
               "entrant 3 | given=Cy\n",
               MARATHON_FIELD_BIB, MARATHON_BIB_PLAN_RENUMBER);

  assert_rows (made, MARATHON_PLAN_ROWS_MOVED, "Ann: 5→1\n");
  assert_rows (made, MARATHON_PLAN_ROWS_PLACED, "Cy: →2\n");
  assert_sentences (made, "1 gets a bib, 1 gets another one",
                    "3 entrants are accepted. 1 is fixed: pinned, or with a bib printed or collected.");
}

static void
test_a_wave_is_named_with_its_start (void)
{
  g_autoptr (MarathonPlanPreview) made
    = preview ("start red | name=Red\nstart blue | name=Blue\nwave r1 | name=1 | start=red\nwave b1 | start=blue\n"
               "entrant 1 | given=Ann | wave=b1\n",
               MARATHON_FIELD_WAVE, MARATHON_BIB_PLAN_FILL);

  g_assert_true (marathon_plan_preview_is_settled (made));
  g_clear_pointer (&made, marathon_plan_preview_unref);
  made = preview ("start red | name=Red\nstart blue | name=Blue\nwave r1 | name=1 | start=red | to=4:00:00\n"
                  "wave b1 | start=blue | from=4:00:00\nentrant 1 | given=Ann | wave=r1 | predicted=4:30:00\n",
                  MARATHON_FIELD_WAVE, MARATHON_BIB_PLAN_FILL);
  assert_rows (made, MARATHON_PLAN_ROWS_MOVED, "Ann: Red 1→Blue\n");
}

static void
test_nothing_to_change (void)
{
  g_autoptr (MarathonPlanPreview) made = preview ("category a | name=A\nentrant 1 | given=Ann | category=a\n",
                                                  MARATHON_FIELD_CATEGORY, MARATHON_BIB_PLAN_FILL);

  g_assert_true (marathon_plan_preview_is_settled (made));
  assert_sentences (made, "", "1 entrant is accepted. 1 stays as before.");
}

static void
test_what_lacks (void)
{
  static const struct {
    const char *event;
    MarathonField field;
    MarathonPlanLack lack;
  } cases[] = {
    { "entrant 1 | given=Ann\n", MARATHON_FIELD_CATEGORY, MARATHON_PLAN_LACK_CATEGORIES },
    { "entrant 1 | given=Ann\n", MARATHON_FIELD_WAVE, MARATHON_PLAN_LACK_WAVES },
    { "entrant 1 | given=Ann\n", MARATHON_FIELD_BIB, MARATHON_PLAN_LACK_BLOCKS },
    { "category a | name=A\nentrant 1 | given=Ann | status=applied\n", MARATHON_FIELD_CATEGORY, MARATHON_PLAN_LACK_ACCEPTED },
    { "wave a | name=A\nentrant 1 | given=Ann\n", MARATHON_FIELD_WAVE, MARATHON_PLAN_LACK_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonPlanPreview) made = preview (cases[i].event, cases[i].field, MARATHON_BIB_PLAN_FILL);

      g_assert_cmpint (marathon_plan_preview_get_lack (made), ==, cases[i].lack);
    }
}

static void
test_what_comes_first (void)
{
  g_autoptr (MarathonPlanPreview) made
    = preview ("category men | name=Men | sex=M\nwave w | name=W | categories=men\nbib-block b | name=B | numbers=1-9 | waves=w\n"
               "entrant 1 | given=Ann\nentrant 2 | given=Ben | category=men\n",
               MARATHON_FIELD_WAVE, MARATHON_BIB_PLAN_FILL);
  MarathonField first;

  g_assert_cmpuint (marathon_plan_preview_count_waiting (made, &first), ==, 1);
  g_assert_cmpint (first, ==, MARATHON_FIELD_CATEGORY);
  g_clear_pointer (&made, marathon_plan_preview_unref);
  made = preview ("wave w | name=W\nbib-block b | name=B | numbers=1-9 | waves=w\nentrant 1 | given=Ann\n"
                  "entrant 2 | given=Ben | wave=w\n",
                  MARATHON_FIELD_BIB, MARATHON_BIB_PLAN_FILL);
  g_assert_cmpuint (marathon_plan_preview_count_waiting (made, &first), ==, 1);
  g_assert_cmpint (first, ==, MARATHON_FIELD_WAVE);
  g_clear_pointer (&made, marathon_plan_preview_unref);
  made = preview ("wave w | name=W\nentrant 1 | given=Ann\n", MARATHON_FIELD_WAVE, MARATHON_BIB_PLAN_FILL);
  g_assert_cmpuint (marathon_plan_preview_count_waiting (made, &first), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-preview/rows-of-each-kind", test_rows_of_each_kind);
  g_test_add_func ("/plan-preview/moves", test_moves);
  g_test_add_func ("/plan-preview/guides-have-rows", test_guides_have_rows);
  g_test_add_func ("/plan-preview/renumbering", test_renumbering);
  g_test_add_func ("/plan-preview/a-wave-is-named-with-its-start", test_a_wave_is_named_with_its_start);
  g_test_add_func ("/plan-preview/nothing-to-change", test_nothing_to_change);
  g_test_add_func ("/plan-preview/what-lacks", test_what_lacks);
  g_test_add_func ("/plan-preview/what-comes-first", test_what_comes_first);
  return g_test_run ();
}
