/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the entry list: one function for a row of an entrant, one for a row of a guide.
 */
#include "formats/entries-export.h"

#include <string.h>

#include "formats/csv-writer.h"
#include "model/guide-fields.h"
#include "model/published-name.h"

/* So many bytes are handed out at once. */
#define PIECE 65536

/* Columns of guides beside those that entrants have too. */
static const struct {
  const char *key;
  MarathonGuideField field;
  MarathonAudience audience;
} guide_columns[] = {
  { "guide-role", MARATHON_GUIDE_ROLE, MARATHON_AUDIENCE_PUBLIC },
  { "guide-from", MARATHON_GUIDE_LEG_FROM, MARATHON_AUDIENCE_PUBLIC },
  { "guide-to", MARATHON_GUIDE_LEG_TO, MARATHON_AUDIENCE_PUBLIC },
  { "guide-waiver", MARATHON_GUIDE_WAIVER, MARATHON_AUDIENCE_OFFICIALS },
  { "guide-entrant", MARATHON_GUIDE_ENTRANT, MARATHON_AUDIENCE_OFFICIALS },
};

typedef struct {
  MarathonEvent *event;
  MarathonAudience audience;
  GPtrArray *fields; /* of MarathonFieldInfo: the columns */
  gboolean has_ids;  /* the audience may see them */
  MarathonCsvWriter *writer;
  GString *cell;
} Export;

static gboolean
sees (const Export *export, guint guide_column)
{
  MarathonAudience audience = guide_columns[guide_column].audience;

  return audience == MARATHON_AUDIENCE_PUBLIC || (audience <= export->audience && export->has_ids);
}

static void
append_cell (Export *export)
{
  marathon_csv_writer_append_cell (export->writer, export->cell->str, (gssize) export->cell->len);
  g_string_truncate (export->cell, 0);
}

static void
append_blank_guide_cells (Export *export)
{
  marathon_csv_writer_append_cell (export->writer, "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (guide_columns); i++)
    if (sees (export, i))
      marathon_csv_writer_append_cell (export->writer, "", 0);
}

static void
write_head (Export *export)
{
  for (guint i = 0; i < export->fields->len; i++)
    marathon_csv_writer_append_cell (export->writer,
                                     ((const MarathonFieldInfo *) g_ptr_array_index (export->fields, i))->key, -1);
  marathon_csv_writer_append_cell (export->writer, "guide-of", -1);
  for (guint i = 0; i < G_N_ELEMENTS (guide_columns); i++)
    if (sees (export, i))
      marathon_csv_writer_append_cell (export->writer, guide_columns[i].key, -1);
  marathon_csv_writer_row_end (export->writer);
}

/* --- Entrants --- */

static void
append_field (Export *export, const MarathonEntrant *entrant, const MarathonFieldInfo *info, MarathonPublish rule)
{
  if (!marathon_published_name_allows (rule, info->field))
    return;
  if (info->field == MARATHON_FIELD_FAMILY)
    marathon_published_name_append (rule, marathon_event_text (export->event, entrant->family), export->cell);
  else if (info->field == MARATHON_FIELD_GIVEN)
    marathon_published_name_append (rule, marathon_event_text (export->event, entrant->given), export->cell);
  else
    marathon_entrant_append_text (export->event, entrant, info, export->cell);
  /* In a file, unlike in the event, the ordinary word is written too: "accepted" undoes a "withdrawn". */
  if (export->cell->len == 0 && info->vocabulary != NULL)
    g_string_append (export->cell, info->vocabulary[0].word);
}

static void
write_entrant (Export *export, const MarathonEntrant *entrant, MarathonPublish rule)
{
  for (guint i = 0; i < export->fields->len; i++)
    {
      append_field (export, entrant, g_ptr_array_index (export->fields, i), rule);
      append_cell (export);
    }
  append_blank_guide_cells (export);
  marathon_csv_writer_row_end (export->writer);
}

/* --- Guides --- */

static void
append_guide_field (Export *export, const MarathonGuide *guide, const MarathonFieldInfo *info, MarathonPublish rule)
{
  const MarathonGuideFieldInfo *field = info->field < MARATHON_N_FIELDS ? marathon_guide_find_field (info->key) : NULL;

  if (field == NULL || !marathon_published_name_allows (rule, info->field))
    return;
  if (field->field == MARATHON_GUIDE_FAMILY)
    marathon_published_name_append (rule, marathon_event_text (export->event, guide->family), export->cell);
  else if (field->field == MARATHON_GUIDE_GIVEN)
    marathon_published_name_append (rule, marathon_event_text (export->event, guide->given), export->cell);
  else
    marathon_guide_append_text (export->event, guide, field->field, export->cell);
}

static void
write_guide (Export *export, const MarathonEntrant *athlete, const MarathonGuide *guide)
{
  MarathonPublish rule = marathon_published_name_get_guide_rule (export->event, athlete, guide, export->audience);
  const MarathonFieldInfo *reference
    = marathon_event_get_field (export->event, export->has_ids ? MARATHON_FIELD_ID : MARATHON_FIELD_BIB);

  for (guint i = 0; i < export->fields->len; i++)
    {
      append_guide_field (export, guide, g_ptr_array_index (export->fields, i), rule);
      append_cell (export);
    }
  marathon_entrant_append_text (export->event, athlete, reference, export->cell);
  append_cell (export);
  for (guint i = 0; i < G_N_ELEMENTS (guide_columns); i++)
    if (sees (export, i))
      {
        if (guide_columns[i].field == MARATHON_GUIDE_ROLE)
          g_string_append (export->cell, marathon_guide_role_words[guide->role].word);
        else
          marathon_guide_append_text (export->event, guide, guide_columns[i].field, export->cell);
        append_cell (export);
      }
  marathon_csv_writer_row_end (export->writer);
}

static void
write_person (Export *export, const MarathonEntrant *entrant)
{
  MarathonPublish rule = marathon_published_name_get_rule (export->event, entrant, export->audience);
  MarathonDetailsView view;

  write_entrant (export, entrant, rule);
  if (entrant->details == 0 || rule == MARATHON_PUBLISH_WITHHELD || (!export->has_ids && entrant->bib == 0))
    return;
  marathon_details_store_get (marathon_event_get_details (export->event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    write_guide (export, entrant, &view.guides[i]);
}

/* --- The file --- */

static GPtrArray *
list_columns (MarathonEvent *event, MarathonAudience audience)
{
  g_autoptr (GPtrArray) all = marathon_event_list_fields (event);
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (marathon_field_is_for (g_ptr_array_index (all, i), audience))
      g_ptr_array_add (columns, g_ptr_array_index (all, i));
  return columns;
}

static gboolean
flush (GString *out, gsize limit, MarathonExportFunc write, gpointer user_data, GError **error)
{
  gboolean good;

  if (out->len <= limit)
    return TRUE;
  good = write (out->str, out->len, user_data, error);
  g_string_truncate (out, 0);
  return good;
}

gboolean
marathon_entries_export (MarathonEvent                *event,
                         const MarathonExportOptions  *options,
                         MarathonExportFunc            write,
                         gpointer                      user_data,
                         GError                      **error)
{
  static const MarathonExportOptions ordinary = { MARATHON_AUDIENCE_PUBLIC, FALSE, 0, FALSE };
  g_autoptr (GString) out = g_string_sized_new (PIECE * 2), cell = g_string_new (NULL);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (MarathonCsvWriter) writer = NULL;
  MarathonCsvWriterOptions form;
  MarathonRoster *roster;
  Export export;

  g_return_val_if_fail (event != NULL && write != NULL, FALSE);

  options = options != NULL ? options : &ordinary;
  form = (MarathonCsvWriterOptions) { .delimiter = options->delimiter, .bom = options->bom, .raw = options->raw };
  fields = list_columns (event, options->audience);
  writer = marathon_csv_writer_new (out, &form);
  export = (Export) { event, options->audience, fields, FALSE, writer, cell };
  export.has_ids = marathon_field_is_for (marathon_event_get_field (event, MARATHON_FIELD_ID), options->audience);
  write_head (&export);
  roster = marathon_event_get_roster (event);
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      /* The public need not know who applied or withdrew. */
      if (options->audience == MARATHON_AUDIENCE_PUBLIC && entrant->status != MARATHON_STATUS_ACCEPTED)
        continue;
      write_person (&export, entrant);
      if (!flush (out, PIECE, write, user_data, error))
        return FALSE;
    }
  return flush (out, 0, write, user_data, error);
}

static gboolean
append_piece (const char *text, gsize length, gpointer user_data, GError **error)
{
  g_string_append_len (user_data, text, (gssize) length);
  return TRUE;
}

GString *
marathon_entries_export_to_string (MarathonEvent *event, const MarathonExportOptions *options)
{
  GString *out = g_string_new (NULL);

  marathon_entries_export (event, options, append_piece, out, NULL);
  return out;
}
