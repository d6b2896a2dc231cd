/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonNewEventDialog: the form of a new event.
 */
#include "window/new-event-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/event-template.h"
#include "document/today.h"
#include "model/typed-text.h"
#include "widgets/interface.h"

struct _MarathonNewEventDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwComboRow *template;
  GtkLabel *description;
  AdwEntryRow *name_row;
  AdwEntryRow *date;
  GtkCalendar *calendar;
  GtkPopover *calendar_popover;
  AdwEntryRow *place;
  AdwComboRow *course;
  AdwEntryRow *length;
  GtkLabel *message;
  GtkWidget *create;

  GPtrArray *templates;
};

/* The distances that are run on roads; the marathon's and its half's are those of the rules (42.195 km). */
static const struct {
  const char *label;
  const char *metres;
} courses[] = {
  { N_ ("As in the template"), NULL },
  { N_ ("Marathon"), "42195" },
  { N_ ("Half marathon"), "21098" },
  { N_ ("10 km"), "10000" },
  { N_ ("5 km"), "5000" },
  { N_ ("Another length"), "" },
};

static guint created_signal;

G_DEFINE_FINAL_TYPE (MarathonNewEventDialog, marathon_new_event_dialog, ADW_TYPE_WINDOW)

static const MarathonEventTemplate *
get_template (MarathonNewEventDialog *dialog)
{
  guint selected = adw_combo_row_get_selected (dialog->template);

  return selected < dialog->templates->len ? dialog->templates->pdata[selected] : NULL;
}

static gboolean
is_other_length (MarathonNewEventDialog *dialog)
{
  return adw_combo_row_get_selected (dialog->course) == G_N_ELEMENTS (courses) - 1;
}

/* There is no event yet whose language could say whether day or month goes first: the person's does. */
static const char *
get_language (void)
{
  return g_get_language_names ()[0];
}

/* The day that was typed, in canonical form; "" where nothing was, %NULL where it is no day. */
static char *
read_date (MarathonNewEventDialog *dialog)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (dialog->date));
  MarathonDate date;

  if (!marathon_typed_date (get_language (), "", MARATHON_FIELD_TYPE_DAY, text, marathon_today (), &date))
    return NULL;
  return marathon_date_format (date);
}

static char *
explain_date (MarathonNewEventDialog *dialog)
{
  return marathon_typed_date_explain (get_language (), "", gtk_editable_get_text (GTK_EDITABLE (dialog->date)));
}

static void
set_error (GtkWidget *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Nobody is told of a mistake at the first digit: the shortest dates have six characters. */
static gboolean
is_being_typed (MarathonNewEventDialog *dialog)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (dialog->date)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         && g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (dialog->date)), -1) < 6;
}

static void
update (MarathonNewEventDialog *dialog)
{
  g_autofree char *date = read_date (dialog);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->name_row))));
  g_autofree char *problem = date == NULL && !is_being_typed (dialog) ? explain_date (dialog) : NULL;
  const MarathonEventTemplate *template = get_template (dialog);

  set_error (GTK_WIDGET (dialog->date), problem != NULL);
  gtk_label_set_label (dialog->description, template != NULL ? template->description : "");
  gtk_widget_set_visible (GTK_WIDGET (dialog->length), is_other_length (dialog));
  gtk_label_set_label (dialog->message, problem != NULL ? problem : "");
  gtk_widget_set_sensitive (dialog->create, date != NULL && *title != '\0' && template != NULL);
}

static void
on_date_left (MarathonNewEventDialog *dialog, GtkStateFlags before)
{
  if ((before & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 && gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    update (dialog);
}

static void
on_day_selected (MarathonNewEventDialog *dialog)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (dialog->calendar);
  g_autofree char *text = g_date_time_format (day, "%F");

  gtk_editable_set_text (GTK_EDITABLE (dialog->date), text);
  gtk_popover_popdown (dialog->calendar_popover);
}

static const char *
get_length (MarathonNewEventDialog *dialog)
{
  if (is_other_length (dialog))
    return gtk_editable_get_text (GTK_EDITABLE (dialog->length));
  return courses[adw_combo_row_get_selected (dialog->course)].metres;
}

static void
on_create (MarathonNewEventDialog *dialog)
{
  g_autofree char *date = read_date (dialog);
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const MarathonEventTemplate *template = get_template (dialog);
  MarathonIdSource ids;
  MarathonNewEvent what;

  g_return_if_fail (template != NULL);
  what = (MarathonNewEvent) {
    .template = template->name,
    .title = gtk_editable_get_text (GTK_EDITABLE (dialog->name_row)),
    .date = date,
    .place = gtk_editable_get_text (GTK_EDITABLE (dialog->place)),
    .length = get_length (dialog),
  };

  marathon_id_source_init_random (&ids);
  document = marathon_document_new_from_template (&what, &ids, &error);
  if (document == NULL)
    {
      gtk_label_set_label (dialog->message, error->message);
      return;
    }
  g_signal_emit (dialog, created_signal, 0, document);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Enter in a field makes the event, as soon as there is enough to make it of. */
static void
on_entry_activated (MarathonNewEventDialog *dialog)
{
  if (gtk_widget_get_sensitive (dialog->create))
    on_create (dialog);
  else
    gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
}

static void
fill_templates (MarathonNewEventDialog *dialog)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  dialog->templates = marathon_event_templates_list ();
  for (guint i = 0; i < dialog->templates->len; i++)
    gtk_string_list_append (names, ((const MarathonEventTemplate *) dialog->templates->pdata[i])->label);
  adw_combo_row_set_model (dialog->template, G_LIST_MODEL (names));
}

static void
fill_courses (MarathonNewEventDialog *dialog)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (courses); i++)
    gtk_string_list_append (names, _ (courses[i].label));
  adw_combo_row_set_model (dialog->course, G_LIST_MODEL (names));
}

static void
marathon_new_event_dialog_dispose (GObject *object)
{
  g_clear_pointer (&MARATHON_NEW_EVENT_DIALOG (object)->templates, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_NEW_EVENT_DIALOG);
  G_OBJECT_CLASS (marathon_new_event_dialog_parent_class)->dispose (object);
}

static void
marathon_new_event_dialog_class_init (MarathonNewEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_new_event_dialog_dispose;
  created_signal = g_signal_new ("created", MARATHON_TYPE_NEW_EVENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, MARATHON_TYPE_DOCUMENT);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/new-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, template);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, description);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, date);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, place);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, course);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, length);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, message);
  gtk_widget_class_bind_template_child (widget_class, MarathonNewEventDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_date_left);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
marathon_new_event_dialog_init (MarathonNewEventDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  fill_templates (dialog);
  fill_courses (dialog);
  update (dialog);
  gtk_widget_grab_focus (GTK_WIDGET (dialog->name_row));
}

GtkWindow *
marathon_new_event_dialog_new (GtkWindow *parent, const char *list)
{
  MarathonNewEventDialog *dialog = g_object_new (MARATHON_TYPE_NEW_EVENT_DIALOG, "transient-for", parent, NULL);

  if (list != NULL)
    {
      /* Translators: %s is the name of a file with an entry list */
      g_autofree char *purpose = g_strdup_printf (_ ("For the entrants in “%s”"), list);

      adw_window_title_set_subtitle (dialog->window_title, purpose);
    }
  return GTK_WINDOW (dialog);
}
