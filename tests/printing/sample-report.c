/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An invented start list in many scripts.
 */
#include "printing/sample-report.h"

static const char *const families[] = {
  "Anderson", "Østergård", "Ñuñez-García", "Łukasiewicz", "O’Connor", "Żółkiewska", "de la Fontaine",
  "Şimşek", "Çelik", "Nguyễn",
  "Петрова", "Νικολάου", "العلوي", "כהן", "山田", "王", "김", "ใจดี", "शर्मा", "Featherstonehaugh",
};
static const char *const givens[] = {
  "Anna", "Zoë", "José María", "Søren", "Thị Hồng", "Ольга", "Θεόδωρος", "محمد", "דוד", "太郎", "小明", "민준",
  "สมชาย", "प्रिया",
};

char *
sample_report_name (guint index)
{
  static const char *const tens[] = { "Ä", "Be", "Co", "Di", "Eg", "Fu", "Gy", "Hå", "Ir", "Ju" };
  const char *family = families[index % G_N_ELEMENTS (families)];

  /* Syllables instead of a number keep most names apart. */
  if (index % 20 == 12)
    return g_strdup_printf ("%s محمد", family);
  if (index % 20 == 13)
    return g_strdup_printf ("%s דוד", family);
  if (index % 20 >= 14 && index % 20 <= 18)
    return g_strdup_printf ("%s %s", family, givens[9 + (index % 20 - 14)]);
  return g_strdup_printf ("%s, %s %s%s%s%s", family, givens[index / 20 % 5], tens[index / 1000 % 10],
                          tens[index / 100 % 10], tens[index / 10 % 10], tens[index % 10]);
}

char *
sample_report_bib (guint index)
{
  return g_strdup_printf ("Q%u", 10000 + index);
}

static void
add_entrant (MarathonReport *report, guint index)
{
  static const char *const clubs[] = { "", "Harbour Runners", "Les Foulées du Lac", "Hill & Dale Athletic Club", "" };
  g_autofree char *bib = sample_report_bib (index);
  g_autofree char *name = sample_report_name (index);
  g_autofree char *time = g_strdup_printf ("%u:%02u:%02u", 2 + index % 4, index % 60, index * 7 % 60);

  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (report, bib);
  marathon_report_add_cell (report, name);
  marathon_report_add_cell (report, index % 2 != 0 ? "GBR" : "JPN");
  marathon_report_add_cell (report, clubs[index % G_N_ELEMENTS (clubs)]);
  marathon_report_add_cell (report, time);
}

static void
add_guide (MarathonReport *report, guint index)
{
  g_autofree char *name = g_strdup_printf ("Guide of Q%u", 10000 + index);

  marathon_report_begin_row (report, MARATHON_REPORT_ROW_GUIDE);
  marathon_report_add_cell (report, NULL);
  marathon_report_add_cell (report, name);
}

static void
begin_section (MarathonReport *report, const SampleOptions *options, guint index)
{
  g_autofree char *heading = g_strdup_printf ("Wave %u", index + 1);
  MarathonReportSection section = {
    .heading = heading,
    .subheading = "Start 10:00 · capacity 900",
    .page_break_before = options->page_breaks,
    .swatch_name = index % 2 != 0 ? "Blue" : "White",
    .swatch_ink = index % 2 != 0 ? "#ffffff" : "#000000",
    .swatch_ground = index % 2 != 0 ? "#1a4fa3" : "#ffffff",
    .totals = "As many as above",
  };

  marathon_report_begin_section (report, &section);
}

MarathonReport *
sample_report_new (const SampleOptions *options)
{
  static const MarathonReportColumn columns[] = {
    { "bib", "Bib", MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL, .bold = TRUE },
    { "name", "Name", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 3, .wraps = TRUE },
    { "nation", "Nation", MARATHON_REPORT_ALIGN_CENTRE, MARATHON_REPORT_WIDTH_FIXED, 4 },
    { "club", "Club", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 2, .wraps = TRUE },
    { "predicted", "Predicted", MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL },
  };
  MarathonReport *report = marathon_report_new ();
  g_autofree char *total = g_strdup_printf ("%u of %u entrants", options->n_entrants, options->n_entrants);

  marathon_report_set_text (report, MARATHON_REPORT_TITLE, "Start list by wave");
  marathon_report_set_text (report, MARATHON_REPORT_EVENT, "Harbour Marathon");
  marathon_report_set_text (report, MARATHON_REPORT_SUBTITLE, "Sunday 13 April 2014");
  marathon_report_set_text (report, MARATHON_REPORT_AUDIENCE, "Officials");
  marathon_report_set_text (report, MARATHON_REPORT_PRINT_TIME, "12 April 2014, 18:30");
  marathon_report_set_text (report, MARATHON_REPORT_TOTAL, total);
  marathon_report_set_right_to_left (report, options->right_to_left);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marathon_report_add_column (report, &columns[i]);
  for (guint i = 0; i < options->n_entrants; i++)
    {
      if (options->n_per_section > 0 ? i % options->n_per_section == 0 : i == 0)
        begin_section (report, options, options->n_per_section > 0 ? i / options->n_per_section : 0);
      add_entrant (report, i);
      if (options->guide_every > 0 && i % options->guide_every == 0)
        add_guide (report, i);
    }
  marathon_report_finish (report);
  return report;
}
