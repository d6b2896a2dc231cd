/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileIdentity.
 */
#include "document/file-identity.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#define PIECE (64 * 1024)

gboolean
marathon_file_identity_read (MarathonFileIdentity *identity, int fd, GCancellable *cancellable)
{
  MarathonFileHash *running = marathon_file_hash_new ();
  g_autofree guint8 *buffer = g_malloc (PIECE);
  ssize_t length;
  off_t offset = 0;
  int saved_errno;

  do
    {
      errno = ECANCELED;
      length = g_cancellable_is_cancelled (cancellable) ? -1 : pread (fd, buffer, PIECE, offset);
      saved_errno = errno;
      if (length > 0)
        marathon_file_hash_update (running, buffer, (gsize) length);
      offset += MAX (length, 0);
    }
  while (length > 0 || (length < 0 && saved_errno == EINTR));
  identity->is_set = length == 0;
  identity->size = (guint64) offset;
  marathon_file_hash_finish (running, identity->hash);
  errno = saved_errno;
  return identity->is_set;
}

gboolean
marathon_file_identity_is_equal (const MarathonFileIdentity *a, const MarathonFileIdentity *b)
{
  return a->is_set && b->is_set && a->size == b->size && memcmp (a->hash, b->hash, sizeof a->hash) == 0;
}

MarathonFileHash *
marathon_file_hash_new (void)
{
  XXH3_state_t *state = XXH3_createState ();

  XXH3_128bits_reset (state);
  return state;
}

void
marathon_file_hash_update (MarathonFileHash *running, gconstpointer bytes, gsize length)
{
  XXH3_128bits_update (running, bytes, length);
}

void
marathon_file_hash_finish (MarathonFileHash *running, guint8 *hash)
{
  XXH128_canonical_t canonical;

  G_STATIC_ASSERT (sizeof canonical.digest == MARATHON_HASH_SIZE);
  XXH128_canonicalFromHash (&canonical, XXH3_128bits_digest (running));
  memcpy (hash, canonical.digest, MARATHON_HASH_SIZE);
  XXH3_freeState (running);
}

/* @path as it is with its folder's real path before it. */
static char *
find_place (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *place = g_build_filename (real != NULL ? real : folder, base, NULL);

  free (real);
  return place;
}

char *
marathon_file_find_real (const char *path)
{
  g_autofree char *place = NULL;
  g_autofree char *link = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  char *real = realpath (path, NULL);
  int saved_errno = errno;

  if (real != NULL)
    {
      place = g_strdup (real);
      free (real);
      return g_steal_pointer (&place);
    }
  place = find_place (path);
  /* A link to a file that does not exist. A circle of links is no such thing, and says so itself. */
  link = saved_errno == ENOENT ? g_file_read_link (place, NULL) : NULL;
  if (link == NULL)
    return g_steal_pointer (&place);
  folder = g_path_get_dirname (place);
  target = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
  return marathon_file_find_real (target);
}

gboolean
marathon_file_is_same (const char *a, const char *b)
{
  char *real_a = realpath (a, NULL), *real_b = realpath (b, NULL);
  gboolean same = strcmp (a, b) == 0 || (real_a != NULL && g_strcmp0 (real_a, real_b) == 0);

  free (real_a);
  free (real_b);
  return same;
}
