/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of MarathonEntrantsTable: made from fields, and remembered in the settings.
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/entrant-display.h"
#include "widgets/entrant-cell.h"
#include "widgets/entrants-table-private.h"

#define COLUMNS_KEY "entrants-columns"
#define COLUMNS_TYPE "a(si)"
/* So long after a column was moved or sized last it is written down: a column being sized is many widths. */
#define SAVE_DELAY 400 /* milliseconds */
#define NARROWEST 24

typedef struct {
  char *key;
  int width; /* at 96 dots per inch, so that it is right with large text too */
} RememberedColumn;

static GQuark field_quark;

static void
clear_column (gpointer data)
{
  g_free (((RememberedColumn *) data)->key);
}

static MarathonEvent *
get_event (MarathonEntrantsTable *table)
{
  return marathon_entrants_model_get_event (table->model);
}

/* --- Settings --- */

static GArray *
read_columns (GVariant *value)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (RememberedColumn));
  RememberedColumn column;
  GVariantIter iter;

  g_array_set_clear_func (columns, clear_column);
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(si)", &column.key, &column.width))
    g_array_append_val (columns, column);
  g_variant_unref (value);
  return columns;
}

static void
save_columns (MarathonEntrantsTable *table)
{
  GVariantBuilder builder;

  g_clear_handle_id (&table->save_id, g_source_remove);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (COLUMNS_TYPE));
  for (guint i = 0; i < table->remembered->len; i++)
    {
      const RememberedColumn *column = &g_array_index (table->remembered, RememberedColumn, i);

      g_variant_builder_add (&builder, "(si)", column->key, column->width);
    }
  g_settings_set_value (table->settings, COLUMNS_KEY, g_variant_builder_end (&builder));
}

static gboolean
save_now (gpointer data)
{
  MarathonEntrantsTable *table = data;

  table->save_id = 0;
  save_columns (table);
  return G_SOURCE_REMOVE;
}

static void
save_later (MarathonEntrantsTable *table)
{
  g_clear_handle_id (&table->save_id, g_source_remove);
  table->save_id = g_timeout_add (SAVE_DELAY, save_now, table);
}

/* --- Widths --- */

/* How much larger text is than at 96 dots per inch. */
static double
get_text_scale (MarathonEntrantsTable *table)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (table)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1;
}

static int
scale_width (MarathonEntrantsTable *table, int width)
{
  return MAX ((int) lround (width * get_text_scale (table)), NARROWEST);
}

static int
unscale_width (MarathonEntrantsTable *table, int pixels)
{
  return (int) lround (pixels / get_text_scale (table));
}

/* --- What is remembered, and what is shown of it --- */

static RememberedColumn *
find_remembered (GArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, RememberedColumn, i).key, key))
      return &g_array_index (columns, RememberedColumn, i);
  return NULL;
}

static int
get_usual_width (const MarathonFieldInfo *info)
{
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_BIB:
    case MARATHON_FIELD_TYPE_NATION:
    case MARATHON_FIELD_TYPE_CLASS:
    case MARATHON_FIELD_TYPE_UINT:
    case MARATHON_FIELD_TYPE_NUMBER:
    case MARATHON_FIELD_TYPE_FLAG:
      return 84;
    case MARATHON_FIELD_TYPE_BIRTH:
    case MARATHON_FIELD_TYPE_DAY:
    case MARATHON_FIELD_TYPE_TIME:
    case MARATHON_FIELD_TYPE_ENUM:
      return 108;
    default:
      return 156;
    }
}

/* The width of a column that was never shown: room for the values, and for the title. */
static int
get_first_width (MarathonEntrantsTable *table, const MarathonFieldInfo *info)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (table), _ (info->label));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (get_usual_width (info), unscale_width (table, width) + 36); /* the arrow and what is around it */
}

static void
append_remembered (GArray *columns, const char *key, int width)
{
  RememberedColumn column = { g_strdup (key), width };

  g_array_append_val (columns, column);
}

/* Shows @keys, all of which the event has. Columns that it has not stay remembered, each behind as many of the others
 * as before. */
static void
remember_columns (MarathonEntrantsTable *table, const char *const *keys)
{
  g_autoptr (GArray) old = g_steal_pointer (&table->remembered);
  guint next = 0, i = 0;

  table->remembered = g_array_new (FALSE, FALSE, sizeof (RememberedColumn));
  g_array_set_clear_func (table->remembered, clear_column);
  while (i < old->len || keys[next] != NULL)
    {
      const RememberedColumn *column = i < old->len ? &g_array_index (old, RememberedColumn, i++) : NULL;

      if (column != NULL && marathon_event_find_field (get_event (table), column->key) == NULL)
        append_remembered (table->remembered, column->key, column->width);
      else if (keys[next] != NULL)
        {
          const MarathonFieldInfo *info = marathon_event_find_field (get_event (table), keys[next++]);
          const RememberedColumn *same = find_remembered (old, info->key);

          append_remembered (table->remembered, info->key, same != NULL ? same->width : get_first_width (table, info));
        }
    }
}

/* The keys that the event has of @columns. */
static GStrv
list_known (MarathonEntrantsTable *table, GArray *columns)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *key = g_array_index (columns, RememberedColumn, i).key;

      if (marathon_event_find_field (get_event (table), key) != NULL
          && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_strdup (key));
    }
  g_ptr_array_add (keys, NULL);
  return (GStrv) g_ptr_array_steal (keys, NULL);
}

/* --- The view's columns --- */

static guint
get_field (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (column), field_quark));
}

GtkColumnViewColumn *
marathon_entrants_table_find_column (MarathonEntrantsTable *table, guint field)
{
  GListModel *columns = gtk_column_view_get_columns (table->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (get_field (column) == field)
        return column;
    }
  return NULL;
}

static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, MarathonEntrantsTable *table)
{
  const MarathonFieldInfo *info = marathon_event_get_field (get_event (table), get_field (column));
  RememberedColumn *remembered = info != NULL ? find_remembered (table->remembered, info->key) : NULL;
  int width = gtk_column_view_column_get_fixed_width (column);

  if (table->is_laying || remembered == NULL || width < NARROWEST)
    return;
  remembered->width = unscale_width (table, width);
  save_later (table);
}

static void
append_item (GMenu *section, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (section, item);
}

static GMenuModel *
make_header_menu (const MarathonFieldInfo *info)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new (), columns = g_menu_new ();

  append_item (sort, _ ("Sort _Ascending"), "entrants-table.sort", g_variant_new ("(sb)", info->key, FALSE));
  append_item (sort, _ ("Sort _Descending"), "entrants-table.sort", g_variant_new ("(sb)", info->key, TRUE));
  append_item (columns, _ ("_Hide Column"), "entrants-table.hide-column", g_variant_new_string (info->key));
  append_item (columns, _ ("_Choose Columns…"), "entrants-table.choose-columns", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sort));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  return G_MENU_MODEL (menu);
}

static GtkColumnViewColumn *
make_column (MarathonEntrantsTable *table, const MarathonFieldInfo *info)
{
  GtkColumnViewColumn *column
      = gtk_column_view_column_new (_ (info->label), marathon_entrant_cell_factory_new (table->model, info->field));
  g_autoptr (GMenuModel) menu = make_header_menu (info);
  g_autoptr (GtkSorter) sorter = marathon_entrants_table_sorter_new (table, info->field);

  g_object_set_qdata (G_OBJECT (column), field_quark, GUINT_TO_POINTER (info->field));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_width_changed), table, 0);
  return column;
}

static void
remove_columns (MarathonEntrantsTable *table, guint from)
{
  GListModel *columns = gtk_column_view_get_columns (table->view);

  for (guint i = g_list_model_get_n_items (columns); i-- > from;)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_remove_column (table->view, column);
    }
}

/* Puts the column of @info at @place, where those in front of it are right. It stays the same one where it is there
 * already: GTK makes some 200 cells for a new one. */
static void
place_column (MarathonEntrantsTable *table, guint place, const MarathonFieldInfo *info)
{
  const RememberedColumn *remembered = find_remembered (table->remembered, info->key);
  g_autoptr (GtkColumnViewColumn) there = g_list_model_get_item (gtk_column_view_get_columns (table->view), place);
  GtkColumnViewColumn *known = marathon_entrants_table_find_column (table, info->field);
  g_autoptr (GtkColumnViewColumn) column = known != NULL ? g_object_ref (known) : make_column (table, info);

  if (remembered != NULL)
    gtk_column_view_column_set_fixed_width (column, scale_width (table, remembered->width));
  if (column != there)
    gtk_column_view_insert_column (table->view, place, column);
}

/* Titles of numbers stand at the right, above them, and the last column fills what is left of the table. */
static void
finish_columns (MarathonEntrantsTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (table->view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (table->view)));
  GtkAlign right = gtk_widget_get_direction (GTK_WIDGET (table)) == GTK_TEXT_DIR_RTL ? GTK_ALIGN_START : GTK_ALIGN_END;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const MarathonFieldInfo *info = marathon_event_get_field (get_event (table), get_field (column));
      GtkWidget *content = title != NULL ? gtk_widget_get_first_child (title) : NULL;

      gtk_column_view_column_set_expand (column, i + 1 == g_list_model_get_n_items (columns));
      if (content != NULL && info != NULL)
        gtk_widget_set_halign (content, marathon_field_is_numeric (info) ? right : GTK_ALIGN_FILL);
      title = title != NULL ? gtk_widget_get_next_sibling (title) : NULL;
    }
}

static void
on_columns_changed (GListModel *columns, guint position, guint removed, guint added, MarathonEntrantsTable *table)
{
  g_autoptr (GPtrArray) keys = NULL;

  /* A column that a person drags goes and comes again: only what is there then counts. */
  if (table->is_laying || table->model == NULL || added == 0)
    return;
  keys = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const MarathonFieldInfo *info = marathon_event_get_field (get_event (table), get_field (column));

      if (info != NULL)
        g_ptr_array_add (keys, (gpointer) info->key);
    }
  g_ptr_array_add (keys, NULL);
  remember_columns (table, (const char *const *) keys->pdata);
  g_strfreev (table->shown);
  table->shown = list_known (table, table->remembered);
  finish_columns (table);
  marathon_entrants_table_fill_sort_menu (table);
  save_later (table);
}

/* --- All together --- */

/* Makes the view's columns what is remembered. */
static void
lay_out (MarathonEntrantsTable *table)
{
  guint n;

  g_strfreev (table->shown);
  table->shown = table->model != NULL ? list_known (table, table->remembered) : g_new0 (char *, 1);
  table->is_laying = TRUE;
  for (n = 0; table->shown[n] != NULL; n++)
    place_column (table, n, marathon_event_find_field (get_event (table), table->shown[n]));
  remove_columns (table, n);
  table->is_laying = FALSE;
  marathon_entrants_table_fill_sort_menu (table);
  if (table->model == NULL)
    return;
  finish_columns (table);
  marathon_entrants_table_apply_order (table);
}

/* The same from nothing: the cells know their model, and what a custom field holds. */
static void
lay_out_anew (MarathonEntrantsTable *table)
{
  table->is_laying = TRUE;
  remove_columns (table, 0);
  lay_out (table);
}

static void
show_columns (MarathonEntrantsTable *table, const char *const *keys)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (marathon_event_find_field (get_event (table), keys[i]) != NULL
        && !g_ptr_array_find_with_equal_func (known, keys[i], g_str_equal, NULL))
      g_ptr_array_add (known, (gpointer) keys[i]);
  g_ptr_array_add (known, NULL);
  remember_columns (table, (const char *const *) known->pdata);
}

static void
show_first_columns (MarathonEntrantsTable *table)
{
  g_autoptr (GArray) columns = read_columns (g_settings_get_default_value (table->settings, COLUMNS_KEY));
  g_auto (GStrv) keys = list_known (table, columns);

  show_columns (table, (const char *const *) keys);
}

static gboolean
lay_out_now (gpointer data)
{
  MarathonEntrantsTable *table = data;

  table->lay_id = 0;
  lay_out_anew (table);
  return G_SOURCE_REMOVE;
}

/* One act may change many. */
static void
on_fields_changed (MarathonRecordWatch *watch, guint list, MarathonEntrantsTable *table)
{
  if (table->lay_id == 0)
    table->lay_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out_now, table, NULL);
}

static void
on_text_scale_changed (MarathonEntrantsTable *table)
{
  if (table->model != NULL)
    lay_out (table);
}

void
marathon_entrants_table_columns_init (MarathonEntrantsTable *table)
{
  field_quark = g_quark_from_static_string ("marathon-field");
  table->remembered = read_columns (g_settings_get_value (table->settings, COLUMNS_KEY));
  table->shown = g_new0 (char *, 1);
  g_signal_connect_object (gtk_column_view_get_columns (table->view), "items-changed", G_CALLBACK (on_columns_changed),
                           table, 0);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (table)), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_scale_changed), table, G_CONNECT_SWAPPED);
}

void
marathon_entrants_table_columns_set_model (MarathonEntrantsTable *table)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CUSTOM_FIELDS };

  g_clear_object (&table->fields);
  g_clear_handle_id (&table->lay_id, g_source_remove);
  if (table->model != NULL)
    {
      g_auto (GStrv) known = list_known (table, table->remembered);

      table->fields = marathon_record_watch_new (get_event (table), lists, G_N_ELEMENTS (lists));
      g_signal_connect (table->fields, "changed", G_CALLBACK (on_fields_changed), table);
      if (known[0] == NULL)
        show_first_columns (table);
    }
  lay_out_anew (table);
}

void
marathon_entrants_table_columns_dispose (MarathonEntrantsTable *table)
{
  if (table->save_id != 0)
    save_columns (table);
  g_clear_handle_id (&table->lay_id, g_source_remove);
  g_clear_object (&table->fields);
  g_clear_pointer (&table->remembered, g_array_unref);
  g_clear_pointer (&table->shown, g_strfreev);
}

const char *const *
marathon_entrants_table_get_columns (MarathonEntrantsTable *table)
{
  return (const char *const *) table->shown;
}

void
marathon_entrants_table_set_columns (MarathonEntrantsTable *table, const char *const *keys)
{
  g_auto (GStrv) known = NULL;

  g_return_if_fail (MARATHON_IS_ENTRANTS_TABLE (table) && keys != NULL);
  g_return_if_fail (table->model != NULL);

  show_columns (table, keys);
  known = list_known (table, table->remembered);
  if (known[0] == NULL)
    show_first_columns (table);
  lay_out (table);
  save_columns (table);
}

void
marathon_entrants_table_reset_columns (MarathonEntrantsTable *table)
{
  g_return_if_fail (MARATHON_IS_ENTRANTS_TABLE (table));
  g_return_if_fail (table->model != NULL);

  show_first_columns (table);
  lay_out (table);
  save_columns (table);
}
