/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBinItem: a copy of the entrant's value.
 */
#include "pages/bin/bin-item.h"

#include "model/category.h"

struct _MarathonBinItem {
  GObject parent_instance;

  MarathonEvent *event;
  MarathonEntrant entrant;
};

enum {
  PROP_NAME = 1,
  PROP_BIB,
  PROP_CATEGORY,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (MarathonBinItem, marathon_bin_item, G_TYPE_OBJECT)

static const char *
get_category (MarathonBinItem *item)
{
  MarathonCategory *category = marathon_event_get_record (item->event, MARATHON_LIST_CATEGORIES, item->entrant.category);

  return category != NULL ? category->name : "";
}

static void
marathon_bin_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonBinItem *item = MARATHON_BIN_ITEM (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_take_string (value, marathon_event_describe_entrant (item->event, &item->entrant));
      break;
    case PROP_BIB:
      g_value_set_string (value, marathon_event_text (item->event, item->entrant.bib));
      break;
    case PROP_CATEGORY:
      g_value_set_string (value, get_category (item));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_bin_item_finalize (GObject *object)
{
  g_object_unref (MARATHON_BIN_ITEM (object)->event);
  G_OBJECT_CLASS (marathon_bin_item_parent_class)->finalize (object);
}

static void
marathon_bin_item_class_init (MarathonBinItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "name", "bib", "category" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_bin_item_get_property;
  object_class->finalize = marathon_bin_item_finalize;
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    g_object_class_install_property (
      object_class, i, g_param_spec_string (names[i], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
marathon_bin_item_init (MarathonBinItem *item)
{
}

MarathonBinItem *
marathon_bin_item_new (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonBinItem *item = g_object_new (MARATHON_TYPE_BIN_ITEM, NULL);

  item->event = g_object_ref (event);
  item->entrant = *entrant;
  return item;
}
