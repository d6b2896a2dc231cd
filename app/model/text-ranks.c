/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each text gets a sort key, keys are sorted as bytes, and equal keys get equal ranks. Keys are not kept: a million of
 * them would take as much memory as the names; the few that a new text is compared with are made again.
 */
#include "model/text-ranks.h"

#include "base/race-time.h"

#include <string.h>

/* From here on it is cheaper to rank everything anew than to move each rank behind a new text. */
#define MAX_PLACED 64
/* Bytes of a text that count for its rank. The longest name known has 46 characters; notes would make gigabytes of
 * keys. */
#define MAX_RANKED 200

struct _MarathonTextRanks {
  MarathonTextOrder order;
  GArray *ranks;  /* guint32 by code */
  GArray *sorted; /* guint32: the codes from 1 on, in order */
  guint32 greatest;
};

/* A sort key and whose it is. The first eight bytes, as a number, settle most comparisons. */
typedef struct {
  guint64 head;
  gsize start;
  guint32 length;
  guint32 code;
} Key;

MarathonTextRanks *
marathon_text_ranks_new (MarathonTextOrder order)
{
  MarathonTextRanks *ranks = g_new0 (MarathonTextRanks, 1);

  ranks->order = order;
  ranks->ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  ranks->sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  return ranks;
}

void
marathon_text_ranks_free (MarathonTextRanks *ranks)
{
  if (ranks == NULL)
    return;
  g_array_unref (ranks->ranks);
  g_array_unref (ranks->sorted);
  g_free (ranks);
}

void
marathon_text_ranks_reset (MarathonTextRanks *ranks)
{
  g_array_set_size (ranks->ranks, 0);
  g_array_set_size (ranks->sorted, 0);
  ranks->greatest = 0;
}

/* --- Keys --- */

static void
append_big_endian (GByteArray *out, guint64 number)
{
  guint64 bytes = GUINT64_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

/* The bits of a double, made to compare as an unsigned number does. */
static void
append_number (GByteArray *out, const char *text)
{
  double number = g_ascii_strtod (text, NULL);
  const guint64 sign = (guint64) 1 << 63;
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  append_big_endian (out, (bits & sign) != 0 ? ~bits : bits | sign);
}

static void
append_time (GByteArray *out, const char *text)
{
  MarathonTime time = MARATHON_TIME_NONE;

  if (!marathon_time_parse (text, &time))
    time = MARATHON_TIME_MAX;
  append_big_endian (out, (guint64) time);
}

/* How much of a text counts: at most MAX_RANKED bytes, ending with a whole character. */
static gsize
cut_length (const char *text, gsize length)
{
  if (length <= MAX_RANKED)
    return length;
  length = MAX_RANKED;
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;
  return length;
}

static void
append_key (MarathonTextRanks      *ranks,
            const MarathonTextPool *pool,
            MarathonCollation      *collation,
            MarathonText            of,
            GByteArray             *out)
{
  const char *text = marathon_text_pool_get (pool, of);
  gsize length = cut_length (text, marathon_text_pool_get_length (pool, of));

  switch (ranks->order)
    {
    case MARATHON_TEXT_ORDER_BYTES:
      g_byte_array_append (out, (const guint8 *) text, (guint) length);
      break;
    case MARATHON_TEXT_ORDER_NUMBERS:
      append_number (out, text);
      break;
    case MARATHON_TEXT_ORDER_TIMES:
      append_time (out, text);
      break;
    case MARATHON_TEXT_ORDER_ALPHABET:
    default:
      marathon_collation_append_key (collation, text, (gssize) length, out);
      break;
    }
}

static int
compare_bytes (const guint8 *a, gsize length_a, const guint8 *b, gsize length_b)
{
  gsize common = MIN (length_a, length_b);
  int order = common == 0 ? 0 : memcmp (a, b, common);

  return order != 0 ? order : (length_a > length_b) - (length_a < length_b);
}

/* --- All at once --- */

static guint64
read_head (const guint8 *key, gsize length)
{
  guint64 head = 0;

  memcpy (&head, key, MIN (length, sizeof head));
  return GUINT64_FROM_BE (head);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Key *left = a, *right = b;
  const guint8 *bytes = user_data;

  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;
  return compare_bytes (bytes + left->start, left->length, bytes + right->start, right->length);
}

static Key *
make_keys (MarathonTextRanks      *ranks,
           const MarathonTextPool *pool,
           MarathonCollation      *collation,
           const MarathonText     *texts,
           guint                   n,
           GByteArray             *bytes)
{
  Key *keys = g_new (Key, n);

  for (guint code = 1; code < n; code++)
    {
      Key *key = &keys[code - 1];

      key->code = code;
      key->start = bytes->len;
      append_key (ranks, pool, collation, texts[code], bytes);
      key->length = (guint32) (bytes->len - key->start);
      key->head = read_head (bytes->data + key->start, key->length);
    }
  return keys;
}

static void
rank_all (MarathonTextRanks      *ranks,
          const MarathonTextPool *pool,
          MarathonCollation      *collation,
          const MarathonText     *texts,
          guint                   n)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree Key *keys = make_keys (ranks, pool, collation, texts, n, bytes);
  guint32 rank = 0;

  g_qsort_with_data (keys, (gint) n - 1, sizeof *keys, compare_keys, bytes->data);
  g_array_set_size (ranks->ranks, n);
  g_array_set_size (ranks->sorted, n - 1);
  g_array_index (ranks->ranks, guint32, 0) = 0;
  for (guint i = 0; i < n - 1; i++)
    {
      rank += i == 0 || compare_keys (&keys[i - 1], &keys[i], bytes->data) != 0;
      g_array_index (ranks->ranks, guint32, keys[i].code) = rank;
      g_array_index (ranks->sorted, guint32, i) = keys[i].code;
    }
  ranks->greatest = rank;
}

/* --- One more --- */

/* Where a new key belongs among the sorted ones: the first that is not before it; tells whether that one is equal. */
static guint
find_place (MarathonTextRanks      *ranks,
            const MarathonTextPool *pool,
            MarathonCollation      *collation,
            const MarathonText     *texts,
            const GByteArray       *key,
            gboolean               *equal)
{
  g_autoptr (GByteArray) other = g_byte_array_new ();
  guint low = 0, high = ranks->sorted->len;

  *equal = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order;

      g_byte_array_set_size (other, 0);
      append_key (ranks, pool, collation, texts[g_array_index (ranks->sorted, guint32, middle)], other);
      order = compare_bytes (other->data, other->len, key->data, key->len);
      if (order < 0)
        low = middle + 1;
      else
        {
          high = middle;
          *equal |= order == 0;
        }
    }
  return low;
}

static void
place_one (MarathonTextRanks      *ranks,
           const MarathonTextPool *pool,
           MarathonCollation      *collation,
           const MarathonText     *texts,
           guint32                 code)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  guint32 *by_code, rank = 1;
  gboolean equal;
  guint place;

  append_key (ranks, pool, collation, texts[code], key);
  place = find_place (ranks, pool, collation, texts, key, &equal);
  by_code = (guint32 *) (gpointer) ranks->ranks->data;
  if (equal)
    rank = by_code[g_array_index (ranks->sorted, guint32, place)];
  else
    {
      if (place > 0)
        rank = by_code[g_array_index (ranks->sorted, guint32, place - 1)] + 1;
      for (guint i = 0; i < ranks->ranks->len; i++)
        by_code[i] += by_code[i] >= rank;
      ranks->greatest++;
    }
  g_array_append_val (ranks->ranks, rank);
  g_array_insert_val (ranks->sorted, place, code);
}

const guint32 *
marathon_text_ranks_get (MarathonTextRanks      *ranks,
                         const MarathonTextPool *pool,
                         MarathonCollation      *collation,
                         const MarathonText     *texts,
                         guint                   n,
                         guint32                *greatest)
{
  g_return_val_if_fail (n > 0 && n >= ranks->ranks->len, NULL);

  if (ranks->ranks->len == 0 || n - ranks->ranks->len > MAX_PLACED)
    rank_all (ranks, pool, collation, texts, n);
  while (ranks->ranks->len < n)
    place_one (ranks, pool, collation, texts, ranks->ranks->len);
  *greatest = ranks->greatest;
  return (const guint32 *) (gpointer) ranks->ranks->data;
}
