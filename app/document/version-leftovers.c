/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What saves that were cut off have left beside an event's file: looking at it, keeping what is whole, removing the
 * rest.
 *
 * Other programs leave hidden files too, some with the same kind of name. So nothing is removed but what is empty, or
 * begins as only our own files do.
 */
#include "document/versions.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/versions-private.h"
#include "formats/project-format.h"
#include "formats/project-reader.h"

/* What g_mkstemp() puts into the place of the Xs; the passing name of a backup, ".NAME.backup", is of the same kind. */
#define N_RANDOM 6

/* Where it cannot be seen whether somebody is writing a file, one that was written in the last minute is left alone. */
#define REST_SECONDS 60

typedef struct {
  const char *state_folder;
  const char *base; /* the name of the event's file */
  int folder_fd;
  MarathonFileIdentity current; /* what the event's file holds; not set where there is none */
  gint64 now;
  GCancellable *cancellable;
} Tidying;

gboolean
marathon_versions_is_leftover_name (const char *name, const char *base)
{
  const char *random;

  if (*name != '.' || !g_str_has_prefix (name + 1, base))
    return FALSE;
  random = name + 1 + strlen (base);
  if (*random++ != '.' || strlen (random) != N_RANDOM)
    return FALSE;
  for (guint i = 0; i < N_RANDOM; i++)
    if (!g_ascii_isalnum (random[i]))
      return FALSE;
  return TRUE;
}

/* Whether a program on this computer has the file open for writing: then we get no lease, which the kernel gives
 * readers where there is no writer. */
static gboolean
is_being_written (int fd, const struct stat *status, gint64 now)
{
  gboolean is_lent;
  int saved_errno;

  /* Should somebody want to write in this very moment, that is told by a signal which nobody minds. */
  if (fcntl (fd, F_SETSIG, SIGURG) < 0)
    return TRUE;
  is_lent = fcntl (fd, F_SETLEASE, F_RDLCK) == 0;
  saved_errno = errno;
  if (is_lent)
    {
      fcntl (fd, F_SETLEASE, F_UNLCK);
      return FALSE;
    }
  return saved_errno == EAGAIN || saved_errno == EBUSY || ABS (now - (gint64) status->st_mtime) < REST_SECONDS;
}

/* Whether it is empty, or starts as a project file, or with the zeros that some file systems leave after a power cut.
 */
static gboolean
starts_as_ours (int fd)
{
  static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" MARATHON_PROJECT_ROOT
                             " xmlns=\"" MARATHON_PROJECT_NAMESPACE "\"";
  static const char zeros[sizeof head];
  char found[sizeof head];
  ssize_t length;

  do
    length = pread (fd, found, strlen (head), 0);
  while (length < 0 && errno == EINTR);
  return length >= 0 && (memcmp (found, head, (gsize) length) == 0 || memcmp (found, zeros, (gsize) length) == 0);
}

/* Whether it lacks its end, however it reads up to there. What is whole, but of a newer version say, is not ours to
 * judge. */
static gboolean
is_cut_off (int fd, const struct stat *status)
{
  static const char tail[] = "</" MARATHON_PROJECT_ROOT ">\n";
  char found[sizeof tail];
  off_t start = status->st_size - (off_t) strlen (tail);
  ssize_t length;

  if (start < 0)
    return TRUE;
  do
    length = pread (fd, found, strlen (tail), start);
  while (length < 0 && errno == EINTR);
  return length >= 0 && ((gsize) length < strlen (tail) || memcmp (found, tail, strlen (tail)) != 0);
}

/* Keeps it where it is a whole event, and not the one that the file holds. *is_done: it can go. Returns: whether it was
 * kept. */
static gboolean
keep_whole (Tidying *tidying, int fd, const struct stat *status, gboolean *is_done)
{
  MarathonVersionRequest request
      = { tidying->state_folder, 0, fd, { 0, status->st_mtime, { 0 }, 0, TRUE }, tidying->now };
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);
  g_autoptr (MarathonEvent) event = NULL;

  *is_done = FALSE;
  if (!marathon_file_identity_read (&request.facts.identity, fd, tidying->cancellable))
    return FALSE;
  *is_done = TRUE;
  if (marathon_file_identity_is_equal (&request.facts.identity, &tidying->current))
    return FALSE;
  event = marathon_project_read (stream, 0, NULL, NULL, tidying->cancellable, NULL, NULL);
  if (event == NULL)
    {
      *is_done = is_cut_off (fd, status);
      return FALSE;
    }
  request.event_id = marathon_event_get_id (event);
  request.facts.n_entrants = marathon_roster_get_size (marathon_event_get_roster (event));
  *is_done = marathon_versions_keep_open (&request, tidying->cancellable, NULL) == MARATHON_VERSION_FILE_WRITTEN;
  return *is_done;
}

/* Whether the name is still that file's. */
static gboolean
is_same_file (const Tidying *tidying, const char *name, const struct stat *status)
{
  struct stat now;

  return fstatat (tidying->folder_fd, name, &now, AT_SYMLINK_NOFOLLOW) == 0 && now.st_dev == status->st_dev
         && now.st_ino == status->st_ino;
}

static gboolean
adopt (Tidying *tidying, const char *name)
{
  int fd = openat (tidying->folder_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean is_kept = FALSE, is_done = FALSE;
  struct stat status;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid () && starts_as_ours (fd)
      && !is_being_written (fd, &status, tidying->now))
    is_kept = keep_whole (tidying, fd, &status, &is_done);
  if (is_done && is_same_file (tidying, name, &status))
    unlinkat (tidying->folder_fd, name, 0);
  close (fd);
  return is_kept;
}

/* FALSE where the file is there but cannot be read: then nothing can be said of what lies beside it. */
static gboolean
read_current (Tidying *tidying)
{
  int fd = openat (tidying->folder_fd, tidying->base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean good;

  if (fd < 0)
    return errno == ENOENT;
  good = marathon_file_identity_read (&tidying->current, fd, tidying->cancellable);
  close (fd);
  return good;
}

static guint
adopt_all (Tidying *tidying, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (marathon_versions_is_leftover_name (name, tidying->base))
      g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    n += adopt (tidying, g_ptr_array_index (names, i)) ? 1 : 0;
  return n;
}

guint
marathon_versions_adopt_leftovers (const char *state_folder, const char *path, GCancellable *cancellable)
{
  g_autofree char *real = marathon_file_find_real (path);
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  Tidying tidying = {
    .state_folder = state_folder,
    .base = base,
    .folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .cancellable = cancellable,
  };
  guint n = 0;

  if (tidying.folder_fd < 0)
    return 0;
  if (read_current (&tidying))
    n = adopt_all (&tidying, folder);
  close (tidying.folder_fd);
  return n;
}
