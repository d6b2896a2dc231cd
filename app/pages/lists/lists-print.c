/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing by GtkPrintOperation: the pages are made in a thread while it asks again and again whether they are there.
 */
#include "pages/lists/lists-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "base/race-time.h"

/* Between two questions; the main loop turns in between. */
#define WAIT_MICROSECONDS 2000

typedef struct {
  MarathonDocument *document;
  MarathonListRequest *request;
  GtkPrintOperation *operation;
  GCancellable *cancellable;
  MarathonListPages *pages; /* NULL until they are made */
  GError *error;
  MarathonListsPrintFunc func;
  gpointer user_data;
  gboolean is_done;
  guint n_holders; /* the operation, who runs it, and the thread */
} Printing;

static void
release (Printing *printing)
{
  if (--printing->n_holders > 0)
    return;
  marathon_list_request_free (printing->request);
  g_clear_pointer (&printing->pages, marathon_list_pages_unref);
  g_clear_error (&printing->error);
  g_object_unref (printing->cancellable);
  g_object_unref (printing->document);
  g_free (printing);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;

  printing->pages = marathon_list_pages_new_finish (result, &printing->error);
  release (printing);
}

/* The paper of the dialog wins. Ours are the margins that were shown, unless the printer really cannot reach so far: those of
 * the setup are only what GTK takes for usual. */
static gboolean
take_paper (GtkPrintContext *context, MarathonPaper *paper)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double top, bottom, left, right;

  if (!gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right))
    top = bottom = left = right = 0;
  return marathon_paper_from_sheet (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                    gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS), top, bottom, MAX (left, right), paper);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Printing *printing = user_data;

  printing->request->may_turn = FALSE;
  if (!take_paper (context, &printing->request->paper))
    {
      g_set_error_literal (&printing->error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                           _ ("The paper is too small for a list. Choose a larger one."));
      return;
    }
  printing->n_holders++;
  marathon_list_pages_new_async (marathon_document_get_event (printing->document), printing->request, G_PRIORITY_DEFAULT,
                                 printing->cancellable, on_made, printing);
}

/* Returns TRUE when it is known how many pages there are. */
static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Printing *printing = user_data;

  if (printing->error != NULL)
    {
      gtk_print_operation_cancel (operation);
      return TRUE;
    }
  if (printing->pages == NULL)
    {
      g_usleep (WAIT_MICROSECONDS);
      return FALSE;
    }
  gtk_print_operation_set_n_pages (operation, (int) marathon_list_pages_get_n_pages (printing->pages));
  return TRUE;
}

static void
set_metadata (Printing *printing, cairo_surface_t *surface)
{
  g_autofree char *time = marathon_instant_format (marathon_list_pages_get_time (printing->pages));
  g_autofree char *title = marathon_list_describe (marathon_document_get_event (printing->document), printing->request->info);

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Marathon");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Printing *printing = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (printing->pages == NULL)
    return;
  if (page == 0)
    set_metadata (printing, cairo_get_target (cr));
  marathon_list_pages_draw (printing->pages, cr, (guint) page);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;

  if (printing->is_done)
    return;
  printing->is_done = TRUE;
  g_cancellable_cancel (printing->cancellable);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && printing->error == NULL)
    gtk_print_operation_get_error (operation, &printing->error);
  if (!g_error_matches (printing->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    error = printing->error != NULL ? g_error_copy (printing->error) : NULL;
  printing->func (error, printing->user_data);
  release (printing);
}

static GtkPageSetup *
create_setup (const MarathonPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width = MIN (paper->width, paper->height);
  double height = MAX (paper->width, paper->height);
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (ABS (width - 612) < 1 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  if (ABS (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - height) >= 1)
    {
      gtk_paper_size_free (g_steal_pointer (&size));
      size = gtk_paper_size_new_custom ("marathon", _ ("Paper of the List"), width, height, GTK_UNIT_POINTS);
    }
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, paper->width > paper->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                       : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

static GtkPrintOperation *
create_operation (Printing *printing, const MarathonListsPrintJob *job)
{
  g_autoptr (GtkPageSetup) setup = create_setup (&job->paper);
  g_autofree char *name = marathon_list_describe (marathon_document_get_event (printing->document), job->request->info);
  g_autofree char *file_name
    = marathon_list_suggest_file_name (marathon_document_get_event (printing->document), job->request, "");
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPrintOperation *operation = gtk_print_operation_new ();

  /* What "Print to File" suggests. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (job->n_pages > 0)
    {
      gtk_print_operation_set_n_pages (operation, (int) job->n_pages);
      gtk_print_operation_set_current_page (operation, (int) job->current_page);
    }
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), printing);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), printing);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), printing);
  return operation;
}

void
marathon_lists_print (GtkWindow                   *parent,
                      MarathonDocument            *document,
                      const MarathonListsPrintJob *job,
                      MarathonListsPrintFunc       func,
                      gpointer                     user_data)
{
  Printing *printing = g_new0 (Printing, 1);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  GtkPrintOperationResult result;

  printing->document = g_object_ref (document);
  printing->request = marathon_list_request_copy (job->request);
  printing->cancellable = g_cancellable_new ();
  printing->func = func;
  printing->user_data = user_data;
  printing->n_holders = 2;
  operation = create_operation (printing, job);
  if (job->export_path != NULL)
    {
      gtk_print_operation_set_export_filename (operation, job->export_path);
      action = GTK_PRINT_OPERATION_ACTION_EXPORT;
    }
  gtk_print_operation_set_allow_async (operation, action != GTK_PRINT_OPERATION_ACTION_EXPORT);
  result = gtk_print_operation_run (operation, action, parent, NULL);
  /* Where it could not even begin, it may not tell its end. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    on_done (operation, result, printing);
  release (printing);
}
