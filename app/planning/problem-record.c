/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What numbers tell of a record that has a problem.
 */
#include <glib/gi18n-lib.h>

#include "model/category.h"
#include "model/wave.h"
#include "planning/fills.h"
#include "planning/problems.h"

static guint
count (MarathonEvent *event, MarathonListId list, guint32 handle)
{
  g_autoptr (MarathonFills) fills = marathon_fills_new_for_places (event);

  return (guint) marathon_fills_get (fills, list, handle).count;
}

char *
marathon_problem_describe_record (MarathonEvent *event, MarathonProblemKind kind, guint32 handle)
{
  MarathonListId list = marathon_problem_get_info (kind)->list;
  gpointer record = list == MARATHON_N_LISTS ? NULL : marathon_event_get_record (event, list, handle);
  const char *key = record == NULL ? "" : marathon_record_get_key (record);

  if (record == NULL)
    return g_strdup ("");
  switch (kind)
    {
    case MARATHON_PROBLEM_WAVE_OVER_CAPACITY:
      /* Translators: the key of a wave or category, how many are in it, how many places it has. */
      return g_strdup_printf (_ ("%s: %u of %u"), key, count (event, list, handle), MARATHON_WAVE (record)->capacity);
    case MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY:
      return g_strdup_printf (_ ("%s: %u of %u"), key, count (event, list, handle), MARATHON_CATEGORY (record)->capacity);
    case MARATHON_PROBLEM_WAVE_WITHOUT_ROOM:
      return g_strdup_printf (_ ("%s: headroom %u leaves no place of capacity %u"), key, MARATHON_WAVE (record)->headroom,
                              MARATHON_WAVE (record)->capacity);
    default:
      return g_strdup (key);
    }
}
