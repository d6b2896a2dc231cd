/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of all fields of an entrant. The project file, CSV import and export, the screen's columns and forms, the lists on paper, the
 * search and the command line all read it: a new field is a line here (and one in the schema).
 */
#pragma once

#include "model/entrant.h"
#include "model/record.h"

G_BEGIN_DECLS

/** The built-in fields, in the order of an export. A custom field is MARATHON_FIELD_CUSTOM plus its record's handle. */
typedef enum {
  MARATHON_FIELD_ID,
  MARATHON_FIELD_EXTERNAL_ID,
  MARATHON_FIELD_BIB,
  MARATHON_FIELD_FAMILY,
  MARATHON_FIELD_GIVEN,
  MARATHON_FIELD_KNOWN_AS,
  MARATHON_FIELD_BIB_NAME,
  MARATHON_FIELD_SORT_KEY,
  MARATHON_FIELD_SEX,
  MARATHON_FIELD_BORN,
  MARATHON_FIELD_NATION,
  MARATHON_FIELD_TOWN,
  MARATHON_FIELD_RESIDENCE,
  MARATHON_FIELD_CLUB,
  MARATHON_FIELD_LICENCE,
  MARATHON_FIELD_CHIP,
  MARATHON_FIELD_MODE,
  MARATHON_FIELD_CATEGORY,
  MARATHON_FIELD_WAVE,
  MARATHON_FIELD_CLASS,
  MARATHON_FIELD_CLASS_STATUS,
  MARATHON_FIELD_RANK,
  MARATHON_FIELD_PB,
  MARATHON_FIELD_SB,
  MARATHON_FIELD_QUALIFYING,
  MARATHON_FIELD_PREDICTED,
  MARATHON_FIELD_ROUTE,
  MARATHON_FIELD_CHARITY,
  MARATHON_FIELD_GROUP,
  MARATHON_FIELD_LOAD,
  MARATHON_FIELD_HONOURS,
  MARATHON_FIELD_TAGS,
  MARATHON_FIELD_STARTS,
  MARATHON_FIELD_PUBLISH,
  MARATHON_FIELD_STATUS,
  MARATHON_FIELD_ENTERED,
  MARATHON_FIELD_COLLECTED,
  MARATHON_FIELD_NOTE,
  MARATHON_FIELD_EMAIL,
  MARATHON_FIELD_PHONE,
  MARATHON_FIELD_EMERGENCY_NAME,
  MARATHON_FIELD_EMERGENCY_PHONE,
  MARATHON_FIELD_MEDICAL,
  MARATHON_FIELD_COLLECTED_BY,
  MARATHON_FIELD_PINS,
  MARATHON_FIELD_PRINTED,
  MARATHON_FIELD_BIB_BLOCK,
  MARATHON_FIELD_CATEGORY_REASON,
  MARATHON_FIELD_WAVE_REASON,
  MARATHON_FIELD_PB_YEAR,
  MARATHON_FIELD_PB_PLACE,
  MARATHON_FIELD_PB_INELIGIBLE,
  MARATHON_FIELD_QUALIFYING_RACE,
  MARATHON_FIELD_DEBUT,
  MARATHON_FIELD_PACEMAKER,
  MARATHON_FIELD_CHAMPION,
  MARATHON_FIELD_GUN_TIME,
  MARATHON_FIELD_NET_TIME,
  MARATHON_FIELD_PLACE,
  MARATHON_FIELD_RESULT_STATUS,
  MARATHON_FIELD_RESULT_RULE,
  MARATHON_FIELD_RESULT_OFFICIAL,
  MARATHON_N_FIELDS,

  /* Details that are no fields: what a newer minor version wrote (canonical XML text). */
  MARATHON_DETAIL_UNKNOWN_ATTRIBUTES = 1000,
  MARATHON_DETAIL_UNKNOWN_CONTENT,
  MARATHON_DETAIL_UNKNOWN_CHILD, /* plus a MarathonFieldHome: attributes of that child */

  MARATHON_FIELD_CUSTOM = 1024,
} MarathonField;

typedef enum {
  MARATHON_FIELD_TYPE_TEXT,    /* one line */
  MARATHON_FIELD_TYPE_LINES,   /* several lines */
  MARATHON_FIELD_TYPE_WORDS,   /* words separated by ";" */
  MARATHON_FIELD_TYPE_ID,
  MARATHON_FIELD_TYPE_BIB,
  MARATHON_FIELD_TYPE_ENUM,    /* a word of the vocabulary */
  MARATHON_FIELD_TYPE_BIRTH,   /* any MarathonDate */
  MARATHON_FIELD_TYPE_DAY,     /* a day; the entry date: after 1969 */
  MARATHON_FIELD_TYPE_NATION,
  MARATHON_FIELD_TYPE_RECORD,  /* the key of a record of the list */
  MARATHON_FIELD_TYPE_CLASS,
  MARATHON_FIELD_TYPE_UINT,
  MARATHON_FIELD_TYPE_NUMBER,  /* digits with at most one decimal point, as written */
  MARATHON_FIELD_TYPE_TIME,
  MARATHON_FIELD_TYPE_FLAG,    /* "yes" or "" */
  MARATHON_FIELD_TYPE_INSTANT,
  MARATHON_FIELD_TYPE_PINS,    /* "bib;wave;category" */
} MarathonFieldType;

/** Where the project file keeps a field. */
typedef enum {
  MARATHON_FIELD_HOME_ENTRANT, /* attribute of <entrant> */
  MARATHON_FIELD_HOME_CONTACT, /* of its <contact> */
  MARATHON_FIELD_HOME_MEDICAL, /* of its <medical> */
  MARATHON_FIELD_HOME_RESULT,  /* of its <result> */
  MARATHON_FIELD_HOME_CUSTOM,  /* of its <custom> */
  MARATHON_N_FIELD_HOMES,
} MarathonFieldHome;

typedef struct {
  guint field;           /* MarathonField, or MARATHON_FIELD_CUSTOM + handle */
  const char *key;       /* in CSV heads and on the command line; custom ones have "x-" in front */
  const char *attribute; /* in the project file */
  const char *label;     /* marked for translation (a custom field's is as the official wrote it) */
  MarathonFieldType type;
  MarathonFieldHome home;
  MarathonAudience audience;      /* the most public audience that may see it; MEDICAL: medical and everything only */
  guint limit;                    /* TEXT LINES WORDS: bytes; UINT: greatest value */
  const MarathonWord *vocabulary; /* ENUM */
  MarathonListId list;            /* RECORD */
  const char *aliases;            /* heads of import files in several languages, separated by "|" */
} MarathonFieldInfo;

/**
 * marathon_event_get_field:
 * @field: a built-in field or a custom one of the event
 *
 * Returns: (transfer none) (nullable): its line of the table; %NULL for a custom field that does not exist. A custom field's line is good until
 *   the event's custom fields change.
 */
const MarathonFieldInfo *marathon_event_get_field (MarathonEvent *event, guint field);

/** Looks up a key such as "family" or "x-shirt"; %NULL where there is no such field. */
const MarathonFieldInfo *marathon_event_find_field (MarathonEvent *event, const char *key);

/** Looks up the attribute @name of the element @home; %NULL where there is none. */
const MarathonFieldInfo *marathon_event_find_attribute (MarathonEvent *event, MarathonFieldHome home, const char *name);

/** Returns: (transfer container): the lines of all fields of the event, built-in ones first, in the order of an export. */
GPtrArray *marathon_event_list_fields (MarathonEvent *event);

/** Returns: which of the 24 four-byte words of an entrant hold the field, as a bit mask: a change outside of them cannot touch it. */
guint32 marathon_field_get_words (const MarathonFieldInfo *info);

/** Whether a list for @audience may show the field. */
gboolean marathon_field_is_for (const MarathonFieldInfo *info, MarathonAudience audience);

/**
 * marathon_entrant_append_text:
 *
 * Appends the canonical text of the field (as in the project file, except that numbers etc. are the same) to @out; nothing where it is not known
 * or has its initial value ("accepted", "running", "full").
 */
void marathon_entrant_append_text (MarathonEvent           *event,
                                   const MarathonEntrant   *entrant,
                                   const MarathonFieldInfo *info,
                                   GString                 *out);

/** Returns: (transfer full): the same as a new string. */
char *marathon_entrant_get_text (MarathonEvent *event, const MarathonEntrant *entrant, guint field);

/** The text of a field that is a detail, without a copy; "" for none. */
const char *marathon_entrant_get_detail (MarathonEvent *event, const MarathonEntrant *entrant, guint field);

G_END_DECLS
