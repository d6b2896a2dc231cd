/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole job in the window, by hand's means: a new event, an entry list, what was refused in it put right, plans of
 * categories, waves and bibs, why somebody is where they are, every list through the print operation, all of it undone
 * and done again, saved and opened. And the same by the command line: the files are the same.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "cli/cli-fixture.h"
#include "document/event-template.h"
#include "pages/entrants/entrant-form.h"
#include "pages/lists/lists-page.h"
#include "pages/plans/plan-dialog.h"
#include "widgets/field-row.h"
#include "window/import-dialog.h"
#include "window/new-event-dialog.h"
#include "window/window-scene.h"

#define NAME "Riverside Marathon"
#define DATE "2027-04-25"

/* One row names nobody, and Gareth is born on a day that there is not. */
static const char entries[] =
    "Entry ID,Family Name,Given Name,Gender,Date of Birth,Nationality,Predicted Time,Qualifying Time,Entry Route,"
    "Para Class,Mode,Guide Of,Guide Role,Date Entered\n"
    "C1,Barasa,Nico,Male,1991-11-01,KEN,2:12:34,2:06:48,Elite,,,,,2026-10-01\n"
    "C2,Uttley,Gareth,Male,1992-02-30,GBR,2:14:26,2:11:09,Elite,,,,,2026-10-01\n"
    "C3,Okello,Ruth,Female,1990-05-12,UGA,2:24:00,2:22:10,Elite,,,,,2026-10-02\n"
    "C4,Weir-Holt,Dara,Female,1988-07-07,IRL,1:45:00,1:44:00,Elite,T54,Wheelchair,,,2026-10-02\n"
    "C5,Aokawa,Kenta,Male,1985-08-28,JPN,2:45:31,2:40:16,Elite,T11,,,,2026-10-03\n"
    "G5,Mori,Ren,Male,1989-01-02,JPN,,,,,,C5,Guide,2026-10-03\n"
    "C6,Ashworth,Ann,Female,1979-03-04,GBR,3:45:00,,Ballot,,,,,2026-10-04\n"
    "C7,Birch,Ben,Male,1969-12-24,GBR,4:30:00,,Ballot,,,,,2026-10-04\n"
    "C8,Çelik,Deniz,Female,2001-06-15,TUR,5:10:00,,Charity,,,,,2026-10-05\n"
    "C9,,,,,,,,Ballot,,,,,2026-10-05\n"
    "C10,Dubois,Léa,Female,1999-09-09,FRA,,,Ballot,,,,,2026-10-06\n";

#define N_ENTRANTS 9
#define GARETH 1

static const char correction[] = "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
                                 "<change entrant=\"entry:C2\" born=\"1992-02-29\"/>\n"
                                 "</edits>\n";

/* --- Files --- */

/* Numbers the ids, which chance has made, in the order in which they are met. */
static gboolean
number_id (const GMatchInfo *match, GString *result, gpointer numbers)
{
  g_autofree char *id = g_match_info_fetch (match, 0);
  gpointer number = g_hash_table_lookup (numbers, id);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_strdup (id), number);
    }
  g_string_append_printf (result, "%016x", GPOINTER_TO_UINT (number));
  return FALSE;
}

static char *
number_ids (GBytes *file)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) id = g_regex_new ("\\b[0-9a-f]{16}\\b", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  gsize length;
  const char *text = g_bytes_get_data (file, &length);
  g_autoptr (GError) error = NULL;
  char *numbered = g_regex_replace_eval (id, text, (gssize) length, 0, G_REGEX_MATCH_DEFAULT, number_id, numbers, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (numbers), >, N_ENTRANTS);
  return numbered;
}

/* The event as the command line makes it by the same steps. */
static char *
do_by_command_line (CliFixture *fixture)
{
  g_autofree char *made = cli_fixture_do (fixture, "new", "race.marathon", "--template", "city-marathon", "--name", NAME,
                                          "--date", DATE, NULL);
  g_autoptr (CliRun) imported = NULL;
  g_autofree char *corrected = NULL, *planned = NULL, *path = cli_fixture_path (fixture, "race.marathon");
  g_autoptr (GBytes) file = NULL;

  cli_fixture_put (fixture, "correction.xml", correction, -1);
  imported = cli_fixture_run (fixture, "import", "race.marathon", "entries.csv", NULL);
  corrected = cli_fixture_do (fixture, "apply", "race.marathon", "correction.xml", NULL);
  planned = cli_fixture_do (fixture, "plan", "race.marathon", "all", NULL);
  file = window_scene_read_file (path);
  return number_ids (file);
}

/* --- What a person does --- */

static gboolean
can_click (GtkWidget *button)
{
  return gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button);
}

static void
click_when_ready (GtkWindow *dialog, const char *id)
{
  GtkWidget *button = display_scene_find_id (GTK_WIDGET (dialog), id);

  display_scene_wait_until (can_click (button));
  display_scene_click (button);
}

static void
choose_template (GtkWindow *dialog, const char *name)
{
  AdwComboRow *row = ADW_COMBO_ROW (display_scene_find_id (GTK_WIDGET (dialog), "template"));
  g_autoptr (GPtrArray) templates = marathon_event_templates_list ();

  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (((const MarathonEventTemplate *) templates->pdata[i])->name, name))
      adw_combo_row_set_selected (row, i);
}

static void
make_event (MarathonWindow *window)
{
  GtkWindow *dialog = marathon_new_event_dialog_new (GTK_WINDOW (window), NULL);

  g_signal_connect_object (dialog, "created", G_CALLBACK (marathon_window_set_document), window, G_CONNECT_SWAPPED);
  display_scene_present (dialog);
  choose_template (dialog, "city-marathon");
  gtk_widget_grab_focus (display_scene_find_id (GTK_WIDGET (dialog), "name_row"));
  display_scene_type (dialog, NAME);
  gtk_widget_grab_focus (display_scene_find_id (GTK_WIDGET (dialog), "date"));
  display_scene_type (dialog, DATE);
  click_when_ready (dialog, "create");
  display_scene_wait_until (marathon_window_get_document (window) != NULL);
}

static void
import_list (MarathonWindow *window, const char *path)
{
  GtkWindow *dialog;

  marathon_window_open_path (window, path);
  dialog = display_scene_find_window (MARATHON_TYPE_IMPORT_DIALOG);
  click_when_ready (dialog, "next");
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 0); /* nothing has been done yet */
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (dialog), "Refused Rows (1)"));
  click_when_ready (dialog, "accept");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_IMPORT_DIALOG) == 0);
  g_assert_cmpuint (window_scene_count_entrants (window), ==, N_ENTRANTS);
}

static GtkWidget *
find_row (MarathonWindow *window, const char *key)
{
  GtkWidget *form = display_scene_find (GTK_WIDGET (window), MARATHON_TYPE_ENTRANT_FORM);
  g_autoptr (GPtrArray) rows = marathon_field_row_list (form);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (marathon_field_row_get_key (rows->pdata[i]), key))
      return rows->pdata[i];
  g_error ("The form has no row “%s”", key);
}

static void
show_entrant (MarathonWindow *window, const char *query)
{
  marathon_window_show_page (window, "entrants");
  marathon_page_show (marathon_window_get_page (window, "entrants"), query);
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (window_scene_get_model (window)), 0, TRUE);
  display_scene_settle ();
}

static void
correct_birth_date (MarathonWindow *window)
{
  GtkWidget *row;

  window_scene_assert_text (window, GARETH, MARATHON_FIELD_BORN, "");
  show_entrant (window, "Uttley");
  row = find_row (window, "born");
  marathon_field_row_focus (MARATHON_FIELD_ROW (row));
  window_scene_type (window, "29.2.1992");
  window_scene_press (window, "Return");
  window_scene_assert_text (window, GARETH, MARATHON_FIELD_BORN, "1992-02-29");
}

static void
plan (MarathonWindow *window, const char *action, MarathonField field)
{
  guint64 state = marathon_history_get_state (window_scene_get_history (window));
  GtkWindow *dialog;

  window_scene_act (window, action, NULL);
  dialog = display_scene_find_window (MARATHON_TYPE_PLAN_DIALOG);
  display_scene_wait_until (can_click (display_scene_find_id (GTK_WIDGET (dialog), "accept")));
  g_assert_true (marathon_history_get_state (window_scene_get_history (window)) == state);
  window_scene_assert_text (window, 0, field, "");
  click_when_ready (dialog, "accept");
  display_scene_wait_until (display_scene_count_windows (MARATHON_TYPE_PLAN_DIALOG) == 0);
  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      g_autofree char *text
          = marathon_entrant_get_text (window_scene_get_event (window),
                                       marathon_roster_get (marathon_event_get_roster (window_scene_get_event (window)), i), field);

      g_assert_cmpstr (text, !=, "");
    }
}

/* The form says why: what the plan stored, in a sentence below the row. */
static void
assert_reason (MarathonWindow *window, const char *key)
{
  g_autofree char *note = NULL;

  g_object_get (find_row (window, key), "note", &note, NULL);
  g_assert_nonnull (note);
  g_assert_cmpstr (note, !=, "");
}

static void
print_lists (MarathonWindow *window, const char *path)
{
  MarathonListsPage *page = MARATHON_LISTS_PAGE (marathon_window_get_page (window, "lists"));

  marathon_window_show_page (window, "lists");
  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      marathon_page_show (MARATHON_PAGE (page), marathon_list_info_get (i)->name);
      display_scene_wait_until (marathon_lists_page_is_ready (page));
      g_assert_true (marathon_lists_page_print_to_file (page, path, &error));
      g_assert_no_error (error);
      bytes = window_scene_read_file (path);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static guint
do_all (MarathonWindow *window, const char *action)
{
  guint n = 0;

  while (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL) && n < 100
         && (g_str_equal (action, "win.undo") ? marathon_history_can_undo (window_scene_get_history (window))
                                              : marathon_history_can_redo (window_scene_get_history (window))))
    n++;
  return n + 1;
}

static GBytes *
save (MarathonWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_document_save (marathon_window_get_document (window), path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return window_scene_read_file (path);
}

static void
test_whole_job (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *list = cli_fixture_path (fixture, "entries.csv");
  g_autofree char *path = cli_fixture_path (fixture, "window.marathon"), *pdf = cli_fixture_path (fixture, "list.pdf");
  g_autoptr (GBytes) empty = NULL, done = NULL, undone = NULL, redone = NULL, saved = NULL, reopened = NULL;
  g_autofree char *by_window = NULL, *by_command_line = NULL;
  MarathonWindow *window = window_scene_new ();

  cli_fixture_put (fixture, "entries.csv", entries, -1);
  make_event (window);
  empty = window_scene_write_copy (window, "empty.marathon");

  import_list (window, list);
  correct_birth_date (window);
  plan (window, "win.plan-categories", MARATHON_FIELD_CATEGORY);
  plan (window, "win.plan-waves", MARATHON_FIELD_WAVE);
  plan (window, "win.plan-bibs", MARATHON_FIELD_BIB);
  show_entrant (window, "Aokawa");
  assert_reason (window, "category");
  assert_reason (window, "wave");
  print_lists (window, pdf);

  done = window_scene_write_copy (window, "done.marathon");
  g_assert_cmpuint (do_all (window, "win.undo"), ==, 5); /* list, correction, three plans */
  undone = window_scene_write_copy (window, "undone.marathon");
  g_assert_true (g_bytes_equal (empty, undone));
  g_assert_cmpuint (do_all (window, "win.redo"), ==, 5);
  redone = window_scene_write_copy (window, "redone.marathon");
  g_assert_true (g_bytes_equal (done, redone));

  saved = save (window, path);
  g_assert_true (g_bytes_equal (done, saved));
  by_window = number_ids (saved);
  by_command_line = do_by_command_line (fixture);
  g_assert_cmpstr (by_window, ==, by_command_line);
  display_scene_close (GTK_WINDOW (window));

  window = window_scene_open (path);
  reopened = window_scene_write_copy (window, "reopened.marathon");
  g_assert_true (g_bytes_equal (saved, reopened));
  display_scene_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window-job/by-hand-as-by-the-command-line", test_whole_job);
  return display_scene_run ();
}
