/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder with an event in it, opened; and what people do with an open event: change its title, undo, load, save.
 */
#pragma once

#include "document/document.h"
#include "document/folder-fixture.h"

G_BEGIN_DECLS

typedef struct {
  FolderFixture *folder;
  char *path; /* of the file "event" in it */
  MarathonDocument *document;
} DocumentScene;

/** Makes an event of @n_entrants with the title "Generated", saves it, and opens it. */
void document_scene_init  (DocumentScene *scene, guint n_entrants);
void document_scene_clear (DocumentScene *scene);

/** A step of the history. */
void        document_scene_set_title (MarathonDocument *document, const char *title);
const char *document_scene_get_title (MarathonDocument *document);
void        document_scene_undo      (MarathonDocument *document);
void        document_scene_redo      (MarathonDocument *document);

/** Loads what must load, saves what must save. */
MarathonDocument *document_scene_load (const char *path);
void              document_scene_save (MarathonDocument *document, const char *path);

/** Asserts that the file holds the event as it is now, byte for byte. */
void document_scene_assert_text (MarathonDocument *document, const char *folder, const char *name);

/** Asserts that the file is an event of that title. */
void document_scene_assert_title (const char *path, const char *title);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocumentScene, document_scene_clear)

G_END_DECLS
