/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a sport class says of how somebody covers the course. Of the classes that athletics knows, those with wheels are listed; the others
 * are on foot.
 */
#include "planning/class-mode.h"

gboolean
marathon_class_needs_chair_or_frame (MarathonSportClass sport_class)
{
  static const struct {
    const char *from, *to;
  } ranges[] = { { "T31", "T34" }, { "T51", "T54" }, { "T71", "T72" } };
  MarathonSportClass from, to;

  if (!marathon_sport_class_is_known (sport_class))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (marathon_sport_class_parse (ranges[i].from, &from) && marathon_sport_class_parse (ranges[i].to, &to)
        && sport_class >= from && sport_class <= to)
      return TRUE;
  return FALSE;
}

gboolean
marathon_class_is_on_foot (MarathonSportClass sport_class)
{
  return marathon_sport_class_is_known (sport_class) && !marathon_class_needs_chair_or_frame (sport_class);
}
