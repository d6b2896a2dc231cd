/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsTable: the view, its menu, and finding one's way to a row.
 */
#include "widgets/entrants-table.h"

#include <glib/gi18n-lib.h>

#include "widgets/columns-dialog.h"
#include "widgets/entrant-cell.h"
#include "widgets/entrants-table-private.h"
#include "widgets/interface.h"
#include "widgets/shortcuts.h"

enum {
  PROP_MODEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint row_activated_signal;

G_DEFINE_FINAL_TYPE (MarathonEntrantsTable, marathon_entrants_table, GTK_TYPE_WIDGET)

/* --- Rows --- */

/* What holds the rows: the header is in front of it. */
static GtkWidget *
get_list (MarathonEntrantsTable *table)
{
  return gtk_widget_get_last_child (GTK_WIDGET (table->view));
}

static GtkWidget *
find_row_widget (MarathonEntrantsTable *table, guint row)
{
  GtkWidget *child = gtk_widget_get_first_child (get_list (table));

  while (child != NULL && marathon_entrant_cell_find_row (child) != row)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The row that @widget, or what it is in, is of. */
static guint
find_row_of (MarathonEntrantsTable *table, GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != get_list (table))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL ? marathon_entrant_cell_find_row (widget) : GTK_INVALID_LIST_POSITION;
}

static gboolean
advance (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MarathonEntrantsTable *table = MARATHON_ENTRANTS_TABLE (widget);

  /* What is there is drawn first: nobody should wait for rows that are below the edge of the window. */
  if (!table->has_drawn)
    return G_SOURCE_CONTINUE;
  table->has_drawn = FALSE;
  if (marathon_entrants_model_advance (table->model))
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }
  table->advance_id = 0;
  return G_SOURCE_REMOVE;
}

/* The model has as many rows as it was told to have, or not yet. */
static void
on_rows_changed (MarathonEntrantsTable *table)
{
  guint n_shown = marathon_entrants_model_get_n_shown (table->model);

  if (table->advance_id != 0 || n_shown == 0 || n_shown == g_list_model_get_n_items (G_LIST_MODEL (table->model)))
    return;
  table->has_drawn = FALSE;
  table->advance_id = gtk_widget_add_tick_callback (GTK_WIDGET (table), advance, NULL, NULL);
}

static void
stop_advancing (MarathonEntrantsTable *table)
{
  if (table->advance_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (table), table->advance_id);
  table->advance_id = 0;
}

static void
on_activate (MarathonEntrantsTable *table, guint row)
{
  if (row < marathon_entrants_model_get_n_shown (table->model))
    g_signal_emit (table, row_activated_signal, 0, marathon_entrants_model_get_position (table->model, row));
}

static gboolean
on_query_tooltip (MarathonEntrantsTable *table, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *cell = keyboard ? NULL : gtk_widget_pick (GTK_WIDGET (table->view), x, y, GTK_PICK_DEFAULT);
  g_autofree char *text = cell != NULL ? marathon_entrant_cell_get_cut_text (cell) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static gboolean
place_columns (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MARATHON_ENTRANTS_TABLE (widget)->placing_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (MARATHON_ENTRANTS_TABLE (widget)->view));
  return G_SOURCE_REMOVE;
}

/* Where columns begin at the right, that end stays where it is when there is more of them, or more room. */
static void
on_extent_changed (MarathonEntrantsTable *table, GtkAdjustment *across)
{
  double from_end = table->from_end;

  if (gtk_widget_get_direction (GTK_WIDGET (table)) != GTK_TEXT_DIR_RTL)
    return;
  gtk_adjustment_set_value (across,
                            gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across) - from_end);
  /* It is in the midst of placing what is in it. */
  if (table->placing_id == 0)
    table->placing_id = gtk_widget_add_tick_callback (GTK_WIDGET (table), place_columns, NULL, NULL);
}

static void
on_scrolled (MarathonEntrantsTable *table, GtkAdjustment *across)
{
  table->from_end = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across)
                    - gtk_adjustment_get_value (across);
}

static void
follow_extent (MarathonEntrantsTable *table)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (table->scroller);

  g_signal_connect_object (across, "changed", G_CALLBACK (on_extent_changed), table, G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (on_scrolled), table, G_CONNECT_SWAPPED);
}

/* --- Clicks --- */

/* The row at that place of the view, and its widget. */
static guint
find_row_at (MarathonEntrantsTable *table, double x, double y, GtkWidget **picked)
{
  guint row;

  *picked = gtk_widget_pick (GTK_WIDGET (table->view), x, y, GTK_PICK_DEFAULT);
  row = find_row_of (table, *picked);
  return row != GTK_INVALID_LIST_POSITION && row < marathon_entrants_model_get_n_shown (table->model)
             ? row
             : GTK_INVALID_LIST_POSITION;
}

/* Control and a click put a row to those selected, or take it away. In GTK 4.8 both the cell and the row around it do,
 * which comes to nothing: here it is done once, before them. */
static void
on_clicked (MarathonEntrantsTable *table, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked;
  guint row = table->model != NULL && (state & GDK_CONTROL_MASK) != 0 ? find_row_at (table, x, y, &picked)
                                                                       : GTK_INVALID_LIST_POSITION;

  if (row == GTK_INVALID_LIST_POSITION)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (find_row_widget (table, row));
  gtk_widget_activate_action (get_list (table), "list.select-item", "(ubb)", row, TRUE, (state & GDK_SHIFT_MASK) != 0);
}

/* --- The menu of a row --- */

/* The button is let go of over the menu, so that GTK would go on drawing the row as pressed. */
static void
release (GtkWidget *pressed)
{
  for (; pressed != NULL; pressed = gtk_widget_get_parent (pressed))
    gtk_widget_unset_state_flags (pressed, GTK_STATE_FLAG_ACTIVE);
}

static void
show_menu (MarathonEntrantsTable *table, const GdkRectangle *place)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (table->menu), place);
  gtk_popover_popup (GTK_POPOVER (table->menu));
}

static void
on_pressed (MarathonEntrantsTable *table, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked;
  guint row = table->model != NULL ? find_row_at (table, x, y, &picked) : GTK_INVALID_LIST_POSITION;
  graphene_point_t at;

  if (gtk_popover_menu_get_menu_model (table->menu) == NULL || row == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* The menu is for all who are selected, where this one is among them. */
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (table->model), row))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (table->model), row, TRUE);
  gtk_widget_grab_focus (find_row_widget (table, row));
  if (gtk_widget_compute_point (GTK_WIDGET (table->view), GTK_WIDGET (table),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    show_menu (table, &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  release (picked);
}

static void
show_menu_by_key (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MarathonEntrantsTable *table = MARATHON_ENTRANTS_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint row = find_row_of (table, focus);
  GtkWidget *row_widget = row != GTK_INVALID_LIST_POSITION ? find_row_widget (table, row) : NULL;
  graphene_rect_t bounds;

  if (gtk_popover_menu_get_menu_model (table->menu) == NULL || row_widget == NULL
      || !gtk_widget_compute_bounds (row_widget, widget, &bounds))
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (table->model), row))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (table->model), row, TRUE);
  show_menu (table, &(GdkRectangle){ (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height });
}

/* GTK gives the keyboard to nobody in particular then. What the menu does comes after this, so it may take it away. */
static void
on_menu_closed (MarathonEntrantsTable *table)
{
  gtk_widget_grab_focus (GTK_WIDGET (table));
}

/* --- Actions --- */

static void
choose_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  marathon_entrants_table_choose_columns (MARATHON_ENTRANTS_TABLE (widget));
}

static void
hide_column (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MarathonEntrantsTable *table = MARATHON_ENTRANTS_TABLE (widget);
  const char *hidden = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; table->shown[i] != NULL; i++)
    if (!g_str_equal (table->shown[i], hidden))
      g_ptr_array_add (keys, table->shown[i]);
  g_ptr_array_add (keys, NULL);
  /* A table without columns could not be brought back by its headers. */
  if (keys->len > 1)
    marathon_entrants_table_set_columns (table, (const char *const *) keys->pdata);
}

static void
sort (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *key;
  gboolean descending;

  g_variant_get (parameter, "(&sb)", &key, &descending);
  marathon_entrants_table_sort (MARATHON_ENTRANTS_TABLE (widget), key, descending);
}

/* --- Settings --- */

static void
on_compact_changed (GSettings *settings, const char *key, MarathonEntrantsTable *table)
{
  if (g_settings_get_boolean (settings, key))
    gtk_widget_add_css_class (GTK_WIDGET (table->view), "data-table");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (table->view), "data-table");
}

/* --- Object --- */

static gboolean
marathon_entrants_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_list (MARATHON_ENTRANTS_TABLE (widget)));
}

static gboolean
holds (GtkWidget *widget, GtkWidget *focus)
{
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* One stop for Tab, however many rows there are: arrows go from one to the next. */
static gboolean
marathon_entrants_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MarathonEntrantsTable *table = MARATHON_ENTRANTS_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (holds (GTK_WIDGET (table->menu), focus))
    return gtk_widget_child_focus (GTK_WIDGET (table->menu), direction);
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (marathon_entrants_table_parent_class)->focus (widget, direction);
  return !holds (widget, focus) && gtk_widget_grab_focus (widget);
}

static void
marathon_entrants_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MARATHON_ENTRANTS_TABLE (widget)->has_drawn = TRUE;
  GTK_WIDGET_CLASS (marathon_entrants_table_parent_class)->snapshot (widget, snapshot);
}

static void
marathon_entrants_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, MARATHON_ENTRANTS_TABLE (object)->model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_entrants_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MODEL:
      marathon_entrants_table_set_model (MARATHON_ENTRANTS_TABLE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_entrants_table_dispose (GObject *object)
{
  MarathonEntrantsTable *table = MARATHON_ENTRANTS_TABLE (object);

  if (table->view != NULL)
    {
      marathon_entrants_table_set_model (table, NULL);
      if (table->placing_id != 0)
        gtk_widget_remove_tick_callback (GTK_WIDGET (table), table->placing_id);
      table->placing_id = 0;
      marathon_entrants_table_columns_dispose (table);
      marathon_entrants_table_order_dispose (table);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_ENTRANTS_TABLE);
  g_clear_object (&table->settings);
  G_OBJECT_CLASS (marathon_entrants_table_parent_class)->dispose (object);
}

static void
marathon_entrants_table_class_init (MarathonEntrantsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_entrants_table_get_property;
  object_class->set_property = marathon_entrants_table_set_property;
  object_class->dispose = marathon_entrants_table_dispose;
  widget_class->snapshot = marathon_entrants_table_snapshot;
  widget_class->focus = marathon_entrants_table_focus;
  widget_class->grab_focus = marathon_entrants_table_grab_focus;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, MARATHON_TYPE_ENTRANTS_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  row_activated_signal = g_signal_new ("row-activated", MARATHON_TYPE_ENTRANTS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "entrants-table.choose-columns", NULL, choose_columns);
  gtk_widget_class_install_action (widget_class, "entrants-table.hide-column", "s", hide_column);
  gtk_widget_class_install_action (widget_class, "entrants-table.sort", "(sb)", sort);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, show_menu_by_key);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/entrants-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsTable, view);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsTable, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
marathon_entrants_table_init (MarathonEntrantsTable *table)
{
  gtk_widget_init_template (GTK_WIDGET (table));
  table->settings = g_settings_new (MARATHON_SETTINGS);
  g_signal_connect_object (table->settings, "changed::compact-rows", G_CALLBACK (on_compact_changed), table, 0);
  on_compact_changed (table->settings, "compact-rows", table);
  follow_extent (table);
  marathon_entrants_table_columns_init (table);
  marathon_entrants_table_order_init (table);
  marathon_shortcuts_attach (GTK_WIDGET (table), MARATHON_SHORTCUT_TABLE);
}

GtkWidget *
marathon_entrants_table_new (void)
{
  return g_object_new (MARATHON_TYPE_ENTRANTS_TABLE, NULL);
}

void
marathon_entrants_table_set_model (MarathonEntrantsTable *table, MarathonEntrantsModel *model)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_TABLE (table));
  g_return_if_fail (model == NULL || MARATHON_IS_ENTRANTS_MODEL (model));

  if (table->model == model)
    return;
  gtk_column_view_set_model (table->view, NULL);
  stop_advancing (table);
  if (table->model != NULL)
    g_signal_handlers_disconnect_by_func (table->model, on_rows_changed, table);
  g_set_object (&table->model, model);
  marathon_entrants_table_columns_set_model (table);
  if (model != NULL)
    {
      gtk_column_view_set_model (table->view, GTK_SELECTION_MODEL (model));
      g_signal_connect_object (model, "items-changed", G_CALLBACK (on_rows_changed), table, G_CONNECT_SWAPPED);
      g_signal_connect_object (model, "notify::n-shown", G_CALLBACK (on_rows_changed), table, G_CONNECT_SWAPPED);
      on_rows_changed (table);
    }
  g_object_notify_by_pspec (G_OBJECT (table), properties[PROP_MODEL]);
}

MarathonEntrantsModel *
marathon_entrants_table_get_model (MarathonEntrantsTable *table)
{
  return table->model;
}

void
marathon_entrants_table_set_menu (MarathonEntrantsTable *table, GMenuModel *menu)
{
  g_autoptr (GMenu) whole = NULL, sort = g_menu_new ();

  g_return_if_fail (MARATHON_IS_ENTRANTS_TABLE (table));

  if (menu != NULL)
    {
      whole = g_menu_new ();
      g_menu_append_section (whole, NULL, menu);
      g_menu_append_section (whole, NULL, G_MENU_MODEL (sort));
      g_menu_append_submenu (sort, _ ("S_ort By"), G_MENU_MODEL (table->sort_menu));
    }
  gtk_popover_menu_set_menu_model (table->menu, whole != NULL ? G_MENU_MODEL (whole) : NULL);
}

gboolean
marathon_entrants_table_reveal (MarathonEntrantsTable *table, guint position, gboolean focus)
{
  GtkWidget *row_widget;
  guint row;

  g_return_val_if_fail (MARATHON_IS_ENTRANTS_TABLE (table), FALSE);

  row = table->model != NULL ? marathon_entrants_model_find_row (table->model, position) : GTK_INVALID_LIST_POSITION;
  if (row == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_widget_activate_action (get_list (table), "list.scroll-to-item", "u", row);
  if (!focus)
    return TRUE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (table->model), row, TRUE);
  row_widget = find_row_widget (table, row);
  if (row_widget != NULL)
    gtk_widget_grab_focus (row_widget);
  return TRUE;
}

void
marathon_entrants_table_scroll_to_top (MarathonEntrantsTable *table)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_TABLE (table));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (table->scroller), 0);
  /* The list forgets it where it was about to scroll to a row, to that of the keyboard for one; this it does not. */
  if (table->model != NULL && g_list_model_get_n_items (G_LIST_MODEL (table->model)) > 0)
    gtk_widget_activate_action (get_list (table), "list.scroll-to-item", "u", 0);
}

void
marathon_entrants_table_choose_columns (MarathonEntrantsTable *table)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (table));

  g_return_if_fail (MARATHON_IS_ENTRANTS_TABLE (table));
  if (table->model == NULL)
    return;
  gtk_window_present (
      GTK_WINDOW (marathon_columns_dialog_new (table, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
}
