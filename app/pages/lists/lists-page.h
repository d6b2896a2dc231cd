/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListsPage: the lists that are printed and posted: choosing one, looking at its pages, printing and exporting it.
 */
#pragma once

#include "pages/lists/lists-form.h"
#include "pages/lists/page-preview.h"
#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LISTS_PAGE (marathon_lists_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonListsPage, marathon_lists_page, MARATHON, LISTS_PAGE, MarathonPage)

/* Actions ("lists.…"): print, export-pdf, export-csv, zoom-in, zoom-out, fit-width, fit-page, open-file (s), cancel.
 *
 * marathon_page_show() takes the name of a list ("waves"), also with the key of a category or a wave: "waves wave:red-1",
 * "categories category:elite-men". */

/** Whether the pages shown are of what is asked for, of the event as it is now. */
gboolean marathon_lists_page_is_ready (MarathonListsPage *page);

MarathonListsForm   *marathon_lists_page_get_form    (MarathonListsPage *page);
MarathonPagePreview *marathon_lists_page_get_preview (MarathonListsPage *page);

/** Writes the list as a PDF by the print operation, as "print to file" does, without asking; blocks. */
gboolean marathon_lists_page_print_to_file (MarathonListsPage *page, const char *path, GError **error);

/** Writes the list to @path in a thread and tells the end in a toast; "cancel" gives it up. */
void marathon_lists_page_export_pdf (MarathonListsPage *page, const char *path);
void marathon_lists_page_export_csv (MarathonListsPage *page, const char *path);

/** Whether a file is being written. */
gboolean marathon_lists_page_is_exporting (MarathonListsPage *page);

G_END_DECLS
