/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program, started as people start it, ends without a word at the worst moments; started again it has all that it called kept.
 */
#include <signal.h>
#include <string.h>

#include "atspi/reader-scene.h"
#include "document/folder-fixture.h"

#define KEPT "Changes kept, not saved yet"
#define N_IN_EXAMPLE 168
#define N_IN_LIST 5000

static void
delete_somebody (ReaderScene *scene, const char *name, const char *left)
{
  reader_scene_enter (scene, READER_ENTRY, "Search entrants", name);
  reader_scene_wait_for_focus (scene, READER_ENTRY, "Search entrants");
  reader_scene_press (scene, "Down");
  reader_scene_wait_for_label (scene, "1 selected");
  reader_scene_press (scene, "Delete");
  reader_scene_wait_for_label (scene, left);
  reader_scene_press (scene, "<Control>f");
}

static void
start_and_recover (ReaderScene *scene, const char *path)
{
  reader_scene_start (scene, path);
  reader_scene_wait_for_windows (scene, 2);
  reader_scene_click (scene, READER_BUTTON, "_Recover*");
  reader_scene_wait_for_windows (scene, 1);
  reader_scene_wait_for_label (scene, "• London Marathon 2014");
}

static void
tear_down (ReaderScene *scene)
{
  reader_scene_kill (scene, SIGKILL);
  reader_scene_tear_down (scene);
}

/* --- Single edits --- */

static void
test_single_edits_come_back_and_can_be_undone (void)
{
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);
  g_autofree char *before = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  delete_somebody (&scene, "abshero", "0 of 167");
  delete_somebody (&scene, "kipsang", "0 of 166");
  reader_scene_wait_for_label (&scene, KEPT);
  reader_scene_kill (&scene, SIGKILL);

  start_and_recover (&scene, path);
  reader_scene_wait_for_label (&scene, "166 entrants");
  reader_scene_wait_for_label (&scene, KEPT);
  folder_fixture_assert_text (scene.folder, "london.marathon", before);
  /* Again, before anything was saved: nothing is lost by recovering. */
  reader_scene_kill (&scene, SIGKILL);
  start_and_recover (&scene, path);
  reader_scene_wait_for_label (&scene, "166 entrants");
  reader_scene_click (&scene, READER_BUTTON, "Undo");
  reader_scene_wait_for_label (&scene, "167 entrants");
  tear_down (&scene);
}

static void
test_what_was_saved_is_not_asked_about (void)
{
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);

  delete_somebody (&scene, "abshero", "0 of 167");
  reader_scene_press (&scene, "<Control>s");
  reader_scene_wait_for_label (&scene, "London Marathon 2014");
  reader_scene_kill (&scene, SIGKILL);
  reader_scene_start (&scene, path);
  reader_scene_wait_for_label (&scene, "167 entrants");
  reader_scene_wait_for_windows (&scene, 1);
  tear_down (&scene);
}

/* --- In a dialog --- */

static void
die_in_a_dialog (int number)
{
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);

  delete_somebody (&scene, "abshero", "0 of 167");
  reader_scene_wait_for_label (&scene, KEPT);
  reader_scene_press (&scene, "<Control><Shift>b");
  reader_scene_wait_for_windows (&scene, 2);
  reader_scene_kill (&scene, number);
  start_and_recover (&scene, path);
  reader_scene_wait_for_label (&scene, "167 entrants");
  tear_down (&scene);
}

static void
test_killed_in_a_dialog (void)
{
  die_in_a_dialog (SIGKILL);
}

static void
test_told_to_end_in_a_dialog (void)
{
  die_in_a_dialog (SIGTERM);
}

/* --- In the middle of an import --- */

static char *
write_list (ReaderScene *scene)
{
  g_autoptr (GString) list = g_string_new ("Entry ID,Family Name,Given Name,Gender,Date of Birth\n");

  for (guint i = 0; i < N_IN_LIST; i++)
    g_string_append_printf (list, "Z%u,Family%u,Given%u,%s,19%02u-0%u-1%u\n", i, i, i % 97, i % 2 ? "Male" : "Female", 50 + i % 50, 1 + i % 9, i % 9);
  folder_fixture_put (scene->folder, "list.csv", list->str);
  return g_build_filename (scene->folder, "list.csv", NULL);
}

/* Returns: how many entrants there are after a start: as many as in the file, or all of the list too. */
static guint
start_and_count (ReaderScene *scene, const char *path)
{
  g_autofree char *all = g_strdup_printf ("%u entrants", N_IN_EXAMPLE + N_IN_LIST);

  reader_scene_start (scene, path);
  reader_scene_wait_until (reader_scene_has (scene, READER_BUTTON, "_Recover*") || reader_scene_has (scene, READER_LABEL, "168 entrants"));
  if (!reader_scene_has (scene, READER_BUTTON, "_Recover*"))
    return N_IN_EXAMPLE;
  reader_scene_click (scene, READER_BUTTON, "_Recover*");
  reader_scene_wait_for_label (scene, all);
  return N_IN_EXAMPLE + N_IN_LIST;
}

static void
die_in_an_import (guint delay_us, gboolean is_kept)
{
  ReaderScene scene;
  g_autofree char *path = reader_scene_open_example (&scene);
  g_autofree char *list = write_list (&scene);
  guint n;

  reader_scene_hand_over (&scene, list);
  reader_scene_wait_for_windows (&scene, 2);
  reader_scene_click (&scene, READER_BUTTON, "_Next*");
  reader_scene_wait_for_label (&scene, "5000 entrants will be added");
  reader_scene_click (&scene, READER_BUTTON, "_Import 5000*");
  if (is_kept)
    reader_scene_wait_for_label (&scene, KEPT);
  g_usleep (delay_us);
  reader_scene_kill (&scene, SIGKILL);
  n = start_and_count (&scene, path);
  if (is_kept)
    g_assert_cmpuint (n, ==, N_IN_EXAMPLE + N_IN_LIST);
  tear_down (&scene);
}

static void
test_an_import_is_there_whole_or_not_at_all (void)
{
  static const guint delays_ms[] = { 0, 20, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (delays_ms); i++)
    die_in_an_import (delays_ms[i] * 1000, FALSE);
}

static void
test_an_import_that_is_kept_comes_back (void)
{
  die_in_an_import (0, TRUE);
}

int
main (int argc, char **argv)
{
  reader_scene_init (&argc, &argv);
  g_test_add_func ("/crash/single-edits-come-back-and-can-be-undone", test_single_edits_come_back_and_can_be_undone);
  g_test_add_func ("/crash/what-was-saved-is-not-asked-about", test_what_was_saved_is_not_asked_about);
  g_test_add_func ("/crash/killed-in-a-dialog", test_killed_in_a_dialog);
  g_test_add_func ("/crash/told-to-end-in-a-dialog", test_told_to_end_in_a_dialog);
  g_test_add_func ("/crash/an-import-that-is-kept-comes-back", test_an_import_that_is_kept_comes_back);
  g_test_add_func ("/crash/an-import-is-there-whole-or-not-at-all", test_an_import_is_there_whole_or_not_at_all);
  return g_test_run ();
}
