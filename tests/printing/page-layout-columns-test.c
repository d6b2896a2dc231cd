/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How wide columns are, on which sheet, and that whatever stands in them is whole.
 */
#include "printing/page-layout.h"

#include <locale.h>
#include <string.h>

#include "printing/layout-fixture.h"
#include "printing/pdf-text.h"
#include "printing/sample-report.h"

/* A bib, a name of words, a category of words and a date in each of @n_rows rows; more dates where there are more columns. */
static MarathonReport *
create_people (guint n_columns, guint n_rows)
{
  MarathonReport *report = marathon_report_new ();

  for (guint i = 0; i < n_columns; i++)
    {
      static const MarathonReportColumn columns[] = {
        { "bib", "Bib", MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL, .bold = TRUE },
        { "name", "Name", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 4, .wraps = TRUE },
        { "category", "Category", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 2, .wraps = TRUE },
        { "born", "Born", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_NATURAL },
      };

      marathon_report_add_column (report, &columns[MIN (i, 3)]);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *bib = g_strdup_printf ("Q%u", 10000 + row);

      marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
      marathon_report_add_cell (report, bib);
      marathon_report_add_cell (report, "Featherstonehaugh, Maximilian");
      marathon_report_add_cell (report, row == 0 ? "Wheelchair racers of all classes and of any age" : "Mass start");
      for (guint i = 3; i < n_columns; i++)
        marathon_report_add_cell (report, "1987-03-23");
    }
  marathon_report_finish (report);
  return report;
}

static void
test_names_come_before_rare_words (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report = create_people (6, 40);
  g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
  g_autofree char *text = pdf_text_run ("pdftotext", "-layout", pdf);

  g_assert_cmpuint (pdf_text_count (text, "Featherstonehaugh, Maximilian"), ==, 40);
  g_assert_cmpuint (pdf_text_count (text, "Wheelchair racers of all classes and of any age"), ==, 0);
  g_assert_cmpuint (pdf_text_count (text, "Mass start"), ==, 39);
}

static void
test_bibs_and_dates_are_never_broken (void)
{
  for (guint n_columns = 4; n_columns < 11; n_columns++)
    {
      MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
      g_autoptr (MarathonReport) report = create_people (n_columns, 30);
      g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
      g_autofree char *text = pdf_text_run ("pdftotext", "-layout", pdf);

      g_assert_cmpuint (pdf_text_count (text, "1987-03-23"), ==, 30 * (n_columns - 3));
      g_assert_cmpuint (pdf_text_count (text, "Q100"), ==, 30);
      g_assert_cmpuint (pdf_text_count (text, "Born"), ==, (n_columns - 3) * pdf_text_count (text, "Page "));
    }
}

static void
test_a_sheet_is_turned_for_a_wide_table (void)
{
  static const struct {
    guint    n_columns;
    gboolean turned;
  } cases[] = { { 4, FALSE }, { 6, FALSE }, { 12, TRUE }, { 16, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonPaper paper = layout_fixture_paper ("Letter", FALSE);
      MarathonPaper landscape = layout_fixture_paper ("Letter", TRUE);
      g_autoptr (MarathonReport) report = create_people (cases[i].n_columns, 30);
      g_autoptr (MarathonPageLayout) layout = NULL;

      marathon_paper_for_report (report, &paper);
      g_assert_cmpint (paper.width > paper.height, ==, cases[i].turned);
      g_assert_true (!cases[i].turned || memcmp (&paper, &landscape, sizeof paper) == 0);
      marathon_paper_for_report (report, &landscape);
      g_assert_cmpfloat (landscape.width, >, landscape.height);
      layout = marathon_page_layout_new (report, &paper);
      g_assert_cmpfloat (marathon_page_layout_get_text_size (layout), >=, cases[i].n_columns < 16 ? 8.0 : 7.0);
    }
}

static void
test_long_names_are_whole (void)
{
  static const char *const names[] = {
    "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine",
    "María de los Ángeles Fernández de la Fuente y Gutiérrez-Santamaría",
    "Ratsimbazafindrakotoarimanana, Andriamampianinarivelo",
  };
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report = layout_fixture_new_plain (5, MARATHON_REPORT_WIDTH_FLEXIBLE, TRUE);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 90; i++)
    {
      marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
      for (guint column = 0; column < 5; column++)
        marathon_report_add_cell (report, column == i / 30 + 1 && i % 30 == 0 ? names[i / 30] : "Short Name Here");
    }
  marathon_report_finish (report);
  pdf = pdf_text_write (report, &paper);
  text = pdf_text_run ("pdftotext", "-layout", pdf);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) words = g_strsplit_set (names[i], " -", -1);

      for (guint j = 0; words[j] != NULL; j++)
        g_assert_nonnull (strstr (text, words[j]));
    }
  layout_fixture_assert_unclipped (pdf, &paper);
}

static void
test_narrow_columns_wrap_then_shrink_then_break (void)
{
  static const struct {
    guint       n_columns;
    const char *cell;
    double      least, most; /* text size */
  } cases[] = {
    { 6, "Anna Maria", 10, 10 },
    { 8, "Anna Maria Smith Lee", 10, 10 },
    { 8, "Featherstonehaugh", 7, 9.9 },
    { 16, "Featherstonehaugh", 7, 7 },
    { 32, "Anna", 7, 9.9 },
  };
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonReport) report = layout_fixture_new_plain (cases[i].n_columns, MARATHON_REPORT_WIDTH_NATURAL, TRUE);
      g_autoptr (MarathonPageLayout) layout = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;

      for (guint row = 0; row < 60; row++)
        {
          marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
          for (guint column = 0; column < cases[i].n_columns; column++)
            marathon_report_add_cell (report, cases[i].cell);
        }
      marathon_report_finish (report);
      layout = marathon_page_layout_new (report, &paper);
      g_assert_cmpfloat (marathon_page_layout_get_text_size (layout), >=, cases[i].least - 0.001);
      g_assert_cmpfloat (marathon_page_layout_get_text_size (layout), <=, cases[i].most + 0.001);
      pdf = pdf_text_write (report, &paper);
      layout_fixture_assert_unclipped (pdf, &paper);
      text = pdf_text_run ("pdftotext", "-layout", pdf);
      /* Each letter is there, however it was broken: the S, F or A that each cell starts with. */
      g_assert_cmpuint (pdf_text_count (text, (char[]) { cases[i].cell[0], '\0' }), >=, 60 * cases[i].n_columns);
    }
}

static void
test_wide_titles_leave_room (void)
{
  MarathonPaper paper = layout_fixture_paper ("Letter", TRUE);
  g_autoptr (MarathonReport) report = layout_fixture_new_plain (2, MARATHON_REPORT_WIDTH_FLEXIBLE, TRUE);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (title, "Marathon ");
  for (guint i = MARATHON_REPORT_TITLE; i <= MARATHON_REPORT_AUDIENCE; i++)
    marathon_report_set_text (report, i, title->str);
  marathon_report_begin_section (report, &(MarathonReportSection) { .heading = title->str, .swatch_name = title->str,
                                                                    .subheading = title->str });
  for (guint i = 0; i < 100; i++)
    {
      marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
      marathon_report_add_cell (report, "Anna");
    }
  marathon_report_finish (report);
  pdf = pdf_text_write (report, &paper);
  layout_fixture_assert_unclipped (pdf, &paper);
  text = pdf_text_run ("pdftotext", NULL, pdf);
  g_assert_cmpuint (pdf_text_count (text, "Anna"), ==, 100);
  g_assert_cmpuint (pdf_text_count (text, "…"), >=, 4);
}

static double
find_x (GArray *words, const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (strcmp (g_array_index (words, PdfWord, i).text, text) == 0)
      return g_array_index (words, PdfWord, i).x_min;
  g_error ("“%s” is not on the page", text);
}

static void
test_right_to_left_mirrors_the_columns (void)
{
  for (guint right_to_left = 0; right_to_left < 2; right_to_left++)
    {
      MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
      g_autoptr (MarathonReport) report
        = sample_report_new (&(SampleOptions) { .n_entrants = 60, .guide_every = 5,
                                                .right_to_left = right_to_left != 0 });
      g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
      g_autoptr (GArray) words = pdf_text_read_words (pdf);
      double bib = find_x (words, "Bib");
      double name = find_x (words, "Name");
      double predicted = find_x (words, "Predicted");
      double cell = find_x (words, "Q10000");

      g_assert_cmpint (bib < name, ==, right_to_left == 0);
      g_assert_cmpint (name < predicted, ==, right_to_left == 0);
      g_assert_cmpint (cell < paper.width / 2, ==, right_to_left == 0);
      layout_fixture_assert_unclipped (pdf, &paper);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/names-come-before-rare-words", test_names_come_before_rare_words);
  g_test_add_func ("/page-layout/bibs-and-dates-are-never-broken", test_bibs_and_dates_are_never_broken);
  g_test_add_func ("/page-layout/a-sheet-is-turned-for-a-wide-table", test_a_sheet_is_turned_for_a_wide_table);
  g_test_add_func ("/page-layout/long-names-are-whole", test_long_names_are_whole);
  g_test_add_func ("/page-layout/narrow-columns-wrap-then-shrink-then-break",
                   test_narrow_columns_wrap_then_shrink_then_break);
  g_test_add_func ("/page-layout/wide-titles-leave-room", test_wide_titles_leave_room);
  g_test_add_func ("/page-layout/right-to-left-mirrors-the-columns", test_right_to_left_mirrors_the_columns);
  return g_test_run ();
}
