/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders of journals.
 */
#include "document/journal-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/id-source.h"
#include "document/document-error.h"
#include "document/state-folder.h"

#define LOCK "lock"
#define BASE_PREFIX "base-"

/* A folder that is being removed. */
#define GONE_PREFIX ".gone-"

/* Another program may tidy a folder away that has no lock yet. */
#define MOST_TRIES 5

/* Of the folders of single journals nobody knows: it is the state folder that people can look after. */
static char *
name_state_folder (const char *folder)
{
  const char *journals = g_strrstr (folder, "/journal");

  return journals != NULL ? g_strndup (folder, (gsize) (journals - folder)) : g_strdup (folder);
}

gboolean
marathon_journal_fail (const char *journal_folder, int number, GError **error)
{
  g_autofree char *folder = name_state_folder (journal_folder);

  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE,
                 _ ("The disk with the folder “%s” is full: free some space. Until then, save often."), folder);
  else if (number == EROFS || number == EACCES || number == EPERM)
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE,
                 _ ("The folder “%s” cannot be written: allow writing in it. Until then, save often."), folder);
  else
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE,
                 /* Translators: a folder and the system's reason. */
                 _ ("Writing in the folder “%s” failed: %s. Look whether its disk is well. Until then, save often."), folder,
                 g_strerror (number));
  return FALSE;
}

char *
marathon_journal_name_base (const MarathonFileIdentity *identity)
{
  GString *name = g_string_new (BASE_PREFIX);

  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    g_string_append_printf (name, "%02x", identity->hash[i]);
  return g_string_free (name, FALSE);
}

/* --- Making and locking --- */

static char *
get_journals (const char *state_folder)
{
  return g_build_filename (state_folder, "journal", NULL);
}

static char *
make_random_name (const char *start)
{
  MarathonIdSource ids;
  char id[17];

  marathon_id_source_init_random (&ids);
  marathon_id_write (marathon_id_source_next (&ids), id);
  return g_strconcat (start, id, NULL);
}

static gboolean
lock_without_waiting (int fd)
{
  int result;

  do
    result = flock (fd, LOCK_EX | LOCK_NB);
  while (result < 0 && errno == EINTR);
  return result == 0;
}

/* Opens the folder and takes its lock; NULL with errno. The lock may have been unlinked between the two. */
static MarathonJournalFolder *
open_locked (const char *path, int flags)
{
  MarathonJournalFolder *folder = g_new0 (MarathonJournalFolder, 1);
  struct stat status;
  int saved_errno;

  folder->path = g_strdup (path);
  folder->lock_fd = -1;
  folder->fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (folder->fd >= 0)
    folder->lock_fd = openat (folder->fd, LOCK, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
  if (folder->lock_fd >= 0 && lock_without_waiting (folder->lock_fd))
    {
      if (fstat (folder->lock_fd, &status) == 0 && status.st_nlink > 0 && marathon_journal_folder_is_there (folder))
        return folder;
      errno = ENOENT;
    }
  saved_errno = errno;
  marathon_journal_folder_free (folder);
  errno = saved_errno;
  return NULL;
}

MarathonJournalFolder *
marathon_journal_folder_make (const char *state_folder, const char *event_path, GError **error)
{
  g_autofree char *journals = get_journals (state_folder);
  g_autofree char *name = event_path != NULL ? marathon_state_folder_name_path (event_path) : g_strdup ("untitled");
  g_autofree char *start = g_strconcat (journals, "/", name, "-", NULL);

  if (!marathon_state_folder_make (state_folder, error))
    return NULL;
  for (int i = 0; i < MOST_TRIES; i++)
    {
      g_autofree char *path = make_random_name (start);
      MarathonJournalFolder *folder;

      if (!marathon_state_folder_make (path, error))
        return NULL;
      folder = open_locked (path, O_CREAT);
      if (folder != NULL)
        return folder;
      if (errno != ENOENT && errno != EWOULDBLOCK)
        {
          marathon_journal_fail (path, errno, error);
          marathon_state_folder_remove (path, NULL);
          return NULL;
        }
    }
  marathon_journal_fail (journals, EBUSY, error);
  return NULL;
}

MarathonJournalFolder *
marathon_journal_folder_take (const char *path, GError **error)
{
  MarathonJournalFolder *folder = open_locked (path, O_CREAT);

  if (folder == NULL && errno == EWOULDBLOCK)
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_HELD,
                 _ ("What is kept in “%s” is in use by a running Marathon."), path);
  else if (folder == NULL)
    marathon_journal_fail (path, errno, error);
  return folder;
}

void
marathon_journal_folder_free (MarathonJournalFolder *folder)
{
  if (folder->lock_fd >= 0)
    close (folder->lock_fd);
  if (folder->fd >= 0)
    close (folder->fd);
  g_free (folder->path);
  g_free (folder);
}

gboolean
marathon_journal_folder_is_there (const MarathonJournalFolder *folder)
{
  struct stat ours, found;

  return fstat (folder->fd, &ours) == 0 && stat (folder->path, &found) == 0 && ours.st_dev == found.st_dev
         && ours.st_ino == found.st_ino;
}

/* --- Removing --- */

gboolean
marathon_journal_folder_remove (MarathonJournalFolder *folder, GError **error)
{
  g_autofree char *journals = g_path_get_dirname (folder->path);
  g_autofree char *start = g_build_filename (journals, GONE_PREFIX, NULL);
  g_autofree char *gone = make_random_name (start);
  g_autofree char *path = g_strdup (folder->path);
  gboolean was_there = marathon_journal_folder_is_there (folder);
  int number = was_there && rename (path, gone) < 0 ? errno : 0;

  if (number == 0 && was_there)
    {
      /* What comes after the renaming only tidies; should it fail, the next start does it. */
      marathon_state_folder_sync (journals, NULL);
      marathon_state_folder_remove (gone, NULL);
    }
  marathon_journal_folder_free (folder);
  return number == 0 || marathon_journal_fail (path, number, error);
}

GPtrArray *
marathon_journal_folder_list (const char *state_folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *journals = get_journals (state_folder);
  g_autoptr (GDir) dir = g_dir_open (journals, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (journals, name, NULL);

      if (g_str_has_prefix (name, GONE_PREFIX))
        marathon_state_folder_remove (path, NULL);
      else if (name[0] != '.' && g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return paths;
}

/* --- Files --- */

int
marathon_journal_folder_create (const MarathonJournalFolder *folder, const char *name)
{
  return openat (folder->fd, name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
}

int
marathon_journal_folder_open (const MarathonJournalFolder *folder, const char *name)
{
  return openat (folder->fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

gboolean
marathon_journal_folder_sync (const MarathonJournalFolder *folder)
{
  return fsync (folder->fd) == 0 || errno == EINVAL;
}

gboolean
marathon_journal_folder_rename (const MarathonJournalFolder *folder, const char *from, const char *to)
{
  return renameat (folder->fd, from, folder->fd, to) == 0 && marathon_journal_folder_sync (folder);
}

void
marathon_journal_folder_tidy (const MarathonJournalFolder *folder, const char *base)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gboolean is_base = g_str_has_prefix (name, BASE_PREFIX) && (base == NULL || g_str_equal (name, base));

      if (!is_base && !g_str_equal (name, LOCK) && !g_str_equal (name, MARATHON_JOURNAL_RECORDS))
        unlinkat (folder->fd, name, 0);
    }
}

gboolean
marathon_journal_write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n < 0 ? errno : EIO;
          return FALSE;
        }
      bytes += n;
      length -= (gsize) n;
    }
  return TRUE;
}
