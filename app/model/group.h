/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGroup: entrants who belong together: a pair, siblings, a team, four people in one costume.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_GROUP (marathon_group_get_type ())
G_DECLARE_FINAL_TYPE (MarathonGroup, marathon_group, MARATHON, GROUP, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonGroup {
  MarathonRecord parent_instance;

  const char *name;
  int kind; /* MarathonGroupKind */
  gboolean together; /* one start unit: the wave of the slowest member */
  const char *bib; /* the members then have none of their own */
  int scoring; /* MarathonScoring */
  MarathonTime target;
  const char *charity;
  const char *load;
};

G_END_DECLS
