/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPrint: an entry of the print log: what was printed, when, how much.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PRINT (marathon_print_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPrint, marathon_print, MARATHON, PRINT, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonPrint {
  MarathonRecord parent_instance;

  const char *list;
  gint64 printed;
  int audience; /* MarathonAudience */
  guint rows;
  const char *note;
};

G_END_DECLS
