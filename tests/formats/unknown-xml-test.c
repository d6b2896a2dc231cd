/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/unknown-xml.h: what is kept is canonical, means the same, and stays as it is when it is read again.
 */
#include "formats/unknown-xml.h"

#include <string.h>

#include "formats/format-error.h"
#include "formats/project-fixture.h"
#include "formats/project-format.h"

typedef struct {
  MarathonUnknownXml unknown;
  guint depth;
  GString *kept; /* of all elements below the root, a line each */
} Keeping;

static void
on_start (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  Keeping *keeping = user_data;

  g_assert_cmpint (marathon_unknown_xml_is_inside (&keeping->unknown), ==, keeping->depth > 1);
  if (keeping->depth++ > 0)
    marathon_unknown_xml_start (&keeping->unknown, reader, element);
}

static void
on_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
  Keeping *keeping = user_data;
  g_autofree char *text = NULL;

  if (--keeping->depth == 0)
    return;
  text = marathon_unknown_xml_end (&keeping->unknown, name);
  g_assert_cmpint (text != NULL, ==, keeping->depth == 1);
  if (text != NULL)
    g_string_append (keeping->kept, text);
}

static void
on_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
  Keeping *keeping = user_data;

  if (marathon_unknown_xml_is_inside (&keeping->unknown))
    marathon_unknown_xml_text (&keeping->unknown, reader, text, length);
}

/* Keeps all that is below a root in our namespace. */
static char *
keep (const char *body, GError **error)
{
  static const MarathonXmlHandlers handlers = { on_start, on_end, on_text };
  Keeping keeping = { .depth = 0, .kept = g_string_new (NULL) };
  g_autofree char *xml = g_strconcat ("<event xmlns=\"" MARATHON_PROJECT_NAMESPACE "\">", body, "</event>", NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (xml, (gssize) strlen (xml), NULL);
  MarathonXmlReader *reader = marathon_xml_reader_new (stream, &handlers, &keeping);

  marathon_unknown_xml_init (&keeping.unknown);
  if (!marathon_xml_reader_run (reader, NULL, error))
    g_string_truncate (keeping.kept, 0);
  marathon_unknown_xml_clear (&keeping.unknown);
  marathon_xml_reader_free (reader);
  return g_string_free (keeping.kept, FALSE);
}

static const struct {
  const char *path;
  const char *xml;
  const char *kept; /* %NULL: as it is */
} cases[] = {
  { "empty", "<a/>", NULL },
  { "empty-of-two-tags", "<a></a>", "<a/>" },
  { "text", "<a>b</a>", NULL },
  { "several", "<a/><b>c</b><d/>", NULL },
  { "nested", "<a><b><c/></b><d>e</d></a>", NULL },
  { "mixed", "<a>b<c/>d<e>f</e></a>", NULL },
  { "indentation-goes", "<a>\n  <b>\n    <c/>\n  </b>\n</a>", "<a><b><c/></b></a>" },
  { "blanks-around-text-stay", "<a> b </a>", NULL },
  { "blanks-between-references-stay", "<a>1 &amp; &amp; &lt; 2</a>", "<a>1 &amp; &amp; &lt; 2</a>" },
  { "blanks-beside-cdata-stay", "<a>1<![CDATA[ ]]><![CDATA[2]]></a>", "<a>1 2</a>" },
  { "blanks-only-go", "<a> \n </a>", "<a/>" },
  { "line-ends-in-text", "<a>1\n2</a>", "<a>1&#10;2</a>" },
  { "escapes", "<a b=\"&lt;&amp;&gt;&quot;'&#10;\">&lt;&amp;&gt;\"'</a>",
    "<a b=\"&lt;&amp;&gt;&quot;'&#10;\">&lt;&amp;&gt;&quot;'</a>" },
  { "apostrophes-become-quotes", "<a b='\"'/>", "<a b=\"&quot;\"/>" },
  { "comments-go", "<a><!-- b --><c/><?d e?></a>", "<a><c/></a>" },
  { "another-namespace", "<p:a xmlns:p=\"u\"><p:b/><c/></p:a>",
    "<a xmlns=\"u\"><b/><c xmlns=\"urn:marathon:event\"/></a>" },
  { "no-namespace", "<a xmlns=\"\"><b/></a>", "<a xmlns=\"\"><b/></a>" },
  { "siblings-in-another-namespace", "<a xmlns:p=\"u\"><p:b/><p:c/></a>", "<a><b xmlns=\"u\"/><c xmlns=\"u\"/></a>" },
  { "back-in-ours", "<a xmlns=\"u\"><b xmlns=\"urn:marathon:event\"/></a><c/>", NULL },
  { "attribute-of-a-namespace", "<a xmlns:p=\"u\" p:b=\"1\"/>", NULL },
  { "two-attributes-of-a-namespace", "<a xmlns:p=\"u\" p:b=\"1\" p:c=\"2\"/>", NULL },
  { "attributes-of-two-namespaces", "<a xmlns:p=\"u\" xmlns:q=\"v\" p:b=\"1\" q:b=\"2\" p:c=\"3\"/>",
    "<a xmlns:p=\"u\" p:b=\"1\" xmlns:q=\"v\" q:b=\"2\" p:c=\"3\"/>" },
  { "the-same-prefix-in-a-sibling", "<a xmlns:p=\"u\" p:b=\"1\"/><a xmlns:p=\"v\" p:b=\"1\"/>", NULL },
  { "the-same-prefix-in-a-child", "<a xmlns:p=\"u\" p:b=\"1\"><c p:d=\"2\"/></a>",
    "<a xmlns:p=\"u\" p:b=\"1\"><c xmlns:p=\"u\" p:d=\"2\"/></a>" },
  { "a-value-that-looks-like-a-declaration", "<a b=\" xmlns:p=&quot;u&quot;\" xmlns:p=\"u\" p:c=\"1\"/>",
    "<a b=\" xmlns:p=&quot;u&quot;\" xmlns:p=\"u\" p:c=\"1\"/>" },
  { "language-needs-no-declaration", "<a xml:lang=\"en\" xml:space=\"preserve\"/>", NULL },
  { "our-namespace-by-prefix", "<p:a xmlns:p=\"urn:marathon:event\"/>", "<a/>" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = keep (cases[i].xml, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, cases[i].kept != NULL ? cases[i].kept : cases[i].xml);
  again = keep (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, kept);
}

/* The parser hands out text in pieces, which must not show in it. */
static void
test_long_text_is_whole (void)
{
  g_autoptr (GString) text = g_string_new ("<a>x");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "%*s%u", (int) (i % 9), "", i % 7);
  g_string_append (text, "</a>");
  kept = keep (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, text->str);
}

static void
assert_limit (const char *body, gboolean fits)
{
  g_autoptr (GError) error = NULL;

  g_free (keep (body, &error));
  if (fits)
    g_assert_no_error (error);
  else
    g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_LIMIT);
}

static void
test_limit_of_texts (void)
{
  g_autofree char *letters = g_strnfill (MARATHON_XML_MAX_VALUE, 'x');
  g_autofree char *fits = g_strconcat ("<a>", letters, "</a>", NULL);
  g_autofree char *too_long = g_strconcat ("<a>", letters, "y</a>", NULL);
  g_autofree char *in_parts = g_strconcat ("<a>", letters, "<b/>", letters, "</a>", NULL);

  assert_limit (fits, TRUE);
  assert_limit (in_parts, TRUE);
  assert_limit (too_long, FALSE);
}

/* Distinct ones count, however often they come. */
static void
test_limit_of_names (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MARATHON_XML_MAX_UNKNOWN_NAMES; i++)
    g_string_append_printf (names, "<a%u/><a%u/><b>%u</b>", i % (MARATHON_XML_MAX_UNKNOWN_NAMES - 1),
                            i % (MARATHON_XML_MAX_UNKNOWN_NAMES - 1), i);
  assert_limit (names->str, TRUE);
  g_string_append (names, "<c/>");
  assert_limit (names->str, FALSE);
}

/* A tag that only becomes too long by being escaped, or gets too many attributes by declaring its prefixes itself. */
static void
test_limit_of_a_tag (void)
{
  g_autofree char *few = g_strnfill (40000, '"'), *many = g_strnfill (50000, '"');
  g_autofree char *fits = g_strconcat ("<a b='", few, "'/>", NULL);
  g_autofree char *too_long = g_strconcat ("<a b='", many, "'/>", NULL);

  assert_limit (fits, TRUE);
  assert_limit (too_long, FALSE);
  for (guint n = 64; n <= 65; n++)
    {
      g_autoptr (GString) nested = g_string_new ("<a"), inner = g_string_new ("<b");

      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (nested, " xmlns:p%u=\"u\"", i);
          g_string_append_printf (inner, " p%u:a%u=\"\"", i, i);
        }
      g_string_append_printf (nested, ">%s/></a>", inner->str);
      assert_limit (nested->str, n == 64);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/unknown-xml/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/unknown-xml/long-text-is-whole", test_long_text_is_whole);
  g_test_add_func ("/unknown-xml/limits/texts", test_limit_of_texts);
  g_test_add_func ("/unknown-xml/limits/names", test_limit_of_names);
  g_test_add_func ("/unknown-xml/limits/tags", test_limit_of_a_tag);
  return g_test_run ();
}
