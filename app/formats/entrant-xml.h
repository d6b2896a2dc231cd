/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entrant as the XML element <entrant> with its children, as it stands in project files and in edit lines.
 *
 *   entrant                 single-valued fields as attributes
 *     contact               private: e-mail, phones
 *     medical               private: medical note
 *     result                times, place, status
 *     custom                custom fields by their ids
 *     guide                 up to four
 *       contact             private: the guide's emergency contact
 */
#pragma once

#include "formats/xml-reader.h"
#include "model/entrant-draft.h"

G_BEGIN_DECLS

/** Appends the whole element on lines of its own after @indent spaces. */
void marathon_entrant_xml_append (MarathonEvent *event, const MarathonEntrant *entrant, guint indent, GString *out);

/** Appends one <guide> element on a line of its own. */
void marathon_guide_xml_append (MarathonEvent *event, const MarathonGuide *guide, guint indent, GString *out);

/* --- Reading --- */

typedef struct _MarathonEntrantXml MarathonEntrantXml;

/** A reader of <entrant> elements into @draft (borrowed). @keep_unknown as in marathon_record_xml_read(). */
MarathonEntrantXml *marathon_entrant_xml_new  (MarathonXmlReader *reader, MarathonEntrantDraft *draft, gboolean keep_unknown);
void                marathon_entrant_xml_free (MarathonEntrantXml *xml);

/** The start of <entrant>, or, between its start and its end, of anything below it. The draft is started anew by <entrant>. */
void marathon_entrant_xml_start (MarathonEntrantXml *xml, const MarathonXmlElement *element);

/** An end. Returns: %TRUE at the end of <entrant>: the draft is whole, and good where nothing was refused since its start. */
gboolean marathon_entrant_xml_end (MarathonEntrantXml *xml, const char *name);

void marathon_entrant_xml_text (MarathonEntrantXml *xml, const char *text, gsize length);

/** Starts in the middle: what follows are <guide> elements alone, collected in the draft (for edit lines). */
void marathon_entrant_xml_begin_guides (MarathonEntrantXml *xml);
void marathon_entrant_xml_end_guides   (MarathonEntrantXml *xml);

/** From now on an entrant or guide may come without an id, which is then 0: the caller gives it one. */
void marathon_entrant_xml_allow_missing_ids (MarathonEntrantXml *xml);

/** Whether the current entrant was refused something. */
gboolean marathon_entrant_xml_is_good (MarathonEntrantXml *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonEntrantXml, marathon_entrant_xml_free)

G_END_DECLS
