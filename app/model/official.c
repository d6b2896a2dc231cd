/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonOfficial: the table of its columns.
 */
#include "model/official.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "family", N_ ("Family name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonOfficial, family), .maximum = 400 },
  { "given", N_ ("Given name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonOfficial, given), .maximum = 400 },
  { "role", N_ ("Role"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonOfficial, role),
    .vocabulary = marathon_official_role_words },
  { "title", N_ ("Task"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonOfficial, title), .maximum = 500 },
  { "starts", N_ ("Starts"), MARATHON_COLUMN_REFS, G_STRUCT_OFFSET (MarathonOfficial, starts),
    .list = MARATHON_LIST_STARTS },
  { "waves", N_ ("Waves"), MARATHON_COLUMN_REFS, G_STRUCT_OFFSET (MarathonOfficial, waves),
    .list = MARATHON_LIST_WAVES },
  { "entrant", N_ ("Also runs as"), MARATHON_COLUMN_ENTRANT, G_STRUCT_OFFSET (MarathonOfficial, entrant) },
  { "honours", N_ ("Honours"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonOfficial, honours), .maximum = 1000 },
  { "phone", N_ ("Phone"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonOfficial, phone), .maximum = 100 },
};

G_DEFINE_FINAL_TYPE (MarathonOfficial, marathon_official, MARATHON_TYPE_RECORD)

static void
marathon_official_class_init (MarathonOfficialClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "official", columns, G_N_ELEMENTS (columns));
}

static void
marathon_official_init (MarathonOfficial *official)
{
}
