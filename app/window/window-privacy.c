/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing personal data from a window's event.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/question.h"
#include "window/personal-data-dialog.h"

/* The document still holds all in its memory: history, texts, deleted entrants. What is read from the file does not. */
static void
on_removed (MarathonWindow *window, const char *problem)
{
  marathon_window_open_again (window);
  if (problem == NULL)
    marathon_window_add_toast (window, adw_toast_new (_ ("Personal data removed")));
  else
    marathon_tell (GTK_WINDOW (window), _ ("Copies Are Left"), problem);
}

void
marathon_window_remove_personal_data (MarathonWindow *window)
{
  GtkWindow *dialog;

  if (!marathon_window_commit (window))
    return;
  if (marathon_document_get_path (window->document) == NULL)
    {
      marathon_tell (GTK_WINDOW (window), _ ("The Event Is in No File Yet"), _ ("Save it first."));
      return;
    }
  dialog = marathon_personal_data_dialog_new (GTK_WINDOW (window), window->document);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (on_removed), window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}
