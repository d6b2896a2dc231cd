/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All entrants in the order of the roster: what is asked for most in columns, and in a line below each row the other fields that the
 * audience may see, with their labels.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/entrant-storage.h"
#include "model/guide-fields.h"
#include "model/published-name.h"

#define BETWEEN " · "

typedef struct {
  GPtrArray *fields; /* of MarathonFieldInfo: those in the lines */
  GHashTable *used;  /* fields that are details and anybody has */
  GString *value;
} Lines;

/* --- Which fields are in the lines --- */

/* Fields in columns, fields that are told with another, and what is there for programs or of a plan. */
static gboolean
is_elsewhere (guint field)
{
  static const guint fields[] = {
    MARATHON_FIELD_ID,           MARATHON_FIELD_BIB,  MARATHON_FIELD_FAMILY,   MARATHON_FIELD_GIVEN,     MARATHON_FIELD_SORT_KEY,
    MARATHON_FIELD_SEX,          MARATHON_FIELD_BORN, MARATHON_FIELD_NATION,   MARATHON_FIELD_CLUB,      MARATHON_FIELD_CLASS,
    MARATHON_FIELD_CATEGORY,     MARATHON_FIELD_WAVE, MARATHON_FIELD_STATUS,   MARATHON_FIELD_PACEMAKER, MARATHON_FIELD_CHAMPION,
    MARATHON_FIELD_PB_INELIGIBLE, MARATHON_FIELD_DEBUT, MARATHON_FIELD_PINS, MARATHON_FIELD_CATEGORY_REASON,
    MARATHON_FIELD_WAVE_REASON,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

/* A personal best with its asterisk, and honours with the flags that are honours, as all lists tell them. */
static gboolean
append_as_lists_do (MarathonListBuilder *builder, const MarathonEntrant *entrant, MarathonPublish publish, guint field, GString *out)
{
  MarathonListColumnId column = field == MARATHON_FIELD_PB        ? MARATHON_LIST_COLUMN_PB
                                : field == MARATHON_FIELD_HONOURS ? MARATHON_LIST_COLUMN_HONOURS
                                : field == MARATHON_FIELD_GROUP   ? MARATHON_LIST_COLUMN_GROUP
                                : field == MARATHON_FIELD_CHARITY ? MARATHON_LIST_COLUMN_CHARITY
                                                                  : MARATHON_N_LIST_COLUMNS;

  if (column == MARATHON_N_LIST_COLUMNS)
    return FALSE;
  marathon_list_column_append (column, builder->text, entrant, publish, out);
  return TRUE;
}

static void
look_at_details (MarathonListBuilder *builder, Lines *lines, const MarathonEntrant *entrant)
{
  MarathonDetailsView view;

  if (entrant->details == 0)
    return;
  marathon_details_store_get (marathon_event_get_details (builder->event), entrant->details, &view);
  for (guint i = 0; i < view.n_values; i++)
    g_hash_table_add (lines->used, GUINT_TO_POINTER (view.values[i].field));
}

static gboolean
is_used (MarathonListBuilder *builder, Lines *lines, const MarathonFieldInfo *field)
{
  if (marathon_field_get_store (field) == MARATHON_STORE_DETAIL && g_hash_table_contains (lines->used, GUINT_TO_POINTER (field->field)))
    return TRUE;
  for (guint i = 0; i < builder->positions->len; i++)
    {
      const MarathonEntrant *entrant = marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i));

      g_string_truncate (lines->value, 0);
      if (!append_as_lists_do (builder, entrant, marathon_list_text_get_publish (builder->text, entrant), field->field, lines->value))
        {
          if (marathon_field_get_store (field) == MARATHON_STORE_DETAIL)
            return FALSE;
          marathon_entrant_append_text (builder->event, entrant, field, lines->value);
        }
      if (lines->value->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
choose_fields (MarathonListBuilder *builder, Lines *lines)
{
  MarathonAudience audience = marathon_list_text_get_audience (builder->text);
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (builder->event);

  for (guint i = 0; i < builder->positions->len; i++)
    look_at_details (builder, lines, marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i)));
  for (guint i = 0; i < fields->len; i++)
    {
      MarathonFieldInfo *field = fields->pdata[i];

      if (!is_elsewhere (field->field) && marathon_field_is_for (field, audience) && is_used (builder, lines, field))
        g_ptr_array_add (lines->fields, field);
    }
}

/* --- Lines --- */

static const char *
get_label (const MarathonFieldInfo *field)
{
  return field->field < MARATHON_N_FIELDS ? _ (field->label) : field->label;
}

/* "Phone: +44 20 7946 0000"; of what is or is not so the label says it all. Several lines become one. */
static void
append_value (const MarathonFieldInfo *field, GString *value, GString *out)
{
  if (value->len == 0)
    return;
  if (out->len > 0)
    g_string_append (out, BETWEEN);
  g_string_append (out, get_label (field));
  if (field->type == MARATHON_FIELD_TYPE_FLAG)
    return;
  g_strdelimit (value->str, "\r\n", ' ');
  g_string_append_printf (out, ": %s", value->str);
}

/* Of a first race there is no personal best to tell, only that. */
static gboolean
append_debut (const MarathonEntrant *entrant, guint field, GString *out)
{
  if (field != MARATHON_FIELD_PB || !marathon_entrant_has_flag (entrant, MARATHON_FLAG_DEBUT))
    return FALSE;
  g_string_append_printf (out, "%s%s", out->len > 0 ? BETWEEN : "", _ ("Debut"));
  return TRUE;
}

/* A word of files becomes its label, a key the name of what it is of. */
static void
make_readable (MarathonListBuilder *builder, const MarathonFieldInfo *field, GString *value)
{
  if (field->type == MARATHON_FIELD_TYPE_RECORD)
    {
      MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (builder->event, field->list), value->str);

      if (record != NULL)
        g_string_assign (value, marathon_record_get_name (record));
      return;
    }
  if (field->field == MARATHON_FIELD_ROUTE && value->len > 0)
    {
      g_autofree char *route = g_strdup (marathon_route_get_label (value->str));

      g_string_assign (value, route);
      return;
    }
  for (const MarathonWord *word = field->vocabulary; word != NULL && word->word != NULL; word++)
    if (value->len > 0 && g_str_equal (word->word, value->str))
      {
        g_string_assign (value, _ (word->label));
        return;
      }
}

static void
append_line (MarathonListBuilder *builder, const MarathonEntrant *entrant, MarathonPublish publish, GString *out)
{
  Lines *lines = builder->note_data;

  for (guint i = 0; i < lines->fields->len; i++)
    {
      const MarathonFieldInfo *field = lines->fields->pdata[i];

      if (!marathon_published_name_allows (publish, field->field) || append_debut (entrant, field->field, out))
        continue;
      g_string_truncate (lines->value, 0);
      if (!append_as_lists_do (builder, entrant, publish, field->field, lines->value))
        {
          marathon_entrant_append_text (builder->event, entrant, field, lines->value);
          make_readable (builder, field, lines->value);
        }
      append_value (field, lines->value, out);
    }
}

static void
append_guide_line (MarathonListBuilder *builder, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  static const struct {
    guint field;
    MarathonGuideField of_guide;
  } fields[] = {
    { MARATHON_FIELD_LICENCE, MARATHON_GUIDE_LICENCE },
    { MARATHON_FIELD_COLLECTED, MARATHON_GUIDE_COLLECTED },
    { MARATHON_FIELD_COLLECTED_BY, MARATHON_GUIDE_COLLECTED_BY },
    { MARATHON_FIELD_EMERGENCY_NAME, MARATHON_GUIDE_EMERGENCY_NAME },
    { MARATHON_FIELD_EMERGENCY_PHONE, MARATHON_GUIDE_EMERGENCY_PHONE },
  };
  MarathonPublish publish = marathon_list_text_get_guide_publish (builder->text, athlete, guide);
  Lines *lines = builder->note_data;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const MarathonFieldInfo *field = marathon_event_get_field (builder->event, fields[i].field);

      if (!marathon_field_is_for (field, marathon_list_text_get_audience (builder->text))
          || !marathon_published_name_allows (publish, field->field))
        continue;
      g_string_truncate (lines->value, 0);
      marathon_guide_append_text (builder->event, guide, fields[i].of_guide, lines->value);
      append_value (field, lines->value, out);
    }
}

/* --- The list --- */

/* Everybody; the public need not know who applied or withdrew. Returns whether somebody is not accepted. */
static gboolean
select_all (MarathonListBuilder *builder)
{
  guint n = marathon_roster_get_size (builder->roster);
  gboolean mixed = FALSE;

  if (marathon_list_text_get_audience (builder->text) == MARATHON_AUDIENCE_PUBLIC)
    return FALSE;
  g_array_set_size (builder->positions, 0);
  for (guint32 i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_list_builder_get (builder, i);

      if (!marathon_list_builder_asks_for (builder, entrant))
        continue;
      g_array_append_val (builder->positions, i);
      mixed |= entrant->status != MARATHON_STATUS_ACCEPTED;
    }
  marathon_list_builder_count_all (builder);
  return mixed;
}

static void
set_total (MarathonListBuilder *builder)
{
  gboolean is_public = marathon_list_text_get_audience (builder->text) == MARATHON_AUDIENCE_PUBLIC;
  guint n_all = is_public ? builder->n_accepted : marathon_roster_get_size (builder->roster);
  g_autofree char *total
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u entrant", "%u of %u entrants", n_all), builder->positions->len, n_all);

  marathon_list_builder_set_total (builder, total);
}

void
marathon_list_build_entrants (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,  MARATHON_LIST_COLUMN_NAME,     MARATHON_LIST_COLUMN_SEX,  MARATHON_LIST_COLUMN_BORN,
    MARATHON_LIST_COLUMN_NATION, MARATHON_LIST_COLUMN_CLASS,  MARATHON_LIST_COLUMN_CLUB, MARATHON_LIST_COLUMN_CATEGORY,
    MARATHON_LIST_COLUMN_WAVE, MARATHON_N_LIST_COLUMNS,
  };
  static const MarathonListColumnId status[] = { MARATHON_LIST_COLUMN_STATUS, MARATHON_N_LIST_COLUMNS };
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  Lines lines = { fields, used, value };
  gboolean mixed = select_all (builder);

  choose_fields (builder, &lines);
  marathon_list_builder_add_columns (builder, columns);
  if (mixed)
    marathon_list_builder_add_columns (builder, status);
  marathon_list_builder_note_with (builder, append_line, append_guide_line, &lines);
  marathon_list_builder_add_entrants (builder, (const guint32 *) (gpointer) builder->positions->data, builder->positions->len);
  marathon_list_builder_note_with (builder, NULL, NULL, NULL);
  set_total (builder);
}
