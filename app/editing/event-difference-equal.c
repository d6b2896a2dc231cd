/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSameness: comparing entrants of two events, which name their texts and records by numbers of their own,
 * without making text of them.
 *
 * The numbers of the one are put into a copy of the other where they mean the same; what is left is a comparison of
 * words.
 */
#include "editing/event-difference-private.h"

#include <string.h>

#include "editing/edit-private.h"

static const MarathonListId named_lists[] = {
  MARATHON_LIST_CATEGORIES, MARATHON_LIST_WAVES,         MARATHON_LIST_BIB_BLOCKS,
  MARATHON_LIST_GROUPS,     MARATHON_LIST_CUSTOM_FIELDS,
};

/* --- Making --- */

static gboolean
is_text (const MarathonFieldRow *row)
{
  if (row->store != MARATHON_STORE_MEMBER)
    return FALSE;
  switch (row->info.type)
    {
    case MARATHON_FIELD_TYPE_TEXT:
    case MARATHON_FIELD_TYPE_LINES:
    case MARATHON_FIELD_TYPE_WORDS:
    case MARATHON_FIELD_TYPE_BIB:
    case MARATHON_FIELD_TYPE_NATION:
    case MARATHON_FIELD_TYPE_NUMBER:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
list_texts (MarathonSameness *sameness)
{
  const goffset prefix = G_STRUCT_OFFSET (MarathonEntrant, bib_prefix);

  sameness->texts = g_array_new (FALSE, FALSE, sizeof (goffset));
  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    if (is_text (&marathon_field_rows[i]))
      g_array_append_val (sameness->texts, marathon_field_rows[i].offset);
  g_array_append_val (sameness->texts, prefix);
}

static GArray *
match_handles (MarathonRecordList *from, MarathonRecordList *to, GPtrArray *dropped)
{
  guint n = marathon_record_list_get_next_handle (from);
  GArray *handles = g_array_sized_new (FALSE, TRUE, sizeof (guint32), n);

  g_array_set_size (handles, n);
  for (guint i = 0; i < marathon_record_list_get_size (from); i++)
    {
      MarathonRecord *record = marathon_record_list_get (from, i);
      MarathonRecord *other = marathon_record_list_find (to, marathon_record_get_key (record));

      if (other != NULL && !g_ptr_array_find (dropped, record, NULL))
        g_array_index (handles, guint32, marathon_record_get_handle (record)) = marathon_record_get_handle (other);
    }
  return handles;
}

static gboolean
are_same_handles (MarathonEvent *event, GArray *handles)
{
  MarathonRecordList *customs = marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS);

  for (guint i = 0; i < marathon_record_list_get_size (customs); i++)
    {
      guint32 handle = marathon_record_get_handle (marathon_record_list_get (customs, i));

      if (g_array_index (handles, guint32, handle) != handle)
        return FALSE;
    }
  return TRUE;
}

void
marathon_sameness_init (MarathonSameness *sameness, MarathonEvent *from, MarathonEvent *to, GPtrArray *dropped)
{
  *sameness = (MarathonSameness) { .from = from, .to = to };
  list_texts (sameness);
  for (guint i = 0; i < G_N_ELEMENTS (named_lists); i++)
    sameness->handles[named_lists[i]] = match_handles (marathon_event_get_list (from, named_lists[i]),
                                                       marathon_event_get_list (to, named_lists[i]), dropped);
  sameness->customs_same = are_same_handles (from, sameness->handles[MARATHON_LIST_CUSTOM_FIELDS]);
}

void
marathon_sameness_clear (MarathonSameness *sameness)
{
  g_array_unref (sameness->texts);
  for (guint i = 0; i < G_N_ELEMENTS (named_lists); i++)
    g_array_unref (sameness->handles[named_lists[i]]);
}

/* --- Texts and handles --- */

static gboolean
is_same_text (const MarathonSameness *sameness, MarathonText a, MarathonText b)
{
  MarathonTextPool *from = marathon_event_get_pool (sameness->from), *to = marathon_event_get_pool (sameness->to);

  if (a == 0 || b == 0 || from == to)
    return a == b;
  return strcmp (marathon_text_pool_get (from, a), marathon_text_pool_get (to, b)) == 0;
}

/* What stands for @a in an entrant of "to": @b where it means the same, else something other than @b. */
static MarathonText
map_text (const MarathonSameness *sameness, MarathonText a, MarathonText b)
{
  return is_same_text (sameness, a, b) ? b : ~b;
}

static guint32
map_handle (const MarathonSameness *sameness, MarathonListId list, guint32 handle)
{
  return handle == 0 ? 0 : g_array_index (sameness->handles[list], guint32, handle);
}

static guint16
map_small_handle (const MarathonSameness *sameness, MarathonListId list, guint16 a, guint16 b)
{
  guint32 mapped = map_handle (sameness, list, a);

  /* A record that goes has no number to be mapped to, and is not "none". */
  return a != 0 && mapped == 0 ? (guint16)~b : (guint16) mapped;
}

/* --- Details --- */

static gboolean
is_same_value (const MarathonSameness *sameness, const MarathonDetail *value, const MarathonEntrant *b,
               const MarathonDetail *guess)
{
  guint field = value->field;
  MarathonText other;

  if (field > MARATHON_FIELD_CUSTOM)
    {
      guint32 handle = map_handle (sameness, MARATHON_LIST_CUSTOM_FIELDS, field - MARATHON_FIELD_CUSTOM);

      if (handle == 0)
        return FALSE;
      field = MARATHON_FIELD_CUSTOM + handle;
    }
  other = guess->field == field
              ? guess->text
              : marathon_details_store_get_value (marathon_event_get_details (sameness->to), b->details, field);
  return is_same_text (sameness, value->text, other);
}

static gboolean
is_same_guide (const MarathonSameness *sameness, const MarathonGuide *a, const MarathonGuide *b)
{
  static const goffset texts[] = {
    G_STRUCT_OFFSET (MarathonGuide, family),
    G_STRUCT_OFFSET (MarathonGuide, given),
    G_STRUCT_OFFSET (MarathonGuide, nation),
    G_STRUCT_OFFSET (MarathonGuide, licence),
    G_STRUCT_OFFSET (MarathonGuide, emergency_name),
    G_STRUCT_OFFSET (MarathonGuide, emergency_phone),
    G_STRUCT_OFFSET (MarathonGuide, bib),
    G_STRUCT_OFFSET (MarathonGuide, bib_prefix),
    G_STRUCT_OFFSET (MarathonGuide, collected_by),
    G_STRUCT_OFFSET (MarathonGuide, unknown_attributes),
    G_STRUCT_OFFSET (MarathonGuide, unknown_contact),
    G_STRUCT_OFFSET (MarathonGuide, unknown_content),
  };
  MarathonGuide mapped = *a;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MarathonText *text = &G_STRUCT_MEMBER (MarathonText, &mapped, texts[i]);

      *text = map_text (sameness, *text, G_STRUCT_MEMBER (MarathonText, b, texts[i]));
    }
  return memcmp (&mapped, b, sizeof mapped) == 0;
}

static gboolean
are_same_guides (const MarathonSameness *sameness, const MarathonDetailsView *a, const MarathonDetailsView *b)
{
  if (a->n_guides != b->n_guides)
    return FALSE;
  for (guint i = 0; i < a->n_guides; i++)
    if (!is_same_guide (sameness, &a->guides[i], &b->guides[i]))
      return FALSE;
  return TRUE;
}

static void
get_views (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b,
           MarathonDetailsView *old, MarathonDetailsView *new)
{
  marathon_details_store_get (marathon_event_get_details (sameness->from), a->details, old);
  marathon_details_store_get (marathon_event_get_details (sameness->to), b->details, new);
}

static gboolean
are_same_details (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b)
{
  MarathonDetailsView old, new;

  if (a->details == 0 || b->details == 0)
    return a->details == b->details;
  if (a->details == b->details && sameness->customs_same
      && marathon_event_get_details (sameness->from) == marathon_event_get_details (sameness->to))
    return TRUE;
  get_views (sameness, a, b, &old, &new);
  if (old.n_values != new.n_values)
    return FALSE;
  for (guint i = 0; i < old.n_values; i++)
    if (!is_same_value (sameness, &old.values[i], b, &new.values[i]))
      return FALSE;
  return are_same_guides (sameness, &old, &new);
}

gboolean
marathon_sameness_compare_guides (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b)
{
  MarathonDetailsView old, new;

  get_views (sameness, a, b, &old, &new);
  return are_same_guides (sameness, &old, &new);
}

gboolean
marathon_sameness_compare_unknown (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b)
{
  for (guint detail = MARATHON_DETAIL_UNKNOWN_ATTRIBUTES;
       detail < MARATHON_DETAIL_UNKNOWN_CHILD + MARATHON_N_FIELD_HOMES; detail++)
    if (strcmp (marathon_entrant_get_detail (sameness->from, a, detail),
                marathon_entrant_get_detail (sameness->to, b, detail))
        != 0)
      return FALSE;
  return TRUE;
}

/* --- Entrants --- */

guint32
marathon_sameness_compare (const MarathonSameness *sameness, const MarathonEntrant *a, const MarathonEntrant *b)
{
  MarathonEntrant mapped = *a;

  for (guint i = 0; i < sameness->texts->len; i++)
    {
      goffset offset = g_array_index (sameness->texts, goffset, i);
      MarathonText *text = &G_STRUCT_MEMBER (MarathonText, &mapped, offset);

      *text = map_text (sameness, *text, G_STRUCT_MEMBER (MarathonText, b, offset));
    }
  mapped.category = map_small_handle (sameness, MARATHON_LIST_CATEGORIES, a->category, b->category);
  mapped.wave = map_small_handle (sameness, MARATHON_LIST_WAVES, a->wave, b->wave);
  mapped.bib_block = map_small_handle (sameness, MARATHON_LIST_BIB_BLOCKS, a->bib_block, b->bib_block);
  mapped.group = map_handle (sameness, MARATHON_LIST_GROUPS, a->group);
  if (a->group != 0 && mapped.group == 0)
    mapped.group = ~b->group;
  mapped.details = are_same_details (sameness, a, b) ? b->details : ~b->details;
  return marathon_edit_find_difference (&mapped, b);
}
