/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The categories are listed in the order in which a plan tries them, and are added, changed, moved and deleted by keys and actions;
 * all of that can be taken back.
 */
#include "pages/categories/categories-page.h"

#include "model/model-fixture.h"
#include "pages/records/records-scene.h"
#include "widgets/display-scene.h"

#define EVENT                                                                                                          \
  "category em | name=Elite men | code=EM | sex=M | routes=elite | capacity=2\ncategory ew | name=Elite women | "      \
  "sex=F | routes=elite\n"                                                                                             \
  "category mass | name=Mass\n"                                                                                        \
  "wave w | name=W | categories=em;mass\n"                                                                             \
  "entrant 1 | given=A | category=em\nentrant 2 | given=B | category=em\nentrant 3 | given=C | category=em\n"          \
  "entrant 4 | given=D | category=mass\n"

static void
init (RecordsScene *scene, const char *text)
{
  records_scene_init (scene, MARATHON_TYPE_CATEGORIES_PAGE, text);
  marathon_page_enter (scene->page);
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
}

static gboolean
shows (RecordsScene *scene, const char *text)
{
  return display_scene_shows (GTK_WIDGET (scene->page), text);
}

static void
test_what_is_shown (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  records_scene_assert (&scene, "Elite men|Elite women|Mass", "Elite men");
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "3");
  g_assert_true (shows (&scene, "Men, running, entry route Elite"));
  g_assert_true (shows (&scene, "EM"));
  g_assert_true (shows (&scene, "3 of 2"));
  g_assert_cmpstr (marathon_field_row_get_committed (records_scene_find_field (&scene, "capacity")), ==, "2");
  g_assert_true (records_scene_is_in_list (&scene));
  records_scene_clear (&scene);
}

static void
test_empty (void)
{
  RecordsScene scene;

  init (&scene, "event | title=Empty\n");
  g_assert_true (shows (&scene, "No Categories Yet"));
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "");
  g_assert_false (records_scene_can (&scene, "duplicate"));
  g_assert_false (records_scene_can (&scene, "delete"));
  g_assert_false (records_scene_can (&scene, "show-entrants"));
  display_scene_click (display_scene_find_text (GTK_WIDGET (scene.page), GTK_TYPE_BUTTON, "_Add Category"));
  display_scene_settle ();
  records_scene_assert (&scene, "New Category", "New Category");
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "1");
  g_assert_true (marathon_history_undo (records_scene_get_history (&scene), NULL));
  display_scene_settle ();
  g_assert_true (shows (&scene, "No Categories Yet"));
  records_scene_clear (&scene);
}

/* The whole way by keys: Insert, a name, Escape, Ctrl+D, Alt+Up, Delete. */
static void
by_keys (const char *text, const char *names, const char *after_add, const char *after_duplicate,
         const char *after_move)
{
  RecordsScene scene;
  g_autofree char *before = NULL;

  init (&scene, text);
  before = records_scene_write (&scene);
  if (*names != '\0')
    display_scene_press (scene.window, "Insert");
  else
    records_scene_act (&scene, "add");
  display_scene_wait_until (!records_scene_is_in_list (&scene));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  records_scene_type (&scene, "name", "Juniors");
  records_scene_assert (&scene, after_add, "Juniors");

  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (records_scene_is_in_list (&scene));
  display_scene_press (scene.window, "<Control>d");
  display_scene_wait_until (!records_scene_is_in_list (&scene));
  records_scene_assert (&scene, after_duplicate, "Juniors (copy)");

  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (records_scene_is_in_list (&scene));
  display_scene_press (scene.window, "<Alt>Up");
  records_scene_assert (&scene, after_move, "Juniors (copy)");
  display_scene_wait_until (records_scene_is_in_list (&scene));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  display_scene_press (scene.window, "Delete");
  records_scene_assert (&scene, after_add, "Juniors");
  g_assert_cmpstr (scene.told, ==, "Deleted Juniors (copy)");
  g_assert_true (scene.told_undo);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  g_assert_true (records_scene_is_in_list (&scene));

  records_scene_undo_all (&scene, before);
  records_scene_clear (&scene);
}

static void
test_by_keys (void)
{
  /* A new one, for everybody as yet, comes last. */
  by_keys (EVENT, "Elite men|Elite women|Mass", "Elite men|Elite women|Mass|Juniors",
           "Elite men|Elite women|Mass|Juniors|Juniors (copy)", "Elite men|Elite women|Mass|Juniors (copy)|Juniors");
  by_keys ("event | title=Empty\n", "", "Juniors", "Juniors|Juniors (copy)", "Juniors (copy)|Juniors");
}

/* Nobody learns afterwards what was touched. */
static void
test_deleting_asks (void)
{
  RecordsScene scene;
  g_autofree char *before = NULL;
  GtkWindow *question;

  init (&scene, EVENT);
  before = records_scene_write (&scene);
  records_scene_act (&scene, "delete");
  question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==, "Delete “Elite men”?");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "3 entrants"));
  records_scene_answer (&scene, question, "_Cancel");
  records_scene_assert (&scene, "Elite men|Elite women|Mass", "Elite men");

  records_scene_act (&scene, "delete");
  question = display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG);
  records_scene_answer (&scene, question, "_Delete");
  records_scene_assert (&scene, "Elite women|Mass", "Elite women");
  g_assert_cmpstr (scene.told, ==, "Deleted Elite men");
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_roster (records_scene_get_event (&scene)), 0)->category, ==,
                    0);
  records_scene_undo_all (&scene, before);
  records_scene_assert (&scene, "Elite men|Elite women|Mass", "Elite women");
  records_scene_clear (&scene);
}

static void
test_moving_stops_at_the_ends (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  g_assert_false (records_scene_can (&scene, "move-up"));
  records_scene_act (&scene, "move-down");
  records_scene_assert (&scene, "Elite women|Elite men|Mass", "Elite men");
  records_scene_act (&scene, "move-down");
  records_scene_assert (&scene, "Elite women|Mass|Elite men", "Elite men");
  g_assert_false (records_scene_can (&scene, "move-down"));
  g_assert_true (marathon_history_undo (records_scene_get_history (&scene), NULL));
  records_scene_assert (&scene, "Elite women|Elite men|Mass", "Elite men");
  records_scene_clear (&scene);
}

static void
test_the_form_changes_the_record (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  records_scene_select (&scene, "Mass");
  records_scene_type (&scene, "age-from", "18");
  records_scene_type (&scene, "capacity", "1");
  display_scene_wait_until (shows (&scene, "Everybody, running, aged 18 and over"));
  display_scene_wait_until (shows (&scene, "1 of 1"));
  g_assert_cmpstr (marathon_history_get_undo_label (records_scene_get_history (&scene)), ==, "Change Capacity of Mass");
  records_scene_clear (&scene);
}

/* What is refused is said where it is typed, and again where somebody goes on without it. */
static void
test_what_is_refused_is_told (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  records_scene_type (&scene, "capacity", "many");
  g_assert_nonnull (marathon_field_row_get_error (records_scene_find_field (&scene, "capacity")));
  g_assert_false (marathon_page_commit (scene.page));
  records_scene_select (&scene, "Mass");
  g_assert_nonnull (scene.told);
  g_assert_true (g_str_has_prefix (scene.told, "Capacity of Elite men: “many” was not taken: "));
  g_assert_true (marathon_page_commit (scene.page));
  records_scene_assert (&scene, "Elite men|Elite women|Mass", "Mass");
  records_scene_clear (&scene);
}

static void
test_typing_is_taken_back_first (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  marathon_field_row_focus (records_scene_find_field (&scene, "name"));
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  display_scene_type (scene.window, "Other");
  display_scene_wait_until (marathon_field_row_is_dirty (records_scene_find_field (&scene, "name")));
  g_assert_true (marathon_page_undo_typing (scene.page));
  g_assert_false (marathon_page_undo_typing (scene.page));
  g_assert_false (marathon_history_can_undo (records_scene_get_history (&scene)));
  records_scene_clear (&scene);
}

static void
test_where_it_leads (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  records_scene_act (&scene, "show-entrants");
  g_assert_cmpstr (scene.shown, ==, "entrants category:em");
  marathon_page_show (scene.page, "category:mass");
  records_scene_assert (&scene, "Elite men|Elite women|Mass", "Mass");
  marathon_page_show (scene.page, "category:nobody");
  marathon_page_show (scene.page, "wave:w");
  records_scene_assert (&scene, "Elite men|Elite women|Mass", "Mass");
  records_scene_clear (&scene);
}

/* A page that is not seen is right when it is seen again. */
static void
test_another_event (void)
{
  RecordsScene scene;
  g_autoptr (MarathonEvent) event = model_fixture_new ("category x | name=X\n");
  g_autoptr (MarathonDocument) other = marathon_document_new (event);
  g_autoptr (MarathonProblemsWatch) problems = marathon_problems_watch_new (other);

  init (&scene, EVENT);
  marathon_page_set_document (scene.page, other, problems);
  records_scene_assert (&scene, "X", "X");
  marathon_page_set_document (scene.page, NULL, NULL);
  records_scene_assert (&scene, "", "");
  g_assert_false (records_scene_can (&scene, "add"));
  records_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/categories-page/what-is-shown", test_what_is_shown);
  g_test_add_func ("/categories-page/empty", test_empty);
  g_test_add_func ("/categories-page/by-keys", test_by_keys);
  g_test_add_func ("/categories-page/deleting-asks", test_deleting_asks);
  g_test_add_func ("/categories-page/moving-stops-at-the-ends", test_moving_stops_at_the_ends);
  g_test_add_func ("/categories-page/the-form-changes-the-record", test_the_form_changes_the_record);
  g_test_add_func ("/categories-page/what-is-refused-is-told", test_what_is_refused_is_told);
  g_test_add_func ("/categories-page/typing-is-taken-back-first", test_typing_is_taken_back_first);
  g_test_add_func ("/categories-page/where-it-leads", test_where_it_leads);
  g_test_add_func ("/categories-page/another-event", test_another_event);
  return display_scene_run ();
}
