/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileIdentity: what a file held when it was read or written, to notice that somebody else has written it
 * since.
 *
 * Its times, inode and device say nothing here: times can be set, have ticks in which two writes fall, and on some file
 * systems that people carry about the time of the last change is made up. The content alone decides.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** XXH3, 128 bits: it is to notice accidents, not malice, and a file of 400 MB is hashed three times at each save. */
#define MARATHON_HASH_SIZE 16

typedef struct {
  gboolean is_set;
  guint64 size; /* bytes */
  guint8 hash[MARATHON_HASH_SIZE]; /* of the content */
} MarathonFileIdentity;

/**
 * marathon_file_identity_read:
 * @fd: is read from its beginning, and its position stays
 * @cancellable: (nullable):
 *
 * Returns: %FALSE with errno where it cannot be read, ECANCELED where @cancellable was cancelled; @identity is not set
 * then
 */
gboolean marathon_file_identity_read (MarathonFileIdentity *identity, int fd, GCancellable *cancellable);

/** Whether both are set and the same content. */
gboolean marathon_file_identity_is_equal (const MarathonFileIdentity *a, const MarathonFileIdentity *b);

/** The same hash of bytes as they pass by. finish() frees it. */
typedef struct XXH3_state_s MarathonFileHash;

MarathonFileHash *marathon_file_hash_new    (void);
void              marathon_file_hash_update (MarathonFileHash *running, gconstpointer bytes, gsize length);
void              marathon_file_hash_finish (MarathonFileHash *running, guint8 *hash);

/**
 * marathon_file_find_real:
 *
 * Returns: (transfer full): the path of @path without any link in it; of a file that does not exist yet, and of a link
 * to one, where it would be. Where
 *   a folder does not exist either, the path as far as it is known.
 */
char *marathon_file_find_real (const char *path);

/** Whether both paths name one file, by other spellings or links too; paths of no file are one where they are equal. */
gboolean marathon_file_is_same (const char *a, const char *b);

G_END_DECLS
