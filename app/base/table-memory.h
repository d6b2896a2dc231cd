/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What large hash tables need: zeroed memory, in huge pages where the system has them, since a table of a million people is
 * read at random places; and a seed, so that nobody can make a file whose keys all collide.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer full): @size zero bytes; never %NULL. */
gpointer marathon_table_memory_new (gsize size);

/** Frees what marathon_table_memory_new() gave for the same @size; %NULL is allowed. */
void marathon_table_memory_free (gpointer memory, gsize size);

/** Returns: a number for hash functions to begin with, the same throughout one run of the program and another in the next. */
guint64 marathon_table_memory_get_seed (void);

/** Mixes a key so that every bit of the result depends on every bit of @key and on the seed. */
static inline guint64
marathon_table_memory_mix (guint64 key)
{
  key = (key ^ marathon_table_memory_get_seed ()) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  key = (key ^ (key >> 32)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return key ^ (key >> 32);
}

G_END_DECLS
