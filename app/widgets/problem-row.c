/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemRow: icon, sentence, and what one click does.
 */
#include "widgets/problem-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"
#include "widgets/wrap-layout.h"

struct _MarathonProblemRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *sentence;
  GtkButton *repair;
  GtkImage *arrow;

  MarathonProblemKind kind;
};

static guint repairing_signal;

G_DEFINE_FINAL_TYPE (MarathonProblemRow, marathon_problem_row, GTK_TYPE_LIST_BOX_ROW)

static const struct {
  const char *icon;
  const char *style;
} looks[] = {
  [MARATHON_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
  [MARATHON_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [MARATHON_SEVERITY_HINT] = { "dialog-information-symbolic", "dim-label" },
};

/* By MarathonRepair. */
static const struct {
  const char *label;
  const char *action;
} repairs[] = {
  [MARATHON_REPAIR_PLAN_CATEGORIES] = { N_ ("Plan Categories…"), "win.plan-categories" },
  [MARATHON_REPAIR_PLAN_WAVES] = { N_ ("Plan Waves…"), "win.plan-waves" },
  [MARATHON_REPAIR_PLAN_BIBS] = { N_ ("Assign Bibs…"), "win.plan-bibs" },
};

static void
on_repair (MarathonProblemRow *row)
{
  g_signal_emit (row, repairing_signal, 0);
}

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
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, repair);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, on_repair);
  repairing_signal = g_signal_new ("repairing", MARATHON_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
marathon_problem_row_init (MarathonProblemRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

/* How grave it is, the icon says to eyes only. */
static void
say (MarathonProblemRow *row, MarathonSeverity severity, const char *sentence)
{
  /* Translators: how grave a problem is, "Error" or "Warning", then what it is. */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), marathon_severity_get_label (severity), sentence);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
offer_repair (MarathonProblemRow *row, MarathonRepair repair)
{
  if (repair == MARATHON_REPAIR_NONE)
    return;
  gtk_button_set_label (row->repair, _ (repairs[repair].label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row->repair), repairs[repair].action);
  gtk_widget_set_visible (GTK_WIDGET (row->repair), TRUE);
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
  say (row, severity, sentence);
  offer_repair (row, marathon_problem_get_info (kind)->repair);
  marathon_problem_row_set_leads (row, problem->entrants != NULL);
  return GTK_WIDGET (row);
}

void
marathon_problem_row_set_leads (MarathonProblemRow *row, gboolean leads)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), leads);
  gtk_widget_set_visible (GTK_WIDGET (row->arrow), leads);
}

void
marathon_problem_row_set_unfolds (MarathonProblemRow *row, gboolean is_unfolded)
{
  marathon_problem_row_set_leads (row, TRUE);
  gtk_image_set_from_icon_name (row->arrow, is_unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, is_unfolded, -1);
}

MarathonProblemKind
marathon_problem_row_get_kind (MarathonProblemRow *row)
{
  return row->kind;
}
