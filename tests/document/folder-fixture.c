/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders for tests.
 */
#include "folder-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *
folder_fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("marathon-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* %FALSE: something came while it was removed. */
static gboolean
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      GDir *dir;
      const char *name;

      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);

          remove_tree (inner);
        }
      g_clear_pointer (&dir, g_dir_close);
    }
  return g_remove (path) == 0 || errno == ENOENT;
}

/* The thread of a journal ends in its own time, and may be busy in the folder. */
void
folder_fixture_free (char *folder)
{
  for (guint i = 0; i < 5000 && !remove_tree (folder); i++)
    g_usleep (1000);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_free (folder);
}

void
folder_fixture_put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

void
folder_fixture_assert_text (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, length, text, strlen (text));
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
folder_fixture_assert_names (const char *folder, const char *names)
{
  g_autoptr (GPtrArray) found = list_names (folder);
  g_autofree char *joined = NULL;

  g_ptr_array_sort (found, compare_names);
  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, names);
}

char *
folder_fixture_find (const char *folder, const char *prefix)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  const char *found = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      if (!g_str_has_prefix (g_ptr_array_index (names, i), prefix))
        continue;
      g_assert_null (found);
      found = g_ptr_array_index (names, i);
    }
  return g_strdup (found);
}

char *
folder_fixture_make_text (const char *salt, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s, line %u of %u\n", salt, i + 1, n);
  return g_string_free (text, FALSE);
}

void
folder_fixture_get_status (const char *folder, const char *name, struct stat *status)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (lstat (path, status), ==, 0);
}

mode_t
folder_fixture_get_mode (const char *folder, const char *name)
{
  struct stat status;

  folder_fixture_get_status (folder, name, &status);
  return status.st_mode & 07777;
}

void
folder_fixture_set_mode (const char *folder, const char *name, mode_t mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

void
folder_fixture_make_link (const char *folder, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

void
folder_fixture_make_folder (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

void
folder_fixture_assert_link (const char *folder, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *found = g_file_read_link (path, NULL);

  g_assert_cmpstr (found, ==, target);
}
