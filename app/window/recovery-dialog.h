/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecoveryDialog: all events with changes that are in no file, to be recovered or discarded.
 */
#pragma once

#include "window/window.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECOVERY_DIALOG (marathon_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecoveryDialog, marathon_recovery_dialog, MARATHON, RECOVERY_DIALOG, AdwWindow)

/**
 * marathon_recovery_dialog_new:
 * @recoveries: (transfer full) (element-type MarathonRecovery): as of marathon_recovery_list(); may be empty
 *
 * What is recovered opens in @window where it is empty, else in new ones. Closing the dialog keeps what is left for
 * another time.
 */
GtkWindow *marathon_recovery_dialog_new (MarathonWindow *window, GPtrArray *recoveries);

/** Looks for what there is in a thread, and shows the dialog; @even_if_empty: though there may be nothing, which it
 * then says. */
void marathon_recovery_dialog_look (MarathonWindow *window, gboolean even_if_empty);

G_END_DECLS
