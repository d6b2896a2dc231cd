/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of lists that are saved in a thread: the same file as without one, of the event as it was, or none.
 */
#include "printing/list-export.h"

#include <glib/gstdio.h>
#include <string.h>

#include "printing/list-event.h"
#include "printing/print-time.h"
#include "printing/report-files.h"

typedef struct {
  char *folder;
  char *path; /* in it */
  MarathonEvent *event;
  gboolean is_done;
  gboolean is_good;
  GError *error;
  gint n_told; /* in the thread */
} Scene;

static void
scene_init (Scene *scene)
{
  *scene = (Scene) { .event = list_event_new () };
  scene->folder = g_dir_make_tmp ("list-export-XXXXXX", NULL);
  g_assert_nonnull (scene->folder);
  scene->path = g_build_filename (scene->folder, "list", NULL);
}

static void
scene_clear (Scene *scene)
{
  g_clear_error (&scene->error);
  g_unlink (scene->path);
  /* It is empty: nothing is left of what was given up. */
  g_assert_cmpint (g_rmdir (scene->folder), ==, 0);
  g_free (scene->path);
  g_free (scene->folder);
  g_object_unref (scene->event);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Scene *scene = user_data;

  scene->is_good = marathon_list_export_finish (result, &scene->error);
  scene->is_done = TRUE;
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  g_atomic_int_inc (&((Scene *) user_data)->n_told);
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
start (Scene *scene, const MarathonListRequest *request, MarathonListFormat format, GCancellable *cancellable)
{
  marathon_list_export_async (scene->event, request, format, scene->path, on_progress, scene, cancellable, on_done,
                              scene);
}

/* Returns: (transfer full) (nullable): what the file holds then, followed by a NUL. */
static char *
wait_for_file (Scene *scene, gsize *length)
{
  char *bytes = NULL;

  while (!scene->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_file_get_contents (scene->path, &bytes, length, NULL);
  return bytes;
}

/* The same by the functions that the command line calls. */
static char *
save_plainly (Scene *scene, const MarathonListRequest *request, gsize *length)
{
  gint64 time = marathon_print_time_get ();
  g_autofree char *print_time = marathon_print_time_format (time);
  const MarathonListOptions options = { .audience = request->audience, .print_time = print_time };
  g_autoptr (MarathonReport) report = marathon_list_build (scene->event, request->info->name, &options, NULL);
  MarathonPaper paper = request->paper;
  char *bytes = NULL;

  marathon_paper_for_report (report, &paper);
  g_assert_true (marathon_report_save_pdf (report, &paper, time, scene->path, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (scene->path, &bytes, length, NULL));
  return bytes;
}

static void
test_same_as_the_command_line (void)
{
  Scene scene;
  /* The widest list: its sheet is turned. */
  MarathonListRequest request = make_request ("entrants");
  g_autofree char *expected = NULL;
  g_autofree char *bytes = NULL;
  gsize n_expected, n_bytes;

  scene_init (&scene);
  expected = save_plainly (&scene, &request, &n_expected);
  start (&scene, &request, MARATHON_LIST_FORMAT_PDF, NULL);
  bytes = wait_for_file (&scene, &n_bytes);
  g_assert_no_error (scene.error);
  g_assert_true (scene.is_good);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpmem (bytes, n_bytes, expected, n_expected);
  g_assert_cmpint (g_atomic_int_get (&scene.n_told), >=, 1);
  scene_clear (&scene);
}

static void
test_the_event_as_it_was (void)
{
  Scene scene;
  MarathonListRequest request = make_request ("alphabetical");
  g_autofree char *bytes = NULL;

  scene_init (&scene);
  start (&scene, &request, MARATHON_LIST_FORMAT_CSV, NULL);
  list_event_add (scene.event, 4711, "family", "Latecomer", "bib", "4711", "status", "accepted", NULL);
  bytes = wait_for_file (&scene, NULL);
  g_assert_true (scene.is_good);
  g_assert_true (g_str_has_prefix (bytes, "\357\273\277"));
  g_assert_null (strstr (bytes, "Latecomer"));
  g_clear_pointer (&bytes, g_free);

  scene.is_done = FALSE;
  start (&scene, &request, MARATHON_LIST_FORMAT_CSV, NULL);
  bytes = wait_for_file (&scene, NULL);
  g_assert_nonnull (strstr (bytes, "Latecomer"));
  scene_clear (&scene);
}

/* What was there before stays whole. */
static void
test_cancelled (void)
{
  static const MarathonListFormat formats[] = { MARATHON_LIST_FORMAT_PDF, MARATHON_LIST_FORMAT_CSV };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      Scene scene;
      MarathonListRequest request = make_request ("bibs");
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *bytes = NULL;

      scene_init (&scene);
      g_assert_true (g_file_set_contents (scene.path, "before", -1, NULL));
      g_cancellable_cancel (cancellable);
      start (&scene, &request, formats[i], cancellable);
      bytes = wait_for_file (&scene, NULL);
      g_assert_false (scene.is_good);
      g_assert_error (scene.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (bytes, ==, "before");
      scene_clear (&scene);
    }
}

static void
cancel_at_first_page (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled_between_pages (void)
{
  Scene scene;
  MarathonListRequest request = make_request ("entrants");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *bytes = NULL;

  scene_init (&scene);
  marathon_list_export_async (scene.event, &request, MARATHON_LIST_FORMAT_PDF, scene.path, cancel_at_first_page,
                              cancellable, cancellable, on_done, &scene);
  bytes = wait_for_file (&scene, NULL);
  g_assert_error (scene.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (bytes);
  scene_clear (&scene);
}

static void
test_refused (void)
{
  Scene scene;
  MarathonListRequest request = make_request ("medical");
  g_autofree char *bytes = NULL;

  scene_init (&scene);
  request.audience = MARATHON_AUDIENCE_PUBLIC;
  start (&scene, &request, MARATHON_LIST_FORMAT_PDF, NULL);
  bytes = wait_for_file (&scene, NULL);
  g_assert_nonnull (scene.error);
  g_assert_null (bytes);
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1400000000", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-export/same-as-the-command-line", test_same_as_the_command_line);
  g_test_add_func ("/list-export/the-event-as-it-was", test_the_event_as_it_was);
  g_test_add_func ("/list-export/cancelled", test_cancelled);
  g_test_add_func ("/list-export/cancelled-between-pages", test_cancelled_between_pages);
  g_test_add_func ("/list-export/refused", test_refused);
  return g_test_run ();
}
