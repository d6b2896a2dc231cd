/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program marathon.
 */
#include <libintl.h>
#include <locale.h>

#include "application/application.h"

int
main (int argc, char **argv)
{
  g_autoptr (MarathonApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MARATHON_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Marathon");

  application = marathon_application_new (0);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
