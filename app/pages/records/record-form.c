/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordForm: which record is shown, and what is made an edit of when.
 */
#include "pages/records/record-form.h"

#include <glib/gi18n-lib.h>

#include "document/today.h"
#include "editing/record-edits.h"
#include "model/model-error.h"
#include "model/typed-column.h"
#include "pages/records/record-rows.h"

typedef struct {
  MarathonFieldRow *row; /* NULL once it is gone */
  guint column;
} FormRow;

struct _MarathonRecordForm {
  GObject parent_instance;

  MarathonRecordClass *kind;
  GArray *rows; /* of FormRow */
  MarathonDocument *document;
  MarathonRecord *record;
};

enum {
  SHOWN,
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonRecordForm, marathon_record_form, G_TYPE_OBJECT)

static FormRow *
get_form_row (MarathonRecordForm *form, guint i)
{
  return &g_array_index (form->rows, FormRow, i);
}

static MarathonEvent *
get_event (MarathonRecordForm *form)
{
  return marathon_document_get_event (form->document);
}

static MarathonHistory *
get_history (MarathonRecordForm *form)
{
  return marathon_document_get_history (form->document);
}

static const MarathonColumn *
get_column (MarathonRecordForm *form, guint index)
{
  return &form->kind->columns[index];
}

/* --- Whether the record is still there --- */

static gboolean
is_single (MarathonEvent *event, MarathonRecord *record)
{
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    if (marathon_event_get_single (event, id) == record)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_event (MarathonEvent *event, MarathonRecord *record)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (marathon_list_get_type_of (id) == G_OBJECT_TYPE (record))
      return marathon_record_list_find (marathon_event_get_list (event, id), marathon_record_get_key (record)) == record;
  return is_single (event, record);
}

/* --- Showing --- */

static gboolean
has_keyboard (MarathonRecordForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (get_form_row (form, i)->row);
      GtkRoot *root = row != NULL ? gtk_widget_get_root (row) : NULL;
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

      if (focus != NULL && gtk_widget_is_ancestor (focus, row))
        return TRUE;
    }
  return FALSE;
}

static void
set_sensitive (MarathonRecordForm *form, gboolean sensitive)
{
  /* The keyboard does not stay where nothing can be typed. */
  if (!sensitive && has_keyboard (form))
    g_signal_emit (form, signals[LEAVE], 0);
  for (guint i = 0; i < form->rows->len; i++)
    if (get_form_row (form, i)->row != NULL)
      gtk_widget_set_sensitive (GTK_WIDGET (get_form_row (form, i)->row), sensitive);
}

static void
show_row (MarathonRecordForm *form, FormRow *form_row)
{
  const MarathonColumn *column = get_column (form, form_row->column);

  marathon_field_row_set_read_only (form_row->row, marathon_document_is_read_only (form->document));
  marathon_record_row_bind (form_row->row, get_event (form), column);
  marathon_field_row_refresh_text (form_row->row, marathon_record_row_get_text (form->record, form_row->column));
}

static void
show_rows (MarathonRecordForm *form)
{
  for (guint i = 0; form->record != NULL && i < form->rows->len; i++)
    if (get_form_row (form, i)->row != NULL)
      show_row (form, get_form_row (form, i));
  g_signal_emit (form, signals[SHOWN], 0);
}

/* After any step: of this record, or of what its rows have to choose from. */
static void
refresh (MarathonRecordForm *form)
{
  if (form->record == NULL)
    return;
  if (is_of_event (get_event (form), form->record))
    show_rows (form);
  else
    marathon_record_form_set_record (form, NULL, NULL);
}

/* --- Saving --- */

static void
refuse (MarathonRecordForm *form, FormRow *form_row, const char *typed, const GError *error)
{
  const MarathonColumn *column = get_column (form, form_row->column);
  g_autofree char *sentence
      = marathon_typed_column_explain (get_event (form), column, typed, marathon_today_of_event (get_event (form)));

  if (g_error_matches (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_READ_ONLY))
    marathon_field_row_set_error (form_row->row, error->message);
  else if (sentence != NULL)
    marathon_field_row_set_error (form_row->row, sentence);
  else
    marathon_field_row_refuse (form_row->row, error);
}

static void
on_commit (MarathonRecordForm *form, const char *text, MarathonFieldRow *row)
{
  g_autoptr (MarathonRecord) record = form->record != NULL ? g_object_ref (form->record) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;
  FormRow *form_row = NULL;

  for (guint i = 0; i < form->rows->len; i++)
    if (get_form_row (form, i)->row == row)
      form_row = get_form_row (form, i);
  if (record == NULL || form_row == NULL)
    return;
  canonical = marathon_typed_column_to_canonical (get_event (form), get_column (form, form_row->column), text,
                                                  marathon_today_of_event (get_event (form)));
  if (!marathon_record_change (get_history (form), record, form_row->column, canonical, &error))
    refuse (form, form_row, text, error);
  else if (form->record == record)
    /* As the event has it, also where nothing was changed by other words. */
    marathon_field_row_set_text (row, marathon_record_row_get_text (record, form_row->column));
}

static void
on_leave (MarathonRecordForm *form)
{
  g_signal_emit (form, signals[LEAVE], 0);
}

/* --- The form --- */

static guint
find_column (MarathonRecordForm *form, MarathonFieldRow *row)
{
  for (guint i = 0; i < form->kind->n_columns; i++)
    if (g_str_equal (form->kind->columns[i].name, marathon_field_row_get_key (row)))
      return i;
  g_error ("%s have no “%s”, which a row of their form shows", form->kind->element, marathon_field_row_get_key (row));
}

/* A row has its label before there is a record: who cannot see that the form is not shown is told of it, too. */
static void
adopt_row (MarathonRecordForm *form, MarathonFieldRow *row)
{
  FormRow form_row = { row, find_column (form, row) };

  marathon_field_row_set_label (row, _ (get_column (form, form_row.column)->label));
  g_array_append_val (form->rows, form_row);
  g_signal_connect_object (row, "commit", G_CALLBACK (on_commit), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "leave", G_CALLBACK (on_leave), form, G_CONNECT_SWAPPED);
}

/* The array has its length: from now on its elements stay where they are. */
static void
watch_rows (MarathonRecordForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    g_object_add_weak_pointer (G_OBJECT (get_form_row (form, i)->row), (gpointer *) &get_form_row (form, i)->row);
}

static void
marathon_record_form_dispose (GObject *object)
{
  MarathonRecordForm *form = MARATHON_RECORD_FORM (object);

  for (guint i = 0; i < form->rows->len; i++)
    g_clear_weak_pointer (&get_form_row (form, i)->row);
  g_clear_object (&form->document);
  g_clear_object (&form->record);
  G_OBJECT_CLASS (marathon_record_form_parent_class)->dispose (object);
}

static void
marathon_record_form_finalize (GObject *object)
{
  MarathonRecordForm *form = MARATHON_RECORD_FORM (object);

  g_array_unref (form->rows);
  g_type_class_unref (form->kind);
  G_OBJECT_CLASS (marathon_record_form_parent_class)->finalize (object);
}

static void
marathon_record_form_class_init (MarathonRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = marathon_record_form_dispose;
  object_class->finalize = marathon_record_form_finalize;
  signals[SHOWN] = g_signal_new ("shown", MARATHON_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", MARATHON_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
marathon_record_form_init (MarathonRecordForm *form)
{
  form->rows = g_array_new (FALSE, FALSE, sizeof (FormRow));
}

MarathonRecordForm *
marathon_record_form_new (GtkWidget *root, GType kind)
{
  MarathonRecordForm *form = g_object_new (MARATHON_TYPE_RECORD_FORM, NULL);
  g_autoptr (GPtrArray) rows = marathon_field_row_list (root);

  form->kind = g_type_class_ref (kind);
  for (guint i = 0; i < rows->len; i++)
    adopt_row (form, rows->pdata[i]);
  watch_rows (form);
  set_sensitive (form, FALSE);
  return form;
}

static void
empty_rows (MarathonRecordForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (get_form_row (form, i)->row != NULL)
      marathon_field_row_set_text (get_form_row (form, i)->row, "");
}

void
marathon_record_form_set_record (MarathonRecordForm *form, MarathonDocument *document, MarathonRecord *record)
{
  g_return_if_fail (MARATHON_IS_RECORD_FORM (form));
  g_return_if_fail ((document == NULL) == (record == NULL));
  g_return_if_fail (record == NULL || MARATHON_RECORD_GET_CLASS (record) == form->kind);

  if (form->record == record && form->document == document)
    return;
  if (form->document != document)
    {
      if (form->document != NULL)
        g_signal_handlers_disconnect_by_func (get_history (form), refresh, form);
      g_set_object (&form->document, document);
      if (document != NULL)
        {
          g_signal_connect_object (get_history (form), "notify::state", G_CALLBACK (refresh), form, G_CONNECT_SWAPPED);
          g_signal_connect_object (get_history (form), "notify::read-only", G_CALLBACK (refresh), form, G_CONNECT_SWAPPED);
        }
    }
  g_set_object (&form->record, record);
  empty_rows (form);
  set_sensitive (form, record != NULL);
  show_rows (form);
}

MarathonRecord *
marathon_record_form_get_record (MarathonRecordForm *form)
{
  return form->record;
}

MarathonFieldRow *
marathon_record_form_get_row (MarathonRecordForm *form, const char *column)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      MarathonFieldRow *row = get_form_row (form, i)->row;

      if (row != NULL && g_str_equal (marathon_field_row_get_key (row), column))
        return row;
    }
  return NULL;
}

gboolean
marathon_record_form_commit (MarathonRecordForm *form)
{
  gboolean accepted = TRUE;

  for (guint i = 0; i < form->rows->len; i++)
    if (get_form_row (form, i)->row != NULL)
      accepted &= marathon_field_row_commit (get_form_row (form, i)->row);
  return accepted;
}

gboolean
marathon_record_form_undo_typing (MarathonRecordForm *form)
{
  gboolean any = FALSE;

  for (guint i = 0; i < form->rows->len; i++)
    {
      MarathonFieldRow *row = get_form_row (form, i)->row;

      if (row == NULL || !marathon_field_row_is_dirty (row))
        continue;
      marathon_field_row_revert (row);
      any = TRUE;
    }
  return any;
}
