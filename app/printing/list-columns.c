/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the columns of lists. Most are fields as they are; the others say how their text is made.
 */
#include "printing/list-columns.h"

#include <glib/gi18n-lib.h>

#include "model/entrant-display.h"
#include "model/published-name.h"

/* For columns that hold no field of their own. */
#define ANYBODY MARATHON_N_FIELDS

typedef void (*GuideFunc) (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out);

typedef struct {
  MarathonReportColumn column; /* heading marked for translation */
  guint field; /* who may see it, and of whom: as the field */
  gboolean optional;
  MarathonListTextFunc append; /* NULL: the field's own text */
  GuideFunc append_guide;      /* NULL: guides have none */
} Row;

/* --- Texts that only lists have --- */

static void
append_tick (gboolean collected, GString *out)
{
  g_string_append (out, collected ? "[×]" : "[  ]");
}

static void
append_collected (MarathonListText *text, const MarathonEntrant *entrant, GString *out)
{
  append_tick (marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED), out);
}

static void
append_guide_collected (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  append_tick (guide->collected != 0, out);
}

static void
append_born (MarathonListText *text, const MarathonEntrant *entrant, GString *out)
{
  marathon_birth_append_display (entrant->birth, out);
}

static void
append_guide_born (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  marathon_birth_append_display (guide->birth, out);
}

static void
append_status (MarathonListText *text, const MarathonEntrant *entrant, GString *out)
{
  g_string_append (out, _ (marathon_status_words[entrant->status].label));
}

static void
append_guide_sex (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  g_string_append (out, marathon_sex_words[guide->sex].word);
}

static void
append_guide_nation (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  marathon_list_text_append_guide_nation (text, guide, out);
}

static void
append_pooled (MarathonListText *text, MarathonText pooled, GString *out)
{
  g_string_append (out, marathon_event_text (marathon_list_text_get_event (text), pooled));
}

static void
append_guide_bib (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  append_pooled (text, guide->bib, out);
}

static void
append_guide_licence (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  append_pooled (text, guide->licence, out);
}

static void
append_guide_emergency_name (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  append_pooled (text, guide->emergency_name, out);
}

static void
append_guide_emergency_phone (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  append_pooled (text, guide->emergency_phone, out);
}

static void
append_nothing (MarathonListText *text, const MarathonEntrant *entrant, GString *out)
{
}

static void
append_waiver (MarathonListText *text, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  g_string_append (out, guide->waiver ? _ ("signed") : _ ("not signed"));
}

/* --- The table --- */

#define START MARATHON_REPORT_ALIGN_START
#define CENTRE MARATHON_REPORT_ALIGN_CENTRE
#define END MARATHON_REPORT_ALIGN_END
#define NATURAL MARATHON_REPORT_WIDTH_NATURAL, 0
#define FLEXIBLE(weight) MARATHON_REPORT_WIDTH_FLEXIBLE, weight
#define FIXED(em) MARATHON_REPORT_WIDTH_FIXED, em
#define FIELD(name) MARATHON_FIELD_##name

static const Row rows[MARATHON_N_LIST_COLUMNS] = {
  [MARATHON_LIST_COLUMN_BIB] = { { "bib", N_ ("Bib"), END, NATURAL, .bold = TRUE }, ANYBODY, FALSE,
                                 marathon_list_text_append_bib, append_guide_bib },
  [MARATHON_LIST_COLUMN_NAME] = { { "name", N_ ("Name"), START, FLEXIBLE (5), .wraps = TRUE }, ANYBODY, FALSE,
                                  marathon_list_text_append_name, marathon_list_text_append_guide },
  [MARATHON_LIST_COLUMN_TICK] = { { "collected", N_ ("Collected"), CENTRE, NATURAL }, FIELD (COLLECTED), FALSE, append_collected,
                                  append_guide_collected },
  [MARATHON_LIST_COLUMN_SEX] = { { "sex", N_ ("Sex"), CENTRE, NATURAL }, FIELD (SEX), TRUE, NULL, append_guide_sex },
  [MARATHON_LIST_COLUMN_NATION] = { { "nation", N_ ("Nation"), CENTRE, NATURAL, .wraps = TRUE }, FIELD (NATION), TRUE,
                                    marathon_list_text_append_nation, append_guide_nation },
  [MARATHON_LIST_COLUMN_BORN] = { { "born", N_ ("Born"), START, NATURAL }, FIELD (BORN), TRUE, append_born, append_guide_born },
  [MARATHON_LIST_COLUMN_CLUB] = { { "club", N_ ("Club"), START, FLEXIBLE (3), .wraps = TRUE }, FIELD (CLUB), TRUE, NULL, NULL },
  [MARATHON_LIST_COLUMN_TOWN] = { { "town", N_ ("Town"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (TOWN), TRUE, NULL, NULL },
  [MARATHON_LIST_COLUMN_CLASS] = { { "class", N_ ("Class"), CENTRE, NATURAL }, FIELD (CLASS), TRUE,
                                   marathon_list_text_append_class, NULL },
  [MARATHON_LIST_COLUMN_CATEGORY] = { { "category", N_ ("Category"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (CATEGORY), TRUE,
                                      marathon_list_text_append_category, NULL },
  [MARATHON_LIST_COLUMN_WAVE] = { { "wave", N_ ("Wave"), START, FLEXIBLE (1.5), .wraps = TRUE }, FIELD (WAVE), TRUE,
                                  marathon_list_text_append_wave, NULL },
  [MARATHON_LIST_COLUMN_START_TIME] = { { "start-time", N_ ("Start"), END, NATURAL }, FIELD (WAVE), TRUE,
                                        marathon_list_text_append_wave_time, NULL },
  [MARATHON_LIST_COLUMN_STATUS] = { { "status", N_ ("Status"), START, NATURAL, .wraps = TRUE }, ANYBODY, FALSE, append_status, NULL },
  [MARATHON_LIST_COLUMN_PB] = { { "pb", N_ ("PB"), END, NATURAL }, FIELD (PB), TRUE, marathon_list_text_append_pb, NULL },
  [MARATHON_LIST_COLUMN_HONOURS] = { { "honours", N_ ("Honours"), START, FLEXIBLE (4), .wraps = TRUE }, FIELD (HONOURS), TRUE,
                                     marathon_list_text_append_honours, NULL },
  [MARATHON_LIST_COLUMN_KNOWN_AS] = { { "known-as", N_ ("Known as"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (KNOWN_AS), TRUE,
                                      NULL, NULL },
  [MARATHON_LIST_COLUMN_STARTS] = { { "starts", N_ ("Starts"), END, NATURAL }, FIELD (STARTS), TRUE, NULL, NULL },
  [MARATHON_LIST_COLUMN_GROUP] = { { "group", N_ ("Group"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (GROUP), TRUE,
                                   marathon_list_text_append_group, NULL },
  [MARATHON_LIST_COLUMN_CHARITY] = { { "charity", N_ ("Charity"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (CHARITY), TRUE,
                                     marathon_list_text_append_charity, NULL },
  [MARATHON_LIST_COLUMN_LOAD] = { { "load", N_ ("Load or costume"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (LOAD), TRUE, NULL,
                                  NULL },
  [MARATHON_LIST_COLUMN_TAGS] = { { "tags", N_ ("Tags"), START, FLEXIBLE (1), .wraps = TRUE }, FIELD (TAGS), TRUE, NULL, NULL },
  [MARATHON_LIST_COLUMN_LICENCE] = { { "licence", N_ ("Licence"), START, NATURAL }, FIELD (LICENCE), TRUE, NULL,
                                     append_guide_licence },
  [MARATHON_LIST_COLUMN_WAIVER] = { { "waiver", N_ ("Waiver"), START, NATURAL }, FIELD (COLLECTED), TRUE, append_nothing,
                                    append_waiver },
  [MARATHON_LIST_COLUMN_NOTE] = { { "note", N_ ("Note"), START, FLEXIBLE (2), .wraps = TRUE }, FIELD (NOTE), TRUE, NULL, NULL },
  [MARATHON_LIST_COLUMN_EMERGENCY_NAME] = { { "emergency-name", N_ ("Emergency contact"), START, FLEXIBLE (3), .wraps = TRUE },
                                            FIELD (EMERGENCY_NAME), FALSE, NULL, append_guide_emergency_name },
  [MARATHON_LIST_COLUMN_EMERGENCY_PHONE] = { { "emergency-phone", N_ ("Emergency phone"), START, NATURAL }, FIELD (EMERGENCY_PHONE), FALSE, NULL, append_guide_emergency_phone },
  [MARATHON_LIST_COLUMN_MEDICAL] = { { "medical", N_ ("Medical note"), START, FLEXIBLE (5), .wraps = TRUE }, FIELD (MEDICAL), FALSE,
                                     NULL, NULL },
};

void
marathon_list_column_describe (MarathonListColumnId id, MarathonReportColumn *column)
{
  *column = rows[id].column;
  column->heading = _ (column->heading);
}

/* The class is for officials, but published in some categories: its text sees to that. */
gboolean
marathon_list_column_is_for (MarathonListColumnId id, const MarathonListText *text)
{
  MarathonAudience audience = marathon_list_text_get_audience (text);
  const MarathonFieldInfo *info = marathon_event_get_field (marathon_list_text_get_event (text), rows[id].field);

  if (id == MARATHON_LIST_COLUMN_CLASS && audience == MARATHON_AUDIENCE_PUBLIC)
    return TRUE;
  return info == NULL || marathon_field_is_for (info, audience);
}

gboolean
marathon_list_column_is_optional (MarathonListColumnId id)
{
  return rows[id].optional;
}

static gboolean
is_published (const Row *row, MarathonPublish publish)
{
  return row->field == ANYBODY || marathon_published_name_allows (publish, row->field);
}

void
marathon_list_column_append (MarathonListColumnId   id,
                             MarathonListText      *text,
                             const MarathonEntrant *entrant,
                             MarathonPublish        publish,
                             GString               *out)
{
  const Row *row = &rows[id];
  MarathonEvent *event;

  if (!is_published (row, publish))
    return;
  if (row->append != NULL)
    {
      row->append (text, entrant, out);
      return;
    }
  event = marathon_list_text_get_event (text);
  marathon_entrant_append_text (event, entrant, marathon_event_get_field (event, row->field), out);
}

void
marathon_list_column_append_guide (MarathonListColumnId   id,
                                   MarathonListText      *text,
                                   const MarathonEntrant *athlete,
                                   const MarathonGuide   *guide,
                                   GString               *out)
{
  if (rows[id].append_guide != NULL && is_published (&rows[id], marathon_list_text_get_guide_publish (text, athlete, guide)))
    rows[id].append_guide (text, athlete, guide, out);
}
