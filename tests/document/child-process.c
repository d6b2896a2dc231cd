/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children by fork(): they end without cleaning up after their parent.
 */
#include "child-process.h"

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

int
child_process_run (void (*func) (gpointer data), gpointer data)
{
  pid_t pid = fork ();
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      func (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

typedef struct {
  void (*func) (gpointer data);
  gpointer data;
} Task;

static void
drop_rights (gpointer data)
{
  Task *task = data;

  if (geteuid () == 0)
    {
      g_assert_cmpint (setgroups (0, NULL), ==, 0);
      g_assert_cmpint (setresgid (CHILD_PROCESS_NOBODY, CHILD_PROCESS_NOBODY, CHILD_PROCESS_NOBODY), ==, 0);
      g_assert_cmpint (setresuid (CHILD_PROCESS_NOBODY, CHILD_PROCESS_NOBODY, CHILD_PROCESS_NOBODY), ==, 0);
    }
  task->func (task->data);
}

void
child_process_run_unprivileged (void (*func) (gpointer data), gpointer data)
{
  Task task = { func, data };

  g_assert_cmpint (child_process_run (drop_rights, &task), ==, 0);
}

void
child_process_give (const char *path)
{
  if (geteuid () == 0)
    g_assert_cmpint (lchown (path, CHILD_PROCESS_NOBODY, CHILD_PROCESS_NOBODY), ==, 0);
}
