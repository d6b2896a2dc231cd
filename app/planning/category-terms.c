/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terms of a category.
 */
#include "planning/category-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "planning/class-mode.h"

/* --- Ages --- */

static MarathonAgeBasis
basis_of (MarathonCategory *category, MarathonEvent *event)
{
  MarathonAgeBasis basis = category == NULL ? MARATHON_AGE_BASIS_DEFAULT : (MarathonAgeBasis) category->age_basis;

  if (basis == MARATHON_AGE_BASIS_DEFAULT)
    basis = (MarathonAgeBasis) marathon_event_get_rules (event)->age_basis;
  return basis == MARATHON_AGE_BASIS_DEFAULT ? MARATHON_AGE_BASIS_RACE_DAY : basis;
}

int
marathon_category_get_age (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonDate race_day = marathon_event_get_info (event)->date;
  int year = marathon_date_get_year (race_day);

  if (marathon_date_get_kind (race_day) != MARATHON_DATE_KIND_DAY)
    return -1;
  switch (basis_of (category, event))
    {
    case MARATHON_AGE_BASIS_YEAR_START:
      return marathon_date_age_on (entrant->birth, marathon_date_new_day (year, 1, 1));
    case MARATHON_AGE_BASIS_YEAR_END:
    case MARATHON_AGE_BASIS_BIRTH_YEAR:
      /* At the end of the year everybody is as old as the years differ. */
      return marathon_date_age_on (entrant->birth, marathon_date_new_day (year, 12, 31));
    case MARATHON_AGE_BASIS_DEFAULT:
    case MARATHON_AGE_BASIS_RACE_DAY:
    default:
      return marathon_date_age_on (entrant->birth, race_day);
    }
}

static MarathonMisfit
check_age (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant)
{
  int age;

  if (category->age_from == 0 && category->age_to == 0)
    return MARATHON_MISFIT_NONE;
  age = marathon_category_get_age (category, event, entrant);
  if (age < 0)
    return MARATHON_MISFIT_AGE_UNKNOWN;
  if ((guint) age < category->age_from)
    return MARATHON_MISFIT_TOO_YOUNG;
  return category->age_to != 0 && (guint) age > category->age_to ? MARATHON_MISFIT_TOO_OLD : MARATHON_MISFIT_NONE;
}

/* --- The rest --- */

static gboolean
names_classes (const MarathonCategory *category)
{
  return category->classes != NULL && category->classes[0] != 0;
}

static gboolean
has_class (const guint16 *classes, MarathonSportClass sport_class)
{
  if (classes == NULL || classes[0] == 0)
    return TRUE;
  for (guint i = 0; classes[i] != 0; i++)
    if (classes[i] == sport_class)
      return TRUE;
  return FALSE;
}

static gboolean
has_route (const char *const *routes, const char *route)
{
  return routes == NULL || routes[0] == NULL || g_strv_contains (routes, route);
}

MarathonTime
marathon_entrant_get_qualifying (const MarathonEntrant *entrant)
{
  return entrant->qualifying != MARATHON_TIME_NONE ? entrant->qualifying : entrant->pb;
}

static MarathonMisfit
check_qualifying (MarathonCategory *category, const MarathonEntrant *entrant)
{
  MarathonTime time = marathon_entrant_get_qualifying (entrant);

  if (category->qualifying == MARATHON_TIME_NONE)
    return MARATHON_MISFIT_NONE;
  if (time == MARATHON_TIME_NONE)
    return MARATHON_MISFIT_NO_QUALIFYING;
  return time > category->qualifying ? MARATHON_MISFIT_TOO_SLOW : MARATHON_MISFIT_NONE;
}

/* Whether the entrant is said to run, with a class of those who sit or lean on a frame, which the category does not expect. */
static gboolean
contradicts_class (MarathonCategory *category, const MarathonEntrant *entrant)
{
  return entrant->mode == MARATHON_MODE_RUNNING && marathon_class_needs_chair_or_frame (entrant->sport_class)
         && (!names_classes (category) || !has_class (category->classes, entrant->sport_class));
}

MarathonMisfit
marathon_category_check (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonMisfit misfit;

  if (category->mode != entrant->mode || contradicts_class (category, entrant))
    return MARATHON_MISFIT_MODE;
  if (category->sex != MARATHON_SEX_UNKNOWN && category->sex != entrant->sex)
    return MARATHON_MISFIT_SEX;
  if (!has_class (category->classes, entrant->sport_class))
    return MARATHON_MISFIT_CLASS;
  if (!has_route (category->routes, marathon_event_text (event, entrant->route)))
    return MARATHON_MISFIT_ROUTE;
  misfit = check_age (category, event, entrant);
  return misfit != MARATHON_MISFIT_NONE ? misfit : check_qualifying (category, entrant);
}

/* --- What does not fit, in words --- */

static char *
describe_mode (MarathonCategory *category, const MarathonEntrant *entrant)
{
  char sport_class[4];

  if (category->mode != entrant->mode)
    return g_strdup_printf (_ ("only for %s"), _ (marathon_mode_words[category->mode].label));
  marathon_sport_class_write (entrant->sport_class, sport_class);
  return g_strdup_printf (_ ("class %s means a wheelchair or frame"), sport_class);
}

static char *
describe_class (const MarathonEntrant *entrant)
{
  char sport_class[4];

  if (entrant->sport_class == 0)
    return g_strdup (_ ("no sport class"));
  marathon_sport_class_write (entrant->sport_class, sport_class);
  return g_strdup_printf (_ ("not for class %s"), sport_class);
}

static char *
describe_route (MarathonEvent *event, const MarathonEntrant *entrant)
{
  const char *route = marathon_event_text (event, entrant->route);

  if (*route == '\0')
    return g_strdup (_ ("no entry route"));
  return g_strdup_printf (_ ("not for entry route %s"), marathon_route_get_label (route));
}

static char *
describe_time (MarathonCategory *category, const MarathonEntrant *entrant)
{
  g_autofree char *time = marathon_time_format (marathon_entrant_get_qualifying (entrant));
  g_autofree char *limit = marathon_time_format (category->qualifying);

  return g_strdup_printf (_ ("qualifying time %s is over %s"), time, limit);
}

char *
marathon_category_describe_misfit (MarathonCategory      *category,
                                   MarathonEvent         *event,
                                   const MarathonEntrant *entrant,
                                   MarathonMisfit         misfit)
{
  int age = marathon_category_get_age (category, event, entrant);

  switch (misfit)
    {
    case MARATHON_MISFIT_MODE:
      return describe_mode (category, entrant);
    case MARATHON_MISFIT_SEX:
      return g_strdup (entrant->sex == MARATHON_SEX_UNKNOWN ? _ ("sex not known") : _ ("sex"));
    case MARATHON_MISFIT_CLASS:
      return describe_class (entrant);
    case MARATHON_MISFIT_ROUTE:
      return describe_route (event, entrant);
    case MARATHON_MISFIT_AGE_UNKNOWN:
      return g_strdup (_ ("age not known"));
    case MARATHON_MISFIT_TOO_YOUNG:
      return g_strdup_printf (_ ("age %d is under %u"), age, category->age_from);
    case MARATHON_MISFIT_TOO_OLD:
      return g_strdup_printf (_ ("age %d is over %u"), age, category->age_to);
    case MARATHON_MISFIT_NO_QUALIFYING:
      return g_strdup (_ ("no qualifying time"));
    case MARATHON_MISFIT_TOO_SLOW:
      return describe_time (category, entrant);
    case MARATHON_MISFIT_NONE:
    case MARATHON_N_MISFITS:
    default:
      return g_strdup ("");
    }
}

/* --- Demands, in words --- */

static void
take_phrase (GPtrArray *phrases, char *phrase)
{
  if (phrase != NULL)
    g_ptr_array_add (phrases, phrase);
}

static char *
demand_sex (const MarathonCategory *category)
{
  switch (category->sex)
    {
    case MARATHON_SEX_MALE:
      return g_strdup (_ ("man"));
    case MARATHON_SEX_FEMALE:
      return g_strdup (_ ("woman"));
    case MARATHON_SEX_X:
      return g_strdup (_ ("non-binary"));
    default:
      return NULL;
    }
}

static char *
demand_class (const MarathonCategory *category, const MarathonEntrant *entrant)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean is_one = entrant != NULL && entrant->sport_class != 0 && has_class (category->classes, entrant->sport_class);

  if (!names_classes (category))
    return NULL;
  for (guint i = 0; category->classes[i] != 0; i++)
    {
      char name[4];

      if (is_one && category->classes[i] != entrant->sport_class)
        continue;
      marathon_sport_class_write (category->classes[i], name);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "/" : "", name);
    }
  return g_strdup_printf (_ ("class %s"), names->str);
}

static char *
demand_route (const MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant)
{
  const char *own = entrant == NULL ? "" : marathon_event_text (event, entrant->route);
  g_autoptr (GString) names = g_string_new (NULL);

  if (category->routes == NULL || category->routes[0] == NULL)
    return NULL;
  if (has_route (category->routes, own))
    return g_strdup_printf (_ ("entry route %s"), marathon_route_get_label (own));
  for (guint i = 0; category->routes[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? "/" : "", marathon_route_get_label (category->routes[i]));
  return g_strdup_printf (_ ("entry route %s"), names->str);
}

static char *
demand_age (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant)
{
  if (category->age_from == 0 && category->age_to == 0)
    return NULL;
  if (entrant != NULL && check_age (category, event, entrant) == MARATHON_MISFIT_NONE)
    return g_strdup_printf (_ ("age %d"), marathon_category_get_age (category, event, entrant));
  if (category->age_to == 0)
    return g_strdup_printf (_ ("age from %u"), category->age_from);
  if (category->age_from == 0)
    return g_strdup_printf (_ ("age up to %u"), category->age_to);
  return g_strdup_printf (_ ("age %u to %u"), category->age_from, category->age_to);
}

static char *
demand_time (MarathonCategory *category, const MarathonEntrant *entrant)
{
  g_autofree char *limit = NULL, *time = NULL;

  if (category->qualifying == MARATHON_TIME_NONE)
    return NULL;
  limit = marathon_time_format (category->qualifying);
  if (entrant == NULL || check_qualifying (category, entrant) != MARATHON_MISFIT_NONE)
    return g_strdup_printf (_ ("qualifying time within %s"), limit);
  time = marathon_time_format (marathon_entrant_get_qualifying (entrant));
  return g_strdup_printf (_ ("%s within %s"), time, limit);
}

char *
marathon_category_describe_demands (MarathonCategory *category, MarathonEvent *event, const MarathonEntrant *entrant)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  if (category->mode != MARATHON_MODE_RUNNING)
    take_phrase (phrases, g_strdup (_ (marathon_mode_words[category->mode].label)));
  take_phrase (phrases, demand_route (category, event, entrant));
  take_phrase (phrases, demand_sex (category));
  take_phrase (phrases, demand_class (category, entrant));
  take_phrase (phrases, demand_age (category, event, entrant));
  take_phrase (phrases, demand_time (category, entrant));
  if (phrases->len == 0)
    return g_strdup (_ ("open to all"));
  g_ptr_array_add (phrases, NULL);
  return g_strjoinv (", ", (char **) phrases->pdata);
}
