/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the table of fields to rows.
 */
#include "pages/entrants/entrant-rows.h"

#include <glib/gi18n-lib.h>

#include "document/today.h"
#include "model/custom-field.h"
#include "model/model-error.h"
#include "model/routes.h"
#include "model/typed-text.h"
#include "pages/entrants/guide-card.h"
#include "widgets/choice-field-row.h"
#include "widgets/flag-field-row.h"
#include "widgets/lines-field-row.h"
#include "widgets/text-field-row.h"

static MarathonCustomField *
get_custom (MarathonEvent *event, const MarathonFieldInfo *info)
{
  if (info->home != MARATHON_FIELD_HOME_CUSTOM)
    return NULL;
  return marathon_event_get_record (event, MARATHON_LIST_CUSTOM_FIELDS, info->field - MARATHON_FIELD_CUSTOM);
}

GType
marathon_entrant_row_get_kind (MarathonEvent *event, const MarathonFieldInfo *info)
{
  MarathonCustomField *custom = get_custom (event, info);

  if (info->field == MARATHON_FIELD_ROUTE || (custom != NULL && custom->type == MARATHON_CUSTOM_TYPE_CHOICE))
    return MARATHON_TYPE_CHOICE_FIELD_ROW;
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_ENUM:
    case MARATHON_FIELD_TYPE_RECORD:
      return MARATHON_TYPE_CHOICE_FIELD_ROW;
    case MARATHON_FIELD_TYPE_LINES:
      return MARATHON_TYPE_LINES_FIELD_ROW;
    case MARATHON_FIELD_TYPE_FLAG:
      return MARATHON_TYPE_FLAG_FIELD_ROW;
    default:
      return MARATHON_TYPE_TEXT_FIELD_ROW;
    }
}

gboolean
marathon_entrant_rows_are_for (GPtrArray *rows, guint first, MarathonEvent *event, GPtrArray *infos, guint first_info)
{
  if (rows->len - first != infos->len - first_info)
    return FALSE;
  for (guint i = 0; i < rows->len - first; i++)
    {
      MarathonFieldRow *row = rows->pdata[first + i];
      const MarathonFieldInfo *info = infos->pdata[first_info + i];

      if (G_OBJECT_TYPE (row) != marathon_entrant_row_get_kind (event, info)
          || strcmp (marathon_field_row_get_key (row), info->key) != 0)
        return FALSE;
    }
  return TRUE;
}

/* --- Binding --- */

static void
bind_routes (MarathonChoiceFieldRow *row, MarathonEvent *event)
{
  g_auto (GStrv) routes = marathon_routes_list (event);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; routes[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) marathon_route_get_label (routes[i]));
  g_ptr_array_add (labels, NULL);
  marathon_choice_field_row_set_texts (row, (const char *const *) routes, (const char *const *) labels->pdata);
}

static void
bind_choices (MarathonChoiceFieldRow *row, MarathonEvent *event, const MarathonFieldInfo *info)
{
  MarathonCustomField *custom = get_custom (event, info);

  if (custom != NULL)
    marathon_choice_field_row_set_texts (row, custom->choices, NULL);
  else if (info->field == MARATHON_FIELD_ROUTE)
    bind_routes (row, event);
  else if (info->type == MARATHON_FIELD_TYPE_ENUM)
    marathon_choice_field_row_set_words (row, info->vocabulary);
  else
    marathon_choice_field_row_set_records (row, marathon_event_get_list (event, info->list));
}

void
marathon_entrant_row_bind (MarathonFieldRow *row, MarathonEvent *event, const MarathonFieldInfo *info)
{
  gboolean is_custom = info->home == MARATHON_FIELD_HOME_CUSTOM;

  marathon_field_row_set_label (row, is_custom ? info->label : _ (info->label));
  if (MARATHON_IS_CHOICE_FIELD_ROW (row))
    bind_choices (MARATHON_CHOICE_FIELD_ROW (row), event, info);
}

/* --- What rows show --- */

char *
marathon_entrant_row_describe_instant (MarathonEvent *event, gint64 instant)
{
  const char *zone = marathon_event_get_info (event)->time_zone;
  g_autoptr (GTimeZone) time_zone = *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = NULL;

  if (instant == 0 || utc == NULL)
    return g_strdup ("");
  local = time_zone != NULL ? g_date_time_to_timezone (utc, time_zone) : g_date_time_to_local (utc);
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

char *
marathon_entrant_row_get_text (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonFieldInfo *info)
{
  g_autofree char *text = entrant != NULL ? marathon_entrant_get_text (event, entrant, info->field) : g_strdup ("");
  gint64 instant;

  if (info->type == MARATHON_FIELD_TYPE_INSTANT && marathon_instant_parse (text, &instant))
    return marathon_entrant_row_describe_instant (event, instant);
  return g_steal_pointer (&text);
}

char *
marathon_entrant_row_shorten (const char *message, const char *key)
{
  g_autofree char *start = g_strconcat (key, ": ", NULL);

  return g_strdup (g_str_has_prefix (message, start) ? message + strlen (start) : message);
}

char *
marathon_entrant_row_explain (MarathonEvent *event, MarathonFieldType type, const char *key, const char *typed,
                              const GError *error)
{
  char *sentence;

  if (g_error_matches (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_READ_ONLY))
    return g_strdup (error->message);
  sentence = marathon_typed_text_explain (event, type, typed, marathon_today_of_event (event));
  return sentence != NULL ? sentence : marathon_entrant_row_shorten (error->message, key);
}

char *
marathon_entrant_row_tell_refused (MarathonFieldRow *row)
{
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (row), MARATHON_TYPE_GUIDE_CARD);
  const char *field = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  const char *error = marathon_field_row_get_error (row);

  if (card == NULL)
    /* Translators: the label of a field, and why what was typed there cannot be. */
    return g_strdup_printf (_ ("%s: %s"), field, error);
  /* Translators: a guide, the label of a field, and why what was typed there cannot be. */
  return g_strdup_printf (_ ("%s, %s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (card)), field, error);
}
