/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageItem.
 */
#include "pages/lists/page-item.h"

#include <glib/gi18n-lib.h>

struct _MarathonPageItem {
  GObject parent_instance;

  guint page;
  GdkPaintable *picture;
  gboolean is_drawn;
};

enum { PROP_NUMBER = 1, PROP_LABEL, PROP_PICTURE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonPageItem, marathon_page_item, G_TYPE_OBJECT)

static void
marathon_page_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonPageItem *item = MARATHON_PAGE_ITEM (object);

  switch (id)
    {
    case PROP_NUMBER:
      g_value_take_string (value, g_strdup_printf ("%'u", item->page + 1));
      break;
    case PROP_LABEL:
      g_value_take_string (value, g_strdup_printf (_ ("Page %'u"), item->page + 1));
      break;
    case PROP_PICTURE:
      g_value_set_object (value, item->picture);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_item_finalize (GObject *object)
{
  g_clear_object (&MARATHON_PAGE_ITEM (object)->picture);
  G_OBJECT_CLASS (marathon_page_item_parent_class)->finalize (object);
}

static void
marathon_page_item_class_init (MarathonPageItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_page_item_get_property;
  object_class->finalize = marathon_page_item_finalize;
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GDK_TYPE_PAINTABLE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_page_item_init (MarathonPageItem *item)
{
}

MarathonPageItem *
marathon_page_item_new (guint page)
{
  MarathonPageItem *item = g_object_new (MARATHON_TYPE_PAGE_ITEM, NULL);

  item->page = page;
  return item;
}

guint
marathon_page_item_get_page (MarathonPageItem *item)
{
  return item->page;
}

gboolean
marathon_page_item_is_drawn (MarathonPageItem *item)
{
  return item->is_drawn;
}

void
marathon_page_item_set_picture (MarathonPageItem *item, GdkPaintable *picture, gboolean is_drawn)
{
  item->is_drawn = is_drawn;
  if (g_set_object (&item->picture, picture))
    g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_PICTURE]);
}
