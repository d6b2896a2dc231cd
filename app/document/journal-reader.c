/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonJournalReader: a journal's records one by one, as a stream: a journal may be larger than memory.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "document/journal-line.h"

#define PIECE (256u << 10)

struct _MarathonJournalReader {
  int fd;
  guint64 offset; /* in the file, of the first byte that is not in the buffer yet */
  char *buffer;
  gsize size;
  gsize start; /* of the line that comes next, in the buffer */
  gsize used;
  guint64 end;
  MarathonJournalChain chain;
  int failure;
  gboolean has_ended;
};

MarathonJournalReader *
marathon_journal_reader_new (int fd, guint64 offset, const MarathonJournalChain *chain)
{
  MarathonJournalReader *reader = g_new0 (MarathonJournalReader, 1);

  reader->fd = fd;
  reader->offset = reader->end = offset;
  reader->size = PIECE;
  reader->buffer = g_malloc (reader->size);
  if (chain != NULL)
    reader->chain = *chain;
  return reader;
}

void
marathon_journal_reader_free (MarathonJournalReader *reader)
{
  g_free (reader->buffer);
  g_free (reader);
}

/* Makes room behind what is in the buffer; %FALSE where the line is longer than any that was written. */
static gboolean
make_room (MarathonJournalReader *reader)
{
  if (reader->used - reader->start > MARATHON_JOURNAL_MAX_LINE)
    return FALSE;
  memmove (reader->buffer, reader->buffer + reader->start, reader->used - reader->start);
  reader->used -= reader->start;
  reader->start = 0;
  if (reader->size - reader->used < PIECE)
    {
      reader->size += PIECE;
      reader->buffer = g_realloc (reader->buffer, reader->size);
    }
  return TRUE;
}

/* Reads on; %FALSE at the end of the file. */
static gboolean
fill (MarathonJournalReader *reader)
{
  ssize_t n;

  if (!make_room (reader) || reader->offset > MARATHON_JOURNAL_MAX_SIZE)
    return FALSE;
  do
    n = pread (reader->fd, reader->buffer + reader->used, reader->size - reader->used, (off_t) reader->offset);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    reader->failure = errno;
  if (n <= 0)
    return FALSE;
  reader->used += (gsize) n;
  reader->offset += (guint64) n;
  return TRUE;
}

/* The next complete line; *length without the newline. */
static const char *
read_line (MarathonJournalReader *reader, gsize *length)
{
  gsize searched = 0;

  for (;;)
    {
      gsize have = reader->used - reader->start;
      const char *line = reader->buffer + reader->start;
      const char *newline = memchr (line + searched, '\n', have - searched);

      if (newline != NULL)
        {
          *length = (gsize) (newline - line);
          return line;
        }
      searched = have;
      if (!fill (reader))
        return NULL;
    }
}

static gboolean
read_record (MarathonJournalReader *reader, MarathonJournalRecord *record)
{
  gsize length;
  const char *line = read_line (reader, &length);
  MarathonJournalChain chain = reader->chain;
  const char *content, *blank;

  if (line == NULL || !marathon_journal_line_check (line, length, &chain, &content))
    return FALSE;
  blank = memchr (content, ' ', length - (gsize) (content - line));
  if (blank == NULL || !marathon_journal_find_kind (content, (gsize) (blank - content), &record->kind))
    return FALSE;
  record->payload = blank + 1;
  record->length = (gsize) (line + length - record->payload);
  reader->chain = chain;
  reader->start += length + 1;
  reader->end += length + 1;
  return TRUE;
}

gboolean
marathon_journal_reader_next (MarathonJournalReader *reader, MarathonJournalRecord *record)
{
  if (!reader->has_ended && read_record (reader, record))
    return TRUE;
  reader->has_ended = TRUE;
  return FALSE;
}

int
marathon_journal_reader_get_failure (MarathonJournalReader *reader)
{
  return reader->failure;
}

guint64
marathon_journal_reader_get_end (MarathonJournalReader *reader)
{
  return reader->end;
}

MarathonJournalChain
marathon_journal_reader_get_chain (MarathonJournalReader *reader)
{
  return reader->chain;
}

gboolean
marathon_journal_is_newer (int fd)
{
  static const char words[] = "journal format=";
  const gsize at = strlen ("1 0000000000000000 ");
  char start[64] = "";
  ssize_t n = pread (fd, start, sizeof start - 1, 0);

  return n > 0 && strncmp (start, "1 ", 2) == 0 && strncmp (start + at, words, strlen (words)) == 0
         && g_ascii_strtoull (start + at + strlen (words), NULL, 10) > MARATHON_JOURNAL_FORMAT;
}
