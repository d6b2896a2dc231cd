/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps on their way to the journal.
 */
#include "document/journal-step.h"

#include <string.h>

#include "editing/edit-lines.h"

/* Edits of more entrants than this are written by the thread; these take less than a millisecond. */
#define MOST_AT_ONCE 500

/* So many bytes are written at a time. */
#define PIECE (256u << 10)

typedef struct {
  GPtrArray *lines; /* of an edit that was written at once; else */
  MarathonEdit *edit;
  MarathonEvent *event; /* a snapshot right after it */
  gboolean reverted;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->lines, g_ptr_array_unref);
  g_clear_pointer (&part->edit, marathon_edit_unref);
  g_clear_object (&part->event);
  g_free (part);
}

MarathonJournalStep *
marathon_journal_step_new (const char *label)
{
  MarathonJournalStep *step = g_new0 (MarathonJournalStep, 1);

  step->label = g_strdup (label);
  step->parts = g_ptr_array_new_with_free_func (part_free);
  return step;
}

void
marathon_journal_step_free (MarathonJournalStep *step)
{
  g_free (step->label);
  g_free (step->title);
  g_ptr_array_unref (step->parts);
  g_clear_object (&step->base);
  g_free (step);
}

static void
keep_line (const char *line, gsize length, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strndup (line, length));
}

void
marathon_journal_step_add (MarathonJournalStep *step, MarathonEdit *edit, MarathonEvent *event, gboolean reverted)
{
  Part *part = g_new0 (Part, 1);

  /* A record is the event's own and goes on changing; an entrant's values are the edit's. */
  if (marathon_edit_count_entrants (edit) > MOST_AT_ONCE)
    {
      part->edit = marathon_edit_ref (edit);
      part->event = marathon_event_snapshot (event);
      part->reverted = reverted;
    }
  else
    {
      part->lines = g_ptr_array_new_with_free_func (g_free);
      marathon_edit_lines_write (edit, event, reverted, keep_line, part->lines);
    }
  g_ptr_array_add (step->parts, part);
}

/* --- Writing --- */

typedef struct {
  GString *lines;
  MarathonJournalChain *chain;
  MarathonJournalTakeFunc take;
  gpointer user_data;
  gboolean good;
} Writing;

static void
write_line (const char *line, gsize length, gpointer user_data)
{
  Writing *writing = user_data;

  if (!writing->good)
    return;
  marathon_journal_append_edit (writing->lines, writing->chain, line, length);
  if (writing->lines->len >= PIECE)
    writing->good = writing->take (writing->lines, writing->user_data);
}

static void
write_part (const Part *part, Writing *writing)
{
  if (part->edit != NULL)
    marathon_edit_lines_write (part->edit, part->event, part->reverted, write_line, writing);
  else
    for (guint i = 0; i < part->lines->len; i++)
      {
        const char *line = g_ptr_array_index (part->lines, i);

        write_line (line, strlen (line), writing);
      }
}

gboolean
marathon_journal_step_write (MarathonJournalStep     *step,
                             GString                 *lines,
                             MarathonJournalChain    *chain,
                             MarathonJournalTakeFunc  take,
                             gpointer                 user_data)
{
  Writing writing = { lines, chain, take, user_data, TRUE };

  marathon_journal_append_begin (lines, chain, step->label);
  for (guint i = 0; i < step->parts->len && writing.good; i++)
    write_part (g_ptr_array_index (step->parts, i), &writing);
  if (writing.good)
    marathon_journal_append_commit (lines, chain, step->time);
  return writing.good;
}
