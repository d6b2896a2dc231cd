/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed vocabularies of the model.
 */
#include "model/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const MarathonWord marathon_sex_words[] = {
  { "", N_ ("Not known") }, { "M", N_ ("Male") }, { "F", N_ ("Female") },
  { "X", N_ ("Non-binary") }, { NULL },
};

const MarathonWord marathon_mode_words[] = {
  { "running", N_ ("Running") },
  { "racing-chair", N_ ("Racing wheelchair") },
  { "handcycle", N_ ("Handcycle") },
  { "frame", N_ ("Running frame") },
  { "everyday-chair", N_ ("Everyday wheelchair") },
  { NULL },
};

const MarathonWord marathon_status_words[] = {
  { "accepted", N_ ("Accepted") },   { "applied", N_ ("Applied") }, { "withdrawn", N_ ("Withdrawn") },
  { "deferred", N_ ("Deferred") }, { NULL },
};

const MarathonWord marathon_class_status_words[] = {
  { "", N_ ("Not known") },
  { "new", N_ ("New") },
  { "review", N_ ("Review") },
  { "fixed-review", N_ ("Review at a fixed date") },
  { "confirmed", N_ ("Confirmed") },
  { NULL },
};

const MarathonWord marathon_publish_words[] = {
  { "full", N_ ("Full name") }, { "initials", N_ ("Initials") }, { "withheld", N_ ("Name withheld") }, { NULL },
};

const MarathonWord marathon_guide_role_words[] = {
  { "guide", N_ ("Guide-runner") }, { "support", N_ ("Support runner") }, { "pilot", N_ ("Pilot") },
  { "pusher", N_ ("Pusher") },      { NULL },
};

const MarathonWord marathon_age_basis_words[] = {
  { "", N_ ("As the event") },
  { "race-day", N_ ("Age on race day") },
  { "year-end", N_ ("Age on 31 December") },
  { "year-start", N_ ("Age on 1 January") },
  { "birth-year", N_ ("Year of birth") },
  { NULL },
};

const MarathonWord marathon_guide_rule_words[] = {
  { "by-class", N_ ("By sport class") }, { "required", N_ ("Required") }, { "allowed", N_ ("Allowed") },
  { "forbidden", N_ ("Not allowed") },   { NULL },
};

const MarathonWord marathon_ranking_words[] = {
  { "gun", N_ ("Gun time") }, { "net", N_ ("Net time") }, { NULL },
};

const MarathonWord marathon_bib_order_words[] = {
  { "predicted", N_ ("Predicted time") },
  { "rank", N_ ("Rank") },
  { "pb", N_ ("Personal best") },
  { "qualifying", N_ ("Qualifying time") },
  { "name", N_ ("Name") },
  { "entered", N_ ("Entry date") },
  { "wave", N_ ("Wave") },
  { NULL },
};

const MarathonWord marathon_group_kind_words[] = {
  { "group", N_ ("Group") }, { "pair", N_ ("Pair") },       { "siblings", N_ ("Siblings") },
  { "team", N_ ("Team") },   { "costume", N_ ("Costume") }, { NULL },
};

const MarathonWord marathon_scoring_words[] = {
  { "none", N_ ("No group time") },
  { "sum", N_ ("Sum of times") },
  { "last", N_ ("Last member") },
  { "first", N_ ("First member") },
  { NULL },
};

const MarathonWord marathon_record_scope_words[] = {
  { "course", N_ ("Course record") },     { "world", N_ ("World record") }, { "area", N_ ("Area record") },
  { "nation", N_ ("National record") }, { "event", N_ ("Event record") }, { NULL },
};

const MarathonWord marathon_record_field_words[] = {
  { "", N_ ("Any field") }, { "mixed", N_ ("Mixed field") }, { "women-only", N_ ("Women only") }, { NULL },
};

const MarathonWord marathon_result_status_words[] = {
  { "", N_ ("No result") },       { "finished", N_ ("Finished") },     { "dnf", N_ ("Did not finish") },
  { "dns", N_ ("Did not start") }, { "dq", N_ ("Disqualified") }, { NULL },
};

const MarathonWord marathon_verdict_words[] = {
  { "different", N_ ("Two different people") }, { "same", N_ ("The same person") }, { NULL },
};

const MarathonWord marathon_custom_type_words[] = {
  { "text", N_ ("Text") },   { "number", N_ ("Number") }, { "yes-no", N_ ("Yes or no") },
  { "choice", N_ ("Choice") }, { "date", N_ ("Date") },     { "time", N_ ("Time") },
  { NULL },
};

const MarathonWord marathon_audience_words[] = {
  { "public", N_ ("Public") },         { "officials", N_ ("Officials") }, { "medical", N_ ("Medical") },
  { "everything", N_ ("Everything") }, { NULL },
};

const MarathonWord marathon_official_role_words[] = {
  { "other", N_ ("Official") },
  { "starter", N_ ("Starter") },
  { "referee", N_ ("Referee") },
  { "medical", N_ ("Medical") },
  { "wave-marshal", N_ ("Wave marshal") },
  { "race-director", N_ ("Race director") },
  { "timekeeper", N_ ("Timekeeper") },
  { "classifier", N_ ("Classifier") },
  { NULL },
};

const MarathonWord marathon_route_words[] = {
  { "elite", N_ ("Elite") },
  { "championship", N_ ("Championship") },
  { "good-for-age", N_ ("Good for age") },
  { "ballot", N_ ("Ballot") },
  { "charity", N_ ("Charity") },
  { "club", N_ ("Club place") },
  { "sponsor", N_ ("Sponsor") },
  { "invited", N_ ("Invited") },
  { "tour-operator", N_ ("Tour operator") },
  { "carried-over", N_ ("Carried over") },
  { "late", N_ ("Late entry") },
  { NULL },
};

int
marathon_words_find (const MarathonWord *words, const char *word)
{
  for (int i = 0; words[i].word != NULL; i++)
    if (strcmp (words[i].word, word) == 0)
      return i;
  return -1;
}

char *
marathon_words_list (const MarathonWord *words)
{
  GString *list = g_string_new (NULL);

  for (; words->word != NULL; words++)
    {
      if (*words->word == '\0')
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append (list, words->word);
    }
  return g_string_free (list, FALSE);
}

const char *
marathon_route_get_label (const char *route)
{
  int index = marathon_words_find (marathon_route_words, route);

  return index < 0 ? route : _ (marathon_route_words[index].label);
}
