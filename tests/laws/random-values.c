/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random values, one function per type.
 */
#include "laws/random-values.h"

#include <string.h>

#include "base/bib.h"

static const char *const words[] = {
  "Müller", "O’Brien", "Łukasz", "Σωκράτης", "Иванов-Петров", "王小明", "محمد", "יוסף", "राम प्रसाद", "สมชาย",
  "김철수", "あゆみ", "Nguyễn Thị", "Þór", "Øystein", "Groß", "Ægir", "Noe\xcc\x88l", "van der Berg", "MacDonald",
  "d’Ö", "Ðặng", "Ñandú", "İbrahim", "Anna", "Smith", "Jones", "Ng", "“quoted”", "a<b>c", "R&D", "\"Ace\"", "it's",
  "x=1", "]]>", "semi;colon", "comma, dot.", "🏃🏽‍♀️", "A\tB", "  spaced  out ", "100%", "%s%n", "\\n", "#hash",
  "no", "yes",
};

static const char *const nations[] = { "GBR", "KEN", "Deutschland", "Éire", "USA", "nowhere land", "ken", "SUI", "CH" };
static const char *const classes[] = { "T11", "T12", "T13", "T54", "T46", "H4", "t20", "T1" };
static const char *const routes[] = { "elite", "ballot", "charity", "good-for-age", "club", "my own & route" };
static const char *const prefixes[] = { "", "", "", "", "W", "A", "É", "Ж", "a'b-" };

void
random_source_init (RandomSource *random, guint seed)
{
  random->state = (guint64) seed * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  random->n_keys = 0;
  random->bytes = NULL;
  random->n_bytes = 0;
  marathon_id_source_init_seeded (&random->ids, seed);
}

void
random_source_feed (RandomSource *random, const guint8 *bytes, gsize n_bytes)
{
  random->bytes = bytes;
  random->n_bytes = n_bytes;
}

/* As many bytes as a choice of @n takes. */
static guint
take_bytes (RandomSource *random, guint n)
{
  guint value = 0;

  for (guint most = n > 0 ? n - 1 : 0; most > 0 && random->n_bytes > 0; most >>= 8)
    {
      value = value << 8 | *random->bytes++;
      random->n_bytes--;
    }
  return n > 0 ? value % n : 0;
}

/* SplitMix64. */
static guint64
next (RandomSource *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

guint
random_below (RandomSource *random, guint n)
{
  return random->bytes != NULL ? take_bytes (random, n) : (guint) ((next (random) >> 32) * n >> 32);
}

gboolean
random_happens (RandomSource *random, guint percent)
{
  return random_below (random, 100) < percent;
}

static const char *
pick (RandomSource *random, const char *const *from, guint n)
{
  return from[random_below (random, n)];
}

#define PICK(random, from) pick (random, from, G_N_ELEMENTS (from))

/* --- Texts --- */

/* Cuts at a character; what is left may end in blanks, which cleaning takes away. */
static void
shorten (GString *text, guint limit)
{
  if (text->len <= limit)
    return;
  while (limit > 0 && ((guchar) text->str[limit] & 0xc0) == 0x80)
    limit--;
  g_string_truncate (text, limit);
}

char *
random_text (RandomSource *random, guint limit)
{
  GString *text = g_string_new (NULL);
  guint n = 1 + random_below (random, 3);

  /* Every character needs an escape: the longest that a value of this length can get in a file. */
  if (random_happens (random, 1))
    for (guint i = 0; i < MIN (limit, 1000); i++)
      g_string_append_c (text, '"');
  for (guint i = 0; i < n && text->len < limit; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", PICK (random, words));
  shorten (text, limit);
  if (*text->str == '\0' || g_ascii_isspace (*text->str))
    g_string_assign (text, "Q");
  return g_string_free (text, FALSE);
}

static char *
make_lines (RandomSource *random)
{
  GString *text = g_string_new (NULL);
  guint n = 1 + random_below (random, random_happens (random, 2) ? 200 : 3);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", PICK (random, words));
  return g_string_free (text, FALSE);
}

static char *
make_words (RandomSource *random, const char *const *from, guint n_from)
{
  GString *text = g_string_new (NULL);
  guint n = random_below (random, 4);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", pick (random, from, n_from));
  return g_string_free (text, FALSE);
}

static gboolean
is_used (MarathonEvent *event, const char *bib)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  return marathon_bib_parse (bib, prefix, &number)
         && marathon_event_bib_is_used (event, marathon_event_add_text (event, prefix), number);
}

char *
random_bib (RandomSource *random, MarathonEvent *event)
{
  guint room = 100 + 4 * marathon_roster_get_size (marathon_event_get_roster (event));
  char *bib = NULL;

  if (random_happens (random, 20))
    return g_strdup ("");
  if (random_happens (random, 2))
    return g_strdup_printf ("%s%c", PICK (random, prefixes), 'A' + (int) random_below (random, 26));
  for (guint i = 0; i < 4 && (bib == NULL || is_used (event, bib)); i++)
    {
      g_free (bib);
      bib = g_strdup_printf (random_happens (random, 10) ? "%s%05u" : "%s%u", PICK (random, prefixes),
                             random_below (random, room));
    }
  return bib;
}

/* --- References --- */

char *
random_key (RandomSource *random)
{
  return g_strdup_printf ("k%u", ++random->n_keys);
}

char *
random_reference (RandomSource *random, MarathonEvent *event, MarathonListId list)
{
  MarathonRecordList *records = marathon_event_get_list (event, list);
  guint size = marathon_record_list_get_size (records);

  if (size == 0 || random_happens (random, 25))
    return g_strdup ("");
  return g_strdup (marathon_record_get_key (marathon_record_list_get (records, random_below (random, size))));
}

static char *
make_references (RandomSource *random, MarathonEvent *event, MarathonListId list)
{
  g_autofree char *first = random_reference (random, event, list);
  g_autofree char *second = random_reference (random, event, list);

  return g_strconcat (first, ";", second, NULL);
}

guint64
random_entrant_id (RandomSource *random, MarathonEvent *event)
{
  MarathonPlace place = random_happens (random, 80) ? MARATHON_PLACE_ROSTER : MARATHON_PLACE_BIN;
  MarathonRoster *roster = marathon_event_get_place (event, place);
  guint size = marathon_roster_get_size (roster);

  return size > 0 ? marathon_roster_get (roster, random_below (random, size))->id : 0;
}

static char *
make_entrant (RandomSource *random, MarathonEvent *event)
{
  guint64 id = random_entrant_id (random, event);
  char text[17] = "";

  if (id != 0)
    marathon_id_write (id, text);
  return g_strdup (text);
}

/* --- Numbers and dates --- */

static char *
make_time (RandomSource *random)
{
  /* Whole seconds mostly, of two to seven hours. */
  guint tenths = random_happens (random, 80) ? (2 * 3600 + random_below (random, 5 * 3600)) * 10
                                             : 1 + random_below (random, MARATHON_TIME_MAX);

  return marathon_time_format ((MarathonTime) tenths);
}

static char *
make_day (RandomSource *random, int from, int to)
{
  return g_strdup_printf ("%04d-%02u-%02u", from + (int) random_below (random, (guint) (to - from)),
                          1 + random_below (random, 12),
                          1 + random_below (random, 28));
}

static char *
make_birth (RandomSource *random)
{
  g_autofree char *day = make_day (random, 1900, 2010);

  if (random_happens (random, 70))
    return g_steal_pointer (&day);
  if (random_happens (random, 50))
    return g_strdup_printf ("%u", 1900 + random_below (random, 110));
  return g_strdup_printf ("%u@%s", random_below (random, 151), day);
}

static char *
make_instant (RandomSource *random)
{
  return marathon_instant_format (1 + (gint64) random_below (random, G_MAXINT32));
}

static char *
make_enum (RandomSource *random, const MarathonWord *vocabulary)
{
  guint n = 0;

  while (vocabulary[n].word != NULL)
    n++;
  return g_strdup (vocabulary[random_below (random, n)].word);
}

static char *
make_pins (RandomSource *random)
{
  static const char *const pins[]
    = { "", "bib", "wave", "category", "bib;wave", "wave;category", "bib;category", "category;wave;bib" };

  return g_strdup (PICK (random, pins));
}

static char *
make_number (RandomSource *random)
{
  if (random_happens (random, 30))
    return g_strdup_printf ("%u", random_below (random, 90));
  return g_strdup_printf ("%u.%u", random_below (random, 90), random_below (random, 10));
}

static char *
make_ranges (RandomSource *random)
{
  guint from = random_below (random, 300), n = 1 + random_below (random, 200);

  return g_strdup_printf ("%u-%u,%u,-%u", from, from + n, from + n + 5, from + random_below (random, n));
}

static char *
make_colour (RandomSource *random)
{
  return g_strdup_printf (random_happens (random, 50) ? "#%06x" : "#%06X", random_below (random, 1u << 24));
}

/* --- By type --- */

static char *
make_plain_field (RandomSource *random, const MarathonFieldInfo *info)
{
  if (info->field == MARATHON_FIELD_ROUTE)
    return g_strdup (PICK (random, routes));
  return random_text (random, info->limit);
}

char *
random_field_text (RandomSource *random, MarathonEvent *event, const MarathonFieldInfo *info)
{
  if (random_happens (random, 10))
    return g_strdup ("");
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_LINES:
      return make_lines (random);
    case MARATHON_FIELD_TYPE_WORDS:
      return make_words (random, words, G_N_ELEMENTS (words));
    case MARATHON_FIELD_TYPE_BIB:
      return random_bib (random, event);
    case MARATHON_FIELD_TYPE_ENUM:
      return make_enum (random, info->vocabulary);
    case MARATHON_FIELD_TYPE_BIRTH:
      return make_birth (random);
    case MARATHON_FIELD_TYPE_DAY:
      return make_day (random, 1970, 2149);
    case MARATHON_FIELD_TYPE_NATION:
      return g_strdup (PICK (random, nations));
    case MARATHON_FIELD_TYPE_RECORD:
      return random_reference (random, event, info->list);
    case MARATHON_FIELD_TYPE_CLASS:
      return g_strdup (PICK (random, classes));
    case MARATHON_FIELD_TYPE_UINT:
      return g_strdup_printf ("%u",
                              random_below (random,
                                            random_happens (random, 90) ? MIN (info->limit, 30) : info->limit + 1));
    case MARATHON_FIELD_TYPE_NUMBER:
      return make_number (random);
    case MARATHON_FIELD_TYPE_TIME:
      return make_time (random);
    case MARATHON_FIELD_TYPE_FLAG:
      return g_strdup (random_happens (random, 70) ? "yes" : "no");
    case MARATHON_FIELD_TYPE_INSTANT:
      return make_instant (random);
    case MARATHON_FIELD_TYPE_PINS:
      return make_pins (random);
    case MARATHON_FIELD_TYPE_TEXT:
    case MARATHON_FIELD_TYPE_ID:
    default:
      return make_plain_field (random, info);
    }
}

char *
random_guide_text (RandomSource *random, MarathonEvent *event, MarathonGuideField field)
{
  switch (field)
    {
    case MARATHON_GUIDE_ROLE:
    case MARATHON_GUIDE_SEX:
      return make_enum (random, marathon_guide_fields[field].vocabulary);
    case MARATHON_GUIDE_BORN:
      return make_birth (random);
    case MARATHON_GUIDE_NATION:
      return g_strdup (PICK (random, nations));
    case MARATHON_GUIDE_LEG_FROM:
    case MARATHON_GUIDE_LEG_TO:
      return make_number (random);
    case MARATHON_GUIDE_BIB:
      return random_bib (random, event);
    case MARATHON_GUIDE_WAIVER:
      return g_strdup (random_happens (random, 70) ? "yes" : "no");
    case MARATHON_GUIDE_COLLECTED:
      return make_instant (random);
    case MARATHON_GUIDE_ENTRANT:
      return make_entrant (random, event);
    default:
      return random_text (random, 400);
    }
}

static char *
make_column_number (RandomSource *random, const MarathonColumn *column)
{
  guint most = (guint) (column->maximum > 0 ? column->maximum : G_MAXINT32);

  if (column->type == MARATHON_COLUMN_DECIMAL && column->minimum < 0 && random_happens (random, 50))
    return g_strdup_printf ("-%u.%u5", random_below (random, 99), random_below (random, 10));
  if (column->type == MARATHON_COLUMN_DECIMAL)
    return make_number (random);
  return g_strdup_printf ("%u", random_below (random, random_happens (random, 90) ? MIN (most, 20) : most));
}

static char *
make_column_words (RandomSource *random, const MarathonColumn *column)
{
  return strcmp (column->name, "routes") == 0 ? make_words (random, routes, G_N_ELEMENTS (routes))
                                              : make_words (random, words, G_N_ELEMENTS (words));
}

static char *
make_column_text (RandomSource *random, const MarathonColumn *column)
{
  guint most = column->maximum > 0 ? (guint) column->maximum : MARATHON_TEXT_MAX_LENGTH;

  if (strcmp (column->name, "prefix") == 0)
    return g_strdup (PICK (random, prefixes));
  if (strcmp (column->name, "data") == 0)
    return g_strnfill (4 * (1 + random_below (random, random_happens (random, 10) ? most / 4 : 100)), 'Q');
  return random_text (random, most);
}

char *
random_column_text (RandomSource *random, MarathonEvent *event, const MarathonColumn *column)
{
  switch (column->type)
    {
    case MARATHON_COLUMN_LINES:
      return make_lines (random);
    case MARATHON_COLUMN_WORDS:
      return make_column_words (random, column);
    case MARATHON_COLUMN_UINT:
    case MARATHON_COLUMN_DECIMAL:
      return make_column_number (random, column);
    case MARATHON_COLUMN_BOOL:
      return g_strdup (random_happens (random, 50) ? "yes" : "no");
    case MARATHON_COLUMN_ENUM:
      return make_enum (random, column->vocabulary);
    case MARATHON_COLUMN_DATE:
      return make_day (random, 1900, 2100);
    case MARATHON_COLUMN_TIME:
      return make_time (random);
    case MARATHON_COLUMN_CLOCK:
      return g_strdup_printf ("%02u:%02u", random_below (random, 24), random_below (random, 60));
    case MARATHON_COLUMN_INSTANT:
      return make_instant (random);
    case MARATHON_COLUMN_RANGES:
      return make_ranges (random);
    case MARATHON_COLUMN_CLASSES:
      return make_words (random, classes, G_N_ELEMENTS (classes));
    case MARATHON_COLUMN_COLOUR:
      return make_colour (random);
    case MARATHON_COLUMN_BIB:
      return random_bib (random, event);
    case MARATHON_COLUMN_ENTRANT:
      return make_entrant (random, event);
    case MARATHON_COLUMN_REF:
      return random_reference (random, event, column->list);
    case MARATHON_COLUMN_REFS:
      return make_references (random, event, column->list);
    case MARATHON_COLUMN_TEXT:
    default:
      return make_column_text (random, column);
    }
}
