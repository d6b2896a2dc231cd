/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CutModel: what a disk may hold when the power goes, worked out from the calls that were made on it (call-log.h).
 *
 * It is as mean as the rules allow: content is on the disk when its file was synced, and a name when the folder that
 * it is in was; of all else anything may be there. So it finds what no kill can show, such as a file that takes a
 * place before it is synced, on every machine.
 */
#pragma once

#include "faults/call-log.h"

G_BEGIN_DECLS

typedef enum {
  CUT_NOTHING,   /* what was not synced is not there */
  CUT_NAMES,     /* all names are there, and of the contents what was synced */
  CUT_SIZES,     /* and the rest of the contents as zeros */
  CUT_HALVES,    /* and the first half of the rest */
  CUT_LAST_NAME, /* only the last name that was made, moved or removed got there before others */
  N_CUTS
} CutKind;

typedef struct _CutModel CutModel;

/** A folder with all that is in it, which is on the disk. */
CutModel *cut_model_new  (const char *folder);
void      cut_model_free (CutModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutModel, cut_model_free)

void cut_model_apply (CutModel *model, const CallRecord *record);

/** Returns: (transfer full): what tells what the disk would hold from anything else that it may hold. */
char *cut_model_sum (CutModel *model, CutKind kind);

/** Makes the folder @target, which must not exist, as it would be found after the cut. */
void cut_model_write (CutModel *model, CutKind kind, const char *target);

const char *cut_kind_get_name (CutKind kind);

G_END_DECLS
