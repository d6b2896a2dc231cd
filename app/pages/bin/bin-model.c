/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBinModel: the bin, backwards.
 */
#include "pages/bin/bin-model.h"

#include "pages/bin/bin-item.h"

struct _MarathonBinModel {
  GObject parent_instance;

  MarathonEvent *event;
  MarathonRoster *bin;
};

static void marathon_bin_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonBinModel, marathon_bin_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, marathon_bin_model_list_init))

static GType
marathon_bin_model_get_item_type (GListModel *list)
{
  return MARATHON_TYPE_BIN_ITEM;
}

static guint
marathon_bin_model_get_n_items (GListModel *list)
{
  return marathon_roster_get_size (MARATHON_BIN_MODEL (list)->bin);
}

static gpointer
marathon_bin_model_get_item (GListModel *list, guint row)
{
  MarathonBinModel *model = MARATHON_BIN_MODEL (list);

  if (row >= marathon_roster_get_size (model->bin))
    return NULL;
  return marathon_bin_item_new (model->event, marathon_roster_get (model->bin, marathon_bin_model_get_position (model, row)));
}

static void
marathon_bin_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = marathon_bin_model_get_item_type;
  iface->get_n_items = marathon_bin_model_get_n_items;
  iface->get_item = marathon_bin_model_get_item;
}

/* The bin has changed from @position on: in the list that is what stands before those that stayed in front of it. */
static void
on_items_changed (MarathonBinModel *model, guint position, guint removed, guint added)
{
  guint size = marathon_roster_get_size (model->bin);

  g_list_model_items_changed (G_LIST_MODEL (model), size - position - added, removed, added);
}

static void
on_values_changed (MarathonBinModel *model, const guint32 *positions, guint n)
{
  guint span = positions[n - 1] - positions[0] + 1;

  on_items_changed (model, positions[0], span, span);
}

static void
marathon_bin_model_finalize (GObject *object)
{
  g_object_unref (MARATHON_BIN_MODEL (object)->event);
  G_OBJECT_CLASS (marathon_bin_model_parent_class)->finalize (object);
}

static void
marathon_bin_model_class_init (MarathonBinModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_bin_model_finalize;
}

static void
marathon_bin_model_init (MarathonBinModel *model)
{
}

MarathonBinModel *
marathon_bin_model_new (MarathonEvent *event)
{
  MarathonBinModel *model = g_object_new (MARATHON_TYPE_BIN_MODEL, NULL);

  model->event = g_object_ref (event);
  model->bin = marathon_event_get_bin (event);
  g_signal_connect_object (model->bin, "items-changed", G_CALLBACK (on_items_changed), model, G_CONNECT_SWAPPED);
  g_signal_connect_object (model->bin, "values-changed", G_CALLBACK (on_values_changed), model, G_CONNECT_SWAPPED);
  return model;
}

guint
marathon_bin_model_get_position (MarathonBinModel *model, guint row)
{
  guint size = marathon_roster_get_size (model->bin);

  g_return_val_if_fail (row < size, 0);
  return size - 1 - row;
}
