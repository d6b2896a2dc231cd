/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListImport: an entry list on its way into an open event: what a person chose for it, and what would come of it.
 *
 * Everything is read and planned in a thread, from the bytes of the file and a snapshot of the event, anew after every
 * choice and every change of the event. It is used in the thread that made it; the stores of texts that it shares with
 * the event let several threads add.
 */
#pragma once

#include "document/document.h"
#include "formats/import-sketch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_LIST_IMPORT (marathon_list_import_get_type ())
G_DECLARE_FINAL_TYPE (MarathonListImport, marathon_list_import, MARATHON, LIST_IMPORT, GObject)

/* Properties (read only, notified on change):
 *   "working" (boolean): what is shown is being worked out anew
 *   "fraction" (double): how far that is, 0 to 1
 *
 * Signals:
 *   "changed": it has been worked out: table, sketch, import and error are new
 */

/**
 * marathon_list_import_new:
 * @bytes: the whole file
 * @ids: (nullable): copied, and begun with for every plan; %NULL for random ones
 */
MarathonListImport *marathon_list_import_new (MarathonDocument *document, GBytes *bytes, const MarathonIdSource *ids);

MarathonDocument *marathon_list_import_get_document (MarathonListImport *list);
gboolean          marathon_list_import_is_working   (MarathonListImport *list);
double            marathon_list_import_get_fraction (MarathonListImport *list);

/* --- What came of it, (transfer none), good until "changed" ------------------------------------------------------- */

/** Returns: (nullable): the cells; %NULL before the first "changed", and where the file could not be read in this way. */
const MarathonCsvTable *marathon_list_import_get_table (MarathonListImport *list);

/** Returns: (nullable): what was recognised; %NULL with the table */
const MarathonImportSketch *marathon_list_import_get_sketch (MarathonListImport *list);

/** Returns: (nullable): the plan; %NULL where there is an error */
const MarathonImport *marathon_list_import_get_import (MarathonListImport *list);

/** Returns: (nullable): why there is no plan: of MARATHON_CSV_ERROR, MARATHON_TEXT_ENCODING_ERROR, MARATHON_IMPORT_ERROR */
const GError *marathon_list_import_get_error (MarathonListImport *list);

/* --- What a person chose; every change begins the work anew, after a moment ----------------------------------------- */

/** UNKNOWN finds it out. What was chosen for the columns is kept. */
MarathonTextEncoding marathon_list_import_get_encoding (MarathonListImport *list);
void                 marathon_list_import_set_encoding (MarathonListImport *list, MarathonTextEncoding encoding);

/** 0 finds it out. There are other columns then: what was chosen for the old ones is forgotten, and the header's line. */
char marathon_list_import_get_delimiter (MarathonListImport *list);
void marathon_list_import_set_delimiter (MarathonListImport *list, char delimiter);

/** As in MarathonImportOptions. */
guint marathon_list_import_get_header_line (MarathonListImport *list);
void  marathon_list_import_set_header_line (MarathonListImport *list, guint line);

/**
 * marathon_list_import_choose:
 * @key: (nullable): as in MarathonImportChoice; %NULL: as it is recognised
 *
 * Another column that had been chosen for the same field goes back to what it is recognised as.
 */
void marathon_list_import_choose (MarathonListImport *list, guint column, const char *key);

gboolean marathon_list_import_get_update (MarathonListImport *list);
void     marathon_list_import_set_update (MarathonListImport *list, gboolean update);

MarathonImportBibs marathon_list_import_get_bibs (MarathonListImport *list);
void               marathon_list_import_set_bibs (MarathonListImport *list, MarathonImportBibs bibs);

MarathonDateOrder marathon_list_import_get_date_order (MarathonListImport *list);
void              marathon_list_import_set_date_order (MarathonListImport *list, MarathonDateOrder order);

/**
 * marathon_list_import_apply:
 *
 * Puts the plan into the event as one step. There must be one, and nothing being worked out. Blocks: half a second for a
 * million entrants.
 */
gboolean marathon_list_import_apply (MarathonListImport *list, GError **error);

G_END_DECLS
