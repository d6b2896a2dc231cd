/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as a screen reader has it: started as people start it, looked through and operated from outside, by what
 * it says of itself on the accessibility bus.
 *
 * A test runs through tests/with-display and tests/atspi/with-desktop-bus. What does not come true in time ends it.
 */
#pragma once

#include "atspi/reader-bus.h"

G_BEGIN_DECLS

/** Before anything else in main(): g_test_init(), and the bus. */
void reader_scene_init (int *argc, char ***argv);

/** The program and the folder in which its files are. */
typedef struct {
  char *folder;
  GSubprocess *process;
  ReaderNode *program;
  GPtrArray *all; /* what was there when it was last gathered, which takes a second */
} ReaderScene;

/** Makes the folder; the program is not started yet. */
void reader_scene_set_up (ReaderScene *scene);

/** Copies the file @source, a path below the sources, into the folder as @name. Returns: (transfer full): its path */
char *reader_scene_copy (ReaderScene *scene, const char *source, const char *name);

/** Starts the program on @path, or on nothing where that is %NULL, and waits until it is on the bus. */
void reader_scene_start (ReaderScene *scene, const char *path);

/** Sets the scene up with a copy of the example, "london.marathon", opened, the keyboard in the search field of its 168 entrants. Returns: (transfer
 * full): its path */
char *reader_scene_open_example (ReaderScene *scene);

/** Gives the running program a file, as a file manager does. */
void reader_scene_hand_over (ReaderScene *scene, const char *path);

/** Ends the program at once, as a dead battery does, or by another signal; what it had open stays as it is. */
void reader_scene_kill (ReaderScene *scene, int number);

/** Waits until the program has ended by itself, with status 0. */
void reader_scene_wait_for_end (ReaderScene *scene);

/** Ends the program where it still runs, and removes the folder. */
void reader_scene_tear_down (ReaderScene *scene);

/* --- Time -------------------------------------------------------------------------------------------------------- */

/** Waits until @expression, looked at again and again, is true. */
#define reader_scene_wait_until(expression) \
  G_STMT_START \
  { \
    gint64 scene_deadline_ = reader_scene_get_deadline (); \
    while (!(expression)) \
      reader_scene_turn (scene_deadline_, G_STRLOC, #expression); \
  } \
  G_STMT_END

/** For the macro: when to give up; a moment's pause. */
gint64 reader_scene_get_deadline (void);
void   reader_scene_turn         (gint64 deadline, const char *place, const char *what);

/* --- Finding. @name is the whole accessible name, or with an asterisk at its end the beginning of it -------------- */

/** Waits for the first in the program of that role and name, not in rows of tables. Returns: (transfer full) */
ReaderNode *reader_scene_find (ReaderScene *scene, ReaderRole role, const char *name);

/** Whether it is there now. */
gboolean reader_scene_has (ReaderScene *scene, ReaderRole role, const char *name);

/** Waits until nothing is found any more. */
void reader_scene_wait_for_none (ReaderScene *scene, ReaderRole role, const char *name);

/** Waits until one label anywhere in the program says exactly @text. */
void reader_scene_wait_for_label (ReaderScene *scene, const char *text);

/**
 * reader_scene_read_row:
 *
 * Returns: (transfer full) (nullable): the texts in row @row of the table called @name, " | " between them; %NULL where
 *   there is no such row
 */
char *reader_scene_read_row (ReaderScene *scene, const char *name, guint row);

/**
 * reader_scene_find_nameless:
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each thing in the program that a person operates and
 *   that a screen reader has no name for; some are in pages that are not shown now
 */
GPtrArray *reader_scene_find_nameless (ReaderScene *scene);

/* --- Acting ------------------------------------------------------------------------------------------------------ */

/** Does what a click on it does. */
void reader_scene_click (ReaderScene *scene, ReaderRole role, const char *name);

/**
 * reader_scene_press:
 * @keys: accelerators as gtk_accelerator_parse() reads them, separated by blanks: "<Control>s", "Tab Tab Return"
 *
 * Gives the program's topmost window the keyboard and presses the keys.
 */
void reader_scene_press (ReaderScene *scene, const char *keys);

/** Waits until the program shows @n windows, dialogs included: one that is to come must be there before keys are
 * pressed for it. */
void reader_scene_wait_for_windows (ReaderScene *scene, guint n);

/** As reader_scene_press(), with the characters of @text. */
void reader_scene_type (ReaderScene *scene, const char *text);

/** Waits until the keyboard is in what has that role and name; not for libadwaita's own rows, which do not say. */
void reader_scene_wait_for_focus (ReaderScene *scene, ReaderRole role, const char *name);

/** Replaces the text of a field. */
void reader_scene_enter (ReaderScene *scene, ReaderRole role, const char *name, const char *text);

/** Waits until the text of a field is @text. */
void reader_scene_wait_for_text (ReaderScene *scene, ReaderRole role, const char *name, const char *text);

G_END_DECLS
