/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Running the driver, and listening to it.
 */
#include "fault-run.h"

#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* FAULTS_DRIVER and FAULTS_SHIM are set by meson.build. */
static char **
make_environment (const FaultRunJob *job)
{
  char **environment = g_get_environ ();

  environment = g_environ_unsetenv (environment, "LD_PRELOAD");
  environment = g_environ_setenv (environment, "G_DEBUG", "fatal-warnings", TRUE);
  if (job->inject != NULL)
    return environment;
  environment = g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("FAULTS_SHIM"), TRUE);
  environment = g_environ_setenv (environment, "FAULTS_FOLDER", job->scene, TRUE);
  environment = g_environ_setenv (environment, "FAULTS_PLAN", job->plan != NULL ? job->plan : "", TRUE);
  if (job->log != NULL)
    environment = g_environ_setenv (environment, "FAULTS_LOG", job->log, TRUE);
  return environment;
}

static GPtrArray *
make_arguments (const FaultRunJob *job)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);

  if (job->inject != NULL)
    {
      static const char *const strace[] = { "strace", "-f", "-qq", "-o", "/dev/null", "-e" };

      for (guint i = 0; i < G_N_ELEMENTS (strace); i++)
        g_ptr_array_add (arguments, g_strdup (strace[i]));
      g_ptr_array_add (arguments, g_strdup (job->inject));
    }
  g_ptr_array_add (arguments, g_strdup (g_getenv ("FAULTS_DRIVER")));
  g_ptr_array_add (arguments, g_strdup (job->command));
  g_ptr_array_add (arguments, g_strdup (job->scene));
  g_ptr_array_add (arguments, g_strdup_printf ("%u", job->n));
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

/* In the child. */
static void
set_up_child (gpointer data)
{
  const FaultRunJob *job = data;

  umask (job->mask != 0 ? (mode_t) job->mask & 0777 : 022);
  if (job->user != 0
      && (setgroups (0, NULL) < 0 || setresgid (job->user, job->user, job->user) < 0
          || setresuid (job->user, job->user, job->user) < 0))
    _exit (94);
}

FaultRun *
fault_run_new (const FaultRunJob *job)
{
  FaultRun *run = g_new0 (FaultRun, 1);
  g_auto (GStrv) environment = make_environment (job), lines = NULL;
  g_autoptr (GPtrArray) arguments = make_arguments (job);
  g_autoptr (GError) error = NULL;

  if (job->log != NULL)
    remove (job->log);
  g_spawn_sync (NULL, (char **) arguments->pdata, environment, G_SPAWN_SEARCH_PATH, set_up_child, (gpointer) job,
                &run->output, NULL, &run->status, &error);
  if (job->user == 0)
    g_assert_no_error (error);
  if (run->output == NULL)
    run->output = g_strdup ("");
  /* strace ends as what it traced has ended. */
  run->is_killed = WIFSIGNALED (run->status) && WTERMSIG (run->status) == SIGKILL;
  run->lines = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (run->output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    g_ptr_array_add (run->lines, g_strdup (lines[i]));
  run->has_ended = WIFEXITED (run->status) && WEXITSTATUS (run->status) == 0 && run->lines->len > 0
                   && g_str_equal (g_ptr_array_index (run->lines, run->lines->len - 1), "end");
  return run;
}

void
fault_run_free (FaultRun *run)
{
  g_free (run->output);
  g_ptr_array_unref (run->lines);
  g_free (run);
}

void
fault_promise_add (FaultPromise *promise, const char *line)
{
  guint number = 0;
  char word[16] = "";

  sscanf (line, "%15s %u", word, &number);
  if (g_str_equal (word, "began"))
    promise->began = MAX (promise->began, number);
  else if (g_str_equal (word, "kept"))
    promise->kept = MAX (promise->kept, number);
  else if (g_str_equal (word, "saved"))
    {
      promise->saved = MAX (promise->saved, number);
      promise->kept = MAX (promise->kept, number);
    }
  else if (g_str_equal (word, "versioned"))
    {
      promise->versioned = MAX (promise->versioned, number);
      promise->n_versioned++;
    }
  if (g_str_equal (word, "unsure"))
    promise->unsure = MAX (promise->unsure, number);
  if (g_str_equal (word, "failed") || g_str_equal (word, "unkept") || g_str_equal (word, "unversioned")
      || g_str_equal (word, "unsure") || g_str_equal (word, "unopened"))
    promise->n_failed++;
}

FaultPromise
fault_run_get_promise (const FaultRun *run)
{
  FaultPromise promise = { 0 };

  for (guint i = 0; i < run->lines->len; i++)
    fault_promise_add (&promise, g_ptr_array_index (run->lines, i));
  return promise;
}

gboolean
fault_run_can_trace (void)
{
  const char *arguments[] = { "strace", "-qq", "-o", "/dev/null", "true", NULL };
  int status;

  return g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                       NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

gboolean
fault_run_is_for_all (void)
{
  return g_getenv ("FAULTS_ALL") != NULL;
}
