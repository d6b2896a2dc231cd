/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibBlock: the table of its columns.
 */
#include "model/bib-block.h"

#include <glib/gi18n-lib.h>

#include "base/bib.h"

static const MarathonColumn columns[] = {
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonBibBlock, name),
    .maximum = 200, .required = TRUE },
  { "prefix", N_ ("Prefix"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonBibBlock, prefix), .maximum = 8 },
  { "numbers", N_ ("Numbers"), MARATHON_COLUMN_RANGES, G_STRUCT_OFFSET (MarathonBibBlock, numbers) },
  { "categories", N_ ("Categories"), MARATHON_COLUMN_REFS, G_STRUCT_OFFSET (MarathonBibBlock, categories),
    .list = MARATHON_LIST_CATEGORIES },
  { "waves", N_ ("Waves"), MARATHON_COLUMN_REFS, G_STRUCT_OFFSET (MarathonBibBlock, waves),
    .list = MARATHON_LIST_WAVES },
  { "routes", N_ ("Entry routes"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonBibBlock, routes) },
  { "order", N_ ("Order"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonBibBlock, order),
    .vocabulary = marathon_bib_order_words },
  { "late-share", N_ ("Kept for late entries"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonBibBlock, late_share),
    .maximum = 100 },
  { "digits", N_ ("Digits"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonBibBlock, digits), .maximum = 9 },
  { "ink", N_ ("Text colour"), MARATHON_COLUMN_COLOUR, G_STRUCT_OFFSET (MarathonBibBlock, ink) },
  { "ground", N_ ("Background colour"), MARATHON_COLUMN_COLOUR, G_STRUCT_OFFSET (MarathonBibBlock, ground) },
};

G_DEFINE_FINAL_TYPE (MarathonBibBlock, marathon_bib_block, MARATHON_TYPE_RECORD)

static void
marathon_bib_block_class_init (MarathonBibBlockClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "bib-block", columns, G_N_ELEMENTS (columns));
}

static void
marathon_bib_block_init (MarathonBibBlock *bib)
{
}

char *
marathon_bib_block_make_sample (MarathonBibBlock *block)
{
  guint32 number = 123;

  marathon_number_ranges_next (block->numbers, 0, &number);
  return marathon_bib_format (block->prefix, number, block->digits);
}
