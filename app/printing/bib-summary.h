/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bibs of many people in a few words, "1–57, 59–112, W1–W8", for whoever stands at the gate of a wave.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** More runs than this are told as one span for each prefix. */
#define MARATHON_BIB_SUMMARY_RUNS 8

/**
 * marathon_bib_summary:
 * @positions: @n positions in the roster, by bib; those without a bib last
 *
 * Returns: (transfer full): the runs of numbers without a gap, or, where there are too many of them, from the first to the last of each prefix
 *   with their count: "401–2899 (850 bibs)"; "" where nobody has a bib
 */
char *marathon_bib_summary (MarathonEvent *event, const guint32 *positions, guint n);

G_END_DECLS
