/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibKeys: prefixes numbered as they are met.
 */
#include "planning/bib-keys.h"

#include "base/bib.h"
#include "model/group.h"

struct _MarathonBibKeys {
  MarathonEvent *event;
  GHashTable *by_word; /* folded prefix → number from 1 on */
  GHashTable *by_text; /* reference + 1 → the same number */
  MarathonText last;
  guint32 last_number; /* 0: none yet */
};

MarathonBibKeys *
marathon_bib_keys_new (MarathonEvent *event)
{
  MarathonBibKeys *keys = g_new0 (MarathonBibKeys, 1);

  keys->event = g_object_ref (event);
  keys->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  keys->by_text = g_hash_table_new (NULL, NULL);
  return keys;
}

void
marathon_bib_keys_free (MarathonBibKeys *keys)
{
  g_object_unref (keys->event);
  g_hash_table_unref (keys->by_word);
  g_hash_table_unref (keys->by_text);
  g_free (keys);
}

static guint32
number_word (MarathonBibKeys *keys, const char *prefix)
{
  gpointer number = g_hash_table_lookup (keys->by_word, prefix);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (keys->by_word) + 1);
      g_hash_table_insert (keys->by_word, g_strdup (prefix), number);
    }
  return GPOINTER_TO_UINT (number);
}

static guint32
number_text (MarathonBibKeys *keys, MarathonText prefix)
{
  gpointer number;

  if (keys->last_number != 0 && keys->last == prefix)
    return keys->last_number;
  number = g_hash_table_lookup (keys->by_text, GUINT_TO_POINTER (prefix));
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (number_word (keys, marathon_event_text (keys->event, prefix)));
      g_hash_table_insert (keys->by_text, GUINT_TO_POINTER (prefix), number);
    }
  keys->last = prefix;
  keys->last_number = GPOINTER_TO_UINT (number);
  return keys->last_number;
}

guint64
marathon_bib_keys_get (MarathonBibKeys *keys, MarathonText prefix, guint32 number)
{
  return (guint64) number_text (keys, prefix) << 32 | number;
}

guint64
marathon_bib_keys_get_folded (MarathonBibKeys *keys, const char *prefix, guint32 number)
{
  return (guint64) number_word (keys, prefix) << 32 | number;
}

guint64
marathon_bib_keys_get_written (MarathonBibKeys *keys, const char *bib)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  return marathon_bib_parse (bib, prefix, &number) ? marathon_bib_keys_get_folded (keys, prefix, number) : 0;
}

guint64
marathon_bib_keys_get_block (MarathonBibKeys *keys, const MarathonBibBlock *block)
{
  g_autofree char *sample = marathon_bib_format (block->prefix, 7, 0);
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  /* A prefix that ends in a digit would run into the number. */
  if (!marathon_bib_parse (sample, prefix, &number) || number != 7)
    return 0;
  return marathon_bib_keys_get_folded (keys, prefix, 0);
}

/* --- The walk --- */

static void
visit_guides (MarathonBibKeys       *keys,
              const MarathonEntrant *entrant,
              MarathonBibHolding    *holding,
              gboolean               only_collected,
              MarathonBibHoldingFunc func,
              gpointer               user_data)
{
  MarathonDetailsView view;

  if (entrant->details == 0)
    return;
  marathon_details_store_get (marathon_event_get_details (keys->event), entrant->details, &view);
  holding->holder = MARATHON_HOLDER_GUIDE;
  for (guint i = 0; i < view.n_guides; i++)
    {
      const MarathonGuide *guide = &view.guides[i];

      if (guide->bib == 0 || (only_collected && guide->collected == 0))
        continue;
      holding->guide = i;
      holding->key = marathon_bib_keys_get (keys, guide->bib_prefix, guide->bib_number);
      func (holding, user_data);
    }
}

static void
visit_entrant (MarathonBibKeys       *keys,
               MarathonPlace          place,
               guint                  position,
               const MarathonEntrant *entrant,
               MarathonBibHoldingFunc func,
               gpointer               user_data)
{
  gboolean is_out = (entrant->flags & (MARATHON_FLAG_PRINTED | MARATHON_FLAG_COLLECTED)) != 0;
  MarathonBibHolding holding = { .holder = MARATHON_HOLDER_ENTRANT, .place = place, .position = position };
  gboolean is_in_use = place == MARATHON_PLACE_ROSTER || is_out;

  if (entrant->bib != 0 && is_in_use)
    {
      holding.key = marathon_bib_keys_get (keys, entrant->bib_prefix, entrant->bib_number);
      func (&holding, user_data);
    }
  visit_guides (keys, entrant, &holding, !is_in_use, func, user_data);
}

static void
visit_groups (MarathonBibKeys *keys, MarathonBibHoldingFunc func, gpointer user_data)
{
  MarathonRecordList *list = marathon_event_get_list (keys->event, MARATHON_LIST_GROUPS);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonGroup *group = marathon_record_list_get (list, i);
      MarathonBibHolding holding = { .holder = MARATHON_HOLDER_GROUP, .position = i };

      if (group->bib == NULL || *group->bib == '\0')
        continue;
      holding.key = marathon_bib_keys_get_written (keys, group->bib);
      if (holding.key != 0)
        func (&holding, user_data);
    }
}

void
marathon_bib_keys_foreach (MarathonBibKeys *keys, MarathonBibHoldingFunc func, gpointer user_data)
{
  static const MarathonPlace places[] = { MARATHON_PLACE_ROSTER, MARATHON_PLACE_BIN };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const MarathonRoster *roster = marathon_event_get_place (keys->event, places[i]);

      for (guint j = 0; j < marathon_roster_get_size (roster); j++)
        visit_entrant (keys, places[i], j, marathon_roster_get (roster, j), func, user_data);
    }
  visit_groups (keys, func, user_data);
}
