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

/* What a person needs to write a file of edits; the whole language is told in editing/edit-lines.h. */
static char *
tell_more (void)
{
  return g_strdup_printf (
    "\n%s\n"
    "  <edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n"
    "    <change entrant=\"bib:1201\" status=\"withdrawn\"/>\n"
    "    <change entrant=\"entry:C27-00107\" wave=\"red-2\" pins=\"wave\"/>\n"
    "    <change entrant=\"bib:37\" collected=\"2027-04-23T14:05:00Z\" collected-by=\"Ann Other\"/>\n"
    "    <add-guide entrant=\"bib:P4\" given=\"Aiko\" family=\"Mori\" role=\"guide\"/>\n"
    "    <remove-guide entrant=\"bib:P4\" guide=\"3450ffc92c2f31e0\"/>\n"
    "    <insert><entrant given=\"Zoë\" family=\"Late\" sex=\"F\" predicted=\"3:59:00\"/></insert>\n"
    "    <bin entrant=\"bib:1202\"/>\n"
    "    <change-record list=\"waves\" record=\"red-1\" capacity=\"950\"/>\n"
    "  </edits>\n%s\n",
    _ ("A file of edits:"),
    _ ("An entrant is named by id, “bib:” or “entry:” (the number of the entry system); a field by its name in an exported\n"
       "CSV. Times of collection are UTC, with a “Z”. One edit that cannot be applied keeps all from being saved."));
}

static MarathonExit
apply_edits (MarathonDocument *document, const char *path, const char *output, gboolean dry_run)
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
  exit = dry_run ? MARATHON_EXIT_DONE : marathon_command_save (document, output);
  if (exit == MARATHON_EXIT_DONE)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%u step applied\n", "%u steps applied\n", n_steps), n_steps);
  if (exit == MARATHON_EXIT_DONE && dry_run)
    g_print ("%s\n", _ ("Nothing was changed: this was a dry run."));
  return exit;
}

static MarathonExit
run (int argc, char **argv)
{
  g_autofree char *output = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only see whether all edits can be applied"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Save to this file instead of FILE"), N_ ("NEW") },
    { NULL },
  };
  g_autoptr (MarathonDocument) document = NULL;
  MarathonExit exit;

  if (!marathon_command_parse (&marathon_command_apply, entries, 2, &argc, &argv, &exit))
    return exit;
  if (!marathon_command_spares (&marathon_command_apply, output, argv[2]))
    return MARATHON_EXIT_USAGE;
  document = marathon_command_load_to_change (argv[1], output, dry_run);
  return document != NULL ? apply_edits (document, argv[2], output, dry_run) : MARATHON_EXIT_REFUSED;
}

const MarathonCommand marathon_command_apply = {
  "apply", "FILE EDITS.xml", N_ ("Apply edit lines: add a guide, withdraw, pin, check in …"),
  "marathon-cli apply spring.marathon withdrawals.xml", run, tell_more,
};
