/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanTable: the kinds of rows to choose from, the rows of one kind, and all that is to be said of the one selected.
 */
#include "pages/plans/plan-table.h"

#include <glib/gi18n-lib.h>

#include "pages/plans/plan-cell.h"
#include "pages/plans/plan-row-list.h"
#include "pages/plans/plan-words.h"
#include "widgets/interface.h"
#include "widgets/wrap-layout.h"

/* Bibs are narrower than the names of categories and waves. */
#define BIB_COLUMN_WIDTH 84

struct _MarathonPlanTable {
  GtkBox parent_instance;

  GtkWidget *filter_box;
  GtkToggleButton *filters[MARATHON_N_PLAN_ROWS];
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *bib_column;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *before_column;
  GtkColumnViewColumn *after_column;
  GtkColumnViewColumn *reason_column;
  GtkLabel *detail;
  GtkWidget *show_entrant;

  MarathonPlanPreview *preview;
  int rows; /* MarathonPlanRows that are shown; -1: none */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonPlanTable, marathon_plan_table, GTK_TYPE_BOX)

/* --- Rows --- */

static void
show_detail (MarathonPlanTable *table)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (table->view);
  gpointer item = selection != NULL ? gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection)) : NULL;
  g_autofree char *sentence = NULL;

  if (item != NULL)
    g_object_get (item, "sentence", &sentence, NULL);
  gtk_label_set_label (table->detail, sentence != NULL ? sentence : "");
  gtk_widget_set_sensitive (table->show_entrant, item != NULL);
}

/* In GTK 4.8 a hidden column still takes its width, so it goes altogether. */
static void
put_column (MarathonPlanTable *table, GtkColumnViewColumn *column, guint *position, gboolean is_wanted)
{
  gboolean is_there = gtk_column_view_column_get_column_view (column) != NULL;

  if (is_there && !is_wanted)
    gtk_column_view_remove_column (table->view, column);
  else if (!is_there && is_wanted)
    gtk_column_view_insert_column (table->view, *position, column);
  *position += is_wanted;
}

/* A column that would say the same in every row says nothing. */
static void
choose_columns (MarathonPlanTable *table, MarathonPlanRows rows)
{
  guint position = 0;
  gboolean is_of_bibs = marathon_plan_preview_get_plan (table->preview)->field == MARATHON_FIELD_BIB;
  gboolean was_somewhere = rows == MARATHON_PLAN_ROWS_MOVED || rows == MARATHON_PLAN_ROWS_TAKEN_AWAY
                           || (rows == MARATHON_PLAN_ROWS_UNPLACED
                               && marathon_plan_preview_count (table->preview, MARATHON_PLAN_ROWS_TAKEN_AWAY) > 0);

  put_column (table, table->bib_column, &position, !is_of_bibs && marathon_plan_preview_has_bibs (table->preview));
  position++; /* the name's */
  put_column (table, table->before_column, &position, was_somewhere);
  put_column (table, table->after_column, &position, rows == MARATHON_PLAN_ROWS_MOVED || rows == MARATHON_PLAN_ROWS_PLACED);
}

/* A whole new model: where one turns into another, GTK looks through all items of the new one for those of the old. */
static void
show_rows (MarathonPlanTable *table, MarathonPlanRows rows)
{
  MarathonPlanRowList *list = marathon_plan_row_list_new (table->preview, rows);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (G_LIST_MODEL (list));

  table->rows = (int) rows;
  gtk_column_view_set_model (table->view, NULL);
  choose_columns (table, rows);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (table->scroller), 0);
  gtk_column_view_set_model (table->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (show_detail), table, G_CONNECT_SWAPPED);
  show_detail (table);
}

static void
on_filter_toggled (MarathonPlanTable *table, GtkToggleButton *button)
{
  if (table->preview == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < MARATHON_N_PLAN_ROWS; i++)
    if (table->filters[i] == button && table->rows != (int) i)
      show_rows (table, i);
}

/* Where all who are without a place lose one, these rows are those. */
static gboolean
is_worth_showing (MarathonPlanTable *table, MarathonPlanRows rows)
{
  guint n = marathon_plan_preview_count (table->preview, rows);

  return n > 0 && (rows != MARATHON_PLAN_ROWS_TAKEN_AWAY
                   || n < marathon_plan_preview_count (table->preview, MARATHON_PLAN_ROWS_UNPLACED));
}

/* Who is without a place matters most; it comes first. */
static void
show_filters (MarathonPlanTable *table)
{
  const MarathonPlanWords *words = marathon_plan_words_get (marathon_plan_preview_get_plan (table->preview)->field);
  int first = -1;
  guint n_kinds = 0;

  for (guint i = 0; i < MARATHON_N_PLAN_ROWS; i++)
    {
      gboolean is_shown = is_worth_showing (table, i);
      /* Translators: a kind of rows, and how many: “Moved (35)”. */
      g_autofree char *label = g_strdup_printf (_ ("%s (%'u)"), _ (words->rows[i]),
                                                marathon_plan_preview_count (table->preview, i));

      gtk_button_set_label (GTK_BUTTON (table->filters[i]), label);
      gtk_widget_set_visible (GTK_WIDGET (table->filters[i]), is_shown);
      n_kinds += is_shown;
      if (is_shown && first < 0)
        first = (int) i;
    }
  gtk_widget_set_visible (table->filter_box, n_kinds > 1);
  table->rows = -1;
  gtk_toggle_button_set_active (table->filters[first], TRUE);
  if (table->rows < 0)
    show_rows (table, (MarathonPlanRows) first);
}

/* --- Choosing somebody --- */

static void
on_activate (MarathonPlanTable *table, guint position)
{
  g_autoptr (MarathonPlanItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table->view)), position);

  g_signal_emit (table, chosen_signal, 0, marathon_plan_item_get_id (item));
}

static void
on_show_entrant (MarathonPlanTable *table)
{
  on_activate (table, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (table->view))));
}

/* --- The class --- */

static void
marathon_plan_table_dispose (GObject *object)
{
  g_clear_pointer (&MARATHON_PLAN_TABLE (object)->preview, marathon_plan_preview_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PLAN_TABLE);
  G_OBJECT_CLASS (marathon_plan_table_parent_class)->dispose (object);
}

static void
bind_filters (GtkWidgetClass *widget_class)
{
  static const char *const ids[MARATHON_N_PLAN_ROWS] = { "unplaced", "taken_away", "moved", "placed" };

  for (gsize i = 0; i < MARATHON_N_PLAN_ROWS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, ids[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (MarathonPlanTable, filters)
                                                         + i * sizeof (GtkToggleButton *)));
}

static void
marathon_plan_table_class_init (MarathonPlanTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_plan_table_dispose;
  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_PLAN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT64);

  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/plans/plan-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, filter_box);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, view);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, bib_column);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, name_column);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, before_column);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, after_column);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, reason_column);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, detail);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanTable, show_entrant);
  bind_filters (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_show_entrant);
}

static void
set_cells (GtkColumnViewColumn *column, const char *name)
{
  g_autoptr (GtkListItemFactory) factory = marathon_plan_cell_factory_new (name);

  gtk_column_view_column_set_factory (column, factory);
}

static void
marathon_plan_table_init (MarathonPlanTable *table)
{
  gtk_widget_init_template (GTK_WIDGET (table));
  set_cells (table->bib_column, "bib");
  set_cells (table->name_column, "name");
  set_cells (table->before_column, "before");
  set_cells (table->after_column, "after");
  set_cells (table->reason_column, "reason");
}

void
marathon_plan_table_set_preview (MarathonPlanTable *table, MarathonPlanPreview *preview)
{
  g_return_if_fail (MARATHON_IS_PLAN_TABLE (table));

  gtk_column_view_set_model (table->view, NULL);
  g_clear_pointer (&table->preview, marathon_plan_preview_unref);
  if (preview == NULL)
    return;
  table->preview = marathon_plan_preview_ref (preview);
  if (marathon_plan_preview_get_plan (preview)->field == MARATHON_FIELD_BIB)
    {
      gtk_column_view_column_set_fixed_width (table->before_column, BIB_COLUMN_WIDTH);
      gtk_column_view_column_set_fixed_width (table->after_column, BIB_COLUMN_WIDTH);
    }
  show_filters (table);
}

void
marathon_plan_table_focus (MarathonPlanTable *table)
{
  gtk_widget_child_focus (GTK_WIDGET (table->view), GTK_DIR_TAB_FORWARD);
}
