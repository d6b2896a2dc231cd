/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The difference of two events as edit lines: what restores an earlier version of an event as one step that can be
 * undone.
 */
#pragma once

#include "editing/edit-lines.h"

G_BEGIN_DECLS

typedef struct {
  guint n_changed;  /* entrants in both, with other values; or in another place */
  guint n_inserted; /* entrants in @to only */
  guint n_removed;  /* entrants in @from only */
  guint n_records;  /* categories, waves …, and settings of the event, that differ, or stand elsewhere in their list */
} MarathonEventDifference;

/**
 * marathon_event_difference_check:
 *
 * Whether edit lines can say it. They cannot where a newer version of Marathon left other things in the two events
 * beside their entrants (its version number, what it says of the event, of lists, of a record that is in both): then
 * the other event can only be opened as a file of its own.
 *
 * Returns: %FALSE with @error (MARATHON_FORMAT_ERROR_VERSION), a sentence for people
 */
gboolean marathon_event_difference_check (MarathonEvent *from, MarathonEvent *to, GError **error);

/**
 * marathon_event_difference_write:
 * @from: both may be snapshots, and are of texts and details of their own, or share them;
 *   marathon_event_difference_check() holds for them
 *
 * Calls @func with edit lines that turn @from into @to: then both are the same file, byte for byte, but for the id of
 * the event, which stays. The lines are fit for one step: marathon_edit_lines_begin() before and
 * MARATHON_EDIT_LINES_COMMIT after them. Where nothing differs there is no line.
 * @func may be %NULL to count only.
 */
void marathon_event_difference_write (MarathonEvent           *from,
                                      MarathonEvent           *to,
                                      MarathonEditLineFunc     func,
                                      gpointer                 user_data,
                                      MarathonEventDifference *difference);

G_END_DECLS
