/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersionKeeper: a queue and the thread that empties it.
 */
#include "document/version-keeper.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "document/versions.h"

static GMutex mutex;
static GThreadPool *pool; /* NULL: nothing was pushed since the program began, or since it was finished */

static void
keep (const MarathonSavedVersion *saved, const char *path, const MarathonFileIdentity *identity, guint n_entrants, gint64 time)
{
  g_autoptr (GError) error = NULL;

  if (identity->is_set
      && !marathon_versions_keep (saved->state_folder, saved->event_id, path, identity, n_entrants, time, NULL, &error))
    g_info ("No version was kept: error %d of %s", error->code, g_quark_to_string (error->domain));
}

/* When the file was written last; @otherwise where nobody can tell. */
static gint64
get_time (const char *path, gint64 otherwise)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? MIN ((gint64) status.st_mtime, otherwise) : otherwise;
}

/* What the file held before the save is kept too: it may have come from elsewhere, and no save of ours wrote it. Its
 * time is the file's own, so that it does not count as one of this hour. */
static void
keep_both (gpointer data, gpointer unused)
{
  MarathonSavedVersion *saved = data;
  char *real = realpath (saved->path, NULL);

  if (real != NULL)
    {
      g_autofree char *backup = g_strconcat (real, "~", NULL);

      keep (saved, backup, &saved->old, saved->n_old, get_time (backup, saved->time - 1));
      keep (saved, real, &saved->new, saved->n_new, saved->time);
    }
  free (real);
  g_free (saved->state_folder);
  g_free (saved->path);
  g_free (saved);
}

void
marathon_version_keeper_push (const MarathonSavedVersion *saved)
{
  g_mutex_lock (&mutex);
  if (pool == NULL)
    pool = g_thread_pool_new (keep_both, NULL, 1, FALSE, NULL);
  g_thread_pool_push (pool, g_memdup2 (saved, sizeof *saved), NULL);
  g_mutex_unlock (&mutex);
}

void
marathon_version_keeper_finish (void)
{
  GThreadPool *finished;

  g_mutex_lock (&mutex);
  finished = g_steal_pointer (&pool);
  g_mutex_unlock (&mutex);
  if (finished != NULL)
    g_thread_pool_free (finished, FALSE, TRUE);
}
