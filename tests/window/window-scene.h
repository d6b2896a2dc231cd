/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole window with an event in it, for tests that use it as a person does: keys, actions, questions, files.
 */
#pragma once

#include "pages/entrants/entrants-page.h"
#include "widgets/display-scene.h"
#include "window/window.h"

G_BEGIN_DECLS

/** display_scene_init(), with the keys of the program. */
void window_scene_init (int *argc, char ***argv);

/* --- Windows ----------------------------------------------------------------------------------------------------- */

/** Returns: (transfer none): a window without an event, of 1280 by 800 pixels */
MarathonWindow *window_scene_new (void);

/** Returns: (transfer none): a window that shows the entrants of a new event out of @template, and alone holds its document */
MarathonWindow *window_scene_new_event (const char *template);

/** Returns: (transfer none): a window in which the event in the file @path was opened; it shows the overview */
MarathonWindow *window_scene_open (const char *path);

/** Closes it as somebody who wants nothing of it; there must be something to be lost. */
void window_scene_discard (MarathonWindow *window);

/** Clicks the answer with that label ("_Cancel") to the question that is asked, and waits until it is gone. */
void window_scene_answer (const char *label);

/* --- Its event --------------------------------------------------------------------------------------------------- */

MarathonEvent         *window_scene_get_event   (MarathonWindow *window);
MarathonHistory       *window_scene_get_history (MarathonWindow *window);
MarathonEntrantsModel *window_scene_get_model   (MarathonWindow *window);

guint window_scene_count_entrants (MarathonWindow *window);

/** @field: a MarathonField */
void window_scene_assert_text (MarathonWindow *window, guint position, guint field, const char *expected);

/* --- Acting ------------------------------------------------------------------------------------------------------ */

/** display_scene_press() after a frame: nobody's fingers are faster. */
void window_scene_press (MarathonWindow *window, const char *keys);
void window_scene_type  (MarathonWindow *window, const char *text);

/** Activates an action that is enabled; @target: (nullable) */
void window_scene_act (MarathonWindow *window, const char *action, const char *target);

/** Enters somebody new, by keyboard alone: family and given name. */
void window_scene_enter_person (MarathonWindow *window, const char *family, const char *given);

/* --- Files ------------------------------------------------------------------------------------------------------- */

/** Returns: (transfer full): an event out of a template, without the dialog */
MarathonDocument *window_scene_new_document (const char *template);

/** Returns: (transfer full): the path of a file of that name in a folder of this test, which is there */
char *window_scene_make_path (const char *name);

/** Returns: (transfer full): the path of a new file of that name with a new event out of @template */
char *window_scene_save_event (const char *template, const char *name);

/** Returns: (transfer full): all that is in the file */
GBytes *window_scene_read_file (const char *path);

/** Returns: (transfer full): the whole event as it would be in a file; @name is that of the copy made for it */
GBytes *window_scene_write_copy (MarathonWindow *window, const char *name);

/** Answers the question where to save, in a file chooser. */
void window_scene_choose_destination (const char *path);

G_END_DECLS
