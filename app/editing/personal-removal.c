/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making an event without personal data: its records first, then its entrants.
 */
#include "editing/personal-removal.h"

#include <glib/gi18n-lib.h>

#include "base/bib.h"
#include "editing/personal-values.h"
#include "model/decision.h"
#include "model/entrant-draft.h"

/* A field that stays. */
typedef struct {
  const MarathonFieldInfo *from;
  const MarathonFieldInfo *to;
  gboolean is_coarse;
} Field;

typedef struct {
  MarathonEvent *from;
  MarathonEvent *to;
  MarathonPersonalDepth depth;
  MarathonIdSource *ids;
  MarathonDate race_day;
  GHashTable *group_keys; /* old to new */
  GArray *fields;         /* of Field */
  guint64 *new_ids;       /* by position in the old roster */
  guint32 *order;         /* old positions in the new order; NULL: as they are */
  MarathonEntrantDraft draft;
  GString *text;
} Removal;

static gboolean
is_coarse (const Removal *removal, MarathonPersonalKind kind)
{
  return kind == MARATHON_PERSONAL_COARSE && removal->depth == MARATHON_PERSONAL_ALL;
}

static gboolean
is_removed (const Removal *removal, MarathonPersonalKind kind)
{
  return marathon_personal_is_removed (kind, removal->depth);
}

/* Where the entrant with that id will be found; 0: nowhere, since only deleted ones had it. */
static guint64
find_new_id (Removal *removal, guint64 id)
{
  guint position;

  return id != 0 && marathon_roster_find (marathon_event_get_roster (removal->from), id, &position)
             ? removal->new_ids[position]
             : 0;
}

/* --- Records --- */

static gboolean
copy_columns (Removal *removal, MarathonRecord *from, MarathonRecord *to,
              MarathonPersonalKind (*get_kind) (int which, const char *column), int which, GError **error)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (from);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const MarathonColumn *column = &klass->columns[i];
      MarathonPersonalKind kind = get_kind (which, column->name);

      if (is_removed (removal, kind))
        continue;
      g_string_assign (removal->text, marathon_record_get_text (from, i));
      if (column->type == MARATHON_COLUMN_ENTRANT)
        marathon_personal_write_id (find_new_id (removal, G_STRUCT_MEMBER (guint64, from, column->offset)),
                                    removal->text);
      else if (is_coarse (removal, kind) && column->type == MARATHON_COLUMN_BIB)
        marathon_personal_coarsen_bib (removal->text);
      else if (is_coarse (removal, kind)) /* the name of a group, which must have one */
        g_string_printf (removal->text, _ ("Group %u"),
                         marathon_record_list_get_size (marathon_event_get_list (removal->to, MARATHON_LIST_GROUPS))
                             + 1);
      if (!marathon_record_set_text (to, removal->to, i, removal->text->str, error))
        return FALSE;
    }
  return TRUE;
}

static MarathonPersonalKind
get_column_kind (int list, const char *column)
{
  return marathon_personal_get_column_kind ((MarathonListId) list, column);
}

static MarathonPersonalKind
get_single_kind (int single, const char *column)
{
  return marathon_personal_get_single_kind ((MarathonSingleId) single, column);
}

/* Whether nothing is to be known of the record any more. */
static gboolean
goes_wholly (Removal *removal, MarathonListId list, gpointer record)
{
  const MarathonDecision *decision = record;

  if (list != MARATHON_LIST_DECISIONS)
    return FALSE;
  return removal->depth == MARATHON_PERSONAL_ALL || find_new_id (removal, decision->first) == 0
         || find_new_id (removal, decision->second) == 0;
}

static char *
make_key (Removal *removal, MarathonListId list, MarathonRecord *record)
{
  if (removal->depth != MARATHON_PERSONAL_ALL || !marathon_personal_list_has_named_keys (list))
    return g_strdup (marathon_record_get_key (record));
  return g_strdup_printf ("%s-%u", marathon_list_get_element (list),
                          marathon_record_list_get_size (marathon_event_get_list (removal->to, list)) + 1);
}

static gboolean
copy_record (Removal *removal, MarathonListId list, MarathonRecord *record, GError **error)
{
  g_autofree char *key = make_key (removal, list, record);
  g_autoptr (MarathonRecord) copy = marathon_record_new (G_OBJECT_TYPE (record), key);

  if (!copy_columns (removal, record, copy, get_column_kind, (int) list, error)
      || !marathon_event_insert_record (
          removal->to, list, marathon_record_list_get_size (marathon_event_get_list (removal->to, list)), copy, error))
    return FALSE;
  if (list == MARATHON_LIST_GROUPS)
    g_hash_table_insert (removal->group_keys, g_strdup (marathon_record_get_key (record)), g_steal_pointer (&key));
  return TRUE;
}

static gboolean
copy_records (Removal *removal, GError **error)
{
  for (MarathonSingleId single = 0; single < MARATHON_N_SINGLES; single++)
    if (!copy_columns (removal, marathon_event_get_single (removal->from, single),
                       marathon_event_get_single (removal->to, single), get_single_kind, (int) single, error))
      return FALSE;
  for (MarathonListId list = 0; list < MARATHON_N_LISTS; list++)
    {
      MarathonRecordList *records = marathon_event_get_list (removal->from, list);

      for (guint i = 0; i < marathon_record_list_get_size (records); i++)
        {
          MarathonRecord *record = marathon_record_list_get (records, i);

          if (!goes_wholly (removal, list, record) && !copy_record (removal, list, record, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- Entrants --- */

static void
choose_fields (Removal *removal)
{
  g_autoptr (GPtrArray) infos = marathon_event_list_fields (removal->from);

  removal->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  for (guint i = 0; i < infos->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (infos, i);
      MarathonPersonalKind kind = marathon_personal_get_field_kind (removal->from, info->field);
      Field field = { info, marathon_event_find_field (removal->to, info->key), is_coarse (removal, kind) };

      if (info->field != MARATHON_FIELD_ID && !is_removed (removal, kind))
        g_array_append_val (removal->fields, field);
    }
}

static void
coarsen_field (Removal *removal, const MarathonEntrant *entrant, const MarathonFieldInfo *info)
{
  switch (info->field)
    {
    case MARATHON_FIELD_BIB:
      marathon_personal_coarsen_bib (removal->text);
      break;
    case MARATHON_FIELD_BORN:
      marathon_personal_write_date (marathon_personal_coarsen_birth (entrant->birth, removal->race_day), removal->text);
      break;
    case MARATHON_FIELD_NATION:
      if (entrant->nation_code == 0)
        g_string_truncate (removal->text, 0);
      break;
    case MARATHON_FIELD_COLLECTED:
      marathon_personal_coarsen_instant (removal->text);
      break;
    case MARATHON_FIELD_CATEGORY_REASON:
    case MARATHON_FIELD_WAVE_REASON:
      marathon_personal_coarsen_reason (removal->text, removal->from, removal->group_keys);
      break;
    default:
      marathon_personal_coarsen_choice (removal->text, removal->from, info);
      break;
    }
}

static gboolean
copy_fields (Removal *removal, const MarathonEntrant *entrant, GError **error)
{
  for (guint i = 0; i < removal->fields->len; i++)
    {
      const Field *field = &g_array_index (removal->fields, Field, i);

      g_string_truncate (removal->text, 0);
      marathon_entrant_append_text (removal->from, entrant, field->from, removal->text);
      if (removal->text->len == 0)
        continue;
      if (field->is_coarse)
        coarsen_field (removal, entrant, field->from);
      else if (field->from->field == MARATHON_FIELD_GROUP)
        g_string_assign (removal->text, g_hash_table_lookup (removal->group_keys, removal->text->str));
      if (removal->text->len > 0
          && !marathon_entrant_draft_set_text (&removal->draft, field->to, removal->text->str, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Guides --- */

static void
coarsen_guide_field (Removal *removal, const MarathonGuide *guide, MarathonGuideField field)
{
  switch (field)
    {
    case MARATHON_GUIDE_ID:
      marathon_personal_write_id (marathon_id_source_next (removal->ids), removal->text);
      break;
    case MARATHON_GUIDE_BORN:
      marathon_personal_write_date (marathon_personal_coarsen_birth (guide->birth, removal->race_day), removal->text);
      break;
    case MARATHON_GUIDE_NATION:
      if (guide->nation_code == 0)
        g_string_truncate (removal->text, 0);
      break;
    case MARATHON_GUIDE_BIB:
      marathon_personal_coarsen_bib (removal->text);
      break;
    case MARATHON_GUIDE_COLLECTED:
      marathon_personal_coarsen_instant (removal->text);
      break;
    default:
      break;
    }
}

static gboolean
copy_guide (Removal *removal, const MarathonGuide *guide, GError **error)
{
  MarathonGuide copy = { 0 };

  for (MarathonGuideField field = 0; field < MARATHON_N_GUIDE_FIELDS; field++)
    {
      MarathonPersonalKind kind = marathon_personal_get_guide_kind (field);

      g_string_truncate (removal->text, 0);
      if (!is_removed (removal, kind))
        marathon_guide_append_text (removal->from, guide, field, removal->text);
      if (field == MARATHON_GUIDE_ENTRANT)
        marathon_personal_write_id (find_new_id (removal, guide->entrant), removal->text);
      else if (is_coarse (removal, kind) && removal->text->len > 0)
        coarsen_guide_field (removal, guide, field);
      if (removal->text->len > 0 && !marathon_guide_set_text (removal->to, &copy, field, removal->text->str, error))
        return FALSE;
    }
  return marathon_entrant_draft_add_guide (&removal->draft, &copy, error);
}

static gboolean
copy_guides (Removal *removal, const MarathonEntrant *entrant, GError **error)
{
  MarathonDetailsView view;

  if (entrant->details == 0)
    return TRUE;
  marathon_details_store_get (marathon_event_get_details (removal->from), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    if (!copy_guide (removal, &view.guides[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
copy_entrant (Removal *removal, guint position, GError **error)
{
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (removal->from), position);

  marathon_entrant_draft_start (&removal->draft, NULL);
  removal->draft.value.id = removal->new_ids[position];
  return copy_fields (removal, entrant, error) && copy_guides (removal, entrant, error)
         && marathon_event_append_entrant (removal->to, MARATHON_PLACE_ROSTER,
                                           marathon_entrant_draft_finish (&removal->draft), error);
}

static gboolean
copy_entrants (Removal *removal, MarathonProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
               GError **error)
{
  guint n = marathon_roster_get_size (marathon_event_get_roster (removal->from));

  for (guint i = 0; i < n; i++)
    {
      if (i % MARATHON_ROSTER_BLOCK == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (i, n, progress_data);
        }
      if (!copy_entrant (removal, removal->order != NULL ? removal->order[i] : i, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Ids and order --- */

static void
choose_ids (Removal *removal)
{
  MarathonRoster *roster = marathon_event_get_roster (removal->from);
  guint n = marathon_roster_get_size (roster);

  removal->new_ids = g_new (guint64, n);
  for (guint i = 0; i < n; i++)
    removal->new_ids[i] = removal->depth == MARATHON_PERSONAL_ALL ? marathon_id_source_next (removal->ids)
                                                                  : marathon_roster_get (roster, i)->id;
}

/* A bib that is a name is none: the order would tell the name's letter. */
static gboolean
has_number (Removal *removal, const MarathonEntrant *entrant)
{
  return entrant->bib != 0 && !marathon_personal_bib_is_name (marathon_event_text (removal->from, entrant->bib));
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer data)
{
  Removal *removal = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  MarathonRoster *roster = marathon_event_get_roster (removal->from);
  const MarathonEntrant *first = marathon_roster_get (roster, left), *second = marathon_roster_get (roster, right);
  gboolean is_first_numbered = has_number (removal, first), is_second_numbered = has_number (removal, second);

  if (is_first_numbered != is_second_numbered)
    return is_first_numbered ? -1 : 1;
  if (is_first_numbered)
    return marathon_bib_compare (marathon_event_text (removal->from, first->bib_prefix), first->bib_number,
                                 marathon_event_text (removal->from, second->bib_prefix), second->bib_number);
  return removal->new_ids[left] < removal->new_ids[right] ? -1 : removal->new_ids[left] > removal->new_ids[right];
}

static void
choose_order (Removal *removal)
{
  guint n = marathon_roster_get_size (marathon_event_get_roster (removal->from));

  if (removal->depth != MARATHON_PERSONAL_ALL)
    return;
  removal->order = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    removal->order[i] = i;
  g_qsort_with_data (removal->order, (gint) n, sizeof *removal->order, compare_positions, removal);
}

MarathonEvent *
marathon_personal_remove (MarathonEvent *event, MarathonPersonalDepth depth, MarathonIdSource *ids,
                          MarathonProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (MarathonEvent) bare = marathon_event_new ();
  Removal removal = {
    .from = event,
    .to = bare,
    .depth = depth,
    .ids = ids,
    .race_day = marathon_event_get_info (event)->date,
    .group_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .text = g_string_new (NULL),
  };
  gboolean good;

  marathon_event_set_id (bare, marathon_event_get_id (event));
  marathon_entrant_draft_init (&removal.draft, bare);
  choose_ids (&removal);
  good = copy_records (&removal, error);
  if (good)
    {
      choose_fields (&removal);
      choose_order (&removal);
      good = copy_entrants (&removal, progress, progress_data, cancellable, error);
    }

  marathon_entrant_draft_clear (&removal.draft);
  g_clear_pointer (&removal.fields, g_array_unref);
  g_hash_table_unref (removal.group_keys);
  g_string_free (removal.text, TRUE);
  g_free (removal.new_ids);
  g_free (removal.order);
  return good ? g_steal_pointer (&bare) : NULL;
}
