/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tour's way.
 */
#include "application/window-tour.h"

#include "application/about.h"
#include "application/preferences.h"
#include "document/event-template.h"
#include "pages/entrants/entrants-page.h"
#include "widgets/display-scene.h"
#include "widgets/columns-dialog.h"
#include "widgets/entrants-table.h"
#include "widgets/question.h"
#include "widgets/shortcuts.h"
#include "window/import-dialog.h"
#include "window/new-event-dialog.h"
#include "window/personal-data-dialog.h"
#include "window/window.h"

/* The smallest window in which nothing may be cut. */
#define WIDTH 900
#define HEIGHT 600

#define EXAMPLE "examples/london-2014" MARATHON_FILE_ENDING
#define ENTRY_LIST "examples/entries.csv"

typedef struct {
  WindowTourLook look;
  gpointer data;
  MarathonWindow *window;
} Tour;

/* --- Looking --- */

static void
look_at (Tour *tour, gpointer root, const char *where)
{
  display_scene_settle ();
  display_scene_wait_for_frame (root);
  tour->look (root, where, tour->data);
}

static gboolean
is_menu_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}

/* Opens everything in @root that a button opens. */
static void
look_into_menus (Tour *tour, gpointer root, const char *where)
{
  g_autoptr (GPtrArray) buttons = display_scene_search_all (root, is_menu_button, NULL);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkMenuButton *button = buttons->pdata[i];
      g_autofree char *what = g_strdup_printf ("%s, menu %u", where, i + 1);
      GtkWidget *popover;

      gtk_menu_button_popup (button);
      popover = GTK_WIDGET (gtk_menu_button_get_popover (button)); /* some are made only now */
      display_scene_wait_until (gtk_widget_get_mapped (popover));
      look_at (tour, popover, what);
      gtk_menu_button_popdown (button);
      display_scene_wait_until (!gtk_widget_get_mapped (popover));
    }
}

/* --- The window --- */

static void
begin (Tour *tour, WindowTourLook look, gpointer data)
{
  MarathonWindow *window = marathon_window_new (GTK_APPLICATION (display_scene_get_application ()));

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  display_scene_present (GTK_WINDOW (window));
  *tour = (Tour) { look, data, window };
}

static void
end (Tour *tour)
{
  display_scene_destroy (GTK_WINDOW (tour->window));
}

static void
act (Tour *tour, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (tour->window), action, NULL));
  display_scene_settle ();
}

static gboolean
is_settled (MarathonWindow *window)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (marathon_window_get_page (window, "entrants"));
  g_autoptr (MarathonProblemsWatch) problems = NULL;
  gboolean is_ready;

  g_object_get (window, "problems", &problems, NULL);
  g_object_get (marathon_entrants_page_get_model (page), "is-ready", &is_ready, NULL);
  return is_ready && !marathon_problems_watch_is_busy (problems);
}

static void
show_event (Tour *tour, MarathonDocument *document)
{
  marathon_window_set_document (tour->window, document);
  display_scene_wait_until (is_settled (tour->window));
}

MarathonDocument *
window_tour_new_event (void)
{
  const MarathonNewEvent what = { "city-marathon", "Riverside Marathon", "2027-04-25", "Riverside", NULL };
  g_autoptr (GError) error = NULL;
  MarathonDocument *document;
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 1);
  document = marathon_document_new_from_template (&what, &ids, &error);
  g_assert_no_error (error);
  return document;
}

MarathonDocument *
window_tour_open_example (void)
{
  g_autofree char *path = marathon_installed_file (EXAMPLE);
  g_autoptr (GError) error = NULL;
  MarathonDocument *document = marathon_document_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The pages of categories, waves and bibs, each with the form of what is selected; of waves, that of a start and of a wave. */
static void
look_at_records (Tour *tour, const char *which)
{
  static const char *const pages[] = { "categories", "waves", "bibs" };
  MarathonPage *waves = marathon_window_get_page (tour->window, "waves");
  MarathonRecordList *list = marathon_event_get_list (marathon_document_get_event (marathon_page_get_document (waves)), MARATHON_LIST_WAVES);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *where = g_strconcat (pages[i], which, NULL);

      marathon_window_show_page (tour->window, pages[i]);
      look_at (tour, tour->window, where);
      look_into_menus (tour, tour->window, where);
    }
  if (marathon_record_list_get_size (list) > 0)
    {
      g_autofree char *what = g_strconcat ("wave:", marathon_record_get_key (marathon_record_list_get (list, 0)), NULL);

      marathon_window_show_page (tour->window, "waves");
      marathon_page_show (waves, what);
      look_at (tour, tour->window, "the form of a wave");
      look_into_menus (tour, tour->window, "the form of a wave");
    }
}

void
window_tour_beginning (MarathonDocument *document, WindowTourLook look, gpointer data)
{
  Tour tour;

  begin (&tour, look, data);
  look_at (&tour, tour.window, "welcome");
  look_into_menus (&tour, tour.window, "welcome");
  show_event (&tour, document);
  marathon_window_show_page (tour.window, "overview");
  look_at (&tour, tour.window, "overview of an empty event");
  look_at_records (&tour, " of an empty event");
  marathon_window_show_page (tour.window, "entrants");
  look_at (&tour, tour.window, "nobody entered yet");
  look_into_menus (&tour, tour.window, "nobody entered yet");
  end (&tour);
}

/* --- Entrants --- */

static MarathonPage *
get_entrants_page (Tour *tour)
{
  return marathon_window_get_page (tour->window, "entrants");
}

static MarathonEntrantsModel *
get_model (Tour *tour)
{
  return marathon_entrants_page_get_model (MARATHON_ENTRANTS_PAGE (get_entrants_page (tour)));
}

/* Selects @n from @first on; where there is not room for both, the details are in front of the table for one. */
static void
select_entrants (Tour *tour, guint first, guint n)
{
  GtkWidget *flap = display_scene_find (GTK_WIDGET (get_entrants_page (tour)), ADW_TYPE_FLAP);

  /* The keyboard out of the form, as where somebody clicks into the table. */
  marathon_window_show_page (tour->window, "entrants");
  display_scene_settle ();
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (get_model (tour)), first, n, TRUE);
  adw_flap_set_reveal_flap (ADW_FLAP (flap), n == 1);
  display_scene_settle ();
}

static gboolean
is_expander (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_EXPANDER_ROW (widget) && gtk_widget_get_visible (widget);
}

/* The whole form, what is folded up in it and what is scrolled out of sight included. */
static void
look_at_form (Tour *tour, const char *where)
{
  g_autoptr (GPtrArray) expanders = display_scene_search_all (GTK_WIDGET (get_entrants_page (tour)), is_expander, NULL);

  for (guint i = 0; i < expanders->len; i++)
    adw_expander_row_set_expanded (expanders->pdata[i], TRUE);
  look_at (tour, tour->window, where);
}

static void
look_at_context_menu (Tour *tour)
{
  GtkWidget *table = display_scene_find (GTK_WIDGET (tour->window), MARATHON_TYPE_ENTRANTS_TABLE);
  GtkWidget *menu = display_scene_find_id (table, "menu");

  /* The keyboard to a row. */
  select_entrants (tour, 0, 1);
  marathon_window_show_page (tour->window, "entrants");
  display_scene_settle ();
  gtk_widget_activate_action (table, "menu.popup", NULL);
  display_scene_wait_until (gtk_widget_get_mapped (menu));
  look_at (tour, menu, "menu of a row");
  gtk_popover_popdown (GTK_POPOVER (menu));
  display_scene_wait_until (!gtk_widget_get_mapped (menu));
}

static gboolean
is_open_popover (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

static void
look_at_header_menu (Tour *tour)
{
  GtkWidget *table = display_scene_find (GTK_WIDGET (tour->window), MARATHON_TYPE_ENTRANTS_TABLE);
  GtkWidget *title = display_scene_find_type_name (table, "GtkColumnViewTitle");
  GtkWidget *menu = NULL;

  display_scene_click_at (title, DISPLAY_SCENE_RIGHT);
  display_scene_wait_until ((menu = display_scene_search (title, is_open_popover, NULL)) != NULL);
  look_at (tour, menu, "menu of a column");
  gtk_popover_popdown (GTK_POPOVER (menu));
  display_scene_wait_until (!gtk_widget_get_mapped (menu));
}

static void
look_at_columns (Tour *tour)
{
  GtkWindow *dialog;

  act (tour, "entrants.choose-columns");
  dialog = display_scene_find_window (MARATHON_TYPE_COLUMNS_DIALOG);
  look_at (tour, dialog, "columns");
  display_scene_destroy (dialog);
}

static void
look_at_selections (Tour *tour)
{
  look_at (tour, tour->window, "nobody selected");
  look_into_menus (tour, tour->window, "nobody selected");
  look_at_header_menu (tour);
  look_at_context_menu (tour);
  select_entrants (tour, 2, 1);
  look_at_form (tour, "somebody selected");
  act (tour, "entrants.add-guide");
  look_at_form (tour, "somebody with a guide");
  select_entrants (tour, 1, 4);
  look_at (tour, tour->window, "many selected");
  look_into_menus (tour, tour->window, "many selected");
  select_entrants (tour, 0, 1);
  act (tour, "entrants.new");
  look_at_form (tour, "somebody new");
}

static void
look_at_filters (Tour *tour)
{
  marathon_page_show (get_entrants_page (tour), "there is nobody of such a name");
  look_at (tour, tour->window, "nobody found");
  marathon_page_show (get_entrants_page (tour), "status:accepted");
  marathon_page_show (get_entrants_page (tour), "problem:no-emergency-contact");
  look_at (tour, tour->window, "filters");
  marathon_page_show (get_entrants_page (tour), "");
}

static void
look_at_bin (Tour *tour)
{
  marathon_window_show_page (tour->window, "bin");
  look_at (tour, tour->window, "nobody deleted");
  marathon_window_show_page (tour->window, "entrants");
  select_entrants (tour, 0, 3);
  act (tour, "entrants.delete");
  look_at (tour, tour->window, "after deleting");
  marathon_window_show_page (tour->window, "bin");
  look_at (tour, tour->window, "deleted entrants");
}

void
window_tour_pages (MarathonDocument *document, WindowTourLook look, gpointer data)
{
  Tour tour;

  begin (&tour, look, data);
  show_event (&tour, document);
  marathon_window_show_page (tour.window, "overview");
  look_at (&tour, tour.window, "overview");
  look_at_records (&tour, "");
  marathon_window_show_page (tour.window, "entrants");
  look_at_selections (&tour);
  look_at_filters (&tour);
  look_at_columns (&tour);
  look_at_bin (&tour);
  end (&tour);
}

/* --- Dialogs --- */

static void
look_and_close (Tour *tour, GtkWindow *dialog, const char *where)
{
  display_scene_present (dialog);
  look_at (tour, dialog, where);
  look_into_menus (tour, dialog, where);
  display_scene_destroy (dialog);
}

static GtkWindow *
new_import_dialog (Tour *tour, MarathonDocument *document)
{
  g_autofree char *path = marathon_installed_file (ENTRY_LIST);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  return marathon_import_dialog_new (GTK_WINDOW (tour->window), document, "entries.csv", bytes);
}

static void
look_at_import (Tour *tour, MarathonDocument *document)
{
  GtkWindow *dialog = new_import_dialog (tour, document);

  display_scene_present (dialog);
  display_scene_wait_until (gtk_widget_is_sensitive (display_scene_find_id (GTK_WIDGET (dialog), "next")));
  look_at (tour, dialog, "import");
  display_scene_click (display_scene_find_id (GTK_WIDGET (dialog), "next"));
  look_at (tour, dialog, "what an import does");
  display_scene_click (display_scene_find_id (GTK_WIDGET (dialog), "accept"));
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
}

/* What is asked before the window closes with changes, as the import was one. */
static void
look_at_question (Tour *tour)
{
  gtk_window_close (GTK_WINDOW (tour->window));
  look_and_close (tour, display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG), "question about changes");
}

static void
look_at_refusal (Tour *tour)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "gone.marathon", NULL);

  marathon_window_open_path (tour->window, path);
  look_and_close (tour, display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG), "an event that cannot be opened");
}

void
window_tour_dialogs (MarathonDocument *document, WindowTourLook look, gpointer data)
{
  GtkWindow *about;
  Tour tour;

  begin (&tour, look, data);
  look_and_close (&tour, marathon_new_event_dialog_new (GTK_WINDOW (tour.window), "entries.csv"), "new event");
  look_and_close (&tour, marathon_preferences_new (GTK_WINDOW (tour.window)), "preferences");
  look_and_close (&tour, GTK_WINDOW (marathon_shortcuts_window_new ()), "shortcuts");
  about = marathon_about_new (GTK_WINDOW (tour.window));
  display_scene_present (about);
  display_scene_destroy (about);
  look_at_refusal (&tour);
  show_event (&tour, document);
  look_and_close (&tour, marathon_personal_data_dialog_new (GTK_WINDOW (tour.window), document), "personal data");
  look_at_import (&tour, document);
  look_at_question (&tour);
  end (&tour);
}

/* --- The program's actions --- */

static const char *const application_actions[] = { "new-event", "preferences", "about", "quit" };

void
window_tour_add_actions (void)
{
  GActionMap *map = G_ACTION_MAP (display_scene_get_application ());

  for (gsize i = 0; i < G_N_ELEMENTS (application_actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (application_actions[i], NULL);

      g_action_map_add_action (map, G_ACTION (action));
    }
}
