/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting for the overview.
 */
#include "planning/figures.h"

/* Without branches, which a million entrants in no order would mislead. */
static void
count_block (const MarathonEntrant *entrants, guint n, MarathonFigures *figures)
{
  for (guint i = 0; i < n; i++)
    {
      guint is_accepted = entrants[i].status == MARATHON_STATUS_ACCEPTED;

      figures->accepted += is_accepted;
      figures->without_category += is_accepted & (entrants[i].category == 0);
      figures->without_wave += is_accepted & (entrants[i].wave == 0);
      figures->without_bib += is_accepted & (entrants[i].bib == 0);
      figures->collected += (entrants[i].flags & MARATHON_FLAG_COLLECTED) != 0;
    }
}

void
marathon_figures_count (MarathonEvent *event, MarathonFigures *figures)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint size = marathon_roster_get_size (roster);

  *figures = (MarathonFigures) { .entrants = size };
  for (guint start = 0; start < size; start += MARATHON_ROSTER_BLOCK)
    count_block (marathon_roster_get_block (roster, start), MIN (MARATHON_ROSTER_BLOCK, size - start), figures);
}
