/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to records, each as one step.
 */
#include "editing/record-edits.h"

#include <glib/gi18n-lib.h>

#include "editing/record-names.h"
#include "editing/step-label.h"
#include "model/course.h"
#include "model/event-info.h"
#include "model/rules.h"

static char *
label_change (MarathonEvent *event, MarathonRecord *record, guint column)
{
  g_autofree char *called = marathon_record_get_full_name (event, record);
  g_autofree char *name = marathon_step_label_name (MARATHON_RECORD_GET_CLASS (record)->columns[column].label);

  if (MARATHON_IS_EVENT_INFO (record))
    return g_strdup_printf (_ ("Change %s of the Event"), name);
  if (MARATHON_IS_COURSE (record))
    return g_strdup_printf (_ ("Change %s of the Course"), name);
  if (MARATHON_IS_RULES (record))
    return g_strdup_printf (_ ("Change %s of the Rules"), name);
  /* Translators: a field, "Capacity", then the name of a wave, a category or the like. */
  return g_strdup_printf (_ ("Change %s of %s"), name, called);
}

gboolean
marathon_record_change (MarathonHistory *history, MarathonRecord *record, guint column, const char *text, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (MarathonRecord) trial = marathon_record_copy (record, event);
  g_autoptr (MarathonEdit) edit = NULL;
  g_autofree char *label = label_change (event, record, column);

  /* Blanks around a title are no change: the trial says what would become of the text. */
  if (!marathon_record_set_text (trial, event, column, text, error))
    return FALSE;
  edit = marathon_edit_new_change_record (record, column, marathon_record_get_text (trial, column));
  return marathon_history_do (history, edit, label, error);
}

/* --- Records that come --- */

/* The shared bib of a group is one of which there can be only one. */
static gboolean
is_unique (const MarathonColumn *column)
{
  return column->type == MARATHON_COLUMN_BIB;
}

static gboolean
set_column (MarathonEvent *event, MarathonRecord *record, const char *name, const char *text, GError **error)
{
  int column = marathon_record_find_column (record, name);

  g_return_val_if_fail (column >= 0, FALSE);
  return marathon_record_set_text (record, event, (guint) column, text, error);
}

static gboolean
insert (MarathonHistory *history, MarathonListId list, guint position, MarathonRecord *record, const char *label,
        MarathonRecord **added, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  guint size = marathon_record_list_get_size (marathon_event_get_list (event, list));
  g_autoptr (MarathonEdit) edit = marathon_edit_new_insert_record (list, MIN (position, size), record);

  if (!marathon_history_do (history, edit, label, error))
    return FALSE;
  if (added != NULL)
    *added = record;
  return TRUE;
}

/* A record of no list yet, with that name and a key made of it. */
static MarathonRecord *
make_named (MarathonEvent *event, MarathonListId list, const char *name, GError **error)
{
  g_autofree char *key = marathon_record_make_key (event, list, name);
  g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (list), key);
  int column = marathon_record_find_name_column (record);

  if (column >= 0 && *name != '\0' && !marathon_record_set_text (record, event, (guint) column, name, error))
    return NULL;
  return g_steal_pointer (&record);
}

gboolean
marathon_record_add (MarathonHistory           *history,
                     MarathonListId             list,
                     guint                      position,
                     const char                *name,
                     const MarathonColumnText *values,
                     guint                      n,
                     MarathonRecord           **added,
                     GError                   **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (MarathonRecord) record = make_named (event, list, name, error);
  g_autofree char *called = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!set_column (event, record, values[i].column, values[i].text, error))
      return FALSE;
  called = marathon_record_get_full_name (event, record);
  /* Translators: a kind of thing, "Wave", then its name. */
  label = g_strdup_printf (_ ("Add %s %s"), marathon_list_get_label (list), called);
  return insert (history, list, position, record, label, added, error);
}

static gboolean
copy_values (MarathonEvent *event, MarathonRecord *from, MarathonRecord *to, GError **error)
{
  int name = marathon_record_find_name_column (from);

  for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (from)->n_columns; i++)
    if ((int) i != name && !is_unique (&MARATHON_RECORD_GET_CLASS (from)->columns[i])
        && !marathon_record_set_text (to, event, i, marathon_record_get_text (from, i), error))
      return FALSE;
  return TRUE;
}

gboolean
marathon_record_duplicate (MarathonHistory *history,
                           MarathonListId   list,
                           guint            position,
                           MarathonRecord **added,
                           GError         **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, list), position);
  g_autoptr (MarathonRecord) copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *called = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (record != NULL, FALSE);
  name = marathon_record_make_next_name (event, list, record);
  copy = make_named (event, list, name, error);
  if (copy == NULL || !copy_values (event, record, copy, error))
    return FALSE;
  called = marathon_record_get_full_name (event, record);
  /* Translators: a kind of thing, "Wave", then its name. */
  label = g_strdup_printf (_ ("Duplicate %s %s"), marathon_list_get_label (list), called);
  return insert (history, list, position + 1, copy, label, added, error);
}

/* --- Order --- */

gboolean
marathon_record_move (MarathonHistory *history, MarathonListId list, guint from, guint to, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (event, list), from);
  g_autoptr (MarathonEdit) edit = NULL;
  g_autofree char *called = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (to < marathon_record_list_get_size (marathon_event_get_list (event, list)), FALSE);
  edit = marathon_edit_new_move_record (list, from, to);
  called = marathon_record_get_full_name (event, record);
  /* Translators: a kind of thing, "Wave", then its name. */
  label = g_strdup_printf (_ ("Move %s %s"), marathon_list_get_label (list), called);
  return marathon_history_do (history, edit, label, error);
}
