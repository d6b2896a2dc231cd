/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecovery: finding journals, and removing them. Opening one is in recovery-open.c.
 */
#include "document/recovery.h"

#include <string.h>

#include "document/recovery-choice.h"
#include "document/state-folder.h"

void
marathon_recovery_free (MarathonRecovery *recovery)
{
  g_free (recovery->folder);
  g_free (recovery->path);
  g_free (recovery->title);
  g_free (recovery->last_label);
  g_free (recovery->problem);
  g_free (recovery);
}

static MarathonRecovery *
describe (const MarathonJournalFolder *folder, MarathonJournalContent *content, MarathonRecoveryChoice *choice)
{
  MarathonRecovery *recovery = g_new0 (MarathonRecovery, 1);

  recovery->kind = choice->kind;
  recovery->folder = g_strdup (folder->path);
  recovery->event_id = content->header.event_id;
  recovery->path = g_steal_pointer (&choice->path);
  recovery->title = g_strdup (content->header.title != NULL ? content->header.title : "");
  recovery->n_steps = (guint) MIN (choice->n_steps, G_MAXUINT);
  recovery->last_label = g_steal_pointer (&content->last_label);
  recovery->last_time = content->last_time;
  recovery->problem = g_steal_pointer (&choice->problem);
  return recovery;
}

/* Whether the journal is about the file called @name; of one that cannot be read the folder's name says so. */
static gboolean
is_about (const MarathonJournalFolder *folder, const MarathonJournalContent *content, const char *name)
{
  g_autofree char *base = g_path_get_basename (folder->path);
  g_autofree char *own = NULL;

  if (content->state != MARATHON_JOURNAL_CONTENT_GOOD)
    return g_str_has_prefix (base, name);
  own = content->header.path != NULL ? marathon_state_folder_name_path (content->header.path) : NULL;
  if (g_strcmp0 (own, name) == 0)
    return TRUE;
  for (guint i = 0; i < content->saves->len; i++)
    {
      const MarathonJournalSave *save = g_ptr_array_index (content->saves, i);
      g_autofree char *other = save->path != NULL ? marathon_state_folder_name_path (save->path) : NULL;

      if (g_strcmp0 (other, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Looks at one journal; @name (nullable): only where it is about that file. */
static void
look_at (const char *path, const char *name, GCancellable *cancellable, GPtrArray *recoveries)
{
  g_autoptr (MarathonJournalFolder) folder = marathon_journal_folder_take (path, NULL);
  g_auto (MarathonJournalContent) content = { 0 };
  g_auto (MarathonRecoveryChoice) choice = { 0 };

  if (folder == NULL)
    return;
  marathon_journal_content_read (&content, folder);
  if (name != NULL && !is_about (folder, &content, name))
    return;
  marathon_recovery_choose (folder, &content, cancellable, &choice);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (choice.is_needless)
    marathon_journal_folder_remove (g_steal_pointer (&folder), NULL);
  else
    g_ptr_array_add (recoveries, describe (folder, &content, &choice));
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const MarathonRecovery *left = *(MarathonRecovery *const *) a, *right = *(MarathonRecovery *const *) b;

  if (left->last_time != right->last_time)
    return left->last_time < right->last_time ? 1 : -1;
  return strcmp (left->folder, right->folder);
}

static GPtrArray *
list (const char *state_folder, const char *name, GCancellable *cancellable)
{
  GPtrArray *recoveries = g_ptr_array_new_with_free_func ((GDestroyNotify) marathon_recovery_free);
  g_autoptr (GPtrArray) paths = marathon_journal_folder_list (state_folder);

  for (guint i = 0; i < paths->len && !g_cancellable_is_cancelled (cancellable); i++)
    look_at (g_ptr_array_index (paths, i), name, cancellable, recoveries);
  g_ptr_array_sort (recoveries, compare_times);
  return recoveries;
}

GPtrArray *
marathon_recovery_list (const char *state_folder, GCancellable *cancellable)
{
  return list (state_folder, NULL, cancellable);
}

GPtrArray *
marathon_recovery_list_of (const char *state_folder, const char *path, GCancellable *cancellable)
{
  g_autofree char *name = marathon_state_folder_name_path (path);

  return list (state_folder, name, cancellable);
}

gboolean
marathon_recovery_discard (const MarathonRecovery *recovery, GError **error)
{
  MarathonJournalFolder *folder;

  if (!g_file_test (recovery->folder, G_FILE_TEST_EXISTS))
    return TRUE;
  folder = marathon_journal_folder_take (recovery->folder, error);
  return folder != NULL && marathon_journal_folder_remove (folder, error);
}
