/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines about records.
 */
#include "editing/editing-fixture.h"

#include "model/custom-field.h"
#include "model/layout.h"
#include "model/wave.h"

static gpointer
get (Editing *editing, MarathonListId list, guint position)
{
  return marathon_record_list_get (marathon_event_get_list (editing->event, list), position);
}

static void
test_changes (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  MarathonWave *wave;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing,
                     "<change-record list=\"waves\" record=\"red-1\" time=\"10:00\" capacity=\"900\" categories=\"open\"/>\n"
                     "<change-record list=\"layouts\" record=\"l1\" for-list=\"waves\" name=\"Mine\"/>\n"
                     "<change-record list=\"event\" title=\"Autumn Marathon\"/>\n"
                     "<change-record list=\"course\" length=\"42195\"/>\n"
                     "<change-record list=\"rules\" minimum-age=\"18\" guides-max=\"4\"/>\n");
  wave = get (&editing, MARATHON_LIST_WAVES, 0);
  g_assert_cmpint (wave->time, ==, 10 * 3600);
  g_assert_cmpuint (wave->capacity, ==, 900);
  g_assert_cmpstr (((MarathonLayout *) get (&editing, MARATHON_LIST_LAYOUTS, 0))->list, ==, "waves");
  g_assert_cmpstr (marathon_event_get_info (editing.event)->title, ==, "Autumn Marathon");
  g_assert_cmpuint (marathon_event_get_course (editing.event)->length, ==, 42195);
  g_assert_cmpuint (marathon_event_get_rules (editing.event)->guides_max, ==, 4);
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
assert_order (Editing *editing, const char *first, const char *second, const char *third)
{
  g_assert_cmpstr (marathon_record_get_key (get (editing, MARATHON_LIST_WAVES, 0)), ==, first);
  g_assert_cmpstr (marathon_record_get_key (get (editing, MARATHON_LIST_WAVES, 1)), ==, second);
  g_assert_cmpstr (marathon_record_get_key (get (editing, MARATHON_LIST_WAVES, 2)), ==, third);
}

static void
test_lists (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing,
                     "<insert-record list=\"waves\" at=\"1\"><wave id=\"new\" name=\"New\" start=\"blue\"/></insert-record>");
  assert_order (&editing, "red-1", "new", "red-2");
  editing_apply_all (&editing, "<move-record list=\"waves\" record=\"red-1\" at=\"2\"/>");
  assert_order (&editing, "new", "red-2", "red-1");
  editing_apply_all (&editing, "<move-record list=\"waves\" record=\"new\"/>"); /* to the end */
  assert_order (&editing, "red-2", "red-1", "new");
  editing_apply_all (&editing, "<remove-record list=\"waves\" record=\"red-2\"/>");
  g_assert_cmpstr (marathon_record_get_key (get (&editing, MARATHON_LIST_WAVES, 0)), ==, "red-1");
  editing_apply_all (&editing, "<insert-record list=\"waves\"><wave id=\"last\" name=\"Last\"/></insert-record>");
  assert_order (&editing, "red-1", "new", "last");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

/* A step may make a record and use it, and free one and remove it. */
static void
test_records_and_people_in_one_step (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing,
                     "<begin/>"
                     "<insert-record list=\"waves\"><wave id=\"new\" name=\"New\"/></insert-record>"
                     "<change entrant=\"3\" wave=\"new\"/>"
                     "<remove-record list=\"waves\" record=\"red-1\"/>"
                     "<insert-record list=\"fields\"><field id=\"shoe\" label=\"Shoe\"/></insert-record>"
                     "<change entrant=\"3\" x-shoe=\"left\"/>"
                     "<commit/>");
  editing_assert_field (&editing, 2, "wave", "new");
  editing_assert_field (&editing, 2, "x-shoe", "left");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_refusals (void)
{
  static const struct {
    const char *lines, *message;
  } cases[] = {
    { "<change-record record=\"red-1\" name=\"A\"/>", "there is no list “”" },
    { "<change-record list=\"corrals\" record=\"red-1\" name=\"A\"/>", "there is no list “corrals”" },
    { "<change-record list=\"waves\" record=\"green\" name=\"A\"/>", "there is no wave “green”" },
    { "<change-record list=\"waves\" name=\"A\"/>", "there is no wave “”" },
    { "<change-record list=\"waves\" record=\"red-1\" shoe=\"left\"/>", "<change-record> has no attribute “shoe”" },
    { "<change-record list=\"waves\" record=\"red-1\" id=\"new\"/>", "<change-record> has no attribute “id”" },
    { "<change-record list=\"waves\" record=\"red-1\" for-list=\"A\"/>",
      "<change-record> has no attribute “for-list”" },
    { "<change-record list=\"waves\" record=\"red-1\" capacity=\"9\" name=\"\"/>", "name: must not be empty" },
    { "<change-record list=\"groups\" record=\"pair\" bib=\"37\"/>",
      "bib 37 cannot be given to Pair: it belongs to Mo Farah" },
    { "<change-record list=\"rules\" record=\"red-1\" minimum-age=\"18\"/>", "<change-record> has no attribute “record”" },
    { "<insert-record list=\"waves\"/>", "<insert-record> needs one <wave> with an id" },
    { "<insert-record list=\"waves\"><wave name=\"A\"/></insert-record>",
      "<insert-record> needs one <wave> with an id" },
    { "<insert-record list=\"waves\"><start id=\"a\" name=\"A\"/></insert-record>",
      "<insert-record> needs one <wave> with an id" },
    { "<insert-record list=\"waves\"><wave id=\"a\" name=\"A\"/><wave id=\"b\" name=\"B\"/></insert-record>",
      "<insert-record> needs one <wave> with an id" },
    { "<insert-record list=\"waves\"><wave id=\"a\" name=\"A\"><hint/></wave></insert-record>",
      "<insert-record> needs one <wave> with an id" },
    { "<insert-record list=\"waves\"><wave id=\"a\"/></insert-record>", "<wave> needs the attribute “name”" },
    { "<insert-record list=\"waves\"><wave id=\"a\" name=\"A\" shoe=\"left\"/></insert-record>",
      "<wave> has no attribute “shoe”" },
    { "<insert-record list=\"waves\"><wave id=\"red-1\" name=\"A\"/></insert-record>",
      "there is a wave “red-1” already" },
    { "<insert-record list=\"waves\" at=\"3\"><wave id=\"a\" name=\"A\"/></insert-record>",
      "at: “3” is not a whole number up to 2" },
    { "<insert-record list=\"rules\"><rules/></insert-record>", "there is no list “rules”" },
    { "<insert-record list=\"officials\"><official id=\"a\" entrant=\"77\"/></insert-record>",
      "a: there is no entrant 0000000000000077" },
    { "<remove-record list=\"waves\" record=\"red-1\"/>",
      "the wave “red-1” cannot be removed: Kirui still refers to it" },
    { "<move-record list=\"waves\" record=\"red-1\" at=\"2\"/>", "at: “2” is not a whole number up to 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;

      editing_start (&editing);
      g_test_message ("%s", cases[i].lines);
      editing_assert_refused (&editing, cases[i].lines, cases[i].message);
      editing_end (&editing);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-records/changes", test_changes);
  g_test_add_func ("/edit-lines-records/lists", test_lists);
  g_test_add_func ("/edit-lines-records/records-and-people-in-one-step", test_records_and_people_in_one_step);
  g_test_add_func ("/edit-lines-records/refusals", test_refusals);
  return g_test_run ();
}
