/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the marks of a timeline stand: marks of one lane and time are a block, side by side, which begins at its time;
 * blocks that would cover each other stand on levels below each other.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  int time;    /* seconds after midnight */
  guint lane;
  int width;   /* pixels */
  int x;       /* of its beginning: set by the layout */
  guint level; /* in its lane, 0 the highest: set by the layout */
} MarathonTimelineMark;

/** The times at the ends of an axis, which are the same where there is one time only. */
typedef struct {
  int first;
  int last;
  int length; /* pixels between them */
} MarathonTimelineAxis;

/**
 * marathon_timeline_layout:
 * @marks: (array length=n): by lane, then by time
 * @room: pixels that there are; more are taken only where one mark is wider
 * @levels: (array length=n_lanes): set to how many levels each lane has
 *
 * Returns: the axis; the last time stands where the widest block still fits
 */
MarathonTimelineAxis marathon_timeline_layout (MarathonTimelineMark *marks, guint n, int room, guint *levels,
                                               guint n_lanes);

/** The pixels from the beginning of the axis to @time. */
int marathon_timeline_axis_find (const MarathonTimelineAxis *axis, int time);

G_END_DECLS
