/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Protected events for tests.
 */
#include "journal-scene.h"

#include <fcntl.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/generated-event.h"
#include "document/journal-folder.h"
#include "formats/project-writer.h"

#define PATIENCE_SECONDS 10

void
journal_scene_init (JournalScene *scene, guint n_entrants)
{
  scene->folder = folder_fixture_new ();
  scene->path = g_build_filename (scene->folder, "event", NULL);
  scene->state = g_build_filename (scene->folder, "state", NULL);
  if (n_entrants > 0)
    {
      g_autoptr (MarathonEvent) event = generated_event_new (n_entrants);
      g_autoptr (MarathonDocument) document = marathon_document_new (event);

      document_scene_save (document, scene->path);
    }
}

void
journal_scene_clear (JournalScene *scene)
{
  g_free (scene->path);
  g_free (scene->state);
  folder_fixture_free (scene->folder);
}

MarathonDocument *
journal_scene_open (JournalScene *scene)
{
  g_autoptr (MarathonEvent) event = NULL;
  MarathonDocument *document;

  if (g_file_test (scene->path, G_FILE_TEST_EXISTS))
    document = document_scene_load (scene->path);
  else
    {
      event = generated_event_new (10);
      document = marathon_document_new (event);
    }
  marathon_document_protect (document, scene->state);
  return document;
}

void
journal_scene_await (MarathonDocument *document, MarathonJournalState state)
{
  MarathonJournal *journal = marathon_document_get_journal (document);
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (marathon_journal_get_state (journal) != state)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The journal is in state %d, not %d: %s", marathon_journal_get_state (journal), state,
                 marathon_journal_get_failure (journal));
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
}

void
journal_scene_step (MarathonDocument *document, const char *title)
{
  document_scene_set_title (document, title);
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
}

void
journal_scene_change_all (MarathonDocument *document, const char *club)
{
  MarathonEvent *event = marathon_document_get_event (document);
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint n = marathon_roster_get_size (roster);
  g_autofree guint32 *positions = g_new (guint32, n);
  g_autofree MarathonEntrant *values = g_new (MarathonEntrant, n);
  g_autoptr (MarathonEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      positions[i] = i;
      values[i] = *marathon_roster_get (roster, i);
      values[i].club = marathon_event_add_text (event, club);
    }
  edit = marathon_edit_new_change_entrants (event, MARATHON_PLACE_ROSTER, positions, values, n);
  g_assert_true (marathon_history_do (marathon_document_get_history (document), edit, "Change “Club”\nof all", &error));
  g_assert_no_error (error);
}

typedef struct {
  JournalScene *scene;
  JournalSceneFunc func;
} Death;

static void
live (gpointer data)
{
  Death *death = data;

  death->func (death->scene);
}

void
journal_scene_die (JournalScene *scene, JournalSceneFunc func)
{
  Death death = { scene, func };

  g_assert_cmpint (child_process_run (live, &death), ==, 0);
}

MarathonRecovery *
journal_scene_find (JournalScene *scene, MarathonRecoveryKind kind, guint n_steps)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (scene->state, NULL);
  MarathonRecovery *recovery;

  g_assert_cmpuint (recoveries->len, ==, 1);
  recovery = g_ptr_array_steal_index (recoveries, 0);
  if (recovery->kind != kind)
    g_error ("The kind is %d, not %d: %s", recovery->kind, kind, recovery->problem);
  g_assert_cmpuint (recovery->n_steps, ==, n_steps);
  return recovery;
}

void
journal_scene_assert_nothing (JournalScene *scene)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (scene->state, NULL);
  g_autoptr (GPtrArray) paths = marathon_journal_folder_list (scene->state);

  g_assert_cmpuint (recoveries->len, ==, 0);
  g_assert_cmpuint (paths->len, ==, 0);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

MarathonDocument *
journal_scene_recover (const MarathonRecovery *recovery, char **problem)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MarathonDocument *document;

  marathon_recovery_open_async (recovery, NULL, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  document = marathon_recovery_open_finish (result, &error);
  g_assert_no_error (error);
  if (problem != NULL)
    *problem = g_strdup (marathon_recovery_open_get_problem (result));
  else
    g_assert_cmpstr (marathon_recovery_open_get_problem (result), ==, NULL);
  g_assert_true (marathon_document_is_modified (document));
  return document;
}

char *
journal_scene_get_journal (JournalScene *scene)
{
  g_autoptr (GPtrArray) paths = marathon_journal_folder_list (scene->state);

  g_assert_cmpuint (paths->len, ==, 1);
  return g_ptr_array_steal_index (paths, 0);
}

char *
journal_scene_get_text (MarathonDocument *document)
{
  return marathon_project_to_text (marathon_document_get_event (document));
}

void
journal_scene_await_base (const char *folder)
{
  for (gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;;)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;
      guint n = 0, n_bases = 0;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          n++;
          n_bases += g_str_has_prefix (name, "base-");
        }
      if (n == 3 && n_bases == 1)
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

void
journal_scene_make_steps (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  document_scene_set_title (document, "Eins ß");
  journal_scene_change_all (document, "Zwei");
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
}

void
journal_scene_make_steps_and_base (JournalScene *scene)
{
  g_autofree char *journal = NULL;

  journal_scene_make_steps (scene);
  journal = journal_scene_get_journal (scene);
  journal_scene_await_base (journal);
}

MarathonFileIdentity
journal_scene_identify (const char *path)
{
  MarathonFileIdentity identity = { 0 };
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_true (marathon_file_identity_read (&identity, fd, NULL));
  close (fd);
  return identity;
}

char *
journal_scene_make_expected (JournalScene *scene)
{
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (MarathonEvent) event = NULL;

  if (g_file_test (scene->path, G_FILE_TEST_EXISTS))
    document = document_scene_load (scene->path);
  else
    {
      event = generated_event_new (10);
      document = marathon_document_new (event);
    }
  document_scene_set_title (document, "Eins ß");
  journal_scene_change_all (document, "Zwei");
  return journal_scene_get_text (document);
}

void
journal_scene_assert_recovers (const MarathonRecovery *recovery, const char *path, const char *expected)
{
  g_autoptr (MarathonDocument) document = journal_scene_recover (recovery, NULL);
  g_autofree char *text = journal_scene_get_text (document);

  g_assert_cmpstr (marathon_document_get_path (document), ==, path);
  g_assert_cmpstr (text, ==, expected);
}
