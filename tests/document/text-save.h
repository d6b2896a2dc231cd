/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a text by marathon_file_save(), with callbacks that can be told to fail.
 */
#pragma once

#include "document/file-save.h"

G_BEGIN_DECLS

typedef struct {
  const char *text;
  gsize piece;         /* bytes handed over at a time; 0: 4,096 */
  gboolean gives_up;   /* the callback that produces fails (G_IO_ERROR_FAILED, "gave up") … */
  gsize gives_up_at;   /* … when so many bytes were handed over */
  gboolean is_refused; /* the callback that verifies fails (G_IO_ERROR_INVALID_DATA, "refused") */
  gboolean keep_backup;
  const MarathonFileIdentity *expected;
  GCancellable *cancellable;           /* (nullable) */
  void (*meanwhile) (gpointer data); /* (nullable): called when all was handed over */
  gpointer data;
} TextSave;

/** Saves; asserts that what is to be verified can be read from its beginning and is the text. */
gboolean text_save_run (const char           *folder,
                        const char           *name,
                        const TextSave       *save,
                        MarathonFileIdentity *identity,
                        GError              **error);

/** Saves @text with a backup and asserts that it went well. */
void text_save_good (const char *folder, const char *name, const char *text, MarathonFileIdentity *identity);

/** Saves, and asserts that it fails with that MarathonDocumentError and a message that holds the path and @words. */
void text_save_bad (const char *folder, const char *name, const TextSave *save, int code, const char *words);

G_END_DECLS
