/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanRowList: the preview, and which of its rows.
 */
#include "pages/plans/plan-row-list.h"

struct _MarathonPlanRowList {
  GObject parent_instance;

  MarathonPlanPreview *preview;
  MarathonPlanRows rows;
};

static void marathon_plan_row_list_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonPlanRowList, marathon_plan_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, marathon_plan_row_list_list_init))

static GType
marathon_plan_row_list_get_item_type (GListModel *model)
{
  return MARATHON_TYPE_PLAN_ITEM;
}

static guint
marathon_plan_row_list_get_n_items (GListModel *model)
{
  MarathonPlanRowList *list = MARATHON_PLAN_ROW_LIST (model);

  return marathon_plan_preview_count (list->preview, list->rows);
}

static gpointer
marathon_plan_row_list_get_item (GListModel *model, guint position)
{
  MarathonPlanRowList *list = MARATHON_PLAN_ROW_LIST (model);

  if (position >= marathon_plan_row_list_get_n_items (model))
    return NULL;
  return marathon_plan_item_new (list->preview, list->rows, position);
}

static void
marathon_plan_row_list_list_init (GListModelInterface *iface)
{
  iface->get_item_type = marathon_plan_row_list_get_item_type;
  iface->get_n_items = marathon_plan_row_list_get_n_items;
  iface->get_item = marathon_plan_row_list_get_item;
}

static void
marathon_plan_row_list_finalize (GObject *object)
{
  marathon_plan_preview_unref (MARATHON_PLAN_ROW_LIST (object)->preview);
  G_OBJECT_CLASS (marathon_plan_row_list_parent_class)->finalize (object);
}

static void
marathon_plan_row_list_class_init (MarathonPlanRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_plan_row_list_finalize;
}

static void
marathon_plan_row_list_init (MarathonPlanRowList *list)
{
}

MarathonPlanRowList *
marathon_plan_row_list_new (MarathonPlanPreview *preview, MarathonPlanRows rows)
{
  MarathonPlanRowList *list = g_object_new (MARATHON_TYPE_PLAN_ROW_LIST, NULL);

  list->preview = marathon_plan_preview_ref (preview);
  list->rows = rows;
  return list;
}
