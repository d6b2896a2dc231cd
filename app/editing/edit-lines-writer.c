/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an edit that was just applied (or taken back) to edit lines.
 */
#include "editing/edit-lines.h"

#include <string.h>

#include "editing/edit-lines-output.h"
#include "editing/edit-private.h"
#include "formats/xml-text.h"

typedef struct {
  const MarathonEdit *edit;
  MarathonEvent *event;
  gboolean reverted;
  MarathonEditOutput output;
} Lines;

/* --- Entrants --- */

static gboolean
same_guides (const MarathonDetailsView *a, const MarathonDetailsView *b)
{
  return a->n_guides == b->n_guides && (a->n_guides == 0 || memcmp (a->guides, b->guides, a->n_guides * sizeof *a->guides) == 0);
}

static void
write_guides (Lines *lines, const MarathonEntrant *before, const MarathonEntrant *after)
{
  MarathonDetailsStore *details = marathon_event_get_details (lines->event);
  MarathonDetailsView old, new;

  marathon_details_store_get (details, before->details, &old);
  marathon_details_store_get (details, after->details, &new);
  if (!same_guides (&old, &new))
    marathon_edit_output_guides (&lines->output, lines->edit->place, after->id, lines->event, new.guides, new.n_guides);
}

static void
write_changed_entrants (Lines *lines)
{
  const MarathonEdit *edit = lines->edit;
  MarathonRoster *roster = marathon_event_get_place (lines->event, edit->place);
  g_autoptr (GArray) fields = marathon_edit_output_list_fields (lines->event, lines->event);

  for (guint i = 0; i < edit->n; i++)
    {
      const MarathonEntrant *now = marathon_roster_get (roster, edit->positions[i]);
      MarathonEntrant before = *now;

      marathon_edit_restore_words (edit, i, lines->reverted ? edit->after : edit->before, &before);
      marathon_edit_output_change (&lines->output, edit->place, fields, edit->mask, lines->event, &before, lines->event, now);
      if (before.details != now->details)
        write_guides (lines, &before, now);
    }
}

static void
write_inserted_entrants (Lines *lines)
{
  const MarathonEdit *edit = lines->edit;

  for (guint i = 0; i < edit->n; i++)
    marathon_edit_output_insert (&lines->output, edit->place, edit->positions[i], lines->event, &edit->values[i]);
}

static void
write_removed_entrants (Lines *lines)
{
  for (guint i = 0; i < lines->edit->n; i++)
    marathon_edit_output_remove (&lines->output, lines->edit->place, lines->edit->values[i].id);
}

static void
write_transferred_entrants (Lines *lines)
{
  const MarathonEdit *edit = lines->edit;
  gboolean to_bin = (edit->place == MARATHON_PLACE_ROSTER) != lines->reverted;
  MarathonRoster *now_in = marathon_event_get_place (lines->event, to_bin ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER);
  const guint32 *positions = lines->reverted ? edit->positions : edit->to_positions;

  for (guint i = 0; i < edit->n; i++)
    marathon_edit_output_transfer (&lines->output, to_bin, marathon_roster_get (now_in, positions[i])->id, positions[i]);
}

/* --- Records --- */

/* The names of the list (or single) that the record belongs to, and its key there (NULL for a single). */
static const char *
find_place (Lines *lines, MarathonRecord *record, const char **key)
{
  *key = NULL;
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    if (marathon_event_get_single (lines->event, id) == record)
      return marathon_single_get_name (id);
  *key = marathon_record_get_key (record);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (marathon_list_get_type_of (id) == G_OBJECT_TYPE (record))
      return marathon_list_get_name (id);
  g_return_val_if_reached (NULL);
}

static void
write_changed_record (Lines *lines)
{
  MarathonRecord *record = lines->edit->record;
  guint column = lines->edit->column;
  const char *key;
  const char *list = find_place (lines, record, &key);

  marathon_edit_output_change_record (&lines->output, list, key, MARATHON_RECORD_GET_CLASS (record)->columns[column].name,
                                      marathon_record_get_text (record, column));
}

static void
write_inserted_record (Lines *lines)
{
  marathon_edit_output_insert_record (&lines->output, marathon_list_get_name (lines->edit->list), lines->edit->from,
                                      lines->edit->record);
}

static void
write_removed_record (Lines *lines)
{
  marathon_edit_output_remove_record (&lines->output, marathon_list_get_name (lines->edit->list),
                                      marathon_record_get_key (lines->edit->record));
}

static void
write_moved_record (Lines *lines)
{
  guint to = lines->reverted ? lines->edit->from : lines->edit->to;
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (lines->event, lines->edit->list), to);

  marathon_edit_output_move_record (&lines->output, marathon_list_get_name (lines->edit->list), marathon_record_get_key (record), to);
}

void
marathon_edit_lines_write (MarathonEdit *edit, MarathonEvent *event, gboolean reverted, MarathonEditLineFunc func, gpointer user_data)
{
  Lines lines = { edit, event, reverted, { 0 } };

  marathon_edit_output_init (&lines.output, func, user_data);
  switch (edit->kind)
    {
    case MARATHON_EDIT_CHANGE_ENTRANTS:
      write_changed_entrants (&lines);
      break;
    case MARATHON_EDIT_INSERT_ENTRANTS:
      (reverted ? write_removed_entrants : write_inserted_entrants) (&lines);
      break;
    case MARATHON_EDIT_REMOVE_ENTRANTS:
      (reverted ? write_inserted_entrants : write_removed_entrants) (&lines);
      break;
    case MARATHON_EDIT_TRANSFER_ENTRANTS:
      write_transferred_entrants (&lines);
      break;
    case MARATHON_EDIT_CHANGE_RECORD:
      write_changed_record (&lines);
      break;
    case MARATHON_EDIT_INSERT_RECORD:
      (reverted ? write_removed_record : write_inserted_record) (&lines);
      break;
    case MARATHON_EDIT_REMOVE_RECORD:
      (reverted ? write_inserted_record : write_removed_record) (&lines);
      break;
    case MARATHON_EDIT_MOVE_RECORD:
      write_moved_record (&lines);
      break;
    default:
      g_assert_not_reached ();
    }
  marathon_edit_output_clear (&lines.output);
}

char *
marathon_edit_lines_begin (const char *label)
{
  GString *line = g_string_new ("<begin");

  marathon_xml_append_attribute (line, "label", label);
  g_string_append (line, "/>");
  return g_string_free (line, FALSE);
}
