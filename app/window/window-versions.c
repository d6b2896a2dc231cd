/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Earlier versions of a window's event.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>

#include "window/versions-dialog.h"

static void
on_restored (MarathonWindow *window)
{
  AdwToast *toast = adw_toast_new (_ ("Version restored, not saved yet"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  marathon_window_add_toast (window, toast);
}

static void
on_open_copy (MarathonWindow *window, MarathonDocument *copy)
{
  MarathonWindow *other = marathon_window_new (gtk_window_get_application (GTK_WINDOW (window)));

  marathon_window_set_document (other, copy);
  gtk_window_present (GTK_WINDOW (other));
}

void
marathon_window_show_versions (MarathonWindow *window)
{
  GtkWindow *dialog;

  if (!marathon_window_commit (window))
    return;
  dialog = marathon_versions_dialog_new (GTK_WINDOW (window), window->document);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (on_restored), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "open-copy", G_CALLBACK (on_open_copy), window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}
