/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Papers, plain reports, and a look at the words of a page.
 */
#include "printing/layout-fixture.h"

#include "printing/pdf-text.h"

MarathonPaper
layout_fixture_paper (const char *name, gboolean landscape)
{
  MarathonPaper paper;

  g_assert_true (marathon_paper_parse (name, landscape, &paper));
  return paper;
}

MarathonReport *
layout_fixture_new_plain (guint n_columns, MarathonReportWidth width, gboolean wraps)
{
  MarathonReport *report = marathon_report_new ();

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Column %u", i);
      MarathonReportColumn column = { "key", heading, MARATHON_REPORT_ALIGN_START, width, 1, .wraps = wraps };

      marathon_report_add_column (report, &column);
    }
  return report;
}

void
layout_fixture_assert_unclipped (GBytes *pdf, const MarathonPaper *paper)
{
  g_autoptr (GArray) words = pdf_text_read_words (pdf);

  g_assert_cmpuint (words->len, >, 0);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      g_assert_cmpfloat (word->x_min, >, paper->margin_side - 1);
      g_assert_cmpfloat (word->x_max, <, paper->width - paper->margin_side + 1);
      g_assert_cmpfloat (word->y_min, >, paper->margin_top - 4);
      g_assert_cmpfloat (word->y_max, <, paper->height - paper->margin_bottom + 4);
      for (guint j = i + 1; j < words->len && g_array_index (words, PdfWord, j).page == word->page; j++)
        {
          const PdfWord *other = &g_array_index (words, PdfWord, j);

          /* Boxes are as high as the font's tallest letters: those of two lines of a row touch. */
          if (word->y_min < other->y_max - 5 && other->y_min < word->y_max - 5
              && word->x_min < other->x_max - 0.5 && other->x_min < word->x_max - 0.5)
            g_error ("“%s” and “%s” overlap on page %u", word->text, other->text, word->page + 1);
        }
    }
}
