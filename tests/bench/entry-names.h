/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entry names: invented people of many countries for generated entry files: common names, put together by chance.
 */
#pragma once

#include "entry-random.h"

G_BEGIN_DECLS

typedef enum {
  ENTRY_SEX_MALE,
  ENTRY_SEX_FEMALE,
  ENTRY_SEX_NON_BINARY,
} EntrySex;

typedef struct {
  char *family;
  char *given;
  const char *nation; /* by IOC code, ISO code or English name, as people fill in forms */
  char *town;
} EntryName;

/** Where a person is from; 0 is Britain. */
typedef guint EntryCulture;

/** Draws a culture. @plain: Britain only. */
EntryCulture entry_names_draw_culture (EntryRandom *random, gboolean plain);

/** Draws a person. @family (nullable): to be used as it is, for siblings. @plain: without the oddities of real
 * names. */
void entry_names_draw (EntryRandom  *random,
                       EntryCulture  culture,
                       EntrySex      sex,
                       const char   *family,
                       gboolean      plain,
                       EntryName    *name);

void entry_name_clear (EntryName *name);

/** Returns: (transfer full): the name of one of about 700 British towns, the first ones more often. */
char *entry_names_draw_town (EntryRandom *random);

/** Returns: (transfer full): the name of one of about 2,000 clubs, the first ones far more often. */
char *entry_names_draw_club (EntryRandom *random);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntryName, entry_name_clear)

G_END_DECLS
