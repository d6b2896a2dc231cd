/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The about window.
 */
#include "application/about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

GtkWindow *
marathon_about_new (GtkWindow *parent)
{
  return g_object_new (ADW_TYPE_ABOUT_WINDOW,
                       "transient-for", parent,
                       "destroy-with-parent", TRUE,
                       "modal", TRUE,
                       "application-name", "Marathon",
                       "application-icon", MARATHON_APPLICATION_ID,
                       "version", MARATHON_VERSION,
                       "developer-name", _ ("The Marathon Developers"),
                       "comments", _ ("Registers the entrants of a road race, sorts them into categories and waves, gives them bibs and "
                                      "prints the lists of the start office."),
                       "license-type", GTK_LICENSE_GPL_3_0,
                       /* Translators: your names, one a line */
                       "translator-credits", _ ("translator-credits"),
                       NULL);
}
