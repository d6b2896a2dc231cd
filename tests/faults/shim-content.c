/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shim's calls on open files: opening, closing, content, syncing.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "shim-call.h"
#include "shim-late.h"

/* --- Opening and closing --- */

static int
open_file (int folder_fd, const char *path, int flags, mode_t mode)
{
  bool writes = (flags & (O_ACCMODE | O_CREAT | O_TRUNC)) != O_RDONLY;
  bool existed;
  ShimCall call;
  int fd;

  shim_call_begin_name (&call, writes ? "openat" : "open-read", folder_fd, path);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, -1);
  existed = !call.is_ours || syscall (SYS_faccessat, folder_fd, path, F_OK) == 0;
  fd = (int) syscall (SYS_openat, folder_fd, path, flags, mode);
  if (fd >= 0)
    {
      shim_call_note_fd (&call, fd);
      call.record.flags = (existed ? 0 : SHIM_LOG_MADE) | ((flags & O_TRUNC) != 0 ? SHIM_LOG_EMPTIED : 0);
    }
  return (int) shim_call_end (&call, fd);
}

#define HAS_MODE(flags) (((flags) & O_CREAT) != 0 || ((flags) & O_TMPFILE) == O_TMPFILE)

/* The names under which the C library has it; those with "_2" are called where _FORTIFY_SOURCE is on. */
#define DEFINE_OPEN(name, more_flags)                                                                                  \
  SHIM_EXPORTED int name (const char *path, int flags, ...);                                                           \
  SHIM_EXPORTED int name (const char *path, int flags, ...)                                                            \
  {                                                                                                                    \
    va_list arguments;                                                                                                 \
    mode_t mode;                                                                                                       \
                                                                                                                       \
    va_start (arguments, flags);                                                                                       \
    mode = HAS_MODE (flags) ? va_arg (arguments, mode_t) : 0;                                                          \
    va_end (arguments);                                                                                                \
    return open_file (AT_FDCWD, path, flags | (more_flags), mode);                                                     \
  }
#define DEFINE_OPENAT(name, more_flags)                                                                                \
  SHIM_EXPORTED int name (int folder_fd, const char *path, int flags, ...);                                            \
  SHIM_EXPORTED int name (int folder_fd, const char *path, int flags, ...)                                             \
  {                                                                                                                    \
    va_list arguments;                                                                                                 \
    mode_t mode;                                                                                                       \
                                                                                                                       \
    va_start (arguments, flags);                                                                                       \
    mode = HAS_MODE (flags) ? va_arg (arguments, mode_t) : 0;                                                          \
    va_end (arguments);                                                                                                \
    return open_file (folder_fd, path, flags | (more_flags), mode);                                                    \
  }

DEFINE_OPEN (open, 0)
DEFINE_OPEN (open64, O_LARGEFILE)
DEFINE_OPEN (__open_2, 0)
DEFINE_OPEN (__open64_2, O_LARGEFILE)
DEFINE_OPENAT (openat, 0)
DEFINE_OPENAT (openat64, O_LARGEFILE)
DEFINE_OPENAT (__openat_2, 0)
DEFINE_OPENAT (__openat64_2, O_LARGEFILE)

SHIM_EXPORTED int creat (const char *path, mode_t mode);
SHIM_EXPORTED int creat64 (const char *path, mode_t mode);

SHIM_EXPORTED int
creat (const char *path, mode_t mode)
{
  return open_file (AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

SHIM_EXPORTED int
creat64 (const char *path, mode_t mode)
{
  return creat (path, mode);
}

SHIM_EXPORTED int
close (int fd)
{
  int flags = fcntl (fd, F_GETFL);
  ShimCall call;

  shim_call_begin_fd (&call, flags >= 0 && (flags & O_ACCMODE) != O_RDONLY ? "close" : "close-read", fd);
  if (shim_call_is_made (&call))
    {
      shim_call_note_fd (&call, fd);
      return (int) shim_call_end (&call, syscall (SYS_close, fd));
    }
  syscall (SYS_close, fd);
  return (int) shim_call_end_unmade (&call, 0);
}

/* --- Content --- */

/* A copy of @bytes, in which one is another; to be freed. */
static void *
make_wrong (const void *bytes, size_t length)
{
  char *copy = malloc (length + 1);

  memcpy (copy, bytes, length);
  if (length > 0)
    copy[length / 2] ^= 1;
  return copy;
}

static ssize_t
say (const void *bytes, size_t length)
{
  shim_call_say (bytes, length);
  return syscall (SYS_write, STDOUT_FILENO, bytes, length);
}

/* At @offset; where that is negative, at the file's position. */
static ssize_t
write_bytes (int fd, const void *bytes, size_t length, off_t offset)
{
  void *wrong = NULL;
  ssize_t result;
  ShimCall call;

  shim_call_begin_fd (&call, offset < 0 ? "write" : "pwrite", fd);
  if (!shim_call_is_made (&call))
    return shim_call_end_unmade (&call, (long) length);
  if (call.kind == SHIM_SHORT)
    length = (length + 1) / 2;
  if (call.kind == SHIM_WRONG)
    bytes = wrong = make_wrong (bytes, length);
  result = offset < 0 ? syscall (SYS_write, fd, bytes, length) : syscall (SYS_pwrite64, fd, bytes, length, offset);
  shim_call_note_fd (&call, fd);
  if (result > 0)
    {
      call.record.bytes = bytes;
      call.record.length = (size_t) result;
      call.record.offset = offset < 0 && call.is_ours ? syscall (SYS_lseek, fd, 0, SEEK_CUR) - result : offset;
    }
  result = shim_call_end (&call, result);
  free (wrong);
  return result;
}

SHIM_EXPORTED ssize_t
write (int fd, const void *bytes, size_t length)
{
  return fd == STDOUT_FILENO && shim_log_is_on () ? say (bytes, length) : write_bytes (fd, bytes, length, -1);
}

SHIM_EXPORTED ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  return write_bytes (fd, bytes, length, offset);
}

SHIM_EXPORTED ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  return write_bytes (fd, bytes, length, offset);
}

static ssize_t
read_bytes (int fd, void *bytes, size_t length, off_t offset)
{
  ssize_t result;
  ShimCall call;

  shim_call_begin_fd (&call, "data-read", fd);
  if (!shim_call_is_made (&call))
    return shim_call_end_unmade (&call, 0);
  if (call.kind == SHIM_SHORT)
    length = (length + 1) / 2;
  result = offset < 0 ? syscall (SYS_read, fd, bytes, length) : syscall (SYS_pread64, fd, bytes, length, offset);
  if (call.kind == SHIM_WRONG && result > 0)
    ((char *) bytes)[result / 2] ^= 1;
  return shim_call_end (&call, result);
}

SHIM_EXPORTED ssize_t
read (int fd, void *bytes, size_t length)
{
  return read_bytes (fd, bytes, length, -1);
}

SHIM_EXPORTED ssize_t
pread (int fd, void *bytes, size_t length, off_t offset)
{
  return read_bytes (fd, bytes, length, offset);
}

SHIM_EXPORTED ssize_t
pread64 (int fd, void *bytes, size_t length, off64_t offset)
{
  return read_bytes (fd, bytes, length, offset);
}

/* Logs the bytes that got into the file, read through another descriptor since @fd may be for writing only. */
static void *
note_copied (ShimCall *call, int fd, off64_t offset, size_t length)
{
  void *bytes = malloc (length);
  char name[64];
  int reading;

  snprintf (name, sizeof name, "/proc/self/fd/%d", fd);
  reading = (int) syscall (SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
  call->record.bytes = bytes;
  call->record.length = (size_t) syscall (SYS_pread64, reading, bytes, length, offset);
  call->record.offset = offset;
  syscall (SYS_close, reading);
  return bytes;
}

SHIM_EXPORTED ssize_t
copy_file_range (int in_fd, off64_t *in_offset, int out_fd, off64_t *out_offset, size_t length, unsigned flags)
{
  void *bytes = NULL;
  ssize_t result;
  ShimCall call;

  shim_call_begin_fd (&call, "copy_file_range", out_fd);
  if (!shim_call_is_made (&call))
    return shim_call_end_unmade (&call, (long) length);
  if (call.kind == SHIM_SHORT)
    length = (length + 1) / 2;
  result = syscall (SYS_copy_file_range, in_fd, in_offset, out_fd, out_offset, length, flags);
  shim_call_note_fd (&call, out_fd);
  if (result > 0 && call.is_ours && shim_log_is_on ())
    {
      off64_t end = out_offset != NULL ? *out_offset : syscall (SYS_lseek, out_fd, 0, SEEK_CUR);

      bytes = note_copied (&call, out_fd, end - result, (size_t) result);
    }
  result = shim_call_end (&call, result);
  free (bytes);
  return result;
}

SHIM_EXPORTED int
ftruncate (int fd, off_t length)
{
  ShimCall call;
  int result;

  shim_call_begin_fd (&call, "ftruncate", fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  result = (int) syscall (SYS_ftruncate, fd, length);
  shim_call_note_fd (&call, fd);
  call.record.offset = length;
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
ftruncate64 (int fd, off64_t length)
{
  return ftruncate (fd, length);
}

SHIM_EXPORTED int
fallocate (int fd, int mode, off_t offset, off_t length)
{
  ShimCall call;
  int result;

  shim_call_begin_fd (&call, "fallocate", fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  result = (int) syscall (SYS_fallocate, fd, mode, offset, length);
  shim_call_note_fd (&call, fd);
  call.record.offset = (mode & FALLOC_FL_KEEP_SIZE) != 0 ? 0 : offset + length;
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
fallocate64 (int fd, int mode, off64_t offset, off64_t length)
{
  return fallocate (fd, mode, offset, length);
}

SHIM_EXPORTED int
posix_fallocate (int fd, off_t offset, off_t length)
{
  return fallocate (fd, 0, offset, length) == 0 ? 0 : errno;
}

SHIM_EXPORTED int
posix_fallocate64 (int fd, off64_t offset, off64_t length)
{
  return posix_fallocate (fd, offset, length);
}

/* --- Syncing --- */

static int
sync_file (const char *name, long number, int fd)
{
  ShimCall call;
  int result;

  shim_call_begin_fd (&call, name, fd);
  if (call.kind == SHIM_LATE)
    {
      struct stat status;

      if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
        {
          shim_late_put_off (call.path);
          return (int) shim_call_end_unmade (&call, 0);
        }
    }
  shim_call_note_fd (&call, fd);
  if (!shim_call_is_made (&call))
    return (int) shim_call_end_unmade (&call, 0);
  result = (int) syscall (number, fd);
  return (int) shim_call_end (&call, result);
}

SHIM_EXPORTED int
fsync (int fd)
{
  return sync_file ("fsync", SYS_fsync, fd);
}

SHIM_EXPORTED int
fdatasync (int fd)
{
  return sync_file ("fdatasync", SYS_fdatasync, fd);
}
