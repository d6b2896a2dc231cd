/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTime: how long somebody ran, in tenths of a second, as an integer; and times of the day and instants.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Tenths of a second; MARATHON_TIME_NONE where there is none. Bounds: 1 to MARATHON_TIME_MAX. */
typedef gint32 MarathonTime;

#define MARATHON_TIME_NONE ((MarathonTime) 0)
/** 100 hours less a tenth: the longest time that "h:mm:ss" can say with two digits of hours. */
#define MARATHON_TIME_MAX ((MarathonTime) (100 * 36000 - 1))

/** What a bare "2:04" means in a column of a foreign file. */
typedef enum {
  MARATHON_TIME_HINT_NONE,    /* "2:04" is refused as ambiguous */
  MARATHON_TIME_HINT_HOURS,   /* h:mm */
  MARATHON_TIME_HINT_MINUTES, /* m:ss */
} MarathonTimeHint;

/** Reads the canonical form of the project file, "h:mm:ss" or "h:mm:ss.t" ("" is NONE, "0:00:00" is refused). */
gboolean marathon_time_parse (const char *text, MarathonTime *time);

/**
 * marathon_time_parse_foreign:
 *
 * Reads the forms of domain.md A8: h:mm:ss, hh:mm:ss, h:mm:ss.t (and "," for "."), mm:ss by @hint, 2.04.29, 2:04.27
 * (h:mm.ss, but m:ss.ff with hint MINUTES), "2hr 42m 46s", "3h 04m 00s", "3h04", decimal minutes ("91.37", at least 10),
 * a bare integer of seconds (at least 600). More than one digit of fraction rounds up to the next tenth. "-", "0",
 * "0:00:00", "n/a" and blanks are NONE. A truncated time ("02:49:5") and a bare "2:04" with hint NONE are refused.
 */
gboolean marathon_time_parse_foreign (const char *text, MarathonTimeHint hint, MarathonTime *time);

/** Writes "h:mm:ss" or, where there are tenths, "h:mm:ss.t"; @buffer holds at least 16 bytes; "" for NONE; returns its length. */
gsize marathon_time_write (MarathonTime time, char *buffer);

/** Returns: (transfer full): what marathon_time_write() writes. */
char *marathon_time_format (MarathonTime time);

/** The official road time: whole seconds, any fraction goes up (World Athletics rule 165.24 in domain.md A8): 2:09:44.3 → 2:09:45. */
MarathonTime marathon_time_round_up (MarathonTime time);

/** Returns: (transfer full): marathon_time_round_up() as "h:mm:ss". */
char *marathon_time_format_official (MarathonTime time);

/* --- Times of the day: local wall times in seconds after midnight, -1 for none --- */

#define MARATHON_CLOCK_NONE (-1)

/** Reads "hh:mm" or "hh:mm:ss" ("" is NONE); 00:00 to 23:59:59. */
gboolean marathon_clock_parse (const char *text, int *seconds);

/** Returns: (transfer full): "hh:mm", or "hh:mm:ss" where there are seconds; "" for NONE. */
char *marathon_clock_format (int seconds);

/* --- Instants: seconds of UTC since 1970, 0 for none --- */

/** Reads "2014-04-13T09:00:00Z" ("" is 0; the first second of 1970, which would be 0 too, is refused). */
gboolean marathon_instant_parse (const char *text, gint64 *instant);

/** Returns: (transfer full): "2014-04-13T09:00:00Z"; "" for 0. */
char *marathon_instant_format (gint64 instant);

G_END_DECLS
