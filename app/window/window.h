/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWindow: the window of one event, or of none yet.
 *
 * Its actions "win.*" are in window-actions.c; opening in window-open.c, saving and closing in window-files.c; entry
 * lists in window-import.c.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/problems-watch.h"
#include "document/recovery.h"
#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_WINDOW (marathon_window_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWindow, marathon_window, MARATHON, WINDOW, AdwApplicationWindow)

/* Properties (read only, notified on change):
 *   "document" (MarathonDocument, nullable), "history" (MarathonHistory), "problems" (MarathonProblemsWatch): of it
 *   "progress" (MarathonProgress, nullable): the loading or saving that goes on
 */

MarathonWindow *marathon_window_new (GtkApplication *application);

MarathonDocument *marathon_window_get_document (MarathonWindow *window);

/** Shows another event, or none. */
void marathon_window_set_document (MarathonWindow *window, MarathonDocument *document);

/**
 * marathon_window_open_path:
 *
 * Opens the event or entry list in @path: in the window that shows it already, else in this one where it is empty, else
 * in a new one. An entry list is imported into this window's event.
 */
void marathon_window_open_path (MarathonWindow *window, const char *path);

/** The dialog for a new event, which opens in this window where it is empty, else in a new one. */
void marathon_window_ask_new_event (MarathonWindow *window);

/** Opens what a crash has left (transfer full), in this window where it is empty, else in a new one. */
void marathon_window_recover (MarathonWindow *window, MarathonRecovery *recovery);

/** What is being typed becomes part of the event, all changes are on the disk when this returns, and its file is
 * nobody's any more: the program must end now. */
void marathon_window_keep_all (MarathonWindow *window);

/** Whether nothing is open here and nothing is being opened. */
gboolean marathon_window_is_empty (MarathonWindow *window);

/** The page called @name, %NULL where there is none or no event has been open here; and the one that is shown, while an
 * event is open. */
MarathonPage *marathon_window_get_page         (MarathonWindow *window, const char *name);
MarathonPage *marathon_window_get_current_page (MarathonWindow *window);

void marathon_window_show_page (MarathonWindow *window, const char *name);

/** Shows @toast (transfer full) instead of the one that is shown. */
void marathon_window_add_toast (MarathonWindow *window, AdwToast *toast);

G_END_DECLS
