/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a journal's text: what was written is read, and of a journal that was cut off or damaged,
 * wherever it be, exactly the records
 * before that.
 */
#include "document/journal-record.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "document/folder-fixture.h"

/* A journal in memory, and where each of its records ends. */
typedef struct {
  GString *lines;
  GArray *ends; /* of gsize */
  MarathonJournalChain chain;
} Journal;

static void
mark (Journal *journal)
{
  gsize from = journal->ends->len > 0 ? g_array_index (journal->ends, gsize, journal->ends->len - 1) : 0;

  for (; from < journal->lines->len; from++)
    if (journal->lines->str[from] == '\n')
      {
        gsize end = from + 1;

        g_array_append_val (journal->ends, end);
      }
}

static void
add_step (Journal *journal, const char *label, const char *const *lines)
{
  marathon_journal_append_begin (journal->lines, &journal->chain, label);
  for (; *lines != NULL; lines++)
    marathon_journal_append_edit (journal->lines, &journal->chain, *lines, strlen (*lines));
  marathon_journal_append_commit (journal->lines, &journal->chain, 1790000000);
}

static void
journal_init (Journal *journal)
{
  static const char *const first[] = { "<change entrant=\"0000000000000001\" family=\"Groß\" given=\"O&apos;Neill &quot;Ann&quot;\"/>", NULL };
  static const char *const second[] = { "<insert at=\"0\"><entrant id=\"00000000000000aa\" family=\"Łukasz\"/></insert>",
                                        "<bin entrant=\"0000000000000001\" at=\"0\"/>", NULL };
  MarathonJournalHeader header
    = { 0x0123456789abcdef, 0xe1, { TRUE, 4711, "0123456789abcde" }, (char *) "/home/ann/Läufe \xff\n50%/event", (char *) "Frühlings lauf\n" };
  MarathonJournalSave save = { 1, { TRUE, 815, "fedcba987654321" }, 1790000001, (char *) "/media/stick/x y" };

  *journal = (Journal) { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)), { 0 } };
  marathon_journal_append_header (journal->lines, &journal->chain, &header);
  add_step (journal, "Change “Name”", first);
  marathon_journal_append_save (journal->lines, &journal->chain, &save);
  add_step (journal, "Two\nlines and 100%", second);
  add_step (journal, "", first);
  mark (journal);
}

static void
journal_clear (Journal *journal)
{
  g_string_free (journal->lines, TRUE);
  g_array_unref (journal->ends);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Journal, journal_clear)

static int
open_scratch (void)
{
  return memfd_create ("journal", MFD_CLOEXEC);
}

static void
put (int fd, const char *bytes, gsize length)
{
  g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  g_assert_cmpint (pwrite (fd, bytes, length, 0), ==, (ssize_t) length);
}

/* Asserts that exactly the first @n records of @journal are read from @fd. */
static void
assert_prefix (const Journal *journal, int fd, guint n)
{
  g_autoptr (MarathonJournalReader) reader = marathon_journal_reader_new (fd, 0, NULL);
  MarathonJournalRecord record;
  gsize start = 0;

  for (guint i = 0; i < n; i++)
    {
      gsize end = g_array_index (journal->ends, gsize, i);

      g_assert_true (marathon_journal_reader_next (reader, &record));
      g_assert_cmpmem (record.payload, record.length, journal->lines->str + end - 1 - record.length, record.length);
      g_assert_cmpuint (record.length, <, end - start);
      start = end;
    }
  g_assert_false (marathon_journal_reader_next (reader, &record));
  g_assert_false (marathon_journal_reader_next (reader, &record));
  g_assert_cmpuint (marathon_journal_reader_get_end (reader), ==, start);
  g_assert_cmpint (marathon_journal_reader_get_failure (reader), ==, 0);
}

static guint
count_before (const Journal *journal, gsize place)
{
  guint n = 0;

  while (n < journal->ends->len && g_array_index (journal->ends, gsize, n) <= place)
    n++;
  return n;
}

static void
test_what_was_written_is_read (void)
{
  g_auto (Journal) journal = { 0 };
  g_auto (MarathonJournalHeader) header = { 0 };
  g_autoptr (MarathonJournalReader) reader = NULL;
  MarathonJournalSave save = { 0 };
  MarathonJournalRecord record;
  g_autofree char *label = NULL;
  gint64 time = 0;
  int fd = open_scratch ();

  journal_init (&journal);
  put (fd, journal.lines->str, journal.lines->len);
  assert_prefix (&journal, fd, journal.ends->len);
  reader = marathon_journal_reader_new (fd, 0, NULL);
  g_assert_true (marathon_journal_reader_next (reader, &record));
  g_assert_true (marathon_journal_parse_header (&record, &header));
  g_assert_cmphex (header.id, ==, 0x0123456789abcdef);
  g_assert_cmphex (header.event_id, ==, 0xe1);
  g_assert_cmpuint (header.base.size, ==, 4711);
  g_assert_cmpmem (header.base.hash, MARATHON_HASH_SIZE, "0123456789abcde", 16);
  g_assert_cmpstr (header.path, ==, "/home/ann/Läufe \xff\n50%/event");
  g_assert_cmpstr (header.title, ==, "Frühlings lauf\n");
  g_assert_true (marathon_journal_reader_next (reader, &record));
  label = marathon_journal_parse_begin (&record);
  g_assert_cmpstr (label, ==, "Change “Name”");
  g_assert_true (marathon_journal_reader_next (reader, &record));
  g_assert_cmpint (record.kind, ==, MARATHON_JOURNAL_RECORD_EDIT);
  g_assert_true (marathon_journal_reader_next (reader, &record));
  g_assert_true (marathon_journal_parse_commit (&record, &time));
  g_assert_cmpint (time, ==, 1790000000);
  g_assert_true (marathon_journal_reader_next (reader, &record));
  g_assert_true (marathon_journal_parse_save (&record, &save));
  g_assert_cmpint (save.step, ==, 1);
  g_assert_cmpuint (save.identity.size, ==, 815);
  g_assert_cmpint (save.time, ==, 1790000001);
  g_assert_cmpstr (save.path, ==, "/media/stick/x y");
  g_free (save.path);
  close (fd);
}

static void
test_header_without_path_has_none (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_auto (MarathonJournalHeader) header = { 0 };
  g_autoptr (MarathonJournalReader) reader = NULL;
  const MarathonJournalHeader written = { .id = 1, .base = { .is_set = TRUE } };
  MarathonJournalChain chain = { 0 };
  MarathonJournalRecord record;
  int fd = open_scratch ();

  marathon_journal_append_header (lines, &chain, &written);
  put (fd, lines->str, lines->len);
  reader = marathon_journal_reader_new (fd, 0, NULL);
  g_assert_true (marathon_journal_reader_next (reader, &record));
  g_assert_true (marathon_journal_parse_header (&record, &header));
  g_assert_null (header.path);
  g_assert_cmpstr (header.title, ==, "");
  close (fd);
}

static void
test_truncation_at_every_byte_leaves_a_prefix (void)
{
  g_auto (Journal) journal = { 0 };
  int fd = open_scratch ();

  journal_init (&journal);
  for (gsize length = 0; length <= journal.lines->len; length++)
    {
      put (fd, journal.lines->str, length);
      assert_prefix (&journal, fd, count_before (&journal, length));
    }
  close (fd);
}

static void
test_flip_of_every_bit_leaves_a_prefix (void)
{
  g_auto (Journal) journal = { 0 };
  int fd = open_scratch ();

  journal_init (&journal);
  for (gsize place = 0; place < journal.lines->len; place++)
    for (guint bit = 0; bit < 8; bit++)
      {
        journal.lines->str[place] ^= (char) (1 << bit);
        put (fd, journal.lines->str, journal.lines->len);
        journal.lines->str[place] ^= (char) (1 << bit);
        assert_prefix (&journal, fd, count_before (&journal, place));
      }
  close (fd);
}

static void
test_zeroes_at_the_end_are_nothing (void)
{
  g_auto (Journal) journal = { 0 };
  int fd = open_scratch ();

  journal_init (&journal);
  for (guint n = 0; n <= journal.ends->len; n++)
    {
      put (fd, journal.lines->str, n > 0 ? g_array_index (journal.ends, gsize, n - 1) : 0);
      g_assert_cmpint (ftruncate (fd, 100000), ==, 0);
      assert_prefix (&journal, fd, n);
    }
  close (fd);
}

static void
append_line (GString *text, const Journal *journal, guint index)
{
  gsize start = index > 0 ? g_array_index (journal->ends, gsize, index - 1) : 0;

  g_string_append_len (text, journal->lines->str + start, (gssize) (g_array_index (journal->ends, gsize, index) - start));
}

static void
test_lines_dropped_doubled_or_moved_end_it (void)
{
  g_auto (Journal) journal = { 0 };
  int fd = open_scratch ();

  journal_init (&journal);
  for (guint at = 0; at + 1 < journal.ends->len; at++)
    for (guint way = 0; way < 3; way++)
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint i = 0; i < at; i++)
          append_line (text, &journal, i);
        append_line (text, &journal, at + 1);
        if (way > 0)
          append_line (text, &journal, at);
        for (guint i = at + 2; i < journal.ends->len; i++)
          append_line (text, &journal, i);
        if (way == 2) /* doubled: the line before stands twice */
          {
            g_string_truncate (text, 0);
            for (guint i = 0; i <= at; i++)
              append_line (text, &journal, i);
            append_line (text, &journal, at);
            append_line (text, &journal, at + 1);
          }
        put (fd, text->str, text->len);
        assert_prefix (&journal, fd, way == 2 ? at + 1 : at);
      }
  close (fd);
}

static void
test_lines_of_another_journal_do_not_fit (void)
{
  g_auto (Journal) journal = { 0 };
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  const MarathonJournalHeader header = { .id = 2, .base = { .is_set = TRUE } };
  MarathonJournalChain chain = { 0 };
  gsize end;
  int fd = open_scratch ();

  journal_init (&journal);
  marathon_journal_append_header (other, &chain, &header);
  end = other->len;
  marathon_journal_append_begin (other, &chain, "Change “Name”");
  append_line (text, &journal, 0);
  g_string_append (text, other->str + end);
  put (fd, text->str, text->len);
  assert_prefix (&journal, fd, 1);
  close (fd);
}

static void
test_reading_goes_on_after_a_record (void)
{
  g_auto (Journal) journal = { 0 };
  g_autoptr (MarathonJournalReader) first = NULL;
  g_autoptr (MarathonJournalReader) second = NULL;
  MarathonJournalChain chain;
  MarathonJournalRecord record;
  guint n = 3;
  int fd = open_scratch ();

  journal_init (&journal);
  put (fd, journal.lines->str, journal.lines->len);
  first = marathon_journal_reader_new (fd, 0, NULL);
  for (guint i = 0; i < n; i++)
    g_assert_true (marathon_journal_reader_next (first, &record));
  chain = marathon_journal_reader_get_chain (first);
  second = marathon_journal_reader_new (fd, marathon_journal_reader_get_end (first), &chain);
  while (marathon_journal_reader_next (second, &record))
    n++;
  g_assert_cmpuint (n, ==, journal.ends->len);
  close (fd);
}

static void
test_long_edit_line_is_parts (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autofree char *text = g_strnfill (3 * MARATHON_JOURNAL_MAX_PART + 5, 'x');
  g_autoptr (MarathonJournalReader) reader = NULL;
  MarathonJournalChain chain = { 0 };
  MarathonJournalRecord record;
  int fd = open_scratch ();

  text[MARATHON_JOURNAL_MAX_PART] = '1';
  marathon_journal_append_edit (lines, &chain, text, strlen (text));
  put (fd, lines->str, lines->len);
  reader = marathon_journal_reader_new (fd, 0, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (marathon_journal_reader_next (reader, &record));
      g_assert_cmpint (record.kind, ==, i < 3 ? MARATHON_JOURNAL_RECORD_PART : MARATHON_JOURNAL_RECORD_EDIT);
      g_string_append_len (read, record.payload, (gssize) record.length);
    }
  g_assert_cmpstr (read->str, ==, text);
  close (fd);
}

static void
test_endless_line_is_no_record (void)
{
  g_autoptr (MarathonJournalReader) reader = NULL;
  MarathonJournalRecord record;
  int fd = open_scratch ();

  /* A hole of a gigabyte: it would not fit into memory line by line. */
  g_assert_cmpint (ftruncate (fd, 1 << 30), ==, 0);
  reader = marathon_journal_reader_new (fd, 0, NULL);
  g_assert_false (marathon_journal_reader_next (reader, &record));
  g_assert_cmpuint (marathon_journal_reader_get_end (reader), ==, 0);
  close (fd);
}

static void
test_failure_to_read_is_not_the_end (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autoptr (MarathonJournalReader) reader = NULL;
  MarathonJournalRecord record;
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  reader = marathon_journal_reader_new (fd, 0, NULL);
  g_assert_false (marathon_journal_reader_next (reader, &record));
  g_assert_cmpint (marathon_journal_reader_get_failure (reader), ==, EISDIR);
  close (fd);
}

static void
test_newer_format_is_recognised (void)
{
  g_auto (Journal) journal = { 0 };
  const char *newer = "1 0123456789abcdef journal format=2 more";
  int fd = open_scratch ();

  journal_init (&journal);
  put (fd, journal.lines->str, journal.lines->len);
  g_assert_false (marathon_journal_is_newer (fd));
  put (fd, newer, strlen (newer));
  g_assert_true (marathon_journal_is_newer (fd));
  put (fd, "1 ", 2);
  g_assert_false (marathon_journal_is_newer (fd));
  close (fd);
}

/* Whole records with the right sums whose payload is nonsense: a bug, or somebody who writes journals by hand. */
static void
test_payloads_that_say_nothing_are_refused (void)
{
  static const char *const payloads[] = { "", " ", "x", "format=1", "format=1 id=12", "1 size=x", "1 size=-1 hash=00", "%", "%4", "%zz", "99999999999999999999 " };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    for (guint kind = 0; kind < MARATHON_JOURNAL_N_RECORDS; kind++)
      {
        const MarathonJournalRecord record = { kind, payloads[i], strlen (payloads[i]) };
        g_auto (MarathonJournalHeader) header = { 0 };
        MarathonJournalSave save = { 0 };
        gint64 time;

        g_assert_false (marathon_journal_parse_header (&record, &header));
        g_assert_false (marathon_journal_parse_save (&record, &save));
        g_free (save.path);
        g_assert_false (marathon_journal_parse_commit (&record, &time));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-record/what-was-written-is-read", test_what_was_written_is_read);
  g_test_add_func ("/journal-record/header-without-path-has-none", test_header_without_path_has_none);
  g_test_add_func ("/journal-record/truncation-at-every-byte-leaves-a-prefix", test_truncation_at_every_byte_leaves_a_prefix);
  g_test_add_func ("/journal-record/flip-of-every-bit-leaves-a-prefix", test_flip_of_every_bit_leaves_a_prefix);
  g_test_add_func ("/journal-record/zeroes-at-the-end-are-nothing", test_zeroes_at_the_end_are_nothing);
  g_test_add_func ("/journal-record/lines-dropped-doubled-or-moved-end-it", test_lines_dropped_doubled_or_moved_end_it);
  g_test_add_func ("/journal-record/lines-of-another-journal-do-not-fit", test_lines_of_another_journal_do_not_fit);
  g_test_add_func ("/journal-record/reading-goes-on-after-a-record", test_reading_goes_on_after_a_record);
  g_test_add_func ("/journal-record/long-edit-line-is-parts", test_long_edit_line_is_parts);
  g_test_add_func ("/journal-record/endless-line-is-no-record", test_endless_line_is_no_record);
  g_test_add_func ("/journal-record/failure-to-read-is-not-the-end", test_failure_to_read_is_not_the_end);
  g_test_add_func ("/journal-record/newer-format-is-recognised", test_newer_format_is_recognised);
  g_test_add_func ("/journal-record/payloads-that-say-nothing-are-refused", test_payloads_that_say_nothing_are_refused);
  return g_test_run ();
}
