/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is called what.
 */
#include "editing/edit-lines-names.h"
#include "editing/editing-fixture.h"

static void
assert_found (MarathonEditNames *names, MarathonPlace place, const char *name, int expected)
{
  guint position = G_MAXUINT;
  gboolean found = marathon_edit_names_find (names, place, name, &position);

  g_assert_cmpint (found, ==, expected >= 0);
  if (found)
    g_assert_cmpuint (position, ==, (guint) expected);
}

static void
test_looking_up (void)
{
  Editing editing;
  MarathonEditNames names;

  editing_start (&editing);
  marathon_edit_names_init (&names, editing.event);
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:38", 1);
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:038", 1);
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:G38", -1); /* a guide's */
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:500", -1); /* a group's */
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:", -1);
  assert_found (&names, MARATHON_PLACE_BIN, "bib:37", -1);
  assert_found (&names, MARATHON_PLACE_ROSTER, "entry:E-1", 0);
  assert_found (&names, MARATHON_PLACE_BIN, "entry:E-1", -1);
  assert_found (&names, MARATHON_PLACE_ROSTER, "entry:", -1);
  assert_found (&names, MARATHON_PLACE_ROSTER, "entry:Farah", -1); /* a text of the event, but no external id */
  g_assert_true (marathon_edit_names_is_name ("bib:"));
  g_assert_false (marathon_edit_names_is_name ("bib"));
  g_assert_false (marathon_edit_names_is_name ("0000000000000001"));
  marathon_edit_names_clear (&names);
  editing_end (&editing);
}

/* Gives the entrant at @position other texts, as the reader does. */
static void
change (Editing *editing, MarathonEditNames *names, guint position, guint field, const char *text)
{
  MarathonEditBatch batch;
  MarathonEntrantDraft draft;
  const MarathonEntrant *before = marathon_roster_get (marathon_event_get_roster (editing->event), position);
  g_autoptr (MarathonEdit) edit = NULL;

  marathon_edit_batch_init (&batch);
  marathon_entrant_draft_init (&draft, editing->event);
  marathon_entrant_draft_start (&draft, before);
  g_assert_true (marathon_entrant_draft_set (&draft, field, text, NULL));
  marathon_edit_names_gather (names, before, marathon_entrant_draft_finish (&draft));
  marathon_edit_batch_add_change (&batch, MARATHON_PLACE_ROSTER, position, marathon_entrant_draft_finish (&draft));
  g_assert_cmpint (marathon_edit_names_is_pending (names, "bib:1"), ==, field == MARATHON_FIELD_BIB);
  g_assert_cmpint (marathon_edit_names_is_pending (names, "entry:1"), ==, field == MARATHON_FIELD_EXTERNAL_ID);
  edit = marathon_edit_batch_make (&batch, editing->event);
  g_assert_true (marathon_edit_apply (edit, editing->event, NULL));
  marathon_edit_names_update (names, &batch);
  g_assert_false (marathon_edit_names_is_pending (names, "bib:1"));
  g_assert_false (marathon_edit_names_is_pending (names, "entry:1"));
  marathon_entrant_draft_clear (&draft);
  marathon_edit_batch_clear (&batch);
}

static void
test_staying_true (void)
{
  Editing editing;
  MarathonEditNames names;

  editing_start (&editing);
  marathon_edit_names_init (&names, editing.event);
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:37", 0);
  assert_found (&names, MARATHON_PLACE_ROSTER, "entry:E-1", 0);
  change (&editing, &names, 0, MARATHON_FIELD_CLUB, "Club");
  change (&editing, &names, 0, MARATHON_FIELD_BIB, "40");
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:37", -1);
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:40", 0);
  change (&editing, &names, 2, MARATHON_FIELD_BIB, "37");
  assert_found (&names, MARATHON_PLACE_ROSTER, "bib:37", 2);
  change (&editing, &names, 1, MARATHON_FIELD_EXTERNAL_ID, "E-1");
  assert_found (&names, MARATHON_PLACE_ROSTER, "entry:E-1", 0); /* the first of two */
  change (&editing, &names, 0, MARATHON_FIELD_EXTERNAL_ID, "");
  assert_found (&names, MARATHON_PLACE_ROSTER, "entry:E-1", 1);
  marathon_edit_names_clear (&names);
  editing_end (&editing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-lines-names/looking-up", test_looking_up);
  g_test_add_func ("/edit-lines-names/staying-true", test_staying_true);
  return g_test_run ();
}
