/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder in which Marathon keeps what must outlive a crash: journals, versions, locks. For its owner's eyes only.
 *
 * Nothing in it is named after a person or an event: folders are called by ids and hashes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer full): "marathon" in the user's state folder (XDG_STATE_HOME); it need not exist yet. */
char *marathon_state_folder_get (void);

/**
 * marathon_state_folder_make:
 *
 * Makes @folder and what is missing above it, each with mode 0700, and syncs the folders that got a new name. A folder
 * that is there already is made 0700 where others may look into it.
 *
 * Returns: %FALSE with @error (MARATHON_DOCUMENT_ERROR_PLACE), which names the folder
 */
gboolean marathon_state_folder_make (const char *folder, GError **error);

/** Brings the names in @folder to the disk; %FALSE with @error as above. */
gboolean marathon_state_folder_sync (const char *folder, GError **error);

/** Returns: (transfer full): 32 hexadecimal digits that stand for the file @path, however it is spelt: a hash of its
 * real path. */
char *marathon_state_folder_name_path (const char *path);

/** Removes @folder with the files in it (no folders below it); %TRUE too where there is none. */
gboolean marathon_state_folder_remove (const char *folder, GError **error);

G_END_DECLS
