/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one namespace of bibs, which entrants, guides and groups share, and the ids of guides.
 */
#include "model/event-private.h"

#include <glib/gi18n-lib.h>

#include "base/bib.h"
#include "base/id-source.h"
#include "model/group.h"
#include "model/model-error.h"

static guint64
make_key (MarathonText prefix, guint32 number)
{
  return ((guint64) prefix << 32 | number) + 1;
}

/* The key of a bib text; its prefix is added to the pool. */
static guint64
key_of_text (MarathonEvent *event, const char *bib)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  if (!marathon_bib_parse (bib, prefix, &number))
    return 0;
  return make_key (marathon_event_add_text (event, prefix), number);
}

static void
get_view (MarathonEvent *event, const MarathonEntrant *value, MarathonDetailsView *view)
{
  marathon_details_store_get (event->details, value->details, view);
}

gboolean
marathon_event_bib_is_used (MarathonEvent *event, MarathonText prefix, guint32 number)
{
  return marathon_key_set_contains (event->bibs, make_key (prefix, number));
}

/* --- Who has it --- */

static gboolean
find_in_groups (MarathonEvent *event, guint64 key, MarathonHolder *holder)
{
  MarathonRecordList *groups = event->lists[MARATHON_LIST_GROUPS];

  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    {
      MarathonGroup *group = marathon_record_list_get (groups, i);

      if (*group->bib == '\0' || key_of_text (event, group->bib) != key)
        continue;
      holder->kind = MARATHON_HOLDER_GROUP;
      holder->position = i;
      holder->guide = 0;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_key (MarathonEvent *event, guint64 key, MarathonHolder *holder)
{
  MarathonRoster *roster = event->places[MARATHON_PLACE_ROSTER];

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      MarathonDetailsView view;

      holder->position = i;
      holder->guide = 0;
      if (marathon_entrant_bib_key (entrant) == key)
        {
          holder->kind = MARATHON_HOLDER_ENTRANT;
          return TRUE;
        }
      if (entrant->details == 0)
        continue;
      get_view (event, entrant, &view);
      for (holder->guide = 0; holder->guide < view.n_guides; holder->guide++)
        if (marathon_guide_bib_key (&view.guides[holder->guide]) == key)
          {
            holder->kind = MARATHON_HOLDER_GUIDE;
            return TRUE;
          }
    }
  return find_in_groups (event, key, holder);
}

gboolean
marathon_event_find_bib (MarathonEvent *event, const char *bib, MarathonHolder *holder)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;
  MarathonText pooled;

  *holder = (MarathonHolder) { 0 };
  return marathon_bib_parse (bib, prefix, &number) && marathon_text_pool_find (event->pool, prefix, -1, &pooled)
         && find_key (event, make_key (pooled, number), holder);
}

static char *
describe_guide (MarathonEvent *event, const MarathonEntrant *athlete, guint index)
{
  g_autofree char *athlete_name = marathon_event_get_full_name (event, athlete);
  g_autofree char *name = NULL;
  MarathonEntrant person = { 0 };
  MarathonDetailsView view;

  get_view (event, athlete, &view);
  g_return_val_if_fail (index < view.n_guides, g_strdup (""));
  person.given = view.guides[index].given;
  person.family = view.guides[index].family;
  name = marathon_event_get_full_name (event, &person);
  /* Translators: a guide-runner's name, then the athlete's. */
  return g_strdup_printf (_ ("%s, guide of %s"), name, athlete_name);
}

char *
marathon_event_describe_holder (MarathonEvent *event, const MarathonHolder *holder)
{
  const MarathonEntrant *entrant;

  if (holder->kind == MARATHON_HOLDER_NONE)
    return g_strdup (_ ("another row of the same change"));
  if (holder->kind == MARATHON_HOLDER_GROUP)
    {
      MarathonGroup *group = marathon_record_list_get (event->lists[MARATHON_LIST_GROUPS], holder->position);

      return g_strdup_printf (_ ("the group “%s”"), group->name);
    }
  entrant = marathon_roster_get (event->places[MARATHON_PLACE_ROSTER], holder->position);
  return holder->kind == MARATHON_HOLDER_GUIDE ? describe_guide (event, entrant, holder->guide)
                                               : marathon_event_describe_entrant (event, entrant);
}

/* --- Taking and giving back --- */

static gboolean
refuse_bib (MarathonEvent *event, guint64 key, const char *bib, const char *for_whom, GError **error)
{
  MarathonHolder holder = { 0 };
  g_autofree char *description = NULL;

  if (!find_key (event, key, &holder))
    holder.kind = MARATHON_HOLDER_NONE;
  description = marathon_event_describe_holder (event, &holder);
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_BIB,
               /* Translators: a bib number, who cannot have it, who has it. */
               _ ("bib %s cannot be given to %s: it belongs to %s"), bib, for_whom, description);
  return FALSE;
}

gboolean
marathon_event_claim_bib_text (MarathonEvent *event, const char *bib, const char *for_whom, GError **error)
{
  guint64 key = *bib != '\0' ? key_of_text (event, bib) : 0;

  if (key == 0 || marathon_key_set_add (event->bibs, key))
    return TRUE;
  return refuse_bib (event, key, bib, for_whom, error);
}

void
marathon_event_release_bib_text (MarathonEvent *event, const char *bib)
{
  if (*bib != '\0')
    marathon_key_set_remove (event->bibs, key_of_text (event, bib));
}

static gboolean
claim_guide (MarathonEvent *event, MarathonPlace place, const MarathonGuide *guide, const char *for_whom, GError **error)
{
  guint64 key = marathon_guide_bib_key (guide);

  if (marathon_event_has_entrant (event, guide->id) || !marathon_key_set_add (event->guide_ids, guide->id))
    {
      char id[17];

      marathon_id_write (guide->id, id);
      g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID,
                   _ ("guide id %s is in use already"), id);
      return FALSE;
    }
  if (place == MARATHON_PLACE_BIN || key == 0 || marathon_key_set_add (event->bibs, key))
    return TRUE;
  marathon_key_set_remove (event->guide_ids, guide->id);
  return refuse_bib (event, key, marathon_event_text (event, guide->bib), for_whom, error);
}

static void
release_guide (MarathonEvent *event, MarathonPlace place, const MarathonGuide *guide)
{
  marathon_key_set_remove (event->guide_ids, guide->id);
  if (place == MARATHON_PLACE_ROSTER && guide->bib != 0)
    marathon_key_set_remove (event->bibs, marathon_guide_bib_key (guide));
}

gboolean
marathon_event_claim (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *value, GError **error)
{
  guint64 key = place == MARATHON_PLACE_ROSTER ? marathon_entrant_bib_key (value) : 0;
  g_autofree char *name = NULL;
  MarathonDetailsView view;

  if (key != 0 && !marathon_key_set_add (event->bibs, key))
    {
      name = marathon_event_describe_entrant (event, value);
      return refuse_bib (event, key, marathon_event_text (event, value->bib), name, error);
    }
  if (value->details == 0)
    return TRUE;
  get_view (event, value, &view);
  if (view.n_guides > 0)
    name = marathon_event_describe_entrant (event, value);
  for (guint i = 0; i < view.n_guides; i++)
    {
      if (claim_guide (event, place, &view.guides[i], name, error))
        continue;
      while (i-- > 0)
        release_guide (event, place, &view.guides[i]);
      if (key != 0)
        marathon_key_set_remove (event->bibs, key);
      return FALSE;
    }
  return TRUE;
}

void
marathon_event_release (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *value)
{
  MarathonDetailsView view;

  if (place == MARATHON_PLACE_ROSTER && value->bib != 0)
    marathon_key_set_remove (event->bibs, marathon_entrant_bib_key (value));
  if (value->details == 0)
    return;
  get_view (event, value, &view);
  for (guint i = 0; i < view.n_guides; i++)
    release_guide (event, place, &view.guides[i]);
}
