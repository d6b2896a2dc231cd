/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole files: what a reader finds in them, and what happens when they cannot be written.
 */
#include "printing/pdf-writer.h"

#include <locale.h>
#include <string.h>

#include "printing/pdf-text.h"
#include "printing/sample-report.h"

static void
test_everybody_is_found (void)
{
  const guint n_entrants = 3000;
  g_autoptr (MarathonReport) report
    = sample_report_new (&(SampleOptions) { n_entrants, .n_per_section = 700, .guide_every = 50 });
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;
  MarathonPaper paper;

  marathon_paper_parse ("A4", FALSE, &paper);
  pdf = pdf_text_write (report, &paper);
  text = pdf_text_run ("pdftotext", "-layout", pdf);
  squeezed = pdf_text_squeeze (text);
  for (guint i = 0; i < n_entrants; i++)
    {
      g_autofree char *name = sample_report_name (i);
      g_autofree char *part = pdf_text_squeeze (name);
      g_autofree char *bib = sample_report_bib (i);
      guint n_guides = i % 50 == 0 ? 1 : 0;

      if (strstr (squeezed, part) == NULL)
        g_error ("%s is not in the file", name);
      g_assert_cmpuint (pdf_text_count (text, bib), ==, 1 + n_guides);
    }
  g_assert_cmpuint (pdf_text_count (text, "3000 of 3000 entrants"), ==, 1);
}

static void
test_name_and_bib_are_on_one_line (void)
{
  g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 400 });
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  MarathonPaper paper;
  guint found = 0;

  marathon_paper_parse ("Letter", FALSE, &paper);
  pdf = pdf_text_write (report, &paper);
  text = pdf_text_run ("pdftotext", "-layout", pdf);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *bib = strstr (lines[i], "Q1");

      if (bib != NULL)
        {
          g_autofree char *name = sample_report_name ((guint) g_ascii_strtoull (bib + 1, NULL, 10) - 10000);
          g_autofree char *part = pdf_text_squeeze (name);
          g_autofree char *line = pdf_text_squeeze (lines[i]);

          g_assert_nonnull (strstr (line, part));
          found++;
        }
    }
  g_assert_cmpuint (found, ==, 400);
}

static void
test_equal_reports_give_equal_bytes (void)
{
  SampleOptions options = { .n_entrants = 500, .n_per_section = 100, .guide_every = 7 };
  g_autoptr (MarathonReport) a = sample_report_new (&options);
  g_autoptr (MarathonReport) b = sample_report_new (&options);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  MarathonPaper paper;

  marathon_paper_parse ("A4", TRUE, &paper);
  first = pdf_text_write (a, &paper);
  second = pdf_text_write (b, &paper);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_properties (void)
{
  g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 100, .n_per_section = 20 });
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *properties = NULL;
  g_auto (GStrv) pages = NULL;
  g_autofree char *count = NULL;
  MarathonPaper paper;

  marathon_paper_parse ("Letter", TRUE, &paper);
  pdf = pdf_text_write (report, &paper);
  properties = pdf_text_run ("pdfinfo", "-isodates", pdf);
  pages = pdf_text_read_pages (pdf, NULL);
  count = g_strdup_printf ("%u\n", g_strv_length (pages));
  g_assert_nonnull (strstr (properties, "Start list by wave – Harbour Marathon\n"));
  g_assert_nonnull (strstr (properties, "2014-04-12T18:30:00Z"));
  g_assert_nonnull (strstr (properties, "792 x 612 pts (letter)"));
  g_assert_nonnull (strstr (properties, "1.5\n"));
  g_assert_nonnull (strstr (properties, count));
  /* The outline is the one part of the file's skeleton that pdfinfo does not show. */
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), "%PDF-1.5"));
  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Outlines", 9));
}

/* --- Failures --- */

typedef struct {
  gsize room; /* bytes that still go in */
  guint n_refusals;
  guint n_pages;
  guint cancel_at; /* page */
} Disk;

static gboolean
write_to_disk (gpointer user_data, const guint8 *data, gsize length, GError **error)
{
  Disk *disk = user_data;

  if (length <= disk->room)
    {
      disk->room -= length;
      return TRUE;
    }
  disk->n_refusals++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");
  return FALSE;
}

static gboolean
count_page (gpointer user_data, guint page, guint n_pages)
{
  Disk *disk = user_data;

  g_assert_cmpuint (page, ==, disk->n_pages);
  g_assert_cmpuint (page, <, n_pages);
  disk->n_pages++;
  return page != disk->cancel_at;
}

static void
test_a_full_disk_is_told (void)
{
  g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 600 });
  g_autoptr (GBytes) pdf = NULL;
  MarathonPaper paper;
  gsize size;

  marathon_paper_parse ("A4", FALSE, &paper);
  pdf = pdf_text_write (report, &paper);
  size = g_bytes_get_size (pdf);
  /* Nothing fits; some pages fit; all but the last byte fits; all fits. */
  for (guint i = 0; i < 4; i++)
    {
      gsize rooms[] = { 0, size / 2, size - 1, size };
      Disk disk = { .room = rooms[i], .cancel_at = G_MAXUINT };
      g_autoptr (GError) error = NULL;
      gboolean written
        = marathon_pdf_write (report, &paper, "2014-04-12T18:30:00Z", write_to_disk, &disk, count_page, &disk, &error);

      g_assert_cmpint (written, ==, i == 3);
      if (i < 3)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
          g_assert_cmpuint (disk.n_refusals, ==, 1);
        }
      else
        g_assert_no_error (error);
    }
}

static void
test_it_can_be_cancelled (void)
{
  g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 600 });
  g_autoptr (GError) error = NULL;
  Disk disk = { .room = G_MAXSIZE, .cancel_at = 2 };
  MarathonPaper paper;

  marathon_paper_parse ("A4", FALSE, &paper);
  g_assert_false (marathon_pdf_write (report, &paper, NULL, write_to_disk, &disk, count_page, &disk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (disk.n_pages, ==, 3);
}

static gpointer
write_in_thread (gpointer report)
{
  MarathonPaper paper;

  marathon_paper_parse ("A4", FALSE, &paper);
  return pdf_text_write (report, &paper);
}

static void
test_threads_share_a_report (void)
{
  g_autoptr (MarathonReport) report = sample_report_new (&(SampleOptions) { .n_entrants = 300, .guide_every = 5 });
  g_autoptr (GBytes) here = NULL;
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("printing", write_in_thread, report);
  here = write_in_thread (report);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) there = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (here, there));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-writer/everybody-is-found", test_everybody_is_found);
  g_test_add_func ("/pdf-writer/name-and-bib-are-on-one-line", test_name_and_bib_are_on_one_line);
  g_test_add_func ("/pdf-writer/equal-reports-give-equal-bytes", test_equal_reports_give_equal_bytes);
  g_test_add_func ("/pdf-writer/properties", test_properties);
  g_test_add_func ("/pdf-writer/a-full-disk-is-told", test_a_full_disk_is_told);
  g_test_add_func ("/pdf-writer/it-can-be-cancelled", test_it_can_be_cancelled);
  g_test_add_func ("/pdf-writer/threads-share-a-report", test_threads_share_a_report);
  return g_test_run ();
}
