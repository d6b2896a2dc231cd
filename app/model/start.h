/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonStart: a start line or area, such as Blue; waves belong to it.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_START (marathon_start_get_type ())
G_DECLARE_FINAL_TYPE (MarathonStart, marathon_start, MARATHON, START, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonStart {
  MarathonRecord parent_instance;

  const char *name;
  const char *place;
  const char *ink; /* colour of text on the ground colour */
  const char *ground;
  guint share; /* per cent of the field that the organiser means for it; 0: not said */
};

G_END_DECLS
