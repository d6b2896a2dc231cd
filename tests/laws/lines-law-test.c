/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The law of edit lines: what is done to an event, told as lines and applied to the event as it was, gives the same
 * bytes. So does taking back.
 */
#include "laws/law-case.h"
#include "laws/random-edit.h"

#include <string.h>

#include "editing/edit-lines.h"
#include "formats/project-writer.h"

typedef struct {
  const LawCase *law_case;
  MarathonEvent *event;
  GString *done; /* lines of whole steps */
  GString *open; /* lines of the step that was begun */
  guint n_steps;
} Journal;

/* --- Collecting --- */

static void
check_line (const char *line, gsize length)
{
  g_autofree char *document = g_strdup_printf ("<event xmlns=\"urn:marathon:event\">%s</event>", line);
  g_autoptr (GMarkupParseContext) parser = g_markup_parse_context_new (&(GMarkupParser) { 0 }, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (length, ==, strlen (line));
  g_assert_null (strchr (line, '\n'));
  g_assert_true (g_utf8_validate (line, (gssize) length, NULL));
  /* Well-formed alone: whatever follows a line that was cut off, the lines before it can be read. */
  g_assert_true (g_markup_parse_context_parse (parser, document, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));
  g_assert_no_error (error);
}

static void
append_line (const char *line, gsize length, gpointer user_data)
{
  Journal *journal = user_data;

  if (journal->law_case->n_entrants < 1000)
    check_line (line, length);
  g_string_append_len (journal->open, line, (gssize) length);
  g_string_append_c (journal->open, '\n');
}

static void
on_begin (const char *label, gpointer user_data)
{
  g_autofree char *line = marathon_edit_lines_begin (label);

  append_line (line, strlen (line), user_data);
}

static void
on_edited (MarathonEdit *edit, gboolean reverted, gpointer user_data)
{
  Journal *journal = user_data;

  marathon_edit_lines_write (edit, journal->event, reverted, append_line, journal);
}

static void
on_commit (gpointer user_data)
{
  Journal *journal = user_data;

  append_line (MARATHON_EDIT_LINES_COMMIT, strlen (MARATHON_EDIT_LINES_COMMIT), journal);
  g_string_append_len (journal->done, journal->open->str, (gssize) journal->open->len);
  g_string_truncate (journal->open, 0);
  journal->n_steps++;
}

static void
on_rollback (gpointer user_data)
{
  Journal *journal = user_data;

  g_string_truncate (journal->open, 0);
}

static const MarathonHistoryObserver observer = { on_begin, on_edited, on_commit, on_rollback };

static void
journal_init (Journal *journal, const LawCase *law_case, MarathonEvent *event)
{
  journal->law_case = law_case;
  journal->event = event;
  journal->done = g_string_new (MARATHON_EDIT_LINES_HEAD "\n");
  journal->open = g_string_new (NULL);
  journal->n_steps = 0;
}

static void
journal_clear (Journal *journal)
{
  g_string_free (journal->done, TRUE);
  g_string_free (journal->open, TRUE);
}

/* --- Applying --- */

/* Applies the journal to @other, which must become what the journal's event is; every step is one there too. */
static void
check_applied (Journal *journal, MarathonEvent *other)
{
  g_autofree char *lines = g_strconcat (journal->done->str, MARATHON_EDIT_LINES_FOOT, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines, -1, NULL);
  g_autoptr (MarathonHistory) history = marathon_history_new (other);
  g_autofree char *ours = marathon_project_to_text (journal->event);
  g_autofree char *theirs = NULL;
  g_autofree char *before = marathon_project_to_text (other);
  g_autofree char *back = NULL;
  g_autoptr (MarathonEvent) read = law_read (journal->law_case, ours);
  g_autofree char *read_bytes = marathon_project_to_text (read);
  MarathonIdSource ids;
  guint n_steps;
  g_autoptr (GError) error = NULL;

  law_assert_same (journal->law_case, "saved and read after the steps", ours, read_bytes);
  marathon_id_source_init_seeded (&ids, 1);
  marathon_edit_lines_apply (history, stream, &ids, NULL, &n_steps, &error);
  law_assert_no_error (journal->law_case, "applying the lines", error);
  g_assert_cmpuint (n_steps, ==, journal->n_steps);
  theirs = marathon_project_to_text (other);
  law_assert_same (journal->law_case, "the lines applied to the old event", ours, theirs);

  while (marathon_history_can_undo (history))
    {
      marathon_history_undo (history, &error);
      law_assert_no_error (journal->law_case, "undo of applied lines", error);
    }
  back = marathon_project_to_text (other);
  law_assert_same (journal->law_case, "undo of applied lines", before, back);
}

/* Does a random step, or takes back or redoes one; a step that is refused must leave no line. */
static void
do_something (RandomSource *random, MarathonHistory *history)
{
  g_autoptr (GError) error = NULL;

  if (random_happens (random, 60))
    random_step (random, history, random_below (random, RANDOM_N_STEPS), &error);
  else if (random_happens (random, 60) && marathon_history_can_undo (history))
    g_assert_true (marathon_history_undo (history, &error));
  else if (marathon_history_can_redo (history))
    g_assert_true (marathon_history_redo (history, &error));
}

/* The lines of many steps, applied in one go. */
static void
check_lines (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *before = marathon_project_to_text (event);
  g_autoptr (MarathonEvent) other = law_read (law_case, before);
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  Journal journal;

  journal_init (&journal, law_case, event);
  marathon_history_set_observer (history, &observer, &journal);
  for (guint i = 0; i < (law_case->n_entrants > 1000 ? 5 : 25); i++)
    do_something (random, history);
  check_applied (&journal, other);
  journal_clear (&journal);
}

static void
test_lines (void)
{
  law_check (check_lines, 1);
}

static void
set_columns (RandomSource *random, MarathonHistory *history, MarathonRecord *record)
{
  for (guint column = 0; column < MARATHON_RECORD_GET_CLASS (record)->n_columns; column++)
    {
      g_autoptr (MarathonEdit) edit = random_edit_column (random, marathon_history_get_event (history), record, column);

      /* It may be refused: a bib of somebody, a name that is empty. */
      marathon_history_do (history, edit, "Set a column", NULL);
    }
}

/* Sets every column of every record. */
static void
check_column_lines (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *before = marathon_project_to_text (event);
  g_autoptr (MarathonEvent) other = law_read (law_case, before);
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  Journal journal;

  if (law_case->seed % 4 != 0)
    return;
  journal_init (&journal, law_case, event);
  marathon_history_set_observer (history, &observer, &journal);
  for (guint i = 0; i < MARATHON_N_SINGLES; i++)
    set_columns (random, history, marathon_event_get_single (event, i));
  for (MarathonListId list = 0; list < MARATHON_N_LISTS; list++)
    for (guint i = 0; i < marathon_record_list_get_size (marathon_event_get_list (event, list)); i++)
      set_columns (random, history, marathon_record_list_get (marathon_event_get_list (event, list), i));
  check_applied (&journal, other);
  journal_clear (&journal);
}

static void
test_columns (void)
{
  law_check (check_column_lines, 0);
}

/* Step by step, and each taken back, so that a failure names its kind. */
static void
check_step_lines (const LawCase *law_case, RandomSource *random, MarathonEvent *event, RandomStepKind kind)
{
  g_autofree char *before = marathon_project_to_text (event);
  g_autoptr (MarathonEvent) other = law_read (law_case, before);
  g_autoptr (MarathonEvent) changed = NULL;
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Journal journal, undoing;

  journal_init (&journal, law_case, event);
  journal_init (&undoing, law_case, event);
  marathon_history_set_observer (history, &observer, &journal);
  random_step (random, history, kind, NULL);
  check_applied (&journal, other);
  if (marathon_history_can_undo (history))
    {
      after = marathon_project_to_text (event);
      changed = law_read (law_case, after);
      marathon_history_set_observer (history, &observer, &undoing);
      marathon_history_undo (history, &error);
      law_assert_no_error (law_case, "undo", error);
      check_applied (&undoing, changed);
      marathon_history_set_observer (history, NULL, NULL);
      marathon_history_redo (history, &error);
      law_assert_no_error (law_case, "redo", error);
    }
  journal_clear (&journal);
  journal_clear (&undoing);
}

static void
check_steps (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  for (guint i = 0; i < RANDOM_N_STEPS; i++)
    check_step_lines (law_case, random, event, (i + law_case->seed) % RANDOM_N_STEPS);
}

static void
test_steps (void)
{
  law_check (check_steps, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/lines/every-step-and-its-undo", test_steps);
  g_test_add_func ("/laws/lines/every-column", test_columns);
  g_test_add_func ("/laws/lines/many-steps-in-one-file", test_lines);
  return g_test_run ();
}
