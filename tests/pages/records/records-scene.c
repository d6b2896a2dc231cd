/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene of a page of records.
 */
#include "pages/records/records-scene.h"

#include "formats/project-writer.h"
#include "model/model-fixture.h"
#include "pages/records/record-row.h"
#include "widgets/display-scene.h"

static void
on_toast (RecordsScene *scene, AdwToast *toast)
{
  g_free (scene->told);
  scene->told = g_strdup (adw_toast_get_title (toast));
  scene->told_undo = adw_toast_get_button_label (toast) != NULL;
}

static void
on_show_page (RecordsScene *scene, const char *page, const char *what)
{
  g_free (scene->shown);
  scene->shown = g_strdup_printf ("%s %s", page, what);
}

void
records_scene_init (RecordsScene *scene, GType page_type, const char *text)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);

  *scene = (RecordsScene) { 0 };
  scene->document = marathon_document_new (event);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->page = g_object_new (page_type, NULL);
  g_signal_connect_swapped (scene->page, "toast", G_CALLBACK (on_toast), scene);
  g_signal_connect_swapped (scene->page, "show-page", G_CALLBACK (on_show_page), scene);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 1000, 800);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->page));
  marathon_page_set_document (scene->page, scene->document, scene->problems);
  display_scene_present (scene->window);
}

void
records_scene_clear (RecordsScene *scene)
{
  gtk_window_set_focus (scene->window, NULL);
  display_scene_destroy (scene->window);
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (scene->problems);
  g_assert_finalize_object (scene->document);
  g_free (scene->told);
  g_free (scene->shown);
}

MarathonEvent *
records_scene_get_event (RecordsScene *scene)
{
  return marathon_document_get_event (scene->document);
}

MarathonHistory *
records_scene_get_history (RecordsScene *scene)
{
  return marathon_document_get_history (scene->document);
}

gboolean
records_scene_can (RecordsScene *scene, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (marathon_page_get_actions (scene->page)), action);
}

/* Where what has the keyboard is hidden twice before a frame, GTK 4.8 never frees what it was in: nobody is so fast. */
static void
let_keyboard_move (RecordsScene *scene)
{
  display_scene_settle ();
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
}

void
records_scene_act (RecordsScene *scene, const char *action)
{
  g_assert_true (records_scene_can (scene, action));
  g_action_group_activate_action (G_ACTION_GROUP (marathon_page_get_actions (scene->page)), action, NULL);
  let_keyboard_move (scene);
}

void
records_scene_answer (RecordsScene *scene, GtkWindow *question, const char *label)
{
  display_scene_wait_for_frame (GTK_WIDGET (question));
  display_scene_click (display_scene_find_text (GTK_WIDGET (question), GTK_TYPE_BUTTON, label));
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  display_scene_focus (scene->window);
}

/* --- The list --- */

static GtkListBox *
get_list (RecordsScene *scene)
{
  return GTK_LIST_BOX (display_scene_find_id (GTK_WIDGET (scene->page), "list"));
}

static const char *
get_name (GtkListBoxRow *row)
{
  return marathon_record_get_name (marathon_record_row_get_record (MARATHON_RECORD_ROW (row)));
}

static char *
describe (RecordsScene *scene)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (scene), i)) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", get_name (row));
  row = gtk_list_box_get_selected_row (get_list (scene));
  g_string_append_printf (text, " > %s", row != NULL ? get_name (row) : "");
  return g_string_free (text, FALSE);
}

static gboolean
is_so (RecordsScene *scene, const char *expected)
{
  g_autofree char *found = describe (scene);

  return g_str_equal (found, expected);
}

void
records_scene_assert (RecordsScene *scene, const char *names, const char *selected)
{
  g_autofree char *expected = g_strdup_printf ("%s > %s", names, selected);
  g_autofree char *found = describe (scene);

  g_test_message ("is: %s; to be: %s", found, expected);
  display_scene_wait_until (is_so (scene, expected));
}

void
records_scene_select (RecordsScene *scene, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (scene), i)) != NULL; i++)
    if (g_str_equal (get_name (row), name))
      {
        gtk_list_box_select_row (get_list (scene), row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
        display_scene_settle ();
        return;
      }
  g_error ("there is no row “%s”", name);
}

gboolean
records_scene_is_in_list (RecordsScene *scene)
{
  GtkWidget *focus = gtk_window_get_focus (scene->window);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_list (scene)));
}

/* --- The form --- */

static gboolean
is_field (GtkWidget *widget, gconstpointer key)
{
  return MARATHON_IS_FIELD_ROW (widget) && g_str_equal (marathon_field_row_get_key (MARATHON_FIELD_ROW (widget)), key)
         && gtk_widget_is_sensitive (widget);
}

MarathonFieldRow *
records_scene_find_field (RecordsScene *scene, const char *key)
{
  GtkWidget *row = display_scene_search (GTK_WIDGET (scene->page), is_field, key);

  if (row == NULL)
    g_error ("there is no field “%s”", key);
  return MARATHON_FIELD_ROW (row);
}

static gboolean
has_text (MarathonFieldRow *row, const char *text)
{
  g_autofree char *shown = marathon_field_row_get_text (row);

  return g_str_equal (shown, text);
}

void
records_scene_type (RecordsScene *scene, const char *key, const char *text)
{
  MarathonFieldRow *row = records_scene_find_field (scene, key);

  marathon_field_row_focus (row);
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
  display_scene_type (scene->window, text);
  display_scene_wait_until (has_text (row, text));
  display_scene_press (scene->window, "Return");
  display_scene_wait_until (!marathon_field_row_is_dirty (row) || marathon_field_row_get_error (row) != NULL);
}

/* --- The event --- */

char *
records_scene_write (RecordsScene *scene)
{
  return marathon_project_to_text (records_scene_get_event (scene));
}

void
records_scene_undo_all (RecordsScene *scene, const char *before)
{
  MarathonHistory *history = records_scene_get_history (scene);
  g_autofree char *after = records_scene_write (scene);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      for (; marathon_history_can_undo (history); let_keyboard_move (scene))
        g_assert_true (marathon_history_undo (history, NULL));
      undone = records_scene_write (scene);
      g_assert_cmpstr (undone, ==, before);
      for (; round == 0 && marathon_history_can_redo (history); let_keyboard_move (scene))
        g_assert_true (marathon_history_redo (history, NULL));
      redone = records_scene_write (scene);
      g_assert_cmpstr (redone, ==, round == 0 ? after : before);
    }
}
