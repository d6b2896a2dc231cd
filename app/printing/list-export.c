/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exporting a list.
 */
#include "printing/list-export.h"

#include "printing/print-time.h"
#include "printing/report-files.h"

typedef struct {
  MarathonEvent *snapshot;
  MarathonListRequest *request;
  MarathonListFormat format;
  char *path;
  gint64 time;
  MarathonProgressFunc progress;
  gpointer progress_data;
} Export;

static void
free_export (Export *export)
{
  g_clear_object (&export->snapshot);
  marathon_list_request_free (export->request);
  g_free (export->path);
  g_free (export);
}

const char *
marathon_list_format_get_ending (MarathonListFormat format)
{
  return format == MARATHON_LIST_FORMAT_PDF ? ".pdf" : ".csv";
}

static gboolean
export_pdf (const Export *export, MarathonReport *report, GCancellable *cancellable, GError **error)
{
  MarathonPaper paper = export->request->paper;

  if (export->request->may_turn)
    marathon_paper_for_report (report, &paper);
  return marathon_report_save_pdf (report, &paper, export->time, export->path, export->progress, export->progress_data,
                                   cancellable, error);
}

static gboolean
export_list (Export *export, GCancellable *cancellable, GError **error)
{
  const MarathonListRequest *request = export->request;
  g_autofree char *print_time = marathon_print_time_format (export->time);
  const MarathonListOptions options = { request->audience, request->category, request->wave, print_time, cancellable };
  g_autoptr (MarathonReport) report = marathon_list_build (export->snapshot, request->info->name, &options, error);

  /* While it lives, a change of the event copies the blocks that it touches. */
  g_clear_object (&export->snapshot);
  if (report == NULL)
    return FALSE;
  if (export->format == MARATHON_LIST_FORMAT_PDF)
    return export_pdf (export, report, cancellable, error);
  return marathon_report_save_csv (report, FALSE, export->path, cancellable, error);
}

static void
export_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (export_list (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
marathon_list_export_async (MarathonEvent             *event,
                            const MarathonListRequest *request,
                            MarathonListFormat         format,
                            const char                *path,
                            MarathonProgressFunc       progress,
                            gpointer                   progress_data,
                            GCancellable              *cancellable,
                            GAsyncReadyCallback        callback,
                            gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->snapshot = marathon_event_snapshot (event);
  export->request = marathon_list_request_copy (request);
  export->format = format;
  export->path = g_strdup (path);
  export->time = marathon_print_time_get ();
  export->progress = progress;
  export->progress_data = progress_data;
  g_task_set_source_tag (task, marathon_list_export_async);
  g_task_set_task_data (task, export, (GDestroyNotify) free_export);
  /* What was written when the cancelling came is there: the file, not the wish, says how it ended. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
marathon_list_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
