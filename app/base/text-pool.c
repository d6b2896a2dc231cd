/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextPool: distinct strings in segments of one mebibyte, found through an open-addressing hash table.
 *
 * A string lies at a multiple of four bytes as its length (32 bits), its bytes and a NUL; its reference is that
 * place divided by four. The table of segments has its full size from the start, so a reader never sees it move: looking
 * at a string needs no lock, since its bytes were written before its reference was given away. Finding and adding take
 * turns.
 */
#include "base/text-pool.h"

#include <string.h>

#include "base/table-memory.h"

#define SEGMENT_BITS 20
#define SEGMENT_SIZE ((gsize) 1 << SEGMENT_BITS)
#define SEGMENT_COUNT ((gsize) 1 << (32 + 2 - SEGMENT_BITS))
#define FIRST_SLOTS 1024

typedef struct {
  guint32 hash;
  MarathonText text; /* 0: the slot is free */
} Slot;

struct _MarathonTextPool {
  gatomicrefcount ref_count;
  char **segments;
  GMutex mutex; /* of all that follows, but for the seed */
  gsize end; /* where the next string goes, in bytes over all segments */
  Slot *slots;
  gsize n_slots; /* a power of two */
  guint n_strings;
  guint64 seed; /* differs from run to run, so that no file can be made whose strings collide */
};

static guint32
hash_bytes (guint64 seed, const char *text, gsize length)
{
  guint64 hash = seed ^ length;
  guint64 word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = (hash ^ word) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  word = 0;
  memcpy (&word, text, length);
  hash = (hash ^ word) * 0xc4ceb9fe1a85ec53u;
  return (guint32) (hash ^ (hash >> 29));
}

static const char *
place_of (const MarathonTextPool *pool, MarathonText text)
{
  gsize offset = (gsize) text * 4;

  return pool->segments[offset >> SEGMENT_BITS] + (offset & (SEGMENT_SIZE - 1));
}

static guint32
length_at (const char *place)
{
  guint32 length;

  memcpy (&length, place, sizeof length);
  return length;
}

MarathonTextPool *
marathon_text_pool_new (void)
{
  MarathonTextPool *pool = g_new0 (MarathonTextPool, 1);

  g_atomic_ref_count_init (&pool->ref_count);
  g_mutex_init (&pool->mutex);
  pool->seed = marathon_table_memory_get_seed ();
  pool->segments = g_new0 (char *, SEGMENT_COUNT);
  pool->segments[0] = g_malloc (SEGMENT_SIZE);
  memset (pool->segments[0], 0, 8); /* the empty string */
  pool->end = 8;
  pool->n_slots = FIRST_SLOTS;
  pool->slots = marathon_table_memory_new (pool->n_slots * sizeof (Slot));
  return pool;
}

MarathonTextPool *
marathon_text_pool_ref (MarathonTextPool *pool)
{
  g_atomic_ref_count_inc (&pool->ref_count);
  return pool;
}

void
marathon_text_pool_unref (MarathonTextPool *pool)
{
  if (!g_atomic_ref_count_dec (&pool->ref_count))
    return;
  for (gsize i = 0; i < SEGMENT_COUNT && pool->segments[i] != NULL; i++)
    g_free (pool->segments[i]);
  g_free (pool->segments);
  marathon_table_memory_free (pool->slots, pool->n_slots * sizeof (Slot));
  g_mutex_clear (&pool->mutex);
  g_free (pool);
}

/* The slot that holds the string, or the free slot where it belongs. */
static Slot *
find_slot (const MarathonTextPool *pool, const char *text, gsize length, guint32 hash)
{
  for (gsize i = hash & (pool->n_slots - 1);; i = (i + 1) & (pool->n_slots - 1))
    {
      Slot *slot = &pool->slots[i];
      const char *place;

      if (slot->text == 0)
        return slot;
      if (slot->hash != hash)
        continue;
      place = place_of (pool, slot->text);
      if (length_at (place) == length && memcmp (place + 4, text, length) == 0)
        return slot;
    }
}

static void
grow (MarathonTextPool *pool)
{
  Slot *old = g_steal_pointer (&pool->slots);
  gsize n_old = pool->n_slots;

  pool->n_slots *= 2;
  pool->slots = marathon_table_memory_new (pool->n_slots * sizeof (Slot));
  for (gsize i = 0; i < n_old; i++)
    {
      gsize at = old[i].hash & (pool->n_slots - 1);

      if (old[i].text == 0)
        continue;
      while (pool->slots[at].text != 0)
        at = (at + 1) & (pool->n_slots - 1);
      pool->slots[at] = old[i];
    }
  marathon_table_memory_free (old, n_old * sizeof (Slot));
}

static MarathonText
store (MarathonTextPool *pool, const char *text, gsize length)
{
  gsize needed = (4 + length + 1 + 3) & ~(gsize) 3;
  guint32 length32 = (guint32) length;
  gsize offset = pool->end;
  char *place;

  if ((offset & (SEGMENT_SIZE - 1)) + needed > SEGMENT_SIZE)
    offset = (offset + SEGMENT_SIZE - 1) & ~(SEGMENT_SIZE - 1);
  if ((offset >> SEGMENT_BITS) >= SEGMENT_COUNT)
    g_error ("More than %" G_GSIZE_FORMAT " bytes of text in one event", SEGMENT_COUNT * SEGMENT_SIZE);
  if (pool->segments[offset >> SEGMENT_BITS] == NULL)
    pool->segments[offset >> SEGMENT_BITS] = g_malloc (SEGMENT_SIZE);

  place = pool->segments[offset >> SEGMENT_BITS] + (offset & (SEGMENT_SIZE - 1));
  memcpy (place, &length32, sizeof length32);
  memcpy (place + 4, text, length);
  place[4 + length] = '\0';
  pool->end = offset + needed;
  return (MarathonText) (offset / 4);
}

static MarathonText
find_or_store (MarathonTextPool *pool, const char *text, gsize length, guint32 hash)
{
  Slot *slot = find_slot (pool, text, length, hash);

  if (slot->text != 0)
    return slot->text;

  if ((gsize) pool->n_strings * 3 >= pool->n_slots * 2)
    {
      grow (pool);
      slot = find_slot (pool, text, length, hash);
    }
  slot->hash = hash;
  slot->text = store (pool, text, length);
  pool->n_strings++;
  return slot->text;
}

MarathonText
marathon_text_pool_add (MarathonTextPool *pool, const char *text, gssize signed_length)
{
  MarathonText added;
  gsize length;
  guint32 hash;

  if (text == NULL || signed_length == 0 || *text == '\0')
    return 0;
  length = signed_length < 0 ? strlen (text) : (gsize) signed_length;
  g_return_val_if_fail (length <= MARATHON_TEXT_MAX_LENGTH, 0);

  hash = hash_bytes (pool->seed, text, length);
  g_mutex_lock (&pool->mutex);
  added = find_or_store (pool, text, length, hash);
  g_mutex_unlock (&pool->mutex);
  return added;
}

gboolean
marathon_text_pool_find (MarathonTextPool *pool, const char *text, gssize signed_length, MarathonText *found)
{
  gsize length;
  guint32 hash;

  *found = 0;
  if (text == NULL || signed_length == 0 || *text == '\0')
    return TRUE;
  length = signed_length < 0 ? strlen (text) : (gsize) signed_length;
  hash = hash_bytes (pool->seed, text, length);
  g_mutex_lock (&pool->mutex);
  *found = find_slot (pool, text, length, hash)->text;
  g_mutex_unlock (&pool->mutex);
  return *found != 0;
}

const char *
marathon_text_pool_get (const MarathonTextPool *pool, MarathonText text)
{
  return place_of (pool, text) + 4;
}

gsize
marathon_text_pool_get_length (const MarathonTextPool *pool, MarathonText text)
{
  return length_at (place_of (pool, text));
}

guint
marathon_text_pool_get_count (MarathonTextPool *pool)
{
  guint count;

  g_mutex_lock (&pool->mutex);
  count = pool->n_strings;
  g_mutex_unlock (&pool->mutex);
  return count;
}

gsize
marathon_text_pool_get_size (MarathonTextPool *pool)
{
  gsize size;

  g_mutex_lock (&pool->mutex);
  size = ((pool->end + SEGMENT_SIZE - 1) & ~(SEGMENT_SIZE - 1)) + pool->n_slots * sizeof (Slot);
  g_mutex_unlock (&pool->mutex);
  return size;
}
