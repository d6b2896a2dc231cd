/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of an entrant in a window of its own, with a small event, for the tests of what it shows and of what is
 * typed into it.
 */
#pragma once

#include "pages/entrants/entrant-form.h"
#include "widgets/display-scene.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

/** An event of three: Amy Archer (1) with a place in everything, Ben Bolt (2), and Cat Cole (3), T11, with a guide. */
extern const char form_scene_spring[];

typedef struct {
  MarathonDocument *document;
  MarathonEvent *event;
  MarathonHistory *history;
  GtkWindow *window;
  GtkWidget *widget; /* the form, and once more as what it is */
  MarathonEntrantForm *form;
  /* What its signals told. */
  guint64 added; /* the last id */
  guint n_added;
  guint n_refused;
  char *refused; /* the last sentence */
  guint n_left;
  guint64 wanted; /* the last entrant who was to be shown */
} FormScene;

/** @text: an event as model_fixture_new() reads it */
void form_scene_init  (FormScene *scene, const char *text);
void form_scene_clear (FormScene *scene);

/** Returns: (transfer none) (nullable): the row of a field in @root */
MarathonFieldRow *form_scene_find_row (GtkWidget *root, const char *key);

/** Returns: (transfer none): that of the form, not of a guide */
MarathonFieldRow *form_scene_get_row (FormScene *scene, const char *key);

/** Asserts what the row of a field shows. */
void form_scene_assert_row (FormScene *scene, const char *key, const char *expected);

/** Asserts what the event has. */
void form_scene_assert_value (FormScene *scene, guint position, const char *key, const char *expected);

/** As a person types it: into the field, and Enter. */
void form_scene_enter (FormScene *scene, const char *key, const char *text);

/** How many steps can be undone. */
guint form_scene_count_steps (FormScene *scene);

guint form_scene_count_guides (FormScene *scene, guint position);

/** "form" or "empty" */
const char *form_scene_get_shown_page (FormScene *scene);

/** Whether all of @widget is to be seen in the form as it is scrolled now. */
gboolean form_scene_is_in_sight (FormScene *scene, GtkWidget *widget);

/** Asserts that the keyboard is in @row, and waits until that is in sight. */
void form_scene_assert_has_keyboard (FormScene *scene, MarathonFieldRow *row);

G_END_DECLS
