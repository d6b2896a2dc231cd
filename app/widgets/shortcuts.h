/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of keyboard shortcuts: menus, widgets and the shortcuts window are all made from it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Where the keys count. */
typedef enum {
  MARATHON_SHORTCUT_WINDOW, /* anywhere in a window */
  MARATHON_SHORTCUT_TABLE,  /* while the keyboard is in the table of a page: keys that mean something else in a field */
  MARATHON_SHORTCUT_RECORDS, /* the same in the list of a page of records */
  MARATHON_SHORTCUT_BUILT_IN, /* GTK's own: told in the shortcuts window only */
} MarathonShortcutPlace;

typedef struct {
  const char *group;  /* marked for translation: heading in the shortcuts window; the table is in the order of groups */
  const char *label;  /* marked for translation */
  const char *action; /* detailed name, "win.show-page::entrants"; %NULL where built in */
  const char *keys;   /* accelerators separated by blanks; the first is the one that menus show */
  MarathonShortcutPlace place;
} MarathonShortcut;

/** Returns: (transfer none) (array length=n): the table. */
const MarathonShortcut *marathon_shortcuts_get (guint *n);

/** Registers the keys that count anywhere. */
void marathon_shortcuts_register (GtkApplication *application);

/** Makes the keys of @place count in @widget and what it holds: those of the table or those of records. */
void marathon_shortcuts_attach (GtkWidget *widget, MarathonShortcutPlace place);

/** Returns: (transfer none): the shortcuts window. */
GtkWidget *marathon_shortcuts_window_new (void);

G_END_DECLS
