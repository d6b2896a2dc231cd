/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes to keep a version of an event, how large it is, how long reading it back takes; and comparing the event with the version
 * after changes of a hundred entrants, and of all: `versions-bench EVENT…`.
 *
 * The state folder is a new one in the folder for temporary files. Times are by the clock on the wall.
 */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "document/project-file.h"
#include "document/state-folder.h"
#include "document/versions.h"
#include "editing/event-difference.h"
#include "model/entrant-draft.h"

static void
assert_done (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static double
get_seconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

/* Gives @n entrants, spread over the roster, another club. */
static void
change (MarathonEvent *event, guint n)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint size = marathon_roster_get_size (roster);
  g_autofree guint32 *positions = g_new (guint32, n);
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, n);
  MarathonText club = marathon_event_add_text (event, "Another Club");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      positions[i] = (guint32) ((guint64) i * size / n);
      values[i] = *marathon_roster_get (roster, positions[i]);
      values[i].club = club;
    }
  marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, positions, values, n, &error);
  assert_done (error);
}

static void
collect_line (const char *line, gsize length, gpointer lines)
{
  g_byte_array_append (lines, (const guint8 *) line, (guint) length);
}

static void
apply (MarathonEvent *event, GByteArray *lines)
{
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines->data, lines->len, NULL);
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;

  marathon_id_source_init_seeded (&ids, 1);
  marathon_edit_lines_apply (history, stream, &ids, NULL, NULL, &error);
  assert_done (error);
}

/* The difference from @now to @then, written and applied, and written once more: there must be none. */
static void
compare (MarathonEvent *now, MarathonEvent *then, const char *what)
{
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (now);
  g_autoptr (GByteArray) lines = g_byte_array_new ();
  g_autofree char *begin = marathon_edit_lines_begin ("Restore");
  MarathonEventDifference difference;
  gint64 start = g_get_monotonic_time ();
  double writing, applying;

  collect_line (MARATHON_EDIT_LINES_HEAD, strlen (MARATHON_EDIT_LINES_HEAD), lines);
  collect_line (begin, strlen (begin), lines);
  marathon_event_difference_write (snapshot, then, collect_line, lines, &difference);
  collect_line (MARATHON_EDIT_LINES_COMMIT, strlen (MARATHON_EDIT_LINES_COMMIT), lines);
  collect_line (MARATHON_EDIT_LINES_FOOT, strlen (MARATHON_EDIT_LINES_FOOT), lines);
  writing = get_seconds (start);
  start = g_get_monotonic_time ();
  apply (now, lines);
  applying = get_seconds (start);
  g_print ("  %s: %u changed, compared in %.2f s, %.1f MB of lines, applied in %.2f s\n", what, difference.n_changed, writing,
           lines->len / 1e6, applying);
  g_clear_object (&snapshot);
  snapshot = marathon_event_snapshot (now);
  start = g_get_monotonic_time ();
  marathon_event_difference_write (snapshot, then, NULL, NULL, &difference);
  g_assert_cmpuint (difference.n_changed + difference.n_inserted + difference.n_removed + difference.n_records, ==, 0);
  g_print ("  nothing differs: compared in %.2f s\n", get_seconds (start));
}

static MarathonVersion *
keep (const char *state, const char *path, guint64 id, const MarathonFileIdentity *identity, guint n_entrants)
{
  g_autoptr (GPtrArray) versions = NULL;
  gint64 start = g_get_monotonic_time ();
  struct stat status;
  double seconds;
  g_autoptr (GError) error = NULL;

  marathon_versions_keep (state, id, path, identity, n_entrants, g_get_real_time () / G_USEC_PER_SEC, NULL, &error);
  assert_done (error);
  seconds = get_seconds (start);
  versions = marathon_versions_list (state, id);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpint (stat (((MarathonVersion *) g_ptr_array_index (versions, 0))->file, &status), ==, 0);
  g_print ("  kept in %.2f s: %.1f MB of %.1f MB\n", seconds, (double) status.st_size / 1e6, (double) identity->size / 1e6);
  g_ptr_array_set_free_func (versions, NULL);
  return g_ptr_array_index (versions, 0);
}

static void
measure (const char *state, const char *path)
{
  MarathonFileIdentity identity;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) now = marathon_project_file_read (path, &identity, NULL, NULL, NULL, &error);
  g_autoptr (MarathonEvent) then = NULL;
  g_autoptr (MarathonVersion) version = NULL;
  guint size;
  gint64 start;

  assert_done (error);
  size = marathon_roster_get_size (marathon_event_get_roster (now));
  g_print ("%s: %u entrants\n", path, size);
  version = keep (state, path, marathon_event_get_id (now), &identity, size);
  start = g_get_monotonic_time ();
  then = marathon_version_read (version, NULL, &error);
  assert_done (error);
  g_print ("  read in %.2f s\n", get_seconds (start));
  change (now, MIN (size, 100));
  compare (now, then, "a hundred");
  change (now, size);
  compare (now, then, "all");
  marathon_versions_forget (state, marathon_event_get_id (now), &error);
  assert_done (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = g_dir_make_tmp ("versions-bench-XXXXXX", &error);
  g_autofree char *versions = NULL;

  assert_done (error);
  if (argc < 2)
    {
      g_printerr ("versions-bench EVENT…\n");
      return 2;
    }
  for (int i = 1; i < argc; i++)
    measure (state, argv[i]);
  versions = g_build_filename (state, "versions", NULL);
  g_rmdir (versions);
  g_rmdir (state);
  return 0;
}
