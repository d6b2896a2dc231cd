/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of finding and sorting: who is found by what, in which order people stand, and that an index that
 * was told of every change is the same as a new one.
 */
#include "model/entrant-index.h"

#include "model/model-fixture.h"

#include <string.h>

static const char field_day[]
    = "event | title=Spring Marathon | language=en\n"
      "field shirt | label=Shirt | type=choice | choices=S;M;L\n"
      "field visits | label=Visits | type=number\n"
      "start red | name=Red\n"
      "category elite | name=Elite women | code=EW\n"
      "category mass | name=Mass start\n"
      "wave red-1 | name=Red one | start=red\n"
      "wave red-10 | name=Red ten | start=red\n"
      "entrant 1 | family=O’Brien | given=Zoë | bib=12 | club=Fen Runners | sex=F | nation=IRL | category=mass | "
      "wave=red-1\n"
      "entrant 2 | family=Smith | given=John | bib=120 | club=Harriers | sex=M | nation=GBR | category=mass | "
      "wave=red-10\n"
      "entrant 3 | family=Smithson | given=Jo | bib=1200 | sex=F | status=withdrawn | predicted=3:05:00 | x-shirt=L | "
      "x-visits=9\n"
      "entrant 4 | family=Müller | given=Søren | bib=W1 | nation=Germany | predicted=2:59:59.5 | x-visits=10\n"
      "entrant 5 | family=Muehlbauer | given=Ana | bib=W12 | x-shirt=M | x-visits=-3 | born=1983-03-23\n"
      "entrant 6 | family=山田 | given=太郎 | sort-key=Yamada Taro | bib=A001 | nation=JPN | mode=racing-chair | "
      "class=T54\n"
      "entrant 7 | given=Suharto | bib=21 | external-id=L14-12 | debut=yes | born=1983\n"
      "entrant 8 | family=van den Berg | given=Jean-Pierre | known-as=JP | club=Harriers | category=elite | "
      "entered=2014-01-02\n"
      "entrant 9 | family=De Smet | given=Anne | bib=FARAH | external-id=l14-77 | tags=celebrity;press | rank=3\n"
      "entrant a | family=김 | given=연아 | town=Harriers Green | rank=12 | status=applied\n";

/* Who the bits are for, as the last digits of their ids. */
static char *
name_found (MarathonEvent *event, const guint64 *bitmap)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    if (marathon_bitmap_get (bitmap, i))
      g_string_append_printf (found, "%" G_GINT64_MODIFIER "x", marathon_roster_get (roster, i)->id);
  return g_string_free (found, FALSE);
}

static char *
find (MarathonEvent *event, MarathonEntrantIndex *index, const char *query)
{
  g_autofree guint64 *bitmap = marathon_bitmap_new (marathon_entrant_index_get_size (index));

  marathon_entrant_index_query (index, query, bitmap);
  return name_found (event, bitmap);
}

/* The ids in the order of @keys, such as "wave" or "-family,bib". */
static char *
arrange (MarathonEvent *event, MarathonEntrantIndex *index, const char *keys)
{
  guint n = marathon_entrant_index_get_size (index), n_keys = 0;
  g_autofree guint32 *permutation = g_new (guint32, n + 1);
  g_auto (GStrv) names = g_strsplit (keys, ",", -1);
  MarathonSortKey sort_keys[4];
  GString *order = g_string_new (NULL);

  for (; names[n_keys] != NULL; n_keys++)
    {
      gboolean descending = names[n_keys][0] == '-';

      sort_keys[n_keys].field = marathon_event_find_field (event, names[n_keys] + descending)->field;
      sort_keys[n_keys].descending = descending;
    }
  marathon_entrant_index_order (index, sort_keys, n_keys, permutation);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (order, "%" G_GINT64_MODIFIER "x",
                            marathon_roster_get (marathon_event_get_roster (event), permutation[i])->id);
  return g_string_free (order, FALSE);
}

/* --- Finding --- */

static void
test_a_query_finds_whom_it_means (void)
{
  static const struct
  {
    const char *query, *found;
  } cases[] = {
    { "", "123456789a" },
    { "  ' - ", "123456789a" },
    { "smith", "23" },
    { "SMITH", "23" },
    { "mith", "23" },
    { "smith jo", "23" },
    { "smith john", "2" },
    { "jo smith", "23" },
    { "smith zoe", "" },
    { "zzz", "" },
    /* Accents, apostrophes, hyphens. */
    { "zoe", "1" },
    { "Zoë", "1" },
    { "obrien", "1" },
    { "o'brien", "1" },
    { "O’BRIEN", "1" },
    { "o brien", "1" },
    { "soren", "4" },
    { "Søren", "4" },
    { "jean pierre", "8" },
    { "jean-pierre", "8" },
    { "JEAN‑PIERRE", "8" },
    /* Umlauts that are written out. */
    { "muller", "4" },
    { "mueller", "4" },
    { "Mühlbauer", "5" },
    { "muehlbauer", "5" },
    { "Müll", "4" },
    /* Phrases, also across names; unclosed quotes. */
    { "\"van den\"", "8" },
    { "\"den van\"", "" },
    { "“john smith”", "2" },
    { "\"smith john\"", "2" },
    { "\"jo smith\"", "3" },
    { "\"n smith\"", "2" },
    { "\"john smi", "2" },
    { "\"john smithson\"", "" },
    /* Scripts without spaces. */
    { "山田", "6" },
    { "山田太郎", "6" },
    { "太郎山田", "6" },
    { "田太", "6" },
    { "山太", "" },
    { "김연아", "a" },
    { "yamada", "6" },
    /* Other fields that words are looked for in, and those they are not. */
    { "jp", "8" },
    { "harriers", "28" },
    { "l14", "79" },
    { "IRL", "" },
    /* Bibs. */
    { "12", "12357" },
    { "012", "1235" },
    { "120", "23" },
    { "1200", "3" },
    { "0", "" },
    { "2", "7" },
    { "21", "7" },
    { "w", "45" },
    { "w1", "45" },
    { "W12", "5" },
    { "w-12", "5" },
    { "a", "256789" },
    { "a0", "6" },
    { "a00", "6" },
    { "a1", "6" },
    { "a01", "6" },
    { "farah", "9" },
    { "1234567890", "" },
    { "bib:12", "1235" },
    { "bib:w", "45" },
    { "bib:\"\"", "8a" },
    { "bib:", "123456789a" },
    /* Ids. */
    { "0000000000000004", "4" },
    { "000000000000000A", "a" },
    { "00000000000000ff", "" },
    { "id:000000000000000", "123456789a" },
    { "id:0000000000000007", "7" },
    { "id:1", "" },
    { "id:x", "" },
    /* One field. */
    { "family:smith", "23" },
    { "given:smith", "" },
    { "family:an", "8" },
    { "FAMILY:Smith", "23" },
    { "club:harriers", "28" },
    { "club:\"fen runners\"", "1" },
    { "club:fen runners", "1" },
    { "club:\"\"", "345679a" },
    { "family:\"\"", "7" },
    { "family:", "123456789a" },
    { "town:harriers", "a" },
    { "tags:press", "9" },
    { "x-shirt:l", "3" },
    { "x-shirt:\"\"", "1246789a" },
    { "nosuchfield:smith", "" },
    { "3:05", "" },
    /* Vocabularies, records, nations, other values. */
    { "sex:f", "13" },
    { "sex:female", "13" },
    { "sex:male", "2" },
    { "sex:\"\"", "456789a" },
    { "status:withdrawn", "3" },
    { "status:a", "12456789a" },
    { "status:applied", "a" },
    { "mode:chair", "6" },
    { "mode:hair", "" },
    { "mode:wheelchair", "6" },
    { "mode:racing", "6" },
    { "category:mass", "12" },
    { "category:elite", "8" },
    { "category:ew", "8" },
    { "category:\"mass start\"", "12" },
    { "category:s", "12" },
    { "wave:red-1", "1" },
    { "wave:red-10", "2" },
    { "wave:\"red ten\"", "2" },
    { "wave:red", "12" },
    { "wave:\"\"", "3456789a" },
    { "nation:IRL", "1" },
    { "nation:ireland", "1" },
    { "nation:irel", "1" },
    { "nation:de", "4" },
    { "nation:GER", "4" },
    { "nation:japan", "6" },
    { "nation:\"\"", "35789a" },
    { "class:t5", "6" },
    { "debut:yes", "7" },
    { "debut:no", "12345689a" },
    { "predicted:3:05", "3" },
    { "predicted:2", "4" },
    { "born:1983", "57" },
    { "born:1983-03", "5" },
    { "entered:2014", "8" },
    { "rank:3", "9" },
    { "rank:1", "" },
    { "sex:f status:withdrawn smith", "3" },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new (field_day);
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (event);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (event, index, cases[i].query);

      g_test_message ("query %u: %s", i, cases[i].query);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* --- Sorting --- */

static void
test_people_stand_in_the_order_of_the_keys (void)
{
  static const struct
  {
    const char *keys, *order;
  } cases[] = {
    /* De Smet, Muehlbauer, Müller, O’Brien, Smith, Smithson, Suharto (no family name), van den Berg, Yamada (sort key),
       김. */
    { "family", "954123786a" },    { "-family", "a687321459" },      { "given", "59832471a6" },
    { "bib", "172369458a" },       { "bib,family", "172369458a" },   { "-bib", "549632718a" },
    { "id", "123456789a" },        { "-id", "a987654321" },          { "sex", "213456789a" },
    { "status", "12456789a3" },    { "category", "812345679a" },     { "wave", "123456789a" },
    { "-wave", "213456789a" },     { "club", "128345679a" },         { "club,-id", "182a976543" },
    { "predicted", "431256789a" }, { "-predicted", "341256789a" },   { "rank", "9a12345678" },
    { "born", "571234689a" },      { "nation", "241635789a" },       { "x-visits", "534126789a" },
    { "x-shirt", "351246789a" },   { "mode,-family", "a873214596" },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new (field_day);
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (event);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *order = arrange (event, index, cases[i].keys);

      g_test_message ("sort by %s", cases[i].keys);
      g_assert_cmpstr (order, ==, cases[i].order);
    }
}

static void
test_the_language_decides_the_alphabet (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("event | language=en\n"
                                                       "entrant 1 | family=Zorn\n"
                                                       "entrant 2 | family=Åberg\n"
                                                       "entrant 3 | family=Öberg\n"
                                                       "entrant 4 | family=Berg\n");
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (event);
  g_autofree char *english = arrange (event, index, "family"), *swedish = NULL;

  g_assert_cmpstr (english, ==, "2431");
  model_fixture_add (event, "event | language=sv");
  swedish = arrange (event, index, "family");
  g_assert_cmpstr (swedish, ==, "4123");
}

/* --- Changes --- */

static const char *const words[] = {
  "Smith", "smith", "Smíth", "Åse", "O’Hara", "Ohara", "van Dyk", "", "Zoë", "Li", "李", "Kipsang-Keitany",
};
static const char *const changed_keys[] = {
  "family", "given", "known-as", "sort-key", "club", "town", "bib",     "status",
  "sex",    "wave",  "category", "nation",   "born", "rank", "x-shirt", "predicted",
};

static const char *
pick (GRand *random, const char *const *texts, guint n)
{
  return texts[g_rand_int_range (random, 0, (gint) n)];
}

/* Some text that the field @key takes; never a bib that somebody has. */
static char *
make_text (GRand *random, const char *key, guint number)
{
  static const char *const choices[][2][4] = {
    { { "status" }, { "accepted", "applied", "withdrawn", "deferred" } },
    { { "sex" }, { "M", "F", "X", "" } },
    { { "wave" }, { "red-1", "red-10", "", "red-1" } },
    { { "category" }, { "elite", "mass", "", "mass" } },
    { { "nation" }, { "GBR", "Kenya", "Utopia", "" } },
    { { "born" }, { "1983-03-23", "1983", "31@2014-04-13", "" } },
    { { "rank" }, { "1", "2", "30", "" } },
    { { "x-shirt" }, { "S", "M", "L", "" } },
    { { "predicted" }, { "2:59:59", "3:05:00", "10:00:00", "" } },
  };

  if (strcmp (key, "bib") == 0)
    return number % 5 == 0 ? g_strdup ("") : g_strdup_printf ("%s%u", number % 3 == 0 ? "W" : "", number);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (strcmp (key, choices[i][0][0]) == 0)
      return g_strdup (pick (random, choices[i][1], 4));
  return g_strdup (pick (random, words, G_N_ELEMENTS (words)));
}

static MarathonEntrant
make_entrant (MarathonEvent *event, GRand *random, guint number)
{
  MarathonEntrantDraft draft;
  MarathonEntrant value;

  marathon_entrant_draft_init (&draft, event);
  /* Ids in no order. */
  draft.value.id = (guint64) number * 0x9e3779b97f4a7c15u | 1;
  for (guint i = 0; i < G_N_ELEMENTS (changed_keys); i++)
    {
      g_autofree char *text = make_text (random, changed_keys[i], number);

      if (!marathon_entrant_draft_set (&draft, marathon_event_find_field (event, changed_keys[i])->field, text, NULL))
        g_error ("%s is not taken as %s", text, changed_keys[i]);
    }
  value = *marathon_entrant_draft_finish (&draft);
  marathon_entrant_draft_clear (&draft);
  return value;
}

static void
insert_entrants (MarathonEvent *event, GRand *random, guint at, guint n, guint *number)
{
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, n);
  g_autofree guint32 *positions = g_new (guint32, n);
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      /* Some apart from each other, so that others are moved between them. */
      positions[i] = MIN (at + i * 2, size + i);
      if (i > 0 && positions[i] <= positions[i - 1])
        positions[i] = positions[i - 1] + 1;
      values[i] = make_entrant (event, random, (*number)++);
    }
  marathon_event_insert_entrants (event, MARATHON_PLACE_ROSTER, positions, values, n, &error);
  g_assert_no_error (error);
}

static void
remove_entrants (MarathonEvent *event, GRand *random, guint at, guint n)
{
  guint size = marathon_roster_get_size (marathon_event_get_roster (event)), n_removed = 0;
  g_autofree guint32 *positions = g_new (guint32, n);
  g_autoptr (GError) error = NULL;

  for (guint position = at; position < size && n_removed < n; position += (guint) g_rand_int_range (random, 1, 3))
    positions[n_removed++] = position;
  marathon_event_remove_entrants (event, MARATHON_PLACE_ROSTER, positions, n_removed, &error);
  g_assert_no_error (error);
}

static void
change_entrants (MarathonEvent *event, GRand *random, guint n, guint *number)
{
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));

  for (guint i = 0; i < n && size > 0; i++)
    {
      const char *key = pick (random, changed_keys, G_N_ELEMENTS (changed_keys));
      g_autofree char *text = make_text (random, key, (*number)++);
      g_autoptr (GError) error = NULL;

      model_fixture_set (event, (guint) g_rand_int_range (random, 0, (gint) size), key, text, &error);
      g_assert_no_error (error);
    }
}

static void
on_items_changed (MarathonRoster *roster, guint position, guint removed, guint added, gpointer index)
{
  marathon_entrant_index_splice (index, position, removed, added);
}

static void
on_values_changed (MarathonRoster *roster, gconstpointer positions, guint n, gpointer index)
{
  marathon_entrant_index_update (index, positions, n);
}

static void
assert_same_answers (MarathonEvent *event, MarathonEntrantIndex *kept)
{
  static const char *const queries[] = {
    "smith", "s", "li", "李", "ohara", "1", "12", "w1", "w", "zoe li", "\"li smith\"", "club:smith", "town:zoe",
    "wave:red-1", "category:\"\"", "status:applied", "nation:ken", "nation:uto", "x-shirt:m", "born:1983", "bib:\"\"",
    "sort-key:ohara",
  };
  static const char *const orders[] = { "family", "-given", "bib",         "club,-bib", "wave,family", "nation",
                                        "born",   "town",   "x-shirt,-id", "rank",      "-predicted" };
  g_autoptr (MarathonEntrantIndex) fresh = marathon_entrant_index_new (event);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *by_kept = find (event, kept, queries[i]), *by_fresh = find (event, fresh, queries[i]);

      g_assert_cmpstr (by_kept, ==, by_fresh);
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *by_kept = arrange (event, kept, orders[i]), *by_fresh = arrange (event, fresh, orders[i]);

      g_assert_cmpstr (by_kept, ==, by_fresh);
    }
}

static const char lists[]
    = "event | language=en\nfield shirt | label=Shirt\nstart red | name=Red\ncategory elite | name=Elite\n"
      "category mass | name=Mass\nwave red-1 | name=1 | start=red\nwave red-10 | name=10 | start=red\n";

static void
test_an_index_that_was_told_of_all_changes_is_as_good_as_new (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (lists);
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (event);
  g_autoptr (GRand) random = g_rand_new_with_seed (2014);
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint number = 1;

  g_signal_connect (roster, "items-changed", G_CALLBACK (on_items_changed), index);
  g_signal_connect (roster, "values-changed", G_CALLBACK (on_values_changed), index);
  assert_same_answers (event, index);
  for (guint round = 0; round < 60; round++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint) marathon_roster_get_size (roster) + 1);

      /* Once so many that the order of ids is made anew; in the end nobody. */
      if (round == 59)
        remove_entrants (event, random, 0, G_MAXINT16);
      else if (round % 3 == 0)
        insert_entrants (event, random, at, round == 30 ? 5000 : (guint) g_rand_int_range (random, 1, 90), &number);
      else if (round % 3 == 1)
        change_entrants (event, random, 20, &number);
      else
        remove_entrants (event, random, at, round == 32 ? 4900 : (guint) g_rand_int_range (random, 1, 30));
      assert_same_answers (event, index);
      g_assert_cmpuint (marathon_entrant_index_get_size (index), ==, marathon_roster_get_size (roster));
    }
}

static void
test_the_order_does_not_depend_on_the_order_of_entry (void)
{
  static const char *const orders[] = { "family", "-family", "club", "sex", "nation", "given,-wave", "town", "id" };
  g_autoptr (MarathonEvent) forwards = model_fixture_new (lists), backwards = model_fixture_new (lists);
  g_autoptr (GRand) random = g_rand_new_with_seed (99), same = g_rand_new_with_seed (99);
  g_autoptr (MarathonEntrantIndex) one = NULL, other = NULL;
  MarathonEntrant values[300];
  guint32 position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      MarathonEntrant value = make_entrant (forwards, random, i + 1);

      g_assert_true (marathon_event_append_entrant (forwards, MARATHON_PLACE_ROSTER, &value, NULL));
      values[i] = make_entrant (backwards, same, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (marathon_event_insert_entrants (backwards, MARATHON_PLACE_ROSTER, &position, &values[i], 1, NULL));
  one = marathon_entrant_index_new (forwards);
  other = marathon_entrant_index_new (backwards);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *by_one = arrange (forwards, one, orders[i]), *by_other = arrange (backwards, other, orders[i]);

      g_assert_cmpstr (by_one, ==, by_other);
    }
}

static void
test_everybody_is_in_the_order_once (void)
{
  const MarathonSortKey keys[] = { { MARATHON_FIELD_CLUB, TRUE }, { MARATHON_FIELD_FAMILY, FALSE } };
  g_autoptr (MarathonEvent) event = model_fixture_new (lists);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (MarathonEntrantIndex) index = NULL;
  g_autofree guint64 *seen = marathon_bitmap_new (777);
  guint32 permutation[777];

  for (guint i = 0; i < 777; i++)
    {
      MarathonEntrant value = make_entrant (event, random, i + 1);

      g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &value, NULL));
    }
  index = marathon_entrant_index_new (event);
  marathon_entrant_index_order (index, keys, G_N_ELEMENTS (keys), permutation);
  for (guint i = 0; i < 777; i++)
    {
      g_assert_cmpuint (permutation[i], <, 777);
      g_assert_false (marathon_bitmap_get (seen, permutation[i]));
      marathon_bitmap_set (seen, permutation[i], TRUE);
    }
}

static void
test_an_index_of_a_snapshot_serves_the_event (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (field_day);
  g_autoptr (MarathonEvent) snapshot = marathon_event_snapshot (event);
  g_autoptr (MarathonEntrantIndex) index = marathon_entrant_index_new (snapshot);
  const guint32 position = 1;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  model_fixture_set (event, position, "family", "Jones", &error);
  g_assert_no_error (error);
  before = find (snapshot, index, "smith");
  g_assert_cmpstr (before, ==, "23");
  marathon_entrant_index_set_event (index, event);
  marathon_entrant_index_update (index, &position, 1);
  after = find (event, index, "smith");
  g_assert_cmpstr (after, ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entrant-index/a-query-finds-whom-it-means", test_a_query_finds_whom_it_means);
  g_test_add_func ("/entrant-index/people-stand-in-the-order-of-the-keys", test_people_stand_in_the_order_of_the_keys);
  g_test_add_func ("/entrant-index/the-language-decides-the-alphabet", test_the_language_decides_the_alphabet);
  g_test_add_func ("/entrant-index/an-index-that-was-told-of-all-changes-is-as-good-as-new",
                   test_an_index_that_was_told_of_all_changes_is_as_good_as_new);
  g_test_add_func ("/entrant-index/the-order-does-not-depend-on-the-order-of-entry",
                   test_the_order_does_not_depend_on_the_order_of_entry);
  g_test_add_func ("/entrant-index/everybody-is-in-the-order-once", test_everybody_is_in_the_order_once);
  g_test_add_func ("/entrant-index/an-index-of-a-snapshot-serves-the-event",
                   test_an_index_of_a_snapshot_serves_the_event);
  return g_test_run ();
}
