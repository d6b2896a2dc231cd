/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/person-name.h.
 */
#include "formats/person-name.h"

static const struct {
  const char *text;
  gboolean family_first;
  MarathonNameForm form;
  const char *family;
  const char *given;
  const char *known_as;
} cases[] = {
  { "", FALSE, MARATHON_NAME_EMPTY, "", "", "" },
  { " \t ", FALSE, MARATHON_NAME_EMPTY, "", "", "" },
  { "Suharto", FALSE, MARATHON_NAME_MONONYM, "", "Suharto", "" },
  { "(Hattie)", FALSE, MARATHON_NAME_MONONYM, "", "Hattie", "" },
  /* commas */
  { "Okafor, Ada", FALSE, MARATHON_NAME_COMMA, "Okafor", "Ada", "" },
  { " Okafor ,Ada  Mary ", FALSE, MARATHON_NAME_COMMA, "Okafor", "Ada Mary", "" },
  { "van der Berg, Jan", FALSE, MARATHON_NAME_COMMA, "van der Berg", "Jan", "" },
  { "Roux, Michel, Jr", FALSE, MARATHON_NAME_COMMA, "Roux Jr", "Michel", "" },
  { "King, Jr., Martin Luther", FALSE, MARATHON_NAME_COMMA, "King Jr.", "Martin Luther", "" },
  { "Michel Roux, Jr", FALSE, MARATHON_NAME_GUESSED, "Roux Jr", "Michel", "" },
  { "Smith, Ann, Mary", FALSE, MARATHON_NAME_COMMA, "Smith", "Ann, Mary", "" },
  { "Smith,", FALSE, MARATHON_NAME_COMMA, "Smith", "", "" },
  { ", Ann", FALSE, MARATHON_NAME_COMMA, "", "Ann", "" },
  /* capitals */
  { "Ada LOVELACE", FALSE, MARATHON_NAME_CAPITALS, "LOVELACE", "Ada", "" },
  { "LOVELACE Ada", FALSE, MARATHON_NAME_CAPITALS, "LOVELACE", "Ada", "" },
  { "Jan van der BERG", FALSE, MARATHON_NAME_CAPITALS, "van der BERG", "Jan", "" },
  { "GARCÍA LORCA Juan", FALSE, MARATHON_NAME_CAPITALS, "GARCÍA LORCA", "Juan", "" },
  { "Ronald McDONALD", FALSE, MARATHON_NAME_CAPITALS, "McDONALD", "Ronald", "" },
  { "Peter O'NEILL", FALSE, MARATHON_NAME_CAPITALS, "O'NEILL", "Peter", "" },
  { "Ivan ИВАНОВ", FALSE, MARATHON_NAME_CAPITALS, "ИВАНОВ", "Ivan", "" },
  { "Michel ROUX Jr", FALSE, MARATHON_NAME_CAPITALS, "ROUX Jr", "Michel", "" },
  { "NG Wai", FALSE, MARATHON_NAME_GUESSED, "NG", "Wai", "" },
  { "John B SMITH", FALSE, MARATHON_NAME_CAPITALS, "SMITH", "John B", "" },
  /* guessing */
  { "ADA LOVELACE", FALSE, MARATHON_NAME_GUESSED, "LOVELACE", "ADA", "" },
  { "Ada Mary Lovelace", FALSE, MARATHON_NAME_GUESSED, "Lovelace", "Ada Mary", "" },
  { "Vincent van Gogh", FALSE, MARATHON_NAME_GUESSED, "van Gogh", "Vincent", "" },
  { "Vincent Van Gogh", FALSE, MARATHON_NAME_GUESSED, "Van Gogh", "Vincent", "" },
  { "Oscar de la Hoya", FALSE, MARATHON_NAME_GUESSED, "de la Hoya", "Oscar", "" },
  { "Omar bin Said", FALSE, MARATHON_NAME_GUESSED, "bin Said", "Omar", "" },
  { "Anna Ben Smith", FALSE, MARATHON_NAME_GUESSED, "Smith", "Anna Ben", "" },
  { "John E Smith", FALSE, MARATHON_NAME_GUESSED, "Smith", "John E", "" },
  { "van Gogh", FALSE, MARATHON_NAME_GUESSED, "Gogh", "van", "" },
  { "Michel Roux Jr", FALSE, MARATHON_NAME_GUESSED, "Roux Jr", "Michel", "" },
  { "Cher Jr", FALSE, MARATHON_NAME_GUESSED, "Jr", "Cher", "" },
  { "Rossi Mario", TRUE, MARATHON_NAME_GUESSED, "Rossi", "Mario", "" },
  { "De Luca Anna Maria", TRUE, MARATHON_NAME_GUESSED, "De Luca", "Anna Maria", "" },
  { "Anna DE LUCA", TRUE, MARATHON_NAME_CAPITALS, "DE LUCA", "Anna", "" },
  /* other scripts, white space */
  { "山田　太郎", FALSE, MARATHON_NAME_EASTERN, "山田", "太郎", "" },
  { "김 민준", FALSE, MARATHON_NAME_EASTERN, "김", "민준", "" },
  { "王小明", FALSE, MARATHON_NAME_MONONYM, "", "王小明", "" },
  { "Ada\u00a0Okafor", FALSE, MARATHON_NAME_GUESSED, "Okafor", "Ada", "" },
  /* nicknames */
  { "David \"Weirwolf\" Weir", FALSE, MARATHON_NAME_GUESSED, "Weir", "David", "Weirwolf" },
  { "Weir, David (Weirwolf)", FALSE, MARATHON_NAME_COMMA, "Weir", "David", "Weirwolf" },
  { "Harriet „Hattie“ Hill", FALSE, MARATHON_NAME_GUESSED, "Hill", "Harriet", "Hattie" },
  { "Ann (Hill", FALSE, MARATHON_NAME_GUESSED, "(Hill", "Ann", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MarathonPersonName) name = { NULL };
      MarathonNameForm form = marathon_person_name_split (cases[i].text, cases[i].family_first, &name);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (name.family, ==, cases[i].family);
      g_assert_cmpstr (name.given, ==, cases[i].given);
      g_assert_cmpstr (name.known_as, ==, cases[i].known_as);
      g_assert_cmpint (form, ==, cases[i].form);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-name/taken-apart", test_cases);
  return g_test_run ();
}
