/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making hostile files.
 */
#include "hostile/hostile-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

char *
hostile_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("marathon-hostile-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
hostile_folder_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

/* Appends @text with the number for each %u. There are millions of them, so no formatted printing. */
static void
append_piece (GString *piece, const char *text, const char *digits)
{
  const char *at;

  for (; (at = strstr (text, "%u")) != NULL; text = at + 2)
    {
      g_string_append_len (piece, text, at - text);
      g_string_append (piece, digits);
    }
  g_string_append (piece, text);
}

/* Counts on. */
static void
increase (char *digits)
{
  gsize at = strlen (digits);

  while (at > 0 && digits[at - 1] == '9')
    digits[--at] = '0';
  if (at > 0)
    digits[at - 1]++;
  else
    {
      memmove (digits + 1, digits, strlen (digits) + 1);
      *digits = '1';
    }
}

static void
write_pieces (FILE *stream, const char *format, guint n)
{
  g_autoptr (GString) piece = g_string_new (NULL);
  char digits[16] = "0";

  for (guint i = 0; i < n; i++)
    {
      append_piece (piece, format, digits);
      increase (digits);
      if (piece->len < 65536 && i + 1 < n)
        continue;
      fwrite (piece->str, 1, piece->len, stream);
      g_string_truncate (piece, 0);
    }
}

char *
hostile_file_write (const HostileFile *file, const char *folder)
{
  char *path = g_build_filename (folder, file->name, NULL);
  FILE *stream = g_fopen (path, "wb");

  g_assert_nonnull (stream);
  fputs (file->head, stream);
  write_pieces (stream, file->format, file->n);
  fputs (file->tail, stream);
  g_assert_cmpint (fclose (stream), ==, 0);
  return path;
}

char *
hostile_bytes_write (const char *bytes, gsize length, const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}
