/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonLedgerWatch: the bib ledger of an open event, made anew in a thread after changes, when somebody asks.
 */
#pragma once

#include "document/document.h"
#include "planning/bib-ledger.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LEDGER_WATCH (marathon_ledger_watch_get_type ())
G_DECLARE_FINAL_TYPE (MarathonLedgerWatch, marathon_ledger_watch, MARATHON, LEDGER_WATCH, GObject)

/* Signal "changed": the event has changed since the ledger was made, or there is a new one; who wants to see it asks. */

/** Returns: (transfer full): makes nothing before somebody asks. */
MarathonLedgerWatch *marathon_ledger_watch_new (MarathonDocument *document);

/**
 * marathon_ledger_watch_get:
 * @event: (out) (optional) (transfer none): what the ledger is of: a snapshot, for marathon_bib_entry_describe()
 *
 * Has a new ledger made where the event has changed since the last.
 *
 * Returns: (transfer none) (nullable): the last ledger, good until the next "changed"; %NULL before the first
 */
const MarathonBibLedger *marathon_ledger_watch_get (MarathonLedgerWatch *watch, MarathonEvent **event);

/** Whether a ledger is being made. */
gboolean marathon_ledger_watch_is_busy (MarathonLedgerWatch *watch);

G_END_DECLS
