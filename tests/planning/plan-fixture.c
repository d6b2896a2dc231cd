/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Applying plans in tests.
 */
#include "planning/plan-fixture.h"

/* --- Applying --- */

static const char *
key_of (MarathonEvent *event, MarathonField field, guint32 handle)
{
  MarathonListId list = field == MARATHON_FIELD_CATEGORY ? MARATHON_LIST_CATEGORIES
                        : field == MARATHON_FIELD_WAVE   ? MARATHON_LIST_WAVES
                                                         : MARATHON_LIST_BIB_BLOCKS;

  return handle == 0 ? "" : marathon_record_get_key (marathon_event_get_record (event, list, handle));
}

static void
set (MarathonEntrantDraft *draft, MarathonField field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!marathon_entrant_draft_set (draft, field, text, &error))
    g_error ("%s", error->message);
}

static void
set_guide_bib (MarathonEntrantDraft *draft, guint index, const char *bib)
{
  MarathonGuide guides[MARATHON_MAX_GUIDES];
  guint n = draft->guides->len;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (index, <, n);
  for (guint i = 0; i < n; i++)
    guides[i] = g_array_index (draft->guides, MarathonGuide, i);
  if (!marathon_guide_set_text (draft->event, &guides[index], MARATHON_GUIDE_BIB, bib, &error))
    g_error ("%s", error->message);
  marathon_entrant_draft_set_guides (draft, guides, n);
}

static void
make_change (MarathonEntrantDraft *draft, const MarathonPlanChange *change)
{
  const char *key = key_of (draft->event, change->field, change->handle);

  if (change->field != MARATHON_FIELD_BIB)
    {
      set (draft, change->field, key);
      set (draft, change->field == MARATHON_FIELD_WAVE ? MARATHON_FIELD_WAVE_REASON : MARATHON_FIELD_CATEGORY_REASON,
           change->reason);
    }
  else if (change->guide >= 0)
    set_guide_bib (draft, (guint) change->guide, change->text);
  else
    {
      set (draft, MARATHON_FIELD_BIB, change->text);
      set (draft, MARATHON_FIELD_BIB_BLOCK, key);
    }
}

void
plan_fixture_apply (MarathonEvent *event, const MarathonPlan *plan)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
  MarathonEntrantDraft draft;
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < marathon_plan_get_n_changes (plan);)
    {
      guint32 position = marathon_plan_get_change (plan, i)->position;

      marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (event), position));
      for (; i < marathon_plan_get_n_changes (plan) && marathon_plan_get_change (plan, i)->position == position; i++)
        make_change (&draft, marathon_plan_get_change (plan, i));
      g_array_append_val (positions, position);
      g_array_append_vals (values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  if (!marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, (const guint32 *) (gpointer) positions->data,
                                        (const MarathonEntrant *) (gpointer) values->data, positions->len, &error))
    g_error ("%s", error->message);
}

/* --- Describing --- */

static void
append_id (GString *out, MarathonEvent *event, guint position)
{
  g_string_append_printf (out, "%" G_GINT64_MODIFIER "x",
                          marathon_roster_get (marathon_event_get_roster (event), position)->id);
}

char *
plan_fixture_places (MarathonEvent *event, MarathonField field)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (event)); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), i);
      g_autofree char *place = marathon_entrant_get_text (event, entrant, field);

      if (i > 0)
        g_string_append_c (out, ' ');
      append_id (out, event, i);
      g_string_append_printf (out, "=%s", *place == '\0' ? "-" : place);
    }
  return g_string_free (out, FALSE);
}

static void
describe_change (MarathonEvent *event, const MarathonPlanChange *change, GString *out)
{
  const char *place = change->field == MARATHON_FIELD_BIB ? change->text
                                                          : key_of (event, change->field, change->handle);

  append_id (out, event, change->position);
  if (change->guide >= 0)
    g_string_append_printf (out, ".%d", change->guide);
  g_string_append_printf (out, "=%s (%s)\n", *place == '\0' ? "-" : place, change->reason);
}

char *
plan_fixture_describe (MarathonEvent *event, const MarathonPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    describe_change (event, marathon_plan_get_change (plan, i), out);
  for (guint i = 0; i < marathon_plan_get_n_unplaced (plan); i++)
    {
      const MarathonPlanUnplaced *unplaced = marathon_plan_get_unplaced (plan, i);

      append_id (out, event, unplaced->position);
      if (unplaced->guide >= 0)
        g_string_append_printf (out, ".%d", unplaced->guide);
      g_string_append_printf (out, "! %s\n", unplaced->reason);
    }
  return g_string_free (out, FALSE);
}
