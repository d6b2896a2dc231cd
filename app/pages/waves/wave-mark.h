/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWaveMark: a wave on the timeline: its name in the colours of its start, above how full it is.
 */
#pragma once

#include <adwaita.h>

#include "model/event.h"
#include "model/wave.h"
#include "planning/fills.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_WAVE_MARK (marathon_wave_mark_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWaveMark, marathon_wave_mark, MARATHON, WAVE_MARK, GtkButton)

GtkWidget *marathon_wave_mark_new (MarathonEvent *event, MarathonWave *wave, MarathonFill fill);

MarathonWave *marathon_wave_mark_get_wave (MarathonWaveMark *mark);

G_END_DECLS
