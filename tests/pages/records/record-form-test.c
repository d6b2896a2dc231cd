/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form shows the records of the example event row by row, makes steps of what is typed and chosen, and follows what
 * else happens to the event.
 */
#include "pages/records/record-form.h"

#include "document/event-template.h"
#include "widgets/choice-field-row.h"
#include "widgets/colour-field-row.h"
#include "widgets/display-scene.h"
#include "widgets/flag-field-row.h"
#include "widgets/set-field-row.h"
#include "widgets/text-field-row.h"

typedef struct {
  GtkWindow *window;
  GtkWidget *elsewhere;
  MarathonRecordForm *form;
  MarathonDocument *document;
  guint n_shown;
  guint n_left;
} Scene;

typedef struct {
  const char *column;
  GType (*get_type) (void);
} Row;

static const Row category_rows[] = {
  { "name", marathon_text_field_row_get_type },     { "mode", marathon_choice_field_row_get_type },
  { "sex", marathon_choice_field_row_get_type },    { "classes", marathon_set_field_row_get_type },
  { "routes", marathon_set_field_row_get_type },    { "qualifying", marathon_text_field_row_get_type },
  { "capacity", marathon_text_field_row_get_type }, { "elite", marathon_flag_field_row_get_type },
  { NULL },
};

static const Row start_rows[] = {
  { "name", marathon_text_field_row_get_type },
  { "ground", marathon_colour_field_row_get_type },
  { "share", marathon_text_field_row_get_type },
  { NULL },
};

static const Row wave_rows[] = {
  { "name", marathon_text_field_row_get_type },      { "start", marathon_choice_field_row_get_type },
  { "time", marathon_text_field_row_get_type },      { "capacity", marathon_text_field_row_get_type },
  { "categories", marathon_set_field_row_get_type }, { "routes", marathon_set_field_row_get_type },
  { NULL },
};

static const Row block_rows[] = {
  { "name", marathon_text_field_row_get_type },
  { "numbers", marathon_text_field_row_get_type },
  { "waves", marathon_set_field_row_get_type },
  { NULL },
};

static void
count (guint *n)
{
  (*n)++;
}

static MarathonDocument *
load_example (void)
{
  g_autofree char *path = marathon_installed_file ("examples/london-2014.marathon");
  g_autoptr (GError) error = NULL;
  MarathonDocument *document = marathon_document_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
scene_init (Scene *scene, MarathonListId list, const Row *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();

  *scene = (Scene) { 0 };
  scene->document = load_example ();
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->elsewhere = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (box), scene->elsewhere);
  gtk_box_append (GTK_BOX (box), group);
  for (guint i = 0; rows[i].column != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               g_object_new (rows[i].get_type (), "key", rows[i].column, NULL));
  scene->form = marathon_record_form_new (group, marathon_list_get_type_of (list));
  g_signal_connect_swapped (scene->form, "shown", G_CALLBACK (count), &scene->n_shown);
  g_signal_connect_swapped (scene->form, "leave", G_CALLBACK (count), &scene->n_left);
  gtk_window_set_child (scene->window, box);
  gtk_window_set_default_size (scene->window, 420, 700);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->form);
  g_assert_finalize_object (scene->document);
}

static MarathonEvent *
get_event (Scene *scene)
{
  return marathon_document_get_event (scene->document);
}

static MarathonHistory *
get_history (Scene *scene)
{
  return marathon_document_get_history (scene->document);
}

static MarathonRecord *
find_record (Scene *scene, MarathonListId list, const char *key)
{
  return marathon_record_list_find (marathon_event_get_list (get_event (scene), list), key);
}

static void
show (Scene *scene, MarathonListId list, const char *key)
{
  MarathonRecord *record = find_record (scene, list, key);

  g_assert_nonnull (record);
  marathon_record_form_set_record (scene->form, scene->document, record);
  g_assert_true (marathon_record_form_get_record (scene->form) == record);
}

static MarathonFieldRow *
get_row (Scene *scene, const char *column)
{
  MarathonFieldRow *row = marathon_record_form_get_row (scene->form, column);

  g_assert_nonnull (row);
  return row;
}

static const char *
get_text (Scene *scene, const char *column)
{
  MarathonRecord *record = marathon_record_form_get_record (scene->form);

  return marathon_record_get_text (record, (guint) marathon_record_find_column (record, column));
}

static void
assert_row (Scene *scene, const char *column, const char *text)
{
  g_autofree char *shown = marathon_field_row_get_text (get_row (scene, column));

  g_assert_cmpstr (shown, ==, text);
}

static void
assert_described (Scene *scene, const char *column, const char *expected)
{
  g_autofree char *described = marathon_field_row_describe (get_row (scene, column));

  g_assert_cmpstr (described, ==, expected);
}

static void
change (Scene *scene, MarathonListId list, const char *key, const char *column, const char *text)
{
  MarathonRecord *record = find_record (scene, list, key);
  g_autoptr (MarathonEdit) edit
      = marathon_edit_new_change_record (record, (guint) marathon_record_find_column (record, column), text);

  g_assert_true (marathon_history_do (get_history (scene), edit, "Elsewhere", NULL));
}

static gboolean
shows (Scene *scene, const char *column, const char *text)
{
  g_autofree char *shown = marathon_field_row_get_text (get_row (scene, column));

  return g_str_equal (shown, text);
}

/* Whether the row is done with what was typed, or refuses it. */
static gboolean
is_answered (Scene *scene, const char *column)
{
  MarathonFieldRow *row = get_row (scene, column);

  return !marathon_field_row_is_dirty (row) || marathon_field_row_get_error (row) != NULL;
}

/* Types @text into the row, over what is there. */
static void
begin_to_type (Scene *scene, const char *column, const char *text)
{
  marathon_field_row_focus (get_row (scene, column));
  display_scene_type (scene->window, text);
  display_scene_wait_until (shows (scene, column, text));
}

/* Goes on with Enter. */
static void
type (Scene *scene, const char *column, const char *text)
{
  begin_to_type (scene, column, text);
  display_scene_press (scene->window, "Return");
  display_scene_wait_until (is_answered (scene, column));
}

/* In an open popover: chooses what is found, or adds it. */
static void
toggle (Scene *scene, const char *column, const char *typed)
{
  g_autofree char *before = marathon_field_row_get_text (get_row (scene, column));
  GtkWidget *search = display_scene_find (GTK_WIDGET (get_row (scene, column)), GTK_TYPE_SEARCH_ENTRY);

  display_scene_type (scene->window, typed);
  display_scene_wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (search)), typed));
  display_scene_press (scene->window, "Return");
  display_scene_wait_until (!shows (scene, column, before));
}

static GtkWidget *
open_popover (Scene *scene, const char *column)
{
  GtkWidget *popover = display_scene_find (GTK_WIDGET (get_row (scene, column)), GTK_TYPE_POPOVER);

  marathon_field_row_focus (get_row (scene, column));
  display_scene_press (scene->window, "<Alt>Down");
  display_scene_wait_until (gtk_widget_get_mapped (popover));
  display_scene_wait_for_frame (popover);
  return popover;
}

static void
close_popover (Scene *scene, GtkWidget *popover)
{
  display_scene_press (scene->window, "Escape");
  display_scene_wait_until (!gtk_widget_get_visible (popover));
}

/* --- Showing --- */

static void
test_category_is_shown (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_CATEGORIES, category_rows);
  show (&scene, MARATHON_LIST_CATEGORIES, "para-t11-t13-men");
  g_assert_cmpuint (scene.n_shown, ==, 1);
  assert_row (&scene, "name", "IPC World Cup men T11–T13");
  assert_row (&scene, "qualifying", "2:50:00");
  assert_described (&scene, "sex", "Men");
  assert_described (&scene, "classes", "T11, T12, T13");
  assert_described (&scene, "routes", "Elite");
  assert_row (&scene, "elite", "yes");
  /* No limit is no number. */
  assert_row (&scene, "capacity", "");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (&scene, "classes"))), ==, "Sport classes");
  show (&scene, MARATHON_LIST_CATEGORIES, "mass");
  assert_row (&scene, "elite", "no");
  assert_row (&scene, "classes", "");
  g_assert_cmpuint (scene.n_shown, ==, 2);
  scene_clear (&scene);
}

static void
test_without_a_record_nothing_can_be_typed (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_STARTS, start_rows);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_row (&scene, "name"))));
  g_assert_null (marathon_record_form_get_row (scene.form, "colour"));
  show (&scene, MARATHON_LIST_STARTS, "red");
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_row (&scene, "name"))));
  marathon_field_row_focus (get_row (&scene, "share"));
  marathon_record_form_set_record (scene.form, NULL, NULL);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_row (&scene, "name"))));
  assert_row (&scene, "name", "");
  assert_row (&scene, "ground", "");
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_null (marathon_record_form_get_record (scene.form));
  scene_clear (&scene);
}

/* --- Committing --- */

static void
test_typed_text_is_read_as_people_write_it (void)
{
  static const struct {
    const char *column;
    const char *typed;
    const char *text;
  } cases[] = {
    { "time", "9.40", "09:40" },
    { "time", "1015", "10:15" },
    { "time", "9:30 pm", "21:30" },
    { "capacity", "1,200", "1200" },
    { "capacity", " 900 ", "900" },
    { "name", "  Red One ", "Red One" },
  };
  Scene scene;

  scene_init (&scene, MARATHON_LIST_WAVES, wave_rows);
  show (&scene, MARATHON_LIST_WAVES, "red-1");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (&scene, cases[i].column, cases[i].typed);
      g_assert_cmpstr (get_text (&scene, cases[i].column), ==, cases[i].text);
      assert_row (&scene, cases[i].column, cases[i].text);
      g_assert_false (marathon_field_row_is_dirty (get_row (&scene, cases[i].column)));
    }
  g_assert_cmpstr (marathon_history_get_undo_label (get_history (&scene)), ==, "Change Name of Red 1");
  scene_clear (&scene);
}

static void
test_empty_number_is_no_limit (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_WAVES, wave_rows);
  show (&scene, MARATHON_LIST_WAVES, "red-1");
  marathon_field_row_focus (get_row (&scene, "capacity"));
  display_scene_press (scene.window, "Delete");
  display_scene_wait_until (shows (&scene, "capacity", ""));
  display_scene_press (scene.window, "Return");
  display_scene_wait_until (is_answered (&scene, "capacity"));
  g_assert_cmpstr (get_text (&scene, "capacity"), ==, "0");
  assert_row (&scene, "capacity", "");
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  assert_row (&scene, "capacity", "3500");
  scene_clear (&scene);
}

static void
test_numbers_of_a_block_are_put_in_order (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_BIB_BLOCKS, block_rows);
  show (&scene, MARATHON_LIST_BIB_BLOCKS, "elite-men");
  type (&scene, "numbers", "200; 1 – 99 150, -13");
  g_assert_cmpstr (get_text (&scene, "numbers"), ==, "1-12,14-99,150,200");
  assert_row (&scene, "numbers", "1-12,14-99,150,200");
  assert_described (&scene, "waves", "");
  show (&scene, MARATHON_LIST_BIB_BLOCKS, "green");
  assert_described (&scene, "waves", "Green 1, Green 2, Green 3");
  scene_clear (&scene);
}

static void
test_refused_text_says_why_and_stays (void)
{
  Scene scene;
  MarathonFieldRow *row;

  scene_init (&scene, MARATHON_LIST_WAVES, wave_rows);
  show (&scene, MARATHON_LIST_WAVES, "red-1");
  row = get_row (&scene, "time");
  type (&scene, "time", "25:00");
  g_assert_true (marathon_field_row_is_dirty (row));
  g_assert_cmpstr (marathon_field_row_get_error (row), ==, "“25:00” is not a time of the day such as 10:00");
  g_assert_cmpstr (get_text (&scene, "time"), ==, "10:00");
  g_assert_false (marathon_history_can_undo (get_history (&scene)));
  g_assert_false (marathon_record_form_commit (scene.form));
  /* What happens elsewhere leaves it alone. */
  change (&scene, MARATHON_LIST_WAVES, "red-1", "time", "11:00");
  assert_row (&scene, "time", "25:00");
  g_assert_true (marathon_record_form_undo_typing (scene.form));
  assert_row (&scene, "time", "11:00");
  g_assert_false (marathon_record_form_undo_typing (scene.form));
  g_assert_true (marathon_record_form_commit (scene.form));
  type (&scene, "name", " ");
  g_assert_cmpstr (marathon_field_row_get_error (get_row (&scene, "name")), ==, "must not be empty");
  scene_clear (&scene);
}

static void
test_another_record_forgets_what_was_refused (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_STARTS, start_rows);
  show (&scene, MARATHON_LIST_STARTS, "red");
  type (&scene, "ground", "reddish");
  g_assert_nonnull (marathon_field_row_get_error (get_row (&scene, "ground")));
  show (&scene, MARATHON_LIST_STARTS, "blue");
  g_assert_null (marathon_field_row_get_error (get_row (&scene, "ground")));
  assert_row (&scene, "ground", "#1a5fb4");
  g_assert_false (marathon_field_row_is_dirty (get_row (&scene, "ground")));
  scene_clear (&scene);
}

static void
test_all_is_committed_at_once (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_STARTS, start_rows);
  show (&scene, MARATHON_LIST_STARTS, "red");
  begin_to_type (&scene, "share", "50 %");
  g_assert_true (marathon_field_row_is_dirty (get_row (&scene, "share")));
  g_assert_true (marathon_record_form_commit (scene.form));
  g_assert_cmpstr (get_text (&scene, "share"), ==, "50");
  assert_row (&scene, "share", "50");
  type (&scene, "ground", "C01");
  g_assert_cmpstr (get_text (&scene, "ground"), ==, "#cc0011");
  assert_row (&scene, "ground", "#cc0011");
  scene_clear (&scene);
}

static void
test_choices_are_committed_at_once (void)
{
  Scene scene;
  GtkWidget *popover;

  scene_init (&scene, MARATHON_LIST_CATEGORIES, category_rows);
  show (&scene, MARATHON_LIST_CATEGORIES, "mass");
  gtk_switch_set_active (GTK_SWITCH (display_scene_find (GTK_WIDGET (get_row (&scene, "elite")), GTK_TYPE_SWITCH)), TRUE);
  g_assert_cmpstr (get_text (&scene, "elite"), ==, "yes");
  marathon_field_row_focus (get_row (&scene, "mode"));
  display_scene_press (scene.window, "h Return");
  display_scene_wait_until (shows (&scene, "mode", "handcycle") && is_answered (&scene, "mode"));
  g_assert_cmpstr (get_text (&scene, "mode"), ==, "handcycle");
  popover = open_popover (&scene, "classes");
  toggle (&scene, "classes", "t54");
  toggle (&scene, "classes", "T12");
  g_assert_cmpstr (get_text (&scene, "classes"), ==, "");
  close_popover (&scene, popover);
  g_assert_cmpstr (get_text (&scene, "classes"), ==, "T12;T54");
  g_assert_cmpstr (marathon_history_get_undo_label (get_history (&scene)), ==, "Change Sport Classes of Mass");
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  assert_row (&scene, "classes", "");
  scene_clear (&scene);
}

static void
test_class_that_is_none_is_refused (void)
{
  Scene scene;
  GtkWidget *popover;

  scene_init (&scene, MARATHON_LIST_CATEGORIES, category_rows);
  show (&scene, MARATHON_LIST_CATEGORIES, "mass");
  popover = open_popover (&scene, "classes");
  toggle (&scene, "classes", "h4");
  close_popover (&scene, popover);
  g_assert_cmpstr (get_text (&scene, "classes"), ==, "H4");
  popover = open_popover (&scene, "classes");
  toggle (&scene, "classes", "fast");
  close_popover (&scene, popover);
  g_assert_cmpstr (get_text (&scene, "classes"), ==, "H4");
  g_assert_cmpstr (marathon_field_row_get_error (get_row (&scene, "classes")), ==, "“fast” is not a sport class such as T54");
  scene_clear (&scene);
}

/* --- What happens elsewhere --- */

static void
test_undo_is_shown (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_STARTS, start_rows);
  show (&scene, MARATHON_LIST_STARTS, "red");
  type (&scene, "name", "Rouge");
  g_assert_cmpstr (get_text (&scene, "name"), ==, "Rouge");
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  assert_row (&scene, "name", "Red");
  g_assert_true (marathon_history_redo (get_history (&scene), NULL));
  assert_row (&scene, "name", "Rouge");
  scene_clear (&scene);
}

static void
test_choices_follow_the_event (void)
{
  Scene scene;
  GtkWidget *popover;

  scene_init (&scene, MARATHON_LIST_WAVES, wave_rows);
  change (&scene, MARATHON_LIST_WAVES, "red-1", "routes", "");
  show (&scene, MARATHON_LIST_WAVES, "red-1");
  assert_described (&scene, "categories", "Good for age");
  assert_described (&scene, "start", "Red");
  change (&scene, MARATHON_LIST_CATEGORIES, "good-for-age", "name", "Fast");
  change (&scene, MARATHON_LIST_STARTS, "red", "name", "Rouge");
  assert_described (&scene, "categories", "Fast");
  assert_described (&scene, "start", "Rouge");
  /* A route of another record can be chosen here too. */
  change (&scene, MARATHON_LIST_CATEGORIES, "mass", "routes", "fire brigade");
  popover = open_popover (&scene, "routes");
  toggle (&scene, "routes", "fire");
  close_popover (&scene, popover);
  g_assert_cmpstr (get_text (&scene, "routes"), ==, "fire brigade");
  scene_clear (&scene);
}

static void
test_waves_are_called_by_their_starts (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_BIB_BLOCKS, block_rows);
  show (&scene, MARATHON_LIST_BIB_BLOCKS, "green");
  change (&scene, MARATHON_LIST_WAVES, "green-1", "name", "First");
  assert_described (&scene, "waves", "Green First, Green 2, Green 3");
  change (&scene, MARATHON_LIST_STARTS, "green", "name", "Emerald");
  assert_described (&scene, "waves", "Emerald First, Emerald Green 2, Emerald Green 3");
  scene_clear (&scene);
}

static void
test_record_that_is_gone_is_not_shown (void)
{
  Scene scene;
  g_autoptr (MarathonRecord) record = NULL;
  g_autoptr (MarathonEdit) edit = NULL;

  scene_init (&scene, MARATHON_LIST_BIB_BLOCKS, block_rows);
  record = marathon_record_new (marathon_list_get_type_of (MARATHON_LIST_BIB_BLOCKS), "late");
  g_assert_true (marathon_record_set_text (record, get_event (&scene), 0, "Late", NULL));
  edit = marathon_edit_new_insert_record (MARATHON_LIST_BIB_BLOCKS, 0, record);
  g_assert_true (marathon_history_do (get_history (&scene), edit, "Add", NULL));
  show (&scene, MARATHON_LIST_BIB_BLOCKS, "late");
  begin_to_type (&scene, "name", "x");
  g_assert_true (marathon_history_undo (get_history (&scene), NULL));
  g_assert_null (marathon_record_form_get_record (scene.form));
  assert_row (&scene, "name", "");
  g_assert_cmpuint (scene.n_left, ==, 1);
  g_assert_true (marathon_record_form_commit (scene.form));
  g_assert_true (marathon_history_redo (get_history (&scene), NULL));
  show (&scene, MARATHON_LIST_BIB_BLOCKS, "late");
  assert_row (&scene, "name", "Late");
  scene_clear (&scene);
}

/* --- Keys --- */

static void
test_escape_reverts_then_leaves (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_STARTS, start_rows);
  show (&scene, MARATHON_LIST_STARTS, "red");
  begin_to_type (&scene, "name", "Rouge");
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (shows (&scene, "name", "Red"));
  g_assert_cmpuint (scene.n_left, ==, 0);
  display_scene_press (scene.window, "Escape");
  display_scene_wait_until (scene.n_left == 1);
  g_assert_false (marathon_history_can_undo (get_history (&scene)));
  scene_clear (&scene);
}

static void
test_form_outlives_its_rows (void)
{
  Scene scene;

  scene_init (&scene, MARATHON_LIST_WAVES, wave_rows);
  show (&scene, MARATHON_LIST_WAVES, "red-1");
  display_scene_destroy (scene.window);
  g_assert_null (marathon_record_form_get_row (scene.form, "name"));
  change (&scene, MARATHON_LIST_WAVES, "red-1", "name", "One");
  g_assert_true (marathon_record_form_commit (scene.form));
  g_assert_false (marathon_record_form_undo_typing (scene.form));
  marathon_record_form_set_record (scene.form, NULL, NULL);
  g_assert_finalize_object (scene.form);
  g_assert_finalize_object (scene.document);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/record-form/category-is-shown", test_category_is_shown);
  g_test_add_func ("/record-form/without-a-record-nothing-can-be-typed", test_without_a_record_nothing_can_be_typed);
  g_test_add_func ("/record-form/typed-text-is-read-as-people-write-it", test_typed_text_is_read_as_people_write_it);
  g_test_add_func ("/record-form/empty-number-is-no-limit", test_empty_number_is_no_limit);
  g_test_add_func ("/record-form/numbers-of-a-block-are-put-in-order", test_numbers_of_a_block_are_put_in_order);
  g_test_add_func ("/record-form/refused-text-says-why-and-stays", test_refused_text_says_why_and_stays);
  g_test_add_func ("/record-form/another-record-forgets-what-was-refused", test_another_record_forgets_what_was_refused);
  g_test_add_func ("/record-form/all-is-committed-at-once", test_all_is_committed_at_once);
  g_test_add_func ("/record-form/choices-are-committed-at-once", test_choices_are_committed_at_once);
  g_test_add_func ("/record-form/class-that-is-none-is-refused", test_class_that_is_none_is_refused);
  g_test_add_func ("/record-form/undo-is-shown", test_undo_is_shown);
  g_test_add_func ("/record-form/choices-follow-the-event", test_choices_follow_the_event);
  g_test_add_func ("/record-form/waves-are-called-by-their-starts", test_waves_are_called_by_their_starts);
  g_test_add_func ("/record-form/record-that-is-gone-is-not-shown", test_record_that_is_gone_is_not_shown);
  g_test_add_func ("/record-form/escape-reverts-then-leaves", test_escape_reverts_then_leaves);
  g_test_add_func ("/record-form/form-outlives-its-rows", test_form_outlives_its_rows);
  return display_scene_run ();
}
