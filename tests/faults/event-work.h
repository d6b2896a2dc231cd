/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the driver does to an event, and what the tests know of it: an event of known content, and its content after
 * each of its edits.
 *
 * A scene is a folder with "event/race", the event's file, and "state", the state folder. The event's content after N
 * edits is its version N.
 */
#pragma once

#include "document/document.h"
#include "document/recovery.h"

G_BEGIN_DECLS

#define EVENT_WORK_ID 0xe1

/* After the name of the event's file: where the driver saves what was recovered and is not that file. */
#define EVENT_WORK_RESCUED "-recovered"

char *event_work_get_path  (const char *scene);
char *event_work_get_state (const char *scene);

/** Makes the edit that turns version @number - 1 into version @number, as one step: a title, a new person, or the club
 * of all people. */
void event_work_edit (MarathonDocument *document, guint number);

/** Returns: (transfer full): what tells the content of an event from any other. */
char *event_work_sum (MarathonEvent *event);

/** Returns: (transfer full): the sums of the versions 0 to @n of the event @path, which is version 0. */
GPtrArray *event_work_sums (const char *path, guint n);

/** Returns: (transfer full): the document; %NULL with @error. */
MarathonDocument *event_work_recover (const MarathonRecovery *recovery, GError **error);

/** Runs the main context until the journal is not writing any more; returns: its state. */
MarathonJournalState event_work_wait (MarathonDocument *document);

/** Saves. Where @meanwhile is given, in a thread, as the window does; @meanwhile is called when that has begun, and the
 * main context runs until it has ended. */
typedef void (*EventWorkFunc) (MarathonDocument *document, gpointer data);
gboolean event_work_save (MarathonDocument *document,
                          const char       *path,
                          EventWorkFunc     meanwhile,
                          gpointer          data,
                          GError          **error);

G_END_DECLS
