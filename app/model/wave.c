/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWave: the table of its columns.
 */
#include "model/wave.h"

#include <glib/gi18n-lib.h>

#include "model/event.h"
#include "model/start.h"

static const MarathonColumn columns[] = {
  { "start", N_ ("Start"), MARATHON_COLUMN_REF, G_STRUCT_OFFSET (MarathonWave, start),
    .list = MARATHON_LIST_STARTS },
  { "name", N_ ("Name"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonWave, name),
    .maximum = 200, .required = TRUE },
  { "time", N_ ("Start time"), MARATHON_COLUMN_CLOCK, G_STRUCT_OFFSET (MarathonWave, time) },
  { "capacity", N_ ("Capacity"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonWave, capacity) },
  { "headroom", N_ ("Headroom"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonWave, headroom) },
  { "from", N_ ("Predicted from"), MARATHON_COLUMN_TIME, G_STRUCT_OFFSET (MarathonWave, from) },
  { "to", N_ ("Predicted to"), MARATHON_COLUMN_TIME, G_STRUCT_OFFSET (MarathonWave, to) },
  { "categories", N_ ("Categories"), MARATHON_COLUMN_REFS, G_STRUCT_OFFSET (MarathonWave, categories),
    .list = MARATHON_LIST_CATEGORIES },
  { "routes", N_ ("Entry routes"), MARATHON_COLUMN_WORDS, G_STRUCT_OFFSET (MarathonWave, routes) },
};

G_DEFINE_FINAL_TYPE (MarathonWave, marathon_wave, MARATHON_TYPE_RECORD)

static void
marathon_wave_class_init (MarathonWaveClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "wave", columns, G_N_ELEMENTS (columns));
}

static void
marathon_wave_init (MarathonWave *wave)
{
}

char *
marathon_wave_get_full_name (MarathonWave *wave, MarathonEvent *event)
{
  MarathonStart *start = marathon_event_get_record (event, MARATHON_LIST_STARTS, wave->start);
  gboolean is_alone = marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_STARTS)) == 1;

  if (start == NULL || *start->name == '\0' || g_str_has_prefix (wave->name, start->name)
      || (is_alone && *wave->name != '\0'))
    return g_strdup (wave->name);
  return g_strconcat (start->name, *wave->name != '\0' ? " " : "", wave->name, NULL);
}
