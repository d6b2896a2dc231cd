/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGuideList: the guides of one athlete, a card for each, and adding another.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_GUIDE_LIST (marathon_guide_list_get_type ())
G_DECLARE_FINAL_TYPE (MarathonGuideList, marathon_guide_list, MARATHON, GUIDE_LIST, AdwPreferencesGroup)

/* Properties: "can-add" (boolean, read only, notified on change): the athlete may have one more guide
 * Signals: those of MarathonGuideCard */

/** @document may be %NULL; @athlete is an id, 0 for none. */
void marathon_guide_list_show (MarathonGuideList *list, MarathonDocument *document, guint64 athlete);

/** Shows what the event says now, but for fields with unsaved text. */
void marathon_guide_list_refresh (MarathonGuideList *list);

/** Adds a guide and puts the keyboard into the name; refused where "can-add" is not. */
void marathon_guide_list_add (MarathonGuideList *list);

/** As those of MarathonEntrantForm. */
gboolean marathon_guide_list_commit   (MarathonGuideList *list);
gboolean marathon_guide_list_is_dirty (MarathonGuideList *list);
void     marathon_guide_list_revert   (MarathonGuideList *list);

/** As marathon_guide_card_find_refused(). */
MarathonFieldRow *marathon_guide_list_find_refused (MarathonGuideList *list);

G_END_DECLS
