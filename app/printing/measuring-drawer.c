/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawer that measures. Whoever takes it while another thread has it gets a new one.
 */
#include "printing/measuring-drawer.h"

static struct {
  GMutex mutex;
  MarathonTextDrawer *drawer; /* NULL while somebody has it */
  char *language;
  gboolean right_to_left;
} resting;

static gboolean
is_resting_for (const MarathonReport *report)
{
  return resting.drawer != NULL && resting.right_to_left == marathon_report_get_right_to_left (report)
         && g_str_equal (resting.language, marathon_report_get_text (report, MARATHON_REPORT_LANGUAGE));
}

MarathonTextDrawer *
marathon_measuring_drawer_take (const MarathonReport *report, double body_size)
{
  MarathonTextDrawer *drawer = NULL;

  g_mutex_lock (&resting.mutex);
  if (is_resting_for (report))
    drawer = g_steal_pointer (&resting.drawer);
  g_mutex_unlock (&resting.mutex);
  if (drawer != NULL)
    return drawer;
  return marathon_text_drawer_new (marathon_report_get_text (report, MARATHON_REPORT_LANGUAGE),
                                   marathon_report_get_right_to_left (report), body_size, 1.0);
}

void
marathon_measuring_drawer_give_back (MarathonTextDrawer *drawer, const MarathonReport *report)
{
  g_mutex_lock (&resting.mutex);
  g_clear_pointer (&resting.drawer, marathon_text_drawer_free);
  g_free (resting.language);
  resting.drawer = drawer;
  resting.language = g_strdup (marathon_report_get_text (report, MARATHON_REPORT_LANGUAGE));
  resting.right_to_left = marathon_report_get_right_to_left (report);
  g_mutex_unlock (&resting.mutex);
}
