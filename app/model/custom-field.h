/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCustomField: a field that an event adds to the table of fields; its key is the “x-KEY” of CSV files.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_CUSTOM_FIELD (marathon_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (MarathonCustomField, marathon_custom_field, MARATHON, CUSTOM_FIELD, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonCustomField {
  MarathonRecord parent_instance;

  const char *label;
  int type; /* MarathonCustomType */
  const char *const *choices; /* for MARATHON_CUSTOM_TYPE_CHOICE */
  int audience; /* MarathonAudience */
  gboolean required;
};

G_END_DECLS
