/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Zeroed memory for large hash tables.
 */
#include "base/table-memory.h"

#include <sys/mman.h>
#include <sys/random.h>

/* From the size of a huge page on; smaller ones come from the heap. */
#define LARGE ((gsize) 2 << 20)

gpointer
marathon_table_memory_new (gsize size)
{
  gpointer memory;

  if (size < LARGE)
    return g_malloc0 (size);
  memory = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    g_error ("No memory for a table of %" G_GSIZE_FORMAT " bytes", size);
  (void) !madvise (memory, size, MADV_HUGEPAGE); /* advice: it may be refused */
  return memory;
}

void
marathon_table_memory_free (gpointer memory, gsize size)
{
  if (memory == NULL)
    return;
  if (size < LARGE)
    g_free (memory);
  else
    munmap (memory, size);
}

guint64
marathon_table_memory_get_seed (void)
{
  static gsize initialised;
  static guint64 seed;

  if (g_once_init_enter (&initialised))
    {
      if (getrandom (&seed, sizeof seed, GRND_NONBLOCK) != (gssize) sizeof seed)
        seed = (guint64) (guintptr) &seed ^ (guint64) g_get_real_time ();
      g_once_init_leave (&initialised, 1);
    }
  return seed;
}
