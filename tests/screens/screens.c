/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of every page and dialog: `screens LOOK FOLDER EVENT…` through tests/with-display. Each event of a file
 * NAME.marathon gives FOLDER/LOOK-NAME-PAGE.png; dialogs are taken once.
 *
 * Looks: light, dark, narrow (900 × 600), small (600 × 640), rtl, large (text of twice the size).
 */
#include <string.h>

#include "application/about.h"
#include "application/preferences.h"
#include "document/event-template.h"
#include "document/version-keeper.h"
#include "pages/entrants/entrants-page.h"
#include "pages/lists/lists-page.h"
#include "pages/lists/page-strip.h"
#include "pages/plans/plan-dialog.h"
#include "widgets/display-scene.h"
#include "widgets/question.h"
#include "widgets/shortcuts.h"
#include "window/import-dialog.h"
#include "window/new-event-dialog.h"
#include "window/personal-data-dialog.h"
#include "window/recovery-dialog.h"
#include "window/versions-dialog.h"
#include "window/window.h"

typedef struct {
  const char *name;
  int width;
  int height;
} Look;

static const Look looks[] = {
  { "light", 1280, 800 }, { "dark", 1280, 800 }, { "narrow", 900, 600 }, { "small", 600, 640 }, { "rtl", 1280, 800 }, { "large", 1280, 900 },
};

static const Look *look;
static const char *folder;

static const Look *
find_look (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].name, name))
      return &looks[i];
  g_error ("there is no look “%s”", name);
}

static void
put_on (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  if (g_str_equal (look->name, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  if (g_str_equal (look->name, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (g_str_equal (look->name, "large"))
    g_object_set (settings, "gtk-xft-dpi", 2 * (dpi > 0 ? dpi : 96 * 1024), NULL);
}

static void
take (GtkWindow *window, const char *event, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s%s%s.png", look->name, event, *event != '\0' ? "-" : "", what);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  display_scene_settle ();
  display_scene_wait_for_frame (GTK_WIDGET (window));
  display_scene_save_picture (GTK_WIDGET (window), path);
}

/* --- Windows --- */

static MarathonWindow *
new_window (void)
{
  MarathonWindow *window = marathon_window_new (GTK_APPLICATION (display_scene_get_application ()));

  gtk_window_set_default_size (GTK_WINDOW (window), look->width, look->height);
  display_scene_present (GTK_WINDOW (window));
  return window;
}

static void
act (MarathonWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static gboolean
is_settled (MarathonWindow *window)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (marathon_window_get_page (window, "entrants"));
  MarathonEntrantsModel *model = marathon_entrants_page_get_model (page);
  g_autoptr (MarathonProblemsWatch) problems = NULL;
  gboolean is_ready;

  g_object_get (window, "problems", &problems, NULL);
  g_object_get (model, "is-ready", &is_ready, NULL);
  return is_ready && !marathon_problems_watch_is_busy (problems);
}

static void
take_problems (MarathonWindow *window, const char *event)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (display_scene_find_id (GTK_WIDGET (window), "problems_button"));
  GtkWidget *popover;
  g_autofree char *name = g_strdup_printf ("%s-%s-problems.png", look->name, event);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  act (window, "win.show-problems");
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button)); /* made only now */
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  display_scene_wait_for_frame (popover);
  display_scene_save_picture (popover, path);
  gtk_popover_popdown (GTK_POPOVER (popover));
  display_scene_wait_until (!gtk_widget_get_mapped (popover));
}

static void
select_entrants (MarathonWindow *window, guint first, guint n)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (marathon_window_get_page (window, "entrants"));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (marathon_entrants_page_get_model (page));

  gtk_selection_model_select_range (model, first, n, TRUE);
}

static void
take_entrants (MarathonWindow *window, const char *event)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (marathon_window_get_page (window, "entrants"));
  guint n = marathon_entrants_model_get_n_all (marathon_entrants_page_get_model (page));

  marathon_window_show_page (window, "entrants");
  take (GTK_WINDOW (window), event, "entrants");
  act (window, "entrants.new");
  take (GTK_WINDOW (window), event, "entrants-new");
  if (n < 5)
    return;
  select_entrants (window, 2, 1);
  take (GTK_WINDOW (window), event, "entrants-one");
  select_entrants (window, 1, 4);
  take (GTK_WINDOW (window), event, "entrants-many");
  marathon_page_show (MARATHON_PAGE (page), "there is nobody of such a name");
  take (GTK_WINDOW (window), event, "entrants-none");
  marathon_page_show (MARATHON_PAGE (page), "problem:no-emergency-contact");
  take (GTK_WINDOW (window), event, "entrants-filtered");
  marathon_page_show (MARATHON_PAGE (page), "");
}

static void
take_plan (MarathonWindow *window, const char *event, const char *name)
{
  g_autofree char *action = g_strconcat ("win.", name, NULL);
  GtkWindow *dialog;
  GtkStack *stack;

  act (window, action);
  dialog = display_scene_find_window (MARATHON_TYPE_PLAN_DIALOG);
  stack = GTK_STACK (display_scene_find_id (GTK_WIDGET (dialog), "stack"));
  display_scene_wait_until (!g_str_equal (gtk_stack_get_visible_child_name (stack), "busy"));
  take (dialog, event, name);
  if (g_str_equal (name, "plan-bibs"))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (display_scene_find_id (GTK_WIDGET (dialog), "renumber")), TRUE);
      display_scene_wait_until (!g_str_equal (gtk_stack_get_visible_child_name (stack), "busy"));
      take (dialog, event, "plan-bibs-anew");
    }
  gtk_window_destroy (dialog);
  display_scene_settle ();
}

static void
take_list (MarathonWindow *window, const char *event, const char *list)
{
  MarathonListsPage *page = MARATHON_LISTS_PAGE (marathon_window_get_page (window, "lists"));
  g_autofree char *name = g_strconcat ("lists-", list, NULL);

  marathon_window_show_page (window, "lists");
  marathon_page_show (MARATHON_PAGE (page), list);
  display_scene_wait_until (marathon_lists_page_is_ready (page));
  /* The small pages are drawn when there is time. */
  display_scene_wait_for_frame (GTK_WIDGET (window));
  display_scene_wait_until (!marathon_page_strip_is_drawing (
    MARATHON_PAGE_STRIP (display_scene_find (GTK_WIDGET (page), MARATHON_TYPE_PAGE_STRIP))));
  take (GTK_WINDOW (window), event, name);
}

/* Officials are those that an event may well have none of. */
static void
take_lists (MarathonWindow *window, const char *event)
{
  take_list (window, event, "bibs");
  take_list (window, event, "waves");
  take_list (window, event, "medical");
  take_list (window, event, "officials");
}

/* Shows a record of the page, or the page as it is, and waits for what is found in a thread. */
static void
take_record (MarathonWindow *window, const char *event, const char *page, MarathonListId list, const char *what)
{
  MarathonDocument *document = marathon_window_get_document (window);
  MarathonRecordList *records = marathon_event_get_list (marathon_document_get_event (document), list);
  guint n = marathon_record_list_get_size (records);
  g_autofree char *record = NULL;

  marathon_window_show_page (window, page);
  if (n > 0)
    {
      record = g_strdup_printf ("%s:%s", marathon_list_get_element (list), marathon_record_get_key (marathon_record_list_get (records, n / 2)));
      marathon_page_show (marathon_window_get_page (window, page), record);
    }
  /* On the page of bibs what became of the numbers. */
  if (list == MARATHON_LIST_BIB_BLOCKS && n > 0)
    display_scene_wait_until (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (window), "states")));
  take (GTK_WINDOW (window), event, what);
}

static void
take_records (MarathonWindow *window, const char *event)
{
  take_record (window, event, "categories", MARATHON_LIST_CATEGORIES, "categories");
  take_record (window, event, "waves", MARATHON_LIST_STARTS, "waves-start");
  take_record (window, event, "waves", MARATHON_LIST_WAVES, "waves-wave");
  take_record (window, event, "bibs", MARATHON_LIST_BIB_BLOCKS, "bibs");
}

/* In a person's home, which the header bar tells in few words. */
static char *
copy_home (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *races = g_build_filename (g_get_home_dir (), "Races", NULL);
  char *copy = g_build_filename (races, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (races, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

static void
take_event (const char *path)
{
  g_autofree char *home_path = copy_home (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_document_load (home_path, NULL, NULL, NULL, &error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *event = g_strndup (base, strlen (base) - strlen (MARATHON_FILE_ENDING));
  MarathonWindow *window = new_window ();

  g_assert_no_error (error);
  marathon_window_set_document (window, document);
  display_scene_wait_until (is_settled (window));
  marathon_window_show_page (window, "overview");
  take (GTK_WINDOW (window), event, "overview");
  take_records (window, event);
  take_entrants (window, event);
  take_lists (window, event);
  take_problems (window, event);
  take_plan (window, event, "plan-categories");
  take_plan (window, event, "plan-waves");
  take_plan (window, event, "plan-bibs");
  marathon_window_show_page (window, "bin");
  take (GTK_WINDOW (window), event, "bin-empty");
  marathon_window_show_page (window, "entrants");
  if (marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (document))) > 5)
    {
      select_entrants (window, 0, 3);
      act (window, "entrants.delete");
      take (GTK_WINDOW (window), event, "entrants-deleted");
      marathon_window_show_page (window, "bin");
      take (GTK_WINDOW (window), event, "bin");
    }
  display_scene_destroy (GTK_WINDOW (window));
}

/* --- Dialogs --- */

static void
take_and_close (GtkWindow *dialog, const char *what)
{
  display_scene_present (dialog);
  take (dialog, "", what);
  gtk_window_destroy (dialog);
  display_scene_settle ();
}

static void
take_question (MarathonWindow *window)
{
  const MarathonAnswer answers[] = {
    { "cancel", "_Cancel", ADW_RESPONSE_DEFAULT },
    { "discard", "_Discard", ADW_RESPONSE_DESTRUCTIVE },
    { "save", "_Save", ADW_RESPONSE_SUGGESTED },
  };
  GtkWindow *dialog = marathon_ask (GTK_WINDOW (window), "Save Changes?",
                                    "“Riverside Marathon” has changes that are not in its file. They will be lost if you discard them.",
                                    answers, G_N_ELEMENTS (answers), NULL, NULL);

  take_and_close (dialog, "question");
}

/* What is recognised, and what will happen. */
static void
take_import_pages (GtkWindow *dialog, const char *what)
{
  GtkWidget *next = display_scene_find_id (GTK_WIDGET (dialog), "next");
  g_autofree char *plan = g_strdup_printf ("%s-plan", what);

  display_scene_present (dialog);
  display_scene_wait_until (gtk_widget_is_sensitive (next));
  take (dialog, "", what);
  display_scene_click (next);
  take_and_close (dialog, plan);
}

/* Rows of a spreadsheet without a header: nobody knows yet who is who. */
static void
take_trouble (GtkWindow *parent, MarathonDocument *document)
{
  static const char rows[] = "Ashworth\tAnn\t03/04/1980\tred\nBirch\tBen\t12/04/1985\tblue\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (rows, strlen (rows));
  GtkWindow *dialog = marathon_import_dialog_new (parent, document, "Clipboard", bytes);

  display_scene_present (dialog);
  display_scene_wait_until (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (dialog), "trouble")));
  take_and_close (dialog, "import-trouble");
}

static void
take_import (MarathonWindow *window)
{
  const MarathonNewEvent what = { "city-marathon", "Riverside Marathon", "2027-04-25", "Riverside", NULL };
  g_autofree char *path = marathon_installed_file ("examples/entries.csv");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  MarathonIdSource ids;
  gsize length;

  marathon_id_source_init_seeded (&ids, 1);
  document = marathon_document_new_from_template (&what, &ids, NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  take_import_pages (marathon_import_dialog_new (GTK_WINDOW (window), document, "entries.csv", bytes), "import");
  take_trouble (GTK_WINDOW (window), document);
}

/* --- What a crash has left, what was saved before, what must be known of the file --- */

static MarathonRecovery *
make_recovery (MarathonRecoveryKind kind, const char *title, const char *path, guint n_steps, const char *label, const char *problem)
{
  MarathonRecovery *recovery = g_new0 (MarathonRecovery, 1);

  recovery->kind = kind;
  recovery->folder = g_strdup ("/nowhere");
  recovery->path = g_strdup (path);
  recovery->title = g_strdup (title);
  recovery->n_steps = n_steps;
  recovery->last_label = g_strdup (label);
  recovery->last_time = 1808635200;
  recovery->problem = g_strdup (problem);
  return recovery;
}

static void
take_recovery (MarathonWindow *window)
{
  GPtrArray *recoveries = g_ptr_array_new_with_free_func ((GDestroyNotify) marathon_recovery_free);

  take_and_close (marathon_recovery_dialog_new (window, g_ptr_array_ref (recoveries)), "recovery-empty");
  g_ptr_array_add (recoveries, make_recovery (MARATHON_RECOVERY_FILE, "Riverside Marathon", "/srv/riverside.marathon", 12,
                                              "Assign 36,337 Bibs", NULL));
  g_ptr_array_add (recoveries, make_recovery (MARATHON_RECOVERY_COPY, "The Very Long and Much Sponsored International Riverside Marathon",
                                              "/srv/long.marathon", 1, "Delete 3 Entrants",
                                              "The file holds something else by now, so this opens as an event of its own."));
  g_ptr_array_add (recoveries, make_recovery (MARATHON_RECOVERY_NEWER, "Village 10 km", NULL, 0, NULL,
                                              "A newer Marathon has kept this. It is not touched."));
  take_and_close (marathon_recovery_dialog_new (window, recoveries), "recovery");
}

static void
take_versions (MarathonWindow *window, MarathonDocument *document)
{
  GtkWindow *dialog = marathon_versions_dialog_new (GTK_WINDOW (window), document);
  GtkListBox *rows = GTK_LIST_BOX (display_scene_find_id (GTK_WIDGET (dialog), "rows"));

  display_scene_present (dialog);
  gtk_list_box_select_row (rows, gtk_list_box_get_row_at_index (rows, 1));
  display_scene_wait_until (gtk_widget_get_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "copy")));
  take_and_close (dialog, "versions");
}

static void
take_personal_data (MarathonWindow *window, MarathonDocument *document)
{
  GtkWindow *dialog = marathon_personal_data_dialog_new (GTK_WINDOW (window), document);

  display_scene_present (dialog);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (display_scene_find_id (GTK_WIDGET (dialog), "all")), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (display_scene_find_id (GTK_WIDGET (dialog), "understood")), TRUE);
  take_and_close (dialog, "personal-data");
}

/* A file that was saved twice, and that another program has changed since; and it is open for reading only. */
static void
take_kept (const char *path)
{
  g_autofree char *copy = copy_home (path);
  g_autoptr (MarathonDocument) document = marathon_document_load (copy, NULL, NULL, NULL, NULL);
  MarathonWindow *window = new_window ();
  g_autoptr (GError) error = NULL;

  take_recovery (window);
  marathon_window_set_document (window, document);
  for (guint i = 0; i < 2; i++)
    {
      marathon_window_show_page (window, "entrants");
      select_entrants (window, 0, 1);
      act (window, "entrants.delete");
      g_assert_true (marathon_document_save (document, NULL, NULL, NULL, NULL, &error));
    }
  marathon_version_keeper_finish ();
  take_versions (window, document);
  take_personal_data (window, document);
  g_assert_true (g_file_set_contents (copy, "another", -1, NULL));
  marathon_document_set_read_only (document, "Open for reading only. The user “Jo Smith” has had it open on the computer “desk-2” since 09:14.");
  display_scene_wait_until (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (window), "changed")));
  take (GTK_WINDOW (window), "", "notices");
  display_scene_destroy (GTK_WINDOW (window));
}

static void
take_dialogs (void)
{
  MarathonWindow *window = new_window ();
  GtkWidget *shortcuts = marathon_shortcuts_window_new ();

  display_scene_wait_until (display_scene_shows (GTK_WIDGET (window), "Welcome to Marathon"));
  take (GTK_WINDOW (window), "", "welcome");
  take_and_close (marathon_new_event_dialog_new (GTK_WINDOW (window), NULL), "new-event");
  take_and_close (marathon_preferences_new (GTK_WINDOW (window)), "preferences");
  take_and_close (marathon_about_new (GTK_WINDOW (window)), "about");
  take_and_close (GTK_WINDOW (shortcuts), "shortcuts");
  take_question (window);
  take_import (window);
  display_scene_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GSimpleAction) new_event = g_simple_action_new ("new-event", NULL); /* a program's: its row is not grey */

  if (argc < 3)
    g_error ("usage: screens LOOK FOLDER EVENT…");
  look = find_look (argv[1]);
  folder = argv[2];
  display_scene_init (&argc, &argv);
  g_action_map_add_action (G_ACTION_MAP (display_scene_get_application ()), G_ACTION (new_event));
  put_on ();
  take_dialogs ();
  take_kept (argv[argc > 4 ? 4 : 3]);
  for (int i = 3; i < argc; i++)
    take_event (argv[i]);
  return 0;
}
