/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRouteTable: a hash table of words to numbers, and one of references to numbers so that each word of the pool is read once.
 */
#include "planning/route-table.h"

#include "model/bib-block.h"
#include "model/category.h"
#include "model/wave.h"

struct _MarathonRouteTable {
  MarathonTextPool *pool;
  GHashTable *by_word; /* of the table's own words */
  GHashTable *by_text; /* of references seen so far */
  MarathonText last;
  guint last_number;
};

static void
add_words (MarathonRouteTable *table, const char *const *routes)
{
  for (guint i = 0; routes != NULL && routes[i] != NULL; i++)
    if (!g_hash_table_contains (table->by_word, routes[i]))
      g_hash_table_insert (table->by_word, g_strdup (routes[i]),
                           GUINT_TO_POINTER (g_hash_table_size (table->by_word) + 1));
}

static const char *const *
routes_of (MarathonListId list, gpointer record)
{
  switch (list)
    {
    case MARATHON_LIST_CATEGORIES:
      return ((MarathonCategory *) record)->routes;
    case MARATHON_LIST_WAVES:
      return ((MarathonWave *) record)->routes;
    default:
      return ((MarathonBibBlock *) record)->routes;
    }
}

MarathonRouteTable *
marathon_route_table_new (MarathonEvent *event)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES, MARATHON_LIST_BIB_BLOCKS };
  MarathonRouteTable *table = g_new0 (MarathonRouteTable, 1);

  table->pool = marathon_text_pool_ref (marathon_event_get_pool (event));
  table->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->by_text = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      MarathonRecordList *list = marathon_event_get_list (event, lists[i]);

      for (guint j = 0; j < marathon_record_list_get_size (list); j++)
        add_words (table, routes_of (lists[i], marathon_record_list_get (list, j)));
    }
  return table;
}

void
marathon_route_table_free (MarathonRouteTable *table)
{
  marathon_text_pool_unref (table->pool);
  g_hash_table_unref (table->by_word);
  g_hash_table_unref (table->by_text);
  g_free (table);
}

guint
marathon_route_table_get_size (const MarathonRouteTable *table)
{
  return g_hash_table_size (table->by_word) + 1;
}

guint
marathon_route_table_find (MarathonRouteTable *table, MarathonText route)
{
  gpointer number;

  if (route == table->last)
    return table->last_number;
  if (!g_hash_table_lookup_extended (table->by_text, GUINT_TO_POINTER (route), NULL, &number))
    {
      number = g_hash_table_lookup (table->by_word, marathon_text_pool_get (table->pool, route));
      g_hash_table_insert (table->by_text, GUINT_TO_POINTER (route), number);
    }
  table->last = route;
  table->last_number = GPOINTER_TO_UINT (number);
  return table->last_number;
}

gboolean
marathon_route_table_admits (const MarathonRouteTable *table, const char *const *routes, guint number)
{
  if (routes == NULL || routes[0] == NULL)
    return TRUE;
  if (number == 0)
    return FALSE;
  for (guint i = 0; routes[i] != NULL; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (table->by_word, routes[i])) == number)
      return TRUE;
  return FALSE;
}
