/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageItemList: a number, and the items that are alive.
 */
#include "pages/lists/page-item-list.h"

struct _MarathonPageItemList {
  GObject parent_instance;

  guint n;
  GdkPaintable *blank; /* NULL before the first reset */
  GHashTable *items;   /* page → GWeakRef of a MarathonPageItem */
  guint n_swept;       /* entries that there were when those of items gone were taken out last */
};

static void implement_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonPageItemList, marathon_page_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_model))

/* --- Items that are alive --- */

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static MarathonPageItem *
ref_item (MarathonPageItemList *list, guint page)
{
  GWeakRef *weak = g_hash_table_lookup (list->items, GUINT_TO_POINTER (page));

  return weak != NULL ? g_weak_ref_get (weak) : NULL;
}

static gboolean
is_gone (gpointer page, gpointer weak, gpointer user_data)
{
  g_autoptr (MarathonPageItem) item = g_weak_ref_get (weak);

  return item == NULL;
}

static void
remember (MarathonPageItemList *list, guint page, MarathonPageItem *item)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  if (g_hash_table_size (list->items) > 2 * list->n_swept + 256)
    {
      g_hash_table_foreach_remove (list->items, is_gone, NULL);
      list->n_swept = g_hash_table_size (list->items);
    }
  g_weak_ref_init (weak, item);
  g_hash_table_insert (list->items, GUINT_TO_POINTER (page), weak);
}

/* --- The model --- */

static GType
get_item_type (GListModel *model)
{
  return MARATHON_TYPE_PAGE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MARATHON_PAGE_ITEM_LIST (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MarathonPageItemList *list = MARATHON_PAGE_ITEM_LIST (model);
  MarathonPageItem *item;

  if (position >= list->n)
    return NULL;
  item = ref_item (list, position);
  if (item != NULL)
    return item;
  item = marathon_page_item_new (position);
  marathon_page_item_set_picture (item, list->blank, FALSE);
  remember (list, position, item);
  return item;
}

static void
implement_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
marathon_page_item_list_finalize (GObject *object)
{
  MarathonPageItemList *list = MARATHON_PAGE_ITEM_LIST (object);

  g_hash_table_unref (list->items);
  g_clear_object (&list->blank);
  G_OBJECT_CLASS (marathon_page_item_list_parent_class)->finalize (object);
}

static void
marathon_page_item_list_class_init (MarathonPageItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_page_item_list_finalize;
}

static void
marathon_page_item_list_init (MarathonPageItemList *list)
{
  list->items = g_hash_table_new_full (NULL, NULL, NULL, free_weak);
}

MarathonPageItemList *
marathon_page_item_list_new (void)
{
  return g_object_new (MARATHON_TYPE_PAGE_ITEM_LIST, NULL);
}

void
marathon_page_item_list_reset (MarathonPageItemList *list, guint n, GdkPaintable *blank)
{
  guint old = list->n;
  GHashTableIter iter;
  gpointer weak;

  g_return_if_fail (MARATHON_IS_PAGE_ITEM_LIST (list));

  g_set_object (&list->blank, blank);
  g_hash_table_iter_init (&iter, list->items);
  while (g_hash_table_iter_next (&iter, NULL, &weak))
    {
      g_autoptr (MarathonPageItem) item = g_weak_ref_get (weak);

      if (item != NULL)
        marathon_page_item_set_picture (item, blank, FALSE);
    }
  list->n = n;
  if (n > old)
    g_list_model_items_changed (G_LIST_MODEL (list), old, 0, n - old);
  else if (n < old)
    g_list_model_items_changed (G_LIST_MODEL (list), n, old - n, 0);
}

MarathonPageItem *
marathon_page_item_list_find (MarathonPageItemList *list, guint page)
{
  g_autoptr (MarathonPageItem) item = page < list->n ? ref_item (list, page) : NULL;

  return item;
}
