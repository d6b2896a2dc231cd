/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawer that measures: between two lists it rests, with all the words that it has shaped, since the lists of an event
 * are of the same names.
 */
#pragma once

#include "printing/report.h"
#include "printing/text-drawer.h"

G_BEGIN_DECLS

/**
 * marathon_measuring_drawer_take:
 * @body_size: always the same, in points
 *
 * May be called in any thread. Returns: (transfer full): a drawer of table scale 1.0 in language and direction of @report
 */
MarathonTextDrawer *marathon_measuring_drawer_take (const MarathonReport *report, double body_size);

/** @drawer: (transfer full): what was taken for @report; it rests in the place of the one that rests now. */
void marathon_measuring_drawer_give_back (MarathonTextDrawer *drawer, const MarathonReport *report);

G_END_DECLS
