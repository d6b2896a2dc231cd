/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFills: arrays by handle, filled in one walk over the entrants and one over the bibs.
 */
#include "planning/fills.h"

#include "base/key-set.h"
#include "model/category.h"
#include "model/wave.h"
#include "planning/block-terms.h"
#include "planning/start-unit.h"

typedef struct {
  MarathonFill *fills; /* by handle */
  guint32 size;
} Table;

struct _MarathonFills {
  Table tables[MARATHON_N_LISTS]; /* of other lists empty */
};

static void
table_init (Table *table, MarathonRecordList *list)
{
  table->size = marathon_record_list_get_next_handle (list);
  table->fills = g_new0 (MarathonFill, table->size);
}

static MarathonFill *
table_get (Table *table, gpointer record)
{
  return &table->fills[marathon_record_get_handle (MARATHON_RECORD (record))];
}

/* --- Places --- */

static void
count_people (MarathonFills *fills, MarathonEvent *event)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonFill *categories = fills->tables[MARATHON_LIST_CATEGORIES].fills;
  MarathonFill *waves = fills->tables[MARATHON_LIST_WAVES].fills;
  guint size = marathon_roster_get_size (roster);

  for (guint start = 0; start < size; start += MARATHON_ROSTER_BLOCK)
    {
      const MarathonEntrant *block = marathon_roster_get_block (roster, start);

      for (guint i = 0; i < MIN (MARATHON_ROSTER_BLOCK, size - start); i++)
        {
          if (!marathon_entrant_takes_place (&block[i]))
            continue;
          categories[block[i].category].count++;
          if (block[i].wave != 0)
            waves[block[i].wave].count += marathon_entrant_count_people (event, &block[i]);
        }
    }
  categories[0].count = 0; /* those without */
}

static void
take_category_capacities (MarathonFills *fills, MarathonEvent *event)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_CATEGORIES);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonCategory *category = marathon_record_list_get (list, i);

      table_get (&fills->tables[MARATHON_LIST_CATEGORIES], category)->capacity = category->capacity;
    }
}

/* A start has as many places as its waves, unless one of them has no limit. */
static void
add_up_starts (MarathonFills *fills, MarathonEvent *event)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  Table *starts = &fills->tables[MARATHON_LIST_STARTS];
  g_autofree gboolean *is_endless = g_new0 (gboolean, starts->size);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonWave *wave = marathon_record_list_get (list, i);
      MarathonFill *fill = table_get (&fills->tables[MARATHON_LIST_WAVES], wave);

      fill->capacity = wave->capacity;
      starts->fills[wave->start].count += fill->count;
      starts->fills[wave->start].capacity += fill->capacity;
      is_endless[wave->start] |= fill->capacity == 0;
    }
  for (guint32 handle = 0; handle < starts->size; handle++)
    if (is_endless[handle])
      starts->fills[handle].capacity = 0;
  starts->fills[0] = (MarathonFill) { 0 }; /* waves without a start */
}

MarathonFills *
marathon_fills_new_for_places (MarathonEvent *event)
{
  static const MarathonListId lists[] = { MARATHON_LIST_STARTS, MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES };
  MarathonFills *fills = g_new0 (MarathonFills, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    table_init (&fills->tables[lists[i]], marathon_event_get_list (event, lists[i]));
  count_people (fills, event);
  take_category_capacities (fills, event);
  add_up_starts (fills, event);
  return fills;
}

/* --- Bibs --- */

typedef struct {
  MarathonEvent *event;
  MarathonBlockTerms *terms;
  Table *table;
  guint n_blocks;
  gboolean *is_alone; /* by index: no other block has a number of this one */
  guint32 *index_of;  /* by handle: index + 1, or 0 */
  MarathonKeySet *deleted; /* bibs of the bin that were counted */
} Counting;

static void
count_in_blocks (Counting *counting, guint64 key)
{
  for (guint i = 0; i < counting->n_blocks; i++)
    {
      const MarathonBlockTerm *term = marathon_block_terms_get (counting->terms, i);

      if (!marathon_block_term_contains (term, key))
        continue;
      counting->table->fills[term->handle].count++;
      if (counting->is_alone[i])
        return;
    }
}

/* A bib is in the roster once, and may besides be in the bin any number of times. */
static gboolean
is_counted (Counting *counting, const MarathonBibHolding *holding, const MarathonEntrant *entrant)
{
  MarathonText prefix = entrant->bib_prefix;
  guint32 number = entrant->bib_number;
  MarathonDetailsView view;

  if (holding->place == MARATHON_PLACE_ROSTER)
    return FALSE;
  if (holding->holder == MARATHON_HOLDER_GUIDE)
    {
      marathon_details_store_get (marathon_event_get_details (counting->event), entrant->details, &view);
      prefix = view.guides[holding->guide].bib_prefix;
      number = view.guides[holding->guide].bib_number;
    }
  return marathon_event_bib_is_used (counting->event, prefix, number)
         || !marathon_key_set_add (counting->deleted, holding->key);
}

/* The block that a bib was given from is nearly always the one, and the only one, that has it. */
static void
count_bib (const MarathonBibHolding *holding, gpointer user_data)
{
  Counting *counting = user_data;
  const MarathonEntrant *entrant;
  guint32 hint;

  if (holding->holder == MARATHON_HOLDER_GROUP)
    {
      count_in_blocks (counting, holding->key);
      return;
    }
  entrant = marathon_roster_get (marathon_event_get_place (counting->event, holding->place), holding->position);
  if (is_counted (counting, holding, entrant))
    return;
  hint = counting->index_of[entrant->bib_block];
  if (hint != 0 && counting->is_alone[hint - 1]
      && marathon_block_term_contains (marathon_block_terms_get (counting->terms, hint - 1), holding->key))
    counting->table->fills[entrant->bib_block].count++;
  else
    count_in_blocks (counting, holding->key);
}

static void
count_bibs (MarathonFills *fills, MarathonEvent *event)
{
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (event, keys);
  g_autoptr (MarathonKeySet) deleted = marathon_key_set_new ();
  Table *table = &fills->tables[MARATHON_LIST_BIB_BLOCKS];
  guint n_blocks = marathon_block_terms_get_size (terms);
  g_autofree gboolean *is_alone = g_new0 (gboolean, n_blocks);
  g_autofree guint32 *index_of = g_new0 (guint32, table->size);
  Counting counting = { event, terms, table, n_blocks, is_alone, index_of, deleted };

  for (guint i = 0; i < n_blocks; i++)
    {
      const MarathonBlockTerm *term = marathon_block_terms_get (terms, i);

      table->fills[term->handle].capacity = marathon_number_ranges_count (term->block->numbers);
      is_alone[i] = marathon_block_terms_find_overlap (terms, i, NULL) == NULL;
      index_of[term->handle] = i + 1;
    }
  if (n_blocks > 0)
    marathon_bib_keys_foreach (keys, count_bib, &counting);
}

MarathonFills *
marathon_fills_new (MarathonEvent *event)
{
  MarathonFills *fills = marathon_fills_new_for_places (event);

  table_init (&fills->tables[MARATHON_LIST_BIB_BLOCKS], marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS));
  count_bibs (fills, event);
  return fills;
}

void
marathon_fills_free (MarathonFills *fills)
{
  for (guint i = 0; i < MARATHON_N_LISTS; i++)
    g_free (fills->tables[i].fills);
  g_free (fills);
}

MarathonFill
marathon_fills_get (const MarathonFills *fills, MarathonListId list, guint32 handle)
{
  const Table *table;

  g_return_val_if_fail (list < MARATHON_N_LISTS, (MarathonFill) { 0 });

  table = &fills->tables[list];
  return handle < table->size ? table->fills[handle] : (MarathonFill) { 0 };
}
