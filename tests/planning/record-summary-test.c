/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists say of categories, starts, waves and bib blocks.
 */
#include "planning/record-summary.h"

#include "model/model-fixture.h"

#define EVENT \
  "start red | name=Red | place=Charlton Way | share=45\nstart plain | name=Plain\n" \
  "category any | name=Mass\n" \
  "category para | name=Para women | sex=F | classes=T11;T12 | age-from=18 | age-to=39\n" \
  "category elite | name=Elite men | sex=M | routes=elite;championship | qualifying=2:20:00 | guide-rule=forbidden\n" \
  "category chair | name=Chairs | sex=X | mode=racing-chair | age-from=40 | guide-rule=allowed\n" \
  "category young | name=Young | mode=frame | age-to=17 | guide-rule=required\n" \
  "wave red-1 | name=Red 1 | start=red | time=10:00 | from=3:30:00 | to=4:15:00 | categories=any;elite | routes=club\n" \
  "wave red-2 | name=2 | start=red | from=4:15:00 | categories=any;para;elite;chair\n" \
  "wave red-3 | name=Red 3 | start=red | time=10:30 | to=3:30:00 | categories=any;para;elite;chair;young\n" \
  "category fast | name=Championship\n" \
  "wave red-4 | name=Red 4 | start=red | categories=fast | routes=championship\n" \
  "wave bare | name=Bare\n" \
  "bib-block men | name=Men | numbers=1-99,-13 | categories=elite | order=pb | late-share=10\n" \
  "bib-block red | name=Red | prefix=R | numbers=1-500 | waves=red-1;red-2 | order=wave\n" \
  "bib-block blue | name=Blue | prefix=B | numbers=1-99,200-300 | categories=any\n" \
  "bib-block none | name=None\n"

static const struct {
  MarathonListId list;
  const char *key;
  const char *summary;
} cases[] = {
  { MARATHON_LIST_CATEGORIES, "any", "Everybody, running" },
  { MARATHON_LIST_CATEGORIES, "para", "Women, running, T11 T12, 18–39" },
  { MARATHON_LIST_CATEGORIES, "elite",
    "Men, running, entry route Elite/Championship, qualifying time within 2:20:00, without guides" },
  { MARATHON_LIST_CATEGORIES, "chair", "Non-binary, racing wheelchair, aged 40 and over, guides allowed" },
  { MARATHON_LIST_CATEGORIES, "young", "Everybody, running frame, aged up to 17, with guides" },
  { MARATHON_LIST_STARTS, "red", "Charlton Way · 45% of the field" },
  { MARATHON_LIST_STARTS, "plain", "" },
  { MARATHON_LIST_WAVES, "red-1", "10:00 · predicted 3:30:00 to 4:15:00 · for Mass, Elite men, Club place" },
  { MARATHON_LIST_WAVES, "red-2", "predicted from 4:15:00 · for Mass, Para women, Elite men, Chairs" },
  { MARATHON_LIST_WAVES, "red-3", "10:30 · predicted under 3:30:00 · for Mass, Para women, Elite men and 2 more" },
  { MARATHON_LIST_WAVES, "red-4", "for Championship" },
  { MARATHON_LIST_WAVES, "bare", "No time yet" },
  { MARATHON_LIST_BIB_BLOCKS, "men", "1–99 without 13 · for Elite men · by personal best · 10% kept for late entries" },
  { MARATHON_LIST_BIB_BLOCKS, "red", "R1–500 · for Red 1, Red 2 · by wave" },
  { MARATHON_LIST_BIB_BLOCKS, "blue", "B 1–99; 200–300 · for Mass · by predicted time" },
  { MARATHON_LIST_BIB_BLOCKS, "none", "No numbers yet · for everybody · by predicted time" },
};

static void
test_one_line_each (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (EVENT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (event, cases[i].list), cases[i].key);
      g_autofree char *summary = marathon_record_summarize (event, record);

      g_assert_cmpstr (summary, ==, cases[i].summary);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-summary/one-line-each", test_one_line_each);
  return g_test_run ();
}
