/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanPreview: the plan, the event, and for each kind of rows the indices into the plan.
 */
#include "planning/plan-preview.h"

#include <glib/gi18n-lib.h>

#include "planning/category-plan.h"
#include "planning/reason.h"
#include "planning/wave-plan.h"

struct _MarathonPlanPreview {
  MarathonEvent *event;
  MarathonPlan *plan;
  GArray *rows[MARATHON_N_PLAN_ROWS]; /* of guint32: into the plan's changes; NULL for UNPLACED, a list of the plan's own */
  guint n_guides;                     /* rows of guides among those who get a place or another one */
  gboolean has_bibs;
  guint n_waiting[2];                 /* without a place for want of a category, of a wave */
};

/* --- Making --- */

static MarathonPlan *
make_plan (MarathonEvent *event, MarathonField field, MarathonBibPlanMode mode)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return marathon_category_plan_new (event);
    case MARATHON_FIELD_WAVE:
      return marathon_wave_plan_new (event);
    default:
      return marathon_bib_plan_new (event, mode);
    }
}

static MarathonPlanRows
get_rows_of (const MarathonPlanChange *change)
{
  if (change->is_move)
    return MARATHON_PLAN_ROWS_MOVED;
  return change->handle == 0 && *change->text == '\0' ? MARATHON_PLAN_ROWS_TAKEN_AWAY : MARATHON_PLAN_ROWS_PLACED;
}

static void
sort_changes (MarathonPlanPreview *preview)
{
  for (guint i = MARATHON_PLAN_ROWS_TAKEN_AWAY; i < MARATHON_N_PLAN_ROWS; i++)
    preview->rows[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < marathon_plan_get_n_changes (preview->plan); i++)
    {
      const MarathonPlanChange *change = marathon_plan_get_change (preview->plan, i);
      MarathonPlanRows rows = get_rows_of (change);

      g_array_append_val (preview->rows[rows], i);
      preview->n_guides += change->guide >= 0 && rows != MARATHON_PLAN_ROWS_TAKEN_AWAY;
    }
}

static gboolean
look_for_bibs (MarathonEvent *event)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    if (marathon_roster_get (roster, i)->bib != 0)
      return TRUE;
  return FALSE;
}

/* Reasons that are the same are the same string where they follow each other. */
static void
count_waiting (MarathonPlanPreview *preview)
{
  const char *last = NULL;
  MarathonReason code = MARATHON_N_REASONS;

  for (guint i = 0; i < marathon_plan_get_n_unplaced (preview->plan); i++)
    {
      const char *reason = marathon_plan_get_unplaced (preview->plan, i)->reason;

      if (reason != last && !marathon_reason_get_code (reason, &code))
        code = MARATHON_N_REASONS;
      last = reason;
      preview->n_waiting[0] += code == MARATHON_REASON_NO_CATEGORY_YET;
      preview->n_waiting[1] += code == MARATHON_REASON_NO_WAVE_YET;
    }
}

MarathonPlanPreview *
marathon_plan_preview_new (MarathonEvent *event, MarathonField field, MarathonBibPlanMode mode)
{
  MarathonPlanPreview *preview;

  g_return_val_if_fail (MARATHON_IS_EVENT (event), NULL);
  g_return_val_if_fail (field == MARATHON_FIELD_CATEGORY || field == MARATHON_FIELD_WAVE || field == MARATHON_FIELD_BIB,
                        NULL);

  preview = g_atomic_rc_box_new0 (MarathonPlanPreview);
  preview->event = g_object_ref (event);
  preview->plan = make_plan (event, field, mode);
  sort_changes (preview);
  count_waiting (preview);
  preview->has_bibs = look_for_bibs (event);
  return preview;
}

MarathonPlanPreview *
marathon_plan_preview_ref (MarathonPlanPreview *preview)
{
  return g_atomic_rc_box_acquire (preview);
}

static void
clear (gpointer data)
{
  MarathonPlanPreview *preview = data;

  for (guint i = 0; i < MARATHON_N_PLAN_ROWS; i++)
    g_clear_pointer (&preview->rows[i], g_array_unref);
  marathon_plan_free (preview->plan);
  g_object_unref (preview->event);
}

void
marathon_plan_preview_unref (MarathonPlanPreview *preview)
{
  g_atomic_rc_box_release_full (preview, clear);
}

/* --- Reading --- */

MarathonEvent *
marathon_plan_preview_get_event (MarathonPlanPreview *preview)
{
  return preview->event;
}

const MarathonPlan *
marathon_plan_preview_get_plan (MarathonPlanPreview *preview)
{
  return preview->plan;
}

MarathonPlanLack
marathon_plan_preview_get_lack (MarathonPlanPreview *preview)
{
  static const struct {
    MarathonField field;
    MarathonListId list;
    MarathonPlanLack lack;
  } needs[] = {
    { MARATHON_FIELD_CATEGORY, MARATHON_LIST_CATEGORIES, MARATHON_PLAN_LACK_CATEGORIES },
    { MARATHON_FIELD_WAVE, MARATHON_LIST_WAVES, MARATHON_PLAN_LACK_WAVES },
    { MARATHON_FIELD_BIB, MARATHON_LIST_BIB_BLOCKS, MARATHON_PLAN_LACK_BLOCKS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (preview->plan->field == needs[i].field
        && marathon_record_list_get_size (marathon_event_get_list (preview->event, needs[i].list)) == 0)
      return needs[i].lack;
  return preview->plan->counts.considered == 0 ? MARATHON_PLAN_LACK_ACCEPTED : MARATHON_PLAN_LACK_NONE;
}

guint
marathon_plan_preview_count (MarathonPlanPreview *preview, MarathonPlanRows rows)
{
  g_return_val_if_fail (rows < MARATHON_N_PLAN_ROWS, 0);

  return rows == MARATHON_PLAN_ROWS_UNPLACED ? marathon_plan_get_n_unplaced (preview->plan) : preview->rows[rows]->len;
}

void
marathon_plan_preview_get_row (MarathonPlanPreview *preview, MarathonPlanRows rows, guint index, MarathonPlanRow *row)
{
  g_return_if_fail (index < marathon_plan_preview_count (preview, rows));

  if (rows == MARATHON_PLAN_ROWS_UNPLACED)
    marathon_plan_get_unplaced_row (preview->plan, preview->event, index, row);
  else
    marathon_plan_get_row (preview->plan, preview->event, g_array_index (preview->rows[rows], guint32, index), row);
}

gboolean
marathon_plan_preview_has_bibs (MarathonPlanPreview *preview)
{
  return preview->has_bibs;
}

gboolean
marathon_plan_preview_is_settled (MarathonPlanPreview *preview)
{
  return marathon_plan_get_n_changes (preview->plan) == 0 && marathon_plan_get_n_unplaced (preview->plan) == 0;
}

guint
marathon_plan_preview_count_waiting (MarathonPlanPreview *preview, MarathonField *field)
{
  /* Waves may need categories too, so these come first. */
  *field = preview->n_waiting[0] > 0 ? MARATHON_FIELD_CATEGORY : MARATHON_FIELD_WAVE;
  return preview->n_waiting[*field == MARATHON_FIELD_WAVE];
}

/* --- Sentences --- */

static char *
format_placed (MarathonField field, guint n)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u gets a category", "%'u get a category", n), n);
    case MARATHON_FIELD_WAVE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u gets a wave", "%'u get a wave", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u gets a bib", "%'u get a bib", n), n);
    }
}

/* Beside those who get one, "another one" says of what. */
static char *
format_moved (MarathonField field, guint n, gboolean is_beside)
{
  if (is_beside && field == MARATHON_FIELD_BIB)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u gets another one", "%'u get another one", n), n);
  if (is_beside)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u moves to another one", "%'u move to another one", n), n);
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u moves to another category",
                                           "%'u move to another category", n), n);
    case MARATHON_FIELD_WAVE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u moves to another wave", "%'u move to another wave", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u gets another bib", "%'u get another bib", n), n);
    }
}

static char *
format_unplaced (MarathonField field, guint n)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u finds no category", "%'u find no category", n), n);
    case MARATHON_FIELD_WAVE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u finds no wave", "%'u find no wave", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u finds no bib", "%'u find no bib", n), n);
    }
}

char *
marathon_plan_preview_format_headline (MarathonPlanPreview *preview)
{
  MarathonField field = preview->plan->field;
  guint n_placed = marathon_plan_preview_count (preview, MARATHON_PLAN_ROWS_PLACED);
  guint n_moved = marathon_plan_preview_count (preview, MARATHON_PLAN_ROWS_MOVED);
  guint n_unplaced = marathon_plan_preview_count (preview, MARATHON_PLAN_ROWS_UNPLACED);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n_placed > 0)
    g_ptr_array_add (parts, format_placed (field, n_placed));
  if (n_moved > 0)
    g_ptr_array_add (parts, format_moved (field, n_moved, n_placed > 0));
  if (n_unplaced > 0)
    g_ptr_array_add (parts, format_unplaced (field, n_unplaced));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a sentence: “1,204 get a wave, 35 move to another one, 12 find no wave”. */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static void
append_sentence (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
marathon_plan_preview_format_rest (MarathonPlanPreview *preview)
{
  const MarathonPlanCounts *counts = &preview->plan->counts;
  GString *text = g_string_new (NULL);
  guint n;

  n = counts->considered;
  append_sentence (text, n, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant is accepted.",
                                                          "%'u entrants are accepted.", n), n));
  n = counts->kept;
  append_sentence (text, n, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u stays as before.",
                                                          "%'u stay as before.", n), n));
  n = counts->fixed;
  append_sentence (text, n, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "%'u is fixed: pinned, or with a bib printed or collected.",
                                                          "%'u are fixed: pinned, or with a bib printed or collected.",
                                                          n), n));
  n = preview->n_guides;
  append_sentence (text, n, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u of the bibs is a guide’s.",
                                                          "%'u of the bibs are guides’.", n), n));
  return g_string_free (text, FALSE);
}
