/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of an event as a file, in a thread: PDF or CSV.
 */
#pragma once

#include "base/progress-func.h"
#include "printing/list-pages.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_LIST_FORMAT_PDF,
  MARATHON_LIST_FORMAT_CSV, /* for spreadsheets */
} MarathonListFormat;

/** The ending of names of such files, ".pdf". */
const char *marathon_list_format_get_ending (MarathonListFormat format);

/**
 * marathon_list_export_async:
 * @progress: (nullable): told of pages in the thread that works
 * @cancellable: (nullable)
 *
 * Makes the list of the event as it is now, at the time of printing that is now, and saves it by marathon_file_save():
 * the same bytes as marathon-cli makes of the same event at the same time. @callback is called in the main context of the
 * caller.
 */
void marathon_list_export_async (MarathonEvent             *event,
                                 const MarathonListRequest *request,
                                 MarathonListFormat         format,
                                 const char                *path,
                                 MarathonProgressFunc       progress,
                                 gpointer                   progress_data,
                                 GCancellable              *cancellable,
                                 GAsyncReadyCallback        callback,
                                 gpointer                   user_data);

/** Returns: %FALSE with the @error of marathon_list_build() or marathon_file_save(), or G_IO_ERROR_CANCELLED */
gboolean marathon_list_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
