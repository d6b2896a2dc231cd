/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecovery: what a journal holds that is in no file, found after the program ended without saying goodbye; and
 * the event made from it.
 *
 * What the event's file holds decides, never a time (reliability promises P-11 to P-14):
 *
 *   the file holds what the journal's last step, or a later save, left      nothing to recover: the journal is removed quietly
 *   it holds the journal's base, or what one of its saves left              the steps after that are applied to the file: MARATHON_RECOVERY_FILE
 *   it holds something else, is missing, or cannot be read                  base and all steps, as an event without a file: MARATHON_RECOVERY_COPY
 *   the event never had a file                                              the same: MARATHON_RECOVERY_COPY, with "path" NULL
 *   the same two, but the journal's copy of its base is damaged or missing  kept, and told of: MARATHON_RECOVERY_DAMAGED
 *   the journal is of a newer Marathon                                      kept and not touched: MARATHON_RECOVERY_NEWER
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_RECOVERY_FILE,
  MARATHON_RECOVERY_COPY,
  MARATHON_RECOVERY_DAMAGED,
  MARATHON_RECOVERY_NEWER,
} MarathonRecoveryKind;

typedef struct {
  MarathonRecoveryKind kind;
  char *folder;     /* of the journal */
  guint64 event_id; /* 0: not known */
  char *path;       /* of the event's file; NULL: it had none */
  char *title;      /* of the event, when the journal began; may be "" */
  guint n_steps;    /* that are in no file */
  char *last_label; /* of the last one, such as "Assign 2 Bibs"; NULL: none */
  gint64 last_time; /* when it was made: seconds of Unix time */
  char *problem;    /* DAMAGED and NEWER, and a COPY's reason: a sentence for people; else NULL */
} MarathonRecovery;

void marathon_recovery_free (MarathonRecovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonRecovery, marathon_recovery_free)

/**
 * marathon_recovery_list:
 *
 * Looks at all journals below @state_folder that no running program holds; removes those of which a file holds all.
 * Blocks: reads journals and hashes files, so it belongs into a thread.
 *
 * Returns: (transfer full) (element-type MarathonRecovery): the last one changed first
 */
GPtrArray *marathon_recovery_list (const char *state_folder, GCancellable *cancellable);

/** The same of one file only, for who is about to open it. */
GPtrArray *marathon_recovery_list_of (const char *state_folder, const char *path, GCancellable *cancellable);

/**
 * marathon_recovery_open_async:
 *
 * Makes the document: its file, or base, with the steps done again, each of which can be undone. It is modified,
 * nothing is saved; its journal goes on where it ended (marathon_document_get_journal()), so that another crash, during
 * this too, loses nothing. A DAMAGED one cannot be opened; nor one that another program has taken meanwhile.
 */
void              marathon_recovery_open_async  (const MarathonRecovery *recovery,
                                                 MarathonProgressFunc    progress,
                                                 gpointer                progress_data,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
MarathonDocument *marathon_recovery_open_finish (GAsyncResult *result, GError **error);

/**
 * marathon_recovery_open_get_problem:
 *
 * Returns: (transfer none) (nullable): a sentence where some of the steps could not be done again: the document has
 * those before them, and the journal stays in
 *   its folder beside the document's new one. Until @result is freed.
 */
const char *marathon_recovery_open_get_problem (GAsyncResult *result);

/** Removes the journal, because a person said so. */
gboolean marathon_recovery_discard (const MarathonRecovery *recovery, GError **error);

G_END_DECLS
