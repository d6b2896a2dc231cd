/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of a timeline: blocks are measured, then placed.
 */
#include "pages/waves/timeline-layout.h"

/* Pixels between two marks side by side. */
#define GAP 4

/* A block of several marks goes on below where it is longer than this part of the room: others need places too. */
#define BLOCK_PART 2

/* How many marks from @start on are of one lane and time. */
static guint
count_block (const MarathonTimelineMark *marks, guint n, guint start)
{
  guint end = start + 1;

  while (end < n && marks[end].lane == marks[start].lane && marks[end].time == marks[start].time)
    end++;
  return end - start;
}

/* Sets x and level of @n marks as seen from the beginning of their block; its width and how many levels it has. */
static int
lay_block (MarathonTimelineMark *marks, guint n, int room, guint *n_levels)
{
  int x = 0, width = 0;
  guint level = 0;

  for (guint i = 0; i < n; i++)
    {
      if (x > 0 && x + marks[i].width > room / BLOCK_PART)
        {
          x = 0;
          level++;
        }
      marks[i].x = x;
      marks[i].level = level;
      x += marks[i].width + GAP;
      width = MAX (width, x - GAP);
    }
  *n_levels = level + 1;
  return width;
}

static MarathonTimelineAxis
measure (MarathonTimelineMark *marks, guint n, int room)
{
  MarathonTimelineAxis axis = { G_MAXINT, 0, 0 };
  int widest = 0;
  guint size, n_levels;

  for (guint i = 0; i < n; i += size)
    {
      size = count_block (marks, n, i);
      axis.first = MIN (axis.first, marks[i].time);
      axis.last = MAX (axis.last, marks[i].time);
      widest = MAX (widest, lay_block (&marks[i], size, room, &n_levels));
    }
  axis.length = axis.first < axis.last ? MAX (room - widest, 0) : 0;
  return axis;
}

int
marathon_timeline_axis_find (const MarathonTimelineAxis *axis, int time)
{
  if (axis->first >= axis->last)
    return 0;
  return (int) ((gint64) (time - axis->first) * axis->length / (axis->last - axis->first));
}

/* The first of @n_levels levels on which nothing reaches @x; @ends grows where there are none. */
static guint
find_level (GArray *ends, guint n_levels, int x)
{
  guint level = 0;

  for (guint i = 0; i < ends->len && i < level + n_levels; i++)
    if (g_array_index (ends, int, i) > x)
      level = i + 1;
  if (ends->len < level + n_levels)
    g_array_set_size (ends, level + n_levels);
  return level;
}

static void
place_block (MarathonTimelineMark *marks, guint n, guint n_levels, int x, int width, GArray *ends)
{
  guint level = find_level (ends, n_levels, x);

  for (guint i = 0; i < n; i++)
    {
      marks[i].x += x;
      marks[i].level += level;
    }
  for (guint i = 0; i < n_levels; i++)
    g_array_index (ends, int, level + i) = x + width + GAP;
}

MarathonTimelineAxis
marathon_timeline_layout (MarathonTimelineMark *marks, guint n, int room, guint *levels, guint n_lanes)
{
  MarathonTimelineAxis axis = measure (marks, n, room);
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (int)); /* of each level of a lane */
  guint size, n_levels;

  for (guint i = 0; i < n_lanes; i++)
    levels[i] = 0;
  for (guint i = 0; i < n; i += size)
    {
      int width;

      size = count_block (marks, n, i);
      if (i > 0 && marks[i].lane != marks[i - 1].lane)
        g_array_set_size (ends, 0);
      width = lay_block (&marks[i], size, room, &n_levels);
      place_block (&marks[i], size, n_levels, marathon_timeline_axis_find (&axis, marks[i].time), width, ends);
      levels[marks[i].lane] = ends->len;
    }
  return axis;
}
