/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bib plan. Those who need a number wait at the first block that is for them; blocks are emptied in their order, and who gets no number
 * goes on to wait at the next.
 */
#include "planning/bib-plan.h"

#include "base/bib.h"
#include "base/key-set.h"
#include "model/bitmap.h"
#include "model/group.h"
#include "planning/bib-sorter.h"
#include "planning/block-terms.h"
#include "planning/guide-bib.h"
#include "planning/reason.h"
#include "planning/start-unit.h"

#define NO_BLOCK G_MAXUINT32

/* What becomes of the entrant at a position. */
typedef struct {
  guint32 block;  /* NO_BLOCK: none */
  guint32 number;
} Grant;

typedef struct {
  MarathonEvent *event;
  const MarathonRoster *roster;
  MarathonBibPlanMode mode;
  const guint64 *chosen; /* whom the plan is for, a bitmap; NULL: everybody */
  MarathonBibKeys *keys;
  MarathonBlockTerms *terms;
  MarathonBibSorter *sorter;
  MarathonKeySet *used;
  GHashTable *group_bibs; /* handles of groups with a bib of their own */
  GArray **waiting;       /* for each block, of guint32 positions; NULL: nobody */
  Grant *grants;          /* for each position */
} Planning;

/* --- Who is given a number --- */

static gboolean
is_chosen (const Planning *planning, guint32 position)
{
  return planning->chosen == NULL || marathon_bitmap_get (planning->chosen, position);
}

static gboolean
is_fixed (const MarathonEntrant *entrant)
{
  return entrant->bib != 0
         && (entrant->flags & (MARATHON_FLAG_COLLECTED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_BIB_PINNED)) != 0;
}

static gboolean
has_group_bib (const Planning *planning, const MarathonEntrant *entrant)
{
  return entrant->group != 0 && g_hash_table_contains (planning->group_bibs, GUINT_TO_POINTER (entrant->group));
}

static gboolean
is_seeker (const Planning *planning, const MarathonEntrant *entrant)
{
  if (!marathon_entrant_is_planned (entrant) || has_group_bib (planning, entrant))
    return FALSE;
  return entrant->bib == 0 || (planning->mode == MARATHON_BIB_PLAN_RENUMBER && !is_fixed (entrant));
}

static void
note_group_bibs (Planning *planning)
{
  MarathonRecordList *list = marathon_event_get_list (planning->event, MARATHON_LIST_GROUPS);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonGroup *group = marathon_record_list_get (list, i);

      if (group->bib != NULL && *group->bib != '\0')
        g_hash_table_add (planning->group_bibs,
                          GUINT_TO_POINTER (marathon_record_get_handle (MARATHON_RECORD (group))));
    }
}

/* A renumbered athlete's guides get new bibs where theirs were made of the athlete's and are still here. */
static gboolean
guide_follows (const Planning *planning, const MarathonEntrant *entrant, const MarathonGuide *guide, guint index)
{
  char made[MARATHON_BIB_MAX_LENGTH + 1];

  if (entrant->bib == 0 || !is_seeker (planning, entrant) || guide->collected != 0
      || !marathon_guide_bib_make (marathon_event_text (planning->event, entrant->bib), index, made))
    return FALSE;
  return marathon_bib_keys_get_written (planning->keys, made)
         == marathon_bib_keys_get (planning->keys, guide->bib_prefix, guide->bib_number);
}

static const MarathonGuide *
get_guides (const Planning *planning, const MarathonEntrant *entrant, guint *n_guides)
{
  MarathonDetailsView view = { 0 };

  if (entrant->details != 0)
    marathon_details_store_get (marathon_event_get_details (planning->event), entrant->details, &view);
  *n_guides = view.n_guides;
  return view.guides;
}

/* A bib is in use unless this plan is about to give its holder another. */
static void
note_use (const MarathonBibHolding *holding, gpointer user_data)
{
  Planning *planning = user_data;

  if (holding->holder != MARATHON_HOLDER_GROUP && holding->place == MARATHON_PLACE_ROSTER)
    {
      const MarathonEntrant *entrant = marathon_roster_get (planning->roster, holding->position);
      guint n_guides;
      const MarathonGuide *guides = get_guides (planning, entrant, &n_guides);

      if (holding->holder == MARATHON_HOLDER_ENTRANT && is_seeker (planning, entrant))
        return;
      if (holding->holder == MARATHON_HOLDER_GUIDE && holding->guide < n_guides
          && guide_follows (planning, entrant, &guides[holding->guide], holding->guide))
        return;
    }
  marathon_key_set_add (planning->used, holding->key);
}

/* --- Giving --- */

static void
wait_at (Planning *planning, guint32 block, guint32 position)
{
  if (planning->waiting[block] == NULL)
    planning->waiting[block] = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (planning->waiting[block], position);
}

static void
line_up (Planning *planning)
{
  for (guint i = 0; i < marathon_roster_get_size (planning->roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (planning->roster, i);
      guint n_blocks;
      const guint32 *blocks;

      planning->grants[i].block = NO_BLOCK;
      if (!is_chosen (planning, i) || !is_seeker (planning, entrant))
        continue;
      blocks = marathon_block_terms_find (planning->terms, entrant, &n_blocks);
      if (n_blocks > 0)
        wait_at (planning, blocks[0], i);
    }
}

/* Who got no number of @block goes on to the block behind it in their list. */
static void
pass_on (Planning *planning, guint32 block, guint32 position)
{
  guint n_blocks;
  const guint32 *blocks =
    marathon_block_terms_find (planning->terms, marathon_roster_get (planning->roster, position), &n_blocks);

  for (guint i = 0; i + 1 < n_blocks; i++)
    if (blocks[i] == block)
      wait_at (planning, blocks[i + 1], position);
}

/* The lowest free number from @number on that the plan may give; FALSE where there is none. */
static gboolean
find_number (const Planning *planning, const MarathonBlockTerm *term, guint32 *number)
{
  while (term->given > 0 && marathon_number_ranges_next (term->block->numbers, *number, number)
         && *number <= term->last)
    {
      if (!marathon_key_set_contains (planning->used, term->key + *number))
        return TRUE;
      (*number)++;
    }
  return FALSE;
}

/* Whether the bib, with its leading zeros, is short enough to be one. */
static gboolean
is_short (const MarathonBlockTerm *term, guint32 number)
{
  char text[MARATHON_BIB_MAX_LENGTH + 1];

  return marathon_block_term_write (term, number, text);
}

/* The lowest numbers that the plan may give, ascending, no more than @most. */
static GArray *
list_numbers (const Planning *planning, const MarathonBlockTerm *term, guint most)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 number = 0;

  while (numbers->len < most && find_number (planning, term, &number) && is_short (term, number))
    {
      g_array_append_val (numbers, number);
      number++;
    }
  return numbers;
}

static gboolean
has_wave (const Planning *planning, guint32 position)
{
  return marathon_roster_get (planning->roster, position)->wave != 0;
}

/* How many of those in line with a wave, and of those without, get one of @room numbers. */
static void
share_room (const Planning *planning, const guint32 *positions, guint n, guint room, guint *with_wave, guint *without_wave)
{
  *with_wave = 0;
  for (guint i = 0; i < n; i++)
    *with_wave += has_wave (planning, positions[i]);
  *with_wave = MIN (*with_wave, room);
  *without_wave = room - *with_wave;
}

/* Numbers go by the order of the block; where there are not enough, to those with a wave before those without. */
static void
empty_block (Planning *planning, guint32 block)
{
  const MarathonBlockTerm *term = marathon_block_terms_get (planning->terms, block);
  g_autoptr (GArray) waiting = g_steal_pointer (&planning->waiting[block]);
  g_autoptr (GArray) numbers = NULL;
  guint32 *positions;
  guint left[2]; /* numbers for those without a wave, and with one */
  guint next = 0;

  if (waiting == NULL)
    return;
  positions = (guint32 *) (gpointer) waiting->data;
  marathon_bib_sorter_sort (planning->sorter, (MarathonBibOrder) term->block->order, positions, waiting->len);
  numbers = list_numbers (planning, term, waiting->len);
  share_room (planning, positions, waiting->len, numbers->len, &left[1], &left[0]);
  for (guint i = 0; i < waiting->len; i++)
    {
      guint32 number;

      if (left[has_wave (planning, positions[i])] == 0)
        {
          pass_on (planning, block, positions[i]);
          continue;
        }
      left[has_wave (planning, positions[i])]--;
      number = g_array_index (numbers, guint32, next++);
      planning->grants[positions[i]] = (Grant) { block, number };
      marathon_key_set_add (planning->used, term->key + number);
    }
}

/* --- Telling --- */

static const char *
key_of_block (const Planning *planning, guint32 block)
{
  return marathon_record_get_key (MARATHON_RECORD (marathon_block_terms_get (planning->terms, block)->block));
}

static MarathonReason
tell_no_block (const Planning *planning, const MarathonEntrant *entrant)
{
  switch (marathon_block_terms_find_lack (planning->terms, entrant))
    {
    case MARATHON_BLOCK_LACK_CATEGORY:
      return MARATHON_REASON_NO_CATEGORY_YET;
    case MARATHON_BLOCK_LACK_WAVE:
      return MARATHON_REASON_NO_WAVE_YET;
    case MARATHON_BLOCK_LACK_NONE:
    default:
      return MARATHON_REASON_NO_BLOCK;
    }
}

static void
tell_unplaced (const Planning *planning, MarathonPlan *plan, guint32 position, const MarathonEntrant *entrant)
{
  char buffer[MARATHON_REASON_SIZE];
  guint n_blocks;
  const guint32 *blocks = marathon_block_terms_find (planning->terms, entrant, &n_blocks);

  if (n_blocks == 0)
    marathon_reason_write (buffer, tell_no_block (planning, entrant), NULL);
  else
    marathon_reason_write (buffer, MARATHON_REASON_BIBS_EXHAUSTED, key_of_block (planning, blocks[0]), NULL);
  plan->counts.unplaced++;
  marathon_plan_add_unplaced (plan, position, buffer);
  if (entrant->bib != 0)
    marathon_plan_add_change (plan, position, 0, NULL, buffer);
}

static const char *
tell_reason (const Planning *planning, const MarathonEntrant *entrant, guint32 block, char *buffer)
{
  guint n_blocks;
  const guint32 *blocks = marathon_block_terms_find (planning->terms, entrant, &n_blocks);

  if (n_blocks == 0 || blocks[0] == block)
    return marathon_reason_write (buffer, MARATHON_REASON_BLOCK, key_of_block (planning, block), NULL);
  return marathon_reason_write (buffer, MARATHON_REASON_BLOCK_AFTER, key_of_block (planning, block),
                                key_of_block (planning, blocks[0]), NULL);
}

/* Returns the entrant's bib after the plan; "" for none. @text has room for a bib. */
static const char *
tell_seeker (const Planning *planning, MarathonPlan *plan, guint32 position, const MarathonEntrant *entrant, char *text)
{
  const Grant *grant = &planning->grants[position];
  const MarathonBlockTerm *term;
  char buffer[MARATHON_REASON_SIZE];

  if (grant->block == NO_BLOCK)
    {
      tell_unplaced (planning, plan, position, entrant);
      return "";
    }
  term = marathon_block_terms_get (planning->terms, grant->block);
  marathon_block_term_write (term, grant->number, text);
  if (g_str_equal (text, marathon_event_text (planning->event, entrant->bib)))
    {
      plan->counts.kept++;
      return text;
    }
  marathon_plan_add_place (plan, position, entrant->bib != 0, term->handle, text,
                           tell_reason (planning, entrant, grant->block, buffer));
  return text;
}

static const char *
tell_entrant (const Planning *planning, MarathonPlan *plan, guint32 position, const MarathonEntrant *entrant, char *text)
{
  MarathonGroup *group;

  plan->counts.considered++;
  if (is_seeker (planning, entrant))
    return tell_seeker (planning, plan, position, entrant, text);
  if (is_fixed (entrant))
    plan->counts.fixed++;
  else
    plan->counts.kept++;
  if (entrant->bib != 0)
    return marathon_event_text (planning->event, entrant->bib);
  group = marathon_event_get_record (planning->event, MARATHON_LIST_GROUPS, entrant->group);
  return group == NULL ? "" : group->bib;
}

/* --- Guides --- */

static void
tell_guide (const Planning *planning, MarathonPlan *plan, guint32 position, guint index, const char *before, const char *bib)
{
  char buffer[MARATHON_REASON_SIZE];
  char made[MARATHON_BIB_MAX_LENGTH + 1];
  guint64 key = marathon_guide_bib_make (bib, index, made) ? marathon_bib_keys_get_written (planning->keys, made) : 0;

  if (key != 0 && marathon_key_set_add (planning->used, key))
    {
      if (!g_str_equal (made, before))
        {
          MarathonPlanChange *change = marathon_plan_add_change (
            plan, position, 0, made, marathon_reason_write (buffer, MARATHON_REASON_GUIDE_BIB, NULL));

          change->guide = (gint32) index;
          change->is_move = *before != '\0';
        }
      return;
    }
  marathon_reason_write (buffer, MARATHON_REASON_GUIDE_BIB_TAKEN, NULL);
  marathon_plan_add_unplaced (plan, position, buffer)->guide = (gint32) index;
  if (*before != '\0')
    marathon_plan_add_change (plan, position, 0, NULL, buffer)->guide = (gint32) index;
}

static void
tell_guides (const Planning *planning, MarathonPlan *plan, guint32 position, const MarathonEntrant *entrant, const char *bib)
{
  guint n_guides;
  const MarathonGuide *guides = get_guides (planning, entrant, &n_guides);

  if (*bib == '\0')
    return;
  for (guint i = 0; i < n_guides; i++)
    if (guides[i].bib == 0 || guide_follows (planning, entrant, &guides[i], i))
      tell_guide (planning, plan, position, i, marathon_event_text (planning->event, guides[i].bib), bib);
}

static MarathonPlan *
tell_plan (const Planning *planning)
{
  MarathonPlan *plan = marathon_plan_new (MARATHON_FIELD_BIB);
  char text[MARATHON_BIB_MAX_LENGTH + 1];

  for (guint i = 0; i < marathon_roster_get_size (planning->roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (planning->roster, i);

      if (is_chosen (planning, i) && marathon_entrant_is_planned (entrant))
        tell_guides (planning, plan, i, entrant, tell_entrant (planning, plan, i, entrant, text));
    }
  return plan;
}

static MarathonPlan *
make_plan (MarathonEvent *event, MarathonBibPlanMode mode, const guint64 *chosen)
{
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (event, keys);
  g_autoptr (MarathonBibSorter) sorter = marathon_bib_sorter_new (event);
  g_autoptr (MarathonKeySet) used = marathon_key_set_new ();
  g_autoptr (GHashTable) group_bibs = g_hash_table_new (NULL, NULL);
  const MarathonRoster *roster = marathon_event_get_roster (event);
  guint n_blocks = marathon_block_terms_get_size (terms);
  g_autofree GArray **waiting = g_new0 (GArray *, n_blocks + 1);
  g_autofree Grant *grants = g_new (Grant, (gsize) marathon_roster_get_size (roster) + 1);
  Planning planning = { .event = event, .roster = roster, .mode = mode, .chosen = chosen, .keys = keys, .terms = terms,
                        .sorter = sorter, .used = used, .group_bibs = group_bibs, .waiting = waiting, .grants = grants };

  note_group_bibs (&planning);
  marathon_bib_keys_foreach (keys, note_use, &planning);
  line_up (&planning);
  for (guint i = 0; i < n_blocks; i++)
    empty_block (&planning, marathon_block_terms_get_order (terms)[i]);
  return tell_plan (&planning);
}

MarathonPlan *
marathon_bib_plan_new (MarathonEvent *event, MarathonBibPlanMode mode)
{
  return make_plan (event, mode, NULL);
}

MarathonPlan *
marathon_bib_plan_new_for (MarathonEvent *event, const guint32 *positions, guint n)
{
  g_autofree guint64 *chosen = marathon_bitmap_new (marathon_roster_get_size (marathon_event_get_roster (event)));

  for (guint i = 0; i < n; i++)
    marathon_bitmap_set (chosen, positions[i], TRUE);
  return make_plan (event, MARATHON_BIB_PLAN_FILL, chosen);
}
