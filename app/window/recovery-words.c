/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for what a crash has left.
 */
#include "window/recovery-words.h"

#include <glib/gi18n-lib.h>

char *
marathon_describe_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  /* Translators: a moment as g_date_time_format() writes it: "23 November 2026 at 09:14". */
  return moment != NULL ? g_date_time_format (moment, _ ("%-d %B %Y at %H:%M")) : g_strdup (_ ("at an unknown time"));
}

char *
marathon_recovery_get_name (const MarathonRecovery *recovery)
{
  if (recovery->title != NULL && *recovery->title != '\0')
    return g_strdup (recovery->title);
  return recovery->path != NULL ? g_filename_display_basename (recovery->path) : g_strdup (_ ("Event Without a Name"));
}

static char *
describe_steps (const MarathonRecovery *recovery)
{
  g_autofree char *time = NULL;

  /* A journal that began anew after trouble does not know. */
  if (recovery->last_time <= 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", recovery->n_steps), recovery->n_steps);
  time = marathon_describe_time (recovery->last_time);
  if (recovery->last_label == NULL || *recovery->last_label == '\0')
    /* Translators: a number of changes, and when the last one was made. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change, %s", "%u changes, the last one %s", recovery->n_steps),
                            recovery->n_steps, time);
  /* Translators: a number of changes, the label of the last one, and when it was made. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change: “%s”, %s", "%u changes, the last one “%s”, %s", recovery->n_steps),
                          recovery->n_steps, recovery->last_label, time);
}

char *
marathon_recovery_describe (const MarathonRecovery *recovery)
{
  g_autofree char *steps = recovery->n_steps > 0 ? describe_steps (recovery) : NULL;

  if (steps == NULL)
    return g_strdup (recovery->problem != NULL ? recovery->problem : _ ("It was not saved."));
  return recovery->problem != NULL ? g_strdup_printf ("%s\n%s", steps, recovery->problem) : g_steal_pointer (&steps);
}

gboolean
marathon_recovery_is_usable (const MarathonRecovery *recovery)
{
  return recovery->kind == MARATHON_RECOVERY_FILE || recovery->kind == MARATHON_RECOVERY_COPY;
}
