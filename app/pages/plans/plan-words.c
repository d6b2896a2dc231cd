/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the plan dialog.
 */
#include "pages/plans/plan-words.h"

#include <glib/gi18n-lib.h>

static const MarathonPlanWords table[] = {
  { MARATHON_FIELD_CATEGORY,
    N_ ("Plan Categories"),
    N_ ("Plan _Categories…"),
    { N_ ("Without Category"), N_ ("Lose Their Category"), N_ ("Moved"), N_ ("New") },
    N_ ("Everybody who is accepted has a category, and nobody has to change it.") },
  { MARATHON_FIELD_WAVE,
    N_ ("Plan Waves"),
    N_ ("Plan _Waves…"),
    { N_ ("Without Wave"), N_ ("Lose Their Wave"), N_ ("Moved"), N_ ("New") },
    N_ ("Everybody who is accepted has a wave, and nobody has to change it.") },
  { MARATHON_FIELD_BIB,
    N_ ("Assign Bibs"),
    N_ ("Assign _Bibs…"),
    { N_ ("Without Bib"), N_ ("Lose Their Bib"), N_ ("Renumbered"), N_ ("New") },
    N_ ("Everybody who is accepted has a bib, of their own or of their group.") },
};

const MarathonPlanWords *
marathon_plan_words_get (MarathonField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].field == field)
      return &table[i];
  g_return_val_if_reached (&table[0]);
}

static const MarathonPlanLackWords lacks[] = {
  [MARATHON_PLAN_LACK_ACCEPTED] = { "marathon-entrants-symbolic", N_ ("Nobody Is Accepted Yet"),
                                    N_ ("Only accepted entrants are planned."), N_ ("Go to _Entrants"), "entrants" },
  [MARATHON_PLAN_LACK_CATEGORIES] = { "dialog-information-symbolic", N_ ("No Categories Yet"),
                                      N_ ("Say first which categories there are, and for whom each is."),
                                      N_ ("Go to _Categories"), "categories" },
  [MARATHON_PLAN_LACK_WAVES] = { "dialog-information-symbolic", N_ ("No Waves Yet"),
                                 N_ ("Say first which waves start, when, and with how many people."),
                                 N_ ("Go to _Starts and Waves"), "waves" },
  [MARATHON_PLAN_LACK_BLOCKS] = { "dialog-information-symbolic", N_ ("No Bib Blocks Yet"),
                                  N_ ("Say first which numbers there are, and for whom."), N_ ("Go to _Bibs"), "bibs" },
};

const MarathonPlanLackWords *
marathon_plan_words_get_lack (MarathonPlanLack lack)
{
  g_return_val_if_fail (lack > MARATHON_PLAN_LACK_NONE && lack < G_N_ELEMENTS (lacks), &lacks[1]);

  return &lacks[lack];
}

char *
marathon_plan_words_format_applying (MarathonField field, guint n)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assigning %'u category…", "Assigning %'u categories…", n), n);
    case MARATHON_FIELD_WAVE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assigning %'u wave…", "Assigning %'u waves…", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assigning %'u bib…", "Assigning %'u bibs…", n), n);
    }
}

char *
marathon_plan_words_format_applied (MarathonField field, guint n)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assigned %'u category", "Assigned %'u categories", n), n);
    case MARATHON_FIELD_WAVE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assigned %'u wave", "Assigned %'u waves", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assigned %'u bib", "Assigned %'u bibs", n), n);
    }
}

char *
marathon_plan_words_format_waiting (MarathonField first, guint n)
{
  if (first == MARATHON_FIELD_CATEGORY)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u has no category yet, which is needed first.",
                                         "%'u have no category yet, which is needed first.", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u has no wave yet, which is needed first.",
                                       "%'u have no wave yet, which is needed first.", n), n);
}
