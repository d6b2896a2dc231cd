/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the shim's log: by system calls of its own, in one piece for each record, so that a killed process leaves
 * whole records.
 */
#include "shim-log.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_fd = -1;

void
shim_log_open (void)
{
  const char *path = getenv ("FAULTS_LOG");
  int fd;

  if (path == NULL)
    return;
  fd = (int) syscall (SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  log_fd = (int) syscall (SYS_dup3, fd, SHIM_LOG_FD, O_CLOEXEC);
  syscall (SYS_close, fd);
  if (log_fd < 0)
    _Exit (98);
}

int
shim_log_is_on (void)
{
  return log_fd >= 0;
}

void
shim_log_write (const ShimRecord *record)
{
  char head[3 * 4096];
  struct iovec parts[3];
  int length;

  if (log_fd < 0)
    return;
  length = snprintf (head, sizeof head, "%s %ld %d %llu %o %lld %zu %d\t%s\t%s\n", record->call, record->result,
                     record->number, (unsigned long long) record->inode, (unsigned) record->mode & 07777,
                     (long long) record->offset, record->length, record->flags,
                     record->path != NULL ? record->path : "", record->other != NULL ? record->other : "");
  parts[0] = (struct iovec) { head, (size_t) length };
  parts[1] = (struct iovec) { (void *) record->bytes, record->length };
  parts[2] = (struct iovec) { (char *) "\n", 1 };
  if (syscall (SYS_writev, log_fd, parts, 3) != length + (long) record->length + 1)
    _Exit (97);
}
