/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordToBeat: a record that somebody might break; its holder need not be an entrant.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECORD_TO_BEAT (marathon_record_to_beat_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecordToBeat, marathon_record_to_beat, MARATHON, RECORD_TO_BEAT, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonRecordToBeat {
  MarathonRecord parent_instance;

  const char *name; /* such as “British record” */
  int scope; /* MarathonRecordScope */
  int sex; /* MarathonSex; unknown: any */
  int mode; /* MarathonMode */
  const guint16 *classes;
  int field; /* MarathonRecordField */
  int scoring; /* MarathonScoring; none: of one person */
  MarathonTime time;
  const char *holder;
  const char *nation; /* of the holder; for a national record, whose record it is */
  MarathonDate date;
  guint year; /* where the day is not known */
  const char *place;
  gboolean ratified;
};

G_END_DECLS
