/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bibs as numbers: the rank of the folded prefix above the number. Prefixes are few, and most entrants have the same.
 */
#include "printing/list-bib-keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/bib.h"
#include "model/group.h"

struct _MarathonListBibKeys {
  MarathonEvent *event;
  GHashTable *ranks; /* char * prefix → rank */
  MarathonText last_prefix;
  guint32 last_rank;
};

static int
compare_prefixes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
collect (GHashTable *prefixes, const char *prefix)
{
  if (!g_hash_table_contains (prefixes, prefix))
    g_hash_table_add (prefixes, g_strdup (prefix));
}

static void
collect_of_entrants (MarathonEvent *event, GHashTable *prefixes)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonText last = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      MarathonDetailsView view;

      if (entrant->bib_prefix != last)
        collect (prefixes, marathon_event_text (event, entrant->bib_prefix));
      last = entrant->bib_prefix;
      if (entrant->details == 0)
        continue;
      marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
      for (guint g = 0; g < view.n_guides; g++)
        collect (prefixes, marathon_event_text (event, view.guides[g].bib_prefix));
    }
}

static void
collect_of_groups (MarathonEvent *event, GHashTable *prefixes)
{
  MarathonRecordList *groups = marathon_event_get_list (event, MARATHON_LIST_GROUPS);

  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    {
      const MarathonGroup *group = marathon_record_list_get (groups, i);
      char prefix[MARATHON_BIB_MAX_LENGTH * 4];
      guint32 number;

      if (marathon_bib_parse (group->bib, prefix, &number))
        collect (prefixes, prefix);
    }
}

MarathonListBibKeys *
marathon_list_bib_keys_new (MarathonEvent *event)
{
  MarathonListBibKeys *keys = g_new0 (MarathonListBibKeys, 1);
  g_autofree gpointer *prefixes = NULL;
  guint n;

  keys->event = event;
  keys->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect (keys->ranks, "");
  collect_of_entrants (event, keys->ranks);
  collect_of_groups (event, keys->ranks);
  prefixes = g_hash_table_get_keys_as_array (keys->ranks, &n);
  qsort (prefixes, n, sizeof *prefixes, compare_prefixes);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (keys->ranks, g_strdup (prefixes[i]), GUINT_TO_POINTER (i));
  return keys;
}

void
marathon_list_bib_keys_free (MarathonListBibKeys *keys)
{
  if (keys == NULL)
    return;
  g_hash_table_unref (keys->ranks);
  g_free (keys);
}

/* The empty prefix, which comes first, has rank 0, and so last_rank needs no beginning. */
static guint64
make_key (MarathonListBibKeys *keys, MarathonText prefix, guint32 number)
{
  if (prefix != keys->last_prefix)
    {
      keys->last_rank = GPOINTER_TO_UINT (g_hash_table_lookup (keys->ranks, marathon_event_text (keys->event, prefix)));
      keys->last_prefix = prefix;
    }
  return (guint64) keys->last_rank << 32 | number;
}

guint64
marathon_list_bib_keys_get_entrant (MarathonListBibKeys *keys, const MarathonEntrant *entrant)
{
  return entrant->bib == 0 ? MARATHON_LIST_BIB_KEY_NONE : make_key (keys, entrant->bib_prefix, entrant->bib_number);
}

guint64
marathon_list_bib_keys_get_guide (MarathonListBibKeys *keys, const MarathonGuide *guide)
{
  return guide->bib == 0 ? MARATHON_LIST_BIB_KEY_NONE : make_key (keys, guide->bib_prefix, guide->bib_number);
}

guint64
marathon_list_bib_keys_get_text (MarathonListBibKeys *keys, const char *bib)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  if (!marathon_bib_parse (bib, prefix, &number))
    return MARATHON_LIST_BIB_KEY_NONE;
  return (guint64) GPOINTER_TO_UINT (g_hash_table_lookup (keys->ranks, prefix)) << 32 | number;
}
