/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The PDF writer: a report as a PDF 1.5 file, handed over piece by piece.
 */
#pragma once

#include <gio/gio.h>

#include "printing/paper.h"
#include "printing/report.h"

G_BEGIN_DECLS

/** Takes the next @length bytes of the file. Returns: %FALSE with @error where it cannot; the writing then ends. */
typedef gboolean (*MarathonPdfWriteFunc) (gpointer user_data, const guint8 *data, gsize length, GError **error);

/**
 * Is told before each page is drawn that @page pages of @n_pages are done. Returns: %FALSE to give up
 * (G_IO_ERROR_CANCELLED).
 */
typedef gboolean (*MarathonPdfProgressFunc) (gpointer user_data, guint page, guint n_pages);

/**
 * marathon_pdf_write:
 * @report: finished
 * @paper: valid by marathon_paper_is_valid()
 * @creation_date: (nullable): ISO 8601, "2014-04-12T18:30:00Z", for the file's properties; %NULL leaves it to the clock
 * @progress: (nullable)
 *
 * Text in the file can be searched, selected and copied in every script; each section with a heading is in the outline.
 * With a creation date the same report on the same paper gives the same bytes. May be called in any thread.
 *
 * Returns: %TRUE where the whole file was written; else %FALSE with the error of @write, G_IO_ERROR_CANCELLED, or
 * G_IO_ERROR_FAILED
 */
gboolean marathon_pdf_write (MarathonReport          *report,
                             const MarathonPaper     *paper,
                             const char              *creation_date,
                             MarathonPdfWriteFunc     write,
                             gpointer                 write_data,
                             MarathonPdfProgressFunc  progress,
                             gpointer                 progress_data,
                             GError                 **error);

G_END_DECLS
