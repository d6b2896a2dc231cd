/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The versions of an event: a folder of files of which each name says all that a list tells.
 */
#include "document/versions.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/id-source.h"
#include "document/document-error.h"
#include "document/state-folder.h"
#include "document/versions-private.h"
#include "document/versions-thinning.h"

/* Ten seconds, in which a version of a million entrants is written. */
#define LOCK_TRIALS 200
#define LOCK_PAUSE (50 * 1000) /* microseconds */

void
marathon_version_free (MarathonVersion *version)
{
  g_free (version->file);
  g_free (version);
}

static char *
get_folder (const char *state_folder, guint64 event_id)
{
  char id[17];

  marathon_id_write (event_id, id);
  return g_build_filename (state_folder, "versions", id, NULL);
}

/* --- What there is --- */

typedef struct {
  char *path;
  MarathonVersionFacts facts;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->path);
  g_free (entry);
}

/* The newest first: by their numbers, since clocks are set back. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = *(Entry *const *)a, *right = *(Entry *const *)b;

  if (left->facts.number != right->facts.number)
    return left->facts.number < right->facts.number ? 1 : -1;
  return strcmp (right->path, left->path);
}

static GPtrArray *
list_entries (const char *folder)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      MarathonVersionFacts facts;
      Entry *entry;

      if (!marathon_version_file_parse_name (name, &facts))
        continue;
      entry = g_new (Entry, 1);
      entry->path = g_build_filename (folder, name, NULL);
      entry->facts = facts;
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

GPtrArray *
marathon_versions_list (const char *state_folder, guint64 event_id)
{
  g_autofree char *folder = get_folder (state_folder, event_id);
  g_autoptr (GPtrArray) entries = list_entries (folder);
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) marathon_version_free);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      MarathonVersion *version = g_new (MarathonVersion, 1);

      *version = (MarathonVersion) { g_steal_pointer (&entry->path), entry->facts.time, entry->facts.identity.size,
                                    entry->facts.n_entrants, entry->facts.is_unfinished };
      g_ptr_array_add (versions, version);
    }
  return versions;
}

MarathonEvent *
marathon_version_read (const MarathonVersion *version, GCancellable *cancellable, GError **error)
{
  return marathon_version_file_read (version->file, cancellable, error);
}

/* --- Keeping --- */

static gboolean
is_kept_already (GPtrArray *entries, const MarathonVersionFacts *facts)
{
  /* A finished one may come again after others did, and says then that the event was so again. */
  guint n = facts->is_unfinished ? entries->len : MIN (entries->len, 1);

  for (guint i = 0; i < n; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if ((facts->is_unfinished || !entry->facts.is_unfinished)
          && marathon_file_identity_is_equal (&entry->facts.identity, &facts->identity))
        return TRUE;
    }
  return FALSE;
}

static void
thin (const char *folder, gint64 now)
{
  g_autoptr (GPtrArray) entries = list_entries (folder);
  g_autofree MarathonVersionAge *ages = g_new0 (MarathonVersionAge, entries->len);
  g_autofree gboolean *goes = g_new (gboolean, entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      struct stat status;

      ages[i].time = entry->facts.time;
      ages[i].is_unfinished = entry->facts.is_unfinished;
      ages[i].size = stat (entry->path, &status) == 0 ? (guint64) status.st_size : 0;
    }
  marathon_versions_thin (ages, entries->len, now, goes);
  for (guint i = 0; i < entries->len; i++)
    if (goes[i])
      unlink (((Entry *)g_ptr_array_index (entries, i))->path);
}

/* Two programs may have copies of one event open: waits for the other one, but not for one that hangs. Returns a file
 * to be closed; -1 where the folder cannot be locked, which is no reason not to keep a version: it gets a name of its
 * own in any case. */
static int
lock_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return -1;
  for (guint i = 0; i < LOCK_TRIALS; i++)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
      if (errno != EWOULDBLOCK && errno != EINTR)
        break;
      g_usleep (LOCK_PAUSE);
    }
  close (fd);
  return -1;
}

static MarathonVersionFileOutcome
keep_in_folder (const char *folder, const MarathonVersionRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = list_entries (folder);
  MarathonVersionFacts facts = request->facts;
  MarathonVersionFileOutcome outcome;

  if (is_kept_already (entries, &facts))
    return MARATHON_VERSION_FILE_WRITTEN;
  facts.number = entries->len > 0 ? ((Entry *)g_ptr_array_index (entries, 0))->facts.number + 1 : 1;
  outcome = marathon_version_file_write (folder, request->source, &facts, cancellable, error);
  if (outcome == MARATHON_VERSION_FILE_WRITTEN)
    thin (folder, request->now);
  return outcome;
}

MarathonVersionFileOutcome
marathon_versions_keep_open (const MarathonVersionRequest *request, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = get_folder (request->state_folder, request->event_id);
  MarathonVersionFileOutcome outcome;
  int lock;

  if (!marathon_state_folder_make (folder, error))
    return MARATHON_VERSION_FILE_FAILED;
  lock = lock_folder (folder);
  if (lock >= 0)
    marathon_version_file_tidy (folder);
  outcome = keep_in_folder (folder, request, cancellable, error);
  if (lock >= 0)
    close (lock);
  return outcome;
}

/* Whether the newest version is that already, without opening anything else. */
static gboolean
is_newest (const MarathonVersionRequest *request)
{
  g_autofree char *folder = get_folder (request->state_folder, request->event_id);
  g_autoptr (GPtrArray) entries = list_entries (folder);

  return is_kept_already (entries, &request->facts);
}

gboolean
marathon_versions_keep (const char *state_folder, guint64 event_id, const char *path,
                        const MarathonFileIdentity *identity, guint n_entrants, gint64 time, GCancellable *cancellable,
                        GError **error)
{
  MarathonVersionRequest request = { state_folder, event_id, -1, { 0, time, *identity, n_entrants, FALSE }, time };
  MarathonVersionFileOutcome outcome = MARATHON_VERSION_FILE_CHANGED;
  struct stat status;

  if (is_newest (&request))
    return TRUE;
  request.source = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (request.source < 0)
    {
      if (errno == ENOENT)
        return TRUE;
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN, _ ("%s: cannot be opened: %s"), path,
                   g_strerror (errno));
      return FALSE;
    }
  /* Of another size it is another content, which needs no reading. */
  if (fstat (request.source, &status) == 0 && S_ISREG (status.st_mode) && (guint64) status.st_size == identity->size)
    outcome = marathon_versions_keep_open (&request, cancellable, error);
  close (request.source);
  return outcome != MARATHON_VERSION_FILE_FAILED;
}

gboolean
marathon_versions_forget (const char *state_folder, guint64 event_id, GError **error)
{
  g_autofree char *folder = get_folder (state_folder, event_id);
  int lock = lock_folder (folder);
  gboolean good = marathon_state_folder_remove (folder, error);

  if (lock >= 0)
    close (lock);
  return good;
}
