/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of ids: none is 0, none comes twice, and text and number say the same.
 */
#include "base/id-source.h"

#include "base/key-set.h"

static void
test_one_seed_gives_the_same_ids (void)
{
  MarathonIdSource one, same, other;
  guint differing = 0;

  marathon_id_source_init_seeded (&one, 4711);
  marathon_id_source_init_seeded (&same, 4711);
  marathon_id_source_init_seeded (&other, 4712);
  for (guint i = 0; i < 1000; i++)
    {
      guint64 id = marathon_id_source_next (&one);

      g_assert_cmphex (id, ==, marathon_id_source_next (&same));
      differing += id != marathon_id_source_next (&other);
    }
  g_assert_cmpuint (differing, ==, 1000);
}

/* The mixing maps exactly one state to 0: the one whose next step gives it must skip it. */
static void
test_no_id_is_zero (void)
{
  MarathonIdSource source;

  marathon_id_source_init_seeded (&source, 0u - 0x9e3779b97f4a7c15u);
  g_assert_cmphex (marathon_id_source_next (&source), !=, 0);
  marathon_id_source_init_seeded (&source, 0);
  g_assert_cmphex (marathon_id_source_next (&source), !=, 0);
}

static void
test_no_id_comes_twice (void)
{
  g_autoptr (MarathonKeySet) seen = marathon_key_set_new ();
  MarathonIdSource source;

  marathon_id_source_init_seeded (&source, 1);
  for (guint i = 0; i < 200000; i++)
    g_assert_true (marathon_key_set_add (seen, marathon_id_source_next (&source)));
}

static void
test_two_random_sources_differ (void)
{
  MarathonIdSource one, other;

  marathon_id_source_init_random (&one);
  marathon_id_source_init_random (&other);
  g_assert_cmphex (marathon_id_source_next (&one), !=, marathon_id_source_next (&other));
}

static void
test_an_id_is_written_as_sixteen_digits (void)
{
  static const struct {
    guint64 id;
    const char *text;
  } cases[] = {
    { 1, "0000000000000001" },
    { 0x0123456789abcdef, "0123456789abcdef" },
    { G_MAXUINT64, "ffffffffffffffff" },
    { (guint64) 1 << 63, "8000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[17];
      guint64 id = 0;

      marathon_id_write (cases[i].id, buffer);
      g_assert_cmpstr (buffer, ==, cases[i].text);
      g_assert_true (marathon_id_parse (buffer, &id));
      g_assert_cmphex (id, ==, cases[i].id);
    }
}

static void
test_shorter_and_capital_forms_are_read (void)
{
  static const struct {
    const char *text;
    guint64 id;
  } cases[] = {
    { "1", 1 }, { "a", 10 }, { "A", 10 }, { "00fF", 255 }, { "ABCDEF0123456789", 0xabcdef0123456789 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 id = 0;

      g_assert_true (marathon_id_parse (cases[i].text, &id));
      g_assert_cmphex (id, ==, cases[i].id);
    }
}

static void
test_anything_else_is_refused (void)
{
  static const char *const cases[] = {
    "",     "0",      "0000000000000000", "g", "-1", "+1", " 1", "1 ", "0x1", "12345678901234567", "00000000000000001",
    "12\n", "\u0661",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 id = 4711;

      if (marathon_id_parse (cases[i], &id))
        g_error ("“%s” was accepted", cases[i]);
      g_assert_cmphex (id, ==, 4711);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-source/one-seed-gives-the-same-ids", test_one_seed_gives_the_same_ids);
  g_test_add_func ("/id-source/no-id-is-zero", test_no_id_is_zero);
  g_test_add_func ("/id-source/no-id-comes-twice", test_no_id_comes_twice);
  g_test_add_func ("/id-source/two-random-sources-differ", test_two_random_sources_differ);
  g_test_add_func ("/id-source/an-id-is-written-as-sixteen-digits", test_an_id_is_written_as_sixteen_digits);
  g_test_add_func ("/id-source/shorter-and-capital-forms-are-read", test_shorter_and_capital_forms_are_read);
  g_test_add_func ("/id-source/anything-else-is-refused", test_anything_else_is_refused);

  return g_test_run ();
}
