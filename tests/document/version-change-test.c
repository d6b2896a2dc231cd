/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of versions of a protected document: each save leaves one, and restoring one is a step like any other.
 */
#include "document/version-change.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

#include "document/document-error.h"
#include "document/document-scene.h"
#include "document/version-keeper.h"

/* A document that was saved as "First", "Second" and "Third". */
typedef struct {
  DocumentScene document;
  FolderFixture *state;
} Scene;

/* Written the day before yesterday. */
static void
make_old (const char *path)
{
  struct timespec times[2] = { { .tv_sec = time (NULL) - 2 * 24 * 3600 } };

  times[1] = times[0];
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
scene_init (Scene *scene)
{
  static const char *const titles[] = { "First", "Second", "Third" };

  document_scene_init (&scene->document, 50);
  scene->state = folder_fixture_new ();
  make_old (scene->document.path);
  marathon_document_protect (scene->document.document, scene->state);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      document_scene_set_title (scene->document.document, titles[i]);
      document_scene_save (scene->document.document, NULL);
      marathon_version_keeper_finish ();
    }
}

static void
scene_clear (Scene *scene)
{
  /* Its thread works in the folder that goes. */
  marathon_journal_flush (marathon_document_get_journal (scene->document.document));
  document_scene_clear (&scene->document);
  folder_fixture_free (scene->state);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static GPtrArray *
list (Scene *scene)
{
  return marathon_versions_list (scene->state, marathon_event_get_id (marathon_document_get_event (scene->document.document)));
}

/* The version of that title; each has another one. */
static const MarathonVersion *
find (GPtrArray *versions, const char *title)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const MarathonVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (MarathonEvent) event = marathon_version_read (version, NULL, NULL);

      g_assert_nonnull (event);
      if (g_str_equal (marathon_event_get_info (event)->title, title))
        return version;
    }
  return NULL;
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static MarathonVersionChange *
compare (MarathonDocument *document, const MarathonVersion *version, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  marathon_version_change_new_async (document, version, "Restore It", NULL, on_compared, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return marathon_version_change_new_finish (result, error);
}

static void
test_what_was_there_before_the_first_save_is_kept_too (void)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GPtrArray) versions = NULL;

  scene_init (&scene);
  versions = list (&scene);
  g_assert_nonnull (find (versions, "Generated"));
  g_assert_nonnull (find (versions, "Third"));
}

/* The backup, which is all that is left of it else, is the next save's. */
static void
test_what_another_program_wrote_and_is_replaced_is_kept_too (void)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (MarathonDocument) other = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  const MarathonVersion *theirs;

  scene_init (&scene);
  other = document_scene_load (scene.document.path);
  document_scene_set_title (other, "Theirs");
  document_scene_save (other, NULL);
  document_scene_set_title (scene.document.document, "Ours");
  marathon_document_allow_replacing (scene.document.document);
  document_scene_save (scene.document.document, NULL);
  marathon_version_keeper_finish ();
  document_scene_assert_title (scene.document.path, "Ours");
  versions = list (&scene);
  theirs = find (versions, "Theirs");
  g_assert_nonnull (theirs);
  g_assert_cmpuint (theirs->n_entrants, ==, 50);
}

static void
test_restoring_is_a_step_that_can_be_undone (void)
{
  g_auto (Scene) scene = { 0 };
  MarathonDocument *document;
  MarathonHistory *history;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (MarathonVersionChange) change = NULL;
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  document = scene.document.document;
  history = marathon_document_get_history (document);
  versions = list (&scene);
  change = compare (document, find (versions, "Generated"), &error);
  g_assert_no_error (error);
  g_assert_false (marathon_version_change_is_empty (change));
  g_assert_cmpuint (change->difference.n_records, ==, 1);
  g_assert_cmpuint (change->difference.n_changed, ==, 0);

  g_assert_true (marathon_version_change_apply (change, document, &error));
  g_assert_cmpstr (document_scene_get_title (document), ==, "Generated");
  g_assert_cmpstr (marathon_history_get_undo_label (history), ==, "Restore It");
  g_assert_true (marathon_document_is_modified (document));
  document_scene_undo (document);
  g_assert_cmpstr (document_scene_get_title (document), ==, "Third");
  g_assert_false (marathon_document_is_modified (document));
}

static void
test_an_event_that_has_changed_since_is_compared_again (void)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (MarathonVersionChange) change = NULL;
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  versions = list (&scene);
  change = compare (scene.document.document, find (versions, "Generated"), NULL);
  document_scene_set_title (scene.document.document, "Fourth");
  g_assert_false (marathon_version_change_apply (change, scene.document.document, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED);
  g_assert_cmpstr (document_scene_get_title (scene.document.document), ==, "Fourth");
}

static void
test_the_same_version_changes_nothing (void)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (MarathonVersionChange) change = NULL;
  guint64 state;

  scene_init (&scene);
  versions = list (&scene);
  change = compare (scene.document.document, find (versions, "Third"), NULL);
  g_assert_true (marathon_version_change_is_empty (change));
  state = marathon_history_get_state (marathon_document_get_history (scene.document.document));
  g_assert_true (marathon_version_change_apply (change, scene.document.document, NULL));
  g_assert_cmpuint (marathon_history_get_state (marathon_document_get_history (scene.document.document)), ==, state);
}

static void
test_a_version_that_is_gone_is_told_of (void)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (MarathonVersionChange) change = NULL;
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  versions = list (&scene);
  g_assert_true (marathon_versions_forget (scene.state, marathon_event_get_id (marathon_document_get_event (scene.document.document)), NULL));
  change = compare (scene.document.document, g_ptr_array_index (versions, 0), &error);
  g_assert_null (change);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version-change/what-was-there-before-the-first-save-is-kept-too",
                   test_what_was_there_before_the_first_save_is_kept_too);
  g_test_add_func ("/version-change/what-another-program-wrote-and-is-replaced-is-kept-too",
                   test_what_another_program_wrote_and_is_replaced_is_kept_too);
  g_test_add_func ("/version-change/restoring-is-a-step-that-can-be-undone", test_restoring_is_a_step_that_can_be_undone);
  g_test_add_func ("/version-change/an-event-that-has-changed-since-is-compared-again",
                   test_an_event_that_has_changed_since_is_compared_again);
  g_test_add_func ("/version-change/the-same-version-changes-nothing", test_the_same_version_changes_nothing);
  g_test_add_func ("/version-change/a-version-that-is-gone-is-told-of", test_a_version_that_is_gone_is_told_of);
  return g_test_run ();
}
