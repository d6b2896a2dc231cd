/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small event that the tests of CSV import and export work on, and putting an import into an event.
 */
#pragma once

#include "formats/entries-import.h"

/** Adds a record with the values @columns, "name=Red;place=Park"; "" for none. */
void import_sample_add_record (MarathonEvent *event, MarathonListId list, const char *key, const char *columns);

/** Returns: (transfer full): an event of 26 April 2026 with lists, but without entrants. */
MarathonEvent *import_sample_new_empty (void);

/**
 * Returns: (transfer full): the same with three entrants and one in the bin:
 *
 *     E1 Ada Okafor   bib 10, pinned; category mass, pinned; wave blue-1, pinned
 *     E2 Ben Stone    bib 11
 *     E3 Cleo Vale    bib 12, printed; T11; guide Dan Ray with bib G1
 *     E9 Zed Gone     in the bin
 */
MarathonEvent *import_sample_new (void);

/** Scans @text, which must be CSV. */
MarathonCsvTable *import_sample_scan (const char *text, gsize length);

/** Does to @event what the import proposes; each step must succeed. */
void import_sample_apply (MarathonEvent *event, const MarathonImport *import);
