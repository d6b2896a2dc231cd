/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListArguments: which list, of whom, for whom: what the verbs print and export are both given.
 */
#pragma once

#include "cli/command.h"
#include "printing/lists.h"

G_BEGIN_DECLS

typedef struct {
  const MarathonCommand *command;
  char *category;
  char *wave;
  char *audience_word;

  const MarathonListInfo *info;
  MarathonAudience audience;
  MarathonDocument *document;
  gint64 time;
} MarathonListArguments;

#define MARATHON_LIST_ARGUMENT_ENTRIES(arguments) \
  { "category", 0, 0, G_OPTION_ARG_STRING, &(arguments).category, N_ ("Only this category"), N_ ("ID") }, \
  { "wave", 0, 0, G_OPTION_ARG_STRING, &(arguments).wave, N_ ("Only this wave"), N_ ("ID") }, \
  { "audience", 0, 0, G_OPTION_ARG_STRING, &(arguments).audience_word, N_ ("For whom; each list has its own default"), \
    "public|officials|medical|everything" }

/** Finds the list and the audience; %FALSE, having said why, where there is none such. */
gboolean marathon_list_arguments_check (MarathonListArguments *arguments, const char *list, MarathonExit *exit);

/** Loads the event in @path, which must not be the @output; %FALSE, having said why, where it cannot. */
gboolean marathon_list_arguments_load (MarathonListArguments *arguments, const char *path, const char *output,
                                       MarathonExit *exit);

/** Returns: (transfer full) (nullable): the report; %NULL, having said why. */
MarathonReport *marathon_list_arguments_build (MarathonListArguments *arguments);

/** Returns: (transfer full): the table of lists, for --help. */
char *marathon_list_arguments_tell_lists (void);

/** Says what was written, of how many people and for whom. */
void marathon_list_arguments_say_done (const MarathonListArguments *arguments, const char *output, MarathonReport *report);

void marathon_list_arguments_clear (MarathonListArguments *arguments);

G_END_DECLS
