/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines about entrants and guides, with what scripts may leave out.
 */
#include "editing/editing-fixture.h"

static void
test_naming_people (void)
{
  Editing editing;

  editing_start (&editing);
  editing_apply_all (&editing,
                     "<change entrant=\"bib:0037\" club=\"by bib\"/>\n"
                     "<change entrant=\"entry:E-1\" town=\"by entry\"/>\n"
                     "<change entrant=\"0000000000000002\" club=\"by id\"/>\n"
                     "<change entrant=\"2\" town=\"by short id\"/>\n"
                     "<change entrant=\"9\" place=\"bin\" club=\"in the bin\"/>\n");
  editing_assert_field (&editing, 0, "club", "by bib");
  editing_assert_field (&editing, 0, "town", "by entry");
  editing_assert_field (&editing, 1, "club", "by id");
  editing_assert_field (&editing, 1, "town", "by short id");
  g_assert_cmpstr (marathon_event_text (editing.event,
                                        marathon_roster_get (marathon_event_get_bin (editing.event), 0)->club), ==,
                   "in the bin");
  editing_end (&editing);
}

/* The lines before count, also those that are still being gathered. */
static void
test_naming_people_of_the_same_step (void)
{
  Editing editing;

  editing_start (&editing);
  editing_apply_all (&editing,
                     "<begin/>\n"
                     "<change entrant=\"3\" bib=\"W1\"/>\n"
                     "<change entrant=\"bib:W1\" club=\"by new bib\"/>\n"
                     "<insert><entrant id=\"100\" external-id=\"E-100\" bib=\"W2\"/></insert>\n"
                     "<change entrant=\"entry:E-100\" club=\"newcomer\"/>\n"
                     "<change entrant=\"100\" town=\"new town\"/>\n"
                     "<bin entrant=\"bib:W2\"/>\n"
                     "<change entrant=\"100\" place=\"bin\" note=\"gone\"/>\n"
                     "<restore entrant=\"100\" at=\"0\"/>\n"
                     "<commit/>\n");
  editing_assert_field (&editing, 3, "club", "by new bib");
  editing_assert_field (&editing, 0, "club", "newcomer");
  editing_assert_field (&editing, 0, "town", "new town");
  editing_assert_field (&editing, 0, "note", "gone");
  editing_end (&editing);
}

/* Names that were looked up stay true, whatever the lines do to people, places and bibs. */
static void
test_naming_people_who_change (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing,
                     "<begin/>\n"
                     "<change entrant=\"bib:37\" external-id=\"\"/>\n"
                     "<change entrant=\"bib:38\" external-id=\"E-1\"/>\n"
                     "<change entrant=\"entry:E-1\" club=\"of Weir\"/>\n"
                     "<change entrant=\"bib:37\" bib=\"\"/>\n"
                     "<change entrant=\"bib:38\" bib=\"37\"/>\n"
                     "<change entrant=\"bib:37\" town=\"of Weir\"/>\n"
                     "<change entrant=\"1\" bib=\"38\" external-id=\"E-1\"/>\n"
                     "<change entrant=\"bib:38\" town=\"of Farah\"/>\n"
                     "<change entrant=\"entry:E-1\" club=\"of Farah\"/>\n"
                     "<insert at=\"0\"><entrant family=\"First\" bib=\"39\"/></insert>\n"
                     "<change entrant=\"bib:37\" note=\"37\"/>\n"
                     "<change entrant=\"bib:39\" note=\"39\"/>\n"
                     "<bin entrant=\"entry:E-1\"/>\n"
                     "<bin entrant=\"entry:E-1\"/>\n"
                     "<change entrant=\"bib:39\" club=\"39\"/>\n"
                     "<commit/>\n");
  editing_assert_field (&editing, 0, "note", "39");
  editing_assert_field (&editing, 0, "club", "39");
  editing_assert_field (&editing, 1, "family", "Kirui");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing.event)), ==, 2);
  editing_apply_all (&editing, "<begin/><restore entrant=\"entry:E-1\"/><restore entrant=\"entry:E-1\"/><commit/>");
  editing_assert_field (&editing, 2, "town", "of Farah");
  editing_assert_field (&editing, 2, "club", "of Farah");
  editing_assert_field (&editing, 3, "town", "of Weir");
  editing_assert_field (&editing, 3, "club", "of Weir");
  editing_assert_field (&editing, 3, "note", "37");
  editing_assert_refused (&editing, "<begin/><change entrant=\"bib:39\" bib=\"40\"/><change entrant=\"bib:39\" club=\"A\"/><commit/>",
                          "there is no entrant bib:39");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

/* Two lines about one person are as good as one. */
static void
test_changes_add_up (void)
{
  Editing editing;

  editing_start (&editing);
  editing_apply_all (&editing,
                     "<begin/>\n"
                     "<change entrant=\"1\" club=\"first\" x-shirt=\"L\"/>\n"
                     "<change entrant=\"1\" town=\"second\" bib=\"\"/>\n"
                     "<add-guide entrant=\"1\" given=\"Third\"/>\n"
                     "<change entrant=\"1\" club=\"fourth\"/>\n"
                     "<commit/>\n");
  g_assert_cmpuint (editing.n_edits, ==, 1);
  editing_assert_field (&editing, 0, "club", "fourth");
  editing_assert_field (&editing, 0, "town", "second");
  editing_assert_field (&editing, 0, "bib", "");
  editing_assert_field (&editing, 0, "x-shirt", "L");
  editing_end (&editing);
}

static MarathonDetailsView
guides_of (Editing *editing, guint position)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (editing->event),
                              marathon_roster_get (marathon_event_get_roster (editing->event), position)->details,
                              &view);
  return view;
}

static void
test_guides (void)
{
  Editing editing;
  MarathonDetailsView view;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing, "<add-guide entrant=\"bib:38\" given=\"Ann\" bib=\"G38-2\" id=\"22\"/>");
  view = guides_of (&editing, 1);
  g_assert_cmpuint (view.n_guides, ==, 2);
  g_assert_cmpuint (view.guides[0].id, ==, 0x21);
  g_assert_cmpuint (view.guides[1].id, ==, 0x22);
  editing_apply_all (&editing, "<remove-guide entrant=\"2\" guide=\"21\"/>");
  view = guides_of (&editing, 1);
  g_assert_cmpuint (view.n_guides, ==, 1);
  g_assert_cmpuint (view.guides[0].id, ==, 0x22);
  editing_apply_all (&editing, "<guides entrant=\"2\"/>");
  g_assert_cmpuint (guides_of (&editing, 1).n_guides, ==, 0);
  editing_apply_all (&editing,
                     "<guides entrant=\"9\" place=\"bin\"><guide family=\"Hand\"><contact emergency-phone=\"112\"/></guide></guides>");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_missing_ids (void)
{
  Editing editing;
  const MarathonEntrant *entrant;
  MarathonDetailsView view;

  editing_start (&editing);
  editing_apply_all (&editing,
                     "<insert><entrant family=\"New\"><guide family=\"One\"/><guide id=\"31\" family=\"Two\"/></entrant></insert>\n"
                     "<add-guide entrant=\"3\" given=\"Ann\"/>\n");
  entrant = marathon_roster_get (marathon_event_get_roster (editing.event), 3);
  g_assert_cmpuint (entrant->id, !=, 0);
  view = guides_of (&editing, 3);
  g_assert_cmpuint (view.n_guides, ==, 2);
  g_assert_cmpuint (view.guides[0].id, !=, 0);
  g_assert_cmpuint (view.guides[0].id, !=, entrant->id);
  g_assert_cmpuint (view.guides[1].id, ==, 0x31);
  g_assert_cmpuint (guides_of (&editing, 2).guides[0].id, !=, 0);
  editing_end (&editing);
}

static void
test_places (void)
{
  Editing editing;
  g_autofree char *before = NULL;

  editing_start (&editing);
  before = editing_bytes (&editing);
  editing_apply_all (&editing,
                     "<begin/>\n"
                     "<insert at=\"0\"><entrant family=\"First\"/></insert>\n"
                     "<insert at=\"2\"><entrant family=\"Third\"/></insert>\n"
                     "<insert at=\"1\"><entrant family=\"Second\"/></insert>\n"
                     "<insert><entrant family=\"Last\"/></insert>\n"
                     "<insert place=\"bin\"><entrant family=\"Bin\"/></insert>\n"
                     "<commit/>\n");
  editing_assert_field (&editing, 0, "family", "First");
  editing_assert_field (&editing, 1, "family", "Second");
  editing_assert_field (&editing, 2, "family", "Farah");
  editing_assert_field (&editing, 3, "family", "Third");
  editing_assert_field (&editing, 6, "family", "Last");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (editing.event)), ==, 2);
  editing_apply_all (&editing,
                     "<begin/>"
                     "<remove entrant=\"bib:38\"/><remove entrant=\"1\"/><remove entrant=\"9\" place=\"bin\"/>"
                     "<commit/>");
  editing_assert_field (&editing, 2, "family", "Third");
  editing_assert_field (&editing, 3, "family", "Kirui");
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

/* Lines with "at" tell where each is after all before it were done; neighbours without it keep the order of the roster. */
static void
test_transfers_in_any_order (void)
{
  Editing editing;
  g_autofree char *before = NULL;
  MarathonRoster *bin;

  editing_start (&editing);
  before = editing_bytes (&editing);
  bin = marathon_event_get_bin (editing.event);
  editing_apply_all (&editing,
                     "<begin/><bin entrant=\"3\"/><bin entrant=\"1\"/><bin entrant=\"2\" at=\"0\"/><commit/>");
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (editing.event)), ==, 0);
  g_assert_cmpuint (marathon_roster_get (bin, 0)->id, ==, 2);
  g_assert_cmpuint (marathon_roster_get (bin, 1)->id, ==, 9);
  g_assert_cmpuint (marathon_roster_get (bin, 2)->id, ==, 1);
  g_assert_cmpuint (marathon_roster_get (bin, 3)->id, ==, 3);
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

static void
test_refusals (void)
{
  static const struct {
    const char *lines, *message;
  } cases[] = {
    { "<change family=\"A\"/>", "<change> needs the attribute “entrant”" },
    { "<change entrant=\"77\" family=\"A\"/>", "there is no entrant 77" },
    { "<change entrant=\"bib:77\" family=\"A\"/>", "there is no entrant bib:77" },
    { "<change entrant=\"bib:G38\" family=\"A\"/>", "there is no entrant bib:G38" },
    { "<change entrant=\"bib:500\" family=\"A\"/>", "there is no entrant bib:500" },
    { "<change entrant=\"bib:\" family=\"A\"/>", "there is no entrant bib:" },
    { "<change entrant=\"entry:E-2\" family=\"A\"/>", "there is no entrant entry:E-2" },
    { "<change entrant=\"entry:\" family=\"A\"/>", "there is no entrant entry:" },
    { "<change entrant=\"somebody\" family=\"A\"/>", "there is no entrant somebody" },
    { "<change entrant=\"1\" place=\"bin\" family=\"A\"/>", "there is no entrant 1 in the bin" },
    { "<change entrant=\"9\" family=\"A\"/>", "there is no entrant 9" },
    { "<change entrant=\"1\" id=\"77\"/>", "there is no field “id” to change" },
    { "<change entrant=\"1\" shoe=\"left\"/>", "there is no field “shoe” to change" },
    { "<change entrant=\"1\" x-shoe=\"left\"/>", "there is no field “x-shoe” to change" },
    { "<change entrant=\"1\" wave=\"green\"/>", "wave: there is no wave “green”" },
    { "<change entrant=\"1\" bib=\"38\"/>", "bib 38 cannot be given to Mo Farah: it belongs to David Weir" },
    { "<change entrant=\"1\" place=\"bni\" family=\"A\"/>", "place: “bni” is neither “roster” nor “bin”" },
    { "<insert place=\"\"><entrant/></insert>", "place: “” is neither “roster” nor “bin”" },
    { "<remove entrant=\"1\" place=\"Bin\"/>", "place: “Bin” is neither “roster” nor “bin”" },
    { "<change entrant=\"1\" collected=\"2014-04-13T09:00\"/>",
      "collected: “2014-04-13T09:00” is not an instant such as 2014-04-13T09:00:00Z" },
    { "<begin/><remove entrant=\"bib:37\"/><remove entrant=\"bib:37\"/><commit/>", "there is no entrant bib:37" },
    { "<insert/>", "<insert> needs one <entrant>" },
    { "<insert><guide/></insert>", "<insert> needs one <entrant>" },
    { "<insert><entrant/><entrant/></insert>", "<insert> needs one <entrant>" },
    { "<insert at=\"4\"><entrant/></insert>", "at: “4” is not a whole number up to 3" },
    { "<insert at=\"-1\"><entrant/></insert>", "at: “-1” is not a whole number up to 3" },
    { "<insert at=\"end\"><entrant/></insert>", "at: “end” is not a whole number up to 3" },
    { "<insert><entrant shoe=\"left\"/></insert>", "<entrant> has no attribute “shoe”" },
    { "<insert><entrant><shoe/></entrant></insert>", "there is no <shoe> in <entrant>" },
    { "<insert><entrant id=\"1\"/></insert>", "id 0000000000000001 is in use already" },
    { "<begin/><insert><entrant id=\"77\"/></insert><insert><entrant id=\"77\"/></insert><commit/>",
      "id 0000000000000077 is in use already" },
    { "<insert><entrant><guide entrant=\"77\"/></entrant></insert>", "guide: there is no entrant 0000000000000077" },
    { "<begin/><remove entrant=\"1\"/><remove entrant=\"1\"/><commit/>", "there is no entrant 1" },
    { "<begin/><bin entrant=\"1\"/><bin entrant=\"1\"/><commit/>", "there is no entrant 1" },
    { "<bin entrant=\"1\" at=\"2\"/>", "at: “2” is not a whole number up to 1" },
    { "<guides entrant=\"77\"/>", "there is no entrant 77" },
    { "<guides entrant=\"1\"><entrant/></guides>", "there is no <entrant> in <guides>" },
    { "<guides entrant=\"1\"><guide/><guide/><guide/><guide/><guide/></guides>",
      "guide: an athlete has at most 4 guides" },
    { "<add-guide entrant=\"1\" shoe=\"left\"/>", "<add-guide> has no attribute “shoe”" },
    { "<add-guide entrant=\"1\" given=\"Ann\" bib=\"38\"/>",
      "bib 38 cannot be given to Ann, guide of Mo Farah: it belongs to David Weir" },
    { "<add-guide entrant=\"1\" id=\"21\"/>", "guide id 0000000000000021 is in use already" },
    { "<remove-guide entrant=\"2\" guide=\"22\"/>", "the entrant has no guide 22" },
    { "<remove-guide entrant=\"2\"/>", "the entrant has no guide " },
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

/* A custom field that is removed and made anew between the lines is another one to the event, but not to the
 * file. */
static void
test_custom_field_made_anew (void)
{
  Editing editing;

  editing_start (&editing);
  editing_apply_all (&editing,
                     "<begin/>\n"
                     "<insert><entrant id=\"100\"><custom shirt=\"L\"/></entrant></insert>\n"
                     "<change entrant=\"100\" x-shirt=\"\"/>\n"
                     "<remove-record list=\"fields\" record=\"shirt\"/>\n"
                     "<insert-record list=\"fields\"><field id=\"shirt\" label=\"Shirt\" type=\"number\"/></insert-record>\n"
                     "<insert><entrant id=\"101\"><custom shirt=\"42\"/></entrant></insert>\n"
                     "<commit/>\n");
  editing_assert_field (&editing, 3, "x-shirt", "");
  editing_assert_field (&editing, 4, "x-shirt", "42");
  editing_assert_refused (&editing, "<insert><entrant><custom shirt=\"L\"/></entrant></insert>",
                          "x-shirt: “L” is not a number");
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-entrants/naming-people", test_naming_people);
  g_test_add_func ("/edit-lines-entrants/naming-people-of-the-same-step", test_naming_people_of_the_same_step);
  g_test_add_func ("/edit-lines-entrants/naming-people-who-change", test_naming_people_who_change);
  g_test_add_func ("/edit-lines-entrants/changes-add-up", test_changes_add_up);
  g_test_add_func ("/edit-lines-entrants/guides", test_guides);
  g_test_add_func ("/edit-lines-entrants/missing-ids", test_missing_ids);
  g_test_add_func ("/edit-lines-entrants/places", test_places);
  g_test_add_func ("/edit-lines-entrants/transfers-in-any-order", test_transfers_in_any_order);
  g_test_add_func ("/edit-lines-entrants/refusals", test_refusals);
  g_test_add_func ("/edit-lines-entrants/custom-field-made-anew", test_custom_field_made_anew);
  return g_test_run ();
}
