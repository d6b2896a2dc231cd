/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWelcome: buttons, and the recent files out of the desktop's own list.
 */
#include "window/welcome.h"

#include <string.h>

#include "document/event-template.h"
#include "widgets/interface.h"
#include "window/window-title.h"

#define MAX_RECENT 8

struct _MarathonWelcome {
  AdwBin parent_instance;

  GtkWidget *new_row;
  GtkWidget *recent_group;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (MarathonWelcome, marathon_welcome, ADW_TYPE_BIN)

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b), gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
append_row (MarathonWelcome *welcome, const char *path)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *folder = marathon_describe_folder (path);
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (MARATHON_FILE_ENDING));
  g_autofree char *readable = g_filename_display_name (name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, "action-name", "win.open-path",
                                 "title-lines", 1, "subtitle-lines", 1, NULL);

  /* Not with the others: while it is being made, the row takes titles for markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), readable);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_bytestring (path));
  gtk_list_box_append (welcome->recent, row);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
fill_recent (MarathonWelcome *welcome)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visits);
  guint n = 0;

  clear (welcome->recent);
  for (GList *l = infos; l != NULL && n < MAX_RECENT; l = l->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);

      if (path == NULL || !g_str_has_suffix (path, MARATHON_FILE_ENDING) || !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      append_row (welcome, path);
      n++;
    }
  gtk_widget_set_visible (welcome->recent_group, n > 0);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

static gboolean
marathon_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MARATHON_WELCOME (widget)->new_row);
}

static void
marathon_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_WELCOME);
  G_OBJECT_CLASS (marathon_welcome_parent_class)->dispose (object);
}

static void
marathon_welcome_class_init (MarathonWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/welcome.ui");
  widget_class->grab_focus = marathon_welcome_grab_focus;
  gtk_widget_class_bind_template_child (widget_class, MarathonWelcome, new_row);
  gtk_widget_class_bind_template_child (widget_class, MarathonWelcome, recent_group);
  gtk_widget_class_bind_template_child (widget_class, MarathonWelcome, recent);
}

static void
marathon_welcome_init (MarathonWelcome *welcome)
{
  gtk_widget_init_template (GTK_WIDGET (welcome));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent), welcome, G_CONNECT_SWAPPED);
  fill_recent (welcome);
}

/* --- Remembering --- */

/* As GTK's own manager does it, which syncs the list in the main thread: on a slow disk that holds up the window for
 * seconds. It follows what is written here. A list that cannot be read is not written over. */
static void
remember_in_thread (GTask *task, gpointer source, gpointer uri, GCancellable *cancellable)
{
  static GMutex one_at_a_time;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  GBookmarkFile *list = g_bookmark_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&one_at_a_time);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  if (g_bookmark_file_load_from_file (list, path, &error) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_bookmark_file_set_mime_type (list, uri, MARATHON_FILE_TYPE);
      g_bookmark_file_add_application (list, uri, g_get_application_name (), "marathon %u");
      g_bookmark_file_set_visited_date_time (list, uri, now);
      g_bookmark_file_to_file (list, path, NULL);
    }
  g_mutex_unlock (&one_at_a_time);
  g_bookmark_file_free (list);
  g_task_return_boolean (task, TRUE);
}

void
marathon_welcome_remember (const char *path)
{
  g_autoptr (GTask) task = NULL;
  char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri == NULL)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, marathon_welcome_remember);
  g_task_set_task_data (task, uri, g_free);
  g_task_run_in_thread (task, remember_in_thread);
}
