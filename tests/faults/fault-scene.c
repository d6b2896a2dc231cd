/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scenes.
 */
#include "fault-scene.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "document/generated-event.h"
#include "formats/project-writer.h"

#define MEMORY "/dev/shm"

void
fault_scene_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_unlink (path);
      return;
    }
  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      fault_scene_remove_tree (child);
    }
  g_rmdir (path);
}

static void
write_file (const char *path, const void *bytes, gsize length, mode_t mode)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
copy_file (const char *from, const char *to, mode_t mode)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  write_file (to, bytes, length, mode);
}

void
fault_scene_copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = NULL;
  struct stat status;
  const char *name;

  g_assert_cmpint (lstat (from, &status), ==, 0);
  if (!S_ISDIR (status.st_mode))
    {
      copy_file (from, to, status.st_mode & 07777);
      return;
    }
  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  dir = g_dir_open (from, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (from, name, NULL);
      g_autofree char *copy = g_build_filename (to, name, NULL);

      fault_scene_copy_tree (child, copy);
    }
  g_assert_cmpint (g_chmod (to, status.st_mode & 07777), ==, 0);
}

/* The event before version 0 has one person less. */
static GBytes *
make_content (guint n_entrants, char **sum)
{
  g_autoptr (MarathonEvent) event = generated_event_new (n_entrants);
  char *text = marathon_project_to_text (event);

  if (sum != NULL)
    *sum = event_work_sum (event);
  return g_bytes_new_take (text, strlen (text));
}

FaultScene *
fault_scene_new_in (const char *folder, guint n_entrants, guint n)
{
  FaultScene *scene = g_new0 (FaultScene, 1);
  g_autofree char *event = NULL;

  scene->folder = g_strdup (folder);
  scene->path = g_build_filename (folder, "scene", NULL);
  scene->log = g_build_filename (folder, "log", NULL);
  scene->older = make_content (n_entrants - 1, &scene->older_sum);
  scene->first = make_content (n_entrants, NULL);
  fault_scene_reset (scene);
  event = event_work_get_path (scene->path);
  scene->sums = event_work_sums (event, n);
  return scene;
}

FaultScene *
fault_scene_new (guint n_entrants, guint n)
{
  g_autofree char *folder = NULL;

  if (g_access (MEMORY, W_OK) == 0)
    folder = g_strdup (MEMORY "/marathon-faults-XXXXXX");
  else
    folder = g_build_filename (g_get_tmp_dir (), "marathon-faults-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  return fault_scene_new_in (folder, n_entrants, n);
}

void
fault_scene_free (FaultScene *scene)
{
  fault_scene_remove_tree (scene->folder);
  g_free (scene->folder);
  g_free (scene->path);
  g_free (scene->log);
  g_bytes_unref (scene->older);
  g_bytes_unref (scene->first);
  g_free (scene->older_sum);
  g_ptr_array_unref (scene->sums);
  g_free (scene);
}

void
fault_scene_reset (FaultScene *scene)
{
  g_autofree char *path = event_work_get_path (scene->path);
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *state = event_work_get_state (scene->path);
  gsize length;

  fault_scene_remove_tree (scene->path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (state, 0700), ==, 0);
  write_file (backup, g_bytes_get_data (scene->older, &length), g_bytes_get_size (scene->older), 0640);
  write_file (path, g_bytes_get_data (scene->first, &length), g_bytes_get_size (scene->first), 0640);
}

void
fault_scene_store (FaultScene *scene)
{
  g_autofree char *stored = g_build_filename (scene->folder, "stored", NULL);

  fault_scene_remove_tree (stored);
  fault_scene_copy_tree (scene->path, stored);
}

void
fault_scene_restore (FaultScene *scene)
{
  g_autofree char *stored = g_build_filename (scene->folder, "stored", NULL);

  fault_scene_remove_tree (scene->path);
  fault_scene_copy_tree (stored, scene->path);
}

int
fault_scene_find (FaultScene *scene, const char *sum)
{
  for (guint i = 0; sum != NULL && i < scene->sums->len; i++)
    if (g_str_equal (g_ptr_array_index (scene->sums, i), sum))
      return (int) i;
  return g_strcmp0 (sum, scene->older_sum) == 0 ? -1 : -2;
}
