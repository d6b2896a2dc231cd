/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an event for a verb that changes it: nobody else may be working on the file that is written, and what a
 * window could not save before it died is not to be forgotten.
 */
#include "cli/command.h"

#include <glib/gi18n-lib.h>

#include "document/recovery.h"
#include "document/state-folder.h"

/* Where the file may not be written, or cannot be locked, saving it tells, or succeeds: a lock is advice. */
static gboolean
take_lock (const char *path, MarathonFileLock **lock)
{
  g_autofree char *state_folder = marathon_state_folder_get ();
  g_autoptr (MarathonFileHolder) holder = NULL;
  g_autofree char *who = NULL;

  if (marathon_file_lock_take (state_folder, path, FALSE, lock, &holder) != MARATHON_FILE_LOCK_HELD)
    return TRUE;
  who = marathon_file_holder_describe (holder);
  /* Translators: a file, and a sentence on who has it open. */
  marathon_command_refuse (_ ("%s: %s Close it there first, or save to another file with --output."), path, who);
  return FALSE;
}

/* A window that ended unexpectedly has left changes that are in no file. */
static void
warn_of_unsaved (const char *path)
{
  g_autofree char *state_folder = marathon_state_folder_get ();
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list_of (state_folder, path, NULL);
  guint n_steps = 0;

  for (guint i = 0; i < recoveries->len; i++)
    n_steps += ((const MarathonRecovery *) g_ptr_array_index (recoveries, i))->n_steps;
  if (recoveries->len == 0)
    return;
  if (n_steps > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE,
                             "marathon-cli: %s: %u change made in a window was never saved and is not in this file: open "
                             "it in Marathon to get it back.\n",
                             "marathon-cli: %s: %u changes made in a window were never saved and are not in this file: "
                             "open it in Marathon to get them back.\n",
                             n_steps),
                path, n_steps);
  else
    g_printerr (_ ("marathon-cli: %s: changes made in a window were never saved and are not in this file: open it in "
                   "Marathon to see what is left of them.\n"),
                path);
}

MarathonDocument *
marathon_command_load_to_change (const char *path, const char *output, gboolean dry_run)
{
  const char *written = output != NULL ? output : path;
  g_autoptr (MarathonFileLock) lock = NULL;
  MarathonDocument *document;

  /* What is not there is told of by who reads it. Locked before it is read, so that what is read stays what is there. */
  if (!dry_run && g_file_test (path, G_FILE_TEST_EXISTS) && !take_lock (written, &lock))
    return NULL;
  document = marathon_command_load (path);
  if (document != NULL)
    warn_of_unsaved (path);
  if (document != NULL && lock != NULL)
    marathon_document_hold_lock (document, g_steal_pointer (&lock));
  return document;
}
