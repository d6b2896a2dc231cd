/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two programs and two people with one file: who gets it, and what the others are told. Other computers are in file-lock-marks-test.c.
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child-process.h"
#include "document/file-save.h"
#include "lock-scene.h"

/* --- Another program of the same person --- */

static void
test_second_is_told_who (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  lock_scene_init (&scene);
  lock = lock_scene_take (&scene);
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  g_assert_true (holder->is_here);
  g_assert_true (holder->is_own);
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_cmpint (holder->since, >=, now);
  g_assert_cmpint (holder->since, <=, now + 60);
}

static void
take_in_child (gpointer data)
{
  LockScene *scene = data;
  g_autoptr (MarathonFileHolder) holder = lock_scene_take_held (scene->state, scene->path, FALSE);

  g_assert_true (holder->is_own);
}

static void
test_other_program_cannot_take_it (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;

  lock_scene_init (&scene);
  lock = lock_scene_take (&scene);
  g_assert_cmpint (child_process_run (take_in_child, &scene), ==, 0);
}

static void
test_force_does_not_overrule_who_is_here (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) own = NULL;
  g_autoptr (MarathonFileHolder) other = NULL;

  lock_scene_init (&scene);
  lock = lock_scene_take (&scene);
  own = lock_scene_take_held (scene.state, scene.path, TRUE);
  other = lock_scene_take_held (scene.other_state, scene.path, TRUE);
  g_assert_true (other->is_here);
}

static void
test_freed_leaves_nothing (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autofree char *locks = NULL;

  lock_scene_init (&scene);
  locks = g_build_filename (scene.state, "locks", NULL);
  marathon_file_lock_free (lock_scene_take (&scene));
  folder_fixture_assert_names (scene.folder, "event other state");
  folder_fixture_assert_names (locks, "");
  marathon_file_lock_free (lock_scene_take (&scene));
}

/* A child that holds the lock until it is killed. */
static pid_t
start_holder (LockScene *scene)
{
  int ends[2];
  char byte = 0;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      lock_scene_take (scene);
      g_assert_cmpint (write (ends[1], "1", 1), ==, 1);
      for (;;)
        pause ();
    }
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  close (ends[1]);
  return pid;
}

static void
kill_holder (pid_t pid)
{
  int status;

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
}

static void
test_killed_holder_counts_as_free (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileHolder) holder = NULL;
  pid_t pid;

  lock_scene_init (&scene);
  pid = start_holder (&scene);
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  g_assert_true (holder->is_here);
  kill_holder (pid);
  folder_fixture_assert_names (scene.folder, LOCK_SCENE_MARK " event other state");
  marathon_file_lock_free (lock_scene_take (&scene));
  folder_fixture_assert_names (scene.folder, "event other state");
}

static void
test_other_person_takes_it_after_a_crash (void)
{
  g_auto (LockScene) scene = { NULL };

  lock_scene_init (&scene);
  kill_holder (start_holder (&scene));
  lock_scene_assert_outcome (scene.other_state, scene.path, FALSE, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_started_programs_do_not_inherit_it (void)
{
  g_auto (LockScene) scene = { NULL };
  const char *const arguments[] = { "sleep", "30", NULL };
  MarathonFileLock *lock;
  GPid pid;

  lock_scene_init (&scene);
  lock = lock_scene_take (&scene);
  g_assert_true (g_spawn_async (NULL, (char **) arguments, NULL,
                                G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_LEAVE_DESCRIPTORS_OPEN, NULL,
                                NULL, &pid, NULL));
  marathon_file_lock_free (lock);
  lock_scene_assert_outcome (scene.state, scene.path, FALSE, MARATHON_FILE_LOCK_TAKEN);
  kill_holder (pid);
}

/* --- Another person --- */

static void
look_as_other (gpointer data)
{
  LockScene *scene = data;
  g_autoptr (MarathonFileHolder) holder = lock_scene_take_held (scene->other_state, scene->path, FALSE);
  g_autofree char *mark = lock_scene_read_mark (scene);
  g_auto (GStrv) words = g_strsplit (mark, ",", -1);
  g_autofree char *user = g_uri_unescape_string (words[LOCK_SCENE_USER], NULL);

  g_assert_cmpstr (holder->user, ==, user);
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_true (holder->is_here);
  g_assert_true (holder->is_own == (getuid () != CHILD_PROCESS_NOBODY));
  g_assert_cmpint (holder->since, >, 0);
}

static void
test_other_person_sees_who (void)
{
  const mode_t masks[] = { 0, 022, 077, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_auto (LockScene) scene = { NULL };
      g_autoptr (MarathonFileLock) lock = NULL;
      mode_t old;

      lock_scene_init (&scene);
      old = umask (masks[i]);
      lock = lock_scene_take (&scene);
      umask (old);
      g_assert_cmpuint (folder_fixture_get_mode (scene.folder, LOCK_SCENE_MARK), ==, 0644);
      child_process_run_unprivileged (look_as_other, &scene);
    }
}

static void
take_as_other (gpointer data)
{
  LockScene *scene = data;

  lock_scene_assert_outcome (scene->other_state, scene->path, FALSE, MARATHON_FILE_LOCK_TAKEN);
}

static void
test_dead_mark_of_another_person_is_put_away (void)
{
  g_auto (LockScene) scene = { NULL };

  lock_scene_init (&scene);
  kill_holder (start_holder (&scene));
  child_process_run_unprivileged (take_as_other, &scene);
  folder_fixture_assert_names (scene.folder, "event other state");
}

/* --- Files that cannot be saved --- */

static void
look_at_protected (gpointer data)
{
  LockScene *scene = data;

  lock_scene_assert_outcome (scene->other_state, scene->path, FALSE, MARATHON_FILE_LOCK_READ_ONLY);
}

static void
test_file_that_may_not_be_written_is_read_only (void)
{
  g_auto (LockScene) scene = { NULL };

  lock_scene_init (&scene);
  folder_fixture_set_mode (scene.folder, "event", 0444);
  lock_scene_assert_outcome (scene.state, scene.path, FALSE, MARATHON_FILE_LOCK_READ_ONLY);
  /* By others only: for the superuser that is no hindrance. */
  folder_fixture_set_mode (scene.folder, "event", getuid () == 0 ? 0644 : 0444);
  child_process_run_unprivileged (look_at_protected, &scene);
  folder_fixture_assert_names (scene.folder, "event other state");
}

static void
test_file_in_a_folder_that_may_not_be_written_is_read_only (void)
{
  g_auto (LockScene) scene = { NULL };

  lock_scene_init (&scene);
  folder_fixture_set_mode (scene.folder, ".", 0555);
  child_process_run_unprivileged (look_at_protected, &scene);
  if (getuid () == 0)
    {
      /* As in /tmp: everybody makes files there, and only their owner replaces them. */
      folder_fixture_set_mode (scene.folder, ".", 01777);
      child_process_run_unprivileged (look_at_protected, &scene);
    }
  folder_fixture_set_mode (scene.folder, ".", 0777);
}

static void
test_file_that_does_not_exist_yet_is_locked (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;

  lock_scene_init (&scene);
  g_assert_cmpint (unlink (scene.path), ==, 0);
  lock = lock_scene_take (&scene);
  folder_fixture_put (scene.folder, "event", "saved\n");
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
}

/* --- Names --- */

static void
test_links_are_one_file (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  const char *const links[] = { "state/link", "state/link-to-link", "state/later" };

  lock_scene_init (&scene);
  folder_fixture_make_link (scene.folder, links[0], "../event");
  folder_fixture_make_link (scene.folder, links[1], "link");
  folder_fixture_make_link (scene.folder, links[2], "../event");
  lock = lock_scene_take (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = g_build_filename (scene.folder, links[i], NULL);
      g_autoptr (MarathonFileHolder) holder = lock_scene_take_held (scene.other_state, path, FALSE);
      g_autoptr (MarathonFileHolder) own = lock_scene_take_held (scene.state, path, FALSE);
    }
  folder_fixture_assert_names (scene.folder, LOCK_SCENE_MARK " event other state");
}

static void
test_link_to_a_file_that_is_to_come_is_that_file (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;
  g_autofree char *link = NULL;

  lock_scene_init (&scene);
  g_assert_cmpint (unlink (scene.path), ==, 0);
  folder_fixture_make_link (scene.folder, "state/link", "../event");
  link = g_build_filename (scene.state, "link", NULL);
  g_assert_cmpint (marathon_file_lock_take (scene.state, link, FALSE, &lock, NULL), ==, MARATHON_FILE_LOCK_TAKEN);
  folder_fixture_assert_names (scene.folder, LOCK_SCENE_MARK " other state");
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
}

static void
test_save_keeps_the_lock (void)
{
  g_auto (LockScene) scene = { NULL };
  g_autoptr (MarathonFileLock) lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;

  lock_scene_init (&scene);
  lock = lock_scene_take (&scene);
  g_assert_true (marathon_file_save_text (scene.path, "new\n", -1, NULL));
  holder = lock_scene_take_held (scene.state, scene.path, FALSE);
  folder_fixture_assert_names (scene.folder, LOCK_SCENE_MARK " event other state");
}

/* --- Many at once --- */

#define N_RIVALS 6
#define N_ROUNDS 40

/* Each takes the lock, often at the same time as the others do, and is killed or frees it; while it has it, it is alone. */
static void
contend (gpointer data)
{
  LockScene *scene = data;
  g_autofree char *alone = g_build_filename (scene->folder, "alone", NULL);

  for (guint i = 0; i < N_ROUNDS;)
    {
      MarathonFileLock *lock = NULL;
      MarathonFileLockOutcome outcome = marathon_file_lock_take (scene->other_state, scene->path, FALSE, &lock, NULL);

      if (outcome == MARATHON_FILE_LOCK_TAKEN)
        {
          g_assert_cmpint (mkdir (alone, 0700), ==, 0);
          g_assert_cmpint (rmdir (alone), ==, 0);
          marathon_file_lock_free (lock);
          i++;
        }
      else
        g_assert_cmpint (outcome, ==, MARATHON_FILE_LOCK_HELD);
      g_usleep (200);
    }
}

static void
test_rivals_never_have_it_together (void)
{
  g_auto (LockScene) scene = { NULL };
  pid_t rivals[N_RIVALS];

  lock_scene_init (&scene);
  for (guint i = 0; i < N_RIVALS; i++)
    {
      rivals[i] = fork ();
      g_assert_cmpint (rivals[i], >=, 0);
      if (rivals[i] == 0)
        {
          /* Half of them are other people, to whom only the mark speaks. */
          if (i % 2 == 0)
            {
              g_free (scene.other_state);
              scene.other_state = g_strdup_printf ("%s-%u", scene.state, i);
            }
          contend (&scene);
          _exit (0);
        }
    }
  for (guint i = 0; i < N_RIVALS; i++)
    {
      int status;

      g_assert_cmpint (waitpid (rivals[i], &status, 0), ==, rivals[i]);
      g_assert_cmpint (status, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-lock/second-is-told-who", test_second_is_told_who);
  g_test_add_func ("/file-lock/other-program-cannot-take-it", test_other_program_cannot_take_it);
  g_test_add_func ("/file-lock/force-does-not-overrule-who-is-here", test_force_does_not_overrule_who_is_here);
  g_test_add_func ("/file-lock/freed-leaves-nothing", test_freed_leaves_nothing);
  g_test_add_func ("/file-lock/killed-holder-counts-as-free", test_killed_holder_counts_as_free);
  g_test_add_func ("/file-lock/other-person-takes-it-after-a-crash", test_other_person_takes_it_after_a_crash);
  g_test_add_func ("/file-lock/started-programs-do-not-inherit-it", test_started_programs_do_not_inherit_it);
  g_test_add_func ("/file-lock/other-person-sees-who", test_other_person_sees_who);
  g_test_add_func ("/file-lock/dead-mark-of-another-person-is-put-away", test_dead_mark_of_another_person_is_put_away);
  g_test_add_func ("/file-lock/file-that-may-not-be-written-is-read-only", test_file_that_may_not_be_written_is_read_only);
  g_test_add_func ("/file-lock/file-in-a-closed-folder-is-read-only",
                   test_file_in_a_folder_that_may_not_be_written_is_read_only);
  g_test_add_func ("/file-lock/file-that-does-not-exist-yet-is-locked", test_file_that_does_not_exist_yet_is_locked);
  g_test_add_func ("/file-lock/links-are-one-file", test_links_are_one_file);
  g_test_add_func ("/file-lock/link-to-a-file-that-is-to-come-is-that-file",
                   test_link_to_a_file_that_is_to_come_is_that_file);
  g_test_add_func ("/file-lock/save-keeps-the-lock", test_save_keeps_the_lock);
  g_test_add_func ("/file-lock/rivals-never-have-it-together", test_rivals_never_have_it_together);
  return g_test_run ();
}
