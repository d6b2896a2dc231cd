/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading back what was printed.
 */
#include "printing/pdf-text.h"

#include <glib/gstdio.h>
#include <string.h>

#include "printing/pdf-writer.h"

static gboolean
append_bytes (gpointer user_data, const guint8 *data, gsize length, GError **error)
{
  g_byte_array_append (user_data, data, (guint) length);
  return TRUE;
}

GBytes *
pdf_text_write (MarathonReport *report, const MarathonPaper *paper)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  marathon_pdf_write (report, paper, "2014-04-12T18:30:00Z", append_bytes, bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bytes->len, >, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

char *
pdf_text_run (const char *program, const char *option, GBytes *pdf)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  const char *arguments[6] = { 0 };
  char *output = NULL;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  guint n = 0;
  int status;

  if (path == NULL)
    g_error ("%s is needed to test printing (package poppler-utils)", program);
  folder = g_dir_make_tmp ("marathon-pdf-XXXXXX", &error);
  g_assert_no_error (error);
  file = g_build_filename (folder, "test.pdf", NULL);
  g_file_set_contents (file, data, (gssize) length, &error);
  g_assert_no_error (error);
  arguments[n++] = path;
  if (option != NULL)
    arguments[n++] = option;
  arguments[n++] = file;
  if (strcmp (program, "pdftotext") == 0)
    arguments[n++] = "-";
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return output;
}

char **
pdf_text_read_pages (GBytes *pdf, const char *option)
{
  g_autofree char *text = pdf_text_run ("pdftotext", option, pdf);
  gsize length = strlen (text);

  /* Every page ends in a form feed. */
  g_assert_cmpuint (length, >, 0);
  g_assert_cmpint (text[length - 1], ==, '\f');
  text[length - 1] = '\0';
  return g_strsplit (text, "\f", -1);
}

static void
clear_word (gpointer data)
{
  g_free (((PdfWord *) data)->text);
}

static double
read_attribute (const char *line, const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name), NULL);
}

GArray *
pdf_text_read_words (GBytes *pdf)
{
  g_autofree char *output = pdf_text_run ("pdftotext", "-bbox", pdf);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PdfWord));
  guint n_pages = 0;

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      PdfWord word;
      const char *text;

      n_pages += strstr (lines[i], "<page ") != NULL;
      if (strstr (lines[i], "<word ") == NULL)
        continue;
      word.page = n_pages - 1;
      word.x_min = read_attribute (lines[i], "xMin=\"");
      word.y_min = read_attribute (lines[i], "yMin=\"");
      word.x_max = read_attribute (lines[i], "xMax=\"");
      word.y_max = read_attribute (lines[i], "yMax=\"");
      text = strchr (lines[i], '>') + 1;
      word.text = g_strndup (text, strcspn (text, "<"));
      g_array_append_val (words, word);
    }
  return words;
}

char *
pdf_text_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT && g_unichar_type (c) != G_UNICODE_CONTROL)
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

guint
pdf_text_count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + strlen (part), part))
    n++;
  return n;
}
