/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of vocabularies: each value has one word and a label, and the last word is the last value.
 */
#include "model/words.h"

#include <string.h>

static const struct {
  const char *name;
  const MarathonWord *words;
  guint n;
} vocabularies[] = {
  { "sex", marathon_sex_words, MARATHON_SEX_X + 1 },
  { "mode", marathon_mode_words, MARATHON_MODE_EVERYDAY_CHAIR + 1 },
  { "status", marathon_status_words, MARATHON_STATUS_DEFERRED + 1 },
  { "class status", marathon_class_status_words, MARATHON_CLASS_STATUS_CONFIRMED + 1 },
  { "publish", marathon_publish_words, MARATHON_PUBLISH_WITHHELD + 1 },
  { "guide role", marathon_guide_role_words, MARATHON_GUIDE_ROLE_PUSHER + 1 },
  { "age basis", marathon_age_basis_words, MARATHON_AGE_BASIS_BIRTH_YEAR + 1 },
  { "guide rule", marathon_guide_rule_words, MARATHON_GUIDE_RULE_FORBIDDEN + 1 },
  { "ranking", marathon_ranking_words, MARATHON_RANKING_NET + 1 },
  { "bib order", marathon_bib_order_words, MARATHON_BIB_ORDER_WAVE + 1 },
  { "group kind", marathon_group_kind_words, MARATHON_GROUP_KIND_COSTUME + 1 },
  { "scoring", marathon_scoring_words, MARATHON_SCORING_FIRST + 1 },
  { "record scope", marathon_record_scope_words, MARATHON_RECORD_SCOPE_EVENT + 1 },
  { "record field", marathon_record_field_words, MARATHON_RECORD_FIELD_WOMEN_ONLY + 1 },
  { "result status", marathon_result_status_words, MARATHON_RESULT_STATUS_DQ + 1 },
  { "verdict", marathon_verdict_words, MARATHON_VERDICT_SAME + 1 },
  { "custom type", marathon_custom_type_words, MARATHON_CUSTOM_TYPE_TIME + 1 },
  { "audience", marathon_audience_words, MARATHON_AUDIENCE_EVERYTHING + 1 },
  { "official role", marathon_official_role_words, MARATHON_OFFICIAL_ROLE_CLASSIFIER + 1 },
  { "route", marathon_route_words, 11 },
};

static void
test_each_value_has_a_word_of_its_own_and_a_label (void)
{
  for (guint v = 0; v < G_N_ELEMENTS (vocabularies); v++)
    {
      const MarathonWord *words = vocabularies[v].words;
      guint n = 0;

      g_test_message ("%s", vocabularies[v].name);
      for (; words[n].word != NULL; n++)
        {
          g_assert_nonnull (words[n].label);
          g_assert_cmpstr (words[n].label, !=, "");
          g_assert_cmpint (marathon_words_find (words, words[n].word), ==, n);
          for (guint i = 0; i < n; i++)
            g_assert_cmpstr (words[i].label, !=, words[n].label);
        }
      g_assert_cmpuint (n, ==, vocabularies[v].n);
    }
}

/* Words stand in lists separated by ";" or ",", in attributes and on the command line. */
static void
test_words_are_plain (void)
{
  for (guint v = 0; v < G_N_ELEMENTS (vocabularies); v++)
    for (const MarathonWord *word = vocabularies[v].words; word->word != NULL; word++)
      {
        if (strspn (word->word, "abcdefghijklmnopqrstuvwxyz-MFX") != strlen (word->word))
          g_error ("The word “%s” of %s", word->word, vocabularies[v].name);
        g_assert_true (*word->word != '\0' || word == vocabularies[v].words);
      }
}

static void
test_some_words_are_the_values_they_say (void)
{
  static const struct {
    const MarathonWord *words;
    const char *word;
    int value;
  } cases[] = {
    { marathon_sex_words, "", MARATHON_SEX_UNKNOWN },
    { marathon_sex_words, "M", MARATHON_SEX_MALE },
    { marathon_sex_words, "F", MARATHON_SEX_FEMALE },
    { marathon_mode_words, "racing-chair", MARATHON_MODE_RACING_CHAIR },
    { marathon_mode_words, "frame", MARATHON_MODE_FRAME },
    { marathon_status_words, "accepted", MARATHON_STATUS_ACCEPTED },
    { marathon_status_words, "withdrawn", MARATHON_STATUS_WITHDRAWN },
    { marathon_class_status_words, "fixed-review", MARATHON_CLASS_STATUS_FIXED_REVIEW },
    { marathon_publish_words, "initials", MARATHON_PUBLISH_INITIALS },
    { marathon_guide_role_words, "pilot", MARATHON_GUIDE_ROLE_PILOT },
    { marathon_age_basis_words, "year-end", MARATHON_AGE_BASIS_YEAR_END },
    { marathon_age_basis_words, "year-start", MARATHON_AGE_BASIS_YEAR_START },
    { marathon_guide_rule_words, "allowed", MARATHON_GUIDE_RULE_ALLOWED },
    { marathon_ranking_words, "net", MARATHON_RANKING_NET },
    { marathon_bib_order_words, "pb", MARATHON_BIB_ORDER_PB },
    { marathon_bib_order_words, "qualifying", MARATHON_BIB_ORDER_QUALIFYING },
    { marathon_group_kind_words, "team", MARATHON_GROUP_KIND_TEAM },
    { marathon_scoring_words, "last", MARATHON_SCORING_LAST },
    { marathon_record_scope_words, "nation", MARATHON_RECORD_SCOPE_NATION },
    { marathon_record_field_words, "women-only", MARATHON_RECORD_FIELD_WOMEN_ONLY },
    { marathon_result_status_words, "dnf", MARATHON_RESULT_STATUS_DNF },
    { marathon_verdict_words, "same", MARATHON_VERDICT_SAME },
    { marathon_custom_type_words, "yes-no", MARATHON_CUSTOM_TYPE_YES_NO },
    { marathon_audience_words, "medical", MARATHON_AUDIENCE_MEDICAL },
    { marathon_official_role_words, "wave-marshal", MARATHON_OFFICIAL_ROLE_WAVE_MARSHAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (marathon_words_find (cases[i].words, cases[i].word), ==, cases[i].value);
}

static void
test_an_unknown_word_is_not_found (void)
{
  g_assert_cmpint (marathon_words_find (marathon_sex_words, "m"), ==, -1);
  g_assert_cmpint (marathon_words_find (marathon_sex_words, "Male"), ==, -1);
  g_assert_cmpint (marathon_words_find (marathon_mode_words, ""), ==, -1);
  g_assert_cmpint (marathon_words_find (marathon_mode_words, "runnin"), ==, -1);
}

static void
test_a_vocabulary_is_listed_for_messages (void)
{
  g_autofree char *sexes = marathon_words_list (marathon_sex_words);
  g_autofree char *rankings = marathon_words_list (marathon_ranking_words);

  g_assert_cmpstr (sexes, ==, "M, F, X");
  g_assert_cmpstr (rankings, ==, "gun, net");
}

static void
test_a_route_of_the_event_is_its_own_label (void)
{
  g_assert_cmpstr (marathon_route_get_label ("good-for-age"), ==, "Good for age");
  g_assert_cmpstr (marathon_route_get_label ("Friends of the race"), ==, "Friends of the race");
  g_assert_cmpstr (marathon_route_get_label (""), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/each-value-has-a-word-and-a-label", test_each_value_has_a_word_of_its_own_and_a_label);
  g_test_add_func ("/words/are-plain", test_words_are_plain);
  g_test_add_func ("/words/some-are-the-values-they-say", test_some_words_are_the_values_they_say);
  g_test_add_func ("/words/an-unknown-one-is-not-found", test_an_unknown_word_is_not_found);
  g_test_add_func ("/words/a-vocabulary-is-listed-for-messages", test_a_vocabulary_is_listed_for_messages);
  g_test_add_func ("/words/a-route-of-the-event-is-its-own-label", test_a_route_of_the_event_is_its_own_label);

  return g_test_run ();
}
