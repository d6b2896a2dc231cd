/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs of the command line share.
 */
#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Messages --- */

static void
say_problem (const char *message)
{
  marathon_command_end_progress ();
  g_printerr ("marathon-cli: %s\n", message);
}

MarathonExit
marathon_command_refuse (const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  say_problem (message);
  return MARATHON_EXIT_REFUSED;
}

MarathonExit
marathon_command_refuse_error (const GError *error)
{
  return marathon_command_refuse ("%s", error->message);
}

MarathonExit
marathon_command_misuse (const MarathonCommand *command, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  say_problem (message);
  g_printerr (_ ("Try “marathon-cli %s --help”.\n"), command->name);
  return MARATHON_EXIT_USAGE;
}

/* --- Options --- */

gboolean
marathon_command_parse (const MarathonCommand *command,
                        const GOptionEntry    *entries,
                        int                    n_arguments,
                        int                   *argc,
                        char                ***argv,
                        MarathonExit          *exit_status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *more = command->tell_more != NULL ? command->tell_more () : g_strdup ("");
  g_autofree char *description = g_strdup_printf (_ ("Example:\n  %s\n%s"), command->example, more);
  g_autofree char *program = g_strconcat ("marathon-cli ", command->name, NULL);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_set_prgname (program);

  *exit_status = MARATHON_EXIT_USAGE;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      marathon_command_misuse (command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *exit_status = MARATHON_EXIT_DONE;
      return FALSE;
    }
  if (*argc - 1 != n_arguments)
    {
      marathon_command_misuse (command, _ ("“%s” takes %s"), command->name, command->arguments);
      return FALSE;
    }
  return TRUE;
}

int
marathon_command_find_word (const MarathonCommand *command, const char *option, const MarathonWord *words, const char *word)
{
  int index = marathon_words_find (words, word);

  if (index < 0)
    {
      g_autofree char *list = marathon_words_list (words);

      marathon_command_misuse (command, _ ("--%s: “%s” is not one of: %s"), option, word, list);
    }
  return index;
}

/* --- Progress --- */

static gboolean progress_is_shown;

void
marathon_command_show_progress (guint64 done, guint64 total, gpointer label)
{
  static gint64 last;
  gint64 now = g_get_monotonic_time ();

  if (total == 0 || !isatty (STDERR_FILENO) || now - last < G_USEC_PER_SEC / 10)
    return;
  last = now;
  progress_is_shown = TRUE;
  g_printerr ("\r%s %3u %%", (const char *) label, (guint) (MIN (done, total) * 100 / total));
}

void
marathon_command_end_progress (void)
{
  if (progress_is_shown)
    g_printerr ("\r\033[K");
  progress_is_shown = FALSE;
}

/* --- Files --- */

MarathonDocument *
marathon_command_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  MarathonDocument *document = marathon_document_load (path, marathon_command_show_progress, (gpointer) _ ("Reading"), NULL, &error);

  marathon_command_end_progress ();
  if (document == NULL)
    marathon_command_refuse_error (error);
  return document;
}

MarathonExit
marathon_command_save (MarathonDocument *document, const char *output)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (output == NULL && !marathon_document_is_modified (document))
    return MARATHON_EXIT_DONE;
  good = marathon_document_save (document, output, marathon_command_show_progress, (gpointer) _ ("Saving"), NULL, &error);
  marathon_command_end_progress ();
  return good ? MARATHON_EXIT_DONE : marathon_command_refuse_error (error);
}

gboolean
marathon_command_spares (const MarathonCommand *command, const char *output, const char *source)
{
  g_autofree char *written_path = output != NULL ? g_canonicalize_filename (output, NULL) : NULL;
  g_autofree char *read_path = source != NULL ? g_canonicalize_filename (source, NULL) : NULL;
  gboolean same_path = g_strcmp0 (written_path, read_path) == 0;
  struct stat written, read;

  if (output == NULL || source == NULL)
    return TRUE;
  if (!same_path
      && (stat (output, &written) < 0 || stat (source, &read) < 0 || written.st_dev != read.st_dev
      || written.st_ino != read.st_ino))
    return TRUE;
  marathon_command_misuse (command, _ ("%s: this file is named twice: it would be lost"), output);
  return FALSE;
}

MarathonExit
marathon_command_write (const char *path, MarathonFileProduceFunc produce, gpointer user_data)
{
  MarathonFileSaveJob job = { .produce = produce, .user_data = user_data };
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_file_save (path, &job, NULL, &error);

  marathon_command_end_progress ();
  return good ? MARATHON_EXIT_DONE : marathon_command_refuse_error (error);
}

MarathonExit
marathon_command_write_text (const char *path, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_file_save_text (path, text, (gssize) length, &error);

  return good ? MARATHON_EXIT_DONE : marathon_command_refuse_error (error);
}
