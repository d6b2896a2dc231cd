/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every list is shown, printed and exported; the options decide what is on it; the preview follows the event.
 */
#include <string.h>

#include "editing/entrant-edits.h"
#include "pages/lists/lists-scene.h"
#include "printing/print-time.h"
#include "printing/report-files.h"

/* 2014-04-12 18:30 UTC: what is made at one time can be compared. */
#define PRINT_TIME "1397327400"

static void
act (ListsScene *scene, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (marathon_page_get_actions (MARATHON_PAGE (scene->page))), action, NULL);
}

static gboolean
can (ListsScene *scene, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (marathon_page_get_actions (MARATHON_PAGE (scene->page))), action);
}

static const MarathonListRequest *
get_shown (ListsScene *scene)
{
  return marathon_list_pages_get_request (lists_scene_get_pages (scene));
}

static void
assert_same_bytes (const char *a, const char *b)
{
  g_autofree char *left = NULL, *right = NULL;
  gsize left_length, right_length;

  g_assert_true (g_file_get_contents (a, &left, &left_length, NULL));
  g_assert_true (g_file_get_contents (b, &right, &right_length, NULL));
  g_assert_cmpmem (left, left_length, right, right_length);
}

/* What marathon-cli does, step by step. */
static void
print_as_command (ListsScene *scene, const char *name, const char *pdf, const char *csv)
{
  const MarathonListInfo *info = marathon_list_info_find (name);
  g_autofree char *print_time = marathon_print_time_format (marathon_print_time_get ());
  MarathonListOptions options = { .audience = info->audience, .print_time = print_time };
  g_autoptr (MarathonReport) report
    = marathon_list_build (marathon_document_get_event (scene->document), name, &options, NULL);
  MarathonPaper paper;

  g_assert_true (marathon_paper_parse ("A4", FALSE, &paper));
  marathon_paper_for_report (report, &paper);
  g_assert_true (marathon_report_save_pdf (report, &paper, marathon_print_time_get (), pdf, NULL, NULL, NULL, NULL));
  g_assert_true (marathon_report_save_csv (report, FALSE, csv, NULL, NULL));
}

static void
export_list (ListsScene *scene, const char *pdf, const char *csv)
{
  marathon_lists_page_export_pdf (scene->page, pdf);
  g_assert_false (can (scene, "export-pdf"));
  display_scene_wait_until (!marathon_lists_page_is_exporting (scene->page));
  marathon_lists_page_export_csv (scene->page, csv);
  display_scene_wait_until (!marathon_lists_page_is_exporting (scene->page));
}

static void
check_list (ListsScene *scene, const MarathonListInfo *info)
{
  g_autofree char *pdf = lists_scene_get_path (scene, "list.pdf");
  g_autofree char *csv = lists_scene_get_path (scene, "list.csv");
  g_autofree char *command_pdf = lists_scene_get_path (scene, "command.pdf");
  g_autofree char *command_csv = lists_scene_get_path (scene, "command.csv");
  g_autofree char *printed = lists_scene_get_path (scene, "printed.pdf");
  g_autofree char *text = NULL, *printed_text = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", info->name);
  lists_scene_choose (scene, info->name);
  g_assert_true (get_shown (scene)->info == info);
  g_assert_cmpint (get_shown (scene)->audience, ==, info->audience);
  export_list (scene, pdf, csv);
  g_assert_cmpstr (scene->toast, ==, "Saved “list.csv”");
  g_assert_true (scene->has_button);
  print_as_command (scene, info->name, command_pdf, command_csv);
  assert_same_bytes (pdf, command_pdf);
  assert_same_bytes (csv, command_csv);
  g_assert_true (marathon_lists_page_print_to_file (scene->page, printed, &error));
  g_assert_no_error (error);
  text = lists_scene_read_pdf (pdf);
  printed_text = lists_scene_read_pdf (printed);
  g_assert_cmpstr (printed_text, ==, text);
}

static void
test_every_list (void)
{
  ListsScene scene;

  lists_scene_init (&scene);
  for (guint i = 0; i < marathon_list_info_count (); i++)
    check_list (&scene, marathon_list_info_get (i));
  lists_scene_clear (&scene);
}

static const char *
get_nth_key (ListsScene *scene, MarathonListId list, guint position)
{
  return marathon_record_get_key (
    marathon_record_list_get (marathon_event_get_list (marathon_document_get_event (scene->document), list), position));
}

static void
test_options (void)
{
  ListsScene scene;
  const char *category, *wave;

  lists_scene_init (&scene);
  category = get_nth_key (&scene, MARATHON_LIST_CATEGORIES, 0);
  wave = get_nth_key (&scene, MARATHON_LIST_WAVES, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "category_choice")), 1);
  lists_scene_wait (&scene);
  g_assert_cmpstr (get_shown (&scene)->category, ==, category);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "category_choice")), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "wave_choice")), 2);
  lists_scene_wait (&scene);
  g_assert_null (get_shown (&scene)->category);
  g_assert_cmpstr (get_shown (&scene)->wave, ==, wave);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "audience_choice")),
                              MARATHON_AUDIENCE_EVERYTHING);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "paper_choice")), 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "orientation_choice")), 1);
  lists_scene_wait (&scene);
  g_assert_cmpint (get_shown (&scene)->audience, ==, MARATHON_AUDIENCE_EVERYTHING);
  g_assert_cmpfloat (marathon_list_pages_get_paper (lists_scene_get_pages (&scene))->width, ==, 792);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.page), "Confidential: personal data. Not to be posted or passed on."));
  lists_scene_clear (&scene);
}

/* The next window begins with the paper that was chosen last. */
static void
test_paper_is_remembered (void)
{
  ListsScene scene;

  lists_scene_init (&scene);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "paper_choice")), 1);
  lists_scene_wait (&scene);
  lists_scene_clear (&scene);
  lists_scene_init (&scene);
  g_assert_cmpfloat (get_shown (&scene)->paper.width, ==, 612);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "paper_choice")), 0);
  lists_scene_wait (&scene);
  g_assert_cmpfloat_with_epsilon (get_shown (&scene)->paper.width, 595.3, 0.1);
  lists_scene_clear (&scene);
}

static void
test_medical_list_is_not_for_everybody (void)
{
  ListsScene scene;
  GtkDropDown *choice;

  lists_scene_init (&scene);
  choice = GTK_DROP_DOWN (display_scene_find_id (GTK_WIDGET (scene.page), "audience_choice"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, 4);
  lists_scene_choose (&scene, "medical");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, 2);
  g_assert_cmpint (get_shown (&scene)->audience, ==, MARATHON_AUDIENCE_MEDICAL);
  gtk_drop_down_set_selected (choice, 1);
  lists_scene_wait (&scene);
  g_assert_cmpint (get_shown (&scene)->audience, ==, MARATHON_AUDIENCE_EVERYTHING);
  lists_scene_choose (&scene, "bibs");
  g_assert_cmpint (get_shown (&scene)->audience, ==, MARATHON_AUDIENCE_PUBLIC);
  lists_scene_clear (&scene);
}

static void
test_other_pages_lead_to_a_wave (void)
{
  ListsScene scene;
  g_autofree char *what = NULL;
  const char *wave;

  lists_scene_init (&scene);
  wave = get_nth_key (&scene, MARATHON_LIST_WAVES, 2);
  what = g_strdup_printf ("waves wave:%s", wave);
  marathon_page_show (MARATHON_PAGE (scene.page), what);
  lists_scene_wait (&scene);
  g_assert_cmpstr (get_shown (&scene)->info->name, ==, "waves");
  g_assert_cmpstr (get_shown (&scene)->wave, ==, wave);
  marathon_page_show (MARATHON_PAGE (scene.page), "alphabetical");
  lists_scene_wait (&scene);
  g_assert_cmpstr (get_shown (&scene)->info->name, ==, "alphabetical");
  g_assert_null (get_shown (&scene)->wave);
  marathon_page_show (MARATHON_PAGE (scene.page), "waves wave:there-is-none");
  g_assert_true (marathon_lists_page_is_ready (scene.page));
  lists_scene_clear (&scene);
}

static void
test_preview_follows_the_event (void)
{
  ListsScene scene;
  static const guint32 first[] = { 0 };
  MarathonListPages *before;
  MarathonHistory *history;

  lists_scene_init (&scene);
  history = marathon_document_get_history (scene.document);
  lists_scene_choose (&scene, "alphabetical");
  before = marathon_list_pages_ref (lists_scene_get_pages (&scene));
  g_assert_true (marathon_entrants_delete (history, first, 1, NULL));
  g_assert_false (marathon_lists_page_is_ready (scene.page));
  lists_scene_wait (&scene);
  g_assert_cmpuint (marathon_report_get_n_rows (marathon_list_pages_get_report (lists_scene_get_pages (&scene))), <,
                    marathon_report_get_n_rows (marathon_list_pages_get_report (before)));
  g_assert_true (marathon_history_undo (history, NULL));
  lists_scene_wait (&scene);
  g_assert_cmpuint (marathon_report_get_n_rows (marathon_list_pages_get_report (lists_scene_get_pages (&scene))), ==,
                    marathon_report_get_n_rows (marathon_list_pages_get_report (before)));
  marathon_list_pages_unref (before);
  lists_scene_clear (&scene);
}

/* What was there stays where the list cannot be saved; the person is told why. */
static void
test_a_file_that_cannot_be_saved (void)
{
  ListsScene scene;
  GtkWindow *dialog;

  lists_scene_init (&scene);
  marathon_lists_page_export_pdf (scene.page, "/there/is/no/such/folder/list.pdf");
  dialog = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "The List Is Not Saved");
  g_assert_null (scene.toast);
  display_scene_wait_for_frame (GTK_WIDGET (dialog));
  display_scene_click (display_scene_find_text (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Close"));
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  lists_scene_clear (&scene);
}

static void
test_a_cancelled_export_leaves_nothing (void)
{
  ListsScene scene;
  g_autofree char *path = NULL;

  lists_scene_init (&scene);
  path = lists_scene_get_path (&scene, "given-up.pdf");
  marathon_lists_page_export_pdf (scene.page, path);
  act (&scene, "cancel");
  display_scene_wait_until (!marathon_lists_page_is_exporting (scene.page));
  g_assert_null (scene.toast);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  lists_scene_clear (&scene);
}

static void
test_zoom_and_place_by_actions (void)
{
  ListsScene scene;
  double zoom;

  lists_scene_init (&scene);
  zoom = marathon_page_preview_get_zoom (scene.page->preview);
  act (&scene, "zoom-in");
  g_assert_cmpfloat (marathon_page_preview_get_zoom (scene.page->preview), >, zoom);
  act (&scene, "fit-page");
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_cmpfloat (marathon_page_preview_get_zoom (scene.page->preview), <, zoom);
  act (&scene, "fit-width");
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_cmpfloat (marathon_page_preview_get_zoom (scene.page->preview), ==, zoom);
  lists_scene_choose (&scene, "entrants");
  gtk_editable_set_text (scene.page->page_entry, "2");
  g_signal_emit_by_name (scene.page->page_entry, "activate");
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_cmpuint (marathon_page_preview_get_page (scene.page->preview), ==, 1);
  display_scene_wait_until (marathon_page_strip_get_page (scene.page->strip) == 1);
  lists_scene_clear (&scene);
}

static void
test_arrow_keys_choose_lists (void)
{
  ListsScene scene;

  lists_scene_init (&scene);
  marathon_page_enter (MARATHON_PAGE (scene.page));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  display_scene_press (scene.window, "Down");
  display_scene_wait_until (marathon_lists_page_is_ready (scene.page) && get_shown (&scene)->info == marathon_list_info_get (1));
  lists_scene_clear (&scene);
}

/* Where there is no room for the small pages beside the page, the button lays them over it. */
static void
test_small_pages_by_a_button (void)
{
  ListsScene scene;
  GtkToggleButton *button;

  lists_scene_init (&scene);
  button = GTK_TOGGLE_BUTTON (display_scene_find_id (GTK_WIDGET (scene.page), "strip_button"));
  g_assert_true (gtk_toggle_button_get_active (button));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (scene.page->strip)));
  gtk_window_set_default_size (scene.window, 660, 800);
  display_scene_wait_until (!gtk_toggle_button_get_active (button)
                            && !gtk_widget_get_mapped (GTK_WIDGET (scene.page->strip)));
  display_scene_click (GTK_WIDGET (button));
  display_scene_wait_until (gtk_widget_get_mapped (GTK_WIDGET (scene.page->strip)));
  g_assert_true (gtk_toggle_button_get_active (button));
  lists_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", PRINT_TIME, TRUE);
  display_scene_init (&argc, &argv);
  g_test_add_func ("/lists-page/every-list", test_every_list);
  g_test_add_func ("/lists-page/options", test_options);
  g_test_add_func ("/lists-page/paper-is-remembered", test_paper_is_remembered);
  g_test_add_func ("/lists-page/medical-list-is-not-for-everybody", test_medical_list_is_not_for_everybody);
  g_test_add_func ("/lists-page/other-pages-lead-to-a-wave", test_other_pages_lead_to_a_wave);
  g_test_add_func ("/lists-page/preview-follows-the-event", test_preview_follows_the_event);
  g_test_add_func ("/lists-page/a-file-that-cannot-be-saved", test_a_file_that_cannot_be_saved);
  g_test_add_func ("/lists-page/a-cancelled-export-leaves-nothing", test_a_cancelled_export_leaves_nothing);
  g_test_add_func ("/lists-page/zoom-and-place-by-actions", test_zoom_and_place_by_actions);
  g_test_add_func ("/lists-page/arrow-keys-choose-lists", test_arrow_keys_choose_lists);
  g_test_add_func ("/lists-page/small-pages-by-a-button", test_small_pages_by_a_button);
  return display_scene_run ();
}
