/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of sport classes: read and written the same, known or not, and who must have a guide.
 */
#include "model/sport-class.h"

#include <string.h>

static void
test_what_is_written_is_read_the_same (void)
{
  static const struct {
    const char *text, *canonical;
  } cases[] = {
    { "", "" },     { "T54", "T54" }, { "t11", "T11" }, { "H4", "H4" },   { "h04", "H04" },
    { "T0", "T0" }, { "T00", "T00" }, { "A1", "A1" },   { "Z99", "Z99" }, { "f20", "F20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonSportClass sport_class = 4711, again = 4711;
      char buffer[4];

      g_assert_true (marathon_sport_class_parse (cases[i].text, &sport_class));
      g_assert_cmpuint (marathon_sport_class_write (sport_class, buffer), ==, strlen (cases[i].canonical));
      g_assert_cmpstr (buffer, ==, cases[i].canonical);
      g_assert_true (marathon_sport_class_parse (buffer, &again));
      g_assert_cmpuint (again, ==, sport_class);
      g_assert_cmpint (sport_class == 0, ==, *cases[i].text == '\0');
    }
}

static void
test_no_two_classes_are_one_number (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (char letter = 'A'; letter <= 'Z'; letter++)
    for (guint code = 0; code < 110; code++, n++)
      {
        g_autofree char *text
            = code < 10 ? g_strdup_printf ("%c%u", letter, code) : g_strdup_printf ("%c%02u", letter, code - 10);
        MarathonSportClass sport_class;

        g_assert_true (marathon_sport_class_parse (text, &sport_class));
        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (sport_class)));
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
}

static void
test_other_texts_are_refused (void)
{
  static const char *const cases[] = { "T", "54", "T5x", "T544", "TT5", " T5", "T5 ", "T-5", "\u00c45", "T\u0665" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonSportClass sport_class;

      if (marathon_sport_class_parse (cases[i], &sport_class))
        g_error ("“%s” was accepted", cases[i]);
    }
}

static gboolean
is_known (const char *text)
{
  MarathonSportClass sport_class;

  g_assert_true (marathon_sport_class_parse (text, &sport_class));
  return marathon_sport_class_is_known (sport_class);
}

static void
test_athletics_knows_these_classes (void)
{
  static const char *const known
      = " 11 12 13 20 31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 51 52 53 54 61 62 63 64 71 72 ";

  for (guint digits = 0; digits < 100; digits++)
    {
      g_autofree char *track = g_strdup_printf ("T%02u", digits), *field = g_strdup_printf ("F%02u", digits);
      g_autofree char *word = g_strdup_printf (" %02u ", digits);

      g_assert_cmpint (is_known (track), ==, strstr (known, word) != NULL);
      g_assert_false (is_known (field));
    }
  g_assert_false (is_known (""));
  g_assert_false (is_known ("T1"));
  g_assert_false (is_known ("H5"));
}

static void
test_known_classes_follow_each_other (void)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (MarathonSportClass i = marathon_sport_class_get_next_known (0); i != 0;
       i = marathon_sport_class_get_next_known (i))
    {
      char buffer[4];

      marathon_sport_class_write (i, buffer);
      g_string_append_printf (all, "%s ", buffer);
    }
  g_assert_cmpstr (all->str, ==,
                   "T11 T12 T13 T20 T31 T32 T33 T34 T35 T36 T37 T38 T40 T41 T42 T43 T44 T45 T46 T47 T51 T52 T53 T54 T61 T62 "
                   "T63 T64 T71 T72 ");
}

static void
test_who_must_and_who_may_have_a_guide (void)
{
  static const struct {
    const char *text;
    MarathonGuideRule rule;
  } cases[] = {
    { "T11", MARATHON_GUIDE_RULE_REQUIRED },  { "T12", MARATHON_GUIDE_RULE_ALLOWED },
    { "T13", MARATHON_GUIDE_RULE_FORBIDDEN }, { "T54", MARATHON_GUIDE_RULE_FORBIDDEN },
    { "", MARATHON_GUIDE_RULE_FORBIDDEN },    { "F11", MARATHON_GUIDE_RULE_FORBIDDEN },
    { "T1", MARATHON_GUIDE_RULE_FORBIDDEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonSportClass sport_class;

      g_assert_true (marathon_sport_class_parse (cases[i].text, &sport_class));
      g_assert_cmpint (marathon_sport_class_get_guide_rule (sport_class), ==, cases[i].rule);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sport-class/what-is-written-is-read-the-same", test_what_is_written_is_read_the_same);
  g_test_add_func ("/sport-class/no-two-are-one-number", test_no_two_classes_are_one_number);
  g_test_add_func ("/sport-class/other-texts-are-refused", test_other_texts_are_refused);
  g_test_add_func ("/sport-class/athletics-knows-these", test_athletics_knows_these_classes);
  g_test_add_func ("/sport-class/known-classes-follow-each-other", test_known_classes_follow_each_other);
  g_test_add_func ("/sport-class/who-must-and-who-may-have-a-guide", test_who_must_and_who_may_have_a_guide);

  return g_test_run ();
}
