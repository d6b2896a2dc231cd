/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the rows of MarathonEntrantsTable: chosen by headers, remembered in the settings, given to the model.
 *
 * GTK 4.8 does not say which column is sorted by. Each has a sorter that only notes that it was asked; the view asks
 * the one of the column that counts most first.
 */
#include <glib/gi18n-lib.h>

#include "widgets/entrants-table-private.h"

#define SORT_KEY "entrants-sort"
#define SORT_TYPE "a(sb)"
#define MAX_KEYS 2
#define NOTHING_PROBED G_MAXUINT

typedef struct {
  char *key;
  gboolean descending;
} RememberedKey;

/* What a column's sorter notes where. */
typedef struct {
  MarathonEntrantsTable *table;
  guint field;
} Probe;

static MarathonEvent *
get_event (MarathonEntrantsTable *table)
{
  return marathon_entrants_model_get_event (table->model);
}

/* --- Settings --- */

static void
clear_key (gpointer data)
{
  g_free (((RememberedKey *) data)->key);
}

static GArray *
read_order (GVariant *value)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (RememberedKey));
  RememberedKey key;
  GVariantIter iter;

  g_array_set_clear_func (order, clear_key);
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(sb)", &key.key, &key.descending))
    g_array_append_val (order, key);
  g_variant_unref (value);
  return order;
}

static void
save_order (MarathonEntrantsTable *table)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SORT_TYPE));
  for (guint i = 0; i < table->order->len; i++)
    {
      const RememberedKey *key = &g_array_index (table->order, RememberedKey, i);

      g_variant_builder_add (&builder, "(sb)", key->key, key->descending);
    }
  g_settings_set_value (table->settings, SORT_KEY, g_variant_builder_end (&builder));
}

/* --- What the view sorts by --- */

/* Notes the first that is asked. Whom it is asked about does not matter. */
static int
probe_field (gconstpointer a, gconstpointer b, gpointer data)
{
  const Probe *probe = data;

  if (probe->table->probed == NOTHING_PROBED)
    probe->table->probed = probe->field;
  return GTK_ORDERING_SMALLER;
}

GtkSorter *
marathon_entrants_table_sorter_new (MarathonEntrantsTable *table, guint field)
{
  Probe *probe = g_new (Probe, 1);

  *probe = (Probe){ table, field };
  return GTK_SORTER (gtk_custom_sorter_new (probe_field, probe, g_free));
}

/* --- The menu --- */

static const RememberedKey *
get_first_key (MarathonEntrantsTable *table)
{
  return table->order->len > 0 ? &g_array_index (table->order, RememberedKey, 0) : NULL;
}

static void
show_order_in_menu (MarathonEntrantsTable *table)
{
  const RememberedKey *first = get_first_key (table);
  GActionMap *actions = G_ACTION_MAP (table->sort_actions);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "by")),
                             g_variant_new_string (first != NULL ? first->key : ""));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "descending")),
                             g_variant_new_boolean (first != NULL && first->descending));
}

static void
change_field (GSimpleAction *action, GVariant *value, gpointer table)
{
  const char *key = g_variant_get_string (value, NULL);
  const RememberedKey *first = get_first_key (table);

  if (MARATHON_ENTRANTS_TABLE (table)->model != NULL && (first == NULL || !g_str_equal (first->key, key)))
    marathon_entrants_table_sort (table, key, FALSE);
}

static void
change_direction (GSimpleAction *action, GVariant *value, gpointer table)
{
  const RememberedKey *first = get_first_key (table);
  g_autofree char *key = first != NULL ? g_strdup (first->key) : NULL;

  if (MARATHON_ENTRANTS_TABLE (table)->model != NULL && key != NULL)
    marathon_entrants_table_sort (table, key, g_variant_get_boolean (value));
}

static void
add_sort_actions (MarathonEntrantsTable *table)
{
  static const GActionEntry entries[] = {
    { .name = "by", .parameter_type = "s", .state = "''", .change_state = change_field },
    { .name = "descending", .state = "false", .change_state = change_direction },
  };

  table->sort_menu = g_menu_new ();
  table->sort_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (table->sort_actions), entries, G_N_ELEMENTS (entries), table);
  gtk_widget_insert_action_group (GTK_WIDGET (table), "entrants-sort", G_ACTION_GROUP (table->sort_actions));
}

void
marathon_entrants_table_fill_sort_menu (MarathonEntrantsTable *table)
{
  g_autoptr (GMenu) fields = g_menu_new (), direction = g_menu_new ();

  g_menu_remove_all (table->sort_menu);
  if (table->model == NULL)
    return;
  for (guint i = 0; table->shown[i] != NULL; i++)
    {
      const MarathonFieldInfo *info = marathon_event_find_field (get_event (table), table->shown[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (info->label), NULL);

      g_menu_item_set_action_and_target (item, "entrants-sort.by", "s", info->key);
      g_menu_append_item (fields, item);
    }
  g_menu_append (direction, _ ("_Descending"), "entrants-sort.descending");
  g_menu_append_section (table->sort_menu, NULL, G_MENU_MODEL (fields));
  g_menu_append_section (table->sort_menu, NULL, G_MENU_MODEL (direction));
}

/* --- From there to the model, and back --- */

/* Whether nearly everybody differs in it: sorting by more than that would take as long again, and change nothing. */
static gboolean
tells_people_apart (guint field)
{
  return field == MARATHON_FIELD_FAMILY || field == MARATHON_FIELD_BIB || field == MARATHON_FIELD_ID
         || field == MARATHON_FIELD_EXTERNAL_ID;
}

/* The keys that the event has, as the model wants them. */
static GArray *
list_keys (MarathonEntrantsTable *table)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (MarathonSortKey));

  for (guint i = 0; i < table->order->len; i++)
    {
      const RememberedKey *remembered = &g_array_index (table->order, RememberedKey, i);
      const MarathonFieldInfo *info = marathon_event_find_field (get_event (table), remembered->key);
      MarathonSortKey key = { info != NULL ? info->field : 0, remembered->descending };

      if (info == NULL)
        continue;
      g_array_append_val (keys, key);
      if (tells_people_apart (info->field))
        break;
    }
  return keys;
}

static void
sort_model (MarathonEntrantsTable *table)
{
  g_autoptr (GArray) keys = list_keys (table);

  marathon_entrants_model_set_order (table->model, (const MarathonSortKey *) (gpointer) keys->data, keys->len);
}

/* Shows the arrow, where the first key has a column. */
static void
mark_sorted_column (MarathonEntrantsTable *table)
{
  g_autoptr (GArray) keys = list_keys (table);
  const MarathonSortKey *first = keys->len > 0 ? &g_array_index (keys, MarathonSortKey, 0) : NULL;
  GtkColumnViewColumn *column = first != NULL ? marathon_entrants_table_find_column (table, first->field) : NULL;

  table->is_laying = TRUE;
  gtk_column_view_sort_by_column (table->view, column,
                                  column != NULL && first->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  table->is_laying = FALSE;
}

/* Sorts by @key first, and by what was first so far then. */
static void
put_first (MarathonEntrantsTable *table, const char *key, gboolean descending)
{
  RememberedKey first = { g_strdup (key), descending };

  for (guint i = table->order->len; i-- > 0;)
    if (g_str_equal (g_array_index (table->order, RememberedKey, i).key, key))
      g_array_remove_index (table->order, i);
  g_array_insert_val (table->order, 0, first);
  if (table->order->len > MAX_KEYS)
    g_array_set_size (table->order, MAX_KEYS);
  save_order (table);
  show_order_in_menu (table);
  sort_model (table);
}

/* Whoever is selected alone stays in sight. */
static void
reveal_selected (MarathonEntrantsTable *table)
{
  g_autoptr (GArray) selected = NULL;

  if (marathon_entrants_model_get_n_selected (table->model) != 1)
    return;
  selected = marathon_entrants_model_get_selected (table->model);
  marathon_entrants_table_reveal (table, g_array_index (selected, guint32, 0), FALSE);
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, MarathonEntrantsTable *table)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL), other = g_object_new (G_TYPE_OBJECT, NULL);
  const MarathonFieldInfo *info;
  GtkOrdering ordering;

  if (table->is_laying || table->model == NULL)
    return;
  table->probed = NOTHING_PROBED;
  ordering = gtk_sorter_compare (sorter, one, other);
  info = table->probed != NOTHING_PROBED ? marathon_event_get_field (get_event (table), table->probed) : NULL;
  if (info == NULL)
    return;
  put_first (table, info->key, ordering == GTK_ORDERING_LARGER);
  reveal_selected (table);
}

void
marathon_entrants_table_sort (MarathonEntrantsTable *table, const char *key, gboolean descending)
{
  put_first (table, key, descending);
  mark_sorted_column (table);
  reveal_selected (table);
}

void
marathon_entrants_table_apply_order (MarathonEntrantsTable *table)
{
  sort_model (table);
  mark_sorted_column (table);
}

void
marathon_entrants_table_order_init (MarathonEntrantsTable *table)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (table->view);

  table->order = read_order (g_settings_get_value (table->settings, SORT_KEY));
  g_signal_connect_object (sorter, "changed", G_CALLBACK (on_sorter_changed), table, 0);
  add_sort_actions (table);
  show_order_in_menu (table);
}

void
marathon_entrants_table_order_dispose (MarathonEntrantsTable *table)
{
  /* A menu elsewhere may still have them. */
  if (table->sort_actions != NULL)
    {
      g_action_map_remove_action (G_ACTION_MAP (table->sort_actions), "by");
      g_action_map_remove_action (G_ACTION_MAP (table->sort_actions), "descending");
    }
  g_clear_object (&table->sort_actions);
  g_clear_object (&table->sort_menu);
  g_clear_pointer (&table->order, g_array_unref);
}

GMenuModel *
marathon_entrants_table_get_sort_menu (MarathonEntrantsTable *table)
{
  g_return_val_if_fail (MARATHON_IS_ENTRANTS_TABLE (table), NULL);

  return G_MENU_MODEL (table->sort_menu);
}

GActionGroup *
marathon_entrants_table_get_sort_actions (MarathonEntrantsTable *table)
{
  g_return_val_if_fail (MARATHON_IS_ENTRANTS_TABLE (table), NULL);

  return G_ACTION_GROUP (table->sort_actions);
}
