/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProblemRecordRow: a name and a number.
 */
#include "window/problem-record-row.h"

#include "model/record-name.h"
#include "model/wave.h"
#include "widgets/fill-bar.h"
#include "widgets/interface.h"

struct _MarathonProblemRecordRow {
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *numbers;

  MarathonProblemKind kind;
  guint32 handle;
};

G_DEFINE_FINAL_TYPE (MarathonProblemRecordRow, marathon_problem_record_row, GTK_TYPE_LIST_BOX_ROW)

static void
marathon_problem_record_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PROBLEM_RECORD_ROW);
  G_OBJECT_CLASS (marathon_problem_record_row_parent_class)->dispose (object);
}

static void
marathon_problem_record_row_class_init (MarathonProblemRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_problem_record_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/problem-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRecordRow, name);
  gtk_widget_class_bind_template_child (widget_class, MarathonProblemRecordRow, numbers);
}

static void
marathon_problem_record_row_init (MarathonProblemRecordRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

static char *
describe_numbers (MarathonProblemKind kind, guint32 handle, const MarathonFills *fills)
{
  MarathonFill fill;

  if (kind != MARATHON_PROBLEM_WAVE_OVER_CAPACITY && kind != MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY)
    return g_strdup ("");
  fill = marathon_fills_get (fills, marathon_problem_get_info (kind)->list, handle);
  return marathon_fill_bar_describe (fill.count, fill.capacity);
}

GtkWidget *
marathon_problem_record_row_new (MarathonEvent       *event,
                                 MarathonProblemKind  kind,
                                 guint32              handle,
                                 const MarathonFills *fills)
{
  MarathonProblemRecordRow *row = g_object_new (MARATHON_TYPE_PROBLEM_RECORD_ROW, NULL);
  gpointer record = marathon_event_get_record (event, marathon_problem_get_info (kind)->list, handle);
  g_autofree char *name = record != NULL ? marathon_record_get_full_name (event, record) : g_strdup ("");
  g_autofree char *numbers = describe_numbers (kind, handle, fills);

  row->kind = kind;
  row->handle = handle;
  gtk_label_set_label (row->name, name);
  gtk_label_set_label (row->numbers, numbers);
  return GTK_WIDGET (row);
}

MarathonProblemKind
marathon_problem_record_row_get_kind (MarathonProblemRecordRow *row)
{
  return row->kind;
}

guint32
marathon_problem_record_row_get_handle (MarathonProblemRecordRow *row)
{
  return row->handle;
}
