/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks of bibs: what became of their numbers, who has one, and changing them.
 */
#include "pages/bibs/bibs-page.h"

#include "model/model-fixture.h"
#include "pages/records/records-scene.h"
#include "widgets/display-scene.h"

#define EVENT                                                                                                          \
  "category mass | name=Mass\n"                                                                                        \
  "bib-block low | name=Low | numbers=1-20,-13 | late-share=10 | categories=mass\nbib-block w | name=Chairs | "        \
  "prefix=W | numbers=1-9 | digits=3\n"                                                                                \
  "bib-block over | name=Over | numbers=19-30\n"                                                                       \
  "entrant 1 | given=Amy | family=Archer | bib=1\nentrant 2 | given=Ben | bib=2 | printed=yes\n"                       \
  "entrant 3 | given=Cy | bib=3 | collected=2014-04-12T10:00:00Z\nentrant 4 | given=Di | bib=900\nguide 41 | "         \
  "family=Guide | bib=W1\n"                                                                                            \
  "binned 5 | given=Eve | bib=5 | printed=yes\n"

static void
init (RecordsScene *scene, const char *text)
{
  records_scene_init (scene, MARATHON_TYPE_BIBS_PAGE, text);
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
  records_scene_assert (&scene, "Low|Chairs|Over", "Low");
  g_assert_cmpstr (marathon_page_get_count (scene.page), ==, "3");
  g_assert_true (shows (&scene, "1–20 without 13 · for Mass · by predicted time · 10% kept for late entries"));
  g_assert_true (shows (&scene, "W001"));
  display_scene_wait_until (shows (&scene, "Assigned: 1"));
  g_assert_true (shows (&scene, "Printed: 1"));
  g_assert_true (shows (&scene, "Collected: 1"));
  g_assert_true (shows (&scene, "Void: 1"));
  g_assert_true (shows (&scene, "Kept for late entries: 2"));
  g_assert_true (shows (&scene, "Free: 13"));
  g_assert_false (shows (&scene, "Pinned: 0"));
  records_scene_select (&scene, "Chairs");
  display_scene_wait_until (shows (&scene, "Free: 8"));
  g_assert_false (records_scene_can (&scene, "show-entrants"));
  records_scene_clear (&scene);
}

static void
test_numbers_follow (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  display_scene_wait_until (shows (&scene, "Free: 13"));
  records_scene_type (&scene, "numbers", "1-30");
  display_scene_wait_until (shows (&scene, "Kept for late entries: 3"));
  display_scene_wait_until (shows (&scene, "Free: 23"));
  records_scene_type (&scene, "numbers", "9-1");
  g_assert_nonnull (marathon_field_row_get_error (records_scene_find_field (&scene, "numbers")));
  records_scene_clear (&scene);
}

static void
test_overlaps_are_noted (void)
{
  RecordsScene scene;
  g_autofree char *note = NULL, *gone = NULL;

  init (&scene, EVENT);
  g_object_get (records_scene_find_field (&scene, "numbers"), "note", &note, NULL);
  g_assert_cmpstr (note, ==, "19 is in the block Over too");
  records_scene_type (&scene, "numbers", "1-18");
  g_object_get (records_scene_find_field (&scene, "numbers"), "note", &gone, NULL);
  g_assert_null (gone);
  records_scene_clear (&scene);
}

/* Types a number and waits for what is said of it. */
static void
assert_answer (RecordsScene *scene, const char *bib, const char *answer, gboolean leads)
{
  gtk_editable_set_text (GTK_EDITABLE (find (scene, "entry")), bib);
  display_scene_wait_until (g_str_equal (gtk_label_get_label (GTK_LABEL (find (scene, "answer"))), answer));
  g_assert_true (gtk_widget_get_visible (find (scene, "show")) == leads);
}

static void
test_who_has_a_number (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  assert_answer (&scene, "1", "Assigned to Amy Archer (block Low)", TRUE);
  assert_answer (&scene, "w1", "Assigned to Guide, guide of Di (block Chairs)", TRUE);
  assert_answer (&scene, "5", "Void, was for Eve (block Low)", FALSE);
  assert_answer (&scene, "6", "Free (block Low)", FALSE);
  assert_answer (&scene, "13", "Nobody has it, and no block", FALSE);
  assert_answer (&scene, "?", "That is no bib", FALSE);
  assert_answer (&scene, "900", "Assigned to Di (in no block)", TRUE);
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  display_scene_click (find (&scene, "show"));
  g_assert_cmpstr (scene.shown, ==, "entrants id:0000000000000004");
  assert_answer (&scene, "", "", FALSE);
  records_scene_clear (&scene);
}

static void
change_all (const char *text, const char *added, const char *duplicated)
{
  RecordsScene scene;
  g_autofree char *before = NULL;

  init (&scene, text);
  before = records_scene_write (&scene);
  records_scene_act (&scene, "add");
  display_scene_wait_for_frame (GTK_WIDGET (scene.page));
  records_scene_type (&scene, "name", "High");
  records_scene_type (&scene, "numbers", "100-199");
  records_scene_assert (&scene, added, "High");
  records_scene_act (&scene, "duplicate");
  records_scene_assert (&scene, duplicated, "High (copy)");
  records_scene_act (&scene, "move-up");
  records_scene_act (&scene, "delete");
  records_scene_assert (&scene, added, "High");
  records_scene_undo_all (&scene, before);
  records_scene_clear (&scene);
}

static void
test_changing (void)
{
  change_all (EVENT, "Low|High|Chairs|Over", "Low|High|High (copy)|Chairs|Over");
  change_all ("event | title=Empty\n", "High", "High|High (copy)");
}

static void
test_empty (void)
{
  RecordsScene scene;

  init (&scene, "event | title=Empty\n");
  g_assert_true (shows (&scene, "No Bib Blocks Yet"));
  marathon_page_show (scene.page, "bib-block:none");
  records_scene_clear (&scene);
}

static void
test_show (void)
{
  RecordsScene scene;

  init (&scene, EVENT);
  marathon_page_show (scene.page, "bib-block:over");
  records_scene_assert (&scene, "Low|Chairs|Over", "Over");
  records_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/bibs-page/what-is-shown", test_what_is_shown);
  g_test_add_func ("/bibs-page/numbers-follow", test_numbers_follow);
  g_test_add_func ("/bibs-page/overlaps-are-noted", test_overlaps_are_noted);
  g_test_add_func ("/bibs-page/who-has-a-number", test_who_has_a_number);
  g_test_add_func ("/bibs-page/changing", test_changing);
  g_test_add_func ("/bibs-page/empty", test_empty);
  g_test_add_func ("/bibs-page/show", test_show);
  return display_scene_run ();
}
