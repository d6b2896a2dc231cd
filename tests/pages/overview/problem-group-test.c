/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worst problems come first, no more than there is room for, and each leads to its place.
 */
#include "pages/overview/problem-group.h"

#include "editing/record-edits.h"
#include "model/model-fixture.h"
#include "widgets/display-scene.h"
#include "widgets/problem-row.h"

typedef struct {
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  GtkWindow *window;
  MarathonProblemGroup *group;
  char *chosen; /* "page what" */
} Scene;

static void
on_chosen (Scene *scene, const char *page, const char *what)
{
  g_free (scene->chosen);
  scene->chosen = g_strdup_printf ("%s %s", page, what);
}

static const char *
get_page (Scene *scene)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (display_scene_find_id (GTK_WIDGET (scene->group), "stack")));
}

static void
scene_init (Scene *scene, const char *text)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (text);

  *scene = (Scene) { 0 };
  scene->document = marathon_document_new (event);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->group = g_object_new (MARATHON_TYPE_PROBLEM_GROUP, NULL);
  marathon_problem_group_set_problems (scene->group, scene->document, scene->problems);
  g_assert_cmpstr (get_page (scene), ==, "busy");
  g_signal_connect_swapped (scene->group, "chosen", G_CALLBACK (on_chosen), scene);
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->window, 600, 500);
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->group));
  display_scene_present (scene->window);
}

static void
wait (Scene *scene)
{
  display_scene_wait_until (!marathon_problems_watch_is_busy (scene->problems));
  display_scene_settle ();
}

static void
scene_clear (Scene *scene)
{
  wait (scene);
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->problems);
  g_assert_finalize_object (scene->document);
  g_free (scene->chosen);
}

static MarathonProblemRow *
get_row (Scene *scene, guint index)
{
  GtkWidget *list = display_scene_find_id (GTK_WIDGET (scene->group), "list");

  return MARATHON_PROBLEM_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index));
}

static MarathonProblemRow *
find_row (Scene *scene, MarathonProblemKind kind)
{
  MarathonProblemRow *row = NULL;

  for (guint i = 0; i < MARATHON_PROBLEM_GROUP_MAX && row == NULL; i++)
    if (get_row (scene, i) != NULL && marathon_problem_row_get_kind (get_row (scene, i)) == kind)
      row = get_row (scene, i);
  return row;
}

static void
assert_leads (Scene *scene, MarathonProblemKind kind, const char *place)
{
  g_assert_nonnull (find_row (scene, kind));
  gtk_widget_activate (GTK_WIDGET (find_row (scene, kind)));
  display_scene_settle ();
  g_assert_cmpstr (scene->chosen, ==, place);
}

/* Nothing is wrong with this one but what is added. */
#define GOOD "event | title=T | date=2027-04-25\ncategory c | name=C\nstart s | name=S\nwave w | name=W | start=s | time=10:00\n" \
             "bib-block b | name=B | numbers=1-99\n"
#define ENTRANT(id, family) "entrant " id " | family=" family " | given=A" id " | sex=F | born=1980-01-0" id " | nation=GBR | category=c | " \
                            "wave=w | bib=" id " | emergency-phone=1\n"

static void
test_nothing (void)
{
  Scene scene;

  scene_init (&scene, GOOD);
  display_scene_wait_until (g_str_equal (get_page (&scene), "none"));
  g_assert_true (display_scene_shows (GTK_WIDGET (scene.group), "Nothing needs attention"));
  scene_clear (&scene);
}

static void
test_the_worst_first_and_not_too_many (void)
{
  MarathonSeverity last = MARATHON_SEVERITY_ERROR;
  Scene scene;

  scene_init (&scene, "category m | name=Men | sex=M\nwave w | name=W\nentrant 1 | category=m | sex=F\nentrant 2\n");
  wait (&scene);
  for (guint i = 0; i < MARATHON_PROBLEM_GROUP_MAX; i++)
    {
      MarathonSeverity severity = marathon_problem_get_info (marathon_problem_row_get_kind (get_row (&scene, i)))->severity;

      g_assert_cmpint (severity, >=, last);
      last = severity;
    }
  g_assert_cmpint (marathon_problem_row_get_kind (get_row (&scene, 0)), ==, MARATHON_PROBLEM_CATEGORY_SEX);
  g_assert_null (get_row (&scene, MARATHON_PROBLEM_GROUP_MAX));
  g_assert_true (gtk_widget_get_visible (display_scene_find_id (GTK_WIDGET (scene.group), "all")));
  scene_clear (&scene);
}

/* Hints are not pressing. */
static void
test_hints_are_left_out (void)
{
  Scene scene;

  scene_init (&scene, GOOD "entrant 1 | family=A | given=B | sex=F | born=1980-01-01 | category=c | wave=w | bib=1\n");
  wait (&scene);
  g_assert_cmpuint (marathon_problems_watch_get (scene.problems)->kinds[MARATHON_PROBLEM_NO_EMERGENCY_CONTACT].count, ==, 1);
  g_assert_cmpstr (get_page (&scene), ==, "none");
  scene_clear (&scene);
}

static void
test_each_leads_to_its_place (void)
{
  Scene scene;

  scene_init (&scene, "category c | name=C | capacity=1\nstart s | name=S\n"
                      "wave w | name=F | start=s | time=10:00 | capacity=1\nwave late | name=L | start=s\n"
                      "bib-block b | name=B | numbers=1-99\nbib-block b2 | name=B2 | numbers=50-60\n"
                      ENTRANT ("1", "Abel") ENTRANT ("2", "Bell"));
  wait (&scene);
  assert_leads (&scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY, "waves wave:w");
  assert_leads (&scene, MARATHON_PROBLEM_WAVE_WITHOUT_TIME, "waves wave:late");
  assert_leads (&scene, MARATHON_PROBLEM_CATEGORY_OVER_CAPACITY, "categories category:c");
  assert_leads (&scene, MARATHON_PROBLEM_BLOCKS_OVERLAP, "bibs bib-block:b");
  assert_leads (&scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE, "overview date");
  scene_clear (&scene);
}

static void
test_of_entrants (void)
{
  Scene scene;

  scene_init (&scene, GOOD "entrant 1 | family=A | given=B | sex=F | born=1980-01-01 | category=c | bib=1\n");
  wait (&scene);
  assert_leads (&scene, MARATHON_PROBLEM_NO_WAVE, "entrants problem:no-wave");
  scene_clear (&scene);
}

static void
change_date (Scene *scene, const char *text)
{
  MarathonRecord *info = MARATHON_RECORD (marathon_event_get_info (marathon_document_get_event (scene->document)));

  g_assert_true (marathon_record_change (marathon_document_get_history (scene->document), info,
                                         (guint) marathon_record_find_column (info, "date"), text, NULL));
}

static void
test_follows_changes_and_keeps_the_keyboard (void)
{
  Scene scene;

  scene_init (&scene, GOOD "entrant 1 | family=A | given=B | sex=F | born=1980-01-01 | category=c | bib=1\n");
  wait (&scene);
  g_assert_null (find_row (&scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE));
  gtk_widget_grab_focus (GTK_WIDGET (find_row (&scene, MARATHON_PROBLEM_NO_WAVE)));
  change_date (&scene, "");
  display_scene_wait_until (find_row (&scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE) != NULL);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_row (&scene, MARATHON_PROBLEM_NO_WAVE))));
  /* From a button in the row to the row. */
  gtk_widget_child_focus (GTK_WIDGET (find_row (&scene, MARATHON_PROBLEM_NO_WAVE)), GTK_DIR_TAB_FORWARD);
  change_date (&scene, "2027-04-25");
  display_scene_wait_until (find_row (&scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE) == NULL);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_row (&scene, MARATHON_PROBLEM_NO_WAVE))));
  scene_clear (&scene);
}

static void
test_nobody_looks (void)
{
  Scene scene;

  scene_init (&scene, GOOD);
  wait (&scene);
  gtk_widget_set_visible (GTK_WIDGET (scene.group), FALSE);
  change_date (&scene, "");
  wait (&scene);
  g_assert_cmpstr (get_page (&scene), ==, "none");
  gtk_widget_set_visible (GTK_WIDGET (scene.group), TRUE);
  display_scene_wait_until (g_str_equal (get_page (&scene), "list"));
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/problem-group/nothing", test_nothing);
  g_test_add_func ("/problem-group/the-worst-first-and-not-too-many", test_the_worst_first_and_not_too_many);
  g_test_add_func ("/problem-group/hints-are-left-out", test_hints_are_left_out);
  g_test_add_func ("/problem-group/each-leads-to-its-place", test_each_leads_to_its_place);
  g_test_add_func ("/problem-group/of-entrants", test_of_entrants);
  g_test_add_func ("/problem-group/follows-changes-and-keeps-the-keyboard", test_follows_changes_and_keeps_the_keyboard);
  g_test_add_func ("/problem-group/nobody-looks", test_nobody_looks);
  return display_scene_run ();
}
