/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileIdentity: what a file was when it was read or written, to notice that somebody else has written it since.
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/** XXH3, 128 bits: it is to notice accidents, not malice, and a file of 400 MB is hashed three times at each save. */
#define MARATHON_HASH_SIZE 16

typedef struct {
  gboolean is_set;
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64 modified; /* nanoseconds; never trusted alone */
  guint8 hash[MARATHON_HASH_SIZE]; /* of the content */
} MarathonFileIdentity;

/** Sets all but the hash from @status. */
void marathon_file_identity_set_status (MarathonFileIdentity *identity, const struct stat *status);

/** Whether @status is that of the very file, unwritten as far as its status tells. */
gboolean marathon_file_identity_has_status (const MarathonFileIdentity *identity, const struct stat *status);

/** Sets @hash to the hash of the content of @fd from its beginning. %FALSE with errno where it cannot be read. */
gboolean marathon_file_identity_hash (int fd, guint8 *hash);

/** The same hash of bytes as they pass by. finish() frees it. */
typedef struct XXH3_state_s MarathonFileHash;

MarathonFileHash *marathon_file_hash_new    (void);
void              marathon_file_hash_update (MarathonFileHash *running, gconstpointer bytes, gsize length);
void              marathon_file_hash_finish (MarathonFileHash *running, guint8 *hash);

G_END_DECLS
