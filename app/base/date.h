/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDate: a day of the Gregorian calendar as it is known of people: exactly, by its year only,
 * or as an age on a certain day. Four bytes, comparable with ==.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarathonDate:
 *
 * Two bits of kind above thirty bits of value; 0 is "not known".
 *
 *   kind 0  not known           value 0
 *   kind 1  a day               value = Julian day of GDate (day 1 is 1 January of year 1)
 *   kind 2  a year only         value = the year
 *   kind 3  an age on a day     value = age << 22 | Julian day
 *
 * Years 1 to 9999, ages 0 to 150.
 */
typedef guint32 MarathonDate;

#define MARATHON_DATE_UNKNOWN ((MarathonDate) 0)

typedef enum {
  MARATHON_DATE_KIND_UNKNOWN,
  MARATHON_DATE_KIND_DAY,
  MARATHON_DATE_KIND_YEAR,
  MARATHON_DATE_KIND_AGE,
} MarathonDateKind;

/** How the parts of a date such as 03/04/2014 are to be read. */
typedef enum {
  MARATHON_DATE_ORDER_UNKNOWN, /* only unambiguous forms are accepted */
  MARATHON_DATE_ORDER_DMY,
  MARATHON_DATE_ORDER_MDY,
  MARATHON_DATE_ORDER_YMD,
} MarathonDateOrder;

/** Returns the date, or MARATHON_DATE_UNKNOWN where there is no such day. */
MarathonDate marathon_date_new_day (int year, int month, int day);

/** Returns the date, or MARATHON_DATE_UNKNOWN where @year is outside 1 to 9999. */
MarathonDate marathon_date_new_year (int year);

/** @on must be a day; @age 0 to 150; else MARATHON_DATE_UNKNOWN. */
MarathonDate marathon_date_new_age (int age, MarathonDate on);

MarathonDateKind marathon_date_get_kind (MarathonDate date);

/** The Julian day (GDate) of a day, or of the day that an age refers to; 0 for the other kinds. */
guint marathon_date_get_julian (MarathonDate date);

/** The year of a day or of a year-only date; 0 for the other kinds. */
int marathon_date_get_year (MarathonDate date);

/** The age of an age-on-a-day; -1 for the other kinds. */
int marathon_date_get_age (MarathonDate date);

/**
 * marathon_date_age_on:
 * @birth: any kind
 * @day: a day
 *
 * The age in completed years on @day: it changes on the birthday itself (domain.md A7: 39 on the 25th, 40 on the
 * 26th when born on the 26th; someone born on 29 February turns on 1 March in common years). For a year-only birth
 * the age reached during that year; for an age on a day, that age plus the whole years between the two days.
 *
 * Returns: the age, or -1 where it is not known or @day is before the birth.
 */
int marathon_date_age_on (MarathonDate birth, MarathonDate day);

/**
 * marathon_date_parse:
 *
 * Reads the canonical forms of the project file: "1983-03-23", "1983" and "31@2014-04-13" (31 years old on that day).
 *
 * Returns: %TRUE and sets @date; %FALSE where @text is none of them or no such day exists. "" is MARATHON_DATE_UNKNOWN.
 */
gboolean marathon_date_parse (const char *text, MarathonDate *date);

/** Returns: (transfer full): the canonical form; "" for MARATHON_DATE_UNKNOWN. */
char *marathon_date_format (MarathonDate date);

/** Writes the canonical form and a NUL to @buffer (at least 20 bytes); returns its length. */
gsize marathon_date_write (MarathonDate date, char *buffer);

/**
 * marathon_date_parse_foreign:
 * @order: how to read dates whose order is not plain
 * @latest: a day; two-digit years give the latest year in which the date is not after it (domain.md A7: oldest
 *   plausible runner 100); where it is not a day, they are refused
 *
 * Reads what entry files hold: the canonical forms, 23.3.1983, 23/03/1983, 3-23-83, 19830323, "23 Mar 1983",
 * "March 23, 1983", "1983-03-23T00:00:00Z" (the time part is dropped), a year alone (four or two digits). "0", "-", "n/a"
 * and blanks are not known. A date with one part above 12 is plain whatever @order says; with @order UNKNOWN an
 * ambiguous one is refused.
 *
 * Returns: %TRUE and sets @date; %FALSE where it cannot be read.
 */
gboolean marathon_date_parse_foreign (const char        *text,
                                      MarathonDateOrder  order,
                                      MarathonDate       latest,
                                      MarathonDate      *date);

/**
 * marathon_date_guess_order:
 *
 * Looks at one foreign date and tells which orders it allows: a bit mask of 1 << MARATHON_DATE_ORDER_DMY and so on,
 * or 0 where it says nothing (blank, a name of a month, unreadable). The caller ANDs the masks of a column.
 */
guint marathon_date_guess_order (const char *text);

G_END_DECLS
