/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of reasons and their sentences.
 */
#include "planning/reason.h"

#include <string.h>

#include "model/model-fixture.h"

static void
test_keys_become_names (void)
{
  static const struct {
    const char *reason;
    const char *sentence;
  } cases[] = {
    { "overflow 3:45:00 red-2", "Predicted 3:45:00 belongs to Red 2, which had no room" },
    { "overflow 3:45:00 red-2 220 220 0", "Predicted 3:45:00 belongs to Red 2, which had no room (220 of 220)" },
    { "full red-2 210 220 10", "Red 2 has no room (210 of 220; 10 kept for late entries), nor has any later wave" },
    { "group-overflow sisters 4:10:00 red-2 219 220 0",
      "Starts with The Sisters, whose slowest member’s time, 4:10:00, belongs to Red 2, which had no room (219 of 220)" },
    { "fits elite", "Elite: entry route Elite/Good for age, man, class T11/T12, age 18 to 40, qualifying time within 3:15:00" },
    { "fits-after mass elite", "Mass: open to all; Elite was full" },
    { "fits deleted", "deleted: the first category that admits" },
    { "group sisters 4:10:00 red-2", "Starts with The Sisters, whose slowest member’s time, 4:10:00, belongs to Red 2" },
    { "block-after b nameless", "The next free number of Blue numbers; nameless was used up" },
    { "predicted 3:45:00 deleted", "Predicted 3:45:00 belongs to deleted" },
    { "no-wave", "No wave is for the category and entry route" },
    { "overflow", "Predicted  belongs to , which had no room" },
    { "overflow 1 2 3 4", "Predicted 1 belongs to 2, which had no room" },
    { "fits", ": " },
    { "a future code with words", "a future code with words" },
    { "", "" },
  };
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("category elite | name=Elite | routes=elite;good-for-age | sex=M | classes=T11;T12 | age-from=18 | age-to=40 | "
                       "qualifying=3:15:00\ncategory mass | name=Mass\nwave red-2 | name=Red 2\n"
                       "group sisters | name=The Sisters\nbib-block b | name=Blue numbers\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = marathon_reason_to_sentence (event, cases[i].reason);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* As everywhere else that people read of it. */
static void
test_a_wave_is_named_with_its_start (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\nstart blue | name=Blue\n"
                                                       "wave r2 | name=2 | start=red\nwave b | start=blue\n");
  g_autofree char *red = marathon_reason_to_sentence (event, "predicted 3:45:00 r2");
  g_autofree char *blue = marathon_reason_to_sentence (event, "only-wave b");

  g_assert_cmpstr (red, ==, "Predicted 3:45:00 belongs to Red 2");
  g_assert_cmpstr (blue, ==, "Blue is the only wave for the category and entry route");
}

static void
test_categories_tell_what_of_the_entrant_decided (void)
{
  static const char *const expected[] = {
    "Elite: Racing wheelchair, entry route Good for age, woman, class T12, age 34, 3:12:00 within 3:15:00",
    "Elite: Racing wheelchair, entry route Elite/Good for age, woman, class T11/T12, age from 30, qualifying time within 3:15:00",
  };
  g_autoptr (MarathonEvent) event =
    model_fixture_new ("event | title=R | date=2014-04-13\n"
                       "category elite | name=Elite | mode=racing-chair | routes=elite;good-for-age | sex=F | classes=T11;T12 | "
                       "age-from=30 | qualifying=3:15:00\n"
                       "entrant 1 | given=A | route=good-for-age | class=T12 | born=1980-01-01 | pb=3:12:00\n"
                       "entrant 2 | given=B | route=club | class=T13 | born=1990-01-01 | pb=3:16:00\n");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sentence =
        marathon_reason_to_sentence_for (event, marathon_roster_get (marathon_event_get_roster (event), i), "fits elite");

      g_assert_cmpstr (sentence, ==, expected[i]);
    }
}

static void
test_every_code_has_a_word_and_a_sentence (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < MARATHON_N_REASONS; i++)
    {
      char buffer[MARATHON_REASON_SIZE];
      const char *reason = marathon_reason_write (buffer, i, "one", "two", "three", NULL);
      g_autofree char *sentence = marathon_reason_to_sentence (event, reason);
      MarathonReason code;

      g_assert_true (marathon_reason_get_code (reason, &code));
      g_assert_cmpint (code, ==, i);
      g_assert_true (g_str_has_prefix (reason, marathon_reason_get_word (i)));
      g_assert_cmpstr (sentence, !=, reason);
      g_assert_null (strchr (sentence, '%'));
    }
}

static void
test_codes_are_found_whole (void)
{
  MarathonReason code;

  g_assert_true (marathon_reason_get_code ("group g 1:00:00 w", &code));
  g_assert_cmpint (code, ==, MARATHON_REASON_GROUP);
  g_assert_true (marathon_reason_get_code ("group-follows g w", &code));
  g_assert_cmpint (code, ==, MARATHON_REASON_GROUP_FOLLOWS);
  g_assert_false (marathon_reason_get_code ("grou", &code));
  g_assert_false (marathon_reason_get_code ("groups", &code));
  g_assert_false (marathon_reason_get_code ("", &code));
}

static void
test_the_longest_reason_is_held (void)
{
  char key[65];
  char buffer[MARATHON_REASON_SIZE];

  memset (key, 'k', sizeof key - 1);
  key[sizeof key - 1] = '\0';
  marathon_reason_write (buffer, MARATHON_REASON_GROUP_OVERFLOW, key, "99:59:59.9", key, "4294967295", "4294967295", "4294967295", NULL);
  g_assert_cmpuint (strlen (buffer), ==, strlen ("group-overflow") + 2 * 65 + 4 * 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/a-wave-is-named-with-its-start", test_a_wave_is_named_with_its_start);
  g_test_add_func ("/reason/keys-become-names", test_keys_become_names);
  g_test_add_func ("/reason/categories-tell-what-of-the-entrant-decided", test_categories_tell_what_of_the_entrant_decided);
  g_test_add_func ("/reason/every-code-has-a-word-and-a-sentence", test_every_code_has_a_word_and_a_sentence);
  g_test_add_func ("/reason/codes-are-found-whole", test_codes_are_found_whole);
  g_test_add_func ("/reason/the-longest-reason-is-held", test_the_longest_reason_is_held);
  return g_test_run ();
}
