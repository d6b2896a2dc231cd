/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/xml-message.h.
 */
#include "formats/xml-message.h"

#include <libxml/xmlerror.h>
#include <string.h>

#include "formats/format-error.h"

#define BYTES(text) text, sizeof (text) - 1

static const struct {
  const char *path;
  const char *bytes;
  gsize length;
  int code;          /* -1: read */
  const char *words; /* in the message */
} starts[] = {
  { "empty", BYTES (""), MARATHON_FORMAT_ERROR_NOT_XML, "empty" },
  { "element", BYTES ("<event>"), -1, NULL },
  { "declaration", BYTES ("<?xml version=\"1.0\"?><event>"), -1, NULL },
  { "utf-8", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), -1, NULL },
  { "utf-8-in-lower-case", BYTES ("<?xml version='1.0' encoding = 'utf-8' ?>"), -1, NULL },
  { "utf-8-with-mark", BYTES ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), -1, NULL },
  { "word-encoding-later", BYTES ("<?xml version=\"1.0\"?><event encoding=\"UTF-7\">"), -1, NULL },
  { "stylesheet-is-no-declaration", BYTES ("<?xml-stylesheet encoding=\"UTF-7\"?>"), -1, NULL },
  { "utf-16-little", BYTES ("\xff\xfe<\0?\0x\0m\0l\0 \0?\0>\0"), -1, NULL },
  { "utf-16-big", BYTES ("\xfe\xff\0<\0e\0v"), -1, NULL },
  { "utf-16-named-utf-7", BYTES ("\xff\xfe<\0?\0x\0m\0l\0 \0e\0n\0c\0o\0d\0i\0n\0g\0=\0'\0U\0T\0F\0-\0" "7\0'\0?\0>\0"),
    MARATHON_FORMAT_ERROR_ENCODING, "UTF-7" },
  { "utf-16-without-mark", BYTES ("<\0?\0x\0m\0l\0"), MARATHON_FORMAT_ERROR_ENCODING, "UTF-16 without" },
  { "utf-32-little", BYTES ("\xff\xfe\0\0<\0\0\0"), MARATHON_FORMAT_ERROR_ENCODING, "UTF-32" },
  { "utf-32-big", BYTES ("\0\0\xfe\xff\0\0\0<"), MARATHON_FORMAT_ERROR_ENCODING, "UTF-32" },
  { "ebcdic", BYTES ("\x4c\x6f\xa7\x94\x93"), MARATHON_FORMAT_ERROR_ENCODING, "EBCDIC" },
  { "utf-7", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>"), MARATHON_FORMAT_ERROR_ENCODING, "UTF-7" },
  { "latin-1-with-mark", BYTES ("\xef\xbb\xbf<?xml version='1.0' encoding='ISO-8859-1'?>"),
    MARATHON_FORMAT_ERROR_ENCODING,
    "ISO-8859-1" },
  { "declaration-without-end", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-7\""), MARATHON_FORMAT_ERROR_SYNTAX,
    "declaration" },
  { "nul-in-the-declaration", BYTES ("<?xml version=\"1.0\"\0 encoding=\"UTF-7\"?>"), MARATHON_FORMAT_ERROR_SYNTAX,
    "declaration" },
  { "gzip", BYTES ("\x1f\x8b\x08\0\0"), MARATHON_FORMAT_ERROR_NOT_XML, "gzip" },
  { "pdf", BYTES ("%PDF-1.7"), MARATHON_FORMAT_ERROR_NOT_XML, "PDF" },
  { "zip", BYTES ("PK\3\4\0"), MARATHON_FORMAT_ERROR_NOT_XML, "ZIP" },
  { "png", BYTES ("\x89PNG\r\n"), MARATHON_FORMAT_ERROR_NOT_XML, "picture" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0"), MARATHON_FORMAT_ERROR_NOT_XML, "picture" },
  { "old-office", BYTES ("\xd0\xcf\x11\xe0\xa1"), MARATHON_FORMAT_ERROR_NOT_XML, "office" },
};

static void
test_start (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  /* A copy of exactly that length, so that a sanitizer sees a byte too many. */
  g_autofree char *bytes = g_memdup2 (starts[i].bytes, starts[i].length);
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_xml_message_check_start (bytes, starts[i].length, &error);

  if (starts[i].code < 0)
    {
      g_assert_no_error (error);
      g_assert_true (good);
      return;
    }
  g_assert_error (error, MARATHON_FORMAT_ERROR, starts[i].code);
  g_assert_false (good);
  g_assert_true (g_str_has_prefix (error->message, "1: "));
  g_assert_nonnull (strstr (error->message, starts[i].words));
}

/* No space can push the encoding out of sight. */
static void
test_a_long_declaration_is_refused (void)
{
  for (guint blanks = 0; blanks < 1000; blanks++)
    {
      g_autofree char *space = g_strnfill (blanks, ' ');
      g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\"%s encoding=\"UTF-7\"?><event/>", space);
      g_autoptr (GError) error = NULL;

      g_assert_false (marathon_xml_message_check_start (text, strlen (text), &error));
      g_assert_nonnull (error);
    }
}

static void
test_every_prefix_of_a_start_is_judged (void)
{
  static const char whole[] = "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?><event/>";

  for (gsize length = 1; length < sizeof whole; length++)
    {
      g_autofree char *bytes = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (marathon_xml_message_check_start (bytes, length, &error), ==, error == NULL);
    }
}

static const struct {
  int code;
  const char *name;
  const char *words;
} errors[] = {
  { XML_ERR_ATTRIBUTE_REDEFINED, "family", "twice in one element: family" },
  { XML_ERR_UNDECLARED_ENTITY, "iacute", ": iacute" },
  { XML_ERR_TAG_NAME_MISMATCH, "entrants", ": entrants" },
  { XML_ERR_TAG_NAME_MISMATCH, NULL, "does not match its beginning" },
  { XML_ERR_ENTITYREF_NO_NAME, "left out", "write “&amp;”" },
  { XML_ERR_TAG_NOT_FINISHED, NULL, "cut off" },
  { XML_ERR_NOTATION_NOT_STARTED, NULL, "(libxml2's own words)" },
};

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *text = marathon_xml_message_describe (errors[i].code, "libxml2's own words\n", errors[i].name);

      g_assert_nonnull (strstr (text, errors[i].words));
      g_assert_null (strstr (text, "left out"));
      g_assert_null (strchr (text, '\n'));
    }
}

static void
test_an_internal_error_is_told_as_such_but_for_one (void)
{
  g_autofree char *known = marathon_xml_message_describe (XML_ERR_INTERNAL_ERROR, "internal error: detected an error in element content\n", NULL);
  g_autofree char *other = marathon_xml_message_describe (XML_ERR_INTERNAL_ERROR, "internal error: no idea\n", NULL);

  g_assert_nonnull (strstr (known, "begins no comment"));
  g_assert_nonnull (strstr (other, "(internal error: no idea)"));
}

static void
test_describe_nothing (void)
{
  g_autofree char *text = marathon_xml_message_describe (XML_ERR_NOTATION_NOT_STARTED, NULL, NULL);

  g_assert_nonnull (strstr (text, "not well-formed"));
}

static void
test_what_is_quoted_is_one_clean_line (void)
{
  g_autofree char *text = marathon_xml_message_clean ("a\tb\r\nc\302\2331md\342\200\256e\377f \342\201\250g\342\201\251");

  g_assert_cmpstr (text, ==, "a b  c\357\277\2751md\357\277\275e\357\277\275f \342\201\250g\342\201\251");
}

static void
test_what_is_quoted_is_not_endless (void)
{
  for (guint n = 100; n < 500; n++)
    {
      GString *message = g_string_new ("born: “");
      g_autofree char *clean = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (message, "é");
      g_string_append (message, "” is no date");
      clean = marathon_xml_message_clean (message->str);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpuint (strlen (clean), <=, 620);
      g_assert_cmpint (strcmp (clean, message->str) == 0, ==, message->len <= 600);
      g_assert_true (g_str_has_prefix (clean, "born: “é") && g_str_has_suffix (clean, "é” is no date"));
      g_string_free (message, TRUE);
    }
}

static void
test_the_name_of_an_encoding_is_quoted_as_far_as_it_is_one (void)
{
  static const char start[] = "<?xml version=\"1.0\" encoding=\"UTF-8\377\033[31m\"?><event/>";
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_xml_message_check_start (start, strlen (start), &error));
  g_assert_nonnull (strstr (error->message, "written in UTF-8???31m;"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-message/start/", starts[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_start);
    }
  g_test_add_func ("/xml-message/a-long-declaration-is-refused", test_a_long_declaration_is_refused);
  g_test_add_func ("/xml-message/every-prefix-of-a-start-is-judged", test_every_prefix_of_a_start_is_judged);
  g_test_add_func ("/xml-message/describe", test_describe);
  g_test_add_func ("/xml-message/an-internal-error-is-told-as-such-but-for-one",
                   test_an_internal_error_is_told_as_such_but_for_one);
  g_test_add_func ("/xml-message/describe-nothing", test_describe_nothing);
  g_test_add_func ("/xml-message/what-is-quoted-is-one-clean-line", test_what_is_quoted_is_one_clean_line);
  g_test_add_func ("/xml-message/what-is-quoted-is-not-endless", test_what_is_quoted_is_not_endless);
  g_test_add_func ("/xml-message/the-name-of-an-encoding-is-quoted-as-far-as-it-is-one",
                   test_the_name_of_an_encoding_is_quoted_as_far_as_it_is_one);
  return g_test_run ();
}
