/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemsPopover: a list that is filled when it is opened, and while it is open.
 */
#include "window/problems-popover.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"
#include "window/problem-row.h"

struct _MarathonProblemsPopover {
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  MarathonProblemsWatch *problems;
};

enum {
  PROP_PROBLEMS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonProblemsPopover, marathon_problems_popover, GTK_TYPE_POPOVER)

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static gboolean
append_kinds (MarathonProblemsPopover *popover, const MarathonProblems *problems, MarathonSeverity severity)
{
  gboolean any = FALSE;

  for (guint kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    {
      if (problems->kinds[kind].count == 0 || marathon_problem_get_info (kind)->severity != severity)
        continue;
      gtk_list_box_append (popover->list, marathon_problem_row_new (kind, &problems->kinds[kind]));
      any = TRUE;
    }
  return any;
}

static void
fill (MarathonProblemsPopover *popover)
{
  const MarathonProblems *problems = popover->problems != NULL ? marathon_problems_watch_get (popover->problems) : NULL;
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
on_row_activated (MarathonProblemsPopover *popover, GtkListBoxRow *row)
{
  int kind = (int) marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row));

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (popover, chosen_signal, 0, kind);
}

static void
marathon_problems_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROBLEMS:
      marathon_problems_popover_set_problems (MARATHON_PROBLEMS_POPOVER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_problems_popover_dispose (GObject *object)
{
  marathon_problems_popover_set_problems (MARATHON_PROBLEMS_POPOVER (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PROBLEMS_POPOVER);
  G_OBJECT_CLASS (marathon_problems_popover_parent_class)->dispose (object);
}

static void
marathon_problems_popover_class_init (MarathonProblemsPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = marathon_problems_popover_set_property;
  object_class->dispose = marathon_problems_popover_dispose;

  properties[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, MARATHON_TYPE_PROBLEMS_WATCH,
                                                   G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_PROBLEMS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/problems-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemsPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemsPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
marathon_problems_popover_init (MarathonProblemsPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

void
marathon_problems_popover_set_problems (MarathonProblemsPopover *popover, MarathonProblemsWatch *problems)
{
  if (popover->problems == problems)
    return;
  if (popover->problems != NULL)
    g_signal_handlers_disconnect_by_data (popover->problems, popover);
  g_set_object (&popover->problems, problems);
  if (problems != NULL)
    g_signal_connect_object (problems, "changed", G_CALLBACK (fill), popover, G_CONNECT_SWAPPED);
}
