/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportNoteList: the notes of an import that are of one importance, as a list for a table. An item is made when
 * somebody looks at it: there may be hundreds of thousands.
 */
#pragma once

#include <gio/gio.h>

#include "formats/entries-import.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_IMPORT_NOTE_LIST (marathon_import_note_list_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportNoteList, marathon_import_note_list, MARATHON, IMPORT_NOTE_LIST, GObject)

#define MARATHON_TYPE_IMPORT_NOTE_ITEM (marathon_import_note_item_get_type ())
G_DECLARE_FINAL_TYPE (MarathonImportNoteItem, marathon_import_note_item, MARATHON, IMPORT_NOTE_ITEM, GObject)

/* Properties of an item (strings, read only): "line", "column" (its name; "" for a whole row), "found", "text",
 * "sentence" (all of it) */

/** Returns: (transfer full): a list over @import, which must outlive it; the items need it no more. */
MarathonImportNoteList *marathon_import_note_list_new (const MarathonImport *import, MarathonImportImportance importance);

/** How many notes are of that importance. */
guint marathon_import_note_list_count (const MarathonImport *import, MarathonImportImportance importance);

G_END_DECLS
