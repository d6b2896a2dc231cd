/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Zeroed memory for large hash tables: in huge pages where the system has them, since a table of a million people is read at random places.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer full): @size zero bytes; never %NULL. */
gpointer marathon_table_memory_new (gsize size);

/** Frees what marathon_table_memory_new() gave for the same @size; %NULL is allowed. */
void marathon_table_memory_free (gpointer memory, gsize size);

G_END_DECLS
