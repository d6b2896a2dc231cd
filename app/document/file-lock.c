/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileLock: two lock files held by flock(), which ends with the program that holds it, however that ends.
 *
 * flock() on the event's file itself would stay on the old file when a save puts a new one in its place, and the other
 * kind of lock (fcntl) is lost as soon as any descriptor of the file is closed. Whether a lock file is held is always
 * asked without waiting, since waiting for a network never ends.
 */
#include "document/file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/file-identity.h"
#include "document/lock-owner.h"
#include "document/state-folder.h"

/* How often a lock file may be replaced by others while we look at it. */
#define MAX_TRIES 20

/* A lock file: its folder and name, and the descriptor that holds it. */
typedef struct {
  int folder_fd;
  int fd; /* -1: not held */
  char *base;
} Mark;

struct _MarathonFileLock {
  Mark own;    /* in the state folder */
  Mark beside; /* the event's file */
};

typedef enum {
  MARK_TAKEN,
  MARK_HELD,
  MARK_IMPOSSIBLE, /* no such file can be made or locked here */
} MarkOutcome;

/* --- One lock file --- */

static int
open_mark (const Mark *mark, int flags, mode_t mode)
{
  int fd;

  do
    fd = openat (mark->folder_fd, mark->base, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode);
  while (fd < 0 && errno == EINTR);
  return fd;
}

/* Returns: 0 where it is held now; else errno, EWOULDBLOCK where a program holds it. */
static int
try_lock (int fd)
{
  int result;

  do
    result = flock (fd, LOCK_EX | LOCK_NB);
  while (result < 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}

/* Whether the name still stands for the file that is open. */
static gboolean
is_in_place (const Mark *mark, int fd)
{
  struct stat open_status, named_status;

  return fstat (fd, &open_status) == 0 && fstatat (mark->folder_fd, mark->base, &named_status, AT_SYMLINK_NOFOLLOW) == 0
         && open_status.st_dev == named_status.st_dev && open_status.st_ino == named_status.st_ino;
}

static gboolean
write_owner (int fd)
{
  g_autofree char *line = marathon_lock_owner_write ();
  size_t length = strlen (line);
  ssize_t written;

  do
    written = write (fd, line, length);
  while (written < 0 && errno == EINTR);
  return written == (ssize_t) length;
}

/* Fills the lock file that was just made. Who may look into the folder is to see who has the event open, whatever the
 * umask; a file system that knows no modes shows it to all anyway. */
static gboolean
fill_mark (int fd)
{
  return write_owner (fd) && (fchmod (fd, 0644) == 0 || errno == EPERM || errno == EOPNOTSUPP);
}

/* Makes the lock file, which must not exist. MARK_HELD: another program made it, or took it before it was locked. Where
 * the file system knows no locks, the file alone has to do. */
static MarkOutcome
make_mark (Mark *mark)
{
  MarkOutcome outcome = MARK_HELD;
  int fd = open_mark (mark, O_RDWR | O_CREAT | O_EXCL, 0600);

  if (fd < 0)
    return errno == EEXIST ? MARK_HELD : MARK_IMPOSSIBLE;
  if (try_lock (fd) != EWOULDBLOCK && is_in_place (mark, fd))
    {
      outcome = fill_mark (fd) ? MARK_TAKEN : MARK_IMPOSSIBLE;
      if (outcome == MARK_IMPOSSIBLE)
        unlinkat (mark->folder_fd, mark->base, 0);
    }
  if (outcome == MARK_TAKEN)
    mark->fd = fd;
  else
    close (fd);
  return outcome;
}

/* Opens what lies there, for writing where that is allowed, since some network folders lock only such files. */
static int
open_found_mark (const Mark *mark)
{
  int fd = open_mark (mark, O_RDWR, 0);

  return fd < 0 && (errno == EACCES || errno == EROFS || errno == EPERM) ? open_mark (mark, O_RDONLY, 0) : fd;
}

/* Whether what lies there may be put away. @number: what locking it gave; 0: no program on this computer holds it. */
static gboolean
may_replace (const MarathonLockOwner *owner, int number, gboolean by_force)
{
  if (number == EWOULDBLOCK)
    return by_force && !owner->is_here;
  if (by_force || owner->is_empty)
    return TRUE;
  /* Where nothing can be locked, only a new start of the computer shows that the program has ended. */
  return owner->is_same_computer && (number == 0 || !owner->is_same_boot);
}

/* Looks at the lock file that is open as @fd; -1: it may not even be read. */
static MarkOutcome
judge_mark (const Mark *mark, int fd, gboolean by_force, MarathonFileHolder **holder)
{
  g_auto (MarathonLockOwner) owner = { NULL };
  int number = fd >= 0 ? try_lock (fd) : EACCES;

  if (fd >= 0 && !is_in_place (mark, fd))
    return MARK_TAKEN; /* another one by now, which the next try looks at */
  marathon_lock_owner_read (&owner, mark->folder_fd, mark->base, fd, number == EWOULDBLOCK);
  if (!may_replace (&owner, number, by_force))
    {
      *holder = marathon_lock_owner_get_holder (&owner);
      return MARK_HELD;
    }
  return unlinkat (mark->folder_fd, mark->base, 0) == 0 || errno == ENOENT ? MARK_TAKEN : MARK_IMPOSSIBLE;
}

/* Puts the lock file that is there out of the way: MARK_TAKEN. What is no ordinary file is nobody's lock, and stays. */
static MarkOutcome
clear_mark (const Mark *mark, gboolean by_force, MarathonFileHolder **holder)
{
  MarkOutcome outcome;
  struct stat status;
  int fd;

  if (fstatat (mark->folder_fd, mark->base, &status, AT_SYMLINK_NOFOLLOW) < 0)
    return errno == ENOENT ? MARK_TAKEN : MARK_IMPOSSIBLE;
  if (!S_ISREG (status.st_mode))
    return MARK_IMPOSSIBLE;
  fd = open_found_mark (mark);
  if (fd < 0 && errno != EACCES)
    return errno == ENOENT ? MARK_TAKEN : MARK_IMPOSSIBLE;
  outcome = judge_mark (mark, fd, by_force, holder);
  if (fd >= 0)
    close (fd);
  return outcome;
}

/* Who has the lock of a file and sees that its name stands for it may put it away; all others find that the name stands
 * for another file, or none, and look again. So two never take the same lock. */
static MarkOutcome
take_mark (Mark *mark, gboolean by_force, MarathonFileHolder **holder)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      MarkOutcome outcome = make_mark (mark);

      if (outcome != MARK_HELD)
        return outcome;
      outcome = clear_mark (mark, by_force, holder);
      if (outcome != MARK_TAKEN)
        return outcome;
    }
  return MARK_IMPOSSIBLE;
}

static gboolean
open_folder (Mark *mark, const char *folder)
{
  mark->folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return mark->folder_fd >= 0;
}

static void
release_mark (Mark *mark)
{
  /* Removed while it is held, so that nobody else's is removed. */
  if (mark->fd >= 0 && is_in_place (mark, mark->fd))
    unlinkat (mark->folder_fd, mark->base, 0);
  if (mark->fd >= 0)
    close (mark->fd);
  if (mark->folder_fd >= 0)
    close (mark->folder_fd);
  g_free (mark->base);
}

/* --- Both --- */

/* The lock of this person on this computer, in the state folder. */
static MarkOutcome
take_own (MarathonFileLock    *lock,
          const char          *state_folder,
          const char          *real,
          gboolean             by_force,
          MarathonFileHolder **holder)
{
  g_autofree char *folder = g_build_filename (state_folder, "locks", NULL);

  if (!marathon_state_folder_make (state_folder, NULL) || !marathon_state_folder_make (folder, NULL)
      || !open_folder (&lock->own, folder))
    return MARK_IMPOSSIBLE;
  lock->own.base = marathon_state_folder_name_path (real);
  return take_mark (&lock->own, by_force, holder);
}

static MarkOutcome
take_beside (MarathonFileLock *lock, const char *folder, const char *base, gboolean by_force, MarathonFileHolder **holder)
{
  if (!open_folder (&lock->beside, folder))
    return MARK_IMPOSSIBLE;
  lock->beside.base = g_strdup_printf (".~lock.%s#", base);
  return take_mark (&lock->beside, by_force, holder);
}

static gboolean
is_refused (int result)
{
  return result < 0 && (errno == EACCES || errno == EROFS || errno == EPERM);
}

/* Whether a save could put a new file in the place of @real. Of the superuser's files too the mode bits are heeded, as
 * a save does. */
static gboolean
may_be_saved (const char *real, const char *folder)
{
  struct stat file, around;
  uid_t user = geteuid ();

  if (is_refused (faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS)))
    return FALSE;
  if (stat (real, &file) < 0)
    return TRUE;
  if ((file.st_mode & 0222) == 0 || is_refused (faccessat (AT_FDCWD, real, W_OK, AT_EACCESS)))
    return FALSE;
  /* In a folder such as /tmp only the owner of a file replaces it. */
  return stat (folder, &around) < 0 || (around.st_mode & S_ISVTX) == 0 || user == 0 || user == file.st_uid
         || user == around.st_uid;
}

MarathonFileLockOutcome
marathon_file_lock_take (const char          *state_folder,
                         const char          *path,
                         gboolean             by_force,
                         MarathonFileLock   **lock,
                         MarathonFileHolder **holder)
{
  g_autofree char *real = marathon_file_find_real (path);
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  g_autoptr (MarathonFileLock) taken = NULL;
  g_autoptr (MarathonFileHolder) found = NULL;
  MarkOutcome beside;

  *lock = NULL;
  if (holder != NULL)
    *holder = NULL;
  if (!may_be_saved (real, folder))
    return MARATHON_FILE_LOCK_READ_ONLY;
  taken = g_new0 (MarathonFileLock, 1);
  taken->own = taken->beside = (Mark) { .folder_fd = -1, .fd = -1 };
  beside = take_own (taken, state_folder, real, by_force, &found);
  if (beside != MARK_HELD)
    beside = take_beside (taken, folder, base, by_force, &found);
  if (beside == MARK_HELD)
    {
      if (holder != NULL)
        *holder = g_steal_pointer (&found);
      return MARATHON_FILE_LOCK_HELD;
    }
  *lock = g_steal_pointer (&taken);
  return beside == MARK_TAKEN ? MARATHON_FILE_LOCK_TAKEN : MARATHON_FILE_LOCK_UNSHARED;
}

void
marathon_file_lock_free (MarathonFileLock *lock)
{
  /* The other way round than they were taken: who finds the first free finds the second free too. */
  release_mark (&lock->beside);
  release_mark (&lock->own);
  g_free (lock);
}
