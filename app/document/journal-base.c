/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bases of journals.
 */
#include "document/journal-base.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "formats/project-writer.h"

#define NEW_BASE "base.new"
#define COPIED_BASE "base.copy"

/* So many bytes are copied between two looks at whether to give up, and so many synced at a time: one large sync at
 * the end would hold up those
 * of the steps. */
#define PIECE (256u << 10)
#define SYNCED_PIECE (4u << 20)

/* --- From a snapshot --- */

typedef struct {
  int fd;
  MarathonFileHash *hash;
  guint64 size;
  int failure;
} Output;

static gboolean
write_piece (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  Output *output = user_data;

  marathon_file_hash_update (output->hash, bytes, length);
  output->size += length;
  if (marathon_journal_write_all (output->fd, bytes, length))
    return TRUE;
  output->failure = errno;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
  return FALSE;
}

/* Closes it, synced where all was well so far, and hands out what it is. */
static gboolean
finish_output (Output *output, MarathonFileIdentity *identity)
{
  if (output->failure == 0 && fdatasync (output->fd) < 0)
    output->failure = errno;
  if (close (output->fd) < 0 && output->failure == 0)
    output->failure = errno;
  marathon_file_hash_finish (output->hash, identity->hash);
  identity->size = output->size;
  identity->is_set = output->failure == 0;
  errno = output->failure;
  return identity->is_set;
}

static gboolean
start_output (Output *output, const MarathonJournalFolder *folder, const char *name)
{
  *output = (Output) { .fd = marathon_journal_folder_create (folder, name) };
  if (output->fd < 0)
    return FALSE;
  output->hash = marathon_file_hash_new ();
  return TRUE;
}

gboolean
marathon_journal_base_write (const MarathonJournalFolder *folder, MarathonEvent *event, MarathonFileIdentity *identity)
{
  g_autofree char *name = NULL;
  Output output;
  int saved_errno;

  if (!start_output (&output, folder, NEW_BASE))
    return FALSE;
  marathon_project_write (event, write_piece, &output, NULL, NULL, NULL, NULL);
  if (finish_output (&output, identity))
    {
      name = marathon_journal_name_base (identity);
      if (marathon_journal_folder_rename (folder, NEW_BASE, name))
        return TRUE;
    }
  saved_errno = errno;
  unlinkat (folder->fd, NEW_BASE, 0);
  errno = saved_errno;
  return FALSE;
}

/* --- From the event's file --- */

struct _MarathonJournalCopy {
  const MarathonJournalFolder *folder;
  char *path;
  MarathonFileIdentity identity;
  MarathonJournalCopyFunc ended;
  gpointer user_data;
  GThread *thread;
  int is_given_up; /* atomic */
  int outcome;     /* atomic */
};

/* Copies to the end; %FALSE with errno. */
static gboolean
copy_pieces (MarathonJournalCopy *copy, int from, Output *output)
{
  g_autofree char *buffer = g_malloc (PIECE);
  guint64 n_synced = 0;
  ssize_t n;

  while ((n = pread (from, buffer, PIECE, (off_t) output->size)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      errno = g_atomic_int_get (&copy->is_given_up) ? ECANCELED : errno;
      if (n < 0 || g_atomic_int_get (&copy->is_given_up) || !write_piece (buffer, (gsize) n, output, NULL))
        return FALSE;
      if (output->size - n_synced < SYNCED_PIECE)
        continue;
      if (fdatasync (output->fd) < 0)
        return FALSE;
      n_synced = output->size;
    }
  return TRUE;
}

static MarathonJournalCopyOutcome
copy_from (MarathonJournalCopy *copy, int from)
{
  g_autofree char *name = marathon_journal_name_base (&copy->identity);
  MarathonFileIdentity found = { 0 };
  MarathonJournalCopyOutcome outcome = MARATHON_JOURNAL_COPY_FAILED;
  Output output;

  if (!start_output (&output, copy->folder, COPIED_BASE))
    return outcome;
  if (!copy_pieces (copy, from, &output))
    output.failure = errno;
  if (finish_output (&output, &found))
    {
      if (!marathon_file_identity_is_equal (&found, &copy->identity))
        outcome = MARATHON_JOURNAL_COPY_OTHER;
      else if (marathon_journal_folder_rename (copy->folder, COPIED_BASE, name))
        return MARATHON_JOURNAL_COPY_DONE;
    }
  unlinkat (copy->folder->fd, COPIED_BASE, 0);
  return outcome;
}

static gpointer
copy_in_thread (gpointer data)
{
  MarathonJournalCopy *copy = data;
  int from = open (copy->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  g_atomic_int_set (&copy->outcome, from >= 0 ? (int) copy_from (copy, from) : MARATHON_JOURNAL_COPY_OTHER);
  if (from >= 0)
    close (from);
  copy->ended (copy, copy->user_data);
  return NULL;
}

MarathonJournalCopy *
marathon_journal_copy_start (const MarathonJournalFolder *folder,
                             const char                  *path,
                             const MarathonFileIdentity  *identity,
                             MarathonJournalCopyFunc      ended,
                             gpointer                     user_data)
{
  MarathonJournalCopy *copy = g_new0 (MarathonJournalCopy, 1);

  copy->folder = folder;
  copy->path = g_strdup (path);
  copy->identity = *identity;
  copy->ended = ended;
  copy->user_data = user_data;
  copy->thread = g_thread_new ("journal-copy", copy_in_thread, copy);
  return copy;
}

MarathonJournalCopyOutcome
marathon_journal_copy_get_outcome (MarathonJournalCopy *copy)
{
  return (MarathonJournalCopyOutcome) g_atomic_int_get (&copy->outcome);
}

void
marathon_journal_copy_free (MarathonJournalCopy *copy)
{
  g_atomic_int_set (&copy->is_given_up, TRUE);
  g_thread_join (copy->thread);
  g_free (copy->path);
  g_free (copy);
}
