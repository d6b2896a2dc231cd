/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the alphabetical order of languages, and of sort keys beside comparing.
 */
#include "base/collation.h"

#include <locale.h>
#include <string.h>

#define MAX_NAMES 12

static GByteArray *
make_key (MarathonCollation *collation, const char *text)
{
  GByteArray *key = g_byte_array_new ();

  marathon_collation_append_key (collation, text, -1, key);
  return key;
}

static int
compare_keys (const GByteArray *a, const GByteArray *b)
{
  int order = memcmp (a->data, b->data, MIN (a->len, b->len));

  return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static int
sign (int number)
{
  return (number > 0) - (number < 0);
}

static void
check_pair (MarathonCollation *collation, const char *a, const char *b, int expected)
{
  g_autoptr (GByteArray) key_a = make_key (collation, a);
  g_autoptr (GByteArray) key_b = make_key (collation, b);
  g_autofree char *said
      = g_strdup_printf ("%s %s: %d by comparing, %d by keys", a, b,
                         sign (marathon_collation_compare (collation, a, b)), sign (compare_keys (key_a, key_b)));
  g_autofree char *wanted = g_strdup_printf ("%s %s: %d by comparing, %d by keys", a, b, expected, expected);

  g_assert_cmpstr (said, ==, wanted);
}

static const struct {
  const char *language;
  const char *names[MAX_NAMES]; /* in strictly rising order */
} orders[] = {
  { "", { "", "-a", "1", "10", "2", "a", "A", "\u00e4", "b", "\u03b1", "\u0430", "\u5c71" } },
  { "en-GB",
    { "de la Cruz", "Delacroix", "M\u00fchlbauer", "Muhlbauers", "O'Brien", "Obrien", "\u00d8stberg", "Smith",
      "Zulu" } },
  { "sv", { "Andersson", "Olsson", "Zander", "\u00c5berg", "\u00c4ngstr\u00f6m", "\u00d6sterberg" } },
  { "de", { "\u00c4rzte", "Arzty", "\u00d6ster", "Ostern", "Stra\u00dfe", "Strasser", "Zander" } },
  { "da", { "Andersen", "Zander", "\u00c6ble", "\u00d8rsted", "\u00c5berg" } },
  { "et", { "Saar", "\u0160aar", "Zulu", "Tamm" } },
  { "es", { "Nunez", "Nuzo", "\u00d1and\u00fa", "Olmo" } },
  { "pl", { "Lis", "Lysy", "\u0141ab", "Mak" } },
};

static void
test_names_stand_as_their_language_has_them (void)
{
  guint i;
  guint j;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (MarathonCollation) collation = marathon_collation_new (orders[i].language);

      for (j = 0; j < MAX_NAMES && orders[i].names[j] != NULL; j++)
        for (k = 0; k < MAX_NAMES && orders[i].names[k] != NULL; k++)
          check_pair (collation, orders[i].names[j], orders[i].names[k], sign ((int)j - (int)k));
    }
}

static void
test_what_is_equal_by_canon_is_equal (void)
{
  g_autoptr (MarathonCollation) collation = marathon_collation_new ("en");

  check_pair (collation, "Andr\u00e9", "Andre\u0301", 0);
  check_pair (collation, "a\u0323\u0302", "a\u0302\u0323", 0);
  check_pair (collation, "\u1ead", "a\u0302\u0323", 0);
  check_pair (collation, "Smith", "Smith", 0);
}

static void
test_punctuation_counts_and_numbers_are_text (void)
{
  static const char *const languages[] = { "", "en", "th", "sv", "en-u-kn-true", "en-u-ka-shifted", "en-u-ks-level1" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MarathonCollation) collation = marathon_collation_new (languages[i]);

      check_pair (collation, "de-la", "dela", -1);
      check_pair (collation, "de la", "de-la", -1);
      check_pair (collation, "de la z", "dela a", -1);
      check_pair (collation, "a10", "a2", -1);
      check_pair (collation, "a", "A", -1);
      check_pair (collation, "a", "\u00e1", -1);
    }
}

static void
test_unknown_languages_have_the_root_order (void)
{
  static const char *const languages[]
      = { "",
          "xx",
          "zxx",
          "not a language",
          "sv_SE.UTF-8",
          "-",
          "\xff",
          "en-GB-",
          "a-very-long-tag-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-"
          "on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on" };
  g_autoptr (MarathonCollation) root = marathon_collation_new ("");
  g_autoptr (GByteArray) expected = make_key (root, "\u00c5ngstr\u00f6m");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MarathonCollation) collation = marathon_collation_new (languages[i]);
      g_autoptr (GByteArray) key = make_key (collation, "\u00c5ngstr\u00f6m");

      g_assert_cmpmem (key->data, key->len, expected->data, expected->len);
      check_pair (collation, "\u00c5berg", "Zander", -1);
    }
}

static void
test_keys_are_appended_without_a_nul (void)
{
  g_autoptr (MarathonCollation) collation = marathon_collation_new ("en");
  g_autoptr (GByteArray) key = make_key (collation, "Smith");
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autoptr (GByteArray) both = make_key (collation, "Smith");
  g_autoptr (GByteArray) nothing = make_key (collation, "");

  g_assert_cmpuint (key->len, >, 0);
  g_assert_null (memchr (key->data, 0, key->len));

  marathon_collation_append_key (collation, "Smithson", 5, part);
  g_assert_cmpmem (part->data, part->len, key->data, key->len);

  marathon_collation_append_key (collation, "Smith", -1, both);
  g_assert_cmpuint (both->len, ==, key->len * 2);
  g_assert_cmpmem (both->data, key->len, key->data, key->len);
  g_assert_cmpmem (both->data + key->len, key->len, key->data, key->len);

  marathon_collation_append_key (collation, NULL, 0, part);
  g_assert_cmpuint (part->len, ==, key->len + nothing->len);
}

static void
test_long_and_broken_texts_have_keys (void)
{
  g_autoptr (MarathonCollation) collation = marathon_collation_new ("en");
  g_autofree char *long_text = g_strnfill (65536, 'x');
  g_autofree char *longer = g_strconcat (long_text, "y", NULL);
  g_autoptr (GByteArray) broken = make_key (collation, "a\xff");
  GString *mixed = g_string_new (NULL);
  g_autofree char *text = NULL;

  check_pair (collation, long_text, longer, -1);
  check_pair (collation, "x", long_text, -1);
  g_assert_cmpuint (broken->len, >, 0);

  /* Accents, capitals and changing scripts make keys that are longer than any guess. */
  while (mixed->len < 60000)
    g_string_append (mixed, "\u00c9\u5c71\u0416\u1ead\U00010400\u0e01");
  text = g_string_free (mixed, FALSE);
  check_pair (collation, text, text, 0);
  check_pair (collation, "a", text, -1);
}

static void
test_the_locale_of_the_process_does_not_matter (void)
{
  g_autoptr (MarathonCollation) before = marathon_collation_new ("xx");
  g_autoptr (GByteArray) key_before = make_key (before, "\u00d6sterberg");
  g_autofree char *saved = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *language = g_strdup (g_getenv ("LC_ALL"));
  g_autoptr (MarathonCollation) after = NULL;
  g_autoptr (GByteArray) key_after = NULL;

  g_setenv ("LC_ALL", "sv_SE.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  after = marathon_collation_new ("xx");
  key_after = make_key (after, "\u00d6sterberg");
  if (language != NULL)
    g_setenv ("LC_ALL", language, TRUE);
  else
    g_unsetenv ("LC_ALL");
  setlocale (LC_ALL, saved);

  g_assert_cmpmem (key_after->data, key_after->len, key_before->data, key_before->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* First, while the library has not asked for the locale yet. */
  g_test_add_func ("/collation/the-locale-of-the-process-does-not-matter",
                   test_the_locale_of_the_process_does_not_matter);
  g_test_add_func ("/collation/names-stand-as-their-language-has-them", test_names_stand_as_their_language_has_them);
  g_test_add_func ("/collation/what-is-equal-by-canon-is-equal", test_what_is_equal_by_canon_is_equal);
  g_test_add_func ("/collation/punctuation-counts-and-numbers-are-text", test_punctuation_counts_and_numbers_are_text);
  g_test_add_func ("/collation/unknown-languages-have-the-root-order", test_unknown_languages_have_the_root_order);
  g_test_add_func ("/collation/keys-are-appended-without-a-nul", test_keys_are_appended_without_a_nul);
  g_test_add_func ("/collation/long-and-broken-texts-have-keys", test_long_and_broken_texts_have_keys);

  return g_test_run ();
}
