/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/xml-text.h.
 */
#include "formats/xml-text.h"

#include <string.h>

static const struct {
  const char *path;
  const char *text;
  const char *escaped;
} cases[] = {
  { "nothing", "", "" },
  { "plain", "Ann Alder", "Ann Alder" },
  { "all-seven", "&<>\"\t\n\r", "&amp;&lt;&gt;&quot;&#9;&#10;&#13;" },
  { "at-both-ends", "<a>", "&lt;a&gt;" },
  { "twice", "&amp;", "&amp;amp;" },
  { "apostrophe-stays", "O'Alder", "O'Alder" },
  { "end-of-cdata", "]]>", "]]&gt;" },
  { "other-scripts-stay", "Žofie 张 محمد 🏃", "Žofie 张 محمد 🏃" },
};

static void
test_escape (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) out = g_string_new ("before<");
  g_autofree char *wanted = g_strconcat ("before<", cases[i].escaped, NULL);

  marathon_xml_append_escaped (out, cases[i].text, strlen (cases[i].text));
  g_assert_cmpstr (out->str, ==, wanted);
}

static void
test_escape_tail (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) out = g_string_new ("before<");
  g_autofree char *wanted = g_strconcat ("before<", cases[i].escaped, NULL);
  gsize start = out->len;

  g_string_append (out, cases[i].text);
  marathon_xml_escape_tail (out, start);
  g_assert_cmpstr (out->str, ==, wanted);
  g_assert_cmpuint (out->len, ==, strlen (wanted));
}

static void
test_attribute (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) out = g_string_new ("<a");
  g_autofree char *wanted = g_strconcat ("<a b=\"", cases[i].escaped, "\"", NULL);

  marathon_xml_append_attribute (out, "b", cases[i].text);
  g_assert_cmpstr (out->str, ==, wanted);
}

static void
test_only_the_given_length (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_xml_append_escaped (out, "a&b&c", 3);
  g_assert_cmpstr (out->str, ==, "a&amp;b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escape = g_strconcat ("/xml-text/escape/", cases[i].path, NULL);
      g_autofree char *tail = g_strconcat ("/xml-text/escape-tail/", cases[i].path, NULL);
      g_autofree char *attribute = g_strconcat ("/xml-text/attribute/", cases[i].path, NULL);

      g_test_add_data_func (escape, GUINT_TO_POINTER (i), test_escape);
      g_test_add_data_func (tail, GUINT_TO_POINTER (i), test_escape_tail);
      g_test_add_data_func (attribute, GUINT_TO_POINTER (i), test_attribute);
    }
  g_test_add_func ("/xml-text/only-the-given-length", test_only_the_given_length);
  return g_test_run ();
}
