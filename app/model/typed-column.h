/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person types in the form of a record (a category, a wave …), made canonical: 9:30 pm is 21:30, 1,000 is 1000.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/**
 * marathon_typed_column_to_canonical:
 * @today: as in marathon_typed_date()
 *
 * Times and dates are read as marathon_typed_text_to_canonical() reads them. Of the others:
 *
 *   a time of the day   10, 1015, 10.15, 10h15, 101530, 9:30 am, 12.15 p.m.
 *   a number            1,000  1.000  1 000  1'000, where each group has three digits; 50 % of what ends at 100
 *   a decimal           12,5
 *   ranges              1 – 99; 200 300, where the parts are put apart by blanks, line breaks or semicolons
 *   a colour            cc0011, #c01, C01
 *
 * What is one line loses the blanks around it.
 *
 * Returns: (transfer full): the canonical text; what was typed where it is none that we know better, so that the
 *   column's own parser can say what is wrong
 */
char *marathon_typed_column_to_canonical (MarathonEvent        *event,
                                          const MarathonColumn *column,
                                          const char           *text,
                                          MarathonDate          today);

/** Returns: (transfer full) (nullable): why what was typed is refused, as marathon_typed_date_explain(); %NULL where
 * the column's own parser says it better. */
char *marathon_typed_column_explain (MarathonEvent        *event,
                                     const MarathonColumn *column,
                                     const char           *text,
                                     MarathonDate          today);

G_END_DECLS
