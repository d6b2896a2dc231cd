/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The start lists by category: each category in the event's order, inside by bib; whoever has no category is in a last section.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/category.h"

/* The section of each category's handle. */
static GHashTable *
number_categories (MarathonRecordList *categories)
{
  GHashTable *sections = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < marathon_record_list_get_size (categories); i++)
    g_hash_table_insert (sections, GUINT_TO_POINTER (marathon_record_get_handle (marathon_record_list_get (categories, i))),
                         GUINT_TO_POINTER (i + 1));
  return sections;
}

/* Section 0 of the table's numbers is nobody's: whoever is in no category is in the last one, whose number is in the table under 0. */
static guint32
find_section (const MarathonEntrant *entrant, gpointer user_data)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (user_data, GUINT_TO_POINTER (entrant->category))) - 1;
}

static void
begin_category (MarathonListBuilder *builder, const MarathonCategory *category)
{
  g_autofree char *capacity = NULL;
  MarathonReportSection section = { .heading = category->name };

  if (category->capacity > 0)
    capacity = g_strdup_printf (_ ("Capacity %u"), category->capacity);
  section.subheading = capacity;
  marathon_list_builder_begin_section (builder, &section);
}

static void
add_sections (MarathonListBuilder *builder, MarathonRecordList *categories, const MarathonListDivision *division)
{
  guint n = marathon_record_list_get_size (categories);

  for (guint i = 0; i < n; i++)
    {
      MarathonRecord *category = marathon_record_list_get (categories, i);

      /* A filtered list has the sections of those whom it shows, and the one that was asked for. */
      if (marathon_list_builder_is_filtered (builder) && division->starts[i] == division->starts[i + 1]
          && builder->category != marathon_record_get_handle (category))
        continue;
      begin_category (builder, (const MarathonCategory *) category);
      marathon_list_builder_add_division (builder, division, i);
    }
  if (division->starts[n + 1] == division->starts[n])
    return;
  marathon_list_builder_begin_heading (builder, _ ("Without a category"));
  marathon_list_builder_add_division (builder, division, n);
}

void
marathon_list_build_categories (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,   MARATHON_LIST_COLUMN_NAME, MARATHON_LIST_COLUMN_NATION,     MARATHON_LIST_COLUMN_SEX,
    MARATHON_LIST_COLUMN_CLASS, MARATHON_LIST_COLUMN_BORN, MARATHON_LIST_COLUMN_PB,         MARATHON_LIST_COLUMN_CLUB,
    MARATHON_LIST_COLUMN_WAVE,  MARATHON_LIST_COLUMN_START_TIME, MARATHON_N_LIST_COLUMNS,
  };
  MarathonRecordList *categories = marathon_event_get_list (builder->event, MARATHON_LIST_CATEGORIES);
  guint n = marathon_record_list_get_size (categories);
  g_autoptr (GHashTable) sections = number_categories (categories);
  g_autoptr (MarathonListDivision) division = NULL;

  g_hash_table_insert (sections, GUINT_TO_POINTER (0), GUINT_TO_POINTER (n + 1));
  marathon_list_sort_by_bib (builder->text, builder->positions);
  division = marathon_list_builder_divide (builder, n + 1, find_section, sections);
  marathon_list_builder_add_columns (builder, columns);
  marathon_list_builder_note_honours (builder);
  add_sections (builder, categories, division);
}
