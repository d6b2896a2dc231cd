/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding and cleaning of text. A character's fold does not depend on its neighbours (marks are dropped, so their order
 * is of no interest), which is why everything here walks through the text once and ASCII never leaves the short way.
 */
#include "base/fold.h"

#include <string.h>

#define ACUTE_ACCENT 0x00B4
#define GREEK_OXIA 0x1FFD
#define GREEK_TONOS 0x0384
#define BYTE_ORDER_MARK 0xFEFF

/* Letters that Unicode does not take apart, and signs that mean the same as an ASCII one. Sorted; "" drops. */
static const struct {
  gunichar letter;
  const char *fold;
} replacements[] = {
  { 0x00AB, "" },                                                   /* « */
  { 0x00BB, "" },                                                   /* » */
  { 0x00DF, "ss" },                                                 /* ß */
  { 0x00E6, "ae" },                                                 /* æ */
  { 0x00F0, "d" },                                                  /* ð */
  { 0x00F8, "o" },                                                  /* ø */
  { 0x00FE, "th" },                                                 /* þ */
  { 0x0111, "d" },                                                  /* đ */
  { 0x0127, "h" },                                                  /* ħ */
  { 0x0131, "i" },                                                  /* ı */
  { 0x0142, "l" },                                                  /* ł */
  { 0x0153, "oe" },                                                 /* œ */
  { 0x02B9, "" },                                                   /* modifier letter prime */
  { 0x02BA, "" },                                                   /* modifier letter double prime */
  { 0x02BB, "" },                                                   /* modifier letter turned comma */
  { 0x02BC, "" },                                                   /* modifier letter apostrophe */
  { 0x02BD, "" },                                                   /* modifier letter reversed comma */
  { 0x02BE, "" },                                                   /* modifier letter right half ring */
  { 0x02BF, "" },                                                   /* modifier letter left half ring */
  { 0x2010, "-" },                                                  /* hyphen */
  { 0x2011, "-" },                                                  /* non-breaking hyphen */
  { 0x2012, "-" },                                                  /* figure dash */
  { 0x2013, "-" },                                                  /* en dash */
  { 0x2014, "-" },                                                  /* em dash */
  { 0x2015, "-" },                                                  /* horizontal bar */
  { 0x2018, "" },                                                   /* single quotation marks … */
  { 0x2019, "" },   { 0x201A, "" }, { 0x201B, "" }, { 0x201C, "" }, /* … and double ones */
  { 0x201D, "" },   { 0x201E, "" }, { 0x201F, "" }, { 0x2032, "" }, /* prime */
  { 0x2035, "" },                                                   /* reversed prime */
  { 0x2212, "-" },                                                  /* minus */
};

/* One run of folding: spaces are held back until a letter follows, so none is written at the ends. */
typedef struct {
  GString *out;
  gsize start;
  gboolean space_waits;
} Folder;

static gboolean
is_space (gunichar c)
{
  /* Vertical tab and next line are left out by GLib. */
  return c == '\v' || c == 0x85 || g_unichar_isspace (c);
}

static inline void
put_byte (Folder *folder, char byte)
{
  if (folder->space_waits && folder->out->len > folder->start)
    g_string_append_c (folder->out, ' ');
  folder->space_waits = FALSE;
  g_string_append_c (folder->out, byte);
}

static inline void
fold_ascii (Folder *folder, char byte)
{
  if (g_ascii_isspace (byte) || byte == '\v')
    folder->space_waits = TRUE;
  else if (byte != '\'' && byte != '`' && byte != '"')
    put_byte (folder, g_ascii_tolower (byte));
}

/* The replacement of @c, or %NULL where it stays as it is. */
static const char *
find_replacement (gunichar c)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (replacements);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (replacements[middle].letter < c)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < G_N_ELEMENTS (replacements) && replacements[low].letter == c)
    return replacements[low].fold;
  return NULL;
}

/* @c is a letter of a full compatibility decomposition. */
static void
fold_piece (Folder *folder, gunichar c)
{
  const char *replacement;
  char bytes[6];
  int length;
  int i;

  if (c < 0x80)
    {
      fold_ascii (folder, (char)c);
      return;
    }
  if (is_space (c))
    {
      folder->space_waits = TRUE;
      return;
    }
  /* Characters of format (soft hyphen, joiners, marks of direction) cannot be seen, so they do not tell names apart. */
  if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return;

  /* There and back brings letters with several small forms together: σ and ς. */
  c = g_unichar_tolower (g_unichar_toupper (c));
  replacement = find_replacement (c);
  if (replacement != NULL)
    {
      for (; *replacement != '\0'; replacement++)
        put_byte (folder, *replacement);
      return;
    }
  length = g_unichar_to_utf8 (c, bytes);
  for (i = 0; i < length; i++)
    put_byte (folder, bytes[i]);
}

static void
fold_character (Folder *folder, gunichar c)
{
  gunichar pieces[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_pieces;
  gsize i;

  /* Their decomposition begins with a space, but people type them for an apostrophe. */
  if (c == ACUTE_ACCENT || c == GREEK_OXIA || c == GREEK_TONOS)
    return;

  n_pieces = g_unichar_fully_decompose (c, TRUE, pieces, G_N_ELEMENTS (pieces));
  for (i = 0; i < n_pieces; i++)
    fold_piece (folder, pieces[i]);
}

void
marathon_fold_append (GString *out, const char *text, gsize length)
{
  Folder folder = { out, 0, FALSE };
  const char *end = text + length;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL || length == 0);

  folder.start = out->len;
  while (text < end)
    {
      if ((guchar)*text < 0x80)
        fold_ascii (&folder, *text++);
      else
        {
          fold_character (&folder, g_utf8_get_char (text));
          text = g_utf8_next_char (text);
        }
    }
}

char *
marathon_fold (const char *text)
{
  gsize length;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  out = g_string_sized_new (length);
  marathon_fold_append (out, text, length);
  return g_string_free (out, FALSE);
}

char *
marathon_fold_loose (const char *text)
{
  char *folded;
  char *from;
  char *to;

  g_return_val_if_fail (text != NULL, NULL);

  folded = marathon_fold (text);
  to = folded;
  for (from = folded; *from != '\0'; from++)
    {
      gboolean after_vowel = to > folded && (to[-1] == 'a' || to[-1] == 'o' || to[-1] == 'u');

      if (*from == '-' || *from == ' ' || (*from == 'e' && after_vowel))
        continue;
      *to++ = *from;
    }
  *to = '\0';
  return folded;
}

/* --- Cleaning --- */

static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Writes what a run of white space becomes: its line ends, or else one space. */
static void
put_gap (GString *out, guint n_spaces, guint n_lines)
{
  if (out->len == 0)
    return;
  if (n_lines > 0)
    while (n_lines-- > 0)
      g_string_append_c (out, '\n');
  else if (n_spaces > 0)
    g_string_append_c (out, ' ');
}

/* Everything but NFC. */
static GString *
tidy (const char *text, gboolean keep_lines)
{
  GString *out = g_string_sized_new (strlen (text));
  guint n_spaces = 0;
  guint n_lines = 0;
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (keep_lines && is_line_end (c))
        n_lines += !(c == '\r' && at[1] == '\n');
      else if (is_space (c))
        n_spaces++;
      else if (!g_unichar_iscntrl (c) && !is_noncharacter (c) && c != BYTE_ORDER_MARK)
        {
          put_gap (out, n_spaces, n_lines);
          n_spaces = n_lines = 0;
          g_string_append_len (out, at, g_utf8_next_char (at) - at);
        }
    }
  return out;
}

/* %TRUE where @cleaned is not just @text without white space at its ends. */
static gboolean
is_more_than_trimmed (const char *text, const char *cleaned)
{
  gsize length = strlen (cleaned);

  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (strncmp (text, cleaned, length) != 0)
    return TRUE;
  for (text += length; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_space (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Below U+0300 there are no marks and nothing that NFC would change; its two-byte characters begin with less than 0xCC.
 */
static gboolean
is_surely_nfc (const GString *text)
{
  gsize i;

  for (i = 0; i < text->len; i++)
    if ((guchar)text->str[i] >= 0xCC)
      return FALSE;
  return TRUE;
}

/* %TRUE where there is nothing to clean but perhaps a space at an end: nearly every cell of an import. */
static gboolean
is_plain (const char *text)
{
  const char *at;

  for (at = text; *at >= ' ' && *at <= '~'; at++)
    if (at[0] == ' ' && at[1] == ' ')
      return FALSE;
  return *at == '\0';
}

static char *
copy_plain (const char *text)
{
  gsize length;

  if (*text == ' ')
    text++;
  length = strlen (text);
  if (length > 0 && text[length - 1] == ' ')
    length--;
  return g_strndup (text, length);
}

char *
marathon_clean_text (const char *text, gboolean keep_lines, gboolean *changed)
{
  g_autofree char *valid = NULL;
  GString *tidied;
  char *cleaned;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_plain (text))
    {
      if (changed != NULL)
        *changed = FALSE;
      return copy_plain (text);
    }

  if (!g_utf8_validate (text, -1, NULL))
    valid = g_utf8_make_valid (text, -1);

  tidied = tidy (valid != NULL ? valid : text, keep_lines);
  if (is_surely_nfc (tidied))
    cleaned = g_string_free (tidied, FALSE);
  else
    {
      cleaned = g_utf8_normalize (tidied->str, (gssize)tidied->len, G_NORMALIZE_NFC);
      g_string_free (tidied, TRUE);
    }

  if (changed != NULL)
    *changed = valid != NULL || is_more_than_trimmed (text, cleaned);
  return cleaned;
}
