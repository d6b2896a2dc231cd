/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans: the dialogs that show what they would change, and the ways out of them.
 */
#include "window/window-private.h"

#include "pages/entrants/entrants-page.h"
#include "pages/plans/plan-dialog.h"

static void
on_applied (MarathonWindow *window, const char *text)
{
  marathon_page_tell (marathon_window_get_current_page (window), text, TRUE);
}

static void
on_show_entrant (MarathonWindow *window, guint64 id)
{
  guint position;

  if (!marathon_roster_find (marathon_event_get_roster (marathon_document_get_event (window->document)), id, &position))
    return;
  marathon_window_show_page (window, "entrants");
  marathon_entrants_page_show_position (MARATHON_ENTRANTS_PAGE (marathon_window_get_current_page (window)), position);
}

void
marathon_window_plan (MarathonWindow *window, MarathonField field)
{
  GtkWindow *dialog;

  if (!marathon_window_commit (window))
    return;
  dialog = marathon_plan_dialog_new (GTK_WINDOW (window), window->document, field);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (on_applied), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "show-entrant", G_CALLBACK (on_show_entrant), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "show-page", G_CALLBACK (marathon_window_show_page), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "show-plan", G_CALLBACK (marathon_window_plan), window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}
