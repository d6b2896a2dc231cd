/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NaiveTable: the entrants in a table as GTK's documentation would have one written: an object for each in a list
 * store, string filters, a sorted model, a selection of objects, labels. What the program's own table is held against.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/event.h"

G_BEGIN_DECLS

typedef struct _NaiveTable NaiveTable;

NaiveTable *naive_table_new  (MarathonEvent *event);
void        naive_table_free (NaiveTable *table);

/** Returns: (transfer none): to be put in a window. */
GtkWidget *naive_table_get_widget (NaiveTable *table);

/** Shows whom @text occurs in: family or given name, or club. */
void naive_table_search (NaiveTable *table, const char *text);

/** @key: "family", "given", "club" or "bib". */
void naive_table_sort_up   (NaiveTable *table, const char *key);
void naive_table_sort_down (NaiveTable *table, const char *key);

void naive_table_select_all  (NaiveTable *table, const char *unused);
void naive_table_select_none (NaiveTable *table, const char *unused);

G_END_DECLS
