/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all pages have in common.
 */
#include "pages/plain-page.h"
#include "widgets/display-scene.h"

static MarathonDocument *
new_document (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  return marathon_document_new (event);
}

static void
test_gets_and_loses_its_event (void)
{
  g_autoptr (MarathonDocument) document = new_document ();
  g_autoptr (MarathonProblemsWatch) problems = marathon_problems_watch_new (document);
  g_autoptr (MarathonDocument) other = new_document ();
  g_autoptr (MarathonProblemsWatch) other_problems = marathon_problems_watch_new (other);
  g_autoptr (MarathonPage) page = g_object_ref_sink (plain_page_new ("plain", "Plain"));

  marathon_page_set_document (page, document, problems);
  g_assert_true (marathon_page_get_document (page) == document);
  g_assert_true (marathon_page_get_problems (page) == problems);
  marathon_page_set_document (page, document, problems);
  g_assert_cmpstr (plain_page_get_log (PLAIN_PAGE (page)), ==, " document+");
  marathon_page_set_document (page, other, other_problems);
  g_assert_cmpstr (plain_page_get_log (PLAIN_PAGE (page)), ==, " document+ document- document+");
  marathon_page_set_document (page, NULL, NULL);
  g_assert_null (marathon_page_get_document (page));
  g_assert_cmpstr (plain_page_get_log (PLAIN_PAGE (page)), ==, " document+ document- document+ document-");
}

static void
test_lets_its_event_go (void)
{
  MarathonDocument *document = new_document ();
  MarathonProblemsWatch *problems = marathon_problems_watch_new (document);
  MarathonPage *page = g_object_ref_sink (plain_page_new ("plain", "Plain"));

  marathon_page_set_document (page, document, problems);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (problems), (gpointer *) &problems);
  g_object_unref (document);
  g_object_unref (problems);
  g_object_unref (page);
  display_scene_assert_freed (problems);
  display_scene_assert_freed (document);
}

static void
on_notify (MarathonPage *page, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_count (void)
{
  g_autoptr (MarathonPage) page = g_object_ref_sink (plain_page_new ("plain", "Plain"));
  guint n = 0;

  g_signal_connect (page, "notify::count", G_CALLBACK (on_notify), &n);
  g_assert_cmpstr (marathon_page_get_count (page), ==, "");
  marathon_page_set_count (page, "12");
  marathon_page_set_count (page, "12");
  g_assert_cmpstr (marathon_page_get_count (page), ==, "12");
  g_assert_cmpuint (n, ==, 1);
}

static void
on_toast (MarathonPage *page, AdwToast *toast, AdwToast **shown)
{
  g_set_object (shown, toast);
}

static void
test_tells (void)
{
  g_autoptr (MarathonPage) page = g_object_ref_sink (plain_page_new ("plain", "Plain"));
  g_autoptr (AdwToast) toast = NULL;
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "bib 7 belongs to <Mo & Co>");

  g_signal_connect (page, "toast", G_CALLBACK (on_toast), &toast);
  marathon_page_tell (page, "Delete Mo", TRUE);
  g_assert_cmpstr (adw_toast_get_title (toast), ==, "Delete Mo");
  g_assert_cmpstr (adw_toast_get_action_name (toast), ==, "win.undo");
  /* A title of a toast is markup; what is told is text. */
  marathon_page_tell_error (page, error);
  g_assert_cmpstr (adw_toast_get_title (toast), ==, "bib 7 belongs to &lt;Mo &amp; Co&gt;");
  g_assert_null (adw_toast_get_action_name (toast));
}

static void
test_what_a_page_need_not_have (void)
{
  g_autoptr (MarathonPage) page = g_object_ref_sink (plain_page_new ("plain", "Plain"));

  g_assert_true (marathon_page_commit (page));
  g_assert_false (marathon_page_undo_typing (page));
  marathon_page_enter (page);
  marathon_page_show (page, "wave:red-1");
  g_assert_cmpstr (plain_page_get_log (PLAIN_PAGE (page)), ==, " enter show:wave:red-1");
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/page/gets-and-loses-its-event", test_gets_and_loses_its_event);
  g_test_add_func ("/page/lets-its-event-go", test_lets_its_event_go);
  g_test_add_func ("/page/count-is-notified-on-change-only", test_count);
  g_test_add_func ("/page/tells-plain-text", test_tells);
  g_test_add_func ("/page/has-defaults-for-what-it-need-not-have", test_what_a_page_need_not_have);
  return display_scene_run ();
}
