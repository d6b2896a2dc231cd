/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verdicts.
 */
#include "fault-verdict.h"

#include <string.h>
#include <sys/stat.h>

#include "document/versions.h"

/* Until something must have happened. */
#define N_LOOKS 400

#define LEAST_VERSIONS 3 /* the newest ones are never thinned out */

/* A scene that is being looked at. */
typedef struct {
  FaultVerdict *verdict;
  const FaultPromise *promise;
  const char *point;
  char *path, *state, *event_folder;
  int file; /* version of the file */
} Look;

void
fault_verdict_add (FaultVerdict *verdict, const char *point, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (!verdict->is_planted || verdict->n_violations == 0)
    g_test_message ("%s, %s: %s", verdict->name, point, text);
  verdict->n_violations++;
}

#define VIOLATED(look, ...) fault_verdict_add ((look)->verdict, (look)->point, __VA_ARGS__)

/* --- The file and its backup --- */

/* Returns: the version in the file; -2 where it is none. */
static int
read_version (Look *look, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_document_load (path, NULL, NULL, NULL, &error);
  g_autofree char *sum = NULL;
  int version;

  if (document == NULL)
    {
      VIOLATED (look, "%s", error->message);
      return -2;
    }
  sum = event_work_sum (marathon_document_get_event (document));
  version = fault_scene_find (look->verdict->scene, sum);
  if (version == -2)
    VIOLATED (look, "%s is something that never was", path);
  return version;
}

static void
check_file (Look *look)
{
  g_autofree char *backup = g_strconcat (look->path, "~", NULL);
  int kept;

  look->file = read_version (look, look->path);
  if (look->file < (int) look->promise->saved)
    VIOLATED (look, "the file is version %d, and %u was saved", look->file, look->promise->saved);
  if (look->file > (int) look->promise->began)
    VIOLATED (look, "the file is version %d, and only %u was begun", look->file, look->promise->began);
  kept = read_version (look, backup);
  /* One without the disk's word may have become the backup of the next. */
  if (kept > look->file && kept > (int) look->promise->unsure)
    VIOLATED (look, "the backup is version %d, and the file %d", kept, look->file);
}

/* --- What is to be recovered --- */

static int
open_recovered (Look *look, const MarathonRecovery *recovery)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *sum = NULL;
  int version;

  if (recovery->kind == MARATHON_RECOVERY_DAMAGED && look->verdict->may_be_damaged)
    return -2;
  if (recovery->kind != MARATHON_RECOVERY_FILE && recovery->kind != MARATHON_RECOVERY_COPY)
    {
      VIOLATED (look, "a journal is of kind %d: %s", recovery->kind, recovery->problem);
      return -2;
    }
  document = event_work_recover (recovery, &error);
  if (document == NULL)
    {
      VIOLATED (look, "a journal cannot be opened: %s", error->message);
      return -2;
    }
  if (!marathon_document_is_modified (document))
    VIOLATED (look, "what was recovered counts as saved");
  sum = event_work_sum (marathon_document_get_event (document));
  version = fault_scene_find (look->verdict->scene, sum);
  if (version == -2)
    VIOLATED (look, "what was recovered is something that never was");
  return version;
}

/* A journal that was open a moment ago is let go of in its own thread. */
static GPtrArray *
list_recoveries (Look *look, guint n_expected)
{
  GPtrArray *recoveries = marathon_recovery_list (look->state, NULL);

  for (guint i = 0; recoveries->len < n_expected && i < N_LOOKS; i++)
    {
      g_usleep (5000);
      g_ptr_array_unref (recoveries);
      recoveries = marathon_recovery_list (look->state, NULL);
    }
  return recoveries;
}

/* Returns: the newest version that is in the file or can be recovered; @n: how many journals there must be, and then,
 * how many there are. */
static int
find_newest (Look *look, guint *n)
{
  g_autoptr (GPtrArray) recoveries = list_recoveries (look, *n);
  g_autofree char *rescued = g_strconcat (look->path, EVENT_WORK_RESCUED, NULL);
  int newest = look->file;

  if (g_file_test (rescued, G_FILE_TEST_EXISTS))
    {
      int version = read_version (look, rescued);

      newest = MAX (newest, version);
    }
  *n = recoveries->len;
  for (guint i = 0; i < recoveries->len; i++)
    {
      int version = open_recovered (look, g_ptr_array_index (recoveries, i));

      newest = MAX (newest, version);
    }
  return newest;
}

static void
check_recovery (Look *look)
{
  guint n = 0, n_again;
  int first = find_newest (look, &n), second;

  if (first < (int) look->promise->kept)
    VIOLATED (look, "version %d is there, and %u was kept", first, look->promise->kept);
  if (first > (int) look->promise->began)
    VIOLATED (look, "version %d is there, and only %u was begun", first, look->promise->began);
  n_again = n;
  second = find_newest (look, &n_again);
  if (second != first || n_again != n)
    VIOLATED (look, "version %d was there in %u journals, and %d in %u after looking at it", first, n, second, n_again);
  /* Nothing may be going on any more when the scene is made afresh. */
  g_ptr_array_unref (list_recoveries (look, n));
}

/* --- Kept versions --- */

static void
check_versions (Look *look)
{
  g_autoptr (GPtrArray) versions = marathon_versions_list (look->state, EVENT_WORK_ID);
  int newest = -2;

  for (guint i = 0; i < versions->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = marathon_version_read (g_ptr_array_index (versions, i), NULL, &error);
      g_autofree char *sum = event != NULL ? event_work_sum (event) : NULL;
      int version = fault_scene_find (look->verdict->scene, sum);

      if (version == -2)
        VIOLATED (look, "a kept version is none: %s", error != NULL ? error->message : "it never was");
      newest = MAX (newest, version);
    }
  if (look->promise->versioned == 0)
    return;
  if (newest < (int) look->promise->versioned || versions->len < MIN (LEAST_VERSIONS, look->promise->n_versioned))
    VIOLATED (look, "%u versions are kept, the newest %d, and %u was kept", versions->len, newest,
              look->promise->versioned);
}

/* --- Modes and names --- */

static void
check_mode (Look *look, const char *path, mode_t widest)
{
  struct stat status;

  if (stat (path, &status) == 0 && (status.st_mode & 07777 & ~widest) != 0)
    VIOLATED (look, "%s has mode %o", path, status.st_mode & 07777);
}

static gboolean
is_leftover (const char *name)
{
  return g_str_has_prefix (name, ".race.");
}

static void
check_event_folder (Look *look, gboolean may_be_left)
{
  g_autoptr (GDir) dir = g_dir_open (look->event_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (look->event_folder, name, NULL);

      if (!g_str_has_prefix (name, "race")
          && !(may_be_left && (is_leftover (name) || g_str_has_prefix (name, ".~lock."))))
        VIOLATED (look, "%s was left", path);
      if (!g_str_has_prefix (name, ".~lock."))
        check_mode (look, path, 0640);
    }
}

static void
check_state_folder (Look *look, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  check_mode (look, folder, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_state_folder (look, path);
      else
        check_mode (look, path, 0600);
    }
}

/* --- Going on --- */

static void
check_going_on (Look *look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_document_load (look->path, NULL, NULL, NULL, NULL);

  if (document == NULL)
    return; /* that was said before */
  marathon_versions_adopt_leftovers (look->state, look->path, NULL);
  event_work_edit (document, 1);
  if (!event_work_save (document, NULL, NULL, NULL, &error))
    {
      VIOLATED (look, "it cannot be saved afterwards: %s", error->message);
      return;
    }
  check_event_folder (look, FALSE);
  g_clear_object (&document);
  document = marathon_document_load (look->path, NULL, NULL, NULL, &error);
  if (document == NULL)
    VIOLATED (look, "it cannot be read afterwards: %s", error->message);
}

void
fault_verdict_check (FaultVerdict *verdict, const FaultPromise *promise, gboolean is_cut, const char *point)
{
  g_autofree char *path = event_work_get_path (verdict->scene->path);
  g_autofree char *state = event_work_get_state (verdict->scene->path);
  g_autofree char *folder = g_path_get_dirname (path);
  Look look = { verdict, promise, point, path, state, folder, -2 };

  verdict->n_points++;
  check_event_folder (&look, is_cut);
  check_state_folder (&look, state);
  check_file (&look);
  check_recovery (&look);
  check_versions (&look);
  check_going_on (&look);
  if (verdict->check_more != NULL)
    verdict->check_more (verdict, point);
}

static void
check_lines (FaultVerdict *verdict, const FaultRun *run, const char *point)
{
  g_autofree char *path = event_work_get_path (verdict->scene->path);

  for (guint i = 0; i < run->lines->len; i++)
    {
      const char *line = g_ptr_array_index (run->lines, i);

      if (g_str_has_prefix (line, "unmodified"))
        fault_verdict_add (verdict, point, "after a save that failed the document counts as saved");
      if (g_str_has_prefix (line, "late "))
        fault_verdict_add (verdict, point, "that nothing is kept was told more than a second late");
      if ((g_str_has_prefix (line, "failed ") || g_str_has_prefix (line, "unsure ")) && strstr (line, path) == NULL)
        fault_verdict_add (verdict, point, "“%s” does not name the file", line);
    }
}

void
fault_verdict_check_run (FaultVerdict *verdict, const FaultRun *run, const FaultPromise *promise, const char *point)
{
  if (!run->has_ended && !run->is_killed)
    fault_verdict_add (verdict, point, "it ended with status %x after “%s”", (guint) run->status,
                       run->lines->len > 0 ? (char *) g_ptr_array_index (run->lines, run->lines->len - 1) : "");
  check_lines (verdict, run, point);
  /* What may not be removed stays. */
  fault_verdict_check (verdict, promise,
                       !run->has_ended || verdict->had_leftovers || g_str_has_prefix (point, "unlinkat:"), point);
}

void
fault_verdict_finish (const FaultVerdict *verdict)
{
  g_test_message ("%s: points tried %u, violations %u", verdict->name, verdict->n_points, verdict->n_violations);
  g_assert_cmpuint (verdict->n_points, >, 0);
  g_assert_cmpuint (verdict->n_violations, ==, 0);
}

void
fault_verdict_finish_planted (const FaultVerdict *verdict)
{
  g_test_message ("%s: points tried %u, violations found %u, as it must be", verdict->name, verdict->n_points,
                  verdict->n_violations);
  g_assert_cmpuint (verdict->n_violations, >, 0);
}
