/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What records are called: in labels of steps, when one more is made, and as keys in the file.
 */
#pragma once

#include "model/record-name.h"

G_BEGIN_DECLS

/** Returns: the translated name of one record of the list, as in a heading: "Wave", "Bib Block". */
const char *marathon_list_get_label (MarathonListId list);

/** Returns: the column that holds the name of a record of that kind, or -1 where it has none. */
int marathon_record_find_name_column (MarathonRecord *record);

/**
 * marathon_record_make_key:
 * @name: of the record; may be ""
 *
 * Returns: (transfer full): the name folded to a–z, 0–9 and "-", with a number behind it where the list has that key
 *   already; "wave" where nothing is left of the name
 */
char *marathon_record_make_key (MarathonEvent *event, MarathonListId list, const char *name);

/**
 * marathon_record_make_next_name:
 * @record: of the list
 *
 * Returns: (transfer full): the name of one more record like @record that no other has (waves: of the same start): "Red
 * 2"
 *   after "Red 1", "Mass (copy)" after "Mass"
 */
char *marathon_record_make_next_name (MarathonEvent *event, MarathonListId list, MarathonRecord *record);

G_END_DECLS
