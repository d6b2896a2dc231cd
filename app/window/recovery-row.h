/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecoveryRow: one event with changes that are in no file.
 */
#pragma once

#include <adwaita.h>

#include "document/recovery.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_RECOVERY_ROW (marathon_recovery_row_get_type ())
G_DECLARE_FINAL_TYPE (MarathonRecoveryRow, marathon_recovery_row, MARATHON, RECOVERY_ROW, AdwActionRow)

/* Signals: "recover", "discard": their button was clicked */

/** @recovery: (transfer full): */
GtkWidget *marathon_recovery_row_new (MarathonRecovery *recovery);

/** Returns: (transfer none) (nullable): what it is about; %NULL once it was taken */
MarathonRecovery *marathon_recovery_row_get (MarathonRecoveryRow *row);

/** Gives its first button the keyboard, in a window that is to be shown. */
void marathon_recovery_row_focus (MarathonRecoveryRow *row);

/** Returns: (transfer full): the same, and the row has it no more */
MarathonRecovery *marathon_recovery_row_take (MarathonRecoveryRow *row);

G_END_DECLS
