/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing but stock parts.
 */
#include "naive-table.h"

#include "model/entrant-display.h"

/* The columns that the program shows at first. */
static const char *const keys[]
    = { "bib", "family", "given", "sex", "born", "nation", "club", "category", "wave", "status" };

#define N_TEXTS G_N_ELEMENTS (keys)

/* --- An entrant as an object --- */

#define NAIVE_TYPE_ENTRANT (naive_entrant_get_type ())
G_DECLARE_FINAL_TYPE (NaiveEntrant, naive_entrant, NAIVE, ENTRANT, GObject)

struct _NaiveEntrant {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (NaiveEntrant, naive_entrant, G_TYPE_OBJECT)

static void
naive_entrant_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, NAIVE_ENTRANT (object)->texts[id - 1]);
}

static void
naive_entrant_finalize (GObject *object)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (NAIVE_ENTRANT (object)->texts[i]);
  G_OBJECT_CLASS (naive_entrant_parent_class)->finalize (object);
}

static void
naive_entrant_class_init (NaiveEntrantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = naive_entrant_get_property;
  object_class->finalize = naive_entrant_finalize;
  for (guint i = 0; i < N_TEXTS; i++)
    g_object_class_install_property (object_class, i + 1,
                                     g_param_spec_string (keys[i], NULL, NULL, NULL,
                                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
naive_entrant_init (NaiveEntrant *entrant)
{
}

static NaiveEntrant *
make_entrant (MarathonEvent *event, const MarathonEntrant *value)
{
  NaiveEntrant *entrant = g_object_new (NAIVE_TYPE_ENTRANT, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    entrant->texts[i] = marathon_entrant_get_display (event, value, marathon_event_find_field (event, keys[i])->field);
  return entrant;
}

/* --- The table --- */

struct _NaiveTable {
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkSelectionModel *selection;
  GPtrArray *filters; /* of GtkStringFilter: one for each column that is searched */
};

static GtkExpression *
make_expression (guint i)
{
  return gtk_property_expression_new (NAIVE_TYPE_ENTRANT, NULL, keys[i]);
}

static void
set_up (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  NaiveEntrant *entrant = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), entrant->texts[GPOINTER_TO_UINT (column)]);
}

static void
add_column (NaiveTable *table, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (keys[i], factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (make_expression (i)));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), GUINT_TO_POINTER (i));
  gtk_column_view_column_set_fixed_width (column, 120);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (table->view, column);
}

static GListModel *
make_filtered (NaiveTable *table, GListStore *store)
{
  GtkMultiFilter *any = GTK_MULTI_FILTER (gtk_any_filter_new ());

  table->filters = g_ptr_array_new ();
  for (guint i = 0; i < N_TEXTS; i++)
    if (g_str_equal (keys[i], "family") || g_str_equal (keys[i], "given") || g_str_equal (keys[i], "club"))
      {
        g_ptr_array_add (table->filters, gtk_string_filter_new (make_expression (i)));
        gtk_multi_filter_append (any, g_ptr_array_index (table->filters, table->filters->len - 1));
      }
  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (store), GTK_FILTER (any)));
}

NaiveTable *
naive_table_new (MarathonEvent *event)
{
  NaiveTable *table = g_new0 (NaiveTable, 1);
  MarathonRoster *roster = marathon_event_get_roster (event);
  GListStore *store = g_list_store_new (NAIVE_TYPE_ENTRANT);
  GtkSortListModel *sorted;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      g_autoptr (NaiveEntrant) entrant = make_entrant (event, marathon_roster_get (roster, i));

      g_list_store_append (store, entrant);
    }
  table->scroller = g_object_ref_sink (gtk_scrolled_window_new ());
  table->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (guint i = 0; i < N_TEXTS; i++)
    add_column (table, i);
  sorted = gtk_sort_list_model_new (make_filtered (table, store),
                                    g_object_ref (gtk_column_view_get_sorter (table->view)));
  table->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (table->view, table->selection);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (table->scroller), GTK_WIDGET (table->view));
  return table;
}

void
naive_table_free (NaiveTable *table)
{
  g_object_unref (table->selection);
  g_object_unref (table->scroller);
  g_ptr_array_unref (table->filters);
  g_free (table);
}

GtkWidget *
naive_table_get_widget (NaiveTable *table)
{
  return table->scroller;
}

void
naive_table_search (NaiveTable *table, const char *text)
{
  for (guint i = 0; i < table->filters->len; i++)
    gtk_string_filter_set_search (g_ptr_array_index (table->filters, i), text);
}

static void
sort (NaiveTable *table, const char *key, GtkSortType direction)
{
  GListModel *columns = gtk_column_view_get_columns (table->view);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (keys[i], key))
        gtk_column_view_sort_by_column (table->view, column, direction);
    }
}

void
naive_table_sort_up (NaiveTable *table, const char *key)
{
  sort (table, key, GTK_SORT_ASCENDING);
}

void
naive_table_sort_down (NaiveTable *table, const char *key)
{
  sort (table, key, GTK_SORT_DESCENDING);
}

void
naive_table_select_all (NaiveTable *table, const char *unused)
{
  gtk_selection_model_select_all (table->selection);
}

void
naive_table_select_none (NaiveTable *table, const char *unused)
{
  gtk_selection_model_unselect_all (table->selection);
}
