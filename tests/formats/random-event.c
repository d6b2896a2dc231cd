/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events with everything in them.
 */
#include "formats/random-event.h"

#include <string.h>

#include "base/id-source.h"
#include "model/entrant-draft.h"
#include "model/guide-fields.h"

/* Short enough for each field, and trying for a writer. */
static const char *const texts[] = {
  "x",        "O'Alder", "“Q” & A", "a<b>c", "\"w\"",   "]]>",     "&amp;",  "Ž张م🏃",
  "Łódź",     "1",       "yes",     "--",    "xmlns=",  "<!--",    "{}",     "é",
};

static const char *
pick_text (guint number)
{
  return texts[number % G_N_ELEMENTS (texts)];
}

static guint
count_words (const MarathonWord *vocabulary)
{
  guint n = 0;

  while (vocabulary[n].word != NULL)
    n++;
  return n;
}

static guint64
get_entrant_id (guint number)
{
  return 0xabcdef0000000001u + number;
}

static char *
write_id (guint64 id)
{
  char *text = g_malloc (17);

  marathon_id_write (id, text);
  return text;
}

/* The key of a record of the list, or keys of two. */
static char *
pick_keys (MarathonEvent *event, const MarathonColumn *column, guint number)
{
  MarathonRecordList *list = marathon_event_get_list (event, column->list);
  guint size = marathon_record_list_get_size (list);
  const char *first, *second;

  if (size == 0)
    return g_strdup ("");
  first = marathon_record_get_key (marathon_record_list_get (list, number % size));
  second = marathon_record_get_key (marathon_record_list_get (list, (number + 1) % size));
  if (column->type == MARATHON_COLUMN_REFS && size > 1)
    return g_strconcat (first, ";", second, NULL);
  return g_strdup (first);
}

static char *
pick_number (const MarathonColumn *column, guint number)
{
  gint64 most = column->maximum > 0 ? column->maximum : 100000;

  return g_strdup_printf ("%" G_GINT64_FORMAT, MAX (column->minimum, 1) + number % MIN (most, 3));
}

/* Any word but the initial one. */
static char *
pick_word (const MarathonColumn *column, guint number)
{
  guint n = count_words (column->vocabulary);
  const char *initial = column->initial != NULL ? column->initial : column->vocabulary[0].word;
  const char *word = column->vocabulary[number % n].word;

  return g_strdup (strcmp (word, initial) != 0 ? word : column->vocabulary[(number + 1) % n].word);
}

char *
random_event_value (MarathonEvent *event, const MarathonColumn *column, guint number)
{
  switch (column->type)
    {
    case MARATHON_COLUMN_TEXT:
      return g_strdup (column->maximum > 0 && column->maximum < 16 ? "P" : pick_text (number));
    case MARATHON_COLUMN_LINES:
      return g_strconcat (pick_text (number), "\n", pick_text (number + 1), NULL);
    case MARATHON_COLUMN_WORDS:
      return g_strdup_printf ("w%u;x & y", number);
    case MARATHON_COLUMN_UINT:
      return pick_number (column, number);
    case MARATHON_COLUMN_DECIMAL:
      return g_strdup (number % 2 == 0 ? "12.5" : "3.25");
    case MARATHON_COLUMN_BOOL:
      return g_strdup (g_strcmp0 (column->initial, "yes") == 0 ? "no" : "yes");
    case MARATHON_COLUMN_ENUM:
      return pick_word (column, number);
    case MARATHON_COLUMN_DATE:
      return g_strdup_printf ("2014-04-%02u", 1 + number % 30);
    case MARATHON_COLUMN_TIME:
      return g_strdup_printf ("%u:04:28%s", number % 10, number % 2 == 0 ? ".7" : "");
    case MARATHON_COLUMN_CLOCK:
      return g_strdup_printf ("%02u:10%s", number % 24, number % 2 == 0 ? ":30" : "");
    case MARATHON_COLUMN_INSTANT:
      return g_strdup_printf ("2014-04-13T09:%02u:00Z", number % 60);
    case MARATHON_COLUMN_RANGES:
      return g_strdup_printf ("%u-%u,5000", 1 + number, 100 + number);
    case MARATHON_COLUMN_CLASSES:
      return g_strdup ("T11;T12;T54");
    case MARATHON_COLUMN_COLOUR:
      return g_strdup_printf ("#%06x", number * 4099 % 0xffffff);
    case MARATHON_COLUMN_BIB:
      return g_strdup_printf ("GR%u", number + 1);
    case MARATHON_COLUMN_ENTRANT:
      return write_id (get_entrant_id (number % 2));
    case MARATHON_COLUMN_REF:
    case MARATHON_COLUMN_REFS:
      return pick_keys (event, column, number);
    default:
      g_assert_not_reached ();
    }
}

static void
fill_record (MarathonEvent *event, MarathonRecord *record, guint number, GRand *random)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      g_autofree char *text = random_event_value (event, &klass->columns[i], number + i);
      g_autoptr (GError) error = NULL;

      if (!klass->columns[i].required && g_rand_int_range (random, 0, 4) == 0)
        continue;
      if (!marathon_record_set_text (record, event, i, text, &error))
        g_error ("%s: %s", klass->columns[i].name, error->message);
    }
}

static void
fill_list (MarathonEvent *event, MarathonListId id, GRand *random)
{
  guint n = id == MARATHON_LIST_CUSTOM_FIELDS ? 6 : 4;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("k%u.-_", i);
      g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (id), key);
      g_autoptr (GError) error = NULL;

      fill_record (event, record, i, random);
      if (!marathon_event_insert_record (event, id, i, record, &error))
        g_error ("%s", error->message);
    }
}

/* --- Entrants --- */

static char *
pick_field (MarathonEvent *event, const MarathonFieldInfo *info, guint number)
{
  MarathonColumn reference = { .type = MARATHON_COLUMN_REF, .list = info->list };

  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_LINES:
      return g_strconcat (pick_text (number), "\n\n", pick_text (number + 5), NULL);
    case MARATHON_FIELD_TYPE_WORDS:
      return g_strdup ("celebrity;MP & more");
    case MARATHON_FIELD_TYPE_ID:
      return write_id (get_entrant_id (number));
    case MARATHON_FIELD_TYPE_BIB:
      return g_strdup_printf ("W%03u", number + 1);
    case MARATHON_FIELD_TYPE_ENUM:
      return g_strdup (info->vocabulary[number % count_words (info->vocabulary)].word);
    case MARATHON_FIELD_TYPE_BIRTH:
      return g_strdup (number % 3 == 0 ? "1983-03-23" : number % 3 == 1 ? "1983" : "31@2014-04-13");
    case MARATHON_FIELD_TYPE_DAY:
      return g_strdup ("2013-10-01");
    case MARATHON_FIELD_TYPE_NATION:
      return g_strdup (number % 2 == 0 ? "KEN" : "Atlantis & co");
    case MARATHON_FIELD_TYPE_RECORD:
      return pick_keys (event, &reference, number);
    case MARATHON_FIELD_TYPE_CLASS:
      return g_strdup ("T54");
    case MARATHON_FIELD_TYPE_UINT:
      return g_strdup_printf ("%u", 1 + number % 50);
    case MARATHON_FIELD_TYPE_NUMBER:
      return g_strdup ("-12.50");
    case MARATHON_FIELD_TYPE_TIME:
      return g_strdup_printf ("2:%02u:28%s", number % 60, number % 2 == 0 ? ".1" : "");
    case MARATHON_FIELD_TYPE_FLAG:
      return g_strdup ("yes");
    case MARATHON_FIELD_TYPE_INSTANT:
      return g_strdup ("2014-04-11T10:15:30Z");
    case MARATHON_FIELD_TYPE_PINS:
      return g_strdup (number % 2 == 0 ? "bib;category" : "wave");
    case MARATHON_FIELD_TYPE_TEXT:
    default:
      return g_strdup (pick_text (number));
    }
}

static char *
pick_guide_field (const MarathonGuideFieldInfo *info, guint number)
{
  if (info->vocabulary != NULL)
    return g_strdup (info->vocabulary[number % count_words (info->vocabulary)].word);
  switch (info->field)
    {
    case MARATHON_GUIDE_ID:
      return write_id (0x1234000000000001u + number);
    case MARATHON_GUIDE_BORN:
      return g_strdup ("1990");
    case MARATHON_GUIDE_LEG_FROM:
      return g_strdup ("10.5");
    case MARATHON_GUIDE_LEG_TO:
      return g_strdup ("30");
    case MARATHON_GUIDE_BIB:
      return g_strdup_printf ("G%u", number);
    case MARATHON_GUIDE_WAIVER:
      return g_strdup ("yes");
    case MARATHON_GUIDE_COLLECTED:
      return g_strdup ("2014-04-11T10:15:30Z");
    case MARATHON_GUIDE_ENTRANT:
      return write_id (get_entrant_id (0));
    case MARATHON_GUIDE_ROLE:
    case MARATHON_GUIDE_FAMILY:
    case MARATHON_GUIDE_GIVEN:
    case MARATHON_GUIDE_SEX:
    case MARATHON_GUIDE_NATION:
    case MARATHON_GUIDE_LICENCE:
    case MARATHON_GUIDE_COLLECTED_BY:
    case MARATHON_GUIDE_EMERGENCY_NAME:
    case MARATHON_GUIDE_EMERGENCY_PHONE:
    case MARATHON_N_GUIDE_FIELDS:
    default:
      return g_strdup (pick_text (number));
    }
}

static void
add_guides (MarathonEntrantDraft *draft, guint number, GRand *random)
{
  guint n = number % (MARATHON_MAX_GUIDES + 1);

  for (guint g = 0; g < n; g++)
    {
      MarathonGuide guide;
      g_autoptr (GError) error = NULL;

      memset (&guide, 0, sizeof guide);
      for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
        {
          g_autofree char *text = pick_guide_field (&marathon_guide_fields[i], number * MARATHON_MAX_GUIDES + g);

          if (i != MARATHON_GUIDE_ID && g_rand_int_range (random, 0, 3) == 0)
            continue;
          if (!marathon_guide_set_text (draft->event, &guide, i, text, &error))
            g_error ("%s", error->message);
        }
      if (!marathon_entrant_draft_add_guide (draft, &guide, &error))
        g_error ("%s", error->message);
    }
}

static void
add_entrant (MarathonEvent *event, MarathonEntrantDraft *draft, MarathonPlace place, guint number, GRand *random)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  g_autoptr (GError) error = NULL;
  guint fullness = (guint) g_rand_int_range (random, 0, 11); /* of ten, how many fields are filled */

  marathon_entrant_draft_start (draft, NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *text = pick_field (event, info, info->field < MARATHON_N_FIELDS ? number : number + i);

      if (info->field != MARATHON_FIELD_ID && (guint) g_rand_int_range (random, 0, 10) >= fullness)
        continue;
      if (!marathon_entrant_draft_set_text (draft, info, text, &error))
        g_error ("%s", error->message);
    }
  add_guides (draft, number, random);
  if (!marathon_event_append_entrant (event, place, marathon_entrant_draft_finish (draft), &error))
    g_error ("%s", error->message);
}

MarathonEvent *
random_event_new (guint32 seed, guint n_entrants)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  MarathonEvent *event = marathon_event_new ();
  MarathonEntrantDraft draft;

  marathon_event_set_id (event, seed + 1);
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    fill_record (event, marathon_event_get_single (event, id), seed % 7, random);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    fill_list (event, id, random);
  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < n_entrants; i++)
    add_entrant (event, &draft, i > 1 && i % 10 == 9 ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER, i, random);
  marathon_entrant_draft_clear (&draft);
  return event;
}
