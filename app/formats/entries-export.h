/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry list as CSV: a column for each field, a row for each entrant, and a row for each guide below the athlete.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct {
  MarathonAudience audience;
  gboolean raw;   /* for programs: nothing is guarded against spreadsheets */
  char delimiter; /* one of , ; TAB |; 0 is the comma */
  gboolean bom;   /* begin with a byte order mark, by which Excel knows UTF-8 */
} MarathonExportOptions;

/** Takes a piece of the file; %FALSE with @error stops the export. */
typedef gboolean (*MarathonExportFunc) (const char *text, gsize length, gpointer user_data, GError **error);

/**
 * marathon_entries_export:
 * @options: (nullable): %NULL is public, for spreadsheets
 * @write: is given some ten thousand bytes at a time
 *
 * The head has the keys of the fields that the audience may see, in the order of their table; custom fields; then
 * "guide-of" (the athlete's id), "guide-role", "guide-from", "guide-to", and for those who see ids "guide-waiver" and
 * "guide-entrant". Everything for everybody, raw, is read by marathon_import_new() without loss.
 *
 * The public sees no id of an athlete; a guide's "guide-of" is the athlete's bib then, and guides of people without a
 * bib, or whose name is withheld, stay out. What is said of a name is what model/published-name.h allows.
 *
 * Returns: %FALSE with the @error of @write
 */
gboolean marathon_entries_export (MarathonEvent                *event,
                                  const MarathonExportOptions  *options,
                                  MarathonExportFunc            write,
                                  gpointer                      user_data,
                                  GError                      **error);

/** Returns: (transfer full): the whole file. */
GString *marathon_entries_export_to_string (MarathonEvent *event, const MarathonExportOptions *options);

G_END_DECLS
