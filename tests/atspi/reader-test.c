/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an official does who works by keyboard and screen reader: find somebody, make an event and enter a person, undo
 * and save.
 */
#include "atspi/reader-scene.h"

#include <string.h>

#include "document/folder-fixture.h"

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* By keyboard, which nothing must hold up: no change is open. */
static void
quit (ReaderScene *scene)
{
  reader_scene_press (scene, "<Control>q");
  reader_scene_wait_for_end (scene);
  reader_scene_tear_down (scene);
}

static void
assert_row (ReaderScene *scene, guint row, const char *expected)
{
  g_autofree char *text = reader_scene_read_row (scene, "Entrants", row);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_somebody_is_found (void)
{
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);

  reader_scene_type (&scene, "abshero");
  reader_scene_wait_for_label (&scene, "1 of 168");
  assert_row (&scene, 0, "5 | Abshero | Ayele | Elite men | Elite men | Male |  | ETH |  | Accepted");
  reader_scene_press (&scene, "<Control>a BackSpace");
  reader_scene_wait_for_label (&scene, "168 entrants");
  reader_scene_enter (&scene, READER_ENTRY, "Search entrants", "nobody at all");
  reader_scene_wait_for_label (&scene, "0 of 168");
  reader_scene_click (&scene, READER_BUTTON, "_Show Everybody*");
  reader_scene_wait_for_label (&scene, "168 entrants");
  quit (&scene);
}

static void
test_somebody_is_entered (void)
{
  ReaderScene scene;

  reader_scene_set_up (&scene);
  reader_scene_start (&scene, NULL);
  reader_scene_click (&scene, READER_BUTTON, "Main Menu");
  reader_scene_click (&scene, READER_MENU_ITEM, "New Event…");
  reader_scene_wait_for_windows (&scene, 2);
  reader_scene_type (&scene, "Riverside Run");
  reader_scene_wait_for_text (&scene, READER_TEXT, "Name", "Riverside Run");
  reader_scene_press (&scene, "Return");
  reader_scene_wait_for_windows (&scene, 1);
  reader_scene_wait_for_label (&scene, "• Riverside Run");

  reader_scene_press (&scene, "<Control>n");
  reader_scene_wait_for_focus (&scene, READER_TEXT, "Family name");
  reader_scene_type (&scene, "Yılmaz");
  reader_scene_press (&scene, "Tab");
  reader_scene_wait_for_focus (&scene, READER_TEXT, "Given name");
  reader_scene_type (&scene, "Elif");
  reader_scene_press (&scene, "Tab");
  reader_scene_wait_for_label (&scene, "Elif Yılmaz");
  reader_scene_wait_for_label (&scene, "1 entrant");
  assert_row (&scene, 0, " | Yılmaz | Elif |  |  |  |  |  |  | Accepted");
  reader_scene_tear_down (&scene);
}

static void
test_a_step_is_undone_and_saved (void)
{
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);
  g_autofree char *before = read_file (path);
  g_autofree char *after = NULL;

  reader_scene_type (&scene, "abshero");
  reader_scene_wait_for_label (&scene, "1 of 168");
  reader_scene_press (&scene, "Down");
  reader_scene_wait_for_label (&scene, "1 selected");
  reader_scene_press (&scene, "Delete");
  reader_scene_wait_for_label (&scene, "0 of 167");
  reader_scene_wait_for_label (&scene, "• London Marathon 2014");
  reader_scene_click (&scene, READER_BUTTON, "Undo");
  reader_scene_wait_for_label (&scene, "1 of 168");
  reader_scene_wait_for_label (&scene, "London Marathon 2014");
  reader_scene_click (&scene, READER_BUTTON, "Redo");
  reader_scene_wait_for_label (&scene, "0 of 167");
  reader_scene_click (&scene, READER_BUTTON, "Save");
  reader_scene_wait_for_none (&scene, READER_LABEL, "• London Marathon 2014");
  after = read_file (path);
  g_assert_cmpstr (after, !=, before);
  folder_fixture_assert_text (scene.folder, "london.marathon~", before);
  quit (&scene);
}

static void
test_everything_has_a_name (void)
{
  static const char *const pages[] = { "<Alt>1", "<Alt>3", "<Alt>4", "<Alt>5", "<Alt>6", "<Alt>7" };
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);
  g_autoptr (GPtrArray) nameless = NULL;

  /* Rows say what they are of when their page is shown; and somebody's form, too. */
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    reader_scene_press (&scene, pages[i]);
  reader_scene_press (&scene, "<Alt>2");
  reader_scene_press (&scene, "Down");
  reader_scene_wait_for_label (&scene, "1 selected");
  nameless = reader_scene_find_nameless (&scene);
  for (guint i = 0; i < nameless->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (nameless, i));
  g_assert_cmpuint (nameless->len, ==, 0);
  quit (&scene);
}

int
main (int argc, char **argv)
{
  reader_scene_init (&argc, &argv);
  g_test_add_func ("/reader/somebody-is-found", test_somebody_is_found);
  g_test_add_func ("/reader/somebody-is-entered", test_somebody_is_entered);
  g_test_add_func ("/reader/a-step-is-undone-and-saved", test_a_step_is_undone_and_saved);
  g_test_add_func ("/reader/everything-has-a-name", test_everything_has_a_name);
  return g_test_run ();
}
