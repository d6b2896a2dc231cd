/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page Lists in a window of its own, of the example event.
 */
#pragma once

#include "pages/lists/lists-page-private.h"
#include "widgets/display-scene.h"

G_BEGIN_DECLS

typedef struct {
  GtkWindow *window;
  MarathonListsPage *page;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  char *folder; /* for files, removed in the end */
  char *toast;  /* what was told last */
  gboolean has_button;
} ListsScene;

/** Shows the page; returns when its first list is there. */
void lists_scene_init  (ListsScene *scene);
void lists_scene_clear (ListsScene *scene);

/** Waits until what is asked for is shown. */
void lists_scene_wait (ListsScene *scene);

/** Chooses a list and waits until it is shown. */
void lists_scene_choose (ListsScene *scene, const char *name);

MarathonListPages *lists_scene_get_pages (ListsScene *scene);

/** Returns: (transfer full): a path in the folder of the scene. */
char *lists_scene_get_path (ListsScene *scene, const char *name);

/** Returns: (transfer full): the text of a PDF file as pdftotext reads it, in the order it was drawn. */
char *lists_scene_read_pdf (const char *path);

G_END_DECLS
