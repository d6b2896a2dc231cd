/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each field of the table lies in an entrant; shared by the reading side (entrant-fields.c) and the writing side (entrant-draft.c).
 */
#pragma once

#include "model/entrant-fields.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_STORE_DETAIL, /* canonical text in the details */
  MARATHON_STORE_MEMBER, /* in the member at the offset, as the field's type says */
  MARATHON_STORE_FLAG,   /* a bit of flags */
} MarathonFieldStore;

typedef struct {
  MarathonFieldInfo info;
  MarathonFieldStore store;
  goffset offset;
  MarathonFlags flag;
} MarathonFieldRow;

extern const MarathonFieldRow marathon_field_rows[MARATHON_N_FIELDS];

/** How the field is stored; custom fields are details. */
MarathonFieldStore marathon_field_get_store (const MarathonFieldInfo *info);

/** The Julian day before the first day that the entry date's two bytes can say: 31 December 1969. */
#define MARATHON_ENTERED_EPOCH 719162u

G_END_DECLS
