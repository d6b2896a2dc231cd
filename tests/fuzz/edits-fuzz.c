/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a working day: they choose an event and what is done to it, step by step, and undone and redone. Each
 * state of the history has its bytes; the lines that were written do the same to the event as it was; the end can be
 * saved; and all can be undone.
 */
#include <string.h>

#include "editing/edit-lines.h"
#include "formats/project-reader.h"
#include "fuzz/fuzz-target.h"
#include "laws/random-edit.h"
#include "laws/random-event.h"

#define N_EVENT_BYTES 2
#define MOST_STEPS 16

typedef struct {
  MarathonEvent *event;
  MarathonHistory *history;
  GHashTable *states; /* state of the history → text of the event */
  GString *done;      /* lines of whole steps */
  GString *open;      /* lines of the step that was begun */
} Day;

/* --- The lines --- */

static void
append_line (const char *line, gsize length, gpointer user_data)
{
  Day *day = user_data;

  g_string_append_len (day->open, line, (gssize) length);
  g_string_append_c (day->open, '\n');
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
  Day *day = user_data;

  marathon_edit_lines_write (edit, day->event, reverted, append_line, day);
}

static void
on_commit (gpointer user_data)
{
  Day *day = user_data;

  append_line (MARATHON_EDIT_LINES_COMMIT, strlen (MARATHON_EDIT_LINES_COMMIT), day);
  g_string_append_len (day->done, day->open->str, (gssize) day->open->len);
  g_string_truncate (day->open, 0);
}

static void
on_rollback (gpointer user_data)
{
  Day *day = user_data;

  g_string_truncate (day->open, 0);
}

/* --- The states --- */

static void
check_state (Day *day, const char *what)
{
  guint64 state = marathon_history_get_state (day->history);
  char *bytes = marathon_project_to_text (day->event);
  const char *known = g_hash_table_lookup (day->states, &state);

  if (known != NULL)
    {
      fuzz_check_same (what, known, bytes);
      g_free (bytes);
    }
  else
    g_hash_table_insert (day->states, g_memdup2 (&state, sizeof state), bytes);
}

static MarathonEvent *
read_back (const char *what, const char *bytes)
{
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_from_text (bytes, -1, &error);

  if (event == NULL)
    g_error ("%s: %s", what, error->message);
  return event;
}

/* --- What is done --- */

static void
take_step (Day *day, RandomSource *random)
{
  g_autoptr (GError) error = NULL;
  gboolean undo = random_happens (random, 40);

  if (!undo)
    random_step (random, day->history, random_below (random, RANDOM_N_STEPS), &error);
  else if (random_happens (random, 60) && marathon_history_can_undo (day->history))
    marathon_history_undo (day->history, &error);
  else if (marathon_history_can_redo (day->history))
    marathon_history_redo (day->history, &error);
  if (undo && error != NULL)
    g_error ("undo or redo: %s", error->message);
  if (error != NULL)
    fuzz_check_message (error);
  check_state (day, error != NULL ? error->message : "a step");
}

static void
check_lines (Day *day, MarathonEvent *other)
{
  g_autofree char *file = g_strconcat (MARATHON_EDIT_LINES_HEAD "\n", day->done->str, MARATHON_EDIT_LINES_FOOT, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (file, -1, NULL);
  g_autoptr (MarathonHistory) history = marathon_history_new (other);
  g_autofree char *ours = marathon_project_to_text (day->event);
  g_autofree char *theirs = NULL;
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;

  marathon_id_source_init_seeded (&ids, 1);
  if (!marathon_edit_lines_apply (history, stream, &ids, NULL, NULL, &error))
    g_error ("lines that were written cannot be applied: %s\n%s", error->message, file);
  theirs = marathon_project_to_text (other);
  fuzz_check_same ("the lines applied to the event as it was", ours, theirs);
}

static void
check_end (Day *day)
{
  g_autofree char *bytes = marathon_project_to_text (day->event);
  g_autoptr (MarathonEvent) read = read_back ("what was edited cannot be read", bytes);
  g_autofree char *again = marathon_project_to_text (read);
  g_autoptr (GError) error = NULL;

  fuzz_check_same ("saved and read", bytes, again);
  marathon_history_set_observer (day->history, NULL, NULL);
  while (marathon_history_can_undo (day->history))
    {
      if (!marathon_history_undo (day->history, &error))
        g_error ("undo: %s", error->message);
      check_state (day, "undone to the start");
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const MarathonHistoryObserver observer = { on_begin, on_edited, on_commit, on_rollback };
  RandomSource random;
  Day day;
  g_autofree char *before = NULL;
  g_autoptr (MarathonEvent) other = NULL;

  if (size < N_EVENT_BYTES)
    return 0;
  random_source_init (&random, data[0]);
  day.event = random_event_new (&random, data[1] / 2 % 12, data[1] % 2 != 0);
  day.history = marathon_history_new (day.event);
  day.states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  day.done = g_string_new (NULL);
  day.open = g_string_new (NULL);
  before = marathon_project_to_text (day.event);
  other = read_back ("the event cannot be read", before);
  marathon_history_set_observer (day.history, &observer, &day);
  check_state (&day, "the start");

  random_source_feed (&random, data + N_EVENT_BYTES, size - N_EVENT_BYTES);
  for (guint i = 0; i < MOST_STEPS && random.n_bytes > 0; i++)
    take_step (&day, &random);
  check_lines (&day, other);
  check_end (&day);

  g_string_free (day.done, TRUE);
  g_string_free (day.open, TRUE);
  g_hash_table_unref (day.states);
  g_object_unref (day.history);
  g_object_unref (day.event);
  return 0;
}
