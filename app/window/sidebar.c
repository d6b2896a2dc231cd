/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSidebar: a list of the stack's pages.
 */
#include "window/sidebar.h"

#include "widgets/interface.h"
#include "window/sidebar-row.h"

struct _MarathonSidebar {
  AdwBin parent_instance;

  GtkListBox *list;
  GtkStack *stack;
};

enum {
  PROP_STACK = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonSidebar, marathon_sidebar, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  return marathon_sidebar_row_new (MARATHON_PAGE (gtk_stack_page_get_child (GTK_STACK_PAGE (item))));
}

static void
select_visible (MarathonSidebar *sidebar)
{
  GtkWidget *visible = gtk_stack_get_visible_child (sidebar->stack);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (sidebar->list, i)) != NULL; i++)
    {
      if (GTK_WIDGET (marathon_sidebar_row_get_page (MARATHON_SIDEBAR_ROW (row))) == visible)
        gtk_list_box_select_row (sidebar->list, row);
    }
}

static void
on_row_activated (MarathonSidebar *sidebar, GtkListBoxRow *row)
{
  MarathonPage *page = marathon_sidebar_row_get_page (MARATHON_SIDEBAR_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (sidebar), "win.show-page", "s", gtk_widget_get_name (GTK_WIDGET (page)));
  g_signal_emit (sidebar, chosen_signal, 0);
}

static void
set_stack (MarathonSidebar *sidebar, GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  if (stack == NULL)
    return;
  sidebar->stack = stack;
  pages = gtk_stack_get_pages (stack);
  gtk_list_box_bind_model (sidebar->list, G_LIST_MODEL (pages), make_row, NULL, NULL);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (select_visible), sidebar, G_CONNECT_SWAPPED);
  select_visible (sidebar);
}

static void
marathon_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STACK:
      set_stack (MARATHON_SIDEBAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_SIDEBAR);
  G_OBJECT_CLASS (marathon_sidebar_parent_class)->dispose (object);
}

static void
marathon_sidebar_class_init (MarathonSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = marathon_sidebar_set_property;
  object_class->dispose = marathon_sidebar_dispose;

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, GTK_TYPE_STACK,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
marathon_sidebar_init (MarathonSidebar *sidebar)
{
  gtk_widget_init_template (GTK_WIDGET (sidebar));
}
