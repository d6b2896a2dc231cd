/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDocument: an open event.
 */
#include "document/document.h"

#include <stdlib.h>
#include <string.h>

#include "document/document-error.h"
#include "document/project-file.h"

struct _MarathonDocument {
  GObject parent_instance;

  MarathonEvent *event;
  MarathonHistory *history;
  char *path; /* NULL: no file yet */
  MarathonFileIdentity identity;
  guint64 saved_state; /* of the history, in the file */
};

G_DEFINE_FINAL_TYPE (MarathonDocument, marathon_document, G_TYPE_OBJECT)

enum { PROP_0, PROP_PATH, PROP_MODIFIED, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
marathon_document_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MarathonDocument *document = MARATHON_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, document->path);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, marathon_document_is_modified (document));
      break;
    case PROP_TITLE:
      g_value_set_string (value, marathon_event_get_info (document->event)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
marathon_document_finalize (GObject *object)
{
  MarathonDocument *document = MARATHON_DOCUMENT (object);

  g_object_unref (document->history);
  g_object_unref (document->event);
  g_free (document->path);
  G_OBJECT_CLASS (marathon_document_parent_class)->finalize (object);
}

static void
marathon_document_class_init (MarathonDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_document_get_property;
  object_class->finalize = marathon_document_finalize;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_document_init (MarathonDocument *document)
{
}

static void
on_state_changed (MarathonDocument *document)
{
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_MODIFIED]);
}

static void
on_title_changed (MarathonDocument *document)
{
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_TITLE]);
}

MarathonDocument *
marathon_document_new (MarathonEvent *event)
{
  MarathonDocument *document = g_object_new (MARATHON_TYPE_DOCUMENT, NULL);

  document->event = g_object_ref (event);
  document->history = marathon_history_new (event);
  g_signal_connect_object (document->history, "notify::state", G_CALLBACK (on_state_changed), document, G_CONNECT_SWAPPED);
  g_signal_connect_object (marathon_event_get_info (event), "notify::title", G_CALLBACK (on_title_changed), document,
                           G_CONNECT_SWAPPED);
  return document;
}

MarathonEvent *
marathon_document_get_event (MarathonDocument *document)
{
  return document->event;
}

MarathonHistory *
marathon_document_get_history (MarathonDocument *document)
{
  return document->history;
}

const char *
marathon_document_get_path (MarathonDocument *document)
{
  return document->path;
}

gboolean
marathon_document_is_modified (MarathonDocument *document)
{
  return document->path == NULL || marathon_history_get_state (document->history) != document->saved_state;
}

/* --- Paths --- */

/* Independent of the working folder, else as it was given: where a folder is a link, ".." after it is not the folder
 * before it. */
static char *
make_absolute (const char *path)
{
  g_autofree char *folder = NULL;

  if (g_path_is_absolute (path))
    return g_strdup (path);
  folder = g_get_current_dir ();
  return g_build_filename (folder, path, NULL);
}

/* Whether both name one file, by other spellings or links too. */
static gboolean
is_same_file (const char *a, const char *b)
{
  char *real_a = realpath (a, NULL), *real_b = realpath (b, NULL);
  gboolean same = strcmp (a, b) == 0 || (real_a != NULL && g_strcmp0 (real_a, real_b) == 0);

  free (real_a);
  free (real_b);
  return same;
}

/* --- Loading --- */

static MarathonDocument *
open_document (MarathonEvent *event, const char *path, const MarathonFileIdentity *identity)
{
  MarathonDocument *document = marathon_document_new (event);

  document->path = make_absolute (path);
  document->identity = *identity;
  return document;
}

MarathonDocument *
marathon_document_load (const char           *path,
                        MarathonProgressFunc  progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  MarathonFileIdentity identity = { 0 };
  g_autoptr (MarathonEvent) event = marathon_project_file_read (path, &identity, progress, progress_data, cancellable, error);

  return event != NULL ? open_document (event, path, &identity) : NULL;
}

typedef struct {
  char *path;
  MarathonEvent *event; /* loading: what was read; saving: the snapshot */
  MarathonFileIdentity expected;
  gboolean is_own_file;
  MarathonFileIdentity identity;
  guint64 state;
} FileTask;

static void
file_task_free (gpointer data)
{
  FileTask *file_task = data;

  g_free (file_task->path);
  g_clear_object (&file_task->event);
  g_free (file_task);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FileTask *file_task = task_data;
  g_autoptr (GError) error = NULL;

  file_task->event = marathon_project_file_read (file_task->path, &file_task->identity, NULL, NULL, cancellable, &error);
  if (file_task->event != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
marathon_document_load_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  FileTask *file_task = g_new0 (FileTask, 1);

  file_task->path = g_strdup (path);
  g_task_set_source_tag (task, marathon_document_load_async);
  g_task_set_task_data (task, file_task, file_task_free);
  g_task_run_in_thread (task, load_in_thread);
}

MarathonDocument *
marathon_document_load_finish (GAsyncResult *result, GError **error)
{
  FileTask *file_task;

  g_return_val_if_fail (g_async_result_is_tagged (result, marathon_document_load_async), NULL);
  file_task = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return open_document (file_task->event, file_task->path, &file_task->identity);
}

/* --- Saving --- */

static FileTask *
prepare_save (MarathonDocument *document, const char *path)
{
  FileTask *file_task = g_new0 (FileTask, 1);

  file_task->path = path != NULL ? make_absolute (path) : g_strdup (document->path);
  file_task->is_own_file = document->path != NULL && is_same_file (file_task->path, document->path);
  file_task->event = marathon_event_snapshot (document->event);
  file_task->expected = document->identity;
  file_task->state = marathon_history_get_state (document->history);
  return file_task;
}

static gboolean
run_save (FileTask *file_task, GCancellable *cancellable, GError **error)
{
  return marathon_project_file_write (file_task->event, file_task->path, file_task->is_own_file ? &file_task->expected : NULL,
                                      &file_task->identity, cancellable, error);
}

/* The save marks the state that it wrote, not the one that the document has by now. */
static void
take_saved (MarathonDocument *document, FileTask *file_task)
{
  document->identity = file_task->identity;
  document->saved_state = file_task->state;
  if (!file_task->is_own_file)
    {
      g_free (document->path);
      document->path = g_strdup (file_task->path);
      g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_PATH]);
    }
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_MODIFIED]);
}

static void
finish_save (MarathonDocument *document, FileTask *file_task, const GError *error)
{
  if (error == NULL)
    take_saved (document, file_task);
  else if (file_task->is_own_file && g_error_matches (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE))
    document->identity = file_task->identity; /* the file is ours already: the next save must not call it changed */
}

gboolean
marathon_document_save (MarathonDocument *document, const char *path, GCancellable *cancellable, GError **error)
{
  FileTask *file_task;
  GError *local = NULL;

  g_return_val_if_fail (path != NULL || document->path != NULL, FALSE);
  file_task = prepare_save (document, path);
  run_save (file_task, cancellable, &local);
  finish_save (document, file_task, local);
  file_task_free (file_task);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

gboolean
marathon_document_save_copy (MarathonDocument *document, const char *path, GCancellable *cancellable, GError **error)
{
  FileTask *file_task;
  gboolean good;

  g_return_val_if_fail (path != NULL, FALSE);
  file_task = prepare_save (document, path);
  if (file_task->is_own_file)
    good = marathon_document_save (document, NULL, cancellable, error); /* a copy onto itself is a save */
  else
    good = run_save (file_task, cancellable, error);
  file_task_free (file_task);
  return good;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (run_save (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
marathon_document_save_async (MarathonDocument    *document,
                              const char          *path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL || document->path != NULL);
  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, marathon_document_save_async);
  g_task_set_check_cancellable (task, FALSE); /* what was saved is saved, even if cancelling came just after */
  g_task_set_task_data (task, prepare_save (document, path), file_task_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
marathon_document_save_finish (MarathonDocument *document, GAsyncResult *result, GError **error)
{
  GError *local = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, marathon_document_save_async), FALSE);
  g_task_propagate_boolean (G_TASK (result), &local);
  finish_save (document, g_task_get_task_data (G_TASK (result)), local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
