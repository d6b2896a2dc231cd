/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text encodings: finds out in which encoding a foreign text file was written, and turns it into UTF-8.
 */
#include "formats/text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file is looked at for the NUL bytes of UTF-16, and for the names of the parts of a workbook. */
#define SAMPLE_SIZE 4096
#define ARCHIVE_SAMPLE_SIZE 65536

#define UTF_8_BOM "\xEF\xBB\xBF"

G_DEFINE_QUARK (marathon-text-encoding-error-quark, marathon_text_encoding_error)

/* What a walk over bytes taken for UTF-8 met. */
typedef struct {
  gsize n_good; /* well-formed characters of several bytes */
  gsize n_bad;  /* bytes that are no part of one */
  gsize first_bad;
  gboolean has_nul;
  gsize first_nul;
} Utf8Survey;

/* The characters of the bytes 80 to 9F of Windows-1252; 0 where it has none. A0 to FF are U+00A0 to U+00FF. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static const struct {
  const char *magic;
  gsize length;
  const char *message;
} other_files[] = {
  { "%PDF-", 5, N_ ("This is a PDF document. Ask for the list as a CSV file.") },
  { "\xD0\xCF\x11\xE0", 4,
    N_ ("This is an Excel workbook of the old kind, or one with a password. Open it in a spreadsheet program and save "
        "it as CSV (UTF-8).") },
  { "\x1F\x8B", 2, N_ ("This file is compressed (gzip). Unpack it first.") },
  { "7z\xBC\xAF\x27\x1C", 6, N_ ("This file is a 7-Zip archive. Unpack it first.") },
  { "Rar!\x1A\x07", 6, N_ ("This file is a RAR archive. Unpack it first.") },
  { "\x89PNG", 4, N_ ("This is a picture (PNG). Ask for the list as a CSV file.") },
  { "\xFF\xD8\xFF", 3, N_ ("This is a picture (JPEG). Ask for the list as a CSV file.") },
  { "{\\rtf", 5, N_ ("This is a word processor document (RTF). Save it as plain text or CSV.") },
  { "\xFF\xFE\0\0", 4, N_ ("This text is in UTF-32. Save it as UTF-8.") },
  { "\0\0\xFE\xFF", 4, N_ ("This text is in UTF-32. Save it as UTF-8.") },
};

static gboolean
starts_with (const guint8 *data, gsize length, const char *prefix, gsize prefix_length)
{
  return length >= prefix_length && memcmp (data, prefix, prefix_length) == 0;
}

static gboolean
holds (const guint8 *data, gsize length, const char *needle)
{
  return memmem (data, length, needle, strlen (needle)) != NULL;
}

/* A ZIP archive may be a workbook: the names of its parts are at its beginning or, as its directory, at its end. */
static const char *
describe_archive (const guint8 *data, gsize length)
{
  gsize sample = MIN (length, ARCHIVE_SAMPLE_SIZE);

  if (holds (data, sample, "opendocument.spreadsheet"))
    return _("This is an OpenDocument spreadsheet. Open it in a spreadsheet program and save it as CSV (UTF-8).");
  if (holds (data, sample, "xl/") || holds (data + length - sample, sample, "xl/"))
    return _("This is an Excel workbook. Open it in a spreadsheet program and save it as CSV (UTF-8).");
  return _("This file is a ZIP archive. Unpack it first.");
}

/* Returns: what kind of file this is where it is not text, as a sentence with what to do; else %NULL. */
static const char *
describe_other_file (const guint8 *data, gsize length)
{
  if (starts_with (data, length, "PK\3\4", 4))
    return describe_archive (data, length);
  for (guint i = 0; i < G_N_ELEMENTS (other_files); i++)
    if (starts_with (data, length, other_files[i].magic, other_files[i].length))
      return _(other_files[i].message);
  return NULL;
}

/* The number of the line that the byte at @offset is in. */
static guint
line_at (const guint8 *data, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (data[i] == '\n' || (data[i] == '\r' && data[i + 1] != '\n'))
      line++;
  return line;
}

/* Eight bytes at once: none of them NUL, none above 7F. */
static gboolean
is_plain_ascii (const guint8 *data)
{
  guint64 word;

  memcpy (&word, data, sizeof word);
  return (((word - G_GUINT64_CONSTANT (0x0101010101010101)) | word) & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

static void
survey_character (const guint8 *data, gsize length, gsize *at, Utf8Survey *survey)
{
  gunichar character = g_utf8_get_char_validated ((const char *) data + *at, (gssize) (length - *at));

  if (character < (gunichar) -2)
    {
      survey->n_good++;
      *at += g_utf8_skip[data[*at]];
      return;
    }
  if (survey->n_bad == 0)
    survey->first_bad = *at;
  survey->n_bad++;
  *at += 1;
}

/* Stops at the first NUL: from there on it is either UTF-16 or not text. */
static Utf8Survey
survey_utf8 (const guint8 *data, gsize length)
{
  Utf8Survey survey = { 0 };
  gsize at = 0;

  while (at < length)
    {
      if (length - at >= sizeof (guint64) && is_plain_ascii (data + at))
        at += sizeof (guint64);
      else if (data[at] >= 0x80)
        survey_character (data, length, &at, &survey);
      else if (data[at] != 0)
        at++;
      else
        {
          survey.has_nul = TRUE;
          survey.first_nul = at;
          break;
        }
    }
  return survey;
}

/* Delimiters, digits and line ends have a NUL in one half of each UTF-16 unit, whatever the script of the names. */
static MarathonTextEncoding
guess_utf16 (const guint8 *data, gsize length)
{
  gsize units = MIN (length, SAMPLE_SIZE) / 2;
  gsize nul_first = 0;
  gsize nul_second = 0;

  for (gsize i = 0; i < units; i++)
    {
      nul_first += data[2 * i] == 0;
      nul_second += data[2 * i + 1] == 0;
    }
  if (nul_second * 4 >= units && nul_second > nul_first * 10)
    return MARATHON_TEXT_ENCODING_UTF_16_LE;
  if (nul_first * 4 >= units && nul_first > nul_second * 10)
    return MARATHON_TEXT_ENCODING_UTF_16_BE;
  return MARATHON_TEXT_ENCODING_UNKNOWN;
}

static MarathonTextEncoding
guess_by_mark (const guint8 *data, gsize length)
{
  if (starts_with (data, length, UTF_8_BOM, 3))
    return MARATHON_TEXT_ENCODING_UTF_8_BOM;
  if (starts_with (data, length, "\xFF\xFE", 2))
    return MARATHON_TEXT_ENCODING_UTF_16_LE;
  if (starts_with (data, length, "\xFE\xFF", 2))
    return MARATHON_TEXT_ENCODING_UTF_16_BE;
  return MARATHON_TEXT_ENCODING_UNKNOWN;
}

/* For bytes without a mark, whose @survey is known. */
static MarathonTextEncoding
guess_by_content (const guint8 *data, gsize length, const Utf8Survey *survey)
{
  MarathonTextEncoding encoding = MARATHON_TEXT_ENCODING_UNKNOWN;

  if (survey->has_nul)
    encoding = guess_utf16 (data, length);
  if (encoding != MARATHON_TEXT_ENCODING_UNKNOWN)
    return encoding;
  /* Well-formed sequences hardly ever come about by chance in Windows-1252. */
  if (survey->n_bad == 0 || survey->n_good > survey->n_bad)
    return MARATHON_TEXT_ENCODING_UTF_8;
  return MARATHON_TEXT_ENCODING_WINDOWS_1252;
}

static void
set_nul_error (GError **error, guint line)
{
  g_set_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_NUL,
               _("line %u: the file holds a NUL character, which text does not have. It is damaged, or it is not a "
                 "text file."),
               line);
}

static gboolean
check_utf8 (const guint8 *data, const Utf8Survey *survey, GError **error)
{
  if (survey->n_bad > 0)
    g_set_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_INVALID,
                 _("line %u: the text is read as UTF-8, but the byte %02X here is no part of it. Save the file again "
                   "as UTF-8, or choose another encoding."),
                 line_at (data, survey->first_bad), data[survey->first_bad]);
  else if (survey->has_nul)
    set_nul_error (error, line_at (data, survey->first_nul));
  else
    return TRUE;
  return FALSE;
}

/* A mark counts as such even where plain UTF-8 was asked for. */
static GBytes *
convert_utf8 (GBytes *bytes, const Utf8Survey *survey, MarathonTextEncoding *encoding, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize skip = starts_with (data, length, UTF_8_BOM, 3) ? 3 : 0;

  *encoding = skip > 0 ? MARATHON_TEXT_ENCODING_UTF_8_BOM : MARATHON_TEXT_ENCODING_UTF_8;
  if (!check_utf8 (data, survey, error))
    return NULL;
  return g_bytes_new_from_bytes (bytes, skip, length - skip);
}

static guint16
utf16_unit (const guint8 *data, gboolean little)
{
  return little ? (guint16) (data[0] | data[1] << 8) : (guint16) (data[0] << 8 | data[1]);
}

/* Reads one character at *at and moves past it; 0xFFFFFFFF where there is none. */
static gunichar
utf16_character (const guint8 *data, gsize length, gboolean little, gsize *at)
{
  guint16 high;
  guint16 low;

  if (length - *at < 2)
    return G_MAXUINT32;
  high = utf16_unit (data + *at, little);
  *at += 2;
  if (high < 0xD800 || high > 0xDFFF)
    return high;
  if (high > 0xDBFF || length - *at < 2)
    return G_MAXUINT32;
  low = utf16_unit (data + *at, little);
  if (low < 0xDC00 || low > 0xDFFF)
    return G_MAXUINT32;
  *at += 2;
  return 0x10000 + ((high & 0x3FFu) << 10) + (low & 0x3FFu);
}

static GBytes *
convert_utf16 (const guint8 *data, gsize length, gboolean little, GError **error)
{
  /* A unit of two bytes takes at most three in UTF-8. */
  g_autofree char *text = g_malloc (length / 2 * 3 + 4);
  gsize written = 0;
  gsize at = 0;

  if (length >= 2 && utf16_unit (data, little) == 0xFEFF)
    at = 2;
  while (at < length)
    {
      gunichar character = utf16_character (data, length, little, &at);

      if (character == 0)
        {
          set_nul_error (error, line_at ((const guint8 *) text, written));
          return NULL;
        }
      if (character == G_MAXUINT32)
        {
          g_set_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_INVALID,
                       _("line %u: the text is in UTF-16, but half a character stands here. The file is damaged or cut "
                         "off."),
                       line_at ((const guint8 *) text, written));
          return NULL;
        }
      written += (gsize) g_unichar_to_utf8 (character, text + written);
      text[written] = '\0';
    }
  return g_bytes_new_take (g_realloc (g_steal_pointer (&text), written + 1), written);
}

static gboolean
check_windows_1252 (const guint8 *data, gsize length, GError **error)
{
  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == 0)
        {
          set_nul_error (error, line_at (data, i));
          return FALSE;
        }
      if (data[i] >= 0x80 && data[i] < 0xA0 && windows_1252[data[i] - 0x80] == 0)
        {
          g_set_error (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_INVALID,
                       _("line %u: the byte %02X here is neither UTF-8 nor Windows-1252. Save the file again as "
                         "UTF-8."),
                       line_at (data, i), data[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static GBytes *
convert_windows_1252 (const guint8 *data, gsize length, GError **error)
{
  GString *text;

  if (!check_windows_1252 (data, length, error))
    return NULL;
  text = g_string_sized_new (length + length / 16 + 8);
  for (gsize i = 0; i < length; i++)
    {
      if (data[i] < 0x80)
        g_string_append_c (text, (char) data[i]);
      else
        g_string_append_unichar (text, data[i] < 0xA0 ? windows_1252[data[i] - 0x80] : data[i]);
    }
  return g_string_free_to_bytes (text);
}

static GBytes *
convert (GBytes *bytes, MarathonTextEncoding *encoding, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Utf8Survey survey = { 0 };

  if (*encoding == MARATHON_TEXT_ENCODING_UNKNOWN)
    *encoding = guess_by_mark (data, length);
  if (*encoding <= MARATHON_TEXT_ENCODING_UTF_8_BOM)
    survey = survey_utf8 (data, length);
  if (*encoding == MARATHON_TEXT_ENCODING_UNKNOWN)
    *encoding = guess_by_content (data, length, &survey);

  switch (*encoding)
    {
    case MARATHON_TEXT_ENCODING_UTF_16_LE:
    case MARATHON_TEXT_ENCODING_UTF_16_BE:
      return convert_utf16 (data, length, *encoding == MARATHON_TEXT_ENCODING_UTF_16_LE, error);
    case MARATHON_TEXT_ENCODING_WINDOWS_1252:
      return convert_windows_1252 (data, length, error);
    case MARATHON_TEXT_ENCODING_UNKNOWN:
    case MARATHON_TEXT_ENCODING_UTF_8:
    case MARATHON_TEXT_ENCODING_UTF_8_BOM:
    default:
      return convert_utf8 (bytes, &survey, encoding, error);
    }
}

GBytes *
marathon_text_encoding_to_utf8 (GBytes                *bytes,
                                MarathonTextEncoding   wanted,
                                MarathonTextEncoding  *found,
                                GError               **error)
{
  gsize length;
  const guint8 *data;
  const char *other_file;
  MarathonTextEncoding encoding = wanted;
  GBytes *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  other_file = describe_other_file (data, length);
  if (other_file != NULL)
    {
      g_set_error_literal (error, MARATHON_TEXT_ENCODING_ERROR, MARATHON_TEXT_ENCODING_ERROR_NOT_TEXT, other_file);
      return NULL;
    }
  text = convert (bytes, &encoding, error);
  if (text != NULL && found != NULL)
    *found = encoding;
  return text;
}

const char *
marathon_text_encoding_get_name (MarathonTextEncoding encoding)
{
  switch (encoding)
    {
    case MARATHON_TEXT_ENCODING_UTF_8:
      return _("UTF-8");
    case MARATHON_TEXT_ENCODING_UTF_8_BOM:
      return _("UTF-8 with a byte order mark");
    case MARATHON_TEXT_ENCODING_UTF_16_LE:
      return _("UTF-16, little-endian");
    case MARATHON_TEXT_ENCODING_UTF_16_BE:
      return _("UTF-16, big-endian");
    case MARATHON_TEXT_ENCODING_WINDOWS_1252:
      return _("Windows-1252 (Western European)");
    case MARATHON_TEXT_ENCODING_UNKNOWN:
    default:
      return _("unknown encoding");
    }
}
