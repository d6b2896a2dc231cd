/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small events made in code, and reports as plain text, for the tests of lists.
 */
#pragma once

#include "model/event.h"
#include "printing/report.h"

G_BEGIN_DECLS

/** Sets the column called @name of a record; asserts that it may be so. */
void list_event_set (MarathonEvent *event, gpointer record, const char *name, const char *text);

/** Appends a record; pairs of column and text follow, ending with %NULL. Returns: (transfer none): the record. */
gpointer list_event_add_record (MarathonEvent *event, MarathonListId list, const char *key, ...) G_GNUC_NULL_TERMINATED;

/**
 * list_event_add:
 *
 * Appends an entrant; pairs of field key and text follow, ending with %NULL. The key "guide" takes a guide as "family=Carter given=Bea bib=G3
 * from=0 to=20": words of the table of the fields of guides.
 */
void list_event_add (MarathonEvent *event, guint64 id, ...) G_GNUC_NULL_TERMINATED;

/** Returns: (transfer full): an event of ten invented people with everything that lists tell apart. */
MarathonEvent *list_event_new (void);

/**
 * list_report_to_text:
 *
 * Returns: (transfer full): the report as lines: "= heading | subheading | totals" for a section, cells between bars for a row (without those at its
 *   end that are empty), guides behind ">", notes behind "!", "# total" at the end
 */
char *list_report_to_text (MarathonReport *report);

/** Asserts that the list @name for @audience has the text @expected. */
void list_assert_text (MarathonEvent *event, const char *name, MarathonAudience audience, const char *expected);

G_END_DECLS
