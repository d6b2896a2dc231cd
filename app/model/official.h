/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonOfficial: somebody with a task at the race who need not run in it.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_OFFICIAL (marathon_official_get_type ())
G_DECLARE_FINAL_TYPE (MarathonOfficial, marathon_official, MARATHON, OFFICIAL, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonOfficial {
  MarathonRecord parent_instance;

  const char *family;
  const char *given;
  int role; /* MarathonOfficialRole */
  const char *title; /* in words */
  const guint32 *starts; /* whom a starter sends off: all waves of these starts */
  const guint32 *waves; /* and these waves */
  guint64 entrant; /* the entrant who is the same person */
  const char *honours;
  const char *phone;
};

G_END_DECLS
