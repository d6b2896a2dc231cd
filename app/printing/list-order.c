/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names become ranks, each distinct name collated once; ranks and bibs are then sorted as numbers.
 */
#include "printing/list-order.h"

#include "model/group.h"
#include "model/radix-sort.h"
#include "model/text-ranks.h"
#include "printing/list-bib-keys.h"

/* --- Numbers --- */

static guint32 *
new_permutation (guint n)
{
  guint32 *permutation = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    permutation[i] = i;
  return permutation;
}

static guint32
position_at (const GArray *positions, guint index)
{
  return g_array_index (positions, guint32, index);
}

/* Puts the positions into the order of @permutation, which is lost. */
static void
apply (GArray *positions, guint32 *permutation)
{
  for (guint i = 0; i < positions->len; i++)
    permutation[i] = position_at (positions, permutation[i]);
  for (guint i = 0; i < positions->len; i++)
    g_array_index (positions, guint32, i) = permutation[i];
}

/* The low halves first: the sort is stable. */
void
marathon_list_sort_by_number (GArray *positions, const guint64 *numbers)
{
  g_autofree guint32 *permutation = new_permutation (positions->len);
  g_autofree guint32 *scratch = g_new (guint32, MAX (positions->len, 1));
  g_autofree guint32 *half = g_new (guint32, MAX (positions->len, 1));

  for (guint shift = 0; shift < 64; shift += 32)
    {
      for (guint i = 0; i < positions->len; i++)
        half[i] = (guint32) (numbers[i] >> shift);
      marathon_radix_sort (half, G_MAXUINT32, permutation, scratch, positions->len);
    }
  apply (positions, permutation);
}

/* --- Names --- */

static MarathonText
get_sort_text (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonText key = 0;

  if (entrant->details != 0)
    key = marathon_details_store_get_value (marathon_event_get_details (event), entrant->details, MARATHON_FIELD_SORT_KEY);
  return key != 0 ? key : entrant->family != 0 ? entrant->family : entrant->given;
}

const char *
marathon_list_get_sort_text (MarathonEvent *event, const MarathonEntrant *entrant)
{
  return marathon_event_text (event, get_sort_text (event, entrant));
}

/* Replaces each of the @n texts by its rank in the alphabet: equal texts are brought together by sorting their references. */
static void
rank_texts (const MarathonTextPool *pool, MarathonCollation *collation, guint32 *texts, guint n)
{
  g_autoptr (MarathonTextRanks) ranks = marathon_text_ranks_new (MARATHON_TEXT_ORDER_ALPHABET);
  g_autoptr (GArray) distinct = g_array_new (FALSE, FALSE, sizeof (MarathonText));
  g_autofree guint32 *permutation = new_permutation (n);
  g_autofree guint32 *scratch = g_new (guint32, MAX (n, 1));
  g_autofree guint32 *codes = g_new (guint32, MAX (n, 1));
  const MarathonText empty = 0;
  const guint32 *rank_of_code;
  guint32 greatest;

  marathon_radix_sort (texts, G_MAXUINT32, permutation, scratch, n);
  g_array_append_val (distinct, empty);
  for (guint i = 0; i < n; i++)
    {
      MarathonText text = texts[permutation[i]];

      if (text != g_array_index (distinct, MarathonText, distinct->len - 1))
        g_array_append_val (distinct, text);
      codes[permutation[i]] = distinct->len - 1;
    }
  rank_of_code = marathon_text_ranks_get (ranks, pool, collation, (const MarathonText *) (gpointer) distinct->data, distinct->len,
                                          &greatest);
  for (guint i = 0; i < n; i++)
    texts[i] = rank_of_code[codes[i]];
}

/* The ranks of the names as one number for each; that of unpublished names is above all others. */
static guint64 *
make_name_numbers (MarathonListText *text, const GArray *positions)
{
  MarathonEvent *event = marathon_list_text_get_event (text);
  MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonTextPool *pool = marathon_event_get_pool (event);
  g_autoptr (MarathonCollation) collation = marathon_collation_new (marathon_event_get_info (event)->language);
  guint n = positions->len;
  g_autofree guint32 *first = g_new (guint32, MAX (n, 1));
  g_autofree guint32 *second = g_new (guint32, MAX (n, 1));
  guint64 *numbers = g_new (guint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, position_at (positions, i));

      first[i] = get_sort_text (event, entrant);
      second[i] = entrant->given;
    }
  rank_texts (pool, collation, first, n);
  rank_texts (pool, collation, second, n);
  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, position_at (positions, i));

      numbers[i] = marathon_list_text_get_publish (text, entrant) == MARATHON_PUBLISH_FULL
                     ? (guint64) first[i] << 32 | second[i]
                     : G_MAXUINT64;
    }
  return numbers;
}

static void
sort_by_id (MarathonEvent *event, GArray *positions)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  g_autofree guint64 *ids = g_new (guint64, MAX (positions->len, 1));

  for (guint i = 0; i < positions->len; i++)
    ids[i] = marathon_roster_get (roster, position_at (positions, i))->id;
  marathon_list_sort_by_number (positions, ids);
}

/* The keys of bibs, also of those shared with a group. */
static guint64 *
make_bib_numbers (MarathonListText *text, const GArray *positions)
{
  MarathonEvent *event = marathon_list_text_get_event (text);
  MarathonRoster *roster = marathon_event_get_roster (event);
  g_autoptr (MarathonListBibKeys) keys = marathon_list_bib_keys_new (event);
  guint64 *numbers = g_new (guint64, MAX (positions->len, 1));

  for (guint i = 0; i < positions->len; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, position_at (positions, i));
      const MarathonGroup *group = NULL;

      numbers[i] = marathon_list_bib_keys_get_entrant (keys, entrant);
      if (entrant->bib == 0 && entrant->group != 0)
        group = marathon_event_get_record (event, MARATHON_LIST_GROUPS, entrant->group);
      if (group != NULL)
        numbers[i] = marathon_list_bib_keys_get_text (keys, group->bib);
    }
  return numbers;
}

/* Moves those whose names are not published from the end of @positions to a new array. */
static GArray *
take_unpublished (MarathonListText *text, GArray *positions)
{
  MarathonRoster *roster = marathon_event_get_roster (marathon_list_text_get_event (text));
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = positions->len;

  while (n > 0
         && marathon_list_text_get_publish (text, marathon_roster_get (roster, position_at (positions, n - 1))) != MARATHON_PUBLISH_FULL)
    n--;
  g_array_append_vals (taken, positions->data + n * sizeof (guint32), positions->len - n);
  g_array_set_size (positions, n);
  return taken;
}

void
marathon_list_sort_by_name (MarathonListText *text, GArray *positions)
{
  g_autofree guint64 *numbers = NULL;
  g_autofree guint64 *bibs = NULL;
  g_autoptr (GArray) unpublished = NULL;

  if (positions->len == 0)
    return;
  sort_by_id (marathon_list_text_get_event (text), positions);
  numbers = make_name_numbers (text, positions);
  marathon_list_sort_by_number (positions, numbers);
  unpublished = take_unpublished (text, positions);
  if (unpublished->len == 0)
    return;
  bibs = make_bib_numbers (text, unpublished);
  marathon_list_sort_by_number (unpublished, bibs);
  g_array_append_vals (positions, unpublished->data, unpublished->len);
}

/* --- Bibs --- */

void
marathon_list_sort_by_bib (MarathonListText *text, GArray *positions)
{
  MarathonRoster *roster = marathon_event_get_roster (marathon_list_text_get_event (text));
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint64 *numbers = NULL;
  guint n = 0;

  /* Those without a bib of their own by name, so that they are so among themselves, and where several share one. */
  for (guint i = 0; i < positions->len; i++)
    {
      guint32 position = position_at (positions, i);

      if (marathon_roster_get (roster, position)->bib == 0)
        g_array_append_val (without, position);
      else
        g_array_index (positions, guint32, n++) = position;
    }
  g_array_set_size (positions, n);
  marathon_list_sort_by_name (text, without);
  if (without->len > 0)
    g_array_append_vals (positions, without->data, without->len);
  numbers = make_bib_numbers (text, positions);
  marathon_list_sort_by_number (positions, numbers);
}

/* --- Sections --- */

MarathonListDivision *
marathon_list_division_new (MarathonEvent          *event,
                            const GArray           *positions,
                            guint                   n_sections,
                            MarathonListSectionFunc func,
                            gpointer                user_data)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonListDivision *division = g_new0 (MarathonListDivision, 1);
  g_autofree guint32 *sections = g_new (guint32, MAX (positions->len, 1));
  g_autofree guint32 *next = g_new (guint32, n_sections + 1);

  division->n_sections = n_sections;
  division->starts = g_new0 (guint32, n_sections + 1);
  division->positions = g_new (guint32, MAX (positions->len, 1));
  for (guint i = 0; i < positions->len; i++)
    {
      sections[i] = func (marathon_roster_get (roster, position_at (positions, i)), user_data);
      if (sections[i] < n_sections)
        division->starts[sections[i] + 1]++;
      else
        division->n_without++;
    }
  for (guint i = 0; i < n_sections; i++)
    {
      next[i] = division->starts[i];
      division->starts[i + 1] += division->starts[i];
    }
  for (guint i = 0; i < positions->len; i++)
    if (sections[i] < n_sections)
      division->positions[next[sections[i]]++] = position_at (positions, i);
  return division;
}

void
marathon_list_division_free (MarathonListDivision *division)
{
  if (division == NULL)
    return;
  g_free (division->starts);
  g_free (division->positions);
  g_free (division);
}
