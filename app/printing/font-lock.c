/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lock of the fonts.
 */
#include "printing/font-lock.h"

static GRecMutex lock;

void
marathon_font_lock (void)
{
  g_rec_mutex_lock (&lock);
}

void
marathon_font_unlock (void)
{
  g_rec_mutex_unlock (&lock);
}

static int
poll_without_lock (GPollFD *descriptors, guint n, int timeout)
{
  int n_ready;

  marathon_font_unlock ();
  n_ready = g_poll (descriptors, n, timeout);
  marathon_font_lock ();
  return n_ready;
}

void
marathon_font_lock_main (void)
{
  static gboolean is_done;

  if (is_done)
    return;
  is_done = TRUE;
  marathon_font_lock ();
  g_main_context_set_poll_func (NULL, poll_without_lock);
}
