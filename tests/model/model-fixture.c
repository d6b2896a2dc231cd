/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events from text and text from events.
 */
#include "model/model-fixture.h"

#include <string.h>

#include "base/id-source.h"
#include "model/event-private.h"
#include "model/group.h"

/* --- Reading --- */

typedef void (*CellFunc) (gpointer target, const char *name, const char *value);

static void
for_each_cell (const char *cells, CellFunc take, gpointer target)
{
  g_auto (GStrv) parts = g_strsplit (cells, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (g_strstrip (parts[i]), '=');

      if (*parts[i] == '\0')
        continue;
      if (value == NULL)
        g_error ("“%s” is not a cell such as name=value", parts[i]);
      *value++ = '\0';
      take (target, parts[i], value);
    }
}

static void
fill_draft (gpointer target, const char *name, const char *value)
{
  MarathonEntrantDraft *draft = target;
  const MarathonFieldInfo *info = marathon_event_find_field (draft->event, name);
  g_autoptr (GError) error = NULL;

  if (info == NULL)
    g_error ("There is no field “%s”", name);
  if (!marathon_entrant_draft_set_text (draft, info, value, &error))
    g_error ("%s", error->message);
}

void
model_fixture_fill (MarathonEntrantDraft *draft, const char *cells)
{
  for_each_cell (cells, fill_draft, draft);
}

MarathonEntrant
model_fixture_entrant (MarathonEvent *event, guint64 id, const char *cells)
{
  MarathonEntrantDraft draft;
  MarathonEntrant value;

  marathon_entrant_draft_init (&draft, event);
  draft.value.id = id;
  model_fixture_fill (&draft, cells);
  value = *marathon_entrant_draft_finish (&draft);
  marathon_entrant_draft_clear (&draft);
  return value;
}

typedef struct {
  MarathonEvent *event;
  MarathonGuide guide;
} GuideTarget;

static void
fill_guide (gpointer target, const char *name, const char *value)
{
  GuideTarget *guide = target;
  const MarathonGuideFieldInfo *info = marathon_guide_find_field (name);
  g_autoptr (GError) error = NULL;

  if (info == NULL)
    g_error ("There is no guide field “%s”", name);
  if (!marathon_guide_set_text (guide->event, &guide->guide, info->field, value, &error))
    g_error ("%s", error->message);
}

MarathonGuide
model_fixture_guide (MarathonEvent *event, guint64 id, const char *cells)
{
  GuideTarget target;

  memset (&target, 0, sizeof target);
  target.event = event;
  target.guide.id = id;
  for_each_cell (cells, fill_guide, &target);
  return target.guide;
}

MarathonEntrant
model_fixture_with_guides (MarathonEvent *event, const MarathonEntrant *value, const MarathonGuide *guides, guint n)
{
  MarathonEntrantDraft draft;
  MarathonEntrant changed;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, value);
  marathon_entrant_draft_set_guides (&draft, guides, n);
  changed = *marathon_entrant_draft_finish (&draft);
  marathon_entrant_draft_clear (&draft);
  return changed;
}

typedef struct {
  MarathonEvent *event;
  MarathonRecord *record;
} RecordTarget;

static void
fill_record (gpointer target, const char *name, const char *value)
{
  RecordTarget *record = target;
  int column = marathon_record_find_column (record->record, name);
  g_autoptr (GError) error = NULL;

  if (column < 0)
    g_error ("A %s has no column “%s”", G_OBJECT_TYPE_NAME (record->record), name);
  if (!marathon_record_set_text (record->record, record->event, (guint) column, value, &error))
    g_error ("%s", error->message);
}

MarathonRecord *
model_fixture_record (MarathonEvent *event, MarathonListId id, const char *key, const char *cells)
{
  RecordTarget target = { event, marathon_record_new (marathon_list_get_type_of (id), key) };

  for_each_cell (cells, fill_record, &target);
  return target.record;
}

static gboolean
add_single (MarathonEvent *event, const char *kind, const char *cells)
{
  for (guint i = 0; i < MARATHON_N_SINGLES; i++)
    if (strcmp (kind, marathon_single_get_name (i)) == 0)
      {
        RecordTarget target = { event, marathon_event_get_single (event, i) };

        for_each_cell (cells, fill_record, &target);
        return TRUE;
      }
  return FALSE;
}

static gboolean
add_record (MarathonEvent *event, const char *kind, const char *key, const char *cells)
{
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (strcmp (kind, marathon_list_get_element (id)) == 0)
      {
        g_autoptr (MarathonRecord) record = model_fixture_record (event, id, key, cells);
        guint size = marathon_record_list_get_size (marathon_event_get_list (event, id));
        g_autoptr (GError) error = NULL;

        if (!marathon_event_insert_record (event, id, size, record, &error))
          g_error ("%s %s: %s", kind, key, error->message);
        return TRUE;
      }
  return FALSE;
}

static void
add_entrant (MarathonEvent *event, MarathonPlace place, guint64 id, const char *cells)
{
  MarathonEntrant value = model_fixture_entrant (event, id, cells);
  guint32 position = marathon_roster_get_size (marathon_event_get_place (event, place));
  g_autoptr (GError) error = NULL;

  if (!marathon_event_insert_entrants (event, place, &position, &value, 1, &error))
    g_error ("entrant %" G_GINT64_MODIFIER "x: %s", id, error->message);
}

static void
add_guide (MarathonEvent *event, guint64 id, const char *cells)
{
  guint32 position = marathon_roster_get_size (marathon_event_get_roster (event)) - 1;
  MarathonGuide guide = model_fixture_guide (event, id, cells);
  MarathonEntrantDraft draft;
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (event), position));
  if (!marathon_entrant_draft_add_guide (&draft, &guide, &error)
      || !marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, &position,
                                           marathon_entrant_draft_finish (&draft), 1, &error))
    g_error ("guide %" G_GINT64_MODIFIER "x: %s", id, error->message);
  marathon_entrant_draft_clear (&draft);
}

static void
add_person (MarathonEvent *event, const char *kind, const char *key, const char *cells)
{
  guint64 id = 0;

  if (!marathon_id_parse (key, &id))
    g_error ("“%s” is not an id", key);
  if (strcmp (kind, "entrant") == 0)
    add_entrant (event, MARATHON_PLACE_ROSTER, id, cells);
  else if (strcmp (kind, "binned") == 0)
    add_entrant (event, MARATHON_PLACE_BIN, id, cells);
  else if (strcmp (kind, "guide") == 0)
    add_guide (event, id, cells);
  else
    g_error ("There is nothing called “%s”", kind);
}

static void
add_line (MarathonEvent *event, char *line)
{
  char *cells = strchr (line, '|');
  char *key;

  if (cells != NULL)
    *cells++ = '\0';
  key = strchr (g_strstrip (line), ' ');
  if (key != NULL)
    *key++ = '\0';
  if (*line == '\0' || add_single (event, line, cells != NULL ? cells : ""))
    return;
  if (key == NULL)
    g_error ("“%s” lacks a key", line);
  if (!add_record (event, line, key, cells != NULL ? cells : ""))
    add_person (event, line, key, cells != NULL ? cells : "");
}

void
model_fixture_add (MarathonEvent *event, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (event, lines[i]);
}

MarathonEvent *
model_fixture_new (const char *text)
{
  MarathonEvent *event = marathon_event_new ();

  marathon_event_set_id (event, 1);
  model_fixture_add (event, text);
  return event;
}

gboolean
model_fixture_set (MarathonEvent *event, guint position, const char *key, const char *text, GError **error)
{
  guint32 place = position;
  MarathonEntrantDraft draft;
  gboolean done;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (event), position));
  done = marathon_entrant_draft_set_text (&draft, marathon_event_find_field (event, key), text, error)
         && marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, &place,
                                             marathon_entrant_draft_finish (&draft), 1, error);
  marathon_entrant_draft_clear (&draft);
  return done;
}

char *
model_fixture_get (MarathonEvent *event, guint position, const char *key)
{
  return marathon_entrant_get_text (event, marathon_roster_get (marathon_event_get_roster (event), position),
                                    marathon_event_find_field (event, key)->field);
}

/* --- Describing --- */

static void
describe_record (MarathonRecord *record, const char *element, GString *out)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  g_string_append_printf (out, "%s %s #%u", element, marathon_record_get_key (record),
                          marathon_record_get_handle (record));
  for (guint i = 0; i < klass->n_columns; i++)
    g_string_append_printf (out, " | %s=%s", klass->columns[i].name, marathon_record_get_text (record, i));
  g_string_append_printf (out, " | %s | %s\n", marathon_record_get_unknown_attributes (record),
                          marathon_record_get_unknown_content (record));
}

static void
describe_guides (MarathonEvent *event, const MarathonDetailsView *view, GString *out)
{
  for (guint g = 0; g < view->n_guides; g++)
    {
      g_string_append (out, "  guide");
      for (MarathonGuideField field = 0; field < MARATHON_N_GUIDE_FIELDS; field++)
        {
          g_string_append_printf (out, " | %s=", marathon_guide_fields[field].key);
          marathon_guide_append_text (event, &view->guides[g], field, out);
        }
      g_string_append_printf (out, " | %s | %s | %s\n", marathon_event_text (event, view->guides[g].unknown_attributes),
                              marathon_event_text (event, view->guides[g].unknown_contact),
                              marathon_event_text (event, view->guides[g].unknown_content));
    }
}

static void
describe_entrant (MarathonEvent *event, const MarathonEntrant *entrant, GPtrArray *fields, GString *out)
{
  MarathonDetailsView view;

  g_string_append_printf (out, "entrant %x details %u", entrant->flags, entrant->details);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);

      g_string_append_printf (out, " | %s=", info->key);
      marathon_entrant_append_text (event, entrant, info, out);
    }
  g_string_append_c (out, '\n');
  marathon_details_store_get (event->details, entrant->details, &view);
  for (guint i = 0; i < view.n_values; i++)
    g_string_append_printf (out, "  %u=%s\n", view.values[i].field, marathon_event_text (event, view.values[i].text));
  describe_guides (event, &view, out);
}

void
model_fixture_check_sets (MarathonEvent *event)
{
  guint n_bibs = 0, n_guides = 0;

  for (guint p = 0; p < G_N_ELEMENTS (event->places); p++)
    for (guint i = 0; i < marathon_roster_get_size (event->places[p]); i++)
      {
        const MarathonEntrant *entrant = marathon_roster_get (event->places[p], i);
        MarathonDetailsView view;

        marathon_details_store_get (event->details, entrant->details, &view);
        for (guint g = 0; g < view.n_guides; g++, n_guides++)
          g_assert_true (marathon_key_set_contains (event->guide_ids, view.guides[g].id));
        if (p == MARATHON_PLACE_BIN)
          continue;
        if (entrant->bib != 0 && ++n_bibs > 0)
          g_assert_true (marathon_event_bib_is_used (event, entrant->bib_prefix, entrant->bib_number));
        for (guint g = 0; g < view.n_guides; g++)
          if (view.guides[g].bib != 0 && ++n_bibs > 0)
            g_assert_true (marathon_event_bib_is_used (event, view.guides[g].bib_prefix, view.guides[g].bib_number));
      }
  for (guint i = 0; i < marathon_record_list_get_size (event->lists[MARATHON_LIST_GROUPS]); i++)
    {
      MarathonGroup *group = marathon_record_list_get (event->lists[MARATHON_LIST_GROUPS], i);
      MarathonHolder holder;

      if (*group->bib == '\0')
        continue;
      g_assert_true (marathon_event_find_bib (event, group->bib, &holder));
      g_assert_cmpint (holder.kind, ==, MARATHON_HOLDER_GROUP);
      n_bibs++;
    }
  g_assert_cmpuint (marathon_key_set_get_size (event->bibs), ==, n_bibs);
  g_assert_cmpuint (marathon_key_set_get_size (event->guide_ids), ==, n_guides);
}

static void
describe_unknown (MarathonEvent *event, GString *out)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (event->unknown), (GCompareFunc) strcmp);

  for (GList *name = names; name != NULL; name = name->next)
    g_string_append_printf (out, "unknown %s: %s\n", (const char *) name->data,
                            marathon_event_get_unknown (event, name->data));
}

char *
model_fixture_describe (MarathonEvent *event)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);

  if (event->guide_ids != NULL)
    model_fixture_check_sets (event);
  g_string_append_printf (out, "event %" G_GINT64_MODIFIER "x minor %u\n", event->id, event->newer_minor);
  describe_unknown (event, out);
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    describe_record (event->singles[id], marathon_single_get_name (id), out);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    {
      g_string_append_printf (out, "%s, next #%u\n", marathon_list_get_name (id),
                              marathon_record_list_get_next_handle (event->lists[id]));
      for (guint i = 0; i < marathon_record_list_get_size (event->lists[id]); i++)
        describe_record (marathon_record_list_get (event->lists[id], i), marathon_list_get_element (id), out);
    }
  for (guint p = 0; p < G_N_ELEMENTS (event->places); p++)
    {
      g_string_append_printf (out, "place %u\n", p);
      for (guint i = 0; i < marathon_roster_get_size (event->places[p]); i++)
        describe_entrant (event, marathon_roster_get (event->places[p], i), fields, out);
    }
  return g_string_free (out, FALSE);
}
