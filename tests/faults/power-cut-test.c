/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when the power goes while people work, at any time, with real file systems: what was promised
 * before is there.
 *
 * A sync that is on its way while the cut is being made can say that it succeeded although its record is gone, which no
 * real cut can do; so what was promised after the cut began does not count.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/fault-verdict.h"
#include "faults/loop-disk.h"
#include "faults/own-mounts.h"

#define N_ENTRANTS 200
#define N_EDITS 61
/* Of each work. */
#define N_CUTS_ALL 20
#define N_CUTS_SAMPLE 2

/* A run that is not waited for. */
typedef struct {
  GPid pid;
  char *output; /* the path of what it says, on a disk whose power stays */
} Work;

static void
start_work (Work *work, FaultScene *scene, const char *command, const char *plan)
{
  g_autofree char *n = g_strdup_printf ("%u", N_EDITS);
  const char *arguments[] = { g_getenv ("FAULTS_DRIVER"), command, scene->path, n, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int fd = open (work->output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  if (plan != NULL)
    {
      environment = g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("FAULTS_SHIM"), TRUE);
      environment = g_environ_setenv (environment, "FAULTS_FOLDER", scene->path, TRUE);
      environment = g_environ_setenv (environment, "FAULTS_PLAN", plan, TRUE);
    }
  g_spawn_async_with_fds (NULL, (char **) arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &work->pid, -1,
                          fd, -1, &error);
  g_assert_no_error (error);
  close (fd);
}

static void
end_work (Work *work)
{
  int status;

  kill (work->pid, SIGKILL);
  g_assert_cmpint (waitpid (work->pid, &status, 0), ==, work->pid);
}

/* What was promised before @time; all that was begun counts. */
static FaultPromise
read_promise (Work *work, gint64 time)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  FaultPromise promise = { 0 };

  g_assert_true (g_file_get_contents (work->output, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gint64 said = 0;
      guint number;

      if (sscanf (lines[i], "%*s %u %" G_GINT64_FORMAT, &number, &said) < 2 || said < time)
        fault_promise_add (&promise, lines[i]);
    }
  return promise;
}

/* How long the whole work takes here, in microseconds. */
static gint64
measure_work (FaultScene *scene, Work *work, const char *command)
{
  gint64 start = g_get_monotonic_time ();
  int status;

  fault_scene_reset (scene);
  start_work (work, scene, command, NULL);
  g_assert_cmpint (waitpid (work->pid, &status, 0), ==, work->pid);
  g_assert_cmpint (status, ==, 0);
  return g_get_monotonic_time () - start;
}

static void
cut_once (FaultVerdict *verdict, LoopDisk *disk, Work *work, const char *command, const char *plan, gint64 delay)
{
  g_autofree char *point = g_strdup_printf ("%s, cut after %" G_GINT64_FORMAT " ms", command, delay / 1000);
  FaultPromise promise;
  gint64 cut;

  fault_scene_reset (verdict->scene);
  loop_disk_sync (disk);
  start_work (work, verdict->scene, command, plan);
  g_usleep ((gulong) delay);
  cut = loop_disk_cut (disk);
  end_work (work);
  loop_disk_restart (disk);
  promise = read_promise (work, cut);
  fault_verdict_check (verdict, &promise, TRUE, point);
}

static void
cut_work (FaultVerdict *verdict, LoopDisk *disk, Work *work, const char *command, const char *plan, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260517);
  double longest = (double) measure_work (verdict->scene, work, command);

  /* The first cut is when all was promised. */
  for (guint i = 0; i < n; i++)
    cut_once (verdict, disk, work, command, plan,
              (gint64) (i == 0 ? longest : g_rand_double_range (random, 0, longest)));
}

/* Cuts each work so often. Returns: %FALSE where the system has no such disks, which is said. */
static gboolean
cut_often (FaultVerdict *verdict, const char *kind, const char *const *commands, const char *plan, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoopDisk) disk = loop_disk_new (kind, &error);
  g_autofree char *output = g_build_filename (g_get_tmp_dir (), "marathon-cut-XXXXXX", NULL);
  g_autoptr (FaultScene) scene = NULL;
  Work work = { .output = output };
  int fd;

  if (disk == NULL)
    {
      g_test_message ("power cuts on %s are not tried, since the system has no such disks: %s", kind, error->message);
      return FALSE;
    }
  fd = g_mkstemp (output);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
  scene = fault_scene_new_in (disk->folder, N_ENTRANTS, N_EDITS);
  verdict->scene = scene;
  for (guint i = 0; commands[i] != NULL; i++)
    cut_work (verdict, disk, &work, commands[i], plan, n);
  unlink (output);
  return TRUE;
}

static void
test_what_was_promised_before_the_cut_is_there (gconstpointer kind)
{
  static const char *const commands[] = { "edits", "edit-save", "versions", NULL };
  g_autofree char *name = g_strdup_printf ("power cuts on %s", (const char *) kind);
  FaultVerdict verdict = { .name = name };

  if (cut_often (&verdict, kind, commands, NULL, fault_run_is_for_all () ? N_CUTS_ALL : N_CUTS_SAMPLE))
    fault_verdict_finish (&verdict);
}

static void
test_without_syncing_much_is_lost (void)
{
  static const char *const commands[] = { "edit-save", NULL };
  FaultVerdict verdict = { .name = "planted: nothing is synced, on ext4", .is_planted = TRUE };

  if (cut_often (&verdict, "ext4", commands, "fsync:1:0:drop,fdatasync:1:0:drop", fault_run_is_for_all () ? 12 : 2))
    fault_verdict_finish_planted (&verdict);
}

static void
test_the_power_cannot_be_cut_here (void)
{
  g_test_message ("power cuts need root, loop devices and mounts of our own, which are not to be had here: they are "
                  "left to the model of a disk");
}

int
main (int argc, char **argv)
{
  gboolean may_cut = geteuid () == 0 && access ("/dev/loop-control", R_OK | W_OK) == 0 && own_mounts_enter ();

  g_test_init (&argc, &argv, NULL);
  if (may_cut)
    {
      g_test_add_data_func ("/power-cut/what-was-promised-before-the-cut-is-there/ext4", "ext4",
                            test_what_was_promised_before_the_cut_is_there);
      g_test_add_data_func ("/power-cut/what-was-promised-before-the-cut-is-there/xfs", "xfs",
                            test_what_was_promised_before_the_cut_is_there);
      g_test_add_func ("/power-cut/without-syncing-much-is-lost", test_without_syncing_much_is_lost);
    }
  else
    g_test_add_func ("/power-cut/the-power-cannot-be-cut-here", test_the_power_cannot_be_cut_here);
  return g_test_run ();
}
