/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entrants of the difference of two events: who stays, goes and comes, and their lines.
 */
#include "editing/event-difference-private.h"

#include "model/entrant-draft.h"

static const MarathonPlace all_places[] = { MARATHON_PLACE_ROSTER, MARATHON_PLACE_BIN };

static const MarathonEntrant *
get_from (const MarathonDifference *difference, MarathonPlace place, guint position)
{
  return marathon_roster_get (marathon_event_get_place (difference->from, place), position);
}

static const MarathonEntrant *
get_to (const MarathonDifference *difference, MarathonPlace place, guint position)
{
  return marathon_roster_get (marathon_event_get_place (difference->to, place), position);
}

/* --- Who stays --- */

/* What a newer version left at an entrant cannot be changed, but such an entrant can go and come. */
static gboolean
can_stay (const MarathonDifference *difference, const MarathonEntrant *from, const MarathonEntrant *to)
{
  return marathon_event_get_newer_minor (difference->from) == 0
         || marathon_sameness_compare_unknown (&difference->sameness, from, to);
}

static void
match_ids (MarathonDifference *difference, MarathonPlace place)
{
  MarathonRoster *to = marathon_event_get_place (difference->to, place);
  guint n = marathon_roster_get_size (marathon_event_get_place (difference->from, place));
  guint n_to = marathon_roster_get_size (to), position = 0;
  guint32 *matches = g_new (guint32, n);

  /* The next one of this event is nearly always the next one of the other; only else it is looked up. */
  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = get_from (difference, place, i);

      matches[i] = MARATHON_DIFFERENCE_NONE;
      if ((position >= n_to || marathon_roster_get (to, position)->id != entrant->id)
          && !marathon_roster_find (to, entrant->id, &position))
        continue;
      if (can_stay (difference, entrant, marathon_roster_get (to, position)))
        matches[i] = position;
      position++;
    }
  marathon_difference_find_rising (matches, n);
  difference->places[place].matches = matches;
}

/* Who goes and who comes: all whom matches do not name. Both events are walked through in step, since matches rise. */
static void
list_others (MarathonDifference *difference, MarathonPlace place)
{
  MarathonPlaceDifference *here = &difference->places[place];
  guint n = marathon_roster_get_size (marathon_event_get_place (difference->from, place));
  guint n_to = marathon_roster_get_size (marathon_event_get_place (difference->to, place));
  guint32 next = 0;

  for (guint32 i = 0; i <= n; i++)
    {
      guint32 match = i < n ? here->matches[i] : n_to;

      if (match == MARATHON_DIFFERENCE_NONE)
        {
          g_array_append_val (here->goes, i);
          marathon_key_set_add (here->going, get_from (difference, place, i)->id);
          continue;
        }
      for (; next < match; next++)
        {
          g_array_append_val (here->comes, next);
          marathon_key_set_add (here->coming, get_to (difference, place, next)->id);
        }
      next = match + 1;
    }
}

static void
count_others (MarathonDifference *difference, MarathonPlace place)
{
  MarathonPlaceDifference *here = &difference->places[place];

  for (guint i = 0; i < here->goes->len; i++)
    if (marathon_event_has_entrant (difference->to,
                                    get_from (difference, place, g_array_index (here->goes, guint32, i))->id))
      difference->counts->n_changed++;
    else
      difference->counts->n_removed++;
  for (guint i = 0; i < here->comes->len; i++)
    if (!marathon_event_has_entrant (difference->from,
                                     get_to (difference, place, g_array_index (here->comes, guint32, i))->id))
      difference->counts->n_inserted++;
}

/* --- Who of them is touched --- */

static gboolean
has_guides (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  return view.n_guides > 0;
}

static gboolean
guides_name (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonKeySet *ids)
{
  MarathonDetailsView view;

  if (entrant->details == 0 || marathon_key_set_get_size (ids) == 0)
    return FALSE;
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    if (view.guides[i].entrant != 0 && marathon_key_set_contains (ids, view.guides[i].entrant))
      return TRUE;
  return FALSE;
}

static gboolean
guides_name_goers (const MarathonDifference *difference, const MarathonEntrant *entrant)
{
  return guides_name (difference->from, entrant, difference->places[MARATHON_PLACE_ROSTER].going)
         || guides_name (difference->from, entrant, difference->places[MARATHON_PLACE_BIN].going);
}

static gboolean
guides_name_comers (const MarathonDifference *difference, const MarathonEntrant *entrant)
{
  return guides_name (difference->to, entrant, difference->places[MARATHON_PLACE_ROSTER].coming)
         || guides_name (difference->to, entrant, difference->places[MARATHON_PLACE_BIN].coming);
}

static void
look_at (MarathonDifference *difference, MarathonPlace place, guint32 position, guint32 match)
{
  const MarathonEntrant *from = get_from (difference, place, position), *to = get_to (difference, place, match);
  MarathonTouchedEntrant touched = { position, match, marathon_sameness_compare (&difference->sameness, from, to) };

  touched.guides_late = guides_name_comers (difference, to);
  touched.frees_guides = guides_name_goers (difference, from);
  if (touched.words == 0 && !touched.guides_late && !touched.frees_guides)
    return;
  touched.guides_differ = touched.words != 0 && !marathon_sameness_compare_guides (&difference->sameness, from, to);
  /* Those in the bin change after those in the roster, who may take the ids of their guides. */
  touched.frees_guides
      = has_guides (difference->from, from)
        && (touched.frees_guides || touched.guides_late || (place == MARATHON_PLACE_BIN && touched.guides_differ));
  g_array_append_val (difference->places[place].touched, touched);
}

static void
list_touched (MarathonDifference *difference, MarathonPlace place)
{
  const guint32 *matches = difference->places[place].matches;
  guint n = marathon_roster_get_size (marathon_event_get_place (difference->from, place));

  for (guint i = 0; i < n; i++)
    if (matches[i] != MARATHON_DIFFERENCE_NONE)
      look_at (difference, place, i, matches[i]);
}

void
marathon_difference_match_entrants (MarathonDifference *difference)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    {
      MarathonPlaceDifference *here = &difference->places[all_places[i]];

      here->goes = g_array_new (FALSE, FALSE, sizeof (guint32));
      here->comes = g_array_new (FALSE, FALSE, sizeof (guint32));
      here->touched = g_array_new (FALSE, FALSE, sizeof (MarathonTouchedEntrant));
      here->going = marathon_key_set_new ();
      here->coming = marathon_key_set_new ();
      match_ids (difference, all_places[i]);
      list_others (difference, all_places[i]);
      count_others (difference, all_places[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    list_touched (difference, all_places[i]);
}

void
marathon_difference_clear_entrants (MarathonDifference *difference)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    {
      MarathonPlaceDifference *here = &difference->places[all_places[i]];

      g_free (here->matches);
      g_array_unref (here->goes);
      g_array_unref (here->comes);
      g_array_unref (here->touched);
      marathon_key_set_free (here->going);
      marathon_key_set_free (here->coming);
    }
}

/* --- Lines --- */

/* Returns whether the entrant had one. */
static gboolean
clear_dropped_customs (MarathonDifference *difference, MarathonPlace place, const MarathonEntrant *entrant)
{
  gboolean had_one = FALSE;

  for (guint i = 0; i < difference->dropped->len; i++)
    {
      guint field = MARATHON_FIELD_CUSTOM + marathon_record_get_handle (g_ptr_array_index (difference->dropped, i));

      if (*marathon_entrant_get_detail (difference->from, entrant, field) == '\0')
        continue;
      marathon_edit_output_set_field (&difference->output, place, entrant->id,
                                      marathon_event_get_field (difference->from, field)->key, "");
      had_one = TRUE;
    }
  marathon_edit_output_end_change (&difference->output);
  return had_one;
}

static void
free_touched (MarathonDifference *difference, MarathonPlace place)
{
  GArray *all = difference->places[place].touched;

  for (guint i = 0; i < all->len; i++)
    {
      MarathonTouchedEntrant *touched = &g_array_index (all, MarathonTouchedEntrant, i);
      const MarathonEntrant *entrant = get_from (difference, place, touched->from);

      touched->loses_values = clear_dropped_customs (difference, place, entrant);
      if (touched->frees_guides)
        marathon_edit_output_guides (&difference->output, place, entrant->id, difference->from, NULL, 0);
    }
}

void
marathon_difference_free_entrants (MarathonDifference *difference)
{
  GArray *goes = difference->places[MARATHON_PLACE_BIN].goes;

  free_touched (difference, MARATHON_PLACE_BIN);
  /* Who goes from the roster goes before who goes from the bin. */
  for (guint i = 0; i < goes->len; i++)
    {
      const MarathonEntrant *entrant = get_from (difference, MARATHON_PLACE_BIN, g_array_index (goes, guint32, i));

      if (guides_name (difference->from, entrant, difference->places[MARATHON_PLACE_ROSTER].going))
        marathon_edit_output_guides (&difference->output, MARATHON_PLACE_BIN, entrant->id, difference->from, NULL, 0);
    }
  free_touched (difference, MARATHON_PLACE_ROSTER);
}

void
marathon_difference_remove_entrants (MarathonDifference *difference)
{
  for (guint p = 0; p < G_N_ELEMENTS (all_places); p++)
    {
      GArray *goes = difference->places[all_places[p]].goes;

      for (guint i = 0; i < goes->len; i++)
        marathon_edit_output_remove (&difference->output, all_places[p],
                                     get_from (difference, all_places[p], g_array_index (goes, guint32, i))->id);
    }
}

static void
write_guides (MarathonDifference *difference, MarathonPlace place, const MarathonEntrant *to)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (difference->to), to->details, &view);
  marathon_edit_output_guides (&difference->output, place, to->id, difference->to, view.guides, view.n_guides);
}

static void
change_touched (MarathonDifference *difference, MarathonPlace place, const MarathonTouchedEntrant *touched)
{
  const MarathonEntrant *from = get_from (difference, place, touched->from),
                        *to = get_to (difference, place, touched->to);
  gboolean differs = marathon_edit_output_change (&difference->output, place, difference->fields, touched->words,
                                                  difference->from, from, difference->to, to);

  if (differs || touched->guides_differ || touched->loses_values)
    difference->counts->n_changed++;
  if (!touched->guides_late && (touched->frees_guides ? has_guides (difference->to, to) : touched->guides_differ))
    write_guides (difference, place, to);
}

void
marathon_difference_change_entrants (MarathonDifference *difference)
{
  for (guint p = 0; p < G_N_ELEMENTS (all_places); p++)
    {
      GArray *all = difference->places[all_places[p]].touched;

      for (guint i = 0; i < all->len; i++)
        change_touched (difference, all_places[p], &g_array_index (all, MarathonTouchedEntrant, i));
    }
}

/* Those of the roster come before those of the bin: one whose guides name somebody in the bin comes without guides
 * first. */
static gboolean
comes_without_guides (const MarathonDifference *difference, MarathonPlace place, const MarathonEntrant *entrant)
{
  return place == MARATHON_PLACE_ROSTER
         && guides_name (difference->to, entrant, difference->places[MARATHON_PLACE_BIN].coming);
}

void
marathon_difference_insert_entrants (MarathonDifference *difference)
{
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, difference->to);
  for (guint p = 0; p < G_N_ELEMENTS (all_places); p++)
    {
      GArray *comes = difference->places[all_places[p]].comes;

      for (guint i = 0; i < comes->len; i++)
        {
          guint at = g_array_index (comes, guint32, i);
          const MarathonEntrant *entrant = get_to (difference, all_places[p], at);

          if (comes_without_guides (difference, all_places[p], entrant))
            {
              marathon_entrant_draft_start (&draft, entrant);
              marathon_entrant_draft_set_guides (&draft, NULL, 0);
              entrant = marathon_entrant_draft_finish (&draft);
            }
          marathon_edit_output_insert (&difference->output, all_places[p], at, difference->to, entrant);
        }
    }
  marathon_entrant_draft_clear (&draft);
}

void
marathon_difference_finish_guides (MarathonDifference *difference)
{
  for (guint p = 0; p < G_N_ELEMENTS (all_places); p++)
    {
      MarathonPlaceDifference *here = &difference->places[all_places[p]];

      for (guint i = 0; i < here->touched->len; i++)
        {
          const MarathonTouchedEntrant *touched = &g_array_index (here->touched, MarathonTouchedEntrant, i);

          if (touched->guides_late)
            write_guides (difference, all_places[p], get_to (difference, all_places[p], touched->to));
        }
      for (guint i = 0; i < here->comes->len; i++)
        {
          const MarathonEntrant *entrant = get_to (difference, all_places[p], g_array_index (here->comes, guint32, i));

          if (comes_without_guides (difference, all_places[p], entrant))
            write_guides (difference, all_places[p], entrant);
        }
    }
}
