/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each wave says to an entrant.
 */
#include "planning/wave-explain.h"

#include "model/model-fixture.h"

#define EVENT \
  "category elite | name=E\n" \
  "wave e | name=E | categories=elite\nwave c | name=C | routes=club\nwave f | name=F | to=3:00:00\n" \
  "wave full | name=X | to=4:00:00 | capacity=3 | headroom=1\nwave open | name=O\n" \
  "entrant 1 | given=A | predicted=3:30:00\nguide 11 | given=G\n" \
  "entrant 2 | given=B | wave=full\n" \
  "entrant 3 | given=C | wave=open | status=withdrawn\n" \
  "entrant 4 | given=D | wave=open | status=withdrawn | bib=4 | collected=2014-04-12T10:00:00Z\n"

static void
test_every_wave_answers (void)
{
  static const struct {
    MarathonWaveAnswer answer;
    const char *text;
  } expected[] = {
    { MARATHON_WAVE_OTHER_CATEGORY, "not for the category" },
    { MARATHON_WAVE_OTHER_ROUTE, "not for the entry route" },
    { MARATHON_WAVE_TOO_EARLY, "only for predicted times under 3:00:00" },
    { MARATHON_WAVE_FULL, "no room (1 of 3; 1 kept for late entries)" },
    { MARATHON_WAVE_FITS, "fits" },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT);
  g_autoptr (GArray) verdicts = marathon_wave_explain (event, 0);

  g_assert_cmpuint (verdicts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < verdicts->len; i++)
    {
      const MarathonWaveVerdict *verdict = &g_array_index (verdicts, MarathonWaveVerdict, i);

      g_assert_cmpint (verdict->answer, ==, expected[i].answer);
      g_assert_cmpstr (verdict->text, ==, expected[i].text);
    }
}

static void
test_a_wave_without_headroom_says_how_full_it_is (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("wave a | name=A | capacity=1\nentrant 1 | given=A | wave=a\nentrant 2 | given=B\n");
  g_autoptr (GArray) verdicts = marathon_wave_explain (event, 1);

  g_assert_cmpstr (g_array_index (verdicts, MarathonWaveVerdict, 0).text, ==, "no room (1 of 1)");
}

static void
test_only_the_slowest_wave_fits_without_a_time (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A | to=3:00:00\nwave b | name=B\nentrant 1 | given=A\n");
  g_autoptr (GArray) verdicts = marathon_wave_explain (event, 0);

  g_assert_cmpint (g_array_index (verdicts, MarathonWaveVerdict, 0).answer, ==, MARATHON_WAVE_TOO_EARLY);
  g_assert_cmpstr (g_array_index (verdicts, MarathonWaveVerdict, 0).text, ==, "too early without a predicted time");
  g_assert_cmpint (g_array_index (verdicts, MarathonWaveVerdict, 1).answer, ==, MARATHON_WAVE_FITS);
}

static void
test_waves_before_those_of_the_route_are_not_for_it (void)
{
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("wave fast | name=F | to=3:00:00\nwave club | name=C | to=4:00:00 | routes=club\n"
                       "entrant 1 | given=A | predicted=2:30:00 | route=club\n");
  g_autoptr (GArray) verdicts = marathon_wave_explain (event, 0);

  g_assert_cmpint (g_array_index (verdicts, MarathonWaveVerdict, 0).answer, ==, MARATHON_WAVE_OTHER_ROUTE);
  g_assert_cmpint (g_array_index (verdicts, MarathonWaveVerdict, 1).answer, ==, MARATHON_WAVE_FITS);
}

static void
test_the_wave_where_somebody_is_has_room_for_them (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave a | name=A | capacity=1\nentrant 1 | given=A | wave=a\n");
  g_autoptr (GArray) verdicts = marathon_wave_explain (event, 0);

  g_assert_cmpint (g_array_index (verdicts, MarathonWaveVerdict, 0).answer, ==, MARATHON_WAVE_FITS);
}

static void
test_people_are_counted_with_their_guides (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT "entrant 5 | given=E | wave=f\nguide 51 | given=H\nguide 52 | given=I\n");
  g_autoptr (GArray) counts = marathon_wave_count_people (event);
  static const gint64 expected[] = { 0, 0, 3, 1, 1 };

  g_assert_cmpmem (counts->data, counts->len * sizeof (gint64), expected, sizeof expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wave-explain/every-wave-answers", test_every_wave_answers);
  g_test_add_func ("/wave-explain/a-wave-without-headroom-says-how-full-it-is", test_a_wave_without_headroom_says_how_full_it_is);
  g_test_add_func ("/wave-explain/only-the-slowest-wave-fits-without-a-time", test_only_the_slowest_wave_fits_without_a_time);
  g_test_add_func ("/wave-explain/waves-before-those-of-the-route-are-not-for-it",
                   test_waves_before_those_of_the_route_are_not_for_it);
  g_test_add_func ("/wave-explain/the-wave-where-somebody-is-has-room-for-them", test_the_wave_where_somebody_is_has_room_for_them);
  g_test_add_func ("/wave-explain/people-are-counted-with-their-guides", test_people_are_counted_with_their_guides);
  return g_test_run ();
}
