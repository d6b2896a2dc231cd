/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Appending to a journal.
 */
#include "document/journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many bytes are written at a time. */
#define PIECE (256u << 10)

struct _MarathonJournalFile {
  const MarathonJournalFolder *folder;
  int fd;
  GString *lines; /* not written yet */
  MarathonJournalChain chain;
  guint64 size;
  gboolean has_place; /* it is called "records" */
  gboolean is_changed;
  int failure;
};

static MarathonJournalFile *
file_new (const MarathonJournalFolder *folder, int fd)
{
  MarathonJournalFile *file;

  if (fd < 0)
    return NULL;
  file = g_new0 (MarathonJournalFile, 1);
  file->folder = folder;
  file->fd = fd;
  file->lines = g_string_sized_new (4096);
  return file;
}

MarathonJournalFile *
marathon_journal_file_new (const MarathonJournalFolder *folder, const MarathonJournalHeader *header)
{
  MarathonJournalFile *file = file_new (folder, marathon_journal_folder_create (folder, MARATHON_JOURNAL_NEW_RECORDS));

  if (file == NULL)
    return NULL;
  marathon_journal_append_header (file->lines, &file->chain, header);
  file->is_changed = TRUE;
  return file;
}

MarathonJournalFile *
marathon_journal_file_continue (const MarathonJournalFolder *folder, guint64 end, const MarathonJournalChain *chain)
{
  MarathonJournalFile *file
    = file_new (folder, openat (folder->fd, MARATHON_JOURNAL_RECORDS, O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  int saved_errno;

  if (file == NULL)
    return NULL;
  file->chain = *chain;
  file->size = end;
  file->has_place = TRUE;
  /* What is cut off never counted, so the thread's first sync is soon enough: who opens must not wait for the disk. */
  file->is_changed = TRUE;
  if (ftruncate (file->fd, (off_t) end) == 0 && lseek (file->fd, (off_t) end, SEEK_SET) >= 0)
    return file;
  saved_errno = errno;
  marathon_journal_file_free (file);
  errno = saved_errno;
  return NULL;
}

void
marathon_journal_file_free (MarathonJournalFile *file)
{
  close (file->fd);
  g_string_free (file->lines, TRUE);
  g_free (file);
}

/* --- Adding --- */

static gboolean
write_lines (GString *lines, gpointer user_data)
{
  MarathonJournalFile *file = user_data;

  if (file->failure == 0 && !marathon_journal_write_all (file->fd, lines->str, lines->len))
    file->failure = errno;
  file->size += lines->len;
  file->is_changed = TRUE;
  g_string_truncate (lines, 0);
  return file->failure == 0;
}

void
marathon_journal_file_add_step (MarathonJournalFile *file, MarathonJournalStep *step)
{
  if (file->failure == 0)
    marathon_journal_step_write (step, file->lines, &file->chain, write_lines, file);
}

void
marathon_journal_file_add_save (MarathonJournalFile *file, const MarathonJournalSave *save)
{
  marathon_journal_append_save (file->lines, &file->chain, save);
}

/* A save is told anew, counted from the new beginning. */
static void
add_old_save (MarathonJournalFile *file, const MarathonJournalRecord *record, guint64 first)
{
  MarathonJournalSave save;

  if (marathon_journal_parse_save (record, &save))
    {
      save.step -= (gint64) first;
      marathon_journal_append_save (file->lines, &file->chain, &save);
    }
  g_free (save.path);
}

/* Copies what comes after the commit of step @first. The old records are read from the disk again: what of them does
 * not count any more, must not
 * count in the new ones either. */
static gboolean
copy_old (MarathonJournalFile *file, int fd, guint64 first)
{
  g_autoptr (MarathonJournalReader) reader = marathon_journal_reader_new (fd, 0, NULL);
  MarathonJournalRecord record;
  guint64 n_steps = 0;

  while (marathon_journal_reader_next (reader, &record))
    {
      if (record.kind == MARATHON_JOURNAL_RECORD_SAVE)
        add_old_save (file, &record, first);
      else if (n_steps >= first && record.kind != MARATHON_JOURNAL_RECORD_HEADER)
        marathon_journal_append_copy (file->lines, &file->chain, record.kind, record.payload, record.length);
      if (record.kind == MARATHON_JOURNAL_RECORD_COMMIT)
        n_steps++;
      if (file->lines->len >= PIECE && !write_lines (file->lines, file))
        return FALSE;
    }
  errno = marathon_journal_reader_get_failure (reader);
  return errno == 0;
}

void
marathon_journal_file_add_old (MarathonJournalFile *file, guint64 first)
{
  int fd = marathon_journal_folder_open (file->folder, MARATHON_JOURNAL_RECORDS);

  if ((fd < 0 || !copy_old (file, fd, first)) && file->failure == 0)
    file->failure = errno;
  if (fd >= 0)
    close (fd);
}

/* --- Syncing --- */

/* Somebody may have removed the folder: then the bytes are on the disk, and nobody will ever find them. */
static gboolean
is_linked (MarathonJournalFile *file)
{
  struct stat status;

  if (fstat (file->fd, &status) < 0)
    return FALSE;
  errno = ENOENT;
  return status.st_nlink > 0;
}

static gboolean
bring_to_disk (MarathonJournalFile *file)
{
  if (fdatasync (file->fd) < 0 || !is_linked (file))
    return FALSE;
  if (file->has_place)
    return TRUE;
  file->has_place = renameat (file->folder->fd, MARATHON_JOURNAL_NEW_RECORDS, file->folder->fd, MARATHON_JOURNAL_RECORDS) == 0;
  return file->has_place && marathon_journal_folder_sync (file->folder);
}

gboolean
marathon_journal_file_sync (MarathonJournalFile *file)
{
  if (file->lines->len > 0)
    write_lines (file->lines, file);
  if (file->failure == 0 && file->is_changed && !bring_to_disk (file))
    file->failure = errno;
  file->is_changed = FALSE;
  errno = file->failure;
  return file->failure == 0;
}

gboolean
marathon_journal_file_has_place (MarathonJournalFile *file)
{
  return file->has_place;
}

guint64
marathon_journal_file_get_size (MarathonJournalFile *file)
{
  return file->size + file->lines->len;
}
