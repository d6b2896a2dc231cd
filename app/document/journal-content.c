/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What counts of a journal.
 */
#include "document/journal-content.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Of a hostile journal no more saves are kept in memory than these; each is some hundred bytes. A real one has one or
 * two. */
#define MOST_SAVES 10000

/* Nobody makes so many steps, and no sum with them overflows. */
#define FIRST_STEP (G_MININT64 / 2)

void
marathon_journal_content_clear (MarathonJournalContent *content)
{
  marathon_journal_header_clear (&content->header);
  g_clear_pointer (&content->saves, g_ptr_array_unref);
  g_clear_pointer (&content->last_label, g_free);
}

/* --- Reading --- */

/* All up to here counts. */
static void
mark_end (MarathonJournalContent *content, MarathonJournalReader *reader)
{
  content->end = marathon_journal_reader_get_end (reader);
  content->chain = marathon_journal_reader_get_chain (reader);
}

static gboolean
take_save (MarathonJournalContent *content, const MarathonJournalRecord *record)
{
  g_autoptr (MarathonJournalSave) save = g_new0 (MarathonJournalSave, 1);

  if (!marathon_journal_parse_save (record, save) || save->step > (gint64) content->n_steps || save->step < FIRST_STEP
      || content->saves->len >= MOST_SAVES)
    return FALSE;
  g_ptr_array_add (content->saves, g_steal_pointer (&save));
  return TRUE;
}

/* What a step is made of so far. */
typedef struct {
  char *label; /* NULL: none has begun */
  gboolean in_line;
} Step;

/* %FALSE where the record does not belong here. */
static gboolean
take_record (MarathonJournalContent *content, MarathonJournalReader *reader, const MarathonJournalRecord *record,
             Step *step)
{
  switch (record->kind)
    {
    case MARATHON_JOURNAL_RECORD_BEGIN:
      if (step->label != NULL)
        return FALSE;
      step->label = marathon_journal_parse_begin (record);
      return step->label != NULL;
    case MARATHON_JOURNAL_RECORD_PART:
    case MARATHON_JOURNAL_RECORD_EDIT:
      step->in_line = record->kind == MARATHON_JOURNAL_RECORD_PART;
      return step->label != NULL;
    case MARATHON_JOURNAL_RECORD_COMMIT:
      if (step->label == NULL || step->in_line || !marathon_journal_parse_commit (record, &content->last_time))
        return FALSE;
      g_free (content->last_label);
      content->last_label = g_steal_pointer (&step->label);
      content->n_steps++;
      break;
    case MARATHON_JOURNAL_RECORD_SAVE:
      if (step->label != NULL || !take_save (content, record))
        return FALSE;
      break;
    case MARATHON_JOURNAL_RECORD_HEADER:
    case MARATHON_JOURNAL_N_RECORDS:
    default:
      return FALSE;
    }
  mark_end (content, reader);
  return TRUE;
}

/* Whether a whole line stands at @offset. */
static gboolean
has_line (int fd, guint64 offset)
{
  g_autofree char *buffer = g_malloc (MARATHON_JOURNAL_MAX_LINE);
  ssize_t n = pread (fd, buffer, MARATHON_JOURNAL_MAX_LINE, (off_t) offset);

  return n > 0 && memchr (buffer, '\n', (size_t) n) != NULL;
}

static void
read_records (MarathonJournalContent *content, int fd)
{
  g_autoptr (MarathonJournalReader) reader = marathon_journal_reader_new (fd, 0, NULL);
  MarathonJournalRecord record;
  Step step = { 0 };
  gboolean fits = TRUE;

  content->state = MARATHON_JOURNAL_CONTENT_DAMAGED;
  if (marathon_journal_reader_next (reader, &record) && marathon_journal_parse_header (&record, &content->header))
    {
      content->state = MARATHON_JOURNAL_CONTENT_GOOD;
      mark_end (content, reader);
      while (fits && marathon_journal_reader_next (reader, &record))
        fits = take_record (content, reader, &record, &step);
      content->has_damaged_end = !fits || has_line (fd, marathon_journal_reader_get_end (reader));
    }
  else if (marathon_journal_is_newer (fd))
    content->state = MARATHON_JOURNAL_CONTENT_NEWER;
  content->failure = marathon_journal_reader_get_failure (reader);
  if (content->failure != 0)
    content->state = MARATHON_JOURNAL_CONTENT_UNREADABLE;
  g_free (step.label);
}

void
marathon_journal_content_read (MarathonJournalContent *content, const MarathonJournalFolder *folder)
{
  int fd = marathon_journal_folder_open (folder, MARATHON_JOURNAL_RECORDS);

  *content = (MarathonJournalContent) {
    .state = MARATHON_JOURNAL_CONTENT_NONE,
    .saves = g_ptr_array_new_with_free_func ((GDestroyNotify) marathon_journal_save_free),
  };
  if (fd >= 0)
    {
      read_records (content, fd);
      close (fd);
    }
  else if (errno != ENOENT)
    {
      content->failure = errno;
      content->state = MARATHON_JOURNAL_CONTENT_UNREADABLE;
    }
}

/* --- What a file was known to hold --- */

gboolean
marathon_journal_content_find (const MarathonJournalContent *content, const MarathonFileIdentity *identity,
                               gint64 *step)
{
  gboolean found = marathon_file_identity_is_equal (&content->header.base, identity);

  *step = 0;
  for (guint i = 0; i < content->saves->len; i++)
    {
      const MarathonJournalSave *save = g_ptr_array_index (content->saves, i);

      if (!marathon_file_identity_is_equal (&save->identity, identity) || (found && save->step < *step))
        continue;
      *step = save->step;
      found = TRUE;
    }
  return found;
}

gboolean
marathon_journal_content_has_size (const MarathonJournalContent *content, guint64 size)
{
  if (content->header.base.size == size)
    return TRUE;
  for (guint i = 0; i < content->saves->len; i++)
    if (((const MarathonJournalSave *) g_ptr_array_index (content->saves, i))->identity.size == size)
      return TRUE;
  return FALSE;
}
