/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/text-encoding.h.
 */
#include "formats/text-encoding.h"

#include <string.h>

typedef struct {
  const char *path;
  const char *bytes;
  gsize length;
  MarathonTextEncoding wanted;
  MarathonTextEncoding found;
  const char *text;
} GoodCase;

#define BYTES(literal) literal, sizeof (literal) - 1

static const GoodCase good_cases[] = {
  { "nothing", BYTES (""), MARATHON_TEXT_ENCODING_UNKNOWN, MARATHON_TEXT_ENCODING_UTF_8, "" },
  { "ascii", BYTES ("Bib,Name\r\n1,Ann Other\r\n"), MARATHON_TEXT_ENCODING_UNKNOWN, MARATHON_TEXT_ENCODING_UTF_8,
    "Bib,Name\r\n1,Ann Other\r\n" },
  { "utf-8", BYTES ("Zoë,Łukasz,李,🏃"), MARATHON_TEXT_ENCODING_UNKNOWN, MARATHON_TEXT_ENCODING_UTF_8, "Zoë,Łukasz,李,🏃" },
  { "utf-8-with-mark", BYTES ("\xEF\xBB\xBFZo\xC3\xAB"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_UTF_8_BOM,
    "Zoë" },
  { "only-a-mark", BYTES ("\xEF\xBB\xBF"), MARATHON_TEXT_ENCODING_UNKNOWN, MARATHON_TEXT_ENCODING_UTF_8_BOM, "" },
  { "mark-although-plain-utf-8-was-chosen", BYTES ("\xEF\xBB\xBFx"), MARATHON_TEXT_ENCODING_UTF_8,
    MARATHON_TEXT_ENCODING_UTF_8_BOM, "x" },
  { "utf-16-le-with-mark", BYTES ("\xFF\xFEZ\0o\0\xEB\0,\0\x4E\x67\x3C\xD8\xC3\xDF"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_UTF_16_LE, "Zoë,李🏃" },
  { "utf-16-be-with-mark", BYTES ("\xFE\xFF\0Z\0o\0\xEB\0,\x67\x4E\xD8\x3C\xDF\xC3"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_UTF_16_BE, "Zoë,李🏃" },
  { "utf-16-le-by-its-nul-bytes", BYTES ("B\0i\0b\0,\0N\0\n\0\x31\0,\0\x4E\x67\n\0"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_UTF_16_LE, "Bib,N\n1,李\n" },
  { "utf-16-be-by-its-nul-bytes", BYTES ("\0B\0i\0b\0,\0N\0\n\0\x31\0,\x67\x4E\0\n"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_UTF_16_BE, "Bib,N\n1,李\n" },
  { "windows-1252", BYTES ("Jos\xE9 \x8Aimek,\x80 5,Bj\xF6rn O\x92Neill"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_WINDOWS_1252, "José Šimek,€ 5,Björn O’Neill" },
  { "windows-1252-to-its-last-byte", BYTES ("\xA0\xFF\x9F"), MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_WINDOWS_1252, "\u00A0ÿŸ" },
  { "one-character-that-could-be-utf-8-among-windows-1252", BYTES ("Ren\xE9 \xC3\xA9 Zo\xEB"),
    MARATHON_TEXT_ENCODING_UNKNOWN,
    MARATHON_TEXT_ENCODING_WINDOWS_1252, "René Ã© Zoë" },
  { "windows-1252-because-chosen", BYTES ("\xC3\xA9"), MARATHON_TEXT_ENCODING_WINDOWS_1252,
    MARATHON_TEXT_ENCODING_WINDOWS_1252, "Ã©" },
  { "utf-16-because-chosen", BYTES ("\x4E\x67"), MARATHON_TEXT_ENCODING_UTF_16_LE,
    MARATHON_TEXT_ENCODING_UTF_16_LE, "李" },
};

static void
test_good (gconstpointer user_data)
{
  const GoodCase *test = user_data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->length);
  g_autoptr (GError) error = NULL;
  MarathonTextEncoding found = MARATHON_TEXT_ENCODING_UNKNOWN;
  g_autoptr (GBytes) text = marathon_text_encoding_to_utf8 (bytes, test->wanted, &found, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), test->text, strlen (test->text));
  g_assert_cmpint (found, ==, test->found);
}

typedef struct {
  const char *path;
  const char *bytes;
  gsize length;
  MarathonTextEncoding wanted;
  MarathonTextEncodingError code;
  const char *message; /* its beginning */
} BadCase;

static const BadCase bad_cases[] = {
  { "pdf", BYTES ("%PDF-1.5\n"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This is a PDF document. Ask for" },
  { "new-excel", BYTES ("PK\3\4\x14\0\6\0[Content_Types].xml xl/workbook.xml"), 0,
    MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT,
    "This is an Excel workbook. Open it in a spreadsheet program and save it as CSV" },
  { "opendocument", BYTES ("PK\3\4\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), 0,
    MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This is an OpenDocument spreadsheet. Open it" },
  { "zip", BYTES ("PK\3\4\x14\0entries.csv"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT,
    "This file is a ZIP archive. Unpack it" },
  { "old-excel", BYTES ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT,
    "This is an Excel workbook of the old kind" },
  { "gzip", BYTES ("\x1F\x8B\x08\0"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT,
    "This file is compressed (gzip). Unpack" },
  { "png", BYTES ("\x89PNG\r\n\x1A\n"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This is a picture (PNG)." },
  { "jpeg", BYTES ("\xFF\xD8\xFF\xE0"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This is a picture (JPEG)." },
  { "rtf", BYTES ("{\\rtf1\\ansi"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This is a word processor document" },
  { "utf-32-le", BYTES ("\xFF\xFE\0\0B\0\0\0"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This text is in UTF-32." },
  { "utf-32-be", BYTES ("\0\0\xFE\xFF\0\0\0B"), 0, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This text is in UTF-32." },
  { "pdf-although-an-encoding-was-chosen", BYTES ("%PDF-1.5\n"), MARATHON_TEXT_ENCODING_WINDOWS_1252,
    MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, "This is a PDF document." },
  { "nul-in-utf-8", BYTES ("Bib,Name\n1,An\0n and many others\n"), 0, MARATHON_TEXT_ENCODING_ERROR_NUL,
    "line 2: the file holds a NUL character" },
  { "nul-in-windows-1252", BYTES ("Zo\xEB\r\rAn\0n and many others\n"), 0, MARATHON_TEXT_ENCODING_ERROR_NUL,
    "line 3: " },
  { "nul-in-utf-16", BYTES ("\xFF\xFE" "a\0\n\0\0\0"), 0, MARATHON_TEXT_ENCODING_ERROR_NUL, "line 2: " },
  { "one-nul-byte", BYTES ("\0"), 0, MARATHON_TEXT_ENCODING_ERROR_NUL, "line 1: " },
  { "byte-that-windows-1252-has-not", BYTES ("Zo\xEB\r\nIvan\r\nA\x81\r\n"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID,
    "line 3: the byte 81 here is neither UTF-8 nor Windows-1252." },
  { "broken-byte-in-a-file-of-utf-8", BYTES ("Zoë\nBjörn\nJos\xE9\nŁukasz\n"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID,
    "line 3: the text is read as UTF-8, but the byte E9 here is no part of it." },
  { "utf-8-cut-off-within-a-character", BYTES ("Zoë\nBj\xC3\xB6rn\nZo\xC3"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID,
    "line 3: the text is read as UTF-8, but the byte C3" },
  { "bad-utf-8-after-a-mark", BYTES ("\xEF\xBB\xBF" "a\nZo\xEB\n"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID,
    "line 2: " },
  { "windows-1252-although-utf-8-was-chosen", BYTES ("Zo\xEB\n"), MARATHON_TEXT_ENCODING_UTF_8,
    MARATHON_TEXT_ENCODING_ERROR_INVALID, "line 1: " },
  { "overlong-utf-8-after-a-mark", BYTES ("\xEF\xBB\xBF\xC0\xAF"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID,
    "line 1: " },
  { "surrogate-in-utf-8-after-a-mark", BYTES ("\xEF\xBB\xBF\xED\xA0\x80"), 0,
    MARATHON_TEXT_ENCODING_ERROR_INVALID, "line 1: " },
  { "half-a-pair-in-utf-16", BYTES ("\xFF\xFE\n\0\x3C\xD8" "a\0"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID,
    "line 2: the text is in UTF-16, but half a character" },
  { "second-half-first-in-utf-16", BYTES ("\xFF\xFE\xC3\xDF"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID, "line 1: " },
  { "pair-cut-off-in-utf-16", BYTES ("\xFF\xFE\x3C\xD8"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID, "line 1: " },
  { "odd-number-of-bytes-in-utf-16", BYTES ("\xFF\xFE" "a\0b"), 0, MARATHON_TEXT_ENCODING_ERROR_INVALID, "line 1: " },
};

static void
test_bad (gconstpointer user_data)
{
  const BadCase *test = user_data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->length);
  g_autoptr (GError) error = NULL;
  MarathonTextEncoding found = MARATHON_TEXT_ENCODING_UNKNOWN;
  g_autoptr (GBytes) text = marathon_text_encoding_to_utf8 (bytes, test->wanted, &found, &error);

  g_assert_null (text);
  g_assert_error (error, MARATHON_TEXT_ENCODING_ERROR, (int) test->code);
  g_assert_cmpint (strncmp (error->message, test->message, strlen (test->message)), ==, 0);
  g_assert_cmpint (found, ==, MARATHON_TEXT_ENCODING_UNKNOWN);
}

/* Every byte of Windows-1252, held against iconv's table. */
static void
test_windows_1252_is_that_of_iconv (void)
{
  for (guint byte = 0x80; byte <= 0xFF; byte++)
    {
      char text[] = { (char) byte, '\0' };
      g_autofree char *expected = g_convert (text, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, 1);
      g_autoptr (GBytes) converted
          = marathon_text_encoding_to_utf8 (bytes, MARATHON_TEXT_ENCODING_WINDOWS_1252, NULL, NULL);

      g_assert_cmpint (converted != NULL, ==, expected != NULL);
      if (expected != NULL)
        g_assert_cmpmem (g_bytes_get_data (converted, NULL), g_bytes_get_size (converted), expected, strlen (expected));
    }
}

static void
test_utf8_is_not_copied (void)
{
  static const char text[] = "Bib,Name\n1,Zoë\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) same = marathon_text_encoding_to_utf8 (bytes, MARATHON_TEXT_ENCODING_UNKNOWN, NULL, NULL);

  g_assert_true (g_bytes_get_data (same, NULL) == text);
}

/* A broken or NUL byte is found at each place of the words of eight bytes in which ASCII is walked over. */
static void
test_bad_bytes_are_found_everywhere (void)
{
  for (gsize at = 0; at < 40; at++)
    {
      char text[41] = "0123456789012345678901234567890123456789";
      g_autoptr (GBytes) with_nul = NULL;
      g_autoptr (GBytes) with_high = NULL;
      g_autoptr (GError) error = NULL;

      text[at] = '\0';
      with_nul = g_bytes_new (text, 40);
      g_assert_null (marathon_text_encoding_to_utf8 (with_nul, MARATHON_TEXT_ENCODING_UTF_8, NULL, &error));
      g_assert_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_NUL);
      g_clear_error (&error);
      text[at] = '\x80';
      with_high = g_bytes_new (text, 40);
      g_assert_null (marathon_text_encoding_to_utf8 (with_high, MARATHON_TEXT_ENCODING_UTF_8, NULL, &error));
      g_assert_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_INVALID);
    }
}

static void
test_names_differ (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int encoding = MARATHON_TEXT_ENCODING_UNKNOWN; encoding <= MARATHON_TEXT_ENCODING_WINDOWS_1252; encoding++)
    {
      const char *name = marathon_text_encoding_get_name ((MarathonTextEncoding) encoding);

      g_assert_true (g_hash_table_add (names, (gpointer) name));
    }
  g_assert_cmpstr (marathon_text_encoding_get_name (MARATHON_TEXT_ENCODING_UTF_8), ==, "UTF-8");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-encoding/reads/%s", good_cases[i].path);

      g_test_add_data_func (path, &good_cases[i], test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-encoding/refuses/%s", bad_cases[i].path);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/text-encoding/windows-1252-is-that-of-iconv", test_windows_1252_is_that_of_iconv);
  g_test_add_func ("/text-encoding/utf-8-is-not-copied", test_utf8_is_not_copied);
  g_test_add_func ("/text-encoding/bad-bytes-are-found-everywhere", test_bad_bytes_are_found_everywhere);
  g_test_add_func ("/text-encoding/names-differ", test_names_differ);

  return g_test_run ();
}
