/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each kind of problem: whom it concerns, and whom it must not.
 */
#include "planning/problems.h"

#include "model/model-fixture.h"

/* What an event looks like when there is nothing to tell. */
#define FINE \
  "event | title=R | date=2014-04-13\n" \
  "course | length=42195\n" \
  "rules | minimum-age=18\n" \
  "start red | name=Red\nstart blue | name=Blue\n" \
  "category elite | name=Elite | elite=yes | routes=elite\ncategory mass | name=Mass\n" \
  "wave e | name=E | start=red | time=09:00 | categories=elite\n" \
  "wave m | name=M | start=red | time=10:00 | to=4:00:00\nwave n | name=N | start=blue | time=10:30\n" \
  "bib-block e | name=E | numbers=1-99 | categories=elite\nbib-block m | name=M | numbers=100-999\n"
#define PERSON " | sex=M | born=1980-01-01 | predicted=3:00:00 | emergency-phone=1"
#define MASS PERSON " | category=mass | wave=m"
#define ELITE PERSON " | route=elite | category=elite | wave=e"

typedef struct {
  const char *name;
  const char *event;    /* after FINE */
  const char *expected; /* "kind:ids" of all kinds found, "kind#keys" where they are of records */
} Case;

static const Case cases[] = {
  { "a-fine-event-has-none", "entrant 1 | given=A | bib=100" MASS "\nentrant 2 | given=B | bib=1" ELITE "\n", "" },
  { "without-a-date-no-age-is-told", "event | date=\nentrant 1 | given=A | bib=100" MASS "\n", "event-without-date!" },
  { "a-wave-needs-a-time", "wave x | name=X | start=red | categories=elite\n", "wave-without-time#x" },
  { "a-wave-holds-its-capacity",
    "wave x | name=X | start=red | time=11:00 | capacity=1\nwave y | name=Y | start=red | time=11:00 | capacity=2\n"
    "entrant 1 | given=A | bib=100" PERSON " | category=mass | wave=x\nguide 11 | given=G\n"
    "entrant 2 | given=B | bib=101" PERSON " | category=mass | wave=y\nguide 21 | given=H\n",
    "wave-over-capacity#x" },
  { "headroom-leaves-a-place",
    "wave x | name=X | start=red | time=11:00 | capacity=3 | headroom=116\n"
    "wave y | name=Y | start=red | time=11:00 | capacity=3 | headroom=3\n"
    "wave z | name=Z | start=red | time=11:00 | capacity=3 | headroom=2\nwave u | name=U | start=red | time=11:00 | headroom=2\n",
    "wave-without-room#x,y" },
  { "a-category-holds-its-capacity",
    "category x | name=X | capacity=1\n"
    "entrant 1 | given=A | bib=100" PERSON " | category=x | wave=m\n"
    "entrant 2 | given=B | bib=101" PERSON " | category=x | wave=m\n"
    "entrant 3 | given=C | category=x | status=applied\n",
    "category-over-capacity#x" },
  { "blocks-do-not-share-numbers",
    "bib-block x | name=X | prefix=W | numbers=1-9\nbib-block y | name=Y | prefix=w | numbers=9-12\n"
    "bib-block z | name=Z | prefix=W | numbers=13-14\n",
    "blocks-overlap#x,y" },
  { "a-group-that-starts-together-is-in-one-wave",
    "group g | name=G | together=yes\ngroup h | name=H\n"
    "entrant 1 | given=A | bib=100 | group=g" MASS "\nentrant 2 | given=B | bib=101 | group=g" PERSON " | category=mass | wave=n\n"
    "entrant 3 | given=C | bib=102 | group=h" MASS "\nentrant 4 | given=D | bib=103 | group=h" PERSON " | category=mass | wave=n\n",
    "group-split#g group-split:1,2" },
  { "one-person-is-no-group",
    "group g | name=G\nentrant 1 | given=A | bib=100 | group=g" MASS "\nentrant 2 | given=B | group=g | status=applied\n",
    "group-of-one#g group-of-one:1" },
  { "people-have-names-sexes-birth-dates-and-somebody-to-call",
    "entrant 1 | bib=100 | category=mass | wave=m | predicted=3:00:00\n",
    "no-name:1 no-sex:1 no-birth-date:1 no-emergency-contact:1" },
  { "only-accepted-people-are-missed", "entrant 1 | status=applied\nentrant 2 | status=withdrawn\n", "" },
  { "nobody-is-under-the-minimum-age",
    "entrant 1 | given=A | bib=100" MASS " | born=1996-04-13\nentrant 2 | given=B | bib=101" MASS " | born=1996-04-14\n",
    "under-minimum-age:2" },
  { "nations-are-known",
    "entrant 1 | given=A | bib=100 | nation=KEN" MASS "\nentrant 2 | given=B | bib=101 | nation=Atlantis" MASS "\n",
    "nation-not-known:2" },
  { "external-ids-are-given-once",
    "entrant 1 | given=A | bib=100 | external-id=x" MASS "\nentrant 2 | given=B | bib=101 | external-id=y" MASS "\n"
    "entrant 3 | given=C | external-id=x | status=withdrawn\n",
    "same-external-id:1,3" },
  { "who-withdrew-has-no-bib-in-hand",
    "entrant 1 | given=A | bib=100 | status=withdrawn | collected=2014-04-12T10:00:00Z\n"
    "entrant 2 | given=B | bib=101 | status=withdrawn\n",
    "withdrawn-collected:1" },

  { "everybody-has-a-category-a-wave-and-a-bib", "entrant 1 | given=A" PERSON "\n", "no-category:1 no-wave:1 no-bib:1" },
  { "members-of-a-group-with-a-bib-need-none",
    "group g | name=G | bib=500\nentrant 1 | given=A | group=g" MASS "\nentrant 2 | given=B | group=g" MASS "\n", "" },
  { "categories-admit-their-members",
    "category mode | name=A | mode=racing-chair\ncategory sex | name=B | sex=F\ncategory class | name=C | classes=T54\n"
    "category route | name=D | routes=club\ncategory age | name=E | age-from=18\ncategory young | name=F | age-from=40\n"
    "category old | name=G | age-to=30\ncategory time | name=H | qualifying=2:20:00\n"
    "entrant 1 | given=A | bib=101" PERSON " | category=mode | wave=m\n"
    "entrant 2 | given=B | bib=102" PERSON " | category=sex | wave=m\n"
    "entrant 3 | given=C | bib=103" PERSON " | category=class | wave=m\n"
    "entrant 4 | given=D | bib=104" PERSON " | category=route | wave=m\n"
    "entrant 5 | given=E | bib=105" PERSON " | category=age | wave=m | born=\n"
    "entrant 6 | given=F | bib=106" PERSON " | category=young | wave=m\n"
    "entrant 7 | given=G | bib=107" PERSON " | category=old | wave=m\n"
    "entrant 8 | given=H | bib=108" PERSON " | category=time | wave=m\n"
    "entrant 9 | given=I | bib=109" PERSON " | category=time | wave=m | pb=2:30:00\n",
    "no-birth-date:5 category-mode:1 category-sex:2 category-class:3 category-route:4 category-age-unknown:5 "
    "category-too-young:6 category-too-old:7 category-no-qualifying:8 category-too-slow:9" },
  { "classes-are-known-and-of-the-elite-confirmed",
    "entrant 1 | given=A | bib=1 | class=T46" ELITE "\nentrant 2 | given=B | bib=2 | class=T46 | class-status=confirmed" ELITE "\n"
    "entrant 3 | given=C | bib=100 | class=H4" MASS "\nentrant 4 | given=D | bib=101 | class=T46" MASS "\n",
    "class-not-known:3 class-not-confirmed:1" },

  { "classes-say-who-needs-a-guide",
    "entrant 1 | given=A | bib=1 | class=T11 | class-status=confirmed" ELITE "\n"
    "entrant 2 | given=B | bib=2 | class=T12 | class-status=confirmed" ELITE "\n"
    "entrant 3 | given=C | bib=3 | class=T11 | class-status=confirmed" ELITE "\nguide 31 | given=G\n"
    "entrant 4 | given=D | bib=100 | class=T11" MASS "\n",
    "guide-missing:1 guide-missing-mass:4" },
  { "classes-say-who-may-not-have-a-guide",
    "entrant 1 | given=A | bib=1 | class=T13 | class-status=confirmed" ELITE "\nguide 11 | given=G\n"
    "entrant 2 | given=B | bib=2" ELITE "\nguide 21 | given=G\n"
    "entrant 3 | given=C | bib=100 | class=T13" MASS "\nguide 31 | given=G\n"
    "entrant 4 | given=D | bib=101" MASS "\nguide 41 | given=G\n"
    "entrant 5 | given=E | bib=102 | class=T34" MASS "\nguide 51 | given=G | role=pusher\n",
    "category-mode:5 class-mode:5 guide-not-allowed:1,2 guide-not-allowed-mass:3" },
  { "classes-go-with-modes",
    "category seated | name=S | classes=T54;T71\ncategory chair | name=C | mode=racing-chair\n"
    "category everyday | name=D | mode=everyday-chair\n"
    "entrant 1 | given=A | bib=101 | class=T54" PERSON " | category=seated | wave=m\n"
    "entrant 2 | given=B | bib=102 | class=T34" PERSON " | category=mass | wave=m\n"
    "entrant 3 | given=C | bib=103 | class=T72 | mode=frame" PERSON " | category=seated | wave=m\n"
    "entrant 4 | given=D | bib=104 | class=T54 | mode=racing-chair" PERSON " | category=chair | wave=m\n"
    "entrant 5 | given=E | bib=105 | class=T47 | mode=racing-chair" PERSON " | category=chair | wave=m\n"
    "entrant 6 | given=F | bib=106 | class=T20 | mode=everyday-chair" PERSON " | category=everyday | wave=m\n"
    "entrant 7 | given=G | bib=107 | class=T38" PERSON " | category=mass | wave=m\n"
    "entrant 8 | given=H | bib=108 | mode=racing-chair" PERSON " | category=chair | wave=m\n",
    "category-mode:2,3 class-mode:1,2 class-on-foot:5" },
  { "categories-may-have-a-guide-rule-of-their-own",
    "category must | name=A | guide-rule=required\ncategory may | name=B | guide-rule=allowed\n"
    "category never | name=C | guide-rule=forbidden\n"
    "entrant 1 | given=A | bib=101" PERSON " | category=must | wave=m\n"
    "entrant 2 | given=B | bib=102 | class=T13" PERSON " | category=may | wave=m\nguide 21 | given=G\n"
    "entrant 3 | given=C | bib=103" PERSON " | category=never | wave=m\nguide 31 | given=G | role=support\n",
    "guide-missing-mass:1 guide-not-allowed-mass:3" },
  { "athletes-have-no-more-guides-than-the-event-allows",
    "rules | guides-max=1\nentrant 1 | given=A | bib=100" MASS "\nguide 11 | given=G\nguide 12 | given=H\n"
    "entrant 2 | given=B | bib=1 | class=T12 | class-status=confirmed" ELITE "\nguide 21 | given=G\nguide 22 | given=H\n"
    "entrant 3 | given=C | bib=101" MASS "\nguide 31 | given=G\n",
    "too-many-guides:2 too-many-guides-mass:1" },
  { "legs-follow-each-other-from-start-to-finish",
    "entrant 1 | given=A | bib=101" MASS "\nguide 11 | given=G | to=20\nguide 12 | given=H | from=20\n"
    "entrant 2 | given=B | bib=102" MASS "\nguide 21 | given=G | to=20\nguide 22 | given=H | from=10\n"
    "entrant 3 | given=C | bib=103" MASS "\nguide 31 | given=G | to=20\nguide 32 | given=H | from=30\n"
    "entrant 4 | given=D | bib=104" MASS "\nguide 41 | given=G | from=10\n"
    "entrant 5 | given=E | bib=105" MASS "\nguide 51 | given=G | from=20 | to=42\nguide 52 | given=H | to=20\n"
    "entrant 6 | given=F | bib=106" MASS "\nguide 61 | given=G | to=30\n"
    "entrant 7 | given=I | bib=107" MASS "\nguide 71 | given=G\nguide 72 | given=H\n",
    "guide-legs:2,3,4,6" },
  { "nobody-guides-two-athletes-at-once",
    "entrant 9 | given=Z | status=deferred\n"
    "entrant 1 | given=A | bib=101" MASS "\nguide 11 | given=G | entrant=9 | to=20\nguide 12 | given=X | from=20\n"
    "entrant 2 | given=B | bib=102" MASS "\nguide 21 | given=G | entrant=9 | from=20\nguide 22 | given=Y | to=20\n"
    "entrant 8 | given=Y | status=deferred\n"
    "entrant 3 | given=C | bib=103" MASS "\nguide 31 | given=G | entrant=8\n"
    "entrant 4 | given=D | bib=104" MASS "\nguide 41 | given=G | entrant=8 | from=30\nguide 42 | given=W | to=30\n",
    "guide-of-two:3,4" },
  { "nobody-guides-and-runs-in-the-same-start",
    "entrant 1 | given=A | bib=101" MASS "\nentrant 2 | given=B | bib=102" MASS "\nguide 21 | given=A | entrant=1\n"
    "entrant 4 | given=D | bib=104" MASS "\n"
    "entrant 3 | given=C | bib=103" PERSON " | category=mass | wave=n\nguide 31 | given=D | entrant=4\n",
    "guide-is-entrant:2" },

  { "waves-are-for-their-members",
    "wave club | name=C | start=red | time=11:00 | routes=club\n"
    "entrant 1 | given=A | bib=101" PERSON " | category=mass | wave=e\n"
    "entrant 2 | given=B | bib=102" PERSON " | category=mass | wave=club\n"
    "entrant 3 | given=C | bib=103" PERSON " | category=mass | wave=club | route=club\n",
    "wave-not-for-entrant:1,2" },
  { "no-wave-is-too-early",
    "rules | default-predicted=4:30:00\n"
    "entrant 1 | given=A | bib=101" MASS " | predicted=4:00:00\nentrant 2 | given=B | bib=102" MASS " | predicted=\n"
    "entrant 3 | given=C | bib=103" MASS " | predicted=3:59:59\n",
    "wave-too-early:1,2" },
  { "bibs-are-in-a-block-for-their-holder",
    "entrant 1 | given=A | bib=99" MASS "\nentrant 2 | given=B | bib=0100" MASS "\nentrant 3 | given=C | bib=A100" MASS "\n"
    "entrant 4 | given=D | bib=FARAH" ELITE "\nentrant 5 | given=E | bib=101" ELITE "\nentrant 6 | given=F | bib=1000" MASS "\n",
    "bib-outside-block:1,3,6" },

  { "the-same-name-and-birth-date-may-be-one-person",
    "entrant 1 | family=M\xc3\xbchlbauer | given=Jos\xc3\xa9 | bib=101" MASS "\n"
    "entrant 2 | family=Muehlbauer | given=Jose | bib=102" MASS "\n"
    "entrant 3 | family=Jose | given=Muhlbauer | bib=103" MASS "\n"
    "entrant 4 | family=Muehlbauer | given=Jose | bib=104" MASS " | born=1981-01-01\n"
    "entrant 5 | family=Muehlbauer | given=Josef | bib=105" MASS "\n",
    "possible-duplicate:1,2,3" },
  { "an-unknown-birth-date-may-be-any",
    "entrant 1 | family=A | given=B | bib=101" MASS " | born=1980-01-01\n"
    "entrant 2 | family=A | given=B | bib=102" MASS " | born=1990-01-01\n"
    "entrant 3 | family=A | given=B | status=applied\n",
    "possible-duplicate:1,2,3" },
  { "who-withdrew-and-entered-again-is-no-duplicate",
    "entrant 1 | family=A | given=B | bib=101" MASS "\nentrant 2 | family=A | given=B | status=withdrawn\n", "" },
  { "what-was-decided-is-not-asked-again",
    "entrant 1 | family=A | given=B | bib=101" MASS "\nentrant 2 | family=A | given=B | bib=102" MASS "\n"
    "entrant 3 | family=C | given=D | bib=103" MASS "\n"
    "entrant 4 | family=C | given=D | bib=104" MASS "\nentrant 5 | family=C | given=D | bib=105" MASS "\n"
    "entrant 6 | family=E | given=F | bib=106" MASS "\nentrant 7 | family=E | given=F | bib=107" MASS "\n"
    "decision a | first=1 | second=2 | verdict=different\ndecision b | first=4 | second=3 | verdict=different\n"
    "decision c | first=6 | second=7 | verdict=same\n",
    "possible-duplicate:3,4,5,6,7" },
};

static void
append_entrants (GString *out, MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind)
{
  const char *separator = ":";
  guint position = 0;

  if (problems->kinds[kind].entrants == NULL)
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", marathon_problem_get_info (kind)->id);
  for (; marathon_problems_next (problems, kind, position, &position); position++)
    {
      g_assert_true (marathon_problem_concerns (&problems->kinds[kind], position));
      g_string_append_printf (out, "%s%" G_GINT64_MODIFIER "x", separator,
                              marathon_roster_get (marathon_event_get_roster (event), position)->id);
      separator = ",";
    }
}

static void
append_records (GString *out, MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind)
{
  const MarathonProblemInfo *info = marathon_problem_get_info (kind);
  const MarathonProblem *problem = &problems->kinds[kind];

  if (problem->records == NULL)
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", info->id);
  for (guint i = 0; i < problem->records->len; i++)
    g_string_append_printf (out, "%c%s", i == 0 ? '#' : ',',
                            marathon_record_get_key (marathon_event_get_record (
                              event, info->list, g_array_index (problem->records, guint32, i))));
}

static char *
describe (MarathonEvent *event, const MarathonProblems *problems)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    {
      const MarathonProblem *problem = &problems->kinds[i];

      append_records (out, event, problems, i);
      append_entrants (out, event, problems, i);
      if (problem->count > 0 && problem->records == NULL && problem->entrants == NULL)
        g_string_append_printf (out, "%s%s!", out->len > 0 ? " " : "", marathon_problem_get_info (i)->id);
    }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = g_strconcat (FINE, test->event, NULL);
  g_autoptr (MarathonEvent) event = model_fixture_new (text);
  g_autoptr (MarathonProblems) problems = marathon_problems_new (event);
  g_autofree char *found = describe (event, problems);

  g_assert_cmpstr (found, ==, test->expected);
}

static void
test_counts_are_of_entrants_or_records (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (FINE "group g | name=G | together=yes\n"
                                                       "entrant 1 | given=A | bib=100 | group=g" MASS "\n"
                                                       "entrant 2 | given=B | bib=101 | group=g" PERSON " | category=mass | wave=n\n"
                                                       "entrant 3" PERSON " | category=mass | wave=e\n"
                                                       "entrant 4 | bib=200 | category=mass | wave=m\n");
  g_autoptr (MarathonProblems) problems = marathon_problems_new (event);

  g_assert_cmpuint (problems->kinds[MARATHON_PROBLEM_GROUP_SPLIT].count, ==, 1);
  g_assert_cmpuint (problems->kinds[MARATHON_PROBLEM_NO_NAME].count, ==, 2);
  g_assert_cmpuint (marathon_problems_count (problems, MARATHON_SEVERITY_ERROR), ==, 1);   /* wave-not-for-entrant */
  g_assert_cmpuint (marathon_problems_count (problems, MARATHON_SEVERITY_WARNING), ==, 6); /* split 1, name 2, sex, born, bib */
  g_assert_cmpuint (marathon_problems_count (problems, MARATHON_SEVERITY_HINT), ==, 1);
}

static void
test_records_tell_their_numbers (void)
{
  static const struct {
    MarathonProblemKind kind;
    MarathonListId list;
    const char *text;
  } lines[] = {
    { MARATHON_PROBLEM_WAVE_OVER_CAPACITY, MARATHON_LIST_WAVES, "x: 4 of 1" },
    { MARATHON_PROBLEM_WAVE_WITHOUT_ROOM, MARATHON_LIST_WAVES, "x: headroom 116 leaves no place of capacity 1" },
    { MARATHON_PROBLEM_WAVE_WITHOUT_TIME, MARATHON_LIST_WAVES, "x" },
    { MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY, MARATHON_LIST_CATEGORIES, "x: 3 of 2" },
    { MARATHON_PROBLEM_NO_BIB, MARATHON_LIST_WAVES, "" },
  };
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "category x | name=X | capacity=2\nwave x | name=X | capacity=1 | headroom=116\n"
    "entrant 1 | given=A | category=x | wave=x\nguide 11 | given=G\nentrant 2 | given=B | category=x | wave=x\n"
    "entrant 3 | given=C | category=x | wave=x | status=withdrawn | bib=3 | collected=2014-04-12T10:00:00Z\n"
    "entrant 4 | given=D | category=x | wave=x | status=withdrawn\n");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      guint32 handle = marathon_record_get_handle (marathon_record_list_get (marathon_event_get_list (event, lines[i].list), 0));
      g_autofree char *text = marathon_problem_describe_record (event, lines[i].kind, handle);
      g_autofree char *none = marathon_problem_describe_record (event, lines[i].kind, handle + 9);

      g_assert_cmpstr (text, ==, lines[i].text);
      g_assert_cmpstr (none, ==, "");
    }
}

static void
test_every_duplicate_has_an_open_pair (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (FINE "entrant 1 | family=A | bib=101" MASS "\nentrant 2 | family=A | bib=102" MASS "\n"
                                                       "entrant 3 | family=A | bib=103" MASS "\n"
                                                       "entrant 4 | family=A | bib=104" MASS " | born=\n"
                                                       "decision a | first=1 | second=2 | verdict=different\n"
                                                       "decision b | first=1 | second=3 | verdict=different\n");
  g_autoptr (MarathonProblems) problems = marathon_problems_new (event);
  gboolean in_pair[4] = { FALSE };

  g_assert_cmpuint (problems->duplicates->len, >=, 2);
  for (guint i = 0; i < problems->duplicates->len; i++)
    {
      const MarathonDuplicate *pair = &g_array_index (problems->duplicates, MarathonDuplicate, i);

      g_assert_cmpuint (pair->first, <, pair->second);
      g_assert_cmpuint (pair->second, <, 4);
      g_assert_false (pair->first == 0 && pair->second != 3);
      in_pair[pair->first] = in_pair[pair->second] = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (in_pair); i++)
    g_assert_true (in_pair[i]);
}

/* A name that everybody has must not make a pair of each two. */
static void
test_a_thousand_namesakes_make_few_pairs (void)
{
  g_autoptr (GString) text = g_string_new (FINE);
  g_autoptr (MarathonEvent) event = NULL;
  g_autoptr (MarathonProblems) problems = NULL;

  for (guint i = 1; i <= 1000; i++)
    g_string_append_printf (text, "entrant %x | family=Smith | given=J | born=%s\n", i, i % 2 == 0 ? "1980-01-01" : "");
  event = model_fixture_new (text->str);
  problems = marathon_problems_new (event);
  g_assert_cmpuint (problems->kinds[MARATHON_PROBLEM_POSSIBLE_DUPLICATE].count, ==, 1000);
  g_assert_cmpuint (problems->duplicates->len, <=, 1000);
}

static void
test_an_empty_event_lacks_only_its_date (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonProblems) problems = marathon_problems_new (event);
  g_autofree char *found = describe (event, problems);
  guint next;

  g_assert_cmpstr (found, ==, "event-without-date!");
  g_assert_false (marathon_problems_next (problems, MARATHON_PROBLEM_NO_NAME, 0, &next));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/problems/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/problems/counts-are-of-entrants-or-records", test_counts_are_of_entrants_or_records);
  g_test_add_func ("/problems/records-tell-their-numbers", test_records_tell_their_numbers);
  g_test_add_func ("/problems/every-duplicate-has-an-open-pair", test_every_duplicate_has_an_open_pair);
  g_test_add_func ("/problems/a-thousand-namesakes-make-few-pairs", test_a_thousand_namesakes_make_few_pairs);
  g_test_add_func ("/problems/an-empty-event-lacks-only-its-date", test_an_empty_event_lacks_only_its_date);
  return g_test_run ();
}
