/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileLock: who has an event's file open for editing, so that two programs, people or computers do not work on
 * it without knowing of each other.
 *
 * Two marks: a lock in the user's state folder (other programs of this person, even where the file's folder cannot be
 * written), and a visible file ".~lock.NAME#" beside the event's file (other people and computers that share the
 * folder). A lock of a program that died on this computer counts as free. Locks are advice: what protects the file is
 * that a save compares what it holds (marathon_file_save()).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MarathonFileLock MarathonFileLock;

/** Who holds a lock, for a sentence to people. */
typedef struct {
  char *user;             /* login or full name; never empty */
  char *host;             /* name of the computer; "": not known */
  gboolean is_here;       /* a program that is running on this computer */
  gboolean is_own;        /* … by the same user */
  gint64 since;           /* seconds of Unix time; 0: not known */
} MarathonFileHolder;

void marathon_file_holder_free (MarathonFileHolder *holder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonFileHolder, marathon_file_holder_free)

/** Returns: (transfer full): a sentence for people: who has it open, where, since when: "The user “Jo Smith” has had it
 * open on the computer “desk-2” since 09:14." */
char *marathon_file_holder_describe (const MarathonFileHolder *holder);

typedef enum {
  MARATHON_FILE_LOCK_TAKEN,      /* ours now */
  MARATHON_FILE_LOCK_HELD,       /* somebody else's: @holder says whose */
  MARATHON_FILE_LOCK_READ_ONLY,  /* the file may not be written by us; nothing is locked */
  MARATHON_FILE_LOCK_UNSHARED,   /* ours on this computer, but no mark could be left beside the file: others cannot know */
} MarathonFileLockOutcome;

/**
 * marathon_file_lock_take:
 * @by_force: a person said that the holder's mark is to be ignored (a computer that died); a program that is running
 *   here is never overruled
 * @lock: (out): what is to be freed to let go; %NULL where nothing was locked
 * @holder: (out) (optional): set where it is held
 *
 * Symbolic links are followed: the lock belongs to the file, not to its name.
 */
MarathonFileLockOutcome marathon_file_lock_take (const char          *state_folder,
                                                 const char          *path,
                                                 gboolean             by_force,
                                                 MarathonFileLock   **lock,
                                                 MarathonFileHolder **holder);

/** Lets go, and removes the mark beside the file where it is still ours. */
void marathon_file_lock_free (MarathonFileLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonFileLock, marathon_file_lock_free)

G_END_DECLS
