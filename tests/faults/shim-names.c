/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shim's calls on names and folders, on rights, locks and attributes.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "shim-call.h"
#include "shim-late.h"

/* --- Names --- */

/* Renaming in two steps, the first of them here. */
static void
remove_target (ShimCall *call, int folder_fd, const char *path)
{
  ShimCall removing = { .name = "unlinkat", .is_ours = true };
  int result;

  shim_call_find_path (folder_fd, path, removing.path);
  shim_call_note_name (&removing, folder_fd, path);
  result = (int) syscall (SYS_unlinkat, folder_fd, path, 0);
  shim_call_end (&removing, result);
  shim_call_begin (call);
}

static int
rename_file (int old_fd, const char *old_path, int new_fd, const char *new_path, unsigned flags)
{
  int result;
  ShimCall call = { .name = "renameat" };

  shim_call_find_path (old_fd, old_path, call.path);
  shim_call_find_path (new_fd, new_path, call.other);
  shim_call_begin (&call);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  if (call.kind == SHIM_APART)
    remove_target (&call, new_fd, new_path);
  result = (int) syscall (SYS_renameat2, old_fd, old_path, new_fd, new_path, flags);
  shim_call_note_name (&call, new_fd, new_path);
  result = (int) shim_call_end (&call, result);
  if (result == 0)
    shim_late_make_up (call.path, new_fd, new_path);
  return result;
}

SHIM_EXPORTED int
renameat (int old_fd, const char *old_path, int new_fd, const char *new_path)
{
  return rename_file (old_fd, old_path, new_fd, new_path, 0);
}

SHIM_EXPORTED int
renameat2 (int old_fd, const char *old_path, int new_fd, const char *new_path, unsigned flags)
{
  return rename_file (old_fd, old_path, new_fd, new_path, flags);
}

SHIM_EXPORTED int
rename (const char *old_path, const char *new_path)
{
  return rename_file (AT_FDCWD, old_path, AT_FDCWD, new_path, 0);
}

SHIM_EXPORTED int
linkat (int old_fd, const char *old_path, int new_fd, const char *new_path, int flags)
{
  ShimCall call = { .name = "linkat" };
  int result;

  shim_call_find_path (old_fd, old_path, call.path);
  shim_call_find_path (new_fd, new_path, call.other);
  shim_call_begin (&call);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  result = (int) syscall (SYS_linkat, old_fd, old_path, new_fd, new_path, flags);
  shim_call_note_name (&call, new_fd, new_path);
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
link (const char *old_path, const char *new_path)
{
  return linkat (AT_FDCWD, old_path, AT_FDCWD, new_path, 0);
}

SHIM_EXPORTED int
unlinkat (int folder_fd, const char *path, int flags)
{
  ShimCall call;

  shim_call_begin_name (&call, "unlinkat", folder_fd, path);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  shim_call_note_name (&call, folder_fd, path);
  return (int) shim_call_end (&call, syscall (SYS_unlinkat, folder_fd, path, flags));
}

SHIM_EXPORTED int
unlink (const char *path)
{
  return unlinkat (AT_FDCWD, path, 0);
}

SHIM_EXPORTED int
rmdir (const char *path)
{
  return unlinkat (AT_FDCWD, path, AT_REMOVEDIR);
}

SHIM_EXPORTED int
remove (const char *path)
{
  int result = unlinkat (AT_FDCWD, path, 0);

  return result < 0 && errno == EISDIR ? rmdir (path) : result;
}

SHIM_EXPORTED int
mkdirat (int folder_fd, const char *path, mode_t mode)
{
  ShimCall call;
  int result;

  shim_call_begin_name (&call, "mkdirat", folder_fd, path);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  result = (int) syscall (SYS_mkdirat, folder_fd, path, mode);
  shim_call_note_name (&call, folder_fd, path);
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
mkdir (const char *path, mode_t mode)
{
  return mkdirat (AT_FDCWD, path, mode);
}

/* --- Rights, locks, attributes --- */

SHIM_EXPORTED int
fchmod (int fd, mode_t mode)
{
  ShimCall call;
  int result;

  shim_call_begin_fd (&call, "fchmod", fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  result = (int) syscall (SYS_fchmod, fd, mode);
  shim_call_note_fd (&call, fd);
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
fchmodat (int folder_fd, const char *path, mode_t mode, int flags)
{
  ShimCall call;
  int result;

  shim_call_begin_name (&call, "fchmod", folder_fd, path);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  (void) flags; /* Linux has none here */
  result = (int) syscall (SYS_fchmodat, folder_fd, path, mode);
  shim_call_note_name (&call, folder_fd, path);
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
chmod (const char *path, mode_t mode)
{
  return fchmodat (AT_FDCWD, path, mode, 0);
}

SHIM_EXPORTED int
fchown (int fd, uid_t owner, gid_t group)
{
  ShimCall call;

  shim_call_begin_fd (&call, "fchown", fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  return (int) shim_call_end (&call, syscall (SYS_fchown, fd, owner, group));
}

SHIM_EXPORTED int
flock (int fd, int operation)
{
  ShimCall call;

  shim_call_begin_fd (&call, "flock", fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  return (int) shim_call_end (&call, syscall (SYS_flock, fd, operation));
}

SHIM_EXPORTED int
fsetxattr (int fd, const char *name, const void *value, size_t size, int flags)
{
  ShimCall call;

  shim_call_begin_fd (&call, "fsetxattr", fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  return (int) shim_call_end (&call, syscall (SYS_fsetxattr, fd, name, value, size, flags));
}
