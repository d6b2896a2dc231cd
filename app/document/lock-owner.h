/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one line in a lock file that says whose it is: for the words to people, and to know marks that a dead program on
 * this computer has left.
 */
#pragma once

#include "document/file-lock.h"

G_BEGIN_DECLS

typedef struct {
  char *user; /* never empty */
  char *host; /* "": not known */
  gint64 since;
  gboolean is_empty;         /* its program, or its computer, ended before the line was written */
  gboolean is_same_computer; /* written on this computer */
  gboolean is_same_boot;     /* and since it was started */
  gboolean is_here;          /* by a program that runs here now */
  gboolean is_own_user;
} MarathonLockOwner;

/** Returns: (transfer full): the line of this program, with its newline. */
char *marathon_lock_owner_write (void);

/**
 * marathon_lock_owner_read:
 * @folder_fd: with @base, the lock file
 * @fd: the same, open for reading; -1 where it may not be read
 * @is_locked: whether a program that runs now has a lock of it
 *
 * Reads 4 KiB at most. A line that is not ours is somebody's all the same: of the user whose file it is, on a computer
 * that is not known.
 */
void marathon_lock_owner_read (MarathonLockOwner *owner, int folder_fd, const char *base, int fd, gboolean is_locked);

void marathon_lock_owner_clear (MarathonLockOwner *owner);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonLockOwner, marathon_lock_owner_clear)

/** Returns: (transfer full): what people are told of it. */
MarathonFileHolder *marathon_lock_owner_get_holder (const MarathonLockOwner *owner);

G_END_DECLS
