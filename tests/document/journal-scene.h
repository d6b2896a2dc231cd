/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A protected event: a file, a state folder beside it, steps, sudden death, and what is found afterwards.
 */
#pragma once

#include "document/document-scene.h"
#include "document/recovery.h"

G_BEGIN_DECLS

typedef struct {
  FolderFixture *folder;
  char *path;  /* of the event's file; there is none in a scene of 0 entrants */
  char *state; /* the state folder */
} JournalScene;

/** Makes an event of @n_entrants and saves it; of 0: none. */
void journal_scene_init  (JournalScene *scene, guint n_entrants);
void journal_scene_clear (JournalScene *scene);

/** Returns: (transfer full): the scene's event, opened and protected; without a file an event of 10 entrants. */
MarathonDocument *journal_scene_open (JournalScene *scene);

/** Asserts that the journal comes to that state, within ten seconds. */
void journal_scene_await (MarathonDocument *document, MarathonJournalState state);

/** A step, and waits until it is kept. */
void journal_scene_step (MarathonDocument *document, const char *title);

/** A step that changes all entrants: their clubs become @club. */
void journal_scene_change_all (MarathonDocument *document, const char *club);

/** Does @func with the scene in a process that then dies without cleaning up. */
typedef void (*JournalSceneFunc) (JournalScene *scene);
void journal_scene_die (JournalScene *scene, JournalSceneFunc func);

/** Returns: (transfer full): the only thing that is to be recovered; asserts that it is of that kind and number of steps. */
MarathonRecovery *journal_scene_find (JournalScene *scene, MarathonRecoveryKind kind, guint n_steps);

/** Asserts that there is nothing to recover, and no journal left. */
void journal_scene_assert_nothing (JournalScene *scene);

/** Returns: (transfer full): what was recovered, with its journal; @problem (nullable): told of it. */
MarathonDocument *journal_scene_recover (const MarathonRecovery *recovery, char **problem);

/** Returns: (transfer full): the path of the only journal's folder. */
char *journal_scene_get_journal (JournalScene *scene);

/** Returns: (transfer full): all bytes of the event, as its file would be. */
char *journal_scene_get_text (MarathonDocument *document);

/** Waits until lock, records and base are all that is in the journal's folder: the base is copied behind the steps. */
void journal_scene_await_base (const char *folder);

/** Lives: two steps, the second with a label of two lines, until they are kept; and until their base is copied. */
void journal_scene_make_steps          (JournalScene *scene);
void journal_scene_make_steps_and_base (JournalScene *scene);

/** Returns: (transfer full): the bytes of the event after journal_scene_make_steps(). */
char *journal_scene_make_expected (JournalScene *scene);

/** Recovers it, and asserts that it belongs to the file @path (or to none) and has those bytes. */
void journal_scene_assert_recovers (const MarathonRecovery *recovery, const char *path, const char *expected);

/** Returns: what the file holds. */
MarathonFileIdentity journal_scene_identify (const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JournalScene, journal_scene_clear)

G_END_DECLS
