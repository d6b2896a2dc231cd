/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events with personal data in every place that there is.
 */
#include "personal-scene.h"

#include <string.h>

#include "document/version-keeper.h"
#include "document/versions.h"
#include "formats/project-reader.h"

/* Words with "gone" go with the contacts; with "nemo" where nobody is to be known. */
#define MARKED                                                                                                         \
  "<event xmlns=\"urn:marathon:event\" version=\"1.9\" id=\"00000000000000e1\" title=\"Spring\" date=\"2014-04-13\" "  \
  "gone-a=\"gone\">\n"                                                                                                 \
  "<fields><field id=\"hotel\" label=\"Hotel\"/><field id=\"doctor\" label=\"Doctor\" "                                \
  "audience=\"medical\"/></fields>\n"                                                                                  \
  "<categories><category id=\"mass\" name=\"Mass\"/></categories>\n"                                                   \
  "<groups><group id=\"nemos\" name=\"Nemo sisters\" load=\"nemoload\"/></groups>\n"                                   \
  "<officials><official id=\"nemoking\" family=\"nemoking\" given=\"nemoo\" title=\"nemotitle\" "                      \
  "phone=\"gonephone\"/></officials>\n"                                                                                \
  "<prints><print id=\"p1\" list=\"bibs\" note=\"nemoprint\"/></prints>\n"                                             \
  "<decisions><decision id=\"nemod\" first=\"0000000000000001\" second=\"0000000000000002\"/></decisions>\n"           \
  "<entrants>\n"                                                                                                       \
  "<entrant id=\"0000000000000001\" external-id=\"nemox\" bib=\"7\" family=\"nemofam\" given=\"nemogiv\" "             \
  "known-as=\"nemoknown\" bib-name=\"nemobib\" "                                                                       \
  "sort-key=\"nemosort\" born=\"1983-03-23\" town=\"nemotown\" club=\"nemoclub\" licence=\"nemolic\" "                 \
  "chip=\"nemochip\" category=\"mass\" "                                                                               \
  "group=\"nemos\" load=\"nemol\" honours=\"nemohon\" tags=\"nemotag\" note=\"nemonote\" "                             \
  "collected=\"2014-04-12T09:31:07Z\" collected-by=\"nemocol\" "                                                       \
  "gone-b=\"gone\">\n"                                                                                                 \
  "<contact email=\"gonemail\" phone=\"gonetel\" emergency-name=\"gonemother\" emergency-phone=\"gone999\" "           \
  "gone-c=\"gone\"/>\n"                                                                                                \
  "<medical note=\"gonepollen\"/>\n"                                                                                   \
  "<custom hotel=\"nemohotel\" doctor=\"gonedoctor\"/>\n"                                                              \
  "<guide id=\"0000000000000011\" family=\"nemoguide\" given=\"nemog\" licence=\"nemogl\" collected-by=\"nemogc\">"    \
  "<contact emergency-name=\"gonewife\" emergency-phone=\"gone111\"/></guide>\n"                                       \
  "</entrant>\n"                                                                                                       \
  "<entrant id=\"0000000000000002\" bib=\"5\" family=\"nemosecond\" category=\"mass\"/>\n"                             \
  "</entrants>\n"                                                                                                      \
  "<bin><entrant id=\"0000000000000003\" family=\"nemobinned\"><contact email=\"gonebinned\"/></entrant></bin>\n"      \
  "</event>\n"

void
personal_scene_init (JournalScene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = marathon_project_from_text (MARKED, -1, &error);
  g_autoptr (MarathonDocument) document = NULL;

  g_assert_no_error (error);
  journal_scene_init (scene, 0);
  document = marathon_document_new (event);
  document_scene_save (document, scene->path);
}

void
personal_scene_die_with_a_step (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  journal_scene_change_all (document, "gonesteps nemosteps");
  journal_scene_await (document, MARATHON_JOURNAL_KEPT);
}

MarathonDocument *
personal_scene_live (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);
  g_autofree char *text = NULL;

  journal_scene_change_all (document, "nemofirst");
  document_scene_save (document, NULL);
  journal_scene_change_all (document, "nemosecond");
  document_scene_save (document, NULL);
  marathon_version_keeper_finish ();
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
  journal_scene_step (document, "Unsaved");
  text = journal_scene_get_text (document);
  folder_fixture_put (scene->folder, ".event.AbC123", text);
  text[strlen (text) / 2] = '\0';
  folder_fixture_put (scene->folder, ".event.backup", text);
  return document;
}

/* --- Looking --- */

void
personal_scene_assert_clean_file (const char *path, const char *marker)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  for (gsize i = 0; i + strlen (marker) <= length; i++)
    if (g_ascii_strncasecmp (bytes + i, marker, strlen (marker)) == 0)
      g_error ("%s has “%.40s” in it", path, bytes + i);
}

void
personal_scene_assert_clean (const char *folder, const char *marker)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_null (strstr (name, marker));
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        personal_scene_assert_clean (path, marker);
      else
        personal_scene_assert_clean_file (path, marker);
    }
}

void
personal_scene_assert_gone (JournalScene *scene, MarathonPersonalDepth depth)
{
  g_autoptr (GPtrArray) versions = marathon_versions_list (scene->state, 0xe1);

  personal_scene_assert_clean (scene->folder, "gone");
  if (depth == MARATHON_PERSONAL_ALL)
    personal_scene_assert_clean (scene->folder, "nemo");
  g_assert_cmpuint (versions->len, ==, 0); /* they are compressed, and none of their bytes would be found */
  journal_scene_assert_nothing (scene);
  folder_fixture_assert_names (scene->folder, "event state");
}

void
personal_scene_assert_whole (JournalScene *scene)
{
  g_autoptr (MarathonDocument) document = document_scene_load (scene->path);
  MarathonEvent *event = marathon_document_get_event (document);

  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (event), i);

      g_assert_cmpuint (entrant->bib, !=, 0);
      g_assert_cmpuint (entrant->category, !=, 0);
    }
}

void
personal_scene_remove (MarathonDocument *document, MarathonPersonalDepth depth)
{
  g_autoptr (GError) error = NULL;

  marathon_document_remove_personal_data (document, depth, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
