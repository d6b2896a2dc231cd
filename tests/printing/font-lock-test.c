/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lock of the fonts keeps threads apart, and the main thread lets go of it while it waits.
 */
#include "printing/font-lock.h"

#define N_ROUNDS 2000

static guint n_inside;
static guint n_met; /* how often two were inside */

static gpointer
go_in_and_out (gpointer unused)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      marathon_font_lock ();
      marathon_font_lock ();
      if (++n_inside > 1)
        n_met++;
      g_thread_yield ();
      n_inside--;
      marathon_font_unlock ();
      marathon_font_unlock ();
    }
  return NULL;
}

static void
test_one_thread_at_a_time (void)
{
  GThread *first = g_thread_new ("first", go_in_and_out, NULL);
  GThread *second = g_thread_new ("second", go_in_and_out, NULL);

  g_thread_join (first);
  g_thread_join (second);
  g_assert_cmpuint (n_met, ==, 0);
}

/* --- The main thread --- */

typedef struct {
  GMainLoop *loop;
  gint is_inside; /* atomic */
} Visit;

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gpointer
visit (gpointer data)
{
  Visit *visited = data;

  marathon_font_lock ();
  g_atomic_int_set (&visited->is_inside, TRUE);
  marathon_font_unlock ();
  g_idle_add (quit, visited->loop);
  return NULL;
}

static void
test_the_main_thread_lets_go_while_it_waits (void)
{
  Visit visited = { .loop = g_main_loop_new (NULL, FALSE) };
  GThread *thread;

  marathon_font_lock_main ();
  marathon_font_lock_main ();
  thread = g_thread_new ("visitor", visit, &visited);
  g_usleep (20 * 1000);
  g_assert_false (g_atomic_int_get (&visited.is_inside));
  g_main_loop_run (visited.loop);
  g_assert_true (g_atomic_int_get (&visited.is_inside));
  g_thread_join (thread);
  g_main_loop_unref (visited.loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font-lock/one-thread-at-a-time", test_one_thread_at_a_time);
  g_test_add_func ("/font-lock/the-main-thread-lets-go-while-it-waits", test_the_main_thread_lets_go_while_it_waits);
  return g_test_run ();
}
