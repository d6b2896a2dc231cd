/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a printed list takes: pdf-bench [ROWS [FILE.pdf]]. Without a file the bytes are counted and dropped.
 */
#include <stdio.h>
#include <stdlib.h>

#include "printing/page-layout.h"
#include "printing/pdf-writer.h"

#define ROWS_PER_WAVE 2400

static const char *const given_names[] = {
  "Anna", "José", "Søren", "Zoë", "Łukasz", "Niamh", "François", "Ingrid", "Tomáš", "Beyza", "Olga", "Kwame",
  "Mary Jane", "Jürgen",
  "Ayumi", "D’Arcy", "Θεόδωρος", "Ольга", "Nguyễn", "Raúl", "Grace", "Hamish", "Elodie", "Piotr", "Marta",
  "Joan", "Wilma", "Otto",
};
static const char *const stems[] = {
  "Ander", "Berg", "Castel", "Dob", "Ester", "Fair", "Gol", "Hart", "Ive", "Jan", "Kor", "Lind", "Mont",
  "Nor", "Oster", "Pem",
  "Quin", "Rosen", "Sand", "Thorn", "Ul", "Vander", "Whit", "Yar", "Zim", "Ähr", "Øst", "Čap", "Şim", "Ñuñ",
};
static const char *const endings[] = {
  "son", "mann", "ová", "sen", "ski", "field", "ley", "berg", "ström", "etti", "ez", "ić", "don", "worth",
  "court", "aud", "by", "er",
};
static const char *const foreign_names[] = {
  "محمد العلوي", "דוד כהן", "山田 太郎", "王小明", "김민준", "สมชาย ใจดี", "प्रिया शर्मा", "فاطمة الزهراء",
};
static const char *const clubs[] = {
  "", "", "", "Harbour Runners", "Löplabbet Väst", "Hill & Dale Athletic Club", "Stadt Läufer e.V.",
  "Les Foulées du Lac",
};
static const char *const nations[] = { "GBR", "FRA", "SWE", "KEN", "JPN", "USA", "GER", "POL", "ESP", "ETH" };

static void
add_row (MarathonReport *report, guint row)
{
  char text[128];

  marathon_report_begin_row (report, MARATHON_REPORT_ROW_ENTRANT);
  g_snprintf (text, sizeof text, "%u", row + 1);
  marathon_report_add_cell (report, text);
  if (row % 100 == 99)
    marathon_report_add_cell (report, foreign_names[row / 100 % G_N_ELEMENTS (foreign_names)]);
  else
    {
      g_snprintf (text, sizeof text, "%s%s, %s", stems[row * 7 % G_N_ELEMENTS (stems)],
                  endings[row / 30 % G_N_ELEMENTS (endings)],
                  given_names[row * 5 % G_N_ELEMENTS (given_names)]);
      marathon_report_add_cell (report, text);
    }
  marathon_report_add_cell (report, nations[row * 3 % G_N_ELEMENTS (nations)]);
  marathon_report_add_cell (report, row % 3 != 0 ? "W" : "M");
  marathon_report_add_cell (report, clubs[row * 11 % G_N_ELEMENTS (clubs)]);
  g_snprintf (text, sizeof text, "%u:%02u:%02u", 2 + row % 4, row * 7 % 60, row * 13 % 60);
  marathon_report_add_cell (report, text);
  if (row % 250 != 17)
    return;
  marathon_report_begin_row (report, MARATHON_REPORT_ROW_GUIDE);
  marathon_report_add_cell (report, NULL);
  marathon_report_add_cell (report, "Guide: Carter, Bea");
}

static MarathonReport *
create_report (guint n_rows)
{
  static const MarathonReportColumn columns[] = {
    { "bib", "Bib", MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL, .bold = TRUE },
    { "name", "Name", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 3, .wraps = TRUE },
    { "nation", "Nation", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_NATURAL },
    { "sex", "Sex", MARATHON_REPORT_ALIGN_CENTRE, MARATHON_REPORT_WIDTH_NATURAL },
    { "club", "Club", MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 2, .wraps = TRUE },
    { "predicted", "Predicted", MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL },
  };
  MarathonReport *report = marathon_report_new ();
  g_autofree char *total = g_strdup_printf ("%u of %u entrants", n_rows, n_rows);

  marathon_report_set_text (report, MARATHON_REPORT_TITLE, "Start list by wave");
  marathon_report_set_text (report, MARATHON_REPORT_EVENT, "Harbour Marathon");
  marathon_report_set_text (report, MARATHON_REPORT_SUBTITLE, "Sunday 13 April 2014");
  marathon_report_set_text (report, MARATHON_REPORT_AUDIENCE, "Officials");
  marathon_report_set_text (report, MARATHON_REPORT_PRINT_TIME, "12 April 2014, 18:30");
  marathon_report_set_text (report, MARATHON_REPORT_TOTAL, total);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marathon_report_add_column (report, &columns[i]);
  for (guint row = 0; row < n_rows; row++)
    {
      if (row % ROWS_PER_WAVE == 0)
        {
          g_autofree char *heading = g_strdup_printf ("Wave %u", row / ROWS_PER_WAVE + 1);
          MarathonReportSection section = {
            .heading = heading,
            .subheading = "Start 10:00 · capacity 2,400",
            .page_break_before = TRUE,
            .swatch_name = "Blue",
            .swatch_ink = "#ffffff",
            .swatch_ground = "#1a4fa3",
          };

          marathon_report_begin_section (report, &section);
        }
      add_row (report, row);
    }
  marathon_report_finish (report);
  return report;
}

typedef struct {
  FILE *file; /* or NULL */
  gsize n_bytes;
} Output;

static gboolean
write_output (gpointer user_data, const guint8 *data, gsize length, GError **error)
{
  Output *output = user_data;

  output->n_bytes += length;
  if (output->file == NULL || fwrite (data, 1, length, output->file) == length)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "The file cannot be written");
  return FALSE;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

int
main (int argc, char **argv)
{
  guint n_rows = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 56000;
  g_autoptr (MarathonReport) report = NULL;
  g_autoptr (MarathonPageLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  Output output = { argc > 2 ? fopen (argv[2], "wb") : NULL, 0 };
  MarathonPaper paper;
  gboolean written;
  gint64 start;

  marathon_paper_parse ("A4", FALSE, &paper);
  start = g_get_monotonic_time ();
  report = create_report (n_rows);
  g_print ("%u rows built in %.3f s\n", n_rows, seconds_since (start));
  start = g_get_monotonic_time ();
  layout = marathon_page_layout_new (report, &paper);
  g_print ("%u pages known after %.3f s\n", marathon_page_layout_get_n_pages (layout), seconds_since (start));
  start = g_get_monotonic_time ();
  written = marathon_pdf_write (report, &paper, "2014-04-12T18:30:00Z", write_output, &output, NULL, NULL, &error);
  if (output.file != NULL && fclose (output.file) != 0)
    written = FALSE;
  if (!written)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "The file cannot be written");
      return EXIT_FAILURE;
    }
  g_print ("laid out and written in %.3f s, %.1f MB\n", seconds_since (start), (double) output.n_bytes / 1e6);
  return EXIT_SUCCESS;
}
