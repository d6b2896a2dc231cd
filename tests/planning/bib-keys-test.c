/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identities of bibs, and who has one.
 */
#include "planning/bib-keys.h"

#include "model/model-fixture.h"

static void
test_one_identity_has_one_key (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("bib-block b | name=B | prefix=A | numbers=1\nentrant 1 | given=A | bib=A007\n");
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), 0);
  guint64 key = marathon_bib_keys_get (keys, entrant->bib_prefix, entrant->bib_number);
  MarathonBibBlock *block = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS), 0);

  g_assert_cmpuint (key, !=, 0);
  g_assert_cmpuint (marathon_bib_keys_get_folded (keys, "a", 7), ==, key);
  g_assert_cmpuint (marathon_bib_keys_get_written (keys, "a7"), ==, key);
  g_assert_cmpuint (marathon_bib_keys_get_block (keys, block) + 7, ==, key);
  g_assert_cmpuint (marathon_bib_keys_get_written (keys, "7"), !=, key);
  g_assert_cmpuint (marathon_bib_keys_get_written (keys, ""), ==, 0);
}

static void
count_key (const MarathonBibHolding *holding, gpointer user_data)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s%u:%u.%u=%u", out->len > 0 ? " " : "", holding->holder, holding->place, holding->position,
                          (guint32) holding->key);
}

static void
test_the_walk_meets_all_bibs_in_use (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "group f | name=F\ngroup g | name=G | bib=9\n"
    "entrant 1 | given=A | bib=1\nguide 11 | given=G | bib=2\nguide 12 | given=H\nentrant 2 | given=B\n"
    "binned 3 | given=C | bib=3\nbinned 4 | given=D | bib=4 | printed=yes\n");
  g_autoptr (MarathonBibKeys) keys = marathon_bib_keys_new (event);
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_bib_keys_foreach (keys, count_key, out);
  g_assert_cmpstr (out->str, ==, "1:0.0=1 2:0.0=2 1:1.1=4 3:0.1=9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bib-keys/one-identity-has-one-key", test_one_identity_has_one_key);
  g_test_add_func ("/bib-keys/the-walk-meets-all-bibs-in-use", test_the_walk_meets_all_bibs_in_use);
  return g_test_run ();
}
