/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks of a timeline stand at their time, cover no other, and stay in the room that there is.
 */
#include "pages/waves/timeline-layout.h"

#define HOUR 3600

static void
test_one_mark (void)
{
  MarathonTimelineMark mark = { .time = 10 * HOUR, .width = 40 };
  guint levels[1];
  MarathonTimelineAxis axis = marathon_timeline_layout (&mark, 1, 300, levels, 1);

  g_assert_cmpint (mark.x, ==, 0);
  g_assert_cmpuint (mark.level, ==, 0);
  g_assert_cmpuint (levels[0], ==, 1);
  g_assert_cmpint (marathon_timeline_axis_find (&axis, 10 * HOUR), ==, 0);
}

static void
test_times_are_places (void)
{
  MarathonTimelineMark marks[] = {
    { .time = 9 * HOUR, .width = 100 },
    { .time = 11 * HOUR, .width = 40 },
    { .time = 10 * HOUR, .width = 40, .lane = 1 },
  };
  guint levels[3];
  MarathonTimelineAxis axis = marathon_timeline_layout (marks, 3, 300, levels, 3);

  g_assert_cmpint (axis.length, ==, 200);
  g_assert_cmpint (marks[0].x, ==, 0);
  g_assert_cmpint (marks[1].x, ==, 200);
  g_assert_cmpint (marks[2].x, ==, 100);
  g_assert_cmpuint (levels[0], ==, 1);
  g_assert_cmpuint (levels[1], ==, 1);
  g_assert_cmpuint (levels[2], ==, 0);
}

static void
test_one_time_is_a_block (void)
{
  MarathonTimelineMark marks[5];
  guint levels[1];

  for (guint i = 0; i < 5; i++)
    marks[i] = (MarathonTimelineMark) { .time = HOUR, .width = 40 };
  marathon_timeline_layout (marks, 5, 300, levels, 1);
  g_assert_cmpint (marks[1].x, ==, 44);
  g_assert_cmpint (marks[2].x, ==, 88);
  g_assert_cmpuint (marks[2].level, ==, 0);
  g_assert_cmpint (marks[3].x, ==, 0);
  g_assert_cmpuint (marks[3].level, ==, 1);
  g_assert_cmpuint (levels[0], ==, 2);
}

/* A block of two levels and a mark soon after it. */
static void
test_blocks_keep_apart (void)
{
  MarathonTimelineMark marks[] = {
    { .time = 0, .width = 90 }, { .time = 0, .width = 90 }, { .time = 60, .width = 30 }, { .time = 7200, .width = 30 },
  };
  guint levels[1];

  marathon_timeline_layout (marks, 4, 200, levels, 1);
  g_assert_cmpuint (marks[1].level, ==, 1);
  g_assert_cmpuint (marks[2].level, ==, 2);
  g_assert_cmpuint (marks[3].level, ==, 0);
  g_assert_cmpuint (levels[0], ==, 3);
}

/* Forty waves of four starts, by threes every three minutes. */
static void
test_no_mark_covers_another (void)
{
  MarathonTimelineMark marks[40];
  guint levels[4];

  for (int room = 120; room < 1000; room += 110)
    {
      for (guint i = 0; i < 40; i++)
        marks[i] = (MarathonTimelineMark){ .time = 9 * HOUR + (int)(i % 10 / 3) * 180,
                                           .lane = i / 10,
                                           .width = 30 + (int)(i % 7) * 5 };
      marathon_timeline_layout (marks, 40, room, levels, 4);
      for (guint i = 0; i < 40; i++)
        {
          g_assert_cmpint (marks[i].x + marks[i].width, <=, room);
          g_assert_cmpuint (marks[i].level, <, levels[marks[i].lane]);
          for (guint j = 0; j < i; j++)
            g_assert_true (marks[i].lane != marks[j].lane || marks[i].level != marks[j].level
                           || marks[i].x >= marks[j].x + marks[j].width || marks[j].x >= marks[i].x + marks[i].width);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-layout/one-mark", test_one_mark);
  g_test_add_func ("/timeline-layout/times-are-places", test_times_are_places);
  g_test_add_func ("/timeline-layout/one-time-is-a-block", test_one_time_is_a_block);
  g_test_add_func ("/timeline-layout/blocks-keep-apart", test_blocks_keep_apart);
  g_test_add_func ("/timeline-layout/no-mark-covers-another", test_no_mark_covers_another);
  return g_test_run ();
}
