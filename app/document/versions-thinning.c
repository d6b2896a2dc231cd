/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Thinning versions out.
 */
#include "document/versions-thinning.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static const struct {
  gint64 age;   /* below it, */
  gint64 width; /* one version for each span of so many seconds */
} spans[] = {
  { HOUR, 5 * MINUTE },
  { DAY, HOUR },
  { 30 * DAY, DAY },
};

/* The span of which the version is one, as a number that no other span has; -1: it is too old. */
static gint64
find_span (const MarathonVersionAge *version, gint64 now)
{
  gint64 age = MAX (now - version->time, 0);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (age < spans[i].age)
      return (version->time / spans[i].width * (gint64) G_N_ELEMENTS (spans) + i) * 2 + (version->is_unfinished ? 1 : 0);
  return -1;
}

void
marathon_versions_thin (const MarathonVersionAge *ages, guint n, gint64 now, gboolean *goes)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint64 size = 0; /* of those that stay */
  gboolean is_full = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gint64 span = find_span (&ages[i], now);
      gboolean is_wanted = span >= 0 && !g_hash_table_contains (taken, &span);

      /* Once there is no room, it stays so: an old small one is not worth more than a newer large one. */
      if (is_wanted)
        is_full |= size > MARATHON_VERSIONS_BUDGET || ages[i].size > MARATHON_VERSIONS_BUDGET - size;
      goes[i] = i >= MARATHON_VERSIONS_ALWAYS && (!is_wanted || is_full);
      if (goes[i])
        continue;
      size += ages[i].size;
      g_hash_table_add (taken, g_memdup2 (&span, sizeof span));
    }
}
