/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of ranks: they are in the order of what the texts say, and do not depend on when a text came.
 */
#include "model/text-ranks.h"

typedef struct
{
  MarathonTextOrder order;
  const char *texts[6]; /* in their order */
} RanksCase;

static const RanksCase cases[] = {
  { MARATHON_TEXT_ORDER_ALPHABET, { "abel", "Ängström", "Berg", "van Dyk", "Zorn" } },
  { MARATHON_TEXT_ORDER_BYTES, { "Zorn", "abel", "abeln", "b", "ä" } },
  { MARATHON_TEXT_ORDER_NUMBERS, { "-10", "-9.5", "0", "9", "10" } },
  { MARATHON_TEXT_ORDER_TIMES, { "0:59:59", "2:59:59.5", "3:00:00", "9:00:00", "10:00:00" } },
};

static void
test_ranks_follow_what_the_texts_say (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (MarathonCollation) collation = marathon_collation_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonTextRanks) ranks = marathon_text_ranks_new (cases[i].order);
      const guint32 *by_code;
      MarathonText texts[6] = { 0 };
      guint32 greatest;

      /* The last of them first. */
      for (guint j = 0; j < 5; j++)
        texts[5 - j] = marathon_text_pool_add (pool, cases[i].texts[j], -1);
      by_code = marathon_text_ranks_get (ranks, pool, collation, texts, G_N_ELEMENTS (texts), &greatest);
      g_assert_cmpuint (greatest, ==, 5);
      g_assert_cmpuint (by_code[0], ==, 0);
      for (guint j = 0; j < 5; j++)
        g_assert_cmpuint (by_code[5 - j], ==, j + 1);
    }
}

static void
test_equal_texts_have_equal_ranks (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (MarathonCollation) collation = marathon_collation_new ("");
  g_autoptr (MarathonTextRanks) ranks = marathon_text_ranks_new (MARATHON_TEXT_ORDER_NUMBERS);
  const MarathonText texts[] = { 0, marathon_text_pool_add (pool, "7", -1), marathon_text_pool_add (pool, "8", -1),
                                 marathon_text_pool_add (pool, "07", -1), marathon_text_pool_add (pool, "7.0", -1) };
  const guint32 *by_code;
  guint32 greatest;

  /* Together, then one more by itself. */
  marathon_text_ranks_get (ranks, pool, collation, texts, 4, &greatest);
  by_code = marathon_text_ranks_get (ranks, pool, collation, texts, 5, &greatest);
  g_assert_cmpuint (greatest, ==, 2);
  g_assert_cmpuint (by_code[1], ==, 1);
  g_assert_cmpuint (by_code[2], ==, 2);
  g_assert_cmpuint (by_code[3], ==, 1);
  g_assert_cmpuint (by_code[4], ==, 1);
}

static void
test_one_after_the_other_is_the_same_as_all_at_once (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (MarathonCollation) collation = marathon_collation_new ("en");
  g_autoptr (MarathonTextRanks) slow = marathon_text_ranks_new (MARATHON_TEXT_ORDER_ALPHABET);
  g_autoptr (MarathonTextRanks) fast = marathon_text_ranks_new (MARATHON_TEXT_ORDER_ALPHABET);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  MarathonText texts[500] = { 0 };
  guint n = 1;
  guint32 greatest, other;

  while (n < G_N_ELEMENTS (texts))
    {
      char text[] = { "aAbB"[g_rand_int_range (random, 0, 4)], (char) g_rand_int_range (random, 'a', 'f'),
                      (char) g_rand_int_range (random, 'A', 'F'), (char) g_rand_int_range (random, 'p', 'z'), '\0' };

      if (!marathon_text_pool_find (pool, text, -1, &texts[n]))
        {
          texts[n++] = marathon_text_pool_add (pool, text, -1);
          marathon_text_ranks_get (slow, pool, collation, texts, n, &greatest);
        }
    }
  g_assert_cmpmem (marathon_text_ranks_get (slow, pool, collation, texts, n, &greatest), n * sizeof (guint32),
                   marathon_text_ranks_get (fast, pool, collation, texts, n, &other), n * sizeof (guint32));
  g_assert_cmpuint (greatest, ==, other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-ranks/ranks-follow-what-the-texts-say", test_ranks_follow_what_the_texts_say);
  g_test_add_func ("/text-ranks/equal-texts-have-equal-ranks", test_equal_texts_have_equal_ranks);
  g_test_add_func ("/text-ranks/one-after-the-other-is-the-same-as-all-at-once",
                   test_one_after_the_other_is_the_same_as_all_at_once);
  return g_test_run ();
}
