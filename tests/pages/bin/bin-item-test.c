/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the list says of a deleted entrant.
 */
#include "pages/bin/bin-item.h"

#include "widgets/display-scene.h"

static void
assert_item (MarathonEvent *event, const MarathonEntrant *entrant, const char *name, const char *bib, const char *category)
{
  g_autoptr (MarathonBinItem) item = marathon_bin_item_new (event, entrant);
  g_autofree char *found_name = NULL, *found_bib = NULL, *found_category = NULL;

  g_object_get (item, "name", &found_name, "bib", &found_bib, "category", &found_category, NULL);
  g_assert_cmpstr (found_name, ==, name);
  g_assert_cmpstr (found_bib, ==, bib);
  g_assert_cmpstr (found_category, ==, category);
}

static void
test_what_it_says (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (MarathonRecord) category = marathon_record_new (marathon_list_get_type_of (MARATHON_LIST_CATEGORIES), "open");
  MarathonEntrant entrant = { .id = 1 };

  g_assert_true (marathon_record_set_text (category, event, (guint) marathon_record_find_column (category, "name"), "Open", NULL));
  g_assert_true (marathon_event_insert_record (event, MARATHON_LIST_CATEGORIES, 0, category, NULL));
  assert_item (event, &entrant, "the nameless entrant 0000000000000001", "", "");
  entrant.family = marathon_event_add_text (event, "Farah");
  entrant.given = marathon_event_add_text (event, "Mo");
  entrant.bib = marathon_event_add_text (event, "37");
  entrant.category = (guint16) marathon_record_get_handle (category);
  assert_item (event, &entrant, "Mo Farah", "37", "Open");
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/bin-item/what-it-says", test_what_it_says);
  return display_scene_run ();
}
