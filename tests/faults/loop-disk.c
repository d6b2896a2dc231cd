/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Disks in files.
 */
#include "loop-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

/* The least that mkfs.xfs takes; the files have holes. */
#define SIZE (320 << 20)

/* Stops a file system where it is, without writing its log out either; ext4 and xfs have the same number for it. */
#define FS_IOC_SHUTDOWN _IOR ('X', 125, guint32)
#define SHUTDOWN_NO_LOG 2u

static gboolean
run (GError **error, const char *program, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *said = NULL;
  const char *argument = program;
  va_list more;
  int status;

  va_start (more, program);
  for (; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (more);
  g_ptr_array_add (arguments, NULL);
  if (!g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                     NULL, NULL, &said, &status, error))
    return FALSE;
  if (g_spawn_check_wait_status (status, error))
    return TRUE;
  g_prefix_error (error, "%s: %s: ", program, g_strchomp (said));
  return FALSE;
}

static gboolean
mount_disk (LoopDisk *disk, GError **error)
{
  return run (error, "mount", "-o", "loop", disk->image, disk->folder, NULL);
}

static gboolean
make_disk (LoopDisk *disk, const char *kind, GError **error)
{
  g_autofree char *maker = g_strconcat ("mkfs.", kind, NULL);
  int fd = open (disk->image, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0 || ftruncate (fd, SIZE) < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", disk->image, g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  return run (error, maker, "-q", disk->image, NULL) && g_mkdir (disk->folder, 0700) == 0 && mount_disk (disk, error);
}

LoopDisk *
loop_disk_new (const char *kind, GError **error)
{
  g_autoptr (LoopDisk) disk = g_new0 (LoopDisk, 1);
  g_autofree char *folder = g_dir_make_tmp ("marathon-disk-XXXXXX", error);

  if (folder == NULL)
    return NULL;
  disk->image = g_build_filename (folder, "image", NULL);
  disk->folder = g_build_filename (folder, "disk", NULL);
  return make_disk (disk, kind, error) ? g_steal_pointer (&disk) : NULL;
}

void
loop_disk_free (LoopDisk *disk)
{
  g_autofree char *folder = disk->image != NULL ? g_path_get_dirname (disk->image) : NULL;

  if (folder != NULL)
    {
      umount2 (disk->folder, 0);
      g_rmdir (disk->folder);
      g_unlink (disk->image);
      g_rmdir (folder);
    }
  g_free (disk->image);
  g_free (disk->folder);
  g_free (disk);
}

void
loop_disk_sync (LoopDisk *disk)
{
  int fd = open (disk->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (syncfs (fd), ==, 0);
  close (fd);
}

gint64
loop_disk_cut (LoopDisk *disk)
{
  guint32 how = SHUTDOWN_NO_LOG;
  int fd = open (disk->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ioctl (fd, FS_IOC_SHUTDOWN, &how), ==, 0);
  close (fd);
  return start;
}

void
loop_disk_restart (LoopDisk *disk)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (umount2 (disk->folder, 0), ==, 0);
  mount_disk (disk, &error);
  g_assert_no_error (error);
}
