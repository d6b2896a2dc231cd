/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The PDF writer, on cairo's PDF surface.
 */
#include "printing/pdf-writer.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "printing/font-lock.h"
#include "printing/page-layout.h"

/* cairo makes a function call and two objects of each entry; nobody looks at an outline of more. */
#define MAX_OUTLINE 2000

typedef struct {
  MarathonPdfWriteFunc write;
  gpointer             user_data;
  GError              *error;
} Sink;

/* After a failure cairo goes on calling; what it writes then is worth nothing. */
static cairo_status_t
write_to_sink (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error != NULL || !sink->write (sink->user_data, data, length, &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const MarathonReport *report, const char *creation_date)
{
  const char *event = marathon_report_get_text (report, MARATHON_REPORT_EVENT);
  const char *title = marathon_report_get_text (report, MARATHON_REPORT_TITLE);
  g_autofree char *both = g_strjoin (*event != '\0' && *title != '\0' ? " – " : "", title, event, NULL);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, both);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Marathon");
  if (creation_date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, creation_date);
}

static void
add_outline (cairo_surface_t *surface, const MarathonReport *report, const MarathonPageLayout *layout)
{
  guint n_sections = marathon_report_get_n_sections (report);

  if (n_sections < 2 || n_sections > MAX_OUTLINE)
    return;
  for (guint i = 0; i < n_sections; i++)
    {
      const char *heading = marathon_report_get_section (report, i)->heading;
      g_autofree char *target = g_strdup_printf ("page=%u", marathon_page_layout_get_section_page (layout, i) + 1);

      if (*heading != '\0')
        cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, heading, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

/* FALSE where somebody gave up or the sink is broken: the rest need not be drawn. */
static gboolean
draw_pages (MarathonPageLayout *layout, cairo_t *cr, const Sink *sink, MarathonPdfProgressFunc progress,
            gpointer progress_data)
{
  guint n_pages = marathon_page_layout_get_n_pages (layout);

  for (guint page = 0; page < n_pages && sink->error == NULL; page++)
    {
      if (progress != NULL && !progress (progress_data, page, n_pages))
        return FALSE;
      /* cairo draws the page's glyphs when the page is shown. */
      marathon_font_lock ();
      marathon_page_layout_draw (layout, cr, page);
      cairo_show_page (cr);
      marathon_font_unlock ();
    }
  return TRUE;
}

/* cairo tells of a failed write only after the surface is finished. */
static gboolean
check (const Sink *sink, cairo_status_t status, gboolean drawn, GError **error)
{
  if (sink->error != NULL)
    {
      g_propagate_error (error, sink->error);
      return FALSE;
    }
  if (!drawn)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Printing was cancelled"));
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s"),
                   cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

gboolean
marathon_pdf_write (MarathonReport          *report,
                    const MarathonPaper     *paper,
                    const char              *creation_date,
                    MarathonPdfWriteFunc     write,
                    gpointer                 write_data,
                    MarathonPdfProgressFunc  progress,
                    gpointer                 progress_data,
                    GError                 **error)
{
  g_autoptr (MarathonPageLayout) layout = NULL;
  Sink sink = { .write = write, .user_data = write_data };
  cairo_surface_t *surface;
  cairo_status_t drawing_status, status;
  gboolean drawn;
  cairo_t *cr;

  g_return_val_if_fail (report != NULL && paper != NULL && write != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  layout = marathon_page_layout_new (report, paper);
  g_return_val_if_fail (layout != NULL, FALSE);
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, &sink, paper->width, paper->height);
  set_metadata (surface, report, creation_date);
  add_outline (surface, report, layout);
  cr = cairo_create (surface);
  drawn = draw_pages (layout, cr, &sink, progress, progress_data);
  drawing_status = cairo_status (cr);
  marathon_font_lock ();
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  marathon_font_unlock ();
  return check (&sink, drawing_status != CAIRO_STATUS_SUCCESS ? drawing_status : status, drawn, error);
}
