/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events from templates.
 */
#include "document/event-template.h"

static MarathonDocument *
make (const MarathonNewEvent *what, GError **error)
{
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 7);
  return marathon_document_new_from_template (what, &ids, error);
}

static void
test_all_are_listed (void)
{
  g_autoptr (GPtrArray) list = marathon_event_templates_list ();

  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < list->len; i++)
    {
      const MarathonEventTemplate *template = list->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = marathon_event_template_read (template->name, &error);

      g_assert_no_error (error);
      g_assert_nonnull (event);
      g_assert_cmpstr (template->label, !=, "");
      g_assert_cmpstr (template->description, !=, "");
      g_assert_cmpstr (template->label, !=, template->name);
    }
}

static void
test_says_what_was_asked (void)
{
  const MarathonNewEvent what = { "city-marathon", "Riverside Marathon", "2027-04-25", "Riverside", "21098" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = make (&what, &error);
  MarathonEvent *event;

  g_assert_no_error (error);
  event = marathon_document_get_event (document);
  g_assert_cmpstr (marathon_event_get_info (event)->title, ==, "Riverside Marathon");
  g_assert_cmpstr (marathon_event_get_info (event)->place, ==, "Riverside");
  g_assert_cmpuint (marathon_event_get_info (event)->date, ==, marathon_date_new_day (2027, 4, 25));
  g_assert_cmpuint (marathon_event_get_course (event)->length, ==, 21098);
  g_assert_cmpuint (marathon_event_get_id (event), !=, 0);
  g_assert_cmpuint (marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES)), >, 0);
}

static void
test_nothing_to_undo (void)
{
  const MarathonNewEvent what = { NULL, "Fun Run", NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = make (&what, &error);

  g_assert_no_error (error);
  g_assert_false (marathon_history_can_undo (marathon_document_get_history (document)));
  g_assert_true (marathon_document_is_modified (document));
  g_assert_null (marathon_document_get_path (document));
}

static void
test_each_is_another_event (void)
{
  const MarathonNewEvent what = { "blank" };
  g_autoptr (MarathonDocument) document = make (&what, NULL);
  g_autoptr (MarathonEvent) template = marathon_event_template_read ("blank", NULL);

  g_assert_cmpuint (marathon_event_get_id (marathon_document_get_event (document)), !=, marathon_event_get_id (template));
}

static void
test_refuses (void)
{
  const struct {
    MarathonNewEvent what;
    const char *message;
  } cases[] = {
    { { "no-such" }, "*“no-such”*blank*city-marathon*village-10k*" },
    { { "../examples/london-2014" }, "*no template*" },
    { { "blank", "Run", "2027-02-30" }, "*2027-02-30*" },
    { { "blank", "Run", NULL, NULL, "far" }, "*far*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonDocument) document = make (&cases[i].what, &error);

      g_assert_null (document);
      g_assert_nonnull (error);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *resources = g_build_filename (g_getenv ("MARATHON_SOURCE_DIR"), "resources", NULL);

  g_setenv ("MARATHON_DATADIR", resources, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-template/all-are-listed", test_all_are_listed);
  g_test_add_func ("/event-template/a-new-event-says-what-was-asked", test_says_what_was_asked);
  g_test_add_func ("/event-template/there-is-nothing-to-undo", test_nothing_to_undo);
  g_test_add_func ("/event-template/each-new-event-has-an-id-of-its-own", test_each_is_another_event);
  g_test_add_func ("/event-template/refuses-what-cannot-be", test_refuses);
  return g_test_run ();
}
