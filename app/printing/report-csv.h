/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any report as CSV.
 */
#pragma once

#include "formats/csv-writer.h"
#include "printing/report.h"

G_BEGIN_DECLS

/**
 * marathon_report_append_csv:
 * @report: finished
 * @options: (nullable): as marathon_csv_writer_new() takes it
 *
 * Appends a head with the headings of the columns (their keys where @options says raw, for other programs) and all rows to @out. Where the report
 * has sections with headings, the first column says which section a row is in. Titles, totals and notes on the page are not rows.
 */
void marathon_report_append_csv (MarathonReport *report, const MarathonCsvWriterOptions *options, GString *out);

G_END_DECLS
