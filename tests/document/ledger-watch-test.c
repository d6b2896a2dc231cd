/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The watch over the ledger makes one when asked, follows every change, and may be let go of at any time.
 */
#include "document/ledger-watch.h"

#include "document/document-scene.h"
#include "document/generated-event.h"
#include "editing/entrant-edits.h"

typedef struct {
  DocumentScene scene;
  MarathonLedgerWatch *watch;
  guint n_changed;
} Watching;

static void
on_changed (MarathonLedgerWatch *watch, Watching *watching)
{
  watching->n_changed++;
}

static void
watching_init (Watching *watching)
{
  *watching = (Watching) { 0 };
  document_scene_init (&watching->scene, 40);
  watching->watch = marathon_ledger_watch_new (watching->scene.document);
  g_signal_connect (watching->watch, "changed", G_CALLBACK (on_changed), watching);
}

static void
watching_clear (Watching *watching)
{
  g_clear_object (&watching->watch);
  document_scene_clear (&watching->scene);
}

/* Asks, and waits until there is a ledger of the event as it is now. */
static const MarathonBibLedger *
wait_for_ledger (Watching *watching, MarathonEvent **event)
{
  do
    {
      marathon_ledger_watch_get (watching->watch, NULL);
      while (marathon_ledger_watch_is_busy (watching->watch))
        g_main_context_iteration (NULL, TRUE);
      marathon_ledger_watch_get (watching->watch, event);
    }
  while (marathon_ledger_watch_is_busy (watching->watch));
  return marathon_ledger_watch_get (watching->watch, event);
}

static void
set_bib (Watching *watching, const char *bib)
{
  MarathonHistory *history = marathon_document_get_history (watching->scene.document);
  MarathonEvent *event = marathon_history_get_event (history);
  static const guint32 first[] = { 0 };
  g_autoptr (GError) error = NULL;

  marathon_entrants_set_field (history, first, 1, marathon_event_find_field (event, "bib"), bib, &error);
  g_assert_no_error (error);
}

static void
assert_holder (Watching *watching, const char *bib, gboolean is_held)
{
  MarathonEvent *event;
  const MarathonBibLedger *ledger = wait_for_ledger (watching, &event);
  MarathonBibEntry entry;
  guint block;

  g_assert_true (marathon_bib_ledger_find (ledger, bib, &block, &entry));
  g_assert_cmpint (entry.holder, ==, is_held ? MARATHON_HOLDER_ENTRANT : MARATHON_HOLDER_NONE);
}

static void
test_it_follows (void)
{
  Watching watching;

  watching_init (&watching);
  g_assert_false (marathon_ledger_watch_is_busy (watching.watch));
  g_assert_null (marathon_ledger_watch_get (watching.watch, NULL));
  g_assert_true (marathon_ledger_watch_is_busy (watching.watch));
  assert_holder (&watching, "Z777", FALSE);
  g_assert_cmpuint (watching.n_changed, >=, 1);

  watching.n_changed = 0;
  set_bib (&watching, "Z777");
  g_assert_cmpuint (watching.n_changed, ==, 1);
  g_assert_false (marathon_ledger_watch_is_busy (watching.watch));
  assert_holder (&watching, "Z777", TRUE);
  g_assert_true (marathon_history_undo (marathon_document_get_history (watching.scene.document), NULL));
  assert_holder (&watching, "Z777", FALSE);
  watching_clear (&watching);
}

/* What is changed while a ledger is made is in the next. */
static void
test_changes_meanwhile (void)
{
  Watching watching;

  watching_init (&watching);
  marathon_ledger_watch_get (watching.watch, NULL);
  set_bib (&watching, "Z777");
  assert_holder (&watching, "Z777", TRUE);
  watching_clear (&watching);
}

static void
test_let_go_of_while_busy (void)
{
  Watching watching;

  watching_init (&watching);
  marathon_ledger_watch_get (watching.watch, NULL);
  g_assert_finalize_object (g_steal_pointer (&watching.watch));
  watching_clear (&watching);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-watch/it-follows", test_it_follows);
  g_test_add_func ("/ledger-watch/changes-meanwhile", test_changes_meanwhile);
  g_test_add_func ("/ledger-watch/let-go-of-while-busy", test_let_go_of_while_busy);
  return g_test_run ();
}
