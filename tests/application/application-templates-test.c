/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every template of the program makes a widget, which is shown and freed again.
 */
#include "application/preferences.h"
#include "pages/entrants/guide-card.h"
#include "pages/plans/plan-dialog.h"
#include "pages/plans/plan-table.h"
#include "pages/records/record-row.h"
#include "pages/waves/wave-mark.h"
#include "widgets/colour-button.h"
#include "widgets/column-row.h"
#include "widgets/columns-dialog.h"
#include "widgets/display-scene.h"
#include "widgets/fill-bar.h"
#include "widgets/interface.h"
#include "widgets/problem-row.h"
#include "widgets/set-choice-cell.h"
#include "window/event-view.h"
#include "window/field-picker.h"
#include "window/import-column-row.h"
#include "window/import-dialog.h"
#include "window/import-file-page.h"
#include "window/import-note-list.h"
#include "window/import-plan-page.h"
#include "window/new-event-dialog.h"
#include "window/personal-data-dialog.h"
#include "window/problem-record-row.h"
#include "window/problems-popover.h"
#include "window/recovery-dialog.h"
#include "window/recovery-row.h"
#include "window/sidebar-row.h"
#include "window/versions-dialog.h"
#include "window/welcome.h"
#include "window/window.h"

#define TEMPLATES MARATHON_RESOURCES "/ui/"
#define CELL "GtkListItem"

/* A class is known to GObject when something that holds one was made: windows, an event's pages; or by its name here. */
static void
ensure_types (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (marathon_event_view_new ());

  gtk_window_destroy (GTK_WINDOW (marathon_window_new (GTK_APPLICATION (display_scene_get_application ()))));
  gtk_window_destroy (marathon_preferences_new (NULL));
  g_type_ensure (MARATHON_TYPE_COLOUR_BUTTON);
  g_type_ensure (MARATHON_TYPE_COLUMNS_DIALOG);
  g_type_ensure (MARATHON_TYPE_COLUMN_ROW);
  g_type_ensure (MARATHON_TYPE_GUIDE_CARD);
  g_type_ensure (MARATHON_TYPE_FIELD_PICKER);
  g_type_ensure (MARATHON_TYPE_FILL_BAR);
  g_type_ensure (MARATHON_TYPE_IMPORT_COLUMN_ROW);
  g_type_ensure (MARATHON_TYPE_IMPORT_DIALOG);
  g_type_ensure (MARATHON_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (MARATHON_TYPE_IMPORT_NOTE_ITEM);
  g_type_ensure (MARATHON_TYPE_IMPORT_PLAN_PAGE);
  g_type_ensure (MARATHON_TYPE_NEW_EVENT_DIALOG);
  g_type_ensure (MARATHON_TYPE_PERSONAL_DATA_DIALOG);
  g_type_ensure (MARATHON_TYPE_PLAN_DIALOG);
  g_type_ensure (MARATHON_TYPE_PLAN_TABLE);
  g_type_ensure (MARATHON_TYPE_PROBLEM_RECORD_ROW);
  g_type_ensure (MARATHON_TYPE_PROBLEM_ROW);
  g_type_ensure (MARATHON_TYPE_RECOVERY_DIALOG);
  g_type_ensure (MARATHON_TYPE_RECOVERY_ROW);
  g_type_ensure (MARATHON_TYPE_PROBLEMS_POPOVER);
  g_type_ensure (MARATHON_TYPE_RECORD_ROW);
  g_type_ensure (MARATHON_TYPE_SET_CHOICE_CELL);
  g_type_ensure (MARATHON_TYPE_SIDEBAR_ROW);
  g_type_ensure (MARATHON_TYPE_WAVE_MARK);
  g_type_ensure (MARATHON_TYPE_WELCOME);
  g_type_ensure (MARATHON_TYPE_VERSIONS_DIALOG);
}

/* The class that the template at @path is of. */
static char *
read_class (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  if (!g_regex_match (regex, g_bytes_get_data (bytes, NULL), G_REGEX_MATCH_DEFAULT, &match))
    g_error ("%s has no template", path);
  return g_match_info_fetch (match, 1);
}

static GtkWindow *
show (GtkWidget *content)
{
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "content", content, "default-width", 600, "default-height", 400, NULL);

  display_scene_present (window);
  return window;
}

/* --- Widgets --- */

static void
show_popover (GtkWidget *popover)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "popover", popover, "halign", GTK_ALIGN_CENTER, NULL);
  GtkWindow *window = show (button);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  display_scene_wait_until (!gtk_widget_get_mapped (popover));
  display_scene_destroy (window);
}

static GtkWidget *
put_in_list (GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static GtkWidget *
put_in_flow (GtkWidget *child)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
  return flow;
}

/* The template of an abstract class is made with the classes derived from it, which have templates of their own. */
static void
assert_derived (GType type)
{
  g_autofree GType *children = g_type_children (type, NULL);

  g_assert_cmpuint (children[0], !=, 0);
}

static void
try_class (const char *class_name)
{
  GType type = g_type_from_name (class_name);
  GtkWidget *widget;

  if (type == 0)
    g_error ("%s has a template, but there is no such class; where it is made late, ensure_types() names it", class_name);
  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  if (G_TYPE_IS_ABSTRACT (type))
    {
      assert_derived (type);
      return;
    }
  widget = g_object_new (type, NULL);
  if (GTK_IS_WINDOW (widget))
    {
      display_scene_present (GTK_WINDOW (widget));
      display_scene_destroy (GTK_WINDOW (widget));
    }
  else if (GTK_IS_POPOVER (widget))
    show_popover (widget);
  else if (GTK_IS_LIST_BOX_ROW (widget))
    display_scene_destroy (show (put_in_list (widget)));
  else if (GTK_IS_FLOW_BOX_CHILD (widget))
    display_scene_destroy (show (put_in_flow (widget)));
  else
    display_scene_destroy (show (widget));
}

/* --- Cells of lists --- */

static void
try_cell (const char *path)
{
  GListStore *items = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (items))),
                                       gtk_builder_list_item_factory_new_from_resource (NULL, path));
  GtkWindow *window;

  g_list_store_append (items, item);
  window = show (view);
  /* The cell is in the row's widget, which the list makes by itself. */
  g_assert_nonnull (gtk_widget_get_first_child (display_scene_find_type_name (view, "GtkListItemWidget")));
  display_scene_destroy (window);
}

/* --- All of them --- */

static guint
try_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  guint n_tried = 0;

  g_assert_no_error (error);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      g_autofree char *class_name = NULL;

      if (g_str_has_suffix (path, "/"))
        {
          n_tried += try_folder (path);
          continue;
        }
      class_name = read_class (path);
      g_test_message ("%s: %s", path, class_name);
      if (g_str_equal (class_name, CELL))
        try_cell (path);
      else
        try_class (class_name);
      n_tried++;
    }
  return n_tried;
}

static void
test_every_template (void)
{
  ensure_types ();
  g_assert_cmpuint (try_folder (TEMPLATES), >, 30);
}

/* --- The files --- */

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_files (path) : g_str_has_suffix (name, ".ui");
    }
  return n;
}

static guint
count_resources (const char *folder)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);

      n += g_str_has_suffix (path, "/") ? count_resources (path) : g_str_has_suffix (path, ".ui");
    }
  return n;
}

static void
test_no_file_is_forgotten (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MARATHON_SOURCE_DIR"), "ui", NULL);

  g_assert_cmpuint (count_resources (TEMPLATES), ==, count_files (folder));
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/application-templates/every-template", test_every_template);
  g_test_add_func ("/application-templates/no-file-is-forgotten", test_no_file_is_forgotten);
  return display_scene_run ();
}
