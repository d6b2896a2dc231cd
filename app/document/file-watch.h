/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileWatch: notices that somebody else has written, replaced or removed the file of an open event.
 *
 * It listens to the folder, and looks again when it is told to (a window came to the front), since network folders tell
 * nothing. What the file holds decides, read in a thread and only where size, inode or times say that something may
 * have happened.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_FILE_WATCH_SAME,
  MARATHON_FILE_WATCH_CHANGED, /* it holds something else than was read or saved last */
  MARATHON_FILE_WATCH_GONE,    /* there is no such file any more */
} MarathonFileWatchState;

#define MARATHON_TYPE_FILE_WATCH (marathon_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFileWatch, marathon_file_watch, MARATHON, FILE_WATCH, GObject)

/* Property (read only, notified on change): "state" (MarathonFileWatchState, as int) */

/** Watches the file of @document, and follows it where the document is saved as another; our own saves are no change.
 * Holds @document weakly. */
MarathonFileWatch *marathon_file_watch_new (MarathonDocument *document);

MarathonFileWatchState marathon_file_watch_get_state (MarathonFileWatch *watch);

/** Looks at the file soon, in a thread. */
void marathon_file_watch_look (MarathonFileWatch *watch);

G_END_DECLS
