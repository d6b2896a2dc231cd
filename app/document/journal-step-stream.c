/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalStepStream.
 */
#include "document/journal-step-stream.h"

#include <string.h>

#include "editing/edit-lines.h"

struct _MarathonJournalStepStream {
  GInputStream parent_instance;

  MarathonJournalReader *reader;
  GString *bytes;
  gsize done; /* of them were given */
  gboolean has_ended;
};

G_DEFINE_FINAL_TYPE (MarathonJournalStepStream, marathon_journal_step_stream, G_TYPE_INPUT_STREAM)

static void
append_begin (MarathonJournalStepStream *stream, const MarathonJournalRecord *record)
{
  g_autofree char *label = marathon_journal_parse_begin (record);
  g_autofree char *line = marathon_edit_lines_begin (label != NULL ? label : "");

  g_string_append (stream->bytes, line);
  g_string_append_c (stream->bytes, '\n');
}

static void
append_record (MarathonJournalStepStream *stream, const MarathonJournalRecord *record)
{
  switch (record->kind)
    {
    case MARATHON_JOURNAL_RECORD_BEGIN:
      append_begin (stream, record);
      break;
    case MARATHON_JOURNAL_RECORD_PART:
    case MARATHON_JOURNAL_RECORD_EDIT:
      g_string_append_len (stream->bytes, record->payload, (gssize) record->length);
      if (record->kind == MARATHON_JOURNAL_RECORD_EDIT)
        g_string_append_c (stream->bytes, '\n');
      break;
    case MARATHON_JOURNAL_RECORD_COMMIT:
      g_string_append (stream->bytes, MARATHON_EDIT_LINES_COMMIT "\n" MARATHON_EDIT_LINES_FOOT "\n");
      stream->has_ended = TRUE;
      break;
    case MARATHON_JOURNAL_RECORD_HEADER:
    case MARATHON_JOURNAL_RECORD_SAVE:
    case MARATHON_JOURNAL_N_RECORDS:
    default:
      break;
    }
}

static gssize
marathon_journal_step_stream_read (GInputStream *input,
                                   void         *buffer,
                                   gsize         length,
                                   GCancellable *cancellable,
                                   GError      **error)
{
  MarathonJournalStepStream *stream = MARATHON_JOURNAL_STEP_STREAM (input);
  MarathonJournalRecord record;
  gsize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  g_string_erase (stream->bytes, 0, (gssize) stream->done);
  stream->done = 0;
  /* A step that breaks off misses its commit, which is told by who reads. */
  while (!stream->has_ended && stream->bytes->len < length)
    if (marathon_journal_reader_next (stream->reader, &record))
      append_record (stream, &record);
    else
      stream->has_ended = TRUE;
  n = MIN (length, stream->bytes->len);
  memcpy (buffer, stream->bytes->str, n);
  stream->done = n;
  return (gssize) n;
}

static void
marathon_journal_step_stream_finalize (GObject *object)
{
  g_string_free (MARATHON_JOURNAL_STEP_STREAM (object)->bytes, TRUE);
  G_OBJECT_CLASS (marathon_journal_step_stream_parent_class)->finalize (object);
}

static void
marathon_journal_step_stream_class_init (MarathonJournalStepStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_journal_step_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = marathon_journal_step_stream_read;
}

static void
marathon_journal_step_stream_init (MarathonJournalStepStream *stream)
{
  stream->bytes = g_string_new (MARATHON_EDIT_LINES_HEAD "\n");
}

GInputStream *
marathon_journal_step_stream_new (MarathonJournalReader *reader)
{
  MarathonJournalStepStream *stream = g_object_new (MARATHON_TYPE_JOURNAL_STEP_STREAM, NULL);

  stream->reader = reader;
  return G_INPUT_STREAM (stream);
}
