/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Routes: known words, and open ones.
 */
#include "model/routes.h"

#include <string.h>

static void
add_route (GPtrArray *routes, const char *route)
{
  if (!g_ptr_array_find_with_equal_func (routes, route, g_str_equal, NULL))
    g_ptr_array_add (routes, g_strdup (route));
}

static void
add_routes_of (GPtrArray *routes, MarathonRecord *record)
{
  const MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
  int column = marathon_record_find_column (record, "routes");
  const char *const *named;

  if (column < 0 || klass->columns[column].type != MARATHON_COLUMN_WORDS)
    return;
  named = G_STRUCT_MEMBER (const char *const *, record, klass->columns[column].offset);
  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    add_route (routes, named[i]);
}

char **
marathon_routes_list (MarathonEvent *event)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES, MARATHON_LIST_BIB_BLOCKS };
  GPtrArray *routes = g_ptr_array_new ();

  for (guint i = 0; marathon_route_words[i].word != NULL; i++)
    add_route (routes, marathon_route_words[i].word);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      MarathonRecordList *list = marathon_event_get_list (event, lists[i]);

      for (guint j = 0; j < marathon_record_list_get_size (list); j++)
        add_routes_of (routes, marathon_record_list_get (list, j));
    }
  g_ptr_array_add (routes, NULL);
  return (char **) g_ptr_array_free (routes, FALSE);
}
