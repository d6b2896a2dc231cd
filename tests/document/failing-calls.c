/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wrappers: each asks the plan whether it is its turn, and else makes the real call.
 */
#include "failing-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static FailingPlan plan;
static gboolean is_started;
static guint n_calls; /* atomic: threads call too */

void
failing_calls_start (const FailingPlan *new_plan)
{
  plan = *new_plan;
  n_calls = 0;
  is_started = TRUE;
}

guint
failing_calls_stop (void)
{
  is_started = FALSE;
  return n_calls;
}

/* Whether this call is to fail; then errno is set. */
static gboolean
is_turn (const char *call)
{
  guint number;

  if (!is_started || (plan.call != NULL && strcmp (plan.call, call) != 0))
    return FALSE;
  number = g_atomic_int_add (&n_calls, 1) + 1;
  if ((number < plan.first || number - plan.first >= plan.n) && number != plan.again)
    return FALSE;
  if (plan.kind == FAILING_DEATH)
    _exit (FAILING_DEATH_STATUS);
  errno = plan.number;
  return TRUE;
}

/* --- The calls, by the names that the linker gives them --- */

int __real_close (int fd);
int __wrap_close (int fd);

int
__wrap_close (int fd)
{
  gboolean fails = is_turn ("close");
  int result = __real_close (fd);

  if (!fails)
    return result;
  errno = plan.number;
  return -1;
}

int __real_fchmod (int fd, mode_t mode);
int __wrap_fchmod (int fd, mode_t mode);

int
__wrap_fchmod (int fd, mode_t mode)
{
  return is_turn ("fchmod") ? -1 : __real_fchmod (fd, mode);
}

int __real_fchown (int fd, uid_t owner, gid_t group);
int __wrap_fchown (int fd, uid_t owner, gid_t group);

int
__wrap_fchown (int fd, uid_t owner, gid_t group)
{
  return is_turn ("fchown") ? -1 : __real_fchown (fd, owner, group);
}

int __real_fsetxattr (int fd, const char *name, const void *value, size_t size, int flags);
int __wrap_fsetxattr (int fd, const char *name, const void *value, size_t size, int flags);

int
__wrap_fsetxattr (int fd, const char *name, const void *value, size_t size, int flags)
{
  return is_turn ("fsetxattr") ? -1 : __real_fsetxattr (fd, name, value, size, flags);
}

int __real_fsync (int fd);
int __wrap_fsync (int fd);

int
__wrap_fsync (int fd)
{
  return is_turn ("fsync") ? -1 : __real_fsync (fd);
}

int __real_fdatasync (int fd);
int __wrap_fdatasync (int fd);

int
__wrap_fdatasync (int fd)
{
  return is_turn ("fdatasync") ? -1 : __real_fdatasync (fd);
}

int __real_linkat (int old_fd, const char *old_path, int new_fd, const char *new_path, int flags);
int __wrap_linkat (int old_fd, const char *old_path, int new_fd, const char *new_path, int flags);

int
__wrap_linkat (int old_fd, const char *old_path, int new_fd, const char *new_path, int flags)
{
  return is_turn ("linkat") ? -1 : __real_linkat (old_fd, old_path, new_fd, new_path, flags);
}

int __real_renameat (int old_fd, const char *old_path, int new_fd, const char *new_path);
int __wrap_renameat (int old_fd, const char *old_path, int new_fd, const char *new_path);

int
__wrap_renameat (int old_fd, const char *old_path, int new_fd, const char *new_path)
{
  return is_turn ("renameat") ? -1 : __real_renameat (old_fd, old_path, new_fd, new_path);
}

int __real_rename (const char *old_path, const char *new_path);
int __wrap_rename (const char *old_path, const char *new_path);

int
__wrap_rename (const char *old_path, const char *new_path)
{
  return is_turn ("rename") ? -1 : __real_rename (old_path, new_path);
}

ssize_t __real_write (int fd, const void *bytes, size_t length);
ssize_t __wrap_write (int fd, const void *bytes, size_t length);

ssize_t
__wrap_write (int fd, const void *bytes, size_t length)
{
  g_autofree char *wrong = NULL;

  if (!is_turn ("write"))
    return __real_write (fd, bytes, length);
  switch (plan.kind)
    {
    case FAILING_SHORT:
      return __real_write (fd, bytes, MAX (1, length / 2));
    case FAILING_ZERO:
      return 0;
    case FAILING_WRONG:
      wrong = g_memdup2 (bytes, length);
      wrong[length / 2] ^= 1;
      return __real_write (fd, wrong, length);
    case FAILING_ERROR:
    case FAILING_DEATH:
    default:
      return -1;
    }
}

/* Where files may be large, the C library gives these calls other names. */

int __real_openat (int folder_fd, const char *path, int flags, ...);
int __wrap_openat (int folder_fd, const char *path, int flags, ...);
int __wrap_openat64 (int folder_fd, const char *path, int flags, ...);

static int
open_or_fail (int folder_fd, const char *path, int flags, mode_t mode)
{
  return is_turn ("openat") ? -1 : __real_openat (folder_fd, path, flags, mode);
}

int
__wrap_openat (int folder_fd, const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if (flags & O_CREAT)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return open_or_fail (folder_fd, path, flags, mode);
}

int
__wrap_openat64 (int folder_fd, const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if (flags & O_CREAT)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return open_or_fail (folder_fd, path, flags | O_LARGEFILE, mode);
}

int __wrap_ftruncate (int fd, off_t length);
int __wrap_ftruncate64 (int fd, off64_t length);
int __real_ftruncate64 (int fd, off64_t length);

int
__wrap_ftruncate64 (int fd, off64_t length)
{
  return is_turn ("ftruncate") ? -1 : __real_ftruncate64 (fd, length);
}

int
__wrap_ftruncate (int fd, off_t length)
{
  return __wrap_ftruncate64 (fd, length);
}

ssize_t __wrap_pread (int fd, void *bytes, size_t length, off_t offset);
ssize_t __wrap_pread64 (int fd, void *bytes, size_t length, off64_t offset);
ssize_t __real_pread64 (int fd, void *bytes, size_t length, off64_t offset);

ssize_t
__wrap_pread64 (int fd, void *bytes, size_t length, off64_t offset)
{
  return is_turn ("pread") ? -1 : __real_pread64 (fd, bytes, length, offset);
}

ssize_t
__wrap_pread (int fd, void *bytes, size_t length, off_t offset)
{
  return __wrap_pread64 (fd, bytes, length, offset);
}
