/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What names a record of an event, and so would change with it: told before somebody deletes it.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Returns: (transfer full): what deleting would do beside, in sentences: "1,234 entrants lose their category. Waves that
 * would be open to every category: Red 1. Waves it is taken out of: Red 2, Red 3." Where there are many, only the first
 * by name; "" where nothing else is touched. One walk over the entrants. */
char *marathon_record_describe_use (MarathonEvent *event, MarathonListId list, MarathonRecord *record);

/** Whether @column of @other names @record of @list: as a reference, or as a field's key in a layout. */
gboolean marathon_column_names_record (MarathonRecord *other,
                                       guint           column,
                                       MarathonListId  list,
                                       MarathonRecord *record);

G_END_DECLS
