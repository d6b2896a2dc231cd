/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person types in a form, made canonical: 3.4.80 is 1980-04-03, 3:45 is 3:45:00.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/**
 * marathon_typed_date:
 * @language: a BCP 47 tag or the name of a locale; "" where it is not known
 * @time_zone: an IANA name; "" where it is not known
 * @type: %MARATHON_FIELD_TYPE_BIRTH or %MARATHON_FIELD_TYPE_DAY, which must be a day
 * @today: a day: of somebody born in 80, the latest 80 that is not after it is meant; of another day in 27, the 27 that
 *   is nearest to it
 *
 * Reads what marathon_date_parse_foreign() reads. Where day and month are not plain, the region of the language
 * decides, then, in English, the time zone: in America the month goes first; everywhere else the day does. Blank text
 * and the like are MARATHON_DATE_UNKNOWN.
 *
 * Returns: %TRUE and sets @date; %FALSE where @text is no date, or no such day exists
 */
gboolean marathon_typed_date (const char        *language,
                              const char        *time_zone,
                              MarathonFieldType  type,
                              const char        *text,
                              MarathonDate       today,
                              MarathonDate      *date);

/** Returns: (transfer full): why marathon_typed_date() refused @text, for people, without a full stop: "There is no 30
 * February", "“soon” is not a date such as 1985-07-03". */
char *marathon_typed_date_explain (const char *language, const char *time_zone, const char *text);

/**
 * marathon_typed_text_to_canonical:
 * @today: as in marathon_typed_date()
 *
 * Reads dates in the order that the event's language and time zone say. 45:30 is minutes and seconds, and 3:45 hours
 * and minutes where nobody is that fast over the event's course; neither is read where the course has no length. As
 * there is no colon on a number pad, 3.45, 3.45.10, 345 and 34510 are read like 3:45 and 3:45:10, up to a day. What is
 * one line loses the blanks around it.
 *
 * Returns: (transfer full): the canonical text; what was typed where it is none that we know better, so that the
 *   field's own parser can say what is wrong
 */
char *marathon_typed_text_to_canonical (MarathonEvent     *event,
                                        MarathonFieldType  type,
                                        const char        *text,
                                        MarathonDate       today);

/** Returns: (transfer full) (nullable): why what was typed is refused, as marathon_typed_date_explain(); %NULL where
 * the field's own parser says it better. */
char *marathon_typed_text_explain (MarathonEvent     *event,
                                   MarathonFieldType  type,
                                   const char        *text,
                                   MarathonDate       today);

G_END_DECLS
