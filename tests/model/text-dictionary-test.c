/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a dictionary of texts: each text has one code, and a needle is found exactly where it is.
 */
#include "model/text-dictionary.h"

#include <string.h>

static void
test_each_text_has_one_code (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (MarathonTextDictionary) dictionary = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);

  g_assert_cmpuint (marathon_text_dictionary_get_size (dictionary), ==, 1);
  g_assert_cmpuint (marathon_text_dictionary_add (dictionary, 0), ==, 0);
  for (guint round = 0; round < 2; round++)
    for (guint i = 1; i <= 1000; i++)
      {
        char text[16];
        guint32 code;

        g_snprintf (text, sizeof text, "Name %u", i);
        code = marathon_text_dictionary_add (dictionary, marathon_text_pool_add (pool, text, -1));
        g_assert_cmpuint (code, ==, i);
        g_assert_cmpstr (marathon_text_dictionary_get_text (dictionary, code), ==, text);
      }
  g_assert_cmpuint (marathon_text_dictionary_get_size (dictionary), ==, 1001);
}

static void
test_the_form_of_searching_has_no_hyphens (void)
{
  static const struct
  {
    const char *text, *fold;
  } cases[] = {
    { "", "" },
    { "-", "" },
    { "Jean-Pierre", "jean pierre" },
    { " Smith - Jones- ", "smith jones" },
    { "O’Neill‑Ødegård", "oneill odegard" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fold = marathon_search_fold (cases[i].text);
      g_autofree char *again = marathon_search_fold (fold);

      g_assert_cmpstr (fold, ==, cases[i].fold);
      g_assert_cmpstr (again, ==, fold);
    }
}

static void
test_a_match_is_where_it_has_to_be (void)
{
  static const struct
  {
    const char *needle;
    MarathonMatch match;
    gboolean found;
  } cases[] = {
    { "der", MARATHON_MATCH_CONTAINS, TRUE },          { "van d", MARATHON_MATCH_STARTS, TRUE },
    { "an", MARATHON_MATCH_STARTS, FALSE },            { "burg", MARATHON_MATCH_ENDS, TRUE },
    { "bur", MARATHON_MATCH_ENDS, FALSE },             { "van der aalsterburg", MARATHON_MATCH_EQUALS, TRUE },
    { "van der aalsterbur", MARATHON_MATCH_EQUALS, FALSE }, { "rb", MARATHON_MATCH_CONTAINS, TRUE },
    { "van der aalsterburgh", MARATHON_MATCH_CONTAINS, FALSE },
    { "van der aalsterburg", MARATHON_MATCH_CONTAINS, TRUE },
  };
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (MarathonTextDictionary) dictionary = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);

  marathon_text_dictionary_add (dictionary, marathon_text_pool_add (pool, "Van der Aalsterburg", -1));
  marathon_text_dictionary_add (dictionary, marathon_text_pool_add (pool, "Hoek", -1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 *hits = marathon_text_dictionary_get_flags (dictionary);
      guint n = marathon_text_dictionary_find (dictionary, cases[i].needle, cases[i].match, hits);

      g_assert_cmpuint (n, ==, cases[i].found);
      g_assert_cmpuint (hits[1], ==, cases[i].found);
      g_assert_cmpuint (hits[2], ==, 0);
    }
  g_assert_false (marathon_text_dictionary_may_contain (dictionary, "x"));
}

/* Every needle that can be cut out of a text, and some that cannot, against the plain way of looking. */
static void
test_a_needle_is_found_where_strstr_finds_it (void)
{
  g_autoptr (MarathonTextPool) pool = marathon_text_pool_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (MarathonTextDictionary) dictionary = marathon_text_dictionary_new (pool, MARATHON_TEXT_ORDER_ALPHABET);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, g_strdup (""));
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      /* Few letters, so that there is much to find; from short to longer than three vectors. */
      for (gint length = g_rand_int_range (random, 1, i % 50 + 2); length > 0; length--)
        g_string_append_c (text, "abcab d1"[g_rand_int_range (random, 0, 8)]);
      if (marathon_text_dictionary_add (dictionary, marathon_text_pool_add (pool, text->str, -1)) == texts->len)
        g_ptr_array_add (texts, marathon_search_fold (text->str));
    }
  g_assert_cmpuint (marathon_text_dictionary_get_size (dictionary), ==, texts->len);
  for (guint round = 0; round < 400; round++)
    {
      const char *from = g_ptr_array_index (texts, g_rand_int_range (random, 1, (gint) texts->len));
      gsize start = (gsize) g_rand_int_range (random, 0, (gint) strlen (from) + 1);
      g_autofree char *cut = g_strndup (from + start, (gsize) g_rand_int_range (random, 1, 40));
      g_autofree char *needle = marathon_search_fold (round % 10 == 0 ? "bca1b" : cut);
      guint8 *hits;
      guint n_hits = 0, n_found;

      if (*needle == '\0')
        continue;
      hits = marathon_text_dictionary_get_flags (dictionary);
      n_found = marathon_text_dictionary_find (dictionary, needle, MARATHON_MATCH_CONTAINS, hits);
      for (guint code = 0; code < texts->len; code++)
        {
          gboolean hit = strstr (g_ptr_array_index (texts, code), needle) != NULL;

          if (hit != hits[code])
            g_error ("“%s” in “%s”: %d", needle, (char *) g_ptr_array_index (texts, code), hits[code]);
          n_hits += hit;
        }
      g_assert_cmpuint (n_hits, ==, n_found);
      g_assert_true (n_hits == 0 || marathon_text_dictionary_may_contain (dictionary, needle));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-dictionary/each-text-has-one-code", test_each_text_has_one_code);
  g_test_add_func ("/text-dictionary/the-form-of-searching-has-no-hyphens", test_the_form_of_searching_has_no_hyphens);
  g_test_add_func ("/text-dictionary/a-match-is-where-it-has-to-be", test_a_match_is_where_it_has_to_be);
  g_test_add_func ("/text-dictionary/a-needle-is-found-where-strstr-finds-it",
                   test_a_needle_is_found_where_strstr_finds_it);
  return g_test_run ();
}
