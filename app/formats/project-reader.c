/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the bytes of a project file to an event.
 *
 *   <event>                     depth 1: what the event is
 *     <course/> <rules/>        depth 2: singles
 *     <waves> <entrants> …      depth 2: containers, in the order of MarathonListId, entrants and bin last
 *       <wave/> <entrant>       depth 3: records; an entrant and all below it is entrant-xml.c's
 */
#include "formats/project-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/id-source.h"
#include "formats/entrant-xml.h"
#include "formats/format-error.h"
#include "formats/project-format.h"
#include "formats/record-xml.h"
#include "formats/unknown-xml.h"

/* Where an entrant is named who may come later. */
typedef struct {
  guint64 id;
  guint line;
  guint column;
} Reference;

/* After so many entrants a verification forgets their texts. */
#define FORGET_AFTER 4096

/* The containers after the lists. */
enum { CONTAINER_ENTRANTS = MARATHON_N_LISTS, CONTAINER_BIN };
#define NO_CONTAINER (-1)

typedef struct {
  MarathonXmlReader *reader; /* owned */
  MarathonEvent *event;      /* owned */
  gboolean verify;           /* count the entrants, keep none */
  MarathonProjectCounts counts;

  guint depth;
  gboolean keep_unknown;
  int container;       /* the open one, or NO_CONTAINER */
  int last_container;  /* they come in order */
  gboolean singles_seen[MARATHON_N_SINGLES];
  MarathonRecord *record; /* owned; the open record, whose unknown content may follow */
  gboolean record_is_new; /* to be put into the list of the container at its end */
  gboolean in_entrant;
  guint entrant_line; /* of the start tag of the open entrant */
  guint entrant_column;
  GArray *references; /* of Reference */
  MarathonEntrantDraft draft;
  MarathonEntrantXml *entrant_xml; /* owned */
  MarathonUnknownXml unknown;
  GString *root_content;      /* unknown elements below the root */
  GString *container_content; /* and in the open container */
} Reading;

/* --- The root --- */

static void
check_version (Reading *reading, const MarathonXmlElement *element)
{
  const char *version = marathon_xml_element_get (element, "version");
  g_auto (GStrv) parts = g_strsplit (version != NULL ? version : "", ".", 3);
  guint64 major, minor;

  if (version == NULL)
    {
      marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_CONTENT,
                                   _ ("<event> needs the attribute “version”, such as version=\"%d.%d\""), MARATHON_PROJECT_MAJOR,
                                   MARATHON_PROJECT_MINOR);
      return;
    }
  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, 9999, &major, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, 9999, &minor, NULL))
    {
      marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_CONTENT,
                                   _ ("version: “%s” is not a version of the format such as %d.%d"), version,
                                   MARATHON_PROJECT_MAJOR, MARATHON_PROJECT_MINOR);
      return;
    }
  if (major > MARATHON_PROJECT_MAJOR)
    marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_VERSION,
                                 _ ("this file has format version %s; this Marathon reads versions up to %d.x: open it with "
                                    "a newer Marathon"),
                                 version, MARATHON_PROJECT_MAJOR);
  else if (minor > MARATHON_PROJECT_MINOR)
    {
      reading->keep_unknown = TRUE;
      marathon_event_set_newer_minor (reading->event, (guint) minor);
    }
}

static void
read_event_id (Reading *reading, const MarathonXmlElement *element)
{
  const char *text = marathon_xml_element_get (element, "id");
  guint64 id;

  if (text != NULL && marathon_id_parse (text, &id))
    marathon_event_set_id (reading->event, id);
  else
    marathon_xml_reader_refuse (reading->reader, MARATHON_FORMAT_ERROR_CONTENT,
                                _ ("<event> needs the attribute “id”: sixteen hexadecimal digits"));
}

/* The attributes of the root but "version" and "id" are columns of the event's record. */
static void
read_event_info (Reading *reading, const MarathonXmlElement *element)
{
  MarathonRecord *info = marathon_event_get_single (reading->event, MARATHON_SINGLE_INFO);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      int column = attribute->prefix == NULL ? marathon_record_find_column (info, attribute->name) : -1;
      g_autoptr (GError) error = NULL;

      if (column >= 0)
        {
          if (!marathon_record_set_text (info, reading->event, (guint) column, attribute->value, &error))
            marathon_xml_reader_refuse_value (reading->reader, attribute, error);
        }
      else if (attribute->prefix == NULL && (strcmp (attribute->name, "version") == 0 || strcmp (attribute->name, "id") == 0))
        continue;
      else if (reading->keep_unknown)
        marathon_unknown_xml_keep_attribute (reading->reader, unknown, attribute);
      else
        marathon_xml_reader_refuse (reading->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> has no attribute “%s”"),
                                    element->name, attribute->name);
    }
  marathon_record_set_unknown (info, unknown->str, "");
}

static void
start_root (Reading *reading, const MarathonXmlElement *element)
{
  if (strcmp (element->name, MARATHON_PROJECT_ROOT) != 0)
    marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_KIND,
                                 _ ("this is XML but no event file: it starts with <%s>, not with <%s>"), element->name,
                                 MARATHON_PROJECT_ROOT);
  else if (strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) != 0)
    marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_KIND,
                                 _ ("this is no event file of Marathon: its namespace is “%s”, not “%s”"), element->uri,
                                 MARATHON_PROJECT_NAMESPACE);
  else
    {
      check_version (reading, element);
      read_event_id (reading, element);
      read_event_info (reading, element);
    }
}

/* --- Below the root --- */

static int
find_container (const char *name)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (strcmp (marathon_list_get_name (id), name) == 0)
      return (int) id;
  if (strcmp (name, MARATHON_PROJECT_ENTRANTS) == 0)
    return CONTAINER_ENTRANTS;
  return strcmp (name, MARATHON_PROJECT_BIN) == 0 ? CONTAINER_BIN : NO_CONTAINER;
}

static const char *
get_container_name (int container)
{
  if (container == CONTAINER_ENTRANTS)
    return MARATHON_PROJECT_ENTRANTS;
  return container == CONTAINER_BIN ? MARATHON_PROJECT_BIN : marathon_list_get_name ((MarathonListId) container);
}

static gboolean
start_single (Reading *reading, const MarathonXmlElement *element)
{
  for (MarathonSingleId id = MARATHON_SINGLE_COURSE; id < MARATHON_N_SINGLES; id++)
    {
      if (strcmp (marathon_single_get_name (id), element->name) != 0)
        continue;
      if (reading->singles_seen[id] || reading->last_container != NO_CONTAINER)
        marathon_xml_reader_refuse (reading->reader, MARATHON_FORMAT_ERROR_CONTENT,
                                    _ ("<%s> stands twice, or after the lists"), element->name);
      reading->singles_seen[id] = TRUE;
      reading->record = g_object_ref (marathon_event_get_single (reading->event, id));
      reading->record_is_new = FALSE;
      marathon_record_xml_read (reading->reader, reading->record, reading->event, element, NULL, reading->keep_unknown);
      return TRUE;
    }
  return FALSE;
}

static void
refuse_or_keep (Reading *reading, const MarathonXmlElement *element, const char *parent)
{
  if (reading->keep_unknown)
    marathon_unknown_xml_start (&reading->unknown, reading->reader, element);
  else
    marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("there is no <%s> in <%s>"), element->name,
                                 parent);
}

static void
read_container_attributes (Reading *reading, const MarathonXmlElement *element)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  g_autofree char *key = g_strconcat (MARATHON_PROJECT_ATTRIBUTES, element->name, NULL);

  if (element->n_attributes == 0)
    return;
  if (!reading->keep_unknown)
    {
      marathon_xml_reader_refuse (reading->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> has no attribute “%s”"), element->name,
                                  element->attributes[0].name);
      return;
    }
  for (guint i = 0; i < element->n_attributes; i++)
    marathon_unknown_xml_keep_attribute (reading->reader, unknown, &element->attributes[i]);
  marathon_event_add_unknown (reading->event, key, unknown->str);
}

static void
start_container (Reading *reading, const MarathonXmlElement *element)
{
  int container = find_container (element->name);

  if (strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) != 0)
    {
      refuse_or_keep (reading, element, MARATHON_PROJECT_ROOT);
      return;
    }
  if (start_single (reading, element))
    return;
  if (container == NO_CONTAINER)
    {
      refuse_or_keep (reading, element, MARATHON_PROJECT_ROOT);
      return;
    }
  if (container == reading->last_container)
    marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> stands twice"), element->name);
  else if (container < reading->last_container)
    marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_CONTENT,
                                 _ ("<%s> comes too late: it belongs before <%s>"), element->name,
                                 get_container_name (reading->last_container));
  read_container_attributes (reading, element);
  reading->container = reading->last_container = container;
}

/* --- References to entrants, who stand after most that name them --- */

static void
note_reference (Reading *reading, guint64 id, guint line, guint column)
{
  Reference reference = { id, line, column };

  if (id != 0 && !reading->verify)
    g_array_append_val (reading->references, reference);
}

static void
note_record (Reading *reading)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (reading->record);
  guint line, column;

  marathon_xml_reader_get_place (reading->reader, &line, &column);
  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].type == MARATHON_COLUMN_ENTRANT)
      note_reference (reading, G_STRUCT_MEMBER (guint64, reading->record, klass->columns[i].offset), line, column);
}

static void
note_guides (Reading *reading)
{
  const MarathonGuide *guides = (const MarathonGuide *) (gconstpointer) reading->draft.guides->data;

  for (guint i = 0; i < reading->draft.guides->len; i++)
    note_reference (reading, guides[i].entrant, reading->entrant_line, reading->entrant_column);
}

static void
check_references (Reading *reading)
{
  for (guint i = 0; i < reading->references->len; i++)
    {
      const Reference *reference = &g_array_index (reading->references, Reference, i);
      char text[17];

      if (marathon_event_has_entrant (reading->event, reference->id))
        continue;
      marathon_id_write (reference->id, text);
      marathon_xml_reader_refuse_at (reading->reader, reference->line, reference->column, MARATHON_FORMAT_ERROR_CONTENT,
                                     _ ("there is no entrant %s in this file"), text);
    }
}

/* --- Records --- */

static void
start_record (Reading *reading, const MarathonXmlElement *element)
{
  MarathonListId list = (MarathonListId) reading->container;
  const char *key = marathon_xml_element_get (element, "id");

  if (strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) != 0
      || strcmp (element->name, marathon_list_get_element (list)) != 0)
    {
      refuse_or_keep (reading, element, marathon_list_get_name (list));
      return;
    }
  if (key == NULL)
    marathon_xml_reader_refuse (reading->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> needs the attribute “%s”"),
                                element->name, "id");
  reading->record = marathon_record_new (marathon_list_get_type_of (list), key != NULL ? key : "");
  reading->record_is_new = key != NULL;
  if (!marathon_record_xml_read (reading->reader, reading->record, reading->event, element, "id", reading->keep_unknown))
    reading->record_is_new = FALSE;
  note_record (reading);
}

/* --- Handlers --- */

static void
on_start (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  Reading *reading = user_data;

  reading->depth++;
  if (marathon_unknown_xml_is_inside (&reading->unknown))
    marathon_unknown_xml_start (&reading->unknown, reader, element);
  else if (reading->in_entrant)
    marathon_entrant_xml_start (reading->entrant_xml, element);
  else if (reading->depth == 1)
    start_root (reading, element);
  else if (reading->record != NULL)
    refuse_or_keep (reading, element, MARATHON_RECORD_GET_CLASS (reading->record)->element);
  else if (reading->depth == 2)
    start_container (reading, element);
  else if (reading->container < CONTAINER_ENTRANTS)
    start_record (reading, element);
  else if (strcmp (element->name, MARATHON_PROJECT_ENTRANT) == 0 && strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) == 0)
    {
      if (reading->entrant_xml == NULL)
        reading->entrant_xml = marathon_entrant_xml_new (reader, &reading->draft, reading->keep_unknown);
      reading->in_entrant = TRUE;
      marathon_xml_reader_get_place (reader, &reading->entrant_line, &reading->entrant_column);
      marathon_entrant_xml_start (reading->entrant_xml, element);
    }
  else
    refuse_or_keep (reading, element, get_container_name (reading->container));
}

static void
finish_entrant (Reading *reading)
{
  MarathonPlace place = reading->container == CONTAINER_BIN ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
  g_autoptr (GError) error = NULL;

  reading->in_entrant = FALSE;
  reading->counts.n_guides += reading->draft.guides->len;
  if (place == MARATHON_PLACE_BIN)
    reading->counts.n_deleted++;
  else
    reading->counts.n_entrants++;
  if (!marathon_entrant_xml_is_good (reading->entrant_xml))
    return;
  if (!reading->verify)
    {
      note_guides (reading);
      if (!marathon_event_append_entrant (reading->event, place, marathon_entrant_draft_finish (&reading->draft), &error))
        marathon_xml_reader_refuse_at (reading->reader, reading->entrant_line, reading->entrant_column,
                                       MARATHON_FORMAT_ERROR_CONTENT, "%s", error->message);
    }
  else if ((reading->counts.n_entrants + reading->counts.n_deleted) % FORGET_AFTER == 0)
    marathon_event_forget_texts (reading->event);
}

static void
finish_record (Reading *reading)
{
  g_autoptr (MarathonRecord) record = g_steal_pointer (&reading->record);
  g_autoptr (GError) error = NULL;
  guint size;

  if (reading->container == NO_CONTAINER)
    return; /* a single */
  reading->counts.n_records++;
  size = marathon_record_list_get_size (marathon_event_get_list (reading->event, (MarathonListId) reading->container));
  if (reading->record_is_new
      && !marathon_event_insert_record (reading->event, (MarathonListId) reading->container, size, record, &error))
    marathon_xml_reader_refuse (reading->reader, MARATHON_FORMAT_ERROR_CONTENT, "%s", error->message);
}

static void
finish_unknown (Reading *reading, const char *name)
{
  g_autofree char *xml = marathon_unknown_xml_end (&reading->unknown, name);

  if (xml == NULL)
    return;
  if (reading->record != NULL)
    marathon_record_xml_keep_content (reading->reader, reading->record, xml);
  else
    {
      GString *content = reading->container == NO_CONTAINER ? reading->root_content : reading->container_content;

      g_string_append (content, xml);
      if (content->len > MARATHON_XML_MAX_UNKNOWN)
        marathon_xml_reader_abandon (reading->reader, MARATHON_FORMAT_ERROR_LIMIT,
                                     _ ("there are more than %u MiB that this version does not know"), MARATHON_XML_MAX_UNKNOWN >> 20);
    }
}

/* At the end of a container, or of the root, which is called "". */
static void
keep_content (Reading *reading, const char *name, GString *content)
{
  if (content->len > 0)
    marathon_event_add_unknown (reading->event, name, content->str);
  g_string_truncate (content, 0);
}

static void
on_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
  Reading *reading = user_data;

  reading->depth--;
  if (marathon_unknown_xml_is_inside (&reading->unknown))
    finish_unknown (reading, name);
  else if (reading->in_entrant)
    {
      if (marathon_entrant_xml_end (reading->entrant_xml, name))
        finish_entrant (reading);
    }
  else if (reading->record != NULL)
    finish_record (reading);
  else if (reading->depth == 1)
    {
      keep_content (reading, get_container_name (reading->container), reading->container_content);
      reading->container = NO_CONTAINER;
    }
  else if (reading->depth == 0)
    {
      keep_content (reading, "", reading->root_content);
      check_references (reading);
    }
}

static void
on_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
  Reading *reading = user_data;

  if (marathon_unknown_xml_is_inside (&reading->unknown))
    {
      marathon_unknown_xml_text (&reading->unknown, reader, text, length);
      return;
    }
  if (reading->in_entrant)
    marathon_entrant_xml_text (reading->entrant_xml, text, length);
  else
    marathon_xml_reader_refuse_text (reader, text, length);
}

/* --- Running --- */

static void
reading_init (Reading *reading, GInputStream *stream, gboolean verify)
{
  static const MarathonXmlHandlers handlers = { on_start, on_end, on_text };

  memset (reading, 0, sizeof *reading);
  reading->event = marathon_event_new ();
  reading->reader = marathon_xml_reader_new (stream, &handlers, reading);
  reading->verify = verify;
  reading->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  reading->container = reading->last_container = NO_CONTAINER;
  marathon_entrant_draft_init (&reading->draft, reading->event);
  marathon_unknown_xml_init (&reading->unknown);
  reading->root_content = g_string_new (NULL);
  reading->container_content = g_string_new (NULL);
}

static void
reading_clear (Reading *reading)
{
  g_clear_object (&reading->record);
  g_clear_pointer (&reading->entrant_xml, marathon_entrant_xml_free);
  marathon_entrant_draft_clear (&reading->draft);
  marathon_unknown_xml_clear (&reading->unknown);
  g_string_free (reading->root_content, TRUE);
  g_string_free (reading->container_content, TRUE);
  g_array_unref (reading->references);
  marathon_xml_reader_free (reading->reader);
  g_clear_object (&reading->event);
}

MarathonEvent *
marathon_project_read (GInputStream          *stream,
                       guint64                size,
                       MarathonProgressFunc   progress,
                       gpointer               progress_data,
                       GCancellable          *cancellable,
                       GPtrArray            **findings,
                       GError               **error)
{
  Reading reading;
  MarathonEvent *event = NULL;

  reading_init (&reading, stream, FALSE);
  marathon_xml_reader_set_progress (reading.reader, progress, size, progress_data);
  if (marathon_xml_reader_run (reading.reader, cancellable, error))
    event = g_steal_pointer (&reading.event);
  if (findings != NULL)
    *findings = g_ptr_array_ref (marathon_xml_reader_get_findings (reading.reader));
  reading_clear (&reading);
  return event;
}

gboolean
marathon_project_verify (GInputStream *stream, MarathonProjectCounts *counts, GCancellable *cancellable, GError **error)
{
  Reading reading;
  gboolean good;

  reading_init (&reading, stream, TRUE);
  good = marathon_xml_reader_run (reading.reader, cancellable, error);
  *counts = reading.counts;
  reading_clear (&reading);
  return good;
}

MarathonEvent *
marathon_project_from_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length < 0 ? (gssize) strlen (text) : length, NULL);

  return marathon_project_read (stream, 0, NULL, NULL, NULL, NULL, error);
}
