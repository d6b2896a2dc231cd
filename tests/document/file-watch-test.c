/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What others do to the file of an open event is noticed, and what the document does itself is not.
 */
#include "document/file-watch.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document-scene.h"

/* Longer than a first look takes; than a watch waits and then looks; and patience. */
#define LOOK_MS 60
#define QUIET_MS 300
#define LIMIT_MS 10000

typedef struct {
  DocumentScene files;
  MarathonFileWatch *watch;
} Scene;

static gboolean
end_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until the state is that, or the time is over. */
static gboolean
run_until (MarathonFileWatch *watch, int state, guint milliseconds)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add (milliseconds, end_time, &is_over);

  while (!is_over && (int) marathon_file_watch_get_state (watch) != state)
    g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    g_source_remove (source);
  return !is_over;
}

static void
wait_for (MarathonFileWatch *watch, MarathonFileWatchState state)
{
  g_assert_true (run_until (watch, (int) state, LIMIT_MS));
}

static void
run_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, end_time, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_nothing_noticed (gpointer user_data)
{
  g_assert_not_reached ();
}

/* An open event, watched, and looked at once. */
static void
scene_init (Scene *scene)
{
  document_scene_init (&scene->files, 20);
  scene->watch = marathon_file_watch_new (scene->files.document);
  run_for (LOOK_MS);
  g_assert_cmpint (marathon_file_watch_get_state (scene->watch), ==, MARATHON_FILE_WATCH_SAME);
}

static void
scene_clear (Scene *scene)
{
  g_clear_object (&scene->watch);
  document_scene_clear (&scene->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Writes the file in place, with the same size. */
static void
change_a_letter (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = read_text (path);
  char *title = strstr (text, "Generated");

  g_assert_nonnull (title);
  *title = 'K';
  folder_fixture_put (folder, name, text);
}

/* What another program does; @data is the scene. */
typedef struct {
  const char *name;
  void (*act) (Scene *scene);
  MarathonFileWatchState then;
} Deed;

static void
write_in_place (Scene *scene)
{
  folder_fixture_put (scene->files.folder, "event", "something else\n");
}

static void
replace (Scene *scene)
{
  g_autofree char *other = g_build_filename (scene->files.folder, "other", NULL);

  folder_fixture_put (scene->files.folder, "other", "something else\n");
  g_assert_cmpint (rename (other, scene->files.path), ==, 0);
}

static void
replace_by_the_same (Scene *scene)
{
  g_autofree char *other = g_build_filename (scene->files.folder, "other", NULL);
  g_autofree char *text = read_text (scene->files.path);

  folder_fixture_put (scene->files.folder, "other", text);
  g_assert_cmpint (rename (other, scene->files.path), ==, 0);
}

static void
take_away (Scene *scene)
{
  g_assert_cmpint (unlink (scene->files.path), ==, 0);
}

static void
move_away (Scene *scene)
{
  g_autofree char *other = g_build_filename (scene->files.folder, "other", NULL);

  g_assert_cmpint (rename (scene->files.path, other), ==, 0);
}

static void
put_a_folder_there (Scene *scene)
{
  take_away (scene);
  folder_fixture_make_folder (scene->files.folder, "event");
}

static void
set_times (Scene *scene)
{
  const struct timespec times[] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, scene->files.path, times, 0), ==, 0);
}

static const Deed deeds[] = {
  { "written-in-place", write_in_place, MARATHON_FILE_WATCH_CHANGED },
  { "replaced", replace, MARATHON_FILE_WATCH_CHANGED },
  { "a-folder-in-its-place", put_a_folder_there, MARATHON_FILE_WATCH_CHANGED },
  { "deleted", take_away, MARATHON_FILE_WATCH_GONE },
  { "moved-away", move_away, MARATHON_FILE_WATCH_GONE },
};

static void
test_noticed (gconstpointer data)
{
  const Deed *deed = data;
  g_auto (Scene) scene = { 0 };

  scene_init (&scene);
  deed->act (&scene);
  wait_for (scene.watch, deed->then);
}

static const Deed innocent_deeds[] = {
  { "replaced-by-the-same", replace_by_the_same, MARATHON_FILE_WATCH_SAME },
  { "given-other-times", set_times, MARATHON_FILE_WATCH_SAME },
};

static void
test_not_noticed (gconstpointer data)
{
  const Deed *deed = data;
  g_auto (Scene) scene = { 0 };

  scene_init (&scene);
  g_signal_connect (scene.watch, "notify::state", G_CALLBACK (assert_nothing_noticed), NULL);
  deed->act (&scene);
  run_for (QUIET_MS);
}

static void
test_what_came_back_is_the_same (void)
{
  g_auto (Scene) scene = { 0 };
  g_autofree char *text = NULL;

  scene_init (&scene);
  text = read_text (scene.files.path);
  take_away (&scene);
  wait_for (scene.watch, MARATHON_FILE_WATCH_GONE);
  folder_fixture_put (scene.files.folder, "event", text);
  wait_for (scene.watch, MARATHON_FILE_WATCH_SAME);
  write_in_place (&scene);
  wait_for (scene.watch, MARATHON_FILE_WATCH_CHANGED);
  folder_fixture_put (scene.files.folder, "event", text);
  wait_for (scene.watch, MARATHON_FILE_WATCH_SAME);
}

/* As long as the clock of a file system may take to tick. */
#define TICKS_MS 3100

/* At once, and when the file is old enough that its times prove that it is unchanged. */
static void
test_same_size_and_time_is_noticed (gconstpointer data)
{
  g_auto (DocumentScene) files = { NULL };
  g_autoptr (MarathonFileWatch) watch = NULL;
  const struct timespec old[] = { { 1000000000, 5 }, { 1000000000, 5 } };
  struct stat before, after;

  document_scene_init (&files, 20);
  g_assert_cmpint (utimensat (AT_FDCWD, files.path, old, 0), ==, 0);
  run_for (GPOINTER_TO_UINT (data));
  watch = marathon_file_watch_new (files.document);
  run_for (LOOK_MS);
  folder_fixture_get_status (files.folder, "event", &before);
  change_a_letter (files.folder, "event");
  g_assert_cmpint (utimensat (AT_FDCWD, files.path, old, 0), ==, 0);
  folder_fixture_get_status (files.folder, "event", &after);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  marathon_file_watch_look (watch);
  wait_for (watch, MARATHON_FILE_WATCH_CHANGED);
}

static void
test_target_of_a_link_is_watched (void)
{
  g_auto (DocumentScene) files = { NULL };
  g_autoptr (FolderFixture) links = folder_fixture_new ();
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (MarathonFileWatch) watch = NULL;
  g_autofree char *link = g_build_filename (links, "link", NULL);

  document_scene_init (&files, 20);
  folder_fixture_make_link (links, "link", files.path);
  document = document_scene_load (link);
  watch = marathon_file_watch_new (document);
  run_for (LOOK_MS);
  change_a_letter (files.folder, "event");
  wait_for (watch, MARATHON_FILE_WATCH_CHANGED);
  g_assert_cmpint (unlink (link), ==, 0);
  wait_for (watch, MARATHON_FILE_WATCH_GONE);
}

/* --- Our own saves --- */

static void
test_own_save_is_no_change (void)
{
  g_auto (Scene) scene = { 0 };

  scene_init (&scene);
  g_signal_connect (scene.watch, "notify::state", G_CALLBACK (assert_nothing_noticed), NULL);
  document_scene_set_title (scene.files.document, "Changed");
  document_scene_save (scene.files.document, NULL);
  run_for (QUIET_MS);
}

static void
count_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  marathon_document_save_finish (MARATHON_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  (*(guint *) user_data)++;
}

static void
test_own_saves_in_a_thread_are_no_change (void)
{
  g_auto (DocumentScene) files = { NULL };
  g_autoptr (MarathonFileWatch) watch = NULL;
  guint n_saved = 0;

  document_scene_init (&files, 3000);
  watch = marathon_file_watch_new (files.document);
  g_signal_connect (watch, "notify::state", G_CALLBACK (assert_nothing_noticed), NULL);
  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      document_scene_set_title (files.document, title);
      marathon_document_save_async (files.document, NULL, NULL, NULL, NULL, count_saved, &n_saved);
      while (n_saved < i)
        {
          marathon_file_watch_look (watch);
          g_main_context_iteration (NULL, FALSE);
        }
    }
  run_for (QUIET_MS);
}

static void
test_own_save_makes_a_changed_file_ours_again (void)
{
  g_auto (Scene) scene = { 0 };

  scene_init (&scene);
  take_away (&scene);
  wait_for (scene.watch, MARATHON_FILE_WATCH_GONE);
  document_scene_save (scene.files.document, NULL);
  wait_for (scene.watch, MARATHON_FILE_WATCH_SAME);
}

static void
test_follows_the_document_to_another_file (void)
{
  g_auto (Scene) scene = { 0 };
  g_autofree char *other = NULL;

  scene_init (&scene);
  other = g_build_filename (scene.files.folder, "other", NULL);
  write_in_place (&scene);
  wait_for (scene.watch, MARATHON_FILE_WATCH_CHANGED);
  document_scene_save (scene.files.document, other);
  g_assert_cmpint (marathon_file_watch_get_state (scene.watch), ==, MARATHON_FILE_WATCH_SAME);
  run_for (QUIET_MS);
  folder_fixture_put (scene.files.folder, "event", "nothing to us any more\n");
  run_for (QUIET_MS);
  g_assert_cmpint (marathon_file_watch_get_state (scene.watch), ==, MARATHON_FILE_WATCH_SAME);
  folder_fixture_put (scene.files.folder, "other", "something else\n");
  wait_for (scene.watch, MARATHON_FILE_WATCH_CHANGED);
}

static void
test_document_without_a_file_gets_one (void)
{
  g_auto (DocumentScene) files = { NULL };
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (MarathonFileWatch) watch = NULL;
  g_autofree char *other = NULL;

  document_scene_init (&files, 1);
  document = marathon_document_new (marathon_document_get_event (files.document));
  watch = marathon_file_watch_new (document);
  marathon_file_watch_look (watch);
  g_assert_false (run_until (watch, -1, 50));
  other = g_build_filename (files.folder, "other", NULL);
  document_scene_save (document, other);
  folder_fixture_put (files.folder, "other", "something else\n");
  wait_for (watch, MARATHON_FILE_WATCH_CHANGED);
}

/* --- Ends --- */

static void
test_may_end_while_it_looks (void)
{
  g_auto (DocumentScene) files = { NULL };

  document_scene_init (&files, 3000);
  for (guint i = 0; i < 20; i++)
    {
      MarathonFileWatch *watch = marathon_file_watch_new (files.document);

      g_object_add_weak_pointer (G_OBJECT (watch), (gpointer *) &watch);
      marathon_file_watch_look (watch);
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      g_object_unref (watch);
      g_assert_null (watch);
    }
  run_for (QUIET_MS);
}

static void
test_document_may_end_before_it (void)
{
  g_auto (DocumentScene) files = { NULL };
  g_autoptr (MarathonFileWatch) watch = NULL;
  MarathonDocument *document;

  document_scene_init (&files, 20);
  document = document_scene_load (files.path);
  watch = marathon_file_watch_new (document);
  marathon_file_watch_look (watch);
  g_main_context_iteration (NULL, TRUE);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  g_assert_null (document);
  folder_fixture_put (files.folder, "event", "something else\n");
  run_for (QUIET_MS);
  marathon_file_watch_look (watch);
  run_for (LOOK_MS);
  g_assert_cmpint (marathon_file_watch_get_state (watch), ==, MARATHON_FILE_WATCH_SAME);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strconcat ("/file-watch/noticed/", deeds[i].name, NULL);

      g_test_add_data_func (path, &deeds[i], test_noticed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (innocent_deeds); i++)
    {
      g_autofree char *path = g_strconcat ("/file-watch/not-noticed/", innocent_deeds[i].name, NULL);

      g_test_add_data_func (path, &innocent_deeds[i], test_not_noticed);
    }
  g_test_add_func ("/file-watch/what-came-back-is-the-same", test_what_came_back_is_the_same);
  g_test_add_data_func ("/file-watch/same-size-and-time-is-noticed/at-once", GUINT_TO_POINTER (1),
                        test_same_size_and_time_is_noticed);
  g_test_add_data_func ("/file-watch/same-size-and-time-is-noticed/later", GUINT_TO_POINTER (TICKS_MS),
                        test_same_size_and_time_is_noticed);
  g_test_add_func ("/file-watch/target-of-a-link-is-watched", test_target_of_a_link_is_watched);
  g_test_add_func ("/file-watch/own-save-is-no-change", test_own_save_is_no_change);
  g_test_add_func ("/file-watch/own-saves-in-a-thread-are-no-change", test_own_saves_in_a_thread_are_no_change);
  g_test_add_func ("/file-watch/own-save-makes-a-changed-file-ours-again", test_own_save_makes_a_changed_file_ours_again);
  g_test_add_func ("/file-watch/follows-the-document-to-another-file", test_follows_the_document_to_another_file);
  g_test_add_func ("/file-watch/document-without-a-file-gets-one", test_document_without_a_file_gets_one);
  g_test_add_func ("/file-watch/may-end-while-it-looks", test_may_end_while_it_looks);
  g_test_add_func ("/file-watch/document-may-end-before-it", test_document_may_end_before_it);
  return g_test_run ();
}
