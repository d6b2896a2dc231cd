/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/record-xml.h.
 */
#include "formats/record-xml.h"

#include <string.h>

#include "formats/project-format.h"
#include "formats/random-event.h"
#include "model/event.h"
#include "model/model-fixture.h"

/* Reads the attributes of a document's root into a record. */
typedef struct {
  MarathonEvent *event;
  MarathonRecord *record;
  gboolean keep_unknown;
  gboolean good;
} Reading;

static void
on_start (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  Reading *reading = user_data;

  reading->good = marathon_record_xml_read (reader, reading->record, reading->event, element, "id",
    reading->keep_unknown);
}

static void
on_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
}

static void
on_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
}

/* Returns: what the record is written as, or the error's message. */
static char *
read_record (MarathonEvent *event, GType type, const char *xml, gboolean keep_unknown)
{
  static const MarathonXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (MarathonRecord) record = marathon_record_new (type, "k");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (xml, (gssize) strlen (xml), NULL);
  Reading reading = { event, record, keep_unknown, FALSE };
  MarathonXmlReader *reader = marathon_xml_reader_new (stream, &handlers, &reading);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (marathon_xml_reader_run (reader, NULL, &error))
    marathon_record_xml_append (record, 0, out);
  else
    g_string_assign (out, error->message);
  g_assert_cmpint (reading.good, ==, error == NULL);
  marathon_xml_reader_free (reader);
  return g_strdup (out->str);
}

static const struct {
  const char *path;
  const char *xml;
  gboolean keep_unknown;
  const char *result; /* without the line end; %NULL: as it is */
} waves[] = {
  { "only-what-is-needed", "<wave id=\"k\" name=\"Red 1\"/>", FALSE, NULL },
  { "all", "<wave id=\"k\" start=\"red\" name=\"Red 1\" time=\"10:00:30\" capacity=\"900\" headroom=\"20\" "
    "from=\"2:30:00\" to=\"4:00:00\"/>",
    FALSE, NULL },
  { "in-another-order", "<wave time=\"10:00\" name=\"Red 1\" start=\"red\" id=\"k\"/>", FALSE,
    "<wave id=\"k\" start=\"red\" name=\"Red 1\" time=\"10:00\"/>" },
  { "initial-values-are-left-out", "<wave id=\"k\" name=\"Red 1\" start=\"\" time=\"\" capacity=\"0\"/>", FALSE,
    "<wave id=\"k\" name=\"Red 1\"/>" },
  { "escaped", "<wave id=\"k\" name=\"&lt;R&amp;D&gt; &quot;1&quot;\"/>", FALSE, NULL },
  { "cleaned", "<wave id=\"k\" name=\"  Red &#9; 1 \"/>", FALSE, "<wave id=\"k\" name=\"Red 1\"/>" },
  { "name-missing", "<wave id=\"k\" start=\"red\"/>", FALSE, "1:25: <wave> needs the attribute “name”" },
  { "name-empty", "<wave id=\"k\" name=\"\"/>", FALSE, "1:20: name: must not be empty" },
  { "no-such-start", "<wave id=\"k\" name=\"Red 1\" start=\"blue\"/>", FALSE, "1:34: start: there is no start “blue”" },
  { "bad-number", "<wave id=\"k\" name=\"Red 1\" capacity=\"many\"/>", FALSE,
    "1:37: capacity: “many” is not a whole number" },
  { "unknown", "<wave id=\"k\" name=\"Red 1\" music=\"brass\"/>", FALSE, "1:40: <wave> has no attribute “music”" },
  { "unknown-with-prefix", "<wave id=\"k\" name=\"Red 1\" xmlns:p=\"u\" p:capacity=\"1\"/>", FALSE,
    "1:53: <wave> has no attribute “capacity”" },
  { "two-mistakes", "<wave id=\"k\" name=\"Red 1\" capacity=\"many\" time=\"noon\"/>", FALSE,
    "1:37: capacity: “many” is not a whole number (and 1 more error)" },
  { "unknown-is-kept", "<wave id=\"k\" name=\"Red 1\" music=\"brass &lt;&amp;&gt;\" colour=\"red\"/>", TRUE, NULL },
  { "unknown-is-kept-after-the-known", "<wave id=\"k\" music=\"brass\" name=\"Red 1\"/>", TRUE,
    "<wave id=\"k\" name=\"Red 1\" music=\"brass\"/>" },
  { "unknown-of-a-namespace-is-kept", "<wave id=\"k\" name=\"Red 1\" xmlns:p=\"u\" p:a=\"1\" p:name=\"2\"/>", TRUE,
    NULL },
  { "known-is-checked-in-a-newer-version-too", "<wave id=\"k\" name=\"Red 1\" start=\"blue\"/>", TRUE,
    "1:34: start: there is no start “blue”" },
};

static void
test_wave (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\n");
  g_autofree char *result = read_record (event, marathon_list_get_type_of (MARATHON_LIST_WAVES), waves[i].xml,
    waves[i].keep_unknown);

  g_strchomp (result);
  g_assert_cmpstr (result, ==, waves[i].result != NULL ? waves[i].result : waves[i].xml);
}

/* Each column of each kind of record goes into its own attribute and comes back. */
static void
test_every_column_comes_back (void)
{
  g_autoptr (MarathonEvent) event = random_event_new (3, 2);

  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (id), "k");
      MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
      g_autoptr (GString) xml = g_string_new (NULL);
      g_autofree char *again = NULL;

      for (guint i = 0; i < klass->n_columns; i++)
        {
          g_autofree char *text = random_event_value (event, &klass->columns[i], 1);
          g_autofree char *name = g_strdup_printf (" %s=\"", klass->columns[i].name);

          g_assert_true (marathon_record_set_text (record, event, i, text, NULL));
          g_string_truncate (xml, 0);
          marathon_record_xml_append_attributes (record, xml);
          g_assert_nonnull (strstr (xml->str, name));
        }
      g_string_truncate (xml, 0);
      marathon_record_xml_append (record, 0, xml);
      again = read_record (event, marathon_list_get_type_of (id), xml->str, FALSE);
      g_assert_cmpstr (again, ==, xml->str);
    }
}

static void
test_content_and_indentation (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\n");
  MarathonRecord *start = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_STARTS), 0);
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_record_xml_append (start, 4, out);
  g_assert_cmpstr (out->str, ==, "    <start id=\"red\" name=\"Red\"/>\n");
  marathon_record_set_unknown (start, " gate=\"B\"", "<portal/>");
  g_string_truncate (out, 0);
  marathon_record_xml_append (start, 2, out);
  g_assert_cmpstr (out->str, ==, "  <start id=\"red\" name=\"Red\" gate=\"B\"><portal/></start>\n");
}

static void
test_element_get (void)
{
  const MarathonXmlAttribute attributes[]
    = { { "id", "p", "u", "other" }, { "id", NULL, NULL, "ours" }, { "name", NULL, NULL, "" } };
  const MarathonXmlElement element = { "wave", MARATHON_PROJECT_NAMESPACE, G_N_ELEMENTS (attributes), attributes };

  g_assert_cmpstr (marathon_xml_element_get (&element, "id"), ==, "ours");
  g_assert_cmpstr (marathon_xml_element_get (&element, "name"), ==, "");
  g_assert_null (marathon_xml_element_get (&element, "start"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (waves); i++)
    {
      g_autofree char *path = g_strconcat ("/record-xml/wave/", waves[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wave);
    }
  g_test_add_func ("/record-xml/every-column-comes-back", test_every_column_comes_back);
  g_test_add_func ("/record-xml/content-and-indentation", test_content_and_indentation);
  g_test_add_func ("/record-xml/element-get", test_element_get);
  return g_test_run ();
}
