/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for a save that failed. Each step has a sentence of its own, since no sentence can be put together from parts
 * in every language.
 */
#include "document/save-failure.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "document/document-error.h"

static MarathonDocumentError
get_code (MarathonSaveStep step)
{
  switch (step)
    {
    case MARATHON_SAVE_STEP_FOLDER:
    case MARATHON_SAVE_STEP_LOOK:
    case MARATHON_SAVE_STEP_MAKE:
      return MARATHON_DOCUMENT_ERROR_PLACE;
    case MARATHON_SAVE_STEP_OLD:
      return MARATHON_DOCUMENT_ERROR_OPEN;
    case MARATHON_SAVE_STEP_BACK:
      return MARATHON_DOCUMENT_ERROR_VERIFY;
    case MARATHON_SAVE_STEP_MODE:
    case MARATHON_SAVE_STEP_WRITE:
    case MARATHON_SAVE_STEP_SYNC:
    case MARATHON_SAVE_STEP_CLOSE:
    case MARATHON_SAVE_STEP_BACKUP:
    case MARATHON_SAVE_STEP_REPLACE:
    default:
      return MARATHON_DOCUMENT_ERROR_WRITE;
    }
}

/* Translators: in each of these, a file and the system's reason. */
static char *
describe (MarathonSaveStep step, const char *path, const char *reason)
{
  switch (step)
    {
    case MARATHON_SAVE_STEP_FOLDER:
      return g_strdup_printf (_ ("%s: opening the folder failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_LOOK:
      return g_strdup_printf (_ ("%s: looking at the file failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_OLD:
      return g_strdup_printf (_ ("%s: reading the old file failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_MAKE:
      return g_strdup_printf (_ ("%s: making a new file in the folder failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_MODE:
      return g_strdup_printf (_ ("%s: setting the mode failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_SYNC:
      return g_strdup_printf (_ ("%s: writing to the disk failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_CLOSE:
      return g_strdup_printf (_ ("%s: closing failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_BACK:
      return g_strdup_printf (_ ("%s: reading back failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_BACKUP:
      return g_strdup_printf (_ ("%s: keeping the old file as a backup failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_REPLACE:
      return g_strdup_printf (_ ("%s: putting the new file in its place failed: %s."), path, reason);
    case MARATHON_SAVE_STEP_WRITE:
    default:
      return g_strdup_printf (_ ("%s: writing failed: %s."), path, reason);
    }
}

static const char *
get_remedy (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return _ ("The disk is full: free some space, or save in another place.");
    case EROFS:
    case EACCES:
    case EPERM:
      return _ ("This place cannot be written: save in another place.");
    default:
      return _ ("Try again, or save in another place.");
    }
}

gboolean
marathon_save_failure_set (MarathonSaveStep step, const char *path, gboolean has_old, int number, GError **error)
{
  g_autofree char *failure = describe (step, path, g_strerror (number));
  const char *remedy = get_remedy (number);

  if (has_old)
    /* Translators: three whole sentences: what failed, what to do, and what is left. */
    g_set_error (error, MARATHON_DOCUMENT_ERROR, get_code (step), _ ("%s %s The file on disk is as it was."), failure,
                 remedy);
  else
    g_set_error (error, MARATHON_DOCUMENT_ERROR, get_code (step), "%s %s", failure, remedy);
  return FALSE;
}
