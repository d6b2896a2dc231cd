/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordList: the records of one kind in their order, as a GListModel; found by key and by handle in constant time.
 *
 * Changed only by MarathonEvent.
 */
#pragma once

#include <gio/gio.h>

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECORD_LIST (marathon_record_list_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecordList, marathon_record_list, MARATHON, RECORD_LIST, GObject)

MarathonRecordList *marathon_record_list_new (void);

guint marathon_record_list_get_size (MarathonRecordList *list);

/** Returns: (transfer none) (nullable): the record at @position, of the key, of the handle; %NULL where there is none. */
gpointer marathon_record_list_get       (MarathonRecordList *list, guint position);
gpointer marathon_record_list_find      (MarathonRecordList *list, const char *key);
gpointer marathon_record_list_by_handle (MarathonRecordList *list, guint32 handle);

/** Returns: the position of @record, or G_MAXUINT. */
guint marathon_record_list_get_position (MarathonRecordList *list, MarathonRecord *record);

/* --- For MarathonEvent only --- */

/** Takes a reference; gives the record a new handle where it has none (so a record that is put back keeps its own). */
void marathon_record_list_insert (MarathonRecordList *list, guint position, MarathonRecord *record);
void marathon_record_list_remove (MarathonRecordList *list, guint position);
void marathon_record_list_move   (MarathonRecordList *list, guint from, guint to);

/** The handle that the next new record gets; a copy of a list continues where the original does. */
guint32 marathon_record_list_get_next_handle (MarathonRecordList *list);
void    marathon_record_list_set_next_handle (MarathonRecordList *list, guint32 handle);

G_END_DECLS
