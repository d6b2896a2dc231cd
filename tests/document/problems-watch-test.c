/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the watch over problems: it follows every change, tells nothing of a roster that is gone, and may
 * be let go of at any time.
 */
#include "document/problems-watch.h"

#include "document/document-scene.h"
#include "document/generated-event.h"
#include "editing/entrant-edits.h"

typedef struct {
  DocumentScene scene;
  MarathonProblemsWatch *watch;
  guint n_changed;
  guint n_notified; /* of "n-warnings" */
} Watching;

static void
on_changed (MarathonProblemsWatch *watch, Watching *watching)
{
  watching->n_changed++;
}

static void
on_notify (MarathonProblemsWatch *watch, GParamSpec *pspec, Watching *watching)
{
  watching->n_notified++;
}

static void
watching_init (Watching *watching, guint n_entrants)
{
  *watching = (Watching) { 0 };
  document_scene_init (&watching->scene, n_entrants);
  watching->watch = marathon_problems_watch_new (watching->scene.document);
  g_signal_connect (watching->watch, "changed", G_CALLBACK (on_changed), watching);
  g_signal_connect (watching->watch, "notify::n-warnings", G_CALLBACK (on_notify), watching);
}

static void
watching_clear (Watching *watching)
{
  g_clear_object (&watching->watch);
  document_scene_clear (&watching->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watching, watching_clear)

static void
wait_until_idle (MarathonProblemsWatch *watch)
{
  while (marathon_problems_watch_is_busy (watch))
    g_main_context_iteration (NULL, TRUE);
}

/* Asserts that the watch says what is so. */
static void
assert_true_now (Watching *watching)
{
  g_autoptr (MarathonProblems) now = marathon_problems_new (marathon_document_get_event (watching->scene.document));
  const MarathonProblems *found = marathon_problems_watch_get (watching->watch);
  guint n_errors, n_warnings, n_hints;

  g_assert_nonnull (found);
  g_assert_cmpuint (found->n_words, ==, now->n_words);
  for (guint kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    g_assert_cmpuint (found->kinds[kind].count, ==, now->kinds[kind].count);
  g_object_get (watching->watch, "n-errors", &n_errors, "n-warnings", &n_warnings, "n-hints", &n_hints, NULL);
  g_assert_cmpuint (n_errors, ==, marathon_problems_count (now, MARATHON_SEVERITY_ERROR));
  g_assert_cmpuint (n_warnings, ==, marathon_problems_count (now, MARATHON_SEVERITY_WARNING));
  g_assert_cmpuint (n_hints, ==, marathon_problems_count (now, MARATHON_SEVERITY_HINT));
}

static void
set_family (Watching *watching, guint32 position, const char *text)
{
  MarathonDocument *document = watching->scene.document;

  g_assert_true (marathon_entrants_set_field (marathon_document_get_history (document), &position, 1,
                                              marathon_event_find_field (marathon_document_get_event (document), "family"),
                                              text, NULL));
}

static void
test_the_first_look (void)
{
  g_auto (Watching) watching = { 0 };
  guint n_warnings = 1;

  watching_init (&watching, 300);
  g_assert_true (marathon_problems_watch_is_busy (watching.watch));
  g_assert_null (marathon_problems_watch_get (watching.watch));
  g_object_get (watching.watch, "n-warnings", &n_warnings, NULL);
  g_assert_cmpuint (n_warnings, ==, 0);
  wait_until_idle (watching.watch);
  g_assert_cmpuint (watching.n_changed, ==, 1);
  g_assert_cmpuint (watching.n_notified, ==, 1);
  assert_true_now (&watching);
}

static void
test_many_changes_are_one_look (void)
{
  g_auto (Watching) watching = { 0 };

  watching_init (&watching, 300);
  wait_until_idle (watching.watch);
  for (guint i = 0; i < 20; i++)
    {
      set_family (&watching, i, "Same");
      g_assert_true (marathon_problems_watch_is_busy (watching.watch));
    }
  wait_until_idle (watching.watch);
  g_assert_cmpuint (watching.n_changed, ==, 2);
  assert_true_now (&watching);
  document_scene_undo (watching.scene.document);
  wait_until_idle (watching.watch);
  g_assert_cmpuint (watching.n_changed, ==, 3);
  assert_true_now (&watching);
}

static void
test_a_change_during_a_look (void)
{
  g_auto (Watching) watching = { 0 };

  watching_init (&watching, 300);
  set_family (&watching, 0, "Changed meanwhile");
  wait_until_idle (watching.watch);
  g_assert_cmpuint (watching.n_changed, ==, 2);
  assert_true_now (&watching);
}

static void
test_nothing_is_told_of_a_roster_that_is_gone (void)
{
  g_auto (Watching) watching = { 0 };
  static const guint32 first[] = { 0, 1, 2 };

  watching_init (&watching, 300);
  wait_until_idle (watching.watch);
  g_assert_true (marathon_entrants_delete (marathon_document_get_history (watching.scene.document), first, 3, NULL));
  g_assert_null (marathon_problems_watch_get (watching.watch));
  wait_until_idle (watching.watch);
  assert_true_now (&watching);
  document_scene_undo (watching.scene.document);
  g_assert_null (marathon_problems_watch_get (watching.watch));
  wait_until_idle (watching.watch);
  assert_true_now (&watching);
}

static void
test_entrants_go_during_a_look (void)
{
  g_auto (Watching) watching = { 0 };
  static const guint32 first[] = { 0, 1, 2 };

  watching_init (&watching, 300);
  g_assert_true (marathon_entrants_delete (marathon_document_get_history (watching.scene.document), first, 3, NULL));
  while (watching.n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (marathon_problems_watch_get (watching.watch));
  wait_until_idle (watching.watch);
  assert_true_now (&watching);
}

/* Waits for the threads of looks that nobody waits for any more. */
static void
drain (void)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_let_go_of_while_a_thread_runs (void)
{
  MarathonEvent *event = generated_event_new (20000);
  MarathonDocument *document = marathon_document_new (event);
  MarathonProblemsWatch *watch = marathon_problems_watch_new (document);
  guint n_changed = 0;
  gpointer weak_watch = watch, weak_document = document, weak_event = event;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (g_atomic_int_inc), &n_changed);
  g_object_add_weak_pointer (G_OBJECT (watch), &weak_watch);
  g_object_add_weak_pointer (G_OBJECT (document), &weak_document);
  g_object_add_weak_pointer (G_OBJECT (event), &weak_event);
  g_object_unref (event);
  g_object_unref (document);
  g_assert_nonnull (weak_event);
  g_object_unref (watch);
  g_assert_null (weak_watch);
  g_assert_null (weak_document);
  g_assert_null (weak_event);
  drain ();
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
test_let_go_of_before_the_timer (void)
{
  g_auto (Watching) watching = { 0 };
  gpointer watch;

  watching_init (&watching, 300);
  wait_until_idle (watching.watch);
  set_family (&watching, 0, "Late");
  watch = watching.watch;
  g_object_add_weak_pointer (watch, &watch);
  g_clear_object (&watching.watch);
  g_assert_null (watch);
  drain ();
  g_assert_cmpuint (watching.n_changed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problems-watch/the-first-look", test_the_first_look);
  g_test_add_func ("/problems-watch/many-changes-are-one-look", test_many_changes_are_one_look);
  g_test_add_func ("/problems-watch/a-change-during-a-look", test_a_change_during_a_look);
  g_test_add_func ("/problems-watch/nothing-is-told-of-a-roster-that-is-gone", test_nothing_is_told_of_a_roster_that_is_gone);
  g_test_add_func ("/problems-watch/entrants-go-during-a-look", test_entrants_go_during_a_look);
  g_test_add_func ("/problems-watch/let-go-of-while-a-thread-runs", test_let_go_of_while_a_thread_runs);
  g_test_add_func ("/problems-watch/let-go-of-before-the-timer", test_let_go_of_before_the_timer);
  return g_test_run ();
}
