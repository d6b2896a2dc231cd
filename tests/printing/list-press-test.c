/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The press makes what was wanted last, of the event as it is now, and has at hand what it was told to expect.
 */
#include "editing/record-edits.h"
#include "printing/list-press.h"

#include <string.h>

#include "editing/entrant-edits.h"

typedef struct {
  MarathonDocument *document;
  MarathonListPress *press;
  MarathonListPages *ready; /* the last */
  guint n_ready;
  char *failure;
} Scene;

static void
on_ready (Scene *scene, MarathonListPages *pages)
{
  g_clear_pointer (&scene->ready, marathon_list_pages_unref);
  scene->ready = marathon_list_pages_ref (pages);
  scene->n_ready++;
}

static void
on_failed (Scene *scene, const GError *error)
{
  g_free (scene->failure);
  scene->failure = g_strdup (error->message);
}

static MarathonDocument *
make_document (guint n)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *bib = g_strdup_printf ("%u", i + 1);
      MarathonEntrant entrant = { .id = i + 1, .family = marathon_event_add_text (event, name),
                                  .bib = marathon_event_add_text (event, bib), .bib_number = i + 1 };

      g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
  return marathon_document_new (event);
}

static void
scene_init (Scene *scene)
{
  *scene = (Scene) { 0 };
  scene->document = make_document (500);
  scene->press = marathon_list_press_new (scene->document);
  marathon_list_press_set_resting (scene->press, FALSE);
  g_signal_connect_swapped (scene->press, "ready", G_CALLBACK (on_ready), scene);
  g_signal_connect_swapped (scene->press, "failed", G_CALLBACK (on_failed), scene);
}

static void
wait (Scene *scene)
{
  while (marathon_list_press_is_working (scene->press))
    g_main_context_iteration (NULL, TRUE);
}

static void
scene_clear (Scene *scene)
{
  wait (scene);
  g_clear_pointer (&scene->ready, marathon_list_pages_unref);
  g_assert_finalize_object (scene->press);
  /* Jobs that were given up hold nothing of it. */
  g_assert_finalize_object (scene->document);
  g_free (scene->failure);
}

static MarathonListRequest
make_request (const char *name)
{
  MarathonListRequest request = { .info = marathon_list_info_find (name), .may_turn = TRUE };

  request.audience = request.info->audience;
  g_assert_true (marathon_paper_parse ("A4", FALSE, &request.paper));
  return request;
}

static void
test_wanted (void)
{
  Scene scene;
  MarathonListRequest request = make_request ("bibs");

  scene_init (&scene);
  marathon_list_press_want (scene.press, &request);
  g_assert_cmpuint (scene.n_ready, ==, 0);
  wait (&scene);
  g_assert_cmpuint (scene.n_ready, ==, 1);
  g_assert_true (marathon_list_request_equal (marathon_list_pages_get_request (scene.ready), &request));
  g_assert_cmpuint (marathon_report_get_n_rows (marathon_list_pages_get_report (scene.ready)), ==, 500);
  /* Once made, it is there at once. */
  marathon_list_press_want (scene.press, &request);
  g_assert_cmpuint (scene.n_ready, ==, 2);
  scene_clear (&scene);
}

static void
test_the_last_wish_counts (void)
{
  Scene scene;
  MarathonListRequest bibs = make_request ("bibs"), names = make_request ("alphabetical");

  scene_init (&scene);
  for (guint i = 0; i < 20; i++)
    {
      marathon_list_press_want (scene.press, &bibs);
      marathon_list_press_want (scene.press, &names);
    }
  wait (&scene);
  g_assert_cmpuint (scene.n_ready, ==, 1);
  g_assert_true (marathon_list_pages_get_request (scene.ready)->info == names.info);
  scene_clear (&scene);
}

static void
test_expected_is_at_hand (void)
{
  Scene scene;
  MarathonListRequest bibs = make_request ("bibs"), names = make_request ("alphabetical");

  scene_init (&scene);
  marathon_list_press_want (scene.press, &bibs);
  marathon_list_press_expect (scene.press, &names);
  wait (&scene);
  g_assert_cmpuint (scene.n_ready, ==, 1);
  marathon_list_press_want (scene.press, &names);
  g_assert_cmpuint (scene.n_ready, ==, 2);
  g_assert_true (marathon_list_pages_get_request (scene.ready)->info == names.info);
  scene_clear (&scene);
}

static void
test_changes_of_the_event_are_followed (void)
{
  Scene scene;
  static const guint32 first[] = { 0 };
  MarathonListRequest request = make_request ("bibs");

  scene_init (&scene);
  marathon_list_press_want (scene.press, &request);
  wait (&scene);
  g_assert_true (marathon_entrants_delete (marathon_document_get_history (scene.document), first, 1, NULL));
  g_assert_true (marathon_list_press_is_stale (scene.press));
  wait (&scene);
  g_assert_cmpuint (scene.n_ready, ==, 2);
  g_assert_cmpuint (marathon_report_get_n_rows (marathon_list_pages_get_report (scene.ready)), ==, 499);
  /* At rest nothing is made, until somebody looks again. */
  marathon_list_press_set_resting (scene.press, TRUE);
  g_assert_true (marathon_history_undo (marathon_document_get_history (scene.document), NULL));
  g_assert_false (marathon_list_press_is_working (scene.press));
  marathon_list_press_set_resting (scene.press, FALSE);
  wait (&scene);
  g_assert_cmpuint (marathon_report_get_n_rows (marathon_list_pages_get_report (scene.ready)), ==, 500);
  scene_clear (&scene);
}

static void
test_failures_are_told (void)
{
  Scene scene;
  MarathonListRequest request = make_request ("medical");

  scene_init (&scene);
  request.audience = MARATHON_AUDIENCE_PUBLIC;
  marathon_list_press_want (scene.press, &request);
  wait (&scene);
  g_assert_cmpuint (scene.n_ready, ==, 0);
  g_assert_nonnull (strstr (scene.failure, "personal data"));
  scene_clear (&scene);
}

/* A press may go while it works. */
static void
test_end_at_work (void)
{
  Scene scene;
  MarathonListRequest request = make_request ("bibs");
  gpointer weak;

  scene_init (&scene);
  marathon_list_press_want (scene.press, &request);
  weak = scene.press;
  g_object_add_weak_pointer (G_OBJECT (scene.press), &weak);
  g_object_unref (scene.press);
  g_assert_null (weak);
  g_assert_finalize_object (scene.document);
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (scene.n_ready, ==, 0);
}

static void
test_file_names (void)
{
  Scene scene;
  g_autoptr (GString) title = NULL;
  g_autofree char *name = NULL;
  MarathonListRequest request = { .info = marathon_list_info_find ("bibs") };
  MarathonRecord *wave;

  scene_init (&scene);
  /* The name of the only wave that the list is of. */
  g_assert_true (marathon_record_add (marathon_document_get_history (scene.document), MARATHON_LIST_WAVES, 0, "Red/1", NULL, 0,
                                      &wave, NULL));
  request.wave = g_strdup (marathon_record_get_key (wave));
  name = marathon_list_suggest_file_name (marathon_document_get_event (scene.document), &request, "");
  g_assert_true (g_str_has_suffix (name, "Bib list – Red-1"));
  g_clear_pointer (&name, g_free);
  g_clear_pointer (&request.wave, g_free);
  marathon_event_get_info (marathon_document_get_event (scene.document))->title = "10/20 km: Spring?";
  name = marathon_list_suggest_file_name (marathon_document_get_event (scene.document), &request, ".pdf");
  g_assert_cmpstr (name, ==, "10-20 km- Spring- – Bib list.pdf");
  g_clear_pointer (&name, g_free);
  /* A title may have 500 bytes, the name of a file 255; the end is cut between letters. */
  title = g_string_new ("é");
  while (title->len < 500)
    g_string_append (title, "é");
  marathon_event_get_info (marathon_document_get_event (scene.document))->title = title->str;
  name = marathon_list_suggest_file_name (marathon_document_get_event (scene.document), &request, ".pdf");
  g_assert_cmpuint (strlen (name), <=, 255);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, "é – Bib list.pdf"));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-press/wanted", test_wanted);
  g_test_add_func ("/list-press/the-last-wish-counts", test_the_last_wish_counts);
  g_test_add_func ("/list-press/expected-is-at-hand", test_expected_is_at_hand);
  g_test_add_func ("/list-press/changes-of-the-event-are-followed", test_changes_of_the_event_are_followed);
  g_test_add_func ("/list-press/failures-are-told", test_failures_are_told);
  g_test_add_func ("/list-press/end-at-work", test_end_at_work);
  g_test_add_func ("/list-press/file-names", test_file_names);
  return g_test_run ();
}
