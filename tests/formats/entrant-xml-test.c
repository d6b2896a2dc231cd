/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/entrant-xml.h.
 */
#include "formats/entrant-xml.h"

#include <string.h>

#include "formats/project-format.h"
#include "formats/random-event.h"
#include "model/event.h"
#include "model/guide-fields.h"
#include "model/model-fixture.h"

/* Reads entrants below a root; or, where it is called "guides", guides alone. */
typedef struct {
  MarathonEvent *event;
  MarathonEntrantDraft draft;
  MarathonEntrantXml *xml;
  gboolean guides_alone;
  guint depth;
  GString *out; /* each good entrant as it is written */
  guint n_good, n_bad;
} Reading;

static void
on_start (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->depth++ > 0)
    marathon_entrant_xml_start (reading->xml, element);
  else if ((reading->guides_alone = strcmp (element->name, "guides") == 0))
    {
      marathon_entrant_draft_start (&reading->draft, NULL);
      marathon_entrant_xml_begin_guides (reading->xml);
    }
}

static void
append_guides (Reading *reading)
{
  const MarathonGuide *guides = (const MarathonGuide *) (gconstpointer) reading->draft.guides->data;

  for (guint i = 0; i < reading->draft.guides->len; i++)
    marathon_guide_xml_append (reading->event, &guides[i], 0, reading->out);
}

static void
on_end (MarathonXmlReader *reader, const char *name, gpointer user_data)
{
  Reading *reading = user_data;

  if (--reading->depth == 0)
    {
      if (reading->guides_alone && marathon_entrant_xml_is_good (reading->xml))
        append_guides (reading);
      if (reading->guides_alone)
        marathon_entrant_xml_end_guides (reading->xml);
      return;
    }
  g_assert_cmpint (marathon_entrant_xml_end (reading->xml, name), ==, !reading->guides_alone && reading->depth == 1);
  if (reading->guides_alone || reading->depth > 1)
    return;
  if (!marathon_entrant_xml_is_good (reading->xml))
    {
      reading->n_bad++;
      return;
    }
  reading->n_good++;
  marathon_entrant_xml_append (reading->event, marathon_entrant_draft_finish (&reading->draft), 0, reading->out);
}

static void
on_text (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->depth > 1)
    marathon_entrant_xml_text (reading->xml, text, length);
}

typedef enum {
  PLAIN = 0,
  KEEP_UNKNOWN = 1 << 0,
  MAY_LACK_IDS = 1 << 1,
} Options;

/* Returns: what was read as it is written, or the error's message. */
static char *
read_in (MarathonEvent *event, const char *root, const char *body, Options options, guint *n_good, guint *n_bad)
{
  static const MarathonXmlHandlers handlers = { on_start, on_end, on_text };
  g_autofree char *xml = g_strdup_printf ("<%s xmlns=\"" MARATHON_PROJECT_NAMESPACE "\">\n%s</%s>", root, body, root);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (xml, (gssize) strlen (xml), NULL);
  Reading reading = { .event = event, .out = g_string_new (NULL) };
  MarathonXmlReader *reader = marathon_xml_reader_new (stream, &handlers, &reading);
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_init (&reading.draft, event);
  reading.xml = marathon_entrant_xml_new (reader, &reading.draft, (options & KEEP_UNKNOWN) != 0);
  if ((options & MAY_LACK_IDS) != 0)
    marathon_entrant_xml_allow_missing_ids (reading.xml);
  if (!marathon_xml_reader_run (reader, NULL, &error))
    g_string_assign (reading.out, error->message);
  if (n_good != NULL)
    *n_good = reading.n_good;
  if (n_bad != NULL)
    *n_bad = reading.n_bad;
  marathon_entrant_xml_free (reading.xml);
  marathon_entrant_draft_clear (&reading.draft);
  marathon_xml_reader_free (reader);
  return g_string_free (reading.out, FALSE);
}

#define ID "id=\"000000000000000a\""
#define GUIDE_ID "id=\"000000000000000b\""

static const struct {
  const char *path;
  const char *xml;
  Options options;
  const char *result; /* %NULL: as it is */
} entrants[] = {
  { "only-an-id", "<entrant " ID "/>\n", PLAIN, NULL },
  { "attributes-in-their-order", "<entrant given=\"Ann\" family=\"Alder\" " ID " bib=\"037\"/>", PLAIN,
    "<entrant " ID " bib=\"037\" family=\"Alder\" given=\"Ann\"/>\n" },
  { "references-to-records", "<entrant " ID " category=\"elite\" wave=\"w\"/>\n", PLAIN, NULL },
  { "escapes", "<entrant " ID " family=\"&lt;&amp;&gt;&quot;'\" note=\"1&#10;2\"/>\n", PLAIN, NULL },
  { "children", "<entrant " ID ">\n  <contact email=\"a@example.org\" emergency-phone=\"+44\"/>\n  <medical "
    "note=\"Asthma\"/>\n"
                "  <result gun=\"2:04:29\" status=\"finished\"/>\n  <custom shirt=\"L\"/>\n"
                "  <guide " GUIDE_ID " family=\"Cedar\">\n    <contact emergency-name=\"Dil\"/>\n  </guide>\n"
                  "</entrant>\n",
    PLAIN, NULL },
  { "empty-children-go", "<entrant " ID "><contact/><medical/><custom/></entrant>", PLAIN, "<entrant " ID "/>\n" },
  { "several", "<entrant " ID " family=\"A\">\n  <medical note=\"x\"/>\n</entrant>\n<entrant "
    "id=\"000000000000000c\"/>\n", PLAIN, NULL },
  { "no-id", "<entrant family=\"A\"/>", PLAIN, "2:20: <entrant> needs the attribute “id”" },
  { "no-id-of-a-guide", "<entrant " ID "><guide/></entrant>", PLAIN, "2:38: <guide> needs the attribute “id”" },
  { "ids-may-be-missing", "<entrant family=\"A\"><guide family=\"B\"/></entrant>", MAY_LACK_IDS,
    "<entrant id=\"0000000000000000\" family=\"A\">\n  <guide family=\"B\"/>\n</entrant>\n" },
  { "value", "<entrant " ID " sex=\"Q\"/>", PLAIN, "2:37: sex: “Q” is not one of: M, F, X" },
  { "value-of-a-child", "<entrant " ID ">\n<result gun=\"soon\"/></entrant>", PLAIN,
    "3:14: gun-time: “soon” is not a time such as 2:04:29" },
  { "value-of-a-guide", "<entrant " ID ">\n<guide " GUIDE_ID " sex=\"Q\"/></entrant>", PLAIN,
    "3:35: guide sex: “Q” is not M, F, X" },
  { "unknown-attribute", "<entrant " ID " shoe=\"42\"/>", PLAIN, "2:41: <entrant> has no attribute “shoe”" },
  { "private-fact-in-the-open", "<entrant " ID " email=\"a@example.org\"/>", PLAIN,
    "2:53: <entrant> has no attribute “email”" },
  { "private-fact-of-a-guide-in-the-open", "<entrant " ID "><guide " GUIDE_ID " emergency-name=\"D\"/></entrant>",
    PLAIN,
    "2:79: <guide> has no attribute “emergency-name”" },
  { "public-fact-in-private", "<entrant " ID "><contact family=\"A\"/></entrant>", PLAIN,
    "2:51: <contact> has no attribute “family”" },
  { "unknown-custom-field", "<entrant " ID "><custom cap=\"L\"/></entrant>", PLAIN,
    "2:47: <custom> has no attribute “cap”" },
  { "unknown-child", "<entrant " ID "><coach/></entrant>", PLAIN, "2:38: there is no <coach> in <entrant>" },
  { "unknown-child-of-a-child", "<entrant " ID "><medical><drug/></medical></entrant>", PLAIN,
    "2:46: there is no <drug> in <medical>" },
  { "unknown-child-of-a-guide", "<entrant " ID "><guide " GUIDE_ID "><tether/></guide></entrant>", PLAIN,
    "2:68: there is no <tether> in <guide>" },
  { "unknown-child-of-a-guide's-contact", "<entrant " ID "><guide "
    GUIDE_ID "><contact><x/></contact></guide></entrant>", PLAIN,
    "2:72: there is no <x> in <contact>" },
  { "child-of-another-namespace", "<entrant " ID "><contact xmlns=\"u\"/></entrant>", PLAIN,
    "2:50: there is no <contact> in <entrant>" },
  { "twice", "<entrant " ID "><medical note=\"a\"/><medical note=\"b\"/></entrant>", PLAIN,
    "2:68: <medical> stands twice, or too late" },
  { "too-late", "<entrant " ID "><guide " GUIDE_ID "/><contact/></entrant>", PLAIN,
    "2:70: <contact> stands twice, or too late" },
  { "guide's-contact-twice", "<entrant " ID "><guide " GUIDE_ID "><contact/><contact/></guide></entrant>", PLAIN,
    "2:79: <contact> stands twice, or too late" },
  { "text", "<entrant " ID ">hello</entrant>", PLAIN, "2:32: there is text between elements" },
  { "text-in-a-child", "<entrant " ID "><medical>hello</medical></entrant>", PLAIN,
    "2:41: there is text between elements" },
  { "several-customs", "<entrant " ID "><custom/><custom shirt=\"L\"/><custom hat=\"M\"/></entrant>", PLAIN,
    "<entrant " ID ">\n  <custom shirt=\"L\" hat=\"M\"/>\n</entrant>\n" },
  { "custom-field-twice", "<entrant " ID "><custom shirt=\"L\"/><custom shirt=\"M\"/></entrant>", PLAIN,
    "2:68: <custom> has the attribute “shirt” twice" },
  { "custom-too-late", "<entrant " ID "><custom shirt=\"L\"/><result/></entrant>", PLAIN,
    "2:58: <result> stands twice, or too late" },
  { "five-guides", "<entrant " ID "><guide id=\"1\"/><guide id=\"2\"/><guide id=\"3\"/><guide id=\"4\"/><guide "
    "id=\"5\"/></entrant>", PLAIN,
    "2:107: guide: an athlete has at most 4 guides" },

  { "keep/attributes", "<entrant " ID " family=\"A\" shoe=\"42\" hat=\"L &amp; XL\"/>\n", KEEP_UNKNOWN, NULL },
  { "keep/attributes-of-a-namespace", "<entrant " ID " xmlns:p=\"u\" p:a=\"1\" p:b=\"2\"/>\n", KEEP_UNKNOWN, NULL },
  { "keep/attributes-of-children",
    "<entrant " ID ">\n  <contact email=\"a@example.org\" chat=\"@a\"/>\n  <medical blood=\"0\"/>\n  <result "
      "laps=\"3\"/>\n  <custom cap=\"L\"/>\n"
    "  <guide " GUIDE_ID " tether=\"0.3\">\n    <contact emergency-name=\"D\" chat=\"@d\"/>\n  </guide>\n</entrant>\n",
    KEEP_UNKNOWN, NULL },
  { "keep/attributes-of-a-guide's-contact-alone",
    "<entrant " ID ">\n  <guide " GUIDE_ID ">\n    <contact chat=\"@d\"/>\n  </guide>\n</entrant>\n", KEEP_UNKNOWN,
      NULL },
  { "keep/elements", "<entrant " ID ">\n  <guide "
    GUIDE_ID ">\n    <dog name=\"Rex\"/>\n  </guide>\n  <coach><name>C &amp; D</name></coach><fan/>\n</entrant>\n",
    KEEP_UNKNOWN, NULL },
  { "keep/elements-in-children",
    "<entrant " ID ">\n  <contact email=\"a@example.org\"><chat>@a</chat><chat/></contact>\n  <medical><drug "
      "name=\"x &gt; y\"/></medical>\n"
    "  <result laps=\"3\"><lap/></result>\n  <custom><hat/></custom>\n"
    "  <guide " GUIDE_ID ">\n    <contact emergency-name=\"D\" x=\"1\"><chat/></contact>\n  </guide>\n</entrant>\n",
    KEEP_UNKNOWN, NULL },
  { "keep/several-customs",
    "<entrant " ID "><custom a=\"1\" shirt=\"L\"><x/></custom><custom b=\" a=\"><y/></custom></entrant>", KEEP_UNKNOWN,
    "<entrant " ID ">\n  <custom shirt=\"L\" a=\"1\" b=\" a=\"><x/><y/></custom>\n</entrant>\n" },
  { "keep/not-one-twice", "<entrant " ID "><custom a=\"1\"/><custom a=\"2\"/></entrant>", KEEP_UNKNOWN,
    "2:60: <custom> has the attribute “a” twice" },
  { "keep/elements-of-another-namespace", "<entrant " ID ">\n  <contact xmlns=\"u\" email=\"x\"/>\n</entrant>\n",
    KEEP_UNKNOWN, NULL },
  { "keep/nothing-of-the-entrant-before",
    "<entrant " ID " shoe=\"1\">\n  <contact chat=\"@\"/>\n  <fan/>\n</entrant>\n<entrant "
      "id=\"000000000000000c\">\n  <contact email=\"e\"/>\n</entrant>\n",
    KEEP_UNKNOWN, NULL },
  { "keep/known-values-are-checked", "<entrant " ID " shoe=\"42\" sex=\"Q\"/>", KEEP_UNKNOWN,
    "2:47: sex: “Q” is not one of: M, F, X" },
  { "keep/text-is-not", "<entrant " ID ">hello</entrant>", KEEP_UNKNOWN, "2:32: there is text between elements" },
};

static MarathonEvent *
new_event (void)
{
  return model_fixture_new ("field shirt | label=Shirt\nfield hat | label=Hat\nstart red | name=Red\ncategory elite | name=Elite\nwave w "
    "| name=W | start=red\n");
}

static void
test_entrant (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (MarathonEvent) event = new_event ();
  g_autofree char *result = read_in (event, "entrants", entrants[i].xml, entrants[i].options, NULL, NULL);

  g_assert_cmpstr (result, ==, entrants[i].result != NULL ? entrants[i].result : entrants[i].xml);
}

/* What may be kept in each place: as much as one text of the event holds, with the ">" between attributes and elements. */
static const struct {
  const char *path;
  const char *head, *tail; /* as it is written, around letters */
  guint markup;            /* bytes of what is kept beside the letters */
} places[] = {
  { "attribute", "<entrant " ID " a=\"", "\"/>\n", 5 },
  { "element", "<entrant " ID ">\n  <a>", "</a>\n</entrant>\n", 7 },
  { "attribute-of-a-child", "<entrant " ID ">\n  <contact a=\"", "\"/>\n</entrant>\n", 5 },
  { "element-of-a-child", "<entrant " ID ">\n  <medical><a>", "</a></medical>\n</entrant>\n", 7 },
  { "both-of-a-child", "<entrant " ID ">\n  <result b=\"1\"><a>", "</a></result>\n</entrant>\n", 13 },
  { "both-of-custom", "<entrant " ID ">\n  <custom b=\"1\"><a>", "</a></custom>\n</entrant>\n", 13 },
  { "attribute-of-a-guide", "<entrant " ID ">\n  <guide " GUIDE_ID " a=\"", "\"/>\n</entrant>\n", 5 },
  { "element-of-a-guide", "<entrant " ID ">\n  <guide " GUIDE_ID ">\n    <a>", "</a>\n  </guide>\n</entrant>\n", 7 },
  { "attribute-of-a-guide's-contact", "<entrant " ID ">\n  <guide " GUIDE_ID ">\n    <contact a=\"",
    "\"/>\n  </guide>\n</entrant>\n", 5 },
  { "both-of-a-guide's-contact", "<entrant " ID ">\n  <guide " GUIDE_ID ">\n    <contact b=\"1\"><a>",
    "</a></contact>\n  </guide>\n</entrant>\n", 13 },
};

static void
test_as_much_is_kept_as_fits (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data), most = MARATHON_TEXT_MAX_LENGTH - 1 - places[i].markup;

  for (guint n = most; n <= most + 1; n++)
    {
      g_autoptr (MarathonEvent) event = new_event ();
      g_autofree char *letters = g_strnfill (n, 'x');
      g_autofree char *xml = g_strconcat (places[i].head, letters, places[i].tail, NULL);
      g_autofree char *result = read_in (event, "entrants", xml, KEEP_UNKNOWN, NULL, NULL);

      if (n == most)
        g_assert_true (strcmp (result, xml) == 0);
      else
        g_assert_nonnull (strstr (result, ": an element holds more than 65536 bytes"));
    }
}

static void
test_good_and_bad_ones_are_told_apart (void)
{
  g_autoptr (MarathonEvent) event = new_event ();
  guint n_good, n_bad;
  g_autofree char *result = read_in (event, "entrants",
                                     "<entrant id=\"1\"/><entrant id=\"2\" sex=\"Q\"/><entrant/><entrant "
                                       "id=\"4\"><medical shoe=\"1\"/></entrant>"
                                     "<entrant id=\"5\"><guide id=\"6\"/></entrant>",
                                     PLAIN, &n_good, &n_bad);

  g_assert_true (g_str_has_prefix (result, "2:"));
  g_assert_true (g_str_has_suffix (result, "(and 2 more errors)"));
  g_assert_cmpuint (n_good, ==, 2);
  g_assert_cmpuint (n_bad, ==, 3);
}

static const struct {
  const char *path;
  const char *xml;
  Options options;
  const char *result;
} guides[] = {
  { "none", "", PLAIN, NULL },
  { "two", "<guide " GUIDE_ID " role=\"pilot\" family=\"A\" bib=\"G1\"/>\n<guide id=\"000000000000000c\">\n  "
    "<contact emergency-name=\"D\"/>\n</guide>\n",
    PLAIN, NULL },
  { "without-ids", "<guide family=\"A\"/>\n", MAY_LACK_IDS, NULL },
  { "without-an-id", "<guide family=\"A\"/>\n", PLAIN, "2:18: <guide> needs the attribute “id”" },
  { "no-entrants-among-them", "<entrant " ID "/>", PLAIN, "2:31: there is no <entrant> in <guides>" },
  { "nothing-unknown-among-them", "<dog/>", KEEP_UNKNOWN, "2:5: there is no <dog> in <guides>" },
  { "unknown-is-kept-in-them", "<guide " GUIDE_ID " a=\"1\">\n  <dog/>\n</guide>\n", KEEP_UNKNOWN, NULL },
};

static void
test_guides_alone (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (MarathonEvent) event = new_event ();
  g_autofree char *result = read_in (event, "guides", guides[i].xml, guides[i].options, NULL, NULL);

  g_assert_cmpstr (result, ==, guides[i].result != NULL ? guides[i].result : guides[i].xml);
}

static void
test_indentation (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("entrant a | family=A | medical=x\nguide b | family=B | "
    "emergency-name=C\n");
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_entrant_xml_append (event, marathon_roster_get (marathon_event_get_roster (event), 0), 4, out);
  g_assert_cmpstr (out->str, ==,
                   "    <entrant " ID " family=\"A\">\n      <medical note=\"x\"/>\n      <guide "
                     GUIDE_ID " family=\"B\">\n"
                   "        <contact emergency-name=\"C\"/>\n      </guide>\n    </entrant>\n");
}

/* Every field of the table, built-in and custom, through the element and back. */
static void
test_every_field_comes_back (void)
{
  g_autoptr (MarathonEvent) event = random_event_new (11, 300);
  MarathonRoster *roster = marathon_event_get_roster (event);
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *again = NULL;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    marathon_entrant_xml_append (event, marathon_roster_get (roster, i), 0, all);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *attribute = g_strdup_printf (" %s=\"", info->attribute);

      g_assert_nonnull (strstr (all->str, attribute));
    }
  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    {
      g_autofree char *attribute = g_strdup_printf (" %s=\"", marathon_guide_fields[i].key);

      g_assert_nonnull (strstr (all->str, attribute));
    }
  again = read_in (event, "entrants", all->str, PLAIN, NULL, NULL);
  g_assert_cmpstr (again, ==, all->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entrants); i++)
    {
      g_autofree char *path = g_strconcat ("/entrant-xml/entrant/", entrants[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_entrant);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/entrant-xml/as-much-is-kept-as-fits/", places[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_as_much_is_kept_as_fits);
    }
  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    {
      g_autofree char *path = g_strconcat ("/entrant-xml/guides-alone/", guides[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_guides_alone);
    }
  g_test_add_func ("/entrant-xml/good-and-bad-ones-are-told-apart", test_good_and_bad_ones_are_told_apart);
  g_test_add_func ("/entrant-xml/indentation", test_indentation);
  g_test_add_func ("/entrant-xml/every-field-comes-back", test_every_field_comes_back);
  return g_test_run ();
}
