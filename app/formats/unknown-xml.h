/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonUnknownXml: keeps elements of a newer minor version as canonical text while they pass by.
 */
#pragma once

#include "formats/xml-reader.h"

G_BEGIN_DECLS

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

void marathon_unknown_xml_start (MarathonUnknownXml *unknown, MarathonXmlReader *reader, const MarathonXmlElement *element);
void marathon_unknown_xml_text  (MarathonUnknownXml *unknown, MarathonXmlReader *reader, const char *text, gsize length);

/** Returns: (transfer full) (nullable): the whole text at the end of the outermost unknown element, else %NULL. */
char *marathon_unknown_xml_end (MarathonUnknownXml *unknown, const char *name);

G_END_DECLS
