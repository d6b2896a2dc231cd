/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three laws of the project file: round trip, schema, determinism.
 */
#include "laws/law-case.h"

#include <glib/gstdio.h>

#include "formats/project-writer.h"

static void
check_round_trip (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *written = marathon_project_to_text (event);
  g_autoptr (MarathonEvent) read = law_read (law_case, written);
  g_autofree char *again = marathon_project_to_text (read);
  MarathonProjectCounts counts, read_counts;

  law_assert_same (law_case, "written, read and written again", written, again);
  marathon_project_count (event, &counts);
  marathon_project_count (read, &read_counts);
  g_assert_cmpmem (&counts, sizeof counts, &read_counts, sizeof read_counts);
}

static void
test_round_trip (void)
{
  law_check (check_round_trip, 2);
}

/* --- Schema --- */

static GPtrArray *schema_files;
static char *schema_folder;

static void
save_for_schema (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *name = g_strdup_printf ("seed-%u.marathon", law_case->seed);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *path;

  /* The schema is that of our own version, which has a place for everything but what is unknown. */
  if (law_case->newer)
    return;
  path = g_build_filename (schema_folder, name, NULL);
  text = marathon_project_to_text (event);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (schema_files, path);
}

static void
run_xmllint (void)
{
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  g_autofree char *schema
    = g_build_filename (g_getenv ("MARATHON_SOURCE_DIR"), "resources", "schema", "marathon-event.rng", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_nonnull (g_getenv ("MARATHON_SOURCE_DIR"));
  if (xmllint == NULL)
    g_error ("xmllint is needed for this test; it is in the package libxml2-utils");
  g_ptr_array_add (arguments, xmllint);
  g_ptr_array_add (arguments, (gpointer) "--noout");
  g_ptr_array_add (arguments, (gpointer) "--relaxng");
  g_ptr_array_add (arguments, schema);
  for (guint i = 0; i < schema_files->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (schema_files, i));
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &complaints,
                &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s", complaints);
  g_assert_cmpint (status, ==, 0);
}

static void
test_schema (void)
{
  g_autoptr (GError) error = NULL;

  schema_files = g_ptr_array_new_with_free_func (g_free);
  schema_folder = g_dir_make_tmp ("marathon-laws-XXXXXX", &error);
  g_assert_no_error (error);
  law_check (save_for_schema, 0);
  g_assert_cmpuint (schema_files->len, >=, 20);
  run_xmllint ();
  for (guint i = 0; i < schema_files->len; i++)
    g_assert_cmpint (g_unlink (g_ptr_array_index (schema_files, i)), ==, 0);
  g_assert_cmpint (g_rmdir (schema_folder), ==, 0);
  g_free (schema_folder);
  g_ptr_array_unref (schema_files);
}

/* --- Determinism --- */

static void
check_determinism (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *written = marathon_project_to_text (event);
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  g_autofree char *of_snapshot = marathon_project_to_text (snapshot);
  g_autoptr (MarathonEvent) read = law_read (law_case, written);
  g_autoptr (MarathonEvent) read_snapshot = marathon_event_snapshot (read);
  g_autofree char *of_read_snapshot = marathon_project_to_text (read_snapshot);
  RandomSource again;
  g_autoptr (MarathonEvent) twin = NULL;
  g_autofree char *of_twin = NULL;

  law_assert_same (law_case, "a snapshot", written, of_snapshot);
  law_assert_same (law_case, "a snapshot of what was read back", written, of_read_snapshot);
  random_source_init (&again, law_case->seed);
  twin = random_event_new (&again, law_case->n_entrants, law_case->newer);
  of_twin = marathon_project_to_text (twin);
  law_assert_same (law_case, "an event made in the same way", written, of_twin);
}

static void
test_determinism (void)
{
  law_check (check_determinism, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/file/round-trip", test_round_trip);
  g_test_add_func ("/laws/file/schema", test_schema);
  g_test_add_func ("/laws/file/determinism", test_determinism);
  return g_test_run ();
}
