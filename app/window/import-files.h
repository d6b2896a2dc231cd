/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that go with imports: a template to be filled in, and the report of what could not be taken.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "formats/entries-import.h"

G_BEGIN_DECLS

/** What is done when the file is there; not called where nothing was chosen, or it could not be written, which is told. */
typedef void (*MarathonFileSavedFunc) (gpointer user_data);

/** Asks where to, and writes a template of an entry list for the event. @parent must outlive the asking. */
void marathon_import_files_save_template (GtkWindow            *parent,
                                          MarathonDocument     *document,
                                          MarathonFileSavedFunc saved,
                                          gpointer              user_data);

/** Asks where to, and writes all notes of @import, which is needed no more then. */
void marathon_import_files_save_report (GtkWindow            *parent,
                                        const char           *list_name,
                                        const MarathonImport *import,
                                        MarathonFileSavedFunc saved,
                                        gpointer              user_data);

G_END_DECLS
