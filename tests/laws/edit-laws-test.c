/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The law of every edit: apply, revert, the same bytes; apply again, the same bytes as after the first time. And what
 * is refused changes nothing.
 */
#include "laws/law-case.h"
#include "laws/random-edit.h"

#include "formats/project-writer.h"

/* How often an edit of each kind was applied and refused over all seeds. */
static guint n_applied[RANDOM_N_EDITS];
static guint n_refused;

static void
check_edit (const LawCase *law_case, MarathonEvent *event, MarathonEdit *edit, guint kind)
{
  g_autofree char *before = marathon_project_to_text (event);
  g_autofree char *first = NULL, *reverted = NULL, *second = NULL;
  g_autofree char *what = g_strdup_printf ("an edit of kind %u", kind);
  g_autoptr (GError) error = NULL;

  if (!marathon_edit_apply (edit, event, &error))
    {
      first = marathon_project_to_text (event);
      g_assert_nonnull (error);
      law_assert_same (law_case, what, before, first);
      n_refused++;
      return;
    }
  first = marathon_project_to_text (event);
  marathon_edit_revert (edit, event, &error);
  law_assert_no_error (law_case, what, error);
  reverted = marathon_project_to_text (event);
  law_assert_same (law_case, what, before, reverted);
  marathon_edit_apply (edit, event, &error);
  law_assert_no_error (law_case, what, error);
  second = marathon_project_to_text (event);
  law_assert_same (law_case, what, first, second);
  if (kind < RANDOM_N_EDITS)
    n_applied[kind]++;
}

static void
check_every_kind (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *before = marathon_project_to_text (event);
  g_autofree char *after = NULL;
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);

  for (guint i = 0; i < (law_case->n_entrants > 1000 ? 1 : 1 + law_case->seed % 2) * RANDOM_N_EDITS; i++)
    {
      g_autoptr (MarathonEdit) edit = random_edit_new (random, event, i % RANDOM_N_EDITS);

      if (edit != NULL && !marathon_edit_is_empty (edit))
        check_edit (law_case, event, edit, i % RANDOM_N_EDITS);
    }
  after = marathon_project_to_text (snapshot);
  law_assert_same (law_case, "a snapshot of the event before the edits", before, after);
}

static void
test_every_kind (void)
{
  law_check (check_every_kind, 1);
  for (guint kind = 0; kind < RANDOM_N_EDITS; kind++)
    g_assert_cmpuint (n_applied[kind], >=, 20);
  g_assert_cmpuint (n_refused, >=, 20);
}

/* --- Every column --- */

static void
check_columns (const LawCase *law_case, RandomSource *random, MarathonEvent *event, MarathonRecord *record)
{
  for (guint column = 0; column < MARATHON_RECORD_GET_CLASS (record)->n_columns; column++)
    {
      g_autoptr (MarathonEdit) edit = random_edit_column (random, event, record, column);

      if (!marathon_edit_is_empty (edit))
        check_edit (law_case, event, edit, RANDOM_N_EDITS);
    }
}

static void
check_every_column (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  if (law_case->seed % 8 != 0)
    return;
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    check_columns (law_case, random, event, marathon_event_get_single (event, id));
  for (MarathonListId list = 0; list < MARATHON_N_LISTS; list++)
    if (marathon_record_list_get_size (marathon_event_get_list (event, list)) > 0)
      check_columns (law_case, random, event, marathon_record_list_get (marathon_event_get_list (event, list), 0));
}

static void
test_every_column (void)
{
  law_check (check_every_column, 0);
}

/* --- Undo and redo --- */

/* What the event was in every state of its history. */
typedef struct {
  const LawCase *law_case;
  MarathonHistory *history;
  GHashTable *bytes; /* state → text */
} Remembering;

static gpointer
key_of_state (Remembering *remembering)
{
  return GUINT_TO_POINTER ((guint) marathon_history_get_state (remembering->history) + 1);
}

static void
remember (Remembering *remembering)
{
  g_hash_table_insert (remembering->bytes, key_of_state (remembering),
                       marathon_project_to_text (marathon_history_get_event (remembering->history)));
}

static void
check_remembered (Remembering *remembering, const char *what)
{
  g_autofree char *bytes = marathon_project_to_text (marathon_history_get_event (remembering->history));
  const char *remembered = g_hash_table_lookup (remembering->bytes, key_of_state (remembering));

  g_assert_nonnull (remembered);
  law_assert_same (remembering->law_case, what, remembered, bytes);
}

static void
do_step (Remembering *remembering, RandomSource *random)
{
  RandomStepKind kind = random_below (random, RANDOM_N_STEPS);
  guint64 state = marathon_history_get_state (remembering->history);
  g_autoptr (GError) error = NULL;

  if (random_step (random, remembering->history, kind, &error)
      && marathon_history_get_state (remembering->history) != state)
    remember (remembering);
  else
    check_remembered (remembering, error != NULL ? error->message : random_step_get_word (kind));
}

static void
go_back_or_forth (Remembering *remembering, RandomSource *random)
{
  MarathonHistory *history = remembering->history;
  g_autoptr (GError) error = NULL;

  if (random_happens (random, 55) && marathon_history_can_undo (history))
    marathon_history_undo (history, &error);
  else if (marathon_history_can_redo (history))
    marathon_history_redo (history, &error);
  law_assert_no_error (remembering->law_case, "undo or redo", error);
  check_remembered (remembering, "undo or redo");
}

static void
check_history (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  Remembering remembering
    = { law_case, marathon_history_new (event), g_hash_table_new_full (NULL, NULL, NULL, g_free) };

  remember (&remembering);
  for (guint i = 0; i < (law_case->n_entrants > 1000 ? 8 : 30); i++)
    if (random_happens (random, 45))
      do_step (&remembering, random);
    else
      go_back_or_forth (&remembering, random);
  while (marathon_history_can_undo (remembering.history))
    {
      g_autoptr (GError) error = NULL;

      marathon_history_undo (remembering.history, &error);
      law_assert_no_error (law_case, "undo to the start", error);
    }
  g_assert_cmpuint (marathon_history_get_state (remembering.history), ==, 0);
  check_remembered (&remembering, "undo to the start");
  g_hash_table_unref (remembering.bytes);
  g_object_unref (remembering.history);
}

static void
test_history (void)
{
  law_check (check_history, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/edit/every-kind", test_every_kind);
  g_test_add_func ("/laws/edit/every-column", test_every_column);
  g_test_add_func ("/laws/edit/undo-and-redo-in-any-order", test_history);
  return g_test_run ();
}
