/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportSketch: what was recognised in an entry list before anybody is read: the header and the columns.
 *
 * Unlike an import it is made of any table, so that a person can put right what the import was refused for.
 */
#pragma once

#include "formats/entries-import.h"

G_BEGIN_DECLS

/** So many different cells of a column are shown. */
#define MARATHON_IMPORT_N_SAMPLES 4
/** So many rows at the top of a list are looked through for them. */
#define MARATHON_IMPORT_SAMPLE_ROWS 2000

typedef struct {
  const char *name;  /* as the header says; "A", "B" … without a header */
  const char *label; /* (nullable): translated, where its cells go; %NULL for a field of its own, or none */
  const char *key;   /* (nullable): the same for programs */
  MarathonImportColumnFate fate;
  gboolean is_chosen;                               /* a person said so, by the column's place */
  const char *samples[MARATHON_IMPORT_N_SAMPLES + 1]; /* one line each, not endless; ends with %NULL */
} MarathonImportSketchColumn;

typedef struct _MarathonImportSketch MarathonImportSketch;

/**
 * marathon_import_sketch_new:
 * @event: a snapshot of the thread's own, as for marathon_import_new()
 * @options: (nullable): progress and cancellable are not heeded
 *
 * Where no line names the columns it is as if MARATHON_IMPORT_NO_HEADER had been asked for.
 *
 * Returns: (transfer full): the sketch; without columns where @table is empty or @options choose what is not there
 */
MarathonImportSketch *marathon_import_sketch_new (MarathonEvent               *event,
                                                  const MarathonCsvTable      *table,
                                                  const MarathonImportOptions *options);

void marathon_import_sketch_free (MarathonImportSketch *sketch);

/** Whether somebody knows what the column is, be it a person: else it is kept in a field of its own for want of a better. */
gboolean marathon_import_sketch_column_is_recognised (const MarathonImportSketchColumn *column);

/** Returns: (transfer none) (array length=n): in the order of the file. */
const MarathonImportSketchColumn *marathon_import_sketch_get_columns (const MarathonImportSketch *sketch, guint *n);

/** The line of the file, from 1, that names the columns; 0: none does. */
guint marathon_import_sketch_get_header_line (const MarathonImportSketch *sketch);

/** Whether the list has a column of entry numbers or ids, by which people are known who are in the event already. */
gboolean marathon_import_sketch_knows_people (const MarathonImportSketch *sketch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonImportSketch, marathon_import_sketch_free)

G_END_DECLS
