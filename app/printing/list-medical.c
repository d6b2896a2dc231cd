/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The medical list: whom to call and what to know, by bib, for everybody who is accepted and their guides.
 */
#include "printing/list-builder.h"

void
marathon_list_build_medical (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,     MARATHON_LIST_COLUMN_NAME,           MARATHON_LIST_COLUMN_SEX,             MARATHON_LIST_COLUMN_BORN,
    MARATHON_LIST_COLUMN_WAVE,    MARATHON_LIST_COLUMN_EMERGENCY_NAME, MARATHON_LIST_COLUMN_EMERGENCY_PHONE, MARATHON_LIST_COLUMN_MEDICAL,
    MARATHON_N_LIST_COLUMNS,
  };

  marathon_list_sort_by_bib (builder->text, builder->positions);
  marathon_list_builder_add_columns (builder, columns);
  marathon_list_builder_add_entrants (builder, (const guint32 *) (gpointer) builder->positions->data, builder->positions->len);
}
