/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillGroup: tiles bound to a list of records, and filled when the watch over fills says so.
 */
#include "pages/overview/fill-group.h"

#include "document/fills-watch.h"
#include "pages/overview/fill-tile.h"
#include "widgets/interface.h"

struct _MarathonFillGroup {
  AdwPreferencesGroup parent_instance;

  GtkFlowBox *tiles;
  GtkWidget *empty; /* nullable; not owned: a child */

  MarathonDocument *document;
  MarathonListId list;
  MarathonFillsWatch *fills;
  gboolean is_stale; /* the tiles say what was */
};

enum {
  PROP_EMPTY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonFillGroup, marathon_fill_group, ADW_TYPE_PREFERENCES_GROUP)

static MarathonRecordList *
get_records (MarathonFillGroup *group)
{
  return marathon_event_get_list (marathon_document_get_event (group->document), group->list);
}

static void
show_tiles (MarathonFillGroup *group)
{
  GtkFlowBoxChild *child;

  group->is_stale = FALSE;
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (group->tiles, i)) != NULL; i++)
    {
      MarathonFillTile *tile = MARATHON_FILL_TILE (child);
      guint32 handle = marathon_record_get_handle (marathon_fill_tile_get_record (tile));

      marathon_fill_tile_show (tile, marathon_document_get_event (group->document),
                               marathon_fills_watch_get (group->fills, group->list, handle));
    }
}

/* Nothing is counted for somebody who does not look. */
static void
on_changed (MarathonFillGroup *group)
{
  group->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (group)))
    show_tiles (group);
}

/* Whoever asks now is told when the step is whole. */
static void
on_items_changed (MarathonFillGroup *group)
{
  gboolean any = marathon_record_list_get_size (get_records (group)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (group->tiles), any);
  if (group->empty != NULL)
    gtk_widget_set_visible (group->empty, !any);
  on_changed (group);
}

static GtkWidget *
make_tile (gpointer record, gpointer user_data)
{
  return marathon_fill_tile_new (record);
}

static void
on_tile_activated (MarathonFillGroup *group, GtkFlowBoxChild *child)
{
  g_signal_emit (group, chosen_signal, 0, marathon_fill_tile_get_record (MARATHON_FILL_TILE (child)));
}

/* --- The group --- */

static void
marathon_fill_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EMPTY:
      MARATHON_FILL_GROUP (object)->empty = g_value_get_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_fill_group_map (GtkWidget *widget)
{
  MarathonFillGroup *group = MARATHON_FILL_GROUP (widget);

  if (group->is_stale && group->document != NULL)
    show_tiles (group);
  GTK_WIDGET_CLASS (marathon_fill_group_parent_class)->map (widget);
}

static void
marathon_fill_group_dispose (GObject *object)
{
  MarathonFillGroup *group = MARATHON_FILL_GROUP (object);

  group->empty = NULL;
  marathon_fill_group_set_document (group, NULL, group->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FILL_GROUP);
  G_OBJECT_CLASS (marathon_fill_group_parent_class)->dispose (object);
}

static void
marathon_fill_group_class_init (MarathonFillGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = marathon_fill_group_set_property;
  object_class->dispose = marathon_fill_group_dispose;
  widget_class->map = marathon_fill_group_map;

  properties[PROP_EMPTY] = g_param_spec_object ("empty", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_FILL_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                MARATHON_TYPE_RECORD);

  g_type_ensure (MARATHON_TYPE_FILL_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/overview/fill-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFillGroup, tiles);
  gtk_widget_class_bind_template_callback (widget_class, on_tile_activated);
}

static void
marathon_fill_group_init (MarathonFillGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}

static void
let_go (MarathonFillGroup *group)
{
  g_signal_handlers_disconnect_by_data (get_records (group), group);
  g_signal_handlers_disconnect_by_data (group->fills, group);
  gtk_flow_box_bind_model (group->tiles, NULL, NULL, NULL, NULL);
  g_clear_object (&group->fills);
  g_clear_object (&group->document);
}

void
marathon_fill_group_set_document (MarathonFillGroup *group, MarathonDocument *document, MarathonListId list)
{
  g_return_if_fail (MARATHON_IS_FILL_GROUP (group));

  if (group->document != NULL)
    let_go (group);
  group->list = list;
  if (document == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->tiles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), -1);
  group->document = g_object_ref (document);
  group->fills = marathon_fills_watch_get_for (document);
  g_signal_connect_object (group->fills, "changed", G_CALLBACK (on_changed), group, G_CONNECT_SWAPPED);
  gtk_flow_box_bind_model (group->tiles, G_LIST_MODEL (get_records (group)), make_tile, NULL, NULL);
  g_signal_connect_object (get_records (group), "items-changed", G_CALLBACK (on_items_changed), group, G_CONNECT_SWAPPED);
  on_items_changed (group);
}
