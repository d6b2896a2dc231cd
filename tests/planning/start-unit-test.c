/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is planned as one.
 */
#include "planning/start-unit.h"

#include "model/model-fixture.h"

/* "1+3:3 people 3:30:00 2014-01-02 …": members by id, and what the unit is. */
static char *
describe (MarathonEvent *event, const MarathonStartUnits *units)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < units->n_units; i++)
    {
      const MarathonStartUnit *unit = &units->units[i];
      g_autofree char *time = marathon_time_format (unit->predicted);

      for (guint j = 0; j < unit->n_members; j++)
        g_string_append_printf (
          out, "%s%" G_GINT64_MODIFIER "x", j > 0 ? "+" : "",
          marathon_roster_get (marathon_event_get_roster (event), units->members[unit->first + j])->id);
      g_string_append_printf (out, ": %u people, %s%s%s%s\n", unit->people, *time == '\0' ? "no time" : time,
                              unit->is_default ? ", default" : "", unit->lacks_time ? ", lacks one" : "",
                              unit->group != 0 ? ", together" : "");
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_pinned (const MarathonEntrant *entrant)
{
  return marathon_entrant_has_flag (entrant, MARATHON_FLAG_WAVE_PINNED);
}

#define ENTRANTS \
  "wave w | name=W\n" \
  "group g | name=G | together=yes\ngroup h | name=H\n" \
  "entrant 1 | given=A | predicted=3:00:00 | group=g\nguide 11 | given=X\nguide 12 | given=Y\n" \
  "entrant 2 | given=B | group=h\nentrant 3 | given=C | group=h | predicted=2:00:00\n" \
  "entrant 4 | given=D | predicted=3:30:00 | group=g\nentrant 5 | given=E | group=g | status=withdrawn\n" \
  "entrant 6 | given=F | group=g | wave=w | pins=wave | predicted=5:00:00\n"

static void
test_guides_and_groups_start_together (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (ENTRANTS);
  g_autoptr (MarathonStartUnits) all = marathon_start_units_new (event, NULL);
  g_autoptr (MarathonStartUnits) free_ones = marathon_start_units_new (event, is_pinned);
  g_autofree char *all_text = describe (event, all);
  g_autofree char *free_text = describe (event, free_ones);

  g_assert_cmpstr (all_text, ==, "1+4+6: 5 people, 5:00:00, together\n2: 1 people, no time, lacks one\n3: 1 people, 2:00:00\n");
  g_assert_cmpstr (free_text, ==, "1+4: 4 people, 3:30:00, together\n2: 1 people, no time, lacks one\n3: 1 people, 2:00:00\n");
}

static void
test_the_default_counts_as_a_time (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("rules | default-predicted=4:00:00\n" ENTRANTS
                                                       "group i | name=I | together=yes\n"
                                                       "entrant 7 | given=G | group=i | predicted=3:00:00\nentrant 8 | given=H | group=i\n");
  g_autoptr (MarathonStartUnits) units = marathon_start_units_new (event, NULL);
  g_autofree char *text = describe (event, units);

  g_assert_cmpstr (text, ==,
                   "1+4+6: 5 people, 5:00:00, together\n2: 1 people, 4:00:00, default\n3: 1 people, 2:00:00\n"
                   "7+8: 2 people, 4:00:00, default, together\n");
}

static void
test_a_unit_is_as_urgent_as_its_last_entry (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("group g | name=G | together=yes\ngroup h | name=H | together=yes\n"
                                                       "entrant 9 | given=A | group=g | entered=2014-01-01\n"
                                                       "entrant 2 | given=B | group=g | entered=2014-01-03\n"
                                                       "entrant 3 | given=C | group=h | entered=2014-01-01\nentrant 4 | given=D | group=h\n");
  g_autoptr (MarathonStartUnits) units = marathon_start_units_new (event, NULL);

  g_assert_cmpuint (units->n_units, ==, 2);
  g_assert_cmpuint (units->units[0].id, ==, 2);
  g_assert_cmpuint (units->units[0].entered, ==, marathon_roster_get (marathon_event_get_roster (event), 1)->entered);
  g_assert_cmpuint (units->units[1].entered, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/start-unit/guides-and-groups-start-together", test_guides_and_groups_start_together);
  g_test_add_func ("/start-unit/the-default-counts-as-a-time", test_the_default_counts_as_a_time);
  g_test_add_func ("/start-unit/a-unit-is-as-urgent-as-its-last-entry", test_a_unit_is_as_urgent_as_its_last_entry);
  return g_test_run ();
}
