/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordList: an array of records with two hash tables beside it.
 */
#include "model/record-list.h"

struct _MarathonRecordList {
  GObject parent_instance;

  GPtrArray *records;
  GHashTable *by_key;
  GPtrArray *by_handle; /* index = handle; borrowed, NULL where removed */
};

static GType
get_item_type (GListModel *model)
{
  return MARATHON_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return MARATHON_RECORD_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  gpointer record = marathon_record_list_get (MARATHON_RECORD_LIST (model), position);

  return record != NULL ? g_object_ref (record) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonRecordList, marathon_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marathon_record_list_finalize (GObject *object)
{
  MarathonRecordList *list = MARATHON_RECORD_LIST (object);

  g_hash_table_unref (list->by_key);
  g_ptr_array_unref (list->by_handle);
  g_ptr_array_unref (list->records);
  G_OBJECT_CLASS (marathon_record_list_parent_class)->finalize (object);
}

static void
marathon_record_list_class_init (MarathonRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_record_list_finalize;
}

static void
marathon_record_list_init (MarathonRecordList *list)
{
  list->records = g_ptr_array_new_with_free_func (g_object_unref);
  list->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  list->by_handle = g_ptr_array_new ();
  g_ptr_array_add (list->by_handle, NULL); /* handle 0 is "none" */
}

MarathonRecordList *
marathon_record_list_new (void)
{
  return g_object_new (MARATHON_TYPE_RECORD_LIST, NULL);
}

guint
marathon_record_list_get_size (MarathonRecordList *list)
{
  return list->records->len;
}

gpointer
marathon_record_list_get (MarathonRecordList *list, guint position)
{
  return position < list->records->len ? g_ptr_array_index (list->records, position) : NULL;
}

gpointer
marathon_record_list_find (MarathonRecordList *list, const char *key)
{
  return g_hash_table_lookup (list->by_key, key);
}

gpointer
marathon_record_list_by_handle (MarathonRecordList *list, guint32 handle)
{
  return handle < list->by_handle->len ? g_ptr_array_index (list->by_handle, handle) : NULL;
}

guint
marathon_record_list_get_position (MarathonRecordList *list, MarathonRecord *record)
{
  guint position;

  return g_ptr_array_find (list->records, record, &position) ? position : G_MAXUINT;
}

void
marathon_record_list_insert (MarathonRecordList *list, guint position, MarathonRecord *record)
{
  guint32 handle = marathon_record_get_handle (record);

  g_return_if_fail (position <= list->records->len);
  if (handle == 0)
    {
      handle = list->by_handle->len;
      marathon_record_set_handle (record, handle);
    }
  if (handle >= list->by_handle->len)
    g_ptr_array_set_size (list->by_handle, (gint) handle + 1);
  g_ptr_array_index (list->by_handle, handle) = record;
  g_ptr_array_insert (list->records, (gint) position, g_object_ref (record));
  g_hash_table_insert (list->by_key, (gpointer) marathon_record_get_key (record), record);
  g_list_model_items_changed (G_LIST_MODEL (list), position, 0, 1);
}

void
marathon_record_list_remove (MarathonRecordList *list, guint position)
{
  MarathonRecord *record = marathon_record_list_get (list, position);

  g_return_if_fail (record != NULL);
  g_hash_table_remove (list->by_key, marathon_record_get_key (record));
  g_ptr_array_index (list->by_handle, marathon_record_get_handle (record)) = NULL;
  g_ptr_array_remove_index (list->records, position);
  g_list_model_items_changed (G_LIST_MODEL (list), position, 1, 0);
}

void
marathon_record_list_move (MarathonRecordList *list, guint from, guint to)
{
  guint low = MIN (from, to), n = MAX (from, to) - low + 1;

  g_return_if_fail (MAX (from, to) < list->records->len);
  g_ptr_array_insert (list->records, (gint) to, g_ptr_array_steal_index (list->records, from));
  g_list_model_items_changed (G_LIST_MODEL (list), low, n, n);
}

guint32
marathon_record_list_get_next_handle (MarathonRecordList *list)
{
  return list->by_handle->len;
}

void
marathon_record_list_set_next_handle (MarathonRecordList *list, guint32 handle)
{
  g_return_if_fail (handle >= list->by_handle->len);
  g_ptr_array_set_size (list->by_handle, (gint) handle);
}
