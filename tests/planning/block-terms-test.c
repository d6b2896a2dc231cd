/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For whom bib blocks are, and which of their numbers may be given.
 */
#include "planning/block-terms.h"

#include "model/model-fixture.h"

static char *
list_blocks (const MarathonBlockTerms *terms, const guint32 *blocks, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            marathon_record_get_key (MARATHON_RECORD (marathon_block_terms_get (terms, blocks[i])->block)));
  return g_string_free (out, FALSE);
}

static void
test_blocks_that_name_more_come_first (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "category c | name=C\nwave w | name=W\n"
    "bib-block any | name=A | numbers=1\nbib-block r | name=R | numbers=1 | routes=x;y\n"
    "bib-block c | name=C | numbers=1 | categories=c\n"
    "bib-block all | name=L | numbers=1 | categories=c | waves=w | routes=x\n"
    "bib-block cw | name=CW | numbers=1 | categories=c | waves=w\n"
    "entrant 1 | given=A | category=c | wave=w | route=x\nentrant 2 | given=B | route=y\n"
    "entrant 3 | given=C\nentrant 4 | given=D | category=c\n");
  static const char *const expected[] = { "all cw r c any", "r any", "any", "c any" };
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (event, keys);
  g_autofree char *order = list_blocks (terms, marathon_block_terms_get_order (terms), marathon_block_terms_get_size (terms));

  g_assert_cmpstr (order, ==, "all cw r c any");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n;
      const guint32 *blocks =
        marathon_block_terms_find (terms, marathon_roster_get (marathon_event_get_roster (event), i), &n);
      g_autofree char *text = list_blocks (terms, blocks, n);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_the_highest_numbers_are_kept (void)
{
  static const struct {
    const char *numbers;
    guint share;
    guint64 given;
    guint32 last;
  } cases[] = {
    { "1-10", 0, 10, 10 }, { "1-10", 10, 9, 9 },    { "1-10", 11, 8, 8 },  { "1-10", 100, 0, 0 },
    { "5,7,9,20-29", 50, 6, 22 }, { "0", 0, 1, 0 }, { "0", 1, 0, 0 },     { "", 50, 0, 0 },
    { "1-12,14-20", 5, 18, 19 }, { "0-999999999", 1, 990000000, 989999999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("bib-block b | name=B | numbers=%s | late-share=%u\n", cases[i].numbers, cases[i].share);
      g_autoptr (MarathonEvent) event = model_fixture_new (text);
      g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
      g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (event, keys);

      g_test_message ("%s", text);
      g_assert_cmpuint (marathon_block_terms_get (terms, 0)->given, ==, cases[i].given);
      g_assert_cmpuint (marathon_block_terms_get (terms, 0)->last, ==, cases[i].last);
    }
}

static void
test_prefixes_are_compared_folded (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("bib-block b | name=B | prefix=\xc3\x89 | numbers=1-9\n"
                                                       "bib-block n | name=N | prefix=A1 | numbers=1-9\n");
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  g_autoptr (MarathonBlockTerms) terms = marathon_block_terms_new (event, keys);
  const MarathonBlockTerm *term = marathon_block_terms_get (terms, 0);

  g_assert_true (marathon_block_term_contains (term, marathon_bib_keys_get_written (keys, "e09")));
  g_assert_false (marathon_block_term_contains (term, marathon_bib_keys_get_written (keys, "e10")));
  g_assert_false (marathon_block_term_contains (term, marathon_bib_keys_get_written (keys, "9")));
  g_assert_false (marathon_block_term_contains (term, marathon_bib_keys_get_written (keys, "E")));
  g_assert_cmpuint (marathon_block_terms_get (terms, 1)->key, ==, 0);
  g_assert_cmpuint (marathon_block_terms_get (terms, 1)->given, ==, 0);
}

static void
test_overlaps (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "bib-block a | name=A | numbers=1-20\nbib-block b | name=B | numbers=21-30,15-17\n"
    "bib-block w | name=W | prefix=W | numbers=1-20\nbib-block v | name=V | prefix=w | numbers=20\nbib-block n | name=N\n");
  static const char *const pairs[][2] = { { "a", "b" }, { "b", "a" }, { "w", "v" }, { "v", "w" }, { "n", NULL } };
  static const guint32 lowest[] = { 15, 15, 20, 20 };
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      guint32 number = 0;
      gpointer other = marathon_bib_block_find_overlap (event, marathon_record_list_find (list, pairs[i][0]), &number);

      g_assert_true (other == (pairs[i][1] != NULL ? marathon_record_list_find (list, pairs[i][1]) : NULL));
      g_assert_cmpuint (number, ==, i < G_N_ELEMENTS (lowest) ? lowest[i] : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block-terms/blocks-that-name-more-come-first", test_blocks_that_name_more_come_first);
  g_test_add_func ("/block-terms/the-highest-numbers-are-kept", test_the_highest_numbers_are_kept);
  g_test_add_func ("/block-terms/prefixes-are-compared-folded", test_prefixes_are_compared_folded);
  g_test_add_func ("/block-terms/overlaps", test_overlaps);
  return g_test_run ();
}
