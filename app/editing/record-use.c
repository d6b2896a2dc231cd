/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking for what names a record.
 */
#include "editing/record-use.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "editing/record-names.h"
#include "model/layout.h"

/* So many records are told by name; of more the rest is counted. */
#define MAX_NAMED 4

/* --- Columns --- */

static gboolean
has_word (const char *const *words, const char *word)
{
  return words != NULL && g_strv_contains (words, word);
}

/* A layout says which fields are its columns by their keys. */
static gboolean
layout_names_field (MarathonRecord *layout, const MarathonColumn *column, MarathonRecord *field)
{
  g_autofree char *key = g_strconcat ("x-", marathon_record_get_key (field), NULL);

  return column->type == MARATHON_COLUMN_WORDS
         && has_word (G_STRUCT_MEMBER (const char *const *, layout, column->offset), key);
}

gboolean
marathon_column_names_record (MarathonRecord *other, guint column, MarathonListId list, MarathonRecord *record)
{
  const MarathonColumn *info = &MARATHON_RECORD_GET_CLASS (other)->columns[column];
  guint32 handle = marathon_record_get_handle (record);

  if (info->type == MARATHON_COLUMN_REF && info->list == list)
    return G_STRUCT_MEMBER (guint32, other, info->offset) == handle;
  if (info->type == MARATHON_COLUMN_REFS && info->list == list)
    return marathon_handles_contain (G_STRUCT_MEMBER (const guint32 *, other, info->offset), handle);
  return list == MARATHON_LIST_CUSTOM_FIELDS && MARATHON_IS_LAYOUT (other) && layout_names_field (other, info, record);
}

/* Whether the column limits whom @other, of list @other_list, takes, and has nothing but @record in it. */
static gboolean
is_only_one (MarathonRecord *other, MarathonListId other_list, guint column)
{
  const MarathonColumn *info = &MARATHON_RECORD_GET_CLASS (other)->columns[column];

  return info->type == MARATHON_COLUMN_REFS && other_list != MARATHON_LIST_OFFICIALS
         && G_STRUCT_MEMBER (const guint32 *, other, info->offset)[1] == 0;
}

/* --- The walk --- */

typedef struct {
  MarathonEvent *event;
  MarathonListId list;
  MarathonRecord *record;
  guint n_entrants;                    /* in the roster, who would be left without it */
  guint n_deleted;                     /* in the bin, likewise */
  GPtrArray *named[MARATHON_N_LISTS];  /* full names of those that name it and others, by their list */
  GPtrArray *opened[MARATHON_N_LISTS]; /* of those that name nothing else: they would be for anybody then */
} Search;

static void
look_at_record (Search *search, MarathonListId list, MarathonRecord *other)
{
  gboolean names = FALSE, is_opened = FALSE;

  for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (other)->n_columns; i++)
    if (marathon_column_names_record (other, i, search->list, search->record))
      {
        names = TRUE;
        is_opened |= is_only_one (other, list, i);
      }
  if (names)
    g_ptr_array_add (is_opened ? search->opened[list] : search->named[list],
                     marathon_record_get_full_name (search->event, other));
}

static guint
count_entrants (Search *search, MarathonPlace place)
{
  const MarathonRoster *roster = marathon_event_get_place (search->event, place);
  guint32 handle = marathon_record_get_handle (search->record);
  guint n = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    if (marathon_event_entrant_refers_to (search->event, marathon_roster_get (roster, i), search->list, handle))
      n++;
  return n;
}

static void
search (Search *search)
{
  search->n_entrants = count_entrants (search, MARATHON_PLACE_ROSTER);
  search->n_deleted = count_entrants (search, MARATHON_PLACE_BIN);
  for (MarathonListId other = search->list + 1; other < MARATHON_N_LISTS; other++)
    {
      MarathonRecordList *records = marathon_event_get_list (search->event, other);

      for (guint i = 0; i < marathon_record_list_get_size (records); i++)
        look_at_record (search, other, marathon_record_list_get (records, i));
    }
}

/* --- In words --- */

/* "Red 1, Red 2", or "Red 1, Red 2, Red 3, and 12 more". */
static char *
list_names (const GPtrArray *names)
{
  guint n_named = names->len <= MAX_NAMED ? names->len : MAX_NAMED - 1;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : _ (", "), (const char *) g_ptr_array_index (names, i));
  if (n_named < names->len)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", and %'u more", ", and %'u more",
                                               names->len - n_named), names->len - n_named);
  return g_string_free (text, FALSE);
}

static void
add_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static char *
describe_entrants (MarathonListId list, guint n)
{
  switch (list)
    {
    case MARATHON_LIST_CATEGORIES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant loses the category.",
                                           "%'u entrants lose their category.", n), n);
    case MARATHON_LIST_WAVES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant loses the wave.",
                                           "%'u entrants lose their wave.", n), n);
    case MARATHON_LIST_BIB_BLOCKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant keeps the bib, which is of no block then.",
                                           "%'u entrants keep their bibs, which are of no block then.", n), n);
    case MARATHON_LIST_GROUPS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant leaves the group.",
                                           "%'u entrants leave the group.", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant loses what is written there.",
                                           "%'u entrants lose what is written there.", n), n);
    }
}

/* Headings of those of other lists that name it. */
static const char *
get_heading (MarathonListId list, MarathonListId other)
{
  switch (other)
    {
    case MARATHON_LIST_WAVES:
      return list == MARATHON_LIST_STARTS ? _ ("Waves without a start then") : _ ("Waves it is taken out of");
    case MARATHON_LIST_BIB_BLOCKS:
      return _ ("Bib blocks it is taken out of");
    case MARATHON_LIST_OFFICIALS:
      return _ ("Officials it is taken away from");
    case MARATHON_LIST_MEDAL_EVENTS:
      return _ ("Medal events it is taken out of");
    default:
      return _ ("Layouts it is taken out of");
    }
}

static const char *
get_heading_opened (MarathonListId list, MarathonListId other)
{
  if (other == MARATHON_LIST_WAVES)
    return _ ("Waves that would be open to every category");
  if (other == MARATHON_LIST_MEDAL_EVENTS)
    return _ ("Medal events that would be for every category");
  return list == MARATHON_LIST_WAVES ? _ ("Bib blocks that would be for every wave")
                                     : _ ("Bib blocks that would be for every category");
}

static void
describe_entrants_of (GString *text, const Search *search)
{
  g_autofree char *losing = NULL;
  g_autofree char *deleted = NULL;

  if (search->n_entrants > 0)
    {
      losing = describe_entrants (search->list, search->n_entrants);
      add_sentence (text, losing);
    }
  if (search->n_deleted > 0)
    {
      deleted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u deleted entrant loses it.",
                                              "%'u deleted entrants lose it.", search->n_deleted), search->n_deleted);
      add_sentence (text, deleted);
    }
}

static void
describe_records (GString *text, const char *heading, const GPtrArray *names)
{
  g_autofree char *listed = NULL;
  g_autofree char *sentence = NULL;

  if (names->len == 0)
    return;
  listed = list_names (names);
  /* Translators: what becomes of some waves, "Waves that would be open to every category", then their names. */
  sentence = g_strdup_printf (_ ("%s: %s."), heading, listed);
  add_sentence (text, sentence);
}

char *
marathon_record_describe_use (MarathonEvent *event, MarathonListId list, MarathonRecord *record)
{
  Search naming = { .event = event, .list = list, .record = record };
  GString *text = g_string_new (NULL);

  for (MarathonListId other = 0; other < MARATHON_N_LISTS; other++)
    {
      naming.named[other] = g_ptr_array_new_with_free_func (g_free);
      naming.opened[other] = g_ptr_array_new_with_free_func (g_free);
    }
  search (&naming);
  describe_entrants_of (text, &naming);
  for (MarathonListId other = 0; other < MARATHON_N_LISTS; other++)
    {
      describe_records (text, get_heading_opened (list, other), naming.opened[other]);
      describe_records (text, get_heading (list, other), naming.named[other]);
      g_ptr_array_unref (naming.named[other]);
      g_ptr_array_unref (naming.opened[other]);
    }
  return g_string_free (text, FALSE);
}
