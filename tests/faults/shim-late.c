/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Syncing too late.
 */
#include "shim-late.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "shim-call.h"

static char late_path[PATH_MAX];

void
shim_late_put_off (const char *path)
{
  snprintf (late_path, sizeof late_path, "%s", path);
}

void
shim_late_make_up (const char *path, int new_fd, const char *new_path)
{
  ShimCall call;
  long result;
  int fd;

  if (*late_path == '\0' || strcmp (late_path, path) != 0)
    return;
  *late_path = '\0';
  fd = (int) syscall (SYS_openat, new_fd, new_path, O_RDONLY | O_CLOEXEC);
  shim_call_begin_fd (&call, "late-fsync", fd);
  call.name = "fsync";
  result = syscall (SYS_fsync, fd);
  shim_call_note_fd (&call, fd);
  shim_call_end (&call, result);
  syscall (SYS_close, fd);
}
