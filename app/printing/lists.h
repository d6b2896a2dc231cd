/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of the lists that can be printed and exported, and making a report of any of them.
 */
#pragma once

#include "model/event.h"
#include "printing/list-options.h"
#include "printing/report.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;  /* on the command line: "check-in" */
  const char *title; /* marked for translation */
  MarathonAudience audience; /* for whom it is made unless somebody says otherwise */
  gboolean personal; /* its purpose is personal data: for no audience that may not see them all */
  const char *purpose; /* marked for translation: what it is good for, in a few words */
} MarathonListInfo;

/** How many lists there are, and the line of the table of each. */
guint                   marathon_list_info_count (void);
const MarathonListInfo *marathon_list_info_get   (guint index);

/** Returns: (transfer none) (nullable): the list called @name. */
const MarathonListInfo *marathon_list_info_find (const char *name);

/**
 * marathon_list_build:
 * @event: usually a snapshot; only read
 * @name: of a list
 *
 * No list drops a person in silence: who is left out is counted in the report's total.
 *
 * Returns: (transfer full): a finished report; %NULL with @error (MARATHON_MODEL_ERROR) where there is no such list, category or wave, naming
 *   those that there are, or where the list is not for that audience; G_IO_ERROR_CANCELLED
 */
MarathonReport *marathon_list_build (MarathonEvent             *event,
                                     const char                *name,
                                     const MarathonListOptions *options,
                                     GError                   **error);

G_END_DECLS
