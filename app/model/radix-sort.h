/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Radix sort: puts positions in the order of numbers, stably, in a time that grows with their number alone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * marathon_radix_sort:
 * @keys: the number of each position
 * @greatest: no key is greater
 * @permutation: the positions 0 to @n - 1, each once, in any order
 * @scratch: room for @n positions. It is the caller's because new memory costs as much as the sort: keep it
 *
 * Reorders @permutation so that its keys ascend; equal ones stay in the order in which they were. To sort by several
 * columns, sort by the least important first.
 */
void marathon_radix_sort (const guint32 *keys, guint32 greatest, guint32 *permutation, guint32 *scratch, guint n);

G_END_DECLS
