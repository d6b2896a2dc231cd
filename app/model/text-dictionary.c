/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folded texts lie one behind the other in one arena. Beside it each text has a set of the letters that occur in it,
 * and one of the pairs of letters: most texts are passed over by looking at these alone, and the rest are searched
 * sixteen places at a time.
 */
#include "model/text-dictionary.h"

#include "base/fold.h"
#include "model/bitmap.h"

#include <string.h>

#define BLOCK 64
#define LANES 16
#define FIRST_SLOTS 64
#define N_SPREAD 4u
#define STRETCH 1024u
/* Bytes of folded text; a text beyond is found by no word. */
#define MAX_ARENA ((gsize) G_MAXUINT32)

typedef guint8 Lanes __attribute__ ((vector_size (LANES)));

struct _MarathonTextDictionary {
  MarathonTextPool *pool;
  MarathonTextRanks *ranks;
  GArray *texts;   /* MarathonText by code */
  guint32 *slots;  /* hash table: codes; 0 for a free slot */
  gsize n_slots;   /* a power of two */
  GString *arena;  /* folded texts */
  GArray *starts;  /* guint32: where the text of a code begins; one more at the end */
  GArray *letters; /* guint32 by code: which letters occur */
  GArray *pairs;   /* guint32 by code: which hashes of two letters in a row */
  guint32 all_letters;
  guint32 all_pairs;
  guint8 *flags; /* scratch memory for whoever searches */
  gsize n_flags;
};

/* --- The form of searching --- */

void
marathon_search_fold_append (GString *out, const char *text, gsize length)
{
  gsize start = out->len, to;

  marathon_fold_append (out, text, length);
  to = start;
  for (gsize from = start; from < out->len; from++)
    {
      char c = out->str[from] == '-' ? ' ' : out->str[from];

      if (c != ' ' || (to > start && out->str[to - 1] != ' '))
        out->str[to++] = c;
    }
  if (to > start && out->str[to - 1] == ' ')
    to--;
  g_string_truncate (out, to);
}

char *
marathon_search_fold (const char *text)
{
  GString *out = g_string_new (NULL);

  marathon_search_fold_append (out, text, strlen (text));
  return g_string_free (out, FALSE);
}

/* --- Sets of letters --- */

/* One bit for each of a to z, so that a needle of one letter needs no look at the text; the others share the rest. */
static guint32
letter_bit (guint8 byte)
{
  if (byte >= 'a' && byte <= 'z')
    return 1u << (byte - 'a');
  if (byte == ' ')
    return 1u << 26;
  if (g_ascii_isdigit (byte))
    return 1u << 27;
  if (byte < 0x80)
    return 1u << 28;
  return byte < 0xc0 ? 1u << (29 + (byte & 1)) : 1u << 31;
}

static guint32
letters_of (const char *text, gsize length)
{
  guint32 letters = 0;

  for (gsize i = 0; i < length; i++)
    letters |= letter_bit ((guint8) text[i]);
  return letters;
}

/* A pair's bit is taken from a hash, so a set that has it may be of a text that has not the pair. */
static guint32
pairs_of (const char *text, gsize length)
{
  guint32 pairs = 0;

  for (gsize i = 0; i + 1 < length; i++)
    pairs |= 1u << (((guint8) text[i] * 37u + (guint8) text[i + 1] * 11u) * 0x9e3779b1u >> 27);
  return pairs;
}

/* --- Codes --- */

static void
append_text (MarathonTextDictionary *dictionary, MarathonText text)
{
  GString *arena = dictionary->arena;
  gsize start = arena->len;
  guint32 letters, pairs, end;

  marathon_search_fold_append (arena, marathon_text_pool_get (dictionary->pool, text),
                               marathon_text_pool_get_length (dictionary->pool, text));
  if (arena->len > MAX_ARENA)
    g_string_truncate (arena, start);
  end = (guint32) arena->len;
  letters = letters_of (arena->str + start, arena->len - start);
  pairs = pairs_of (arena->str + start, arena->len - start);
  dictionary->all_letters |= letters;
  dictionary->all_pairs |= pairs;
  /* search() reads some bytes beyond the last text. */
  g_string_set_size (arena, arena->len + LANES);
  g_string_truncate (arena, arena->len - LANES);
  g_array_append_val (dictionary->texts, text);
  g_array_append_val (dictionary->starts, end);
  g_array_append_val (dictionary->letters, letters);
  g_array_append_val (dictionary->pairs, pairs);
}

MarathonTextDictionary *
marathon_text_dictionary_new (MarathonTextPool *pool, MarathonTextOrder order)
{
  MarathonTextDictionary *dictionary = g_new0 (MarathonTextDictionary, 1);
  guint32 start = 0;

  dictionary->pool = marathon_text_pool_ref (pool);
  dictionary->ranks = marathon_text_ranks_new (order);
  dictionary->texts = g_array_new (FALSE, FALSE, sizeof (MarathonText));
  dictionary->n_slots = FIRST_SLOTS;
  dictionary->slots = g_new0 (guint32, dictionary->n_slots);
  dictionary->arena = g_string_sized_new (1024);
  dictionary->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  dictionary->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  dictionary->pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (dictionary->starts, start);
  append_text (dictionary, 0);
  return dictionary;
}

void
marathon_text_dictionary_free (MarathonTextDictionary *dictionary)
{
  if (dictionary == NULL)
    return;
  marathon_text_pool_unref (dictionary->pool);
  marathon_text_ranks_free (dictionary->ranks);
  g_array_unref (dictionary->texts);
  g_free (dictionary->slots);
  g_string_free (dictionary->arena, TRUE);
  g_array_unref (dictionary->starts);
  g_array_unref (dictionary->letters);
  g_array_unref (dictionary->pairs);
  g_free (dictionary->flags);
  g_free (dictionary);
}

guint
marathon_text_dictionary_get_size (const MarathonTextDictionary *dictionary)
{
  return dictionary->texts->len;
}

const char *
marathon_text_dictionary_get_text (const MarathonTextDictionary *dictionary, guint32 code)
{
  g_return_val_if_fail (code < dictionary->texts->len, "");

  return marathon_text_pool_get (dictionary->pool, g_array_index (dictionary->texts, MarathonText, code));
}

/* Where the code of @text is or belongs. References of neighbours differ little, so they are scattered first. */
static guint32 *
find_slot (const MarathonTextDictionary *dictionary, MarathonText text)
{
  gsize at = (gsize) ((text * 0x9e3779b97f4a7c15u) >> 32) & (dictionary->n_slots - 1);

  while (dictionary->slots[at] != 0 && g_array_index (dictionary->texts, MarathonText, dictionary->slots[at]) != text)
    at = (at + 1) & (dictionary->n_slots - 1);
  return &dictionary->slots[at];
}

static void
grow_slots (MarathonTextDictionary *dictionary)
{
  g_free (dictionary->slots);
  dictionary->n_slots *= 2;
  dictionary->slots = g_new0 (guint32, dictionary->n_slots);
  for (guint32 code = 1; code < dictionary->texts->len; code++)
    *find_slot (dictionary, g_array_index (dictionary->texts, MarathonText, code)) = code;
}

guint32
marathon_text_dictionary_add (MarathonTextDictionary *dictionary, MarathonText text)
{
  guint32 *slot;

  if (text == 0)
    return 0;
  slot = find_slot (dictionary, text);
  if (*slot != 0)
    return *slot;
  if ((gsize) dictionary->texts->len * 2 > dictionary->n_slots)
    {
      grow_slots (dictionary);
      slot = find_slot (dictionary, text);
    }
  *slot = dictionary->texts->len;
  append_text (dictionary, text);
  return *slot;
}

/* --- Finding --- */

typedef struct {
  const guint8 *bytes;
  gsize length;
  guint32 letters;
  guint32 pairs;
  Lanes spread[N_SPREAD]; /* the first bytes, each in every lane */
  gsize n_spread;
} Needle;

static void
prepare (Needle *needle, const char *text)
{
  needle->bytes = (const guint8 *) text;
  needle->length = strlen (text);
  needle->letters = letters_of (text, needle->length);
  needle->pairs = pairs_of (text, needle->length);
  needle->n_spread = MIN (needle->length, N_SPREAD);
  for (gsize i = 0; i < needle->n_spread; i++)
    memset (&needle->spread[i], text[i], LANES);
}

static inline gboolean
has_any (Lanes lanes)
{
  guint64 halves[2];

  memcpy (halves, &lanes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

static inline Lanes
load (const guint8 *at)
{
  Lanes lanes;

  memcpy (&lanes, at, sizeof lanes);
  return lanes;
}

/* Whether the needle begins at one of the first @n_places (at most LANES) places from @at on. As many bytes as the
 * needle is long, and LANES more, are read whatever they are. */
static inline gboolean
search_lanes (const guint8 *at, gsize n_places, const Needle *needle)
{
  /* From the middle to the left: more and more lanes that count. */
  static const guint8 counting[LANES * 2] = {
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  };
  Lanes found = load (counting + LANES - n_places);

  for (gsize i = 0; i < needle->n_spread; i++)
    found &= (Lanes) (load (at + i) == needle->spread[i]);
  for (gsize i = needle->n_spread; i < needle->length && has_any (found); i++)
    found &= (Lanes) (load (at + i) == needle->bytes[i]);
  return has_any (found);
}

static inline gboolean
search (const guint8 *at, gsize n_places, const Needle *needle)
{
  for (; n_places > LANES; at += LANES, n_places -= LANES)
    if (search_lanes (at, LANES, needle))
      return TRUE;
  return search_lanes (at, n_places, needle);
}

static inline gboolean
matches (const guint8 *text, gsize length, const Needle *needle, MarathonMatch match)
{
  gsize rest;

  if (length < needle->length)
    return FALSE;
  rest = length - needle->length;
  switch (match)
    {
    case MARATHON_MATCH_STARTS:
      return memcmp (text, needle->bytes, needle->length) == 0;
    case MARATHON_MATCH_ENDS:
      return memcmp (text + rest, needle->bytes, needle->length) == 0;
    case MARATHON_MATCH_EQUALS:
      return rest == 0 && memcmp (text, needle->bytes, needle->length) == 0;
    case MARATHON_MATCH_CONTAINS:
    default:
      return search (text, rest + 1, needle);
    }
}

/* A needle of one letter: its bit says all. */
static guint
find_letter (const MarathonTextDictionary *dictionary, guint32 letter, guint8 *hits)
{
  const guint32 *sets = (const guint32 *) (gpointer) dictionary->letters->data;
  guint n_hits = 0;

  for (guint code = 0; code < dictionary->letters->len; code++)
    {
      guint8 hit = (sets[code] & letter) != 0;

      hits[code] |= hit;
      n_hits += hit;
    }
  return n_hits;
}

/* Which of the @n (at most 64) texts from @code on have all letters and pairs of the needle. */
static inline guint64
find_candidates (const MarathonTextDictionary *dictionary, guint code, guint n, const Needle *needle)
{
  const guint32 *letters = &g_array_index (dictionary->letters, guint32, code);
  const guint32 *pairs = &g_array_index (dictionary->pairs, guint32, code);
  guint32 all_letters = needle->letters, all_pairs = needle->pairs;
  guint8 flags[BLOCK] = { 0 };

  /* A loop of known length is what compilers make the best of. */
  if (n == BLOCK)
    for (guint i = 0; i < BLOCK; i++)
      flags[i] = ((~letters[i] & all_letters) | (~pairs[i] & all_pairs)) == 0;
  else
    for (guint i = 0; i < n; i++)
      flags[i] = ((~letters[i] & all_letters) | (~pairs[i] & all_pairs)) == 0;
  return marathon_bitmap_pack (flags);
}

/* Lists the texts of a stretch that may match, and has them fetched: the arena is larger than any cache, so by the time
 * they are looked at, they should be on their way. */
static guint
list_candidates (const MarathonTextDictionary *dictionary,
                 guint                         from,
                 guint                         to,
                 const Needle                 *needle,
                 guint32                      *candidates)
{
  const guint32 *starts = (const guint32 *) (gpointer) dictionary->starts->data;
  guint n = 0;

  for (guint block = from; block < to; block += BLOCK)
    {
      guint64 set = find_candidates (dictionary, block, MIN (to - block, BLOCK), needle);

      for (; set != 0; set &= set - 1)
        {
          guint32 code = block + (guint) __builtin_ctzll (set);

          __builtin_prefetch (dictionary->arena->str + starts[code]);
          candidates[n++] = code;
        }
    }
  return n;
}

guint
marathon_text_dictionary_find (const MarathonTextDictionary *dictionary,
                               const char                   *text,
                               MarathonMatch                 match,
                               guint8                       *hits)
{
  const guint8 *arena = (const guint8 *) dictionary->arena->str;
  const guint32 *starts = (const guint32 *) (gpointer) dictionary->starts->data;
  guint32 candidates[STRETCH];
  guint n_hits = 0;
  Needle needle;

  prepare (&needle, text);
  if (match == MARATHON_MATCH_CONTAINS && needle.length == 1 && g_ascii_islower (text[0]))
    return find_letter (dictionary, needle.letters, hits);
  for (guint from = 0; from < dictionary->texts->len; from += STRETCH)
    {
      guint n = list_candidates (dictionary, from, MIN (from + STRETCH, dictionary->texts->len), &needle, candidates);

      for (guint i = 0; i < n; i++)
        {
          guint32 code = candidates[i];
          gboolean hit = matches (arena + starts[code], starts[code + 1] - starts[code], &needle, match);

          hits[code] |= (guint8) hit;
          n_hits += (guint) hit;
        }
    }
  return n_hits;
}

gboolean
marathon_text_dictionary_may_contain (const MarathonTextDictionary *dictionary, const char *needle)
{
  gsize length = strlen (needle);

  return (letters_of (needle, length) & ~dictionary->all_letters) == 0
         && (pairs_of (needle, length) & ~dictionary->all_pairs) == 0;
}

guint8 *
marathon_text_dictionary_get_flags (MarathonTextDictionary *dictionary)
{
  gsize needed = dictionary->texts->len + MARATHON_TEXT_DICTIONARY_PADDING;

  if (dictionary->n_flags < needed)
    {
      g_free (dictionary->flags);
      dictionary->n_flags = needed + needed / 8;
      dictionary->flags = g_new (guint8, dictionary->n_flags);
    }
  memset (dictionary->flags, 0, needed);
  return dictionary->flags;
}

/* --- Ranks --- */

const guint32 *
marathon_text_dictionary_get_ranks (MarathonTextDictionary *dictionary, MarathonCollation *collation, guint32 *greatest)
{
  return marathon_text_ranks_get (dictionary->ranks, dictionary->pool, collation,
                                  (const MarathonText *) (gpointer) dictionary->texts->data, dictionary->texts->len,
                                  greatest);
}

void
marathon_text_dictionary_reset_ranks (MarathonTextDictionary *dictionary)
{
  marathon_text_ranks_reset (dictionary->ranks);
}
