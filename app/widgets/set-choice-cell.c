/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSetChoiceCell: a GtkCheckButton with a long label.
 */
#include "widgets/set-choice-cell.h"

#include "widgets/interface.h"

struct _MarathonSetChoiceCell {
  GtkCheckButton parent_instance;

  MarathonChoice *choice;
  char *words; /* of the label, for the search */

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MarathonSetChoiceCell, marathon_set_choice_cell, GTK_TYPE_CHECK_BUTTON)

/* GTK's own keeps the arrow keys, as in a group of which one is chosen. */
static gboolean
marathon_set_choice_cell_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
marathon_set_choice_cell_dispose (GObject *object)
{
  MarathonSetChoiceCell *cell = MARATHON_SET_CHOICE_CELL (object);

  /* GTK 4.8 would let go of the child twice. */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_SET_CHOICE_CELL);
  g_clear_object (&cell->choice);
  G_OBJECT_CLASS (marathon_set_choice_cell_parent_class)->dispose (object);
}

static void
marathon_set_choice_cell_finalize (GObject *object)
{
  g_free (MARATHON_SET_CHOICE_CELL (object)->words);
  G_OBJECT_CLASS (marathon_set_choice_cell_parent_class)->finalize (object);
}

static void
marathon_set_choice_cell_class_init (MarathonSetChoiceCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_set_choice_cell_dispose;
  object_class->finalize = marathon_set_choice_cell_finalize;
  widget_class->focus = marathon_set_choice_cell_focus;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/set-choice-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonSetChoiceCell, label);
}

static void
marathon_set_choice_cell_init (MarathonSetChoiceCell *cell)
{
  gtk_widget_init_template (GTK_WIDGET (cell));
}

GtkWidget *
marathon_set_choice_cell_new (MarathonChoice *choice, gboolean chosen)
{
  MarathonSetChoiceCell *cell = g_object_new (MARATHON_TYPE_SET_CHOICE_CELL, "active", chosen, NULL);
  const char *label = marathon_choice_get_label (choice);

  cell->choice = g_object_ref (choice);
  cell->words = marathon_choice_mark_words (label);
  gtk_label_set_label (cell->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (cell);
}

MarathonChoice *
marathon_set_choice_cell_get_choice (MarathonSetChoiceCell *cell)
{
  return cell->choice;
}

gboolean
marathon_set_choice_cell_matches (MarathonSetChoiceCell *cell, const char *words)
{
  return strstr (cell->words, words) != NULL;
}
