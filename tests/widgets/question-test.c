/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions and their answers, and the choice of a file.
 */
#include "widgets/display-scene.h"
#include "widgets/question.h"

static const MarathonAnswer answers[] = {
  { "cancel", "_Cancel", ADW_RESPONSE_DEFAULT },
  { "discard", "_Discard", ADW_RESPONSE_DESTRUCTIVE },
  { "save", "_Save", ADW_RESPONSE_SUGGESTED },
};

static void
on_answer (const char *answer, gpointer data)
{
  g_ptr_array_add (data, g_strdup (answer));
}

static GtkWindow *
new_parent (void)
{
  GtkWindow *parent = GTK_WINDOW (adw_window_new ());

  gtk_window_set_default_size (parent, 400, 300);
  display_scene_present (parent);
  return parent;
}

static GtkWindow *
ask (GtkWindow *parent, GPtrArray *given)
{
  GtkWindow *dialog = marathon_ask (parent, "Save Changes?", "They will be lost.", answers, G_N_ELEMENTS (answers), on_answer, given);

  display_scene_present (dialog);
  return dialog;
}

static void
test_keys_give_answers (void)
{
  const struct {
    const char *keys;
    const char *answer;
  } cases[] = {
    { "Return", "save" },
    { "Escape", "cancel" },
    { "<Alt>d", "discard" },
  };
  GtkWindow *parent = new_parent ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_free);

      display_scene_press (ask (parent, given), cases[i].keys);
      display_scene_wait_until (given->len > 0);
      display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
      g_assert_cmpuint (given->len, ==, 1);
      g_assert_cmpstr (given->pdata[0], ==, cases[i].answer);
    }
  display_scene_destroy (parent);
}

static void
test_goes_with_its_window (void)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_free);
  GtkWindow *parent = new_parent ();

  ask (parent, given);
  gtk_window_destroy (parent);
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  g_assert_cmpuint (given->len, <=, 1);
  if (given->len == 1)
    g_assert_cmpstr (given->pdata[0], ==, "cancel");
}

static void
test_tells (void)
{
  GtkWindow *parent = new_parent ();
  GtkWindow *dialog = marathon_tell (parent, "It Cannot Be Opened", "/srv/a.marathon:3:7: <sponsor> is not known here");

  display_scene_present (dialog);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "It Cannot Be Opened"));
  /* What is told is text, not markup. */
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "/srv/a.marathon:3:7: <sponsor> is not known here"));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  display_scene_destroy (parent);
}

/* Nobody made it so, but a stick from elsewhere may hold such a name. */
static void
test_tells_of_a_name_that_is_no_text (void)
{
  GtkWindow *parent = new_parent ();
  GtkWindow *dialog = marathon_tell (parent, "“r\xe9sum\xe9” Cannot Be Opened", "/srv/r\xe9sum\xe9: there is no such file");

  display_scene_present (dialog);
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "“r\357\277\275sum\357\277\275” Cannot Be Opened"));
  g_assert_true (display_scene_shows (GTK_WIDGET (dialog), "/srv/r\357\277\275sum\357\277\275: there is no such file"));
  display_scene_press (dialog, "Return");
  display_scene_wait_until (display_scene_count_windows (ADW_TYPE_MESSAGE_DIALOG) == 0);
  display_scene_destroy (parent);
}

/* --- Files --- */

static void
on_path (const char *path, gpointer data)
{
  g_ptr_array_add (data, g_strdup (path != NULL ? path : "nothing"));
}

static GtkWindow *
choose (GtkWindow *parent, MarathonChoice choice, const char *suggestion, GPtrArray *chosen)
{
  marathon_choose_file (parent, choice, "Save As", suggestion, on_path, chosen);
  return display_scene_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

static void
test_chooses_where_to_save (void)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *suggestion = g_build_filename (g_get_user_data_dir (), "Riverside.marathon", NULL);
  GtkWindow *parent = new_parent ();
  GtkWindow *dialog;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  dialog = choose (parent, MARATHON_CHOOSE_SAVE, suggestion, chosen);
  display_scene_settle ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  display_scene_wait_until (chosen->len > 0);
  g_assert_cmpstr (chosen->pdata[0], ==, suggestion);
  display_scene_destroy (parent);
}

static void
test_chooses_nothing (void)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  GtkWindow *parent = new_parent ();
  GtkWindow *dialog = choose (parent, MARATHON_CHOOSE_OPEN, NULL, chosen);

  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  display_scene_wait_until (chosen->len > 0);
  g_assert_cmpstr (chosen->pdata[0], ==, "nothing");
  display_scene_destroy (parent);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/question/keys-give-answers", test_keys_give_answers);
  g_test_add_func ("/question/goes-with-its-window", test_goes_with_its_window);
  g_test_add_func ("/question/tells-text-as-it-is", test_tells);
  g_test_add_func ("/question/tells-of-a-name-that-is-no-text", test_tells_of_a_name_that_is_no_text);
  g_test_add_func ("/question/chooses-where-to-save", test_chooses_where_to_save);
  g_test_add_func ("/question/chooses-nothing", test_chooses_nothing);
  return display_scene_run ();
}
