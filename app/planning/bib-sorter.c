/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibSorter: each entrant becomes one number to sort by; names do so through the ranks of the event's language.
 */
#include "planning/bib-sorter.h"

#include <stdlib.h>

#include "model/text-dictionary.h"
#include "model/wave.h"

#define LAST G_MAXUINT64

struct _MarathonBibSorter {
  MarathonEvent *event;
  const MarathonRoster *roster;
  GHashTable *wave_ranks;           /* handle → rank from 1 on; NULL until needed */
  MarathonCollation *collation;     /* NULL until needed, as are these: */
  MarathonTextDictionary *families; /* the texts that people are sorted by first */
  MarathonTextDictionary *givens;
};

typedef struct {
  guint64 key;
  guint64 id;
  guint32 position;
} Item;

MarathonBibSorter *
marathon_bib_sorter_new (MarathonEvent *event)
{
  MarathonBibSorter *sorter = g_new0 (MarathonBibSorter, 1);

  sorter->event = event;
  sorter->roster = marathon_event_get_roster (event);
  return sorter;
}

void
marathon_bib_sorter_free (MarathonBibSorter *sorter)
{
  g_clear_pointer (&sorter->wave_ranks, g_hash_table_unref);
  g_clear_pointer (&sorter->collation, marathon_collation_free);
  g_clear_pointer (&sorter->families, marathon_text_dictionary_free);
  g_clear_pointer (&sorter->givens, marathon_text_dictionary_free);
  g_free (sorter);
}

/* --- Waves: by start time, then the order of the list --- */

static int
compare_waves (gconstpointer a, gconstpointer b)
{
  const MarathonWave *left = *(MarathonWave *const *) a, *right = *(MarathonWave *const *) b;
  guint left_time = (guint) left->time, right_time = (guint) right->time; /* no time: the largest */

  return left_time < right_time ? -1 : left_time > right_time;
}

static void
rank_waves (MarathonBibSorter *sorter)
{
  MarathonRecordList *list = marathon_event_get_list (sorter->event, MARATHON_LIST_WAVES);
  g_autoptr (GPtrArray) waves = g_ptr_array_new ();

  sorter->wave_ranks = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    g_ptr_array_add (waves, marathon_record_list_get (list, i));
  g_ptr_array_sort (waves, compare_waves); /* stable */
  for (guint i = 0; i < waves->len; i++)
    g_hash_table_insert (sorter->wave_ranks,
                         GUINT_TO_POINTER (marathon_record_get_handle (g_ptr_array_index (waves, i))),
                         GUINT_TO_POINTER (i + 1));
}

static guint64
rank_of_wave (MarathonBibSorter *sorter, const MarathonEntrant *entrant)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (sorter->wave_ranks, GUINT_TO_POINTER ((guint) entrant->wave)));
}

/* --- Names: the sort key or the family name (or the only name), then the given name --- */

static MarathonText
sort_name_of (MarathonBibSorter *sorter, const MarathonEntrant *entrant)
{
  MarathonText key = marathon_details_store_get_value (marathon_event_get_details (sorter->event), entrant->details,
                                                       MARATHON_FIELD_SORT_KEY);

  return key != 0 ? key : entrant->family != 0 ? entrant->family : entrant->given;
}

/* The codes of the two names, side by side. */
static guint64
code_name (MarathonBibSorter *sorter, guint32 position)
{
  const MarathonEntrant *entrant = marathon_roster_get (sorter->roster, position);

  return (guint64) marathon_text_dictionary_add (sorter->families, sort_name_of (sorter, entrant)) << 32
         | marathon_text_dictionary_add (sorter->givens, entrant->given);
}

/* Learns all names at once: to rank them again for each block would take longer than all the rest. */
static void
learn_names (MarathonBibSorter *sorter)
{
  MarathonTextPool *pool = marathon_event_get_pool (sorter->event);

  sorter->collation = marathon_collation_new (marathon_event_get_info (sorter->event)->language);
  sorter->families = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);
  sorter->givens = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);
  for (guint i = 0; i < marathon_roster_get_size (sorter->roster); i++)
    code_name (sorter, i);
}

static void
set_name_keys (MarathonBibSorter *sorter, Item *items, guint n)
{
  const guint32 *family_ranks, *given_ranks;
  guint32 greatest;

  if (sorter->collation == NULL)
    learn_names (sorter);
  family_ranks = marathon_text_dictionary_get_ranks (sorter->families, sorter->collation, &greatest);
  given_ranks = marathon_text_dictionary_get_ranks (sorter->givens, sorter->collation, &greatest);
  for (guint i = 0; i < n; i++)
    {
      guint64 codes = code_name (sorter, items[i].position);
      guint32 family = family_ranks[codes >> 32];

      /* Nameless places come last. */
      items[i].key = (guint64) (family == 0 ? G_MAXUINT32 : family) << 32 | given_ranks[(guint32) codes];
    }
}

/* --- The rest --- */

/* A number, of which 0 is not known and comes last. */
static guint64
value_of (MarathonBibSorter *sorter, MarathonBibOrder order, const MarathonEntrant *entrant)
{
  switch (order)
    {
    case MARATHON_BIB_ORDER_RANK:
      return entrant->rank;
    case MARATHON_BIB_ORDER_PB:
      return (guint64) entrant->pb;
    case MARATHON_BIB_ORDER_QUALIFYING:
      return (guint64) entrant->qualifying;
    case MARATHON_BIB_ORDER_ENTERED:
      return entrant->entered;
    case MARATHON_BIB_ORDER_WAVE:
      return rank_of_wave (sorter, entrant);
    case MARATHON_BIB_ORDER_PREDICTED:
    case MARATHON_BIB_ORDER_NAME:
    default:
      return (guint64) entrant->predicted;
    }
}

static int
compare_items (const void *a, const void *b)
{
  const Item *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

void
marathon_bib_sorter_sort (MarathonBibSorter *sorter, MarathonBibOrder order, guint32 *positions, guint n)
{
  g_autofree Item *items = g_new (Item, n + 1);

  if (order == MARATHON_BIB_ORDER_WAVE && sorter->wave_ranks == NULL)
    rank_waves (sorter);
  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (sorter->roster, positions[i]);
      guint64 value = value_of (sorter, order, entrant);

      items[i] = (Item) { value == 0 ? LAST : value, entrant->id, positions[i] };
    }
  if (order == MARATHON_BIB_ORDER_NAME)
    set_name_keys (sorter, items, n);
  qsort (items, n, sizeof *items, compare_items);
  for (guint i = 0; i < n; i++)
    positions[i] = items[i].position;
}
