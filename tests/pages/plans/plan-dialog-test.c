/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan dialog shows what a plan would change and for whom there is no place, and applies it as one step.
 */
#include "pages/plans/plan-dialog.h"

#include "editing/plan-edit.h"
#include "formats/project-writer.h"
#include "model/model-fixture.h"
#include "pages/plans/plan-item.h"
#include "planning/category-plan.h"
#include "planning/wave-plan.h"
#include "widgets/display-scene.h"

#define MEN_AND_WOMEN "category men | name=Men | sex=M\ncategory women | name=Women | sex=F\n"

#define WAVES \
  "wave fast | name=Fast | time=10:00 | to=3:00:00\nwave slow | name=Slow | time=10:20 | from=3:00:00 | to=5:00:00 | capacity=1\n"

#define WAVE_PEOPLE \
  "entrant 1 | given=Ann | predicted=2:50:00 | bib=7\nentrant 2 | given=Ben | predicted=3:30:00 | wave=fast\n" \
  "entrant 3 | given=Cy | predicted=6:00:00 | wave=slow\nentrant 4 | given=Di | predicted=6:00:00\n"

typedef struct {
  MarathonDocument *document;
  GtkWindow *dialog; /* NULL once it is closed */
  char *applied;
  guint64 shown;
  char *page;
  guint plan;
} Scene;

static void
on_applied (Scene *scene, const char *text)
{
  g_free (scene->applied);
  scene->applied = g_strdup (text);
}

static void
on_show_entrant (Scene *scene, guint64 id)
{
  scene->shown = id;
}

static void
on_show_page (Scene *scene, const char *page)
{
  g_free (scene->page);
  scene->page = g_strdup (page);
}

static void
on_show_plan (Scene *scene, guint field)
{
  scene->plan = field;
}

static GtkWidget *
find (Scene *scene, const char *id)
{
  return display_scene_find_id (GTK_WIDGET (scene->dialog), id);
}

static gboolean
is_busy (Scene *scene)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (find (scene, "stack"))), "busy");
}

static void
scene_init (Scene *scene, const char *event_text, MarathonField field)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (event_text);

  *scene = (Scene) { .document = marathon_document_new (event), .plan = G_MAXUINT };
  scene->dialog = marathon_plan_dialog_new (NULL, scene->document, field);
  g_signal_connect_swapped (scene->dialog, "applied", G_CALLBACK (on_applied), scene);
  g_signal_connect_swapped (scene->dialog, "show-entrant", G_CALLBACK (on_show_entrant), scene);
  g_signal_connect_swapped (scene->dialog, "show-page", G_CALLBACK (on_show_page), scene);
  g_signal_connect_swapped (scene->dialog, "show-plan", G_CALLBACK (on_show_plan), scene);
  g_object_add_weak_pointer (G_OBJECT (scene->dialog), (gpointer *) &scene->dialog);
  display_scene_present (scene->dialog);
  display_scene_wait_until (!is_busy (scene));
}

static void
scene_clear (Scene *scene)
{
  if (scene->dialog != NULL)
    {
      GtkWindow *dialog = scene->dialog;

      g_object_remove_weak_pointer (G_OBJECT (dialog), (gpointer *) &scene->dialog);
      display_scene_destroy (dialog);
    }
  g_assert_finalize_object (scene->document);
  g_free (scene->applied);
  g_free (scene->page);
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

/* The rows that the table has, a line each. */
static char *
describe_rows (Scene *scene)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (scene, "view"))));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MarathonPlanItem) item = g_list_model_get_item (model, i);
      g_autofree char *bib = NULL, *name = NULL, *before = NULL, *after = NULL, *reason = NULL;

      g_object_get (item, "bib", &bib, "name", &name, "before", &before, "after", &after, "reason", &reason, NULL);
      g_string_append_printf (text, "%s|%s|%s|%s|%s\n", bib, name, before, after, reason);
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (Scene *scene, const char *expected)
{
  g_autofree char *rows = describe_rows (scene);

  g_assert_cmpstr (rows, ==, expected);
}

/* The titles of the columns, with blanks between. */
static void
assert_columns (Scene *scene, const char *expected)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (find (scene, "view")));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", gtk_column_view_column_get_title (column));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
assert_label (Scene *scene, const char *id, const char *expected)
{
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (scene, id))), ==, expected);
}

static void
assert_filter (Scene *scene, const char *id, const char *label)
{
  GtkWidget *button = find (scene, id);

  g_assert_cmpint (gtk_widget_get_visible (button), ==, label != NULL);
  if (label != NULL)
    g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, label);
}

static gboolean
can_apply (Scene *scene)
{
  return gtk_widget_get_sensitive (find (scene, "accept"));
}

static void
wait_until_closed (Scene *scene)
{
  display_scene_wait_until (scene->dialog == NULL);
}

static void
choose (Scene *scene, const char *filter)
{
  display_scene_click (find (scene, filter));
  display_scene_wait_for_frame (GTK_WIDGET (scene->dialog));
}

/* --- What is shown --- */

static void
test_who_is_without_a_place_comes_first (void)
{
  Scene scene;

  scene_init (&scene, WAVES WAVE_PEOPLE, MARATHON_FIELD_WAVE);
  g_assert_cmpstr (gtk_window_get_title (scene.dialog), ==, "Plan Waves");
  assert_label (&scene, "headline", "1 gets a wave, 1 moves to another one, 2 find no wave");
  assert_label (&scene, "rest", "4 entrants are accepted.");
  assert_filter (&scene, "unplaced", "Without Wave (2)");
  assert_filter (&scene, "taken_away", "Lose Their Wave (1)");
  assert_filter (&scene, "moved", "Moved (1)");
  assert_filter (&scene, "placed", "New (1)");
  assert_columns (&scene, "Bib Name Before Reason");
  assert_rows (&scene, "|Cy|Slow|–|Predicted 6:00:00 is slower than any wave for the category and entry route takes\n"
                       "|Di|–|–|Predicted 6:00:00 is slower than any wave for the category and entry route takes\n");
  assert_label (&scene, "detail",
                "Cy: loses Slow. Predicted 6:00:00 is slower than any wave for the category and entry route takes");
  scene_clear (&scene);
}

static void
test_filters (void)
{
  Scene scene;

  scene_init (&scene, WAVES WAVE_PEOPLE, MARATHON_FIELD_WAVE);
  choose (&scene, "moved");
  assert_columns (&scene, "Bib Name Before After Reason");
  assert_rows (&scene, "|Ben|Fast|Slow|Predicted 3:30:00 belongs to Slow\n");
  choose (&scene, "placed");
  assert_columns (&scene, "Bib Name After Reason");
  assert_rows (&scene, "7|Ann|–|Fast|Predicted 2:50:00 belongs to Fast\n");
  assert_label (&scene, "detail", "Ann: Fast. Predicted 2:50:00 belongs to Fast");
  choose (&scene, "taken_away");
  assert_columns (&scene, "Bib Name Before Reason");
  assert_rows (&scene, "|Cy|Slow|–|Predicted 6:00:00 is slower than any wave for the category and entry route takes\n");
  choose (&scene, "unplaced");
  assert_columns (&scene, "Bib Name Before Reason");
  scene_clear (&scene);
}

static void
test_nothing_to_change (void)
{
  Scene scene;

  scene_init (&scene, "category a | name=A\nentrant 1 | given=Ann | category=a\n", MARATHON_FIELD_CATEGORY);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.dialog), "Nothing to Change"));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.dialog),
                                      "Everybody who is accepted has a category, and nobody has to change it."));
  g_assert_false (can_apply (&scene));
  g_assert_false (gtk_widget_get_visible (find (&scene, "modes")));
  display_scene_press (scene.dialog, "Escape");
  wait_until_closed (&scene);
  g_assert_false (marathon_history_can_undo (get_history (&scene)));
  scene_clear (&scene);
}

static void
test_nobody_fits (void)
{
  Scene scene;

  scene_init (&scene, MEN_AND_WOMEN "entrant 1 | given=Ann\nentrant 2 | given=Ben\n", MARATHON_FIELD_CATEGORY);
  assert_label (&scene, "headline", "2 find no category");
  assert_columns (&scene, "Name Reason");
  assert_rows (&scene, "|Ann|–|–|No category admits the entrant\n|Ben|–|–|No category admits the entrant\n");
  assert_label (&scene, "detail", "Ann: No category admits the entrant");
  g_assert_false (can_apply (&scene));
  g_assert_false (gtk_widget_get_visible (find (&scene, "filter_box")));
  scene_clear (&scene);
}

/* They would be the same rows twice. */
static void
test_all_without_a_place_lose_one (void)
{
  Scene scene;

  scene_init (&scene, WAVES "entrant 1 | given=Ann | predicted=2:50:00\nentrant 2 | given=Cy | predicted=6:00:00 | wave=slow\n",
              MARATHON_FIELD_WAVE);
  assert_filter (&scene, "unplaced", "Without Wave (1)");
  assert_filter (&scene, "taken_away", NULL);
  assert_filter (&scene, "moved", NULL);
  assert_filter (&scene, "placed", "New (1)");
  scene_clear (&scene);
}

/* --- What is lacking --- */

static void
test_what_lacks_leads_to_its_page (void)
{
  static const struct {
    MarathonField field;
    const char *event;
    const char *title;
    const char *page;
  } cases[] = {
    { MARATHON_FIELD_CATEGORY, "entrant 1 | given=Ann\n", "No Categories Yet", "categories" },
    { MARATHON_FIELD_WAVE, "entrant 1 | given=Ann\n", "No Waves Yet", "waves" },
    { MARATHON_FIELD_BIB, "entrant 1 | given=Ann\n", "No Bib Blocks Yet", "bibs" },
    { MARATHON_FIELD_WAVE, "wave w | name=W\n", "Nobody Is Accepted Yet", "entrants" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Scene scene;

      scene_init (&scene, cases[i].event, cases[i].field);
      g_assert_true (display_scene_shows (GTK_WIDGET (scene.dialog), cases[i].title));
      g_assert_false (can_apply (&scene));
      display_scene_press (scene.dialog, "Return");
      wait_until_closed (&scene);
      g_assert_cmpstr (scene.page, ==, cases[i].page);
      scene_clear (&scene);
    }
}

static void
test_another_plan_comes_first (void)
{
  Scene scene;

  scene_init (&scene, "wave w | name=W\nbib-block b | name=B | numbers=1-9 | waves=w\nentrant 1 | given=Ann\n", MARATHON_FIELD_BIB);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.dialog), "1 has no wave yet, which is needed first."));
  display_scene_click (display_scene_find_text (GTK_WIDGET (scene.dialog), GTK_TYPE_BUTTON, "Plan _Waves…"));
  wait_until_closed (&scene);
  g_assert_cmpuint (scene.plan, ==, MARATHON_FIELD_WAVE);
  scene_clear (&scene);
}

static void
test_a_block_that_is_used_up (void)
{
  Scene scene;

  scene_init (&scene, "bib-block b | name=Mass | numbers=1\nentrant 1 | given=Ann\nentrant 2 | given=Ben\n", MARATHON_FIELD_BIB);
  assert_rows (&scene, "|Ben|–|–|Mass is used up, and so is every other block for the entrant\n");
  choose (&scene, "placed");
  assert_columns (&scene, "Name After Reason");
  assert_rows (&scene, "|Ann|–|1|The next free number of Mass\n");
  scene_clear (&scene);
}

/* --- Applying --- */

static MarathonPlan *
make_fill (MarathonEvent *event)
{
  return marathon_bib_plan_new (event, MARATHON_BIB_PLAN_FILL);
}

/* What the command line does: the plan of the event itself, applied. */
static char *
apply_plainly (const char *event_text, MarathonPlan *(*make) (MarathonEvent *event))
{
  g_autoptr (MarathonEvent) event = model_fixture_new (event_text);
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  g_autoptr (MarathonPlan) plan = make (event);
  g_autoptr (GError) error = NULL;

  marathon_plan_apply (history, plan, &error);
  g_assert_no_error (error);
  return marathon_project_to_text (event);
}

static void
test_applies_as_one_step (void)
{
  static const struct {
    MarathonField field;
    const char *event;
    MarathonPlan *(*make) (MarathonEvent *event);
    const char *applied;
    const char *label;
  } cases[] = {
    { MARATHON_FIELD_CATEGORY, MEN_AND_WOMEN "entrant 1 | given=Ann | sex=F\nentrant 2 | given=Ben | sex=M | category=women\n",
      marathon_category_plan_new, "Assigned 2 categories", "Assign 2 Categories" },
    { MARATHON_FIELD_WAVE, WAVES WAVE_PEOPLE, marathon_wave_plan_new, "Assigned 3 waves", "Assign 3 Waves" },
    { MARATHON_FIELD_BIB, "bib-block b | name=B | numbers=1-9\nentrant 1 | given=Ann\nguide 11 | given=Gus\n", make_fill,
      "Assigned 2 bibs", "Assign 2 Bibs" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = apply_plainly (cases[i].event, cases[i].make);
      g_autofree char *before = NULL, *after = NULL, *undone = NULL;
      Scene scene;

      scene_init (&scene, cases[i].event, cases[i].field);
      before = marathon_project_to_text (get_event (&scene));
      display_scene_press (scene.dialog, "Return");
      wait_until_closed (&scene);
      g_assert_cmpstr (scene.applied, ==, cases[i].applied);
      g_assert_cmpstr (marathon_history_get_undo_label (get_history (&scene)), ==, cases[i].label);
      after = marathon_project_to_text (get_event (&scene));
      g_assert_cmpstr (after, ==, expected);
      g_assert_true (marathon_history_undo (get_history (&scene), NULL));
      g_assert_false (marathon_history_can_undo (get_history (&scene)));
      undone = marathon_project_to_text (get_event (&scene));
      g_assert_cmpstr (undone, ==, before);
      scene_clear (&scene);
    }
}

static void
test_a_guide_s_bib_is_named_with_the_athlete (void)
{
  Scene scene;

  scene_init (&scene, "bib-block b | name=B | numbers=1-9\nentrant 1 | given=Ann\nguide 11 | given=Gus\n", MARATHON_FIELD_BIB);
  assert_rows (&scene, "|Ann|–|1|The next free number of B\n|Gus, guide of Ann|–|G1|Made of the athlete’s bib\n");
  g_signal_emit_by_name (find (&scene, "view"), "activate", 1);
  wait_until_closed (&scene);
  g_assert_cmpuint (scene.shown, ==, 1);
  scene_clear (&scene);
}

#define ANN_AND_BEN MEN_AND_WOMEN "entrant 1 | given=Ann | sex=F\nentrant 2 | given=Ben\n"

static void
make_ben_a_man (Scene *scene)
{
  static const guint32 position = 1;
  MarathonEntrant value = *marathon_roster_get (marathon_event_get_roster (get_event (scene)), position);
  g_autoptr (MarathonEdit) edit = NULL;

  value.sex = MARATHON_SEX_MALE;
  edit = marathon_edit_new_change_entrants (get_event (scene), MARATHON_PLACE_ROSTER, &position, &value, 1);
  g_assert_true (marathon_history_do (get_history (scene), edit, "Change Sex", NULL));
}

/* The plan on the screen is always that of the event. */
static void
test_a_change_in_between_plans_anew (void)
{
  Scene scene;

  scene_init (&scene, ANN_AND_BEN, MARATHON_FIELD_CATEGORY);
  assert_label (&scene, "headline", "1 gets a category, 1 finds no category");
  make_ben_a_man (&scene);
  g_assert_true (is_busy (&scene));
  g_assert_false (can_apply (&scene));
  display_scene_wait_until (!is_busy (&scene));
  assert_label (&scene, "headline", "2 get a category");
  display_scene_press (scene.dialog, "Return");
  wait_until_closed (&scene);
  g_assert_cmpstr (scene.applied, ==, "Assigned 2 categories");
  scene_clear (&scene);
}

/* What was agreed to is not what would happen now: it is shown first. */
static void
test_a_change_after_the_answer_plans_anew (void)
{
  Scene scene;

  scene_init (&scene, ANN_AND_BEN, MARATHON_FIELD_CATEGORY);
  /* Without letting frames pass, in the second of which it is applied. */
  g_signal_emit_by_name (find (&scene, "accept"), "clicked");
  make_ben_a_man (&scene);
  display_scene_wait_until (!is_busy (&scene));
  g_assert_null (scene.applied);
  assert_label (&scene, "headline", "2 get a category");
  display_scene_click (find (&scene, "accept"));
  wait_until_closed (&scene);
  g_assert_cmpstr (scene.applied, ==, "Assigned 2 categories");
  scene_clear (&scene);
}

static void
test_closing_while_planning (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (WAVES WAVE_PEOPLE);
  g_autoptr (MarathonDocument) document = marathon_document_new (event);
  GtkWindow *dialog = marathon_plan_dialog_new (NULL, document, MARATHON_FIELD_WAVE);

  display_scene_destroy (dialog);
  display_scene_settle ();
  g_assert_false (marathon_history_can_undo (marathon_document_get_history (document)));
}

/* --- Bibs anew --- */

#define NUMBERED \
  "bib-block b | name=B | numbers=1-9\nentrant 1 | given=Ann | bib=5\nentrant 2 | given=Ben | bib=7 | pins=bib\n"

static void
test_renumbering_is_a_choice_of_its_own (void)
{
  Scene scene;
  g_autofree char *bib = NULL;

  scene_init (&scene, NUMBERED, MARATHON_FIELD_BIB);
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.dialog), "Nothing to Change"));
  g_assert_true (gtk_widget_has_css_class (find (&scene, "accept"), "suggested-action"));
  display_scene_click (find (&scene, "renumber"));
  display_scene_wait_until (!is_busy (&scene));
  assert_label (&scene, "headline", "1 gets another bib");
  assert_columns (&scene, "Name Before After Reason");
  assert_rows (&scene, "5|Ann|5|1|The next free number of B\n");
  g_assert_true (gtk_widget_has_css_class (find (&scene, "accept"), "destructive-action"));
  g_assert_null (gtk_window_get_default_widget (scene.dialog));
  display_scene_click (find (&scene, "accept"));
  wait_until_closed (&scene);
  bib = model_fixture_get (get_event (&scene), 0, "bib");
  g_assert_cmpstr (bib, ==, "1");
  scene_clear (&scene);
}

static void
test_back_to_filling_in (void)
{
  Scene scene;

  scene_init (&scene, NUMBERED, MARATHON_FIELD_BIB);
  display_scene_click (find (&scene, "renumber"));
  display_scene_click (find (&scene, "fill"));
  display_scene_wait_until (!is_busy (&scene));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.dialog), "Nothing to Change"));
  g_assert_true (gtk_widget_has_css_class (find (&scene, "accept"), "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (find (&scene, "accept"), "destructive-action"));
  scene_clear (&scene);
}

/* --- Keyboard --- */

/* Who goes through the choices with the keyboard is not taken away from them. */
static void
test_the_keyboard_stays_at_the_choice (void)
{
  Scene scene;

  scene_init (&scene, "bib-block b | name=B | numbers=1-9\nentrant 1 | given=Ann\n", MARATHON_FIELD_BIB);
  g_assert_true (gtk_window_get_focus (scene.dialog) == find (&scene, "accept"));
  gtk_widget_grab_focus (find (&scene, "renumber"));
  display_scene_click (find (&scene, "renumber"));
  display_scene_wait_until (!is_busy (&scene));
  gtk_widget_grab_focus (find (&scene, "fill"));
  display_scene_click (find (&scene, "fill"));
  display_scene_wait_until (!is_busy (&scene) && can_apply (&scene));
  display_scene_wait_for_frame (GTK_WIDGET (scene.dialog));
  g_assert_true (gtk_window_get_focus (scene.dialog) == find (&scene, "fill"));
  scene_clear (&scene);
}

static void
test_enter_in_the_table_leads_to_the_entrant (void)
{
  Scene scene;

  scene_init (&scene, WAVES WAVE_PEOPLE, MARATHON_FIELD_WAVE);
  display_scene_wait_for_frame (GTK_WIDGET (scene.dialog));
  display_scene_press (scene.dialog, "<Shift>Tab <Shift>Tab <Shift>Tab");
  display_scene_press (scene.dialog, "Down");
  display_scene_wait_until (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (find (&scene, "detail"))), "Di: "));
  display_scene_press (scene.dialog, "Return");
  wait_until_closed (&scene);
  g_assert_cmpuint (scene.shown, ==, 4);
  g_assert_null (scene.applied);
  g_assert_false (marathon_history_can_undo (get_history (&scene)));
  scene_clear (&scene);
}

static void
test_the_button_leads_to_the_entrant (void)
{
  Scene scene;

  scene_init (&scene, WAVES WAVE_PEOPLE, MARATHON_FIELD_WAVE);
  display_scene_click (find (&scene, "show_entrant"));
  wait_until_closed (&scene);
  g_assert_cmpuint (scene.shown, ==, 3);
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/plan-dialog/who-is-without-a-place-comes-first", test_who_is_without_a_place_comes_first);
  g_test_add_func ("/plan-dialog/filters", test_filters);
  g_test_add_func ("/plan-dialog/nothing-to-change", test_nothing_to_change);
  g_test_add_func ("/plan-dialog/nobody-fits", test_nobody_fits);
  g_test_add_func ("/plan-dialog/all-without-a-place-lose-one", test_all_without_a_place_lose_one);
  g_test_add_func ("/plan-dialog/what-lacks-leads-to-its-page", test_what_lacks_leads_to_its_page);
  g_test_add_func ("/plan-dialog/another-plan-comes-first", test_another_plan_comes_first);
  g_test_add_func ("/plan-dialog/a-block-that-is-used-up", test_a_block_that_is_used_up);
  g_test_add_func ("/plan-dialog/applies-as-one-step", test_applies_as_one_step);
  g_test_add_func ("/plan-dialog/a-guide-s-bib-is-named-with-the-athlete", test_a_guide_s_bib_is_named_with_the_athlete);
  g_test_add_func ("/plan-dialog/a-change-in-between-plans-anew", test_a_change_in_between_plans_anew);
  g_test_add_func ("/plan-dialog/a-change-after-the-answer-plans-anew", test_a_change_after_the_answer_plans_anew);
  g_test_add_func ("/plan-dialog/closing-while-planning", test_closing_while_planning);
  g_test_add_func ("/plan-dialog/renumbering-is-a-choice-of-its-own", test_renumbering_is_a_choice_of_its_own);
  g_test_add_func ("/plan-dialog/back-to-filling-in", test_back_to_filling_in);
  g_test_add_func ("/plan-dialog/the-keyboard-stays-at-the-choice", test_the_keyboard_stays_at_the_choice);
  g_test_add_func ("/plan-dialog/enter-in-the-table-leads-to-the-entrant", test_enter_in_the_table_leads_to_the_entrant);
  g_test_add_func ("/plan-dialog/the-button-leads-to-the-entrant", test_the_button_leads_to_the_entrant);
  return display_scene_run ();
}
