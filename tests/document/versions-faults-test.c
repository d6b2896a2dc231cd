/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when keeping a version goes wrong, at whatever call: the older ones are whole, and no half one is listed.
 */
#include "document/versions.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/failing-calls.h"
#include "document/versions-scene.h"

static void
scene_init (VersionsScene *scene)
{
  versions_scene_init (scene);
  versions_scene_add (scene, "one", 2000, 0);
  versions_scene_add (scene, "two", 2000, 600);
  versions_scene_save (scene, "three", 2000);
}

static guint
count_versions (VersionsScene *scene)
{
  g_autoptr (GPtrArray) versions = marathon_versions_list (scene->state, VERSIONS_SCENE_ID);

  return versions->len;
}

/* --- Death --- */

typedef struct {
  VersionsScene *scene;
  FailingPlan plan;
} Killing;

static void
keep_and_die (gpointer data)
{
  Killing *killing = data;

  failing_calls_start (&killing->plan);
  versions_scene_keep (killing->scene, 1200, NULL);
}

/* Kills at each call, one after the other; the next time all is as if nothing had been. Returns whether there was such a call. */
static gboolean
kill_at (guint call)
{
  g_auto (VersionsScene) scene = { 0 };
  Killing killing = { &scene, { .kind = FAILING_DEATH, .first = call, .n = 1 } };
  gboolean died;
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  died = child_process_run (keep_and_die, &killing) == FAILING_DEATH_STATUS;
  if (count_versions (&scene) == 2)
    versions_scene_assert_titles (&scene, "two one");
  else
    versions_scene_assert_titles (&scene, "three two one");
  g_assert_true (versions_scene_keep (&scene, 1260, &error));
  g_assert_no_error (error);
  versions_scene_assert_titles (&scene, "three two one");
  /* What lay about has gone. Once more, since a version that was there already needs no look at the folder. */
  versions_scene_add (&scene, "four", 10, 1800);
  versions_scene_assert_titles (&scene, "four three two one");
  g_assert_null (folder_fixture_find (scene.versions, ".new-"));
  return died;
}

static void
test_killed_at_any_call (void)
{
  guint call = 1;

  while (kill_at (call))
    call++;
  g_assert_cmpuint (call, >, 5);
}

/* --- Errors --- */

static void
fail_at (const char *name, FailingKind kind, int number, guint first, gboolean *was_called)
{
  g_auto (VersionsScene) scene = { 0 };
  const FailingPlan plan = { name, kind, number, first, 1 };
  g_autoptr (GError) error = NULL;
  gboolean good;

  scene_init (&scene);
  failing_calls_start (&plan);
  good = versions_scene_keep (&scene, 1200, &error);
  *was_called = failing_calls_stop () >= first;
  g_assert_cmpint (good, ==, error == NULL);
  /* What is closed after it was synced, or was only read, is no loss. */
  if (strcmp (name, "close") != 0)
    g_assert_cmpint (good, ==, !*was_called);
  if (!good)
    {
      g_assert_true (error->domain == MARATHON_DOCUMENT_ERROR);
      g_assert_nonnull (strstr (error->message, scene.folder));
    }
  if (count_versions (&scene) == 2)
    {
      g_assert_false (good);
      versions_scene_assert_titles (&scene, "two one");
    }
  else
    versions_scene_assert_titles (&scene, "three two one");
  g_assert_null (folder_fixture_find (scene.versions, ".new-"));
}

static void
test_an_error_at_any_call (void)
{
  static const struct { const char *name; guint at_least; } calls[] = {
    { "write", 2 }, { "fsync", 2 }, { "close", 3 }, { "renameat", 1 }, { "pread", 2 },
  };
  static const int numbers[] = { EIO, ENOSPC };

  for (guint c = 0; c < G_N_ELEMENTS (calls); c++)
    for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
      {
        gboolean was_called = TRUE;
        guint first = 0;

        while (was_called)
          fail_at (calls[c].name, FAILING_ERROR, numbers[n], ++first, &was_called);
        g_assert_cmpuint (first - 1, >=, calls[c].at_least);
      }
}

static void
test_short_and_interrupted_calls_are_gone_on_with (void)
{
  static const FailingPlan plans[] = {
    { "write", FAILING_SHORT, 0, 1, 1000 },
    { "write", FAILING_ERROR, EINTR, 1, 3 },
    { "pread", FAILING_ERROR, EINTR, 1, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_auto (VersionsScene) scene = { 0 };
      g_autoptr (GError) error = NULL;

      scene_init (&scene);
      failing_calls_start (&plans[i]);
      versions_scene_keep (&scene, 1200, &error);
      g_assert_cmpuint (failing_calls_stop (), >, 0);
      g_assert_no_error (error);
      versions_scene_assert_titles (&scene, "three two one");
    }
}

/* The disk says that it wrote what it did not: reading tells. The first of the writes is the head, with nothing of the content in it. */
static void
test_wrong_bytes_on_the_disk_are_noticed (void)
{
  g_auto (VersionsScene) scene = { 0 };
  const FailingPlan plan = { "write", FAILING_WRONG, 0, 2, 1 };
  g_autoptr (MarathonVersion) newest = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  failing_calls_start (&plan);
  versions_scene_keep (&scene, 1200, &error);
  failing_calls_stop ();
  g_assert_no_error (error);
  newest = versions_scene_get (&scene, 0);
  title = versions_scene_read_title (newest, &error);
  g_assert_null (title);
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT);
}

/* --- Places --- */

static void
keep_where_nothing_can_be_made (gpointer data)
{
  VersionsScene *scene = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (versions_scene_keep (scene, 0, &error));
  g_assert_true (error->domain == MARATHON_DOCUMENT_ERROR);
  g_assert_nonnull (strstr (error->message, scene->state));
}

static void
test_a_state_folder_that_cannot_be_made (void)
{
  g_auto (VersionsScene) scene = { 0 };

  versions_scene_init (&scene);
  versions_scene_save (&scene, "one", 1);
  folder_fixture_put (scene.folder, "state", "a file");
  keep_where_nothing_can_be_made (&scene);
  folder_fixture_assert_text (scene.folder, "state", "a file");
}

static void
test_a_folder_that_may_not_be_written (void)
{
  g_auto (VersionsScene) scene = { 0 };

  versions_scene_init (&scene);
  versions_scene_save (&scene, "one", 1);
  g_chmod (scene.path, 0644);
  g_chmod (scene.folder, 0555);
  child_process_run_unprivileged (keep_where_nothing_can_be_made, &scene);
  g_chmod (scene.folder, 0755);
}

/* --- Two programs at once --- */

static gpointer
keep_many (gpointer data)
{
  VersionsScene *scene = data;

  for (guint i = 0; i < 20; i++)
    g_assert_true (versions_scene_keep (scene, 1200 + 400 * i, NULL));
  return NULL;
}

/* What another one is writing is not taken for a leftover; all names are others. */
static void
test_two_at_once_do_not_disturb_each_other (void)
{
  g_auto (VersionsScene) scene = { 0 };
  VersionsScene other;
  GThread *thread;

  scene_init (&scene);
  other = scene;
  other.path = g_build_filename (scene.folder, "other", NULL);
  {
    g_autofree char *text = versions_scene_make_text ("other", 3000);
    int fd;

    folder_fixture_put (scene.folder, "other", text);
    fd = open (other.path, O_RDONLY | O_CLOEXEC);
    g_assert_true (marathon_file_identity_read (&other.identity, fd, NULL));
    close (fd);
    other.n_entrants = 3000;
  }
  thread = g_thread_new ("other", keep_many, &other);
  keep_many (&scene);
  g_thread_join (thread);
  g_free (other.path);
  {
    g_autoptr (GPtrArray) versions = marathon_versions_list (scene.state, VERSIONS_SCENE_ID);

    g_assert_cmpuint (versions->len, >=, 4);
    for (guint i = 0; i < versions->len; i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *title = versions_scene_read_title (g_ptr_array_index (versions, i), &error);

        g_assert_no_error (error);
      }
  }
  g_assert_null (folder_fixture_find (scene.versions, ".new-"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/versions-faults/killed-at-any-call", test_killed_at_any_call);
  g_test_add_func ("/document/versions-faults/an-error-at-any-call", test_an_error_at_any_call);
  g_test_add_func ("/document/versions-faults/short-and-interrupted-calls-are-gone-on-with", test_short_and_interrupted_calls_are_gone_on_with);
  g_test_add_func ("/document/versions-faults/wrong-bytes-on-the-disk-are-noticed", test_wrong_bytes_on_the_disk_are_noticed);
  g_test_add_func ("/document/versions-faults/a-state-folder-that-cannot-be-made", test_a_state_folder_that_cannot_be_made);
  g_test_add_func ("/document/versions-faults/a-folder-that-may-not-be-written", test_a_folder_that_may_not_be_written);
  g_test_add_func ("/document/versions-faults/two-at-once-do-not-disturb-each-other", test_two_at_once_do_not_disturb_each_other);
  return g_test_run ();
}
