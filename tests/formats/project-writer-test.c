/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/project-writer.h: the same event gives the same bytes, and all of them come back.
 */
#include "formats/project-writer.h"

#include <string.h>

#include "formats/project-fixture.h"
#include "formats/random-event.h"
#include "formats/schema-check.h"
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
      if (newer == 0 && !schema_check_text (text, &said))
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
  return g_test_run ();
}
