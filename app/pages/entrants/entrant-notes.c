/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences of the entrant's form.
 */
#include "pages/entrants/entrant-notes.h"

#include <glib/gi18n-lib.h>

#include "planning/category-terms.h"
#include "planning/reason.h"

/* Nobody over this age is expected to run. */
#define AGE_MAX 100

#define TENTHS_OF_HOUR 36000
#define MARATHON_METRES 42195

char *
marathon_entrant_note_age (MarathonEvent *event, const MarathonEntrant *entrant)
{
  int age = entrant != NULL ? marathon_category_get_age (NULL, event, entrant) : -1;

  if (age < 0)
    return g_strdup ("");
  switch (marathon_event_get_rules (event)->age_basis)
    {
    case MARATHON_AGE_BASIS_YEAR_START:
      return g_strdup_printf (_ ("%d on 1 January"), age);
    case MARATHON_AGE_BASIS_YEAR_END:
    case MARATHON_AGE_BASIS_BIRTH_YEAR:
      return g_strdup_printf (_ ("%d on 31 December"), age);
    default:
      /* Translators: an age in years, "34 on race day". */
      return g_strdup_printf (_ ("%d on race day"), age);
    }
}

static gboolean
is_born_after (MarathonDate birth, MarathonDate day)
{
  if (marathon_date_get_kind (birth) == MARATHON_DATE_KIND_YEAR)
    return marathon_date_get_year (birth) > marathon_date_get_year (day);
  return marathon_date_get_kind (birth) == MARATHON_DATE_KIND_DAY
         && marathon_date_get_julian (birth) > marathon_date_get_julian (day);
}

char *
marathon_entrant_note_born (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonDate day = marathon_event_get_info (event)->date;
  int age;

  if (entrant == NULL || marathon_date_get_kind (day) != MARATHON_DATE_KIND_DAY)
    return g_strdup ("");
  if (is_born_after (entrant->birth, day))
    return g_strdup (_ ("Born after the race: is that right?"));
  age = marathon_date_age_on (entrant->birth, day);
  if (age > AGE_MAX)
    /* Translators: an age in years, above a hundred. */
    return g_strdup_printf (_ ("%d years old on race day: is that right?"), age);
  return g_strdup ("");
}

/* Metres in a second that nobody has run over a course of that length, nor pushed a racing chair. */
static double
get_best_speed (guint length, guint8 mode)
{
  static const struct {
    guint length;
    double speed;
  } runs[] = { { 40000, 5.9 }, { 20000, 6.3 }, { 9000, 6.5 }, { 4500, 6.8 }, { 1500, 7.4 } };

  if (mode != MARATHON_MODE_RUNNING)
    return 12;
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    if (length >= runs[i].length)
      return runs[i].speed;
  return 11;
}

char *
marathon_entrant_note_predicted (MarathonEvent *event, const MarathonEntrant *entrant)
{
  guint length = marathon_event_get_course (event)->length;
  guint64 slow = 12 * TENTHS_OF_HOUR;

  if (entrant == NULL || entrant->predicted == MARATHON_TIME_NONE)
    return g_strdup ("");
  if (entrant->predicted * get_best_speed (length, entrant->mode) < length * 10.0)
    return g_strdup (_ ("Faster than anybody has been: is that right?"));
  /* A longer course takes longer. */
  slow = MAX (slow, slow * length / MARATHON_METRES);
  if ((guint64) entrant->predicted > slow)
    return g_strdup_printf (_ ("Slower than %u hours: is that right?"), (guint) (slow / TENTHS_OF_HOUR));
  return g_strdup ("");
}

char *
marathon_entrant_note_unknown_nation (MarathonEvent *event, const MarathonEntrant *entrant)
{
  if (entrant == NULL || entrant->nation == 0 || entrant->nation_code != 0)
    return g_strdup ("");
  return g_strdup (_ ("This nation is not known"));
}

char *
marathon_entrant_note_nation (MarathonEvent *event, const MarathonEntrant *entrant)
{
  const char *name;
  char code[4];

  if (entrant == NULL || entrant->nation_code == 0)
    return g_strdup ("");
  name = marathon_nation_get_name (entrant->nation_code);
  marathon_nation_write (entrant->nation_code, code);
  /* Nothing is the catalogue's own header in other languages. */
  if (*name == '\0' || g_ascii_strcasecmp (marathon_event_text (event, entrant->nation), name) == 0)
    return g_strdup (code);
  return g_strdup (_ (name));
}

static char *
describe_place (MarathonEvent *event, const MarathonEntrant *entrant, MarathonFlags pin, MarathonText reason)
{
  if (marathon_entrant_has_flag (entrant, pin))
    return g_strdup (_ ("Set by hand"));
  return marathon_reason_to_sentence_for (event, entrant, marathon_event_text (event, reason));
}

char *
marathon_entrant_note_category (MarathonEvent *event, const MarathonEntrant *entrant)
{
  if (entrant == NULL)
    return g_strdup ("");
  return describe_place (event, entrant, MARATHON_FLAG_CATEGORY_PINNED, entrant->category_reason);
}

char *
marathon_entrant_note_wave (MarathonEvent *event, const MarathonEntrant *entrant)
{
  if (entrant == NULL)
    return g_strdup ("");
  return describe_place (event, entrant, MARATHON_FLAG_WAVE_PINNED, entrant->wave_reason);
}
