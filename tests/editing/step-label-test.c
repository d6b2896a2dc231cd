/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels of fields as headings.
 */
#include "editing/step-label.h"

#include "model/model-fixture.h"

static void
test_english_gets_capitals (void)
{
  static const char *const cases[][2] = {
    { "Club", "Club" },
    { "Family name", "Family Name" },
    { "Name on bib", "Name on Bib" },
    { "E-mail", "E-mail" },
    { "Personal best not record eligible", "Personal Best not Record Eligible" },
    { "Guides from (km)", "Guides from (km)" },
    { "For all", "For All" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = marathon_step_label_name (cases[i][0]);

      g_assert_cmpstr (title, ==, cases[i][1]);
    }
}

static void
test_custom_fields_stay_as_written (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("field shirt | label=shirt size | type=text\n");
  g_autofree char *custom = marathon_step_label_name_field (marathon_event_find_field (event, "x-shirt"));
  g_autofree char *built_in = marathon_step_label_name_field (marathon_event_find_field (event, "class"));

  g_assert_cmpstr (custom, ==, "shirt size");
  g_assert_cmpstr (built_in, ==, "Sport Class");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-label/english-gets-capitals", test_english_gets_capitals);
  g_test_add_func ("/step-label/custom-fields-stay-as-written", test_custom_fields_stay_as_written);
  return g_test_run ();
}
