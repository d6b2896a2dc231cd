/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of what is personal: nothing is forgotten, and it agrees with who may see what.
 */
#include "editing/personal-fields.h"

#include "model/model-fixture.h"

static void
test_every_field_is_decided (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint field = 0; field < MARATHON_N_FIELDS; field++)
    if (marathon_personal_get_field_kind (event, field) == MARATHON_PERSONAL_UNDECIDED)
      g_error ("The field %s has no line in the table of what is personal",
               marathon_event_get_field (event, field)->key);
  for (MarathonGuideField field = 0; field < MARATHON_N_GUIDE_FIELDS; field++)
    if (marathon_personal_get_guide_kind (field) == MARATHON_PERSONAL_UNDECIDED)
      g_error ("The field %s of guides has no line in the table of what is personal", marathon_guide_fields[field].key);
}

static void
test_every_column_is_decided (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (MarathonListId list = 0; list < MARATHON_N_LISTS; list++)
    {
      g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (list), "some");
      MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

      for (guint i = 0; i < klass->n_columns; i++)
        if (marathon_personal_get_column_kind (list, klass->columns[i].name) == MARATHON_PERSONAL_UNDECIDED)
          g_error ("The column %s of %s is not in the table of what is personal", klass->columns[i].name,
                   marathon_list_get_name (list));
    }
  for (MarathonSingleId single = 0; single < MARATHON_N_SINGLES; single++)
    {
      MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (marathon_event_get_single (event, single));

      for (guint i = 0; i < klass->n_columns; i++)
        if (marathon_personal_get_single_kind (single, klass->columns[i].name) == MARATHON_PERSONAL_UNDECIDED)
          g_error ("The column %s of %s is not in the table of what is personal", klass->columns[i].name,
                   marathon_single_get_name (single));
    }
}

static void
test_what_only_medics_or_the_owner_may_see_is_private (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint field = 0; field < MARATHON_N_FIELDS; field++)
    g_assert_cmpint (marathon_personal_get_field_kind (event, field) == MARATHON_PERSONAL_PRIVATE, ==,
                     marathon_event_get_field (event, field)->audience >= MARATHON_AUDIENCE_MEDICAL);
  for (MarathonGuideField field = 0; field < MARATHON_N_GUIDE_FIELDS; field++)
    g_assert_cmpint (marathon_personal_get_guide_kind (field) == MARATHON_PERSONAL_PRIVATE, ==,
                     marathon_guide_fields[field].is_private);
}

static void
assert_custom (MarathonEvent *event, const char *key, MarathonPersonalKind kind)
{
  g_assert_cmpint (marathon_personal_get_field_kind (event, marathon_event_find_field (event, key)->field), ==, kind);
}

static void
test_an_own_field_is_decided_by_who_may_see_it_and_what_it_holds (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("field hotel | label=Hotel | type=text\n"
                                                       "field member | label=Membership | type=number\n"
                                                       "field since | label=Member since | type=date\n"
                                                       "field bus | label=Bus | type=yes-no\n"
                                                       "field best | label=Best 10 km | type=time\n"
                                                       "field shirt | label=Shirt | type=choice | choices=S;M;L\n"
                                                       "field doctor | label=Doctor | type=yes-no | audience=medical\n"
                                                       "field bank | label=Bank | type=text | audience=everything\n");

  assert_custom (event, "x-hotel", MARATHON_PERSONAL_IDENTIFYING);
  assert_custom (event, "x-member", MARATHON_PERSONAL_IDENTIFYING);
  assert_custom (event, "x-since", MARATHON_PERSONAL_IDENTIFYING);
  assert_custom (event, "x-bus", MARATHON_PERSONAL_STAYS);
  assert_custom (event, "x-best", MARATHON_PERSONAL_STAYS);
  assert_custom (event, "x-shirt", MARATHON_PERSONAL_COARSE);
  assert_custom (event, "x-doctor", MARATHON_PERSONAL_PRIVATE);
  assert_custom (event, "x-bank", MARATHON_PERSONAL_PRIVATE);
}

static void
test_what_nobody_decided_goes (void)
{
  g_assert_cmpint (marathon_personal_get_column_kind (MARATHON_LIST_WAVES, "invented"), ==,
                   MARATHON_PERSONAL_UNDECIDED);
  g_assert_true (marathon_personal_is_removed (MARATHON_PERSONAL_UNDECIDED, MARATHON_PERSONAL_CONTACT));
  g_assert_true (marathon_personal_is_removed (MARATHON_PERSONAL_PRIVATE, MARATHON_PERSONAL_CONTACT));
  g_assert_false (marathon_personal_is_removed (MARATHON_PERSONAL_IDENTIFYING, MARATHON_PERSONAL_CONTACT));
  g_assert_true (marathon_personal_is_removed (MARATHON_PERSONAL_IDENTIFYING, MARATHON_PERSONAL_ALL));
  g_assert_false (marathon_personal_is_removed (MARATHON_PERSONAL_COARSE, MARATHON_PERSONAL_ALL));
  g_assert_false (marathon_personal_is_removed (MARATHON_PERSONAL_STAYS, MARATHON_PERSONAL_ALL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-fields/every-field-is-decided", test_every_field_is_decided);
  g_test_add_func ("/personal-fields/every-column-is-decided", test_every_column_is_decided);
  g_test_add_func ("/personal-fields/what-only-medics-or-the-owner-may-see-is-private",
                   test_what_only_medics_or_the_owner_may_see_is_private);
  g_test_add_func ("/personal-fields/an-own-field-is-decided-by-who-may-see-it-and-what-it-holds",
                   test_an_own_field_is_decided_by_who_may_see_it_and_what_it_holds);
  g_test_add_func ("/personal-fields/what-nobody-decided-goes", test_what_nobody_decided_goes);
  return g_test_run ();
}
