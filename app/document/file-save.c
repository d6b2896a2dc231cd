/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a file: the steps in their order, each with its own error.
 */
#include "document/file-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/save-failure.h"

G_DEFINE_QUARK (marathon-document-error-quark, marathon_document_error)

#define ACL_ATTRIBUTE "system.posix_acl_access"

typedef struct _Saving Saving;

struct _MarathonFileSink {
  int fd;
  const Saving *saving; /* for messages */
  MarathonFileHash *hash;
  guint64 size;
};

/* A save on its way. */
struct _Saving {
  const MarathonFileSaveJob *job;
  const char *path; /* as the caller said, for messages */
  char *target;     /* where the file really is */
  char *folder;
  char *base;
  int folder_fd;
  gboolean exists;
  struct stat old;
  char *temporary; /* base name; NULL once it is renamed or removed */
  MarathonFileSink sink;
  MarathonFileIdentity written;
};

/* --- Errors --- */

static gboolean
fail (const Saving *saving, MarathonSaveStep step, int number, GError **error)
{
  return marathon_save_failure_set (step, saving->path, saving->exists, number, error);
}

/* Reads what @fd holds; %FALSE with the error of @step, or of being cancelled. */
static gboolean
read_identity (const Saving *saving, int fd, MarathonSaveStep step, MarathonFileIdentity *identity, GError **error)
{
  int saved_errno;

  if (marathon_file_identity_read (identity, fd, saving->job->cancellable))
    return TRUE;
  saved_errno = errno;
  return !g_cancellable_set_error_if_cancelled (saving->job->cancellable, error)
         && fail (saving, step, saved_errno, error);
}

/* --- Writing --- */

gboolean
marathon_file_sink_write (const char *bytes, gsize length, gpointer data, GError **error)
{
  MarathonFileSink *sink = data;

  marathon_file_hash_update (sink->hash, bytes, length);
  sink->size += length;
  while (length > 0)
    {
      ssize_t written = write (sink->fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (sink->saving, MARATHON_SAVE_STEP_WRITE, written < 0 ? errno : EIO, error);
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* --- Step 1: the target --- */

/* Follows links by hand, so that one whose target does not exist yet works too. Paths are only put together, never
 * tidied: where a folder is a link, ".." after it is not the folder before it. */
static char *
resolve (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *link = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (link == NULL)
        break;
      folder = g_path_get_dirname (current);
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_free (current);
      current = next;
    }
  return g_steal_pointer (&current);
}

static gboolean
check_kind (const Saving *saving, GError **error)
{
  if (!S_ISREG (saving->old.st_mode))
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_NOT_FILE,
                   S_ISDIR (saving->old.st_mode) ? _ ("%s: this is a folder, not a file")
                                                 : _ ("%s: this is no ordinary file and cannot be written"),
                   saving->path);
      return FALSE;
    }
  if ((saving->old.st_mode & 0222) == 0
      || (faccessat (saving->folder_fd, saving->base, W_OK, AT_EACCESS) < 0 && errno == EACCES))
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_READ_ONLY,
                   _ ("%s: the file is read-only. Save under another name, or allow writing it."), saving->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_folder (const Saving *saving, int number, GError **error)
{
  if (number != ENOENT)
    return fail (saving, MARATHON_SAVE_STEP_FOLDER, number, error);
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE,
               /* Translators: a file, and the folder that it should be in. */
               _ ("%s: the folder “%s” does not exist. Create it first, or save in another place."), saving->path,
               saving->folder);
  return FALSE;
}

static gboolean
find_target (Saving *saving, GError **error)
{
  saving->target = resolve (saving->path);
  if (g_str_has_suffix (saving->target, "/"))
    {
      g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_NOT_FILE, _ ("%s: this is a folder, not a file"),
                   saving->path);
      return FALSE;
    }
  saving->folder = g_path_get_dirname (saving->target);
  saving->base = g_path_get_basename (saving->target);
  saving->folder_fd = open (saving->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (saving->folder_fd < 0)
    return refuse_folder (saving, errno, error);

  saving->exists = fstatat (saving->folder_fd, saving->base, &saving->old, AT_SYMLINK_NOFOLLOW) == 0;
  if (!saving->exists)
    return errno == ENOENT || fail (saving, MARATHON_SAVE_STEP_LOOK, errno, error);
  return check_kind (saving, error);
}

/* --- Step 2: is it still the file that was read? --- */

static gboolean
refuse_changed (const Saving *saving, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED,
               _ ("%s: the file was changed by another program since it was read. Nothing was written. Save under another "
                  "name, or open it again."),
               saving->path);
  return FALSE;
}

static gboolean
check_unchanged (const Saving *saving, GError **error)
{
  const MarathonFileIdentity *expected = saving->job->expected;
  MarathonFileIdentity found = { 0 };
  struct stat status;
  gboolean good;
  int fd;

  /* By the content, since time and size can be the same and prove nothing (reliability promise P-15). A file that was
   * deleted is saved anew. */
  if (expected == NULL || !expected->is_set)
    return TRUE;
  fd = openat (saving->folder_fd, saving->base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return errno == ENOENT || fail (saving, MARATHON_SAVE_STEP_OLD, errno, error);
  /* Another size is another content, without reading it. */
  if (fstat (fd, &status) == 0 && (guint64) status.st_size != expected->size)
    good = refuse_changed (saving, error);
  else
    good = read_identity (saving, fd, MARATHON_SAVE_STEP_OLD, &found, error)
           && (marathon_file_identity_is_equal (&found, expected) || refuse_changed (saving, error));
  close (fd);
  return good;
}

/* --- Step 3: the new file --- */

/* Copies one extended attribute; %TRUE too where the old file has none of that name. */
static gboolean
copy_attribute (const Saving *saving, const char *name)
{
  g_autofree char *value = NULL;
  ssize_t length = getxattr (saving->target, name, NULL, 0);

  if (length < 0)
    return errno == ENODATA || errno == ENOTSUP;
  value = g_malloc ((gsize) length + 1);
  length = getxattr (saving->target, name, value, (size_t) length);
  return length >= 0 && fsetxattr (saving->sink.fd, name, value, (size_t) length, 0) == 0;
}

/* The people's own attributes; one that cannot be copied is no reason not to save. */
static void
copy_attributes (const Saving *saving)
{
  ssize_t size = listxattr (saving->target, NULL, 0);
  g_autofree char *names = g_malloc ((gsize) MAX (size, 0) + 1);

  if (size > 0)
    size = listxattr (saving->target, names, (size_t) size);
  for (const char *name = names; size > 0 && name < names + size; name += strlen (name) + 1)
    if (g_str_has_prefix (name, "user."))
      copy_attribute (saving, name);
}

/* Gives the new file the group and the ACL of the old one, and takes away what the folder's default ACL gave it.
 * %FALSE: not possible, so the bits of the group mean other people now, who may get no more than everybody has. */
static gboolean
copy_access (const Saving *saving)
{
  gboolean good = fchown (saving->sink.fd, (uid_t) -1, saving->old.st_gid) == 0;

  fremovexattr (saving->sink.fd, ACL_ATTRIBUTE);
  return copy_attribute (saving, ACL_ATTRIBUTE) && good;
}

static gboolean
open_temporary (Saving *saving, GError **error)
{
  g_autofree char *template = g_strdup_printf ("%s/.%s.XXXXXX", saving->folder, saving->base);
  mode_t mode = 0600;

  saving->sink.fd = g_mkstemp_full (template, O_WRONLY | O_CLOEXEC, 0600);
  if (saving->sink.fd < 0)
    return fail (saving, MARATHON_SAVE_STEP_MAKE, errno, error);
  saving->temporary = g_path_get_basename (template);
  if (saving->exists)
    {
      mode = saving->old.st_mode & 07777;
      if (!copy_access (saving))
        mode = (mode & 0707) | (mode & 070 & (mode & 07) << 3);
      copy_attributes (saving);
    }
  /* The mode last: changing the group takes away the set-id bits, and the file is never more open than the old one. New
   * files too, since the umask may have closed them against their owner. */
  if (fchmod (saving->sink.fd, mode) < 0)
    return fail (saving, MARATHON_SAVE_STEP_MODE, errno, error);
  return TRUE;
}

static gboolean
write_content (Saving *saving, GError **error)
{
  int fd;

  saving->sink.hash = marathon_file_hash_new ();
  saving->sink.saving = saving;
  if (!saving->job->produce (&saving->sink, saving->job->user_data, error))
    return FALSE;
  if (fsync (saving->sink.fd) < 0)
    return fail (saving, MARATHON_SAVE_STEP_SYNC, errno, error);
  fd = saving->sink.fd;
  saving->sink.fd = -1;
  if (close (fd) < 0)
    return fail (saving, MARATHON_SAVE_STEP_CLOSE, errno, error);
  saving->written.is_set = TRUE;
  saving->written.size = saving->sink.size;
  marathon_file_hash_finish (g_steal_pointer (&saving->sink.hash), saving->written.hash);
  return TRUE;
}

static gboolean
refuse_other_bytes (const Saving *saving, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_VERIFY,
               saving->exists ? _ ("%s: the disk gave back other bytes than were written. Save in another place. The "
                                   "file on disk is as it was.")
                              : _ ("%s: the disk gave back other bytes than were written. Save in another place."),
               saving->path);
  return FALSE;
}

/* Reads the new file back: it must be what was written, and what the caller wants of it. */
static gboolean
verify_content (Saving *saving, GError **error)
{
  MarathonFileIdentity found = { 0 };
  gboolean good;
  int fd = openat (saving->folder_fd, saving->temporary, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return fail (saving, MARATHON_SAVE_STEP_BACK, errno, error);
  good = read_identity (saving, fd, MARATHON_SAVE_STEP_BACK, &found, error)
         && (marathon_file_identity_is_equal (&found, &saving->written) || refuse_other_bytes (saving, error))
         && (saving->job->verify == NULL || saving->job->verify (fd, saving->job->user_data, error));
  close (fd);
  return good;
}

/* --- Step 4: taking its place --- */

/* The old file gets a second name, which then replaces the old backup: at no moment is there no backup, nor half a one.
 * */
static gboolean
keep_backup (const Saving *saving, GError **error)
{
  g_autofree char *backup = g_strconcat (saving->base, "~", NULL);
  g_autofree char *passing = g_strdup_printf (".%s.backup", saving->base);

  if (!saving->job->keep_backup || !saving->exists)
    return TRUE;
  unlinkat (saving->folder_fd, passing, 0);
  if (linkat (saving->folder_fd, saving->base, saving->folder_fd, passing, 0) < 0)
    {
      /* A file system without hard links keeps no backup; the save itself is as safe without. Nor does a file that was
       * deleted by now. */
      if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK || errno == ENOENT)
        return TRUE;
      return fail (saving, MARATHON_SAVE_STEP_BACKUP, errno, error);
    }
  if (renameat (saving->folder_fd, passing, saving->folder_fd, backup) < 0)
    {
      int saved_errno = errno;

      unlinkat (saving->folder_fd, passing, 0);
      return fail (saving, MARATHON_SAVE_STEP_BACKUP, saved_errno, error);
    }
  /* Where the backup was a name of the very file already, the renaming did nothing and left both names. */
  unlinkat (saving->folder_fd, passing, 0);
  return TRUE;
}

static gboolean
take_place (Saving *saving, MarathonFileIdentity *identity, GError **error)
{
  if (saving->job->note != NULL)
    saving->job->note (&saving->written, saving->job->user_data);
  if (renameat (saving->folder_fd, saving->temporary, saving->folder_fd, saving->base) < 0)
    return fail (saving, MARATHON_SAVE_STEP_REPLACE, errno, error);
  g_clear_pointer (&saving->temporary, g_free);

  if (identity != NULL)
    *identity = saving->written;
  if (fsync (saving->folder_fd) == 0 || errno == EINVAL)
    return TRUE;
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE,
               _ ("%s: the file was written, but the disk did not confirm it: %s"), saving->path, g_strerror (errno));
  return FALSE;
}

static void
clean_up (Saving *saving)
{
  if (saving->sink.fd >= 0)
    close (saving->sink.fd);
  if (saving->temporary != NULL)
    unlinkat (saving->folder_fd, saving->temporary, 0);
  if (saving->folder_fd >= 0)
    close (saving->folder_fd);
  if (saving->sink.hash != NULL)
    marathon_file_hash_finish (saving->sink.hash, saving->written.hash);
  g_free (saving->temporary);
  g_free (saving->target);
  g_free (saving->folder);
  g_free (saving->base);
}

gboolean
marathon_file_save (const char *path, const MarathonFileSaveJob *job, MarathonFileIdentity *identity, GError **error)
{
  Saving saving = { .job = job, .path = path, .folder_fd = -1, .sink = { .fd = -1 } };
  gboolean good = find_target (&saving, error) && check_unchanged (&saving, error) && open_temporary (&saving, error)
                  && write_content (&saving, error) && verify_content (&saving, error) && check_unchanged (&saving, error)
                  && !g_cancellable_set_error_if_cancelled (job->cancellable, error) && keep_backup (&saving, error)
                  && take_place (&saving, identity, error);

  clean_up (&saving);
  return good;
}

typedef struct {
  const char *bytes;
  gsize length;
} Text;

static gboolean
produce_text (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  const Text *text = user_data;

  return marathon_file_sink_write (text->bytes, text->length, sink, error);
}

gboolean
marathon_file_save_text (const char *path, const char *text, gssize length, GError **error)
{
  Text whole = { text, length < 0 ? strlen (text) : (gsize) length };
  const MarathonFileSaveJob job = { .produce = produce_text, .user_data = &whole };

  return marathon_file_save (path, &job, NULL, error);
}
