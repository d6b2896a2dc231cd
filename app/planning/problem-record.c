/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What numbers tell of a record that has a problem.
 */
#include <glib/gi18n-lib.h>

#include "model/category.h"
#include "model/wave.h"
#include "planning/problems.h"
#include "planning/start-unit.h"

static gboolean
takes_place (const MarathonEntrant *entrant)
{
  return marathon_entrant_is_planned (entrant) || marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);
}

static guint
count_in_wave (MarathonEvent *event, guint32 handle)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  guint people = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      if (entrant->wave == handle && takes_place (entrant))
        people += marathon_entrant_count_people (event, entrant);
    }
  return people;
}

static guint
count_in_category (MarathonEvent *event, guint32 handle)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  guint n = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    n += marathon_roster_get (roster, i)->category == handle && takes_place (marathon_roster_get (roster, i));
  return n;
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
      return g_strdup_printf (_ ("%s: %u of %u"), key, count_in_wave (event, handle), MARATHON_WAVE (record)->capacity);
    case MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY:
      return g_strdup_printf (_ ("%s: %u of %u"), key, count_in_category (event, handle), MARATHON_CATEGORY (record)->capacity);
    case MARATHON_PROBLEM_WAVE_WITHOUT_ROOM:
      return g_strdup_printf (_ ("%s: headroom %u leaves no place of capacity %u"), key, MARATHON_WAVE (record)->headroom,
                              MARATHON_WAVE (record)->capacity);
    default:
      return g_strdup (key);
    }
}
