/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemRow: icon, sentence.
 */
#include "window/problem-row.h"

#include "widgets/interface.h"

struct _MarathonProblemRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *sentence;
  GtkImage *arrow;

  MarathonProblemKind kind;
};

G_DEFINE_FINAL_TYPE (MarathonProblemRow, marathon_problem_row, GTK_TYPE_LIST_BOX_ROW)

static const struct {
  const char *icon;
  const char *style;
} looks[] = {
  [MARATHON_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
  [MARATHON_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [MARATHON_SEVERITY_HINT] = { "dialog-information-symbolic", "dim-label" },
};

static void
marathon_problem_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PROBLEM_ROW);
  G_OBJECT_CLASS (marathon_problem_row_parent_class)->dispose (object);
}

static void
marathon_problem_row_class_init (MarathonProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_problem_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, arrow);
}

static void
marathon_problem_row_init (MarathonProblemRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
marathon_problem_row_new (MarathonProblemKind kind, const MarathonProblem *problem)
{
  MarathonProblemRow *row = g_object_new (MARATHON_TYPE_PROBLEM_ROW, NULL);
  MarathonSeverity severity = marathon_problem_get_info (kind)->severity;
  g_autofree char *sentence = marathon_problem_format (kind, problem->count);

  row->kind = kind;
  gtk_label_set_label (row->sentence, sentence);
  gtk_image_set_from_icon_name (row->icon, looks[severity].icon);
  gtk_widget_add_css_class (GTK_WIDGET (row->icon), looks[severity].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  marathon_severity_get_label (severity), -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), problem->entrants != NULL);
  gtk_widget_set_visible (GTK_WIDGET (row->arrow), problem->entrants != NULL);
  return GTK_WIDGET (row);
}

MarathonProblemKind
marathon_problem_row_get_kind (MarathonProblemRow *row)
{
  return row->kind;
}
