/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column of an entry list can go to, in the words that people read.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_label (const MarathonFieldInfo *info)
{
  return info->field >= MARATHON_FIELD_CUSTOM ? info->label : _ (info->label);
}

const char *
marathon_import_describe_key (MarathonEvent *event, const char *key)
{
  const MarathonFieldInfo *info;
  int extra;

  g_return_val_if_fail (event != NULL && key != NULL, "");

  info = marathon_event_find_field (event, key);
  if (info != NULL)
    return get_label (info);
  extra = marathon_import_find_extra (key);
  return extra >= 0 ? _ (marathon_import_extras[extra].label) : key;
}

/* What the program writes down for itself; nobody types it into a spreadsheet. */
static gboolean
is_own (const MarathonFieldInfo *info)
{
  static const guint fields[]
      = { MARATHON_FIELD_ID, MARATHON_FIELD_PINS, MARATHON_FIELD_BIB_BLOCK, MARATHON_FIELD_CATEGORY_REASON,
          MARATHON_FIELD_WAVE_REASON };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (info->field == fields[i])
      return TRUE;
  return FALSE;
}

static void
add_field (GArray *targets, const MarathonFieldInfo *info)
{
  MarathonImportTarget target = { info->key, get_label (info), info->aliases };

  g_array_append_val (targets, target);
}

static void
add_extra (GArray *targets, const char *key)
{
  const MarathonImportExtra *extra = &marathon_import_extras[marathon_import_find_extra (key)];
  MarathonImportTarget target = { extra->key, _ (extra->label), extra->aliases };

  g_array_append_val (targets, target);
}

/* Ways to write a field stand behind it. */
static void
add_ways (GArray *targets, const MarathonFieldInfo *info)
{
  if (info->field == MARATHON_FIELD_GIVEN)
    {
      add_extra (targets, "name");
      add_extra (targets, "family-given");
    }
  else if (info->field == MARATHON_FIELD_BORN)
    add_extra (targets, "age");
}

static gboolean
is_of_guides (const MarathonImportExtra *extra)
{
  return extra->role != MARATHON_IMPORT_ROLE_NAME && extra->role != MARATHON_IMPORT_ROLE_AGE;
}

GArray *
marathon_import_list_targets (MarathonEvent *event)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (MarathonImportTarget));
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (event != NULL, targets);

  fields = marathon_event_list_fields (event);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);

      if (is_own (info))
        continue;
      add_field (targets, info);
      add_ways (targets, info);
    }
  for (guint i = 0; i < MARATHON_IMPORT_N_EXTRAS; i++)
    if (is_of_guides (&marathon_import_extras[i]))
      add_extra (targets, marathon_import_extras[i].key);
  for (guint i = 0; i < fields->len; i++)
    if (is_own (g_ptr_array_index (fields, i)))
      add_field (targets, g_ptr_array_index (fields, i));
  return targets;
}
