/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportPlanPage: a headline, buttons for the kinds of notes, and a table of those of one kind.
 */
#include "window/import-plan-page.h"

#include "widgets/interface.h"
#include "widgets/wrap-layout.h"
#include "window/import-note-list.h"
#include "window/import-words.h"

struct _MarathonImportPlanPage {
  GtkBox parent_instance;

  GtkLabel *headline;
  GtkLabel *rest;
  GtkWidget *filters;
  GtkToggleButton *buttons[MARATHON_IMPORT_N_IMPORTANCES];
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  GtkLabel *detail;

  const MarathonImport *import;
  int shown; /* MarathonImportImportance; -1: none */
};

static guint save_report_signal;

G_DEFINE_FINAL_TYPE (MarathonImportPlanPage, marathon_import_plan_page, GTK_TYPE_BOX)

static void
show_detail (MarathonImportPlanPage *page)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (page->table);
  gpointer item = selection != NULL ? gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection)) : NULL;
  g_autofree char *sentence = NULL;

  if (item != NULL)
    g_object_get (item, "sentence", &sentence, NULL);
  gtk_label_set_label (page->detail, sentence != NULL ? sentence : "");
}

/* A whole new model: where one turns into another, GTK looks through all items of the new one for those of the old. */
static void
show_notes (MarathonImportPlanPage *page, MarathonImportImportance importance)
{
  MarathonImportNoteList *list = marathon_import_note_list_new (page->import, importance);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (G_LIST_MODEL (list));

  page->shown = (int) importance;
  gtk_column_view_set_model (page->table, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  gtk_column_view_set_model (page->table, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (show_detail), page, G_CONNECT_SWAPPED);
  show_detail (page);
}

static void
on_button_toggled (MarathonImportPlanPage *page, GtkToggleButton *button)
{
  if (page->import == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (page->buttons); i++)
    if (page->buttons[i] == button && page->shown != (int) i)
      show_notes (page, i);
}

static void
on_save_report (MarathonImportPlanPage *page)
{
  g_signal_emit (page, save_report_signal, 0);
}

/* What must be read first is shown first. */
static void
show_filters (MarathonImportPlanPage *page)
{
  int first = -1;

  for (guint i = 0; i < G_N_ELEMENTS (page->buttons); i++)
    {
      guint n = marathon_import_note_list_count (page->import, i);
      g_autofree char *label = marathon_import_words_format_notes (i, n);

      gtk_button_set_label (GTK_BUTTON (page->buttons[i]), label);
      gtk_widget_set_visible (GTK_WIDGET (page->buttons[i]), n > 0);
      if (n > 0 && first < 0)
        first = (int) i;
    }
  gtk_widget_set_visible (page->filters, first >= 0);
  gtk_stack_set_visible_child_name (page->stack, first >= 0 ? "notes" : "nothing");
  page->shown = -1;
  if (first < 0)
    return;
  gtk_toggle_button_set_active (page->buttons[first], TRUE);
  if (page->shown < 0)
    show_notes (page, (MarathonImportImportance) first);
}

/* --- The object --- */

static void
marathon_import_plan_page_dispose (GObject *object)
{
  MarathonImportPlanPage *page = MARATHON_IMPORT_PLAN_PAGE (object);

  if (page->table != NULL)
    gtk_column_view_set_model (page->table, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_IMPORT_PLAN_PAGE);
  G_OBJECT_CLASS (marathon_import_plan_page_parent_class)->dispose (object);
}

static void
bind_buttons (GtkWidgetClass *widget_class)
{
  static const char *const names[MARATHON_IMPORT_N_IMPORTANCES]
      = { "whole_list", "refused_rows", "refused_values", "doubtful", "altered", "ignored" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (MarathonImportPlanPage, buttons) + i * sizeof (GtkToggleButton *)));
}

static void
marathon_import_plan_page_class_init (MarathonImportPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_import_plan_page_dispose;
  save_report_signal = g_signal_new ("save-report", MARATHON_TYPE_IMPORT_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  g_type_ensure (MARATHON_TYPE_IMPORT_NOTE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/import-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, headline);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, rest);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, table);
  gtk_widget_class_bind_template_child (widget_class, MarathonImportPlanPage, detail);
  bind_buttons (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_button_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_save_report);
}

static void
marathon_import_plan_page_init (MarathonImportPlanPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->shown = -1;
}

void
marathon_import_plan_page_show (MarathonImportPlanPage *page, const MarathonImport *import)
{
  g_autofree char *headline = NULL, *rest = NULL;

  gtk_column_view_set_model (page->table, NULL);
  page->import = import;
  page->shown = -1;
  if (import == NULL)
    return;
  headline = marathon_import_words_format_headline (import);
  rest = marathon_import_words_format_rest (import);
  gtk_label_set_label (page->headline, headline);
  gtk_label_set_label (page->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (page->rest), *rest != '\0');
  show_filters (page);
}
