/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building, counting and reading a report.
 */
#include "printing/report.h"

static const MarathonReportColumn columns[] = {
  { "bib", "Bib", MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL, .bold = TRUE },
  { "name", "Name", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 2, .wraps = TRUE },
  { "nation", "Nation", MARATHON_REPORT_ALIGN_CENTRE, MARATHON_REPORT_WIDTH_FIXED, 4 },
};

static MarathonReport *
create_report (void)
{
  MarathonReport *report = marathon_report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marathon_report_add_column (report, &columns[i]);
  return report;
}

static void
add_row (MarathonReport *report, MarathonReportRowKind kind, const char *bib, const char *name, const char *nation)
{
  marathon_report_begin_row (report, kind);
  marathon_report_add_cell (report, bib);
  marathon_report_add_cell (report, name);
  marathon_report_add_cell (report, nation);
}

static void
test_what_is_added_is_read (void)
{
  g_autoptr (MarathonReport) report = create_report ();
  const char *cells[3];
  guint first, end;

  marathon_report_begin_section (report,
                                 &(MarathonReportSection) { .heading = "Wave 1", .swatch_name = "Red",
                                                            .swatch_ink = "#ffffff" });
  add_row (report, MARATHON_REPORT_ROW_ENTRANT, "1", "Abel, Zoë", "GBR");
  add_row (report, MARATHON_REPORT_ROW_ENTRANT, "", "", "");
  marathon_report_begin_section (report, &(MarathonReportSection) { .heading = "Wave 2", .page_break_before = TRUE });
  add_row (report, MARATHON_REPORT_ROW_ENTRANT, "3", "王小明", "CHN");
  marathon_report_finish (report);

  g_assert_cmpuint (marathon_report_get_n_columns (report), ==, 3);
  g_assert_cmpstr (marathon_report_get_column (report, 0)->key, ==, "bib");
  g_assert_true (marathon_report_get_column (report, 0)->bold);
  g_assert_cmpstr (marathon_report_get_column (report, 1)->heading, ==, "Name");
  g_assert_cmpfloat (marathon_report_get_column (report, 2)->width_value, ==, 4);
  g_assert_cmpuint (marathon_report_get_n_sections (report), ==, 2);
  g_assert_cmpstr (marathon_report_get_section (report, 0)->swatch_ink, ==, "#ffffff");
  g_assert_cmpstr (marathon_report_get_section (report, 0)->subheading, ==, "");
  g_assert_true (marathon_report_get_section (report, 1)->page_break_before);
  marathon_report_get_section_rows (report, 0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  marathon_report_get_section_rows (report, 1, &first, &end);
  g_assert_cmpuint (first, ==, 2);
  g_assert_cmpuint (end, ==, 3);
  marathon_report_get_cells (report, 2, cells);
  g_assert_cmpstr (cells[0], ==, "3");
  g_assert_cmpstr (cells[1], ==, "王小明");
  g_assert_cmpstr (cells[2], ==, "CHN");
  g_assert_cmpstr (marathon_report_get_cell (report, 0, 1), ==, "Abel, Zoë");
  g_assert_cmpstr (marathon_report_get_cell (report, 1, 2), ==, "");
}

static void
test_missing_cells_are_empty (void)
{
  g_autoptr (MarathonReport) report = create_report ();

  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (report, "1");
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (report, NULL);
  marathon_report_add_cell_length (report, "Abelard", 4);
  marathon_report_finish (report);

  g_assert_cmpuint (marathon_report_get_n_rows (report), ==, 3);
  g_assert_cmpstr (marathon_report_get_cell (report, 0, 0), ==, "1");
  for (guint column = 0; column < 3; column++)
    g_assert_cmpstr (marathon_report_get_cell (report, 1, column), ==, "");
  g_assert_cmpstr (marathon_report_get_cell (report, 2, 1), ==, "Abel");
  g_assert_cmpstr (marathon_report_get_cell (report, 2, 2), ==, "");
}

static void
test_a_note_is_one_text (void)
{
  g_autoptr (MarathonReport) report = create_report ();

  add_row (report, MARATHON_REPORT_ROW_ENTRANT, "1", "Abel", "GBR");
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_NOTE);
  marathon_report_add_cell (report, "Starts at the side");
  add_row (report, MARATHON_REPORT_ROW_GUIDE, "", "Bea", "FRA");
  marathon_report_finish (report);

  g_assert_cmpint (marathon_report_get_row_kind (report, 1), ==, MARATHON_REPORT_ROW_NOTE);
  g_assert_cmpstr (marathon_report_get_cell (report, 1, 0), ==, "Starts at the side");
  g_assert_cmpstr (marathon_report_get_cell (report, 1, 2), ==, "");
  g_assert_cmpint (marathon_report_get_row_kind (report, 2), ==, MARATHON_REPORT_ROW_GUIDE);
  g_assert_cmpstr (marathon_report_get_cell (report, 2, 2), ==, "FRA");
}

static void
test_rows_are_counted_by_kind (void)
{
  g_autoptr (MarathonReport) report = create_report ();

  for (guint section = 0; section < 3; section++)
    {
      marathon_report_begin_section (report, &(MarathonReportSection) { .heading = "Wave" });
      for (guint i = 0; i < section * 10; i++)
        add_row (report, i % 5 == 4 ? MARATHON_REPORT_ROW_GUIDE : MARATHON_REPORT_ROW_ENTRANT, "1", "Abel", "GBR");
    }
  /* A total can be written before the report is finished. */
  g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_ENTRANT), ==, 24);
  g_assert_cmpuint (marathon_report_count (report, MARATHON_REPORT_ROW_GUIDE), ==, 6);
  g_assert_cmpuint (marathon_report_count_in_section (report, 0, MARATHON_REPORT_ROW_ENTRANT), ==, 0);
  g_assert_cmpuint (marathon_report_count_in_section (report, 2, MARATHON_REPORT_ROW_ENTRANT), ==, 16);
  marathon_report_set_section_totals (report, "16 entrants");
  marathon_report_set_text (report, MARATHON_REPORT_TOTAL, "24 of 24 entrants");
  marathon_report_finish (report);
  g_assert_cmpstr (marathon_report_get_section (report, 2)->totals, ==, "16 entrants");
  g_assert_cmpstr (marathon_report_get_section (report, 1)->totals, ==, "");
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_TOTAL), ==, "24 of 24 entrants");
}

static void
test_texts (void)
{
  g_autoptr (MarathonReport) report = create_report ();

  for (guint i = 0; i < MARATHON_REPORT_N_TEXTS; i++)
    g_assert_cmpstr (marathon_report_get_text (report, i), ==, "");
  g_assert_false (marathon_report_is_confidential (report));
  g_assert_false (marathon_report_get_right_to_left (report));
  marathon_report_set_text (report, MARATHON_REPORT_CONFIDENTIAL, "Medical: confidential");
  g_assert_true (marathon_report_is_confidential (report));
  marathon_report_set_text (report, MARATHON_REPORT_CONFIDENTIAL, NULL);
  g_assert_false (marathon_report_is_confidential (report));
  marathon_report_set_right_to_left (report, TRUE);
  g_assert_true (marathon_report_get_right_to_left (report));
}

static void
test_an_empty_report_has_a_section (void)
{
  g_autoptr (MarathonReport) report = create_report ();
  guint first, end;

  marathon_report_finish (report);
  g_assert_cmpuint (marathon_report_get_n_sections (report), ==, 1);
  marathon_report_get_section_rows (report, 0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 0);
}

static void
test_a_finished_report_does_not_change (void)
{
  g_autoptr (MarathonReport) report = create_report ();

  add_row (report, MARATHON_REPORT_ROW_ENTRANT, "1", "Abel", "GBR");
  marathon_report_finish (report);
  g_test_expect_message ("marathon", G_LOG_LEVEL_CRITICAL, "*finished*");
  marathon_report_set_text (report, MARATHON_REPORT_TITLE, "Late");
  g_test_assert_expected_messages ();
  g_test_expect_message ("marathon", G_LOG_LEVEL_CRITICAL, "*finished*");
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (marathon_report_get_text (report, MARATHON_REPORT_TITLE), ==, "");
  g_assert_cmpuint (marathon_report_get_n_rows (report), ==, 1);
}

static void
test_many_rows (void)
{
  g_autoptr (MarathonReport) report = create_report ();
  const guint n_rows = 200000;

  for (guint i = 0; i < n_rows; i++)
    {
      char bib[16];

      g_snprintf (bib, sizeof bib, "%u", i);
      add_row (report, MARATHON_REPORT_ROW_ENTRANT, bib, "Abel, Zoë", "GBR");
    }
  marathon_report_finish (report);
  g_assert_cmpuint (marathon_report_get_n_rows (report), ==, n_rows);
  for (guint i = 0; i < n_rows; i += 9973)
    {
      g_autofree char *bib = g_strdup_printf ("%u", i);

      g_assert_cmpstr (marathon_report_get_cell (report, i, 0), ==, bib);
      g_assert_cmpstr (marathon_report_get_cell (report, i, 2), ==, "GBR");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/what-is-added-is-read", test_what_is_added_is_read);
  g_test_add_func ("/report/missing-cells-are-empty", test_missing_cells_are_empty);
  g_test_add_func ("/report/a-note-is-one-text", test_a_note_is_one_text);
  g_test_add_func ("/report/rows-are-counted-by-kind", test_rows_are_counted_by_kind);
  g_test_add_func ("/report/texts", test_texts);
  g_test_add_func ("/report/an-empty-one-has-a-section", test_an_empty_report_has_a_section);
  g_test_add_func ("/report/a-finished-one-does-not-change", test_a_finished_report_does_not_change);
  g_test_add_func ("/report/many-rows", test_many_rows);
  return g_test_run ();
}
