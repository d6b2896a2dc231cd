/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The details store: blocks in segments of one mebibyte at multiples of eight bytes, found again through a hash table.
 *
 *   block:  n_values (16 bits)  n_guides (16 bits)  size in bytes (32 bits)  values…  guides…
 */
#include "model/details.h"

#include <string.h>

#include "base/table-memory.h"

#define SEGMENT_BITS 20
#define SEGMENT_SIZE ((gsize) 1 << SEGMENT_BITS)
#define SEGMENT_COUNT ((gsize) 1 << (32 + 3 - SEGMENT_BITS))
#define FIRST_SLOTS 256
#define MAX_VALUES 4096

typedef struct {
  guint16 n_values;
  guint16 n_guides;
  guint32 size;
} Head;

typedef struct {
  guint32 hash;
  MarathonDetailsRef ref; /* 0: the slot is free */
} Slot;

struct _MarathonDetailsStore {
  gatomicrefcount ref_count;
  char **segments; /* never moves, and blocks never change: reading needs no lock */
  GMutex mutex;    /* of what follows */
  gsize end;
  Slot *slots;
  gsize n_slots;
  guint n_blocks;
};

G_STATIC_ASSERT (sizeof (MarathonGuide) % 8 == 0);
G_STATIC_ASSERT (sizeof (MarathonDetail) == 8);

static const Head *
place_of (const MarathonDetailsStore *store, MarathonDetailsRef ref)
{
  gsize offset = (gsize) ref * 8;

  return (const Head *) (gconstpointer) (store->segments[offset >> SEGMENT_BITS] + (offset & (SEGMENT_SIZE - 1)));
}

MarathonDetailsStore *
marathon_details_store_new (void)
{
  MarathonDetailsStore *store = g_new0 (MarathonDetailsStore, 1);

  g_atomic_ref_count_init (&store->ref_count);
  g_mutex_init (&store->mutex);
  store->segments = g_new0 (char *, SEGMENT_COUNT);
  store->segments[0] = g_malloc (SEGMENT_SIZE);
  memset (store->segments[0], 0, sizeof (Head)); /* the empty block */
  store->end = sizeof (Head);
  store->n_slots = FIRST_SLOTS;
  store->slots = marathon_table_memory_new (store->n_slots * sizeof (Slot));
  return store;
}

MarathonDetailsStore *
marathon_details_store_ref (MarathonDetailsStore *store)
{
  g_atomic_ref_count_inc (&store->ref_count);
  return store;
}

void
marathon_details_store_unref (MarathonDetailsStore *store)
{
  if (!g_atomic_ref_count_dec (&store->ref_count))
    return;
  for (gsize i = 0; i < SEGMENT_COUNT && store->segments[i] != NULL; i++)
    g_free (store->segments[i]);
  g_free (store->segments);
  marathon_table_memory_free (store->slots, store->n_slots * sizeof (Slot));
  g_mutex_clear (&store->mutex);
  g_free (store);
}

void
marathon_details_store_get (const MarathonDetailsStore *store, MarathonDetailsRef ref, MarathonDetailsView *view)
{
  const Head *head = place_of (store, ref);

  view->n_values = head->n_values;
  view->n_guides = head->n_guides;
  view->values = (const MarathonDetail *) (head + 1);
  view->guides = (const MarathonGuide *) (gconstpointer) (view->values + view->n_values);
}

MarathonText
marathon_details_store_get_value (const MarathonDetailsStore *store, MarathonDetailsRef ref, guint field)
{
  MarathonDetailsView view;

  if (ref == 0)
    return 0;
  marathon_details_store_get (store, ref, &view);
  for (guint i = 0; i < view.n_values && view.values[i].field <= field; i++)
    if (view.values[i].field == field)
      return view.values[i].text;
  return 0;
}

static guint32
hash_words (guint64 hash, gconstpointer bytes, gsize length)
{
  const char *at = bytes;
  guint64 word;

  for (; length >= sizeof word; at += sizeof word, length -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      hash = (hash ^ word) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  return (guint32) (hash ^ (hash >> 29));
}

static gboolean
is_block (const Head *head, const MarathonDetail *values, guint n_values, const MarathonGuide *guides, guint n_guides)
{
  gsize values_size = n_values * sizeof *values, guides_size = n_guides * sizeof *guides;
  const char *body = (const char *) (head + 1);

  return head->n_values == n_values && head->n_guides == n_guides
         && (values_size == 0 || memcmp (body, values, values_size) == 0)
         && (guides_size == 0 || memcmp (body + values_size, guides, guides_size) == 0);
}

static void
grow (MarathonDetailsStore *store)
{
  Slot *old = g_steal_pointer (&store->slots);
  gsize n_old = store->n_slots;

  store->n_slots *= 2;
  store->slots = marathon_table_memory_new (store->n_slots * sizeof (Slot));
  for (gsize i = 0; i < n_old; i++)
    {
      gsize at = old[i].hash & (store->n_slots - 1);

      if (old[i].ref == 0)
        continue;
      while (store->slots[at].ref != 0)
        at = (at + 1) & (store->n_slots - 1);
      store->slots[at] = old[i];
    }
  marathon_table_memory_free (old, n_old * sizeof (Slot));
}

/* Makes room for a block that lies in one segment; returns its reference. */
static MarathonDetailsRef
reserve (MarathonDetailsStore *store, gsize size)
{
  gsize offset = store->end;

  if ((offset & (SEGMENT_SIZE - 1)) + size > SEGMENT_SIZE)
    offset = (offset + SEGMENT_SIZE - 1) & ~(SEGMENT_SIZE - 1);
  if ((offset >> SEGMENT_BITS) >= SEGMENT_COUNT)
    g_error ("More than %" G_GSIZE_FORMAT " bytes of details in one event", SEGMENT_COUNT * SEGMENT_SIZE);
  if (store->segments[offset >> SEGMENT_BITS] == NULL)
    store->segments[offset >> SEGMENT_BITS] = g_malloc (SEGMENT_SIZE);
  store->end = offset + size;
  return (MarathonDetailsRef) (offset / 8);
}

static void
write_block (MarathonDetailsStore *store,
             MarathonDetailsRef    ref,
             const Head           *head,
             const MarathonDetail *values,
             const MarathonGuide  *guides)
{
  gsize values_size = head->n_values * sizeof *values, guides_size = head->n_guides * sizeof *guides;
  char *body = (char *) place_of (store, ref);

  memcpy (body, head, sizeof *head);
  if (values_size > 0)
    memcpy (body + sizeof *head, values, values_size);
  if (guides_size > 0)
    memcpy (body + sizeof *head + values_size, guides, guides_size);
}

static MarathonDetailsRef
find_or_store (MarathonDetailsStore *store,
               const Head           *head,
               const MarathonDetail *values,
               const MarathonGuide  *guides,
               guint32               hash)
{
  gsize at;

  if ((gsize) store->n_blocks * 3 >= store->n_slots * 2)
    grow (store);
  for (at = hash & (store->n_slots - 1); store->slots[at].ref != 0; at = (at + 1) & (store->n_slots - 1))
    if (store->slots[at].hash == hash
        && is_block (place_of (store, store->slots[at].ref), values, head->n_values, guides, head->n_guides))
      return store->slots[at].ref;

  store->slots[at].hash = hash;
  store->slots[at].ref = reserve (store, head->size);
  store->n_blocks++;
  write_block (store, store->slots[at].ref, head, values, guides);
  return store->slots[at].ref;
}

MarathonDetailsRef
marathon_details_store_add (MarathonDetailsStore *store,
                            const MarathonDetail *values,
                            guint                 n_values,
                            const MarathonGuide  *guides,
                            guint                 n_guides)
{
  gsize values_size = n_values * sizeof *values, guides_size = n_guides * sizeof *guides;
  Head head = { (guint16) n_values, (guint16) n_guides, (guint32) (sizeof head + values_size + guides_size) };
  MarathonDetailsRef added;
  guint32 hash;

  g_return_val_if_fail (n_values <= MAX_VALUES && n_guides <= MARATHON_MAX_GUIDES, 0);
  if (n_values == 0 && n_guides == 0)
    return 0;

  hash = hash_words (0x9e3779b97f4a7c15u + n_values, values, values_size);
  hash = hash_words (hash, guides, guides_size);
  g_mutex_lock (&store->mutex);
  added = find_or_store (store, &head, values, guides, hash);
  g_mutex_unlock (&store->mutex);
  return added;
}

gsize
marathon_details_store_get_size (MarathonDetailsStore *store)
{
  gsize size;

  g_mutex_lock (&store->mutex);
  size = ((store->end + SEGMENT_SIZE - 1) & ~(SEGMENT_SIZE - 1)) + store->n_slots * sizeof (Slot);
  g_mutex_unlock (&store->mutex);
  return size;
}
