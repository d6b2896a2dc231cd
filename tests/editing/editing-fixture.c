/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event to edit.
 */
#include "editing/editing-fixture.h"

#include <string.h>

#include "formats/project-writer.h"

static void
append_line (const char *line, gsize length, gpointer user_data)
{
  Editing *editing = user_data;

  g_assert_cmpuint (length, ==, strlen (line));
  g_string_append_len (editing->lines, line, (gssize) length);
  g_string_append_c (editing->lines, '\n');
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
  Editing *editing = user_data;

  editing->n_edits++;
  marathon_edit_lines_write (edit, editing->event, reverted, append_line, editing);
}

static void
on_commit (gpointer user_data)
{
  append_line (MARATHON_EDIT_LINES_COMMIT, strlen (MARATHON_EDIT_LINES_COMMIT), user_data);
}

static void
on_rollback (gpointer user_data)
{
  append_line ("rollback", strlen ("rollback"), user_data);
}

void
editing_start (Editing *editing)
{
  static const MarathonHistoryObserver observer = { on_begin, on_edited, on_commit, on_rollback };

  editing->event = model_fixture_new ("event | title=Spring Marathon | date=2014-04-13\n"
                                      "field shirt | label=Shirt | type=choice\n"
                                      "start red | name=Red\n"
                                      "start blue | name=Blue\n"
                                      "category open | name=Open\n"
                                      "wave red-1 | name=Red 1 | start=red\n"
                                      "wave red-2 | name=Red 2 | start=red\n"
                                      "bib-block main | name=Main | numbers=1-100\n"
                                      "group pair | name=Pair | bib=500\n"
                                      "layout l1 | list=bibs\n"
                                      "entrant 1 | family=Farah | given=Mo | bib=37 | external-id=E-1\n"
                                      "entrant 2 | family=Weir | given=David | bib=38\n"
                                      "guide 21 | family=Smith | bib=G38\n"
                                      "entrant 3 | family=Kirui | wave=red-1\n"
                                      "binned 9 | family=Bolt | bib=37\n");
  editing->history = marathon_history_new (editing->event);
  marathon_id_source_init_seeded (&editing->ids, 4);
  editing->lines = g_string_new (NULL);
  editing->n_edits = 0;
  marathon_history_set_observer (editing->history, &observer, editing);
}

void
editing_end (Editing *editing)
{
  model_fixture_check_sets (editing->event);
  g_string_free (editing->lines, TRUE);
  g_object_unref (editing->history);
  g_object_unref (editing->event);
}

char *
editing_take_lines (Editing *editing)
{
  char *lines = g_strdup (editing->lines->str);

  g_string_truncate (editing->lines, 0);
  editing->n_edits = 0;
  return lines;
}

gboolean
editing_apply (Editing *editing, const char *lines, guint *n_steps, GError **error)
{
  /* On the head's line, so that lines are counted from 1. */
  g_autofree char *file = g_strconcat (MARATHON_EDIT_LINES_HEAD, lines, MARATHON_EDIT_LINES_FOOT, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (file, -1, NULL);

  return marathon_edit_lines_apply (editing->history, stream, &editing->ids, NULL, n_steps, error);
}

void
editing_apply_all (Editing *editing, const char *lines)
{
  g_autoptr (GError) error = NULL;

  editing_apply (editing, lines, NULL, &error);
  g_assert_no_error (error);
}

void
editing_assert_refused_at (Editing *editing, const char *lines, const char *place, const char *message)
{
  g_autofree char *expected = g_strdup_printf ("%s: %s", place, message);
  g_autoptr (GError) error = NULL;

  editing_assert_refused (editing, lines, message);
  g_assert_false (editing_apply (editing, lines, NULL, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

void
editing_assert_refused (Editing *editing, const char *lines, const char *message)
{
  g_autofree char *before = editing_bytes (editing);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint64 state = marathon_history_get_state (editing->history);
  guint n_steps;
  const char *place;

  g_assert_false (editing_apply (editing, lines, &n_steps, &error));
  g_assert_nonnull (error);
  /* "LINE:COLUMN: message"; a column is told where one is known. */
  place = strstr (error->message, ": ");
  g_assert_nonnull (place);
  g_assert_true (g_ascii_isdigit (*error->message));
  g_assert_cmpstr (place + 2, ==, message);
  g_assert_cmpuint (n_steps, ==, 0);
  g_assert_cmpuint (marathon_history_get_state (editing->history), ==, state);
  after = editing_bytes (editing);
  g_assert_cmpstr (before, ==, after);
}

void
editing_assert_undo (Editing *editing, const char *bytes)
{
  g_autofree char *after = NULL;

  while (marathon_history_can_undo (editing->history))
    g_assert_true (marathon_history_undo (editing->history, NULL));
  after = editing_bytes (editing);
  g_assert_cmpstr (bytes, ==, after);
}

MarathonEdit *
editing_new_change (Editing *editing, MarathonPlace place, guint position, const MarathonEntrant *value)
{
  guint32 position32 = position;

  return marathon_edit_new_change_entrants (editing->event, place, &position32, value, 1);
}

char *
editing_bytes (Editing *editing)
{
  return marathon_project_to_text (editing->event);
}

void
editing_assert_field (Editing *editing, guint position, const char *key, const char *text)
{
  g_autofree char *found = model_fixture_get (editing->event, position, key);

  g_assert_cmpstr (found, ==, text);
}
