/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person types to find people, taken apart: words and phrases that may lie in any searchable field, and terms
 * such as "club:harriers" that ask one field.
 *
 *   smith jo             both, each in any field
 *   "van den"            a phrase
 *   club:"fen runners"   a phrase in one field
 *   wave:red-1           a record, by key or name
 *   club:""              no club
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/** The field of a term that asks no field in particular. */
#define MARATHON_QUERY_ANY_FIELD G_MAXUINT

typedef struct {
  guint field;    /* of the table of fields, or MARATHON_QUERY_ANY_FIELD */
  gboolean blank; /* asks for people for whom the field says nothing; the texts are "" then */
  char *text;     /* as typed, without key and quotes */
  char *needle;   /* marathon_search_fold() of it */
  char *umlauts;  /* nullable: the same with ä ö ü written out: ae oe ue (domain.md D: Mühlbauer, Muehlbauer) */
  char *plain; /* nullable: the same with written-out umlauts undone; so vague that it is tried only where nothing else
                  is found */
} MarathonQueryTerm;

/**
 * marathon_entrant_query_parse:
 * @text: what was typed; a key that is no field of the event is part of a word; a term whose value is still to be typed
 * is left out
 *
 * Returns: (transfer full): the terms, all of which a person must match
 */
GPtrArray *marathon_entrant_query_parse (MarathonEvent *event, const char *text);

G_END_DECLS
