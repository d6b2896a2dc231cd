/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving and keeping.
 */
#include "versions-scene.h"

#include <string.h>

#include "document/file-identity.h"
#include "formats/project-writer.h"

void
versions_scene_init (VersionsScene *scene)
{
  *scene = (VersionsScene) { .folder = folder_fixture_new () };
  scene->path = g_build_filename (scene->folder, "event", NULL);
  scene->state = g_build_filename (scene->folder, "state", NULL);
  scene->versions = g_build_filename (scene->state, "versions", "00000000000000e1", NULL);
}

void
versions_scene_clear (VersionsScene *scene)
{
  folder_fixture_free (scene->folder);
  g_free (scene->path);
  g_free (scene->state);
  g_free (scene->versions);
}

char *
versions_scene_make_text (const char *title, guint n_entrants)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<event xmlns=\"urn:marathon:event\" version=\"1.0\" "
                                "id=\"00000000000000e1\" title=\"%s\">\n", title);
  if (n_entrants == 0)
    g_string_append (text, "  <entrants/>\n");
  else
    g_string_append (text, "  <entrants>\n");
  for (guint i = 1; i <= n_entrants; i++)
    g_string_append_printf (text, "    <entrant id=\"%016x\" bib=\"%u\" family=\"Runner %s\"/>\n", i, i, title);
  if (n_entrants > 0)
    g_string_append (text, "  </entrants>\n");
  g_string_append (text, "</event>\n");
  return g_strdup (text->str);
}

void
versions_scene_save (VersionsScene *scene, const char *title, guint n_entrants)
{
  g_autofree char *text = versions_scene_make_text (title, n_entrants);
  MarathonFileHash *hash = marathon_file_hash_new ();

  folder_fixture_put (scene->folder, "event", text);
  scene->identity.is_set = TRUE;
  scene->identity.size = strlen (text);
  marathon_file_hash_update (hash, text, strlen (text));
  marathon_file_hash_finish (hash, scene->identity.hash);
  scene->n_entrants = n_entrants;
}

gboolean
versions_scene_keep (VersionsScene *scene, gint64 seconds, GError **error)
{
  return marathon_versions_keep (scene->state, VERSIONS_SCENE_ID, scene->path, &scene->identity, scene->n_entrants,
                                 VERSIONS_SCENE_TIME + seconds, NULL, error);
}

void
versions_scene_add (VersionsScene *scene, const char *title, guint n_entrants, gint64 seconds)
{
  g_autoptr (GError) error = NULL;

  versions_scene_save (scene, title, n_entrants);
  versions_scene_keep (scene, seconds, &error);
  g_assert_no_error (error);
}

char *
versions_scene_read_title (const MarathonVersion *version, GError **error)
{
  g_autoptr (MarathonEvent) event = marathon_version_read (version, NULL, error);

  if (event == NULL)
    return NULL;
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, version->n_entrants);
  return g_strdup (marathon_event_get_info (event)->title);
}

void
versions_scene_assert_titles (VersionsScene *scene, const char *titles)
{
  g_autoptr (GPtrArray) versions = marathon_versions_list (scene->state, VERSIONS_SCENE_ID);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = versions_scene_read_title (g_ptr_array_index (versions, i), &error);

      g_assert_no_error (error);
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", title);
    }
  g_assert_cmpstr (found->str, ==, titles);
}

MarathonVersion *
versions_scene_get (VersionsScene *scene, guint index)
{
  g_autoptr (GPtrArray) versions = marathon_versions_list (scene->state, VERSIONS_SCENE_ID);
  MarathonVersion *version = g_new (MarathonVersion, 1);

  g_assert_cmpuint (index, <, versions->len);
  *version = *(MarathonVersion *) g_ptr_array_index (versions, index);
  version->file = g_strdup (version->file);
  return version;
}
