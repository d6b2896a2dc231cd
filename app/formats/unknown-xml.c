/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonUnknownXml: keeps elements of a newer minor version as canonical text.
 */
#include "formats/unknown-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/format-error.h"
#include "formats/project-format.h"
#include "formats/record-xml.h"
#include "formats/xml-text.h"
#include "model/record.h"

void
marathon_unknown_xml_keep_attribute (MarathonXmlReader *reader, GString *run, const MarathonXmlAttribute *attribute)
{
  marathon_xml_reader_count_unknown (reader, attribute->name);
  marathon_xml_append_foreign_attribute (run, attribute);
  if (run->len > MARATHON_XML_MAX_VALUE)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT,
                                 _ ("an element holds more than %u bytes that this version does not know"), MARATHON_XML_MAX_VALUE);
  else if (marathon_unknown_count_attributes (run->str) > MARATHON_XML_MAX_UNKNOWN_ATTRIBUTES)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT,
                                 _ ("an element has more than %u attributes that this version does not know"),
                                 MARATHON_XML_MAX_UNKNOWN_ATTRIBUTES);
}

void
marathon_unknown_xml_init (MarathonUnknownXml *unknown)
{
  unknown->text = g_string_new (NULL);
  unknown->run = g_string_new (NULL);
  unknown->uris = g_ptr_array_new ();
  unknown->depth = 0;
  unknown->open = FALSE;
}

void
marathon_unknown_xml_clear (MarathonUnknownXml *unknown)
{
  g_string_free (unknown->text, TRUE);
  g_string_free (unknown->run, TRUE);
  g_ptr_array_unref (unknown->uris);
}

gboolean
marathon_unknown_xml_is_inside (const MarathonUnknownXml *unknown)
{
  return unknown->depth > 0;
}

static void
close_tag (MarathonUnknownXml *unknown)
{
  if (unknown->open)
    g_string_append_c (unknown->text, '>');
  unknown->open = FALSE;
}

static gboolean
is_blank (GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if (!g_ascii_isspace (text->str[i]))
      return FALSE;
  return TRUE;
}

/* Text comes in pieces, some of which may be blank though the whole is not. */
static void
finish_run (MarathonUnknownXml *unknown)
{
  if (!is_blank (unknown->run)) /* blank: indentation; our own writing sets none */
    {
      close_tag (unknown);
      marathon_xml_append_escaped (unknown->text, unknown->run->str, unknown->run->len);
    }
  g_string_truncate (unknown->run, 0);
}

/* The start tag that begins at @tag: escaped and with its namespaces it may be longer than it was in the file. */
static void
check_tag (MarathonUnknownXml *unknown, MarathonXmlReader *reader, gsize tag)
{
  const char *attributes = strchr (unknown->text->str + tag, ' ');

  if (unknown->text->len - tag > MARATHON_XML_MAX_TAG)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("one element, comment or text is longer than %u KiB"),
                                 MARATHON_XML_MAX_TAG >> 10);
  else if (attributes != NULL && marathon_unknown_count_attributes (attributes) > MARATHON_XML_MAX_ATTRIBUTES)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("an element has more than %u attributes"),
                                 MARATHON_XML_MAX_ATTRIBUTES);
  else if (unknown->text->len > MARATHON_XML_MAX_UNKNOWN)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("there are more than %u MiB that this version does not know"),
                                 MARATHON_XML_MAX_UNKNOWN >> 20);
}

void
marathon_unknown_xml_start (MarathonUnknownXml *unknown, MarathonXmlReader *reader, const MarathonXmlElement *element)
{
  const char *outer = unknown->depth > 0 ? g_ptr_array_index (unknown->uris, unknown->depth - 1) : MARATHON_PROJECT_NAMESPACE;
  gsize tag;

  marathon_xml_reader_count_unknown (reader, element->name);
  finish_run (unknown);
  close_tag (unknown);
  tag = unknown->text->len;
  g_string_append_c (unknown->text, '<');
  g_string_append (unknown->text, element->name);
  if (strcmp (element->uri, outer) != 0)
    marathon_xml_append_attribute (unknown->text, "xmlns", element->uri);
  for (guint i = 0; i < element->n_attributes; i++)
    marathon_xml_append_foreign_attribute (unknown->text, &element->attributes[i]);
  check_tag (unknown, reader, tag);
  unknown->open = TRUE;
  g_ptr_array_set_size (unknown->uris, (gint) unknown->depth);
  g_ptr_array_add (unknown->uris, (gpointer) element->uri);
  unknown->depth++;
}

void
marathon_unknown_xml_text (MarathonUnknownXml *unknown, MarathonXmlReader *reader, const char *text, gsize length)
{
  if (unknown->run->len + length > MARATHON_XML_MAX_VALUE)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("a text is longer than %u bytes"),
                                 MARATHON_XML_MAX_VALUE);
  else
    g_string_append_len (unknown->run, text, (gssize) length);
}

char *
marathon_unknown_xml_end (MarathonUnknownXml *unknown, const char *name)
{
  char *text;

  finish_run (unknown);
  if (unknown->open)
    g_string_append (unknown->text, "/>");
  else
    g_string_append_printf (unknown->text, "</%s>", name);
  unknown->open = FALSE;
  if (--unknown->depth > 0)
    return NULL;
  text = g_strdup (unknown->text->str);
  g_string_truncate (unknown->text, 0);
  return text;
}
