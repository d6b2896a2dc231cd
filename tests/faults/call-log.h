/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shim's log (shim-log.h), read.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char *call;
  gint64 result;
  int number;   /* errno */
  guint64 inode;
  guint mode;
  gint64 offset;
  GBytes *bytes; /* never NULL */
  guint flags;
  char *path, *other;
} CallRecord;

/** Returns: (transfer full) (element-type CallRecord): in the order in which the calls were made. */
GPtrArray *call_log_read (const char *path);

/** Whether it is a call that changes something, of those that the plan calls "*". */
gboolean call_record_changes (const CallRecord *record);

/** Whether the program said this, with its newline. */
gboolean call_record_says (const CallRecord *record, const char *line);

/** Returns: (transfer container) (element-type guint): how many calls there are of each name but "say"; names are
 * static strings. */
GHashTable *call_log_count (GPtrArray *log);

/** Returns: how many calls change something. */
guint call_log_count_changes (GPtrArray *log);

G_END_DECLS
