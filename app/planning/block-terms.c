/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBlockTerms: the blocks, and the lists of blocks for each combination of category, wave and route met so far.
 */
#include "planning/block-terms.h"

#include "base/bib.h"

#define PER_CENT 100

struct _MarathonBlockTerms {
  MarathonRouteTable *routes;
  guint n_blocks;
  MarathonBlockTerm *blocks;
  guint32 *order;
  GHashTable *lists; /* guint64 of category, wave and route → GArray of guint32 */
  guint64 last_key;
  GArray *last; /* the list of last_key, or NULL */
};

/* --- Numbers that the plan may give --- */

/* The number that has @n - 1 members below it (@n from 1 on), read from the plain form "1-12,14-65". */
static guint32
nth_number (const MarathonNumberRanges *ranges, guint64 n)
{
  g_autofree char *text = marathon_number_ranges_format (ranges);
  guint64 seen = 0, first = 0, last = 0;

  for (char *at = text; *at != '\0'; at += *at == ',')
    {
      first = last = g_ascii_strtoull (at, &at, 10);
      if (*at == '-')
        last = g_ascii_strtoull (at + 1, &at, 10);
      if (seen + (last - first + 1) >= n)
        return (guint32) (first + (n - seen - 1));
      seen += last - first + 1;
    }
  return (guint32) last;
}

static void
set_term (MarathonBlockTerm *term, MarathonBibKeys *keys, MarathonBibBlock *block)
{
  guint64 count = marathon_number_ranges_count (block->numbers);
  guint64 late = (count * MIN (block->late_share, PER_CENT) + PER_CENT - 1) / PER_CENT;

  term->block = block;
  term->handle = marathon_record_get_handle (MARATHON_RECORD (block));
  term->key = marathon_bib_keys_get_block (keys, block);
  term->given = term->key == 0 ? 0 : count - late;
  term->last = term->given == 0 ? 0 : nth_number (block->numbers, term->given);
}

gboolean
marathon_block_term_contains (const MarathonBlockTerm *term, guint64 key)
{
  guint32 number = (guint32) key;

  return term->key != 0 && key >> 32 == term->key >> 32 && number <= MARATHON_NUMBER_MAX
         && marathon_number_ranges_contains (term->block->numbers, number);
}

gboolean
marathon_block_term_write (const MarathonBlockTerm *term, guint32 number, char *bib)
{
  gsize room = MARATHON_BIB_MAX_LENGTH + 1;
  int length = g_snprintf (bib, room, "%s%0*u", term->block->prefix, (int) term->block->digits, number);

  return length > 0 && (gsize) length < room;
}

/* --- Order --- */

static gboolean
has_handles (const guint32 *handles)
{
  return handles != NULL && handles[0] != 0;
}

static guint
count_names (const MarathonBibBlock *block)
{
  return has_handles (block->categories) + has_handles (block->waves)
         + (block->routes != NULL && block->routes[0] != NULL);
}

/* Puts blocks that name more first; stable, as each walk keeps the order of the list. */
static void
set_order (MarathonBlockTerms *terms)
{
  guint n = 0;

  for (guint names = 4; names-- > 0;)
    for (guint i = 0; i < terms->n_blocks; i++)
      if (count_names (terms->blocks[i].block) == names)
        terms->order[n++] = i;
}

/* --- For whom --- */

static gboolean
admits (const guint32 *handles, guint32 handle)
{
  return !has_handles (handles) || (handle != 0 && marathon_handles_contain (handles, handle));
}

static GArray *
make_list (const MarathonBlockTerms *terms, guint32 category, guint32 wave, guint route)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < terms->n_blocks; i++)
    {
      const MarathonBibBlock *block = terms->blocks[terms->order[i]].block;

      if (admits (block->categories, category) && admits (block->waves, wave)
          && marathon_route_table_admits (terms->routes, block->routes, route))
        g_array_append_val (list, terms->order[i]);
    }
  return list;
}

const guint32 *
marathon_block_terms_find (MarathonBlockTerms *terms, const MarathonEntrant *entrant, guint *n_blocks)
{
  guint route = marathon_route_table_find (terms->routes, entrant->route);
  guint64 key = (guint64) entrant->category << 48 | (guint64) entrant->wave << 32 | route;

  if (terms->last == NULL || terms->last_key != key)
    {
      terms->last = g_hash_table_lookup (terms->lists, &key);
      terms->last_key = key;
    }
  if (terms->last == NULL)
    {
      terms->last = make_list (terms, entrant->category, entrant->wave, route);
      g_hash_table_insert (terms->lists, g_memdup2 (&key, sizeof key), terms->last);
    }
  *n_blocks = terms->last->len;
  return (const guint32 *) (gpointer) terms->last->data;
}

/* Whether the block would be for the entrant, did they have the category or wave that they lack. */
static gboolean
may_admit (const MarathonBlockTerms *terms, const MarathonBibBlock *block, const MarathonEntrant *entrant)
{
  return (entrant->category == 0 || admits (block->categories, entrant->category))
         && (entrant->wave == 0 || admits (block->waves, entrant->wave))
         && marathon_route_table_admits (terms->routes, block->routes, marathon_route_table_find (terms->routes, entrant->route));
}

MarathonBlockLack
marathon_block_terms_find_lack (const MarathonBlockTerms *terms, const MarathonEntrant *entrant)
{
  MarathonBlockLack lack = MARATHON_BLOCK_LACK_NONE;

  for (guint i = 0; i < terms->n_blocks; i++)
    {
      const MarathonBibBlock *block = terms->blocks[i].block;

      if (!may_admit (terms, block, entrant))
        continue;
      if (entrant->category == 0 && has_handles (block->categories))
        return MARATHON_BLOCK_LACK_CATEGORY;
      if (entrant->wave == 0 && has_handles (block->waves))
        lack = MARATHON_BLOCK_LACK_WAVE;
    }
  return lack;
}

/* --- Making and reading --- */

MarathonBlockTerms *
marathon_block_terms_new (MarathonEvent *event, MarathonBibKeys *keys)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS);
  MarathonBlockTerms *terms = g_new0 (MarathonBlockTerms, 1);

  terms->routes = marathon_route_table_new (event);
  terms->n_blocks = marathon_record_list_get_size (list);
  terms->blocks = g_new0 (MarathonBlockTerm, terms->n_blocks + 1);
  terms->order = g_new0 (guint32, terms->n_blocks + 1);
  terms->lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < terms->n_blocks; i++)
    set_term (&terms->blocks[i], keys, marathon_record_list_get (list, i));
  set_order (terms);
  return terms;
}

void
marathon_block_terms_free (MarathonBlockTerms *terms)
{
  marathon_route_table_free (terms->routes);
  g_hash_table_unref (terms->lists);
  g_free (terms->blocks);
  g_free (terms->order);
  g_free (terms);
}

guint
marathon_block_terms_get_size (const MarathonBlockTerms *terms)
{
  return terms->n_blocks;
}

const MarathonBlockTerm *
marathon_block_terms_get (const MarathonBlockTerms *terms, guint index)
{
  g_return_val_if_fail (index < terms->n_blocks, NULL);

  return &terms->blocks[index];
}

const guint32 *
marathon_block_terms_get_order (const MarathonBlockTerms *terms)
{
  return terms->order;
}

/* --- Overlaps --- */

MarathonBibBlock *
marathon_block_terms_find_overlap (const MarathonBlockTerms *terms, guint index, guint32 *number)
{
  const MarathonBlockTerm *term = marathon_block_terms_get (terms, index);

  for (guint i = 0; i < marathon_block_terms_get_size (terms); i++)
    {
      const MarathonBlockTerm *other = marathon_block_terms_get (terms, i);

      if (i != index && term->key != 0 && other->key == term->key
          && marathon_number_ranges_overlap (term->block->numbers, other->block->numbers, number))
        return other->block;
    }
  return NULL;
}

MarathonBibBlock *
marathon_bib_block_find_overlap (MarathonEvent *event, MarathonBibBlock *block, guint32 *number)
{
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (event, keys);
  guint index = marathon_record_list_get_position (marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS),
                                                   MARATHON_RECORD (block));

  return index == G_MAXUINT ? NULL : marathon_block_terms_find_overlap (terms, index, number);
}
