/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a file of edit lines, or as lines between its head and foot: steps that are made can be taken back, be
 * written as lines, and be saved; a step that is refused leaves the event as it was before it.
 */
#include <string.h>

#include "editing/editing-fixture.h"
#include "formats/project-reader.h"
#include "fuzz/fuzz-target.h"

static GString *
make_file (const guint8 *data, gsize size)
{
  GString *file = g_string_new_len ((const char *) data, (gssize) size);

  if (size >= 6 && memcmp (data, "<edits", 6) == 0)
    return file;
  g_string_prepend (file, MARATHON_EDIT_LINES_HEAD "\n");
  g_string_append (file, "\n" MARATHON_EDIT_LINES_FOOT);
  return file;
}

static gboolean
apply (Editing *editing, const char *lines, gsize length, guint *n_steps, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines, (gssize) length, NULL);

  return marathon_edit_lines_apply (editing->history, stream, &editing->ids, NULL, n_steps, error);
}

/* The steps without those that were dropped: each is followed by a line of its own. */
static char *
take_whole_steps (Editing *editing)
{
  g_autofree char *lines = editing_take_lines (editing);
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);
  GString *steps = g_string_new (MARATHON_EDIT_LINES_HEAD "\n");
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      if (strcmp (each[i], "rollback") == 0)
        g_string_truncate (open, 0);
      else
        g_string_append_printf (open, "%s\n", each[i]);
      if (strcmp (each[i], MARATHON_EDIT_LINES_COMMIT) != 0)
        continue;
      g_string_append (steps, open->str);
      g_string_truncate (open, 0);
    }
  g_string_append (steps, MARATHON_EDIT_LINES_FOOT);
  return g_string_free (steps, FALSE);
}

/* The lines of the steps do the same to the event as it was. */
static void
check_lines (const char *lines, const char *after)
{
  Editing other;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  editing_start (&other);
  if (!apply (&other, lines, strlen (lines), NULL, &error))
    g_error ("lines that were written cannot be applied: %s\n%s", error->message, lines);
  bytes = editing_bytes (&other);
  fuzz_check_same ("the lines that were written, applied", after, bytes);
  editing_end (&other);
}

static void
check_saved (const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) read = marathon_project_from_text (after, -1, &error);
  g_autofree char *again = NULL;

  if (read == NULL)
    g_error ("what was edited cannot be read: %s", error->message);
  again = marathon_project_to_text (read);
  fuzz_check_same ("saved and read", after, again);
}

static void
check_undo (Editing *editing, const char *before, const char *after)
{
  g_autofree char *redone = NULL;

  editing_assert_undo (editing, before);
  while (marathon_history_can_redo (editing->history))
    g_assert_true (marathon_history_redo (editing->history, NULL));
  redone = editing_bytes (editing);
  fuzz_check_same ("undone and redone", after, redone);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GString) file = make_file (data, size);
  g_autofree char *before = NULL, *after = NULL, *lines = NULL;
  g_autoptr (GError) error = NULL;
  Editing editing;
  guint n_steps;

  editing_start (&editing);
  before = editing_bytes (&editing);
  if (!apply (&editing, file->str, file->len, &n_steps, &error))
    fuzz_check_placed_message (error);
  after = editing_bytes (&editing);
  if (n_steps == 0)
    fuzz_check_same ("no step was made", before, after);
  lines = take_whole_steps (&editing);
  if (n_steps > 0)
    {
      check_lines (lines, after);
      check_saved (after);
      check_undo (&editing, before, after);
    }
  editing_end (&editing);
  return 0;
}
