/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Installed files and templates.
 */
#include "document/event-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/project-file.h"

typedef struct {
  const char *name;
  const char *label;
  const char *description;
} OwnTemplate;

static const OwnTemplate own_templates[] = {
  { "city-marathon", N_ ("City Marathon"),
    N_ ("Elite, wheelchair, visually impaired and mass fields; several starts, waves and blocks of numbers") },
  { "village-10k", N_ ("Village 10 km"), N_ ("Women and men by age, one start, numbers from 1") },
  { "blank", N_ ("Empty Event"), N_ ("Nothing but the course: categories, waves and numbers are yours to add") },
};

char *
marathon_installed_file (const char *name)
{
  const char *folder = g_getenv ("MARATHON_DATADIR");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : MARATHON_PKGDATADIR, name, NULL);
}

static void
free_template (gpointer pointer)
{
  MarathonEventTemplate *template = pointer;

  g_free (template->name);
  g_free (template->label);
  g_free (template->description);
  g_free (template);
}

static char *
template_path (const char *name)
{
  g_autofree char *file = g_strconcat ("templates" G_DIR_SEPARATOR_S, name, MARATHON_FILE_ENDING, NULL);

  return marathon_installed_file (file);
}

static void
add_template (GPtrArray *list, const char *name, const char *label, const char *description)
{
  MarathonEventTemplate *template = g_new (MarathonEventTemplate, 1);

  template->name = g_strdup (name);
  template->label = g_strdup (label);
  template->description = g_strdup (description);
  g_ptr_array_add (list, template);
}

static void
add_own_templates (GPtrArray *list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_templates); i++)
    {
      g_autofree char *path = template_path (own_templates[i].name);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        add_template (list, own_templates[i].name, _ (own_templates[i].label), _ (own_templates[i].description));
    }
}

static gboolean
is_own (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_templates); i++)
    if (strcmp (own_templates[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_other_templates (GPtrArray *list)
{
  g_autofree char *folder = marathon_installed_file ("templates");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *file = dir != NULL ? g_dir_read_name (dir) : NULL; file != NULL; file = g_dir_read_name (dir))
    {
      g_autofree char *name = g_strndup (file, strlen (file) - MIN (strlen (file), strlen (MARATHON_FILE_ENDING)));

      if (g_str_has_suffix (file, MARATHON_FILE_ENDING) && !is_own (name))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_template (list, names->pdata[i], names->pdata[i], "");
}

GPtrArray *
marathon_event_templates_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_template);

  add_own_templates (list);
  add_other_templates (list);
  return list;
}

static char *
format_names (void)
{
  g_autoptr (GPtrArray) list = marathon_event_templates_list ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (names, ((const MarathonEventTemplate *) list->pdata[i])->name);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

MarathonEvent *
marathon_event_template_read (const char *name, GError **error)
{
  g_autofree char *path = template_path (name);

  if (strchr (name, G_DIR_SEPARATOR) != NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *names = format_names ();

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no template “%s”; there are: %s"), name, names);
      return NULL;
    }
  return marathon_project_file_read (path, NULL, NULL, NULL, NULL, error);
}

static gboolean
set_column (MarathonHistory *history, MarathonRecord *record, const char *column, const char *text, GError **error)
{
  g_autoptr (MarathonEdit) edit = NULL;

  if (text == NULL)
    return TRUE;
  edit = marathon_edit_new_change_record (record, (guint) marathon_record_find_column (record, column), text);
  return marathon_history_do (history, edit, _ ("Change Event"), error);
}

MarathonDocument *
marathon_document_new_from_template (const MarathonNewEvent *what, MarathonIdSource *ids, GError **error)
{
  g_autoptr (MarathonEvent) event = marathon_event_template_read (what->template != NULL ? what->template : "blank", error);
  g_autoptr (MarathonDocument) document = NULL;
  MarathonHistory *history;
  MarathonRecord *info, *course;

  if (event == NULL)
    return NULL;
  marathon_event_set_id (event, marathon_id_source_next (ids));
  document = marathon_document_new (event);
  history = marathon_document_get_history (document);
  info = MARATHON_RECORD (marathon_event_get_info (event));
  course = MARATHON_RECORD (marathon_event_get_course (event));
  if (!set_column (history, info, "title", what->title, error) || !set_column (history, info, "date", what->date, error)
      || !set_column (history, info, "place", what->place, error)
      || !set_column (history, course, "length", what->length, error))
    return NULL;
  marathon_history_clear (history);
  return g_steal_pointer (&document);
}
