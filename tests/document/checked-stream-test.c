/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stream that knows what it must give.
 */
#include "document/checked-stream.h"

#include <string.h>

/* Reads @text as what should be @expected, in pieces; the error, or NULL. */
static GError *
read_as (const char *text, const char *expected, gsize piece, gsize *n_read, gboolean *is_good)
{
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GInputStream) checked = NULL;
  MarathonFileIdentity identity = { .is_set = TRUE, .size = strlen (expected) };
  MarathonFileHash *hash = marathon_file_hash_new ();
  char buffer[64];
  GError *error = NULL;
  gssize n;

  marathon_file_hash_update (hash, expected, strlen (expected));
  marathon_file_hash_finish (hash, identity.hash);
  checked = marathon_checked_stream_new (base, &identity);
  for (*n_read = 0; (n = g_input_stream_read (checked, buffer, piece, NULL, &error)) > 0; *n_read += (gsize) n)
    g_assert_false (marathon_checked_stream_is_good (MARATHON_CHECKED_STREAM (checked)));
  *is_good = marathon_checked_stream_is_good (MARATHON_CHECKED_STREAM (checked));
  /* The end stays the end, and a refusal a refusal. */
  g_assert_cmpint (g_input_stream_read (checked, buffer, piece, NULL, NULL), ==, n);
  return error;
}

static void
check (const char *text, const char *expected, gboolean good)
{
  for (gsize piece = 1; piece < 12; piece++)
    {
      gsize n_read;
      gboolean is_good;
      g_autoptr (GError) error = read_as (text, expected, piece, &n_read, &is_good);

      g_assert_cmpint (is_good, ==, good);
      g_assert_cmpuint (n_read, <=, strlen (expected));
      if (good)
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_what_is_expected (void)
{
  check ("", "", TRUE);
  check ("a", "a", TRUE);
  check ("some bytes more", "some bytes more", TRUE);
}

static void
test_what_is_too_short (void)
{
  check ("", "a", FALSE);
  check ("some bytes", "some bytes more", FALSE);
}

static void
test_what_is_too_long (void)
{
  check ("a", "", FALSE);
  check ("some bytes more", "some bytes", FALSE);
}

static void
test_what_is_other (void)
{
  check ("a", "b", FALSE);
  check ("some bytes more", "some bytes mare", FALSE);
}

static void
test_who_does_not_read_to_the_end_knows_nothing (void)
{
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data ("abc", 3, NULL);
  MarathonFileIdentity identity = { .is_set = TRUE, .size = 3 };
  MarathonFileHash *hash = marathon_file_hash_new ();
  g_autoptr (GInputStream) checked = NULL;
  char buffer[3];

  marathon_file_hash_update (hash, "abc", 3);
  marathon_file_hash_finish (hash, identity.hash);
  checked = marathon_checked_stream_new (base, &identity);
  g_assert_cmpint (g_input_stream_read (checked, buffer, 3, NULL, NULL), ==, 3);
  g_assert_false (marathon_checked_stream_is_good (MARATHON_CHECKED_STREAM (checked)));
  g_assert_cmpint (g_input_stream_read (checked, buffer, 3, NULL, NULL), ==, 0);
  g_assert_true (marathon_checked_stream_is_good (MARATHON_CHECKED_STREAM (checked)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/checked-stream/what-is-expected", test_what_is_expected);
  g_test_add_func ("/document/checked-stream/what-is-too-short", test_what_is_too_short);
  g_test_add_func ("/document/checked-stream/what-is-too-long", test_what_is_too_long);
  g_test_add_func ("/document/checked-stream/what-is-other", test_what_is_other);
  g_test_add_func ("/document/checked-stream/who-does-not-read-to-the-end-knows-nothing", test_who_does_not_read_to_the_end_knows_nothing);
  return g_test_run ();
}
