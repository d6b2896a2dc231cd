/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the index of 1.1 million entrants is searched and sorted, beside strstr() over each entrant's folded text
 * and qsort() of ranks that were made before. Each pair is measured in turns in the same run; the median counts. Ends
 * with 1 where a ratio is above the goal.
 */
#include "base/id-source.h"
#include "model/entrant-index.h"
#include "model/text-dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "entry-random.h"

#define N_ENTRANTS 1100000u
#define N_FAMILIES 120000u
#define N_GIVEN 20000u
#define N_CLUBS 5000u
#define N_ROUNDS 15
#define GOAL 0.3

/* --- The field --- */

static const char *const syllables[] = {
  "an",  "ber", "ca",  "dov", "el",  "fin", "gar", "hol", "is",  "jo",  "kin", "lar", "mar", "nor",  "ol",
  "pen", "qui", "ros", "sö",  "tal", "un",  "ver", "win", "ye",  "zac", "bré", "chi", "dra", "ein",  "fló",
  "gre", "hu",  "ind", "kø",  "lu",  "smi", "mit", "nes", "ows", "pat", "rid", "sel", "tho", "ulm",  "vi",
  "wat", "son", "ton", "ley", "er",  "ing", "man", "ski", "dor", "ez",  "ard", "ham", "nán", "well", "ys",
};

/* A name that no other @number has, the longer the greater it is: the syllables are its digits. */
static MarathonText
make_name (MarathonEvent *event, guint number, const char *end)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gunichar first;

  do
    {
      g_string_append (name, syllables[number % G_N_ELEMENTS (syllables)]);
      number /= G_N_ELEMENTS (syllables);
    }
  while (number-- > 0);
  first = g_unichar_toupper (g_utf8_get_char (name->str));
  g_string_erase (name, 0, g_utf8_next_char (name->str) - name->str);
  g_string_prepend_unichar (name, first);
  g_string_append (name, end);
  return marathon_event_add_text (event, name->str);
}

static MarathonText
make_family (MarathonEvent *event, guint number)
{
  static const char *const common[] = { "Smith", "O’Brien", "Jones", "Müller", "Smithson", "Van den Berg" };

  /* Neither the vowel nor the hyphen changes that no two are the same. */
  if (number < G_N_ELEMENTS (common))
    return marathon_event_add_text (event, common[number]);
  return make_name (event, number, number % 97 == 0 ? "-Hall" : "");
}

static MarathonText
make_club (MarathonEvent *event, guint number)
{
  static const char *const ends[] = { " Harriers", " Road Runners", " Athletic Club", " Striders", " Triathlon" };

  return number == 0 ? 0 : make_name (event, number, ends[number % G_N_ELEMENTS (ends)]);
}

static MarathonText
make_external_id (MarathonEvent *event, guint number)
{
  char text[24];

  g_snprintf (text, sizeof text, "L14-%07u", number);
  return marathon_event_add_text (event, text);
}

static MarathonEvent *
make_event (gboolean all_distinct)
{
  MarathonEvent *event = marathon_event_new ();
  EntryRandom random = { 2014 };
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 26);
  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      MarathonEntrant entrant = { .id = marathon_id_source_next (&ids), .bib_number = i + 1 };
      g_autoptr (GError) error = NULL;
      char bib[16];

      g_snprintf (bib, sizeof bib, "%u", i + 1);
      entrant.bib = marathon_event_add_text (event, bib);
      entrant.family = make_family (event, all_distinct ? i : entry_random_skewed (&random, N_FAMILIES));
      entrant.given = make_name (event, entry_random_skewed (&random, N_GIVEN), "");
      entrant.club = make_club (event, entry_random_skewed (&random, N_CLUBS));
      entrant.external_id = make_external_id (event, i);
      if (!marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, &error))
        g_error ("%s", error->message);
    }
  return event;
}

/* --- Measuring --- */

typedef struct {
  double ours[N_ROUNDS];
  double theirs[N_ROUNDS];
} Times;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  return times[N_ROUNDS / 2];
}

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

/* Prints a line; %FALSE where the goal is missed. */
static gboolean
report (const char *what, guint n, Times *times)
{
  double ours = get_median (times->ours), theirs = get_median (times->theirs);
  gboolean good = ours <= GOAL * theirs;

  g_print ("%-24s %9u %9.2f ms %9.2f ms  %5.3f%s\n", what, n, ours, theirs, ours / theirs,
           good ? "" : "  above the goal");
  return good;
}

/* --- Searching --- */

/* The folded texts of an entrant that a word is looked for in, one behind the other, as a program without an index
 * would keep them. */
static char *
make_texts (MarathonEvent *event, gsize *starts)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      const MarathonText texts[] = {
        entrant->family, entrant->given, entrant->club, entrant->external_id, entrant->bib,
      };

      starts[i] = out->len;
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          const char *text = marathon_event_text (event, texts[j]);

          marathon_search_fold_append (out, text, strlen (text));
          g_string_append_c (out, '\n');
        }
      g_string_append_c (out, '\0');
    }
  return g_string_free (out, FALSE);
}

static guint
search_with_strstr (const char *texts, const gsize *starts, const char *needle, guint64 *bitmap)
{
  guint n = 0;

  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      gboolean hit = strstr (texts + starts[i], needle) != NULL;

      marathon_bitmap_set (bitmap, i, hit);
      n += (guint) hit;
    }
  return n;
}

static gboolean
measure_queries (MarathonEvent *event, MarathonEntrantIndex *index)
{
  /* No digits: a number asks for beginnings of bibs only, which is not what strstr() finds. */
  static const char *const needles[] = { "s", "sm", "smi", "smit", "smith", "an", "ing", "harriers", "zzz", "obrien" };
  g_autofree gsize *starts = g_new (gsize, N_ENTRANTS);
  g_autofree char *texts = make_texts (event, starts);
  g_autofree guint64 *ours = marathon_bitmap_new (N_ENTRANTS), *theirs = marathon_bitmap_new (N_ENTRANTS);
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      Times times;
      guint n = 0;

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          gint64 start = g_get_monotonic_time ();

          marathon_entrant_index_query (index, needles[i], ours);
          times.ours[round] = get_milliseconds_since (start);
          start = g_get_monotonic_time ();
          n = search_with_strstr (texts, starts, needles[i], theirs);
          times.theirs[round] = get_milliseconds_since (start);
        }
      if (memcmp (ours, theirs, MARATHON_BITMAP_WORDS (N_ENTRANTS) * sizeof *ours) != 0)
        g_error ("“%s” does not find the same people", needles[i]);
      good &= report (needles[i], n, &times);
    }
  return good;
}

/* Queries that strstr() has no counterpart for: how long they take. */
static void
measure_other_queries (MarathonEntrantIndex *index)
{
  static const char *const queries[] = {
    "12", "smith jo harr", "club:harriers", "status:accepted", "\"jo smith\"", "id:00ff",
  };
  g_autofree guint64 *bitmap = marathon_bitmap_new (N_ENTRANTS);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      Times times;

      marathon_entrant_index_query (index, queries[i], bitmap); /* makes the column */
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          gint64 start = g_get_monotonic_time ();

          marathon_entrant_index_query (index, queries[i], bitmap);
          times.ours[round] = get_milliseconds_since (start);
        }
      g_print ("%-24s %9u %9.2f ms\n", queries[i], marathon_bitmap_count (bitmap, N_ENTRANTS), get_median (times.ours));
    }
}

/* --- Sorting --- */

/* What qsort() is given: nothing but numbers. */
typedef struct {
  guint64 id;
  guint32 family;
  guint32 given;
  guint32 position;
} RankedEntrant;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const RankedEntrant *left = a, *right = b;

  if (left->family != right->family)
    return left->family < right->family ? -1 : 1;
  if (left->given != right->given)
    return left->given < right->given ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static RankedEntrant *
make_ranked (MarathonEvent *event)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonTextPool *pool = marathon_event_get_pool (event);
  g_autoptr (MarathonCollation) collation = marathon_collation_new (marathon_event_get_info (event)->language);
  g_autoptr (MarathonTextDictionary) families = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);
  g_autoptr (MarathonTextDictionary) givens = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);
  RankedEntrant *ranked = g_new (RankedEntrant, N_ENTRANTS);
  const guint32 *family_ranks, *given_ranks;
  guint32 greatest;

  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      ranked[i].id = entrant->id;
      ranked[i].position = i;
      ranked[i].family = marathon_text_dictionary_add (families, entrant->family);
      ranked[i].given = marathon_text_dictionary_add (givens, entrant->given);
    }
  family_ranks = marathon_text_dictionary_get_ranks (families, collation, &greatest);
  given_ranks = marathon_text_dictionary_get_ranks (givens, collation, &greatest);
  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      ranked[i].family = family_ranks[ranked[i].family];
      ranked[i].given = given_ranks[ranked[i].given];
    }
  return ranked;
}

static gboolean
measure_sort (MarathonEvent *event, MarathonEntrantIndex *index)
{
  const MarathonSortKey key = { MARATHON_FIELD_FAMILY, FALSE };
  g_autofree RankedEntrant *ranked = make_ranked (event), *sorted = g_new (RankedEntrant, N_ENTRANTS);
  g_autofree guint32 *permutation = g_new (guint32, N_ENTRANTS);
  gint64 start = g_get_monotonic_time ();
  Times times;

  marathon_entrant_index_order (index, &key, 1, permutation);
  g_print ("%-24s %9u %9.2f ms\n", "first sort, with ranks", N_ENTRANTS, get_milliseconds_since (start));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      start = g_get_monotonic_time ();
      marathon_entrant_index_order (index, &key, 1, permutation);
      times.ours[round] = get_milliseconds_since (start);
      memcpy (sorted, ranked, N_ENTRANTS * sizeof *ranked);
      start = g_get_monotonic_time ();
      qsort (sorted, N_ENTRANTS, sizeof *sorted, compare_ranked);
      times.theirs[round] = get_milliseconds_since (start);
    }
  for (guint i = 0; i < N_ENTRANTS; i++)
    if (sorted[i].position != permutation[i])
      g_error ("The orders differ at %u", i);
  return report ("sort by name", N_ENTRANTS, &times);
}

static void
measure_other_sorts (MarathonEntrantIndex *index)
{
  static const struct
  {
    const char *name;
    guint field;
  } cases[] = {
    { "sort by bib", MARATHON_FIELD_BIB },
    { "sort by club", MARATHON_FIELD_CLUB },
    { "sort by status", MARATHON_FIELD_STATUS },
  };
  g_autofree guint32 *permutation = g_new (guint32, N_ENTRANTS), *order = g_new (guint32, N_ENTRANTS);
  g_autofree guint64 *bitmap = marathon_bitmap_new (N_ENTRANTS);
  gint64 start;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MarathonSortKey key = { cases[i].field, TRUE };
      Times times;

      marathon_entrant_index_order (index, &key, 1, permutation); /* makes the column */
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          start = g_get_monotonic_time ();
          marathon_entrant_index_order (index, &key, 1, permutation);
          times.ours[round] = get_milliseconds_since (start);
        }
      g_print ("%-24s %9u %9.2f ms\n", cases[i].name, N_ENTRANTS, get_median (times.ours));
    }
  marathon_entrant_index_query (index, "s", bitmap);
  start = g_get_monotonic_time ();
  marathon_bitmap_compact (bitmap, permutation, N_ENTRANTS, order);
  g_print ("%-24s %9u %9.2f ms\n", "bitmap to order", N_ENTRANTS, get_milliseconds_since (start));
}

/* --- One more entrant, with names that nobody has --- */

static void
measure_adding (MarathonEvent *event, MarathonEntrantIndex *index)
{
  MarathonEntrant entrant = { .id = 1 };
  const MarathonSortKey key = { MARATHON_FIELD_FAMILY, FALSE };
  g_autofree guint32 *permutation = g_new (guint32, N_ENTRANTS + 1);
  gint64 start;

  entrant.family = marathon_event_add_text (event, "Nobodyelse");
  if (!marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, NULL))
    g_error ("The entrant was refused");
  start = g_get_monotonic_time ();
  marathon_entrant_index_splice (index, N_ENTRANTS, 0, 1);
  g_print ("%-24s %9u %9.2f ms\n", "adding one", 1, get_milliseconds_since (start));
  start = g_get_monotonic_time ();
  marathon_entrant_index_order (index, &key, 1, permutation);
  g_print ("%-24s %9u %9.2f ms\n", "sort with a new name", N_ENTRANTS + 1, get_milliseconds_since (start));
}

static gboolean
measure (gboolean all_distinct)
{
  g_autoptr (MarathonEvent) event = make_event (all_distinct);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (event);
  gboolean good;

  g_print ("%s\n", all_distinct ? "Every family name distinct" : "120,000 family names, skewed");
  g_print ("%-24s %9s %12s %12s  ratio\n", "", "", "index", "baseline");
  g_print ("%-24s %9u %9.2f ms\n", "building the index", N_ENTRANTS, get_milliseconds_since (start));
  good = measure_queries (event, index);
  measure_other_queries (index);
  good &= measure_sort (event, index);
  measure_other_sorts (index);
  measure_adding (event, index);
  g_print ("\n");
  return good;
}

int
main (void)
{
  gboolean skewed = measure (FALSE), distinct = measure (TRUE);

  return skewed && distinct ? 0 : 1;
}
