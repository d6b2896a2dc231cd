/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditNames: tables from external ids and bibs to positions.
 *
 * A table is dropped where positions or external ids change. Bibs change more often (a file may renumber by bib, line by line): their table
 * learns of the new ones and keeps the old ones, so an entry counts only where the entrant still has that bib.
 */
#include "editing/edit-lines-names.h"

#include <string.h>

#include "base/bib.h"

#define BIB "bib:"
#define ENTRY "entry:"

typedef struct {
  gint64 key; /* first, for g_int64_hash() */
  guint position;
} BibEntry;

void
marathon_edit_names_init (MarathonEditNames *names, MarathonEvent *event)
{
  *names = (MarathonEditNames) { .event = event };
}

static void
drop_external_ids (MarathonEditNames *names)
{
  for (guint place = 0; place < G_N_ELEMENTS (names->external_ids); place++)
    g_clear_pointer (&names->external_ids[place], g_hash_table_unref);
}

void
marathon_edit_names_clear (MarathonEditNames *names)
{
  drop_external_ids (names);
  g_clear_pointer (&names->bibs, g_hash_table_unref);
}

gboolean
marathon_edit_names_is_name (const char *name)
{
  return g_str_has_prefix (name, BIB) || g_str_has_prefix (name, ENTRY);
}

/* --- External ids --- */

static GHashTable *
list_external_ids (MarathonRoster *roster)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);

  for (guint i = marathon_roster_get_size (roster); i-- > 0;)
    {
      MarathonText text = marathon_roster_get (roster, i)->external_id;

      if (text != 0)
        g_hash_table_insert (table, GUINT_TO_POINTER (text), GUINT_TO_POINTER (i + 1));
    }
  return table;
}

static gboolean
find_external_id (MarathonEditNames *names, MarathonPlace place, const char *external_id, guint *position)
{
  MarathonText text;
  guint found;

  if (!marathon_text_pool_find (marathon_event_get_pool (names->event), external_id, -1, &text) || text == 0)
    return FALSE;
  if (names->external_ids[place] == NULL)
    names->external_ids[place] = list_external_ids (marathon_event_get_place (names->event, place));
  found = GPOINTER_TO_UINT (g_hash_table_lookup (names->external_ids[place], GUINT_TO_POINTER (text)));
  *position = found - 1;
  return found != 0;
}

/* --- Bibs --- */

static void
learn_bib (MarathonEditNames *names, guint position)
{
  const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (names->event), position);
  BibEntry entry = { (gint64) marathon_entrant_bib_key (entrant), position };

  if (entry.key != 0)
    g_hash_table_add (names->bibs, g_memdup2 (&entry, sizeof entry));
}

static void
list_bibs (MarathonEditNames *names)
{
  names->bibs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (names->event)); i++)
    learn_bib (names, i);
}

static gboolean
find_bib (MarathonEditNames *names, const char *bib, guint *position)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  MarathonEntrant wanted = { .bib = 1 };
  const BibEntry *entry;
  gint64 key;

  if (!marathon_bib_parse (bib, prefix, &wanted.bib_number)
      || !marathon_text_pool_find (marathon_event_get_pool (names->event), prefix, -1, &wanted.bib_prefix))
    return FALSE;
  if (names->bibs == NULL)
    list_bibs (names);
  key = (gint64) marathon_entrant_bib_key (&wanted);
  entry = g_hash_table_lookup (names->bibs, &key);
  if (entry == NULL)
    return FALSE;
  *position = entry->position;
  return (gint64) marathon_entrant_bib_key (marathon_roster_get (marathon_event_get_roster (names->event), *position)) == key;
}

gboolean
marathon_edit_names_find (MarathonEditNames *names, MarathonPlace place, const char *name, guint *position)
{
  if (g_str_has_prefix (name, BIB))
    return place == MARATHON_PLACE_ROSTER && find_bib (names, name + strlen (BIB), position);
  return g_str_has_prefix (name, ENTRY) && find_external_id (names, place, name + strlen (ENTRY), position);
}

/* --- Staying true --- */

void
marathon_edit_names_gather (MarathonEditNames *names, const MarathonEntrant *before, const MarathonEntrant *after)
{
  names->external_ids_pending |= before->external_id != after->external_id;
  names->bibs_pending |= marathon_entrant_bib_key (before) != marathon_entrant_bib_key (after);
}

gboolean
marathon_edit_names_is_pending (const MarathonEditNames *names, const char *name)
{
  return (names->bibs_pending && g_str_has_prefix (name, BIB)) || (names->external_ids_pending && g_str_has_prefix (name, ENTRY));
}

void
marathon_edit_names_update (MarathonEditNames *names, const MarathonEditBatch *batch)
{
  if (batch->kind != MARATHON_EDIT_CHANGE_ENTRANTS)
    marathon_edit_names_clear (names);
  if (names->external_ids_pending)
    drop_external_ids (names);
  if (names->bibs_pending && names->bibs != NULL && batch->place == MARATHON_PLACE_ROSTER)
    for (guint i = 0; i < batch->positions->len; i++)
      learn_bib (names, g_array_index (batch->positions, guint32, i));
  names->external_ids_pending = FALSE;
  names->bibs_pending = FALSE;
}
