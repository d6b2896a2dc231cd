/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the shim's log.
 */
#include "call-log.h"

#include <stdio.h>
#include <string.h>

static void
call_record_free (gpointer data)
{
  CallRecord *record = data;

  g_free (record->call);
  g_free (record->path);
  g_free (record->other);
  g_bytes_unref (record->bytes);
  g_free (record);
}

/* Reads the record at @text and returns what comes after it. */
static const char *
read_record (const char *text, const char *end, CallRecord *record)
{
  const char *newline = memchr (text, '\n', (gsize) (end - text));
  g_autofree char *line = NULL;
  g_auto (GStrv) parts = NULL;
  char call[32];
  long long result, offset;
  unsigned long long inode;
  gsize length;

  g_assert_nonnull (newline);
  line = g_strndup (text, (gsize) (newline - text));
  parts = g_strsplit (line, "\t", 3);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpint (sscanf (parts[0], "%31s %lld %d %llu %o %lld %zu %u", call, &result, &record->number, &inode,
                           &record->mode, &offset, &length, &record->flags),
                   ==, 8);
  g_assert_true (length < (gsize) (end - newline));
  record->call = g_strdup (call);
  record->result = result;
  record->inode = inode;
  record->offset = offset;
  record->bytes = g_bytes_new (newline + 1, length);
  record->path = g_strdup (parts[1]);
  record->other = g_strdup (parts[2]);
  return newline + 1 + length + 1;
}

GPtrArray *
call_log_read (const char *path)
{
  GPtrArray *log = g_ptr_array_new_with_free_func (call_record_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  for (const char *here = text; here < text + length;)
    {
      CallRecord *record = g_new0 (CallRecord, 1);

      here = read_record (here, text + length, record);
      g_ptr_array_add (log, record);
    }
  return log;
}

gboolean
call_record_says (const CallRecord *record, const char *line)
{
  return g_str_equal (record->call, "say") && g_bytes_get_size (record->bytes) == strlen (line)
         && memcmp (g_bytes_get_data (record->bytes, NULL), line, strlen (line)) == 0;
}

gboolean
call_record_changes (const CallRecord *record)
{
  return !g_str_equal (record->call, "say") && !g_str_has_suffix (record->call, "-read");
}

GHashTable *
call_log_count (GPtrArray *log)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < log->len; i++)
    {
      const CallRecord *record = g_ptr_array_index (log, i);
      gpointer name = (gpointer) g_intern_string (record->call);

      if (!g_str_equal (record->call, "say"))
        g_hash_table_insert (counts, name,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));
    }
  return counts;
}

guint
call_log_count_changes (GPtrArray *log)
{
  guint n = 0;

  for (guint i = 0; i < log->len; i++)
    n += call_record_changes (g_ptr_array_index (log, i)) ? 1 : 0;
  return n;
}
