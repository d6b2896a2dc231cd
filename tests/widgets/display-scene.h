/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A display for one test program: windows are shown and painted, found through, clicked, typed into and looked at.
 *
 * A test program runs through tests/with-display, so that keyboard and pointer are its own. Whatever does not come true
 * in time ends the program with a sentence that says what was waited for.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Before anything else in main(): g_test_init(), GTK and libadwaita, the program's resources, no animations. */
void display_scene_init (int *argc, char ***argv);

/** Instead of g_test_run(): runs the tests, then lets the application go. */
int display_scene_run (void);

/** Returns: (transfer none): a registered application with the program's id; windows need one for their shortcuts. */
AdwApplication *display_scene_get_application (void);

/* --- Time -------------------------------------------------------------------------------------------------------- */

/** Runs the main loop until @expression, looked at again after every turn, is true. */
#define display_scene_wait_until(expression) \
  G_STMT_START \
  { \
    gint64 scene_deadline_ = display_scene_get_deadline (); \
    while (!(expression)) \
      display_scene_turn (scene_deadline_, G_STRLOC, #expression); \
  } \
  G_STMT_END

/** For the macro: when to give up, and one turn of the main loop, of some milliseconds at most. */
gint64 display_scene_get_deadline (void);
void   display_scene_turn         (gint64 deadline, const char *place, const char *what);

/** Runs the main loop until nothing is left to be done at once. */
void display_scene_settle (void);

/** Has @widget drawn and waits until the next frame that holds it is painted. */
void display_scene_wait_for_frame (GtkWidget *widget);

/* --- Windows ----------------------------------------------------------------------------------------------------- */

/** Shows @window, waits until it is painted, and gives it the keyboard. */
void display_scene_present (GtkWindow *window);

/** Gives @window the keyboard, as a window manager would, and waits until it has it. */
void display_scene_focus (GtkWindow *window);

/**
 * display_scene_find_window:
 *
 * Returns: (transfer none): the visible window of that type that was opened last, a dialog for example; waits for it
 */
GtkWindow *display_scene_find_window (GType type);

/** How many windows of that type, or of one derived from it, there are. */
guint display_scene_count_windows (GType type);

/**
 * display_scene_destroy:
 *
 * Destroys @window and asserts that it and every widget in it is freed then. The caller holds no reference to any of
 * them: gtk_window_new() leaves it to GTK.
 */
void display_scene_destroy (GtkWindow *window);

/** As display_scene_destroy(), but closes @window as a person does, so that it may ask back. */
void display_scene_close (GtkWindow *window);

/**
 * display_scene_assert_freed:
 * @weak: a pointer that g_object_add_weak_pointer() set
 *
 * Runs the main loop until the object is gone.
 */
#define display_scene_assert_freed(weak) display_scene_wait_until ((weak) == NULL)

/* --- Finding: @root itself and what is in it, depth first. What is not found ends the test. ----------------------- */

typedef gboolean (*DisplaySceneMatch) (GtkWidget *widget, gconstpointer data);

/** Returns: (transfer none) (nullable): the first that matches, or %NULL */
GtkWidget *display_scene_search (GtkWidget *root, DisplaySceneMatch match, gconstpointer data);

/** Returns: (transfer container) (element-type GtkWidget): all that match */
GPtrArray *display_scene_search_all (GtkWidget *root, DisplaySceneMatch match, gconstpointer data);

/** Returns: (transfer none): the first of @type or of one derived from it */
GtkWidget *display_scene_find (GtkWidget *root, GType type);

/** Returns: (transfer none): the first whose type has that name, for types that no header tells */
GtkWidget *display_scene_find_type_name (GtkWidget *root, const char *type_name);

/** Returns: (transfer none): the first with this id in its template */
GtkWidget *display_scene_find_id (GtkWidget *root, const char *id);

/** Returns: (transfer none): the first that gtk_widget_set_name() named so */
GtkWidget *display_scene_find_name (GtkWidget *root, const char *name);

/** Returns: (transfer none): the first of @type that is visible and whose label, title or text is exactly @text */
GtkWidget *display_scene_find_text (GtkWidget *root, GType type, const char *text);

/** Whether a visible label in @root says exactly @text. */
gboolean display_scene_shows (GtkWidget *root, const char *text);

/* --- Acting ------------------------------------------------------------------------------------------------------ */

/** Clicks @button, which must be there to be clicked, without pointer and without delay. */
void display_scene_click (GtkWidget *button);

typedef enum {
  DISPLAY_SCENE_LEFT,
  DISPLAY_SCENE_RIGHT,
  DISPLAY_SCENE_DOUBLE, /* the left button, twice */
  DISPLAY_SCENE_CONTROL, /* the left button, while the key is held */
  DISPLAY_SCENE_SHIFT,
} DisplaySceneClick;

/** Moves the pointer to the centre of @widget and clicks there. */
void display_scene_click_at (GtkWidget *widget, DisplaySceneClick click);

/**
 * display_scene_press:
 * @keys: accelerators as gtk_accelerator_parse() reads them, separated by blanks: "<Control>f", "Down Down Return"
 *
 * Gives @window the keyboard, presses and releases the keys, and lets the program answer.
 */
void display_scene_press (GtkWindow *window, const char *keys);

/** As display_scene_press(), with the characters of @text, which may be of any script. */
void display_scene_type (GtkWindow *window, const char *text);

/* --- Toasts: those that are shown now, not those that wait their turn --------------------------------------------- */

guint display_scene_count_toasts (GtkWidget *root);

/** Waits for a toast in @root. Returns: (transfer full): what it says */
char *display_scene_get_toast (GtkWidget *root);

/** Waits for a toast in @root that has a button (not the one that closes it) and clicks that. */
void display_scene_click_toast (GtkWidget *root);

/* --- Looking ----------------------------------------------------------------------------------------------------- */

/** Writes how @widget looks now to the PNG file @path, making its folder; the same bytes for the same look. */
void display_scene_save_picture (GtkWidget *widget, const char *path);

/** Returns: (transfer full): the path of a picture of that name in the folder "screens" of the build */
char *display_scene_get_picture_path (const char *name);

G_END_DECLS
