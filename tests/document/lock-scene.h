/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder for everybody with a file "event" that several want to have, and the state folders of two people.
 */
#pragma once

#include "document/file-lock.h"
#include "folder-fixture.h"

G_BEGIN_DECLS

#define LOCK_SCENE_MARK ".~lock.event#"

/** Which words of the mark's line, between commas, are what. */
enum { LOCK_SCENE_USER = 2, LOCK_SCENE_HOST, LOCK_SCENE_COMPUTER, LOCK_SCENE_BOOT };

typedef struct {
  FolderFixture *folder;
  char *path;        /* of the event */
  char *state;       /* of who runs the test */
  char *other_state; /* of somebody else */
} LockScene;

void lock_scene_init  (LockScene *scene);
void lock_scene_clear (LockScene *scene);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LockScene, lock_scene_clear)

/** Returns: (transfer full): the lock, which must be free. */
MarathonFileLock *lock_scene_take (LockScene *scene);

/** Asserts that it is somebody's, and that no lock is given. Returns: (transfer full): whose */
MarathonFileHolder *lock_scene_take_held (const char *state, const char *path, gboolean by_force);

/** Asserts what becomes of taking it, and lets go again. */
void lock_scene_assert_outcome (const char *state, const char *path, gboolean by_force, MarathonFileLockOutcome expected);

/** Returns: (transfer full): what the mark says. */
char *lock_scene_read_mark (LockScene *scene);

/** Leaves a mark as this program makes it, of Jo Smith, and with these words in it; %NULL: the program's own. */
void lock_scene_put_mark (LockScene *scene, const char *host, const char *computer, const char *boot);

G_END_DECLS
