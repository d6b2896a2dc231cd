/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListArguments.
 */
#include "cli/list-arguments.h"

#include <glib/gi18n-lib.h>

#include "printing/print-time.h"

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < marathon_list_info_count (); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", marathon_list_info_get (i)->name);
  return g_string_free (names, FALSE);
}

gboolean
marathon_list_arguments_check (MarathonListArguments *arguments, const char *list, MarathonExit *exit)
{
  int audience;

  *exit = MARATHON_EXIT_USAGE;
  arguments->info = marathon_list_info_find (list);
  if (arguments->info == NULL)
    {
      g_autofree char *names = list_names ();

      marathon_command_misuse (arguments->command, _ ("there is no list “%s”; there are: %s"), list, names);
      return FALSE;
    }
  arguments->audience = arguments->info->audience;
  if (arguments->audience_word == NULL)
    return TRUE;
  audience = marathon_command_find_word (arguments->command, "audience", marathon_audience_words, arguments->audience_word);
  if (audience < 0)
    return FALSE;
  arguments->audience = (MarathonAudience) audience;
  return TRUE;
}

gboolean
marathon_list_arguments_load (MarathonListArguments *arguments, const char *path, const char *output, MarathonExit *exit)
{
  *exit = MARATHON_EXIT_USAGE;
  if (!marathon_command_spares (arguments->command, output, path))
    return FALSE;
  *exit = MARATHON_EXIT_REFUSED;
  arguments->document = marathon_command_load (path);
  arguments->time = marathon_print_time_get ();
  return arguments->document != NULL;
}

MarathonReport *
marathon_list_arguments_build (MarathonListArguments *arguments)
{
  g_autofree char *print_time = marathon_print_time_format (arguments->time);
  MarathonListOptions options = { arguments->audience, arguments->category, arguments->wave, print_time };
  g_autoptr (GError) error = NULL;
  MarathonReport *report;

  report = marathon_list_build (marathon_document_get_event (arguments->document), arguments->info->name, &options, &error);
  if (report == NULL)
    marathon_command_refuse_error (error);
  return report;
}

char *
marathon_list_arguments_tell_lists (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "\n%s\n", _ ("Lists, and for whom each is made unless --audience says otherwise:"));
  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);

      g_string_append_printf (text, "  %-13s %-11s %s\n", info->name, marathon_audience_words[info->audience].word, _ (info->title));
    }
  return g_string_free (text, FALSE);
}

void
marathon_list_arguments_say_done (const MarathonListArguments *arguments, const char *output, MarathonReport *report)
{
  g_print ("%s: %s · %s\n", output, marathon_report_get_text (report, MARATHON_REPORT_TOTAL),
           _ (marathon_audience_words[arguments->audience].label));
}

void
marathon_list_arguments_clear (MarathonListArguments *arguments)
{
  g_free (arguments->category);
  g_free (arguments->wave);
  g_free (arguments->audience_word);
  g_clear_object (&arguments->document);
}
