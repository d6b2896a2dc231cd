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
  marathon_document_load_async (scene.path, NULL, on_done, &waiting);
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
  marathon_document_load_async (path, NULL, on_done, &waiting);
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
  marathon_document_load_async (scene.path, cancellable, on_done, &waiting);
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
  marathon_document_save_async (scene.document, NULL, NULL, on_done, &waiting);
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
  marathon_document_save_async (scene.document, other, NULL, on_done, &waiting);
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
  marathon_document_save_async (scene.document, NULL, NULL, on_done, &waiting);
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
      marathon_document_save_async (scene.document, NULL, cancellable, on_done, &waiting);
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
  marathon_document_save_async (scene.document, NULL, cancellable, on_done, &waiting);
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
  marathon_document_save_async (document, NULL, NULL, on_done, &waiting);
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
  return g_test_run ();
}
