/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The problems of an event, and the way to those whom they concern.
 */
#include "model/model-fixture.h"
#include "widgets/display-scene.h"
#include "widgets/problem-row.h"
#include "window/problem-record-row.h"
#include "window/problems-popover.h"

typedef struct {
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  GtkWindow *window;
  GtkMenuButton *button;
  MarathonProblemsPopover *popover;
  char *chosen; /* "PAGE WHAT" */
} Scene;

/* Somebody of whom nothing is known but a family name. */
#define ONE "entrant 1 | family=Ashworth\n"

#define NOBODY "event | title=Spring Marathon\n"

#define DATED "event | title=Spring Marathon | date=2027-04-25\n"

/* Two waves with more people than places, and one that is right. */
#define CROWDED \
  DATED "start red | name=Red\nstart blue | name=Blue\nwave r1 | name=1 | start=red | capacity=1 | time=10:00\n" \
  "wave b1 | name=1 | start=blue | capacity=1 | time=10:00\nwave b2 | name=2 | start=blue | capacity=9 | time=10:00\n" \
  "entrant 1 | given=A | wave=r1\nentrant 2 | given=B | wave=r1\nentrant 3 | given=C | wave=b1\nentrant 4 | given=D | wave=b1\n" \
  "entrant 5 | given=E | wave=b1\nentrant 6 | given=F | wave=b2\n"

/* One wave without a time. */
#define TIMELESS DATED "wave r1 | name=Red 1\n"

static void
on_chosen (MarathonProblemsPopover *popover, const char *page, const char *what, Scene *scene)
{
  g_free (scene->chosen);
  scene->chosen = g_strconcat (page, " ", what, NULL);
}

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (data);

  scene->chosen = NULL;
  scene->document = marathon_document_new (event);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->popover = g_object_new (MARATHON_TYPE_PROBLEMS_POPOVER, NULL);
  marathon_problems_popover_set_problems (scene->popover, scene->document, scene->problems);
  g_signal_connect (scene->popover, "chosen", G_CALLBACK (on_chosen), scene);
  scene->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (scene->button, GTK_WIDGET (scene->popover));
  scene->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (scene->window, GTK_WIDGET (scene->button));
  display_scene_present (scene->window);
  display_scene_wait_until (!marathon_problems_watch_is_busy (scene->problems));
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  /* GTK 4.8 itself never frees a popover whose window goes while it is open. */
  gtk_menu_button_popdown (scene->button);
  display_scene_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
  display_scene_destroy (scene->window);
  g_object_unref (scene->problems);
  g_object_unref (scene->document);
  g_free (scene->chosen);
}

static void
open (Scene *scene)
{
  gtk_menu_button_popup (scene->button);
  display_scene_wait_until (gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
}

static MarathonProblemRow *
find_row (Scene *scene, MarathonProblemKind kind)
{
  GtkListBox *list = GTK_LIST_BOX (display_scene_find (GTK_WIDGET (scene->popover), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (MARATHON_IS_PROBLEM_ROW (row) && marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)) == kind)
      return MARATHON_PROBLEM_ROW (row);
  return NULL;
}

static void
test_leads_to_those_concerned (Scene *scene, gconstpointer data)
{
  g_autofree char *sentence = marathon_problem_format (MARATHON_PROBLEM_NO_SEX, 1);
  MarathonProblemRow *row;

  open (scene);
  row = find_row (scene, MARATHON_PROBLEM_NO_SEX);
  g_assert_nonnull (row);
  g_assert_true (display_scene_shows (GTK_WIDGET (row), sentence));
  gtk_widget_activate (GTK_WIDGET (row));
  display_scene_wait_until (g_strcmp0 (scene->chosen, "entrants problem:no-sex") == 0);
  display_scene_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
}

static void
test_the_worst_first (Scene *scene, gconstpointer data)
{
  GtkListBox *list;
  GtkListBoxRow *row;
  MarathonSeverity last = MARATHON_SEVERITY_ERROR;

  open (scene);
  list = GTK_LIST_BOX (display_scene_find (GTK_WIDGET (scene->popover), GTK_TYPE_LIST_BOX));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      MarathonSeverity severity = marathon_problem_get_info (marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)))->severity;

      g_assert_cmpint (severity, >=, last);
      last = severity;
    }
  g_assert_cmpint (last, >, MARATHON_SEVERITY_ERROR);
}

static void
test_an_event_without_date_leads_to_it (Scene *scene, gconstpointer data)
{
  open (scene);
  gtk_widget_activate (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE)));
  display_scene_wait_until (g_strcmp0 (scene->chosen, "overview date") == 0);
}

static void
test_one_record_is_led_to_at_once (Scene *scene, gconstpointer data)
{
  open (scene);
  gtk_widget_activate (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_WAVE_WITHOUT_TIME)));
  display_scene_wait_until (g_strcmp0 (scene->chosen, "waves wave:r1") == 0);
  display_scene_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
}

static guint
count_records (Scene *scene)
{
  GtkListBox *list = GTK_LIST_BOX (display_scene_find (GTK_WIDGET (scene->popover), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    n += MARATHON_IS_PROBLEM_RECORD_ROW (row);
  return n;
}

static GtkWidget *
find_record (Scene *scene, int offset)
{
  GtkListBox *list = GTK_LIST_BOX (display_scene_find (GTK_WIDGET (scene->popover), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (find_row (scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + offset));
}

static void
test_several_records_unfold (Scene *scene, gconstpointer data)
{
  GtkWidget *row;

  open (scene);
  g_assert_cmpuint (count_records (scene), ==, 0);
  gtk_widget_activate (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY)));
  display_scene_wait_until (count_records (scene) == 2);
  g_assert_null (scene->chosen);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY))));
  g_assert_true (display_scene_shows (find_record (scene, 1), "Red 1"));
  row = find_record (scene, 2);
  g_assert_true (display_scene_shows (row, "Blue 1"));
  g_assert_true (display_scene_shows (row, "3 of 1, 2 too many"));
  gtk_widget_activate (row);
  display_scene_wait_until (g_strcmp0 (scene->chosen, "waves wave:b1") == 0);
  display_scene_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
}

static void
test_records_fold_again (Scene *scene, gconstpointer data)
{
  open (scene);
  display_scene_wait_for_frame (GTK_WIDGET (scene->popover));
  gtk_widget_activate (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY)));
  display_scene_wait_until (count_records (scene) == 2);
  gtk_widget_activate (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY)));
  display_scene_wait_until (count_records (scene) == 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
}

/* --- Repairing --- */

static void
count_activation (GSimpleAction *action, GVariant *parameter, gpointer n)
{
  (*(guint *) n)++;
}

static void
test_a_plan_is_one_click_away (Scene *scene, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) plan = g_simple_action_new ("plan-waves", NULL);
  guint n = 0;

  g_signal_connect (plan, "activate", G_CALLBACK (count_activation), &n);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (plan));
  gtk_widget_insert_action_group (GTK_WIDGET (scene->window), "win", G_ACTION_GROUP (actions));
  open (scene);
  display_scene_click (display_scene_find_text (GTK_WIDGET (find_row (scene, MARATHON_PROBLEM_WAVE_OVER_CAPACITY)), GTK_TYPE_BUTTON,
                                                "Plan Waves…"));
  g_assert_cmpuint (n, ==, 1);
  display_scene_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (scene->popover)));
  g_assert_null (scene->chosen);
}

static void
test_follows_while_open (Scene *scene, gconstpointer data)
{
  MarathonRecord *info = MARATHON_RECORD (marathon_event_get_info (marathon_document_get_event (scene->document)));
  g_autoptr (MarathonEdit) edit
      = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "date"), "2027-04-25");

  open (scene);
  g_assert_nonnull (find_row (scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE));
  g_assert_true (marathon_history_do (marathon_document_get_history (scene->document), edit, "Change Date", NULL));
  display_scene_wait_until (find_row (scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE) == NULL);
}

static void
test_says_that_there_are_none (Scene *scene, gconstpointer data)
{
  MarathonRecord *info = MARATHON_RECORD (marathon_event_get_info (marathon_document_get_event (scene->document)));
  g_autoptr (MarathonEdit) edit
      = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, "date"), "2027-04-25");

  g_assert_true (marathon_history_do (marathon_document_get_history (scene->document), edit, "Change Date", NULL));
  open (scene);
  display_scene_wait_until (display_scene_shows (GTK_WIDGET (scene->popover), "Nothing needs attention"));
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add ("/problems-popover/leads-to-those-concerned", Scene, ONE, set_up, test_leads_to_those_concerned, tear_down);
  g_test_add ("/problems-popover/the-worst-first", Scene, ONE, set_up, test_the_worst_first, tear_down);
  g_test_add ("/problems-popover/an-event-without-date-leads-to-it", Scene, ONE, set_up, test_an_event_without_date_leads_to_it,
              tear_down);
  g_test_add ("/problems-popover/one-record-is-led-to-at-once", Scene, TIMELESS, set_up, test_one_record_is_led_to_at_once, tear_down);
  g_test_add ("/problems-popover/several-records-unfold", Scene, CROWDED, set_up, test_several_records_unfold, tear_down);
  g_test_add ("/problems-popover/records-fold-again", Scene, CROWDED, set_up, test_records_fold_again, tear_down);
  g_test_add ("/problems-popover/a-plan-is-one-click-away", Scene, CROWDED, set_up, test_a_plan_is_one_click_away, tear_down);
  g_test_add ("/problems-popover/follows-while-it-is-open", Scene, ONE, set_up, test_follows_while_open, tear_down);
  g_test_add ("/problems-popover/says-that-there-are-none", Scene, NOBODY, set_up, test_says_that_there_are_none, tear_down);
  return display_scene_run ();
}
