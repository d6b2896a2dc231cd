/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What officials do to records, each as one step.
 */
#include "editing/record-edits.h"

#include <glib/gi18n-lib.h>

#include "editing/step-label.h"
#include "model/course.h"
#include "model/event-info.h"
#include "model/rules.h"

static char *
label_change (MarathonRecord *record, guint column)
{
  g_autofree char *name = marathon_step_label_name (MARATHON_RECORD_GET_CLASS (record)->columns[column].label);

  if (MARATHON_IS_EVENT_INFO (record))
    return g_strdup_printf (_ ("Change %s of the Event"), name);
  if (MARATHON_IS_COURSE (record))
    return g_strdup_printf (_ ("Change %s of the Course"), name);
  if (MARATHON_IS_RULES (record))
    return g_strdup_printf (_ ("Change %s of the Rules"), name);
  /* Translators: a field, "Capacity", then the name of a wave, a category or the like. */
  return g_strdup_printf (_ ("Change %s of %s"), name, marathon_record_get_name (record));
}

gboolean
marathon_record_change (MarathonHistory *history, MarathonRecord *record, guint column, const char *text, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (MarathonRecord) trial = marathon_record_copy (record, event);
  g_autoptr (MarathonEdit) edit = NULL;
  g_autofree char *label = label_change (record, column);

  /* Blanks around a title are no change: the trial says what would become of the text. */
  if (!marathon_record_set_text (trial, event, column, text, error))
    return FALSE;
  edit = marathon_edit_new_change_record (record, column, marathon_record_get_text (trial, column));
  return marathon_history_do (history, edit, label, error);
}
