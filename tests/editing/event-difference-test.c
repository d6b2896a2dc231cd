/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The difference of two events, kind by kind: the lines turn the one into the other, and undo turns it back. What holds for all events is
 * in tests/laws/difference-law-test.c.
 */
#include "editing/event-difference.h"

#include <string.h>

#include "formats/format-error.h"
#include "formats/project-reader.h"
#include "model/entrant-draft.h"

#define EVENT(attributes, content) \
  "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"00000000000000e1\" " attributes ">" content "</event>"
#define ID(digit) "id=\"000000000000000" digit "\""
#define E(digit, rest) "<entrant " ID (digit) " " rest "/>"
#define ROSTER(entrants) "<entrants>" entrants "</entrants>"
#define BIN(entrants) "<bin>" entrants "</bin>"
#define REF(digit) "entrant=\"000000000000000" digit "\""

static MarathonEvent *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_from_text (text, -1, &error);

  g_assert_no_error (error);
  return event;
}

static void
append_line (const char *line, gsize length, gpointer lines)
{
  g_assert_cmpuint (strlen (line), ==, length);
  g_string_append (lines, line);
  g_string_append_c (lines, '\n');
}

static char *
write_difference (MarathonEvent *from, MarathonEvent *to, MarathonEventDifference *counts)
{
  GString *lines = g_string_new (NULL);

  marathon_event_difference_write (from, to, append_line, lines, counts);
  return g_string_free (lines, FALSE);
}

static void
apply (MarathonHistory *history, const char *lines)
{
  g_autofree char *begin = marathon_edit_lines_begin ("Restore");
  g_autofree char *document = g_strconcat (MARATHON_EDIT_LINES_HEAD, begin, lines, MARATHON_EDIT_LINES_COMMIT MARATHON_EDIT_LINES_FOOT, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (document, -1, NULL);
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;

  marathon_id_source_init_seeded (&ids, 1);
  marathon_edit_lines_apply (history, stream, &ids, NULL, NULL, &error);
  if (error != NULL)
    g_test_message ("%s", lines);
  g_assert_no_error (error);
}

/* Returns the lines, which were applied and taken back, and what they count. */
static char *
restore (const char *from_text, const char *to_text, MarathonEventDifference *counts)
{
  g_autoptr (MarathonEvent) from = read_text (from_text), to = read_text (to_text);
  g_autoptr (MarathonHistory) history = marathon_history_new (from);
  g_autofree char *before = marathon_project_to_text (from);
  g_autofree char *wanted = NULL, *after = NULL, *back = NULL;
  MarathonEventDifference uncalled;
  g_autofree char *lines = write_difference (from, to, counts);
  g_autoptr (GError) error = NULL;

  marathon_event_set_id (to, marathon_event_get_id (from));
  wanted = marathon_project_to_text (to);
  marathon_event_difference_write (from, to, NULL, NULL, &uncalled);
  g_assert_cmpmem (&uncalled, sizeof uncalled, counts, sizeof *counts);
  apply (history, lines);
  after = marathon_project_to_text (from);
  g_assert_cmpstr (after, ==, wanted);
  if (marathon_history_can_undo (history))
    marathon_history_undo (history, &error);
  g_assert_no_error (error);
  back = marathon_project_to_text (from);
  g_assert_cmpstr (back, ==, before);
  return g_steal_pointer (&lines);
}

/* Both ways. @lines: those of the way forth; %NULL where only what comes of them counts. */
static MarathonEventDifference
check (const char *a, const char *b, const char *expected)
{
  MarathonEventDifference forth, back;
  g_autofree char *lines = restore (a, b, &forth);
  g_autofree char *lines_back = restore (b, a, &back);

  if (expected != NULL)
    g_assert_cmpstr (lines, ==, expected);
  g_assert_cmpuint (forth.n_changed, ==, back.n_changed);
  g_assert_cmpuint (forth.n_inserted, ==, back.n_removed);
  g_assert_cmpuint (forth.n_removed, ==, back.n_inserted);
  g_assert_cmpuint (forth.n_records, ==, back.n_records);
  return forth;
}

static void
assert_counts (MarathonEventDifference counts, guint changed, guint inserted, guint removed, guint records)
{
  g_assert_cmpuint (counts.n_changed, ==, changed);
  g_assert_cmpuint (counts.n_inserted, ==, inserted);
  g_assert_cmpuint (counts.n_removed, ==, removed);
  g_assert_cmpuint (counts.n_records, ==, records);
}

/* --- Entrants --- */

static void
test_nothing (void)
{
  const char *text = EVENT ("title=\"T\"", ROSTER (E ("1", "bib=\"1\" town=\"Kladno\"") E ("2", "family=\"Ash\"")) BIN (E ("3", "bib=\"1\"")));

  assert_counts (check (text, text, ""), 0, 0, 0, 0);
}

static void
test_values (void)
{
  assert_counts (check (EVENT ("", ROSTER (E ("1", "family=\"Ash\" town=\"Kladno\"") E ("2", "family=\"Bay\"")) BIN (E ("3", "family=\"Cob\""))),
                        EVENT ("", ROSTER (E ("1", "family=\"Ash\" club=\"A &amp; B\"") E ("2", "family=\"Bay\"")) BIN (E ("3", "family=\"Cop\""))),
                        "<change " REF ("1") " town=\"\" club=\"A &amp; B\"/>\n"
                        "<change " REF ("3") " place=\"bin\" family=\"Cop\"/>\n"),
                 2, 0, 0, 0);
}

/* A field that the comparison forgets would be lost: each alone must make a line, with the same texts and with others. */
static void
check_field (const MarathonFieldInfo *info, const char *value)
{
  const char *text = EVENT ("", "<starts><start id=\"s\" name=\"S\"/></starts><categories><category id=\"c\" name=\"C\"/></categories>"
                                "<waves><wave id=\"w\" name=\"w\" start=\"s\"/></waves><bib-blocks><bib-block id=\"b\" name=\"B\"/></bib-blocks>"
                                "<groups><group id=\"g\" name=\"G\"/></groups>" ROSTER (E ("1", "")));
  g_autoptr (MarathonEvent) from = read_text (text), to = read_text (text);
  g_autoptr (MarathonEvent) shared = marathon_event_snapshot (to);
  const guint32 position = 0;
  MarathonEntrantDraft draft;
  MarathonEventDifference counts;
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  marathon_event_add_text (to, "a text more, so that numbers of texts differ");
  marathon_entrant_draft_init (&draft, to);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (to), 0));
  marathon_entrant_draft_set_text (&draft, info, value, &error);
  g_assert_no_error (error);
  marathon_event_replace_entrants (to, MARATHON_PLACE_ROSTER, &position, marathon_entrant_draft_finish (&draft), 1, &error);
  g_assert_no_error (error);
  marathon_entrant_draft_clear (&draft);

  lines = write_difference (from, to, &counts);
  g_assert_true (g_str_has_prefix (lines, "<change " REF ("1") " "));
  g_assert_nonnull (strstr (lines, info->key));
  assert_counts (counts, 1, 0, 0, 0);
  marathon_event_difference_write (shared, to, NULL, NULL, &counts);
  assert_counts (counts, 1, 0, 0, 0);
  marathon_event_difference_write (to, from, NULL, NULL, &counts);
  assert_counts (counts, 1, 0, 0, 0);
}

static const char *
choose_value (const MarathonFieldInfo *info)
{
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_ENUM:
      return info->vocabulary[1].word;
    case MARATHON_FIELD_TYPE_BIRTH:
    case MARATHON_FIELD_TYPE_DAY:
      return "1983-03-23";
    case MARATHON_FIELD_TYPE_RECORD:
      return info->list == MARATHON_LIST_CATEGORIES ? "c" : info->list == MARATHON_LIST_WAVES ? "w"
             : info->list == MARATHON_LIST_BIB_BLOCKS ? "b" : "g";
    case MARATHON_FIELD_TYPE_CLASS:
      return "T11";
    case MARATHON_FIELD_TYPE_TIME:
      return "3:04:05";
    case MARATHON_FIELD_TYPE_FLAG:
      return "yes";
    case MARATHON_FIELD_TYPE_INSTANT:
      return "2014-04-13T09:00:00Z";
    case MARATHON_FIELD_TYPE_PINS:
      return "wave";
    case MARATHON_FIELD_TYPE_NATION:
      return "GBR";
    default:
      return "7";
    }
}

static void
test_every_field (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);

      if (info->field != MARATHON_FIELD_ID)
        check_field (info, choose_value (info));
    }
}

/* The first texts of two events have the same number, whatever they say. */
static void
test_texts_of_the_same_number (void)
{
  check (EVENT ("", ROSTER (E ("1", "bib=\"7\""))), EVENT ("", ROSTER (E ("1", "bib=\"07\""))), "<change " REF ("1") " bib=\"07\"/>\n");
  check (EVENT ("", ROSTER (E ("1", "bib=\"A7\""))), EVENT ("", ROSTER (E ("1", "bib=\"B7\""))), "<change " REF ("1") " bib=\"B7\"/>\n");
  check (EVENT ("", ROSTER (E ("1", "nation=\"GBR\""))), EVENT ("", ROSTER (E ("1", "nation=\"gbr\""))),
         "<change " REF ("1") " nation=\"gbr\"/>\n");
  check (EVENT ("", ROSTER (E ("1", "club=\"A\""))), EVENT ("", ROSTER (E ("1", "club=\"B\""))), "<change " REF ("1") " club=\"B\"/>\n");
  check (EVENT ("", ROSTER (E ("1", "town=\"A\""))), EVENT ("", ROSTER (E ("1", "town=\"B\""))), "<change " REF ("1") " town=\"B\"/>\n");
}

#define LISTS(a, b) \
  "<fields><field id=\"" a "\" label=\"F\"/><field id=\"" b "\" label=\"F\"/></fields>" \
  "<categories><category id=\"" a "\" name=\"C\"/><category id=\"" b "\" name=\"C\"/></categories>" \
  "<waves><wave id=\"" a "\" name=\"W\"/><wave id=\"" b "\" name=\"W\"/></waves>" \
  "<bib-blocks><bib-block id=\"" a "\" name=\"B\"/><bib-block id=\"" b "\" name=\"B\"/></bib-blocks>" \
  "<groups><group id=\"" a "\" name=\"G\"/><group id=\"" b "\" name=\"G\"/></groups>"
#define IN(key) \
  "<entrants><entrant " ID ("1") " category=\"" key "\" wave=\"" key "\" bib-block=\"" key "\" group=\"" key "\">" \
  "<custom " key "=\"x\"/></entrant></entrants>"

/* Nor do the numbers of records mean the same in both. */
static void
test_records_of_the_same_number (void)
{
  assert_counts (check (EVENT ("", LISTS ("a", "b") IN ("a")), EVENT ("", LISTS ("b", "a") IN ("a")), NULL), 0, 0, 0, 5);
  assert_counts (check (EVENT ("", LISTS ("a", "b") IN ("a")), EVENT ("", LISTS ("b", "a") IN ("b")), NULL), 1, 0, 0, 5);
  assert_counts (check (EVENT ("", LISTS ("a", "b") IN ("a")), EVENT ("", ROSTER (E ("1", ""))), NULL), 1, 0, 0, 10);
  /* Some of them stand beside each other in memory. */
  assert_counts (check (EVENT ("", LISTS ("a", "b") ROSTER (E ("1", "category=\"a\""))),
                        EVENT ("", LISTS ("b", "a") ROSTER (E ("1", "category=\"b\""))), NULL), 1, 0, 0, 5);
  assert_counts (check (EVENT ("", LISTS ("a", "b") ROSTER (E ("1", "wave=\"a\""))),
                        EVENT ("", LISTS ("b", "a") ROSTER (E ("1", "wave=\"b\""))), NULL), 1, 0, 0, 5);
  assert_counts (check (EVENT ("", LISTS ("a", "b") ROSTER (E ("1", "bib-block=\"a\""))),
                        EVENT ("", LISTS ("b", "a") ROSTER (E ("1", "bib-block=\"b\""))), NULL), 1, 0, 0, 5);
}

static void
check_record_field (const char *list, const char *field)
{
  g_autofree char *a = g_strdup_printf (EVENT ("", "%s" ROSTER ("<entrant " ID ("1") " %s=\"k\"/>")), list, field);

  assert_counts (check (a, EVENT ("", ROSTER (E ("1", ""))), NULL), 1, 0, 0, 1);
}

static void
test_records_that_go (void)
{
  check_record_field ("<categories><category id=\"k\" name=\"K\"/></categories>", "category");
  check_record_field ("<waves><wave id=\"k\" name=\"K\"/></waves>", "wave");
  check_record_field ("<bib-blocks><bib-block id=\"k\" name=\"K\"/></bib-blocks>", "bib-block");
  check_record_field ("<groups><group id=\"k\" name=\"K\"/></groups>", "group");
}

static void
test_swapped_bibs (void)
{
  assert_counts (check (EVENT ("", ROSTER (E ("1", "bib=\"1\"") E ("2", "bib=\"2\"") E ("3", "bib=\"3\""))),
                        EVENT ("", ROSTER (E ("1", "bib=\"2\"") E ("2", "bib=\"3\"") E ("3", "bib=\"1\""))),
                        "<change " REF ("1") " bib=\"2\"/>\n<change " REF ("2") " bib=\"3\"/>\n<change " REF ("3") " bib=\"1\"/>\n"),
                 3, 0, 0, 0);
}

/* Entrant, guide and group hand their bibs on in a ring; so do one who goes and one who comes. */
static void
test_bibs_of_all_kinds (void)
{
  check (EVENT ("", "<groups><group id=\"g\" name=\"G\" bib=\"3\"/><group id=\"h\" name=\"H\" bib=\"6\"/></groups>"
                    ROSTER (E ("1", "bib=\"1\"") "<entrant " ID ("2") "><guide " ID ("a") " bib=\"2\"/></entrant>"
                            E ("4", "bib=\"5\""))),
         EVENT ("", "<groups><group id=\"g\" name=\"G\" bib=\"1\"/><group id=\"i\" name=\"I\" bib=\"5\"/></groups>"
                    ROSTER (E ("1", "bib=\"2\"") "<entrant " ID ("2") "><guide " ID ("a") " bib=\"3\"/></entrant>"
                            E ("5", "bib=\"6\""))),
         NULL);
}

static void
test_bin_and_order (void)
{
  assert_counts (check (EVENT ("", ROSTER (E ("1", "bib=\"1\"") E ("2", "bib=\"2\"") E ("3", "")) BIN (E ("4", "bib=\"1\"") E ("5", ""))),
                        EVENT ("", ROSTER (E ("4", "bib=\"1\"") E ("3", "") E ("2", "bib=\"2\"")) BIN (E ("5", "") E ("1", "bib=\"1\""))),
                        NULL),
                 3, 0, 0, 0);
  check (EVENT ("", ROSTER (E ("1", "") E ("2", "") E ("3", "") E ("4", ""))), EVENT ("", ROSTER (E ("2", "") E ("3", "") E ("4", "") E ("1", ""))),
         "<remove " REF ("1") "/>\n<insert at=\"3\"><entrant " ID ("1") "/></insert>\n");
}

/* Who is named by an official, a decision or a guide may still change the place, come or go. */
static void
test_named_entrants (void)
{
  check (EVENT ("", "<officials><official id=\"o\" family=\"O\" entrant=\"0000000000000001\"/></officials>"
                    "<decisions><decision id=\"d\" first=\"0000000000000001\" second=\"0000000000000002\"/></decisions>"
                    ROSTER (E ("1", "") E ("2", "") "<entrant " ID ("3") "><guide " ID ("a") " entrant=\"0000000000000001\"/></entrant>")),
         EVENT ("", "<officials><official id=\"o\" family=\"O\" entrant=\"0000000000000004\"/></officials>"
                    "<decisions><decision id=\"d\" first=\"0000000000000004\" second=\"0000000000000002\"/></decisions>"
                    ROSTER (E ("2", "") "<entrant " ID ("3") "><guide " ID ("a") " entrant=\"0000000000000004\"/></entrant>" E ("4", ""))
                    BIN (E ("1", ""))),
         NULL);
  /* Each of two in the other place guides the other. */
  check (EVENT ("", ""),
         EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("a") " entrant=\"0000000000000002\"/></entrant>")
                    BIN ("<entrant " ID ("2") "><guide " ID ("b") " entrant=\"0000000000000001\"/></entrant>")),
         NULL);
}

static void
test_guides (void)
{
  assert_counts (check (EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("a") " given=\"Ann\"/></entrant>")),
                        EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("a") " given=\"Anne\"/><guide " ID ("b") "/></entrant>")),
                        "<guides " REF ("1") "><guide " ID ("a") " given=\"Anne\"/><guide " ID ("b") "/></guides>\n"),
                 1, 0, 0, 0);
  /* They change sides: two athletes in the roster, and one of the roster with one of the bin. */
  check (EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("a") "/></entrant><entrant " ID ("2") "><guide " ID ("b") "/></entrant>")),
         EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("b") "/></entrant><entrant " ID ("2") "><guide " ID ("a") "/></entrant>")), NULL);
  check (EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("a") "/></entrant>") BIN ("<entrant " ID ("2") "><guide " ID ("b") "/></entrant>")),
         EVENT ("", ROSTER ("<entrant " ID ("1") "><guide " ID ("b") "/></entrant>") BIN ("<entrant " ID ("2") "><guide " ID ("a") "/></entrant>")),
         NULL);
}

/* A number that was a guide's is an entrant's, and the other way round. */
static void
test_ids_of_guides_and_entrants (void)
{
  check (EVENT ("", ROSTER (E ("1", "") "<entrant " ID ("2") "><guide " ID ("3") "/></entrant>")),
         EVENT ("", ROSTER ("<entrant " ID ("2") "><guide " ID ("1") "/></entrant>" E ("3", ""))), NULL);
}

/* --- Records --- */

static void
test_settings (void)
{
  assert_counts (check (EVENT ("title=\"Spring\" date=\"2026-04-12\"", "<course length=\"42195\"/>" ROSTER ("")),
                        EVENT ("title=\"Autumn\"", "<course length=\"10000\"/><rules guides-max=\"3\"/>" ROSTER ("")), NULL),
                 0, 0, 0, 3);
}

static void
test_records_and_references (void)
{
  /* A wave, its start and its category have other names, and the entrant with them; the order of the rest changes. */
  assert_counts (check (EVENT ("", "<starts><start id=\"a\" name=\"A\"/><start id=\"b\" name=\"B\"/><start id=\"c\" name=\"C\"/></starts>"
                                   "<categories><category id=\"open\" name=\"Open\"/></categories>"
                                   "<waves><wave id=\"w\" name=\"w\" start=\"a\" categories=\"open\"/><wave id=\"v\" name=\"v\" start=\"b\"/></waves>"
                                   ROSTER (E ("1", "category=\"open\" wave=\"w\""))),
                        EVENT ("", "<starts><start id=\"c\" name=\"C\"/><start id=\"b\" name=\"B\"/><start id=\"z\" name=\"Z\"/></starts>"
                                   "<categories><category id=\"mass\" name=\"Mass\"/></categories>"
                                   "<waves><wave id=\"w\" name=\"w\" start=\"z\" categories=\"mass\"/><wave id=\"u\" name=\"u\" start=\"c\"/></waves>"
                                   ROSTER (E ("1", "category=\"mass\" wave=\"u\""))),
                        NULL),
                 1, 0, 0, 8);
}

static void
test_order_of_records (void)
{
  assert_counts (check (EVENT ("", "<starts><start id=\"a\" name=\"A\"/><start id=\"b\" name=\"B\"/><start id=\"c\" name=\"C\"/></starts>" ROSTER ("")),
                        EVENT ("", "<starts><start id=\"b\" name=\"B\"/><start id=\"c\" name=\"C\"/><start id=\"a\" name=\"A\"/></starts>" ROSTER ("")),
                        "<move-record list=\"starts\" record=\"a\" at=\"2\"/>\n"),
                 0, 0, 0, 1);
}

static void
test_custom_fields (void)
{
  /* One goes, one comes, one understands other values than before. */
  check (EVENT ("", "<fields><field id=\"shirt\" label=\"Shirt\"/><field id=\"laps\" label=\"Laps\"/></fields>"
                    ROSTER ("<entrant " ID ("1") "><custom shirt=\"XL\" laps=\"many\"/></entrant>"
                            "<entrant " ID ("2") "><custom laps=\"12\"/></entrant>")
                    BIN ("<entrant " ID ("3") "><custom shirt=\"S\" laps=\"few\"/></entrant>")),
         EVENT ("", "<fields><field id=\"laps\" label=\"Laps\" type=\"number\"/><field id=\"bus\" label=\"Bus\"/></fields>"
                    ROSTER ("<entrant " ID ("1") "><custom laps=\"7\"/></entrant>"
                            "<entrant " ID ("2") "><custom laps=\"12\" bus=\"9 a.m.\"/></entrant>")
                    BIN ("<entrant " ID ("3") "/>")),
         NULL);
}

/* As many custom fields as there may be, and all of them others. */
static void
test_full_list_of_custom_fields (void)
{
  g_autoptr (GString) a = g_string_new ("<fields>");
  g_autoptr (GString) b = g_string_new ("<fields>");
  g_autofree char *from = NULL, *to = NULL;

  for (guint i = 0; i < MARATHON_MAX_CUSTOM_FIELDS; i++)
    {
      g_string_append_printf (a, "<field id=\"a%u\" label=\"A\"/>", i);
      g_string_append_printf (b, "<field id=\"b%u\" label=\"B\"/>", i);
    }
  from = g_strdup_printf (EVENT ("", "%s</fields>" ROSTER ("<entrant " ID ("1") "><custom a7=\"x\"/></entrant>")), a->str);
  to = g_strdup_printf (EVENT ("", "%s</fields>" ROSTER ("<entrant " ID ("1") "><custom b9=\"x\"/></entrant>")), b->str);
  check (from, to, NULL);
}

/* --- Newer versions --- */

#define NEWER(minor, attributes, content) \
  "<event xmlns=\"urn:marathon:event\" version=\"1." minor "\" id=\"00000000000000e1\" " attributes ">" content "</event>"

static void
test_newer_version (void)
{
  assert_counts (check (NEWER ("7", "mood=\"fine\"", "<starts><start id=\"s\" name=\"S\" loud=\"yes\"/></starts>"
                                                    ROSTER ("<entrant " ID ("1") " luck=\"good\"/>" E ("2", ""))),
                        NEWER ("7", "mood=\"fine\"", "<starts><start id=\"s\" name=\"S\" loud=\"yes\"/></starts>"
                                                    ROSTER ("<entrant " ID ("1") " luck=\"bad\"/>" E ("2", "town=\"Kladno\""))),
                        NULL),
                 2, 0, 0, 0);
}

static void
assert_impossible (const char *a, const char *b)
{
  g_autoptr (MarathonEvent) from = read_text (a), to = read_text (b);
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_event_difference_check (from, from, NULL));
  g_assert_false (marathon_event_difference_check (from, to, &error));
  g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, "newer version of Marathon"));
  g_assert_false (marathon_event_difference_check (to, from, NULL));
}

static void
test_impossible (void)
{
  const char *start = "<starts><start id=\"s\" name=\"S\"/></starts>";
  g_autofree char *plain = g_strdup_printf (NEWER ("7", "", "%s" ROSTER ("")), start);

  assert_impossible (plain, EVENT ("", ROSTER ("")));
  assert_impossible (plain, NEWER ("8", "", ROSTER ("")));
  assert_impossible (plain, NEWER ("7", "mood=\"fine\"", ROSTER ("")));
  assert_impossible (plain, NEWER ("7", "", ROSTER ("") "<weather/>"));
  assert_impossible (plain, NEWER ("7", "", "<entrants sorted=\"yes\"/>"));
  assert_impossible (plain, NEWER ("7", "", "<starts><sound/></starts>" ROSTER ("")));
  assert_impossible (plain, NEWER ("7", "", "<starts><start id=\"s\" name=\"S\" loud=\"yes\"/></starts>" ROSTER ("")));
}

/* --- Files --- */

static void
add_files (GPtrArray *texts, const char *variable, const char *folder)
{
  g_autofree char *path = g_build_filename (g_getenv (variable), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *text = NULL;

      if (!g_str_has_suffix (name, ".marathon"))
        continue;
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      g_ptr_array_add (texts, text);
    }
}

static void
check_pair (const char *a, const char *b, guint *n_checked)
{
  g_autoptr (MarathonEvent) from = read_text (a), to = read_text (b);

  if (!marathon_event_difference_check (from, to, NULL))
    return;
  check (a, b, NULL);
  (*n_checked)++;
}

static void
test_every_pair_of_files (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_checked = 0;

  add_files (texts, "MARATHON_TEST_DATA", "projects/valid");
  add_files (texts, "MARATHON_SOURCE_DIR", "resources/examples");
  add_files (texts, "MARATHON_SOURCE_DIR", "resources/templates");
  g_assert_cmpuint (texts->len, >=, 8);
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j <= i; j++)
      check_pair (g_ptr_array_index (texts, i), g_ptr_array_index (texts, j), &n_checked);
  /* All but those of the one from a newer version with the others. */
  g_assert_cmpuint (n_checked, ==, texts->len * (texts->len + 1) / 2 - (texts->len - 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editing/event-difference/no-line-where-nothing-differs", test_nothing);
  g_test_add_func ("/editing/event-difference/values", test_values);
  g_test_add_func ("/editing/event-difference/every-field-alone", test_every_field);
  g_test_add_func ("/editing/event-difference/texts-of-the-same-number", test_texts_of_the_same_number);
  g_test_add_func ("/editing/event-difference/records-of-the-same-number", test_records_of_the_same_number);
  g_test_add_func ("/editing/event-difference/records-that-go-from-entrants", test_records_that_go);
  g_test_add_func ("/editing/event-difference/bibs-change-hands-in-a-ring", test_swapped_bibs);
  g_test_add_func ("/editing/event-difference/bibs-of-entrants-guides-and-groups", test_bibs_of_all_kinds);
  g_test_add_func ("/editing/event-difference/bin-and-order", test_bin_and_order);
  g_test_add_func ("/editing/event-difference/entrants-whom-others-name", test_named_entrants);
  g_test_add_func ("/editing/event-difference/guides", test_guides);
  g_test_add_func ("/editing/event-difference/ids-of-guides-and-entrants", test_ids_of_guides_and_entrants);
  g_test_add_func ("/editing/event-difference/settings", test_settings);
  g_test_add_func ("/editing/event-difference/records-and-who-names-them", test_records_and_references);
  g_test_add_func ("/editing/event-difference/order-of-records", test_order_of_records);
  g_test_add_func ("/editing/event-difference/custom-fields", test_custom_fields);
  g_test_add_func ("/editing/event-difference/a-full-list-of-custom-fields", test_full_list_of_custom_fields);
  g_test_add_func ("/editing/event-difference/what-a-newer-version-left-at-entrants", test_newer_version);
  g_test_add_func ("/editing/event-difference/what-a-newer-version-left-elsewhere-is-refused", test_impossible);
  g_test_add_func ("/editing/event-difference/every-pair-of-example-files", test_every_pair_of_files);
  return g_test_run ();
}
