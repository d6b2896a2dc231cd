/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLayout: how the event wants one of its lists: columns, order, paper.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LAYOUT (marathon_layout_get_type ())
G_DECLARE_FINAL_TYPE (MarathonLayout, marathon_layout, MARATHON, LAYOUT, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonLayout {
  MarathonRecord parent_instance;

  const char *list; /* name of a list of the command line, such as “bibs” */
  const char *name;
  const char *const *columns; /* keys of fields */
  const char *const *sort; /* keys of fields */
  const char *paper;
};

G_END_DECLS
