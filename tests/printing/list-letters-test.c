/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the letters under which names stand.
 */
#include "printing/list-letters.h"

#include <locale.h>

static void
test_letters (void)
{
  static const struct {
    const char *language, *name, *letter;
  } cases[] = {
    { "en", "Adler", "A" },      { "en", "adler", "A" },     { "en", "Åberg", "A" },    { "sv", "Åberg", "Å" },
    { "sv", "Öberg", "Ö" },      { "de", "Öberg", "O" },     { "en", "Østby", "O" },    { "da", "Østby", "Ø" },
    { "da", "Aagaard", "AA" },   { "en", "Aagaard", "A" },   { "en", "Æsop", "A" },     { "cs", "Chalupa", "CH" },
    { "cs", "Cibulka", "C" },    { "en", "Chalupa", "C" },   { "cs", "Čapek", "Č" },    { "en", "Čapek", "C" },
    { "en", "’t Hooft", "#" },   { "en", "4 Runners", "#" }, { "en", "", "" },          { "en", "Петрова", "П" },
    { "ja", "山田", "漢字" },    { "ja", "川口", "漢字" },   { "ko", "김", "한글" },    { "en", "O", "O" },
    { "en", "ßmann", "S" },      { "pl", "Łuk", "Ł" },       { "es", "Ñuñez", "Ñ" },    { "en", "Ñuñez", "N" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonCollation) collation = marathon_collation_new (cases[i].language);
      g_autoptr (MarathonListLetters) letters = marathon_list_letters_new (collation);
      const char *letter = marathon_list_letters_find (letters, cases[i].name);

      g_test_message ("%s in %s", cases[i].name, cases[i].language);
      g_assert_cmpstr (letter, ==, cases[i].letter);
      g_assert_true (marathon_list_letters_find (letters, cases[i].name) == letter);
    }
}

/* Written apart or as one, it is the same letter, and so the same section. */
static void
test_one_letter_is_one_pointer (void)
{
  g_autoptr (MarathonCollation) danish = marathon_collation_new ("da");
  g_autoptr (MarathonListLetters) letters = marathon_list_letters_new (danish);

  g_assert_true (marathon_list_letters_find (letters, "Ågård") == marathon_list_letters_find (letters, "Aagaard"));
  g_assert_true (marathon_list_letters_find (letters, "Adler") == marathon_list_letters_find (letters, "árnason"));
  g_assert_true (marathon_list_letters_find (letters, "Adler") != marathon_list_letters_find (letters, "Aagaard"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-letters/letters", test_letters);
  g_test_add_func ("/list-letters/one-letter-is-one-pointer", test_one_letter_is_one_pointer);
  return g_test_run ();
}
