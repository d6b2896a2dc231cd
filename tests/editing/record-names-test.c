/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys that a file can hold, and names that nobody else has.
 */
#include "editing/record-names.h"

#include <string.h>

#include "model/model-fixture.h"

static void
assert_key (MarathonEvent *event, MarathonListId list, const char *name, const char *expected)
{
  g_autofree char *key = marathon_record_make_key (event, list, name);

  g_assert_true (marathon_record_key_is_valid (key));
  g_assert_cmpstr (key, ==, expected);
}

static void
test_keys (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");

  assert_key (event, MARATHON_LIST_WAVES, "Red 1", "red-1");
  assert_key (event, MARATHON_LIST_CATEGORIES, "Élite – Männer (T51/T54)", "elite-manner-t51-t54");
  assert_key (event, MARATHON_LIST_CATEGORIES, "  -- ", "category");
  assert_key (event, MARATHON_LIST_WAVES, "红色", "wave");
  assert_key (event, MARATHON_LIST_WAVES, "", "wave");
  assert_key (event, MARATHON_LIST_WAVES, "1", "1");
  assert_key (event, MARATHON_LIST_CUSTOM_FIELDS, "Shirt size", "shirt-size");
  assert_key (event, MARATHON_LIST_CUSTOM_FIELDS, "10 km time", "f-10-km-time");
  assert_key (event, MARATHON_LIST_CUSTOM_FIELDS, "XML", "f-xml");
}

static void
test_long_names (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  g_autofree char *name = g_strnfill (200, 'x');
  g_autofree char *key = marathon_record_make_key (event, MARATHON_LIST_WAVES, name);

  g_assert_true (marathon_record_key_is_valid (key));
  g_assert_cmpuint (strlen (key), <, 60);
}

static void
test_keys_are_new_to_the_list (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category red-1 | name=X\nwave red-1 | name=Other\n"
                                                       "wave red-1-2 | name=Another\n");

  assert_key (event, MARATHON_LIST_WAVES, "Red 1", "red-1-3");
  assert_key (event, MARATHON_LIST_CATEGORIES, "Red 1", "red-1-2");
  assert_key (event, MARATHON_LIST_STARTS, "Red 1", "red-1");
}

static void
assert_next (MarathonEvent *event, MarathonListId list, const char *key, const char *expected)
{
  MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (event, list), key);
  g_autofree char *name = marathon_record_make_next_name (event, list, record);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_numbered_names (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (
    "start red | name=Red\nstart blue | name=Blue\n"
    "wave r1 | name=Red 1 | start=red\nwave r2 | name=red 2 | start=red\nwave r4 | name=Red 4 | start=red\n"
    "wave b1 | name=1 | start=blue\nwave c2 | name=2 | start=red\nwave c9 | name=A099 | start=red\n"
    "category y | name=Race 2014-0000123\n");

  assert_next (event, MARATHON_LIST_WAVES, "r1", "Red 3");
  assert_next (event, MARATHON_LIST_WAVES, "r4", "Red 5");
  assert_next (event, MARATHON_LIST_WAVES, "b1", "2"); /* the other 2 is of the other start */
  assert_next (event, MARATHON_LIST_WAVES, "c9", "A100");
  assert_next (event, MARATHON_LIST_CATEGORIES, "y", "Race 2014-0000123 (copy)");
}

static void
test_copies (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("category a | name=Mass\ncategory b | name=Elite\n"
                                                       "category c | name=Elite (copy)\ncategory d | name=Elite (copy 2)\n"
                                                       "category e | name=Club (copy 7)\n");

  assert_next (event, MARATHON_LIST_CATEGORIES, "a", "Mass (copy)");
  assert_next (event, MARATHON_LIST_CATEGORIES, "b", "Elite (copy 3)");
  assert_next (event, MARATHON_LIST_CATEGORIES, "c", "Elite (copy 3)");
  assert_next (event, MARATHON_LIST_CATEGORIES, "d", "Elite (copy 3)");
  assert_next (event, MARATHON_LIST_CATEGORIES, "e", "Club (copy)");
}

static void
test_a_copy_of_the_longest_name (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("");
  g_autofree char *long_name = g_strnfill (198, 'x');
  g_autofree char *line = g_strdup_printf ("category a | name=%sé\n", long_name);
  g_autofree char *name = NULL;

  model_fixture_add (event, line);
  name = marathon_record_make_next_name (event, MARATHON_LIST_CATEGORIES,
                                         marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES), 0));
  g_assert_cmpuint (strlen (name), ==, 200);
  g_assert_true (g_str_has_suffix (name, "x (copy)"));
}

static void
test_every_list_has_a_label (void)
{
  for (MarathonListId list = 0; list < MARATHON_N_LISTS; list++)
    g_assert_cmpstr (marathon_list_get_label (list), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-names/keys", test_keys);
  g_test_add_func ("/record-names/long-names", test_long_names);
  g_test_add_func ("/record-names/keys-are-new-to-the-list", test_keys_are_new_to_the_list);
  g_test_add_func ("/record-names/numbered-names", test_numbered_names);
  g_test_add_func ("/record-names/copies", test_copies);
  g_test_add_func ("/record-names/a-copy-of-the-longest-name", test_a_copy_of_the_longest_name);
  g_test_add_func ("/record-names/every-list-has-a-label", test_every_list_has_a_label);
  return g_test_run ();
}
