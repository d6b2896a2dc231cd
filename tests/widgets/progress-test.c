/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress of work in a thread, as the main loop sees it.
 */
#include "widgets/progress.h"

static void
on_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static gboolean
on_time_is_up (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean is_up = FALSE;

  g_timeout_add (milliseconds, on_time_is_up, &is_up);
  while (!is_up)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
work (gpointer progress)
{
  for (guint64 done = 0; done <= 4096; done++)
    marathon_progress_report (done, 4096, progress);
  return NULL;
}

static void
test_tells_what_a_thread_has_done (void)
{
  g_autoptr (MarathonProgress) progress = marathon_progress_new ();
  GThread *thread = g_thread_new ("work", work, progress);
  guint n = 0;

  g_signal_connect (progress, "notify::fraction", G_CALLBACK (on_notify), &n);
  g_thread_join (thread);
  while (marathon_progress_get_fraction (progress) < 1)
    g_main_context_iteration (NULL, TRUE);
  /* Not once for each report. */
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <, 10);
}

static void
test_never_goes_back (void)
{
  g_autoptr (MarathonProgress) progress = marathon_progress_new ();

  marathon_progress_report (8, 10, progress);
  wait (120);
  marathon_progress_report (1, 10, progress);
  marathon_progress_report (0, 0, progress);
  wait (120);
  g_assert_cmpfloat_with_epsilon (marathon_progress_get_fraction (progress), 0.8, 1e-6);
}

static void
test_only_long_work_is_shown (void)
{
  g_autoptr (MarathonProgress) quick = marathon_progress_new ();
  g_autoptr (MarathonProgress) slow = marathon_progress_new ();
  gboolean is_long;

  marathon_progress_end (quick);
  wait (500);
  g_object_get (quick, "is-long", &is_long, NULL);
  g_assert_false (is_long);
  g_object_get (slow, "is-long", &is_long, NULL);
  g_assert_true (is_long);
}

static void
test_can_be_cancelled (void)
{
  g_autoptr (MarathonProgress) progress = marathon_progress_new ();

  g_assert_false (g_cancellable_is_cancelled (marathon_progress_get_cancellable (progress)));
  g_cancellable_cancel (marathon_progress_get_cancellable (progress));
  g_assert_true (g_cancellable_is_cancelled (marathon_progress_get_cancellable (progress)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/tells-what-a-thread-has-done", test_tells_what_a_thread_has_done);
  g_test_add_func ("/progress/never-goes-back", test_never_goes_back);
  g_test_add_func ("/progress/only-long-work-is-shown", test_only_long_work_is_shown);
  g_test_add_func ("/progress/can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
