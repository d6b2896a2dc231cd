/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preview of lists: from choosing a list to the first painted frame that shows its page 1, and the frames of scrolling
 * through all pages. `preview-bench [--list NAME] [--rounds N] EVENT.marathon…` through tests/with-display.
 *
 * A list is chosen in three ways: cold, with nothing of it made before; by the arrow keys, from the list above; and by the
 * pointer, which rests on the row for 150 ms before the click. Choosing is told by the clock on the wall and as work of the
 * processor in all threads, frames and turns of the main loop as work of the main thread.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pages/lists/lists-page-private.h"
#include "pages/lists/page-preview-private.h"
#include "widgets/display-scene.h"

#define POINTING_MILLISECONDS 150

static char *list_name = (char *) "waves";
static int n_rounds = 9;

typedef struct {
  GtkWindow *window;
  MarathonListsPage *page;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  guint64 n_painted;
  gint64 frame_begin;
  gint64 frame_end;
  gint64 longest_turn;
} Scene;

/* --- Numbers --- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_spread (const char *what, GArray *times)
{
  g_array_sort (times, compare);
  g_print ("  %-44s p50 %7.1f   p95 %7.1f   max %7.1f ms  (%u)\n", what, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100), g_array_index (times, double, times->len - 1), times->len);
  g_array_set_size (times, 0);
}

static void
add (GArray *times, gint64 begin, gint64 end)
{
  double time = (double) (end - begin) / 1000;

  g_array_append_val (times, time);
}

/* Microseconds. */
static gint64
get_work (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* --- The page --- */

static void
on_before_paint (Scene *scene)
{
  scene->frame_begin = get_work (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_after_paint (Scene *scene)
{
  scene->n_painted++;
  scene->frame_end = get_work (CLOCK_THREAD_CPUTIME_ID);
}

/* One turn of the main loop, whose length is noted: while it lasts nothing else can happen. */
static void
turn (Scene *scene)
{
  gint64 begin = get_work (CLOCK_THREAD_CPUTIME_ID);

  if (!g_main_context_pending (NULL))
    {
      g_usleep (200);
      return;
    }
  g_main_context_iteration (NULL, FALSE);
  scene->longest_turn = MAX (scene->longest_turn, get_work (CLOCK_THREAD_CPUTIME_ID) - begin);
}

static void
wait (Scene *scene, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);

  while (g_get_monotonic_time () < end)
    turn (scene);
}

static void
rest (Scene *scene)
{
  while (!marathon_lists_page_is_ready (scene->page) || marathon_list_press_is_working (scene->page->press)
         || scene->page->neighbours_timer != 0 || scene->page->strip_tick != 0 || scene->page->strip_idle != 0
         || marathon_page_strip_is_drawing (scene->page->strip))
    turn (scene);
  wait (scene, 60);
}

static void
scene_init (Scene *scene, const char *path)
{
  g_autoptr (GError) error = NULL;
  GdkFrameClock *clock;

  *scene = (Scene) { 0 };
  scene->document = marathon_document_load (path, NULL, NULL, NULL, &error);
  if (scene->document == NULL)
    g_error ("%s", error->message);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->page = g_object_new (MARATHON_TYPE_LISTS_PAGE, NULL);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 1080, 800);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->page));
  display_scene_present (scene->window);
  while (marathon_problems_watch_is_busy (scene->problems))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (scene->window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_before_paint), scene);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), scene);
}

static void
scene_clear (Scene *scene)
{
  marathon_page_set_document (MARATHON_PAGE (scene->page), NULL, NULL);
  gtk_window_destroy (scene->window);
  g_object_unref (scene->problems);
  g_object_unref (scene->document);
}

/* --- Choosing --- */

/* A page that knows nothing of the event yet, and shows another list than the one that will be chosen. */
static void
start_anew (Scene *scene, const char *shown)
{
  marathon_page_set_document (MARATHON_PAGE (scene->page), NULL, NULL);
  marathon_lists_form_select (scene->page->form, shown, NULL, NULL);
  marathon_page_set_document (MARATHON_PAGE (scene->page), scene->document, scene->problems);
  rest (scene);
}

/* Until the frame that shows page 1 is painted: the first one after the pages were there. */
static void
choose (Scene *scene)
{
  guint64 n_painted;

  scene->longest_turn = 0;
  marathon_lists_form_select (scene->page->form, list_name, NULL, NULL);
  while (!marathon_lists_page_is_ready (scene->page))
    turn (scene);
  n_painted = scene->n_painted;
  while (scene->n_painted == n_painted)
    turn (scene);
}

typedef enum { COLD, BY_KEYS, BY_POINTER } Way;

static void
measure_choosing (Scene *scene, Way way, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (double));
  const MarathonListInfo *info = marathon_list_info_find (list_name);
  const char *above;
  guint position = 0;
  gint64 longest = 0;

  while (marathon_list_info_get (position) != info)
    position++;
  above = marathon_list_info_get (position > 0 ? position - 1 : 1)->name;
  for (int i = 0; i < n_rounds; i++)
    {
      gint64 begin, work;

      /* Officials are few, and the lists beside them are not the one to be chosen. */
      start_anew (scene, way == BY_KEYS ? above : "officials");
      if (way == BY_POINTER)
        {
          g_signal_emit_by_name (scene->page->form, "pointed-at", list_name);
          wait (scene, POINTING_MILLISECONDS);
        }
      begin = g_get_monotonic_time ();
      work = get_work (CLOCK_PROCESS_CPUTIME_ID);
      choose (scene);
      add (times, begin, g_get_monotonic_time ());
      add (works, work, get_work (CLOCK_PROCESS_CPUTIME_ID));
      longest = MAX (longest, scene->longest_turn);
    }
  print_spread (what, times);
  print_spread ("  as work of the processor", works);
  g_print ("  %-44s %.1f ms\n", "  longest turn of the main loop meanwhile", (double) longest / 1000);
}

/* --- Scrolling --- */

/* The work of the frame after one step of scrolling, and of the step itself. */
static void
scroll_to (Scene *scene, double value, GArray *frames)
{
  guint64 n_painted = scene->n_painted;
  gint64 begin = get_work (CLOCK_THREAD_CPUTIME_ID);

  gtk_adjustment_set_value (scene->page->preview->adjustments[GTK_ORIENTATION_VERTICAL], value);
  begin = get_work (CLOCK_THREAD_CPUTIME_ID) - begin;
  while (scene->n_painted == n_painted)
    turn (scene);
  add (frames, scene->frame_begin - begin, scene->frame_end);
}

static void
measure_scrolling (Scene *scene, double step, guint n_steps, const char *what)
{
  GtkAdjustment *adjustment = scene->page->preview->adjustments[GTK_ORIENTATION_VERTICAL];
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = 0;

  scroll_to (scene, 0, frames);
  rest (scene);
  g_array_set_size (frames, 0);
  scene->longest_turn = 0;
  for (guint i = 0; i < n_steps && value < end; i++)
    {
      value = MIN (value + step, end);
      scroll_to (scene, value, frames);
    }
  print_spread (what, frames);
  g_print ("  %-44s %.1f ms\n", "  longest turn of the main loop meanwhile", (double) scene->longest_turn / 1000);
}

static void
measure (const char *path)
{
  Scene scene;
  GtkAdjustment *adjustment;

  scene_init (&scene, path);
  start_anew (&scene, list_name);
  adjustment = scene.page->preview->adjustments[GTK_ORIENTATION_VERTICAL];
  g_print ("%s: %u entrants, list “%s”, %u pages\n", path,
           marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (scene.document))), list_name,
           marathon_list_pages_get_n_pages (marathon_page_preview_get_pages (scene.page->preview)));
  measure_choosing (&scene, COLD, "choose, cold, to page 1 painted");
  measure_choosing (&scene, BY_KEYS, "choose by arrow key, to page 1 painted");
  measure_choosing (&scene, BY_POINTER, "choose by pointer, to page 1 painted");
  rest (&scene);
  measure_scrolling (&scene, gtk_adjustment_get_page_increment (adjustment), 3000, "Page Down over all pages, frame");
  measure_scrolling (&scene, 53, 1000, "smooth scrolling by 53 pixels, frame");
  measure_scrolling (&scene, gtk_adjustment_get_upper (adjustment) / 97, 97, "dragging the scroll bar, frame");
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  const GOptionEntry options[] = {
    { "list", 0, 0, G_OPTION_ARG_STRING, &list_name, "The list to choose (waves)", "NAME" },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often it is chosen (9)", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("EVENT…");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || marathon_list_info_find (list_name) == NULL || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "preview-bench [--list NAME] EVENT…");
      return EXIT_FAILURE;
    }
  display_scene_init (&argc, &argv);
  for (int i = 1; i < argc; i++)
    measure (argv[i]);
  return EXIT_SUCCESS;
}
