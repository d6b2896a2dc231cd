/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a plan to one undoable step.
 */
#include "editing/plan-edit.h"

#include <glib/gi18n-lib.h>

#include "model/entrant-draft.h"
#include "model/guide-fields.h"

static char *
make_label (const MarathonPlan *plan)
{
  guint n = plan->changes->len;

  switch (plan->field)
    {
    case MARATHON_FIELD_CATEGORY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assign %u Category", "Assign %u Categories", n), n);
    case MARATHON_FIELD_WAVE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assign %u Wave", "Assign %u Waves", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assign %u Bib", "Assign %u Bibs", n), n);
    }
}

static gboolean
set_guide_bib (MarathonEntrantDraft *draft, const MarathonPlanChange *change, GError **error)
{
  MarathonGuide *guide = &g_array_index (draft->guides, MarathonGuide, (guint) change->guide);

  draft->details_changed = TRUE;
  return marathon_guide_set_text (draft->event, guide, MARATHON_GUIDE_BIB, change->text, error);
}

static gboolean
set_place (MarathonEntrantDraft *draft, const MarathonPlanChange *change, GError **error)
{
  MarathonText reason = marathon_event_add_text (draft->event, change->reason);

  switch (change->field)
    {
    case MARATHON_FIELD_CATEGORY:
      draft->value.category = (guint16) change->handle;
      draft->value.category_reason = reason;
      return TRUE;
    case MARATHON_FIELD_WAVE:
      draft->value.wave = (guint16) change->handle;
      draft->value.wave_reason = reason;
      return TRUE;
    default:
      if (change->guide >= 0)
        return set_guide_bib (draft, change, error);
      draft->value.bib_block = (guint16) change->handle;
      return marathon_entrant_draft_set (draft, MARATHON_FIELD_BIB, change->text, error);
    }
}

/* The new values of the entrants that the plan changes; a plan lists the changes of one entrant one after the other. */
static gboolean
make_values (MarathonEvent *event, const MarathonPlan *plan, GArray *positions, GArray *values, GError **error)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonEntrantDraft draft;
  gboolean good = TRUE;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; good && i < plan->changes->len;)
    {
      guint32 position = marathon_plan_get_change (plan, i)->position;

      marathon_entrant_draft_start (&draft, marathon_roster_get (roster, position));
      for (; good && i < plan->changes->len && marathon_plan_get_change (plan, i)->position == position; i++)
        good = set_place (&draft, marathon_plan_get_change (plan, i), error);
      g_array_append_val (positions, position);
      g_array_append_vals (values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  return good;
}

gboolean
marathon_plan_apply (MarathonHistory *history, const MarathonPlan *plan, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  g_autoptr (MarathonEdit) edit = NULL;
  g_autofree char *label = make_label (plan);

  if (!make_values (event, plan, positions, values, error))
    return FALSE;
  edit = marathon_edit_new_change_entrants (event, MARATHON_PLACE_ROSTER, (const guint32 *) (gconstpointer) positions->data,
                                            (const MarathonEntrant *) (gconstpointer) values->data, positions->len);
  return marathon_history_do (history, edit, label, error);
}
