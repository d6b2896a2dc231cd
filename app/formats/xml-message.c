/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's errors in plain words.
 */
#include "formats/xml-message.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "formats/format-error.h"

static const struct {
  int code;
  const char *sentence;
  gboolean named;    /* libxml2 tells of which name it speaks */
  const char *where; /* (nullable): so only where libxml2's own wording has these words */
} sentences[] = {
  { XML_ERR_NO_MEMORY, N_ ("there was not enough memory to read it") },
  { XML_ERR_DOCUMENT_EMPTY, N_ ("this is not an XML file: it does not start with an element") },
  { XML_ERR_DOCUMENT_END, N_ ("there is something after the end of the event") },
  { XML_ERR_INVALID_CHAR, N_ ("a character that is not allowed in XML, or bytes that are not UTF-8") },
  { XML_ERR_INVALID_CHARREF, N_ ("a character reference such as &#10; that names no allowed character") },
  { XML_ERR_INVALID_DEC_CHARREF, N_ ("a character reference that is no number; write it such as &#10;") },
  { XML_ERR_INVALID_HEX_CHARREF, N_ ("a character reference that is no number; write it such as &#xA;") },
  { XML_ERR_UNDECLARED_ENTITY, N_ ("a reference such as &name; that XML does not know; write the character itself"), TRUE },
  { XML_ERR_ENTITYREF_NO_NAME, N_ ("an “&” alone; write “&amp;”") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("an “&” without its “;”; a plain “&” is written “&amp;”") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("a “<” in a value; write “&lt;”") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("a value without quotation marks") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("a value without its closing quotation mark") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("an attribute without a value"), TRUE },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_ ("an attribute that stands twice in one element"), TRUE },
  { XML_ERR_SPACE_REQUIRED, N_ ("a space is missing between two attributes") },
  { XML_ERR_GT_REQUIRED, N_ ("a “>” is missing at the end of an element") },
  { XML_ERR_TAG_NAME_MISMATCH, N_ ("the end of an element does not match its beginning"), TRUE },
  { XML_ERR_TAG_NOT_FINISHED, N_ ("the file ends in the middle: it was cut off") },
  { XML_ERR_NAME_REQUIRED, N_ ("a name is missing; an “&” or “<” alone is written “&amp;” or “&lt;”") },
  { XML_ERR_EQUAL_REQUIRED, N_ ("an “=” is missing between an attribute and its value") },
  { XML_ERR_INVALID_ENCODING, N_ ("bytes that are not UTF-8") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("a comment without its end") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_ ("a comment with “--” in it") },
  { XML_ERR_MISPLACED_CDATA_END, N_ ("“]]>” in a text; write “]]&gt;”") },
  { XML_ERR_INTERNAL_ERROR, N_ ("a “<!” that begins no comment"), FALSE, "element content" },
  { XML_ERR_PI_NOT_STARTED, N_ ("a “<?” without a name") },
  { XML_ERR_PI_NOT_FINISHED, N_ ("a “<?” without its “?>”") },
  { XML_ERR_CDATA_NOT_FINISHED, N_ ("a “<![CDATA[” without its “]]>”") },
  { XML_ERR_VERSION_MISSING, N_ ("an XML declaration without a version; write <?xml version=\"1.0\" encoding=\"UTF-8\"?>") },
  { XML_ERR_STANDALONE_VALUE, N_ ("an XML declaration whose “standalone” is neither “yes” nor “no”") },
  { XML_ERR_XMLDECL_NOT_FINISHED, N_ ("an XML declaration without its “?>”") },
  { XML_ERR_STRING_NOT_STARTED, N_ ("a value without quotation marks") },
  { XML_ERR_STRING_NOT_CLOSED, N_ ("a value without its closing quotation mark") },
  { XML_ERR_RESERVED_XML_NAME, N_ ("an XML declaration that is not at the start of the file") },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, N_ ("an attribute that stands twice in one element") },
  { XML_NS_ERR_XML_NAMESPACE, N_ ("a declaration of a prefix that XML does not allow") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, N_ ("a prefix whose namespace is not declared"), TRUE },
};

char *
marathon_xml_message_describe (int code, const char *original, const char *name)
{
  g_autofree char *details = g_strchomp (g_strdup (original != NULL ? original : ""));

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i].code != code || (sentences[i].where != NULL && strstr (details, sentences[i].where) == NULL))
        continue;
      if (sentences[i].named && name != NULL)
        return g_strdup_printf ("%s: %s", _ (sentences[i].sentence), name);
      return g_strdup (_ (sentences[i].sentence));
    }
  return g_strdup_printf (_ ("this is not well-formed XML (%s)"), details);
}

/* What is kept of a message that is longer than both: a value of 64 KiB may be quoted in the middle of it (bytes). */
#define KEPT_HEAD 400
#define KEPT_TAIL 200

/* Moves back to where a character begins. */
static const char *
find_start (const char *at)
{
  while (((guchar) *at & 0xc0) == 0x80)
    at--;
  return at;
}

static void
append_clean (GString *clean, const char *from, const char *to)
{
  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);

      if (g_unichar_isspace (c))
        g_string_append_c (clean, ' ');
      else if (g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e))
        g_string_append (clean, "\357\277\275");
      else
        g_string_append_unichar (clean, c);
    }
}

char *
marathon_xml_message_clean (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  gsize length = strlen (valid);
  GString *clean = g_string_new (NULL);

  if (length > KEPT_HEAD + KEPT_TAIL)
    {
      append_clean (clean, valid, find_start (valid + KEPT_HEAD));
      g_string_append (clean, " … ");
      append_clean (clean, find_start (valid + length - KEPT_TAIL), valid + length);
    }
  else
    append_clean (clean, valid, valid + length);
  return g_string_free (clean, FALSE);
}

/* No honest XML declaration is longer (bytes). */
#define MAX_DECLARATION 200
/* Nor is the name of an encoding, and it has no other characters. */
#define MAX_ENCODING 40
#define ENCODING_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-"

static const struct {
  const char *bytes;
  gsize length;
  const char *what;
} other_kinds[] = {
  { "%PDF-", 5, N_ ("a PDF document") },
  { "PK\3\4", 4, N_ ("a ZIP archive or an office document") },
  { "\x1f\x8b", 2, N_ ("a compressed file (gzip); unpack it first") },
  { "\x89PNG", 4, N_ ("a picture") },
  { "\xff\xd8\xff", 3, N_ ("a picture") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an old office document") },
};

static gboolean
refuse_encoding (const char *name, GError **error)
{
  g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_ENCODING,
               _ ("1: the file says that it is written in %s; event files are written in UTF-8"), name);
  return FALSE;
}

/* Whether the name of an encoding is that of the bytes: others could hide characters from us. */
static gboolean
is_allowed_encoding (const char *name, gboolean utf16)
{
  static const char *const utf8_names[] = { "UTF-8", "UTF8", NULL };
  static const char *const utf16_names[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", NULL };
  const char *const *names = utf16 ? utf16_names : utf8_names;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Looks at the encoding that the XML declaration in @start names, if there is one. Changes @start. */
static gboolean
check_declaration (char *start, gboolean utf16, GError **error)
{
  char *end = strstr (start, "?>"), *name;

  if (!g_str_has_prefix (start, "<?xml") || !g_ascii_isspace (start[5]))
    return TRUE;
  if (end == NULL)
    {
      g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_SYNTAX,
                   _ ("1: the XML declaration has no end, or is longer than %d bytes"), MAX_DECLARATION);
      return FALSE;
    }
  *end = '\0';
  name = strstr (start, "encoding");
  if (name == NULL)
    return TRUE;
  name += strcspn (name, "\"'");
  if (*name == '\0')
    return TRUE;
  name++;
  name[strcspn (name, "\"'")] = '\0';
  /* It is quoted to people, and may be anything. */
  name[MIN (strlen (name), MAX_ENCODING)] = '\0';
  g_strcanon (name, ENCODING_CHARACTERS, '?');
  return is_allowed_encoding (name, utf16) || refuse_encoding (name, error);
}

/* The ASCII characters of UTF-16, for what can only be ASCII. */
static char *
narrow (const char *bytes, gsize length, gboolean big_endian)
{
  GString *text = g_string_new (NULL);

  for (gsize i = big_endian ? 1 : 0; i < length; i += 2)
    g_string_append_c (text, bytes[i]);
  return g_string_free (text, FALSE);
}

gboolean
marathon_xml_message_check_start (const char *bytes, gsize length, GError **error)
{
  gsize mark = length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autofree char *start = NULL;

  if (length == 0)
    {
      g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_NOT_XML, _ ("1: the file is empty"));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_kinds); i++)
    if (length >= other_kinds[i].length && memcmp (bytes, other_kinds[i].bytes, other_kinds[i].length) == 0)
      {
        g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_NOT_XML,
                     _ ("1: this is no event file but %s"), _ (other_kinds[i].what));
        return FALSE;
      }
  if (length >= 4 && (memcmp (bytes, "\xff\xfe\0\0", 4) == 0 || memcmp (bytes, "\0\0\xfe\xff", 4) == 0))
    return refuse_encoding ("UTF-32", error);
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    { /* UTF-16 with its mark: converted while it is read */
      start = narrow (bytes + 2, MIN (length - 2, 2 * MAX_DECLARATION), bytes[0] == '\xfe');
      return check_declaration (start, TRUE, error);
    }
  if (memchr (bytes, '\0', MIN (length, 4)) != NULL)
    return refuse_encoding (_ ("UTF-16 without a byte order mark"), error);
  if (length >= 4 && memcmp (bytes, "\x4c\x6f\xa7\x94", 4) == 0)
    return refuse_encoding ("EBCDIC", error);
  start = g_strndup (bytes + mark, MIN (length - mark, MAX_DECLARATION));
  return check_declaration (start, FALSE, error);
}
