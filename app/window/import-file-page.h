/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportFilePage: what was recognised in an entry list, each thing to be changed.
 */
#pragma once

#include <adwaita.h>

#include "document/list-import.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_IMPORT_FILE_PAGE (marathon_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportFilePage, marathon_import_file_page, MARATHON, IMPORT_FILE_PAGE, GtkBox)

/** Shows @list and follows it. */
void marathon_import_file_page_set_list (MarathonImportFilePage *page, MarathonListImport *list);

/** Closes what is open on the page, before its window goes. */
void marathon_import_file_page_popdown (MarathonImportFilePage *page);

G_END_DECLS
