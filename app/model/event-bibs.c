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
      char prefix[MARATHON_BIB_MAX_LENGTH * 4];
      guint32 number;
      MarathonText pooled;

      if (!marathon_bib_parse (group->bib, prefix, &number) || !marathon_text_pool_find (event->pool, prefix, -1, &pooled)
          || make_key (pooled, number) != key)
        continue;
      holder->kind = MARATHON_HOLDER_GROUP;
      holder->position = i;
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

/* Who of @values has the bib, in words; NULL for nobody. */
static char *
describe_among (MarathonEvent *event, guint64 key, const MarathonEntrant *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      MarathonDetailsView view;

      if (marathon_entrant_bib_key (&values[i]) == key)
        return marathon_event_describe_entrant (event, &values[i]);
      if (values[i].details == 0)
        continue;
      get_view (event, &values[i], &view);
      for (guint g = 0; g < view.n_guides; g++)
        if (marathon_guide_bib_key (&view.guides[g]) == key)
          return describe_guide (event, &values[i], g);
    }
  return NULL;
}

/* Who has the bib: somebody of the same change, whose old value is in the roster still, goes before the roster. */
static char *
describe_owner (MarathonEvent *event, guint64 key, const MarathonEntrant *values, guint n)
{
  char *description = describe_among (event, key, values, n);
  MarathonHolder holder = { 0 };

  if (description != NULL)
    return description;
  if (!find_key (event, key, &holder))
    holder.kind = MARATHON_HOLDER_NONE;
  return marathon_event_describe_holder (event, &holder);
}

static gboolean
refuse_bib (const char *bib, const char *for_whom, const char *owner, GError **error)
{
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_BIB,
               /* Translators: a bib number, who cannot have it, who has it. */
               _ ("bib %s cannot be given to %s: it belongs to %s"), bib, for_whom, owner);
  return FALSE;
}

gboolean
marathon_event_claim_bib_text (MarathonEvent *event, const char *bib, const char *for_whom, GError **error)
{
  guint64 key = *bib != '\0' ? key_of_text (event, bib) : 0;
  g_autofree char *owner = NULL;

  if (key == 0 || marathon_key_set_add (event->bibs, key))
    return TRUE;
  owner = describe_owner (event, key, NULL, 0);
  return refuse_bib (bib, for_whom, owner, error);
}

void
marathon_event_release_bib_text (MarathonEvent *event, const char *bib)
{
  if (*bib != '\0')
    marathon_key_set_remove (event->bibs, key_of_text (event, bib));
}

static gboolean
refuse_guide_id (guint64 guide_id, GError **error)
{
  char id[17];

  marathon_id_write (guide_id, id);
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_DUPLICATE_ID, _ ("guide id %s is in use already"), id);
  return FALSE;
}

static void
release_guide (MarathonEvent *event, MarathonPlace place, const MarathonGuide *guide)
{
  marathon_key_set_remove (event->guide_ids, guide->id);
  if (place == MARATHON_PLACE_ROSTER && guide->bib != 0)
    marathon_key_set_remove (event->bibs, marathon_guide_bib_key (guide));
}

static gboolean
claim_guide (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *values, guint index, guint guide_index,
             GError **error)
{
  g_autofree char *for_whom = NULL;
  g_autofree char *owner = NULL;
  MarathonDetailsView view;
  const MarathonGuide *guide;
  guint64 key;

  get_view (event, &values[index], &view);
  guide = &view.guides[guide_index];
  key = marathon_guide_bib_key (guide);
  if (marathon_event_has_entrant (event, guide->id) || !marathon_key_set_add (event->guide_ids, guide->id))
    return refuse_guide_id (guide->id, error);
  if (place == MARATHON_PLACE_BIN || key == 0 || marathon_key_set_add (event->bibs, key))
    return TRUE;
  marathon_key_set_remove (event->guide_ids, guide->id);
  for_whom = describe_guide (event, &values[index], guide_index);
  if (marathon_entrant_bib_key (&values[index]) == key)
    owner = marathon_event_describe_entrant (event, &values[index]);
  else
    owner = describe_owner (event, key, values, index);
  return refuse_bib (marathon_event_text (event, guide->bib), for_whom, owner, error);
}

gboolean
marathon_event_claim (MarathonEvent *event, MarathonPlace place, const MarathonEntrant *values, guint index, GError **error)
{
  const MarathonEntrant *value = &values[index];
  guint64 key = place == MARATHON_PLACE_ROSTER ? marathon_entrant_bib_key (value) : 0;
  MarathonDetailsView view;

  if (key != 0 && !marathon_key_set_add (event->bibs, key))
    {
      g_autofree char *name = marathon_event_describe_entrant (event, value);
      g_autofree char *owner = describe_owner (event, key, values, index);

      return refuse_bib (marathon_event_text (event, value->bib), name, owner, error);
    }
  if (value->details == 0)
    return TRUE;
  get_view (event, value, &view);
  for (guint i = 0; i < view.n_guides; i++)
    {
      if (claim_guide (event, place, values, index, i, error))
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
