/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGuideCard: one guide of an athlete as a row that opens into a form; saved as each field is left.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_GUIDE_CARD (marathon_guide_card_get_type ())
G_DECLARE_FINAL_TYPE (MarathonGuideCard, marathon_guide_card, MARATHON, GUIDE_CARD, AdwExpanderRow)

/* Signals:
 *   "refused" (const char *message): the guide cannot be removed; of what was typed the row itself says it
 *   "leave": Escape, in a field without unsaved text
 *   "show-entrant" (guint64 id): the guide runs too; the person wants to see that entry
 */

/** @athlete and @guide are ids. Shows nothing before marathon_guide_card_refresh(). */
GtkWidget *marathon_guide_card_new (MarathonDocument *document, guint64 athlete, guint64 guide);

guint64 marathon_guide_card_get_guide (MarathonGuideCard *card);

/** Shows what the event says now, but for fields with unsaved text; does nothing where the guide is gone. */
void marathon_guide_card_refresh (MarathonGuideCard *card);

/** As those of MarathonEntrantForm. */
gboolean marathon_guide_card_commit   (MarathonGuideCard *card);
gboolean marathon_guide_card_is_dirty (MarathonGuideCard *card);
void     marathon_guide_card_revert   (MarathonGuideCard *card);

/** Returns: (transfer none) (nullable): the first row whose text was refused. */
MarathonFieldRow *marathon_guide_card_find_refused (MarathonGuideCard *card);

/** Opens the card and puts the keyboard into the field; "" for the first name field. */
void marathon_guide_card_focus (MarathonGuideCard *card, const char *key);

G_END_DECLS
