/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemGroup: a list that is filled anew when there is a new result, and while somebody looks.
 */
#include "pages/overview/problem-group.h"

#include "pages/places.h"
#include "widgets/interface.h"
#include "widgets/problem-row.h"

struct _MarathonProblemGroup {
  AdwPreferencesGroup parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *all;

  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  gboolean is_stale;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonProblemGroup, marathon_problem_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
find_place (MarathonProblemGroup *group, MarathonProblemKind kind, const char **page)
{
  const MarathonProblems *problems = marathon_problems_watch_get (group->problems);

  return problems != NULL ? marathon_places_find_problem (marathon_document_get_event (group->document), kind,
                                                          &problems->kinds[kind], page)
                          : NULL;
}

/* --- Filling --- */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
append (MarathonProblemGroup *group, MarathonProblemKind kind, const MarathonProblem *problem)
{
  GtkWidget *row = marathon_problem_row_new (kind, problem);
  const char *page;
  g_autofree char *place = find_place (group, kind, &page);

  marathon_problem_row_set_leads (MARATHON_PROBLEM_ROW (row), place != NULL);
  gtk_list_box_append (group->list, row);
}

/* Appends what there is room for; returns how many kinds there are. */
static guint
append_kinds (MarathonProblemGroup *group, const MarathonProblems *problems, MarathonSeverity severity, guint n)
{
  for (MarathonProblemKind kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    {
      if (problems->kinds[kind].count == 0 || marathon_problem_get_info (kind)->severity != severity)
        continue;
      if (n < MARATHON_PROBLEM_GROUP_MAX)
        append (group, kind, &problems->kinds[kind]);
      n++;
    }
  return n;
}

/* The row with the keyboard, or with a button that has it; NULL for none. */
static GtkListBoxRow *
find_focused (MarathonProblemGroup *group)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (group));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (group->list)))
    return NULL;
  return GTK_LIST_BOX_ROW (gtk_widget_get_focus_child (GTK_WIDGET (group->list)));
}

/* The row of that problem, so that the keyboard stays with it; else the one at the same place. */
static void
focus_again (MarathonProblemGroup *group, int index, MarathonProblemKind kind)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (group->list, index);
  GtkListBoxRow *at;

  for (int i = 0; (at = gtk_list_box_get_row_at_index (group->list, i)) != NULL; i++)
    if (marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (at)) == kind)
      row = at;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (group->list, 0);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : group->all);
}

static void
show_problems (MarathonProblemGroup *group, const MarathonProblems *problems)
{
  GtkListBoxRow *focused = find_focused (group);
  gboolean has_focus = focused != NULL;
  int index = has_focus ? gtk_list_box_row_get_index (focused) : 0;
  MarathonProblemKind kind = has_focus ? marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (focused)) : 0;
  guint n;

  clear (group->list);
  n = append_kinds (group, problems, MARATHON_SEVERITY_ERROR, 0);
  n = append_kinds (group, problems, MARATHON_SEVERITY_WARNING, n);
  gtk_stack_set_visible_child_name (group->stack, n > 0 ? "list" : "none");
  gtk_widget_set_visible (group->all, n > MARATHON_PROBLEM_GROUP_MAX);
  if (has_focus)
    focus_again (group, index, kind);
}

/* What was found before stays until there is something new: rows that come and go would be in the way of a click. */
static void
on_changed (MarathonProblemGroup *group)
{
  const MarathonProblems *problems = marathon_problems_watch_get (group->problems);

  group->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (group));
  if (!group->is_stale && problems != NULL)
    show_problems (group, problems);
}

static void
on_row_activated (MarathonProblemGroup *group, GtkListBoxRow *row)
{
  const char *page;
  g_autofree char *what = find_place (group, marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)), &page);

  if (what != NULL)
    g_signal_emit (group, chosen_signal, 0, page, what);
}

/* --- The group --- */

static void
marathon_problem_group_map (GtkWidget *widget)
{
  MarathonProblemGroup *group = MARATHON_PROBLEM_GROUP (widget);

  GTK_WIDGET_CLASS (marathon_problem_group_parent_class)->map (widget);
  if (group->is_stale && group->problems != NULL)
    on_changed (group);
}

static void
marathon_problem_group_dispose (GObject *object)
{
  marathon_problem_group_set_problems (MARATHON_PROBLEM_GROUP (object), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PROBLEM_GROUP);
  G_OBJECT_CLASS (marathon_problem_group_parent_class)->dispose (object);
}

static void
marathon_problem_group_class_init (MarathonProblemGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_problem_group_dispose;
  widget_class->map = marathon_problem_group_map;

  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_PROBLEM_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/overview/problem-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemGroup, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemGroup, list);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemGroup, all);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
marathon_problem_group_init (MarathonProblemGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}

void
marathon_problem_group_set_problems (MarathonProblemGroup  *group,
                                     MarathonDocument      *document,
                                     MarathonProblemsWatch *problems)
{
  g_return_if_fail (MARATHON_IS_PROBLEM_GROUP (group));

  if (group->problems == problems)
    return;
  if (group->problems != NULL)
    g_signal_handlers_disconnect_by_data (group->problems, group);
  clear (group->list);
  gtk_stack_set_visible_child_name (group->stack, "busy");
  gtk_widget_set_visible (group->all, FALSE);
  g_set_object (&group->document, document);
  g_set_object (&group->problems, problems);
  if (problems == NULL)
    return;
  g_signal_connect_object (problems, "changed", G_CALLBACK (on_changed), group, G_CONNECT_SWAPPED);
  on_changed (group);
}
