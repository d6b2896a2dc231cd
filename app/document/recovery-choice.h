/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of document/recovery.h: what is to be done with a journal, by what the event's file holds now.
 */
#pragma once

#include "document/journal-content.h"
#include "document/recovery.h"

G_BEGIN_DECLS

typedef struct {
  gboolean is_needless; /* a file holds all, or there is nothing */
  MarathonRecoveryKind kind;
  char *path;                    /* FILE: where the document is; COPY: where it was; NULL: nowhere */
  MarathonFileIdentity identity; /* FILE: what it holds */
  gint64 step;                   /* FILE: after so many steps; negative: before the base */
  gboolean from_file;            /* else from the base */
  guint64 n_steps;               /* that are in no file */
  char *problem;
} MarathonRecoveryChoice;

/** Reads and hashes what it must; @cancellable: then the choice is not to be used. */
void marathon_recovery_choose (const MarathonJournalFolder  *folder,
                               const MarathonJournalContent *content,
                               GCancellable                 *cancellable,
                               MarathonRecoveryChoice       *choice);

void marathon_recovery_choice_clear (MarathonRecoveryChoice *choice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonRecoveryChoice, marathon_recovery_choice_clear)

/** Whether the folder's copy of the base is there and whole. */
gboolean marathon_recovery_has_base (const MarathonJournalFolder  *folder,
                                     const MarathonJournalContent *content,
                                     GCancellable                 *cancellable);

G_END_DECLS
