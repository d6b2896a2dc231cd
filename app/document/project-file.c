/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project file on the disk.
 */
#include "document/project-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/watched-stream.h"
#include "formats/format-error.h"
#include "formats/xml-reader.h"

/* --- Reading --- */

static gboolean
refuse_kind (const char *path, mode_t mode, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_NOT_FILE,
               S_ISDIR (mode) ? _ ("%s: this is a folder, not a file") : _ ("%s: this is no ordinary file"), path);
  return FALSE;
}

/* Opens a regular file; without waiting, should it be a pipe. */
static int
open_regular (const char *path, struct stat *status, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, status) < 0)
    {
      int saved_errno = errno;

      if (fd >= 0)
        close (fd);
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN, _ ("%s: cannot be opened: %s"), path,
                   g_strerror (saved_errno));
      return -1;
    }
  if (S_ISREG (status->st_mode))
    return fd;
  close (fd);
  refuse_kind (path, status->st_mode, error);
  return -1;
}

static gboolean
check_size (const char *path, const struct stat *status, guint64 limit, GError **error)
{
  if ((guint64) status->st_size <= limit)
    return TRUE;
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT,
               _ ("%s: the file is larger than %" G_GUINT64_FORMAT " MiB"), path, limit >> 20);
  return FALSE;
}

/* Puts the file's name in front of "LINE:COLUMN: …". */
static void
name_file (const char *path, GError **error)
{
  GError *unnamed = *error;

  if (unnamed == NULL || g_error_matches (unnamed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  *error = NULL;
  g_set_error (error, MARATHON_DOCUMENT_ERROR,
               unnamed->domain == MARATHON_FORMAT_ERROR ? MARATHON_DOCUMENT_ERROR_CONTENT : MARATHON_DOCUMENT_ERROR_OPEN,
               "%s:%s%s", path, unnamed->domain == MARATHON_FORMAT_ERROR ? "" : " ", unnamed->message);
  g_error_free (unnamed);
}

static gboolean
identify (int fd, const char *path, MarathonFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  int saved_errno;

  if (marathon_file_identity_read (identity, fd, cancellable))
    return TRUE;
  saved_errno = errno;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN, _ ("%s: cannot be read: %s"), path,
                 g_strerror (saved_errno));
  return FALSE;
}

MarathonEvent *
marathon_project_file_read (const char            *path,
                            MarathonFileIdentity  *identity,
                            MarathonProgressFunc   progress,
                            gpointer               progress_data,
                            GCancellable          *cancellable,
                            GError               **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  MarathonEvent *event;
  struct stat status;
  int fd = open_regular (path, &status, error);

  if (fd < 0)
    return NULL;
  stream = g_unix_input_stream_new (fd, TRUE);
  if (!check_size (path, &status, MARATHON_XML_MAX_SIZE, error))
    return NULL;
  /* Before it is read as an event: should it be written meanwhile, the file is another one than expected when it comes to
   * saving. */
  if (identity != NULL && !identify (fd, path, identity, cancellable, error))
    return NULL;
  event = marathon_project_read (stream, (guint64) status.st_size, progress, progress_data, cancellable, NULL, &local);
  if (event == NULL)
    {
      name_file (path, &local);
      g_propagate_error (error, g_steal_pointer (&local));
    }
  return event;
}

GBytes *
marathon_file_read_bytes (const char *path, guint64 limit, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) local = NULL;
  struct stat status;
  gsize length;
  int fd = open_regular (path, &status, error);

  if (fd < 0)
    return NULL;
  stream = g_unix_input_stream_new (fd, TRUE);
  if (!check_size (path, &status, limit, error))
    return NULL;
  bytes = g_try_malloc ((gsize) status.st_size + 1);
  if (bytes == NULL)
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN, _ ("%s: cannot be read: %s"), path,
                   g_strerror (ENOMEM));
      return NULL;
    }
  if (!g_input_stream_read_all (stream, bytes, (gsize) status.st_size, &length, NULL, &local))
    {
      name_file (path, &local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  bytes[length] = '\0';
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/* --- Writing --- */

typedef struct {
  MarathonEvent *event;
  const char *path;
  const MarathonProjectFileJob *how;
  guint64 half; /* entrants, but one at least: writing them is one half of the work, reading them back the other */
  guint64 done;
  guint64 size; /* of the new file, once it is written */
} Job;

/* Only forwards, whatever the steps say; the last step of all is told by marathon_project_file_write(). */
static void
advance (Job *job, guint64 done)
{
  if (job->how->progress == NULL || done <= job->done)
    return;
  job->done = done;
  job->how->progress (done, 2 * job->half, job->how->progress_data);
}

static void
on_written (guint64 done, guint64 total, gpointer user_data)
{
  Job *job = user_data;

  advance (job, MIN (done, job->half));
}

static void
on_read_back (guint64 n_read, gpointer user_data)
{
  Job *job = user_data;

  advance (job, MIN (job->half + job->half * n_read / MAX (job->size, 1), 2 * job->half - 1));
}

static gboolean
produce (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  Job *job = user_data;
  gboolean good
    = marathon_project_write (job->event, marathon_file_sink_write, sink, on_written, job, job->how->cancellable, error);

  if (good)
    advance (job, job->half);
  return good;
}

static gboolean
read_back (Job *job, int fd, MarathonProjectCounts *counts, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);
  g_autoptr (GInputStream) watched = marathon_watched_stream_new (stream, on_read_back, job);
  struct stat status;

  job->size = fstat (fd, &status) == 0 ? (guint64) status.st_size : 0;
  return marathon_project_verify (watched, counts, job->how->cancellable, error);
}

/* What we write we must be able to read: the same checks of each value, and the same counts. Where we are not, another
 * place is no remedy: it would be the same there. */
static gboolean
verify (int fd, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (GError) local = NULL;
  MarathonProjectCounts written, read;

  marathon_project_count (job->event, &written);
  if (read_back (job, fd, &read, &local) && memcmp (&written, &read, sizeof read) == 0)
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else if (local != NULL)
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_VERIFY,
                 _ ("%s: what was to be saved could not be read back (%s), so nothing on the disk was changed. This is a "
                    "fault of the program: please report it, undo your last changes, and save again."),
                 job->path, local->message);
  else
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_VERIFY,
                 _ ("%s: what was to be saved reads back with more or fewer entries than the event has, so nothing on the "
                    "disk was changed. This is a fault of the program: please report it, undo your last changes, and save "
                    "again."),
                 job->path);
  return FALSE;
}

static void
note (const MarathonFileIdentity *identity, gpointer user_data)
{
  Job *job = user_data;

  if (job->how->note != NULL)
    job->how->note (identity, job->how->note_data);
}

gboolean
marathon_project_file_write (MarathonEvent                *event,
                             const char                   *path,
                             const MarathonProjectFileJob *how,
                             MarathonFileIdentity         *identity,
                             GError                      **error)
{
  static const MarathonProjectFileJob plain = { 0 };
  guint n_entrants = marathon_roster_get_size (marathon_event_get_roster (event));
  guint n_deleted = marathon_roster_get_size (marathon_event_get_bin (event));
  Job job = { event, path, how != NULL ? how : &plain, .half = MAX ((guint64) n_entrants + n_deleted, 1) };
  const MarathonFileSaveJob save = {
    .produce = produce,
    .verify = verify,
    .note = note,
    .user_data = &job,
    .keep_backup = !job.how->without_backup,
    .expected = job.how->expected,
    .cancellable = job.how->cancellable,
  };

  if (!marathon_file_save (path, &save, identity, error))
    return FALSE;
  advance (&job, 2 * job.half);
  return TRUE;
}
