/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of foreign words behind import-words.h, which is what importers ask.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What else people write for one word of a vocabulary. */
typedef struct {
  const char *word;   /* as in model/words.h; "yes" or "no" */
  const char *others; /* separated by ";"; case, accents, hyphens and dots need no entry of their own */
} MarathonImportMeaning;

/** Each ends with a %NULL word. */
extern const MarathonImportMeaning marathon_import_sex_meanings[];
extern const MarathonImportMeaning marathon_import_mode_meanings[];
extern const MarathonImportMeaning marathon_import_status_meanings[];
extern const MarathonImportMeaning marathon_import_guide_role_meanings[];
extern const MarathonImportMeaning marathon_import_route_meanings[];
extern const MarathonImportMeaning marathon_import_low_sight_meanings[];
extern const MarathonImportMeaning marathon_import_athlete_meanings[];
extern const MarathonImportMeaning marathon_import_yes_no_meanings[];

G_END_DECLS
