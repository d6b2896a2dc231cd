/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of reports as CSV.
 */
#include "printing/report-csv.h"

#include <locale.h>

static MarathonReport *
new_report (gboolean with_sections)
{
  static const MarathonReportColumn columns[] = { { "bib", "Bib number" }, { "name", "Name" } };
  MarathonReport *report = marathon_report_new ();

  marathon_report_set_text (report, MARATHON_REPORT_TITLE, "A title");
  marathon_report_set_text (report, MARATHON_REPORT_TOTAL, "2 of 2");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marathon_report_add_column (report, &columns[i]);
  if (with_sections)
    marathon_report_begin_section (report, &(MarathonReportSection) { .heading = "Red, 1", .totals = "1 entrant" });
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (report, "7");
  marathon_report_add_cell (report, "Adler, Max");
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_GUIDE);
  marathon_report_add_cell (report, "G7");
  marathon_report_add_cell (report, "Guide: \"Bea\"");
  if (with_sections)
    marathon_report_begin_section (report, &(MarathonReportSection) { .heading = "=Blue" });
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (report, NULL);
  marathon_report_add_cell (report, "=1+2");
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_NOTE);
  marathon_report_add_cell (report, "has no bib");
  marathon_report_finish (report);
  return report;
}

static void
assert_csv (gboolean with_sections, const MarathonCsvWriterOptions *options, const char *expected)
{
  g_autoptr (MarathonReport) report = new_report (with_sections);
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_report_append_csv (report, options, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_sections (void)
{
  assert_csv (TRUE, NULL,
              "Section,Bib number,Name,Note\r\n"
              "\"Red, 1\",7,\"Adler, Max\",\r\n"
              "\"Red, 1\",G7,\"Guide: \"\"Bea\"\"\",\r\n"
              "'=Blue,,'=1+2,has no bib\r\n");
}

static void
test_without_sections (void)
{
  assert_csv (FALSE, NULL,
              "Bib number,Name,Note\r\n"
              "7,\"Adler, Max\",\r\n"
              "G7,\"Guide: \"\"Bea\"\"\",\r\n"
              ",'=1+2,has no bib\r\n");
}

static void
test_raw_is_for_programs (void)
{
  MarathonCsvWriterOptions options = { .raw = TRUE, .delimiter = ';' };

  assert_csv (TRUE, &options,
              "section;bib;name;note\r\n"
              "Red, 1;7;Adler, Max;\r\n"
              "Red, 1;G7;\"Guide: \"\"Bea\"\"\";\r\n"
              "=Blue;;=1+2;has no bib\r\n");
}

static void
test_empty (void)
{
  static const MarathonReportColumn column = { "bib", "Bib" };
  g_autoptr (MarathonReport) report = marathon_report_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_report_add_column (report, &column);
  marathon_report_finish (report);
  marathon_report_append_csv (report, NULL, out);
  g_assert_cmpstr (out->str, ==, "Bib\r\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-csv/sections", test_sections);
  g_test_add_func ("/report-csv/without-sections", test_without_sections);
  g_test_add_func ("/report-csv/raw-is-for-programs", test_raw_is_for_programs);
  g_test_add_func ("/report-csv/empty", test_empty);
  return g_test_run ();
}
