/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An expander says what its rows hold, or only that they do.
 */
#include "widgets/field-expander.h"

#include "widgets/choice-field-row.h"
#include "widgets/display-scene.h"
#include "widgets/flag-field-row.h"
#include "widgets/text-field-row.h"

typedef struct {
  GtkWindow *window;
  GtkWidget *expander;
  GtkWidget *text;
  GtkWidget *choice;
  GtkWidget *flag;
} Scene;

static void
add (Scene *scene, GtkWidget *row, const char *label)
{
  marathon_field_row_set_label (MARATHON_FIELD_ROW (row), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (scene->expander), row);
}

static void
scene_init (Scene *scene)
{
  GtkWidget *group = adw_preferences_group_new ();

  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->expander = g_object_new (MARATHON_TYPE_FIELD_EXPANDER, NULL);
  scene->text = g_object_new (MARATHON_TYPE_TEXT_FIELD_ROW, "key", "text", NULL);
  scene->choice = g_object_new (MARATHON_TYPE_CHOICE_FIELD_ROW, "key", "choice", NULL);
  scene->flag = g_object_new (MARATHON_TYPE_FLAG_FIELD_ROW, "key", "flag", NULL);
  marathon_choice_field_row_set_words (MARATHON_CHOICE_FIELD_ROW (scene->choice), marathon_mode_words);
  add (scene, scene->text, "Class");
  add (scene, scene->choice, "Mode");
  add (scene, scene->flag, "Debut");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scene->expander);
  gtk_window_set_child (scene->window, group);
  display_scene_present (scene->window);
}

static void
assert_summary (Scene *scene, const char *summary)
{
  marathon_field_expander_summarize (MARATHON_FIELD_EXPANDER (scene->expander));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (scene->expander)), ==, summary);
}

static void
fill (Scene *scene)
{
  marathon_field_row_set_text (MARATHON_FIELD_ROW (scene->text), "T11 & <more>");
  marathon_field_row_set_text (MARATHON_FIELD_ROW (scene->choice), "handcycle");
  marathon_field_row_set_text (MARATHON_FIELD_ROW (scene->flag), "yes");
}

static void
test_says_what_rows_hold (void)
{
  Scene scene;

  scene_init (&scene);
  assert_summary (&scene, "");
  fill (&scene);
  assert_summary (&scene, "T11 & <more> · Handcycle · Debut");
  /* What everybody is unless something else is said is not worth a word. */
  marathon_field_row_set_text (MARATHON_FIELD_ROW (scene.choice), "running");
  assert_summary (&scene, "T11 & <more> · Debut");
  display_scene_destroy (scene.window);
}

static void
test_private_rows_are_only_named (void)
{
  Scene scene;

  scene_init (&scene);
  g_object_set (scene.expander, "caption", "Confidential", "private", TRUE, NULL);
  assert_summary (&scene, "Confidential");
  fill (&scene);
  assert_summary (&scene, "Confidential · Class · Mode · Debut");
  display_scene_destroy (scene.window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/field-expander/says-what-rows-hold", test_says_what_rows_hold);
  g_test_add_func ("/field-expander/private-rows-are-only-named", test_private_rows_are_only_named);
  return display_scene_run ();
}
