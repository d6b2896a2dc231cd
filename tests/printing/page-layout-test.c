/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is on which page: rows, heads and totals, none of them alone or lost.
 */
#include "printing/page-layout.h"

#include <locale.h>
#include <string.h>

#include "printing/layout-fixture.h"
#include "printing/pdf-text.h"
#include "printing/sample-report.h"

static void
test_the_page_count_is_known (void)
{
  static const guint sizes[] = { 0, 1, 40, 41, 42, 43, 44, 45, 85, 86, 87, 88, 89, 90, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
      g_autoptr (MarathonReport) report
        = sample_report_new (&(SampleOptions) { .n_entrants = sizes[i], .guide_every = 9 });
      g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);
      g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
      g_auto (GStrv) pages = pdf_text_read_pages (pdf, NULL);
      guint n_pages = marathon_page_layout_get_n_pages (layout);

      g_assert_cmpuint (g_strv_length (pages), ==, n_pages);
      for (guint page = 0; page < n_pages; page++)
        {
          g_autofree char *number = g_strdup_printf ("Page %u of %u\n", page + 1, n_pages);

          g_assert_nonnull (strstr (pages[page], number));
          g_assert_nonnull (strstr (pages[page], "Printed 12 April 2014, 18:30"));
          g_assert_nonnull (strstr (pages[page], "Officials · Harbour Marathon"));
        }
    }
}

static void
test_each_row_is_drawn_on_the_page_it_is_said_to_be_on (void)
{
  static const struct {
    const char   *paper;
    gboolean      landscape;
    SampleOptions options;
  } cases[] = {
    { "A4", FALSE, { .n_entrants = 500, .guide_every = 2 } },
    { "A4", TRUE, { .n_entrants = 300, .n_per_section = 7, .guide_every = 3 } },
    { "Letter", FALSE, { .n_entrants = 300, .n_per_section = 37 } },
    { "Letter", TRUE, { .n_entrants = 200, .n_per_section = 30, .page_breaks = TRUE } },
    { "A4", FALSE, { .n_entrants = 120, .n_per_section = 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonPaper paper = layout_fixture_paper (cases[i].paper, cases[i].landscape);
      g_autoptr (MarathonReport) report = sample_report_new (&cases[i].options);
      g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);
      g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
      g_auto (GStrv) pages = pdf_text_read_pages (pdf, "-layout");

      layout_fixture_assert_unclipped (pdf, &paper);
      for (guint row = 0; row < marathon_report_get_n_rows (report); row++)
        {
          guint column = marathon_report_get_row_kind (report, row) == MARATHON_REPORT_ROW_GUIDE ? 1 : 0;
          const char *text = marathon_report_get_cell (report, row, column);
          guint page = marathon_page_layout_get_row_page (layout, row);

          g_assert_nonnull (strstr (pages[page], text));
        }
    }
}

static void
test_guides_stay_with_their_athlete (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report
    = sample_report_new (&(SampleOptions) { .n_entrants = 700, .n_per_section = 90, .guide_every = 2 });
  g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);

  g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_GUIDE), ==, 350);
  for (guint row = 1; row < marathon_report_get_n_rows (report); row++)
    if (marathon_report_get_row_kind (report, row) == MARATHON_REPORT_ROW_GUIDE)
      g_assert_cmpuint (marathon_page_layout_get_row_page (layout, row), ==,
                        marathon_page_layout_get_row_page (layout, row - 1));
}

static void
test_a_section_head_is_never_alone (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);

  for (guint n_per_section = 1; n_per_section < 60; n_per_section += 3)
    {
      g_autoptr (MarathonReport) report
        = sample_report_new (&(SampleOptions) { .n_entrants = 300, .n_per_section = n_per_section, .guide_every = 4 });
      g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);

      for (guint section = 0; section < marathon_report_get_n_sections (report); section++)
        {
          guint first, end;

          marathon_report_get_section_rows (report, section, &first, &end);
          g_assert_cmpuint (marathon_page_layout_get_section_page (layout, section), ==,
                            marathon_page_layout_get_row_page (layout, first));
        }
    }
}

/* Two entrants are below a head at the foot of a page, and two at the top of the page that a section ends on. */
static void
test_no_entrant_of_a_section_is_alone (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);

  for (guint n_per_section = 2; n_per_section < 60; n_per_section++)
    {
      g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 300, .n_per_section = n_per_section });
      g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);

      for (guint section = 0; section < marathon_report_get_n_sections (report); section++)
        {
          guint first, end;

          marathon_report_get_section_rows (report, section, &first, &end);
          if (end - first < 2)
            continue;
          g_assert_cmpuint (marathon_page_layout_get_row_page (layout, first), ==,
                            marathon_page_layout_get_row_page (layout, first + 1));
          g_assert_cmpuint (marathon_page_layout_get_row_page (layout, end - 2), ==,
                            marathon_page_layout_get_row_page (layout, end - 1));
        }
    }
}

static void
test_each_head_is_drawn_above_its_rows (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report
    = sample_report_new (&(SampleOptions) { .n_entrants = 300, .n_per_section = 11, .guide_every = 4 });
  g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);
  g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
  g_auto (GStrv) pages = pdf_text_read_pages (pdf, "-layout");

  for (guint page = 0; pages[page] != NULL; page++)
    {
      guint n_heads = 0;

      for (guint section = 0; section < marathon_report_get_n_sections (report); section++)
        {
          gboolean here = FALSE;
          guint row, end;

          marathon_report_get_section_rows (report, section, &row, &end);
          for (; row < end && !here; row++)
            here = marathon_page_layout_get_row_page (layout, row) == page;
          n_heads += here;
        }
      g_assert_cmpuint (pdf_text_count (pages[page], "Predicted"), ==, n_heads);
      g_assert_cmpuint (pdf_text_count (pages[page], "Wave "), ==, n_heads);
    }
}

static void
test_totals_are_never_alone (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);

  /* Whatever the length of the list, its last page has an entrant above the total. */
  for (guint n_entrants = 35; n_entrants < 50; n_entrants++)
    {
      g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = n_entrants });
      g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
      g_auto (GStrv) pages = pdf_text_read_pages (pdf, "-layout");
      g_autofree char *total = g_strdup_printf ("%u of %u entrants", n_entrants, n_entrants);
      const char *last = pages[g_strv_length (pages) - 1];

      g_assert_nonnull (strstr (last, total));
      g_assert_nonnull (strstr (last, "As many as above"));
      g_assert_nonnull (strstr (last, "Q1"));
    }
}

static void
test_heads_are_repeated (void)
{
  MarathonPaper paper = layout_fixture_paper ("Letter", FALSE);
  g_autoptr (MarathonReport) report
    = sample_report_new (&(SampleOptions) { .n_entrants = 400, .n_per_section = 200, .page_breaks = TRUE });
  g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);
  g_autoptr (GBytes) pdf = pdf_text_write (report, &paper);
  g_auto (GStrv) pages = pdf_text_read_pages (pdf, "-layout");
  guint second = marathon_page_layout_get_section_page (layout, 1);

  g_assert_cmpuint (second, >, 1);
  for (guint page = 0; pages[page] != NULL; page++)
    {
      gboolean continued = page != 0 && page != second;

      g_assert_nonnull (strstr (pages[page], "Start list by wave"));
      g_assert_nonnull (strstr (pages[page], "Predicted"));
      g_assert_nonnull (strstr (pages[page], page < second ? "Wave 1" : "Wave 2"));
      g_assert_nonnull (strstr (pages[page], page < second ? "White" : "Blue"));
      g_assert_cmpint (strstr (pages[page], "(continued)") != NULL, ==, continued);
    }
}

static void
test_a_text_longer_than_a_page_goes_on (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report = layout_fixture_new_plain (2, MARATHON_REPORT_WIDTH_FLEXIBLE, TRUE);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  const guint n_words = 4000;

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (note, "n%uz ", 10000 + i);
  for (guint i = 0; i < 30; i++)
    {
      marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
      marathon_report_add_cell (report, "Before");
    }
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_NOTE);
  marathon_report_add_cell (report, note->str);
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (report, "Behind");
  marathon_report_add_cell (report, "First line\nSecond line");
  marathon_report_finish (report);
  pdf = pdf_text_write (report, &paper);
  text = pdf_text_run ("pdftotext", "-layout", pdf);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = g_strdup_printf ("n%uz", 10000 + i);

      g_assert_cmpuint (pdf_text_count (text, word), ==, 1);
    }
  g_assert_cmpuint (pdf_text_count (text, "Before"), ==, 30);
  g_assert_cmpuint (pdf_text_count (text, "Behind"), ==, 1);
  g_assert_cmpuint (pdf_text_count (text, "Second line"), ==, 1);
  layout_fixture_assert_unclipped (pdf, &paper);
}

static void
test_an_empty_report_says_so (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report = layout_fixture_new_plain (3, MARATHON_REPORT_WIDTH_NATURAL, FALSE);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  marathon_report_set_text (report, MARATHON_REPORT_TITLE, "Guides");
  marathon_report_set_text (report, MARATHON_REPORT_TOTAL, "0 of 80 entrants");
  marathon_report_finish (report);
  pdf = pdf_text_write (report, &paper);
  text = pdf_text_run ("pdftotext", NULL, pdf);
  g_assert_nonnull (strstr (text, "Guides"));
  g_assert_nonnull (strstr (text, "0 of 80 entrants"));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
}

static void
test_warning_and_legend_are_on_every_page (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report = layout_fixture_new_plain (2, MARATHON_REPORT_WIDTH_FLEXIBLE, TRUE);
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  marathon_report_set_text (report, MARATHON_REPORT_CONFIDENTIAL, "Confidential: medical");
  marathon_report_set_text (report, MARATHON_REPORT_NOTE, "DC = defending champion");
  for (guint i = 0; i < 100; i++)
    {
      marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
      marathon_report_add_cell (report, "Anna");
    }
  marathon_report_finish (report);
  pdf = pdf_text_write (report, &paper);
  pages = pdf_text_read_pages (pdf, NULL);
  g_assert_cmpuint (g_strv_length (pages), >, 1);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_assert_cmpuint (pdf_text_count (pages[i], "Confidential: medical"), ==, 1);
      g_assert_cmpuint (pdf_text_count (pages[i], "DC = defending champion"), ==, 1);
    }
  layout_fixture_assert_unclipped (pdf, &paper);
}

static void
test_a_preview_is_drawn_at_any_scale (void)
{
  MarathonPaper paper = layout_fixture_paper ("A4", FALSE);
  g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 60, .guide_every = 5 });
  g_autoptr (MarathonPageLayout) layout = marathon_page_layout_new (report, &paper);
  double ink[2][4];

  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double scale = i == 0 ? 1 : 2.5;

      cairo_scale (cr, scale, scale);
      marathon_page_layout_draw (layout, cr, 0);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &ink[i][0], &ink[i][1], &ink[i][2], &ink[i][3]);
      for (guint side = 0; side < 4; side++)
        ink[i][side] /= scale;
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  for (guint side = 0; side < 4; side++)
    g_assert_cmpfloat_with_epsilon (ink[0][side], ink[1][side], 2);
  g_assert_cmpfloat_with_epsilon (ink[0][2], paper.width - 2 * paper.margin_side, 10);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/the-page-count-is-known", test_the_page_count_is_known);
  g_test_add_func ("/page-layout/each-row-is-drawn-where-it-is-said-to-be",
                   test_each_row_is_drawn_on_the_page_it_is_said_to_be_on);
  g_test_add_func ("/page-layout/guides-stay-with-their-athlete", test_guides_stay_with_their_athlete);
  g_test_add_func ("/page-layout/a-section-head-is-never-alone", test_a_section_head_is_never_alone);
  g_test_add_func ("/page-layout/no-entrant-of-a-section-is-alone", test_no_entrant_of_a_section_is_alone);
  g_test_add_func ("/page-layout/each-head-is-drawn-above-its-rows", test_each_head_is_drawn_above_its_rows);
  g_test_add_func ("/page-layout/totals-are-never-alone", test_totals_are_never_alone);
  g_test_add_func ("/page-layout/heads-are-repeated", test_heads_are_repeated);
  g_test_add_func ("/page-layout/a-text-longer-than-a-page-goes-on", test_a_text_longer_than_a_page_goes_on);
  g_test_add_func ("/page-layout/an-empty-report-says-so", test_an_empty_report_says_so);
  g_test_add_func ("/page-layout/warning-and-legend-are-on-every-page", test_warning_and_legend_are_on_every_page);
  g_test_add_func ("/page-layout/a-preview-is-drawn-at-any-scale", test_a_preview_is_drawn_at_any_scale);
  return g_test_run ();
}
