/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Guides: rows that say whose guide they are, and names in a column of the athlete's row. Done when all athletes are
 * known, so it does not matter which row comes first.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"
#include "formats/import-words.h"
#include "formats/person-name.h"

#define NONE MARATHON_IMPORT_KEYS_NONE

/* A guide on the way to an athlete. */
typedef struct {
  MarathonImportJob *job;
  MarathonEntrantDraft *draft; /* of the athlete */
  guint row;
  gboolean whole_row; /* the row is the guide's own */
  int name_column;    /* for notes */
  char *family;
  char *given;
  guint64 id; /* of the file, or 0 */
} Arrival;

/* --- Whose guide --- */

static MarathonImportWho
find_athlete (MarathonImportJob *job, const char *text, gboolean *several)
{
  guint64 id;
  guint position;
  guint32 who = NONE;
  MarathonText external_id;

  if (strlen (text) == 16 && marathon_id_parse (text, &id))
    {
      if (marathon_roster_find (job->roster, id, &position))
        return position;
      if (marathon_roster_find (job->bin, id, &position))
        return marathon_roster_get_size (job->roster) + position;
      who = marathon_import_keys_get (job->new_ids, id);
      if (who != NONE)
        return marathon_import_who_of_person (job, who);
    }
  if (marathon_text_pool_find (marathon_event_get_pool (job->event), text, -1, &external_id) && external_id != 0)
    who = marathon_import_keys_get (job->external_ids, external_id);
  *several = FALSE;
  if (who == NONE)
    who = marathon_import_find_bib (job, text);
  return who != NONE ? who : marathon_import_find_full_name (job, text, several);
}

static gboolean
is_in_bin (const MarathonImportJob *job, MarathonImportWho who)
{
  guint n = marathon_roster_get_size (job->roster);

  return who >= n && who < n + marathon_roster_get_size (job->bin);
}

/* Returns: the index of people of the athlete, who was not deleted. */
static guint
take_athlete (MarathonImportJob *job, MarathonImportWho who)
{
  guint n_roster = marathon_roster_get_size (job->roster), n_bin = marathon_roster_get_size (job->bin);

  return who < n_roster ? marathon_import_take_person (job, who, NONE) : who - n_roster - n_bin;
}

/* --- What the row says --- */

/* Which guide of the draft this is: by id, else by name; or -1. */
static int
find_guide (const Arrival *arrival)
{
  g_autofree char *family = marathon_fold (arrival->family);
  g_autofree char *given = marathon_fold (arrival->given);

  for (guint i = 0; arrival->id != 0 && i < arrival->draft->guides->len; i++)
    if (g_array_index (arrival->draft->guides, MarathonGuide, i).id == arrival->id)
      return (int) i;
  for (guint i = 0; i < arrival->draft->guides->len; i++)
    {
      const MarathonGuide *guide = &g_array_index (arrival->draft->guides, MarathonGuide, i);
      g_autofree char *other_family = marathon_fold (marathon_event_text (arrival->job->event, guide->family));
      g_autofree char *other_given = marathon_fold (marathon_event_text (arrival->job->event, guide->given));

      if (strcmp (family, other_family) == 0 && strcmp (given, other_given) == 0
          && (arrival->id == 0 || !arrival->job->canonical))
        return (int) i;
    }
  return -1;
}

static gboolean
is_read_apart (const MarathonImportCell *cell)
{
  return cell->guide_field == MARATHON_GUIDE_ID || cell->guide_field == MARATHON_GUIDE_FAMILY
         || cell->guide_field == MARATHON_GUIDE_GIVEN || cell->guide_field == MARATHON_GUIDE_BIB;
}

/* Whether a cell of a guide's row has a place in a guide, or says what is known of the athlete anyway. */
static gboolean
is_kept (const Arrival *arrival, const MarathonImportCell *cell, guint column)
{
  g_autofree char *copy = NULL;
  const char *text = marathon_import_get_cell (arrival->job, arrival->row, (int) column, &copy);

  if (cell->guide_field != MARATHON_N_GUIDE_FIELDS || cell->role == MARATHON_IMPORT_ROLE_GUIDE_OF
      || cell->role == MARATHON_IMPORT_ROLE_NAME || cell->role == MARATHON_IMPORT_ROLE_NONE || *text == '\0')
    return TRUE;
  return cell->info != NULL && cell->info->field == MARATHON_FIELD_STATUS
         && marathon_import_find_status (text) == arrival->draft->value.status;
}

/* One note for all that guides have no place for. */
static void
note_not_kept (const Arrival *arrival)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int first = -1;

  for (guint i = 0; i < arrival->job->columns->len; i++)
    {
      const MarathonImportCell *cell = marathon_import_column (arrival->job, i);

      if (is_kept (arrival, cell, i))
        continue;
      first = first < 0 ? (int) i : first;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", cell->name);
    }
  if (first >= 0)
    marathon_import_note (arrival->job, arrival->row, first, MARATHON_IMPORT_NOTE_IGNORED, "",
                          _ ("not taken, since guides have no such fields: %s"), names->str);
}

static void
read_bib (const Arrival *arrival, MarathonGuide *guide, guint column)
{
  MarathonGuide old = *guide;

  marathon_import_read_guide_cell (arrival->job, guide, arrival->row, column);
  if (marathon_import_settle_guide_bib (arrival->job, guide, marathon_guide_bib_key (&old), arrival->row, (int) column))
    return;
  guide->bib = old.bib;
  guide->bib_prefix = old.bib_prefix;
  guide->bib_number = old.bib_number;
}

static void
read_fields (const Arrival *arrival, MarathonGuide *guide)
{
  for (guint i = 0; arrival->whole_row && i < arrival->job->columns->len; i++)
    {
      const MarathonImportCell *cell = marathon_import_column (arrival->job, i);

      if (cell->guide_field == MARATHON_GUIDE_BIB && marathon_import_has_cell (arrival->job, arrival->row, (int) i))
        read_bib (arrival, guide, i);
      else if (cell->guide_field != MARATHON_N_GUIDE_FIELDS && !is_read_apart (cell))
        marathon_import_read_guide_cell (arrival->job, guide, arrival->row, i);
    }
}

/* --- Adding --- */

static void
refuse (const Arrival *arrival, const char *reason)
{
  g_autofree char *name
      = g_strdup_printf ("%s%s%s", arrival->given, *arrival->given != '\0' ? " " : "", arrival->family);

  marathon_import_refuse_row (arrival->job, arrival->row, arrival->name_column, MARATHON_IMPORT_GUIDES_REFUSED, name,
                              _ ("guide refused: %s"), reason);
}

static gboolean
set_name (const Arrival *arrival, MarathonGuide *guide)
{
  g_autoptr (GError) error = NULL;

  if (marathon_guide_set_text (arrival->job->event, guide, MARATHON_GUIDE_FAMILY, arrival->family, &error)
      && marathon_guide_set_text (arrival->job->event, guide, MARATHON_GUIDE_GIVEN, arrival->given, &error))
    return TRUE;
  refuse (arrival, error->message);
  return FALSE;
}

static gboolean
guides_are_equal (const MarathonGuide *a, const MarathonGuide *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

static void
meet_again (const Arrival *arrival, guint index)
{
  MarathonGuide *guide = &g_array_index (arrival->draft->guides, MarathonGuide, index), old = *guide;

  if (arrival->job->options.update && set_name (arrival, guide))
    read_fields (arrival, guide);
  if (guides_are_equal (&old, guide))
    {
      arrival->job->import->counts[MARATHON_IMPORT_GUIDES_PRESENT]++;
      return;
    }
  arrival->draft->details_changed = TRUE;
  arrival->job->import->counts[MARATHON_IMPORT_GUIDES_UPDATED]++;
}

static void
add_guide (const Arrival *arrival)
{
  MarathonGuide guide;

  memset (&guide, 0, sizeof guide);
  if (arrival->draft->guides->len >= MARATHON_MAX_GUIDES)
    {
      refuse (arrival, _ ("the athlete has four guides already"));
      return;
    }
  if (!set_name (arrival, &guide))
    return;
  read_fields (arrival, &guide);
  guide.id = marathon_import_make_id (arrival->job, arrival->id);
  if (arrival->id != 0 && guide.id != arrival->id)
    marathon_import_note (arrival->job, arrival->row, arrival->job->by_field[MARATHON_FIELD_ID],
                          MARATHON_IMPORT_NOTE_ALTERED, "", _ ("a new id was given: somebody has this one"));
  marathon_import_keys_set (arrival->job->guide_ids, guide.id, 0);
  marathon_entrant_draft_add_guide (arrival->draft, &guide, NULL);
  arrival->job->import->counts[MARATHON_IMPORT_GUIDES_ADDED]++;
}

/* Puts the guide to the athlete of @index. */
static void
arrive (Arrival *arrival, guint index)
{
  MarathonImportPerson *person = &g_array_index (arrival->job->people, MarathonImportPerson, index);
  guint n_before;
  int known;

  if (*arrival->family == '\0' && *arrival->given == '\0' && !(arrival->job->canonical && arrival->id != 0))
    {
      refuse (arrival, _ ("the row names nobody"));
      return;
    }
  marathon_entrant_draft_start (arrival->draft, &person->value);
  known = find_guide (arrival);
  n_before = arrival->draft->guides->len;
  if (known >= 0)
    meet_again (arrival, (guint) known);
  else
    add_guide (arrival);
  if (arrival->whole_row && (known < 0 || arrival->job->options.update))
    note_not_kept (arrival);
  if (known >= 0)
    person->met_guides |= 1u << known;
  if (arrival->draft->guides->len > n_before)
    {
      person->met_guides |= 1u << n_before;
      person->got_guide = TRUE;
      person->guide_row = arrival->row;
      person->guide_column = arrival->name_column;
    }
  person->value = *marathon_entrant_draft_finish (arrival->draft);
}

/* --- The two ways to write them --- */

static void
read_row_name (Arrival *arrival)
{
  MarathonImportJob *job = arrival->job;
  int full = job->by_role[MARATHON_IMPORT_ROLE_NAME];
  g_autofree char *family_copy = NULL, *given_copy = NULL;
  g_auto (MarathonPersonName) name = { NULL };

  arrival->name_column = job->by_field[MARATHON_FIELD_FAMILY] >= 0 ? job->by_field[MARATHON_FIELD_FAMILY]
                         : job->by_field[MARATHON_FIELD_GIVEN] >= 0 ? job->by_field[MARATHON_FIELD_GIVEN] : full;
  arrival->family
      = g_strdup (marathon_import_get_cell (job, arrival->row, job->by_field[MARATHON_FIELD_FAMILY], &family_copy));
  arrival->given
      = g_strdup (marathon_import_get_cell (job, arrival->row, job->by_field[MARATHON_FIELD_GIVEN], &given_copy));
  if (*arrival->family != '\0' || *arrival->given != '\0' || full < 0)
    return;
  marathon_person_name_split (marathon_csv_table_get_cell (job->table, arrival->row, (guint) full, NULL),
                              marathon_import_column (job, (guint) full)->family_first, &name);
  g_free (arrival->family);
  g_free (arrival->given);
  arrival->family = g_steal_pointer (&name.family);
  arrival->given = g_steal_pointer (&name.given);
}

static void
arrival_clear (Arrival *arrival)
{
  g_clear_pointer (&arrival->family, g_free);
  g_clear_pointer (&arrival->given, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrival, arrival_clear)

static void
read_guide_row (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  g_auto (Arrival) arrival = { .job = job, .draft = draft, .row = row, .whole_row = TRUE };
  g_autofree char *copy = NULL, *id_copy = NULL;
  const char *athlete = marathon_import_get_cell (job, row, job->by_role[MARATHON_IMPORT_ROLE_GUIDE_OF], &copy);
  const char *id = marathon_import_get_cell (job, row, job->by_field[MARATHON_FIELD_ID], &id_copy);
  gboolean several = FALSE;
  MarathonImportWho who = find_athlete (job, athlete, &several);
  g_autofree char *reason = NULL;

  read_row_name (&arrival);
  if (strlen (id) == 16 && !marathon_id_parse (id, &arrival.id))
    arrival.id = 0;
  if (who == NONE || is_in_bin (job, who))
    {
      reason = g_strdup_printf (several
                                    ? _ ("several athletes are called “%s”; the entry number would be plain")
                                : who == NONE ? _ ("there is no athlete “%s”, neither by id, entry number, bib nor name")
                                              : _ ("the athlete “%s” is in the bin of deleted entrants"),
                                athlete);
      refuse (&arrival, reason);
      return;
    }
  arrive (&arrival, take_athlete (job, who));
}

/* What people write into a column of guides where nobody is named. */
typedef enum {
  ANSWER_NAME,
  ANSWER_NO,
  ANSWER_WANTED,
} Answer;

static Answer
find_answer (const char *text)
{
  static const char *const no[] = { "none", "no guide", "na", "n/a", "n.a.", "nil", "nobody", "unknown", "keine",
                                    "keiner", "kein", "nicht", "aucun", "ninguno", "nessuno", "geen" };
  static const char *const wanted[] = { "tbc", "tba", "tbd", "to be confirmed", "to be announced", "to be decided",
                                        "to follow", "required", "needed", "wanted", "pending", "offen", "gesucht",
                                        "folgt" };
  g_autofree char *folded = marathon_fold (text);

  if (folded[strspn (folded, "-?./ ")] == '\0')
    return ANSWER_NO;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (strcmp (folded, no[i]) == 0)
      return ANSWER_NO;
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strcmp (folded, wanted[i]) == 0)
      return ANSWER_WANTED;
  if (marathon_import_find_yes_no (text) < 0)
    return ANSWER_NAME;
  return marathon_import_find_yes_no (text) == TRUE ? ANSWER_WANTED : ANSWER_NO;
}

static void
read_one_name (MarathonImportJob *job, MarathonEntrantDraft *draft, const MarathonImportGuide *pending, int column,
               const char *text)
{
  g_auto (Arrival) arrival = { .job = job, .draft = draft, .row = pending->row, .name_column = column };
  g_auto (MarathonPersonName) name = { NULL };
  Answer answer = find_answer (text);
  MarathonNameForm form;

  if (answer == ANSWER_WANTED)
    marathon_import_note (job, pending->row, column, MARATHON_IMPORT_NOTE_DOUBTFUL, text,
                          _ ("a guide is wanted but not named"));
  if (answer != ANSWER_NAME)
    return;
  form = marathon_person_name_split (text, FALSE, &name);
  if (form == MARATHON_NAME_EMPTY)
    return;
  arrival.family = g_strdup (name.family);
  arrival.given = g_strdup (name.given);
  arrive (&arrival, take_athlete (job, pending->who));
  if (form == MARATHON_NAME_GUESSED)
    marathon_import_note (job, pending->row, column, MARATHON_IMPORT_NOTE_ALTERED, text,
                          _ ("taken apart by guessing: family name “%s”, given name “%s”"), name.family, name.given);
}

static void
read_guide_names (MarathonImportJob *job, MarathonEntrantDraft *draft, const MarathonImportGuide *pending, int column)
{
  g_autofree char *copy = NULL;
  const char *text = marathon_import_get_cell (job, pending->row, column, &copy);
  g_auto (GStrv) names = NULL;

  if (*text == '\0')
    return;
  marathon_import_column (job, (guint) column)->used = TRUE;
  if (find_answer (text) != ANSWER_NAME)
    {
      read_one_name (job, draft, pending, column, text);
      return;
    }
  names = g_regex_split_simple ("\\s+(?:and|und|et)\\s+|\\s*[&/;+]\\s*", text, G_REGEX_CASELESS, 0);
  for (guint i = 0; names[i] != NULL; i++)
    read_one_name (job, draft, pending, column, g_strstrip (names[i]));
}

/* Nothing is deleted: who gets another guide keeps those whom the file does not name. */
static void
note_guides_left (MarathonImportJob *job, const MarathonImportPerson *person)
{
  MarathonDetailsView view;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *athlete = NULL;

  if (!person->got_guide)
    return;
  marathon_details_store_get (marathon_event_get_details (job->event), person->value.details, &view);
  if (person->met_guides == (1u << view.n_guides) - 1)
    return;
  for (guint i = 0; i < view.n_guides; i++)
    g_string_append_printf (names, "%s%s %s", i > 0 ? ", " : "", marathon_event_text (job->event, view.guides[i].given),
                            marathon_event_text (job->event, view.guides[i].family));
  athlete = marathon_event_get_full_name (job->event, &person->value);
  marathon_import_note (job, person->guide_row, person->guide_column, MARATHON_IMPORT_NOTE_DOUBTFUL, "",
                        _ ("%s has now the guides %s; none was removed, though the file does not name them all"),
                        athlete, names->str);
}

void
marathon_import_read_guides (MarathonImportJob *job)
{
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, job->event);
  for (guint i = 0; i < job->guides->len; i++)
    {
      const MarathonImportGuide *pending = &g_array_index (job->guides, MarathonImportGuide, i);

      if (pending->who == NONE)
        read_guide_row (job, &draft, pending->row);
      else
        for (int role = MARATHON_IMPORT_ROLE_GUIDE_NAME; role <= MARATHON_IMPORT_ROLE_GUIDE_NAME_4; role++)
          if (job->by_role[role] >= 0)
            read_guide_names (job, &draft, pending, job->by_role[role]);
    }
  for (guint i = 0; i < job->people->len; i++)
    note_guides_left (job, &g_array_index (job->people, MarathonImportPerson, i));
  marathon_entrant_draft_clear (&draft);
}
