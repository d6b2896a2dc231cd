/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of charities in the order of the alphabet, each with the entrants who run for it.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "base/collation.h"

typedef struct {
  MarathonListBuilder *builder;
  GHashTable *sections; /* char * charity → section */
  GString *scratch;
  guint n_withheld;
} Sections;

static const char *
get_charity (Sections *sections, const MarathonEntrant *entrant)
{
  g_string_truncate (sections->scratch, 0);
  marathon_list_text_append_charity (sections->builder->text, entrant, sections->scratch);
  return sections->scratch->str;
}

/* For whom somebody runs may tell who it is, so that withheld people are on no charity's list. */
static guint32
find_section (const MarathonEntrant *entrant, gpointer user_data)
{
  Sections *sections = user_data;
  const char *charity = get_charity (sections, entrant);
  gpointer section;

  if (*charity == '\0' || !g_hash_table_lookup_extended (sections->sections, charity, NULL, &section))
    return G_MAXUINT32;
  if (marathon_list_text_get_publish (sections->builder->text, entrant) == MARATHON_PUBLISH_WITHHELD)
    {
      sections->n_withheld++;
      return G_MAXUINT32;
    }
  return GPOINTER_TO_UINT (section);
}

/* Charities are compared by the thousand at most. */
static int
compare_charities (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *left = *(const char *const *) a, *right = *(const char *const *) b;
  int order = marathon_collation_compare (user_data, left, right);

  return order != 0 ? order : g_strcmp0 (left, right);
}

static GPtrArray *
list_charities (Sections *sections)
{
  MarathonListBuilder *builder = sections->builder;
  g_autoptr (MarathonCollation) collation = marathon_collation_new (marathon_event_get_info (builder->event)->language);
  GPtrArray *charities = g_ptr_array_new ();

  for (guint i = 0; i < builder->positions->len; i++)
    {
      const char *charity
        = get_charity (sections, marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i)));
      char *copy;

      if (*charity == '\0' || g_hash_table_contains (sections->sections, charity))
        continue;
      copy = g_strdup (charity);
      g_hash_table_add (sections->sections, copy);
      g_ptr_array_add (charities, copy);
    }
  g_ptr_array_sort_with_data (charities, compare_charities, collation);
  for (guint i = 0; i < charities->len; i++)
    g_hash_table_insert (sections->sections, g_strdup (charities->pdata[i]), GUINT_TO_POINTER (i));
  return charities;
}

static void
count_left_out (MarathonListBuilder *builder, guint n_without, guint n_withheld)
{
  guint n_none = n_without - n_withheld;

  marathon_list_builder_left_out (builder, n_none,
                                  g_dngettext (GETTEXT_PACKAGE, "%u without a charity left out", "%u without a charity left out", n_none),
                                  n_none);
  marathon_list_builder_left_out (builder, n_withheld,
                                  g_dngettext (GETTEXT_PACKAGE, "%u withheld name left out", "%u withheld names left out", n_withheld),
                                  n_withheld);
}

void
marathon_list_build_charities (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,  MARATHON_LIST_COLUMN_NAME, MARATHON_LIST_COLUMN_CATEGORY, MARATHON_LIST_COLUMN_WAVE,
    MARATHON_LIST_COLUMN_GROUP, MARATHON_LIST_COLUMN_LOAD, MARATHON_N_LIST_COLUMNS,
  };
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (GPtrArray) charities = NULL;
  g_autoptr (MarathonListDivision) division = NULL;
  Sections sections = { builder, numbers, scratch, 0 };

  marathon_list_sort_by_bib (builder->text, builder->positions);
  charities = list_charities (&sections);
  division = marathon_list_builder_divide (builder, charities->len, find_section, &sections);
  marathon_list_builder_add_columns (builder, columns);
  for (guint i = 0; i < charities->len; i++)
    {
      if (division->starts[i] == division->starts[i + 1])
        continue;
      marathon_list_builder_begin_heading (builder, charities->pdata[i]);
      marathon_list_builder_add_division (builder, division, i);
    }
  count_left_out (builder, division->n_without, sections.n_withheld);
}
