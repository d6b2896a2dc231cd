/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What edit lines are called and which attributes they have: a slip of the pen is told, not passed over.
 */
#include "editing/edit-lines-private.h"
#include "editing/editing-fixture.h"

static void
test_refusals (void)
{
  static const struct {
    const char *lines, *message;
  } cases[] = {
    { "<withdraw entrant=\"1\"/>",
      "there is no edit called <withdraw>; there are: change, insert, remove, bin, restore, guides, add-guide, remove-guide, "
      "change-record, insert-record, remove-record, move-record, begin, commit" },
    { "<begin name=\"A\"/>", "<begin> has no attribute “name”" },
    { "<begin/><change entrant=\"1\" family=\"A\"/><commit label=\"A\"/>", "<commit> has no attribute “label”" },
    { "<change entrant=\"1\" xml:family=\"A\"/>", "<change> has no attribute “xml:family”" },
    { "<change entrant=\"1\" xmlns:o=\"urn:o\" o:entrant=\"2\" family=\"A\"/>", "<change> has no attribute “o:entrant”" },
    { "<add-guide entrant=\"1\" xml:family=\"A\"/>", "<add-guide> has no attribute “xml:family”" },
    { "<bin entrant=\"1\" when=\"later\"/>", "<bin> has no attribute “when”" },
    { "<bin entrant=\"1\" place=\"roster\"/>", "<bin> has no attribute “place”" },
    { "<restore entrant=\"9\" to=\"0\"/>", "<restore> has no attribute “to”" },
    { "<insert position=\"0\"><entrant/></insert>", "<insert> has no attribute “position”" },
    { "<guides entrant=\"1\" guide=\"2\"/>", "<guides> has no attribute “guide”" },
    { "<remove-guide entrant=\"2\" id=\"21\"/>", "<remove-guide> has no attribute “id”" },
    { "<change-record list=\"rules\" xml:minimum-age=\"18\"/>", "<change-record> has no attribute “xml:minimum-age”" },
    { "<insert-record list=\"waves\" place=\"0\"><wave id=\"a\" name=\"A\"/></insert-record>",
      "<insert-record> has no attribute “place”" },
    { "<remove-record list=\"waves\" record=\"red-2\" at=\"1\"/>", "<remove-record> has no attribute “at”" },
    { "<move-record list=\"waves\" record=\"red-1\" to=\"1\"/>", "<move-record> has no attribute “to”" },
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

static void
test_kinds (void)
{
  const MarathonEditLineKind *change = marathon_edit_line_find_kind ("change");

  g_assert_nonnull (change);
  g_assert_cmpstr (change->name, ==, "change");
  g_assert_true (change->has_fields);
  g_assert_false (change->is_frame);
  g_assert_true (marathon_edit_line_find_kind ("commit")->is_frame);
  g_assert_null (marathon_edit_line_find_kind ("Change"));
  g_assert_null (marathon_edit_line_find_kind (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-vocabulary/refusals", test_refusals);
  g_test_add_func ("/edit-lines-vocabulary/kinds", test_kinds);
  return g_test_run ();
}
