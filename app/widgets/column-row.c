/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a tick and two buttons.
 */
#include "widgets/column-row.h"

#include "widgets/interface.h"

struct _MarathonColumnRow {
  AdwActionRow parent_instance;

  char *key;
  guint place;
  gboolean shown;
  gboolean can_hide;
  gboolean can_move[2]; /* up, down */
};

enum {
  PROP_SHOWN = 1,
  PROP_CAN_HIDE,
  PROP_CAN_MOVE_UP,
  PROP_CAN_MOVE_DOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint move_signal;

G_DEFINE_FINAL_TYPE (MarathonColumnRow, marathon_column_row, ADW_TYPE_ACTION_ROW)

static void
move_by (MarathonColumnRow *row, int by)
{
  if (row->can_move[by > 0])
    g_signal_emit (row, move_signal, 0, by);
}

static void
on_up (MarathonColumnRow *row)
{
  move_by (row, -1);
}

static void
on_down (MarathonColumnRow *row)
{
  move_by (row, 1);
}

static gboolean
on_arrow (GtkWidget *widget, GVariant *by, gpointer data)
{
  move_by (MARATHON_COLUMN_ROW (widget), g_variant_get_int32 (by));
  return TRUE;
}

/* --- Object --- */

static gboolean *
get_member (MarathonColumnRow *row, guint id)
{
  switch (id)
    {
    case PROP_SHOWN:
      return &row->shown;
    case PROP_CAN_HIDE:
      return &row->can_hide;
    case PROP_CAN_MOVE_UP:
      return &row->can_move[0];
    case PROP_CAN_MOVE_DOWN:
      return &row->can_move[1];
    default:
      return NULL;
    }
}

static void
marathon_column_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  gboolean *member = get_member (MARATHON_COLUMN_ROW (object), id);

  if (member != NULL)
    g_value_set_boolean (value, *member);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
marathon_column_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gboolean *member = get_member (MARATHON_COLUMN_ROW (object), id);

  if (member == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*member == g_value_get_boolean (value))
    return;
  *member = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
marathon_column_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_COLUMN_ROW);
  G_OBJECT_CLASS (marathon_column_row_parent_class)->dispose (object);
}

static void
marathon_column_row_finalize (GObject *object)
{
  g_free (MARATHON_COLUMN_ROW (object)->key);
  G_OBJECT_CLASS (marathon_column_row_parent_class)->finalize (object);
}

static void
marathon_column_row_class_init (MarathonColumnRowClass *klass)
{
  static const char *const names[]
      = { [PROP_SHOWN] = "shown", [PROP_CAN_HIDE] = "can-hide", [PROP_CAN_MOVE_UP] = "can-move-up",
          [PROP_CAN_MOVE_DOWN] = "can-move-down" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_column_row_get_property;
  object_class->set_property = marathon_column_row_set_property;
  object_class->dispose = marathon_column_row_dispose;
  object_class->finalize = marathon_column_row_finalize;

  for (guint id = PROP_SHOWN; id < N_PROPS; id++)
    properties[id] = g_param_spec_boolean (names[id], NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  move_signal = g_signal_new ("move", MARATHON_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_arrow, "i", 1);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/column-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_up);
  gtk_widget_class_bind_template_callback (widget_class, on_down);
}

static void
marathon_column_row_init (MarathonColumnRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
marathon_column_row_new (const char *key, guint place)
{
  MarathonColumnRow *row = g_object_new (MARATHON_TYPE_COLUMN_ROW, NULL);

  row->key = g_strdup (key);
  row->place = place;
  return GTK_WIDGET (row);
}

const char *
marathon_column_row_get_key (MarathonColumnRow *row)
{
  return row->key;
}

guint
marathon_column_row_get_place (MarathonColumnRow *row)
{
  return row->place;
}

void
marathon_column_row_set_place (MarathonColumnRow *row, guint place)
{
  row->place = place;
}
