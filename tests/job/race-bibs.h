/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold for the bibs of a planned event, found from the blocks' own columns without any planning code.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** Returns: (transfer full): what a bib is known by: its letters in lower case, its number without zeros in front. */
char *race_bibs_identify (const char *bib);

/**
 * race_bibs_check:
 *
 * Asserts that none but accepted entrants have a bib; that none stands twice among entrants, guides and groups; that
 * each is of a block for the entrant's category, wave and route, not among the numbers that the block keeps for late
 * entries; and that who has none has none because all other numbers of all such blocks are given.
 *
 * Returns: how many accepted entrants have no bib
 */
guint race_bibs_check (MarathonEvent *event);

G_END_DECLS
