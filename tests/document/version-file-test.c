/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name of a version's file says all that a list tells. Its bytes are tested by versions-test and versions-faults-test.
 */
#include "document/version-file.h"

#define NAME "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000.gz"
#define UNFINISHED "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000-unfinished.gz"

static MarathonVersionFacts
make_facts (gboolean is_unfinished)
{
  MarathonVersionFacts facts = { .number = 12, .time = 1775986200, .n_entrants = 36000, .is_unfinished = is_unfinished };

  facts.identity = (MarathonFileIdentity) { .is_set = TRUE, .size = 18446744 };
  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    facts.identity.hash[i] = (guint8) i;
  facts.identity.hash[MARATHON_HASH_SIZE - 1] = 0xff;
  return facts;
}

static void
check_round_trip (const MarathonVersionFacts *facts)
{
  g_autofree char *name = marathon_version_file_write_name (facts);
  MarathonVersionFacts read;

  g_assert_true (marathon_version_file_parse_name (name, &read));
  g_assert_cmpuint (read.number, ==, facts->number);
  g_assert_cmpint (read.time, ==, facts->time);
  g_assert_true (marathon_file_identity_is_equal (&read.identity, &facts->identity));
  g_assert_cmpuint (read.n_entrants, ==, facts->n_entrants);
  g_assert_cmpint (read.is_unfinished, ==, facts->is_unfinished);
}

static void
test_names (void)
{
  MarathonVersionFacts facts = make_facts (FALSE), unfinished = make_facts (TRUE);
  g_autofree char *name = marathon_version_file_write_name (&facts);
  g_autofree char *other = marathon_version_file_write_name (&unfinished);

  g_assert_cmpstr (name, ==, NAME);
  g_assert_cmpstr (other, ==, UNFINISHED);
}

static void
test_what_a_name_says_is_read (void)
{
  MarathonVersionFacts facts = make_facts (FALSE);

  check_round_trip (&facts);
  facts.is_unfinished = TRUE;
  check_round_trip (&facts);
  facts.number = G_MAXUINT;
  facts.n_entrants = G_MAXUINT;
  facts.identity.size = G_MAXINT64;
  facts.time = G_GINT64_CONSTANT (253402300799);
  check_round_trip (&facts);
  facts = (MarathonVersionFacts) { .identity.is_set = TRUE };
  check_round_trip (&facts);
}

static void
test_times_without_a_name_become_the_nearest (void)
{
  MarathonVersionFacts facts = make_facts (FALSE), read;
  g_autofree char *early = NULL, *late = NULL;

  facts.time = G_MININT64;
  early = marathon_version_file_write_name (&facts);
  g_assert_true (marathon_version_file_parse_name (early, &read));
  g_assert_cmpint (read.time, ==, 0);
  facts.time = G_MAXINT64;
  late = marathon_version_file_write_name (&facts);
  g_assert_true (marathon_version_file_parse_name (late, &read));
  g_assert_cmpint (read.time, ==, G_GINT64_CONSTANT (253402300799));
}

static void
test_other_names_are_refused (void)
{
  static const char *const names[] = {
    "", ".gz", "-", "12.gz", NAME "x", "x" NAME, "0" NAME, ".new-abcdef",
    "12-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000",
    "00000012-20260412T093000-000102030405060708090a0b0c0d0eff-18446744-36000.gz",
    "00000012-20261312T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090A0B0C0D0EFF-18446744-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0ef-18446744-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0egg-18446744-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff--18446744-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-99999999999999999999-36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-4294967296.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-+36000.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000-other.gz",
    "00000012-20260412T093000Z-000102030405060708090a0b0c0d0eff-18446744-36000-unfinished-x.gz",
  };
  MarathonVersionFacts facts;

  g_assert_true (marathon_version_file_parse_name (NAME, &facts));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (marathon_version_file_parse_name (names[i], &facts))
      g_error ("“%s” was read", names[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/version-file/names", test_names);
  g_test_add_func ("/document/version-file/what-a-name-says-is-read", test_what_a_name_says_is_read);
  g_test_add_func ("/document/version-file/times-without-a-name-become-the-nearest", test_times_without_a_name_become_the_nearest);
  g_test_add_func ("/document/version-file/other-names-are-refused", test_other_names_are_refused);
  return g_test_run ();
}
