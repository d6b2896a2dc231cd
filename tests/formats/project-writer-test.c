/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/project-writer.h: the same event gives the same bytes, all of them come back, and the schema
 * tells the truth.
 */
#include "formats/project-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "formats/project-fixture.h"
#include "formats/random-event.h"
#include "formats/xml-reader.h"
#include "model/entrant-draft.h"
#include "model/guide-fields.h"
#include "model/model-fixture.h"

static char *
read_and_write (const char *text, const char *of_what)
{
  g_autoptr (GError) error = NULL;
  char *again = project_fixture_rewrite (text, strlen (text), &error);

  if (again == NULL)
    g_error ("%s:%s", of_what, error->message);
  return again;
}

/* What the folder holds is written as it stands, and once more from a snapshot. */
static void
check_folder (const char *folder)
{
  g_autoptr (GPtrArray) names = project_fixture_list (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gsize length;
      g_autofree char *text = project_fixture_load (name, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = marathon_project_from_text (text, (gssize) length, &error);
      g_autoptr (MarathonEvent) snapshot = NULL;
      g_autofree char *written = NULL, *written_again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (strlen (text), ==, length);
      written = marathon_project_to_text (event);
      project_fixture_assert_same (written, text, name);
      snapshot = marathon_event_snapshot (event);
      g_clear_object (&event);
      written_again = marathon_project_to_text (snapshot);
      project_fixture_assert_same (written_again, text, name);
    }
}

static void
test_valid_files_keep_their_bytes (void)
{
  check_folder ("tests/data/projects/valid");
}

static void
test_resources_keep_their_bytes (void)
{
  check_folder ("resources/templates");
  check_folder ("resources/examples");
}

static void
test_random_events_come_back (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (MarathonEvent) event = random_event_new (seed, 40);
      g_autofree char *text = marathon_project_to_text (event);
      g_autofree char *again = read_and_write (text, "random event");

      project_fixture_assert_same (again, text, "random event");
    }
}

static void
test_initial_values_are_left_out (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("rules | age-basis=race-day | guides-max=2 | "
    "exchange-points=10;20;30\n"
                                                       "record r | name=R | scope=course | ratified=no\n"
                                                       "entrant 1 | mode=running | status=accepted | publish=full\n");
  g_autofree char *text = marathon_project_to_text (event);

  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"0000000000000001\">\n"
                   "  <records>\n"
                   "    <record id=\"r\" name=\"R\"/>\n"
                   "  </records>\n"
                   "  <entrants>\n"
                   "    <entrant id=\"0000000000000001\"/>\n"
                   "  </entrants>\n"
                   "</event>\n");
}

/* Whatever was typed: what is saved can be opened. */
static void
test_odd_characters_can_be_read_back (void)
{
  static const char *const odd[] = {
    "a\001b",          "a\033b",          "a\177b",          "a\xc2\x85" "b",  "a\xef\xbf\xbe" "b",     "a\xef\xbf\xbf" "b",
    "a\xed\xa0\x80" "b", "a\xff" "b", "a\xe2\x80\xa8" "b", "a\xef\xbb\xbf" "b", "a\r\nb\tc", "a\xf4\x8f\xbf\xbf" "b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\nentrant 1 | family=Alder\n");
      MarathonRecord *start = marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_STARTS), 0);
      g_autofree char *text = NULL, *again = NULL;

      /* Refusing such a text is as good as cleaning it. */
      (void) marathon_record_set_text (start, event, 0, odd[i], NULL);
      (void) marathon_record_set_text (marathon_event_get_single (event, MARATHON_SINGLE_INFO), event, 0, odd[i], NULL);
      (void) model_fixture_set (event, 0, "family", odd[i], NULL);
      (void) model_fixture_set (event, 0, "note", odd[i], NULL);
      (void) model_fixture_set (event, 0, "tags", odd[i], NULL);
      (void) model_fixture_set (event, 0, "bib", odd[i], NULL);
      (void) model_fixture_set (event, 0, "nation", odd[i], NULL);
      text = marathon_project_to_text (event);
      again = read_and_write (text, odd[i]);
      project_fixture_assert_same (again, text, "odd characters");
    }
}

/* --- Pieces, errors, progress --- */

typedef struct {
  GString *bytes;
  guint n_pieces;
  guint fail_at; /* the piece that cannot be written; 0: none */
  GCancellable *cancellable; /* cancelled at the second piece */
} Target;

static gboolean
take_piece (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  Target *target = user_data;

  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (length, <, 256 * 1024);
  target->n_pieces++;
  if (target->n_pieces == target->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }
  if (target->n_pieces == 2 && target->cancellable != NULL)
    g_cancellable_cancel (target->cancellable);
  g_string_append_len (target->bytes, bytes, (gssize) length);
  return TRUE;
}

static void
note_progress (guint64 done, guint64 total, gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, <=, total);
  *last = MAX (*last, done);
}

static void
test_pieces_make_the_whole (void)
{
  g_autoptr (MarathonEvent) event = random_event_new (7, 5000);
  g_autofree char *whole = marathon_project_to_text (event);
  Target target = { g_string_new (NULL), 0, 0, NULL };
  guint64 progress = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_project_write (event, take_piece, &target, note_progress, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (target.n_pieces, >, 10);
  g_assert_cmpuint (progress, >=, 4096);
  project_fixture_assert_same (target.bytes->str, whole, "pieces");
  g_string_free (target.bytes, TRUE);
}

static void
test_an_error_stops_at_once (void)
{
  g_autoptr (MarathonEvent) event = random_event_new (7, 2000);
  Target all = { g_string_new (NULL), 0, 0, NULL };

  g_assert_true (marathon_project_write (event, take_piece, &all, NULL, NULL, NULL, NULL));
  for (guint piece = 1; piece <= all.n_pieces; piece++)
    {
      Target target = { g_string_new (NULL), 0, piece, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (marathon_project_write (event, take_piece, &target, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpuint (target.n_pieces, ==, piece);
      g_string_free (target.bytes, TRUE);
    }
  g_string_free (all.bytes, TRUE);
}

static void
test_cancelling_stops (void)
{
  g_autoptr (MarathonEvent) event = random_event_new (7, 5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Target target = { g_string_new (NULL), 0, 0, cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_project_write (event, take_piece, &target, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (target.bytes->len, >, 0);
  g_assert_null (strstr (target.bytes->str, "</event>"));
  g_string_free (target.bytes, TRUE);
}

static void
test_count (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start red | name=Red\nwave w | name=W | start=red\n"
                                                       "entrant 1 | family=A\nguide 11 | family=B\nguide 12 | "
                                                         "family=C\n"
                                                       "entrant 2\nbinned 3 | family=D\n");
  MarathonProjectCounts counts;

  marathon_project_count (event, &counts);
  g_assert_cmpuint (counts.n_entrants, ==, 2);
  g_assert_cmpuint (counts.n_deleted, ==, 1);
  g_assert_cmpuint (counts.n_guides, ==, 2);
  g_assert_cmpuint (counts.n_records, ==, 2);
}

/* --- The schema --- */

/* Runs a program that must be there; its standard error in @said. */
static gboolean
run_program (const char *const *arguments, char **said)
{
  g_autofree char *path = g_find_program_in_path (arguments[0]);
  g_autoptr (GError) error = NULL;
  int status;

  if (path == NULL)
    g_error ("%s is not installed", arguments[0]);
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
    NULL, said,
                     &status, &error))
    g_error ("%s", error->message);
  return g_spawn_check_wait_status (status, NULL);
}

static gboolean
is_valid (const char *path, char **said)
{
  g_autofree char *schema = project_fixture_path ("resources/schema/marathon-event.rng");
  const char *const arguments[] = { "xmllint", "--noout", "--nonet", "--relaxng", schema, path, NULL };

  return run_program (arguments, said);
}

static gboolean
is_valid_text (const char *text, char **said)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("marathon-XXXXXX.marathon", &path, &error);
  gboolean valid;

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  valid = is_valid (path, said);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return valid;
}

static void
test_files_are_valid (void)
{
  static const char *const folders[] = { "tests/data/projects/valid", "resources/templates", "resources/examples" };

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      g_autoptr (GPtrArray) names = project_fixture_list (folders[f]);

      for (guint i = 0; i < names->len; i++)
        {
          const char *name = g_ptr_array_index (names, i);
          g_autofree char *path = project_fixture_path (name);
          g_autofree char *said = NULL;
          gboolean newer = strstr (name, "newer-minor") != NULL; /* and just for that not of this version */

          if (is_valid (path, &said) == newer)
            g_error ("%s: %s", name, said);
        }
    }
}

static void
test_what_is_written_is_valid (void)
{
  for (guint32 seed = 100; seed < 110; seed++)
    {
      g_autoptr (MarathonEvent) event = random_event_new (seed, 40);
      g_autofree char *text = marathon_project_to_text (event);
      g_autofree char *said = NULL;

      if (!is_valid_text (text, &said))
        g_error ("seed %u: %s", seed, said);
    }
}

/* --- What an event accepts can be saved --- */

/* Fills each text with quotation marks, of which each takes six bytes in the file, as many as the field takes. */
static void
fill_entrant (MarathonEvent *event, MarathonEntrantDraft *draft)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *quotes = g_strnfill (info->limit > 0 ? info->limit : MARATHON_TEXT_MAX_LENGTH, '"');
      g_autoptr (GError) error = NULL;

      if (info->type == MARATHON_FIELD_TYPE_TEXT || info->type == MARATHON_FIELD_TYPE_LINES
          || info->type == MARATHON_FIELD_TYPE_WORDS || info->type == MARATHON_FIELD_TYPE_NATION)
        marathon_entrant_draft_set_text (draft, info, quotes, &error);
      g_assert_no_error (error);
    }
}

static void
fill_guides (MarathonEvent *event, MarathonEntrantDraft *draft)
{
  g_autofree char *quotes = g_strnfill (400, '"');

  for (guint i = 0; i < MARATHON_MAX_GUIDES; i++)
    {
      MarathonGuide guide = { .id = 100 + i };

      for (MarathonGuideField field = 0; field < MARATHON_N_GUIDE_FIELDS; field++)
        marathon_guide_set_text (event, &guide, field, quotes, NULL);
      g_assert_true (marathon_entrant_draft_add_guide (draft, &guide, NULL));
    }
}

/* The most that may be left of a newer version, in as many attributes. */
static void
fill_unknown (MarathonEntrantDraft *draft)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  g_autofree char *letters = g_strnfill (1000, 'x');

  for (guint i = 0; i < MARATHON_XML_MAX_UNKNOWN_ATTRIBUTES; i++)
    g_string_append_printf (unknown, " new%02u=\"%s\"", i, letters);
  marathon_entrant_draft_set_detail (draft, MARATHON_DETAIL_UNKNOWN_ATTRIBUTES, unknown->str);
  for (MarathonFieldHome home = MARATHON_FIELD_HOME_CONTACT; home < MARATHON_N_FIELD_HOMES; home++)
    marathon_entrant_draft_set_detail (draft, MARATHON_DETAIL_UNKNOWN_CHILD + home, unknown->str);
}

static MarathonEvent *
make_fullest_event (gboolean newer)
{
  MarathonEvent *event = model_fixture_new ("");
  MarathonEntrantDraft draft;
  const MarathonEntrant *value;
  guint32 position = 0;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MARATHON_MAX_CUSTOM_FIELDS; i++)
    {
      g_autofree char *line = g_strdup_printf ("field f%u | label=F", i);

      model_fixture_add (event, line);
    }
  marathon_event_set_newer_minor (event, newer ? 3 : 0);
  marathon_entrant_draft_init (&draft, event);
  draft.value.id = 1;
  fill_entrant (event, &draft);
  fill_guides (event, &draft);
  if (newer)
    fill_unknown (&draft);
  value = marathon_entrant_draft_finish (&draft);
  marathon_event_insert_entrants (event, MARATHON_PLACE_ROSTER, &position, value, 1, &error);
  g_assert_no_error (error);
  marathon_entrant_draft_clear (&draft);
  return event;
}

static void
assert_tags_fit (const char *text)
{
  for (const char *tag = strchr (text, '<'), *end; tag != NULL; tag = strchr (end, '<'))
    {
      end = strchr (tag, '>');
      g_assert_nonnull (end);
      g_assert_cmpuint ((gsize) (end - tag), <, MARATHON_XML_MAX_TAG);
    }
}

static void
test_the_fullest_entrant_can_be_saved (void)
{
  for (guint newer = 0; newer <= 1; newer++)
    {
      g_autoptr (MarathonEvent) event = make_fullest_event (newer == 1);
      g_autofree char *text = marathon_project_to_text (event);
      g_autofree char *again = read_and_write (text, "the fullest entrant");
      g_autofree char *said = NULL;

      g_assert_cmpuint (strlen (text), >, 6 * 1000 * MARATHON_MAX_CUSTOM_FIELDS);
      assert_tags_fit (text);
      project_fixture_assert_same (again, text, "the fullest entrant");
      if (newer == 0 && !is_valid_text (text, &said))
        g_error ("%s", said);
    }
}

/* One column as full as it may be, then the next with what is left, in every kind of record. */
static void
fill_record (MarathonEvent *event, MarathonRecord *record)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    for (guint n = MARATHON_TEXT_MAX_LENGTH; n > 0; n /= 2)
      {
        g_autofree char *quotes = g_strnfill (n, '"');
        gboolean texts = klass->columns[i].type == MARATHON_COLUMN_TEXT || klass->columns[i].type == MARATHON_COLUMN_LINES
                         || klass->columns[i].type == MARATHON_COLUMN_WORDS;

        if (texts && marathon_record_set_text (record, event, i, quotes, NULL))
          break;
      }
}

static void
test_the_fullest_records_can_be_saved (void)
{
  g_autoptr (MarathonEvent) event = model_fixture_new ("start s | name=S\nentrant 1 |\nentrant 2 |\n");
  g_autofree char *text = NULL, *again = NULL, *unknown = g_strnfill (MARATHON_XML_MAX_VALUE - strlen (" a=\"\""), 'x');
  g_autofree char *attribute = g_strdup_printf (" a=\"%s\"", unknown);

  marathon_event_set_newer_minor (event, 3);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      g_autoptr (MarathonRecord) record = NULL;
      guint size = marathon_record_list_get_size (marathon_event_get_list (event, id));
      g_autoptr (GError) error = NULL;

      if (id == MARATHON_LIST_DECISIONS)
        record = model_fixture_record (event, id, "full", "first=1 | second=2");
      else
        record = model_fixture_record (event, id, "full", id == MARATHON_LIST_WAVES ? "start=s" : "");
      fill_record (event, record);
      marathon_record_set_unknown (record, attribute, "");
      g_assert_no_error (error);
      marathon_event_insert_record (event, id, size, record, &error);
      g_assert_no_error (error);
    }
  text = marathon_project_to_text (event);
  assert_tags_fit (text);
  again = read_and_write (text, "the fullest records");
  project_fixture_assert_same (again, text, "the fullest records");
}

/* What a grammar cannot see: who else has it, whether it is there, which of two numbers is greater; and what is no
   matter of grammar. */
static const char *const beyond_the_schema[] = {
  "bad-numbers",
  "doctype",
  "duplicate-bib",
  "duplicate-bib-group",
  "duplicate-bib-guide",
  "duplicate-id",
  "duplicate-record",
  "latin-1",
  "unknown-category",
  "unknown-custom-field",
  "unknown-official-entrant",
  "wave-without-start-ref",
  NULL,
};

static void
test_broken_files_are_not_valid (void)
{
  g_autoptr (GPtrArray) names = project_fixture_list ("tests/data/projects/broken");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = project_fixture_path (g_ptr_array_index (names, i));
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *said = NULL;

      *strrchr (base, '.') = '\0';
      if (is_valid (path, &said) != g_strv_contains (beyond_the_schema, base))
        g_error ("%s: %s", base, *said != '\0' ? said : "the schema has no objection");
    }
}

/* Changes of a good document, a mistake each: schema and reader must agree about every one. */
static const struct {
  const char *old;
  const char *new;
  gboolean good;
} changes[] = {
  { "version=\"1.0\"", "version=\"1.0\" title=\"T\"", TRUE },
  { "version=\"1.0\"", "version=\"2.0\"", FALSE },
  { "id=\"3a9d51c07be84f26\"", "id=\"0000000000000000\"", FALSE },
  { "length=\"42195\"", "length=\"-1\"", FALSE },
  { "length=\"42195\"", "length=\"42195.5\"", FALSE },
  { "length=\"42195\"", "drop=\"-0.8\"", TRUE },
  { "length=\"42195\"", "drop=\"0.888\"", FALSE },
  { "guides-max=\"4\"", "guides-max=\"5\"", FALSE },
  { "guides-max=\"4\"", "guides-max=\"0\"", TRUE },
  { "share=\"60\"", "share=\"101\"", FALSE },
  { "ink=\"#ffffff\"", "ink=\"#fff\"", FALSE },
  { "ink=\"#ffffff\"", "ink=\"white\"", FALSE },
  { "time=\"10:00\"", "time=\"10:00:30\"", TRUE },
  { "time=\"10:00\"", "time=\"10:60\"", FALSE },
  { "name=\"Red 1\"", "name=\"\"", FALSE },
  { " name=\"Red 1\"", "", FALSE },
  { "family=\"Alder\"", "", TRUE },
  { "family=\"Alder\"", "surname=\"Alder\"", FALSE },
  { "sex=\"F\"", "sex=\"X\"", TRUE },
  { "sex=\"F\"", "sex=\"f\"", FALSE },
  { "born=\"1983-03-23\"", "born=\"1983\"", TRUE },
  { "born=\"1983-03-23\"", "born=\"31@2014-04-13\"", TRUE },
  { "born=\"1983-03-23\"", "born=\"1983-02-30\"", FALSE },
  { "born=\"1983-03-23\"", "born=\"23.3.1983\"", FALSE },
  { "pb=\"2:04:29\"", "pb=\"2:04:29.5\"", TRUE },
  { "pb=\"2:04:29\"", "pb=\"2:60:29\"", FALSE },
  { "class=\"T11\"", "class=\"11\"", FALSE },
  { "collected=\"2014-04-11T10:15:00Z\"", "collected=\"2014-04-11 10:15\"", FALSE },
  { "starts=\"3\"", "starts=\"10001\"", FALSE },
  { "<medical note=\"Asthma\"/>", "", TRUE },
  { "<medical note=\"Asthma\"/>", "<medical note=\"Asthma\"/><medical note=\"Asthma\"/>", FALSE },
  { "<medical note=\"Asthma\"/>", "<note/>", FALSE },
  { "<contact email=\"a@example.org\"/><medical note=\"Asthma\"/>",
    "<medical note=\"Asthma\"/><contact email=\"a@example.org\"/>", FALSE },
  { "<medical note=\"Asthma\"/>", "<medical note=\"Asthma\"><a/></medical>", FALSE },
  { "<medical note=\"Asthma\"/>", "Asthma", FALSE },
  { "<contact emergency-name=\"Dil\"/>", "<contact emergency-name=\"Dil\"/><contact emergency-name=\"Dil\"/>", FALSE },
  { "<contact emergency-name=\"Dil\"/>", "<contact email=\"d@example.org\"/>", FALSE },
  { "to=\"30\"", "to=\"30.25\"", FALSE },
  { "role=\"support\"", "role=\"friend\"", FALSE },
  { "<entrants>", "<entrants order=\"1\">", FALSE },
  { "<entrants>", "<a:entrants xmlns:a=\"urn:marathon:event\"/><entrants>", FALSE },
  { "<starts>", "<starts xmlns:a=\"urn:a\" a:b=\"c\">", FALSE },
};

static const char good_document[]
  = "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"3a9d51c07be84f26\"><course length=\"42195\"/><rules "
    "guides-max=\"4\"/>"
    "<starts><start id=\"red\" name=\"Red\" ink=\"#ffffff\" share=\"60\"/></starts>"
    "<waves><wave id=\"red-1\" start=\"red\" name=\"Red 1\" time=\"10:00\"/></waves>"
    "<entrants><entrant id=\"0f3b6c2d91a84e57\" family=\"Alder\" sex=\"F\" born=\"1983-03-23\" wave=\"red-1\" "
      "class=\"T11\" "
    "pb=\"2:04:29\" starts=\"3\" collected=\"2014-04-11T10:15:00Z\">"
    "<contact email=\"a@example.org\"/><medical note=\"Asthma\"/>"
    "<guide id=\"b4e81f63c7052d9a\" role=\"support\" from=\"10\" to=\"30\"><contact emergency-name=\"Dil\"/></guide>"
    "</entrant></entrants></event>";

static void
test_schema_and_reader_agree (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const char *place = strstr (good_document, changes[i].old);
      g_autoptr (GString) text = g_string_new (good_document);
      g_autofree char *said = NULL;
      g_autoptr (MarathonEvent) event = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (place);
      g_string_erase (text, place - good_document, (gssize) strlen (changes[i].old));
      g_string_insert (text, place - good_document, changes[i].new);
      if (is_valid_text (text->str, &said) != changes[i].good)
        g_error ("schema: %s instead of %s: %s", changes[i].new, changes[i].old, said);
      event = marathon_project_from_text (text->str, -1, &error);
      if ((event != NULL) != changes[i].good)
        g_error ("reader: %s instead of %s: %s", changes[i].new, changes[i].old, event != NULL ? "no objection"
          : error->message);
    }
}

/* The XML form is made from the compact one. Where the program that does it is not at hand, the tests above hold the
   XML form to the truth. */
static void
test_both_forms_of_the_schema_are_the_same (void)
{
  g_autofree char *trang = g_find_program_in_path ("trang");
  g_autofree char *compact = project_fixture_path ("resources/schema/marathon-event.rnc");
  g_autofree char *folder = g_dir_make_tmp ("marathon-XXXXXX", NULL);
  g_autofree char *made = g_build_filename (folder, "made.rng", NULL);
  const char *const arguments[] = { "trang", compact, made, NULL };
  g_autofree char *said = NULL, *fresh = NULL, *kept = NULL;

  kept = project_fixture_load ("resources/schema/marathon-event.rng", NULL);
  g_assert_nonnull (strstr (kept, "urn:marathon:event"));
  if (trang == NULL)
    g_test_message ("trang is not installed: the two forms were not compared");
  else
    {
      g_assert_true (run_program (arguments, &said));
      g_assert_true (g_file_get_contents (made, &fresh, NULL, NULL));
      project_fixture_assert_same (kept, fresh, "marathon-event.rng");
      g_assert_cmpint (g_unlink (made), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-writer/valid-files-keep-their-bytes", test_valid_files_keep_their_bytes);
  g_test_add_func ("/project-writer/resources-keep-their-bytes", test_resources_keep_their_bytes);
  g_test_add_func ("/project-writer/random-events-come-back", test_random_events_come_back);
  g_test_add_func ("/project-writer/initial-values-are-left-out", test_initial_values_are_left_out);
  g_test_add_func ("/project-writer/odd-characters-can-be-read-back", test_odd_characters_can_be_read_back);
  g_test_add_func ("/project-writer/pieces-make-the-whole", test_pieces_make_the_whole);
  g_test_add_func ("/project-writer/an-error-stops-at-once", test_an_error_stops_at_once);
  g_test_add_func ("/project-writer/cancelling-stops", test_cancelling_stops);
  g_test_add_func ("/project-writer/count", test_count);
  g_test_add_func ("/project-writer/fullest/entrant", test_the_fullest_entrant_can_be_saved);
  g_test_add_func ("/project-writer/fullest/records", test_the_fullest_records_can_be_saved);
  g_test_add_func ("/project-writer/schema/files-are-valid", test_files_are_valid);
  g_test_add_func ("/project-writer/schema/what-is-written-is-valid", test_what_is_written_is_valid);
  g_test_add_func ("/project-writer/schema/broken-files-are-not-valid", test_broken_files_are_not_valid);
  g_test_add_func ("/project-writer/schema/schema-and-reader-agree", test_schema_and_reader_agree);
  g_test_add_func ("/project-writer/schema/both-forms-are-the-same", test_both_forms_of_the_schema_are_the_same);
  return g_test_run ();
}
