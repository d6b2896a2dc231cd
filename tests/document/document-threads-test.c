/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of loading and saving in threads: the same as without, while people go on typing or lose patience.
 */
#include "document/document.h"

#include "document/document-error.h"
#include "document/document-scene.h"
#include "formats/project-writer.h"

typedef struct {
  GMainLoop *loop;
  GAsyncResult *result;
  GThread *thread; /* that was called back */
} Waiting;

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->result = g_object_ref (result);
  waiting->thread = g_thread_self ();
  g_main_loop_quit (waiting->loop);
}

static void
wait_for (Waiting *waiting)
{
  g_main_loop_run (waiting->loop);
  g_assert_true (waiting->thread == g_thread_self ());
}

static void
waiting_init (Waiting *waiting)
{
  *waiting = (Waiting) { g_main_loop_new (NULL, FALSE), NULL, NULL };
}

static void
waiting_clear (Waiting *waiting)
{
  g_clear_object (&waiting->result);
  g_main_loop_unref (waiting->loop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Waiting, waiting_clear)

static void
test_loading_in_a_thread_gives_the_same (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 2000);
  waiting_init (&waiting);
  marathon_document_load_async (scene.path, NULL, NULL, NULL, on_done, &waiting);
  wait_for (&waiting);
  document = marathon_document_load_finish (waiting.result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (marathon_document_get_path (document), ==, scene.path);
  g_assert_false (marathon_document_is_modified (document));
  document_scene_assert_text (document, scene.folder, "event");
  document_scene_set_title (document, "Loaded in a thread");
  document_scene_save (document, NULL);
}

static void
test_loading_in_a_thread_tells_errors (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (GError) error = NULL;

  waiting_init (&waiting);
  marathon_document_load_async (path, NULL, NULL, NULL, on_done, &waiting);
  wait_for (&waiting);
  g_assert_null (marathon_document_load_finish (waiting.result, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN);
  g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_loading_can_be_cancelled (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 20000);
  waiting_init (&waiting);
  marathon_document_load_async (scene.path, NULL, NULL, cancellable, on_done, &waiting);
  g_cancellable_cancel (cancellable);
  wait_for (&waiting);
  g_assert_null (marathon_document_load_finish (waiting.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is written is what was there when saving began; what was typed meanwhile is not in the file, as the document
 * knows. */
static void
test_editing_while_it_is_saved (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 20000);
  waiting_init (&waiting);
  document_scene_set_title (scene.document, "Saved");
  text = marathon_project_to_text (marathon_document_get_event (scene.document));
  marathon_document_save_async (scene.document, NULL, NULL, NULL, NULL, on_done, &waiting);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Typed meanwhile %u", i);

      document_scene_set_title (scene.document, title);
    }
  wait_for (&waiting);
  g_assert_true (marathon_document_save_finish (scene.document, waiting.result, &error));
  g_assert_no_error (error);
  folder_fixture_assert_text (scene.folder, "event", text);
  g_assert_cmpstr (document_scene_get_title (scene.document), ==, "Typed meanwhile 199");
  g_assert_true (marathon_document_is_modified (scene.document));
  for (guint i = 0; i < 200; i++)
    document_scene_undo (scene.document);
  g_assert_false (marathon_document_is_modified (scene.document));
  document_scene_redo (scene.document);
  document_scene_save (scene.document, NULL);
}

static void
test_saving_in_a_thread_as_another_file (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  waiting_init (&waiting);
  other = g_build_filename (scene.folder, "other", NULL);
  document_scene_set_title (scene.document, "Another");
  marathon_document_save_async (scene.document, other, NULL, NULL, NULL, on_done, &waiting);
  wait_for (&waiting);
  g_assert_true (marathon_document_save_finish (scene.document, waiting.result, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (marathon_document_get_path (scene.document), ==, other);
  g_assert_false (marathon_document_is_modified (scene.document));
  document_scene_assert_title (scene.path, "Generated");
  document_scene_assert_title (other, "Another");
}

static void
test_saving_in_a_thread_tells_errors (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  waiting_init (&waiting);
  document_scene_set_title (scene.document, "Mine");
  folder_fixture_put (scene.folder, "event", "theirs");
  marathon_document_save_async (scene.document, NULL, NULL, NULL, NULL, on_done, &waiting);
  wait_for (&waiting);
  g_assert_false (marathon_document_save_finish (scene.document, waiting.result, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED);
  g_assert_true (marathon_document_is_modified (scene.document));
  folder_fixture_assert_text (scene.folder, "event", "theirs");
}

/* Cancelled before it began, in the middle, or too late: either all is saved and said so, or nothing is. */
static void
test_saving_can_be_cancelled_at_any_time (void)
{
  static const guint delays[] = { 0, 1000, 10000, 40000 }; /* microseconds */

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      g_auto (DocumentScene) scene = { 0 };
      g_auto (Waiting) waiting = { 0 };
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      gboolean good;

      document_scene_init (&scene, 20000);
      waiting_init (&waiting);
      document_scene_set_title (scene.document, "Perhaps saved");
      if (i == 0)
        g_cancellable_cancel (cancellable);
      marathon_document_save_async (scene.document, NULL, NULL, NULL, cancellable, on_done, &waiting);
      g_usleep (delays[i]);
      g_cancellable_cancel (cancellable);
      wait_for (&waiting);
      good = marathon_document_save_finish (scene.document, waiting.result, &error);
      g_assert_true (good || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
      g_assert_true (i > 0 || !good);
      g_assert_true (marathon_document_is_modified (scene.document) == !good);
      document_scene_assert_title (scene.path, good ? "Perhaps saved" : "Generated");
      folder_fixture_assert_names (scene.folder, good ? "event event~" : "event");
      document_scene_save (scene.document, NULL);
    }
}

static void
test_what_is_saved_is_saved_even_if_cancelling_came_just_after (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  document_scene_init (&scene, 3);
  waiting_init (&waiting);
  document_scene_set_title (scene.document, "Saved");
  marathon_document_save_async (scene.document, NULL, NULL, NULL, cancellable, on_done, &waiting);
  wait_for (&waiting);
  g_cancellable_cancel (cancellable);
  g_assert_true (marathon_document_save_finish (scene.document, waiting.result, &error));
  g_assert_no_error (error);
  g_assert_false (marathon_document_is_modified (scene.document));
  document_scene_assert_title (scene.path, "Saved");
}

/* The window may be closed while the save goes on: the save ends all the same, and then nothing is left. */
static void
test_a_save_holds_the_document (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) waiting = { 0 };
  MarathonDocument *document;

  document_scene_init (&scene, 2000);
  waiting_init (&waiting);
  document = document_scene_load (scene.path);
  document_scene_set_title (document, "Last words");
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  marathon_document_save_async (document, NULL, NULL, NULL, NULL, on_done, &waiting);
  g_object_unref (document);
  wait_for (&waiting);
  g_assert_nonnull (document);
  g_assert_true (marathon_document_save_finish (document, waiting.result, NULL));
  g_clear_object (&waiting.result);
  /* The thread lets go of it at its leisure. */
  for (guint i = 0; i < 5000 && g_atomic_pointer_get (&document) != NULL; i++)
    g_usleep (1000);
  g_assert_null (g_atomic_pointer_get (&document));
  document_scene_assert_title (scene.path, "Last words");
}

/* --- Saves that overlap --- */

#define MAX_SAVES 4

/* Saves that were begun without waiting for one another, and in which order they ended. */
typedef struct {
  DocumentScene scene;
  GMainLoop *loop;
  guint n_begun, n_ended;
  GAsyncResult *results[MAX_SAVES]; /* in the order of their ends */
  guint numbers[MAX_SAVES];         /* of the saves, in that order too */
} Overlap;

typedef struct {
  Overlap *overlap;
  guint number;
} OneSave;

static void
on_one_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree OneSave *one = user_data;
  Overlap *overlap = one->overlap;

  overlap->results[overlap->n_ended] = g_object_ref (result);
  overlap->numbers[overlap->n_ended] = one->number;
  overlap->n_ended++;
  if (overlap->n_ended == overlap->n_begun)
    g_main_loop_quit (overlap->loop);
}

static void
overlap_init (Overlap *overlap)
{
  *overlap = (Overlap) { .loop = g_main_loop_new (NULL, FALSE) };
  document_scene_init (&overlap->scene, 2000);
}

static void
overlap_clear (Overlap *overlap)
{
  for (guint i = 0; i < overlap->n_ended; i++)
    g_object_unref (overlap->results[i]);
  g_main_loop_unref (overlap->loop);
  document_scene_clear (&overlap->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Overlap, overlap_clear)

/* Changes the title, and saves. */
static void
overlap_begin (Overlap *overlap, const char *title, const char *path, GCancellable *cancellable)
{
  OneSave *one = g_new (OneSave, 1);

  g_assert_cmpuint (overlap->n_begun, <, MAX_SAVES);
  *one = (OneSave) { overlap, overlap->n_begun++ };
  document_scene_set_title (overlap->scene.document, title);
  marathon_document_save_async (overlap->scene.document, path, NULL, NULL, cancellable, on_one_done, one);
}

static void
overlap_assert_all_saved (Overlap *overlap)
{
  for (guint i = 0; i < overlap->n_begun; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (overlap->numbers[i], ==, i);
      g_assert_true (marathon_document_save_finish (overlap->scene.document, overlap->results[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_saves_that_overlap_follow_one_another (void)
{
  for (guint n = 2; n <= 3; n++)
    {
      g_auto (Overlap) overlap = { 0 };
      const char *path;

      overlap_init (&overlap);
      path = overlap.scene.path;
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *title = g_strdup_printf ("Save %u of %u", i + 1, n);

          overlap_begin (&overlap, title, NULL, NULL);
        }
      g_main_loop_run (overlap.loop);
      g_assert_cmpuint (overlap.n_ended, ==, n);
      overlap_assert_all_saved (&overlap);
      g_assert_false (marathon_document_is_modified (overlap.scene.document));
      document_scene_assert_text (overlap.scene.document, overlap.scene.folder, "event");
      document_scene_assert_title (path, n == 2 ? "Save 2 of 2" : "Save 3 of 3");
      document_scene_set_title (overlap.scene.document, "And once more");
      document_scene_save (overlap.scene.document, NULL);
    }
}

/* The one that waits is for the document's own file, whichever that is by then. */
static void
test_a_save_after_one_as_another_file_goes_there (void)
{
  g_auto (Overlap) overlap = { 0 };
  g_autofree char *other = NULL;

  overlap_init (&overlap);
  other = g_build_filename (overlap.scene.folder, "other", NULL);
  overlap_begin (&overlap, "First", other, NULL);
  overlap_begin (&overlap, "Second", NULL, NULL);
  g_main_loop_run (overlap.loop);
  overlap_assert_all_saved (&overlap);
  g_assert_cmpstr (marathon_document_get_path (overlap.scene.document), ==, other);
  document_scene_assert_title (overlap.scene.path, "Generated");
  document_scene_assert_title (other, "Second");
  folder_fixture_assert_names (overlap.scene.folder, "event other other~");
}

static void
test_a_waiting_save_can_be_cancelled (void)
{
  g_auto (Overlap) overlap = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  MarathonDocument *document;

  overlap_init (&overlap);
  document = overlap.scene.document;
  overlap_begin (&overlap, "First", NULL, NULL);
  overlap_begin (&overlap, "Cancelled", NULL, cancellable);
  overlap_begin (&overlap, "Third", NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (overlap.loop);
  g_assert_true (marathon_document_save_finish (document, overlap.results[0], NULL));
  g_assert_false (marathon_document_save_finish (document, overlap.results[1], &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (marathon_document_save_finish (document, overlap.results[2], NULL));
  g_assert_false (marathon_document_is_modified (document));
  document_scene_assert_title (overlap.scene.path, "Third");
}

static void
test_a_cancelled_last_save_leaves_the_one_before (void)
{
  g_auto (Overlap) overlap = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  overlap_init (&overlap);
  overlap_begin (&overlap, "First", NULL, NULL);
  overlap_begin (&overlap, "Cancelled", NULL, cancellable);
  document_scene_undo (overlap.scene.document);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (overlap.loop);
  g_assert_true (marathon_document_save_finish (overlap.scene.document, overlap.results[0], NULL));
  g_assert_false (marathon_document_save_finish (overlap.scene.document, overlap.results[1], NULL));
  g_assert_false (marathon_document_is_modified (overlap.scene.document));
  document_scene_assert_title (overlap.scene.path, "First");
  document_scene_save (overlap.scene.document, NULL);
}

/* What others wrote is still noticed, by each of them. */
static void
test_saves_that_overlap_do_not_overwrite_others (void)
{
  g_auto (Overlap) overlap = { 0 };

  overlap_init (&overlap);
  folder_fixture_put (overlap.scene.folder, "event", "theirs");
  overlap_begin (&overlap, "First", NULL, NULL);
  overlap_begin (&overlap, "Second", NULL, NULL);
  g_main_loop_run (overlap.loop);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (marathon_document_save_finish (overlap.scene.document, overlap.results[i], &error));
      g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED);
    }
  g_assert_true (marathon_document_is_modified (overlap.scene.document));
  folder_fixture_assert_text (overlap.scene.folder, "event", "theirs");
}

/* A save that blocks waits for the one that is running; another that waits comes after it. */
static void
test_a_blocking_save_waits_for_the_running_one (void)
{
  g_auto (Overlap) overlap = { 0 };
  g_autofree char *copy = NULL;

  overlap_init (&overlap);
  copy = g_build_filename (overlap.scene.folder, "copy", NULL);
  overlap_begin (&overlap, "In a thread", NULL, NULL);
  overlap_begin (&overlap, "Waiting", NULL, NULL);
  document_scene_set_title (overlap.scene.document, "Blocking");
  document_scene_save (overlap.scene.document, NULL);
  document_scene_assert_title (overlap.scene.path, "Blocking");
  g_assert_cmpuint (overlap.n_ended, ==, 0);
  overlap_begin (&overlap, "Last", NULL, NULL);
  g_assert_true (marathon_document_save_copy (overlap.scene.document, copy, NULL, NULL, NULL, NULL));
  g_main_loop_run (overlap.loop);
  g_assert_cmpuint (overlap.n_ended, ==, 3);
  overlap_assert_all_saved (&overlap);
  g_assert_false (marathon_document_is_modified (overlap.scene.document));
  document_scene_assert_title (overlap.scene.path, "Last");
  document_scene_assert_title (copy, "Last");
}

static void
save_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Overlap *overlap = user_data;

  g_assert_true (marathon_document_save_finish (MARATHON_DOCUMENT (source), result, NULL));
  g_assert_false (marathon_document_is_modified (MARATHON_DOCUMENT (source)));
  overlap_begin (overlap, "From the callback", NULL, NULL);
}

static void
test_a_save_can_be_begun_where_one_has_ended (void)
{
  g_auto (Overlap) overlap = { 0 };

  overlap_init (&overlap);
  document_scene_set_title (overlap.scene.document, "First");
  marathon_document_save_async (overlap.scene.document, NULL, NULL, NULL, NULL, save_again, &overlap);
  g_main_loop_run (overlap.loop);
  overlap_assert_all_saved (&overlap);
  document_scene_assert_title (overlap.scene.path, "From the callback");
}

/* --- How far it is --- */

typedef struct {
  GThread *thread; /* that told */
  guint n;
  guint64 done, total;
} Progress;

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >=, progress->done);
  *progress = (Progress) { g_thread_self (), progress->n + 1, done, total };
}

static void
assert_told_by_thread (const Progress *progress)
{
  g_assert_cmpuint (progress->n, >, 2);
  g_assert_cmpuint (progress->done, ==, progress->total);
  g_assert_true (progress->thread != g_thread_self ());
}

static void
test_threads_tell_how_far_they_are (void)
{
  g_auto (DocumentScene) scene = { 0 };
  g_auto (Waiting) loading = { 0 };
  g_auto (Waiting) saving = { 0 };
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  document_scene_init (&scene, 5000);
  waiting_init (&loading);
  marathon_document_load_async (scene.path, on_progress, &progress, NULL, on_done, &loading);
  wait_for (&loading);
  document = marathon_document_load_finish (loading.result, &error);
  g_assert_no_error (error);
  assert_told_by_thread (&progress);

  progress = (Progress) { 0 };
  waiting_init (&saving);
  marathon_document_save_async (document, NULL, on_progress, &progress, NULL, on_done, &saving);
  wait_for (&saving);
  g_assert_true (marathon_document_save_finish (document, saving.result, &error));
  g_assert_no_error (error);
  assert_told_by_thread (&progress);
}

#define ADD(name, func) g_test_add_func ("/document-threads/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("loading-in-a-thread-gives-the-same", test_loading_in_a_thread_gives_the_same);
  ADD ("loading-in-a-thread-tells-errors", test_loading_in_a_thread_tells_errors);
  ADD ("loading-can-be-cancelled", test_loading_can_be_cancelled);
  ADD ("editing-while-it-is-saved", test_editing_while_it_is_saved);
  ADD ("saving-in-a-thread-as-another-file", test_saving_in_a_thread_as_another_file);
  ADD ("saving-in-a-thread-tells-errors", test_saving_in_a_thread_tells_errors);
  ADD ("saving-can-be-cancelled-at-any-time", test_saving_can_be_cancelled_at_any_time);
  ADD ("what-is-saved-is-saved-even-if-cancelling-came-just-after",
       test_what_is_saved_is_saved_even_if_cancelling_came_just_after);
  ADD ("a-save-holds-the-document", test_a_save_holds_the_document);
  ADD ("saves-that-overlap-follow-one-another", test_saves_that_overlap_follow_one_another);
  ADD ("a-save-after-one-as-another-file-goes-there", test_a_save_after_one_as_another_file_goes_there);
  ADD ("a-waiting-save-can-be-cancelled", test_a_waiting_save_can_be_cancelled);
  ADD ("a-cancelled-last-save-leaves-the-one-before", test_a_cancelled_last_save_leaves_the_one_before);
  ADD ("saves-that-overlap-do-not-overwrite-others", test_saves_that_overlap_do_not_overwrite_others);
  ADD ("a-blocking-save-waits-for-the-running-one", test_a_blocking_save_waits_for_the_running_one);
  ADD ("a-save-can-be-begun-where-one-has-ended", test_a_save_can_be_begun_where_one_has_ended);
  ADD ("threads-tell-how-far-they-are", test_threads_tell_how_far_they_are);
  return g_test_run ();
}
