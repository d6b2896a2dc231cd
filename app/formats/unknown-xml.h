/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonUnknownXml: keeps elements of a newer minor version as canonical text while they pass by.
 */
#pragma once

#include "formats/xml-reader.h"

G_BEGIN_DECLS

/**
 * marathon_unknown_xml_keep_attribute:
 * @run: the element's unknown attributes so far
 *
 * Appends an unknown attribute of an element that we know, in canonical form. Abandons the reading where @run gets longer than
 * MARATHON_XML_MAX_VALUE or has more than MARATHON_XML_MAX_UNKNOWN_ATTRIBUTES: with our own attributes it must fit into one tag.
 */
void marathon_unknown_xml_keep_attribute (MarathonXmlReader *reader, GString *run, const MarathonXmlAttribute *attribute);

typedef struct {
  GString *text;
  GString *run; /* text since the last tag: dropped where it is all white space */
  guint depth; /* 0: outside of unknown content */
  gboolean open; /* the last start tag has not got its ">" yet */
  GPtrArray *uris; /* of the open elements, borrowed from the parser's dictionary */
} MarathonUnknownXml;

void marathon_unknown_xml_init  (MarathonUnknownXml *unknown);
void marathon_unknown_xml_clear (MarathonUnknownXml *unknown);

/** Whether the reader is inside of an unknown element. */
gboolean marathon_unknown_xml_is_inside (const MarathonUnknownXml *unknown);

/** Abandons the reading above MARATHON_XML_MAX_UNKNOWN bytes, and where a tag could not be read again as it will be written. */
void marathon_unknown_xml_start (MarathonUnknownXml *unknown, MarathonXmlReader *reader, const MarathonXmlElement *element);
void marathon_unknown_xml_text  (MarathonUnknownXml *unknown, MarathonXmlReader *reader, const char *text, gsize length);

/** Returns: (transfer full) (nullable): the whole text at the end of the outermost unknown element, else %NULL. */
char *marathon_unknown_xml_end (MarathonUnknownXml *unknown, const char *name);

G_END_DECLS
