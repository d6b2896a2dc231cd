/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as XML elements: `<wave id="red-2" start="red" …/>`, from the table of the record's columns.
 */
#pragma once

#include "formats/xml-reader.h"
#include "model/record.h"

G_BEGIN_DECLS

/** Appends the attributes of the columns whose values are not the initial ones, in the order of the table, then unknown ones. */
void marathon_record_xml_append_attributes (MarathonRecord *record, GString *out);

/** Appends the whole element with its id, on a line of its own after @indent spaces. */
void marathon_record_xml_append (MarathonRecord *record, guint indent, GString *out);

/**
 * marathon_record_xml_read:
 * @keep_unknown: keep attributes that we do not know (a newer minor version) instead of refusing them
 *
 * Sets the columns of @record from the attributes of an element; @skip names an attribute that the caller has read (nullable). What does not
 * fit is refused at its place.
 *
 * Returns: %TRUE where nothing was refused
 */
gboolean marathon_record_xml_read (MarathonXmlReader        *reader,
                                   MarathonRecord           *record,
                                   MarathonEvent            *event,
                                   const MarathonXmlElement *element,
                                   const char               *skip,
                                   gboolean                  keep_unknown);

/** Keeps @xml, an unknown element of @record; abandons the reading where there are more than MARATHON_XML_MAX_VALUE bytes of them. */
void marathon_record_xml_keep_content (MarathonXmlReader *reader, MarathonRecord *record, const char *xml);

/** Returns: (nullable): the value of the attribute @name of @element. */
const char *marathon_xml_element_get (const MarathonXmlElement *element, const char *name);

/** Appends the attribute as canonical text to the start tag or run of attributes that @out ends in; declares its prefix once. */
void marathon_xml_append_foreign_attribute (GString *out, const MarathonXmlAttribute *attribute);

G_END_DECLS
