/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli new: an event file from a template.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/id-source.h"
#include "cli/command.h"
#include "document/project-file.h"

static const char *
get_data_folder (void)
{
  const char *folder = g_getenv ("MARATHON_DATADIR");

  return folder != NULL && *folder != '\0' ? folder : MARATHON_PKGDATADIR;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the templates that are there, for an error message. */
static char *
list_templates (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".marathon"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".marathon")));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static MarathonEvent *
read_template (const char *name)
{
  g_autofree char *folder = g_build_filename (get_data_folder (), "templates", NULL);
  g_autofree char *base = g_strconcat (name, ".marathon", NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autoptr (GError) error = NULL;
  MarathonEvent *event;

  if (strchr (name, G_DIR_SEPARATOR) != NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *names = list_templates (folder);

      marathon_command_refuse (_ ("there is no template “%s”; there are: %s"), name, names);
      return NULL;
    }
  event = marathon_project_file_read (path, NULL, NULL, NULL, NULL, &error);
  if (event == NULL)
    marathon_command_refuse_error (error);
  return event;
}

static gboolean
set_info (MarathonHistory *history, const char *column, const char *text)
{
  MarathonRecord *info = MARATHON_RECORD (marathon_event_get_info (marathon_history_get_event (history)));
  g_autoptr (MarathonEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;
  edit = marathon_edit_new_change_record (info, (guint) marathon_record_find_column (info, column), text);
  if (marathon_history_do (history, edit, _ ("Change Event"), &error))
    return TRUE;
  marathon_command_refuse_error (error);
  return FALSE;
}

static MarathonExit
run (int argc, char **argv)
{
  g_autofree char *template = NULL;
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_ ("Start from this template (blank)"), N_ ("NAME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the event"), N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Day of the race"), N_ ("YYYY-MM-DD") },
    { NULL },
  };
  g_autoptr (MarathonEvent) event = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  MarathonIdSource ids;
  MarathonExit exit;

  if (!marathon_command_parse (&marathon_command_new, entries, 1, &argc, &argv, &exit))
    return exit;
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    return marathon_command_refuse (_ ("%s: there is such a file already; nothing was changed"), argv[1]);
  event = read_template (template != NULL ? template : "blank");
  if (event == NULL)
    return MARATHON_EXIT_REFUSED;

  marathon_id_source_init_random (&ids);
  marathon_event_set_id (event, marathon_id_source_next (&ids));
  document = marathon_document_new (event);
  if (!set_info (marathon_document_get_history (document), "title", name)
      || !set_info (marathon_document_get_history (document), "date", date))
    return MARATHON_EXIT_REFUSED;
  exit = marathon_command_save (document, argv[1]);
  if (exit == MARATHON_EXIT_DONE && marathon_event_get_info (event)->date == MARATHON_DATE_UNKNOWN)
    g_print ("%s\n", _ ("The event has no date yet: until it has one, nobody's age on the day of the race is known."));
  return exit;
}

const MarathonCommand marathon_command_new = {
  "new", "FILE", N_ ("Make an event file from a template"),
  "marathon-cli new spring.marathon --template city-marathon --name \"Spring Marathon\" --date 2027-04-11", run,
};
