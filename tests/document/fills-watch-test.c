/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the watch over fills: who asks gets what is so, who does not ask is told once, and it may be let go
 * of at any time.
 */
#include "document/fills-watch.h"

#include "document/document-scene.h"
#include "editing/entrant-edits.h"
#include "editing/record-edits.h"

typedef struct {
  DocumentScene scene;
  MarathonFillsWatch *watch;
  MarathonRecord *wave;
  guint n_changed;
} Watching;

static void
on_changed (MarathonFillsWatch *watch, Watching *watching)
{
  watching->n_changed++;
}

static MarathonHistory *
get_history (Watching *watching)
{
  return marathon_document_get_history (watching->scene.document);
}

static void
watching_init (Watching *watching)
{
  static const MarathonColumnText values[] = { { "capacity", "2" } };

  *watching = (Watching) { 0 };
  document_scene_init (&watching->scene, 10);
  g_assert_true (marathon_record_add (get_history (watching), MARATHON_LIST_WAVES, 0, "Fresh", values, 1, &watching->wave,
                                      NULL));
  watching->watch = marathon_fills_watch_get_for (watching->scene.document);
  g_signal_connect (watching->watch, "changed", G_CALLBACK (on_changed), watching);
}

static void
watching_clear (Watching *watching)
{
  g_clear_object (&watching->watch);
  document_scene_clear (&watching->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watching, watching_clear)

static void
assert_count (Watching *watching, guint64 expected)
{
  MarathonFill fill
    = marathon_fills_watch_get (watching->watch, MARATHON_LIST_WAVES, marathon_record_get_handle (watching->wave));

  g_assert_cmpuint (fill.count, ==, expected);
  g_assert_cmpuint (fill.capacity, ==, 2);
}

static void
put (Watching *watching, guint32 position, const char *wave)
{
  MarathonEvent *event = marathon_document_get_event (watching->scene.document);

  g_assert_true (marathon_entrants_set_field (get_history (watching), &position, 1,
                                              marathon_event_find_field (event, "status"), "accepted", NULL));
  g_assert_true (marathon_entrants_set_field (get_history (watching), &position, 1,
                                              marathon_event_find_field (event, "wave"), wave, NULL));
}

static void
run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_who_asks_gets_what_is_so (void)
{
  g_auto (Watching) watching = { 0 };

  watching_init (&watching);
  assert_count (&watching, 0);
  put (&watching, 1, "fresh");
  assert_count (&watching, 1);
  put (&watching, 2, "fresh");
  assert_count (&watching, 2);
  document_scene_undo (watching.scene.document);
  assert_count (&watching, 1);
  document_scene_redo (watching.scene.document);
  assert_count (&watching, 2);
}

static void
test_many_changes_are_told_once (void)
{
  g_auto (Watching) watching = { 0 };

  watching_init (&watching);
  assert_count (&watching, 0);
  for (guint i = 1; i < 6; i++)
    put (&watching, i, "fresh");
  g_assert_cmpuint (watching.n_changed, ==, 0);
  run_idle ();
  g_assert_cmpuint (watching.n_changed, ==, 1);
  put (&watching, 7, "fresh");
  run_idle ();
  g_assert_cmpuint (watching.n_changed, ==, 1); /* nobody has asked meanwhile */
  assert_count (&watching, 6);
  put (&watching, 7, "");
  run_idle ();
  g_assert_cmpuint (watching.n_changed, ==, 2);
}

static void
test_nobody_asked_nobody_is_told (void)
{
  g_auto (Watching) watching = { 0 };

  watching_init (&watching);
  put (&watching, 1, "fresh");
  run_idle ();
  g_assert_cmpuint (watching.n_changed, ==, 0);
}

static void
test_all_share_one (void)
{
  g_auto (Watching) watching = { 0 };
  g_autoptr (MarathonFillsWatch) other = NULL;

  watching_init (&watching);
  other = marathon_fills_watch_get_for (watching.scene.document);
  g_assert_true (other == watching.watch);
}

static void
test_let_go_of_before_it_tells (void)
{
  g_auto (Watching) watching = { 0 };
  gpointer watch;

  watching_init (&watching);
  assert_count (&watching, 0);
  put (&watching, 1, "fresh");
  watch = watching.watch;
  g_object_add_weak_pointer (watch, &watch);
  g_clear_object (&watching.watch);
  g_assert_null (watch);
  run_idle ();
  g_assert_cmpuint (watching.n_changed, ==, 0);
  watching.watch = marathon_fills_watch_get_for (watching.scene.document);
  assert_count (&watching, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fills-watch/who-asks-gets-what-is-so", test_who_asks_gets_what_is_so);
  g_test_add_func ("/fills-watch/many-changes-are-told-once", test_many_changes_are_told_once);
  g_test_add_func ("/fills-watch/nobody-asked-nobody-is-told", test_nobody_asked_nobody_is_told);
  g_test_add_func ("/fills-watch/all-share-one", test_all_share_one);
  g_test_add_func ("/fills-watch/let-go-of-before-it-tells", test_let_go_of_before_it_tells);
  return g_test_run ();
}
