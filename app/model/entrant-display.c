/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From values to what is read, type by type.
 */
#include "model/entrant-display.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/event.h"
#include "model/group.h"
#include "model/record-name.h"
#include "model/wave.h"

/* --- Types --- */

static void
append_word (const MarathonWord *vocabulary, const char *text, GString *out)
{
  /* A word that a file leaves out, because it is the usual one, is said; "not known" is not. */
  int value = *text != '\0' ? marathon_words_find (vocabulary, text) : 0;

  if (value >= 0 && *vocabulary[value].word != '\0')
    g_string_append (out, _ (vocabulary[value].label));
}

/* Text of several lines, or of several words, as one line. */
static void
append_joined (const char *text, const char *separators, GString *out)
{
  gboolean is_first = TRUE;

  while (*text != '\0')
    {
      gsize length = strcspn (text, separators);

      if (length > 0)
        {
          g_string_append (out, is_first ? "" : ", ");
          g_string_append_len (out, text, (gssize) length);
          is_first = FALSE;
        }
      text += length + (text[length] != '\0');
    }
}

static void
append_pins (MarathonEvent *event, const char *text, GString *out)
{
  g_auto (GStrv) keys = g_strsplit (text, ";", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const MarathonFieldInfo *info = marathon_event_find_field (event, keys[i]);

      if (info == NULL)
        continue;
      g_string_append (out, i > 0 ? ", " : "");
      g_string_append (out, _ (info->label));
    }
}

static void
append_instant (MarathonEvent *event, const char *text, GString *out)
{
  const char *zone_name = marathon_event_get_info (event)->time_zone;
  g_autoptr (GTimeZone) zone = *zone_name != '\0' ? g_time_zone_new_identifier (zone_name) : NULL;
  g_autoptr (GDateTime) utc = NULL, local = NULL;
  g_autofree char *formatted = NULL;
  gint64 instant;

  if (!marathon_instant_parse (text, &instant) || instant == 0)
    return;
  utc = g_date_time_new_from_unix_utc (instant);
  local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  formatted = g_date_time_format (local, zone != NULL ? "%Y-%m-%d %H:%M" : "%Y-%m-%d %H:%M UTC");
  g_string_append (out, formatted);
}

void
marathon_birth_append_display (MarathonDate birth, GString *out)
{
  char buffer[20];

  if (marathon_date_get_kind (birth) == MARATHON_DATE_KIND_AGE)
    g_string_append_printf (out, _ ("age %d"), marathon_date_get_age (birth));
  else
    g_string_append_len (out, buffer, (gssize) marathon_date_write (birth, buffer));
}

/* --- Fields --- */

static guint32
get_handle (const MarathonEntrant *entrant, guint field)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return entrant->category;
    case MARATHON_FIELD_WAVE:
      return entrant->wave;
    case MARATHON_FIELD_GROUP:
      return entrant->group;
    case MARATHON_FIELD_BIB_BLOCK:
      return entrant->bib_block;
    default:
      return 0;
    }
}

static void
append_record (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonFieldInfo *info, GString *out)
{
  guint32 handle = get_handle (entrant, info->field);
  MarathonRecord *record = handle != 0 ? marathon_event_get_record (event, info->list, handle) : NULL;
  g_autofree char *name = record != NULL ? marathon_record_get_full_name (event, record) : NULL;

  if (name != NULL)
    g_string_append (out, name);
}

/* A row without any name would look empty. */
static void
append_family (MarathonEvent *event, const MarathonEntrant *entrant, GString *out)
{
  g_string_append (out, marathon_entrant_is_nameless (event, entrant) ? _ ("(no name)")
                                                                      : marathon_event_text (event, entrant->family));
}

static void
append_bib (MarathonEvent *event, const MarathonEntrant *entrant, GString *out)
{
  MarathonGroup *group;

  g_string_append (out, marathon_event_text (event, entrant->bib));
  if (entrant->bib != 0 || entrant->group == 0)
    return;
  group = marathon_event_get_record (event, MARATHON_LIST_GROUPS, entrant->group);
  if (group != NULL && *group->bib != '\0')
    g_string_append_printf (out, "(%s)", group->bib);
}

static void
append_nation (MarathonEvent *event, const MarathonEntrant *entrant, GString *out)
{
  char code[4];

  marathon_nation_write (entrant->nation_code, code);
  g_string_append (out, *code != '\0' ? code : marathon_event_text (event, entrant->nation));
}

/* Fields that are read otherwise than they are written in the file, their text at hand. */
static void
append_by_type (MarathonEvent *event, const MarathonFieldInfo *info, const char *text, GString *out)
{
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_ENUM:
      append_word (info->vocabulary, text, out);
      break;
    case MARATHON_FIELD_TYPE_FLAG:
      g_string_append (out, g_str_equal (text, "yes") ? _ ("Yes") : "");
      break;
    case MARATHON_FIELD_TYPE_LINES:
      append_joined (text, "\n", out);
      break;
    case MARATHON_FIELD_TYPE_WORDS:
      append_joined (text, ";", out);
      break;
    case MARATHON_FIELD_TYPE_PINS:
      append_pins (event, text, out);
      break;
    case MARATHON_FIELD_TYPE_INSTANT:
      append_instant (event, text, out);
      break;
    default:
      g_string_append (out, info->field == MARATHON_FIELD_ROUTE ? marathon_route_get_label (text) : text);
      break;
    }
}

static gboolean
is_read_as_written (const MarathonFieldInfo *info)
{
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_TEXT:
    case MARATHON_FIELD_TYPE_ID:
    case MARATHON_FIELD_TYPE_DAY:
    case MARATHON_FIELD_TYPE_CLASS:
    case MARATHON_FIELD_TYPE_UINT:
    case MARATHON_FIELD_TYPE_NUMBER:
    case MARATHON_FIELD_TYPE_TIME:
      return info->field != MARATHON_FIELD_ROUTE;
    default:
      return FALSE;
    }
}

void
marathon_entrant_append_display (MarathonEvent           *event,
                                 const MarathonEntrant   *entrant,
                                 const MarathonFieldInfo *info,
                                 GString                 *out)
{
  g_autoptr (GString) text = NULL;

  if (info->field == MARATHON_FIELD_FAMILY)
    append_family (event, entrant, out);
  else if (is_read_as_written (info))
    marathon_entrant_append_text (event, entrant, info, out);
  else if (info->type == MARATHON_FIELD_TYPE_RECORD)
    append_record (event, entrant, info, out);
  else if (info->type == MARATHON_FIELD_TYPE_BIB)
    append_bib (event, entrant, out);
  else if (info->type == MARATHON_FIELD_TYPE_NATION)
    append_nation (event, entrant, out);
  else if (info->type == MARATHON_FIELD_TYPE_BIRTH)
    marathon_birth_append_display (entrant->birth, out);
  else
    {
      text = g_string_new (NULL);
      marathon_entrant_append_text (event, entrant, info, text);
      append_by_type (event, info, text->str, out);
    }
}

char *
marathon_entrant_get_display (MarathonEvent *event, const MarathonEntrant *entrant, guint field)
{
  const MarathonFieldInfo *info = marathon_event_get_field (event, field);
  GString *text = g_string_new (NULL);

  if (info != NULL)
    marathon_entrant_append_display (event, entrant, info, text);
  return g_string_free (text, FALSE);
}

gboolean
marathon_entrant_is_nameless (MarathonEvent *event, const MarathonEntrant *entrant)
{
  return *marathon_event_text (event, entrant->family) == '\0' && *marathon_event_text (event, entrant->given) == '\0';
}

gboolean
marathon_field_is_numeric (const MarathonFieldInfo *info)
{
  return info->type == MARATHON_FIELD_TYPE_BIB || info->type == MARATHON_FIELD_TYPE_UINT
         || info->type == MARATHON_FIELD_TYPE_NUMBER || info->type == MARATHON_FIELD_TYPE_TIME;
}
