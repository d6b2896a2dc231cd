/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list tells of records that come and go, a record of its values: both are listened to.
 */
#include "model/record-watch.h"

/* One list, with its records as they were told last: one that went is not in the list any more. */
typedef struct {
  MarathonRecordWatch *watch;
  MarathonListId id;
  MarathonRecordList *list;
  GPtrArray *records;
} Watched;

struct _MarathonRecordWatch {
  GObject parent_instance;

  GPtrArray *lists; /* of Watched */
};

G_DEFINE_FINAL_TYPE (MarathonRecordWatch, marathon_record_watch, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (Watched *watched)
{
  g_signal_emit (watched->watch, changed_signal, 0, (guint) watched->id);
}

static void
hear_record (MarathonRecord *record, GParamSpec *pspec, gpointer data)
{
  emit_changed (data);
}

static void
hear_list (MarathonRecordList *list, guint position, guint removed, guint added, gpointer data)
{
  Watched *watched = data;

  for (guint i = 0; i < removed; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (watched->records, position + i), hear_record, watched);
  if (removed > 0)
    g_ptr_array_remove_range (watched->records, position, removed);
  for (guint i = 0; i < added; i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, position + i);

      g_signal_connect (record, "notify", G_CALLBACK (hear_record), watched);
      g_ptr_array_insert (watched->records, (gint) (position + i), g_object_ref (record));
    }
  emit_changed (watched);
}

static void
watched_free (gpointer data)
{
  Watched *watched = data;

  g_signal_handlers_disconnect_by_func (watched->list, hear_list, watched);
  for (guint i = 0; i < watched->records->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (watched->records, i), hear_record, watched);
  g_ptr_array_unref (watched->records);
  g_object_unref (watched->list);
  g_free (watched);
}

static void
marathon_record_watch_finalize (GObject *object)
{
  g_ptr_array_unref (MARATHON_RECORD_WATCH (object)->lists);
  G_OBJECT_CLASS (marathon_record_watch_parent_class)->finalize (object);
}

static void
marathon_record_watch_class_init (MarathonRecordWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_record_watch_finalize;

  changed_signal = g_signal_new ("changed", MARATHON_TYPE_RECORD_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
marathon_record_watch_init (MarathonRecordWatch *watch)
{
  watch->lists = g_ptr_array_new_with_free_func (watched_free);
}

MarathonRecordWatch *
marathon_record_watch_new (MarathonEvent *event, const MarathonListId *lists, guint n)
{
  MarathonRecordWatch *watch;

  g_return_val_if_fail (MARATHON_IS_EVENT (event), NULL);

  watch = g_object_new (MARATHON_TYPE_RECORD_WATCH, NULL);
  for (guint i = 0; i < n; i++)
    {
      Watched *watched = g_new (Watched, 1);

      *watched = (Watched){ watch, lists[i], g_object_ref (marathon_event_get_list (event, lists[i])),
                            g_ptr_array_new_with_free_func (g_object_unref) };
      g_ptr_array_add (watch->lists, watched);
      g_signal_connect (watched->list, "items-changed", G_CALLBACK (hear_list), watched);
      hear_list (watched->list, 0, 0, marathon_record_list_get_size (watched->list), watched);
    }
  return watch;
}
