/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of edits: steps, refusals, and that neighbouring lines become one edit.
 */
#include "editing/editing-fixture.h"

#include <string.h>

#include "formats/format-error.h"

static void
test_steps (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  guint n_steps;

  editing_start (&editing);
  before = editing_bytes (&editing);
  g_assert_true (editing_apply (&editing,
                                "\n<begin label=\"Two at once\"/>\n"
                                "<change entrant=\"0000000000000001\" family=\"A\"/>\n"
                                "<change-record list=\"rules\" minimum-age=\"18\"/>\n"
                                "<commit/>\n"
                                "<begin/><change entrant=\"2\" family=\"B\"/><commit/>\n"
                                "<change entrant=\"3\" family=\"C\"/>\n",
                                &n_steps, NULL));
  g_assert_cmpuint (n_steps, ==, 3);
  editing_assert_field (&editing, 0, "family", "A");
  editing_assert_field (&editing, 1, "family", "B");
  editing_assert_field (&editing, 2, "family", "C");
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Edit");
  g_assert_true (marathon_history_undo (editing.history, NULL));
  g_assert_true (marathon_history_undo (editing.history, NULL));
  g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Two at once");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_no_steps (void)
{
  Editing editing;
  guint n_steps = 9;

  editing_start (&editing);
  g_assert_true (editing_apply (&editing, "", &n_steps, NULL));
  g_assert_cmpuint (n_steps, ==, 0);
  g_assert_true (editing_apply (&editing, "<!-- nothing --> <begin label=\"Nothing\"/><commit/>", &n_steps, NULL));
  g_assert_false (marathon_history_can_undo (editing.history));
  editing_end (&editing);
}

/* --- Refusals --- */

static void
test_refusals (void)
{
  static const struct {
    const char *lines, *message;
  } cases[] = {
    { "<begin label=\"A\"/><change entrant=\"1\" family=\"A\"/>", "the last step has no <commit>" },
    { "<begin/><begin/>", "a step begins inside of another" },
    { "<commit/>", "<commit> without <begin>" },
    { "<change entrant=\"1\" family=\"A\" xmlns=\"urn:other\"/>",
      "<change> is of the namespace “urn:other”, not “urn:marathon:event”" },
    { "<change entrant=\"1\" family=\"A\" xmlns=\"\"/>", "<change> is of the namespace “”, not “urn:marathon:event”" },
    { "<insert><o:entrant xmlns:o=\"urn:other\"/></insert>",
      "<entrant> is of the namespace “urn:other”, not “urn:marathon:event”" },
    { "<guides entrant=\"1\"><o:guide xmlns:o=\"urn:other\"/></guides>",
      "<guide> is of the namespace “urn:other”, not “urn:marathon:event”" },
    { "<insert-record list=\"waves\"><o:wave xmlns:o=\"urn:other\" id=\"a\" name=\"A\"/></insert-record>",
      "<wave> is of the namespace “urn:other”, not “urn:marathon:event”" },
    { "<change entrant=\"1\" family=\"A\"><guide/></change>", "there is no <guide> in this edit" },
    { "family", "there is text between elements" },
    { "<begin/>family<commit/>", "there is text between elements" },
    { "<change entrant=\"1\">text</change>", "there is text between elements" },
    { "<insert>text<entrant/></insert>", "there is text between elements" },
    { "<insert><entrant>text</entrant></insert>", "there is text between elements" },
    { "<guides entrant=\"1\">text</guides>", "there is text between elements" },
    { "<insert-record list=\"starts\">text<start id=\"s\" name=\"S\"/></insert-record>",
      "there is text between elements" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;

      editing_start (&editing);
      editing_assert_refused (&editing, cases[i].lines, cases[i].message);
      editing_end (&editing);
    }
}

static void
apply_file (Editing *editing, const char *file, const char *message)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (file, -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_edit_lines_apply (editing->history, stream, &editing->ids, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_other_files (void)
{
  Editing editing;

  editing_start (&editing);
  apply_file (&editing, "<event xmlns=\"urn:marathon:event\" version=\"1.0\"/>",
              "1:48: this is no file of edits: it must start with " MARATHON_EDIT_LINES_HEAD);
  apply_file (&editing, "<edits version=\"1.0\"/>",
              "1:21: this is no file of edits: it must start with " MARATHON_EDIT_LINES_HEAD);
  apply_file (&editing, "<edits xmlns=\"urn:marathon:event\" version=\"2.0\"/>",
              "1:48: edits of version “2.0” cannot be read; this Marathon reads 1.0");
  apply_file (&editing, "<edits xmlns=\"urn:marathon:event\"/>",
              "1:34: edits of version “” cannot be read; this Marathon reads 1.0");
  apply_file (&editing, "<edits xmlns=\"urn:marathon:event\" version=\"1.0\" foo=\"bar\"/>", "1:58: <edits> has no attribute “foo”");
  editing_end (&editing);
}

/* A bad value is told where it stands. */
static void
test_place_of_a_bad_value (void)
{
  Editing editing;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  g_assert_false (editing_apply (&editing,
                                 "\n<change entrant=\"1\" family=\"A\"/>\n  <change entrant=\"2\" sex=\"F\" pb=\"fast\"/>\n", NULL, &error));
  g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, "3:35: pb: “fast” is not a time such as 2:04:29");
  editing_end (&editing);
}

/* The step is taken back whole, what came before it stays, nothing after it is done. */
static void
test_a_refusal_ends_the_reading (void)
{
  static const char *const bad[] = {
    "<change entrant=\"3\" pb=\"fast\"/>",     /* a value */
    "<change entrant=\"3\" bib=\"38\"/>",      /* a clash, found when the lines are applied */
    "<insert><entrant sex=\"Q\"/></insert>",   /* inside of an element */
    "<nothing/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *lines = g_strconcat ("<change entrant=\"1\" family=\"Before\"/>\n"
                                            "<begin label=\"Bad\"/>\n<change entrant=\"2\" family=\"Inside\"/>\n"
                                            "<change-record list=\"rules\" minimum-age=\"18\"/>\n",
                                            bad[i], "\n<commit/>\n<change entrant=\"3\" family=\"After\"/>\n", NULL);
      Editing editing;
      guint n_steps;

      editing_start (&editing);
      g_assert_false (editing_apply (&editing, lines, &n_steps, NULL));
      g_assert_cmpuint (n_steps, ==, 1);
      editing_assert_field (&editing, 0, "family", "Before");
      editing_assert_field (&editing, 1, "family", "Weir");
      editing_assert_field (&editing, 2, "family", "Kirui");
      g_assert_cmpuint (marathon_event_get_rules (editing.event)->minimum_age, ==, 0);
      g_assert_cmpstr (marathon_history_get_undo_label (editing.history), ==, "Edit");
      editing_end (&editing);
    }
}

/* The last line of a journal may be cut off anywhere. */
static void
test_a_file_that_breaks_off (void)
{
  static const char lines[] = "<begin label=\"A\"/><change entrant=\"1\" family=\"A\"/><commit/>"
                              "<begin label=\"B\"/><change entrant=\"2\" family=\"B\"/><commit/>";
  gsize whole = strlen (MARATHON_EDIT_LINES_HEAD) + strstr (lines, "<begin label=\"B\"") - lines;
  g_autofree char *file = g_strconcat (MARATHON_EDIT_LINES_HEAD, lines, NULL);

  for (gsize length = whole; length < strlen (file); length++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (file, (gssize) length, NULL);
      Editing editing;
      guint n_steps;

      editing_start (&editing);
      g_assert_false (marathon_edit_lines_apply (editing.history, stream, &editing.ids, NULL, &n_steps, NULL));
      g_assert_cmpuint (n_steps, ==, 1);
      editing_assert_field (&editing, 0, "family", "A");
      editing_assert_field (&editing, 1, "family", "Weir");
      editing_end (&editing);
    }
}

/* Steps that were done before stay; a step that is open is taken back. */
static void
test_cancelled (void)
{
  Editing editing;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (
    MARATHON_EDIT_LINES_HEAD "<change entrant=\"1\" family=\"A\"/><begin/><change entrant=\"2\" family=\"B\"/>" MARATHON_EDIT_LINES_FOOT, -1, NULL);
  guint n_steps;
  g_autoptr (GError) error = NULL;

  editing_start (&editing);
  g_cancellable_cancel (cancellable);
  g_assert_false (marathon_edit_lines_apply (editing.history, stream, &editing.ids, cancellable, &n_steps, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (marathon_history_get_state (editing.history), ==, n_steps);
  editing_assert_field (&editing, 1, "family", "Weir");
  editing_end (&editing);
}

/* --- Many lines --- */

#define MANY 36000
#define LAST 35999

static char *
make_lines (const char *format)
{
  GString *lines = g_string_new ("<begin label=\"Many\"/>\n");

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *down = g_strdup_printf ("%x", 0x1000 + MANY - 1 - i);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *id = g_strdup_printf ("%x", 0x1000 + i);
      g_auto (GStrv) parts = g_strsplit (format, "ID", -1);
      g_autofree char *with_id = g_strjoinv (id, parts);
      g_auto (GStrv) more = g_strsplit (with_id, "NUMBER", -1);
      g_autofree char *with_number = g_strjoinv (number, more);
      g_auto (GStrv) last = g_strsplit (with_number, "DOWN", -1);
      g_autofree char *line = g_strjoinv (down, last);

      g_string_append (lines, line);
      g_string_append_c (lines, '\n');
    }
  g_string_append (lines, "<commit/>\n");
  return g_string_free (lines, FALSE);
}

/* Neighbouring lines of one kind are one edit. Done one by one, changes of so many would take minutes. */
static void
check_one_edit (Editing *editing, const char *format)
{
  g_autofree char *lines = make_lines (format);
  g_autofree char *written = NULL;

  g_free (editing_take_lines (editing));
  editing_apply_all (editing, lines);
  g_assert_cmpuint (editing->n_edits, ==, 1);
  written = editing_take_lines (editing);
  g_assert_nonnull (strstr (written, "<commit/>"));
}

static void
test_many_lines_are_one_edit (void)
{
  Editing editing;

  editing_start (&editing);
  check_one_edit (&editing, "<insert><entrant id=\"ID\" bib=\"ANUMBER\"/></insert>");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing.event)), ==, 3 + MANY);
  check_one_edit (&editing, "<change entrant=\"ID\" bib=\"BNUMBER\"/>");
  editing_assert_field (&editing, 3 + 17, "bib", "B17");
  check_one_edit (&editing,
                  "<change entrant=\"ID\" predicted=\"3:00:00\"/><guides entrant=\"ID\"><guide bib=\"KNUMBER\"/></guides>");
  check_one_edit (&editing, "<add-guide entrant=\"ID\" bib=\"HNUMBER\"/>");
  check_one_edit (&editing, "<change entrant=\"bib:bNUMBER\" club=\"Club\"/>");
  editing_assert_field (&editing, 3 + 17, "club", "Club");
  check_one_edit (&editing, "<change entrant=\"bib:bNUMBER\" external-id=\"E-ID\"/>");
  check_one_edit (&editing, "<change entrant=\"entry:E-ID\" bib=\"CNUMBER\"/>");
  editing_assert_field (&editing, 3 + 17, "bib", "C17");
  check_one_edit (&editing, "<bin entrant=\"bib:CNUMBER\"/>");
  check_one_edit (&editing, "<restore entrant=\"entry:E-ID\"/>");
  check_one_edit (&editing, "<bin entrant=\"ID\"/>");
  check_one_edit (&editing, "<restore entrant=\"ID\"/>");
  check_one_edit (&editing, "<bin entrant=\"DOWN\"/>");
  check_one_edit (&editing, "<restore entrant=\"DOWN\"/>");
  editing_assert_field (&editing, 3 + 17, "bib", "C17");
  check_one_edit (&editing, "<remove entrant=\"ID\"/>");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing.event)), ==, 3);
  editing_end (&editing);
}

/* A list by bib in which every line gives another bib: one edit each, since a line may name the bib that the one before gave. */
static void
test_renumbering_by_bib (void)
{
  Editing editing;
  g_autofree char *insertions = make_lines ("<insert><entrant id=\"ID\" bib=\"ANUMBER\"/></insert>");
  g_autofree char *changes = make_lines ("<change entrant=\"bib:ANUMBER\" bib=\"BNUMBER\"/>");

  editing_start (&editing);
  editing_apply_all (&editing, insertions);
  g_free (editing_take_lines (&editing));
  editing_apply_all (&editing, changes);
  g_assert_cmpuint (editing.n_edits, ==, MANY);
  editing_assert_field (&editing, 3 + MANY - 1, "bib", "B" G_STRINGIFY (LAST));
  editing_end (&editing);
}

/* Everybody gets the bib of the next, told line by line: only as one edit is it free of clashes. */
static void
test_exchange_of_bibs (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing,
                     "<begin/>\n"
                     "<change entrant=\"1\" bib=\"38\"/>\n"
                     "<guides entrant=\"1\"><guide id=\"31\" bib=\"G38\"/></guides>\n"
                     "<change entrant=\"2\" bib=\"37\"/>\n"
                     "<guides entrant=\"2\"><guide id=\"21\" family=\"Smith\" bib=\"G37\"/></guides>\n"
                     "<commit/>\n");
  editing_assert_field (&editing, 0, "bib", "38");
  editing_assert_field (&editing, 1, "bib", "37");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

/* --- A newer minor version --- */

/* What this version does not know comes back when the removal of somebody is undone from a journal: also for more people than a file may have such
 * names. */
static void
test_unknown_content_of_a_newer_event (void)
{
  Editing editing;
  g_autofree char *lines = NULL, *after = NULL;
  GString *many = g_string_new ("<begin/>");

  editing_start (&editing);
  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (many, "<insert><entrant id=\"%x\" shoe=\"left\"><hint/></entrant></insert>\n", 0x1000 + i);
  g_string_append (many,
                   "<insert-record list=\"starts\"><start id=\"new\" name=\"New\" mood=\"fine\"><hint>a &amp; <b/></hint></start></insert-record>"
                         "<commit/>");
  lines = g_string_free (many, FALSE);
  editing_assert_refused (&editing, lines, "<entrant> has no attribute “shoe” (and 1 more error)");
  marathon_event_set_newer_minor (editing.event, 3);
  editing_apply_all (&editing, lines);
  after = editing_bytes (&editing);
  g_assert_nonnull (strstr (after, "<start id=\"new\" name=\"New\" mood=\"fine\"><hint>a &amp; <b/></hint></start>"));
  g_assert_nonnull (strstr (after, "<entrant id=\"0000000000001001\" shoe=\"left\">\n      <hint/>\n    </entrant>"));
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-reader/steps", test_steps);
  g_test_add_func ("/edit-lines-reader/no-steps", test_no_steps);
  g_test_add_func ("/edit-lines-reader/refusals", test_refusals);
  g_test_add_func ("/edit-lines-reader/other-files", test_other_files);
  g_test_add_func ("/edit-lines-reader/place-of-a-bad-value", test_place_of_a_bad_value);
  g_test_add_func ("/edit-lines-reader/a-refusal-ends-the-reading", test_a_refusal_ends_the_reading);
  g_test_add_func ("/edit-lines-reader/a-file-that-breaks-off", test_a_file_that_breaks_off);
  g_test_add_func ("/edit-lines-reader/cancelled", test_cancelled);
  g_test_add_func ("/edit-lines-reader/many-lines-are-one-edit", test_many_lines_are_one_edit);
  g_test_add_func ("/edit-lines-reader/renumbering-by-bib", test_renumbering_by_bib);
  g_test_add_func ("/edit-lines-reader/exchange-of-bibs", test_exchange_of_bibs);
  g_test_add_func ("/edit-lines-reader/unknown-content-of-a-newer-event", test_unknown_content_of_a_newer_event);
  return g_test_run ();
}
