/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files held against the schema, by xmllint.
 */
#include "formats/schema-check.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "formats/project-fixture.h"

gboolean
schema_check_run (const char *const *arguments, char **said)
{
  g_autofree char *path = g_find_program_in_path (arguments[0]);
  g_autoptr (GError) error = NULL;
  int status;

  if (path == NULL)
    g_error ("%s is not installed", arguments[0]);
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                     said, &status, &error))
    g_error ("%s", error->message);
  return g_spawn_check_wait_status (status, NULL);
}

gboolean
schema_check_file (const char *path, char **said)
{
  g_autofree char *schema = project_fixture_path ("resources/schema/marathon-event.rng");
  const char *const arguments[] = { "xmllint", "--noout", "--nonet", "--relaxng", schema, path, NULL };

  return schema_check_run (arguments, said);
}

gboolean
schema_check_text (const char *text, char **said)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("marathon-XXXXXX.marathon", &path, &error);
  gboolean valid;

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  valid = schema_check_file (path, said);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return valid;
}
