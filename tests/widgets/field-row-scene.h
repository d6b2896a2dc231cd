/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form of three rows in a window, the middle one to be tested, and somebody who keeps or refuses what it commits.
 */
#pragma once

#include "widgets/display-scene.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

typedef struct {
  GtkWindow *window;
  GtkWidget *before; /* text rows without a text */
  MarathonFieldRow *row;
  GtkWidget *after;
  GString *log;        /* what was committed: "37;38;" */
  const char *refused; /* this text is refused with "No." */
  const char *shown;   /* what the event makes of any text; NULL: the same */
  guint n_left;        /* how often "leave" was emitted */
} FieldRowScene;

/** @row: (transfer floating): its label becomes "Field" */
void field_row_scene_init (FieldRowScene *scene, GtkWidget *row);

/** Also asserts that everything in the window is freed. */
void field_row_scene_clear (FieldRowScene *scene);

/** Whether the keyboard is in @widget. */
gboolean field_row_scene_has_focus (GtkWidget *widget);

/** Asserts what the row shows, whether it is dirty, and what has been committed so far. */
#define field_row_scene_assert(scene, text, is_dirty, committed) \
  G_STMT_START \
  { \
    g_autofree char *scene_text_ = marathon_field_row_get_text ((scene)->row); \
    g_assert_cmpstr (scene_text_, ==, text); \
    g_assert_cmpint (marathon_field_row_is_dirty ((scene)->row), ==, is_dirty); \
    g_assert_cmpstr ((scene)->log->str, ==, committed); \
  } \
  G_STMT_END

G_END_DECLS
