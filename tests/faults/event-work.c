/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work on events.
 */
#include "event-work.h"

#include "editing/entrant-edits.h"
#include "formats/project-writer.h"
#include "model/entrant-fields.h"

char *
event_work_get_path (const char *scene)
{
  return g_build_filename (scene, "event", "race", NULL);
}

char *
event_work_get_state (const char *scene)
{
  return g_build_filename (scene, "state", NULL);
}

/* --- Edits --- */

static gboolean
change_title (MarathonDocument *document, guint number, GError **error)
{
  MarathonRecord *info = marathon_event_get_single (marathon_document_get_event (document), MARATHON_SINGLE_INFO);
  g_autofree char *title = g_strdup_printf ("Version %u", number);
  g_autoptr (MarathonEdit) edit
    = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "title"), title);

  return marathon_history_do (marathon_document_get_history (document), edit, "Change Title", error);
}

static gboolean
add_person (MarathonDocument *document, guint number, GError **error)
{
  MarathonEvent *event = marathon_document_get_event (document);
  g_autofree char *name = g_strdup_printf ("Late-Entry %u", number);
  MarathonIdSource ids;
  guint64 id;

  marathon_id_source_init_seeded (&ids, number);
  return marathon_entrant_add (marathon_document_get_history (document), &ids, marathon_date_new_day (2026, 5, 17),
                               marathon_event_get_field (event, MARATHON_FIELD_FAMILY), name, &id, error);
}

/* One edit line for each. */
static gboolean
change_clubs (MarathonDocument *document, guint number, GError **error)
{
  MarathonEvent *event = marathon_document_get_event (document);
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint n = marathon_roster_get_size (roster);
  g_autofree guint32 *positions = g_new (guint32, n);
  g_autofree char *club = g_strdup_printf ("Club of Version %u", number);

  for (guint i = 0; i < n; i++)
    positions[i] = i;
  return marathon_entrants_set_field (marathon_document_get_history (document), positions, n,
                                      marathon_event_get_field (event, MARATHON_FIELD_CLUB), club, error);
}

void
event_work_edit (MarathonDocument *document, guint number)
{
  static gboolean (*const edits[]) (MarathonDocument *, guint, GError **) = { change_clubs, change_title, add_person };
  g_autoptr (GError) error = NULL;

  if (!edits[number % G_N_ELEMENTS (edits)](document, number, &error))
    g_error ("edit %u: %s", number, error->message);
}

char *
event_work_sum (MarathonEvent *event)
{
  g_autofree char *text = marathon_project_to_text (event);

  return g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);
}

GPtrArray *
event_work_sums (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = marathon_document_load (path, NULL, NULL, NULL, &error);
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i <= n; i++)
    {
      if (i > 0)
        event_work_edit (document, i);
      g_ptr_array_add (sums, event_work_sum (marathon_document_get_event (document)));
    }
  return sums;
}

/* --- Recovering --- */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **opened = user_data;

  *opened = g_object_ref (result);
}

MarathonDocument *
event_work_recover (const MarathonRecovery *recovery, GError **error)
{
  g_autoptr (GAsyncResult) opened = NULL;

  marathon_recovery_open_async (recovery, NULL, NULL, NULL, on_opened, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  return marathon_recovery_open_finish (opened, error);
}

/* --- Waiting --- */

MarathonJournalState
event_work_wait (MarathonDocument *document)
{
  MarathonJournal *journal = marathon_document_get_journal (document);
  MarathonJournalState state;

  while ((state = marathon_journal_get_state (journal)) == MARATHON_JOURNAL_WRITING)
    g_main_context_iteration (NULL, TRUE);
  return state;
}

typedef struct {
  gboolean has_ended, good;
  GError **error;
} Save;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;

  save->good = marathon_document_save_finish (MARATHON_DOCUMENT (source), result, save->error);
  save->has_ended = TRUE;
}

gboolean
event_work_save (MarathonDocument *document, const char *path, EventWorkFunc meanwhile, gpointer data, GError **error)
{
  Save save = { .error = error };

  if (meanwhile == NULL)
    return marathon_document_save (document, path, NULL, NULL, NULL, error);
  marathon_document_save_async (document, path, NULL, NULL, NULL, on_saved, &save);
  meanwhile (document, data);
  while (!save.has_ended)
    g_main_context_iteration (NULL, TRUE);
  return save.good;
}
