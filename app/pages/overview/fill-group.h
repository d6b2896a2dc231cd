/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillGroup: how full the categories, or the waves, of an event are: a tile for each, in as many columns as there
 * is room for.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_FILL_GROUP (marathon_fill_group_get_type ())
G_DECLARE_FINAL_TYPE (MarathonFillGroup, marathon_fill_group, MARATHON, FILL_GROUP, AdwPreferencesGroup)

/* Property "empty" (GtkWidget): what is shown instead while there are none; set in templates.
 * Signal "chosen" (MarathonRecord *record): a person wants to see who is in it. */

/** @list: categories or waves. Follows the document until it gets %NULL. */
void marathon_fill_group_set_document (MarathonFillGroup *group, MarathonDocument *document, MarathonListId list);

G_END_DECLS
