/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The look-up of nations: codes through packed tables, names through a hash table, all built once from nation-table.h.
 */
#include "model/nations.h"

#include "base/fold.h"
#include "model/nation-table.h"

#include <string.h>

#define PACKED_THREE (26 * 26 * 26 + 1)
#define PACKED_TWO (26 * 26 + 1)

/** What the table of nations looks like to a search. Never changes once built, so that threads may share it. */
typedef struct {
  MarathonNation three[PACKED_THREE]; /* by three packed letters: the nation they mean */
  MarathonNation two[PACKED_TWO];     /* by two packed letters */
  const char *english[PACKED_THREE];  /* by nation: its name */
  GHashTable *by_name;                /* from a key longer than three letters, owned, to the nation */
} NationIndex;

/** Returns: @length letters of either case as a number from 1, or 0 where @text is not exactly that. */
static guint
pack_letters (const char *text, int length)
{
  guint packed = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isalpha (text[i]))
        return 0;
      packed = packed * 26 + (guint) (g_ascii_toupper (text[i]) - 'A');
    }
  return text[length] == '\0' ? packed + 1 : 0;
}

/** Where two or three letters keep their nation, or %NULL where @text is anything else. */
static MarathonNation *
find_place (NationIndex *index, const char *text)
{
  guint packed;

  if ((packed = pack_letters (text, 3)) != 0)
    return &index->three[packed];
  if ((packed = pack_letters (text, 2)) != 0)
    return &index->two[packed];
  return NULL;
}

/** Ends the word that stands last in @key, if there is one. */
static void
end_word (GString *key)
{
  if (key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

/** Appends one folded byte, or what stands for it. A "&" with no word before it joins nothing and is dropped. */
static void
append_to_key (GString *key, char c)
{
  if (strchr (" ,-/()[]&", c) != NULL)
    {
      end_word (key);
      if (c == '&' && key->len > 0)
        g_string_append (key, "and ");
    }
  else if (c != '.')
    g_string_append_c (key, c);
}

/**
 * The form in which names are compared: folded, no dots, words apart by one space, "&" as "and", no leading "the", "st"
 * for a leading "saint": "St. Kitts & Nevis" is "Saint Kitts and Nevis".
 */
static char *
make_key (const char *text)
{
  g_autofree char *folded = marathon_fold (text);
  GString *key = g_string_sized_new (64);

  for (const char *c = folded; *c != '\0'; c++)
    append_to_key (key, *c);
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  if (g_str_has_prefix (key->str, "the "))
    g_string_erase (key, 0, strlen ("the "));
  if (g_str_has_prefix (key->str, "saint "))
    g_string_erase (key, 1, strlen ("ain"));
  return g_string_free (key, FALSE);
}

/** The first to claim a key has it, so the order of claims is the order of precedence. */
static void
claim_key (NationIndex *index, const char *text, MarathonNation nation)
{
  g_autofree char *key = make_key (text);
  MarathonNation *place = find_place (index, key);

  if (place != NULL)
    {
      if (*place == 0)
        *place = nation;
    }
  else if (!g_hash_table_contains (index->by_name, key))
    g_hash_table_insert (index->by_name, g_steal_pointer (&key), GUINT_TO_POINTER (nation));
}

static void
claim_names (NationIndex *index, const MarathonNationRow *row)
{
  MarathonNation nation = (MarathonNation) pack_letters (row->code, 3);
  g_auto (GStrv) others = g_strsplit (row->others, ";", -1);

  claim_key (index, row->name, nation);
  for (int i = 0; others[i] != NULL; i++)
    claim_key (index, others[i], nation);
  index->english[nation] = row->name;
}

/** IOC codes claim first, then ISO's of three letters, ISO's of two, and names. */
static NationIndex *
build_index (void)
{
  NationIndex *index = g_new0 (NationIndex, 1);
  const MarathonNationRow *row;

  index->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (row = marathon_nation_table; row->code != NULL; row++)
    claim_key (index, row->code, (MarathonNation) pack_letters (row->code, 3));
  for (row = marathon_nation_table; row->code != NULL; row++)
    if (*row->alpha3 != '\0')
      claim_key (index, row->alpha3, (MarathonNation) pack_letters (row->code, 3));
  for (row = marathon_nation_table; row->code != NULL; row++)
    if (*row->alpha2 != '\0')
      claim_key (index, row->alpha2, (MarathonNation) pack_letters (row->code, 3));
  for (row = marathon_nation_table; row->code != NULL; row++)
    claim_names (index, row);
  return index;
}

static NationIndex *
get_index (void)
{
  static gsize built;

  if (g_once_init_enter (&built))
    g_once_init_leave (&built, (gsize) build_index ());
  return (NationIndex *) built;
}

MarathonNation
marathon_nation_find (const char *text)
{
  NationIndex *index = get_index ();
  g_autofree char *key = NULL;
  const MarathonNation *place;

  g_return_val_if_fail (text != NULL, 0);

  /* Nearly all that is asked for are bare codes, a million of them in a large file: no folding, no memory. */
  place = find_place (index, text);
  if (place != NULL)
    return *place;

  key = make_key (text);
  place = find_place (index, key);
  if (place != NULL)
    return *place;
  return (MarathonNation) GPOINTER_TO_UINT (g_hash_table_lookup (index->by_name, key));
}

void
marathon_nation_write (MarathonNation nation, char *buffer)
{
  guint packed = nation;

  g_return_if_fail (nation < PACKED_THREE);
  g_return_if_fail (buffer != NULL);

  buffer[0] = '\0';
  if (packed == 0)
    return;
  packed--;
  buffer[0] = (char) ('A' + packed / (26 * 26));
  buffer[1] = (char) ('A' + packed / 26 % 26);
  buffer[2] = (char) ('A' + packed % 26);
  buffer[3] = '\0';
}

const char *
marathon_nation_get_name (MarathonNation nation)
{
  const char *name;

  g_return_val_if_fail (nation < PACKED_THREE, "");

  name = get_index ()->english[nation];
  return name != NULL ? name : "";
}
