/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene of a locked file.
 */
#include "lock-scene.h"

#include "child-process.h"

void
lock_scene_init (LockScene *scene)
{
  scene->folder = folder_fixture_new ();
  scene->path = g_build_filename (scene->folder, "event", NULL);
  scene->state = g_build_filename (scene->folder, "state", NULL);
  scene->other_state = g_build_filename (scene->folder, "other", NULL);
  folder_fixture_put (scene->folder, "event", "text\n");
  folder_fixture_make_folder (scene->folder, "state");
  folder_fixture_make_folder (scene->folder, "other");
  child_process_give (scene->other_state);
  folder_fixture_set_mode (scene->folder, ".", 0777);
  folder_fixture_set_mode (scene->folder, "event", 0666);
}

void
lock_scene_clear (LockScene *scene)
{
  folder_fixture_free (scene->folder);
  g_free (scene->path);
  g_free (scene->state);
  g_free (scene->other_state);
}

MarathonFileLock *
lock_scene_take (LockScene *scene)
{
  MarathonFileLock *lock = NULL;
  g_autoptr (MarathonFileHolder) holder = NULL;

  g_assert_cmpint (marathon_file_lock_take (scene->state, scene->path, FALSE, &lock, &holder), ==, MARATHON_FILE_LOCK_TAKEN);
  g_assert_nonnull (lock);
  g_assert_null (holder);
  return lock;
}

MarathonFileHolder *
lock_scene_take_held (const char *state, const char *path, gboolean by_force)
{
  MarathonFileLock *lock = NULL;
  MarathonFileHolder *holder = NULL;

  g_assert_cmpint (marathon_file_lock_take (state, path, by_force, &lock, &holder), ==, MARATHON_FILE_LOCK_HELD);
  g_assert_null (lock);
  g_assert_nonnull (holder);
  g_assert_cmpstr (holder->user, !=, "");
  return holder;
}

void
lock_scene_assert_outcome (const char *state, const char *path, gboolean by_force, MarathonFileLockOutcome expected)
{
  g_autoptr (MarathonFileLock) lock = NULL;

  g_assert_cmpint (marathon_file_lock_take (state, path, by_force, &lock, NULL), ==, expected);
  g_assert_true ((lock != NULL) == (expected == MARATHON_FILE_LOCK_TAKEN || expected == MARATHON_FILE_LOCK_UNSHARED));
}

char *
lock_scene_read_mark (LockScene *scene)
{
  g_autofree char *path = g_build_filename (scene->folder, LOCK_SCENE_MARK, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
lock_scene_put_mark (LockScene *scene, const char *host, const char *computer, const char *boot)
{
  MarathonFileLock *lock = lock_scene_take (scene);
  g_autofree char *text = lock_scene_read_mark (scene);
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autofree char *changed = NULL;
  const char *const new_words[] = { "Jo%20Smith", host, computer, boot };

  for (guint i = 0; i < G_N_ELEMENTS (new_words); i++)
    if (new_words[i] != NULL)
      {
        g_free (words[LOCK_SCENE_USER + i]);
        words[LOCK_SCENE_USER + i] = g_strdup (new_words[i]);
      }
  changed = g_strjoinv (",", words);
  marathon_file_lock_free (lock);
  folder_fixture_put (scene->folder, LOCK_SCENE_MARK, changed);
}
