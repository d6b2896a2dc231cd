/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random edits of every kind, and random steps: single edits, groups of them, plans and imports.
 *
 * An edit may be one that the event must refuse: a bib that somebody has, a record that is still in use.
 */
#pragma once

#include "editing/history.h"
#include "laws/random-event.h"

G_BEGIN_DECLS

/** What random_edit_new() can make; each is one of the kinds of MarathonEditKind, with something more to it. */
typedef enum {
  RANDOM_EDIT_CHANGE_ONE,
  RANDOM_EDIT_CHANGE_MANY,
  RANDOM_EDIT_GUIDES,
  RANDOM_EDIT_EXCHANGE_BIBS, /* also of guides */
  RANDOM_EDIT_INSERT,
  RANDOM_EDIT_REMOVE,
  RANDOM_EDIT_BIN,
  RANDOM_EDIT_RESTORE,
  RANDOM_EDIT_CHANGE_RECORD,
  RANDOM_EDIT_CHANGE_SINGLE,
  RANDOM_EDIT_INSERT_RECORD,
  RANDOM_EDIT_REMOVE_RECORD,
  RANDOM_EDIT_MOVE_RECORD,
  RANDOM_N_EDITS,
} RandomEditKind;

/** Returns: (transfer full) (nullable): an edit of the kind; %NULL where the event has nothing for it. */
MarathonEdit *random_edit_new (RandomSource *random, MarathonEvent *event, RandomEditKind kind);

/** Returns: (transfer full): an edit that sets the column of the record at random. */
MarathonEdit *random_edit_column (RandomSource *random, MarathonEvent *event, MarathonRecord *record, guint column);

/** What random_step() can do beside a single edit of any kind. */
typedef enum {
  RANDOM_STEP_EDIT,
  RANDOM_STEP_GROUP, /* of edits */
  RANDOM_STEP_CATEGORIES,
  RANDOM_STEP_WAVES,
  RANDOM_STEP_BIBS,
  RANDOM_STEP_NEW_BIBS,
  RANDOM_STEP_IMPORT,
  RANDOM_STEP_ADD_RECORD,
  RANDOM_STEP_DUPLICATE_RECORD,
  RANDOM_STEP_DELETE_RECORD, /* with all that names it */
  RANDOM_STEP_MOVE_RECORD,
  RANDOM_N_STEPS,
} RandomStepKind;

/** Does one step, which may be none. Returns: %FALSE with @error where it was refused. */
gboolean random_step (RandomSource *random, MarathonHistory *history, RandomStepKind kind, GError **error);

/** The word of a kind, for messages. */
const char *random_step_get_word (RandomStepKind kind);

G_END_DECLS
