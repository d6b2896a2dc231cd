/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Name and place of the event that is open.
 */
#include "window/window-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
marathon_window_title (gpointer object, const char *title, gboolean modified)
{
  const char *name = title != NULL && *title != '\0' ? title : _ ("Event Without a Name");

  return modified ? g_strconcat ("• ", name, NULL) : g_strdup (name);
}

char *
marathon_describe_folder (const char *path)
{
  const char *home = g_get_home_dir ();
  g_autofree char *folder = g_path_get_dirname (path);
  const char *rest = g_str_has_prefix (folder, home) ? folder + strlen (home) : NULL;
  g_autofree char *shortened = rest != NULL && (*rest == '\0' || *rest == G_DIR_SEPARATOR) ? g_strconcat ("~", rest, NULL)
                                                                                            : g_strdup (folder);

  return g_filename_display_name (shortened);
}

char *
marathon_window_subtitle (gpointer object, const char *path, gboolean modified, int journal_state)
{
  if (!modified)
    return marathon_describe_folder (path);
  switch ((MarathonJournalState) journal_state)
    {
    case MARATHON_JOURNAL_WRITING:
      return g_strdup (_ ("Keeping changes…"));
    case MARATHON_JOURNAL_KEPT:
      return g_strdup (_ ("Changes kept, not saved yet"));
    case MARATHON_JOURNAL_FAILED:
      return g_strdup (_ ("Changes neither kept nor saved"));
    case MARATHON_JOURNAL_EMPTY:
    default:
      return g_strdup (_ ("Not saved yet"));
    }
}
