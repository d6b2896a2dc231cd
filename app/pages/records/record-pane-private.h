/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the pane of records share.
 */
#pragma once

#include "pages/records/record-pane.h"

G_BEGIN_DECLS

struct _MarathonRecordPane {
  AdwBin parent_instance;

  MarathonPage *page; /* which has the pane */
  const MarathonRecordKind *kind;
  MarathonDocument *document;
  MarathonFillsWatch *fills;
  MarathonRecord *selected;
  MarathonRecord *deleting; /* about which a question is asked */
  gboolean is_syncing;      /* what the list says of its selection is no person's */
  gboolean is_stale;        /* the rows say what was */
  gboolean is_filled;       /* somebody has looked: there are rows, and one of them is selected */

  AdwFlap *flap;
  GtkStack *content;
  GtkListBox *list;
  GtkStack *details;
  GtkScrolledWindow *scroller;
  GtkLabel *caption;
  AdwButtonContent *add_content;
  AdwBin *form_place;
  AdwBin *empty_place;
  AdwBin *above_place;
  AdwBin *below_place;
  AdwBin *adders_place;
  AdwBin *actions_place;
};

static inline MarathonEvent *
marathon_record_pane_get_event (MarathonRecordPane *pane)
{
  return marathon_document_get_event (pane->document);
}

/** Shows the form where it is hidden, and puts the keyboard into its first row. */
void marathon_record_pane_focus_form (MarathonRecordPane *pane);

/** Rows come, go and move as the records have; for a change that should be seen before the next thing is done. */
void marathon_record_pane_sync (MarathonRecordPane *pane);

/* --- record-actions.c --- */

void marathon_record_pane_add_actions    (MarathonRecordPane *pane);
void marathon_record_pane_update_actions (MarathonRecordPane *pane);

/** The list that @record is in. */
MarathonListId marathon_record_pane_get_list_of (MarathonRecordPane *pane, MarathonRecord *record);

G_END_DECLS
