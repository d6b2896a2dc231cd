/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an edit that was just applied (or taken back) to edit lines.
 */
#include "editing/edit-lines.h"

#include <string.h>

#include "editing/edit-private.h"
#include "formats/entrant-xml.h"
#include "formats/record-xml.h"
#include "formats/xml-text.h"

typedef struct {
  const MarathonEdit *edit;
  MarathonEvent *event;
  gboolean reverted;
  MarathonEditLineFunc func;
  gpointer user_data;
  GString *line;
} Lines;

/* A raw line end stands between elements only; those in values are written as references. */
static void
emit (Lines *lines)
{
  for (char *at = strchr (lines->line->str, '\n'); at != NULL; at = strchr (at, '\n'))
    *at = ' ';
  lines->func (lines->line->str, lines->line->len, lines->user_data);
  g_string_truncate (lines->line, 0);
}

static void
start (Lines *lines, const char *element)
{
  g_string_append_c (lines->line, '<');
  g_string_append (lines->line, element);
}

static void
append_id (Lines *lines, guint64 id)
{
  char text[17];

  marathon_id_write (id, text);
  marathon_xml_append_attribute (lines->line, "entrant", text);
}

static void
append_number (Lines *lines, const char *name, guint number)
{
  g_string_append_printf (lines->line, " %s=\"%u\"", name, number);
}

static void
append_place (Lines *lines, MarathonPlace place)
{
  if (place == MARATHON_PLACE_BIN)
    marathon_xml_append_attribute (lines->line, "place", "bin");
}

/* --- Entrants --- */

/* A line stays well below what a tag may hold: fields of one entrant beyond that come in another line. */
#define MOST_FIELDS 64
#define MOST_BYTES (100 * 1024)

static void
begin_change (Lines *lines, const MarathonEntrant *entrant)
{
  start (lines, "change");
  append_id (lines, entrant->id);
  append_place (lines, lines->edit->place);
}

static void
end_change (Lines *lines)
{
  g_string_append (lines->line, "/>");
  emit (lines);
}

/* Whether the texts of the field differ; the new one is @scratch from *text on. */
static gboolean
differs (Lines *lines, const MarathonFieldInfo *info, const MarathonEntrant *before, const MarathonEntrant *now, GString *scratch,
         gsize *text)
{
  g_string_truncate (scratch, 0);
  marathon_entrant_append_text (lines->event, before, info, scratch);
  *text = scratch->len;
  marathon_entrant_append_text (lines->event, now, info, scratch);
  return scratch->len != *text * 2 || memcmp (scratch->str, scratch->str + *text, *text) != 0;
}

/* Writes the fields among @fields whose texts differ. */
static void
write_changes (Lines *lines, GPtrArray *fields, const MarathonEntrant *before, const MarathonEntrant *now, GString *scratch)
{
  guint n = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      gsize text;

      if (!differs (lines, info, before, now, scratch, &text))
        continue;
      if (n > 0 && (n % MOST_FIELDS == 0 || lines->line->len > MOST_BYTES))
        end_change (lines);
      if (lines->line->len == 0)
        begin_change (lines, now);
      marathon_xml_append_attribute (lines->line, info->key, scratch->str + text);
      n++;
    }
  if (n > 0)
    end_change (lines);
}

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
  if (same_guides (&old, &new))
    return;
  start (lines, "guides");
  append_id (lines, after->id);
  append_place (lines, lines->edit->place);
  g_string_append_c (lines->line, '>');
  for (guint i = 0; i < new.n_guides; i++)
    {
      marathon_guide_xml_append (lines->event, &new.guides[i], 0, lines->line);
      g_string_truncate (lines->line, lines->line->len - 1);
    }
  g_string_append (lines->line, "</guides>");
  emit (lines);
}

/* The fields that a change of those words can touch. */
static GPtrArray *
list_touched_fields (Lines *lines)
{
  g_autoptr (GPtrArray) all = marathon_event_list_fields (lines->event);
  GPtrArray *touched = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (marathon_field_get_words (g_ptr_array_index (all, i)) & lines->edit->mask)
      g_ptr_array_add (touched, g_ptr_array_index (all, i));
  return touched;
}

static void
write_changed_entrants (Lines *lines)
{
  const MarathonEdit *edit = lines->edit;
  MarathonRoster *roster = marathon_event_get_place (lines->event, edit->place);
  g_autoptr (GPtrArray) fields = list_touched_fields (lines);
  g_autoptr (GString) scratch = g_string_new (NULL);

  for (guint i = 0; i < edit->n; i++)
    {
      const MarathonEntrant *now = marathon_roster_get (roster, edit->positions[i]);
      MarathonEntrant before = *now;

      marathon_edit_restore_words (edit, i, lines->reverted ? edit->after : edit->before, &before);
      write_changes (lines, fields, &before, now, scratch);
      if (before.details != now->details)
        write_guides (lines, &before, now);
    }
}

static void
write_inserted_entrants (Lines *lines)
{
  const MarathonEdit *edit = lines->edit;

  for (guint i = 0; i < edit->n; i++)
    {
      start (lines, "insert");
      append_number (lines, "at", edit->positions[i]);
      append_place (lines, edit->place);
      g_string_append_c (lines->line, '>');
      marathon_entrant_xml_append (lines->event, &edit->values[i], 0, lines->line);
      g_string_truncate (lines->line, lines->line->len - 1);
      g_string_append (lines->line, "</insert>");
      emit (lines);
    }
}

static void
write_removed_entrants (Lines *lines)
{
  for (guint i = 0; i < lines->edit->n; i++)
    {
      start (lines, "remove");
      append_id (lines, lines->edit->values[i].id);
      append_place (lines, lines->edit->place);
      g_string_append (lines->line, "/>");
      emit (lines);
    }
}

static void
write_transferred_entrants (Lines *lines)
{
  const MarathonEdit *edit = lines->edit;
  gboolean to_bin = (edit->place == MARATHON_PLACE_ROSTER) != lines->reverted;
  MarathonRoster *now_in = marathon_event_get_place (lines->event, to_bin ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER);
  const guint32 *positions = lines->reverted ? edit->positions : edit->to_positions;

  for (guint i = 0; i < edit->n; i++)
    {
      start (lines, to_bin ? "bin" : "restore");
      append_id (lines, marathon_roster_get (now_in, positions[i])->id);
      append_number (lines, "at", positions[i]);
      g_string_append (lines->line, "/>");
      emit (lines);
    }
}

/* --- Records --- */

/* Appends the list (or single) that the record belongs to, and its id. */
static void
append_record_place (Lines *lines, MarathonRecord *record)
{
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    if (marathon_event_get_single (lines->event, id) == record)
      {
        marathon_xml_append_attribute (lines->line, "list", marathon_single_get_name (id));
        return;
      }
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (marathon_list_get_type_of (id) == G_OBJECT_TYPE (record))
      marathon_xml_append_attribute (lines->line, "list", marathon_list_get_name (id));
  marathon_xml_append_attribute (lines->line, "record", marathon_record_get_key (record));
}

static void
write_changed_record (Lines *lines)
{
  MarathonRecord *record = lines->edit->record;
  guint column = lines->edit->column;
  const char *name = MARATHON_RECORD_GET_CLASS (record)->columns[column].name;

  start (lines, "change-record");
  append_record_place (lines, record);
  if (strcmp (name, "list") == 0)
    name = MARATHON_EDIT_LINE_LIST_COLUMN;
  marathon_xml_append_attribute (lines->line, name, marathon_record_get_text (record, column));
  g_string_append (lines->line, "/>");
  emit (lines);
}

static void
write_inserted_record (Lines *lines)
{
  start (lines, "insert-record");
  marathon_xml_append_attribute (lines->line, "list", marathon_list_get_name (lines->edit->list));
  append_number (lines, "at", lines->edit->from);
  g_string_append_c (lines->line, '>');
  marathon_record_xml_append (lines->edit->record, 0, lines->line);
  g_string_truncate (lines->line, lines->line->len - 1);
  g_string_append (lines->line, "</insert-record>");
  emit (lines);
}

static void
write_removed_record (Lines *lines)
{
  start (lines, "remove-record");
  append_record_place (lines, lines->edit->record);
  g_string_append (lines->line, "/>");
  emit (lines);
}

static void
write_moved_record (Lines *lines)
{
  guint to = lines->reverted ? lines->edit->from : lines->edit->to;
  MarathonRecord *record = marathon_record_list_get (marathon_event_get_list (lines->event, lines->edit->list), to);

  start (lines, "move-record");
  append_record_place (lines, record);
  append_number (lines, "at", to);
  g_string_append (lines->line, "/>");
  emit (lines);
}

void
marathon_edit_lines_write (MarathonEdit *edit, MarathonEvent *event, gboolean reverted, MarathonEditLineFunc func, gpointer user_data)
{
  Lines lines = { edit, event, reverted, func, user_data, g_string_new (NULL) };

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
  g_string_free (lines.line, TRUE);
}

char *
marathon_edit_lines_begin (const char *label)
{
  GString *line = g_string_new ("<begin");

  marathon_xml_append_attribute (line, "label", label);
  g_string_append (line, "/>");
  return g_string_free (line, FALSE);
}
