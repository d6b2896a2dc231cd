/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading an entrant from XML events.
 */
#include "formats/entrant-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/format-error.h"
#include "formats/project-format.h"
#include "formats/record-xml.h"
#include "formats/unknown-xml.h"
#include "model/event.h"
#include "model/guide-fields.h"

typedef enum {
  OUTSIDE,
  IN_ENTRANT,
  IN_CHILD, /* contact, medical, result, custom: they hold nothing that we know */
  IN_GUIDE,
  IN_GUIDE_CONTACT,
  IN_GUIDES, /* between begin_guides and end_guides */
} State;

/* After the last of the other children. */
#define GUIDES MARATHON_N_FIELD_HOMES

/* What is unknown of an element: attributes, and elements in it. Where both are one text of the event, the elements follow after a ">", which
 * no attribute can hold. */
typedef struct {
  GString *attributes;
  GString *content;
} Kept;

struct _MarathonEntrantXml {
  MarathonXmlReader *reader;
  MarathonEntrantDraft *draft;
  gboolean keep_unknown;
  gboolean guides_alone;
  gboolean ids_may_be_missing;

  State state;
  MarathonFieldHome child; /* the last child that began, MARATHON_FIELD_HOME_ENTRANT for none, GUIDES for a guide */
  gboolean guide_contact_seen;
  guint findings_before;
  MarathonGuide guide;
  Kept kept[MARATHON_N_FIELD_HOMES]; /* of the entrant (home ENTRANT) and of its children */
  Kept guide_kept;
  Kept guide_contact_kept;
  MarathonUnknownXml unknown;

  /* Names of attributes by their pointer in the parser's dictionary → MarathonFieldInfo, one table for each home. */
  GHashTable *fields[MARATHON_N_FIELD_HOMES];
};

static void
kept_init (Kept *kept)
{
  kept->attributes = g_string_new (NULL);
  kept->content = g_string_new (NULL);
}

static void
kept_clear (Kept *kept)
{
  g_string_free (kept->attributes, TRUE);
  g_string_free (kept->content, TRUE);
}

static void
kept_empty (Kept *kept)
{
  g_string_truncate (kept->attributes, 0);
  g_string_truncate (kept->content, 0);
}

/* Both as one text, in @kept's own memory. */
static const char *
kept_join (Kept *kept)
{
  if (kept->content->len > 0)
    g_string_append_printf (kept->attributes, ">%s", kept->content->str);
  return kept->attributes->str;
}

MarathonEntrantXml *
marathon_entrant_xml_new (MarathonXmlReader *reader, MarathonEntrantDraft *draft, gboolean keep_unknown)
{
  MarathonEntrantXml *xml = g_new0 (MarathonEntrantXml, 1);

  xml->reader = reader;
  xml->draft = draft;
  xml->keep_unknown = keep_unknown;
  kept_init (&xml->guide_kept);
  kept_init (&xml->guide_contact_kept);
  marathon_unknown_xml_init (&xml->unknown);
  for (guint i = 0; i < MARATHON_N_FIELD_HOMES; i++)
    {
      xml->fields[i] = g_hash_table_new (NULL, NULL);
      kept_init (&xml->kept[i]);
    }
  return xml;
}

void
marathon_entrant_xml_free (MarathonEntrantXml *xml)
{
  for (guint i = 0; i < MARATHON_N_FIELD_HOMES; i++)
    {
      g_hash_table_unref (xml->fields[i]);
      kept_clear (&xml->kept[i]);
    }
  marathon_unknown_xml_clear (&xml->unknown);
  kept_clear (&xml->guide_kept);
  kept_clear (&xml->guide_contact_kept);
  g_free (xml);
}

static const MarathonFieldInfo *
find_field (MarathonEntrantXml *xml, MarathonFieldHome home, const char *name)
{
  const MarathonFieldInfo *info;

  /* Between the lines of a file of edits a custom field may be removed, made anew or given another type. */
  if (home == MARATHON_FIELD_HOME_CUSTOM)
    return marathon_event_find_attribute (xml->draft->event, home, name);
  info = g_hash_table_lookup (xml->fields[home], name);
  if (info == NULL)
    {
      info = marathon_event_find_attribute (xml->draft->event, home, name);
      if (info != NULL)
        g_hash_table_insert (xml->fields[home], (gpointer) name, (gpointer) info);
    }
  return info;
}

static void
refuse_attribute (MarathonEntrantXml *xml, const MarathonXmlElement *element, const MarathonXmlAttribute *attribute)
{
  marathon_xml_reader_refuse (xml->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> has no attribute “%s”"), element->name,
                              attribute->name);
}

/* Where the unknown of the open element belongs. */
static Kept *
get_kept (MarathonEntrantXml *xml)
{
  switch (xml->state)
    {
    case IN_CHILD:
      return &xml->kept[xml->child];
    case IN_GUIDE:
      return &xml->guide_kept;
    case IN_GUIDE_CONTACT:
      return &xml->guide_contact_kept;
    default:
      return &xml->kept[MARATHON_FIELD_HOME_ENTRANT];
    }
}

/* The event's pool takes no longer text. */
static void
check_kept (MarathonEntrantXml *xml)
{
  const Kept *kept = get_kept (xml);

  if (kept->attributes->len + strlen (">") + kept->content->len > MARATHON_TEXT_MAX_LENGTH)
    marathon_xml_reader_abandon (xml->reader, MARATHON_FORMAT_ERROR_LIMIT,
                                 _ ("an element holds more than %u bytes that this version does not know"),
                                 MARATHON_XML_MAX_VALUE);
}

/* Whether the entrant has that attribute already: <custom> may stand several times. */
static gboolean
is_kept (MarathonEntrantXml *xml, const MarathonXmlAttribute *attribute)
{
  g_autofree char *name = attribute->prefix != NULL ? g_strconcat (attribute->prefix, ":", attribute->name, NULL) : NULL;

  return marathon_unknown_has_attribute (get_kept (xml)->attributes->str, name != NULL ? name : attribute->name);
}

static gboolean
is_set (MarathonEntrantXml *xml, guint field)
{
  const MarathonDetail *details = (const MarathonDetail *) (gconstpointer) xml->draft->details->data;

  for (guint i = 0; i < xml->draft->details->len; i++)
    if (details[i].field == field)
      return TRUE;
  return FALSE;
}

static void
refuse_second (MarathonEntrantXml *xml, const MarathonXmlElement *element, const MarathonXmlAttribute *attribute)
{
  marathon_xml_reader_refuse (xml->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> has the attribute “%s” twice"),
                              element->name, attribute->name);
}

static void
keep_attribute (MarathonEntrantXml *xml, const MarathonXmlElement *element, const MarathonXmlAttribute *attribute)
{
  if (is_kept (xml, attribute))
    {
      refuse_second (xml, element, attribute);
      return;
    }
  marathon_unknown_xml_keep_attribute (xml->reader, get_kept (xml)->attributes, attribute);
  check_kept (xml);
}

static void
read_fields (MarathonEntrantXml *xml, MarathonFieldHome home, const MarathonXmlElement *element)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      const MarathonFieldInfo *info = attribute->prefix == NULL ? find_field (xml, home, attribute->name) : NULL;
      g_autoptr (GError) error = NULL;

      if (info != NULL && home == MARATHON_FIELD_HOME_CUSTOM && is_set (xml, info->field))
        refuse_second (xml, element, attribute);
      else if (info != NULL)
        {
          if (!marathon_entrant_draft_set_text (xml->draft, info, attribute->value, &error))
            marathon_xml_reader_refuse_value (xml->reader, attribute, error);
        }
      else if (xml->keep_unknown)
        keep_attribute (xml, element, attribute);
      else
        refuse_attribute (xml, element, attribute);
    }
}

static void
read_guide_fields (MarathonEntrantXml *xml, gboolean private_ones, const MarathonXmlElement *element)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      const MarathonGuideFieldInfo *info = attribute->prefix == NULL ? marathon_guide_find_field (attribute->name) : NULL;
      g_autoptr (GError) error = NULL;

      if (info != NULL && info->is_private == private_ones)
        {
          if (!marathon_guide_set_text (xml->draft->event, &xml->guide, info->field, attribute->value, &error))
            marathon_xml_reader_refuse_value (xml->reader, attribute, error);
        }
      else if (xml->keep_unknown)
        keep_attribute (xml, element, attribute);
      else
        refuse_attribute (xml, element, attribute);
    }
}

static void
start_entrant (MarathonEntrantXml *xml, const MarathonXmlElement *element)
{
  marathon_entrant_draft_start (xml->draft, NULL);
  for (guint i = 0; i < MARATHON_N_FIELD_HOMES; i++)
    kept_empty (&xml->kept[i]);
  xml->child = MARATHON_FIELD_HOME_ENTRANT;
  xml->findings_before = marathon_xml_reader_get_findings (xml->reader)->len;
  xml->state = IN_ENTRANT;
  read_fields (xml, MARATHON_FIELD_HOME_ENTRANT, element);
  if (xml->draft->value.id == 0 && !xml->ids_may_be_missing && marathon_entrant_xml_is_good (xml))
    marathon_xml_reader_refuse (xml->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> needs the attribute “%s”"),
                                MARATHON_PROJECT_ENTRANT, "id");
}

static void
start_guide (MarathonEntrantXml *xml, const MarathonXmlElement *element)
{
  memset (&xml->guide, 0, sizeof xml->guide);
  kept_empty (&xml->guide_kept);
  kept_empty (&xml->guide_contact_kept);
  xml->state = IN_GUIDE;
  xml->child = GUIDES;
  xml->guide_contact_seen = FALSE;
  read_guide_fields (xml, FALSE, element);
  if (xml->guide.id == 0 && !xml->ids_may_be_missing && marathon_entrant_xml_is_good (xml))
    marathon_xml_reader_refuse (xml->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> needs the attribute “%s”"),
                                MARATHON_PROJECT_GUIDE, "id");
}

static void
refuse_order (MarathonEntrantXml *xml, const MarathonXmlElement *element)
{
  marathon_xml_reader_refuse (xml->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> stands twice, or too late"), element->name);
}

static void
refuse_element (MarathonEntrantXml *xml, const MarathonXmlElement *element, const char *parent)
{
  if (xml->keep_unknown && xml->state != IN_GUIDES)
    marathon_unknown_xml_start (&xml->unknown, xml->reader, element);
  else
    marathon_xml_reader_abandon (xml->reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("there is no <%s> in <%s>"), element->name,
                                 parent);
}

static const char *const children[MARATHON_N_FIELD_HOMES] = {
  [MARATHON_FIELD_HOME_CONTACT] = MARATHON_PROJECT_CONTACT,
  [MARATHON_FIELD_HOME_MEDICAL] = "medical",
  [MARATHON_FIELD_HOME_RESULT] = "result",
  [MARATHON_FIELD_HOME_CUSTOM] = MARATHON_PROJECT_CUSTOM,
};

static void
start_child (MarathonEntrantXml *xml, const MarathonXmlElement *element)
{
  gboolean ours = strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) == 0;

  if (ours && strcmp (element->name, MARATHON_PROJECT_GUIDE) == 0)
    {
      start_guide (xml, element);
      return;
    }
  for (MarathonFieldHome home = MARATHON_FIELD_HOME_CONTACT; ours && home < MARATHON_N_FIELD_HOMES; home++)
    if (strcmp (element->name, children[home]) == 0)
      {
        if (home < xml->child || (home == xml->child && home != MARATHON_FIELD_HOME_CUSTOM))
          refuse_order (xml, element);
        xml->state = IN_CHILD;
        xml->child = home;
        read_fields (xml, home, element);
        return;
      }
  refuse_element (xml, element, MARATHON_PROJECT_ENTRANT);
}

static void
start_guide_contact (MarathonEntrantXml *xml, const MarathonXmlElement *element)
{
  if (xml->guide_contact_seen)
    refuse_order (xml, element);
  xml->guide_contact_seen = TRUE;
  xml->state = IN_GUIDE_CONTACT;
  read_guide_fields (xml, TRUE, element);
}

void
marathon_entrant_xml_start (MarathonEntrantXml *xml, const MarathonXmlElement *element)
{
  gboolean ours = strcmp (element->uri, MARATHON_PROJECT_NAMESPACE) == 0;

  if (marathon_unknown_xml_is_inside (&xml->unknown))
    {
      marathon_unknown_xml_start (&xml->unknown, xml->reader, element);
      return;
    }
  switch (xml->state)
    {
    case OUTSIDE:
      start_entrant (xml, element);
      break;
    case IN_ENTRANT:
      start_child (xml, element);
      break;
    case IN_GUIDES:
      if (ours && strcmp (element->name, MARATHON_PROJECT_GUIDE) == 0)
        start_guide (xml, element);
      else
        refuse_element (xml, element, "guides");
      break;
    case IN_GUIDE:
      if (ours && strcmp (element->name, MARATHON_PROJECT_CONTACT) == 0)
        start_guide_contact (xml, element);
      else
        refuse_element (xml, element, MARATHON_PROJECT_GUIDE);
      break;
    case IN_CHILD:
      refuse_element (xml, element, children[xml->child]);
      break;
    case IN_GUIDE_CONTACT:
    default:
      refuse_element (xml, element, MARATHON_PROJECT_CONTACT);
      break;
    }
}

static void
finish_guide (MarathonEntrantXml *xml)
{
  g_autoptr (GError) error = NULL;

  xml->guide.unknown_attributes = marathon_event_add_text (xml->draft->event, xml->guide_kept.attributes->str);
  xml->guide.unknown_contact = marathon_event_add_text (xml->draft->event, kept_join (&xml->guide_contact_kept));
  xml->guide.unknown_content = marathon_event_add_text (xml->draft->event, xml->guide_kept.content->str);
  if (!marathon_entrant_draft_add_guide (xml->draft, &xml->guide, &error))
    marathon_xml_reader_refuse (xml->reader, MARATHON_FORMAT_ERROR_LIMIT, "%s", error->message);
}

static void
keep_detail (MarathonEntrantXml *xml, guint detail, const char *text)
{
  if (*text != '\0')
    marathon_entrant_draft_set_detail (xml->draft, detail, text);
}

static void
finish_entrant (MarathonEntrantXml *xml)
{
  const Kept *own = &xml->kept[MARATHON_FIELD_HOME_ENTRANT];

  keep_detail (xml, MARATHON_DETAIL_UNKNOWN_ATTRIBUTES, own->attributes->str);
  keep_detail (xml, MARATHON_DETAIL_UNKNOWN_CONTENT, own->content->str);
  for (MarathonFieldHome home = MARATHON_FIELD_HOME_CONTACT; home < MARATHON_N_FIELD_HOMES; home++)
    keep_detail (xml, MARATHON_DETAIL_UNKNOWN_CHILD + home, kept_join (&xml->kept[home]));
}

static void
keep_content (MarathonEntrantXml *xml, const char *name)
{
  g_autofree char *text = marathon_unknown_xml_end (&xml->unknown, name);

  if (text == NULL)
    return;
  g_string_append (get_kept (xml)->content, text);
  check_kept (xml);
}

gboolean
marathon_entrant_xml_end (MarathonEntrantXml *xml, const char *name)
{
  if (marathon_unknown_xml_is_inside (&xml->unknown))
    {
      keep_content (xml, name);
      return FALSE;
    }
  switch (xml->state)
    {
    case IN_CHILD:
      xml->state = IN_ENTRANT;
      return FALSE;
    case IN_GUIDE_CONTACT:
      xml->state = IN_GUIDE;
      return FALSE;
    case IN_GUIDE:
      finish_guide (xml);
      xml->state = xml->guides_alone ? IN_GUIDES : IN_ENTRANT;
      return FALSE;
    case IN_ENTRANT:
      finish_entrant (xml);
      xml->state = OUTSIDE;
      return TRUE;
    case OUTSIDE:
    case IN_GUIDES:
    default:
      return FALSE;
    }
}

void
marathon_entrant_xml_text (MarathonEntrantXml *xml, const char *text, gsize length)
{
  if (marathon_unknown_xml_is_inside (&xml->unknown))
    {
      marathon_unknown_xml_text (&xml->unknown, xml->reader, text, length);
      return;
    }
  marathon_xml_reader_refuse_text (xml->reader, text, length);
}

void
marathon_entrant_xml_begin_guides (MarathonEntrantXml *xml)
{
  xml->guides_alone = TRUE;
  xml->state = IN_GUIDES;
  xml->findings_before = marathon_xml_reader_get_findings (xml->reader)->len;
}

void
marathon_entrant_xml_end_guides (MarathonEntrantXml *xml)
{
  xml->guides_alone = FALSE;
  xml->state = OUTSIDE;
}

gboolean
marathon_entrant_xml_is_good (MarathonEntrantXml *xml)
{
  return marathon_xml_reader_get_findings (xml->reader)->len == xml->findings_before;
}

void
marathon_entrant_xml_allow_missing_ids (MarathonEntrantXml *xml)
{
  xml->ids_may_be_missing = TRUE;
}
