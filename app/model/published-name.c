/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a list may say of a name.
 */
#include "model/published-name.h"

/* Whether nothing shows that somebody is of age, of whose birth something is known. */
static gboolean
may_be_minor (MarathonEvent *event, MarathonDate birth)
{
  int age;

  if (birth == MARATHON_DATE_UNKNOWN || !marathon_event_get_rules (event)->minors_withheld)
    return FALSE;
  age = marathon_date_age_on (birth, marathon_event_get_info (event)->date); /* -1 without a day */
  if (marathon_date_get_kind (birth) == MARATHON_DATE_KIND_YEAR)
    age--;
  return age < MARATHON_PUBLISHED_AGE;
}

MarathonPublish
marathon_published_name_get_rule (MarathonEvent *event, const MarathonEntrant *entrant, MarathonAudience audience)
{
  if (audience != MARATHON_AUDIENCE_PUBLIC)
    return MARATHON_PUBLISH_FULL;
  return may_be_minor (event, entrant->birth) ? MARATHON_PUBLISH_WITHHELD : (MarathonPublish) entrant->publish;
}

MarathonPublish
marathon_published_name_get_guide_rule (MarathonEvent         *event,
                                        const MarathonEntrant *athlete,
                                        const MarathonGuide   *guide,
                                        MarathonAudience       audience)
{
  if (audience != MARATHON_AUDIENCE_PUBLIC)
    return MARATHON_PUBLISH_FULL;
  if (may_be_minor (event, guide->birth)
      || marathon_published_name_get_rule (event, athlete, audience) == MARATHON_PUBLISH_WITHHELD)
    return MARATHON_PUBLISH_WITHHELD;
  for (MarathonPlace place = MARATHON_PLACE_ROSTER; guide->entrant != 0 && place <= MARATHON_PLACE_BIN; place++)
    {
      MarathonRoster *roster = marathon_event_get_place (event, place);
      guint position;

      if (marathon_roster_find (roster, guide->entrant, &position))
        return marathon_published_name_get_rule (event, marathon_roster_get (roster, position), audience);
    }
  return MARATHON_PUBLISH_FULL;
}

gboolean
marathon_published_name_allows (MarathonPublish rule, guint field)
{
  static const MarathonField plain[] = {
    MARATHON_FIELD_BIB,       MARATHON_FIELD_FAMILY,   MARATHON_FIELD_GIVEN,         MARATHON_FIELD_SEX,
    MARATHON_FIELD_MODE,      MARATHON_FIELD_CATEGORY, MARATHON_FIELD_WAVE,          MARATHON_FIELD_GUN_TIME,
    MARATHON_FIELD_NET_TIME,  MARATHON_FIELD_PLACE,    MARATHON_FIELD_RESULT_STATUS, MARATHON_FIELD_RESULT_RULE,
    MARATHON_FIELD_RESULT_OFFICIAL,
  };

  if (rule == MARATHON_PUBLISH_FULL)
    return TRUE;
  if (rule == MARATHON_PUBLISH_INITIALS)
    return field != MARATHON_FIELD_KNOWN_AS && field != MARATHON_FIELD_BIB_NAME;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (plain[i] == field)
      return TRUE;
  return FALSE;
}

void
marathon_published_name_append (MarathonPublish rule, const char *name, GString *out)
{
  gboolean starts = TRUE;

  if (rule == MARATHON_PUBLISH_FULL)
    g_string_append (out, name);
  if (rule != MARATHON_PUBLISH_INITIALS)
    return;
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar letter = g_utf8_get_char (name);

      if (starts && g_unichar_isalnum (letter))
        {
          g_string_append_unichar (out, letter);
          g_string_append_c (out, '.');
        }
      starts = letter == ' ' || letter == '-';
      if (starts)
        g_string_append_unichar (out, letter);
    }
}
