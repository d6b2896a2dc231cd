/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All entrants in the order of the roster, with every field that the audience may see and anybody has, as written in the project file.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "formats/published-name.h"
#include "model/entrant-storage.h"
#include "model/guide-fields.h"

/* Two columns are kept for the guides' rows. */
#define MAX_FIELDS (MARATHON_REPORT_MAX_COLUMNS - 2)

typedef struct {
  MarathonListBuilder *builder;
  const MarathonFieldInfo *fields[MAX_FIELDS];
  const MarathonGuideFieldInfo *guide_fields[MAX_FIELDS]; /* of the same key; NULL where guides have none */
  guint n_fields;
  guint n_fields_left_out;
  gboolean has_guides;
  GHashTable *used; /* fields that are details and anybody has */
} Table;

/* --- Cells --- */

static gboolean
is_name (const MarathonFieldInfo *field)
{
  return field->field == MARATHON_FIELD_FAMILY || field->field == MARATHON_FIELD_GIVEN;
}

/* The family name stands for the whole where that is withheld. */
static void
append_name (const MarathonFieldInfo *field, MarathonPublish publish, const char *name, GString *out)
{
  if (publish != MARATHON_PUBLISH_WITHHELD)
    marathon_published_name_append (publish, name, out);
  else if (field->field == MARATHON_FIELD_FAMILY)
    g_string_append (out, _ ("Name withheld"));
}

static void
append_cell (Table *table, const MarathonEntrant *entrant, MarathonPublish publish, const MarathonFieldInfo *field, GString *out)
{
  MarathonListBuilder *builder = table->builder;
  MarathonText name = field->field == MARATHON_FIELD_FAMILY ? entrant->family : entrant->given;

  if (!marathon_published_name_allows (publish, field->field))
    return;
  if (is_name (field))
    append_name (field, publish, marathon_event_text (builder->event, name), out);
  else if (field->field == MARATHON_FIELD_CLASS)
    marathon_list_text_append_class (builder->text, entrant, out);
  else
    marathon_entrant_append_text (builder->event, entrant, field, out);
}

/* --- Which fields --- */

static void
look_at_details (Table *table, const MarathonEntrant *entrant)
{
  MarathonPublish publish = marathon_list_text_get_publish (table->builder->text, entrant);
  MarathonDetailsView view;

  if (entrant->details == 0)
    return;
  marathon_details_store_get (marathon_event_get_details (table->builder->event), entrant->details, &view);
  for (guint i = 0; i < view.n_values; i++)
    if (marathon_published_name_allows (publish, view.values[i].field))
      g_hash_table_add (table->used, GUINT_TO_POINTER (view.values[i].field));
  table->has_guides |= view.n_guides > 0;
}

static gboolean
is_used (Table *table, const MarathonFieldInfo *field)
{
  MarathonListBuilder *builder = table->builder;
  GString *text = builder->scratch;

  if (marathon_field_get_store (field) == MARATHON_STORE_DETAIL)
    return g_hash_table_contains (table->used, GUINT_TO_POINTER (field->field));
  for (guint i = 0; i < builder->positions->len; i++)
    {
      const MarathonEntrant *entrant = marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i));

      g_string_truncate (text, 0);
      append_cell (table, entrant, marathon_list_text_get_publish (builder->text, entrant), field, text);
      if (text->len > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_for (Table *table, const MarathonFieldInfo *field)
{
  MarathonAudience audience = marathon_list_text_get_audience (table->builder->text);

  return marathon_field_is_for (field, audience) || (field->field == MARATHON_FIELD_CLASS && audience == MARATHON_AUDIENCE_PUBLIC);
}

static void
add_report_column (Table *table, const char *key, const char *label, MarathonFieldType type)
{
  gboolean is_text = type == MARATHON_FIELD_TYPE_TEXT || type == MARATHON_FIELD_TYPE_LINES || type == MARATHON_FIELD_TYPE_WORDS;
  gboolean is_number = type == MARATHON_FIELD_TYPE_TIME || type == MARATHON_FIELD_TYPE_UINT || type == MARATHON_FIELD_TYPE_BIB;
  MarathonReportColumn column = {
    .key = key,
    .heading = label,
    .alignment = is_number ? MARATHON_REPORT_ALIGN_END : MARATHON_REPORT_ALIGN_START,
    .width = is_text ? MARATHON_REPORT_WIDTH_FLEXIBLE : MARATHON_REPORT_WIDTH_NATURAL,
    .width_value = is_text ? 1 : 0,
    .bold = type == MARATHON_FIELD_TYPE_BIB,
    .wraps = is_text,
  };

  marathon_report_add_column (table->builder->report, &column);
}

static void
choose_fields (Table *table)
{
  MarathonEvent *event = table->builder->event;
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *field = fields->pdata[i];
      gboolean always = field->field == MARATHON_FIELD_BIB || field->field == MARATHON_FIELD_FAMILY || field->field == MARATHON_FIELD_GIVEN;

      if (!is_for (table, field) || (!always && !is_used (table, field)))
        continue;
      if (table->n_fields == MAX_FIELDS)
        {
          table->n_fields_left_out++;
          continue;
        }
      table->guide_fields[table->n_fields] = marathon_guide_find_field (field->key);
      table->fields[table->n_fields++] = field;
      add_report_column (table, field->key, field->field < MARATHON_N_FIELDS ? _ (field->label) : field->label, field->type);
    }
  if (!table->has_guides)
    return;
  add_report_column (table, "guide-of", _ ("Guide of"), MARATHON_FIELD_TYPE_ID);
  add_report_column (table, "guide-role", _ ("Guide’s role"), MARATHON_FIELD_TYPE_ENUM);
}

/* --- Rows --- */

static void
add_scratch (Table *table)
{
  GString *scratch = table->builder->scratch;

  marathon_report_add_cell_length (table->builder->report, scratch->str, scratch->len);
  g_string_truncate (scratch, 0);
}

/* The athlete's bib, or where there is none the id, unless that is not for the audience. */
static void
append_athlete (Table *table, const MarathonEntrant *athlete, GString *out)
{
  MarathonEvent *event = table->builder->event;
  const MarathonFieldInfo *id = marathon_event_get_field (event, MARATHON_FIELD_ID);

  if (athlete->bib != 0)
    g_string_append (out, marathon_event_text (event, athlete->bib));
  else if (is_for (table, id))
    marathon_entrant_append_text (event, athlete, id, out);
}

static void
append_guide_cell (Table *table, const MarathonEntrant *athlete, const MarathonGuide *guide, guint column, GString *out)
{
  MarathonListBuilder *builder = table->builder;
  MarathonPublish publish = marathon_list_text_get_guide_publish (builder->text, athlete, guide);
  const MarathonFieldInfo *field = table->fields[column];
  MarathonText name = field->field == MARATHON_FIELD_FAMILY ? guide->family : guide->given;

  if (table->guide_fields[column] == NULL || !marathon_published_name_allows (publish, field->field))
    return;
  if (is_name (field))
    append_name (field, publish, marathon_event_text (builder->event, name), out);
  else
    marathon_guide_append_text (builder->event, guide, table->guide_fields[column]->field, out);
}

static void
add_guide (Table *table, const MarathonEntrant *athlete, const MarathonGuide *guide)
{
  MarathonListBuilder *builder = table->builder;

  marathon_report_begin_row (builder->report, MARATHON_REPORT_ROW_GUIDE);
  for (guint i = 0; i < table->n_fields; i++)
    {
      append_guide_cell (table, athlete, guide, i, builder->scratch);
      add_scratch (table);
    }
  append_athlete (table, athlete, builder->scratch);
  add_scratch (table);
  marathon_report_add_cell (builder->report, marathon_guide_role_words[guide->role].word);
}

static void
add_entrant (Table *table, const MarathonEntrant *entrant)
{
  MarathonListBuilder *builder = table->builder;
  MarathonPublish publish = marathon_list_text_get_publish (builder->text, entrant);
  MarathonDetailsView view = { 0 };

  g_string_truncate (builder->scratch, 0);
  marathon_report_begin_row (builder->report, MARATHON_REPORT_ROW_ENTRANT);
  for (guint i = 0; i < table->n_fields; i++)
    {
      append_cell (table, entrant, publish, table->fields[i], builder->scratch);
      add_scratch (table);
    }
  if (entrant->details != 0)
    marathon_details_store_get (marathon_event_get_details (builder->event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    add_guide (table, entrant, &view.guides[i]);
}

/* Everybody; the public need not know who applied or withdrew. */
static void
select_all (MarathonListBuilder *builder)
{
  guint n = marathon_roster_get_size (builder->roster);

  if (marathon_list_text_get_audience (builder->text) == MARATHON_AUDIENCE_PUBLIC)
    return;
  g_array_set_size (builder->positions, 0);
  for (guint32 i = 0; i < n; i++)
    if (marathon_list_builder_asks_for (builder, marathon_list_builder_get (builder, i)))
      g_array_append_val (builder->positions, i);
  marathon_list_builder_count_all (builder);
}

static void
set_total (Table *table)
{
  MarathonListBuilder *builder = table->builder;
  gboolean is_public = marathon_list_text_get_audience (builder->text) == MARATHON_AUDIENCE_PUBLIC;
  guint n_all = is_public ? builder->n_accepted : marathon_roster_get_size (builder->roster);
  g_autofree char *total
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u entrant", "%u of %u entrants", n_all), builder->positions->len, n_all);

  marathon_list_builder_set_total (builder, total);
  marathon_list_builder_left_out (builder, table->n_fields_left_out,
                                  g_dngettext (GETTEXT_PACKAGE, "%u column left out: a page has no room for it",
                                               "%u columns left out: a page has no room for them", table->n_fields_left_out),
                                  table->n_fields_left_out);
}

void
marathon_list_build_entrants (MarathonListBuilder *builder)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  Table table = { .builder = builder, .used = used };

  select_all (builder);
  for (guint i = 0; i < builder->positions->len; i++)
    look_at_details (&table, marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i)));
  choose_fields (&table);
  for (guint i = 0; i < builder->positions->len; i++)
    add_entrant (&table, marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, i)));
  set_total (&table);
}
