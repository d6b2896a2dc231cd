/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of pages share: papers, plain reports, and that nothing is clipped.
 */
#pragma once

#include "printing/paper.h"
#include "printing/report.h"

G_BEGIN_DECLS

/** Returns: the paper of that name, which must be known */
MarathonPaper layout_fixture_paper (const char *name, gboolean landscape);

/** Returns: (transfer full): a report of @n_columns columns that all look alike, in one section, to be filled */
MarathonReport *layout_fixture_new_plain (guint n_columns, MarathonReportWidth width, gboolean wraps);

/** Asserts that every word is inside the margins, and that no two words overlap. */
void layout_fixture_assert_unclipped (GBytes *pdf, const MarathonPaper *paper);

G_END_DECLS
