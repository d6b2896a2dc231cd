/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What saves that were cut off have left beside the file: whole ones become versions, halves go, what is not ours stays.
 */
#include "document/versions.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/failing-calls.h"
#include "document/file-save.h"
#include "document/versions-scene.h"

static void
scene_init (VersionsScene *scene)
{
  versions_scene_init (scene);
  versions_scene_save (scene, "saved", 3);
}

static guint
adopt (VersionsScene *scene)
{
  return marathon_versions_adopt_leftovers (scene->state, scene->path, NULL);
}

static void
put_event (VersionsScene *scene, const char *name, const char *title)
{
  g_autofree char *text = versions_scene_make_text (title, 3);

  folder_fixture_put (scene->folder, name, text);
}

static void
put_half (VersionsScene *scene, const char *name, const char *title, guint length)
{
  g_autofree char *text = versions_scene_make_text (title, 3);

  g_assert_cmpuint (length, <, strlen (text));
  text[length] = '\0';
  folder_fixture_put (scene->folder, name, text);
}

static void
test_a_whole_one_becomes_an_unfinished_version (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) version = NULL;

  scene_init (&scene);
  put_event (&scene, ".event.aB3xY9", "cut");
  g_assert_cmpuint (adopt (&scene), ==, 1);
  folder_fixture_assert_names (scene.folder, "event state");
  versions_scene_assert_titles (&scene, "cut");
  version = versions_scene_get (&scene, 0);
  g_assert_true (version->is_unfinished);
  g_assert_cmpint (ABS (version->time - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpuint (adopt (&scene), ==, 0);
}

/* Wherever they end: the first thing that is wrong with one need not be that it ends. */
static void
test_half_ones_go (void)
{
  g_autofree char *text = versions_scene_make_text ("half", 3);
  g_auto (VersionsScene) scene = { 0 };

  scene_init (&scene);
  for (guint length = 0; length + 1 < strlen (text); length++)
    {
      put_half (&scene, ".event.aaaaaa", "half", length);
      g_assert_cmpuint (adopt (&scene), ==, 0);
      folder_fixture_assert_names (scene.folder, "event");
    }
  versions_scene_assert_titles (&scene, "");
}

static void
test_zeros_go (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *path = NULL;
  static const char zeros[5000];

  scene_init (&scene);
  path = g_build_filename (scene.folder, ".event.aaaaaa", NULL);
  g_assert_true (g_file_set_contents (path, zeros, sizeof zeros, NULL));
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, "event");
}

static void
test_what_the_file_holds_goes (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *backup = NULL;

  scene_init (&scene);
  put_event (&scene, ".event.000000", "saved");
  backup = g_build_filename (scene.folder, ".event.backup", NULL);
  g_assert_cmpint (link (scene.path, backup), ==, 0);
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, "event");
  versions_scene_assert_titles (&scene, "");
}

static void
test_what_is_a_version_already_is_none_twice (void)
{
  g_auto (VersionsScene) scene = { 0 };

  scene_init (&scene);
  versions_scene_add (&scene, "old", 3, 0);
  versions_scene_add (&scene, "new", 3, 600);
  put_event (&scene, ".event.aaaaaa", "old");
  adopt (&scene);
  folder_fixture_assert_names (scene.folder, "event state");
  versions_scene_assert_titles (&scene, "new old");
}

static void
test_several_at_once (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (GPtrArray) versions = NULL;

  scene_init (&scene);
  put_event (&scene, ".event.aaaaaa", "one");
  put_event (&scene, ".event.bbbbbb", "two");
  put_half (&scene, ".event.cccccc", "three", 200);
  put_event (&scene, ".event.backup", "four");
  g_assert_cmpuint (adopt (&scene), ==, 3);
  folder_fixture_assert_names (scene.folder, "event state");
  versions = marathon_versions_list (scene.state, VERSIONS_SCENE_ID);
  g_assert_cmpuint (versions->len, ==, 3);
}

static void
test_where_the_file_is_gone_a_whole_one_is_all_there_is (void)
{
  g_auto (VersionsScene) scene = { 0 };

  scene_init (&scene);
  put_event (&scene, ".event.aaaaaa", "cut");
  g_unlink (scene.path);
  g_assert_cmpuint (adopt (&scene), ==, 1);
  versions_scene_assert_titles (&scene, "cut");
}

/* --- Not ours --- */

static void
test_other_names_are_not_touched (void)
{
  static const char *const names[] = {
    ".event.aaaaa", ".event.aaaaaaa", ".event.aaa-aa", ".event.aaaaa_", ".event.aaaaaa~", "event.aaaaaa", ".eventaaaaaa", ".other.aaaaaa",
    ".event.aaaaaa.aaaaaa", "..event.aaaaaa", ".event", ".event.", "event~", ".event.\xc3\xa4\xc3\xa4\xc3\xa4",
  };
  g_auto (VersionsScene) scene = { 0 };

  scene_init (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_half (&scene, names[i], "half", i % 2 == 0 ? 0 : 200);
  g_assert_cmpuint (adopt (&scene), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (scene.folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Others make names of the same kind. */
static void
test_other_content_is_not_touched (void)
{
  g_auto (VersionsScene) scene = { 0 };

  scene_init (&scene);
  folder_fixture_put (scene.folder, ".event.config", "colour = red\n");
  folder_fixture_put (scene.folder, ".event.sqlite", "SQLite format 3");
  folder_fixture_put (scene.folder, ".event.aaaaaa", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html/>\n");
  /* Whole, but of a Marathon that we do not understand: it is for that one to judge. */
  folder_fixture_put (scene.folder, ".event.bbbbbb",
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<event xmlns=\"urn:marathon:event\" version=\"2.0\">\n</event>\n");
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, ".event.aaaaaa .event.bbbbbb .event.config .event.sqlite event");
}

static void
test_links_folders_and_pipes_are_not_touched (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *pipe_path = NULL;

  scene_init (&scene);
  put_event (&scene, "victim", "victim");
  folder_fixture_make_link (scene.folder, ".event.aaaaaa", "victim");
  folder_fixture_make_link (scene.folder, ".event.bbbbbb", "nowhere");
  folder_fixture_make_folder (scene.folder, ".event.cccccc");
  pipe_path = g_build_filename (scene.folder, ".event.dddddd", NULL);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, ".event.aaaaaa .event.bbbbbb .event.cccccc .event.dddddd event victim");
  versions_scene_assert_titles (&scene, "");
}

static void
test_files_of_others_are_not_touched (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *path = NULL;

  scene_init (&scene);
  put_event (&scene, ".event.aaaaaa", "theirs");
  path = g_build_filename (scene.folder, ".event.aaaaaa", NULL);
  child_process_give (path);
  if (geteuid () == 0)
    {
      g_assert_cmpuint (adopt (&scene), ==, 0);
      folder_fixture_assert_names (scene.folder, ".event.aaaaaa event");
    }
  else
    g_assert_cmpuint (adopt (&scene), ==, 1);
}

static void
test_a_file_that_is_being_written_is_left_alone (void)
{
  static const struct timespec long_ago[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *path = NULL;
  int fd;

  scene_init (&scene);
  put_half (&scene, ".event.aaaaaa", "half", 200);
  path = g_build_filename (scene.folder, ".event.aaaaaa", NULL);
  fd = open (path, O_WRONLY | O_APPEND | O_CLOEXEC);
  g_assert_cmpint (futimens (fd, long_ago), ==, 0);
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, ".event.aaaaaa event");
  close (fd);
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, "event");
}

/* --- The file by other names --- */

static void
test_a_link_to_the_file_is_followed (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *link_path = NULL;

  scene_init (&scene);
  folder_fixture_make_folder (scene.folder, "links");
  folder_fixture_make_link (scene.folder, "links/race", "../event");
  put_event (&scene, ".event.aaaaaa", "cut");
  link_path = g_build_filename (scene.folder, "links", "race", NULL);
  g_assert_cmpuint (marathon_versions_adopt_leftovers (scene.state, link_path, NULL), ==, 1);
  folder_fixture_assert_names (scene.folder, "event links state");
}

/* --- Nothing is given up before it is kept --- */

static void
test_what_cannot_be_kept_stays_where_it_is (void)
{
  g_auto (VersionsScene) scene = { 0 };

  scene_init (&scene);
  put_event (&scene, ".event.aaaaaa", "cut");
  folder_fixture_put (scene.folder, "state", "a file in its place");
  g_assert_cmpuint (adopt (&scene), ==, 0);
  folder_fixture_assert_names (scene.folder, ".event.aaaaaa event state");
}

static void
adopt_and_die (gpointer data)
{
  gpointer *scene_and_plan = data;

  failing_calls_start (scene_and_plan[1]);
  adopt (scene_and_plan[0]);
}

static void
test_killed_at_any_call (void)
{
  gboolean died = TRUE;
  guint call = 1;

  for (; died; call++)
    {
      g_auto (VersionsScene) scene = { 0 };
      FailingPlan plan = { .kind = FAILING_DEATH, .first = call, .n = 1 };
      gpointer scene_and_plan[] = { &scene, &plan };

      scene_init (&scene);
      put_event (&scene, ".event.aaaaaa", "cut");
      died = child_process_run (adopt_and_die, scene_and_plan) == FAILING_DEATH_STATUS;
      adopt (&scene);
      versions_scene_assert_titles (&scene, "cut");
      folder_fixture_assert_names (scene.folder, "event state");
    }
  g_assert_cmpuint (call, >, 8);
}

/* --- Of a real save --- */

static gboolean
produce (MarathonFileSink *sink, gpointer text, GError **error)
{
  return marathon_file_sink_write (text, strlen (text), sink, error);
}

static void
save_and_die (gpointer data)
{
  gpointer *path_text_and_plan = data;
  const MarathonFileSaveJob job = { .produce = produce, .user_data = path_text_and_plan[1], .keep_backup = TRUE };

  failing_calls_start (path_text_and_plan[2]);
  marathon_file_save (path_text_and_plan[0], &job, NULL, NULL);
}

/* A save that is killed at any call leaves nothing that is not tidied up; where its file was whole it is not lost. */
static void
test_after_saves_that_were_killed (void)
{
  gboolean died = TRUE;
  guint n_kept = 0;

  for (guint call = 1; died; call++)
    {
      g_auto (VersionsScene) scene = { 0 };
      FailingPlan plan = { .kind = FAILING_DEATH, .first = call, .n = 1 };
      g_autofree char *text = versions_scene_make_text ("cut", 4000);
      gpointer path_text_and_plan[3] = { NULL, text, &plan };
      guint n;

      scene_init (&scene);
      path_text_and_plan[0] = scene.path;
      died = child_process_run (save_and_die, path_text_and_plan) == FAILING_DEATH_STATUS;
      n = adopt (&scene);
      if (n > 0)
        versions_scene_assert_titles (&scene, "cut");
      n_kept += n;
      g_unlink (scene.path);
      g_assert_null (folder_fixture_find (scene.folder, ".event"));
    }
  g_assert_cmpuint (n_kept, >, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/version-leftovers/a-whole-one-becomes-an-unfinished-version", test_a_whole_one_becomes_an_unfinished_version);
  g_test_add_func ("/document/version-leftovers/half-ones-go", test_half_ones_go);
  g_test_add_func ("/document/version-leftovers/zeros-go", test_zeros_go);
  g_test_add_func ("/document/version-leftovers/what-the-file-holds-goes", test_what_the_file_holds_goes);
  g_test_add_func ("/document/version-leftovers/what-is-a-version-already-is-none-twice", test_what_is_a_version_already_is_none_twice);
  g_test_add_func ("/document/version-leftovers/several-at-once", test_several_at_once);
  g_test_add_func ("/document/version-leftovers/where-the-file-is-gone-a-whole-one-is-all-there-is",
                   test_where_the_file_is_gone_a_whole_one_is_all_there_is);
  g_test_add_func ("/document/version-leftovers/other-names-are-not-touched", test_other_names_are_not_touched);
  g_test_add_func ("/document/version-leftovers/other-content-is-not-touched", test_other_content_is_not_touched);
  g_test_add_func ("/document/version-leftovers/links-folders-and-pipes-are-not-touched", test_links_folders_and_pipes_are_not_touched);
  g_test_add_func ("/document/version-leftovers/files-of-others-are-not-touched", test_files_of_others_are_not_touched);
  g_test_add_func ("/document/version-leftovers/a-file-that-is-being-written-is-left-alone", test_a_file_that_is_being_written_is_left_alone);
  g_test_add_func ("/document/version-leftovers/a-link-to-the-file-is-followed", test_a_link_to_the_file_is_followed);
  g_test_add_func ("/document/version-leftovers/what-cannot-be-kept-stays-where-it-is", test_what_cannot_be_kept_stays_where_it_is);
  g_test_add_func ("/document/version-leftovers/killed-at-any-call", test_killed_at_any_call);
  g_test_add_func ("/document/version-leftovers/after-saves-that-were-killed", test_after_saves_that_were_killed);
  return g_test_run ();
}
