/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hostile files that are too large to be kept: made in a temporary folder when they are needed, piece by piece.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A file of a head, something repeated, and a tail. */
typedef struct {
  const char *name;
  const char *head;
  const char *format; /* repeated; each %u in it is the number of the repetition */
  guint n;
  const char *tail;
} HostileFile;

/** Returns: (transfer full): the path of a new temporary folder. */
char *hostile_folder_new (void);

/** Removes it with the files in it. */
void hostile_folder_remove (char *folder);

/** Writes the file. Returns: (transfer full): its path. */
char *hostile_file_write (const HostileFile *file, const char *folder);

/** Writes those bytes to the file @name. Returns: (transfer full): its path. */
char *hostile_bytes_write (const char *bytes, gsize length, const char *folder, const char *name);

G_END_DECLS
