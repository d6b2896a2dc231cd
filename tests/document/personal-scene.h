/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A protected event with personal data in every place that there is, each with a word to look for; and looking for it, byte by byte.
 */
#pragma once

#include "document/journal-scene.h"
#include "document/personal-data.h"

G_BEGIN_DECLS

/** Makes the event's file. Words with "gone" go with the contacts, those with "nemo" where nobody is to be known. */
void personal_scene_init (JournalScene *scene);

/** For journal_scene_die(): a program that died with a step that is in no file. */
void personal_scene_die_with_a_step (JournalScene *scene);

/** Returns: (transfer full): the event after some work: saved twice, so that there are a backup and versions, with a step that is in the journal only, and beside
 * its file what saves that were cut off leave. */
MarathonDocument *personal_scene_live (JournalScene *scene);

/** Removes the data, which must succeed. */
void personal_scene_remove (MarathonDocument *document, MarathonPersonalDepth depth);

/** Asserts that the file, or all files below the folder and their names, have no such word in them, in whatever case. */
void personal_scene_assert_clean_file (const char *path, const char *word);
void personal_scene_assert_clean      (const char *folder, const char *word);

/** The same of the scene's folder; and that there are no versions, no journals, and nothing beside the file. */
void personal_scene_assert_gone (JournalScene *scene, MarathonPersonalDepth depth);

/** Asserts that the file is an event with all its entrants, who have their bibs and categories. */
void personal_scene_assert_whole (JournalScene *scene);

G_END_DECLS
