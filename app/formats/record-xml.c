/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as XML elements.
 */
#include "formats/record-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/format-error.h"
#include "formats/unknown-xml.h"
#include "formats/xml-text.h"

/* The canonical text of a column's initial value: what an absent attribute means. */
static const char *
get_initial (const MarathonColumn *column)
{
  if (column->initial != NULL)
    return column->initial;
  switch (column->type)
    {
    case MARATHON_COLUMN_UINT:
    case MARATHON_COLUMN_DECIMAL:
      return "0";
    case MARATHON_COLUMN_BOOL:
      return "no";
    case MARATHON_COLUMN_ENUM:
      return column->vocabulary[0].word;
    default:
      return "";
    }
}

void
marathon_record_xml_append_attributes (MarathonRecord *record, GString *out)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const char *text = marathon_record_get_text (record, i);

      if (strcmp (text, get_initial (&klass->columns[i])) != 0)
        marathon_xml_append_attribute (out, klass->columns[i].name, text);
    }
  g_string_append (out, marathon_record_get_unknown_attributes (record));
}

void
marathon_record_xml_append (MarathonRecord *record, guint indent, GString *out)
{
  const char *element = MARATHON_RECORD_GET_CLASS (record)->element;
  const char *content = marathon_record_get_unknown_content (record);

  g_string_append_printf (out, "%*s<%s", (int) indent, "", element);
  marathon_xml_append_attribute (out, "id", marathon_record_get_key (record));
  marathon_record_xml_append_attributes (record, out);
  if (*content == '\0')
    g_string_append (out, "/>\n");
  else
    g_string_append_printf (out, ">%s</%s>\n", content, element);
}

const char *
marathon_xml_element_get (const MarathonXmlElement *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (element->attributes[i].prefix == NULL && strcmp (element->attributes[i].name, name) == 0)
      return element->attributes[i].value;
  return NULL;
}

/* Whether the tag that @out ends in has the attribute @declaration. No value can look like one: its quotation marks are escaped. */
static gboolean
tag_declares (GString *out, const char *declaration)
{
  g_autofree char *text = g_strconcat (" ", declaration, "=\"", NULL);
  const char *tag = strrchr (out->str, '<');

  return strstr (tag != NULL ? tag : out->str, text) != NULL;
}

void
marathon_xml_append_foreign_attribute (GString *out, const MarathonXmlAttribute *attribute)
{
  g_autofree char *name = NULL;
  g_autofree char *declaration = NULL;

  if (attribute->prefix == NULL)
    {
      marathon_xml_append_attribute (out, attribute->name, attribute->value);
      return;
    }
  name = g_strconcat (attribute->prefix, ":", attribute->name, NULL);
  declaration = g_strconcat ("xmlns:", attribute->prefix, NULL);
  if (strcmp (attribute->prefix, "xml") != 0 && !tag_declares (out, declaration))
    marathon_xml_append_attribute (out, declaration, attribute->uri);
  marathon_xml_append_attribute (out, name, attribute->value);
}

static void
check_required (MarathonXmlReader *reader, MarathonRecord *record, const MarathonXmlElement *element)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (klass->columns[i].required && *marathon_record_get_text (record, i) == '\0'
        && marathon_xml_element_get (element, klass->columns[i].name) == NULL)
      marathon_xml_reader_refuse (reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> needs the attribute “%s”"), element->name,
                                  klass->columns[i].name);
}

gboolean
marathon_record_xml_read (MarathonXmlReader        *reader,
                          MarathonRecord           *record,
                          MarathonEvent            *event,
                          const MarathonXmlElement *element,
                          const char               *skip,
                          gboolean                  keep_unknown)
{
  guint before = marathon_xml_reader_get_findings (reader)->len;
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      int column = attribute->prefix == NULL ? marathon_record_find_column (record, attribute->name) : -1;
      g_autoptr (GError) error = NULL;

      if (attribute->prefix == NULL && g_strcmp0 (attribute->name, skip) == 0)
        continue;
      if (column >= 0)
        {
          if (!marathon_record_set_text (record, event, (guint) column, attribute->value, &error))
            marathon_xml_reader_refuse_value (reader, attribute, error);
        }
      else if (keep_unknown)
        marathon_unknown_xml_keep_attribute (reader, unknown, attribute);
      else
        marathon_xml_reader_refuse (reader, MARATHON_FORMAT_ERROR_CONTENT, _ ("<%s> has no attribute “%s”"), element->name,
                                    attribute->name);
    }
  check_required (reader, record, element);
  if (unknown->len > 0)
    marathon_record_set_unknown (record, unknown->str, marathon_record_get_unknown_content (record));
  return marathon_xml_reader_get_findings (reader)->len == before;
}

void
marathon_record_xml_keep_content (MarathonXmlReader *reader, MarathonRecord *record, const char *xml)
{
  g_autofree char *attributes = g_strdup (marathon_record_get_unknown_attributes (record));
  g_autofree char *content = g_strconcat (marathon_record_get_unknown_content (record), xml, NULL);

  if (strlen (content) > MARATHON_XML_MAX_VALUE)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT,
                                 _ ("an element holds more than %u bytes that this version does not know"), MARATHON_XML_MAX_VALUE);
  else
    marathon_record_set_unknown (record, attributes, content);
}
