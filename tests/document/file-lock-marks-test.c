/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may lie beside an event's file: marks of other computers, of dead programs, and what is no mark.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "child-process.h"
#include "lock-scene.h"

static void
look_at_closed_mark (gpointer data)
{
  LockScene *scene = data;
  g_autoptr (MarathonFileHolder) holder = lock_scene_take_held (scene->other_state, scene->path, FALSE);

  if (getuid () == CHILD_PROCESS_NOBODY)
    g_assert_cmpstr (holder->user, ==, "root");
  lock_scene_assert_outcome (scene->other_state, scene->path, TRUE, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_mark_that_may_not_be_read_is_its_owners (void)
{
  g_auto (LockScene) scene = { NULL };

  lock_scene_init (&scene);
  lock_scene_put_mark (&scene, "desk-2", "other", "other");
  folder_fixture_set_mode (scene.folder, LOCK_SCENE_MARK, 0600);
  child_process_run_unprivileged (look_at_closed_mark, &scene);
}

/* --- Another computer --- */

static void
test_other_computer_holds_until_it_is_forced (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;
  g_autofree char *sentence = NULL;

  lock_scene_init (&scene);
  lock_scene_put_mark (&scene, "desk-2", "other", "other");
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  g_assert_cmpstr (holder->user, ==, "Jo Smith");
  g_assert_cmpstr (holder->host, ==, "desk-2");
  g_assert_false (holder->is_here);
  g_assert_false (holder->is_own);
  sentence = marathon_file_holder_describe (holder);
  g_assert_true (g_str_has_prefix (sentence, "The user “Jo Smith” has had it open on the computer “desk-2” since "));

  g_assert_cmpint (marathon_file_lock_take (scene.state, scene.path, TRUE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_computer_of_the_same_name_is_another_one (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileHolder) holder = NULL;

  lock_scene_init (&scene);
  lock_scene_put_mark (&scene, NULL, "other", "other");
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  g_assert_false (holder->is_here);
}

static void
test_mark_from_before_a_restart_counts_as_free (void)
{
  g_auto (LockScene) scene = { NULL };

  lock_scene_init (&scene);
  lock_scene_put_mark (&scene, NULL, NULL, "other");
  lock_scene_assert_outcome (scene.state, scene.path, FALSE, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_lock_held_through_a_network_can_be_forced (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *mark = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;
  int fd;

  lock_scene_init (&scene);
  lock_scene_put_mark (&scene, "desk-2", "other", "other");
  mark = g_build_filename (scene.folder, LOCK_SCENE_MARK, NULL);
  fd = open (mark, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  g_assert_false (holder->is_here);
  lock_scene_assert_outcome (scene.state, scene.path, TRUE, MARATHON_FILE_LOCK_TAKEN);
  close (fd);
}

static void
test_mark_of_somebody_else_stays_when_ours_is_freed (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *mark = NULL;
  MarathonFileLock *lock;

  lock_scene_init (&scene);
  lock = lock_scene_take (&scene);
  mark = g_build_filename (scene.folder, LOCK_SCENE_MARK, NULL);
  g_assert_cmpint (unlink (mark), ==, 0);
  folder_fixture_put (scene.folder, LOCK_SCENE_MARK, "another computer's\n");
  marathon_file_lock_free (lock);
  folder_fixture_assert_text (scene.folder, LOCK_SCENE_MARK, "another computer's\n");
}

/* --- What else may lie at the mark's name --- */

static void
test_broken_marks_are_somebodys_and_can_be_forced (void)
{
  g_autofree char *long_text = g_strnfill (1024 * 1024, 'x');
  g_autofree char *long_name = g_strnfill (3000, 'n');
  g_autofree char *long_user = g_strdup_printf ("marathon-lock,1,%s,h,c,b,1,1\n", long_name);
  const char *const texts[] = {
    long_text,
    long_user,
    ",jo,desk-2,01.02.2027 10:00,file:///home/jo;",
    "marathon-lock,2,jo,desk-2,c,b,1,1\n",
    "marathon-lock,1,jo,desk-2,c,b,1,1",
    "marathon-lock,1,%ff%00%zz,%,,,,\n",
    "marathon-lock,1,%0a%1b%5b,%e2%80%ae,c,b,-99999999999999999999,-1\n",
    "\n\n\n",
    ",,,,,,,,,,,,,,,,,,,,,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (LockScene) scene = { NULL };
      g_autoptr (MarathonFileHolder) holder = NULL;
      g_autofree char *sentence = NULL;

      lock_scene_init (&scene);
      folder_fixture_put (scene.folder, LOCK_SCENE_MARK, texts[i]);
      holder = lock_scene_take_held (scene.state, scene.path, FALSE);
      g_assert_false (holder->is_here);
      g_assert_cmpint (holder->since, >=, 0);
      sentence = marathon_file_holder_describe (holder);
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_cmpuint (strlen (sentence), <, 1000);
      lock_scene_assert_outcome (scene.state, scene.path, TRUE, MARATHON_FILE_LOCK_TAKEN);
    }
}

static void
test_empty_mark_counts_as_free (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *mark = NULL;

  lock_scene_init (&scene);
  folder_fixture_put (scene.folder, LOCK_SCENE_MARK, "");
  lock_scene_assert_outcome (scene.state, scene.path, FALSE, MARATHON_FILE_LOCK_TAKEN);
  folder_fixture_put (scene.folder, LOCK_SCENE_MARK, "");
  mark = g_build_filename (scene.folder, LOCK_SCENE_MARK, NULL);
  g_assert_cmpint (truncate (mark, 100), ==, 0); /* the zeros of a power cut */
  lock_scene_assert_outcome (scene.state, scene.path, FALSE, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_no_file_at_the_name_is_nobodys_lock (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *mark = NULL;
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;

  lock_scene_init (&scene);
  mark = g_build_filename (scene.folder, LOCK_SCENE_MARK, NULL);
  folder_fixture_make_folder (scene.folder, LOCK_SCENE_MARK);
  lock_scene_assert_outcome (scene.state, scene.path, FALSE, MARATHON_FILE_LOCK_UNSHARED);
  g_assert_cmpint (rmdir (mark), ==, 0);

  g_assert_cmpint (mkfifo (mark, 0600), ==, 0);
  lock_scene_assert_outcome (scene.state, scene.path, TRUE, MARATHON_FILE_LOCK_UNSHARED);
  g_assert_cmpint (unlink (mark), ==, 0);

  folder_fixture_make_link (scene.folder, LOCK_SCENE_MARK, "nowhere");
  g_assert_cmpint (marathon_file_lock_take (scene.state, scene.path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_UNSHARED);
  /* It is ours on this computer all the same. */
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  g_clear_pointer (&lock, marathon_file_lock_free);
  folder_fixture_assert_link (scene.folder, LOCK_SCENE_MARK, "nowhere");
}

static void
test_name_too_long_for_a_mark_is_unshared (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *name = g_strnfill (250, 'n');
  g_autofree char *path = NULL;

  lock_scene_init (&scene);
  folder_fixture_put (scene.folder, name, "text\n");
  path = g_build_filename (scene.folder, name, NULL);
  lock_scene_assert_outcome (scene.state, path, FALSE, MARATHON_FILE_LOCK_UNSHARED);
}

static void
test_without_a_state_folder_the_mark_alone_does (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *state = NULL;
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;

  lock_scene_init (&scene);
  state = g_build_filename (scene.folder, "event", "state", NULL);
  g_assert_cmpint (marathon_file_lock_take (state, scene.path, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  holder = lock_scene_take_held (state, scene.path, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-lock-marks/mark-that-may-not-be-read-is-its-owners", test_mark_that_may_not_be_read_is_its_owners);
  g_test_add_func ("/file-lock-marks/other-computer-holds-until-it-is-forced", test_other_computer_holds_until_it_is_forced);
  g_test_add_func ("/file-lock-marks/computer-of-the-same-name-is-another-one", test_computer_of_the_same_name_is_another_one);
  g_test_add_func ("/file-lock-marks/mark-from-before-a-restart-counts-as-free", test_mark_from_before_a_restart_counts_as_free);
  g_test_add_func ("/file-lock-marks/lock-held-through-a-network-can-be-forced", test_lock_held_through_a_network_can_be_forced);
  g_test_add_func ("/file-lock-marks/mark-of-somebody-else-stays", test_mark_of_somebody_else_stays_when_ours_is_freed);
  g_test_add_func ("/file-lock-marks/broken-marks-are-somebodys-and-can-be-forced",
                   test_broken_marks_are_somebodys_and_can_be_forced);
  g_test_add_func ("/file-lock-marks/empty-mark-counts-as-free", test_empty_mark_counts_as_free);
  g_test_add_func ("/file-lock-marks/no-file-at-the-name-is-nobodys-lock", test_no_file_at_the_name_is_nobodys_lock);
  g_test_add_func ("/file-lock-marks/name-too-long-for-a-mark-is-unshared", test_name_too_long_for_a_mark_is_unshared);
  g_test_add_func ("/file-lock-marks/without-a-state-folder-the-mark-alone-does", test_without_a_state_folder_the_mark_alone_does);
  return g_test_run ();
}
