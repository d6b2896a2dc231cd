/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListsRow: a list that can be chosen: its title and what it is good for.
 */
#pragma once

#include <adwaita.h>

#include "printing/lists.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LISTS_ROW (marathon_lists_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonListsRow, marathon_lists_row, MARATHON, LISTS_ROW, GtkListBoxRow)

/* Properties: "title", "purpose" (strings, read only), "is-confidential" (boolean, read only)
 * Signal: "pointed-at": the pointer rests on it, so it may be chosen next
 */

GtkWidget *marathon_lists_row_new (const MarathonListInfo *info);

const MarathonListInfo *marathon_lists_row_get_info (MarathonListsRow *row);

G_END_DECLS
