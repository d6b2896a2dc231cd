/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share.
 */
#pragma once

#include "widgets/progress.h"
#include "window/notices.h"
#include "window/window.h"

G_BEGIN_DECLS

struct _MarathonWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *content;
  AdwBin *welcome_place;
  AdwBin *event_place;
  GtkMenuButton *menu_button;
  GtkMenuButton *problems_button;
  AdwStatusPage *loading;
  GtkRevealer *progress_bar;
  MarathonNotices *notices;

  GtkStack *pages; /* of the event view; NULL before the first event */
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  MarathonProgress *progress;
  AdwToast *toast;     /* the one that is shown; weak */
  guint64 toast_state; /* of the history, when it came */
  GSignalGroup *document_signals;
  GSignalGroup *history_signals;

  char *opening;     /* the path that is being loaded, or NULL */
  GBytes *import_bytes; /* an entry list that waits for an event to be put into, and its name */
  char *import_name;
  gboolean is_painted;
  gboolean may_close; /* the question about changes has been answered */
  guint n_saves;      /* that go on, of the event's own file */
  gboolean closes_when_saved;
};

/* --- window-actions.c --- */

void marathon_window_add_actions (MarathonWindow *window);

/** Enables what can be done now. */
void marathon_window_update_actions (MarathonWindow *window);

/* --- window-open.c --- */

void marathon_window_open_example (MarathonWindow *window);

/** Reads the event's file again, to be edited; what is not saved is given up once that has succeeded. */
void marathon_window_open_again (MarathonWindow *window);

/** The dialog for a new event; the list that waits, if one does, goes into it. */
void marathon_window_ask_event_for_list (MarathonWindow *window);

/* --- window-files.c --- */

/** What follows a save that was asked for. */
typedef void (*MarathonSavedFunc) (MarathonWindow *window);

/** Saves to the event's own file, asking for one where it has none; @then (nullable) is called when it is saved. */
void marathon_window_save      (MarathonWindow *window, MarathonSavedFunc then);
void marathon_window_save_as   (MarathonWindow *window, MarathonSavedFunc then);
void marathon_window_save_copy (MarathonWindow *window);

/** Saves over what another program has written to the event's file, which a person has agreed to. */
void marathon_window_replace_file (MarathonWindow *window);

/** Gives the changes up and reads the file again, where that is agreed to; reload() because another program has changed
 * it. */
void marathon_window_revert (MarathonWindow *window);
void marathon_window_reload (MarathonWindow *window);

/** Nobody wants what is not saved: what is kept of it is removed, which the program waits for before it ends. */
void marathon_window_give_up_changes (MarathonWindow *window);

/** Asks about unsaved changes; %TRUE where the window may close now. */
gboolean marathon_window_may_close (MarathonWindow *window);

/** All pages put what is being typed into the event; %FALSE where one of them refused. */
gboolean marathon_window_commit (MarathonWindow *window);

void marathon_window_set_progress (MarathonWindow *window, MarathonProgress *progress);

/* --- window-import.c --- */

/** Asks for an entry list. */
void marathon_window_ask_import (MarathonWindow *window);

/** Reads the entry list in @path, shows what it would change, and imports it where that is agreed to. Where no event is
 * open, one is made first, and the list waits. */
void marathon_window_import (MarathonWindow *window, const char *path);

/** As marathon_window_import(), with the rows that are in the clipboard. */
void marathon_window_paste_entries (MarathonWindow *window);

/** Asks where to, and writes a file whose columns an import knows, to be filled in. */
void marathon_window_save_template (MarathonWindow *window);

/** Shows the list that waits, now that there is an event. */
void marathon_window_import_waiting (MarathonWindow *window);

/* --- window-versions.c --- */

/** Shows what the event was at earlier saves, and restores one where that is asked for. */
void marathon_window_show_versions (MarathonWindow *window);

/* --- window-privacy.c --- */

/** Says what removing personal data does, and does it where that is agreed to; the event is opened again then. */
void marathon_window_remove_personal_data (MarathonWindow *window);

/* --- window-plans.c --- */

/** Shows what the plan of categories, waves or bibs would change, and applies it where that is agreed to. */
void marathon_window_plan (MarathonWindow *window, MarathonField field);

G_END_DECLS
