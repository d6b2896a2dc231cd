/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each kind of edit as lines, and as the lines that take it back.
 */
#include "editing/editing-fixture.h"

#include <string.h>

#define ID(digit) "000000000000000" digit

static void
do_edit (Editing *editing, MarathonEdit *edit)
{
  g_autoptr (GError) error = NULL;

  marathon_history_do (editing->history, edit, "Edit", &error);
  g_assert_no_error (error);
  marathon_edit_unref (edit);
}

/* Asserts what stands between begin and commit. */
static void
assert_lines (Editing *editing, const char *label, const char *expected)
{
  g_autofree char *lines = editing_take_lines (editing);
  g_autofree char *framed = g_strconcat ("<begin label=\"", label, "\"/>\n", expected, MARATHON_EDIT_LINES_COMMIT "\n", NULL);

  g_assert_cmpstr (lines, ==, framed);
}

static void
check (Editing *editing, MarathonEdit *edit, const char *forth, const char *back)
{
  g_autoptr (GError) error = NULL;

  do_edit (editing, edit);
  assert_lines (editing, "Edit", forth);
  marathon_history_undo (editing->history, &error);
  g_assert_no_error (error);
  assert_lines (editing, "Undo Edit", back);
  marathon_history_redo (editing->history, &error);
  g_assert_no_error (error);
  assert_lines (editing, "Redo Edit", forth);
}

static MarathonEntrant
changed (Editing *editing, guint position, const char *cells)
{
  MarathonEntrantDraft draft;
  MarathonEntrant value;

  marathon_entrant_draft_init (&draft, editing->event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (editing->event), position));
  model_fixture_fill (&draft, cells);
  value = *marathon_entrant_draft_finish (&draft);
  marathon_entrant_draft_clear (&draft);
  return value;
}

static void
test_changed_fields (void)
{
  Editing editing;
  guint32 positions[] = { 0, 2 };
  MarathonEntrant values[2];

  editing_start (&editing);
  values[0] = changed (&editing, 0, "pins=bib;wave | x-shirt=L | medical=a & \"b\"");
  values[1] = changed (&editing, 2, "wave=red-2 | family=");
  check (&editing, marathon_edit_new_change_entrants (editing.event, MARATHON_PLACE_ROSTER, positions, values, 2),
         "<change entrant=\"" ID ("1") "\" medical=\"a &amp; &quot;b&quot;\" pins=\"bib;wave\" x-shirt=\"L\"/>\n"
         "<change entrant=\"" ID ("3") "\" family=\"\" wave=\"red-2\"/>\n",
         "<change entrant=\"" ID ("1") "\" medical=\"\" pins=\"\" x-shirt=\"\"/>\n"
         "<change entrant=\"" ID ("3") "\" family=\"Kirui\" wave=\"red-1\"/>\n");
  editing_end (&editing);
}

static void
test_changed_in_the_bin (void)
{
  Editing editing;
  MarathonEntrant value;

  editing_start (&editing);
  value = *marathon_roster_get (marathon_event_get_bin (editing.event), 0);
  value.club = marathon_event_add_text (editing.event, "Racers");
  check (&editing, editing_new_change (&editing, MARATHON_PLACE_BIN, 0, &value),
         "<change entrant=\"" ID ("9") "\" place=\"bin\" club=\"Racers\"/>\n",
         "<change entrant=\"" ID ("9") "\" place=\"bin\" club=\"\"/>\n");
  editing_end (&editing);
}

/* A line end in a value is a reference, so a line is a line. */
static void
test_line_ends (void)
{
  Editing editing;
  MarathonEntrant value;

  editing_start (&editing);
  value = changed (&editing, 0, "note=one\ntwo");
  check (&editing, editing_new_change (&editing, MARATHON_PLACE_ROSTER, 0, &value),
         "<change entrant=\"" ID ("1") "\" note=\"one&#10;two\"/>\n", "<change entrant=\"" ID ("1") "\" note=\"\"/>\n");
  editing_end (&editing);
}

static void
test_guides (void)
{
  Editing editing;
  MarathonGuide guides[2];
  MarathonEntrant value;

  editing_start (&editing);
  guides[0] = model_fixture_guide (editing.event, 0x22, "given=Ann | emergency-phone=112");
  guides[1] = model_fixture_guide (editing.event, 0x21, "family=Smith | bib=G38");
  value = changed (&editing, 1, "town=Leeds");
  value = model_fixture_with_guides (editing.event, &value, guides, 2);
  check (&editing, editing_new_change (&editing, MARATHON_PLACE_ROSTER, 1, &value),
         "<change entrant=\"" ID ("2") "\" town=\"Leeds\"/>\n"
         "<guides entrant=\"" ID ("2") "\"><guide id=\"0000000000000022\" given=\"Ann\">   <contact emergency-phone=\"112\"/> </guide>"
         "<guide id=\"0000000000000021\" family=\"Smith\" bib=\"G38\"/></guides>\n",
         "<change entrant=\"" ID ("2") "\" town=\"\"/>\n"
         "<guides entrant=\"" ID ("2") "\"><guide id=\"0000000000000021\" family=\"Smith\" bib=\"G38\"/></guides>\n");
  editing_end (&editing);
}

static void
test_inserted_and_removed (void)
{
  Editing editing;
  guint32 positions[] = { 1, 4 };
  MarathonEntrant values[2];

  editing_start (&editing);
  values[0] = model_fixture_entrant (editing.event, 5, "family=New");
  values[1] = model_fixture_entrant (editing.event, 6, "given=Newer | email=n@example.org");
  check (&editing, marathon_edit_new_insert_entrants (MARATHON_PLACE_ROSTER, positions, values, 2),
         "<insert at=\"1\"><entrant id=\"" ID ("5") "\" family=\"New\"/></insert>\n"
         "<insert at=\"4\"><entrant id=\"" ID ("6") "\" given=\"Newer\">   <contact email=\"n@example.org\"/> </entrant></insert>\n",
         "<remove entrant=\"" ID ("5") "\"/>\n"
         "<remove entrant=\"" ID ("6") "\"/>\n");
  check (&editing, marathon_edit_new_remove_entrants (editing.event, MARATHON_PLACE_BIN, (const guint32[]) { 0 }, 1),
         "<remove entrant=\"" ID ("9") "\" place=\"bin\"/>\n",
         "<insert at=\"0\" place=\"bin\"><entrant id=\"" ID ("9") "\" bib=\"37\" family=\"Bolt\"/></insert>\n");
  editing_end (&editing);
}

static void
test_transferred (void)
{
  Editing editing;
  guint32 positions[] = { 0, 2 };

  editing_start (&editing);
  check (&editing, marathon_edit_new_bin_entrants (editing.event, positions, 2),
         "<bin entrant=\"" ID ("1") "\" at=\"1\"/>\n"
         "<bin entrant=\"" ID ("3") "\" at=\"2\"/>\n",
         "<restore entrant=\"" ID ("1") "\" at=\"0\"/>\n"
         "<restore entrant=\"" ID ("3") "\" at=\"2\"/>\n");
  check (&editing,
         marathon_edit_new_transfer_entrants (MARATHON_PLACE_BIN, (const guint32[]) { 0 }, (const guint32[]) { 1 }, 1),
         "<restore entrant=\"" ID ("9") "\" at=\"1\"/>\n",
         "<bin entrant=\"" ID ("9") "\" at=\"0\"/>\n");
  editing_end (&editing);
}

static MarathonEdit *
set_column (Editing *editing, MarathonListId list, const char *key, const char *name, const char *text)
{
  MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (editing->event, list), key);

  return marathon_edit_new_change_record (record, (guint) marathon_record_find_column (record, name), text);
}

static void
test_records (void)
{
  Editing editing;
  g_autoptr (MarathonRecord) record = NULL;
  MarathonRecord *rules;

  editing_start (&editing);
  check (&editing, set_column (&editing, MARATHON_LIST_WAVES, "red-2", "time", "10:05"),
         "<change-record list=\"waves\" record=\"red-2\" time=\"10:05\"/>\n",
         "<change-record list=\"waves\" record=\"red-2\" time=\"\"/>\n");
  /* A column that has the name of a part of the line. */
  check (&editing, set_column (&editing, MARATHON_LIST_LAYOUTS, "l1", "list", "waves"),
         "<change-record list=\"layouts\" record=\"l1\" for-list=\"waves\"/>\n",
         "<change-record list=\"layouts\" record=\"l1\" for-list=\"bibs\"/>\n");
  rules = marathon_event_get_single (editing.event, MARATHON_SINGLE_RULES);
  check (&editing,
         marathon_edit_new_change_record (rules, (guint) marathon_record_find_column (rules, "minimum-age"), "18"),
         "<change-record list=\"rules\" minimum-age=\"18\"/>\n", "<change-record list=\"rules\" minimum-age=\"0\"/>\n");
  record = model_fixture_record (editing.event, MARATHON_LIST_WAVES, "red-3", "name=<3> | start=red");
  check (&editing, marathon_edit_new_insert_record (MARATHON_LIST_WAVES, 2, record),
         "<insert-record list=\"waves\" at=\"2\"><wave id=\"red-3\" start=\"red\" name=\"&lt;3&gt;\"/></insert-record>\n",
         "<remove-record list=\"waves\" record=\"red-3\"/>\n");
  check (&editing, marathon_edit_new_move_record (MARATHON_LIST_WAVES, 2, 0),
         "<move-record list=\"waves\" record=\"red-3\" at=\"0\"/>\n",
         "<move-record list=\"waves\" record=\"red-3\" at=\"2\"/>\n");
  check (&editing, marathon_edit_new_remove_record (editing.event, MARATHON_LIST_WAVES, 0),
         "<remove-record list=\"waves\" record=\"red-3\"/>\n",
         "<insert-record list=\"waves\" at=\"0\"><wave id=\"red-3\" start=\"red\" name=\"&lt;3&gt;\"/></insert-record>\n");
  editing_end (&editing);
}

/* A hundred long values of one person make several lines, each of which the reader takes, and together the same event. */
static void
test_many_fields (void)
{
  g_autofree char *before = NULL, *lines = NULL, *once = NULL, *again = NULL;
  g_autofree char *value = g_strnfill (900, '&');
  g_auto (GStrv) parts = NULL;
  MarathonEntrantDraft draft;
  Editing editing;

  editing_start (&editing);
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *field = g_strdup_printf ("field f%u | label=Field %u", i, i);

      model_fixture_add (editing.event, field);
    }
  before = editing_bytes (&editing);
  marathon_entrant_draft_init (&draft, editing.event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (editing.event), 0));
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *key = g_strdup_printf ("x-f%u", i);

      g_assert_true (marathon_entrant_draft_set_text (&draft, marathon_event_find_field (editing.event, key), value, NULL));
    }
  {
    g_autoptr (MarathonEdit) edit
        = editing_new_change (&editing, MARATHON_PLACE_ROSTER, 0, marathon_entrant_draft_finish (&draft));

    g_assert_true (marathon_history_do (editing.history, edit, "Fill", NULL));
  }
  once = editing_bytes (&editing);
  lines = editing_take_lines (&editing);
  parts = g_strsplit (lines, "<change ", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 3);
  g_assert_true (marathon_history_undo (editing.history, NULL));
  g_free (editing_take_lines (&editing));
  editing_apply_all (&editing, lines);
  again = editing_bytes (&editing);
  g_assert_cmpstr (again, ==, once);
  editing_assert_undo (&editing, before);
  marathon_entrant_draft_clear (&draft);
  editing_end (&editing);
}

static void
test_begin (void)
{
  g_autofree char *line = marathon_edit_lines_begin ("Rename “Café” & <more>\nlines");

  g_assert_cmpstr (line, ==, "<begin label=\"Rename “Café” &amp; &lt;more&gt;&#10;lines\"/>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-writer/changed-fields", test_changed_fields);
  g_test_add_func ("/edit-lines-writer/changed-in-the-bin", test_changed_in_the_bin);
  g_test_add_func ("/edit-lines-writer/line-ends", test_line_ends);
  g_test_add_func ("/edit-lines-writer/guides", test_guides);
  g_test_add_func ("/edit-lines-writer/inserted-and-removed", test_inserted_and_removed);
  g_test_add_func ("/edit-lines-writer/transferred", test_transferred);
  g_test_add_func ("/edit-lines-writer/records", test_records);
  g_test_add_func ("/edit-lines-writer/many-fields", test_many_fields);
  g_test_add_func ("/edit-lines-writer/begin", test_begin);
  return g_test_run ();
}
