/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines that are refused only when what was gathered is applied.
 */
#include "editing/editing-fixture.h"

/* What is gathered is refused only later, but told where it stands; where several lines are at odds, all of them are told. */
static void
test_place_of_a_clash (void)
{
  static const struct {
    const char *lines, *place, *message;
  } cases[] = {
    { "<begin/>\n<change entrant=\"1\" family=\"A\"/>\n<change entrant=\"3\" bib=\"38\"/>\n<change entrant=\"2\" club=\"C\"/>\n"
      "<change-record list=\"rules\" minimum-age=\"18\"/>\n<commit/>",
      "3:29", "bib 38 cannot be given to Kirui: it belongs to David Weir" },
    { "\n\n<change entrant=\"3\" bib=\"38\"/>\n\n", "3:29", "bib 38 cannot be given to Kirui: it belongs to David Weir" },
    { "<begin/>\n<change entrant=\"3\" bib=\"38\"/>\n<change entrant=\"1\" family=\"A\"/>\n<change entrant=\"3\" club=\"A\"/>\n<commit/>",
      "2", "lines 2 to 4: bib 38 cannot be given to Kirui: it belongs to David Weir" },
    { "<begin/>\n<insert><entrant family=\"A\"/></insert>\n<insert>\n<entrant id=\"1\"/></insert>\n<insert><entrant family=\"B\"/></insert>\n"
      "<commit/>",
      "3:8", "id 0000000000000001 is in use already" },
    { "<begin/>\n<insert><entrant id=\"77\"/></insert>\n<insert><entrant family=\"A\"/></insert>\n"
      "<insert><entrant id=\"77\"/></insert>\n<commit/>",
      "2", "lines 2 to 4: id 0000000000000077 is in use already" },
    { "<begin/>\n<restore entrant=\"9\"/>\n<change entrant=\"1\" family=\"A\"/>\n<commit/>", "2:21",
      "bib 37 cannot be given to Bolt: it belongs to Mo Farah" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;

      editing_start (&editing);
      g_test_message ("%s", cases[i].lines);
      editing_assert_refused_at (&editing, cases[i].lines, cases[i].place, cases[i].message);
      editing_end (&editing);
    }
}

/* A thousand are tried one by one; of more the range is told. */
static void
test_place_of_a_clash_among_many (void)
{
  for (guint n = 1000; n <= 1001; n++)
    {
      Editing editing;
      g_autoptr (GString) lines = g_string_new ("<begin/>");
      g_autoptr (GError) error = NULL;

      editing_start (&editing);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (lines, "\n<insert><entrant id=\"%x\" bib=\"%u\"/></insert>", 0x1000 + i, i == 700 ? 500 : 1000 + i);
      g_string_append (lines, "\n<commit/>\n");
      g_assert_false (editing_apply (&editing, lines->str, NULL, &error));
      g_assert_true (g_str_has_prefix (error->message, n == 1000 ? "702:8: bib 500 cannot" : "2: lines 2 to 1002: bib 500 cannot"));
      g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing.event)), ==, 3);
      editing_end (&editing);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-flush/place-of-a-clash", test_place_of_a_clash);
  g_test_add_func ("/edit-lines-flush/place-of-a-clash-among-many", test_place_of_a_clash_among_many);
  return g_test_run ();
}
