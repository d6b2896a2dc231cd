/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli apply: a file of edit lines into an event.
 */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "document/project-file.h"
#include "editing/edit-lines.h"
#include "formats/format-error.h"

static MarathonExit
apply_edits (MarathonDocument *document, const char *path, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (path, MARATHON_XML_MAX_SIZE, &error);
  g_autoptr (GInputStream) stream = NULL;
  MarathonIdSource ids;
  MarathonExit exit;
  guint n_steps;

  if (bytes == NULL)
    return marathon_command_refuse_error (error);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  marathon_id_source_init_random (&ids);
  if (!marathon_edit_lines_apply (marathon_document_get_history (document), stream, &ids, NULL, &n_steps, &error))
    return marathon_command_refuse (_ ("%s:%s. Nothing was saved."), path, error->message);
  exit = marathon_command_save (document, output);
  if (exit == MARATHON_EXIT_DONE)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%u step applied\n", "%u steps applied\n", n_steps), n_steps);
  return exit;
}

static MarathonExit
run (int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Save to this file instead of FILE"), N_ ("NEW") },
    { NULL },
  };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonExit exit;

  if (!marathon_command_parse (&marathon_command_apply, entries, 2, &argc, &argv, &exit))
    return exit;
  if (!marathon_command_spares (&marathon_command_apply, output, argv[2]))
    return MARATHON_EXIT_USAGE;
  document = marathon_command_load (argv[1]);
  return document != NULL ? apply_edits (document, argv[2], output) : MARATHON_EXIT_REFUSED;
}

const MarathonCommand marathon_command_apply = {
  "apply", "FILE EDITS.xml", N_ ("Apply edit lines: add a guide, withdraw, pin, check in …"),
  "marathon-cli apply spring.marathon withdrawals.xml", run,
};
