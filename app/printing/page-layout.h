/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageLayout: a report laid out on sheets of paper. It knows every page without drawing any, and draws any page
 * on any cairo context: a PDF, a printer's, a preview's.
 *
 * What holds: names are never cut; column heads are on every page; a section's heading has two entrants below it at
 * the foot of a page; a section's last entrant is not alone at the top of one; an entrant's guides and notes are on the
 * entrant's page; a row is never split (unless it is taller than a page).
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "printing/paper.h"
#include "printing/report.h"

G_BEGIN_DECLS

typedef struct _MarathonPageLayout MarathonPageLayout;

/**
 * marathon_paper_for_report:
 * @report: finished
 * @paper: (inout): valid by marathon_paper_is_valid()
 *
 * Turns a sheet that stands where the table of @report would need letters below 8 points for its words to stay whole. A
 * sheet that lies is left as it is. Measures every cell, as marathon_page_layout_new() does.
 */
void marathon_paper_for_report (const MarathonReport *report, MarathonPaper *paper);

/**
 * marathon_page_layout_new:
 * @report: finished; a reference is kept
 * @paper: valid by marathon_paper_is_valid()
 *
 * Measures every cell: 56,000 rows take about a tenth of a second. A layout is used by one thread at a time.
 *
 * Returns: (transfer full): the layout
 */
MarathonPageLayout *marathon_page_layout_new  (MarathonReport *report, const MarathonPaper *paper);
void                marathon_page_layout_free (MarathonPageLayout *layout);

/**
 * marathon_page_layout_new_for_report:
 * @paper: (inout): valid by marathon_paper_is_valid()
 * @may_turn: whether the sheet is turned where marathon_paper_for_report() would
 * @cancellable: (nullable)
 *
 * As marathon_paper_for_report() and then marathon_page_layout_new(), with the cells measured once for both.
 *
 * Returns: (transfer full) (nullable): the layout; %NULL where it was cancelled
 */
MarathonPageLayout *marathon_page_layout_new_for_report (MarathonReport *report,
                                                         MarathonPaper  *paper,
                                                         gboolean        may_turn,
                                                         GCancellable   *cancellable);

/** The sheet that it is for. */
const MarathonPaper *marathon_page_layout_get_paper (const MarathonPageLayout *layout);

/** At least 1: an empty report has a page that says so. */
guint marathon_page_layout_get_n_pages (const MarathonPageLayout *layout);

/** The size of the body text in points: 10, or less where a table was too wide for its paper. */
double marathon_page_layout_get_text_size (const MarathonPageLayout *layout);

/** The page, counted from 0, on which @section begins. */
guint marathon_page_layout_get_section_page (const MarathonPageLayout *layout, guint section);

/** The page, counted from 0, on which @row of the report begins. */
guint marathon_page_layout_get_row_page (const MarathonPageLayout *layout, guint row);

/**
 * marathon_page_layout_draw:
 * @cr: user space in points, the origin at the top left corner of the sheet; its state is left as it was
 * @page: counted from 0
 */
void marathon_page_layout_draw (MarathonPageLayout *layout, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonPageLayout, marathon_page_layout_free)

G_END_DECLS
