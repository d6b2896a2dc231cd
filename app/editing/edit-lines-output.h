/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditOutput: writes single edit lines, for who knows what is to be said: the writer of edits
 * (edit-lines-writer.c) and the difference of two events (event-difference.c).
 */
#pragma once

#include "editing/edit-lines.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEditLineFunc func;
  gpointer user_data;
  GString *line;    /* the one that is being written */
  GString *scratch; /* texts that are compared */
  guint n_fields;   /* in the <change> that is open; 0: none is */
} MarathonEditOutput;

/** @func is called with each line. */
void marathon_edit_output_init  (MarathonEditOutput *output, MarathonEditLineFunc func, gpointer user_data);
void marathon_edit_output_clear (MarathonEditOutput *output);

/** One field as two events have it. */
typedef struct {
  const MarathonFieldInfo *before; /* %NULL where the old event has no such field, or its value does not count */
  const MarathonFieldInfo *now;
  guint32 words; /* of an entrant, which hold it */
} MarathonFieldPair;

/** Returns: (transfer full) (element-type MarathonFieldPair): all fields of @new_event; good until one of them changes
 * its custom fields. */
GArray *marathon_edit_output_list_fields (MarathonEvent *old_event, MarathonEvent *new_event);

/**
 * marathon_edit_output_change:
 * @fields: (element-type MarathonFieldPair): as of marathon_edit_output_list_fields()
 * @words: which words of the entrant may differ
 * @before: an entrant of @old_event
 * @now: the same one in @new_event, which may be the same event
 *
 * Writes the fields whose texts differ, in as many lines as they need.
 *
 * Returns: whether one differs
 */
gboolean marathon_edit_output_change (MarathonEditOutput    *output,
                                      MarathonPlace          place,
                                      GArray                *fields,
                                      guint32                words,
                                      MarathonEvent         *old_event,
                                      const MarathonEntrant *before,
                                      MarathonEvent         *new_event,
                                      const MarathonEntrant *now);

/** Adds one field to the <change> of the entrant @id, and starts that where none is open; end_change() ends it where
 * one is. */
void marathon_edit_output_set_field  (MarathonEditOutput *output, MarathonPlace place, guint64 id, const char *key, const char *text);
void marathon_edit_output_end_change (MarathonEditOutput *output);

/** All guides that the entrant @id has from now on: the first @n of @guides, which are of @event. */
void marathon_edit_output_guides (MarathonEditOutput  *output,
                                  MarathonPlace        place,
                                  guint64              id,
                                  MarathonEvent       *event,
                                  const MarathonGuide *guides,
                                  guint                n);

void marathon_edit_output_insert (MarathonEditOutput    *output,
                                  MarathonPlace          place,
                                  guint                  at,
                                  MarathonEvent         *event,
                                  const MarathonEntrant *entrant);
void marathon_edit_output_remove (MarathonEditOutput *output, MarathonPlace place, guint64 id);

/** To the bin, or from it. */
void marathon_edit_output_transfer (MarathonEditOutput *output, gboolean to_bin, guint64 id, guint at);

/* --- Records: @list is its name, or that of a single, which has no @key --- */

/** The line <change-record> with one column. */
void marathon_edit_output_change_record (MarathonEditOutput *output, const char *list, const char *key, const char *column, const char *text);

/** The same with several columns: begin, one add for each, end. */
void marathon_edit_output_begin_record_change (MarathonEditOutput *output, const char *list, const char *key);
void marathon_edit_output_add_column          (MarathonEditOutput *output, const char *column, const char *text);
void marathon_edit_output_end_record_change   (MarathonEditOutput *output);

void marathon_edit_output_insert_record (MarathonEditOutput *output, const char *list, guint at, MarathonRecord *record);
void marathon_edit_output_remove_record (MarathonEditOutput *output, const char *list, const char *key);
void marathon_edit_output_move_record   (MarathonEditOutput *output, const char *list, const char *key, guint at);

G_END_DECLS
