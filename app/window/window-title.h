/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words in the middle of the header bar: pure functions, for templates.
 */
#pragma once

#include "document/journal.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the event's name, with a mark in front where it has changes that are not saved. */
char *marathon_window_title (gpointer object, const char *title, gboolean modified);

/** Returns: (transfer full): where the event's file is, in few words; or whether its changes would survive a crash.
 * @journal_state: a MarathonJournalState */
char *marathon_window_subtitle (gpointer object, const char *path, gboolean modified, int journal_state);

/** Returns: (transfer full): the folder of @path for people: readable, and "~" for their home. */
char *marathon_describe_folder (const char *path);

G_END_DECLS
