/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibBlock: a block of bib numbers and for whom they are.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_BIB_BLOCK (marathon_bib_block_get_type ())
G_DECLARE_FINAL_TYPE (MarathonBibBlock, marathon_bib_block, MARATHON, BIB_BLOCK, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonBibBlock {
  MarathonRecord parent_instance;

  const char *name;
  const char *prefix;
  MarathonNumberRanges *numbers; /* such as “1-99,-13” */
  const guint32 *categories; /* empty: any */
  const guint32 *waves; /* empty: any */
  const char *const *routes; /* empty: any */
  int order; /* MarathonBibOrder */
  guint late_share; /* per cent of the numbers, the highest, that a plan does not give */
  guint digits; /* shown with leading zeros up to so many */
  const char *ink;
  const char *ground;
};

/** Returns: (transfer full): the block's lowest bib as it is written, "W001"; one as it might be, where the block has no
 * numbers yet. */
char *marathon_bib_block_make_sample (MarathonBibBlock *block);

G_END_DECLS
