/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an import to one undoable step.
 */
#include "editing/import-edit.h"

#include <glib/gi18n-lib.h>

static gboolean
add_records (MarathonHistory *history, const MarathonImport *import, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  guint n;
  const MarathonImportRecord *records = marathon_import_get_records (import, &n);

  for (guint i = 0; i < n; i++)
    {
      guint size = marathon_record_list_get_size (marathon_event_get_list (event, records[i].list));
      g_autoptr (MarathonEdit) edit = marathon_edit_new_insert_record (records[i].list, size, records[i].record);

      if (!marathon_history_add (history, edit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_entrants (MarathonHistory *history, const MarathonImport *import, GError **error)
{
  const guint32 *positions;
  guint n;
  const MarathonEntrant *values = marathon_import_get_changed (import, &positions, &n);
  g_autoptr (MarathonEdit) edit = marathon_edit_new_change_entrants (marathon_history_get_event (history), MARATHON_PLACE_ROSTER,
                                                                     positions, values, n);

  return marathon_history_add (history, edit, error);
}

static gboolean
add_entrants (MarathonHistory *history, const MarathonImport *import, GError **error)
{
  guint size = marathon_roster_get_size (marathon_event_get_roster (marathon_history_get_event (history)));
  guint n;
  const MarathonEntrant *values = marathon_import_get_added (import, &n);
  g_autofree guint32 *positions = g_new (guint32, n);
  g_autoptr (MarathonEdit) edit = NULL;

  for (guint i = 0; i < n; i++)
    positions[i] = size + i;
  edit = marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, positions, values, n);
  return marathon_history_add (history, edit, error);
}

gboolean
marathon_import_apply (MarathonHistory *history, const MarathonImport *import, GError **error)
{
  guint n = marathon_import_get_count (import, MARATHON_IMPORT_ADDED) + marathon_import_get_count (import, MARATHON_IMPORT_UPDATED);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u Entrant", "Import %u Entrants", n), n);

  marathon_history_begin (history, label);
  if (add_records (history, import, error) && change_entrants (history, import, error) && add_entrants (history, import, error))
    {
      marathon_history_commit (history);
      return TRUE;
    }
  marathon_history_rollback (history);
  return FALSE;
}
