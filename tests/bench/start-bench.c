/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes from the start of a process to the first painted frame: of the program's window, beside an empty
 * AdwApplicationWindow in a program that does nothing else. `start-bench [ROUNDS]`, through tests/with-display.
 *
 * Both are processes of their own and take turns, so that a busy machine is busy for both. The median counts.
 */
#include <stdlib.h>
#include <unistd.h>

#include "application/application.h"
#include "widgets/interface.h"

#define MAX_ROUNDS 99

static void
on_after_paint (GdkFrameClock *clock, gpointer window)
{
  gint64 begun = g_ascii_strtoll (g_getenv ("MARATHON_BENCH_BEGUN"), NULL, 10);

  if (!gtk_widget_get_mapped (window))
    return;
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begun);
  fflush (stdout);
  _exit (0);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window, gpointer data)
{
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))), "after-paint",
                    G_CALLBACK (on_after_paint), window);
}

static void
show_empty_window (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  on_window_added (application, GTK_WINDOW (window), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_activate (GtkApplication *application, gpointer data)
{
  GList *windows = gtk_application_get_windows (application);

  on_window_added (application, windows->data, NULL);
}

static int
run_child (gboolean empty)
{
  g_autoptr (GApplication) application = NULL;

  if (empty)
    {
      application = G_APPLICATION (adw_application_new ("org.example.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (show_empty_window), NULL);
    }
  else
    {
      application = G_APPLICATION (marathon_application_new (G_APPLICATION_NON_UNIQUE));
      g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), NULL);
    }
  return g_application_run (application, 0, NULL);
}

/* Milliseconds. */
static double
measure (const char *program, const char *what)
{
  const char *arguments[] = { program, what, NULL };
  g_autofree char *begun = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "MARATHON_BENCH_BEGUN", begun, TRUE);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return (double) g_ascii_strtoll (output, NULL, 10) / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
median (double *values, int n)
{
  qsort (values, (gsize) n, sizeof *values, compare);
  return values[n / 2];
}

int
main (int argc, char **argv)
{
  double empty[MAX_ROUNDS], window[MAX_ROUNDS];
  int rounds = 15;

  if (argc == 2 && (g_str_equal (argv[1], "empty") || g_str_equal (argv[1], "window")))
    return run_child (g_str_equal (argv[1], "empty"));
  if (argc == 2)
    rounds = CLAMP (atoi (argv[1]), 1, MAX_ROUNDS);
  for (int i = 0; i < rounds; i++)
    {
      empty[i] = measure (argv[0], "empty");
      window[i] = measure (argv[0], "window");
    }
  g_print ("from start to first frame, median of %d: empty window %.0f ms, marathon %.0f ms, ratio %.2f\n", rounds,
           median (empty, rounds), median (window, rounds), median (window, rounds) / median (empty, rounds));
  return 0;
}
