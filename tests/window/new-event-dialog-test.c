/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog for a new event, filled in by keyboard.
 */
#include "widgets/display-scene.h"
#include "window/new-event-dialog.h"

static void
on_created (MarathonNewEventDialog *dialog, MarathonDocument *document, MarathonDocument **created)
{
  g_set_object (created, document);
}

static GtkWindow *
show (MarathonDocument **created)
{
  GtkWindow *dialog = marathon_new_event_dialog_new (NULL, NULL);

  g_signal_connect (dialog, "created", G_CALLBACK (on_created), created);
  display_scene_present (dialog);
  return dialog;
}

static gboolean
can_create (GtkWindow *dialog)
{
  return gtk_widget_is_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "create"));
}

static void
test_three_fields_are_enough (void)
{
  g_autoptr (MarathonDocument) document = NULL;
  GtkWindow *dialog = show (&document);
  MarathonEventInfo *info;

  g_assert_false (can_create (dialog));
  display_scene_type (dialog, "Riverside Marathon");
  g_assert_true (can_create (dialog));
  gtk_widget_grab_focus (display_scene_find_id (GTK_WIDGET (dialog), "date"));
  display_scene_type (dialog, "25.4.2027");
  gtk_widget_grab_focus (display_scene_find_id (GTK_WIDGET (dialog), "place"));
  display_scene_type (dialog, "Riverside");
  display_scene_press (dialog, "Return");
  display_scene_wait_until (document != NULL);
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_NEW_EVENT_DIALOG) == 0);

  info = marathon_event_get_info (marathon_document_get_event (document));
  g_assert_cmpstr (info->title, ==, "Riverside Marathon");
  g_assert_cmpstr (info->place, ==, "Riverside");
  g_assert_cmpuint (info->date, ==, marathon_date_new_day (2027, 4, 25));
}

static void
test_a_day_that_is_none (void)
{
  g_autoptr (MarathonDocument) document = NULL;
  GtkWindow *dialog = show (&document);
  GtkWidget *date = display_scene_find_id (GTK_WIDGET (dialog), "date");

  gtk_editable_set_text (GTK_EDITABLE (display_scene_find_id (GTK_WIDGET (dialog), "name_row")), "Run");
  for (guint i = 0; i < 3; i++)
    {
      const char *const wrong[] = { "2027-02-30", "soon", "31.9.2027" };

      gtk_editable_set_text (GTK_EDITABLE (date), wrong[i]);
      g_assert_false (can_create (dialog));
      g_assert_true (gtk_widget_has_css_class (date, "error"));
    }
  gtk_editable_set_text (GTK_EDITABLE (date), "");
  g_assert_true (can_create (dialog));
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  display_scene_destroy (dialog);
}

static void
test_course (void)
{
  g_autoptr (MarathonDocument) document = NULL;
  GtkWindow *dialog = show (&document);
  AdwComboRow *course = ADW_COMBO_ROW (display_scene_find_id (GTK_WIDGET (dialog), "course"));
  GtkWidget *length = display_scene_find_id (GTK_WIDGET (dialog), "length");

  gtk_editable_set_text (GTK_EDITABLE (display_scene_find_id (GTK_WIDGET (dialog), "name_row")), "Mile");
  g_assert_false (gtk_widget_get_visible (length));
  adw_combo_row_set_selected (course, g_list_model_get_n_items (adw_combo_row_get_model (course)) - 1);
  g_assert_true (gtk_widget_get_visible (length));

  /* What the event refuses is said, and the dialog stays. */
  gtk_editable_set_text (GTK_EDITABLE (length), "a mile");
  display_scene_click (display_scene_find_id (GTK_WIDGET (dialog), "create"));
  g_assert_null (document);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (display_scene_find_id (GTK_WIDGET (dialog), "message"))), !=, "");

  gtk_editable_set_text (GTK_EDITABLE (length), "1609");
  display_scene_click (display_scene_find_id (GTK_WIDGET (dialog), "create"));
  g_assert_nonnull (document);
  g_assert_cmpuint (marathon_event_get_course (marathon_document_get_event (document))->length, ==, 1609);
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_NEW_EVENT_DIALOG) == 0);
}

static void
test_escape_makes_nothing (void)
{
  g_autoptr (MarathonDocument) document = NULL;
  GtkWindow *dialog = show (&document);

  display_scene_type (dialog, "Run");
  display_scene_press (dialog, "Escape");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_NEW_EVENT_DIALOG) == 0);
  g_assert_null (document);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/new-event-dialog/three-fields-are-enough", test_three_fields_are_enough);
  g_test_add_func ("/new-event-dialog/a-day-that-is-none-is-told", test_a_day_that_is_none);
  g_test_add_func ("/new-event-dialog/a-course-of-any-length", test_course);
  g_test_add_func ("/new-event-dialog/escape-makes-nothing", test_escape_makes_nothing);
  return display_scene_run ();
}
