/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSidebarRow: bound to the page's properties by its template.
 */
#include "window/sidebar-row.h"

#include "widgets/interface.h"

struct _MarathonSidebarRow {
  GtkListBoxRow parent_instance;

  MarathonPage *page;
};

enum {
  PROP_PAGE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonSidebarRow, marathon_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
marathon_sidebar_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PAGE:
      g_value_set_object (value, MARATHON_SIDEBAR_ROW (object)->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_sidebar_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PAGE:
      MARATHON_SIDEBAR_ROW (object)->page = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_sidebar_row_dispose (GObject *object)
{
  g_clear_object (&MARATHON_SIDEBAR_ROW (object)->page);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (marathon_sidebar_row_parent_class)->dispose (object);
}

static void
marathon_sidebar_row_class_init (MarathonSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_sidebar_row_get_property;
  object_class->set_property = marathon_sidebar_row_set_property;
  object_class->dispose = marathon_sidebar_row_dispose;

  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, MARATHON_TYPE_PAGE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), MARATHON_RESOURCES "/ui/window/sidebar-row.ui");
}

static void
marathon_sidebar_row_init (MarathonSidebarRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
marathon_sidebar_row_new (MarathonPage *page)
{
  return g_object_new (MARATHON_TYPE_SIDEBAR_ROW, "page", page, NULL);
}

MarathonPage *
marathon_sidebar_row_get_page (MarathonSidebarRow *row)
{
  return row->page;
}
