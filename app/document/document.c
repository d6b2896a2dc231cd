/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDocument: an open event; how it is loaded. How it is saved is in document-save.c.
 */
#include "document/document-private.h"
#include "document/project-file.h"

G_DEFINE_FINAL_TYPE (MarathonDocument, marathon_document, G_TYPE_OBJECT)

enum { PROP_0, PROP_PATH, PROP_MODIFIED, PROP_TITLE, PROP_JOURNAL, N_PROPS };
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
    case PROP_JOURNAL:
      g_value_set_object (value, document->journal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
marathon_document_finalize (GObject *object)
{
  MarathonDocument *document = MARATHON_DOCUMENT (object);

  g_clear_object (&document->journal);
  g_clear_pointer (&document->lock, marathon_file_lock_free);
  g_free (document->state_folder);
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
  properties[PROP_JOURNAL] = g_param_spec_object ("journal", NULL, NULL, MARATHON_TYPE_JOURNAL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_document_init (MarathonDocument *document)
{
}

/* Tells of a change only: a step does not change it in a document that has changes already. */
static void
notify_modified (MarathonDocument *document)
{
  gboolean is_modified = marathon_document_is_modified (document);

  if (is_modified == document->told_modified)
    return;
  document->told_modified = is_modified;
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
  document->told_modified = TRUE;
  g_signal_connect_object (document->history, "notify::state", G_CALLBACK (notify_modified), document, G_CONNECT_SWAPPED);
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

const MarathonFileIdentity *
marathon_document_get_identity (MarathonDocument *document)
{
  return &document->identity;
}

/* --- Whether it may be changed --- */

void
marathon_document_set_read_only (MarathonDocument *document, const char *reason)
{
  marathon_history_set_read_only (document->history, reason);
}

gboolean
marathon_document_is_read_only (MarathonDocument *document)
{
  return marathon_history_is_read_only (document->history);
}

/* --- Its journal --- */

void
marathon_document_protect (MarathonDocument *document, const char *state_folder)
{
  if (document->state_folder != NULL)
    return;
  document->state_folder = g_strdup (state_folder);
  if (document->journal == NULL)
    document->journal = marathon_journal_new (document->history, state_folder, document->path,
                                              document->path != NULL ? &document->identity : NULL);
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_JOURNAL]);
}

void
marathon_document_adopt_journal (MarathonDocument *document, MarathonJournal *journal)
{
  g_return_if_fail (document->journal == NULL);
  document->journal = journal;
}

MarathonJournal *
marathon_document_get_journal (MarathonDocument *document)
{
  return document->journal;
}

void
marathon_document_give_up_changes (MarathonDocument *document)
{
  if (document->journal != NULL)
    marathon_journal_discard (document->journal);
}

/* --- Its file --- */

char *
marathon_document_make_absolute (const char *path)
{
  g_autofree char *folder = NULL;

  if (g_path_is_absolute (path))
    return g_strdup (path);
  folder = g_get_current_dir ();
  return g_build_filename (folder, path, NULL);
}

void
marathon_document_take_file (MarathonDocument           *document,
                             const char                 *path,
                             const MarathonFileIdentity *identity,
                             guint                       n_entrants,
                             guint64                     state)
{
  gboolean is_other = g_strcmp0 (path, document->path) != 0;

  document->identity = *identity;
  document->n_in_file = n_entrants;
  document->saved_state = state;
  if (is_other)
    {
      g_free (document->path);
      document->path = g_strdup (path);
      g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_PATH]);
    }
  notify_modified (document);
}

void
marathon_document_hold_lock (MarathonDocument *document, MarathonFileLock *lock)
{
  g_clear_pointer (&document->lock, marathon_file_lock_free);
  document->lock = lock;
}

MarathonFileLock *
marathon_document_release_lock (MarathonDocument *document)
{
  return g_steal_pointer (&document->lock);
}

void
marathon_document_allow_replacing (MarathonDocument *document)
{
  document->may_replace = TRUE;
}

/* --- Loading --- */

static MarathonDocument *
open_document (MarathonEvent *event, const char *path, const MarathonFileIdentity *identity)
{
  MarathonDocument *document = marathon_document_new (event);
  g_autofree char *absolute = marathon_document_make_absolute (path);

  marathon_document_take_file (document, absolute, identity, marathon_roster_get_size (marathon_event_get_roster (event)),
                               marathon_history_get_state (document->history));
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
  MarathonProgressFunc progress;
  gpointer progress_data;
  MarathonEvent *event; /* what was read */
  MarathonFileIdentity identity;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->path);
  g_clear_object (&load->event);
  g_free (load);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GError) error = NULL;

  load->event = marathon_project_file_read (load->path, &load->identity, load->progress, load->progress_data, cancellable,
                                            &error);
  if (load->event != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
marathon_document_load_async (const char           *path,
                              MarathonProgressFunc  progress,
                              gpointer              progress_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->path = g_strdup (path);
  load->progress = progress;
  load->progress_data = progress_data;
  g_task_set_source_tag (task, marathon_document_load_async);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_in_thread);
}

MarathonDocument *
marathon_document_load_finish (GAsyncResult *result, GError **error)
{
  Load *load;

  g_return_val_if_fail (g_async_result_is_tagged (result, marathon_document_load_async), NULL);
  load = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return open_document (load->event, load->path, &load->identity);
}
