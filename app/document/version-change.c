/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonVersionChange: the difference between now and then, as the lines of one step.
 */
#include "document/version-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/document-error.h"

void
marathon_version_change_free (MarathonVersionChange *change)
{
  g_clear_object (&change->event);
  g_clear_pointer (&change->lines, g_bytes_unref);
  g_free (change);
}

gboolean
marathon_version_change_is_empty (const MarathonVersionChange *change)
{
  const MarathonEventDifference *difference = &change->difference;

  return difference->n_changed + difference->n_inserted + difference->n_removed + difference->n_records == 0;
}

/* --- Comparing --- */

typedef struct {
  MarathonEvent *now; /* a snapshot */
  MarathonVersion version;
  char *label;
  guint64 state;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  g_object_unref (comparison->now);
  g_free (comparison->version.file);
  g_free (comparison->label);
  g_free (comparison);
}

static void
add_line (const char *line, gsize length, gpointer data)
{
  GByteArray *lines = data;

  g_byte_array_append (lines, (const guint8 *) line, (guint) length);
  g_byte_array_append (lines, (const guint8 *) "\n", 1);
}

static void
add_text (GByteArray *lines, const char *text)
{
  add_line (text, strlen (text), lines);
}

static GBytes *
write_step (Comparison *comparison, MarathonEvent *then, MarathonEventDifference *difference)
{
  GByteArray *lines = g_byte_array_new ();
  g_autofree char *begin = marathon_edit_lines_begin (comparison->label);

  add_text (lines, MARATHON_EDIT_LINES_HEAD);
  add_text (lines, begin);
  marathon_event_difference_write (comparison->now, then, add_line, lines, difference);
  add_text (lines, MARATHON_EDIT_LINES_COMMIT);
  add_text (lines, MARATHON_EDIT_LINES_FOOT);
  return g_byte_array_free_to_bytes (lines);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Comparison *comparison = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonVersionChange) change = g_new0 (MarathonVersionChange, 1);

  change->event = marathon_version_read (&comparison->version, cancellable, &error);
  if (change->event == NULL || !marathon_event_difference_check (comparison->now, change->event, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  change->lines = write_step (comparison, change->event, &change->difference);
  change->state = comparison->state;
  g_task_return_pointer (task, g_steal_pointer (&change), (GDestroyNotify) marathon_version_change_free);
}

void
marathon_version_change_new_async (MarathonDocument      *document,
                                   const MarathonVersion *version,
                                   const char            *label,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->now = marathon_event_snapshot (marathon_document_get_event (document));
  comparison->version = *version;
  comparison->version.file = g_strdup (version->file);
  comparison->label = g_strdup (label);
  comparison->state = marathon_history_get_state (marathon_document_get_history (document));
  g_task_set_source_tag (task, marathon_version_change_new_async);
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

MarathonVersionChange *
marathon_version_change_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, marathon_version_change_new_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Restoring --- */

gboolean
marathon_version_change_apply (const MarathonVersionChange *change, MarathonDocument *document, GError **error)
{
  MarathonHistory *history = marathon_document_get_history (document);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (change->lines);
  MarathonIdSource ids;

  if (marathon_history_get_state (history) != change->state)
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED,
                   _ ("The event has been changed since it was compared with that version. Choose the version again."));
      return FALSE;
    }
  marathon_id_source_init_random (&ids);
  return marathon_edit_lines_apply (history, stream, &ids, NULL, NULL, error);
}
