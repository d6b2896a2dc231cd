/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people call a record.
 */
#include "model/record-name.h"

#include "model/official.h"
#include "model/wave.h"

char *
marathon_record_get_full_name (MarathonEvent *event, MarathonRecord *record)
{
  g_autofree char *name = NULL;

  if (MARATHON_IS_WAVE (record))
    name = marathon_wave_get_full_name (MARATHON_WAVE (record), event);
  else if (MARATHON_IS_OFFICIAL (record))
    name = g_strstrip (g_strdup_printf ("%s %s", MARATHON_OFFICIAL (record)->given, MARATHON_OFFICIAL (record)->family));
  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  return g_strdup (marathon_record_get_name (record));
}
