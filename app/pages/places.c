/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of lists and their pages.
 */
#include "pages/places.h"

const char *
marathon_places_get_page (MarathonListId list)
{
  switch (list)
    {
    case MARATHON_LIST_CATEGORIES:
      return "categories";
    case MARATHON_LIST_STARTS:
    case MARATHON_LIST_WAVES:
      return "waves";
    case MARATHON_LIST_BIB_BLOCKS:
      return "bibs";
    default:
      return NULL;
    }
}

char *
marathon_places_find_record (MarathonEvent *event, MarathonListId list, guint32 handle, const char **page)
{
  MarathonRecord *record = marathon_event_get_record (event, list, handle);

  *page = marathon_places_get_page (list);
  if (record == NULL || *page == NULL)
    return NULL;
  return g_strconcat (marathon_list_get_element (list), ":", marathon_record_get_key (record), NULL);
}

char *
marathon_places_find_problem (MarathonEvent         *event,
                              MarathonProblemKind    kind,
                              const MarathonProblem *problem,
                              const char           **page)
{
  const MarathonProblemInfo *info = marathon_problem_get_info (kind);

  if (kind == MARATHON_PROBLEM_EVENT_WITHOUT_DATE)
    {
      *page = "overview";
      return g_strdup (MARATHON_PLACES_DATE);
    }
  if (info->list == MARATHON_N_LISTS || problem->entrants != NULL)
    {
      *page = "entrants";
      return g_strconcat (MARATHON_PLACES_PROBLEM, info->id, NULL);
    }
  if (problem->records == NULL)
    return NULL;
  return marathon_places_find_record (event, info->list, g_array_index (problem->records, guint32, 0), page);
}
