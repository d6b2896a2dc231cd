/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemsPopover: a list that is filled when it is opened, and while it is open.
 */
#include "window/problems-popover.h"

#include <glib/gi18n-lib.h>

#include "pages/places.h"
#include "widgets/interface.h"
#include "widgets/problem-row.h"
#include "window/problem-record-row.h"

/* No kind's records are shown. */
#define NONE (-1)

struct _MarathonProblemsPopover {
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  int unfolded; /* the kind whose records are shown, or NONE */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonProblemsPopover, marathon_problems_popover, GTK_TYPE_POPOVER)

static MarathonEvent *
get_event (MarathonProblemsPopover *popover)
{
  return marathon_document_get_event (popover->document);
}

/* Which of several records it is about, only a row for each can tell; people are a filter of their table. */
static gboolean
has_many_records (const MarathonProblem *problem)
{
  return problem->entrants == NULL && problem->records != NULL && problem->records->len > 1;
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
append_records (MarathonProblemsPopover *popover, MarathonProblemKind kind, const MarathonProblem *problem)
{
  g_autoptr (MarathonFills) fills = marathon_fills_new_for_places (get_event (popover));

  for (guint i = 0; i < problem->records->len; i++)
    gtk_list_box_append (popover->list, marathon_problem_record_row_new (get_event (popover), kind,
                                                                         g_array_index (problem->records, guint32, i), fills));
}

static void
append_kind (MarathonProblemsPopover *popover, MarathonProblemKind kind, const MarathonProblem *problem)
{
  GtkWidget *row = marathon_problem_row_new (kind, problem);
  const char *page;
  g_autofree char *what = marathon_places_find_problem (get_event (popover), kind, problem, &page);

  g_signal_connect_object (row, "repairing", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  gtk_list_box_append (popover->list, row);
  if (!has_many_records (problem) || what == NULL)
    {
      marathon_problem_row_set_leads (MARATHON_PROBLEM_ROW (row), what != NULL);
      return;
    }
  marathon_problem_row_set_unfolds (MARATHON_PROBLEM_ROW (row), popover->unfolded == (int) kind);
  if (popover->unfolded == (int) kind)
    append_records (popover, kind, problem);
}

static gboolean
append_kinds (MarathonProblemsPopover *popover, const MarathonProblems *problems, MarathonSeverity severity)
{
  gboolean any = FALSE;

  for (guint kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    {
      if (problems->kinds[kind].count == 0 || marathon_problem_get_info (kind)->severity != severity)
        continue;
      append_kind (popover, kind, &problems->kinds[kind]);
      any = TRUE;
    }
  return any;
}

static const MarathonProblems *
get_problems (MarathonProblemsPopover *popover)
{
  return popover->problems != NULL ? marathon_problems_watch_get (popover->problems) : NULL;
}

static void
fill (MarathonProblemsPopover *popover)
{
  const MarathonProblems *problems = get_problems (popover);
  gboolean any = FALSE;

  if (!gtk_widget_get_visible (GTK_WIDGET (popover)))
    return;
  clear (popover->list);
  if (problems == NULL)
    {
      gtk_stack_set_visible_child_name (popover->stack, "busy");
      return;
    }
  for (MarathonSeverity severity = MARATHON_SEVERITY_ERROR; severity <= MARATHON_SEVERITY_HINT; severity++)
    any |= append_kinds (popover, problems, severity);
  gtk_stack_set_visible_child_name (popover->stack, any ? "list" : "none");
}

static void
on_map (MarathonProblemsPopover *popover)
{
  popover->unfolded = NONE;
  fill (popover);
}

/* --- Choosing --- */

/* The rows are made anew; the keyboard stays with the problem. */
static void
toggle_records (MarathonProblemsPopover *popover, MarathonProblemKind kind)
{
  GtkListBoxRow *row;

  popover->unfolded = popover->unfolded == (int) kind ? NONE : (int) kind;
  fill (popover);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (popover->list, i)) != NULL; i++)
    if (MARATHON_IS_PROBLEM_ROW (row) && marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)) == kind)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
choose (MarathonProblemsPopover *popover, const char *page, const char *what)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (what != NULL)
    g_signal_emit (popover, chosen_signal, 0, page, what);
}

static void
choose_record (MarathonProblemsPopover *popover, MarathonProblemRecordRow *row)
{
  MarathonListId list = marathon_problem_get_info (marathon_problem_record_row_get_kind (row))->list;
  const char *page;
  g_autofree char *what
    = marathon_places_find_record (get_event (popover), list, marathon_problem_record_row_get_handle (row), &page);

  choose (popover, page, what);
}

static void
choose_kind (MarathonProblemsPopover *popover, MarathonProblemKind kind)
{
  const MarathonProblems *problems = get_problems (popover);
  const char *page = NULL;
  g_autofree char *what = NULL;

  if (problems != NULL && has_many_records (&problems->kinds[kind]))
    {
      toggle_records (popover, kind);
      return;
    }
  if (problems != NULL)
    what = marathon_places_find_problem (get_event (popover), kind, &problems->kinds[kind], &page);
  choose (popover, page, what);
}

static void
on_row_activated (MarathonProblemsPopover *popover, GtkListBoxRow *row)
{
  if (MARATHON_IS_PROBLEM_RECORD_ROW (row))
    choose_record (popover, MARATHON_PROBLEM_RECORD_ROW (row));
  else
    choose_kind (popover, marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)));
}

/* --- The popover --- */

static void
marathon_problems_popover_dispose (GObject *object)
{
  marathon_problems_popover_set_problems (MARATHON_PROBLEMS_POPOVER (object), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PROBLEMS_POPOVER);
  G_OBJECT_CLASS (marathon_problems_popover_parent_class)->dispose (object);
}

static void
marathon_problems_popover_class_init (MarathonProblemsPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_problems_popover_dispose;

  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_PROBLEMS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/problems-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemsPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemsPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
marathon_problems_popover_init (MarathonProblemsPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

void
marathon_problems_popover_set_problems (MarathonProblemsPopover *popover,
                                        MarathonDocument        *document,
                                        MarathonProblemsWatch   *problems)
{
  g_return_if_fail (MARATHON_IS_PROBLEMS_POPOVER (popover));
  g_return_if_fail ((document == NULL) == (problems == NULL));

  if (popover->problems == problems)
    return;
  if (popover->problems != NULL)
    g_signal_handlers_disconnect_by_data (popover->problems, popover);
  g_set_object (&popover->document, document);
  g_set_object (&popover->problems, problems);
  if (problems != NULL)
    g_signal_connect_object (problems, "changed", G_CALLBACK (fill), popover, G_CONNECT_SWAPPED);
}
