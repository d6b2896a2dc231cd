/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each wave says to an entrant.
 */
#include "planning/wave-explain.h"

#include <glib/gi18n-lib.h>

#include "planning/start-unit.h"
#include "planning/wave-terms.h"

GArray *
marathon_wave_count_people (MarathonEvent *event)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (gint64));

  g_array_set_size (counts, marathon_wave_terms_get_size (terms));
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      guint wave = entrant->wave == 0 ? G_MAXUINT : marathon_wave_terms_find (terms, entrant->wave);

      if (wave == G_MAXUINT)
        continue;
      if (marathon_entrant_is_planned (entrant) || marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED))
        g_array_index (counts, gint64, wave) += marathon_entrant_count_people (event, entrant);
    }
  return counts;
}

static gboolean
is_full (const MarathonWave *wave, gint64 people, gint64 more)
{
  return wave->capacity != 0 && people + more > (gint64) wave->capacity - wave->headroom;
}

static char *
describe_full (const MarathonWave *wave, gint64 people)
{
  g_autofree char *taken = g_strdup_printf ("%" G_GINT64_FORMAT, people);

  if (wave->headroom == 0)
    return g_strdup_printf (_ ("no room (%s of %u)"), taken, wave->capacity);
  return g_strdup_printf (_ ("no room (%s of %u; %u kept for late entries)"), taken, wave->capacity, wave->headroom);
}

static char *
describe (const MarathonWave *wave, MarathonWaveAnswer answer, MarathonTime predicted, gint64 people)
{
  g_autofree char *time = NULL;

  switch (answer)
    {
    case MARATHON_WAVE_FULL:
      return describe_full (wave, people);
    case MARATHON_WAVE_TOO_EARLY:
      if (!marathon_wave_is_too_early (wave, predicted))
        return g_strdup (_ ("too early without a predicted time"));
      time = marathon_time_format (wave->to);
      return g_strdup_printf (_ ("only for predicted times under %s"), time);
    case MARATHON_WAVE_OTHER_CATEGORY:
      return g_strdup (_ ("not for the category"));
    case MARATHON_WAVE_OTHER_ROUTE:
      return g_strdup (_ ("not for the entry route"));
    case MARATHON_WAVE_FITS:
    default:
      return g_strdup (_ ("fits"));
    }
}

/* Whether some wave for the category leaves this one out, which then is for other categories. */
static gboolean
is_for_category (const MarathonWaveTerms *terms, const MarathonWaveTerm *term, guint32 category)
{
  if (term->names_category)
    return marathon_handles_contain (term->wave->categories, category);
  for (guint i = 0; i < marathon_wave_terms_get_size (terms); i++)
    {
      const MarathonWaveTerm *other = marathon_wave_terms_get (terms, i);

      if (other->names_category && marathon_handles_contain (other->wave->categories, category))
        return FALSE;
    }
  return TRUE;
}

static MarathonTime
time_of (MarathonEvent *event, const MarathonEntrant *entrant)
{
  return entrant->predicted != MARATHON_TIME_NONE ? entrant->predicted
                                                  : marathon_event_get_rules (event)->default_predicted;
}

/* Whether the plan would put somebody with that time there, were there room. */
static gboolean
is_allowed (const MarathonWaveTerms *terms, guint profile, MarathonTime predicted, guint index)
{
  const MarathonWaveProfile *waves = marathon_wave_terms_get_profile (terms, profile);
  g_autofree guint32 *choices = g_new (guint32, waves->n_choices + 1);
  guint n = marathon_wave_terms_choose (terms, profile, predicted, predicted == MARATHON_TIME_NONE, choices);

  for (guint i = 0; i < n; i++)
    if (waves->choices[choices[i]].wave == index)
      return TRUE;
  return FALSE;
}

static MarathonWaveAnswer
ask (MarathonEvent *event, MarathonWaveTerms *terms, guint index, const MarathonEntrant *entrant, gint64 people)
{
  const MarathonWaveTerm *term = marathon_wave_terms_get (terms, index);
  guint profile = marathon_wave_terms_find_profile (terms, entrant->category, entrant->route);
  MarathonTime predicted = time_of (event, entrant);

  if (!is_for_category (terms, term, entrant->category))
    return MARATHON_WAVE_OTHER_CATEGORY;
  if ((marathon_wave_terms_get_profile (terms, profile)->members[index / 64] >> (index % 64) & 1) == 0)
    return MARATHON_WAVE_OTHER_ROUTE;
  if (!is_allowed (terms, profile, predicted, index))
    return predicted == MARATHON_TIME_NONE || marathon_wave_is_too_early (term->wave, predicted)
             ? MARATHON_WAVE_TOO_EARLY
             : MARATHON_WAVE_OTHER_ROUTE; /* earlier than the waves that are for the entry route */
  if (term->handle != entrant->wave && is_full (term->wave, people, marathon_entrant_count_people (event, entrant)))
    return MARATHON_WAVE_FULL;
  return MARATHON_WAVE_FITS;
}

static void
clear_verdict (gpointer data)
{
  g_free (((MarathonWaveVerdict *) data)->text);
}

GArray *
marathon_wave_explain (MarathonEvent *event, guint position)
{
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), position);
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (event);
  g_autoptr (GArray) people = marathon_wave_count_people (event);
  GArray *verdicts = g_array_new (FALSE, TRUE, sizeof (MarathonWaveVerdict));

  g_array_set_clear_func (verdicts, clear_verdict);
  for (guint i = 0; i < marathon_wave_terms_get_size (terms); i++)
    {
      const MarathonWaveTerm *term = marathon_wave_terms_get (terms, i);
      MarathonWaveVerdict verdict = { .handle = term->handle };

      verdict.answer = ask (event, terms, i, entrant, g_array_index (people, gint64, i));
      verdict.text = describe (term->wave, verdict.answer, time_of (event, entrant), g_array_index (people, gint64, i));
      g_array_append_val (verdicts, verdict);
    }
  return verdicts;
}
