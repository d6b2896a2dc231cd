/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports as files.
 */
#include "printing/report-files.h"

#include "base/race-time.h"
#include "printing/pdf-writer.h"
#include "printing/report-csv.h"

typedef struct {
  MarathonReport *report;
  const MarathonPaper *paper;
  const char *creation_date;
  gboolean raw;
  MarathonProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Content;

static gboolean
write_bytes (gpointer sink, const guint8 *data, gsize length, GError **error)
{
  return marathon_file_sink_write ((const char *) data, length, sink, error);
}

static gboolean
on_page (gpointer user_data, guint page, guint n_pages)
{
  const Content *content = user_data;

  if (content->progress != NULL)
    content->progress (page, n_pages, content->progress_data);
  return !g_cancellable_is_cancelled (content->cancellable);
}

static gboolean
produce_pdf (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  Content *content = user_data;

  return marathon_pdf_write (content->report, content->paper, content->creation_date, write_bytes, sink, on_page, content,
                             error);
}

static gboolean
produce_csv (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  const Content *content = user_data;
  const MarathonCsvWriterOptions options = { .raw = content->raw, .bom = !content->raw };
  g_autoptr (GString) csv = g_string_new (NULL);

  marathon_report_append_csv (content->report, &options, csv);
  return marathon_file_sink_write (csv->str, csv->len, sink, error);
}

static gboolean
save (const char *path, MarathonFileProduceFunc produce, Content *content, GError **error)
{
  const MarathonFileSaveJob job = { .produce = produce, .user_data = content, .cancellable = content->cancellable };

  return marathon_file_save (path, &job, NULL, error);
}

gboolean
marathon_report_save_pdf (MarathonReport       *report,
                          const MarathonPaper  *paper,
                          gint64                time,
                          const char           *path,
                          MarathonProgressFunc  progress,
                          gpointer              progress_data,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autofree char *creation_date = marathon_instant_format (time);
  Content content = { report, paper, creation_date, FALSE, progress, progress_data, cancellable };

  g_return_val_if_fail (report != NULL && paper != NULL && path != NULL, FALSE);

  return save (path, produce_pdf, &content, error);
}

gboolean
marathon_report_save_csv (MarathonReport *report, gboolean raw, const char *path, GCancellable *cancellable,
                          GError **error)
{
  Content content = { .report = report, .raw = raw, .cancellable = cancellable };

  g_return_val_if_fail (report != NULL && path != NULL, FALSE);

  return save (path, produce_csv, &content, error);
}
