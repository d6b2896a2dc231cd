/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The starts are headings of their waves; both are added, changed, moved and deleted, and all of that can be taken back.
 */
#include "pages/waves/waves-page.h"

#include "pages/records/records-scene.h"
#include "pages/waves/wave-mark.h"
#include "pages/waves/wave-timeline.h"
#include "widgets/display-scene.h"

#define EVENT                                                                                                          \
  "start red | name=Red | ground=#c01c28 | ink=#ffffff\nstart blue | name=Blue | ground=#1a5fb4 | ink=#1a5fb4\n"       \
  "wave red-1 | name=Red 1 | start=red | time=10:00 | to=3:30:00 | capacity=10\nwave blue-1 | name=Blue 1 | "          \
  "start=blue | time=10:05\n"                                                                                          \
  "wave red-2 | name=Red 2 | start=red | time=10:10 | from=3:30:00\nwave late | name=Late\n"                           \
  "entrant 1 | given=A | wave=red-1\nentrant 2 | given=B | wave=red-1\n"

#define ROWS "Red|Red 1|Red 2|Blue|Blue 1|Late"

static void
init (RecordsScene *scene, const char *text)
{
  records_scene_init (scene, MARATHON_TYPE_WAVES_PAGE, text);
  marathon_page_enter (scene->page);
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
}

static gboolean
shows (RecordsScene *scene, const char *text)
{
  return display_scene_shows (GTK_WIDGET (scene->page), text);
}

static GtkWidget *
find (RecordsScene *scene, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (scene->page), id);
}

static void
test_what_is_shown (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  records_scene_assert (&scene, ROWS, "Red");
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "4");
  g_assert_true (shows (&scene, "10:00 · predicted under 3:30:00"));
  g_assert_true (shows (&scene, "2 of 10"));
  g_assert_cmpstr (marathon_field_row_get_committed (records_scene_find_field (&scene, "ground")), ==, "#c01c28");
  records_scene_select (&scene, "Red 2");
  g_assert_cmpstr (marathon_field_row_get_committed (records_scene_find_field (&scene, "from")), ==, "3:30:00");
  records_scene_clear (&scene);
}

static void
test_empty (void)
{
  RecordsScene scene;
  g_autofree char *before = NULL;

  init (&scene, "event | title=Empty\n");
  before = records_scene_write (&scene);
  g_assert_true (shows (&scene, "No Waves Yet"));
  g_assert_false (gtk_widget_get_visible (find (&scene, "timeline")));
  records_scene_act (&scene, "add-start");
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  records_scene_type (&scene, "name", "Green");
  records_scene_assert (&scene, "Green", "Green");
  records_scene_act (&scene, "add");
  records_scene_assert (&scene, "Green|Green 1", "Green 1");
  g_assert_cmpstr (marathon_field_row_get_committed (records_scene_find_field (&scene, "start")), ==, "new-start");
  records_scene_undo_all (&scene, before);
  g_assert_true (shows (&scene, "No Waves Yet"));
  records_scene_clear (&scene);
}

static void
test_a_new_wave_goes_on (void)
{
  RecordsScene scene;
  g_autofree char *before = NULL;

  init (&scene, EVENT);
  before = records_scene_write (&scene);
  records_scene_select (&scene, "Red 2");
  display_scene_press (scene.window, "Insert");
  display_scene_wait_until (!records_scene_is_in_list (&scene));
  records_scene_assert (&scene, "Red|Red 1|Red 2|Red 3|Blue|Blue 1|Late", "Red 3");
  g_assert_cmpstr (marathon_field_row_get_committed (records_scene_find_field (&scene, "time")), ==, "10:20");
  g_assert_cmpstr (marathon_field_row_get_committed (records_scene_find_field (&scene, "start")), ==, "red");
  records_scene_act (&scene, "duplicate");
  records_scene_assert (&scene, "Red|Red 1|Red 2|Red 3|Red 4|Blue|Blue 1|Late", "Red 4");
  records_scene_act (&scene, "delete");
  records_scene_assert (&scene, "Red|Red 1|Red 2|Red 3|Blue|Blue 1|Late", "Blue");
  records_scene_undo_all (&scene, before);
  records_scene_clear (&scene);
}

/* A wave moves among those of its start, whatever lies between them; a start with its waves. */
/* Whether the selected row is in sight as a whole. */
static gboolean
is_in_sight (RecordsScene *scene)
{
  GtkListBox *list = GTK_LIST_BOX (display_scene_find_id (GTK_WIDGET (scene->page), "list"));
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (gtk_list_box_get_selected_row (list)), viewport, &bounds)
         && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport);
}

static void
test_a_new_wave_comes_into_sight (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  for (guint i = 0; i < 20; i++)
    records_scene_act (&scene, "add");
  display_scene_wait_until (is_in_sight (&scene));
  records_scene_clear (&scene);
}

static void
test_moving (void)
{
  RecordsScene scene;
  g_autofree char *before = NULL;

  init (&scene, EVENT);
  before = records_scene_write (&scene);
  records_scene_select (&scene, "Red 2");
  g_assert_false (records_scene_can (&scene, "move-down"));
  display_scene_press (scene.window, "<Alt>Up");
  records_scene_assert (&scene, "Red|Red 2|Red 1|Blue|Blue 1|Late", "Red 2");
  g_assert_false (records_scene_can (&scene, "move-up"));
  records_scene_select (&scene, "Red");
  display_scene_press (scene.window, "<Alt>Down");
  records_scene_assert (&scene, "Blue|Blue 1|Red|Red 2|Red 1|Late", "Red");
  records_scene_undo_all (&scene, before);
  records_scene_assert (&scene, ROWS, "Red");
  records_scene_clear (&scene);
}

/* The waves of a start that is deleted stay, without one. */
static void
test_deleting_a_start (void)
{
  RecordsScene scene;
  g_autofree char *before = NULL;
  GtkWindow *question;

  init (&scene, EVENT);
  before = records_scene_write (&scene);
  records_scene_act (&scene, "delete");
  question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "Red 1"));
  records_scene_answer (&scene, question, "_Delete");
  records_scene_assert (&scene, "Blue|Blue 1|Red 1|Red 2|Late", "Blue");
  records_scene_undo_all (&scene, before);
  records_scene_clear (&scene);
}

static void
test_where_it_leads (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  g_assert_false (records_scene_can (&scene, "show-entrants"));
  marathon_page_show (scene.page, "wave:red-2");
  records_scene_assert (&scene, ROWS, "Red 2");
  records_scene_act (&scene, "show-entrants");
  g_assert_cmpstr (scene.shown, ==, "entrants wave:red-2");
  marathon_page_show (scene.page, "start:blue");
  records_scene_assert (&scene, ROWS, "Blue");
  records_scene_clear (&scene);
}

/* Colours that cannot be read are said so, and mended. */
static void
test_readable_colours (void)
{
  RecordsScene scene;
  MarathonFieldRow *ink;
  g_autofree char *note = NULL;

  init (&scene, EVENT);
  g_assert_false (gtk_widget_get_visible (find (&scene, "use_ink")));
  records_scene_select (&scene, "Blue");
  ink = records_scene_find_field (&scene, "ink");
  g_object_get (ink, "note", &note, NULL);
  g_assert_true (g_str_has_prefix (note, "Hard to read"));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  display_scene_click (find (&scene, "use_ink"));
  g_assert_cmpstr (marathon_field_row_get_committed (ink), ==, "#ffffff");
  g_assert_false (gtk_widget_get_visible (find (&scene, "use_ink")));
  records_scene_clear (&scene);
}

static gboolean
is_mark_of (GtkWidget *widget, gconstpointer key)
{
  return MARATHON_IS_WAVE_MARK (widget)
         && g_str_equal (
             marathon_record_get_key (MARATHON_RECORD (marathon_wave_mark_get_wave (MARATHON_WAVE_MARK (widget)))),
             key);
}

static GtkWidget *
find_mark (RecordsScene *scene, const char *key)
{
  return display_scene_search (GTK_WIDGET (scene->page), is_mark_of, key);
}

static void
test_timeline_and_list_go_together (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  g_assert_null (find_mark (&scene, "late"));
  display_scene_click (find_mark (&scene, "blue-1"));
  display_scene_settle ();
  records_scene_assert (&scene, ROWS, "Blue 1");
  g_assert_true (gtk_widget_has_css_class (find_mark (&scene, "blue-1"), "selected"));
  records_scene_select (&scene, "Red 1");
  g_assert_true (gtk_widget_has_css_class (find_mark (&scene, "red-1"), "selected"));
  g_assert_false (gtk_widget_has_css_class (find_mark (&scene, "blue-1"), "selected"));
  records_scene_select (&scene, "Late");
  records_scene_type (&scene, "time", "11:00");
  display_scene_wait_until (find_mark (&scene, "late") != NULL);
  records_scene_clear (&scene);
}

/* In a narrow window the form is in front of the list, and goes. */
static void
test_narrow (void)
{
  RecordsScene scene;
  AdwFlap *flap;

  records_scene_init (&scene, MARATHON_TYPE_WAVES_PAGE, EVENT);
  gtk_window_set_default_size (scene.window, 360, 600);
  flap = ADW_FLAP (find (&scene, "flap"));
  display_scene_wait_until (adw_flap_get_folded (flap));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_false (adw_flap_get_reveal_flap (flap));
  marathon_page_enter (scene.page);
  display_scene_press (scene.window, "Down");
  records_scene_assert (&scene, ROWS, "Red 1");
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (adw_flap_get_reveal_flap (flap));
  records_scene_assert (&scene, ROWS, "Red 1");
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (!adw_flap_get_reveal_flap (flap));
  display_scene_wait_until (records_scene_is_in_list (&scene));
  records_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/waves-page/what-is-shown", test_what_is_shown);
  g_test_add_func ("/waves-page/empty", test_empty);
  g_test_add_func ("/waves-page/a-new-wave-goes-on", test_a_new_wave_goes_on);
  g_test_add_func ("/waves-page/a-new-wave-comes-into-sight", test_a_new_wave_comes_into_sight);
  g_test_add_func ("/waves-page/moving", test_moving);
  g_test_add_func ("/waves-page/deleting-a-start", test_deleting_a_start);
  g_test_add_func ("/waves-page/where-it-leads", test_where_it_leads);
  g_test_add_func ("/waves-page/readable-colours", test_readable_colours);
  g_test_add_func ("/waves-page/timeline-and-list-go-together", test_timeline_and_list_go_together);
  g_test_add_func ("/waves-page/narrow", test_narrow);
  return display_scene_run ();
}
