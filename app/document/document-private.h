/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document is made of, for loading and saving it.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef struct _MarathonSave MarathonSave;

struct _MarathonDocument {
  GObject parent_instance;

  MarathonEvent *event;
  MarathonHistory *history;
  char *state_folder; /* NULL: nothing is kept but by saving */
  MarathonJournal *journal; /* NULL as well then */
  MarathonFileLock *lock; /* (nullable): on the file */
  char *path; /* NULL: no file yet */
  MarathonFileIdentity identity;
  guint n_in_file; /* entrants */
  gboolean may_replace; /* the next save need not find what was expected */
  guint64 saved_state;    /* of the history, in the file */
  gboolean told_modified; /* what "modified" was when it was last told of */
  MarathonSave *running;  /* (nullable): the save that a thread is doing */
  gboolean is_removing;   /* a thread writes the file without personal data */
  GQueue waiting;         /* of GTask, each holding the document: the saves that come after it */
};

/** Returns: (transfer full): independent of the working folder, else as it was given: where a folder is a link, ".."
 * after it is not the folder before it. */
char *marathon_document_make_absolute (const char *path);

/** From now on the document's file is @path, which holds @identity, that many entrants and, of the history, @state. */
void marathon_document_take_file (MarathonDocument           *document,
                                  const char                 *path,
                                  const MarathonFileIdentity *identity,
                                  guint                       n_entrants,
                                  guint64                     state);

/** A recovered document: @journal (transfer full) listens to its history already, and no file holds the event as it is
 * now. */
void marathon_document_adopt_journal (MarathonDocument *document, MarathonJournal *journal);

G_END_DECLS
