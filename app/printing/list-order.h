/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The orders of lists: by name and by bib, for a million entrants in about a second, and dividing them into sections.
 *
 * All orders are total, so a list is the same on every machine: ties go by id.
 */
#pragma once

#include "printing/list-text.h"

G_BEGIN_DECLS

/** @positions: of guint32. Keeps the order of those whose numbers are equal; @numbers are by index in @positions. */
void marathon_list_sort_by_number (GArray *positions, const guint64 *numbers);

/**
 * marathon_list_sort_by_name:
 * @positions: of guint32, positions in the roster
 *
 * By sort key or family name (the given name where there is none), then given name, in the alphabet of the event's language. Whoever the
 * audience may not know by full name comes last, by bib, so that the place in the list tells nothing
 * of the name.
 */
void marathon_list_sort_by_name (MarathonListText *text, GArray *positions);

/** By bib (the group's, where it is shared), folded prefix before number; those without one last, by name. */
void marathon_list_sort_by_bib (MarathonListText *text, GArray *positions);

/** The text by which an entrant is sorted: the sort key, the family name or the given name. */
const char *marathon_list_get_sort_text (MarathonEvent *event, const MarathonEntrant *entrant);

/* --- Sections --- */

/** Says which section, from 0 on, somebody belongs to; G_MAXUINT32 for none. */
typedef guint32 (*MarathonListSectionFunc) (const MarathonEntrant *entrant, gpointer user_data);

typedef struct {
  guint n_sections;
  guint n_without;    /* of those given, who are in no section */
  guint32 *starts;    /* n_sections + 1: section i is positions[starts[i]] up to but without positions[starts[i + 1]] */
  guint32 *positions; /* in the roster, in the order that they were given in */
} MarathonListDivision;

/** Returns: (transfer full): @positions divided into @n_sections. */
MarathonListDivision *marathon_list_division_new  (MarathonEvent          *event,
                                                   const GArray           *positions,
                                                   guint                   n_sections,
                                                   MarathonListSectionFunc func,
                                                   gpointer                user_data);
void                  marathon_list_division_free (MarathonListDivision *division);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListDivision, marathon_list_division_free)

G_END_DECLS
