/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a query to a bitmap. A term is tried on each distinct text of a column once; then one pass over the entrants
 * looks up whether their texts were hit. Both do nearly the same work whatever is typed.
 */
#include "model/entrant-index-private.h"

#include "base/id-source.h"
#include "model/entrant-index-values.h"
#include "model/entrant-query.h"

#include <string.h>

#define BLOCK MARATHON_COLUMN_BLOCK
#define ID_DIGITS 16
/* Names are written without a space between their parts from CJK radicals (U+2E80) on; and in Hangul, whose syllables
 * are folded into letters: these two bytes begin the letters (U+1100 …) that begin a syllable. */
#define FIRST_UNSPACED "\xe2\xba\x80"
#define HANGUL_LEAD "\xe1\x84"

/* Where words are looked for. */
static const guint word_fields[] = {
  MARATHON_FIELD_FAMILY, MARATHON_FIELD_GIVEN,       MARATHON_FIELD_KNOWN_AS, MARATHON_FIELD_SORT_KEY,
  MARATHON_FIELD_CLUB,   MARATHON_FIELD_EXTERNAL_ID,
};
#define MAX_SOURCES (G_N_ELEMENTS (word_fields) + 1)

/* A column and which of its codes are hit. */
typedef struct {
  const guint32 *codes; /* by position; NULL for position + 1 */
  guint8 *hits;
} Source;

/* Who matches one term: whoever one of the sources hits. */
typedef struct {
  MarathonEntrantIndex *index;
  Source sources[MAX_SOURCES];
  guint n_sources;
} Finder;

/* --- Passes over the entrants --- */

/* Whether the source hits eight entrants in a row: a byte for each, the first of them the lowest. Written out, because
 * half of the time of a query goes by here. */
static inline guint64
look_up_eight (const Source *source, guint position)
{
  const guint32 *codes = source->codes;
  const guint8 *hits = source->hits;
  guint64 eight;

  if (codes == NULL)
    {
      memcpy (&eight, hits + position + 1, sizeof eight);
      return GUINT64_FROM_LE (eight);
    }
  codes += position;
  return (guint64) hits[codes[0]] | (guint64) hits[codes[1]] << 8 | (guint64) hits[codes[2]] << 16
         | (guint64) hits[codes[3]] << 24 | (guint64) hits[codes[4]] << 32 | (guint64) hits[codes[5]] << 40
         | (guint64) hits[codes[6]] << 48 | (guint64) hits[codes[7]] << 56;
}

/* A word of the bitmap of those whom the source hits. */
static inline guint64
gather (const Source *source, guint position)
{
  guint64 word = 0;

  for (guint i = 0; i < BLOCK; i += 8)
    word |= marathon_bitmap_pack_eight (look_up_eight (source, position + i)) << i;
  return word;
}

/* One source after the other: a loop that keeps several at hand is slower. */
static void
collect (const Finder *finder, guint64 *bits)
{
  for (guint i = 0; i < finder->n_sources; i++)
    {
      const Source source = finder->sources[i];

      for (guint position = 0; position < finder->index->size; position += BLOCK)
        bits[position / BLOCK] |= gather (&source, position);
    }
}

static void
collect_both (const Finder *finder, const Source *a, const Source *b, guint64 *bits)
{
  for (guint position = 0; position < finder->index->size; position += BLOCK)
    {
      guint64 word = gather (a, position);

      bits[position / BLOCK] |= word == 0 ? 0 : word & gather (b, position);
    }
}

/* Those for whom the column has a 0. */
static void
collect_blank (const Finder *finder, const MarathonEntrantColumn *column, guint64 *bits)
{
  guint8 flags[BLOCK];

  if (column->codes == NULL)
    {
      marathon_bitmap_fill (bits, finder->index->size, TRUE);
      return;
    }
  for (guint position = 0; position < finder->index->size; position += BLOCK)
    {
      for (guint i = 0; i < BLOCK; i++)
        flags[i] = column->codes[position + i] == 0;
      bits[position / BLOCK] |= marathon_bitmap_pack (flags);
    }
}

/* Those whose aligned bib number is @span at most above @low, and, where @prefix has hits, whose prefix is hit. */
static void
collect_bibs (const Finder  *finder,
              const guint32 *digits,
              guint32        low,
              guint32        span,
              const Source  *prefix,
              guint64       *bits)
{
  guint8 flags[BLOCK];

  for (guint position = 0; position < finder->index->size; position += BLOCK)
    {
      guint64 word;

      for (guint i = 0; i < BLOCK; i++)
        flags[i] = digits[position + i] - low <= span;
      word = marathon_bitmap_pack (flags);
      bits[position / BLOCK] |= word == 0 || prefix->hits == NULL ? word : word & gather (prefix, position);
    }
}

/* --- Sources --- */

/* Tries a column. The hits are its dictionary's own, good until the column is tried again. */
static gboolean
try_column (const MarathonEntrantColumn *column, const char *needle, MarathonMatch match, Source *source)
{
  if (column->codes == NULL || *needle == '\0' || !marathon_text_dictionary_may_contain (column->dictionary, needle))
    return FALSE;
  source->codes = column->sequential ? NULL : column->codes;
  source->hits = marathon_text_dictionary_get_flags (column->dictionary);
  return marathon_text_dictionary_find (column->dictionary, needle, match, source->hits) > 0;
}

static void
add_source (Finder *finder, const MarathonEntrantColumn *column, const char *needle, const char *other)
{
  Source *source = &finder->sources[finder->n_sources];
  gboolean found = try_column (column, needle, MARATHON_MATCH_CONTAINS, source);

  if (other != NULL && found)
    marathon_text_dictionary_find (column->dictionary, other, MARATHON_MATCH_CONTAINS, source->hits);
  else if (other != NULL)
    found = try_column (column, other, MARATHON_MATCH_CONTAINS, source);
  finder->n_sources += found;
}

/* Finds the texts of @fields that hold the term's text, or, where none does, its vague form. */
static void
find_texts (Finder *finder, const MarathonQueryTerm *term, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    add_source (finder, marathon_entrant_index_get_column (finder->index, fields[i]), term->needle, term->umlauts);
  if (finder->n_sources == 0 && term->plain != NULL)
    for (guint i = 0; i < n_fields; i++)
      add_source (finder, marathon_entrant_index_get_column (finder->index, fields[i]), term->plain, NULL);
}

/* --- Bibs --- */

/* The aligned numbers that begin with the digits @text, leading zeros apart; %FALSE where no number does. */
static gboolean
get_digits_range (const char *text, guint32 *low, guint32 *span)
{
  gsize n;

  while (text[0] == '0' && text[1] != '\0')
    text++;
  n = strlen (text);
  if (n > MARATHON_BIB_DIGITS)
    return FALSE;
  *low = marathon_bib_digits_align (text, n, span);
  return TRUE;
}

/* The first of the digits that @text ends with. */
static const char *
find_final_digits (const char *text)
{
  const char *at = text + strlen (text);

  while (at > text && g_ascii_isdigit (at[-1]))
    at--;
  return at;
}

static void
find_bibs (Finder *finder, const char *text, guint64 *bits)
{
  const MarathonEntrantColumn *prefixes = marathon_entrant_index_get_column (finder->index, MARATHON_COLUMN_BIB_PREFIX);
  const MarathonEntrantColumn *digits = marathon_entrant_index_get_column (finder->index, MARATHON_COLUMN_BIB_DIGITS);
  const char *final = find_final_digits (text);
  g_autofree char *prefix_text = g_strndup (text, (gsize) (final - text));
  g_autofree char *prefix = marathon_search_fold (prefix_text);
  Source source = { NULL, NULL };
  guint32 low = 0, span = 0;

  if (*final == '\0')
    {
      if (try_column (prefixes, prefix, MARATHON_MATCH_STARTS, &source))
        collect_both (finder, &source, &source, bits);
    }
  else if (digits->codes != NULL && get_digits_range (final, &low, &span)
           && (*prefix == '\0' || try_column (prefixes, prefix, MARATHON_MATCH_EQUALS, &source)))
    {
      /* "A0" is on its way to "A001": any number with that prefix. */
      if (*prefix != '\0' && strspn (final, "0") == strlen (final))
        {
          low = 1;
          span = G_MAXUINT32 - 1;
        }
      collect_bibs (finder, digits->codes, low, span, &source, bits);
    }
}

static void
find_bibless (Finder *finder, guint64 *bits)
{
  g_autofree guint64 *no_prefix = marathon_bitmap_new (finder->index->size);

  collect_blank (finder, marathon_entrant_index_get_column (finder->index, MARATHON_COLUMN_BIB_DIGITS), bits);
  collect_blank (finder, marathon_entrant_index_get_column (finder->index, MARATHON_COLUMN_BIB_PREFIX), no_prefix);
  /* The blank ones of numbers include "FARAH", those of prefixes every plain number. */
  marathon_bitmap_and (bits, no_prefix, finder->index->size);
}

/* --- Ids --- */

static void
find_whole_id (Finder *finder, const char *text, guint64 *bits)
{
  MarathonRoster *roster = marathon_event_get_roster (finder->index->event);
  guint64 id;
  guint position;

  if (strlen (text) == ID_DIGITS && marathon_id_parse (text, &id) && marathon_roster_find (roster, id, &position))
    marathon_bitmap_set (bits, position, TRUE);
}

/* Those whose id begins with the hexadecimal digits @text. */
static void
find_ids (Finder *finder, const char *text, guint64 *bits)
{
  MarathonRoster *roster = marathon_event_get_roster (finder->index->event);
  gsize length = strlen (text);
  guint64 start = 0;
  guint shift;

  if (length == 0 || length > ID_DIGITS || strspn (text, "0123456789abcdefABCDEF") != length)
    return;
  for (gsize i = 0; i < length; i++)
    start = start << 4 | (guint64) g_ascii_xdigit_value (text[i]);
  shift = (guint) (ID_DIGITS - length) * 4;
  for (guint i = 0; i < finder->index->size; i++)
    if (marathon_roster_get (roster, i)->id >> shift == start)
      marathon_bitmap_set (bits, i, TRUE);
}

/* --- Across given and family name --- */

/* Those of whom one name ends with @left and the other begins with @right. */
static void
find_split (Finder *finder, guint left_field, const char *left, guint right_field, const char *right, guint64 *bits)
{
  Source end = { NULL, NULL }, start = { NULL, NULL };

  if (try_column (marathon_entrant_index_get_column (finder->index, left_field), left, MARATHON_MATCH_ENDS, &end)
      && try_column (marathon_entrant_index_get_column (finder->index, right_field), right, MARATHON_MATCH_STARTS,
                     &start))
    collect_both (finder, &end, &start, bits);
}

static void
find_across_names (Finder *finder, const char *needle, guint64 *bits)
{
  for (const char *at = g_utf8_next_char (needle); *at != '\0' && *needle != '\0'; at = g_utf8_next_char (at))
    {
      gboolean space = *at == ' ';
      g_autofree char *left = NULL;

      if (!space && strcmp (at, FIRST_UNSPACED) < 0 && !g_str_has_prefix (at, HANGUL_LEAD))
        continue;
      left = g_strndup (needle, (gsize) (at - needle));
      find_split (finder, MARATHON_FIELD_GIVEN, left, MARATHON_FIELD_FAMILY, at + space, bits);
      find_split (finder, MARATHON_FIELD_FAMILY, left, MARATHON_FIELD_GIVEN, at + space, bits);
    }
}

/* --- Terms --- */

static void
match_word (Finder *finder, const MarathonQueryTerm *term, guint64 *bits)
{
  find_texts (finder, term, word_fields, G_N_ELEMENTS (word_fields));
  collect (finder, bits);
  find_across_names (finder, term->needle, bits);
  find_bibs (finder, term->text, bits);
  find_whole_id (finder, term->text, bits);
}

static void
match_bib (Finder *finder, const MarathonQueryTerm *term, guint64 *bits)
{
  if (term->blank)
    find_bibless (finder, bits);
  else
    find_bibs (finder, term->text, bits);
}

static void
match_nation (Finder *finder, const MarathonEntrantColumn *column, const MarathonQueryTerm *term, guint64 *bits)
{
  Source *source = &finder->sources[0];
  guint n = marathon_text_dictionary_get_size (column->dictionary);

  if (column->codes == NULL)
    return;
  source->codes = column->codes;
  source->hits = marathon_text_dictionary_get_flags (column->dictionary);
  finder->n_sources = 1;
  for (guint code = 1; code < n; code++)
    source->hits[code] = marathon_nation_matches (marathon_text_dictionary_get_text (column->dictionary, code), term);
  collect (finder, bits);
}

static void
match_field (Finder *finder, const MarathonQueryTerm *term, guint64 *bits)
{
  const MarathonEntrantColumn *column = marathon_entrant_index_get_column (finder->index, term->field);

  if (term->blank)
    collect_blank (finder, column, bits);
  else if (term->field == MARATHON_FIELD_NATION)
    match_nation (finder, column, term, bits);
  else if (column->dictionary == NULL)
    marathon_entrant_index_match_values (finder->index, column, term, bits);
  else
    {
      find_texts (finder, term, &term->field, 1);
      collect (finder, bits);
    }
}

static void
match_term (MarathonEntrantIndex *index, const MarathonQueryTerm *term, guint64 *bits)
{
  Finder finder = { .index = index };

  if (term->field == MARATHON_QUERY_ANY_FIELD)
    match_word (&finder, term, bits);
  else if (term->field == MARATHON_FIELD_BIB)
    match_bib (&finder, term, bits);
  else if (term->field == MARATHON_FIELD_ID)
    find_ids (&finder, term->text, bits);
  else
    match_field (&finder, term, bits);
}

void
marathon_entrant_index_query (MarathonEntrantIndex *index, const char *text, guint64 *bitmap)
{
  g_autoptr (GPtrArray) terms = NULL;

  g_return_if_fail (index != NULL && text != NULL && bitmap != NULL);

  terms = marathon_entrant_query_parse (index->event, text);
  marathon_bitmap_fill (bitmap, index->size, TRUE);
  for (guint i = 0; i < terms->len; i++)
    {
      g_autofree guint64 *bits = marathon_bitmap_new (index->size);

      match_term (index, g_ptr_array_index (terms, i), bits);
      /* Blocks reach beyond the last position; the bitmap's own bits there are 0. */
      marathon_bitmap_and (bitmap, bits, index->size);
    }
}
