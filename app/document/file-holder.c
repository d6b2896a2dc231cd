/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileHolder: who has a file open, in words.
 */
#include "document/file-lock.h"

#include <glib/gi18n-lib.h>

void
marathon_file_holder_free (MarathonFileHolder *holder)
{
  g_free (holder->user);
  g_free (holder->host);
  g_free (holder);
}

/* The hour, and where that is not of today, the day before it. NULL where it is not known. */
static char *
format_since (gint64 since)
{
  g_autoptr (GDateTime) then = since > 0 ? g_date_time_new_from_unix_local (since) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean is_today = then != NULL && g_date_time_get_year (then) == g_date_time_get_year (now)
                      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now);

  return then != NULL ? g_date_time_format (then, is_today ? "%R" : "%F %R") : NULL;
}

/* Translators: in the next sentences, "it" is the event's file; a person, the name of a computer, and a time. */
char *
marathon_file_holder_describe (const MarathonFileHolder *holder)
{
  g_autofree char *since = format_since (holder->since);

  if (holder->is_own)
    return since != NULL ? g_strdup_printf (_ ("You have had it open on this computer since %s."), since)
                         : g_strdup (_ ("You have it open on this computer."));
  if (holder->is_here)
    return since != NULL ? g_strdup_printf (_ ("The user “%s” has had it open on this computer since %s."), holder->user, since)
                         : g_strdup_printf (_ ("The user “%s” has it open on this computer."), holder->user);
  if (*holder->host == '\0')
    return since != NULL ? g_strdup_printf (_ ("The user “%s” has had it open on another computer since %s."), holder->user, since)
                         : g_strdup_printf (_ ("The user “%s” has it open on another computer."), holder->user);
  return since != NULL
           ? g_strdup_printf (_ ("The user “%s” has had it open on the computer “%s” since %s."), holder->user, holder->host, since)
           : g_strdup_printf (_ ("The user “%s” has it open on the computer “%s”."), holder->user, holder->host);
}
