/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The problems of an event, and the way to those whom they concern.
 */
#include "model/entrant-draft.h"
#include "widgets/display-scene.h"
#include "window/problem-row.h"
#include "window/problems-popover.h"

typedef struct {
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  GtkWindow *window;
  GtkMenuButton *button;
  MarathonProblemsPopover *popover;
  int chosen;
} Scene;

/* Somebody of whom nothing is known but a family name. */
static void
add_entrant (MarathonEvent *event, guint64 id)
{
  const guint32 position = marathon_roster_get_size (marathon_event_get_roster (event));
  g_autoptr (GError) error = NULL;
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  draft.value.id = id;
  marathon_entrant_draft_set (&draft, MARATHON_FIELD_FAMILY, "Ashworth", &error);
  marathon_event_insert_entrants (event, MARATHON_PLACE_ROSTER, &position, marathon_entrant_draft_finish (&draft), 1, &error);
  marathon_entrant_draft_clear (&draft);
  g_assert_no_error (error);
}

static void
on_chosen (MarathonProblemsPopover *popover, int kind, Scene *scene)
{
  scene->chosen = kind;
}

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  if (data != NULL)
    add_entrant (event, 1);
  scene->chosen = -1;
  scene->document = marathon_document_new (event);
  scene->problems = marathon_problems_watch_new (scene->document);
  scene->popover = g_object_new (MARATHON_TYPE_PROBLEMS_POPOVER, "problems", scene->problems, NULL);
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
    if (marathon_problem_row_get_kind (MARATHON_PROBLEM_ROW (row)) == kind)
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
  display_scene_wait_until (scene->chosen == MARATHON_PROBLEM_NO_SEX);
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
test_what_is_of_no_entrant_leads_nowhere (Scene *scene, gconstpointer data)
{
  open (scene);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (scene, MARATHON_PROBLEM_EVENT_WITHOUT_DATE))));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (scene, MARATHON_PROBLEM_NO_SEX))));
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
  g_test_add ("/problems-popover/leads-to-those-concerned", Scene, "one", set_up, test_leads_to_those_concerned, tear_down);
  g_test_add ("/problems-popover/the-worst-first", Scene, "one", set_up, test_the_worst_first, tear_down);
  g_test_add ("/problems-popover/what-is-of-no-entrant-leads-nowhere", Scene, "one", set_up,
              test_what_is_of_no_entrant_leads_nowhere, tear_down);
  g_test_add ("/problems-popover/follows-while-it-is-open", Scene, "one", set_up, test_follows_while_open, tear_down);
  g_test_add ("/problems-popover/says-that-there-are-none", Scene, NULL, set_up, test_says_that_there_are_none, tear_down);
  return display_scene_run ();
}
