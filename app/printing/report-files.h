/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as a file: a PDF or a CSV, saved so that a file that was there is replaced whole or not at all.
 */
#pragma once

#include "base/progress-func.h"
#include "document/file-save.h"
#include "printing/paper.h"
#include "printing/report.h"

G_BEGIN_DECLS

/**
 * marathon_report_save_pdf:
 * @paper: valid by marathon_paper_is_valid()
 * @time: of printing, in seconds of UTC, for the file's properties
 * @progress: (nullable): told of pages
 * @cancellable: (nullable)
 *
 * Writes the file by marathon_file_save(). May be called in any thread.
 *
 * Returns: %FALSE with the @error of marathon_file_save() or marathon_pdf_write()
 */
gboolean marathon_report_save_pdf (MarathonReport       *report,
                                   const MarathonPaper  *paper,
                                   gint64                time,
                                   const char           *path,
                                   MarathonProgressFunc  progress,
                                   gpointer              progress_data,
                                   GCancellable         *cancellable,
                                   GError              **error);

/**
 * marathon_report_save_csv:
 * @raw: for other programs: keys as headings, exact cells, no guard against formulas of spreadsheets, no byte order mark
 * @cancellable: (nullable)
 *
 * The same with the rows as CSV.
 */
gboolean marathon_report_save_csv (MarathonReport *report,
                                   gboolean        raw,
                                   const char     *path,
                                   GCancellable   *cancellable,
                                   GError        **error);

G_END_DECLS
