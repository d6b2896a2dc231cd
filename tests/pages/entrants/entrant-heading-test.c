/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heading says who is shown.
 */
#include "pages/entrants/entrant-heading.h"

#include "model/model-fixture.h"
#include "widgets/display-scene.h"

static const char people[] = "start red | name=Red\n"
                             "category elite-men | name=Elite men\n"
                             "wave elite-men | name=Elite men | start=red\n"
                             "wave red-1 | name=Red 1 | start=red\n"
                             "entrant 1 | family=Archer & <Sons> | given=Amy | bib=37 | category=elite-men "
                             "| wave=red-1\n"
                             "entrant 2 | family=Bolt | category=elite-men | wave=elite-men | status=withdrawn\n";

static GtkWindow *
make_window (GtkWidget **heading)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  *heading = g_object_new (MARATHON_TYPE_ENTRANT_HEADING, NULL);
  gtk_window_set_child (window, *heading);
  display_scene_present (window);
  return window;
}

static void
show (GtkWidget *heading, MarathonEvent *event, guint position)
{
  marathon_entrant_heading_show (MARATHON_ENTRANT_HEADING (heading), event,
                                 marathon_roster_get (marathon_event_get_roster (event), position));
}

static void
test_says_who_it_is (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (people);
  GtkWidget *heading;
  GtkWindow *window = make_window (&heading);

  show (heading, event, 0);
  g_assert_true (display_scene_shows (heading, "Amy Archer & <Sons>"));
  g_assert_true (display_scene_shows (heading, "37 · Elite men · Red 1"));
  g_assert_true (display_scene_shows (heading, "Accepted"));
  show (heading, event, 1);
  g_assert_true (display_scene_shows (heading, "Elite men"));
  g_assert_true (display_scene_shows (heading, "Withdrawn"));
  display_scene_destroy (window);
}

static void
test_status_has_one_colour (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (people);
  GtkWidget *heading, *status;
  GtkWindow *window = make_window (&heading);

  status = display_scene_find_id (heading, "status");
  show (heading, event, 1);
  g_assert_true (gtk_widget_has_css_class (status, "withdrawn"));
  show (heading, event, 0);
  g_assert_false (gtk_widget_has_css_class (status, "withdrawn"));
  display_scene_destroy (window);
}

static void
test_new_entrant (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new (people);
  GtkWidget *heading;
  GtkWindow *window = make_window (&heading);

  show (heading, event, 0);
  marathon_entrant_heading_show (MARATHON_ENTRANT_HEADING (heading), event, NULL);
  g_assert_true (display_scene_shows (heading, "New Entrant"));
  g_assert_false (display_scene_shows (heading, "Accepted"));
  g_assert_false (display_scene_shows (heading, "37 · Elite men · Red 1"));
  display_scene_destroy (window);
}

static void
test_somebody_without_a_name (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("entrant 883cf85cbf7e4630 | bib=7\nentrant 2 | family=Bolt\n");
  GtkWidget *heading;
  GtkWindow *window = make_window (&heading);

  for (guint i = 0; i < 2; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), i);
      gboolean is_nameless = entrant->family == 0;

      show (heading, event, i);
      g_assert_cmpint (display_scene_shows (heading, "(no name)"), ==, is_nameless);
      g_assert_cmpint (display_scene_shows (heading, "883cf85cbf7e4630"), ==, is_nameless);
    }
  marathon_entrant_heading_show (MARATHON_ENTRANT_HEADING (heading), event,
                                 marathon_roster_get (marathon_event_get_roster (event), 0));
  marathon_entrant_heading_show (MARATHON_ENTRANT_HEADING (heading), event, NULL);
  g_assert_false (display_scene_shows (heading, "883cf85cbf7e4630"));
  display_scene_destroy (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/entrant-heading/says-who-it-is", test_says_who_it_is);
  g_test_add_func ("/entrant-heading/status-has-one-colour", test_status_has_one_colour);
  g_test_add_func ("/entrant-heading/new-entrant", test_new_entrant);
  g_test_add_func ("/entrant-heading/somebody-without-a-name", test_somebody_without_a_name);
  return display_scene_run ();
}
