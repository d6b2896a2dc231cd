/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program marathon-cli.
 */
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

/* Where no locale is set, as in scheduled jobs, letters beyond ASCII would be lost from arguments and results. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

/* A result that was cut short, as on a full disk, is not one. */
static int
finish (int status)
{
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;
  return (int) marathon_command_refuse (_ ("the standard output cannot be written"));
}

int
main (int argc, char **argv)
{
  set_locale ();
  /* Beyond a limit of file sizes, writing shall fail and be told of, not end the program half-way. */
  signal (SIGXFSZ, SIG_IGN);
  bindtextdomain (GETTEXT_PACKAGE, MARATHON_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return finish (marathon_cli_run (argc, argv));
}
