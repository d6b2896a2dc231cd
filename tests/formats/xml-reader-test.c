/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/xml-reader.h: what handlers are told, where refusals point, and that hostile input is refused at
 * once.
 */
#include "formats/xml-reader.h"

#include <string.h>

#include "formats/format-error.h"
#include "formats/project-fixture.h"

/* --- Handlers that write down what they are told --- */

typedef struct {
  GString *out;
  gboolean in_text; /* pieces of text are one text */
} Record;

static void
end_text (Record *record)
{
  if (record->in_text)
    g_string_append_c (record->out, '\'');
  record->in_text = FALSE;
}

static void
on_start (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  Record *record = user_data;

  end_text (record);
  g_string_append_printf (record->out, "<%s", element->name);
  if (*element->uri != '\0')
    g_string_append_printf (record->out, "{%s}", element->uri);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      g_autoptr (GError) error = NULL;

      g_string_append_printf (record->out, " %s", attribute->name);
      if (attribute->prefix != NULL)
        g_string_append_printf (record->out, "{%s=%s}", attribute->prefix, attribute->uri);
      g_string_append_printf (record->out, "=%s", attribute->value);
      if (strstr (attribute->value, "bad") == NULL)
        continue;
      g_set_error_literal (&error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_CONTENT, attribute->name);
      marathon_xml_reader_refuse_value (reader, attribute, error);
    }
  if (strcmp (element->name, "refused") == 0)
    marathon_xml_reader_refuse (reader, MARATHON_FORMAT_ERROR_CONTENT, "no %s", element->name);
  if (strcmp (element->name, "abandoned") == 0)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_KIND, "never %s", element->name);
}

static void
on_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
  Record *record = user_data;

  end_text (record);
  g_string_append_printf (record->out, "/%s>", name);
}

static void
on_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
  Record *record = user_data;

  if (!record->in_text)
    g_string_append_c (record->out, '\'');
  record->in_text = TRUE;
  g_string_append_len (record->out, text, (gssize) length);
}

static void
on_strict_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
  marathon_xml_reader_refuse_text (reader, text, length);
}

static const MarathonXmlHandlers recording = { on_start, on_end, on_text };
static const MarathonXmlHandlers strict = { on_start, on_end, on_strict_text };

/* What the handlers were told; or, where something was refused, the message. */
static char *
run_stream (GInputStream *stream, const MarathonXmlHandlers *handlers)
{
  Record record = { g_string_new (NULL), FALSE };
  MarathonXmlReader *reader = marathon_xml_reader_new (stream, handlers, &record);
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_xml_reader_run (reader, NULL, &error);

  g_assert_cmpint (good, ==, error == NULL);
  if (!good)
    g_string_assign (record.out, error->message);
  else
    g_assert_cmpuint (marathon_xml_reader_get_findings (reader)->len, ==, 0);
  marathon_xml_reader_free (reader);
  return g_string_free (record.out, FALSE);
}

static char *
run_bytes (const char *bytes, gsize length, const MarathonXmlHandlers *handlers)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);

  return run_stream (stream, handlers);
}

#define BYTES(text) text, sizeof (text) - 1

static const struct {
  const char *path;
  const char *xml;
  gsize length;
  const char *told;
} documents[] = {
  { "empty-element", BYTES ("<a/>"), "<a/a>" },
  { "nested", BYTES ("<a><b/><c>d</c></a>"), "<a<b/b><c'd'/c>/a>" },
  { "blanks-are-told", BYTES ("<a> <b/>\n</a>"), "<a' '<b/b>'\n'/a>" },
  { "attributes", BYTES ("<a x=\"1\" y='two'/>"), "<a x=1 y=two/a>" },
  { "references-in-a-value", BYTES ("<a x=\"&amp;&lt;&gt;&quot;&apos;&#9;&#10;&#x41;\"/>"), "<a x=&<>\"'\t\nA/a>" },
  { "references-in-text", BYTES ("<a>R&amp;D &lt;&#233;&gt;</a>"), "<a'R&D <é>'/a>" },
  { "line-ends-in-values-become-spaces", BYTES ("<a x=\"1\n2\t3\"/>"), "<a x=1 2 3/a>" },
  { "line-ends-in-text-become-line-feeds", BYTES ("<a>1\r\n2\r3</a>"), "<a'1\n2\n3'/a>" },
  { "cdata-is-text", BYTES ("<a>1<![CDATA[<2>&amp;]]>3</a>"), "<a'1<2>&amp;3'/a>" },
  { "comments-and-instructions-are-nothing", BYTES ("<?i j?><!-- k --><a><!-- b --><?c d?></a><!-- e -->"), "<a/a>" },
  { "namespaces", BYTES ("<a xmlns=\"u\" xmlns:p=\"v\" p:x=\"1\" x=\"2\"><p:b/><c xmlns=\"\"/></a>"),
    "<a{u} x{p=v}=1 x=2<b{v}/b><c/c>/a>" },
  { "language", BYTES ("<a xml:lang=\"en\"/>"), "<a lang{xml=http://www.w3.org/XML/1998/namespace}=en/a>" },
  { "mark", BYTES ("\xef\xbb\xbf<a/>"), "<a/a>" },
  { "utf-16-little", BYTES ("\xff\xfe<\0a\0>\0\x7d\x01<\0/\0a\0>\0"), "<a'Ž'/a>" },
  { "utf-16-big", BYTES ("\xfe\xff\0<\0a\0>\x01\x7d\0<\0/\0a\0>"), "<a'Ž'/a>" },
  { "no-end", BYTES ("<a>\n<b/>"), "2:5: the file ends in the middle: it was cut off" },
  { "no-end-of-a-comment", BYTES ("<a><!-- b"), "1:10: the file ends in the middle: it was cut off" },
  { "no-element", BYTES ("Ann Alder"), "1:1: this is not an XML file: it does not start with an element" },
  { "only-blanks", BYTES (" \n "), "1:1: this is not an XML file: it does not start with an element" },
  { "twice", BYTES ("<a/>\n<a/>"), "2:1: there is something after the end of the event" },
  { "nul-after-the-end", BYTES ("<a/>\n\0"), "2:1: there is something after the end of the event" },
  { "mismatch", BYTES ("<a>\n</b>"), "2:5: the end of an element does not match its beginning: a" },
  { "lone-ampersand", BYTES ("<a>\n R&D</a>"), "2:5: an “&” without its “;”; a plain “&” is written “&amp;”" },
  { "html-entity", BYTES ("<a x=\"&nbsp;\"/>"),
    "1:13: a reference such as &name; that XML does not know; write the character itself: nbsp" },
  { "no-quotes", BYTES ("<a x=1/>"), "1:6: a value without quotation marks" },
  { "undeclared-prefix", BYTES ("<a p:x=\"1\"/>"), "1:11: a prefix whose namespace is not declared: p" },
  { "one-refusal", BYTES ("<a>\n <refused/></a>"), "2:10: no refused" },
  { "two-refusals", BYTES ("<a><refused/><refused/></a>"), "1:12: no refused (and 1 more error)" },
  { "abandoned", BYTES ("<a><abandoned/><refused/><oops></a>"), "1:14: never abandoned" },
  { "refused-before-an-error-of-syntax", BYTES ("<a><refused/>&</a>"), "1:12: no refused (and 1 more error)" },
};

static void
test_document (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *told = run_bytes (documents[i].xml, documents[i].length, &recording);
  g_autoptr (GInputStream) slow = project_fixture_slow_stream (documents[i].xml, documents[i].length, 1, 0);
  g_autofree char *told_slowly = run_stream (slow, &recording);

  g_assert_cmpstr (told, ==, documents[i].told);
  g_assert_cmpstr (told_slowly, ==, documents[i].told);
}

/* --- Places --- */

static const struct {
  const char *path;
  const char *xml;
  const char *message;
} places[] = {
  { "value", "<a x=\"bad\"/>", "1:7: x" },
  { "second-value", "<a x=\"1\" y=\"bad\"/>", "1:13: y" },
  { "on-another-line", "<a>\n  <b x=\"bad\"/>\n</a>", "2:9: x" },
  { "in-a-tag-of-several-lines", "<a>\n<b\n  x=\"1\"\n  y=\"bad\"\n  z=\"2\"\n/></a>", "4:6: y" },
  { "columns-count-characters", "<a x=\"Žofie 张\" y=\"bad\"/>", "1:19: y" },
  { "after-other-elements-of-the-line", "<a><b/><c x=\"bad\"/></a>", "1:14: x" },
  { "a-value-with-references-has-the-place-of-its-tag", "<a>\n<b x=\"bad&amp;\"/></a>", "2:16: x" },
  { "text", "<a>x</a>", "1:4: there is text between elements" },
  { "text-on-a-line-of-its-own", "<a>\n\n  x y\n</a>", "3:3: there is text between elements" },
  { "text-is-told-once", "<a>x &amp; y &lt; z</a>", "1:4: there is text between elements" },
  { "each-text-is-told", "<a>x<b/>y</a>", "1:4: there is text between elements (and 1 more error)" },
  { "text-after-blanks", "<a>\n<b/>  x</a>", "2:7: there is text between elements" },
  { "text-of-several-lines", "<a><b/>x\ny\n\n</a>", "1: there is text between elements" },
  { "cdata", "<a><![CDATA[x\ny\n\nz]]></a>", "1:13: there is text between elements" },
  { "cdata-after-blanks", "<a>\n<![CDATA[ \n\n  x\n]]></a>", "4:3: there is text between elements" },
  { "cdata-after-blanks-of-its-line", "<a>\n<![CDATA[  x]]></a>", "2:12: there is text between elements" },
  { "text-before-and-after-an-end", "<a><b>x</b>y</a>", "1:7: there is text between elements (and 1 more error)" },
};

static void
test_place (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *message = run_bytes (places[i].xml, strlen (places[i].xml), &strict);

  g_assert_cmpstr (message, ==, places[i].message);
}

/* The parser is fed 64 KiB at a time: where that boundary falls must not show. */
static void
test_a_boundary_between_pieces_does_not_show (void)
{
  static const char document[] = "<a>\n<b><c x=\"Žofie &amp; co\" p:y=\"2\" xmlns:p=\"u\">more &lt; text</c>\n<c "
    "z=\"1\"/></b>\n</a>";
  static const char broken[] = "<a>\n<b><c x=\"Žofie\" y=\"bad\"\n z=\"3\"/></b>\n</a>";
  g_autofree char *wanted = run_bytes (document, strlen (document), &recording);
  g_autoptr (GString) padded = g_string_new (NULL);

  for (gsize before = 0; before <= sizeof document; before++)
    {
      g_autofree char *told = NULL, *message = NULL;

      g_string_set_size (padded, 65536 - before);
      memset (padded->str, ' ', padded->len);
      memcpy (padded->str, "<!--", 4);
      memcpy (padded->str + padded->len - 4, "-->\n", 4);
      g_string_append (padded, document);
      told = run_bytes (padded->str, padded->len, &recording);
      g_assert_cmpstr (told, ==, wanted);

      g_string_truncate (padded, 65536 - before);
      g_string_append (padded, broken);
      message = run_bytes (padded->str, padded->len, &strict);
      g_assert_cmpstr (message, ==, "3:20: y");
    }
}

typedef struct {
  const char *element, *attribute;
  guint n;
} Names;

static void
check_name (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  Names *names = user_data;

  if (strcmp (element->name, "b") != 0)
    return;
  g_assert_true (names->element == NULL || names->element == element->name);
  g_assert_true (names->attribute == NULL || names->attribute == element->attributes[0].name);
  names->element = element->name;
  names->attribute = element->attributes[0].name;
  names->n++;
}

static void
ignore_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
}

static void
ignore_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
}

static void
test_a_name_has_one_pointer (void)
{
  static const MarathonXmlHandlers handlers = { check_name, ignore_end, ignore_text };
  g_autoptr (GString) xml = g_string_new ("<a>");
  g_autoptr (GInputStream) stream = NULL;
  Names names = { NULL, NULL, 0 };
  MarathonXmlReader *reader;

  for (guint i = 0; i < 20000; i++)
    g_string_append (xml, "<b x=\"1\"/><c y=\"2\"/>");
  g_string_append (xml, "</a>");
  stream = g_memory_input_stream_new_from_data (xml->str, (gssize) xml->len, NULL);
  reader = marathon_xml_reader_new (stream, &handlers, &names);
  g_assert_true (marathon_xml_reader_run (reader, NULL, NULL));
  g_assert_cmpuint (names.n, ==, 20000);
  marathon_xml_reader_free (reader);
}

/* --- Findings, streams, progress --- */

static void
test_a_hundred_findings_are_enough (void)
{
  Record record = { g_string_new (NULL), FALSE };
  g_autoptr (GString) xml = g_string_new ("<a>\n");
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  MarathonXmlReader *reader;
  GPtrArray *findings;

  for (guint i = 0; i < 5000; i++)
    g_string_append (xml, "<b x=\"bad\"/>\n");
  /* Its end is missing, but that is not reached. */
  stream = g_memory_input_stream_new_from_data (xml->str, (gssize) xml->len, NULL);
  reader = marathon_xml_reader_new (stream, &recording, &record);
  g_assert_false (marathon_xml_reader_run (reader, NULL, &error));
  g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, "2:7: x (and 99 more errors)");
  findings = marathon_xml_reader_get_findings (reader);
  g_assert_cmpuint (findings->len, ==, 100);
  for (guint i = 0; i < findings->len; i++)
    {
      const MarathonXmlFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (finding->line, ==, i + 2);
      g_assert_cmpuint (finding->column, ==, 7);
      g_assert_cmpstr (finding->message, ==, "x");
      g_assert_cmpint (finding->code, ==, MARATHON_FORMAT_ERROR_CONTENT);
    }
  marathon_xml_reader_free (reader);
  g_string_free (record.out, TRUE);
}

static char *
make_large (void)
{
  GString *xml = g_string_new ("<a>");

  for (guint i = 0; i < 30000; i++)
    g_string_append (xml, "<b x=\"1\"/>");
  g_string_append (xml, "</a>");
  return g_string_free (xml, FALSE);
}

static void
test_an_error_of_the_stream_is_passed_on (void)
{
  g_autofree char *xml = make_large ();

  for (gsize fail_at = 1; fail_at < strlen (xml); fail_at += 50000)
    {
      g_autoptr (GInputStream) stream = project_fixture_slow_stream (xml, strlen (xml), 1000, fail_at);
      g_autofree char *message = run_stream (stream, &recording);

      g_assert_cmpstr (message, ==, "the line is dead");
    }
}

typedef struct {
  guint64 done, total;
  guint n;
  GCancellable *cancellable; /* cancelled at the second call */
} Progress;

static void
note_progress (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >, progress->done);
  progress->done = done;
  progress->total = total;
  if (++progress->n == 2 && progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
run_with_progress (Progress *progress, GError **error)
{
  Record record = { g_string_new (NULL), FALSE };
  g_autofree char *xml = make_large ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (xml, (gssize) strlen (xml), NULL);
  MarathonXmlReader *reader = marathon_xml_reader_new (stream, &recording, &record);

  marathon_xml_reader_set_progress (reader, note_progress, strlen (xml), progress);
  g_assert_cmpint (marathon_xml_reader_run (reader, progress->cancellable, error), ==, *error == NULL);
  marathon_xml_reader_free (reader);
  g_string_free (record.out, TRUE);
}

static void
test_progress_reaches_the_end (void)
{
  Progress progress = { 0, 0, 0, NULL };
  g_autoptr (GError) error = NULL;

  run_with_progress (&progress, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n, >=, 4);
  g_assert_cmpuint (progress.done, ==, progress.total);
}

static void
test_cancelling_stops (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Progress progress = { 0, 0, 0, cancellable };
  g_autoptr (GError) error = NULL;

  run_with_progress (&progress, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.n, ==, 2);
}

/* --- Hostile input, through the door that it would come by --- */

typedef struct {
  const char *path;
  const char *head;   /* after the root's start tag; %NULL: there is no root */
  const char *format; /* repeated; %u is the number of the repetition */
  guint n;
  const char *tail;
  guint minor;
  const char *place;
  const char *words;
} Hostile;

static const Hostile hostile[] = {
  { "deep", "", "<a>", 1000000, "", 0, "1:", "there is no <a> in <event>" },
  { "deep-in-a-newer-version", "", "<a>", 1000000, "", 9, "1:", "nested deeper than 16" },
  { "attributes", "<entrants><entrant", " a%u=\"\"", 200000, "/></entrants>", 0, "1:", "longer than 256 KiB" },
  { "attributes-in-a-newer-version", "<entrants><entrant", " a%u=\"\"", 200000, "/></entrants>", 9, "1:",
    "longer than 256 KiB" },
  { "attributes-in-256-kib", "<entrants><entrant", " a%u=\"\"", 20000, "/></entrants>", 9, "1:",
    "more than 128 attributes" },
  { "namespaces-in-256-kib", "<entrants><entrant", " xmlns:a%u=\"b\"", 15000, "/></entrants>", 9, "1:",
    "more than 128 attributes" },
  { "names", "", "<a%u/>", 1500000, "", 0, "1:", "there is no <a0>" },
  { "names-in-a-newer-version", "", "<a%u/>", 1500000, "", 9, "1:", "more than 1000 names" },
  { "names-in-an-entrant", "<entrants><entrant id=\"1\">", "<a%u/>", 1500000, "</entrant></entrants>", 9, "1:",
    "more than 1000" },
  { "names-of-attributes", "<entrants>", "<entrant a%u=\"\"/>", 1500000, "</entrants>", 9, "1:",
    "needs the attribute “id” (and 99 more errors)" },
  { "names-of-attributes-of-entrants", "<entrants>", "<entrant id=\"%u1\" a%u=\"\"/>", 1500000, "</entrants>", 9, "1:",
    "more than 1000 names" },
  { "long-value", "<entrants><entrant family=\"", "x", 11 << 20, "\"/></entrants>", 0, "1:", "longer than 256 KiB" },
  { "long-value-in-256-kib", "<entrants><entrant family=\"", "x", 100000, "\"/></entrants>", 0, "1:",
    "longer than 65536 bytes" },
  { "long-value-in-a-newer-version", "<entrants><entrant x=\"", "x", 65537, "\"/></entrants>", 9, "1:",
    "longer than 65536 bytes" },
  { "value-without-end", "<entrants><entrant family=\"", "x", 11 << 20, "", 0, "1:", "longer than 256 KiB" },
  { "long-text", "<entrants>", "x", 11 << 20, "</entrants>", 0, "1:", "text between elements" },
  { "long-text-in-a-newer-version", "<a>", "x", 11 << 20, "</a>", 9, "1:", "longer than 65536 bytes" },
  { "long-cdata-in-a-newer-version", "<a><![CDATA[", "x", 11 << 20, "]]></a>", 9, "1:", "longer than 256 KiB" },
  { "long-comment", "<!--", "x", 11 << 20, "-->", 0, "1:", "longer than 256 KiB" },
  { "long-instruction", "<?x ", "x", 11 << 20, "?>", 0, "1:", "longer than 256 KiB" },
  { "long-name", "<", "x", 11 << 20, "/>", 9, "1:", "longer than 256 KiB" },
  { "much-unknown-in-an-entrant", "<entrants><entrant id=\"1\">",
    "<a b=\"0123456789 0123456789 0123456789 0123456789 0123456789 0123\"/>",
    1000, "</entrant></entrants>", 9, "1:", "an element holds more than 65536 bytes" },
  { "many-errors", "<entrants>", "<entrant id=\"1\" sex=\"Q\"/>", 500000, "</entrants>", 0, "1:",
    "and 99 more errors" },
  { "blanks-before-the-root", NULL, "\n", 11 << 20, "<event/>", 0, "", "longer than 256 KiB" },
};

static void
test_hostile (gconstpointer data)
{
  const Hostile *input = data;
  g_autoptr (GString) body = g_string_new (input->head);
  g_autofree char *whole = NULL;

  for (guint i = 0; i < input->n; i++)
    {
      const char *rest = input->format, *number;

      for (; (number = strstr (rest, "%u")) != NULL; rest = number + 2)
        {
          g_string_append_len (body, rest, number - rest);
          g_string_append_printf (body, "%u", i);
        }
      g_string_append (body, rest);
    }
  g_string_append (body, input->tail);
  if (input->head == NULL)
    whole = g_strdup (body->str);
  else
    whole = project_fixture_wrap (input->minor, body->str);
  project_fixture_assert_refused (whole, strlen (whole), input->place, input->words);
}

static void
test_billion_laughs (void)
{
  g_autoptr (GString) xml = g_string_new ("<!DOCTYPE event [<!ENTITY a0 \"ha\">");

  for (guint i = 1; i <= 30; i++)
    g_string_append_printf (xml, "<!ENTITY a%u \"&a%u;&a%u;\">", i, i - 1, i - 1);
  g_string_append (xml, "]><event title=\"&a30;\">&a30;</event>");
  project_fixture_assert_refused (xml->str, xml->len, "1:", "DOCTYPE");
}

static void
test_quadratic_entities (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GString) xml = g_string_new (NULL);

  g_string_append_printf (xml, "<!DOCTYPE event [<!ENTITY a \"%s\">]><event>", text);
  for (guint i = 0; i < 50000; i++)
    g_string_append (xml, "&a;");
  g_string_append (xml, "</event>");
  project_fixture_assert_refused (xml->str, xml->len, "1:", "DOCTYPE");
}

#define ROOT "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"3a9d51c07be84f26\">"

static const struct {
  const char *path;
  const char *bytes;
  gsize length;
  const char *place;
  const char *words;
} odd_bytes[] = {
  { "external-entity", BYTES ("<!DOCTYPE event [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><event>&a;</event>"),
    "1:", "DOCTYPE" },
  { "external-dtd", BYTES ("<!DOCTYPE event SYSTEM \"http://localhost/a.dtd\"><event/>"), "1:", "DOCTYPE" },
  { "parameter-entity", BYTES ("<!DOCTYPE event [<!ENTITY % a SYSTEM \"b\">%a;]><event/>"), "1:", "DOCTYPE" },
  { "utf-7", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-event/+AD4-"), "1:", "UTF-7" },
  { "latin-1", BYTES ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><event title=\"\xe9\"/>"), "1:", "ISO-8859-1" },
  { "latin-1-without-a-word", BYTES ("<event xmlns=\"urn:marathon:event\" title=\"\xe9\"/>"), "1:", "UTF-8" },
  { "latin-1-named-utf-8", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<event title=\"\xe9\"/>"), "2:",
    "UTF-8" },
  { "utf-8-named-utf-16", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><event/>"), "1:", "UTF-16" },
  { "unknown-encoding", BYTES ("<?xml version=\"1.0\" encoding=\"KLINGON\"?><event/>"), "1:", "KLINGON" },
  { "utf-32", BYTES ("\xff\xfe\0\0<\0\0\0"), "1:", "UTF-32" },
  { "overlong-utf-8", BYTES ("<event xmlns=\"urn:marathon:event\" title=\"\xc0\xbc\"/>"), "1:", "UTF-8" },
  { "surrogate-in-utf-8", BYTES ("<event title=\"\xed\xa0\x80\"/>"), "1:", "UTF-8" },
  { "surrogate-reference", BYTES ("<event title=\"&#xD800;\"/>"), "1:", "not allowed in XML" },
  { "nul-reference", BYTES ("<event title=\"&#0;\"/>"), "1:", "not allowed in XML" },
  { "nul", BYTES (ROOT "\n\0</event>"), "2:", "not allowed in XML" },
  { "nul-in-a-value", BYTES ("<event title=\"a\0b\"/>"), "1:", "not allowed in XML" },
  { "control-character", BYTES ("<event title=\"a\1b\"/>"), "1:", "not allowed in XML" },
  { "noncharacter", BYTES ("<event title=\"a\xef\xbf\xbf\"/>"), "1:", "not allowed in XML" },
  { "mark-inside", BYTES (ROOT "\xef\xbb\xbf</event>"), "1:", "text between elements" },
  { "two-marks", BYTES ("\xef\xbb\xbf\xef\xbb\xbf<event/>"), "1:", "does not start with an element" },
  { "gzip", BYTES ("\x1f\x8b\x08\0\0\0\0\0\0\3"), "1:", "gzip" },
};

static void
test_odd_bytes (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *bytes = g_memdup2 (odd_bytes[i].bytes, odd_bytes[i].length);

  project_fixture_assert_refused (bytes, odd_bytes[i].length, odd_bytes[i].place, odd_bytes[i].words);
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-reader/document/", documents[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_document);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-reader/place/", places[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-reader/hostile/", hostile[i].path, NULL);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  for (guint i = 0; i < G_N_ELEMENTS (odd_bytes); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-reader/odd-bytes/", odd_bytes[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_odd_bytes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ();
  g_test_add_func ("/xml-reader/a-boundary-between-pieces-does-not-show", test_a_boundary_between_pieces_does_not_show);
  g_test_add_func ("/xml-reader/a-name-has-one-pointer", test_a_name_has_one_pointer);
  g_test_add_func ("/xml-reader/a-hundred-findings-are-enough", test_a_hundred_findings_are_enough);
  g_test_add_func ("/xml-reader/an-error-of-the-stream-is-passed-on", test_an_error_of_the_stream_is_passed_on);
  g_test_add_func ("/xml-reader/progress-reaches-the-end", test_progress_reaches_the_end);
  g_test_add_func ("/xml-reader/cancelling-stops", test_cancelling_stops);
  g_test_add_func ("/xml-reader/hostile/billion-laughs", test_billion_laughs);
  g_test_add_func ("/xml-reader/hostile/quadratic-entities", test_quadratic_entities);
  return g_test_run ();
}
