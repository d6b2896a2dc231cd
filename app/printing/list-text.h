/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListText: what the lists say of a person, as far as the audience may know it (domain.md E).
 *
 * Public lists obey what each person wants to be published, and withhold minors where the event's rules say so. All other audiences see names
 * as they are. Every function appends to a buffer of the caller's.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct _MarathonListText MarathonListText;

/** What an append function looks like. */
typedef void (*MarathonListTextFunc) (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** @event: only read; it must outlive the text. */
MarathonListText *marathon_list_text_new  (MarathonEvent *event, MarathonAudience audience);
void              marathon_list_text_free (MarathonListText *text);

MarathonEvent    *marathon_list_text_get_event    (const MarathonListText *text);
MarathonAudience  marathon_list_text_get_audience (const MarathonListText *text);

/** What this audience may know of the name: FULL for all but the public. */
MarathonPublish marathon_list_text_get_publish (const MarathonListText *text, const MarathonEntrant *entrant);

/** The same of a guide: as the entrant who is the same person, and never more than of the athlete where that is nothing. */
MarathonPublish marathon_list_text_get_guide_publish (const MarathonListText *text,
                                                      const MarathonEntrant  *athlete,
                                                      const MarathonGuide    *guide);

/** Whether minors should be withheld and cannot be told, because the event has no date. */
gboolean marathon_list_text_misses_race_day (const MarathonListText *text);

/** Whether an asterisk stood at a personal best since the text was made, and so a legend is due. */
gboolean marathon_list_text_used_asterisk (const MarathonListText *text);

/**
 * marathon_list_append_person:
 *
 * Appends "Family, Given" as written, never re-cased: the form that can be looked up, and stays apart from names that are in
 * capitals themselves. Names in Chinese characters, kana and hangul are written without the comma (domain.md D); one name alone stands alone.
 */
void marathon_list_append_person (const char *family, const char *given, GString *out);

/** Whether @text is read from right to left: its first letter is Hebrew, Arabic or of one of their kin. */
gboolean marathon_list_reads_from_right (const char *text);

/** The name as far as it may be known: "Family, Given", "F., G. H." or "Name withheld". */
void marathon_list_text_append_name (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** "Guide: Carter, Bea (km 0–20)"; the guide of somebody withheld is withheld. */
void marathon_list_text_append_guide (MarathonListText      *text,
                                      const MarathonEntrant *athlete,
                                      const MarathonGuide   *guide,
                                      GString               *out);

/** The bib; in brackets the one shared with the group, where there is none of one's own. */
void marathon_list_text_append_bib (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** The three-letter code where it is known, else the nation as given. */
void marathon_list_text_append_nation       (MarathonListText *text, const MarathonEntrant *entrant, GString *out);
void marathon_list_text_append_guide_nation (MarathonListText *text, const MarathonGuide *guide, GString *out);

/** "Debut", or the personal best with an asterisk where it cannot count for records (domain.md A5). */
void marathon_list_text_append_pb (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** The sport class; for the public only in elite and para categories. */
void marathon_list_text_append_class (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** "Defending champion; Pacemaker; Olympic champion 2012". */
void marathon_list_text_append_honours (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** The entrant's charity, or else the group's. */
void marathon_list_text_append_charity (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

void marathon_list_text_append_group    (MarathonListText *text, const MarathonEntrant *entrant, GString *out);
void marathon_list_text_append_category (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** The wave with its start, "Red 2"; and when it is sent off, "10:20". */
void marathon_list_text_append_wave      (MarathonListText *text, const MarathonEntrant *entrant, GString *out);
void marathon_list_text_append_wave_time (MarathonListText *text, const MarathonEntrant *entrant, GString *out);

/** The name of one wave with its start, by the wave's handle; "" for 0. */
const char *marathon_list_text_get_wave_name (const MarathonListText *text, guint32 wave);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListText, marathon_list_text_free)

G_END_DECLS
