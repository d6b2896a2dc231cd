/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditOutput: one function for each kind of edit line.
 */
#include "editing/edit-lines-output.h"

#include <string.h>

#include "base/id-source.h"
#include "formats/entrant-xml.h"
#include "formats/record-xml.h"
#include "formats/xml-text.h"

void
marathon_edit_output_init (MarathonEditOutput *output, MarathonEditLineFunc func, gpointer user_data)
{
  *output = (MarathonEditOutput) { func, user_data, g_string_new (NULL), g_string_new (NULL), 0 };
}

void
marathon_edit_output_clear (MarathonEditOutput *output)
{
  g_string_free (output->line, TRUE);
  g_string_free (output->scratch, TRUE);
}

/* A raw line end stands between elements only; those in values are written as references. */
static void
emit (MarathonEditOutput *output)
{
  for (char *at = strchr (output->line->str, '\n'); at != NULL; at = strchr (at, '\n'))
    *at = ' ';
  output->func (output->line->str, output->line->len, output->user_data);
  g_string_truncate (output->line, 0);
}

static void
start (MarathonEditOutput *output, const char *element)
{
  g_string_append_c (output->line, '<');
  g_string_append (output->line, element);
}

/* Ends an element without content. */
static void
end (MarathonEditOutput *output)
{
  g_string_append (output->line, "/>");
  emit (output);
}

/* After an element with its line end was appended: ends the one around it. */
static void
end_around (MarathonEditOutput *output, const char *element)
{
  g_string_truncate (output->line, output->line->len - 1);
  g_string_append_printf (output->line, "</%s>", element);
  emit (output);
}

static void
append_id (MarathonEditOutput *output, guint64 id)
{
  char text[17];

  marathon_id_write (id, text);
  marathon_xml_append_attribute (output->line, "entrant", text);
}

static void
append_number (MarathonEditOutput *output, const char *name, guint number)
{
  g_string_append_printf (output->line, " %s=\"%u\"", name, number);
}

static void
append_place (MarathonEditOutput *output, MarathonPlace place)
{
  if (place == MARATHON_PLACE_BIN)
    marathon_xml_append_attribute (output->line, "place", "bin");
}

/* --- Entrants --- */

/* A line stays well below what a tag may hold: fields of one entrant beyond that come in another line. */
#define MOST_FIELDS 64
#define MOST_BYTES (100 * 1024)

void
marathon_edit_output_end_change (MarathonEditOutput *output)
{
  if (output->n_fields > 0)
    end (output);
  output->n_fields = 0;
}

void
marathon_edit_output_set_field (MarathonEditOutput *output, MarathonPlace place, guint64 id, const char *key,
                                const char *text)
{
  if (output->n_fields == MOST_FIELDS || output->line->len > MOST_BYTES)
    marathon_edit_output_end_change (output);
  if (output->n_fields++ == 0)
    {
      start (output, "change");
      append_id (output, id);
      append_place (output, place);
    }
  marathon_xml_append_attribute (output->line, key, text);
}

/* Whether the texts of the field differ; the new one is the scratch from *text on. */
static gboolean
differs (GString *scratch, const MarathonFieldPair *pair, MarathonEvent *old_event, const MarathonEntrant *before,
         MarathonEvent *new_event, const MarathonEntrant *now, gsize *text)
{
  g_string_truncate (scratch, 0);
  if (pair->before != NULL)
    marathon_entrant_append_text (old_event, before, pair->before, scratch);
  *text = scratch->len;
  marathon_entrant_append_text (new_event, now, pair->now, scratch);
  return scratch->len != *text * 2 || memcmp (scratch->str, scratch->str + *text, *text) != 0;
}

GArray *
marathon_edit_output_list_fields (MarathonEvent *old_event, MarathonEvent *new_event)
{
  g_autoptr (GPtrArray) all = marathon_event_list_fields (new_event);
  GArray *fields = g_array_sized_new (FALSE, FALSE, sizeof (MarathonFieldPair), all->len);

  for (guint i = 0; i < all->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (all, i);
      MarathonFieldPair pair = { info, info, marathon_field_get_words (info) };

      if (old_event != new_event && info->home == MARATHON_FIELD_HOME_CUSTOM)
        pair.before = marathon_event_find_field (old_event, info->key);
      g_array_append_val (fields, pair);
    }
  return fields;
}

gboolean
marathon_edit_output_change (MarathonEditOutput *output, MarathonPlace place, GArray *fields, guint32 words,
                             MarathonEvent *old_event, const MarathonEntrant *before, MarathonEvent *new_event,
                             const MarathonEntrant *now)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldPair *pair = &g_array_index (fields, MarathonFieldPair, i);
      gsize text;

      if ((pair->words & words) == 0 || !differs (output->scratch, pair, old_event, before, new_event, now, &text))
        continue;
      marathon_edit_output_set_field (output, place, now->id, pair->now->key, output->scratch->str + text);
      changed = TRUE;
    }
  marathon_edit_output_end_change (output);
  return changed;
}

void
marathon_edit_output_guides (MarathonEditOutput *output, MarathonPlace place, guint64 id, MarathonEvent *event,
                             const MarathonGuide *guides, guint n)
{
  start (output, "guides");
  append_id (output, id);
  append_place (output, place);
  g_string_append_c (output->line, '>');
  for (guint i = 0; i < n; i++)
    {
      marathon_guide_xml_append (event, &guides[i], 0, output->line);
      g_string_truncate (output->line, output->line->len - 1);
    }
  g_string_append (output->line, "</guides>");
  emit (output);
}

void
marathon_edit_output_insert (MarathonEditOutput *output, MarathonPlace place, guint at, MarathonEvent *event,
                             const MarathonEntrant *entrant)
{
  start (output, "insert");
  append_number (output, "at", at);
  append_place (output, place);
  g_string_append_c (output->line, '>');
  marathon_entrant_xml_append (event, entrant, 0, output->line);
  end_around (output, "insert");
}

void
marathon_edit_output_remove (MarathonEditOutput *output, MarathonPlace place, guint64 id)
{
  start (output, "remove");
  append_id (output, id);
  append_place (output, place);
  end (output);
}

void
marathon_edit_output_transfer (MarathonEditOutput *output, gboolean to_bin, guint64 id, guint at)
{
  start (output, to_bin ? "bin" : "restore");
  append_id (output, id);
  append_number (output, "at", at);
  end (output);
}

/* --- Records --- */

static void
start_record (MarathonEditOutput *output, const char *element, const char *list, const char *key)
{
  start (output, element);
  marathon_xml_append_attribute (output->line, "list", list);
  if (key != NULL)
    marathon_xml_append_attribute (output->line, "record", key);
}

void
marathon_edit_output_begin_record_change (MarathonEditOutput *output, const char *list, const char *key)
{
  start_record (output, "change-record", list, key);
}

void
marathon_edit_output_add_column (MarathonEditOutput *output, const char *column, const char *text)
{
  marathon_xml_append_attribute (output->line, strcmp (column, "list") == 0 ? MARATHON_EDIT_LINE_LIST_COLUMN : column,
                                 text);
}

void
marathon_edit_output_end_record_change (MarathonEditOutput *output)
{
  end (output);
}

void
marathon_edit_output_change_record (MarathonEditOutput *output, const char *list, const char *key, const char *column,
                                    const char *text)
{
  marathon_edit_output_begin_record_change (output, list, key);
  marathon_edit_output_add_column (output, column, text);
  marathon_edit_output_end_record_change (output);
}

void
marathon_edit_output_insert_record (MarathonEditOutput *output, const char *list, guint at, MarathonRecord *record)
{
  start_record (output, "insert-record", list, NULL);
  append_number (output, "at", at);
  g_string_append_c (output->line, '>');
  marathon_record_xml_append (record, 0, output->line);
  end_around (output, "insert-record");
}

void
marathon_edit_output_remove_record (MarathonEditOutput *output, const char *list, const char *key)
{
  start_record (output, "remove-record", list, key);
  end (output);
}

void
marathon_edit_output_move_record (MarathonEditOutput *output, const char *list, const char *key, guint at)
{
  start_record (output, "move-record", list, key);
  append_number (output, "at", at);
  end (output);
}
