/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: what it does with the files it is given, and its own actions.
 */
#include "application/application.h"
#include "application/preferences.h"
#include "document/event-template.h"
#include "editing/entrant-edits.h"
#include "widgets/display-scene.h"
#include "widgets/interface.h"
#include "window/new-event-dialog.h"
#include "window/window.h"

typedef struct {
  MarathonApplication *application;
  char *path; /* of an event */
} Scene;

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autofree char *example = marathon_installed_file ("examples/london-2014" MARATHON_FILE_ENDING);
  g_autoptr (GFile) from = g_file_new_for_path (example);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  scene->path = g_build_filename (g_get_user_data_dir (), "event" MARATHON_FILE_ENDING, NULL);
  to = g_file_new_for_path (scene->path);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  scene->application = marathon_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (scene->application), NULL, &error);
  g_assert_no_error (error);
}

static GList *
get_windows (Scene *scene)
{
  return gtk_application_get_windows (GTK_APPLICATION (scene->application));
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  while (get_windows (scene) != NULL)
    {
      gtk_window_destroy (get_windows (scene)->data);
      display_scene_settle ();
    }
  g_object_unref (scene->application);
  g_free (scene->path);
}

/* Returns: (transfer full): the path of another file with the same event */
static char *
copy_event (Scene *scene, const char *name)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (scene->path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  return path;
}

static void
open_paths (Scene *scene, const char *first, const char *second)
{
  GFile *files[] = { g_file_new_for_path (first), second != NULL ? g_file_new_for_path (second) : NULL };

  g_application_open (G_APPLICATION (scene->application), files, second != NULL ? 2 : 1, "");
  g_clear_object (&files[0]);
  g_clear_object (&files[1]);
}

static MarathonWindow *
get_window (Scene *scene)
{
  return MARATHON_WINDOW (get_windows (scene)->data);
}

static void
act (Scene *scene, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (scene->application), action, NULL);
  display_scene_settle ();
}

static void
test_opens_a_file (Scene *scene, gconstpointer data)
{
  open_paths (scene, scene->path, NULL);
  display_scene_wait_until (get_windows (scene) != NULL && marathon_window_get_document (get_window (scene)) != NULL);
  g_assert_cmpstr (marathon_document_get_path (marathon_window_get_document (get_window (scene))), ==, scene->path);
  /* Again: the window that shows it already. */
  open_paths (scene, scene->path, NULL);
  g_application_activate (G_APPLICATION (scene->application));
  display_scene_settle ();
  g_assert_cmpuint (g_list_length (get_windows (scene)), ==, 1);
}

static void
test_opens_several_files (Scene *scene, gconstpointer data)
{
  g_autofree char *other = copy_event (scene, "other" MARATHON_FILE_ENDING);

  open_paths (scene, scene->path, other);
  display_scene_wait_until (g_list_length (get_windows (scene)) == 2);
  display_scene_wait_until (marathon_window_get_document (get_windows (scene)->data) != NULL
                            && marathon_window_get_document (get_windows (scene)->next->data) != NULL);
}

static void
test_welcomes (Scene *scene, gconstpointer data)
{
  g_application_activate (G_APPLICATION (scene->application));
  display_scene_wait_until (get_windows (scene) != NULL);
  display_scene_wait_for_frame (GTK_WIDGET (get_window (scene)));
  g_assert_true (marathon_window_is_empty (get_window (scene)));
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (get_window (scene)), "Welcome to Marathon"));
  act (scene, "new-event");
  g_assert_cmpuint (display_scene_count_windows (MARATHON_TYPE_NEW_EVENT_DIALOG), ==, 1);
  display_scene_destroy (display_scene_find_window (MARATHON_TYPE_NEW_EVENT_DIALOG));
}

static void
test_style (Scene *scene, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (MARATHON_SETTINGS);
  AdwStyleManager *manager;
  GtkWidget *dialog, *style;

  g_application_activate (G_APPLICATION (scene->application));
  manager = adw_application_get_style_manager (ADW_APPLICATION (scene->application));
  act (scene, "preferences");
  dialog = GTK_WIDGET (display_scene_find_window (ADW_TYPE_WINDOW));
  style = display_scene_find_id (dialog, "style");
  adw_combo_row_set_selected (ADW_COMBO_ROW (style), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (style), 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_settings_reset (settings, "style");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (style)), ==, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  display_scene_destroy (GTK_WINDOW (dialog));
}

static void
test_about (Scene *scene, gconstpointer data)
{
  GtkWindow *about;

  g_application_activate (G_APPLICATION (scene->application));
  act (scene, "about");
  about = display_scene_find_window (ADW_TYPE_ABOUT_WINDOW);
  g_assert_cmpstr (adw_about_window_get_version (ADW_ABOUT_WINDOW (about)), ==, MARATHON_VERSION);
  display_scene_destroy (about);
}

static void
test_quits (Scene *scene, gconstpointer data)
{
  open_paths (scene, scene->path, NULL);
  display_scene_wait_until (get_windows (scene) != NULL && marathon_window_get_document (get_window (scene)) != NULL);
  act (scene, "quit");
  display_scene_wait_until (get_windows (scene) == NULL);
}

static void
change (MarathonWindow *window, const char *given)
{
  MarathonHistory *history = marathon_document_get_history (marathon_window_get_document (window));
  const MarathonFieldInfo *info = marathon_event_get_field (marathon_history_get_event (history), MARATHON_FIELD_GIVEN);
  const guint32 position = 0;
  g_autoptr (GError) error = NULL;

  marathon_entrants_set_field (history, &position, 1, info, given, &error);
  g_assert_no_error (error);
  g_assert_true (marathon_document_is_modified (marathon_window_get_document (window)));
}

/* The question that is asked over @window; waits for it. */
static GtkWindow *
find_question (MarathonWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) > 0);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }
  g_error ("nothing is asked over the window");
}

static void
answer (MarathonWindow *window, const char *label)
{
  GtkWidget *question = GTK_WIDGET (find_question (window));
  guint n_before = display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG);

  display_scene_wait_until (gtk_widget_get_mapped (question));
  display_scene_click (display_scene_find_text (question, GTK_TYPE_BUTTON, label));
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) < n_before);
}

/* One window without changes, which goes at once, and two with changes, of which each asks. */
static void
test_quit_asks_each_window (Scene *scene, gconstpointer data)
{
  const char *const names[] = { "unchanged" MARATHON_FILE_ENDING, "first" MARATHON_FILE_ENDING, "second" MARATHON_FILE_ENDING };
  MarathonWindow *windows[G_N_ELEMENTS (names)];

  g_application_activate (G_APPLICATION (scene->application));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = copy_event (scene, names[i]);

      open_paths (scene, path, NULL);
      display_scene_wait_until (g_list_length (get_windows (scene)) == i + 1);
      windows[i] = get_window (scene);
      display_scene_wait_until (marathon_window_get_document (windows[i]) != NULL);
    }
  change (windows[1], "Alix");
  change (windows[2], "Billie");

  act (scene, "quit");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 2);
  g_assert_cmpuint (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG), ==, 2);
  answer (windows[1], "_Cancel");
  answer (windows[2], "_Discard");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_WINDOW) == 1);
  /* Who does not want to lose that event has it still. */
  g_assert_true (get_window (scene) == windows[1]);
  g_assert_true (marathon_document_is_modified (marathon_window_get_document (windows[1])));

  act (scene, "quit");
  answer (windows[1], "_Discard");
  display_scene_wait_until (get_windows (scene) == NULL);
}

#define ADD(name, test) g_test_add ("/application/" name, Scene, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  ADD ("opens-a-file-once", test_opens_a_file);
  ADD ("opens-several-files", test_opens_several_files);
  ADD ("welcomes-who-brings-no-file", test_welcomes);
  ADD ("style-follows-the-preferences", test_style);
  ADD ("says-what-it-is", test_about);
  ADD ("quits-where-nothing-is-unsaved", test_quits);
  ADD ("quit-asks-each-window-with-changes", test_quit_asks_each_window);
  return display_scene_run ();
}
