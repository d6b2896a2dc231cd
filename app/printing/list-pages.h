/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListPages: a list of an event, ready to be drawn page by page: its report and its layout.
 */
#pragma once

#include "printing/lists.h"
#include "printing/page-layout.h"

G_BEGIN_DECLS

/** What somebody asks for. */
typedef struct {
  const MarathonListInfo *info;
  MarathonAudience audience;
  char *category; /* (nullable): the id of a category: only those in it */
  char *wave;     /* (nullable): the id of a wave: only those in it */
  MarathonPaper paper;
  gboolean may_turn; /* a sheet that stands is turned for a table that is too wide for it */
} MarathonListRequest;

/** Returns: (transfer full): a copy of @request. */
MarathonListRequest *marathon_list_request_copy  (const MarathonListRequest *request);
void                 marathon_list_request_free  (MarathonListRequest *request);
gboolean             marathon_list_request_equal (const MarathonListRequest *a, const MarathonListRequest *b);

/** Returns: (transfer full): "EVENT – List – Red 1.pdf", the last where it is of one category or wave, without what names
 * of files must not have, and not too long for one; @ending: ".pdf". */
char *marathon_list_suggest_file_name (MarathonEvent             *event,
                                       const MarathonListRequest *request,
                                       const char                *ending);

/** Returns: (transfer full): "Start lists by wave – EVENT", for the properties of files and the queues of printers. */
char *marathon_list_describe (MarathonEvent *event, const MarathonListInfo *info);

typedef struct _MarathonListPages MarathonListPages;

#define MARATHON_TYPE_LIST_PAGES (marathon_list_pages_get_type ())
GType marathon_list_pages_get_type (void);

/**
 * marathon_list_pages_new:
 * @event: usually a snapshot; only read
 * @time: of printing, in seconds of UTC
 * @cancellable: (nullable)
 *
 * Blocks: 56,000 entrants take about a tenth of a second.
 *
 * Returns: (transfer full): the pages, to be used by one thread at a time; %NULL with the @error of marathon_list_build(), or
 *   G_IO_ERROR_CANCELLED
 */
MarathonListPages *marathon_list_pages_new (MarathonEvent             *event,
                                            const MarathonListRequest *request,
                                            gint64                     time,
                                            GCancellable              *cancellable,
                                            GError                   **error);

MarathonListPages *marathon_list_pages_ref   (MarathonListPages *pages);
void               marathon_list_pages_unref (MarathonListPages *pages);

/** The same in a thread, from a snapshot that is taken at once, at the time of printing that is now. */
void               marathon_list_pages_new_async  (MarathonEvent             *event,
                                                   const MarathonListRequest *request,
                                                   int                        io_priority,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);
MarathonListPages *marathon_list_pages_new_finish (GAsyncResult *result, GError **error);

const MarathonListRequest *marathon_list_pages_get_request (const MarathonListPages *pages);
MarathonReport            *marathon_list_pages_get_report  (const MarathonListPages *pages);
gint64                     marathon_list_pages_get_time    (const MarathonListPages *pages);
guint                      marathon_list_pages_get_n_pages (const MarathonListPages *pages);

/** The sheet as it is drawn, turned where that was asked for and needed. */
const MarathonPaper *marathon_list_pages_get_paper (const MarathonListPages *pages);

/** As marathon_page_layout_draw(). */
void marathon_list_pages_draw (MarathonListPages *pages, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListRequest, marathon_list_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListPages, marathon_list_pages_unref)

G_END_DECLS
