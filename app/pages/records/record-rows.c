/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the table of columns to rows.
 */
#include "pages/records/record-rows.h"

#include <glib/gi18n-lib.h>

#include "model/record-name.h"
#include "model/routes.h"
#include "model/sport-class.h"
#include "model/wave.h"
#include "widgets/choice-field-row.h"
#include "widgets/set-field-row.h"
#include "widgets/text-field-row.h"

/* --- Sets --- */

static void
bind_routes (MarathonSetFieldRow *row, MarathonEvent *event)
{
  g_auto (GStrv) routes = marathon_routes_list (event);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; routes[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) marathon_route_get_label (routes[i]));
  g_ptr_array_add (labels, NULL);
  marathon_set_field_row_set_texts (row, (const char *const *) routes, (const char *const *) labels->pdata, TRUE);
}

/* Other sports have classes too, and hand cycles start in marathons. */
static void
bind_classes (MarathonSetFieldRow *row)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);

  for (MarathonSportClass i = marathon_sport_class_get_next_known (0); i != 0;
       i = marathon_sport_class_get_next_known (i))
    {
      char buffer[4];

      marathon_sport_class_write (i, buffer);
      g_ptr_array_add (classes, g_strdup (buffer));
    }
  g_ptr_array_add (classes, NULL);
  marathon_set_field_row_set_texts (row, (const char *const *) classes->pdata, NULL, TRUE);
}

/* "2" of the red start is one wave, "2" of the blue start another. */
static void
bind_waves (MarathonSetFieldRow *row, MarathonEvent *event)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *wave = marathon_record_list_get (list, i);

      g_ptr_array_add (keys, (gpointer) marathon_record_get_key (wave));
      g_ptr_array_add (names, marathon_record_get_full_name (event, wave));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (names, NULL);
  marathon_set_field_row_set_texts (row, (const char *const *) keys->pdata, (const char *const *) names->pdata, FALSE);
}

static void
bind_set (MarathonSetFieldRow *row, MarathonEvent *event, const MarathonColumn *column)
{
  if (column->type == MARATHON_COLUMN_CLASSES)
    bind_classes (row);
  else if (column->type == MARATHON_COLUMN_WORDS && g_str_equal (column->name, "routes"))
    bind_routes (row, event);
  else if (column->type == MARATHON_COLUMN_WORDS)
    marathon_set_field_row_set_texts (row, (const char *const[]){ NULL }, NULL, TRUE);
  else if (column->list == MARATHON_LIST_WAVES)
    bind_waves (row, event);
  else
    marathon_set_field_row_set_records (row, marathon_event_get_list (event, column->list));
}

/* --- Others --- */

static void
bind_choice (MarathonChoiceFieldRow *row, MarathonEvent *event, const MarathonColumn *column)
{
  if (column->type == MARATHON_COLUMN_ENUM)
    marathon_choice_field_row_set_words (row, column->vocabulary);
  else
    marathon_choice_field_row_set_records (row, marathon_event_get_list (event, column->list));
}

/* An example of what is typed there; that of the template goes before. */
static const char *
get_example (MarathonColumnType type)
{
  switch (type)
    {
    case MARATHON_COLUMN_CLOCK:
      return "10:00";
    case MARATHON_COLUMN_DATE:
      return "2014-04-13";
    case MARATHON_COLUMN_RANGES:
      return "1-99, 200-250";
    case MARATHON_COLUMN_TIME:
      return "3:30:00";
    default:
      return NULL;
    }
}

static void
bind_text (MarathonTextFieldRow *row, const MarathonColumn *column)
{
  const char *example = get_example (column->type);
  g_autofree char *placeholder = NULL;

  g_object_get (row, "placeholder", &placeholder, NULL);
  if (placeholder == NULL && example != NULL)
    marathon_text_field_row_set_example (row, example);
  if (column->type == MARATHON_COLUMN_UINT)
    g_object_set (row, "purpose", GTK_INPUT_PURPOSE_DIGITS, NULL);
}

void
marathon_record_row_bind (MarathonFieldRow *row, MarathonEvent *event, const MarathonColumn *column)
{
  marathon_field_row_set_label (row, _ (column->label));
  if (MARATHON_IS_CHOICE_FIELD_ROW (row))
    bind_choice (MARATHON_CHOICE_FIELD_ROW (row), event, column);
  else if (MARATHON_IS_SET_FIELD_ROW (row))
    bind_set (MARATHON_SET_FIELD_ROW (row), event, column);
  else if (MARATHON_IS_TEXT_FIELD_ROW (row))
    bind_text (MARATHON_TEXT_FIELD_ROW (row), column);
}

const char *
marathon_record_row_get_text (MarathonRecord *record, guint column)
{
  const MarathonColumn *info = &MARATHON_RECORD_GET_CLASS (record)->columns[column];
  const char *text = marathon_record_get_text (record, column);
  gboolean is_number = info->type == MARATHON_COLUMN_UINT || info->type == MARATHON_COLUMN_DECIMAL;

  return is_number && g_str_equal (text, "0") ? "" : text;
}
