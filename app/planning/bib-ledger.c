/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibLedger: all bibs in use, sorted by key, and for each block how many are in which state.
 */
#include "planning/bib-ledger.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "model/group.h"
#include "planning/block-terms.h"

typedef struct {
  guint64 key;
  MarathonBibEntry entry;
} Row;

typedef struct {
  guint64 counts[MARATHON_N_BIB_STATES];
} Counts;

struct _MarathonBibLedger {
  MarathonEvent *event;
  MarathonBibKeys *keys;
  MarathonBlockTerms *terms;
  GArray *rows; /* of Row, ascending by key, each key once */
  Counts *counts; /* for each block */
};

/* --- States --- */

static MarathonBibState
state_of_entrant (const MarathonEntrant *entrant, MarathonPlace place)
{
  gboolean is_out = (entrant->flags & (MARATHON_FLAG_PRINTED | MARATHON_FLAG_COLLECTED)) != 0;
  gboolean is_gone = place == MARATHON_PLACE_BIN || entrant->status == MARATHON_STATUS_WITHDRAWN
                     || entrant->status == MARATHON_STATUS_DEFERRED;

  if (is_out && is_gone)
    return MARATHON_BIB_STATE_VOID;
  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED))
    return MARATHON_BIB_STATE_COLLECTED;
  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_PRINTED))
    return MARATHON_BIB_STATE_PRINTED;
  return marathon_entrant_has_flag (entrant, MARATHON_FLAG_BIB_PINNED) ? MARATHON_BIB_STATE_PINNED
                                                                      : MARATHON_BIB_STATE_ASSIGNED;
}

/* A guide's bib is printed with the athlete's, and collected for itself. */
static MarathonBibState
state_of_guide (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonBibHolding *holding)
{
  MarathonBibState state = state_of_entrant (entrant, holding->place);
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  if (holding->place == MARATHON_PLACE_BIN || state == MARATHON_BIB_STATE_VOID)
    return MARATHON_BIB_STATE_VOID;
  if (view.guides[holding->guide].collected != 0)
    return MARATHON_BIB_STATE_COLLECTED;
  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_PRINTED))
    return MARATHON_BIB_STATE_PRINTED;
  return MARATHON_BIB_STATE_ASSIGNED;
}

/* A group's bib is where the member is who has come furthest with it; set by look_at_groups(). */
static MarathonBibState
state_of (MarathonEvent *event, const MarathonBibHolding *holding)
{
  const MarathonEntrant *entrant;

  if (holding->holder == MARATHON_HOLDER_GROUP)
    return MARATHON_BIB_STATE_ASSIGNED;
  entrant = marathon_roster_get (marathon_event_get_place (event, holding->place), holding->position);
  return holding->holder == MARATHON_HOLDER_GUIDE ? state_of_guide (event, entrant, holding)
                                                  : state_of_entrant (entrant, holding->place);
}

static void
add_row (const MarathonBibHolding *holding, gpointer user_data)
{
  MarathonBibLedger *ledger = user_data;
  Row row = { .key = holding->key };

  row.entry.number = (guint32) holding->key;
  row.entry.state = state_of (ledger->event, holding);
  row.entry.holder = holding->holder;
  row.entry.place = holding->place;
  row.entry.position = holding->position;
  row.entry.guide = holding->guide;
  g_array_append_val (ledger->rows, row);
}

/* --- Groups --- */

/* For each group's position in its list the state of its bib. */
static GHashTable *
collect_group_states (MarathonEvent *event)
{
  const MarathonRoster *roster = marathon_event_get_roster (event);
  GHashTable *states = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      MarathonBibState state = state_of_entrant (entrant, MARATHON_PLACE_ROSTER);
      gpointer key = GUINT_TO_POINTER (entrant->group);

      if (entrant->group == 0 || state == MARATHON_BIB_STATE_VOID)
        continue;
      if (GPOINTER_TO_UINT (g_hash_table_lookup (states, key)) < (guint) state)
        g_hash_table_insert (states, key, GUINT_TO_POINTER ((guint) state));
    }
  return states;
}

static void
look_at_groups (MarathonBibLedger *ledger)
{
  g_autoptr (GHashTable) states = collect_group_states (ledger->event);
  MarathonRecordList *list = marathon_event_get_list (ledger->event, MARATHON_LIST_GROUPS);

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      MarathonBibEntry *entry = &g_array_index (ledger->rows, Row, i).entry;
      guint state;

      if (entry->holder != MARATHON_HOLDER_GROUP)
        continue;
      state = GPOINTER_TO_UINT (g_hash_table_lookup (
        states, GUINT_TO_POINTER (marathon_record_get_handle (marathon_record_list_get (list, entry->position)))));
      if (state == MARATHON_BIB_STATE_PRINTED || state == MARATHON_BIB_STATE_COLLECTED)
        entry->state = (MarathonBibState) state;
    }
}

/* --- Making --- */

/* The bin last, so that of two the one in the roster counts. */
static int
compare_rows (const void *a, const void *b)
{
  const Row *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  if (left->entry.place != right->entry.place)
    return left->entry.place < right->entry.place ? -1 : 1;
  return left->entry.position < right->entry.position ? -1 : left->entry.position > right->entry.position;
}

static void
sort_rows (GArray *rows)
{
  guint n = 0;

  if (rows->len == 0)
    return;
  qsort (rows->data, rows->len, sizeof (Row), compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (i == 0 || g_array_index (rows, Row, i).key != g_array_index (rows, Row, n - 1).key)
      g_array_index (rows, Row, n++) = g_array_index (rows, Row, i);
  g_array_set_size (rows, n);
}

/* The index of the first row whose key is at least @key. */
static guint
find_row (const MarathonBibLedger *ledger, guint64 key)
{
  guint low = 0, high = ledger->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ledger->rows, Row, middle).key < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether a number that nobody has is kept for late entries (or cannot be given at all). */
static gboolean
is_reserved (const MarathonBlockTerm *term, guint32 number)
{
  return term->given == 0 || number > term->last;
}

static void
count_block (MarathonBibLedger *ledger, guint block)
{
  const MarathonBlockTerm *term = marathon_block_terms_get (ledger->terms, block);
  guint64 *counts = ledger->counts[block].counts;
  guint64 total = marathon_number_ranges_count (term->block->numbers);

  counts[MARATHON_BIB_STATE_FREE] = term->given;
  counts[MARATHON_BIB_STATE_RESERVED] = total - term->given;
  if (term->key == 0)
    return;
  for (guint i = find_row (ledger, term->key); i < ledger->rows->len; i++)
    {
      const Row *row = &g_array_index (ledger->rows, Row, i);

      if (row->key >> 32 != term->key >> 32)
        break;
      if (!marathon_block_term_contains (term, row->key))
        continue;
      counts[row->entry.state]++;
      counts[is_reserved (term, row->entry.number) ? MARATHON_BIB_STATE_RESERVED : MARATHON_BIB_STATE_FREE]--;
    }
}

MarathonBibLedger *
marathon_bib_ledger_new (MarathonEvent *event)
{
  MarathonBibLedger *ledger = g_new0 (MarathonBibLedger, 1);

  ledger->event = g_object_ref (event);
  ledger->keys = marathon_bib_keys_new (event);
  ledger->terms = marathon_block_terms_new (event, ledger->keys);
  ledger->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  marathon_bib_keys_foreach (ledger->keys, add_row, ledger);
  sort_rows (ledger->rows);
  look_at_groups (ledger);
  ledger->counts = g_new0 (Counts, marathon_block_terms_get_size (ledger->terms) + 1);
  for (guint i = 0; i < marathon_block_terms_get_size (ledger->terms); i++)
    count_block (ledger, i);
  return ledger;
}

void
marathon_bib_ledger_free (MarathonBibLedger *ledger)
{
  marathon_block_terms_free (ledger->terms);
  marathon_bib_keys_free (ledger->keys);
  g_array_unref (ledger->rows);
  g_object_unref (ledger->event);
  g_free (ledger->counts);
  g_free (ledger);
}

/* --- Reading --- */

guint
marathon_bib_ledger_get_n_blocks (const MarathonBibLedger *ledger)
{
  return marathon_block_terms_get_size (ledger->terms);
}

guint64
marathon_bib_ledger_count (const MarathonBibLedger *ledger, guint block, MarathonBibState state)
{
  g_return_val_if_fail (block < marathon_bib_ledger_get_n_blocks (ledger) && state < MARATHON_N_BIB_STATES, 0);

  return ledger->counts[block].counts[state];
}

void
marathon_bib_ledger_look (const MarathonBibLedger *ledger, guint block, guint32 number, MarathonBibEntry *entry)
{
  const MarathonBlockTerm *term = marathon_block_terms_get (ledger->terms, block);
  guint row = term->key == 0 ? ledger->rows->len : find_row (ledger, term->key + number);

  memset (entry, 0, sizeof *entry);
  entry->number = number;
  if (!marathon_number_ranges_contains (term->block->numbers, number))
    entry->state = MARATHON_BIB_STATE_EXCLUDED;
  else if (row < ledger->rows->len && g_array_index (ledger->rows, Row, row).key == term->key + number)
    *entry = g_array_index (ledger->rows, Row, row).entry;
  else
    entry->state = is_reserved (term, number) ? MARATHON_BIB_STATE_RESERVED : MARATHON_BIB_STATE_FREE;
}

gboolean
marathon_bib_ledger_next (const MarathonBibLedger *ledger, guint block, guint32 from, MarathonBibEntry *entry)
{
  const MarathonBlockTerm *term = marathon_block_terms_get (ledger->terms, block);
  guint32 number;

  if (!marathon_number_ranges_next (term->block->numbers, from, &number))
    return FALSE;
  marathon_bib_ledger_look (ledger, block, number, entry);
  return TRUE;
}

gboolean
marathon_bib_ledger_find (const MarathonBibLedger *ledger, const char *bib, guint *block, MarathonBibEntry *entry)
{
  guint64 key = marathon_bib_keys_get_written (ledger->keys, bib);
  guint row = find_row (ledger, key);

  if (key == 0)
    return FALSE;
  for (*block = 0; *block < marathon_bib_ledger_get_n_blocks (ledger); (*block)++)
    {
      if (!marathon_block_term_contains (marathon_block_terms_get (ledger->terms, *block), key))
        continue;
      marathon_bib_ledger_look (ledger, *block, (guint32) key, entry);
      return TRUE;
    }
  *block = G_MAXUINT;
  *entry = (MarathonBibEntry) { .number = (guint32) key, .state = MARATHON_BIB_STATE_EXCLUDED };
  if (row < ledger->rows->len && g_array_index (ledger->rows, Row, row).key == key)
    *entry = g_array_index (ledger->rows, Row, row).entry;
  return TRUE;
}

/* --- In words --- */

const char *
marathon_bib_state_get_label (MarathonBibState state)
{
  static const char *const labels[] = {
    [MARATHON_BIB_STATE_FREE] = N_ ("Free"),           [MARATHON_BIB_STATE_RESERVED] = N_ ("Kept for late entries"),
    [MARATHON_BIB_STATE_ASSIGNED] = N_ ("Assigned"),   [MARATHON_BIB_STATE_PINNED] = N_ ("Pinned"),
    [MARATHON_BIB_STATE_PRINTED] = N_ ("Printed"),     [MARATHON_BIB_STATE_COLLECTED] = N_ ("Collected"),
    [MARATHON_BIB_STATE_VOID] = N_ ("Void"),           [MARATHON_BIB_STATE_EXCLUDED] = N_ ("Not in the block"),
  };

  return _ (labels[state]);
}

static char *
name_guide (MarathonEvent *event, const MarathonEntrant *entrant, guint index)
{
  g_autofree char *athlete = marathon_event_get_full_name (event, entrant);
  g_autofree char *guide = NULL;
  MarathonDetailsView view;
  const char *given, *family;

  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  given = marathon_event_text (event, view.guides[index].given);
  family = marathon_event_text (event, view.guides[index].family);
  guide = g_strconcat (given, *given != '\0' && *family != '\0' ? " " : "", family, NULL);
  return g_strdup_printf (_ ("%s, guide of %s"), guide, athlete);
}

static char *
name_holder (MarathonEvent *event, const MarathonBibEntry *entry)
{
  const MarathonEntrant *entrant;

  if (entry->holder == MARATHON_HOLDER_GROUP)
    return g_strdup (((MarathonGroup *) marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_GROUPS),
                                                                  entry->position))->name);
  entrant = marathon_roster_get (marathon_event_get_place (event, entry->place), entry->position);
  return entry->holder == MARATHON_HOLDER_GUIDE ? name_guide (event, entrant, entry->guide)
                                                : marathon_event_get_full_name (event, entrant);
}

char *
marathon_bib_entry_describe (MarathonEvent *event, const MarathonBibEntry *entry)
{
  g_autofree char *name = NULL;

  if (entry->holder == MARATHON_HOLDER_NONE)
    return g_strdup (marathon_bib_state_get_label (entry->state));
  name = name_holder (event, entry);
  switch (entry->state)
    {
    case MARATHON_BIB_STATE_PINNED:
      return g_strdup_printf (_ ("Pinned to %s"), name);
    case MARATHON_BIB_STATE_PRINTED:
      return g_strdup_printf (_ ("Printed for %s"), name);
    case MARATHON_BIB_STATE_COLLECTED:
      return g_strdup_printf (_ ("Collected by %s"), name);
    case MARATHON_BIB_STATE_VOID:
      return g_strdup_printf (_ ("Void, was for %s"), name);
    case MARATHON_BIB_STATE_FREE:
    case MARATHON_BIB_STATE_RESERVED:
    case MARATHON_BIB_STATE_ASSIGNED:
    case MARATHON_BIB_STATE_EXCLUDED:
    default:
      return g_strdup_printf (_ ("Assigned to %s"), name);
    }
}
