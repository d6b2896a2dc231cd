/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading back what was printed, with poppler's pdftotext: a test that finds a name there knows that a reader can.
 */
#pragma once

#include <glib.h>

#include "printing/paper.h"
#include "printing/report.h"

G_BEGIN_DECLS

/** A box of a word on a page, in points from the top left corner. */
typedef struct {
  guint  page; /* from 0 */
  double x_min, y_min, x_max, y_max;
  char  *text;
} PdfWord;

/** Returns: (transfer full): the report as a PDF file with a fixed creation date. */
GBytes *pdf_text_write (MarathonReport *report, const MarathonPaper *paper);

/**
 * Returns: (transfer full): what `@program @option FILE -` prints for @pdf; @option may be %NULL. The test fails
 * without the program.
 */
char *pdf_text_run (const char *program, const char *option, GBytes *pdf);

/** Returns: (transfer full): the text of each page. */
char **pdf_text_read_pages (GBytes *pdf, const char *option);

/** Returns: (transfer full) (element-type PdfWord): every word with its place. */
GArray *pdf_text_read_words (GBytes *pdf);

/**
 * Returns: (transfer full): @text without white space and direction marks, which readers of right-to-left text place
 * by guess.
 */
char *pdf_text_squeeze (const char *text);

/** How often @part is in @text. */
guint pdf_text_count (const char *text, const char *part);

G_END_DECLS
