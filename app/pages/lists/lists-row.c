/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListsRow.
 */
#include "pages/lists/lists-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

struct _MarathonListsRow {
  GtkListBoxRow parent_instance;

  const MarathonListInfo *info;
};

enum { PROP_TITLE = 1, PROP_PURPOSE, PROP_IS_CONFIDENTIAL, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { POINTED_AT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonListsRow, marathon_lists_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_pointer (MarathonListsRow *row)
{
  g_signal_emit (row, signals[POINTED_AT], 0);
}

static void
marathon_lists_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const MarathonListInfo *info = MARATHON_LISTS_ROW (object)->info;

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, info != NULL ? _ (info->title) : NULL);
      break;
    case PROP_PURPOSE:
      g_value_set_string (value, info != NULL ? _ (info->purpose) : NULL);
      break;
    case PROP_IS_CONFIDENTIAL:
      g_value_set_boolean (value, info != NULL && info->personal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_lists_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_LISTS_ROW);
  G_OBJECT_CLASS (marathon_lists_row_parent_class)->dispose (object);
}

static void
marathon_lists_row_class_init (MarathonListsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_lists_row_get_property;
  object_class->dispose = marathon_lists_row_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PURPOSE] = g_param_spec_string ("purpose", NULL, NULL, NULL, flags);
  properties[PROP_IS_CONFIDENTIAL] = g_param_spec_boolean ("is-confidential", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[POINTED_AT]
    = g_signal_new ("pointed-at", MARATHON_TYPE_LISTS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/lists/lists-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_pointer);
}

static void
marathon_lists_row_init (MarathonListsRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
marathon_lists_row_new (const MarathonListInfo *info)
{
  MarathonListsRow *row = g_object_new (MARATHON_TYPE_LISTS_ROW, NULL);

  row->info = info;
  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (row), properties[i]);
  return GTK_WIDGET (row);
}

const MarathonListInfo *
marathon_lists_row_get_info (MarathonListsRow *row)
{
  return row->info;
}
