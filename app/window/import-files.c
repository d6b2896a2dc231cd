/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that go with imports: asking where to, writing, telling what went wrong.
 */
#include "window/import-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/file-name.h"
#include "document/file-save.h"
#include "formats/import-template.h"
#include "widgets/question.h"

typedef struct {
  GtkWindow *parent;
  char *text;
  MarathonFileSavedFunc saved;
  gpointer user_data;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->text);
  g_free (saving);
}

static void
on_chosen (const char *path, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (marathon_file_save_text (path, saving->text, -1, &error))
    saving->saved (saving->user_data);
  else
    marathon_tell (saving->parent, _ ("The File Could Not Be Saved"), error->message);
}

/* Takes @text. The parent keeps what is needed, for a choice that never comes. */
static void
save (GtkWindow *parent, const char *title, const char *suggestion, char *text, MarathonFileSavedFunc saved, gpointer user_data)
{
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { parent, text, saved, user_data };
  g_object_set_data_full (G_OBJECT (parent), "marathon-import-file", saving, saving_free);
  marathon_choose_file (parent, MARATHON_CHOOSE_SAVE_LIST, title, suggestion, on_chosen, saving);
}

void
marathon_import_files_save_template (GtkWindow            *parent,
                                     MarathonDocument     *document,
                                     MarathonFileSavedFunc saved,
                                     gpointer              user_data)
{
  /* Translators: the name of a file */
  save (parent, _ ("Save Template File"), _ ("Entry list.csv"),
        marathon_import_template_format (marathon_document_get_event (document)), saved, user_data);
}

void
marathon_import_files_save_report (GtkWindow            *parent,
                                   const char           *list_name,
                                   const MarathonImport *import,
                                   MarathonFileSavedFunc saved,
                                   gpointer              user_data)
{
  const char *dot = strrchr (list_name, '.');
  g_autofree char *whole = g_strndup (list_name, dot != NULL ? (gsize) (dot - list_name) : strlen (list_name));
  g_autofree char *stem = marathon_file_name_make (whole, _ ("Entry list"), "");
  /* Translators: the name of a file: that of an entry list, and what this file tells of it */
  g_autofree char *suggestion = g_strdup_printf (_ ("%s import report.csv"), stem);

  save (parent, _ ("Save Report"), suggestion, marathon_import_format_report (import), saved, user_data);
}
