/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The media list: the elite fields, then those whom reporters ask about: by tag (celebrity, MP …) where the audience may see tags, and all
 * others with honours, a load or a costume.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/collation.h"
#include "model/category.h"

typedef struct {
  MarathonListBuilder *builder;
  GPtrArray *headings;    /* char * by section */
  GHashTable *categories; /* handle of an elite category → section + 1 */
  GHashTable *tags;       /* char * tag → section + 1; NULL where the audience may not see tags */
  guint32 others;         /* section of the others */
  guint n_withheld;
} Sections;

static guint32
add_section (Sections *sections, const char *heading)
{
  g_ptr_array_add (sections->headings, g_strdup (heading));
  return sections->headings->len;
}

/* The first of the tags, in a new string; "" where there is none. */
static char *
get_first_tag (Sections *sections, const MarathonEntrant *entrant)
{
  const char *tags = marathon_entrant_get_detail (sections->builder->event, entrant, MARATHON_FIELD_TAGS);

  return g_strndup (tags, strcspn (tags, ";"));
}

static int
compare_tags (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *left = *(const char *const *) a, *right = *(const char *const *) b;
  int order = marathon_collation_compare (user_data, left, right);

  return order != 0 ? order : g_strcmp0 (left, right);
}

static void
add_tags (Sections *sections)
{
  MarathonListBuilder *builder = sections->builder;
  g_autoptr (MarathonCollation) collation = marathon_collation_new (marathon_event_get_info (builder->event)->language);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (guint i = 0; i < builder->positions->len; i++)
    {
      const MarathonEntrant *entrant = marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i));
      g_autofree char *tag = entrant->details != 0 ? get_first_tag (sections, entrant) : g_strdup ("");
      char *kept = tag;

      if (*tag == '\0' || g_hash_table_contains (sections->tags, tag))
        continue;
      g_hash_table_add (sections->tags, g_steal_pointer (&tag));
      g_ptr_array_add (tags, kept);
    }
  g_ptr_array_sort_with_data (tags, compare_tags, collation);
  for (guint i = 0; i < tags->len; i++)
    g_hash_table_insert (sections->tags, g_strdup (tags->pdata[i]), GUINT_TO_POINTER (add_section (sections, tags->pdata[i])));
}

static void
add_elite (Sections *sections)
{
  MarathonRecordList *categories = marathon_event_get_list (sections->builder->event, MARATHON_LIST_CATEGORIES);

  for (guint i = 0; i < marathon_record_list_get_size (categories); i++)
    {
      MarathonCategory *category = marathon_record_list_get (categories, i);

      if (category->elite)
        g_hash_table_insert (sections->categories, GUINT_TO_POINTER (marathon_record_get_handle (MARATHON_RECORD (category))),
                             GUINT_TO_POINTER (add_section (sections, category->name)));
    }
}

/* What makes somebody worth a mention outside the elite fields. Tags count also where they may not be shown. */
static gboolean
is_of_note (MarathonEvent *event, const MarathonEntrant *entrant)
{
  static const MarathonField fields[] = { MARATHON_FIELD_HONOURS, MARATHON_FIELD_LOAD, MARATHON_FIELD_TAGS };

  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_CHAMPION) || marathon_entrant_has_flag (entrant, MARATHON_FLAG_PACEMAKER))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields) && entrant->details != 0; i++)
    if (*marathon_entrant_get_detail (event, entrant, fields[i]) != '\0')
      return TRUE;
  return FALSE;
}

static guint32
find_tag (Sections *sections, const MarathonEntrant *entrant)
{
  g_autofree char *tag = get_first_tag (sections, entrant);

  return *tag != '\0' && sections->tags != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (sections->tags, tag)) : 0;
}

static guint32
find_section (const MarathonEntrant *entrant, gpointer user_data)
{
  Sections *sections = user_data;
  guint32 section = GPOINTER_TO_UINT (g_hash_table_lookup (sections->categories, GUINT_TO_POINTER (entrant->category)));
  gboolean is_elite = section != 0;

  if (!is_elite && !is_of_note (sections->builder->event, entrant))
    return G_MAXUINT32;
  if (marathon_list_text_get_publish (sections->builder->text, entrant) == MARATHON_PUBLISH_WITHHELD)
    {
      sections->n_withheld++;
      return G_MAXUINT32;
    }
  if (!is_elite)
    section = find_tag (sections, entrant);
  return (section != 0 ? section : sections->others) - 1;
}

static void
add_columns (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,   MARATHON_LIST_COLUMN_NAME,    MARATHON_LIST_COLUMN_KNOWN_AS,   MARATHON_LIST_COLUMN_NATION,
    MARATHON_LIST_COLUMN_CLASS, MARATHON_LIST_COLUMN_PB,      MARATHON_LIST_COLUMN_WAVE,       MARATHON_LIST_COLUMN_START_TIME,
    MARATHON_LIST_COLUMN_TOWN,  MARATHON_LIST_COLUMN_STARTS,  MARATHON_LIST_COLUMN_LOAD,       MARATHON_LIST_COLUMN_GROUP,
    MARATHON_LIST_COLUMN_CHARITY, MARATHON_LIST_COLUMN_TAGS,  MARATHON_LIST_COLUMN_NOTE,       MARATHON_N_LIST_COLUMNS,
  };

  marathon_list_builder_add_columns (builder, columns);
  marathon_list_builder_note_honours (builder);
}

static void
add_sections (Sections *sections)
{
  MarathonListBuilder *builder = sections->builder;
  g_autoptr (MarathonListDivision) division = marathon_list_builder_divide (builder, sections->headings->len, find_section, sections);
  guint n_others = division->n_without - sections->n_withheld;

  add_columns (builder);
  for (guint i = 0; i < division->n_sections; i++)
    {
      if (division->starts[i] == division->starts[i + 1])
        continue;
      marathon_list_builder_begin_heading (builder, sections->headings->pdata[i]);
      marathon_list_builder_add_division (builder, division, i);
    }
  marathon_list_builder_left_out (builder, n_others,
                                  g_dngettext (GETTEXT_PACKAGE, "%u other left out", "%u others left out", n_others), n_others);
  marathon_list_builder_left_out (builder, sections->n_withheld,
                                  g_dngettext (GETTEXT_PACKAGE, "%u withheld name left out", "%u withheld names left out",
                                               sections->n_withheld),
                                  sections->n_withheld);
}

void
marathon_list_build_media (MarathonListBuilder *builder)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) categories = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sections sections = { .builder = builder, .headings = headings, .categories = categories };

  add_elite (&sections);
  if (marathon_list_column_is_for (MARATHON_LIST_COLUMN_TAGS, builder->text))
    {
      sections.tags = tags;
      add_tags (&sections);
    }
  sections.others = add_section (&sections, _ ("Others of note"));
  marathon_list_sort_by_bib (builder->text, builder->positions);
  add_sections (&sections);
}
