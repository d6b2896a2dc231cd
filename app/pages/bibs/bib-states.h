/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibStates: what became of the numbers of a block: a bar in parts, and what the parts mean.
 */
#pragma once

#include <adwaita.h>

#include "planning/bib-ledger.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIB_STATES (marathon_bib_states_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBibStates, marathon_bib_states, MARATHON, BIB_STATES, AdwBin)

/** @ledger: (nullable): not known yet */
void marathon_bib_states_show (MarathonBibStates *states, const MarathonBibLedger *ledger, guint block);

G_END_DECLS
