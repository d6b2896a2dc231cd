/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CliFixture: a temporary folder and the program marathon-cli to be run in it, as a person runs it.
 *
 * The program is the one that MARATHON_CLI names. The folder's name has a blank and letters beyond ASCII.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *state; /* where the program keeps what is not the person's; empty at first */
  char **environment;
  guint64 file_limit; /* the most bytes that the program may write to a file, as on a full disk; 0: no limit */
} CliFixture;

/** How a run ended, and what it said. */
typedef struct {
  int status;
  char *out;
  char *err;
} CliRun;

CliFixture *cli_fixture_new  (void);
void        cli_fixture_free (CliFixture *fixture);

/** For the runs to come; %NULL unsets. */
void cli_fixture_set_variable (CliFixture *fixture, const char *name, const char *value);

/** Runs marathon-cli in the folder; the arguments end with %NULL. */
CliRun *cli_fixture_run  (CliFixture *fixture, ...) G_GNUC_NULL_TERMINATED;
CliRun *cli_fixture_runv (CliFixture *fixture, const char *const *arguments);
void    cli_run_free     (CliRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFixture, cli_fixture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

/** Runs it and asserts that it was done, with nothing on standard error. Returns: (transfer full): its output. */
char *cli_fixture_do (CliFixture *fixture, ...) G_GNUC_NULL_TERMINATED;

/** Asserts that it is refused with status 1, nothing on standard output, and a message that holds @said. */
void cli_fixture_refuse (CliFixture *fixture, const char *said, ...) G_GNUC_NULL_TERMINATED;

/** Asserts the same with status 2, for wrong usage. */
void cli_fixture_misuse (CliFixture *fixture, const char *said, ...) G_GNUC_NULL_TERMINATED;

/* --- Files in the folder --- */

char    *cli_fixture_path       (CliFixture *fixture, const char *name);
void     cli_fixture_put        (CliFixture *fixture, const char *name, const char *text, gssize length);
char    *cli_fixture_get        (CliFixture *fixture, const char *name, gsize *length);
gboolean cli_fixture_has        (CliFixture *fixture, const char *name);
void     cli_fixture_copy       (CliFixture *fixture, const char *from, const char *to);
void     cli_fixture_set_mode   (CliFixture *fixture, const char *name, int mode);
void     cli_fixture_assert_same_bytes (CliFixture *fixture, const char *left, const char *right);

/** Returns: (transfer full): the names in the folder, sorted, with blanks between. */
char *cli_fixture_list (CliFixture *fixture);

/** Returns: (transfer full): name, kind, mode, size, inode, time and hash of each file: equal texts, nothing happened. */
char *cli_fixture_describe (CliFixture *fixture);

/* --- A small event --- */

/** Ids of the people of cli_fixture_put_event(). */
#define CLI_FIXTURE_ANN "0f3b6c2d91a84e57"
#define CLI_FIXTURE_EVE "d218e7945a3bf06c"

/** Writes an event of five people, four of them accepted, without categories, waves and bibs. */
void cli_fixture_put_event (CliFixture *fixture, const char *name);

/** The same people as an entry list, with external ids. */
void cli_fixture_put_entries (CliFixture *fixture, const char *name);

G_END_DECLS
