/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for a save that failed: which step, on which file, why, what to do, and what is on the disk now.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MARATHON_SAVE_STEP_FOLDER,  /* opening the folder */
  MARATHON_SAVE_STEP_LOOK,    /* looking at the old file */
  MARATHON_SAVE_STEP_OLD,     /* reading the old file */
  MARATHON_SAVE_STEP_MAKE,    /* making the new file */
  MARATHON_SAVE_STEP_MODE,    /* giving it its mode */
  MARATHON_SAVE_STEP_WRITE,   /* handing the content over */
  MARATHON_SAVE_STEP_SYNC,    /* bringing it to the disk */
  MARATHON_SAVE_STEP_CLOSE,
  MARATHON_SAVE_STEP_BACK,    /* reading it back */
  MARATHON_SAVE_STEP_BACKUP,  /* keeping the old file */
  MARATHON_SAVE_STEP_REPLACE, /* taking the place of the old file */
} MarathonSaveStep;

/**
 * marathon_save_failure_set:
 * @path: the file as the caller named it
 * @has_old: whether there is an old file, which is as it was
 * @number: errno of the step
 *
 * Sets @error to MARATHON_DOCUMENT_ERROR with the code that belongs to @step.
 *
 * Returns: %FALSE
 */
gboolean marathon_save_failure_set (MarathonSaveStep step, const char *path, gboolean has_old, int number, GError **error);

G_END_DECLS
