/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportKeys: open addressing with linear probing, at most half full. Nothing is ever taken out; a value of
 * none stands for that.
 */
#include "formats/import-keys.h"

#define FIRST_BITS 6

struct _MarathonImportKeys {
  guint64 *keys; /* 0: free */
  guint32 *values;
  guint bits;    /* of the number of slots */
  guint n_slots;
  guint n_used;
};

static void
allocate (MarathonImportKeys *keys, guint bits)
{
  keys->bits = bits;
  keys->n_slots = 1u << bits;
  keys->keys = g_new0 (guint64, keys->n_slots);
  keys->values = g_new (guint32, keys->n_slots);
  keys->n_used = 0;
}

MarathonImportKeys *
marathon_import_keys_new (void)
{
  MarathonImportKeys *keys = g_new0 (MarathonImportKeys, 1);

  allocate (keys, FIRST_BITS);
  return keys;
}

void
marathon_import_keys_free (MarathonImportKeys *keys)
{
  g_return_if_fail (keys != NULL);

  g_free (keys->keys);
  g_free (keys->values);
  g_free (keys);
}

static guint
find_slot (const MarathonImportKeys *keys, guint64 key)
{
  /* The highest bits of the product depend on all of the key; references to texts are multiples of small numbers. */
  guint slot = (guint) ((key * 0x9e3779b97f4a7c15u) >> (64 - keys->bits));

  while (keys->keys[slot] != 0 && keys->keys[slot] != key)
    slot = (slot + 1) & (keys->n_slots - 1);
  return slot;
}

static void
grow (MarathonImportKeys *keys)
{
  g_autofree guint64 *old_keys = keys->keys;
  g_autofree guint32 *old_values = keys->values;
  guint n_old = keys->n_slots;

  allocate (keys, keys->bits + 1);
  for (guint i = 0; i < n_old; i++)
    if (old_keys[i] != 0)
      marathon_import_keys_set (keys, old_keys[i], old_values[i]);
}

void
marathon_import_keys_set (MarathonImportKeys *keys, guint64 key, guint32 value)
{
  guint slot;

  g_return_if_fail (keys != NULL && key != 0);

  if (keys->n_used * 2 >= keys->n_slots)
    grow (keys);
  slot = find_slot (keys, key);
  keys->n_used += keys->keys[slot] == 0;
  keys->keys[slot] = key;
  keys->values[slot] = value;
}

guint32
marathon_import_keys_get (const MarathonImportKeys *keys, guint64 key)
{
  guint slot;

  g_return_val_if_fail (keys != NULL && key != 0, MARATHON_IMPORT_KEYS_NONE);

  slot = find_slot (keys, key);
  return keys->keys[slot] != 0 ? keys->values[slot] : MARATHON_IMPORT_KEYS_NONE;
}
