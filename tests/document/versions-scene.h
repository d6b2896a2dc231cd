/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event's file that is saved again and again, and the versions that are kept of it.
 */
#pragma once

#include "document/folder-fixture.h"
#include "document/versions.h"

G_BEGIN_DECLS

/** The id of the event. */
#define VERSIONS_SCENE_ID G_GUINT64_CONSTANT (0xe1)

/** When it begins. */
#define VERSIONS_SCENE_TIME G_GINT64_CONSTANT (1776081600)

typedef struct {
  FolderFixture *folder; /* holds the file "event" and the folder "state" */
  char *path;
  char *state;
  char *versions; /* the folder of the event's versions */
  MarathonFileIdentity identity; /* what the file holds */
  guint n_entrants;
} VersionsScene;

void versions_scene_init  (VersionsScene *scene);
void versions_scene_clear (VersionsScene *scene);

/** Returns: (transfer full): the text of the event with that title and that many entrants. */
char *versions_scene_make_text (const char *title, guint n_entrants);

/** Writes it to the file. */
void versions_scene_save (VersionsScene *scene, const char *title, guint n_entrants);

/** Keeps what the file holds, as of so many seconds after the beginning. */
gboolean versions_scene_keep (VersionsScene *scene, gint64 seconds, GError **error);

/** Saves and keeps; it must succeed. */
void versions_scene_add (VersionsScene *scene, const char *title, guint n_entrants, gint64 seconds);

/** Asserts that there are these versions, each of which can be read: the titles with blanks between, the newest first. */
void versions_scene_assert_titles (VersionsScene *scene, const char *titles);

/** Returns: (transfer full): the title of a version; %NULL with @error where it cannot be read. */
char *versions_scene_read_title (const MarathonVersion *version, GError **error);

/** The same of the @index-th of the scene's versions. */
MarathonVersion *versions_scene_get (VersionsScene *scene, guint index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VersionsScene, versions_scene_clear)

G_END_DECLS
