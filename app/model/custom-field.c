/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCustomField: the table of its columns.
 */
#include "model/custom-field.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "label", N_ ("Label"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonCustomField, label),
    .maximum = 200, .required = TRUE },
  { "type", N_ ("Type"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCustomField, type),
    .vocabulary = marathon_custom_type_words },
  { "choices", N_ ("Choices"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonCustomField, choices) },
  { "audience", N_ ("Who may see it"), MARATHON_COLUMN_ENUM, G_STRUCT_OFFSET (MarathonCustomField, audience),
    .vocabulary = marathon_audience_words, .initial = "officials" },
  { "required", N_ ("Required"), MARATHON_COLUMN_BOOL, G_STRUCT_OFFSET (MarathonCustomField, required) },
};

G_DEFINE_FINAL_TYPE (MarathonCustomField, marathon_custom_field, MARATHON_TYPE_RECORD)

static void
marathon_custom_field_class_init (MarathonCustomFieldClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "field", columns, G_N_ELEMENTS (columns));
}

static void
marathon_custom_field_init (MarathonCustomField *custom)
{
}
