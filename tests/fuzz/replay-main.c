/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes an ordinary test program of a fuzz target: gives it every file of a corpus, each as a test of its own.
 *
 *   replay-TARGET FOLDER
 */
#include <glib.h>
#include <string.h>

#include "fuzz/fuzz-target.h"

static void
replay (gconstpointer data)
{
  const char *path = data;
  g_autofree char *text = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  /* Of just that size: GLib adds a NUL, behind which nobody would see a read beyond the end. */
  bytes = g_memdup2 (text, length);
  g_assert_cmpint (LLVMFuzzerTestOneInput (bytes, length), ==, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *target = NULL;

  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("the folder of a corpus is needed");
  target = g_path_get_basename (argv[1]);
  names = list_files (argv[1]);
  if (names->len == 0)
    g_error ("%s: there is nothing to replay", argv[1]);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", target, name);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), replay, g_free);
    }
  return g_test_run ();
}
