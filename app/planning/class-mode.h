/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a sport class says of how somebody covers the course (domain.md A1, A3).
 */
#pragma once

#include "model/sport-class.h"

G_BEGIN_DECLS

/** T31–T34 and T51–T54 sit in a wheelchair, T71–T72 lean on a frame. */
gboolean marathon_class_needs_chair_or_frame (MarathonSportClass sport_class);

/** T11–T13, T20, T35–T38, T40–T47 and T61–T64 are on foot. */
gboolean marathon_class_is_on_foot (MarathonSportClass sport_class);

G_END_DECLS
