/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls in the hands of the shim.
 */
#include "shim-call.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

__attribute__ ((constructor)) static void
start (void)
{
  shim_plan_read ();
  shim_log_open ();
}

/* --- Paths --- */

static void
path_of_fd (int fd, char *path)
{
  static const char deleted[] = " (deleted)";
  char name[64];
  long length;

  snprintf (name, sizeof name, "/proc/self/fd/%d", fd);
  length = syscall (SYS_readlinkat, AT_FDCWD, name, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = '\0';
  if (length > (long) sizeof deleted && strcmp (path + length - (long) sizeof deleted + 1, deleted) == 0)
    path[length - (long) sizeof deleted + 1] = '\0';
}

void
shim_call_find_path (int folder_fd, const char *name, char *path)
{
  size_t length;

  if (name == NULL || *name == '/')
    {
      snprintf (path, PATH_MAX, "%s", name != NULL ? name : "");
      return;
    }
  if (folder_fd != AT_FDCWD)
    path_of_fd (folder_fd, path);
  else if (getcwd (path, PATH_MAX) == NULL)
    *path = '\0';
  length = strlen (path);
  snprintf (path + length, PATH_MAX - length, "/%s", name);
}

/* --- Beginning and ending a call --- */

static void
sleep_milliseconds (int n)
{
  struct timespec left = { n / 1000, (long) (n % 1000) * 1000000 };

  while (nanosleep (&left, &left) < 0 && errno == EINTR)
    continue;
}

/* Asks the plan, with the path set; a call that is ours holds the lock from here to the end, so that the log has the
 * order of the calls. */
void
shim_call_begin (ShimCall *call)
{
  call->is_ours = shim_plan_is_ours (call->path) || (*call->other != '\0' && shim_plan_is_ours (call->other));
  call->kind = SHIM_GOOD;
  if (!call->is_ours)
    return;
  pthread_mutex_lock (&lock);
  call->kind = shim_plan_ask (call->name, call->path, &call->number);
  if (call->kind == SHIM_KILL)
    {
      kill (getpid (), SIGKILL);
      for (;;)
        pause ();
    }
  if (call->kind == SHIM_DELAY)
    {
      pthread_mutex_unlock (&lock);
      sleep_milliseconds (call->number);
      pthread_mutex_lock (&lock);
    }
}

void
shim_call_begin_fd (ShimCall *call, const char *name, int fd)
{
  int saved_errno = errno;

  *call = (ShimCall) { .name = name };
  path_of_fd (fd, call->path);
  shim_call_begin (call);
  errno = saved_errno;
}

void
shim_call_begin_name (ShimCall *call, const char *name, int folder_fd, const char *path)
{
  int saved_errno = errno;

  *call = (ShimCall) { .name = name };
  shim_call_find_path (folder_fd, path, call->path);
  shim_call_begin (call);
  errno = saved_errno;
}

static void
note_status (ShimCall *call, const struct stat *status)
{
  call->record.inode = status->st_ino;
  call->record.mode = status->st_mode;
}

void
shim_call_note_fd (ShimCall *call, int fd)
{
  struct stat status;
  int saved_errno = errno;

  if (shim_log_is_on () && call->is_ours && fstat (fd, &status) == 0)
    note_status (call, &status);
  errno = saved_errno;
}

void
shim_call_note_name (ShimCall *call, int folder_fd, const char *name)
{
  struct stat status;
  int saved_errno = errno;

  if (shim_log_is_on () && call->is_ours && fstatat (folder_fd, name, &status, AT_SYMLINK_NOFOLLOW) == 0)
    note_status (call, &status);
  errno = saved_errno;
}

/* Logs the call and returns its result. */
long
shim_call_end (ShimCall *call, long result)
{
  int saved_errno = errno;

  if (!call->is_ours)
    return result;
  call->record.call = call->name;
  call->record.result = result;
  call->record.number = result < 0 ? saved_errno : 0;
  call->record.path = call->path;
  call->record.other = call->other;
  shim_log_write (&call->record);
  pthread_mutex_unlock (&lock);
  errno = saved_errno;
  return result;
}

/* For a call that is not made: its result is -1, or @good where it is only said to have been made. That is not logged,
 * since it did not happen. */
long
shim_call_end_unmade (ShimCall *call, long good)
{
  int number = call->number;

  if (call->kind == SHIM_ERROR)
    {
      errno = number;
      return shim_call_end (call, -1);
    }
  pthread_mutex_unlock (&lock);
  return good;
}

bool
shim_call_is_made (const ShimCall *call)
{
  return call->kind != SHIM_ERROR && call->kind != SHIM_DROP;
}

void
shim_call_say (const void *bytes, size_t length)
{
  ShimRecord record = { .call = "say", .bytes = bytes, .length = length };

  pthread_mutex_lock (&lock);
  shim_log_write (&record);
  pthread_mutex_unlock (&lock);
}
