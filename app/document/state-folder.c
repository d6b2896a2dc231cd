/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder for what outlives a crash: finding it, making it, and the names in it.
 */
#include "document/state-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/file-identity.h"

char *
marathon_state_folder_get (void)
{
  return g_build_filename (g_get_user_state_dir (), "marathon", NULL);
}

/* --- Errors --- */

static const char *
get_remedy (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return _ ("The disk is full: free some space.");
    case EROFS:
    case EACCES:
    case EPERM:
      return _ ("Allow writing in the folder above it.");
    case ENOTDIR:
      return _ ("A file is in its place: move it away.");
    default:
      return _ ("Look whether the disk is well.");
    }
}

static gboolean
fail (const char *failure, int number, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE, "%s %s", failure, get_remedy (number));
  return FALSE;
}

static gboolean
fail_to_make (const char *folder, int number, GError **error)
{
  /* Translators: a folder and the system's reason. */
  g_autofree char *failure = g_strdup_printf (_ ("%s: making the folder failed: %s."), folder, g_strerror (number));

  return fail (failure, number, error);
}

/* --- Making --- */

gboolean
marathon_state_folder_sync (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int number = 0;

  /* Some file systems know no syncing of folders: what is in them is safe without, or not at all. */
  if (fd < 0 || (fsync (fd) < 0 && errno != EINVAL))
    number = errno;
  if (fd >= 0)
    close (fd);
  if (number != 0)
    {
      /* Translators: a folder and the system's reason. */
      g_autofree char *failure = g_strdup_printf (_ ("%s: bringing the folder to the disk failed: %s."), folder,
                                                  g_strerror (number));

      return fail (failure, number, error);
    }
  return TRUE;
}

/* Whether nobody but its owner may look into it, by now. */
static gboolean
close_to_others (const char *folder, GError **error)
{
  struct stat status;

  if (stat (folder, &status) < 0)
    return fail_to_make (folder, errno, error);
  if (!S_ISDIR (status.st_mode))
    return fail_to_make (folder, ENOTDIR, error);
  if ((status.st_mode & 0777) != 0700 && chmod (folder, 0700) < 0)
    {
      /* Translators: a folder and the system's reason. */
      g_autofree char *failure = g_strdup_printf (_ ("%s: closing the folder to other people failed: %s."), folder,
                                                  g_strerror (errno));

      return fail (failure, 0, error);
    }
  return TRUE;
}

static gboolean
make_with_parents (const char *folder, GError **error)
{
  g_autofree char *parent = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  parent = g_path_get_dirname (folder);
  if (!g_str_equal (parent, folder) && !make_with_parents (parent, error))
    return FALSE;
  /* Another program may be making it at the same time. */
  if (g_mkdir (folder, 0700) < 0 && (errno != EEXIST || !g_file_test (folder, G_FILE_TEST_IS_DIR)))
    return fail_to_make (folder, errno == EEXIST ? ENOTDIR : errno, error);
  if (marathon_state_folder_sync (parent, error))
    return TRUE;
  /* The next one to make it would find it there, and believe that it is on the disk. */
  g_rmdir (folder);
  return FALSE;
}

gboolean
marathon_state_folder_make (const char *folder, GError **error)
{
  return make_with_parents (folder, error) && close_to_others (folder, error);
}

/* --- Names --- */

char *
marathon_state_folder_name_path (const char *path)
{
  MarathonFileHash *running = marathon_file_hash_new ();
  g_autofree char *real = marathon_file_find_real (path);
  GString *name = g_string_sized_new (2 * MARATHON_HASH_SIZE + 1);
  guint8 hash[MARATHON_HASH_SIZE];

  marathon_file_hash_update (running, real, strlen (real));
  marathon_file_hash_finish (running, hash);
  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    g_string_append_printf (name, "%02x", hash[i]);
  return g_string_free (name, FALSE);
}

/* --- Removing --- */

static gboolean
fail_to_remove (const char *path, int number, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE,
               /* Translators: a file or folder and the system's reason. */
               _ ("%s: removing it failed: %s. Remove it by hand."), path, g_strerror (number));
  return FALSE;
}

gboolean
marathon_state_folder_remove (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) < 0 && errno != ENOENT)
        return fail_to_remove (path, errno, error);
    }
  if (g_rmdir (folder) < 0 && errno != ENOENT)
    return fail_to_remove (folder, errno, error);
  return TRUE;
}
