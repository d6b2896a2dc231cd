/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People by their full names: whose guide somebody is, and whether a list was imported before. And what else a list as
 * a whole makes one wonder.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"

#define NONE MARATHON_IMPORT_KEYS_NONE
/* From so many of a hundred on, a list is the same again. */
#define SAME_LIST 90
#define MOST_NAMED 3

/* Returns: (transfer full): folded, without signs. */
static char *
fold_names (const char *first, const char *second)
{
  g_autofree char *both = g_strdup_printf ("%s %s", first, second);
  char *folded = marathon_fold (both);
  char *end = folded;

  for (const char *at = folded; *at != '\0'; at++)
    if (*at != ',' && *at != '.' && !(*at == ' ' && end > folded && end[-1] == ' '))
      *end++ = *at;
  *end = '\0';
  return g_strstrip (folded);
}

/* --- Athletes by name --- */

static void
add_full_name (MarathonImportJob *job, char *folded, MarathonImportWho who)
{
  gpointer known;

  if (g_hash_table_lookup_extended (job->full_names, folded, NULL, &known) && GPOINTER_TO_UINT (known) != who + 1)
    who = NONE; /* and one is 0 */
  g_hash_table_replace (job->full_names, folded, GUINT_TO_POINTER (who + 1));
}

static void
add_person (MarathonImportJob *job, const MarathonEntrant *entrant, MarathonImportWho who)
{
  const char *family = marathon_event_text (job->event, entrant->family);
  const char *given = marathon_event_text (job->event, entrant->given);

  add_full_name (job, fold_names (given, family), who);
  add_full_name (job, fold_names (family, given), who);
}

static void
collect_full_names (MarathonImportJob *job)
{
  job->full_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < marathon_roster_get_size (job->roster); i++)
    add_person (job, marathon_roster_get (job->roster, i), i);
  for (guint i = 0; i < job->people->len; i++)
    {
      const MarathonImportPerson *person = &g_array_index (job->people, MarathonImportPerson, i);

      if (person->position == NONE)
        add_person (job, &person->value, marathon_import_who_of_person (job, i));
    }
}

MarathonImportWho
marathon_import_find_full_name (MarathonImportJob *job, const char *text, gboolean *several)
{
  g_autofree char *folded = fold_names (text, "");
  gpointer who;

  *several = FALSE;
  if (job->full_names == NULL)
    collect_full_names (job);
  if (*folded == '\0' || !g_hash_table_lookup_extended (job->full_names, folded, NULL, &who))
    return NONE;
  *several = who == NULL;
  return GPOINTER_TO_UINT (who) - 1;
}

/* --- A list for the second time --- */

static gboolean
are_alike (const MarathonEntrant *a, const MarathonEntrant *b)
{
  return (a->birth == b->birth || a->birth == MARATHON_DATE_UNKNOWN || b->birth == MARATHON_DATE_UNKNOWN)
         && (a->sex == b->sex || a->sex == MARATHON_SEX_UNKNOWN || b->sex == MARATHON_SEX_UNKNOWN);
}

/* Folded names of the roster to one position of each. */
static GHashTable *
collect_roster (const MarathonImportJob *job)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < marathon_roster_get_size (job->roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (job->roster, i);

      g_hash_table_replace (names,
                            fold_names (marathon_event_text (job->event, entrant->given),
                                        marathon_event_text (job->event, entrant->family)),
                            GUINT_TO_POINTER (i + 1));
    }
  return names;
}

/* How many of the new people are called as somebody of the event, who may be the same. */
static guint
count_known (const MarathonImportJob *job)
{
  g_autoptr (GHashTable) names = collect_roster (job);
  guint n = 0;

  for (guint i = 0; i < job->people->len; i++)
    {
      const MarathonImportPerson *person = &g_array_index (job->people, MarathonImportPerson, i);
      g_autofree char *name = fold_names (marathon_event_text (job->event, person->value.given),
                                          marathon_event_text (job->event, person->value.family));
      guint found = *name != '\0' ? GPOINTER_TO_UINT (g_hash_table_lookup (names, name)) : 0;

      n += person->position == NONE && found != 0
           && are_alike (&person->value, marathon_roster_get (job->roster, found - 1));
    }
  return n;
}

static void
note_second_time (MarathonImportJob *job)
{
  guint n = job->import->added->len, n_known;

  if (job->by_field[MARATHON_FIELD_ID] >= 0 || job->by_field[MARATHON_FIELD_EXTERNAL_ID] >= 0 || n == 0)
    return;
  n_known = marathon_roster_get_size (job->roster) > 0 ? count_known (job) : 0;
  if ((guint64) n_known * 100 >= (guint64) n * SAME_LIST)
    {
      marathon_import_note (job, job->header_row, -1, MARATHON_IMPORT_NOTE_DOUBTFUL, "",
                            g_dngettext (GETTEXT_PACKAGE,
                                         "this list may have been imported before: %u of its %u entrants is in the "
                                         "event by name, sex and birth, and was added once more",
                                         "this list may have been imported before: %u of its %u entrants are in the "
                                         "event by name, sex and birth, and were added once more",
                                         n_known),
                            n_known, n);
      marathon_import_make_urgent (job);
    }
  marathon_import_note (
      job, job->header_row, -1, MARATHON_IMPORT_NOTE_DOUBTFUL, "",
      _ ("no column numbers the entries, so importing this file once more would add everybody once more"));
}

/* --- Predicted times --- */

static gboolean
sounds_like_time (const char *name)
{
  static const char *const parts[] = { "time", "finish", "goal", "target", "pace", "zeit", "ziel", "temps", "tempo",
                                       "tiempo", "tijd", "czas", "tid" };
  g_autofree char *folded = marathon_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
note_no_predicted (MarathonImportJob *job)
{
  g_autoptr (GString) similar = g_string_new (NULL);
  guint n = 0;

  if (job->by_field[MARATHON_FIELD_PREDICTED] >= 0 || job->import->added->len == 0)
    return;
  for (guint i = 0; i < job->columns->len && n < MOST_NAMED; i++)
    {
      const MarathonImportCell *cell = marathon_import_column (job, i);

      if (cell->fate != MARATHON_IMPORT_COLUMN_NEW_CUSTOM || !sounds_like_time (cell->name))
        continue;
      g_string_append_printf (similar, "%s“%s”", n > 0 ? ", " : "", cell->name);
      n++;
    }
  if (n > 0)
    marathon_import_note (job, job->header_row, -1, MARATHON_IMPORT_NOTE_DOUBTFUL, "",
                          _ ("no column with predicted times was found; it may be one of those kept in fields of "
                             "their own: %s"),
                          similar->str);
  else
    marathon_import_note (job, job->header_row, -1, MARATHON_IMPORT_NOTE_DOUBTFUL, "",
                          _ ("no column with predicted times was found; waves are filled by other means"));
}

void
marathon_import_note_list (MarathonImportJob *job)
{
  note_second_time (job);
  note_no_predicted (job);
}
