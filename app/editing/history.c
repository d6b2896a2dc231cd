/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonHistory: steps in an array, those before the mark applied, those after it taken back.
 */
#include "editing/history.h"

#include <glib/gi18n-lib.h>

#include "model/model-error.h"

typedef struct {
  char *label;
  GPtrArray *edits;
  guint64 state; /* of the event after this step */
} Step;

struct _MarathonHistory {
  GObject parent_instance;

  MarathonEvent *event;
  GPtrArray *steps;
  guint mark; /* steps before it are applied */
  guint64 first_state;
  guint64 last_state; /* the last number given */
  Step *open; /* the step that was begun */
  char *read_only; /* why nothing may be changed; NULL: it may */
  MarathonHistoryObserver observer;
  gpointer observer_data;

  /* What the properties were when they were last told. */
  gboolean told_undo;
  gboolean told_redo;
  char *told_undo_label;
  char *told_redo_label;
  guint64 told_state;
};

G_DEFINE_FINAL_TYPE (MarathonHistory, marathon_history, G_TYPE_OBJECT)

enum { PROP_0, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_UNDO_LABEL, PROP_REDO_LABEL, PROP_STATE, PROP_READ_ONLY, PROP_READ_ONLY_REASON, N_PROPS };
static GParamSpec *properties[N_PROPS];

static Step *
step_new (const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) marathon_edit_unref);
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->label);
  g_ptr_array_unref (step->edits);
  g_free (step);
}

static void
marathon_history_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MarathonHistory *history = MARATHON_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, marathon_history_can_undo (history));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, marathon_history_can_redo (history));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, marathon_history_get_undo_label (history));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, marathon_history_get_redo_label (history));
      break;
    case PROP_STATE:
      g_value_set_uint64 (value, marathon_history_get_state (history));
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_string (value, history->read_only);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, marathon_history_is_read_only (history));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
marathon_history_finalize (GObject *object)
{
  MarathonHistory *history = MARATHON_HISTORY (object);

  g_clear_pointer (&history->open, step_free);
  g_ptr_array_unref (history->steps);
  g_free (history->told_undo_label);
  g_free (history->told_redo_label);
  g_free (history->read_only);
  g_object_unref (history->event);
  G_OBJECT_CLASS (marathon_history_parent_class)->finalize (object);
}

static void
marathon_history_class_init (MarathonHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_history_get_property;
  object_class->finalize = marathon_history_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_uint64 ("state", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_READ_ONLY_REASON] = g_param_spec_string ("read-only-reason", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_history_init (MarathonHistory *history)
{
  history->steps = g_ptr_array_new_with_free_func (step_free);
}

MarathonHistory *
marathon_history_new (MarathonEvent *event)
{
  MarathonHistory *history = g_object_new (MARATHON_TYPE_HISTORY, NULL);

  history->event = g_object_ref (event);
  return history;
}

MarathonEvent *
marathon_history_get_event (MarathonHistory *history)
{
  return history->event;
}

void
marathon_history_set_observer (MarathonHistory *history, const MarathonHistoryObserver *observer, gpointer user_data)
{
  history->observer = observer != NULL ? *observer : (MarathonHistoryObserver) { 0 };
  history->observer_data = user_data;
}

/* --- Telling --- */

static void
tell_boolean (MarathonHistory *history, guint property, gboolean *told, gboolean now)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (history), properties[property]);
}

static void
tell_label (MarathonHistory *history, guint property, char **told, const char *now)
{
  if (g_strcmp0 (*told, now) == 0)
    return;
  g_free (*told);
  *told = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (history), properties[property]);
}

static void
notify_changed (MarathonHistory *history)
{
  g_object_freeze_notify (G_OBJECT (history));
  tell_boolean (history, PROP_CAN_UNDO, &history->told_undo, marathon_history_can_undo (history));
  tell_boolean (history, PROP_CAN_REDO, &history->told_redo, marathon_history_can_redo (history));
  tell_label (history, PROP_UNDO_LABEL, &history->told_undo_label, marathon_history_get_undo_label (history));
  tell_label (history, PROP_REDO_LABEL, &history->told_redo_label, marathon_history_get_redo_label (history));
  if (history->told_state != marathon_history_get_state (history))
    {
      history->told_state = marathon_history_get_state (history);
      g_object_notify_by_pspec (G_OBJECT (history), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (history));
}

static void
tell_begin (MarathonHistory *history, const char *label)
{
  if (history->observer.begin != NULL)
    history->observer.begin (label, history->observer_data);
}

static void
tell_edited (MarathonHistory *history, MarathonEdit *edit, gboolean reverted)
{
  if (history->observer.edited != NULL)
    history->observer.edited (edit, reverted, history->observer_data);
}

static void
tell_commit (MarathonHistory *history)
{
  if (history->observer.commit != NULL)
    history->observer.commit (history->observer_data);
}

static void
tell_rollback (MarathonHistory *history)
{
  if (history->observer.rollback != NULL)
    history->observer.rollback (history->observer_data);
}

/* --- Whether it may be changed --- */

void
marathon_history_set_read_only (MarathonHistory *history, const char *reason)
{
  gboolean was = marathon_history_is_read_only (history);
  g_autofree char *old = NULL;

  g_return_if_fail (history->open == NULL);
  if (g_strcmp0 (reason, history->read_only) == 0)
    return;
  old = g_steal_pointer (&history->read_only); /* @reason may be in it */
  history->read_only = g_strdup (reason);
  g_object_freeze_notify (G_OBJECT (history));
  g_object_notify_by_pspec (G_OBJECT (history), properties[PROP_READ_ONLY_REASON]);
  if (was != marathon_history_is_read_only (history))
    g_object_notify_by_pspec (G_OBJECT (history), properties[PROP_READ_ONLY]);
  notify_changed (history);
  g_object_thaw_notify (G_OBJECT (history));
}

gboolean
marathon_history_is_read_only (MarathonHistory *history)
{
  return history->read_only != NULL;
}

const char *
marathon_history_get_read_only_reason (MarathonHistory *history)
{
  return history->read_only;
}

static gboolean
check_may_change (MarathonHistory *history, GError **error)
{
  if (history->read_only == NULL)
    return TRUE;
  g_set_error_literal (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_READ_ONLY, history->read_only);
  return FALSE;
}

/* --- Steps --- */

void
marathon_history_begin (MarathonHistory *history, const char *label)
{
  g_return_if_fail (history->open == NULL);
  history->open = step_new (label);
  tell_begin (history, label);
}

gboolean
marathon_history_add (MarathonHistory *history, MarathonEdit *edit, GError **error)
{
  g_return_val_if_fail (history->open != NULL, FALSE);
  if (marathon_edit_is_empty (edit))
    return TRUE;
  if (!check_may_change (history, error) || !marathon_edit_apply (edit, history->event, error))
    return FALSE;
  g_ptr_array_add (history->open->edits, marathon_edit_ref (edit));
  tell_edited (history, edit, FALSE);
  return TRUE;
}

void
marathon_history_commit (MarathonHistory *history)
{
  Step *step = g_steal_pointer (&history->open);

  g_return_if_fail (step != NULL);
  if (step->edits->len == 0)
    {
      step_free (step);
      tell_rollback (history);
      return;
    }
  step->state = ++history->last_state;
  g_ptr_array_set_size (history->steps, (gint) history->mark);
  g_ptr_array_add (history->steps, step);
  history->mark++;
  tell_commit (history);
  notify_changed (history);
}

/* Takes back the first @n edits of the step, last first; an error here means that the event was changed past the
 * history. @n becomes how many are still applied. */
static gboolean
revert_edits (MarathonHistory *history, Step *step, guint *n, gboolean tell, GError **error)
{
  for (; *n > 0; (*n)--)
    {
      MarathonEdit *edit = g_ptr_array_index (step->edits, *n - 1);

      if (!marathon_edit_revert (edit, history->event, error))
        return FALSE;
      if (tell)
        tell_edited (history, edit, TRUE);
    }
  return TRUE;
}

void
marathon_history_rollback (MarathonHistory *history)
{
  Step *step = g_steal_pointer (&history->open);
  g_autoptr (GError) error = NULL;
  guint n;

  g_return_if_fail (step != NULL);
  n = step->edits->len;
  if (!revert_edits (history, step, &n, FALSE, &error))
    g_critical ("A step could not be taken back: error %d of %s", error->code, g_quark_to_string (error->domain));
  step_free (step);
  tell_rollback (history);
}

gboolean
marathon_history_do (MarathonHistory *history, MarathonEdit *edit, const char *label, GError **error)
{
  marathon_history_begin (history, label);
  if (marathon_history_add (history, edit, error))
    {
      marathon_history_commit (history);
      return TRUE;
    }
  marathon_history_rollback (history);
  return FALSE;
}

gboolean
marathon_history_undo (MarathonHistory *history, GError **error)
{
  g_autofree char *label = NULL;
  Step *step;
  guint n;

  if (!check_may_change (history, error))
    return FALSE;
  g_return_val_if_fail (history->open == NULL && marathon_history_can_undo (history), FALSE);
  step = g_ptr_array_index (history->steps, history->mark - 1);
  /* Translators: %s is a step: "Undo Delete 3 Entrants" */
  label = g_strdup_printf (_ ("Undo %s"), step->label);
  tell_begin (history, label);
  n = step->edits->len;
  if (!revert_edits (history, step, &n, TRUE, error))
    {
      /* The step stays done, so all of it. */
      for (guint i = n; i < step->edits->len; i++)
        marathon_edit_apply (g_ptr_array_index (step->edits, i), history->event, NULL);
      tell_rollback (history);
      return FALSE;
    }
  history->mark--;
  tell_commit (history);
  notify_changed (history);
  return TRUE;
}

gboolean
marathon_history_redo (MarathonHistory *history, GError **error)
{
  g_autofree char *label = NULL;
  Step *step;

  if (!check_may_change (history, error))
    return FALSE;
  g_return_val_if_fail (history->open == NULL && marathon_history_can_redo (history), FALSE);
  step = g_ptr_array_index (history->steps, history->mark);
  /* Translators: %s is a step: "Redo Delete 3 Entrants" */
  label = g_strdup_printf (_ ("Redo %s"), step->label);
  tell_begin (history, label);
  for (guint i = 0; i < step->edits->len; i++)
    {
      MarathonEdit *edit = g_ptr_array_index (step->edits, i);

      if (!marathon_edit_apply (edit, history->event, error))
        {
          revert_edits (history, step, &i, FALSE, NULL);
          tell_rollback (history);
          return FALSE;
        }
      tell_edited (history, edit, FALSE);
    }
  history->mark++;
  tell_commit (history);
  notify_changed (history);
  return TRUE;
}

gboolean
marathon_history_can_undo (MarathonHistory *history)
{
  return history->read_only == NULL && history->mark > 0;
}

gboolean
marathon_history_can_redo (MarathonHistory *history)
{
  return history->read_only == NULL && history->mark < history->steps->len;
}

const char *
marathon_history_get_undo_label (MarathonHistory *history)
{
  return history->mark > 0 ? ((Step *) g_ptr_array_index (history->steps, history->mark - 1))->label : NULL;
}

const char *
marathon_history_get_redo_label (MarathonHistory *history)
{
  return history->mark < history->steps->len ? ((Step *) g_ptr_array_index (history->steps, history->mark))->label : NULL;
}

guint64
marathon_history_get_state (MarathonHistory *history)
{
  return history->mark > 0 ? ((Step *) g_ptr_array_index (history->steps, history->mark - 1))->state : history->first_state;
}

void
marathon_history_clear (MarathonHistory *history)
{
  history->first_state = marathon_history_get_state (history);
  g_ptr_array_set_size (history->steps, 0);
  history->mark = 0;
  notify_changed (history);
}
