/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing by what files hold; no time is ever looked at.
 */
#include "document/recovery-choice.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

void
marathon_recovery_choice_clear (MarathonRecoveryChoice *choice)
{
  g_clear_pointer (&choice->path, g_free);
  g_clear_pointer (&choice->problem, g_free);
}

/* What @path holds, where its size may be one that we know; else not set, with errno: 0 where it holds something else.
 * */
static void
identify (const MarathonJournalContent *content, const char *path, GCancellable *cancellable,
          MarathonFileIdentity *identity)
{
  struct stat status;
  int number = 0;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  *identity = (MarathonFileIdentity) { 0 };
  if (fd < 0 || fstat (fd, &status) < 0)
    number = errno;
  else if (S_ISREG (status.st_mode) && marathon_journal_content_has_size (content, (guint64) status.st_size)
           && !marathon_file_identity_read (identity, fd, cancellable))
    number = errno;
  if (fd >= 0)
    close (fd);
  errno = number;
}

/* Takes @path as the event's file where it holds a later state than what was found before. */
static void
try_file (const MarathonJournalContent *content, const char *path, GCancellable *cancellable,
          MarathonRecoveryChoice *choice)
{
  MarathonFileIdentity identity;
  gint64 step;

  identify (content, path, cancellable, &identity);
  if (!identity.is_set || !marathon_journal_content_find (content, &identity, &step)
      || (choice->identity.is_set && choice->step >= step))
    return;
  g_free (choice->path);
  choice->path = g_strdup (path);
  choice->identity = identity;
  choice->step = step;
}

/* The file that the last save was about to write, one of those before, or the one that the event was opened from. */
static void
find_file (const MarathonJournalContent *content, GCancellable *cancellable, MarathonRecoveryChoice *choice)
{
  const char *last = NULL;

  for (guint i = content->saves->len; i > 0; i--)
    {
      const MarathonJournalSave *save = g_ptr_array_index (content->saves, i - 1);

      if (save->path == NULL || g_strcmp0 (save->path, last) == 0)
        continue;
      try_file (content, save->path, cancellable, choice);
      last = save->path;
    }
  if (content->header.path != NULL && g_strcmp0 (content->header.path, last) != 0)
    try_file (content, content->header.path, cancellable, choice);
}

/* So many steps the base has that no file ever held. Where the event has no file, records without a step came after
 * trouble, and begin from what it was by then: how many steps that were is not written, but not none. */
static guint64
count_before_base (const MarathonJournalContent *content)
{
  gint64 last = G_MININT64;

  if (content->header.path == NULL && content->saves->len == 0)
    return content->n_steps == 0 ? 1 : 0;
  for (guint i = 0; i < content->saves->len; i++)
    last = MAX (last, ((const MarathonJournalSave *) g_ptr_array_index (content->saves, i))->step);
  return last < 0 && last > G_MININT64 ? (guint64) -last : 0;
}

gboolean
marathon_recovery_has_base (const MarathonJournalFolder  *folder,
                            const MarathonJournalContent *content,
                            GCancellable                 *cancellable)
{
  g_autofree char *name = marathon_journal_name_base (&content->header.base);
  int fd = marathon_journal_folder_open (folder, name);
  MarathonFileIdentity identity = { 0 };

  if (fd < 0)
    return FALSE;
  marathon_file_identity_read (&identity, fd, cancellable);
  close (fd);
  return marathon_file_identity_is_equal (&identity, &content->header.base);
}

/* Why the file cannot be gone on with. */
static char *
describe_file (const MarathonJournalContent *content, const char *path)
{
  MarathonFileIdentity identity;

  if (path == NULL)
    return NULL;
  identify (content, path, NULL, &identity);
  if (errno == ENOENT)
    return g_strdup_printf (_ ("The file “%s” is not there any more."), path);
  if (errno != 0)
    /* Translators: a file and the system's reason. */
    return g_strdup_printf (_ ("The file “%s” cannot be read: %s."), path, g_strerror (errno));
  return g_strdup_printf (_ ("The file “%s” holds something else than when the changes were made."), path);
}

static void
declare_damaged (MarathonRecoveryChoice *choice, char *problem)
{
  g_free (choice->problem);
  choice->kind = MARATHON_RECOVERY_DAMAGED;
  choice->problem = problem;
}

static void
add_sentence (char **problem, const char *sentence)
{
  char *both = *problem != NULL ? g_strconcat (*problem, " ", sentence, NULL) : g_strdup (sentence);

  g_free (*problem);
  *problem = both;
}

static void
choose_base (const MarathonJournalFolder  *folder,
             const MarathonJournalContent *content,
             GCancellable                 *cancellable,
             MarathonRecoveryChoice       *choice)
{
  g_free (choice->path);
  choice->path = g_strdup (content->header.path);
  choice->problem = describe_file (content, choice->path);
  choice->kind = MARATHON_RECOVERY_COPY;
  choice->step = 0;
  choice->n_steps = content->n_steps + count_before_base (content);
  if (marathon_recovery_has_base (folder, content, cancellable))
    return;
  choice->kind = MARATHON_RECOVERY_DAMAGED;
  add_sentence (&choice->problem, _ ("The copy of the event to which the changes belong is damaged or missing."));
}

static void
choose_good (const MarathonJournalFolder  *folder,
             const MarathonJournalContent *content,
             GCancellable                 *cancellable,
             MarathonRecoveryChoice       *choice)
{
  gboolean is_base;

  find_file (content, cancellable, choice);
  is_base = marathon_file_identity_is_equal (&choice->identity, &content->header.base);
  choice->from_file = choice->step > 0 || is_base;
  if (choice->identity.is_set && choice->step >= (gint64) content->n_steps)
    choice->is_needless = !content->has_damaged_end;
  /* An empty one that nobody damaged. */
  if (!choice->identity.is_set && content->n_steps == 0 && count_before_base (content) == 0)
    choice->is_needless = !content->has_damaged_end;
  if (choice->is_needless)
    return;

  if (choice->identity.is_set && (choice->from_file || marathon_recovery_has_base (folder, content, cancellable)))
    {
      choice->kind = MARATHON_RECOVERY_FILE;
      choice->n_steps = (guint64) ((gint64) content->n_steps - choice->step);
    }
  else
    choose_base (folder, content, cancellable, choice);
  if (content->has_damaged_end)
    add_sentence (&choice->problem, _ ("The last of the changes that were kept are damaged and cannot be read."));
  if (choice->n_steps == 0)
    choice->kind = MARATHON_RECOVERY_DAMAGED;
}

void
marathon_recovery_choose (const MarathonJournalFolder  *folder,
                          const MarathonJournalContent *content,
                          GCancellable                 *cancellable,
                          MarathonRecoveryChoice       *choice)
{
  *choice = (MarathonRecoveryChoice) { 0 };
  switch (content->state)
    {
    case MARATHON_JOURNAL_CONTENT_GOOD:
      choose_good (folder, content, cancellable, choice);
      break;
    case MARATHON_JOURNAL_CONTENT_NONE:
      choice->is_needless = TRUE;
      break;
    case MARATHON_JOURNAL_CONTENT_NEWER:
      choice->kind = MARATHON_RECOVERY_NEWER;
      choice->problem = g_strdup (_ ("It was kept by a newer Marathon: open it with that one."));
      break;
    case MARATHON_JOURNAL_CONTENT_UNREADABLE:
      declare_damaged (choice, g_strdup_printf (_ ("What was kept in “%s” cannot be read: %s."), folder->path,
                                                g_strerror (content->failure)));
      break;
    case MARATHON_JOURNAL_CONTENT_DAMAGED:
    default:
      declare_damaged (choice, g_strdup_printf (_ ("What was kept in “%s” is damaged at its beginning."), folder->path));
      break;
    }
}
