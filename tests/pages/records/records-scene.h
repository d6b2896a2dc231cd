/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of records in a window, for tests of these pages: who looks at it, acts on it by its actions and keys, and compares the
 * event before and after.
 */
#pragma once

#include "pages/page.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

typedef struct {
  GtkWindow *window;
  MarathonPage *page;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  char *told;  /* what was told last */
  gboolean told_undo;
  char *shown; /* "page what" that was asked for last */
} RecordsScene;

/** @text: an event as model/model-fixture.h writes it. */
void records_scene_init  (RecordsScene *scene, GType page_type, const char *text);
void records_scene_clear (RecordsScene *scene);

MarathonEvent   *records_scene_get_event   (RecordsScene *scene);
MarathonHistory *records_scene_get_history (RecordsScene *scene);

/** Activates the page's action, which must be enabled. */
void     records_scene_act (RecordsScene *scene, const char *action);
gboolean records_scene_can (RecordsScene *scene, const char *action);

/** Waits until the names of the records in the list are these, by rows, "Red|Red 1|Red 2", and that one is selected ("" for none). */
void records_scene_assert (RecordsScene *scene, const char *names, const char *selected);

/** Selects the record of that name. */
void records_scene_select (RecordsScene *scene, const char *name);

/** Clicks the button with that label, and waits until the question is gone. */
void records_scene_answer (RecordsScene *scene, GtkWindow *question, const char *label);

/** The row of the form that is seen with that key. */
MarathonFieldRow *records_scene_find_field (RecordsScene *scene, const char *key);

/** Types @text over what is in the row, goes on with Enter, and waits until it was taken or refused. */
void records_scene_type (RecordsScene *scene, const char *key, const char *text);

/** Whether the keyboard is in the list. */
gboolean records_scene_is_in_list (RecordsScene *scene);

/** Takes back all steps, asserts that the event is written as @before again, does all of it once more, and takes it back. */
void records_scene_undo_all (RecordsScene *scene, const char *before);

/** Returns: (transfer full): the project file of the event as it is. */
char *records_scene_write (RecordsScene *scene);

G_END_DECLS
