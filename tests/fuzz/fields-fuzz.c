/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text as a value: the first byte says of what. What is read is written in its canonical form, and that is read as
 * the same value.
 */
#include <string.h>

#include "base/bib.h"
#include "base/colour.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/number-ranges.h"
#include "base/race-time.h"
#include "formats/person-name.h"
#include "fuzz/fuzz-target.h"
#include "model/entrant-index.h"
#include "model/entrant-query.h"
#include "model/guide-fields.h"
#include "model/model-fixture.h"

typedef void (*Target) (const char *text);

/* --- Dates --- */

static void
check_date (MarathonDate date)
{
  g_autofree char *text = marathon_date_format (date);
  MarathonDate again;

  g_assert_true (marathon_date_parse (text, &again));
  g_assert_cmpuint (again, ==, date);
  g_assert_cmpint (marathon_date_age_on (date, marathon_date_new_day (2026, 4, 26)), >=, -1);
}

static void
read_date (const char *text)
{
  MarathonDate date;

  if (marathon_date_parse (text, &date))
    check_date (date);
}

static void
read_foreign_date (const char *text)
{
  const MarathonDate latest[] = { MARATHON_DATE_UNKNOWN, marathon_date_new_day (2026, 4, 26) };
  guint orders = marathon_date_guess_order (text);
  MarathonDate date;

  g_assert_cmpuint (orders, <, 1u << (MARATHON_DATE_ORDER_YMD + 1));
  for (MarathonDateOrder order = MARATHON_DATE_ORDER_UNKNOWN; order <= MARATHON_DATE_ORDER_YMD; order++)
    for (guint i = 0; i < G_N_ELEMENTS (latest); i++)
      if (marathon_date_parse_foreign (text, order, latest[i], &date))
        check_date (date);
}

/* --- Times --- */

static void
check_time (MarathonTime time)
{
  g_autofree char *text = marathon_time_format (time);
  g_autofree char *official = marathon_time_format_official (time);
  MarathonTime again;

  g_assert_cmpint (time, >=, 0);
  g_assert_cmpint (time, <=, MARATHON_TIME_MAX);
  g_assert_true (marathon_time_parse (text, &again));
  g_assert_cmpint (again, ==, time);
  g_assert_cmpuint (strlen (official), <, 16);
}

static void
read_time (const char *text)
{
  MarathonTime time;

  if (marathon_time_parse (text, &time))
    check_time (time);
  for (MarathonTimeHint hint = MARATHON_TIME_HINT_NONE; hint <= MARATHON_TIME_HINT_MINUTES; hint++)
    if (marathon_time_parse_foreign (text, hint, &time))
      check_time (time);
}

static void
read_clock (const char *text)
{
  g_autofree char *written = NULL;
  gint64 instant, same_instant;
  int clock, same_clock;

  if (marathon_clock_parse (text, &clock))
    {
      written = marathon_clock_format (clock);
      g_assert_true (marathon_clock_parse (written, &same_clock));
      g_assert_cmpint (same_clock, ==, clock);
    }
  if (marathon_instant_parse (text, &instant))
    {
      g_free (written);
      written = marathon_instant_format (instant);
      g_assert_true (marathon_instant_parse (written, &same_instant));
      g_assert_cmpint (same_instant, ==, instant);
    }
}

/* --- Numbers --- */

static void
read_bib (const char *text)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4], again[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number, same_number;
  g_autofree char *written = NULL;

  if (!marathon_bib_parse (text, prefix, &number))
    return;
  g_assert_cmpuint (strlen (prefix), <, sizeof prefix);
  g_assert_true (g_utf8_validate (prefix, -1, NULL));
  if (number == MARATHON_BIB_NO_NUMBER)
    return;
  /* Folding may make it longer than a bib may be. */
  written = marathon_bib_format (prefix, number, 1);
  if (!marathon_bib_parse (written, again, &same_number))
    return;
  g_assert_cmpstr (again, ==, prefix);
  g_assert_cmpuint (same_number, ==, number);
  g_assert_cmpint (marathon_bib_compare (prefix, number, again, same_number), ==, 0);
}

static void
read_ranges (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonNumberRanges) ranges = marathon_number_ranges_parse (text, &error);
  g_autoptr (MarathonNumberRanges) again = NULL;
  g_autofree char *written = NULL, *rewritten = NULL, *words = NULL;
  guint32 next;

  if (ranges == NULL)
    {
      fuzz_check_message (error);
      return;
    }
  written = marathon_number_ranges_format (ranges);
  again = marathon_number_ranges_parse (written, &error);
  g_assert_no_error (error);
  rewritten = marathon_number_ranges_format (again);
  g_assert_cmpstr (written, ==, rewritten);
  g_assert_cmpuint (marathon_number_ranges_count (ranges), ==, marathon_number_ranges_count (again));
  words = marathon_number_ranges_describe (ranges);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  if (marathon_number_ranges_next (ranges, 0, &next))
    g_assert_true (marathon_number_ranges_contains (again, next));
  else
    g_assert_cmpuint (marathon_number_ranges_count (ranges), ==, 0);
}

static void
read_colour (const char *text)
{
  MarathonColour colour;

  if (!marathon_colour_parse (text, &colour))
    return;
  g_assert_true (colour.red >= 0 && colour.red <= 1 && colour.green >= 0 && colour.green <= 1);
  g_assert_true (colour.blue >= 0 && colour.blue <= 1);
  g_assert_nonnull (marathon_colour_get_ink_for (&colour));
  g_assert_cmpfloat (marathon_colour_get_contrast (&colour, &colour), >=, 1);
}

/* --- Words --- */

static void
read_person_name (const char *text)
{
  for (guint family_first = 0; family_first < 2; family_first++)
    {
      g_auto (MarathonPersonName) name = { 0 };

      marathon_person_name_split (text, family_first != 0, &name);
      g_assert_true (g_utf8_validate (name.family, -1, NULL));
      g_assert_true (g_utf8_validate (name.given, -1, NULL));
      g_assert_true (g_utf8_validate (name.known_as, -1, NULL));
      g_assert_cmpuint (strlen (name.family) + strlen (name.given) + strlen (name.known_as), <=, strlen (text));
    }
}

static void
read_fold (const char *text)
{
  g_autofree char *folded = marathon_fold (text);
  g_autofree char *again = marathon_fold (folded);

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpstr (folded, ==, again);
}

/* Everybody who is found is found among all. */
static void
read_query (const char *text)
{
  static MarathonEvent *event;
  static MarathonEntrantIndex *index;
  guint64 bitmap[1] = { 0 };

  if (event == NULL)
    {
      event = model_fixture_new ("event | title=Spring Marathon | date=2014-04-13\n"
                                 "start red | name=Red\n"
                                 "wave red-1 | name=Red 1 | start=red\n"
                                 "field shirt | label=Shirt | type=choice\n"
                                 "entrant 1 | family=Müller | given=Zoë | bib=W37 | wave=red-1 | x-shirt=L | nation=GER\n"
                                 "entrant 2 | family=王 | given=小明 | bib=38 | born=1980 | predicted=3:30:00\n"
                                 "guide 21 | family=O’Brien | bib=G38\n");
      index = marathon_entrant_index_new (event);
    }
  g_ptr_array_unref (marathon_entrant_query_parse (event, text));
  marathon_entrant_index_query (index, text, bitmap);
  g_assert_cmpuint (bitmap[0], <, 4);
}

/* --- A field of an entrant, by what a person types --- */

static void
set_field (MarathonEntrantDraft *draft, const MarathonFieldInfo *info, const char *text)
{
  g_autofree char *written = NULL, *rewritten = NULL;
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_start (draft, NULL);
  if (!marathon_entrant_draft_set_text (draft, info, text, &error))
    {
      fuzz_check_message (error);
      return;
    }
  written = marathon_entrant_get_text (draft->event, marathon_entrant_draft_finish (draft), info->field);
  g_assert_true (g_utf8_validate (written, -1, NULL));
  marathon_entrant_draft_set_text (draft, info, written, &error);
  g_assert_no_error (error);
  rewritten = marathon_entrant_get_text (draft->event, marathon_entrant_draft_finish (draft), info->field);
  g_assert_cmpstr (written, ==, rewritten);
}

static void
read_fields (const char *text)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("wave red-1 | name=Red 1\nfield shirt | label=Shirt\n");
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < fields->len; i++)
    set_field (&draft, g_ptr_array_index (fields, i), text);
  for (MarathonGuideField field = 0; field < MARATHON_N_GUIDE_FIELDS; field++)
    {
      MarathonGuide guide;
      g_autoptr (GError) error = NULL;

      memset (&guide, 0, sizeof guide);
      if (!marathon_guide_set_text (event, &guide, field, text, &error))
        fuzz_check_message (error);
    }
  marathon_entrant_draft_clear (&draft);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const Target targets[] = { read_date,   read_foreign_date, read_time,        read_clock, read_bib,   read_ranges,
                                    read_colour, read_person_name,  read_fold,        read_query, read_fields };
  g_autofree char *text = NULL;

  /* Whoever calls these has looked at the encoding before. */
  if (size == 0 || !g_utf8_validate ((const char *) data + 1, (gssize) size - 1, NULL))
    return 0;
  text = g_strndup ((const char *) data + 1, size - 1);
  targets[data[0] % G_N_ELEMENTS (targets)](text);
  return 0;
}
