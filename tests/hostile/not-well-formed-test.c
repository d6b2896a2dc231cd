/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way in which a document can be no XML, a file each (tests/data/hostile/not-well-formed): refused with its line
 * and a reason, as a project file and as a file of edits; and xmllint agrees that it is none.
 */
#include <string.h>

#include "document/project-file.h"
#include "editing/edit-lines.h"
#include "hostile/hostile-fixture.h"
#include "hostile/measured-child.h"

static char *
get_path (const char *name)
{
  return g_build_filename (g_getenv ("MARATHON_TEST_DATA"), "hostile", "not-well-formed", name, NULL);
}

static char *
load (const char *name, const char *ending, gsize *length)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);
  g_autofree char *path = get_path (file);
  g_autoptr (GError) error = NULL;
  char *bytes;

  if (!g_file_get_contents (path, &bytes, length, &error))
    g_error ("%s", error->message);
  return bytes;
}

/* --- As a project file --- */

static char *
read_file (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = marathon_project_file_read (path, NULL, NULL, NULL, NULL, &error);

  return event == NULL ? g_strdup (error->message) : NULL;
}

/* The file beside it holds "NAME.marathon:LINE:", a tab, and what was found. */
static void
test_project_file (gconstpointer name)
{
  g_autofree char *file = g_strconcat (name, ".marathon", NULL);
  g_autofree char *path = get_path (file);
  g_autofree char *expected = g_strchomp (load (name, ".expected", NULL));
  g_auto (GStrv) parts = g_strsplit (expected, "\t", 2);
  g_auto (Measured) measured = { 0 };

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_str_has_prefix (parts[0], file));
  measured_run (read_file, path, &measured);
  measured_check_budget (&measured, MEASURED_SECONDS, MEASURED_MEMORY);
  if (measured.refusal == NULL)
    g_error ("%s was read", path);
  if (strstr (measured.refusal, parts[0]) == NULL || strstr (measured.refusal, parts[1]) == NULL)
    g_error ("expected “%s … %s”, got “%s”", parts[0], parts[1], measured.refusal);
}

/* --- As a file of edits --- */

static GString *
make_edits (const char *bytes, gsize length)
{
  static const char root[] = "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"3a9d51c07be84f26\" title=\"A\" date=\"2014-04-13\">";
  GString *edits = g_string_new_len (bytes, (gssize) length);

  /* Bytes that are not searched lie behind the first NUL. */
  g_string_replace (edits, root, MARATHON_EDIT_LINES_HEAD, 0);
  g_string_replace (edits, "</event>", MARATHON_EDIT_LINES_FOOT, 0);
  return edits;
}

static char *
apply_edits (gconstpointer data)
{
  const GString *edits = data;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (edits->str, (gssize) edits->len, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = marathon_project_from_text ("<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"1\"/>", -1, &error);
  g_autoptr (MarathonHistory) history = NULL;
  g_autofree char *before = NULL, *after = NULL;
  MarathonIdSource ids;
  gboolean good;

  g_assert_no_error (error);
  history = marathon_history_new (event);
  before = marathon_project_to_text (event);
  marathon_id_source_init_seeded (&ids, 1);
  good = marathon_edit_lines_apply (history, stream, &ids, NULL, NULL, &error);
  after = marathon_project_to_text (event);
  g_assert_cmpstr (before, ==, after);
  return good ? NULL : g_strdup (error->message);
}

static void
test_edits (gconstpointer name)
{
  gsize length;
  g_autofree char *bytes = load (name, ".marathon", &length);
  g_autoptr (GString) edits = make_edits (bytes, length);
  g_auto (Measured) measured = { 0 };

  measured_run (apply_edits, edits, &measured);
  measured_check_budget (&measured, MEASURED_SECONDS, MEASURED_MEMORY);
  if (measured.refusal == NULL)
    g_error ("%s was applied", (const char *) name);
  g_assert_true (g_ascii_isdigit (*measured.refusal));
}

/* --- Another judge --- */

/* xmllint tells of what is wrong with namespaces, but its status does not. */
static void
test_xmllint_agrees (gconstpointer name)
{
  g_autofree char *file = g_strconcat (name, ".marathon", NULL);
  g_autofree char *path = get_path (file);
  const char *argv[] = { "xmllint", "--noout", "--nonet", path, NULL };
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &complaints, NULL, &error);
  if (error != NULL)
    g_error ("xmllint is needed for this test; it is in the package libxml2-utils (%s)", error->message);
  g_assert_cmpstr (complaints, !=, "");
}

/* --- The files --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_path ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".marathon"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".marathon")));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
add_tests (GPtrArray *names, const char *way, GTestDataFunc test)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/not-well-formed/", way, "/", g_ptr_array_index (names, i), NULL);

      g_test_add_data_func (path, g_ptr_array_index (names, i), test);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = NULL;

  g_test_init (&argc, &argv, NULL);
  names = list_names ();
  g_assert_cmpuint (names->len, >=, 60);
  add_tests (names, "project-file", test_project_file);
  add_tests (names, "edits", test_edits);
  add_tests (names, "xmllint", test_xmllint_agrees);
  return g_test_run ();
}
