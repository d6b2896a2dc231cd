/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when a program that keeps a journal is cut off, or a call of it fails, at whatever call: what was
 * said to be kept is kept.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "faults/fault-sweep.h"

#define N_ENTRANTS 400
#define N_MANY 20000
#define N_EDITS 7

typedef struct {
  const char *name, *command;
  void (*prepare) (FaultScene *scene);
  guint stride;
  guint n_entrants; /* 0: N_ENTRANTS */
  guint n;          /* edits; 0: N_EDITS */
  gboolean may_be_damaged;
  void (*check_more) (FaultVerdict *verdict, const char *point);
} Job;

static void
sweep (const Job *job, void (*func) (const FaultSweep *sweep, FaultVerdict *verdict))
{
  guint n = job->n != 0 ? job->n : N_EDITS;
  g_autoptr (FaultScene) scene = fault_scene_new (job->n_entrants != 0 ? job->n_entrants : N_ENTRANTS, n);
  const FaultSweep sweep = { scene, job->command, n, job->prepare, .stride = job->stride };
  FaultVerdict verdict = { scene, job->name, .may_be_damaged = job->may_be_damaged, .check_more = job->check_more };

  func (&sweep, &verdict);
  fault_verdict_finish (&verdict);
}

static void
kill_each (const FaultSweep *sweep, FaultVerdict *verdict)
{
  fault_sweep_kill (sweep, verdict, NULL);
}

static void
test_what_is_kept_outlives_being_killed (void)
{
  static const Job job = { "edits, killed at each call", "edits", fault_scene_reset, 1 };

  sweep (&job, kill_each);
}

static void
test_what_is_kept_outlives_calls_that_fail (void)
{
  static const Job job = { "edits, an error at each call", "edits", fault_scene_reset, 2 };

  sweep (&job, fault_sweep_errors);
}

static void
test_what_has_no_file_yet_is_kept_as_well (void)
{
  static const Job killed
    = { "edits of an event without a file, killed at each call", "untitled", fault_scene_reset, 1 };
  static const Job failing
    = { "edits of an event without a file, an error at each call", "untitled", fault_scene_reset, 1 };

  sweep (&killed, kill_each);
  sweep (&failing, fault_sweep_errors);
}

static void
test_a_journal_copes_with_short_and_interrupted_calls (void)
{
  static const Job job = { "edits, short and interrupted calls", "edits", fault_scene_reset, 2 };

  sweep (&job, fault_sweep_oddities);
}

static void
test_edits_around_a_save_outlive_being_killed (void)
{
  static const Job job = { "edits and saves, killed at each call", "edit-save", fault_scene_reset, 2 };

  sweep (&job, kill_each);
}

static void
test_edits_around_a_save_outlive_calls_that_fail (void)
{
  static const Job job = { "edits and saves, an error at each call", "edit-save", fault_scene_reset, 4 };

  sweep (&job, fault_sweep_errors);
}

/* The third edit is one step that changes everybody. */
static void
test_a_large_step_is_there_as_a_whole_or_not_at_all (void)
{
  static const Job job = { "edits of 20,000 people, killed at each call", "edits", fault_scene_reset, 3, N_MANY, 3 };

  sweep (&job, kill_each);
}

static void
fail_and_kill (const FaultSweep *sweep, FaultVerdict *verdict)
{
  fault_sweep_errors_and_kill (sweep, verdict, 101);
}

static void
test_what_is_kept_outlives_trouble_and_being_killed (void)
{
  static const Job saved = { "edits and saves, the state folder fails and then it is killed", "edit-save",
                             fault_scene_reset, .may_be_damaged = TRUE };
  static const Job untitled = { "edits of an event without a file, the state folder fails and then it is killed",
                                "untitled", fault_scene_reset };

  sweep (&saved, fail_and_kill);
  sweep (&untitled, fail_and_kill);
}

/* The event's file is reached by a link, and has another name beside. */
static void
prepare_links (FaultScene *scene)
{
  g_autofree char *path = event_work_get_path (scene->path);
  g_autofree char *far = g_build_filename (scene->path, "far", NULL);
  g_autofree char *target = g_build_filename (far, "race", NULL);
  g_autofree char *other = g_build_filename (far, "other", NULL);

  fault_scene_reset (scene);
  g_assert_cmpint (g_mkdir (far, 0700), ==, 0);
  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (link (target, other), ==, 0);
  g_assert_cmpint (symlink ("../far/race", path), ==, 0);
}

static void
check_links (FaultVerdict *verdict, const char *point)
{
  g_autofree char *path = event_work_get_path (verdict->scene->path);
  g_autofree char *far = g_build_filename (verdict->scene->path, "far", NULL);
  g_autofree char *other = g_build_filename (far, "other", NULL);
  g_autofree char *target = g_file_read_link (path, NULL), *content = NULL;
  g_autoptr (GDir) dir = g_dir_open (far, 0, NULL);
  const char *name;

  if (g_strcmp0 (target, "../far/race") != 0)
    fault_verdict_add (verdict, point, "the link is gone");
  if (!g_file_get_contents (other, &content, NULL, NULL)
      || strncmp (content, g_bytes_get_data (verdict->scene->first, NULL), g_bytes_get_size (verdict->scene->first))
             != 0)
    fault_verdict_add (verdict, point, "the file's other name has got other content");
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] == '.')
      fault_verdict_add (verdict, point, "%s was left behind the link", name);
}

static void
test_a_file_behind_links_is_kept_as_well (void)
{
  static const Job job = { "edits and saves behind links, killed at each call", "edit-save", prepare_links, 9,
                           .check_more = check_links };

  sweep (&job, kill_each);
}

static void
test_saying_kept_before_it_is_written_is_found_out (void)
{
  g_autoptr (FaultScene) scene = fault_scene_new (N_ENTRANTS, N_EDITS);
  const FaultSweep sweep = { scene, "edits", N_EDITS, fault_scene_reset, .stride = 1 };
  FaultVerdict verdict = { scene, "planted: what is kept is not written", .is_planted = TRUE };

  fault_sweep_kill (&sweep, &verdict, "write:4:0:drop");
  fault_verdict_finish_planted (&verdict);
}

#define ADD(name, func) g_test_add_func ("/journal-sweep/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-kept-outlives-being-killed", test_what_is_kept_outlives_being_killed);
  ADD ("what-is-kept-outlives-calls-that-fail", test_what_is_kept_outlives_calls_that_fail);
  ADD ("what-has-no-file-yet-is-kept-as-well", test_what_has_no_file_yet_is_kept_as_well);
  ADD ("a-journal-copes-with-short-and-interrupted-calls", test_a_journal_copes_with_short_and_interrupted_calls);
  ADD ("edits-around-a-save-outlive-being-killed", test_edits_around_a_save_outlive_being_killed);
  ADD ("edits-around-a-save-outlive-calls-that-fail", test_edits_around_a_save_outlive_calls_that_fail);
  ADD ("a-large-step-is-there-as-a-whole-or-not-at-all", test_a_large_step_is_there_as_a_whole_or_not_at_all);
  ADD ("what-is-kept-outlives-trouble-and-being-killed", test_what_is_kept_outlives_trouble_and_being_killed);
  ADD ("a-file-behind-links-is-kept-as-well", test_a_file_behind_links_is_kept_as_well);
  ADD ("saying-kept-before-it-is-written-is-found-out", test_saying_kept_before_it_is_written_is_found_out);
  return g_test_run ();
}
