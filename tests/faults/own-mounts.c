/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mounts of our own.
 */
#include "own-mounts.h"

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static gboolean
put (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean good = fd >= 0 && write (fd, text, strlen (text)) == (ssize_t) strlen (text);

  if (fd >= 0)
    close (fd);
  return good;
}

/* Root of a world of one's own, who is the same user outside. */
static gboolean
become_root (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getegid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && put ("/proc/self/setgroups", "deny")
         && put ("/proc/self/uid_map", users) && put ("/proc/self/gid_map", groups);
}

gboolean
own_mounts_enter (void)
{
  return (geteuid () == 0 ? unshare (CLONE_NEWNS) == 0 : become_root ())
         && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

gboolean
own_mounts_add_small (const char *folder, guint size)
{
  g_autofree char *options = g_strdup_printf ("size=%uk", size);

  return mount ("small", folder, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0;
}

void
own_mounts_resize (const char *folder, guint size)
{
  g_autofree char *options = g_strdup_printf ("size=%uk", size);

  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_NOSUID | MS_NODEV, options), ==, 0);
}

void
own_mounts_add_read_only (const char *folder)
{
  g_assert_cmpint (mount (folder, folder, NULL, MS_BIND, NULL), ==, 0);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL), ==, 0);
}

void
own_mounts_remove (const char *folder)
{
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}
