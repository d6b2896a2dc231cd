/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWaveTimeline: the day of the race: a lane for each start, in which its waves stand at their times.
 *
 * Signal "chosen" (MarathonRecord *): somebody clicked on that wave.
 */
#pragma once

#include <adwaita.h>

#include "document/fills-watch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_WAVE_TIMELINE (marathon_wave_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWaveTimeline, marathon_wave_timeline, MARATHON, WAVE_TIMELINE, GtkWidget)

/** Shows the waves as they are now; is not to be seen where none has a time, and where @event is %NULL. */
void marathon_wave_timeline_show (MarathonWaveTimeline *timeline, MarathonEvent *event, MarathonFillsWatch *fills);

/** @record: (nullable): a wave, which is marked; any other marks none */
void marathon_wave_timeline_select (MarathonWaveTimeline *timeline, MarathonRecord *record);

G_END_DECLS
