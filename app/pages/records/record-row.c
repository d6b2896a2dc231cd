/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordRow: what its labels say.
 */
#include "pages/records/record-row.h"

#include "model/bib-block.h"
#include "planning/record-summary.h"
#include "widgets/colour-sample.h"
#include "widgets/fill-bar.h"
#include "widgets/interface.h"

struct _MarathonRecordRow {
  GtkListBoxRow parent_instance;

  MarathonRecord *record;

  MarathonColourSample *sample;
  GtkLabel *name;
  GtkLabel *code;
  GtkLabel *summary;
  MarathonFillBar *fill;
};

G_DEFINE_FINAL_TYPE (MarathonRecordRow, marathon_record_row, GTK_TYPE_LIST_BOX_ROW)

/* The record's text in that column; "" where it has no such column. */
static const char *
get_text (MarathonRecord *record, const char *column)
{
  int index = marathon_record_find_column (record, column);

  return index >= 0 ? marathon_record_get_text (record, (guint) index) : "";
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_sample (MarathonRecordRow *row, const char *name, gboolean is_heading)
{
  const char *ground = get_text (row->record, "ground");
  g_autofree char *bib
      = MARATHON_IS_BIB_BLOCK (row->record) ? marathon_bib_block_make_sample (MARATHON_BIB_BLOCK (row->record)) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (row->sample), is_heading || bib != NULL);
  marathon_colour_sample_set (row->sample, bib != NULL ? bib : name, get_text (row->record, "ink"), ground);
  gtk_widget_set_size_request (GTK_WIDGET (row->sample), bib != NULL ? 72 : -1, -1);
}

static void
say (MarathonRecordRow *row, const char *name, const char *summary, MarathonFill fill)
{
  g_autofree char *numbers = marathon_fill_bar_describe (fill.count, fill.capacity);
  g_autofree char *label = g_strjoin (*summary != '\0' ? ", " : "", name, summary, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, numbers, -1);
}

static void
set_class (MarathonRecordRow *row, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (row), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), name);
}

static void
marathon_record_row_dispose (GObject *object)
{
  MarathonRecordRow *row = MARATHON_RECORD_ROW (object);

  g_clear_object (&row->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_RECORD_ROW);
  G_OBJECT_CLASS (marathon_record_row_parent_class)->dispose (object);
}

static void
marathon_record_row_class_init (MarathonRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_record_row_dispose;
  g_type_ensure (MARATHON_TYPE_COLOUR_SAMPLE);
  g_type_ensure (MARATHON_TYPE_FILL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/records/record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordRow, sample);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordRow, name);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordRow, code);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordRow, summary);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordRow, fill);
}

static void
marathon_record_row_init (MarathonRecordRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
marathon_record_row_new (MarathonRecord *record)
{
  MarathonRecordRow *row = g_object_new (MARATHON_TYPE_RECORD_ROW, NULL);

  row->record = g_object_ref (record);
  return GTK_WIDGET (row);
}

MarathonRecord *
marathon_record_row_get_record (MarathonRecordRow *row)
{
  return row->record;
}

void
marathon_record_row_show (MarathonRecordRow *row, MarathonEvent *event, MarathonRecordRowRank rank, MarathonFill fill)
{
  const char *name = marathon_record_get_name (row->record);
  g_autofree char *summary = marathon_record_summarize (event, row->record);

  show_sample (row, name, rank == MARATHON_RECORD_ROW_HEADING);
  show_text (row->name, rank == MARATHON_RECORD_ROW_HEADING ? "" : name);
  show_text (row->code, get_text (row->record, "code"));
  show_text (row->summary, summary);
  marathon_fill_bar_set (row->fill, fill.count, fill.capacity);
  set_class (row, "heading", rank == MARATHON_RECORD_ROW_HEADING);
  set_class (row, "member", rank == MARATHON_RECORD_ROW_MEMBER);
  say (row, name, summary, fill);
}
