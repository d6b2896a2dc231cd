/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSportClass: a para sport class such as T11 or T54 in two bytes, and what the rules say of it (domain.md A1, A2).
 */
#pragma once

#include "model/words.h"

G_BEGIN_DECLS

/** 0: not classified. */
typedef guint16 MarathonSportClass;

/** "T54", "t11", "H4": a letter and one or two digits; "" gives 0. */
gboolean marathon_sport_class_parse (const char *text, MarathonSportClass *sport_class);

/** Writes the class and a NUL to @buffer (at least 4 bytes); returns its length. */
gsize marathon_sport_class_write (MarathonSportClass sport_class, char *buffer);

/** Whether the class is one that athletics knows: T11–T13, T20, T31–T38, T40–T47, T51–T54, T61–T64, T71–T72. */
gboolean marathon_sport_class_is_known (MarathonSportClass sport_class);

/** The known class after @sport_class, T11 after 0; 0 after the last. */
MarathonSportClass marathon_sport_class_get_next_known (MarathonSportClass sport_class);

/** T11 requires a guide, T12 allows one, every other class forbids it. */
MarathonGuideRule marathon_sport_class_get_guide_rule (MarathonSportClass sport_class);

G_END_DECLS
