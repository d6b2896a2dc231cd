/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEventView: sidebar and pages side by side, or one over the other where there is no room.
 */
#include "window/event-view.h"

#include "pages/bibs/bibs-page.h"
#include "pages/bin/bin-page.h"
#include "pages/categories/categories-page.h"
#include "pages/entrants/entrants-page.h"
#include "pages/lists/lists-page.h"
#include "pages/overview/overview-page.h"
#include "pages/waves/waves-page.h"
#include "widgets/interface.h"
#include "window/sidebar.h"

struct _MarathonEventView {
  AdwBin parent_instance;

  AdwFlap *flap;
  GtkStack *pages;
};

enum {
  PROP_SHOW_SIDEBAR = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonEventView, marathon_event_view, ADW_TYPE_BIN)

static void
on_page_chosen (MarathonEventView *view)
{
  if (adw_flap_get_folded (view->flap))
    adw_flap_set_reveal_flap (view->flap, FALSE);
}

static void
on_revealed (MarathonEventView *view)
{
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_SHOW_SIDEBAR]);
}

static void
marathon_event_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (MARATHON_EVENT_VIEW (object)->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_event_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      adw_flap_set_reveal_flap (MARATHON_EVENT_VIEW (object)->flap, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_event_view_dispose (GObject *object)
{
  /* The flap is both a bound child of the template and the child of AdwBin: only one of them may unparent it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_EVENT_VIEW);
  G_OBJECT_CLASS (marathon_event_view_parent_class)->dispose (object);
}

static void
marathon_event_view_class_init (MarathonEventViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_event_view_get_property;
  object_class->set_property = marathon_event_view_set_property;
  object_class->dispose = marathon_event_view_dispose;

  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARATHON_TYPE_BIBS_PAGE);
  g_type_ensure (MARATHON_TYPE_BIN_PAGE);
  g_type_ensure (MARATHON_TYPE_CATEGORIES_PAGE);
  g_type_ensure (MARATHON_TYPE_ENTRANTS_PAGE);
  g_type_ensure (MARATHON_TYPE_LISTS_PAGE);
  g_type_ensure (MARATHON_TYPE_OVERVIEW_PAGE);
  g_type_ensure (MARATHON_TYPE_SIDEBAR);
  g_type_ensure (MARATHON_TYPE_WAVES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/event-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonEventView, flap);
  gtk_widget_class_bind_template_child (widget_class, MarathonEventView, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
}

static void
marathon_event_view_init (MarathonEventView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
}

GtkWidget *
marathon_event_view_new (void)
{
  return g_object_new (MARATHON_TYPE_EVENT_VIEW, NULL);
}

GtkStack *
marathon_event_view_get_pages (MarathonEventView *view)
{
  return view->pages;
}
