/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditApplying: reads a file of edits. Each line becomes an edit, applied as a part of its step.
 *
 * Neighbouring lines of one kind are gathered into one edit (edit-lines-batch.c, edit-lines-flush.c), so that a million of them stay fast.
 */
#include "editing/edit-lines-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/format-error.h"
#include "formats/project-format.h"
#include "formats/record-xml.h"

/* How deep the elements stand. */
#define LINE_DEPTH 2
#define CONTENT_DEPTH 3

void
marathon_edit_applying_fail (MarathonEditApplying *applying, const GError *error)
{
  marathon_edit_applying_refuse (applying, "%s", error->message);
}

void
marathon_edit_applying_refuse (MarathonEditApplying *applying, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  if (applying->failed)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  applying->failed = TRUE;
  marathon_xml_reader_abandon (applying->reader, MARATHON_FORMAT_ERROR_CONTENT, "%s", message);
}

gboolean
marathon_edit_applying_get_number (MarathonEditApplying *applying, const MarathonXmlElement *element, const char *name, guint most, guint *number)
{
  const char *text = marathon_xml_element_get (element, name);
  guint64 value;

  *number = most;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    {
      marathon_edit_applying_refuse (applying, _ ("%s: “%s” is not a whole number up to %u"), name, text, most);
      return FALSE;
    }
  *number = (guint) value;
  return TRUE;
}

/* --- Steps --- */

static void
open_step (MarathonEditApplying *applying, const char *label)
{
  if (applying->step_is_open)
    return;
  marathon_history_begin (applying->history, label);
  applying->step_is_open = TRUE;
}

void
marathon_edit_applying_perform (MarathonEditApplying *applying, MarathonEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (!applying->failed && !marathon_history_add (applying->history, edit, &error))
    marathon_edit_applying_fail (applying, error);
}

static void
close_step (MarathonEditApplying *applying)
{
  marathon_edit_applying_flush (applying);
  if (applying->failed || !applying->step_is_open)
    return;
  marathon_history_commit (applying->history);
  applying->step_is_open = FALSE;
  applying->n_steps++;
}

/* Outside of begin and commit a line is a step of its own. */
static void
finish_line (MarathonEditApplying *applying)
{
  if (!applying->in_step)
    close_step (applying);
}

void
marathon_edit_line_begin (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  const char *label = marathon_xml_element_get (element, "label");

  if (applying->in_step)
    {
      marathon_edit_applying_refuse (applying, _ ("a step begins inside of another"));
      return;
    }
  applying->in_step = TRUE;
  open_step (applying, label != NULL ? label : _ ("Edit"));
}

void
marathon_edit_line_commit (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  if (!applying->in_step)
    {
      marathon_edit_applying_refuse (applying, _ ("<commit> without <begin>"));
      return;
    }
  applying->state = MARATHON_EDIT_LINE_IN_COMMIT;
}

/* Not at the start: of a tag that breaks off, at the end of a journal, the parser tells the start only. */
static void
finish_commit (MarathonEditApplying *applying)
{
  close_step (applying);
  applying->in_step = FALSE;
}

/* --- Handlers --- */

static void
start_line (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  const MarathonEditLineKind *kind = marathon_edit_line_find_kind (element->name);
  guint line, column;

  applying->state = MARATHON_EDIT_LINE_IN_LEAF;
  if (kind == NULL)
    {
      marathon_edit_applying_refuse_line (applying, element->name);
      return;
    }
  marathon_edit_applying_check_attributes (applying, element, kind->attributes, kind->has_fields);
  if (applying->failed)
    return;
  marathon_xml_reader_get_place (applying->reader, &line, &column);
  marathon_edit_batch_set_line (&applying->batch, line, column);
  if (!kind->is_frame)
    open_step (applying, _ ("Edit"));
  kind->start (applying, element);
}

static void
start_root (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  static const char *const attributes[] = { "version", NULL };
  const char *version = marathon_xml_element_get (element, "version");

  if (strcmp (element->name, "edits") != 0 || strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) != 0)
    marathon_edit_applying_refuse (applying, _ ("this is no file of edits: it must start with %s"), MARATHON_EDIT_LINES_HEAD);
  else if (g_strcmp0 (version, "1.0") != 0)
    marathon_edit_applying_refuse (applying, _ ("edits of version “%s” cannot be read; this Marathon reads 1.0"), version != NULL ? version : "");
  marathon_edit_applying_check_attributes (applying, element, attributes, FALSE);
  applying->state = MARATHON_EDIT_LINE_IN_EDITS;
}

/* What a newer minor version put into an entrant or a record may be of another namespace. */
static gboolean
check_namespace (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  if (applying->state == MARATHON_EDIT_LINE_OUTSIDE || (applying->depth > CONTENT_DEPTH && applying->keep_unknown)
      || strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) == 0)
    return TRUE;
  marathon_edit_applying_refuse (applying, _ ("<%s> is of the namespace “%s”, not “%s”"), element->name, element->uri,
                                 MARATHON_PROJECT_NAMESPACE);
  return FALSE;
}

static void
on_start (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  MarathonEditApplying *applying = user_data;

  applying->depth++;
  if (applying->failed || !check_namespace (applying, element))
    return;
  switch (applying->state)
    {
    case MARATHON_EDIT_LINE_OUTSIDE:
      start_root (applying, element);
      break;
    case MARATHON_EDIT_LINE_IN_EDITS:
      start_line (applying, element);
      break;
    case MARATHON_EDIT_LINE_IN_INSERT:
      if (applying->depth == CONTENT_DEPTH)
        marathon_edit_line_new_entrant (applying, element);
      else
        marathon_entrant_xml_start (applying->entrant_xml, element);
      break;
    case MARATHON_EDIT_LINE_IN_GUIDES:
      marathon_entrant_xml_start (applying->entrant_xml, element);
      break;
    case MARATHON_EDIT_LINE_IN_INSERT_RECORD:
      if (applying->depth > CONTENT_DEPTH && applying->keep_unknown)
        marathon_unknown_xml_start (&applying->unknown, reader, element);
      else
        marathon_edit_line_new_record (applying, element);
      break;
    case MARATHON_EDIT_LINE_IN_LEAF:
    case MARATHON_EDIT_LINE_IN_COMMIT:
    default:
      marathon_edit_applying_refuse (applying, _ ("there is no <%s> in this edit"), element->name);
      break;
    }
}

/* The end of something inside of a line. */
static void
end_content (MarathonEditApplying *applying, const char *name)
{
  g_autofree char *xml = NULL;

  if (applying->state == MARATHON_EDIT_LINE_IN_INSERT_RECORD)
    {
      if (marathon_unknown_xml_is_inside (&applying->unknown))
        xml = marathon_unknown_xml_end (&applying->unknown, name);
      if (xml != NULL)
        marathon_edit_line_keep_in_record (applying, xml);
    }
  else if (marathon_entrant_xml_end (applying->entrant_xml, name))
    marathon_edit_line_take_entrant (applying);
}

static void
end_line (MarathonEditApplying *applying)
{
  if (applying->state == MARATHON_EDIT_LINE_IN_INSERT)
    marathon_edit_line_finish_insert (applying);
  else if (applying->state == MARATHON_EDIT_LINE_IN_GUIDES)
    marathon_edit_line_finish_guides (applying);
  else if (applying->state == MARATHON_EDIT_LINE_IN_INSERT_RECORD)
    marathon_edit_line_finish_insert_record (applying);
  else if (applying->state == MARATHON_EDIT_LINE_IN_COMMIT)
    finish_commit (applying);
  applying->state = MARATHON_EDIT_LINE_IN_EDITS;
  finish_line (applying);
}

static void
on_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
  MarathonEditApplying *applying = user_data;
  guint depth = applying->depth--;

  if (applying->failed)
    return;
  if (depth >= CONTENT_DEPTH)
    end_content (applying, name);
  else if (depth == LINE_DEPTH)
    end_line (applying);
}

static void
on_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
  MarathonEditApplying *applying = user_data;

  if (applying->failed)
    return;
  if (marathon_unknown_xml_is_inside (&applying->unknown))
    marathon_unknown_xml_text (&applying->unknown, reader, text, length);
  else if (applying->depth >= CONTENT_DEPTH && applying->state != MARATHON_EDIT_LINE_IN_INSERT_RECORD)
    marathon_entrant_xml_text (applying->entrant_xml, text, length);
  else
    for (gsize i = 0; i < length && !applying->failed; i++)
      if (!g_ascii_isspace (text[i]))
        marathon_edit_applying_refuse (applying, _ ("there is text between elements"));
}

gboolean
marathon_edit_lines_apply (MarathonHistory  *history,
                           GInputStream     *stream,
                           MarathonIdSource *ids,
                           GCancellable     *cancellable,
                           guint            *n_steps,
                           GError          **error)
{
  static const MarathonXmlHandlers handlers = { on_start, on_end, on_text };
  MarathonEditApplying applying = { .history = history, .event = marathon_history_get_event (history), .ids = ids };
  gboolean good;

  applying.reader = marathon_xml_reader_new (stream, &handlers, &applying);
  applying.keep_unknown = marathon_event_get_newer_minor (applying.event) > 0;
  marathon_unknown_xml_init (&applying.unknown);
  marathon_edit_batch_init (&applying.batch);
  marathon_edit_names_init (&applying.names, applying.event);
  marathon_entrant_draft_init (&applying.draft, applying.event);
  applying.entrant_xml = marathon_entrant_xml_new (applying.reader, &applying.draft, applying.keep_unknown);
  marathon_entrant_xml_allow_missing_ids (applying.entrant_xml);

  good = marathon_xml_reader_run (applying.reader, cancellable, error);
  if (good && applying.in_step)
    {
      g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_CONTENT, _ ("1: the last step has no <commit>"));
      good = FALSE;
    }
  if (applying.step_is_open)
    marathon_history_rollback (history);
  if (n_steps != NULL)
    *n_steps = applying.n_steps;

  g_clear_object (&applying.record);
  marathon_entrant_xml_free (applying.entrant_xml);
  marathon_entrant_draft_clear (&applying.draft);
  marathon_edit_batch_clear (&applying.batch);
  marathon_edit_names_clear (&applying.names);
  marathon_unknown_xml_clear (&applying.unknown);
  marathon_xml_reader_free (applying.reader);
  return good;
}
