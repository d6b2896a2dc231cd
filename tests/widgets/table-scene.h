/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entrants table in a window of its own.
 */
#pragma once

#include "widgets/display-scene.h"
#include "widgets/entrants-table.h"

G_BEGIN_DECLS

typedef struct {
  MarathonEvent *event;
  MarathonEntrantsModel *model;
  MarathonEntrantsTable *table;
  GtkWindow *window;
  GSettings *settings;
  guint activated; /* position + 1 */
} TableScene;

/**
 * table_scene_start:
 * @n_more: how many there are beside the first four, Even0000, Odd0001 …, with ids from 100 on
 *
 * Settings as at first, and an event: 1 Paula Radcliffe (bib 1, Elite Women, Bedford, shirt S), 2 Mo Farah (37, Mass,
 * Newham), 3 David Weir (W2, Weir Archer, withdrawn), 4 Abel Kirui (Aberdeen).
 */
void table_scene_start (TableScene *scene, guint n_more);

/** Shows the table in a window; closes that, and asserts that all of it is freed. */
void table_scene_show (TableScene *scene);

/** The same with something above and below the table; each may be %NULL. */
void table_scene_show_between (TableScene *scene, GtkWidget *before, GtkWidget *after);
void table_scene_hide (TableScene *scene);

/** Hides the table, and asserts that the event is freed. */
void table_scene_end (TableScene *scene);

GtkColumnView *table_scene_get_view (TableScene *scene);

/** The cell that says so, or the header; not to find it ends the test. */
GtkWidget *table_scene_find_cell  (TableScene *scene, const char *text);
GtkWidget *table_scene_find_title (TableScene *scene, const char *text);

/** For display_scene_search(): whether @widget is a cell in sight that says @text. */
gboolean table_scene_is_cell (GtkWidget *widget, gconstpointer text);

/** Who is in @row. */
guint64 table_scene_get_id (TableScene *scene, guint row);

/** Asserts that these keys, separated by blanks, are the columns. */
void table_scene_assert_columns (TableScene *scene, const char *expected);

/** Returns: (transfer full): the keys of the columns that there are at first, separated by blanks */
char *table_scene_get_first_columns (TableScene *scene);

/** Whether the setting, printed, is so, or begins so. */
void     table_scene_assert_setting (TableScene *scene, const char *key, const char *expected);
gboolean table_scene_has_setting    (TableScene *scene, const char *key, const char *beginning);

G_END_DECLS
