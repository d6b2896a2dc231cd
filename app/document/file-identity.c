/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileIdentity.
 */
#include "document/file-identity.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#define PIECE (64 * 1024)

static gint64
get_modified (const struct stat *status)
{
  return (gint64) status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec;
}

void
marathon_file_identity_set_status (MarathonFileIdentity *identity, const struct stat *status)
{
  identity->is_set = TRUE;
  identity->device = status->st_dev;
  identity->inode = status->st_ino;
  identity->size = (guint64) status->st_size;
  identity->modified = get_modified (status);
}

gboolean
marathon_file_identity_has_status (const MarathonFileIdentity *identity, const struct stat *status)
{
  return identity->is_set && identity->device == status->st_dev && identity->inode == status->st_ino
         && identity->size == (guint64) status->st_size && identity->modified == get_modified (status);
}

gboolean
marathon_file_identity_hash (int fd, guint8 *hash)
{
  MarathonFileHash *running = marathon_file_hash_new ();
  g_autofree guint8 *buffer = g_malloc (PIECE);
  ssize_t length;
  off_t offset = 0;

  do
    {
      length = pread (fd, buffer, PIECE, offset);
      if (length > 0)
        marathon_file_hash_update (running, buffer, (gsize) length);
      offset += MAX (length, 0);
    }
  while (length > 0 || (length < 0 && errno == EINTR));
  marathon_file_hash_finish (running, hash);
  return length == 0;
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
