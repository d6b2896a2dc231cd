/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathering: what fits together is one edit.
 */
#include "editing/edit-lines-batch.h"
#include "editing/editing-fixture.h"

static MarathonEntrant
renamed (Editing *editing, guint position, const char *family)
{
  MarathonEntrant value = *marathon_roster_get (marathon_event_get_roster (editing->event), position);

  value.family = marathon_event_add_text (editing->event, family);
  return value;
}

static void
test_empty (void)
{
  Editing editing;
  MarathonEditBatch batch;

  editing_start (&editing);
  marathon_edit_batch_init (&batch);
  g_assert_true (marathon_edit_batch_accepts (&batch, MARATHON_EDIT_CHANGE_ENTRANTS, MARATHON_PLACE_ROSTER));
  g_assert_true (marathon_edit_batch_accepts (&batch, MARATHON_EDIT_REMOVE_ENTRANTS, MARATHON_PLACE_BIN));
  g_assert_false (marathon_edit_batch_takes_away (&batch, 0));
  g_assert_null (marathon_edit_batch_get_change (&batch, 0));
  g_assert_null (marathon_edit_batch_make (&batch, editing.event));
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

static void
on_values_changed (MarathonRoster *roster, gconstpointer positions, guint n, gpointer user_data)
{
  const guint32 *changed = positions;

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (changed[0], ==, 0);
  g_assert_cmpuint (changed[1], ==, 2);
  ++*(guint *) user_data;
}

/* In any order; the last change of somebody counts. */
static void
test_changes (void)
{
  Editing editing;
  MarathonEditBatch batch;
  MarathonEntrant c, a, again;
  g_autoptr (MarathonEdit) edit = NULL;
  guint n_signals = 0;

  editing_start (&editing);
  marathon_edit_batch_init (&batch);
  c = renamed (&editing, 2, "C");
  a = renamed (&editing, 0, "A");
  again = renamed (&editing, 2, "Again");
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, 2, &c);
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, 0, &a);
  g_assert_false (marathon_edit_batch_takes_away (&batch, 2));
  g_assert_null (marathon_edit_batch_get_change (&batch, 1));
  g_assert_true (marathon_entrant_equal (marathon_edit_batch_get_change (&batch, 2), &c));
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, 2, &again);
  g_assert_true (marathon_entrant_equal (marathon_edit_batch_get_change (&batch, 2), &again));
  g_assert_false (marathon_edit_batch_accepts (&batch, MARATHON_EDIT_CHANGE_ENTRANTS, MARATHON_PLACE_BIN));
  g_assert_false (marathon_edit_batch_accepts (&batch, MARATHON_EDIT_REMOVE_ENTRANTS, MARATHON_PLACE_ROSTER));

  edit = marathon_edit_batch_make (&batch, editing.event);
  g_signal_connect (marathon_event_get_roster (editing.event), "values-changed", G_CALLBACK (on_values_changed),
                    &n_signals);
  g_assert_true (marathon_edit_apply (edit, editing.event, NULL));
  g_assert_cmpuint (n_signals, ==, 1);
  editing_assert_field (&editing, 0, "family", "A");
  editing_assert_field (&editing, 1, "family", "Weir");
  editing_assert_field (&editing, 2, "family", "Again");
  marathon_edit_batch_empty (&batch);
  g_assert_null (marathon_edit_batch_make (&batch, editing.event));
  g_assert_null (marathon_edit_batch_get_change (&batch, 2));
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

static void
test_insertions (void)
{
  Editing editing;
  MarathonEditBatch batch;
  MarathonEntrant first, second;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  marathon_edit_batch_init (&batch);
  first = model_fixture_entrant (editing.event, 0x100, "family=First");
  second = model_fixture_entrant (editing.event, 0x101, "family=Second");
  g_assert_true (marathon_edit_batch_can_insert (&batch, 0));
  marathon_edit_batch_add_insertion (&batch, MARATHON_PLACE_ROSTER, 1, &first);
  g_assert_false (marathon_edit_batch_can_insert (&batch, 0));
  g_assert_false (marathon_edit_batch_can_insert (&batch, 1));
  g_assert_true (marathon_edit_batch_can_insert (&batch, 2));
  g_assert_null (marathon_edit_batch_get_change (&batch, 1));
  marathon_edit_batch_add_insertion (&batch, MARATHON_PLACE_ROSTER, 4, &second);
  edit = marathon_edit_batch_make (&batch, editing.event);
  g_assert_true (marathon_edit_apply (edit, editing.event, NULL));
  editing_assert_field (&editing, 1, "family", "First");
  editing_assert_field (&editing, 4, "family", "Second");
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

static void
test_removals_and_transfers (void)
{
  Editing editing;
  MarathonEditBatch batch;
  g_autoptr (MarathonEdit) transfer = NULL;
  g_autoptr (MarathonEdit) remove = NULL;

  editing_start (&editing);
  marathon_edit_batch_init (&batch);
  marathon_edit_batch_add_transfer (&batch, MARATHON_PLACE_ROSTER, 1, 0, FALSE);
  g_assert_false (marathon_edit_batch_can_transfer (&batch, 0, 1, FALSE));
  g_assert_false (marathon_edit_batch_can_transfer (&batch, 2, 0, FALSE));
  g_assert_true (marathon_edit_batch_can_transfer (&batch, 2, 1, FALSE));
  g_assert_false (marathon_edit_batch_can_transfer (&batch, 2, 1, TRUE));
  g_assert_true (marathon_edit_batch_takes_away (&batch, 1));
  g_assert_false (marathon_edit_batch_takes_away (&batch, 0));
  transfer = marathon_edit_batch_make (&batch, editing.event);
  g_assert_true (marathon_edit_apply (transfer, editing.event, NULL));
  g_assert_cmpuint (marathon_roster_get (marathon_event_get_bin (editing.event), 0)->id, ==, 2);

  marathon_edit_batch_empty (&batch);
  marathon_edit_batch_add_removal (&batch, MARATHON_PLACE_BIN, 1);
  marathon_edit_batch_add_removal (&batch, MARATHON_PLACE_BIN, 0);
  remove = marathon_edit_batch_make (&batch, editing.event);
  g_assert_true (marathon_edit_apply (remove, editing.event, NULL));
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (editing.event)), ==, 0);
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

/* Who goes to the end comes in any order and keeps the order of the place. */
static void
test_transfers_to_the_end (void)
{
  Editing editing;
  MarathonEditBatch batch;
  MarathonRoster *bin;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  bin = marathon_event_get_bin (editing.event);
  marathon_edit_batch_init (&batch);
  marathon_edit_batch_add_transfer (&batch, MARATHON_PLACE_ROSTER, 2, 1, TRUE);
  g_assert_true (marathon_edit_batch_can_transfer (&batch, 0, 2, TRUE));
  g_assert_false (marathon_edit_batch_can_transfer (&batch, 3, 2, FALSE));
  marathon_edit_batch_add_transfer (&batch, MARATHON_PLACE_ROSTER, 0, 2, TRUE);
  edit = marathon_edit_batch_make (&batch, editing.event);
  g_assert_true (marathon_edit_apply (edit, editing.event, NULL));
  g_assert_cmpuint (marathon_roster_get (bin, 0)->id, ==, 9);
  g_assert_cmpuint (marathon_roster_get (bin, 1)->id, ==, 1);
  g_assert_cmpuint (marathon_roster_get (bin, 2)->id, ==, 3);
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

static void
assert_span (MarathonEditBatchSpan span, guint first, guint last, guint column)
{
  g_assert_cmpuint (span.first, ==, first);
  g_assert_cmpuint (span.last, ==, last);
  g_assert_cmpuint (span.column, ==, column);
}

/* Entries keep their lines when they are sorted. */
static void
test_lines (void)
{
  Editing editing;
  MarathonEditBatch batch;
  MarathonEntrant a, c;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  a = renamed (&editing, 0, "A");
  c = renamed (&editing, 2, "C");
  marathon_edit_batch_init (&batch);
  marathon_edit_batch_set_line (&batch, 7, 30);
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, 2, &c);
  assert_span (marathon_edit_batch_get_span (&batch), 7, 7, 30);
  marathon_edit_batch_set_line (&batch, 8, 20);
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, 0, &a);
  marathon_edit_batch_set_line (&batch, 9, 25);
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, 2, &c);
  edit = marathon_edit_batch_make (&batch, editing.event);
  assert_span (g_array_index (batch.spans, MarathonEditBatchSpan, 0), 8, 8, 20);
  assert_span (g_array_index (batch.spans, MarathonEditBatchSpan, 1), 7, 9, 0);
  assert_span (marathon_edit_batch_get_span (&batch), 7, 9, 0);
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

/* Alone, an entry takes the place that there is. */
static void
test_one_of_many (void)
{
  Editing editing;
  MarathonEditBatch batch;
  MarathonEntrant first, second;
  g_autoptr (MarathonEdit) edit = NULL;

  editing_start (&editing);
  marathon_edit_batch_init (&batch);
  first = model_fixture_entrant (editing.event, 0x100, "family=First");
  second = model_fixture_entrant (editing.event, 0x101, "family=Second");
  marathon_edit_batch_add_insertion (&batch, MARATHON_PLACE_ROSTER, 3, &first);
  marathon_edit_batch_add_insertion (&batch, MARATHON_PLACE_ROSTER, 4, &second);
  edit = marathon_edit_batch_make_one (&batch, editing.event, 1);
  g_assert_true (marathon_edit_apply (edit, editing.event, NULL));
  editing_assert_field (&editing, 3, "family", "Second");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing.event)), ==, 4);
  marathon_edit_batch_clear (&batch);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-batch/empty", test_empty);
  g_test_add_func ("/edit-lines-batch/changes", test_changes);
  g_test_add_func ("/edit-lines-batch/insertions", test_insertions);
  g_test_add_func ("/edit-lines-batch/removals-and-transfers", test_removals_and_transfers);
  g_test_add_func ("/edit-lines-batch/transfers-to-the-end", test_transfers_to_the_end);
  g_test_add_func ("/edit-lines-batch/lines", test_lines);
  g_test_add_func ("/edit-lines-batch/one-of-many", test_one_of_many);
  return g_test_run ();
}
