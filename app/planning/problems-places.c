/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems of waves, bibs and groups.
 */
#include "planning/problems-private.h"

#include "base/bib.h"
#include "model/group.h"
#include "planning/block-terms.h"
#include "planning/start-unit.h"
#include "planning/wave-terms.h"

/* --- Waves --- */

static void
look_at_wave_of (MarathonProblemSearch *search, MarathonWaveTerms *terms, guint position, const MarathonEntrant *entrant)
{
  guint wave = entrant->wave == 0 ? G_MAXUINT : marathon_wave_terms_find (terms, entrant->wave);
  const MarathonWaveProfile *profile;
  MarathonTime predicted = entrant->predicted;

  if (wave == G_MAXUINT)
    {
      marathon_problem_search_mark (search, MARATHON_PROBLEM_NO_WAVE, position);
      return;
    }
  profile = marathon_wave_terms_get_profile (
    terms, marathon_wave_terms_find_profile (terms, entrant->category, entrant->route));
  if ((profile->members[wave / 64] >> (wave % 64) & 1) == 0)
    marathon_problem_search_mark (search, MARATHON_PROBLEM_WAVE_NOT_FOR_ENTRANT, position);
  if (predicted == MARATHON_TIME_NONE)
    predicted = marathon_event_get_rules (search->event)->default_predicted;
  if (marathon_wave_is_too_early (marathon_wave_terms_get (terms, wave)->wave, predicted))
    marathon_problem_search_mark (search, MARATHON_PROBLEM_WAVE_TOO_EARLY, position);
}

static void
look_at_wave_records (MarathonProblemSearch *search, const MarathonWaveTerms *terms)
{
  for (guint i = 0; i < marathon_wave_terms_get_size (terms); i++)
    {
      const MarathonWaveTerm *term = marathon_wave_terms_get (terms, i);
      MarathonWave *wave = term->wave;

      if (wave->time == MARATHON_CLOCK_NONE)
        marathon_problem_search_mark_record (search, MARATHON_PROBLEM_WAVE_WITHOUT_TIME, wave);
      if (marathon_fill_is_over (marathon_fills_get (search->fills, MARATHON_LIST_WAVES, term->handle)))
        marathon_problem_search_mark_record (search, MARATHON_PROBLEM_WAVE_OVER_CAPACITY, wave);
      if (wave->capacity != 0 && wave->headroom >= wave->capacity)
        marathon_problem_search_mark_record (search, MARATHON_PROBLEM_WAVE_WITHOUT_ROOM, wave);
    }
}

void
marathon_problem_search_waves (MarathonProblemSearch *search)
{
  g_autoptr (MarathonWaveTerms) terms = marathon_wave_terms_new (search->event);

  for (guint i = 0; i < search->size; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (search->roster, i);

      if (marathon_entrant_is_planned (entrant))
        look_at_wave_of (search, terms, i, entrant);
    }
  look_at_wave_records (search, terms);
}

/* --- Bibs --- */

static gboolean
has_group_bib (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonGroup *group = entrant->group == 0 ? NULL
                                             : marathon_event_get_record (event, MARATHON_LIST_GROUPS, entrant->group);

  return group != NULL && group->bib != NULL && *group->bib != '\0';
}

/* Whether some block for the entrant has the bib; or there is none for the entrant, or the bib is a name, as the elite have. */
static gboolean
is_in_block (MarathonBlockTerms *terms, MarathonBibKeys *keys, const MarathonEntrant *entrant)
{
  guint64 key = marathon_bib_keys_get (keys, entrant->bib_prefix, entrant->bib_number);
  guint n_blocks;
  const guint32 *blocks = marathon_block_terms_find (terms, entrant, &n_blocks);

  if (n_blocks == 0 || entrant->bib_number == MARATHON_BIB_NO_NUMBER)
    return TRUE;
  for (guint i = 0; i < n_blocks; i++)
    if (marathon_block_term_contains (marathon_block_terms_get (terms, blocks[i]), key))
      return TRUE;
  return FALSE;
}

void
marathon_problem_search_bibs (MarathonProblemSearch *search)
{
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (search->event);
  g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (search->event, keys);

  for (guint i = 0; i < marathon_block_terms_get_size (terms); i++)
    if (marathon_block_terms_find_overlap (terms, i, NULL) != NULL)
      marathon_problem_search_mark_record (search, MARATHON_PROBLEM_BLOCKS_OVERLAP,
                                           marathon_block_terms_get (terms, i)->block);
  for (guint i = 0; i < search->size; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (search->roster, i);

      if (!marathon_entrant_is_planned (entrant))
        continue;
      if (entrant->bib == 0 && !has_group_bib (search->event, entrant))
        marathon_problem_search_mark (search, MARATHON_PROBLEM_NO_BIB, i);
      if (entrant->bib != 0 && !is_in_block (terms, keys, entrant))
        marathon_problem_search_mark (search, MARATHON_PROBLEM_BIB_OUTSIDE_BLOCK, i);
    }
}

/* --- Groups --- */

typedef struct {
  guint members; /* accepted ones */
  guint16 wave;  /* of the first of them that has one */
  gboolean is_split;
} Group;

/* The place of the group in the list + 1, or 0. */
static guint
find_group (GHashTable *by_handle, const MarathonEntrant *entrant)
{
  if (entrant->group == 0 || !marathon_entrant_is_planned (entrant))
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (by_handle, GUINT_TO_POINTER (entrant->group)));
}

static void
count_member (Group *group, const MarathonEntrant *entrant)
{
  group->members++;
  if (entrant->wave == 0)
    return;
  if (group->wave == 0)
    group->wave = entrant->wave;
  else if (group->wave != entrant->wave)
    group->is_split = TRUE;
}

static void
look_at_group (MarathonProblemSearch *search, MarathonGroup *record, Group *group)
{
  group->is_split = group->is_split && record->together;
  if (group->is_split)
    marathon_problem_search_mark_record (search, MARATHON_PROBLEM_GROUP_SPLIT, record);
  if (group->members == 1)
    marathon_problem_search_mark_record (search, MARATHON_PROBLEM_GROUP_OF_ONE, record);
}

void
marathon_problem_search_groups (MarathonProblemSearch *search)
{
  MarathonRecordList *list = marathon_event_get_list (search->event, MARATHON_LIST_GROUPS);
  guint n_groups = marathon_record_list_get_size (list);
  g_autoptr (GHashTable) by_handle = g_hash_table_new (NULL, NULL);
  g_autofree Group *groups = g_new0 (Group, n_groups + 1);
  guint found;

  if (n_groups == 0)
    return;
  for (guint i = 0; i < n_groups; i++)
    g_hash_table_insert (by_handle, GUINT_TO_POINTER (marathon_record_get_handle (marathon_record_list_get (list, i))),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < search->size; i++)
    if ((found = find_group (by_handle, marathon_roster_get (search->roster, i))) != 0)
      count_member (&groups[found - 1], marathon_roster_get (search->roster, i));
  for (guint i = 0; i < n_groups; i++)
    look_at_group (search, marathon_record_list_get (list, i), &groups[i]);
  for (guint i = 0; i < search->size; i++)
    {
      found = find_group (by_handle, marathon_roster_get (search->roster, i));
      if (found != 0 && groups[found - 1].is_split)
        marathon_problem_search_mark (search, MARATHON_PROBLEM_GROUP_SPLIT, i);
      if (found != 0 && groups[found - 1].members == 1)
        marathon_problem_search_mark (search, MARATHON_PROBLEM_GROUP_OF_ONE, i);
    }
}
