/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordPane: what the pages of categories, waves and bib blocks have in common: the list with what can be done
 * to its records, and beside it, or over it where there is no room, the form of the one that is selected.
 *
 * In the template of a page the pane gets its parts as properties: "form", "empty" (instead of the list while there is
 * nothing), "above" and "below" (the list), "adders" and "actions" (buttons of the page's own beside those of the
 * pane), and the texts "add-label" and "caption".
 *
 * Signals:
 *   "selected": another record, or none
 *   "shown": the rows say what is so now: where more that is shown of the records may follow
 */
#pragma once

#include "document/fills-watch.h"
#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECORD_PANE (marathon_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecordPane, marathon_record_pane, MARATHON, RECORD_PANE, AdwBin)

/** What a page is of. */
typedef struct {
  MarathonListId list;
  MarathonListId groups;    /* of the records under which those of the list stand; MARATHON_N_LISTS: none */
  const char *query;        /* the field of entrants whose value such a record is: "category"; NULL: none */
} MarathonRecordKind;

/**
 * marathon_record_pane_set_up:
 * @page: which the pane is in; gets the actions "add", "duplicate", "delete", "move-up", "move-down" and
 *   "show-entrants"
 * @kind: not copied
 */
void marathon_record_pane_set_up (MarathonRecordPane *pane, MarathonPage *page, const MarathonRecordKind *kind);

/** Follows the page's document; to be called with it. */
void marathon_record_pane_set_document (MarathonRecordPane *pane, MarathonDocument *document);

/** Returns: (transfer none) (nullable): what is selected, and of which list. */
MarathonRecord *marathon_record_pane_get_selected (MarathonRecordPane *pane, MarathonListId *list);

/** The list knows no others than the records of the page. */
void marathon_record_pane_select (MarathonRecordPane *pane, MarathonRecord *record);

/** Selects "ELEMENT:KEY" and shows it; for MarathonPage's show(). */
void marathon_record_pane_show (MarathonRecordPane *pane, const char *what);

/** Adds a record of the list of records or of groups behind the selected one, and goes to its name in the form. */
void marathon_record_pane_add (MarathonRecordPane *pane, MarathonListId list);

/** The keyboard into the list. */
void marathon_record_pane_focus (MarathonRecordPane *pane);

/** Returns: (transfer none) (nullable): how full the records are. */
MarathonFillsWatch *marathon_record_pane_get_fills (MarathonRecordPane *pane);

G_END_DECLS
