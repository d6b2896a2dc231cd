/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed vocabularies of the model: each value's word in files and its label for people, written once.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A vocabulary is an array that ends with a %NULL word; the index of a word is its value. */
typedef struct {
  const char *word;  /* in files and on the command line; "" for "not said" */
  const char *label; /* marked for translation; show with _() */
} MarathonWord;

/** Sex as entered and ranked (domain.md A7: not a boolean). */
typedef enum {
  MARATHON_SEX_UNKNOWN,
  MARATHON_SEX_MALE,
  MARATHON_SEX_FEMALE,
  MARATHON_SEX_X,
} MarathonSex;

/** How somebody covers the course; ranking never crosses modes (domain.md A3). */
typedef enum {
  MARATHON_MODE_RUNNING,
  MARATHON_MODE_RACING_CHAIR,
  MARATHON_MODE_HANDCYCLE,
  MARATHON_MODE_FRAME,
  MARATHON_MODE_EVERYDAY_CHAIR,
} MarathonMode;

/** Where an entry stands before the race; only accepted entrants are planned (domain.md A9). */
typedef enum {
  MARATHON_STATUS_ACCEPTED,
  MARATHON_STATUS_APPLIED,
  MARATHON_STATUS_WITHDRAWN,
  MARATHON_STATUS_DEFERRED,
  MARATHON_N_STATUSES,
} MarathonStatus;

/** Status of a sport class (domain.md A1). */
typedef enum {
  MARATHON_CLASS_STATUS_UNKNOWN,
  MARATHON_CLASS_STATUS_NEW,
  MARATHON_CLASS_STATUS_REVIEW,
  MARATHON_CLASS_STATUS_FIXED_REVIEW,
  MARATHON_CLASS_STATUS_CONFIRMED,
} MarathonClassStatus;

/** What a public list may say of a name (domain.md E). */
typedef enum {
  MARATHON_PUBLISH_FULL,
  MARATHON_PUBLISH_INITIALS,
  MARATHON_PUBLISH_WITHHELD,
} MarathonPublish;

typedef enum {
  MARATHON_GUIDE_ROLE_GUIDE,
  MARATHON_GUIDE_ROLE_SUPPORT,
  MARATHON_GUIDE_ROLE_PILOT,
  MARATHON_GUIDE_ROLE_PUSHER,
} MarathonGuideRole;

/** Which day an age is taken on (domain.md A7). */
typedef enum {
  MARATHON_AGE_BASIS_DEFAULT, /* a category's: the event's; the event's: the race day */
  MARATHON_AGE_BASIS_RACE_DAY,
  MARATHON_AGE_BASIS_YEAR_END,
  MARATHON_AGE_BASIS_YEAR_START,
  MARATHON_AGE_BASIS_BIRTH_YEAR,
} MarathonAgeBasis;

typedef enum {
  MARATHON_GUIDE_RULE_BY_CLASS, /* T11 required, T12 allowed, others forbidden (domain.md A2) */
  MARATHON_GUIDE_RULE_REQUIRED,
  MARATHON_GUIDE_RULE_ALLOWED,
  MARATHON_GUIDE_RULE_FORBIDDEN,
} MarathonGuideRule;

typedef enum {
  MARATHON_RANKING_GUN,
  MARATHON_RANKING_NET,
} MarathonRanking;

/** In which order a block's numbers are given. */
typedef enum {
  MARATHON_BIB_ORDER_PREDICTED,
  MARATHON_BIB_ORDER_RANK,
  MARATHON_BIB_ORDER_PB,
  MARATHON_BIB_ORDER_QUALIFYING,
  MARATHON_BIB_ORDER_NAME,
  MARATHON_BIB_ORDER_ENTERED,
  MARATHON_BIB_ORDER_WAVE,
} MarathonBibOrder;

typedef enum {
  MARATHON_GROUP_KIND_OTHER,
  MARATHON_GROUP_KIND_PAIR,
  MARATHON_GROUP_KIND_SIBLINGS,
  MARATHON_GROUP_KIND_TEAM,
  MARATHON_GROUP_KIND_COSTUME,
} MarathonGroupKind;

/** How a group's time comes from its members' (domain.md B6). */
typedef enum {
  MARATHON_SCORING_NONE,
  MARATHON_SCORING_SUM,
  MARATHON_SCORING_LAST,
  MARATHON_SCORING_FIRST,
} MarathonScoring;

typedef enum {
  MARATHON_RECORD_SCOPE_COURSE,
  MARATHON_RECORD_SCOPE_WORLD,
  MARATHON_RECORD_SCOPE_AREA,
  MARATHON_RECORD_SCOPE_NATION,
  MARATHON_RECORD_SCOPE_EVENT,
} MarathonRecordScope;

/** Women's records are two lists (domain.md A10). */
typedef enum {
  MARATHON_RECORD_FIELD_ANY,
  MARATHON_RECORD_FIELD_MIXED,
  MARATHON_RECORD_FIELD_WOMEN_ONLY,
} MarathonRecordField;

typedef enum {
  MARATHON_RESULT_STATUS_NONE,
  MARATHON_RESULT_STATUS_FINISHED,
  MARATHON_RESULT_STATUS_DNF,
  MARATHON_RESULT_STATUS_DNS,
  MARATHON_RESULT_STATUS_DQ,
} MarathonResultStatus;

typedef enum {
  MARATHON_VERDICT_DIFFERENT,
  MARATHON_VERDICT_SAME,
} MarathonVerdict;

/** What a custom field holds. */
typedef enum {
  MARATHON_CUSTOM_TYPE_TEXT,
  MARATHON_CUSTOM_TYPE_NUMBER,
  MARATHON_CUSTOM_TYPE_YES_NO,
  MARATHON_CUSTOM_TYPE_CHOICE,
  MARATHON_CUSTOM_TYPE_DATE,
  MARATHON_CUSTOM_TYPE_TIME,
} MarathonCustomType;

/** For whom a list or a file is made; each may see what those before it may, but medical sees only what it needs. */
typedef enum {
  MARATHON_AUDIENCE_PUBLIC,
  MARATHON_AUDIENCE_OFFICIALS,
  MARATHON_AUDIENCE_MEDICAL,
  MARATHON_AUDIENCE_EVERYTHING,
} MarathonAudience;

typedef enum {
  MARATHON_OFFICIAL_ROLE_OTHER,
  MARATHON_OFFICIAL_ROLE_STARTER,
  MARATHON_OFFICIAL_ROLE_REFEREE,
  MARATHON_OFFICIAL_ROLE_MEDICAL,
  MARATHON_OFFICIAL_ROLE_WAVE_MARSHAL,
  MARATHON_OFFICIAL_ROLE_RACE_DIRECTOR,
  MARATHON_OFFICIAL_ROLE_TIMEKEEPER,
  MARATHON_OFFICIAL_ROLE_CLASSIFIER,
} MarathonOfficialRole;

extern const MarathonWord marathon_sex_words[];
extern const MarathonWord marathon_mode_words[];
extern const MarathonWord marathon_status_words[];
extern const MarathonWord marathon_class_status_words[];
extern const MarathonWord marathon_publish_words[];
extern const MarathonWord marathon_guide_role_words[];
extern const MarathonWord marathon_age_basis_words[];
extern const MarathonWord marathon_guide_rule_words[];
extern const MarathonWord marathon_ranking_words[];
extern const MarathonWord marathon_bib_order_words[];
extern const MarathonWord marathon_group_kind_words[];
extern const MarathonWord marathon_scoring_words[];
extern const MarathonWord marathon_record_scope_words[];
extern const MarathonWord marathon_record_field_words[];
extern const MarathonWord marathon_result_status_words[];
extern const MarathonWord marathon_verdict_words[];
extern const MarathonWord marathon_custom_type_words[];
extern const MarathonWord marathon_audience_words[];
extern const MarathonWord marathon_official_role_words[];

/** Routes are an open vocabulary (an event may have its own); these are the usual ones (domain.md B2). */
extern const MarathonWord marathon_route_words[];

/** Returns: the index of @word in @words, or -1. */
int marathon_words_find (const MarathonWord *words, const char *word);

/** Returns: (transfer full): the words of @words, "M, F, X", for error messages. */
char *marathon_words_list (const MarathonWord *words);

/** Returns: the translated label of a known route, or @route itself. */
const char *marathon_route_get_label (const char *route);

G_END_DECLS
