/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a journal. The first byte tells whether they are the file itself, or records that are given right
 * numbers and sums so that what is in them is looked at, and how that file is then damaged. What counts is always a
 * beginning of what was written, and writes the same bytes again; the steps in it are done as recovery does them, or
 * refused with the event as it was.
 */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "document/journal-line.h"
#include "document/journal-step-stream.h"
#include "editing/editing-fixture.h"
#include "formats/project-reader.h"
#include "fuzz/fuzz-target.h"

#define N_OPTION_BYTES 3

enum { IS_MADE = 1, IS_CUT = 2, IS_FLIPPED = 4 };

/* --- Making --- */

/* Each line is "KIND PAYLOAD"; others are left out. */
static void
append_records (GString *file, const char *bytes, gsize length)
{
  MarathonJournalChain chain = { 0 };
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *newline = memchr (bytes, '\n', (gsize) (end - bytes));
      const char *line_end = newline != NULL ? newline : end;
      const char *blank = memchr (bytes, ' ', (gsize) (line_end - bytes));
      MarathonJournalRecordKind kind;

      if (blank != NULL && marathon_journal_find_kind (bytes, (gsize) (blank - bytes), &kind))
        marathon_journal_append_copy (file, &chain, kind, blank + 1, (gsize) (line_end - blank - 1));
      bytes = line_end + 1;
    }
}

/* Cuts the file off, or turns one bit of it over. Returns: how many bytes are as they were. */
static gsize
damage (GString *file, guint options, guint place)
{
  gsize at = file->len > 0 ? place % file->len : 0;

  if (file->len > 0 && (options & IS_CUT) != 0)
    g_string_truncate (file, at);
  else if (file->len > 0 && (options & IS_FLIPPED) != 0)
    file->str[at] ^= (char) (1 << place % 8);
  else
    return file->len;
  return at;
}

static int
open_file (const GString *file)
{
  int fd = memfd_create ("journal", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, file->str, file->len), ==, (gssize) file->len);
  return fd;
}

/* --- Reading --- */

static void
check_header (const MarathonJournalRecord *record)
{
  g_auto (MarathonJournalHeader) header = { 0 };
  g_auto (MarathonJournalHeader) again = { 0 };
  g_autoptr (GString) line = g_string_new (NULL);
  MarathonJournalChain chain = { 0 };
  MarathonJournalRecord written = { .kind = MARATHON_JOURNAL_RECORD_HEADER };

  if (!marathon_journal_parse_header (record, &header))
    return;
  g_assert_true (g_utf8_validate (header.title, -1, NULL));
  marathon_journal_append_header (line, &chain, &header);
  written.payload = strstr (line->str, "journal ") + strlen ("journal ");
  written.length = (gsize) (line->str + line->len - 1 - written.payload);
  if (!marathon_journal_parse_header (&written, &again))
    g_error ("a header that was read is written as %s", line->str);
  g_assert_cmpuint (header.id, ==, again.id);
  g_assert_cmpuint (header.event_id, ==, again.event_id);
  g_assert_true (marathon_file_identity_is_equal (&header.base, &again.base));
  g_assert_cmpstr (header.path, ==, again.path);
  g_assert_cmpstr (header.title, ==, again.title);
}

static void
check_parsing (const MarathonJournalRecord *record)
{
  g_autofree char *label = NULL;
  gint64 time;

  if (record->kind == MARATHON_JOURNAL_RECORD_HEADER)
    check_header (record);
  if (record->kind == MARATHON_JOURNAL_RECORD_COMMIT)
    marathon_journal_parse_commit (record, &time);
  if (record->kind == MARATHON_JOURNAL_RECORD_BEGIN)
    label = marathon_journal_parse_begin (record);
  g_assert_true (label == NULL || g_utf8_validate (label, -1, NULL));
  if (record->kind == MARATHON_JOURNAL_RECORD_SAVE)
    {
      MarathonJournalSave *save = g_new0 (MarathonJournalSave, 1);

      marathon_journal_parse_save (record, save);
      marathon_journal_save_free (save);
    }
}

/* Returns: how many bytes count. */
static gsize
check_records (int fd, const GString *file)
{
  g_autoptr (MarathonJournalReader) reader = marathon_journal_reader_new (fd, 0, NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  MarathonJournalChain chain = { 0 };
  MarathonJournalRecord record;

  while (marathon_journal_reader_next (reader, &record))
    {
      marathon_journal_append_copy (again, &chain, record.kind, record.payload, record.length);
      check_parsing (&record);
    }
  g_assert_cmpint (marathon_journal_reader_get_failure (reader), ==, 0);
  g_assert_cmpuint (marathon_journal_reader_get_end (reader), ==, again->len);
  g_assert_cmpuint (again->len, <=, file->len);
  if (memcmp (file->str, again->str, again->len) != 0)
    g_error ("what counts of a journal is not what would be written:\n%s", again->str);
  return again->len;
}

/* --- Recovering --- */

/* One step after the other, until one cannot be done: that one leaves nothing behind. */
static void
apply_steps (MarathonJournalReader *reader, Editing *editing)
{
  gboolean good = TRUE;
  guint64 end = 0;

  while (good && marathon_journal_reader_get_end (reader) >= end)
    {
      g_autoptr (GInputStream) stream = marathon_journal_step_stream_new (reader);
      g_autofree char *before = editing_bytes (editing);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      guint n_steps;

      good = marathon_edit_lines_apply (editing->history, stream, &editing->ids, NULL, &n_steps, &error);
      after = editing_bytes (editing);
      if (!good)
        fuzz_check_placed_message (error);
      /* Edit lines that nobody wrote may end a step and begin another. */
      if (!good && n_steps == 0)
        fuzz_check_same ("a step that cannot be done", before, after);
      if (marathon_journal_reader_get_end (reader) == end)
        break;
      end = marathon_journal_reader_get_end (reader);
    }
}

static void
check_recovery (int fd)
{
  g_autoptr (MarathonJournalReader) reader = marathon_journal_reader_new (fd, 0, NULL);
  g_autofree char *after = NULL, *again = NULL, *before = NULL;
  g_autoptr (MarathonEvent) read = NULL;
  g_autoptr (GError) error = NULL;
  Editing editing;

  editing_start (&editing);
  before = editing_bytes (&editing);
  apply_steps (reader, &editing);
  after = editing_bytes (&editing);
  read = marathon_project_from_text (after, -1, &error);
  if (read == NULL)
    g_error ("what was recovered cannot be saved: %s", error->message);
  again = marathon_project_to_text (read);
  fuzz_check_same ("recovered, saved and read", after, again);
  editing_assert_undo (&editing, before);
  editing_end (&editing);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GString) file = g_string_new (NULL);
  gsize whole, counts;
  int fd;

  if (size < N_OPTION_BYTES)
    return 0;
  if ((data[0] & IS_MADE) != 0)
    append_records (file, (const char *) data + N_OPTION_BYTES, size - N_OPTION_BYTES);
  else
    g_string_append_len (file, (const char *) data + N_OPTION_BYTES, (gssize) (size - N_OPTION_BYTES));
  whole = damage (file, data[0], data[1] | (guint) data[2] << 8);
  fd = open_file (file);
  counts = check_records (fd, file);
  if ((data[0] & IS_MADE) != 0)
    g_assert_cmpuint (counts, <=, whole);
  marathon_journal_is_newer (fd);
  check_recovery (fd);
  close (fd);
  return 0;
}
