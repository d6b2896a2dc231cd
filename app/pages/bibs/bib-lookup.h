/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibLookup: a field for a number, and below it what became of that number and who has it.
 *
 * Signal "show-entrant" (guint64 id): lead to who has it
 */
#pragma once

#include <adwaita.h>

#include "document/ledger-watch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIB_LOOKUP (marathon_bib_lookup_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBibLookup, marathon_bib_lookup, MARATHON, BIB_LOOKUP, AdwBin)

/** @watch: (nullable): where to look; says it anew as the ledger changes. */
void marathon_bib_lookup_set_watch (MarathonBibLookup *lookup, MarathonLedgerWatch *watch);

/** Looks again; to be called after the ledger has changed. */
void marathon_bib_lookup_refresh (MarathonBibLookup *lookup);

G_END_DECLS
