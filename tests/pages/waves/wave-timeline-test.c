/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline: a mark for each wave that has a time, all within its bounds, also of forty waves in a narrow window and from right
 * to left.
 */
#include "pages/waves/wave-timeline.h"

#include "document/document.h"
#include "model/model-fixture.h"
#include "pages/waves/wave-mark.h"
#include "widgets/display-scene.h"

typedef struct {
  MarathonDocument *document;
  MarathonFillsWatch *fills;
  GtkWindow *window;
  MarathonWaveTimeline *timeline;
} Scene;

static void
scene_init (Scene *scene, const char *text, int width)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  scene->document = marathon_document_new (event);
  scene->fills = marathon_fills_watch_get_for (scene->document);
  scene->timeline = g_object_new (MARATHON_TYPE_WAVE_TIMELINE, NULL);
  marathon_wave_timeline_show (scene->timeline, event, scene->fills);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, width, 600);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (scene->timeline));
  gtk_window_set_child (scene->window, box);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_object_unref (scene->fills);
  g_assert_finalize_object (scene->document);
}

static gboolean
is_mark (GtkWidget *widget, gconstpointer data)
{
  return MARATHON_IS_WAVE_MARK (widget);
}

/* Returns: how many marks there are, having asserted that they lie inside and cover no other */
static guint
check_marks (Scene *scene)
{
  g_autoptr (GPtrArray) marks = display_scene_search_all (GTK_WIDGET (scene->timeline), is_mark, NULL);
  graphene_rect_t whole, bounds, other, common;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (scene->timeline), GTK_WIDGET (scene->timeline), &whole));
  for (guint i = 0; i < marks->len; i++)
    {
      g_assert_true (gtk_widget_compute_bounds (marks->pdata[i], GTK_WIDGET (scene->timeline), &bounds));
      g_assert_true (graphene_rect_contains_rect (&whole, &bounds));
      for (guint j = 0; j < i; j++)
        {
          g_assert_true (gtk_widget_compute_bounds (marks->pdata[j], GTK_WIDGET (scene->timeline), &other));
          g_assert_false (graphene_rect_intersection (&bounds, &other, &common)
                          && graphene_rect_get_area (&common) > 0);
        }
    }
  return marks->len;
}

static void
test_marks (void)
{
  Scene scene;
  GtkWidget *first;

  scene_init (&scene,
              "start red | name=Red\nwave a | name=Red 1 | start=red | time=10:00 | capacity=1\nwave b | name=Elite | "
              "time=09:00\n"
              "wave c | name=Timeless | start=red\nentrant 1 | given=A | wave=a\nentrant 2 | given=B | wave=a\n",
              700);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (scene.timeline)));
  g_assert_cmpuint (check_marks (&scene), ==, 2);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.timeline), "09:00"));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.timeline), "10:00"));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.timeline), "No start"));
  first = display_scene_find (GTK_WIDGET (scene.timeline), MARATHON_TYPE_WAVE_MARK);
  g_assert_true (display_scene_shows (first, "1 !"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (first), ==, "Red 1, 10:00: 2 of 1, 1 too many");
  scene_clear (&scene);
}

static char *
write_forty (void)
{
  GString *text = g_string_new (
      "start red | name=Red\nstart blue | name=Blue\nstart green | name=Green\nstart yellow | name=Yellow\n");
  static const char *const starts[] = { "red", "blue", "green", "yellow" };
  static const char *const names[] = { "Red", "Blue", "Green", "Yellow" };

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "wave w%u | name=%s %u | start=%s | time=%02u:%02u\n", i, names[i % 4], i / 4 + 1,
                            starts[i % 4], 9 + i / 4 * 4 / 60, i / 4 * 4 % 60);
  return g_string_free (text, FALSE);
}

static void
test_forty (void)
{
  static const int widths[] = { 300, 620, 1200 };
  g_autofree char *text = write_forty ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Scene scene;

      scene_init (&scene, text, widths[i]);
      g_assert_cmpuint (check_marks (&scene), ==, 40);
      gtk_widget_set_direction (GTK_WIDGET (scene.timeline), GTK_TEXT_DIR_RTL);
      display_scene_wait_for_frame (GTK_WIDGET (scene.timeline));
      g_assert_cmpuint (check_marks (&scene), ==, 40);
      scene_clear (&scene);
    }
}

static void
test_no_times (void)
{
  Scene scene;

  scene_init (&scene, "wave a | name=A\n", 400);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (scene.timeline)));
  marathon_wave_timeline_show (scene.timeline, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (scene.timeline)));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/wave-timeline/marks", test_marks);
  g_test_add_func ("/wave-timeline/forty", test_forty);
  g_test_add_func ("/wave-timeline/no-times", test_no_times);
  return display_scene_run ();
}
