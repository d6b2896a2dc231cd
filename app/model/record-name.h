/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people call a record, wherever it is named by itself: in lists, labels, menus and reasons.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Returns: (transfer full): what people call the record: a wave with its start, an official by the name of the person.
 * */
char *marathon_record_get_full_name (MarathonEvent *event, MarathonRecord *record);

G_END_DECLS
