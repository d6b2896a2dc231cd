/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to entrants, each as one step.
 */
#include "editing/entrant-edits.h"

#include <glib/gi18n-lib.h>

#include "base/key-set.h"
#include "editing/plan-edit.h"
#include "editing/step-label.h"
#include "model/entrant-draft.h"
#include "planning/bib-plan.h"

/* Entrants whose values become others. */
typedef struct {
  MarathonHistory *history;
  MarathonEvent *event;
  MarathonEntrantDraft draft;
  GArray *positions; /* of guint32 */
  GArray *values;    /* of MarathonEntrant */
} Change;

static void
change_start (Change *change, MarathonHistory *history)
{
  change->history = history;
  change->event = marathon_history_get_event (history);
  change->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  change->values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  marathon_entrant_draft_init (&change->draft, change->event);
}

static void
change_clear (Change *change)
{
  g_array_unref (change->positions);
  g_array_unref (change->values);
  marathon_entrant_draft_clear (&change->draft);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static const MarathonEntrant *
change_open (Change *change, guint position)
{
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (change->event), position);

  marathon_entrant_draft_start (&change->draft, entrant);
  return entrant;
}

/* Takes the draft as the new value of @entrant at @position, where it differs. */
static void
change_close (Change *change, guint32 position, const MarathonEntrant *entrant)
{
  const MarathonEntrant *value = marathon_entrant_draft_finish (&change->draft);

  if (marathon_entrant_equal (value, entrant))
    return;
  g_array_append_val (change->positions, position);
  g_array_append_vals (change->values, value, 1);
}

static const guint32 *
change_get_positions (const Change *change)
{
  return (const guint32 *) (gconstpointer) change->positions->data;
}

static MarathonEdit *
change_to_edit (const Change *change, MarathonPlace place)
{
  return marathon_edit_new_change_entrants (change->event, place, change_get_positions (change),
                                            (const MarathonEntrant *) (gconstpointer) change->values->data,
                                            change->positions->len);
}

static gboolean
change_do (const Change *change, const char *label, GError **error)
{
  g_autoptr (MarathonEdit) edit = change_to_edit (change, MARATHON_PLACE_ROSTER);

  return marathon_history_do (change->history, edit, label, error);
}

static char *
name_of (MarathonEvent *event, MarathonPlace place, guint position)
{
  return marathon_event_describe_entrant (event, marathon_roster_get (marathon_event_get_place (event, place), position));
}

/* --- Fields --- */

/* What a person chooses holds against plans. A bib that changes is no longer of the plan's block, nor on paper. */
static void
settle_choice (MarathonEntrantDraft *draft, guint field, gboolean chosen)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      marathon_entrant_draft_set_flag (draft, MARATHON_FLAG_CATEGORY_PINNED, chosen);
      draft->value.category_reason = 0;
      break;
    case MARATHON_FIELD_WAVE:
      marathon_entrant_draft_set_flag (draft, MARATHON_FLAG_WAVE_PINNED, chosen);
      draft->value.wave_reason = 0;
      break;
    case MARATHON_FIELD_BIB:
      marathon_entrant_draft_set_flag (draft, MARATHON_FLAG_BIB_PINNED, chosen);
      marathon_entrant_draft_set_flag (draft, MARATHON_FLAG_PRINTED, FALSE);
      draft->value.bib_block = 0;
      break;
    default:
      break;
    }
}

/* Whether the draft's bib, category and wave are those of @entrant. */
static gboolean
has_places_of (const MarathonEntrantDraft *draft, const MarathonEntrant *entrant)
{
  return draft->value.bib == entrant->bib && draft->value.category == entrant->category
         && draft->value.wave == entrant->wave;
}

/* A form of one says again what it showed, and means nothing by it; what is chosen for many is meant for each of them,
 * also for those whom a plan put there already. */
static gboolean
set_field (Change *change, guint32 position, const MarathonFieldInfo *info, const char *text, gboolean many,
           GError **error)
{
  const MarathonEntrant *entrant = change_open (change, position);

  if (!marathon_entrant_draft_set_text (&change->draft, info, text, error))
    return FALSE;
  if (!has_places_of (&change->draft, entrant) || (many && *text != '\0' && info->field != MARATHON_FIELD_BIB))
    settle_choice (&change->draft, info->field, *text != '\0');
  change_close (change, position, entrant);
  return TRUE;
}

static char *
label_field (const Change *change, const MarathonFieldInfo *info)
{
  guint n = change->positions->len;
  g_autofree char *field = marathon_step_label_name_field (info);
  g_autofree char *name = NULL;

  if (n != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change %s of %u Entrant", "Change %s of %u Entrants", n),
                            field, n);
  name = name_of (change->event, MARATHON_PLACE_ROSTER, *change_get_positions (change));
  /* Translators: a field, "Club", then a person's name. */
  return g_strdup_printf (_ ("Change %s of %s"), field, name);
}

gboolean
marathon_entrants_set_field (MarathonHistory         *history,
                             const guint32           *positions,
                             guint                    n,
                             const MarathonFieldInfo *info,
                             const char              *text,
                             GError                 **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (info != NULL && text != NULL, FALSE);

  change_start (&change, history);
  for (guint i = 0; i < n; i++)
    if (!set_field (&change, positions[i], info, text, n > 1, error))
      return FALSE;
  label = label_field (&change, info);
  return change_do (&change, label, error);
}

gboolean
marathon_entrants_withdraw (MarathonHistory *history, const guint32 *positions, guint n, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  change_start (&change, history);
  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = change_open (&change, positions[i]);

      change.draft.value.status = MARATHON_STATUS_WITHDRAWN;
      change_close (&change, positions[i], entrant);
    }
  if (change.positions->len == 1)
    {
      name = name_of (change.event, MARATHON_PLACE_ROSTER, *change_get_positions (&change));
      label = g_strdup_printf (_ ("Withdraw %s"), name);
    }
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Withdraw %u Entrant", "Withdraw %u Entrants",
                                          change.positions->len), change.positions->len);
  return change_do (&change, label, error);
}

/* --- To the bin and back --- */

gboolean
marathon_entrants_delete (MarathonHistory *history, const guint32 *positions, guint n, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (MarathonEdit) edit = marathon_edit_new_bin_entrants (event, positions, n);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (n == 1)
    {
      name = name_of (event, MARATHON_PLACE_ROSTER, positions[0]);
      label = g_strdup_printf (_ ("Delete %s"), name);
    }
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u Entrant", "Delete %u Entrants", n), n);
  return marathon_history_do (history, edit, label, error);
}

/* Whether somebody in the roster, or one restored before, has the bib; if not, it is this one's from now on. */
static gboolean
is_taken (MarathonEvent *event, MarathonKeySet *restored, MarathonText prefix, guint32 number, guint64 key)
{
  return marathon_event_bib_is_used (event, prefix, number) || !marathon_key_set_add (restored, key);
}

static void
drop_taken_bibs (MarathonEntrantDraft *draft, MarathonKeySet *restored)
{
  MarathonEntrant *value = &draft->value;

  if (value->bib != 0
      && is_taken (draft->event, restored, value->bib_prefix, value->bib_number, marathon_entrant_bib_key (value)))
    {
      value->bib = value->bib_prefix = 0;
      value->bib_number = 0;
      settle_choice (draft, MARATHON_FIELD_BIB, FALSE);
    }
  for (guint i = 0; i < draft->guides->len; i++)
    {
      MarathonGuide *guide = &g_array_index (draft->guides, MarathonGuide, i);

      if (guide->bib == 0
          || !is_taken (draft->event, restored, guide->bib_prefix, guide->bib_number, marathon_guide_bib_key (guide)))
        continue;
      guide->bib = guide->bib_prefix = 0;
      guide->bib_number = 0;
      draft->details_changed = TRUE;
    }
}

/* Those of the bin who come back without a bib that they had. */
static MarathonEdit *
make_bibs_free (Change *change, const guint32 *positions, guint n)
{
  MarathonRoster *bin = marathon_event_get_bin (change->event);
  g_autoptr (MarathonKeySet) restored = marathon_key_set_new ();

  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (bin, positions[i]);

      marathon_entrant_draft_start (&change->draft, entrant);
      drop_taken_bibs (&change->draft, restored);
      change_close (change, positions[i], entrant);
    }
  return change_to_edit (change, MARATHON_PLACE_BIN);
}

static MarathonEdit *
make_transfer (MarathonEvent *event, const guint32 *positions, guint n)
{
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));
  g_autofree guint32 *to_positions = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    to_positions[i] = size + i;
  return marathon_edit_new_transfer_entrants (MARATHON_PLACE_BIN, positions, to_positions, n);
}

gboolean
marathon_entrants_restore (MarathonHistory *history, const guint32 *positions, guint n, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autoptr (MarathonEdit) bibs = NULL;
  g_autoptr (MarathonEdit) transfer = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  change_start (&change, history);
  bibs = make_bibs_free (&change, positions, n);
  transfer = make_transfer (change.event, positions, n);
  if (n == 1)
    {
      name = name_of (change.event, MARATHON_PLACE_BIN, positions[0]);
      label = g_strdup_printf (_ ("Restore %s"), name);
    }
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Restore %u Entrant", "Restore %u Entrants", n), n);
  marathon_history_begin (history, label);
  if (marathon_history_add (history, bibs, error) && marathon_history_add (history, transfer, error))
    {
      marathon_history_commit (history);
      return TRUE;
    }
  marathon_history_rollback (history);
  return FALSE;
}

/* --- Bibs --- */

gboolean
marathon_entrants_assign_bibs (MarathonHistory *history,
                               const guint32   *positions,
                               guint            n,
                               guint           *n_assigned,
                               GError         **error)
{
  g_autoptr (MarathonPlan) plan = marathon_bib_plan_new_for (marathon_history_get_event (history), positions, n);

  *n_assigned = plan->counts.placed;
  return marathon_plan_apply (history, plan, error);
}

/* --- New entrants --- */

static void
start_new (MarathonEntrantDraft *draft, MarathonIdSource *ids, MarathonDate today)
{
  g_autofree char *day = marathon_date_format (today);

  draft->value.id = marathon_id_source_next (ids);
  /* A clock before 1970 gives no entry date. */
  marathon_entrant_draft_set (draft, MARATHON_FIELD_ENTERED, day, NULL);
}

static gboolean
insert_last (MarathonHistory *history, MarathonEntrantDraft *draft, guint64 *id, GError **error)
{
  guint32 position = marathon_roster_get_size (marathon_event_get_roster (draft->event));
  const MarathonEntrant *value = marathon_entrant_draft_finish (draft);
  g_autoptr (MarathonEdit) edit = marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, &position, value, 1);

  *id = value->id;
  return marathon_history_do (history, edit, _ ("Add Entrant"), error);
}

gboolean
marathon_entrant_add (MarathonHistory         *history,
                      MarathonIdSource        *ids,
                      MarathonDate             today,
                      const MarathonFieldInfo *info,
                      const char              *text,
                      guint64                 *id,
                      GError                 **error)
{
  g_auto (Change) change = { 0 };

  change_start (&change, history);
  start_new (&change.draft, ids, today);
  if (info != NULL)
    {
      if (!marathon_entrant_draft_set_text (&change.draft, info, text, error))
        return FALSE;
      settle_choice (&change.draft, info->field, *text != '\0');
    }
  return insert_last (history, &change.draft, id, error);
}

/* What a family, a club or a team has in common. The category is left to the next plan, which may find another. */
static const MarathonField shared_fields[] = {
  MARATHON_FIELD_FAMILY,  MARATHON_FIELD_NATION, MARATHON_FIELD_TOWN,    MARATHON_FIELD_RESIDENCE,
  MARATHON_FIELD_CLUB,    MARATHON_FIELD_MODE,   MARATHON_FIELD_CATEGORY, MARATHON_FIELD_ROUTE,
  MARATHON_FIELD_CHARITY, MARATHON_FIELD_GROUP,  MARATHON_FIELD_TAGS,    MARATHON_FIELD_PUBLISH,
  MARATHON_FIELD_STATUS,  MARATHON_FIELD_EMAIL,  MARATHON_FIELD_PHONE,   MARATHON_FIELD_EMERGENCY_NAME,
  MARATHON_FIELD_EMERGENCY_PHONE,
};

gboolean
marathon_entrant_add_like (MarathonHistory  *history,
                           guint             position,
                           MarathonIdSource *ids,
                           MarathonDate      today,
                           guint64          *id,
                           GError          **error)
{
  g_auto (Change) change = { 0 };
  const MarathonEntrant *like;

  change_start (&change, history);
  like = marathon_roster_get (marathon_event_get_roster (change.event), position);
  start_new (&change.draft, ids, today);
  for (gsize i = 0; i < G_N_ELEMENTS (shared_fields); i++)
    {
      g_autofree char *text = marathon_entrant_get_text (change.event, like, shared_fields[i]);

      if (!marathon_entrant_draft_set (&change.draft, shared_fields[i], text, error))
        return FALSE;
    }
  return insert_last (history, &change.draft, id, error);
}

/* --- Guides --- */

static gboolean
change_guides (Change *change, guint32 position, const MarathonEntrant *athlete, const char *label, GError **error)
{
  change->draft.details_changed = TRUE;
  change_close (change, position, athlete);
  return change_do (change, label, error);
}

gboolean
marathon_entrant_add_guide (MarathonHistory *history, guint position, MarathonIdSource *ids, GError **error)
{
  g_auto (Change) change = { 0 };
  MarathonGuide guide = { .id = marathon_id_source_next (ids), .role = MARATHON_GUIDE_ROLE_GUIDE };
  const MarathonEntrant *athlete;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  change_start (&change, history);
  athlete = change_open (&change, position);
  if (!marathon_entrant_draft_add_guide (&change.draft, &guide, error))
    return FALSE;
  name = marathon_event_describe_entrant (change.event, athlete);
  label = g_strdup_printf (_ ("Add Guide of %s"), name);
  return change_guides (&change, position, athlete, label, error);
}

gboolean
marathon_entrant_set_guide_field (MarathonHistory    *history,
                                  guint               position,
                                  guint               guide,
                                  MarathonGuideField  field,
                                  const char         *text,
                                  GError            **error)
{
  g_auto (Change) change = { 0 };
  const MarathonEntrant *athlete;
  g_autofree char *field_name = marathon_step_label_name (marathon_guide_fields[field].label);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  change_start (&change, history);
  athlete = change_open (&change, position);
  g_return_val_if_fail (guide < change.draft.guides->len, FALSE);
  if (!marathon_guide_set_text (change.event, &g_array_index (change.draft.guides, MarathonGuide, guide), field, text,
                                error))
    return FALSE;
  name = marathon_event_describe_entrant (change.event, athlete);
  /* Translators: a field, "Family Name", then the name of the athlete whose guide it is. */
  label = g_strdup_printf (_ ("Change %s of Guide of %s"), field_name, name);
  return change_guides (&change, position, athlete, label, error);
}

gboolean
marathon_entrant_remove_guide (MarathonHistory *history, guint position, guint guide, GError **error)
{
  g_auto (Change) change = { 0 };
  const MarathonEntrant *athlete;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  change_start (&change, history);
  athlete = change_open (&change, position);
  g_return_val_if_fail (guide < change.draft.guides->len, FALSE);
  g_array_remove_index (change.draft.guides, guide);
  name = marathon_event_describe_entrant (change.event, athlete);
  label = g_strdup_printf (_ ("Remove Guide of %s"), name);
  return change_guides (&change, position, athlete, label, error);
}
