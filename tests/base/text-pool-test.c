/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the store of strings: equal strings are one, and nothing that was handed out ever moves.
 */
#include "base/text-pool.h"

#include <string.h>

#define MANY 300000

static MarathonText
add (MarathonTextPool *pool, const char *text)
{
  return marathon_text_pool_add (pool, text, -1);
}

static void
check_text (const MarathonTextPool *pool, MarathonText text, const char *expected)
{
  g_assert_cmpstr (marathon_text_pool_get (pool, text), ==, expected);
  g_assert_cmpuint (marathon_text_pool_get_length (pool, text), ==, strlen (expected));
}

static void
test_a_new_pool_holds_the_empty_string (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  MarathonText found = 4711;

  check_text (pool, 0, "");
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, 0);
  g_assert_cmpuint (add (pool, ""), ==, 0);
  g_assert_cmpuint (marathon_text_pool_add (pool, NULL, -1), ==, 0);
  g_assert_cmpuint (marathon_text_pool_add (pool, NULL, 0), ==, 0);
  g_assert_cmpuint (marathon_text_pool_add (pool, "abc", 0), ==, 0);
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, 0);

  g_assert_true (marathon_text_pool_find (pool, "", -1, &found));
  g_assert_cmpuint (found, ==, 0);
  found = 4711;
  g_assert_true (marathon_text_pool_find (pool, "abc", 0, &found));
  g_assert_cmpuint (found, ==, 0);
}

static const char *const names[] = {
  "a",
  "A",
  "b",
  "ab",
  "abc",
  "abcd",
  "abcdefg",
  "abcdefgh",
  "abcdefghi",
  "abcdefghijklmnop",
  "abcdefghijklmnoq",
  " ",
  "Smith",
  "smith",
  "M\u00fchlbauer",
  "Mu\u0308hlbauer",
  "\u5c71\u7530 \u592a\u90ce",
  "\u0645\u062d\u0645\u062f",
  "\U0001f3c3\u200d\u2642\ufe0f",
  "\u0301",
  "\U0010fffd",
  "\001\002\177",
  "line\nline",
};

static void
test_equal_strings_have_one_reference (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  MarathonText texts[G_N_ELEMENTS (names)];
  guint i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    texts[i] = add (pool, names[i]);
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, G_N_ELEMENTS (names));

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *copy = g_strdup (names[i]);

      g_assert_cmpuint (texts[i], !=, 0);
      check_text (pool, texts[i], names[i]);
      g_assert_cmpuint (add (pool, copy), ==, texts[i]);
      for (j = 0; j < i; j++)
        g_assert_cmpuint (texts[i], !=, texts[j]);
    }
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, G_N_ELEMENTS (names));
}

static void
test_the_length_bounds_what_is_read (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  const char unended[] = { 'S', 'm', 'i', 't', 'h' };
  MarathonText smith = marathon_text_pool_add (pool, unended, sizeof unended);
  MarathonText found = 0;

  check_text (pool, smith, "Smith");
  g_assert_cmpuint (add (pool, "Smith"), ==, smith);
  g_assert_cmpuint (marathon_text_pool_add (pool, "Smithson", 5), ==, smith);
  g_assert_cmpuint (marathon_text_pool_add (pool, "Smithson", 6), !=, smith);
  g_assert_true (marathon_text_pool_find (pool, unended, sizeof unended, &found));
  g_assert_cmpuint (found, ==, smith);
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, 2);
}

static void
test_the_bytes_are_copied (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  char text[] = "Smith";
  MarathonText smith = add (pool, text);

  memset (text, 'x', sizeof text - 1);
  check_text (pool, smith, "Smith");
  g_assert_cmpuint (add (pool, text), !=, smith);
}

static void
test_finding_adds_nothing (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  MarathonText smith = add (pool, "Smith");
  gsize size = marathon_text_pool_get_size (pool);
  MarathonText found = 0;
  guint i;

  g_assert_true (marathon_text_pool_find (pool, "Smith", -1, &found));
  g_assert_cmpuint (found, ==, smith);
  for (i = 0; i < 5000; i++)
    {
      g_autofree char *text = g_strdup_printf ("nobody %u", i);

      g_assert_false (marathon_text_pool_find (pool, text, -1, &found));
    }
  g_assert_false (marathon_text_pool_find (pool, "Smit", -1, &found));
  g_assert_false (marathon_text_pool_find (pool, "Smith ", -1, &found));
  g_assert_false (marathon_text_pool_find (pool, "smith", -1, &found));
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, 1);
  g_assert_cmpuint (marathon_text_pool_get_size (pool), ==, size);
}

/* Lengths that change from one to the next, so that strings end everywhere in a segment. */
static void
write_numbered (guint number, char buffer[64])
{
  int length = g_snprintf (buffer, 64, "runner %u \u00e9", number);
  int more = (int)(number % 23);

  memset (buffer + length, 'a' + (int)(number % 26), (gsize)more);
  buffer[length + more] = '\0';
}

static void
test_strings_stay_where_they_are_while_the_pool_grows (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autofree MarathonText *texts = g_new (MarathonText, MANY);
  g_autofree const char **places = g_new (const char *, MANY);
  char buffer[64];
  guint i;

  for (i = 0; i < MANY; i++)
    {
      write_numbered (i, buffer);
      texts[i] = add (pool, buffer);
      places[i] = marathon_text_pool_get (pool, texts[i]);
    }
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, MANY);

  for (i = 0; i < MANY; i++)
    {
      MarathonText found = 0;

      write_numbered (i, buffer);
      if (marathon_text_pool_get (pool, texts[i]) != places[i] || strcmp (places[i], buffer) != 0)
        g_error ("string %u moved or changed", i);
      if (marathon_text_pool_get_length (pool, texts[i]) != strlen (buffer))
        g_error ("string %u has another length", i);
      if (!marathon_text_pool_find (pool, buffer, -1, &found) || found != texts[i] || add (pool, buffer) != texts[i])
        g_error ("string %u is not found again", i);
    }
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, MANY);
  g_assert_cmpuint (marathon_text_pool_get_size (pool), >, (gsize)MANY * strlen ("runner 12345 ..aaaaaaaaaaa"));
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  MarathonText first = *(const MarathonText *)a;
  MarathonText second = *(const MarathonText *)b;

  return (first > second) - (first < second);
}

static void
test_no_two_strings_share_a_reference (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (MarathonText));
  guint i;

  for (i = 0; i < MANY; i++)
    {
      char buffer[64];
      MarathonText text;

      write_numbered (i, buffer);
      text = add (pool, buffer);
      g_array_append_val (texts, text);
    }
  g_array_sort (texts, compare_texts);
  for (i = 1; i < MANY; i++)
    if (g_array_index (texts, MarathonText, i) == g_array_index (texts, MarathonText, i - 1))
      g_error ("two strings have the reference %u", g_array_index (texts, MarathonText, i));
  g_assert_cmpuint (g_array_index (texts, MarathonText, 0), >, 0);
}

static void
test_the_longest_string_fits (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autofree char *longest = g_strnfill (MARATHON_TEXT_MAX_LENGTH, 'x');
  g_autofree char *shorter = g_strnfill (MARATHON_TEXT_MAX_LENGTH - 1, 'x');
  MarathonText text = add (pool, longest);

  check_text (pool, text, longest);
  g_assert_cmpuint (add (pool, longest), ==, text);
  g_assert_cmpuint (add (pool, shorter), !=, text);
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, 2);
}

static void
test_a_longer_string_is_a_mistake (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autofree char *too_long = g_strnfill (MARATHON_TEXT_MAX_LENGTH + 1, 'x');
  MarathonText found = 0;

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  g_assert_cmpuint (add (pool, too_long), ==, 0);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, 0);
  g_assert_false (marathon_text_pool_find (pool, too_long, -1, &found));
}

/* Strings of every length around the ends of segments: none may lie across one or be cut. */
static void
test_strings_fit_the_ends_of_segments (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (MarathonText));
  const guint n_texts = 200;
  guint i;

  for (i = 0; i < n_texts; i++)
    {
      g_autofree char *text = g_strnfill (MARATHON_TEXT_MAX_LENGTH - i % 64, 'a' + (char)(i / 64));
      MarathonText added = add (pool, text);

      g_array_append_val (texts, added);
    }
  for (i = 0; i < n_texts; i++)
    {
      g_autofree char *text = g_strnfill (MARATHON_TEXT_MAX_LENGTH - i % 64, 'a' + (char)(i / 64));

      check_text (pool, g_array_index (texts, MarathonText, i), text);
      g_assert_cmpuint (add (pool, text), ==, g_array_index (texts, MarathonText, i));
    }
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, n_texts);
}

/* Writes eight digits over the start of @text. */
static void
number_text (char *text, guint number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%08u", number);
  memcpy (text, digits, 8);
}

/* Fills with strings of one size until the pool must have opened a second segment, for sizes that end in it evenly or
 * not. */
static void
test_each_size_of_string_crosses_into_the_next_segment (void)
{
  static const gsize lengths[] = { 8, 11, 12, 27, 59, 1019, 1020, 4091, 32763, 65531, 65535 };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
      guint n_texts = (guint)((2 << 20) / lengths[i]);
      g_autofree MarathonText *texts = g_new (MarathonText, n_texts);
      g_autofree char *text = g_strnfill (lengths[i], 'x');
      guint j;

      for (j = 0; j < n_texts; j++)
        {
          number_text (text, j);
          texts[j] = add (pool, text);
        }
      for (j = 0; j < n_texts; j++)
        {
          number_text (text, j);
          if (strcmp (marathon_text_pool_get (pool, texts[j]), text) != 0)
            g_error ("string %u of length %" G_GSIZE_FORMAT " was cut or moved", j, lengths[i]);
        }
    }
}

static void
test_a_reference_keeps_the_pool (void)
{
  g_autoptr (MarathonTextPool) kept = NULL;
  MarathonTextPool *pool = marathon_text_pool_new ();
  MarathonText smith = add (pool, "Smith");

  kept = marathon_text_pool_ref (pool);
  g_assert_true (kept == pool);
  marathon_text_pool_unref (pool);
  check_text (kept, smith, "Smith");
}

typedef struct {
  MarathonTextPool *pool;
  MarathonText *texts;
  guint n_texts;
} Snapshot;

/* Reads everything of a snapshot again and again; returns how many strings were wrong. */
static gpointer
read_snapshot (gpointer closure)
{
  const Snapshot *snapshot = closure;
  guint n_wrong = 0;
  guint round;
  guint i;

  for (round = 0; round < 20; round++)
    for (i = 0; i < snapshot->n_texts; i++)
      {
        char buffer[64];

        write_numbered (i, buffer);
        if (strcmp (marathon_text_pool_get (snapshot->pool, snapshot->texts[i]), buffer) != 0
            || marathon_text_pool_get_length (snapshot->pool, snapshot->texts[i]) != strlen (buffer))
          n_wrong++;
      }
  marathon_text_pool_unref (snapshot->pool);
  return GUINT_TO_POINTER (n_wrong);
}

static void
test_other_threads_read_while_one_adds (void)
{
  const guint n_before = 10000;
  g_autofree MarathonText *texts = g_new (MarathonText, n_before);
  MarathonTextPool *pool = marathon_text_pool_new ();
  Snapshot snapshot = { pool, texts, n_before };
  GThread *readers[2];
  char buffer[64];
  guint i;

  for (i = 0; i < n_before; i++)
    {
      write_numbered (i, buffer);
      texts[i] = add (pool, buffer);
    }
  for (i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      marathon_text_pool_ref (pool);
      readers[i] = g_thread_new ("reader", read_snapshot, &snapshot);
    }
  for (i = n_before; i < MANY; i++)
    {
      write_numbered (i, buffer);
      add (pool, buffer);
    }
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, MANY);
  marathon_text_pool_unref (pool);

  for (i = 0; i < G_N_ELEMENTS (readers); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (readers[i])), ==, 0);
}

/* --- Threads --- */

#define N_WORKERS 4
#define N_SHARED 40000

typedef struct {
  MarathonTextPool *pool;
  guint step; /* without a divisor that N_SHARED has, too */
  MarathonText texts[N_SHARED];
} Worker;

/* Each adds the same strings, in another order; reads what it added; and looks for what others may be adding. */
static gpointer
add_in_thread (gpointer data)
{
  Worker *worker = data;

  for (guint i = 0, n = 0; i < N_SHARED; i++, n = (n + worker->step) % N_SHARED)
    {
      char text[32], other[32];
      MarathonText found;

      g_snprintf (text, sizeof text, "name %u", n);
      g_snprintf (other, sizeof other, "name %u", N_SHARED - 1 - n);
      worker->texts[n] = add (worker->pool, text);
      g_assert_cmpstr (marathon_text_pool_get (worker->pool, worker->texts[n]), ==, text);
      if (marathon_text_pool_find (worker->pool, other, -1, &found))
        g_assert_cmpstr (marathon_text_pool_get (worker->pool, found), ==, other);
    }
  return NULL;
}

static void
test_several_threads_may_add (void)
{
  static const guint steps[N_WORKERS] = { 1, 3, 7, 9 };
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autofree Worker *workers = g_new0 (Worker, N_WORKERS);
  GThread *threads[N_WORKERS];

  for (guint i = 0; i < N_WORKERS; i++)
    {
      workers[i].pool = pool;
      workers[i].step = steps[i];
      threads[i] = g_thread_new ("adds", add_in_thread, &workers[i]);
    }
  for (guint i = 0; i < N_WORKERS; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (marathon_text_pool_get_count (pool), ==, N_SHARED);
  for (guint i = 1; i < N_WORKERS; i++)
    g_assert_cmpint (memcmp (workers[i].texts, workers[0].texts, sizeof workers[0].texts), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-pool/a-new-pool-holds-the-empty-string", test_a_new_pool_holds_the_empty_string);
  g_test_add_func ("/text-pool/equal-strings-have-one-reference", test_equal_strings_have_one_reference);
  g_test_add_func ("/text-pool/the-length-bounds-what-is-read", test_the_length_bounds_what_is_read);
  g_test_add_func ("/text-pool/the-bytes-are-copied", test_the_bytes_are_copied);
  g_test_add_func ("/text-pool/finding-adds-nothing", test_finding_adds_nothing);
  g_test_add_func ("/text-pool/strings-stay-where-they-are-while-the-pool-grows",
                   test_strings_stay_where_they_are_while_the_pool_grows);
  g_test_add_func ("/text-pool/no-two-strings-share-a-reference", test_no_two_strings_share_a_reference);
  g_test_add_func ("/text-pool/several-threads-may-add", test_several_threads_may_add);
  g_test_add_func ("/text-pool/the-longest-string-fits", test_the_longest_string_fits);
  g_test_add_func ("/text-pool/a-longer-string-is-a-mistake", test_a_longer_string_is_a_mistake);
  g_test_add_func ("/text-pool/strings-fit-the-ends-of-segments", test_strings_fit_the_ends_of_segments);
  g_test_add_func ("/text-pool/each-size-of-string-crosses-into-the-next-segment",
                   test_each_size_of_string_crosses_into_the_next_segment);
  g_test_add_func ("/text-pool/a-reference-keeps-the-pool", test_a_reference_keeps_the_pool);
  g_test_add_func ("/text-pool/other-threads-read-while-one-adds", test_other_threads_read_while_one_adds);

  return g_test_run ();
}
