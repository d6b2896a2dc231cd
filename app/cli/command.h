/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCommand: one verb of the command line, and what the verbs share: options, messages, opening and saving the
 * event.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/** Exit statuses (design section 8). */
typedef enum {
  MARATHON_EXIT_DONE = 0,
  MARATHON_EXIT_REFUSED = 1, /* or problems found; said on standard error */
  MARATHON_EXIT_USAGE = 2,
} MarathonExit;

typedef struct {
  const char *name;
  const char *arguments; /* "FILE ENTRIES.csv" */
  const char *summary;   /* marked for translation */
  const char *example;
  MarathonExit (*run) (int argc, char **argv); /* argv[0] is the verb */
  char *(*tell_more) (void); /* (nullable) (transfer full): what --help says at its end */
} MarathonCommand;

/* The verbs, each in its file. */
extern const MarathonCommand marathon_command_new;
extern const MarathonCommand marathon_command_info;
extern const MarathonCommand marathon_command_check;
extern const MarathonCommand marathon_command_import;
extern const MarathonCommand marathon_command_plan;
extern const MarathonCommand marathon_command_apply;
extern const MarathonCommand marathon_command_print;
extern const MarathonCommand marathon_command_export;
extern const MarathonCommand marathon_command_redact;

/**
 * marathon_command_parse:
 * @entries: options of the verb
 * @n_arguments: how many arguments it takes
 *
 * Parses options and checks the number of arguments; argv[1] to argv[@n_arguments] are the arguments then. "--help" is
 * answered and ends the program's work: see @exit.
 *
 * Returns: %FALSE where the verb has to return @exit
 */
gboolean marathon_command_parse (const MarathonCommand *command,
                                 const GOptionEntry    *entries,
                                 int                    n_arguments,
                                 int                   *argc,
                                 char                ***argv,
                                 MarathonExit          *exit);

/** Says on standard error that something is refused; returns the status for it. */
MarathonExit marathon_command_refuse (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** The same with the message of @error. */
MarathonExit marathon_command_refuse_error (const GError *error);

/** Says that the verb was called wrongly; returns the status for it. */
MarathonExit marathon_command_misuse (const MarathonCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Loads @path with a progress line on a terminal; says what is wrong and returns %NULL where it cannot. */
MarathonDocument *marathon_command_load (const char *path);

/**
 * marathon_command_load_to_change:
 * @output: (nullable): the file that will be written instead of @path
 * @dry_run: nothing will be written
 *
 * The same for a verb that writes; the file that will be written is locked as long as the document lives, so that no
 * window works on it meanwhile. Says who has it open and returns %NULL where somebody has. Warns on standard error of
 * changes to @path that a window has left unsaved.
 */
MarathonDocument *marathon_command_load_to_change (const char *path, const char *output, gboolean dry_run);

/** Saves to @output, or to the document's own file where that is %NULL. */
MarathonExit marathon_command_save (MarathonDocument *document, const char *output);

/**
 * marathon_command_spares:
 * @output: (nullable): a file that is to be written
 * @source: (nullable): a file that is to be read, or another one to be written
 *
 * Says that the verb was called wrongly and returns %FALSE where both are one file, or would become one.
 */
gboolean marathon_command_spares (const MarathonCommand *command, const char *output, const char *source);

/** Writes a file other than an event by marathon_file_save(). */
MarathonExit marathon_command_write (const char *path, MarathonFileProduceFunc produce, gpointer user_data);

/** Writes text to a file. */
MarathonExit marathon_command_write_text (const char *path, const char *text, gsize length);

/** A MarathonProgressFunc that keeps a line on standard error where that is a terminal; @label is its first word. */
void marathon_command_show_progress (guint64 done, guint64 total, gpointer label);

/** Wipes the progress line. */
void marathon_command_end_progress (void);

/** Finds the word in the vocabulary; says which there are and returns -1 where it is none. */
int marathon_command_find_word (const MarathonCommand *command, const char *option, const MarathonWord *words, const char *word);

/**
 * marathon_cli_run:
 *
 * Runs the whole command line; argv[0] is the program. Returns: the exit status.
 */
int marathon_cli_run (int argc, char **argv);

G_END_DECLS
