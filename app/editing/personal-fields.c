/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of what is personal.
 */
#include "editing/personal-fields.h"

const MarathonWord marathon_personal_depth_words[] = { { "contact", NULL }, { "all", NULL }, { NULL, NULL } };

#define FIELD(name, kind) [MARATHON_FIELD_##name] = MARATHON_PERSONAL_##kind

static const MarathonPersonalKind fields[MARATHON_N_FIELDS] = {
  FIELD (ID, COARSE), /* another one: an exported list has the old */
  FIELD (EXTERNAL_ID, IDENTIFYING),
  FIELD (BIB, COARSE), /* not one of letters only: those are surnames */
  FIELD (FAMILY, IDENTIFYING),
  FIELD (GIVEN, IDENTIFYING),
  FIELD (KNOWN_AS, IDENTIFYING),
  FIELD (BIB_NAME, IDENTIFYING),
  FIELD (SORT_KEY, IDENTIFYING),
  FIELD (SEX, STAYS),
  FIELD (BORN, COARSE),   /* the year, and the age on the race day: age groups stay as they were */
  FIELD (NATION, COARSE), /* where it is one that there is, not any text */
  FIELD (TOWN, IDENTIFYING),
  FIELD (RESIDENCE, IDENTIFYING),
  FIELD (CLUB, IDENTIFYING),
  FIELD (LICENCE, IDENTIFYING),
  FIELD (CHIP, IDENTIFYING),
  FIELD (MODE, STAYS),
  FIELD (CATEGORY, STAYS),
  FIELD (WAVE, STAYS),
  FIELD (CLASS, STAYS), /* categories are made by it */
  FIELD (CLASS_STATUS, STAYS),
  FIELD (RANK, STAYS),
  FIELD (PB, STAYS),
  FIELD (SB, STAYS),
  FIELD (QUALIFYING, STAYS),
  FIELD (PREDICTED, STAYS),
  FIELD (ROUTE, STAYS),
  FIELD (CHARITY, STAYS),
  FIELD (GROUP, STAYS), /* its name goes: see the columns */
  FIELD (LOAD, IDENTIFYING),
  FIELD (HONOURS, IDENTIFYING),
  FIELD (TAGS, IDENTIFYING),
  FIELD (STARTS, STAYS),
  FIELD (PUBLISH, STAYS),
  FIELD (STATUS, STAYS),
  FIELD (ENTERED, STAYS),
  FIELD (COLLECTED, COARSE), /* the day: a clock's second is on somebody's camera */
  FIELD (NOTE, IDENTIFYING),
  FIELD (EMAIL, PRIVATE),
  FIELD (PHONE, PRIVATE),
  FIELD (EMERGENCY_NAME, PRIVATE),
  FIELD (EMERGENCY_PHONE, PRIVATE),
  FIELD (MEDICAL, PRIVATE),
  FIELD (COLLECTED_BY, IDENTIFYING),
  FIELD (PINS, STAYS),
  FIELD (PRINTED, STAYS),
  FIELD (BIB_BLOCK, STAYS),
  FIELD (CATEGORY_REASON, COARSE), /* where it is one of ours, with the new id of a group */
  FIELD (WAVE_REASON, COARSE),
  FIELD (PB_YEAR, IDENTIFYING),
  FIELD (PB_PLACE, IDENTIFYING),
  FIELD (PB_INELIGIBLE, STAYS),
  FIELD (QUALIFYING_RACE, IDENTIFYING),
  FIELD (DEBUT, STAYS),
  FIELD (PACEMAKER, STAYS),
  FIELD (CHAMPION, IDENTIFYING), /* there is one, and everybody knows who */
  FIELD (GUN_TIME, STAYS),
  FIELD (NET_TIME, STAYS),
  FIELD (PLACE, STAYS),
  FIELD (RESULT_STATUS, STAYS),
  FIELD (RESULT_RULE, IDENTIFYING),
  FIELD (RESULT_OFFICIAL, STAYS),
};

#define GUIDE(name, kind) [MARATHON_GUIDE_##name] = MARATHON_PERSONAL_##kind

static const MarathonPersonalKind guide_fields[MARATHON_N_GUIDE_FIELDS] = {
  GUIDE (ID, COARSE),
  GUIDE (ROLE, STAYS),
  GUIDE (FAMILY, IDENTIFYING),
  GUIDE (GIVEN, IDENTIFYING),
  GUIDE (SEX, STAYS),
  GUIDE (BORN, COARSE),
  GUIDE (NATION, COARSE),
  GUIDE (LICENCE, IDENTIFYING),
  GUIDE (LEG_FROM, STAYS),
  GUIDE (LEG_TO, STAYS),
  GUIDE (BIB, COARSE),
  GUIDE (WAIVER, STAYS),
  GUIDE (COLLECTED, COARSE),
  GUIDE (COLLECTED_BY, IDENTIFYING),
  GUIDE (ENTRANT, COARSE), /* by the new id */
  GUIDE (EMERGENCY_NAME, PRIVATE),
  GUIDE (EMERGENCY_PHONE, PRIVATE),
};

/* Names of columns, separated by blanks. */
typedef struct {
  const char *staying;
  const char *private;
  const char *identifying;
  const char *coarse;
} Columns;

static const Columns list_columns[MARATHON_N_LISTS] = {
  [MARATHON_LIST_CUSTOM_FIELDS] = { "label type choices audience required" },
  [MARATHON_LIST_STARTS] = { "name place ink ground share" },
  [MARATHON_LIST_CATEGORIES]
  = { "name code mode sex classes routes age-from age-to age-basis guide-rule qualifying capacity elite ranking" },
  [MARATHON_LIST_WAVES] = { "start name time capacity headroom from to categories routes" },
  [MARATHON_LIST_BIB_BLOCKS] = { "name prefix numbers categories waves routes order late-share digits ink ground" },
  /* The name becomes "Group 1": "The Miller Sisters" are three people. The bib as an entrant's. */
  [MARATHON_LIST_GROUPS] = { "kind together scoring target charity", .identifying = "load", .coarse = "name bib" },
  /* Who else runs in it is known by the task. */
  [MARATHON_LIST_OFFICIALS] = { "role starts waves", "phone", "family given title entrant honours" },
  [MARATHON_LIST_RECORDS] = { "name scope sex mode classes field scoring time holder nation date year place ratified" },
  [MARATHON_LIST_AGE_BANDS] = { "table label sex from to basis" },
  [MARATHON_LIST_MEDAL_EVENTS] = { "name competition sex mode classes categories ranking" },
  [MARATHON_LIST_LAYOUTS] = { "list name columns sort paper" },
  [MARATHON_LIST_PRINTS] = { "list printed audience rows", .identifying = "note" },
  /* Two entrants who were taken for one: of no use without names, so the whole record goes. */
  [MARATHON_LIST_DECISIONS] = { .identifying = "first second verdict decided" },
  [MARATHON_LIST_LOGO] = { "media-type data" },
};

static const Columns single_columns[MARATHON_N_SINGLES] = {
  [MARATHON_SINGLE_INFO] = { "title edition date place time-zone language organiser" },
  [MARATHON_SINGLE_COURSE] = { "length start finish certified separation drop" },
  [MARATHON_SINGLE_RULES] = { "age-basis minimum-age guides-max exchange-points default-predicted minors-withheld" },
};

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static MarathonPersonalKind
find_column (const Columns *columns, const char *name)
{
  if (has_word (columns->staying, name))
    return MARATHON_PERSONAL_STAYS;
  if (has_word (columns->private, name))
    return MARATHON_PERSONAL_PRIVATE;
  if (has_word (columns->identifying, name))
    return MARATHON_PERSONAL_IDENTIFYING;
  return has_word (columns->coarse, name) ? MARATHON_PERSONAL_COARSE : MARATHON_PERSONAL_UNDECIDED;
}

/* --- Looking up --- */

static MarathonPersonalKind
get_custom_kind (MarathonEvent *event, const MarathonFieldInfo *info)
{
  MarathonCustomField *custom
      = marathon_event_get_record (event, MARATHON_LIST_CUSTOM_FIELDS, info->field - MARATHON_FIELD_CUSTOM);

  if (info->audience >= MARATHON_AUDIENCE_MEDICAL)
    return MARATHON_PERSONAL_PRIVATE;
  switch ((MarathonCustomType) custom->type)
    {
    case MARATHON_CUSTOM_TYPE_YES_NO:
    case MARATHON_CUSTOM_TYPE_TIME:
      return MARATHON_PERSONAL_STAYS;
    case MARATHON_CUSTOM_TYPE_CHOICE: /* one of the choices; others may have been written or imported */
      return MARATHON_PERSONAL_COARSE;
    case MARATHON_CUSTOM_TYPE_TEXT:
    case MARATHON_CUSTOM_TYPE_NUMBER: /* of a passport, of a membership */
    case MARATHON_CUSTOM_TYPE_DATE:
    default:
      return MARATHON_PERSONAL_IDENTIFYING;
    }
}

MarathonPersonalKind
marathon_personal_get_field_kind (MarathonEvent *event, guint field)
{
  const MarathonFieldInfo *info;

  if (field < MARATHON_N_FIELDS)
    return fields[field];
  info = marathon_event_get_field (event, field);
  return info != NULL ? get_custom_kind (event, info) : MARATHON_PERSONAL_UNDECIDED;
}

MarathonPersonalKind
marathon_personal_get_guide_kind (MarathonGuideField field)
{
  return guide_fields[field];
}

MarathonPersonalKind
marathon_personal_get_column_kind (MarathonListId list, const char *column)
{
  return find_column (&list_columns[list], column);
}

MarathonPersonalKind
marathon_personal_get_single_kind (MarathonSingleId single, const char *column)
{
  return find_column (&single_columns[single], column);
}

gboolean
marathon_personal_list_has_named_keys (MarathonListId list)
{
  return list == MARATHON_LIST_GROUPS || list == MARATHON_LIST_OFFICIALS;
}

gboolean
marathon_personal_is_removed (MarathonPersonalKind kind, MarathonPersonalDepth depth)
{
  return kind == MARATHON_PERSONAL_UNDECIDED || kind == MARATHON_PERSONAL_PRIVATE
         || (kind == MARATHON_PERSONAL_IDENTIFYING && depth == MARATHON_PERSONAL_ALL);
}
