/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left of single values.
 */
#include "editing/personal-values.h"

#include <string.h>

#include "base/id-source.h"
#include "editing/personal-removal.h"
#include "model/custom-field.h"
#include "planning/reason.h"

gboolean
marathon_personal_bib_is_name (const char *bib)
{
  return strcspn (bib, "0123456789") == strlen (bib);
}

void
marathon_personal_coarsen_bib (GString *text)
{
  if (marathon_personal_bib_is_name (text->str))
    g_string_truncate (text, 0);
}

void
marathon_personal_coarsen_instant (GString *text)
{
  char *time = strchr (text->str, 'T');

  if (time == NULL)
    return;
  g_string_truncate (text, (gsize) (time - text->str));
  g_string_append (text, "T00:00:00Z");
}

/* The new key of a group; another word where it says nothing but a number, a time, or a record of the race; else %NULL.
 */
static const char *
look_up_argument (const char *word, MarathonEvent *event, GHashTable *group_keys)
{
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES, MARATHON_LIST_BIB_BLOCKS };

  if (strspn (word, "0123456789:.") == strlen (word))
    return word;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (marathon_record_list_find (marathon_event_get_list (event, lists[i]), word) != NULL)
      return word;
  return g_hash_table_lookup (group_keys, word);
}

/* Whether the first argument of the reason is a group. */
static gboolean
names_group (MarathonReason code)
{
  return code == MARATHON_REASON_GROUP || code == MARATHON_REASON_GROUP_OVERFLOW
         || code == MARATHON_REASON_GROUP_NO_TIME || code == MARATHON_REASON_GROUP_FOLLOWS
         || code == MARATHON_REASON_GROUP_APART;
}

void
marathon_personal_coarsen_reason (GString *text, MarathonEvent *event, GHashTable *group_keys)
{
  g_auto (GStrv) words = g_strsplit (text->str, " ", -1);
  MarathonReason code;
  gboolean is_known = marathon_reason_get_code (text->str, &code);

  g_string_truncate (text, 0);
  if (!is_known)
    return;
  g_string_assign (text, words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      const char *word = i == 1 && names_group (code) ? g_hash_table_lookup (group_keys, words[i])
                                                      : look_up_argument (words[i], event, group_keys);

      if (word == NULL)
        {
          g_string_truncate (text, 0);
          return;
        }
      g_string_append_printf (text, " %s", word);
    }
}

void
marathon_personal_coarsen_choice (GString *text, MarathonEvent *event, const MarathonFieldInfo *info)
{
  MarathonCustomField *custom
      = marathon_event_get_record (event, MARATHON_LIST_CUSTOM_FIELDS, info->field - MARATHON_FIELD_CUSTOM);

  if (custom == NULL || custom->choices == NULL || !g_strv_contains (custom->choices, text->str))
    g_string_truncate (text, 0);
}

void
marathon_personal_write_id (guint64 id, GString *text)
{
  char buffer[17] = "";

  if (id != 0)
    marathon_id_write (id, buffer);
  g_string_assign (text, buffer);
}

void
marathon_personal_write_date (MarathonDate date, GString *text)
{
  g_autofree char *written = marathon_date_format (date);

  g_string_assign (text, written);
}

/* --- Birth dates --- */

/* The same day of the year before; 28 February for the 29th. */
static MarathonDate
get_year_before (const GDate *day)
{
  GDate before = *day;

  g_date_subtract_years (&before, 1);
  return marathon_date_new_day (g_date_get_year (&before), (int) g_date_get_month (&before), g_date_get_day (&before));
}

MarathonDate
marathon_personal_coarsen_birth (MarathonDate birth, MarathonDate race_day)
{
  int age = marathon_date_age_on (birth, race_day);
  MarathonDate coarse = MARATHON_DATE_UNKNOWN;
  GDate race, born;

  if (marathon_date_get_kind (birth) != MARATHON_DATE_KIND_DAY)
    return birth;
  if (age >= 1)
    {
      g_date_set_julian (&race, marathon_date_get_julian (race_day));
      g_date_set_julian (&born, marathon_date_get_julian (birth));
      /* Had the birthday in the year of the race: one year less, a year before the race. Else: as old at the end of the
       * year before. */
      if (age == g_date_get_year (&race) - g_date_get_year (&born))
        coarse = marathon_date_new_age (age - 1, get_year_before (&race));
      else
        coarse = marathon_date_new_age (age, marathon_date_new_day (g_date_get_year (&race) - 1, 12, 31));
    }
  return coarse != MARATHON_DATE_UNKNOWN ? coarse : marathon_date_new_year (marathon_date_get_year (birth));
}
