/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going through the rows: what each says of a person, new or known.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/bib.h"
#include "base/fold.h"
#include "formats/import-words.h"
#include "formats/person-name.h"

/* --- People --- */

guint
marathon_import_take_person (MarathonImportJob *job, guint32 position, guint32 row)
{
  guint32 index = position != MARATHON_IMPORT_KEYS_NONE
                      ? marathon_import_keys_get (job->positions, (guint64) position + 1)
                      : MARATHON_IMPORT_KEYS_NONE;
  MarathonImportPerson person = { .position = position, .row = row };

  if (index != MARATHON_IMPORT_KEYS_NONE)
    return index;
  if (position != MARATHON_IMPORT_KEYS_NONE)
    {
      person.value = *marathon_roster_get (job->roster, position);
      marathon_import_keys_set (job->positions, (guint64) position + 1, job->people->len);
    }
  g_array_append_val (job->people, person);
  return job->people->len - 1;
}

static void
collect_guide_ids (MarathonImportJob *job, MarathonRoster *place)
{
  for (guint i = 0; i < marathon_roster_get_size (place); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (place, i);
      MarathonDetailsView view;

      if (entrant->details == 0)
        continue;
      marathon_details_store_get (marathon_event_get_details (job->event), entrant->details, &view);
      for (guint g = 0; g < view.n_guides; g++)
        marathon_import_keys_set (job->guide_ids, view.guides[g].id, 0);
    }
}

static gboolean
is_free_id (MarathonImportJob *job, guint64 id)
{
  if (job->guide_ids == NULL)
    {
      job->guide_ids = marathon_import_keys_new ();
      collect_guide_ids (job, job->roster);
      collect_guide_ids (job, job->bin);
    }
  return !marathon_event_has_entrant (job->event, id)
         && marathon_import_keys_get (job->new_ids, id) == MARATHON_IMPORT_KEYS_NONE
         && marathon_import_keys_get (job->guide_ids, id) == MARATHON_IMPORT_KEYS_NONE;
}

guint64
marathon_import_make_id (MarathonImportJob *job, guint64 wanted)
{
  guint64 id = wanted;

  while (id == 0 || !is_free_id (job, id))
    id = marathon_id_source_next (job->ids);
  return id;
}

/* --- Names --- */

/* Takes the full name apart where the row has no family and given name of its own. */
static void
read_full_name (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  int column = job->by_role[MARATHON_IMPORT_ROLE_NAME];
  const char *text = column >= 0 ? marathon_csv_table_get_cell (job->table, row, (guint) column, NULL) : "";
  g_auto (MarathonPersonName) name = { NULL };
  MarathonNameForm form;
  g_autoptr (GError) error = NULL;

  if (*text == '\0' || marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_FAMILY])
      || marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_GIVEN]))
    return;
  form = marathon_person_name_split (text, marathon_import_column (job, (guint) column)->family_first, &name);
  if (form == MARATHON_NAME_EMPTY)
    return;
  if (!marathon_entrant_draft_set (draft, MARATHON_FIELD_FAMILY, name.family, &error)
      || !marathon_entrant_draft_set (draft, MARATHON_FIELD_GIVEN, name.given, &error))
    {
      marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_REFUSED, text, _ ("not taken: %s"), error->message);
      return;
    }
  if (*name.known_as != '\0' && !marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_KNOWN_AS]))
    marathon_entrant_draft_set (draft, MARATHON_FIELD_KNOWN_AS, name.known_as, NULL);
  if (*name.known_as != '\0')
    marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_ALTERED, text,
                          /* Translators: family name, given name, nickname */
                          _ ("taken apart into family name “%s”, given name “%s”, known as “%s”"), name.family,
                          name.given, name.known_as);
  else if (form == MARATHON_NAME_GUESSED)
    marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_ALTERED, text,
                          _ ("taken apart by guessing: family name “%s”, given name “%s”"), name.family, name.given);
}

static gboolean
is_name (const MarathonImportCell *cell)
{
  return cell->role == MARATHON_IMPORT_ROLE_FIELD
         && (cell->info->field == MARATHON_FIELD_FAMILY || cell->info->field == MARATHON_FIELD_GIVEN);
}

static void
read_names (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  for (guint i = 0; i < job->columns->len; i++)
    if (is_name (marathon_import_column (job, i)))
      marathon_import_read_cell (job, draft, row, i);
  read_full_name (job, draft, row);
}

/* Somebody without a name is a place in a group, or comes out of an event that had them so. */
static gboolean
check_name (MarathonImportJob *job, const MarathonEntrantDraft *draft, guint row)
{
  int column = job->by_field[MARATHON_FIELD_FAMILY] >= 0 ? job->by_field[MARATHON_FIELD_FAMILY]
               : job->by_field[MARATHON_FIELD_GIVEN] >= 0 ? job->by_field[MARATHON_FIELD_GIVEN]
                                                          : job->by_role[MARATHON_IMPORT_ROLE_NAME];

  if (draft->value.family != 0 || draft->value.given != 0
      || marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_GROUP])
      || (job->canonical && marathon_import_has_cell (job, row, job->by_field[MARATHON_FIELD_ID])))
    return TRUE;
  marathon_import_refuse_row (job, row, column, MARATHON_IMPORT_REFUSED, "", _ ("row refused: it names nobody"));
  return FALSE;
}

/* --- The rest of the row --- */

static void
read_age (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  int column = job->by_role[MARATHON_IMPORT_ROLE_AGE];
  MarathonDate day = marathon_event_get_info (job->event)->date;
  g_autofree char *copy = NULL;
  const char *text = marathon_import_get_cell (job, row, column, &copy);
  guint64 age;

  if (*text == '\0' || strcmp (text, "-") == 0 || strcmp (text, "0") == 0)
    return;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 150, &age, NULL))
    marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_REFUSED, text,
                          _ ("not taken: not understood; expected is an age in years"));
  else if (draft->value.birth != MARATHON_DATE_UNKNOWN && day != MARATHON_DATE_UNKNOWN
           && ABS (marathon_date_age_on (draft->value.birth, day) - (int) age) > 1)
    marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_IGNORED, text,
                          _ ("the date of birth gives %d on the day of the race"),
                          marathon_date_age_on (draft->value.birth, day));
  else if (draft->value.birth == MARATHON_DATE_UNKNOWN && day == MARATHON_DATE_UNKNOWN)
    marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_REFUSED, text,
                          _ ("not taken: the event has no date on which somebody could be of that age"));
  else if (draft->value.birth == MARATHON_DATE_UNKNOWN)
    draft->value.birth = marathon_date_new_age ((int) age, day);
}

/* What the row asks for is settled when all rows are known. */
static void
read_bib (MarathonImportJob *job, MarathonImportPerson *person, guint row)
{
  int column = job->by_field[MARATHON_FIELD_BIB];
  g_autofree char *copy = NULL, *whole = NULL;
  const char *text = marathon_import_get_cell (job, row, column, &copy);
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  gsize digits = strspn (text, "0123456789");

  if (*text == '\0' || strcmp (text, "-") == 0 || g_ascii_strcasecmp (text, "n/a") == 0
      || (strcmp (text, "0") == 0 && marathon_import_column (job, (guint) column)->zero_is_none))
    return;
  if (digits > 0 && strcmp (text + digits, ".0") == 0)
    {
      whole = g_strndup (text, digits);
      marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_ALTERED, text, _ ("read as the whole number %s"),
                            whole);
      text = whole;
    }
  if (!marathon_bib_parse (text, prefix, &person->bib_number))
    {
      marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_REFUSED, text,
                            _ ("not taken: not a bib; expected are letters and digits, at most %d characters"),
                            MARATHON_BIB_MAX_LENGTH);
      return;
    }
  person->wants_bib = TRUE;
  person->bib = marathon_event_add_text (job->event, text);
  person->bib_prefix = marathon_event_add_text (job->event, prefix);
}

static void
read_fields (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  for (guint i = 0; i < job->columns->len; i++)
    {
      const MarathonImportCell *cell = marathon_import_column (job, i);

      if (cell->role == MARATHON_IMPORT_ROLE_FIELD && cell->info->field != MARATHON_FIELD_ID
          && cell->info->field != MARATHON_FIELD_BIB && cell->info->field != MARATHON_FIELD_PINS && !is_name (cell))
        marathon_import_read_cell (job, draft, row, i);
    }
  if (job->by_role[MARATHON_IMPORT_ROLE_AGE] >= 0)
    read_age (job, draft, row);
  marathon_import_infer_mode (job, draft, row);
  /* Last, since values that the file gives are pinned where it does not say what is. */
  if (job->by_field[MARATHON_FIELD_PINS] >= 0 && draft->value.id == 0)
    marathon_entrant_draft_set (draft, MARATHON_FIELD_PINS, "", NULL);
  if (job->by_field[MARATHON_FIELD_PINS] >= 0)
    marathon_import_read_cell (job, draft, row, (guint) job->by_field[MARATHON_FIELD_PINS]);
}

static void
add_person (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, const MarathonImportIdentity *identity)
{
  guint index = marathon_import_take_person (job, MARATHON_IMPORT_KEYS_NONE, row);
  MarathonImportPerson *person = &g_array_index (job->people, MarathonImportPerson, index);
  guint64 id = marathon_import_make_id (job, identity->id);

  if (identity->id != 0 && id != identity->id)
    marathon_import_note (job, row, job->by_field[MARATHON_FIELD_ID], MARATHON_IMPORT_NOTE_ALTERED, "",
                          _ ("a new id was given: somebody has this one"));
  person->value = *marathon_entrant_draft_finish (draft);
  person->value.id = id;
  if (job->by_field[MARATHON_FIELD_ID] >= 0)
    marathon_import_keys_set (job->new_ids, id, index);
  if (identity->external_id != 0)
    marathon_import_keys_set (job->external_ids, identity->external_id, marathon_import_who_of_person (job, index));
  read_bib (job, person, row);
}

static void
update_person (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, const MarathonImportIdentity *identity)
{
  guint index;
  MarathonImportPerson *person;

  marathon_entrant_draft_start (draft, marathon_import_get_known (job, identity->who));
  read_names (job, draft, row);
  read_fields (job, draft, row);
  index = marathon_import_take_person (job, identity->who, row);
  person = &g_array_index (job->people, MarathonImportPerson, index);
  person->value = *marathon_entrant_draft_finish (draft);
  if (identity->external_id != 0)
    marathon_import_keys_set (job->external_ids, identity->external_id, identity->who);
  read_bib (job, person, row);
}

/* A guide named in a column of the athlete's row. */
static void
remember_guide_name (MarathonImportJob *job, guint row, MarathonImportWho who)
{
  MarathonImportGuide guide = { row, who };

  for (int role = MARATHON_IMPORT_ROLE_GUIDE_NAME; role <= MARATHON_IMPORT_ROLE_GUIDE_NAME_4; role++)
    if (marathon_import_has_cell (job, row, job->by_role[role]))
      {
        g_array_append_val (job->guides, guide);
        return;
      }
}

static void
read_known (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, const MarathonImportIdentity *identity)
{
  if (identity->who >= marathon_roster_get_size (job->roster))
    {
      g_autofree char *name = marathon_event_get_full_name (job->event, marathon_import_get_known (job, identity->who));

      job->import->counts[MARATHON_IMPORT_IN_BIN]++;
      marathon_import_note (job, row, -1, MARATHON_IMPORT_NOTE_IGNORED, name,
                            _ ("in the bin of deleted entrants, and left there"));
      return;
    }
  if (job->options.update)
    update_person (job, draft, row, identity);
  else
    job->import->counts[MARATHON_IMPORT_PRESENT]++;
  remember_guide_name (job, row, identity->who);
}

static void
read_person (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  MarathonImportIdentity identity;

  if (!marathon_import_identify (job, row, &identity))
    return;
  if (identity.who != MARATHON_IMPORT_KEYS_NONE)
    {
      read_known (job, draft, row, &identity);
      return;
    }
  marathon_entrant_draft_start (draft, NULL);
  read_names (job, draft, row);
  if (!check_name (job, draft, row))
    return;
  read_fields (job, draft, row);
  add_person (job, draft, row, &identity);
  remember_guide_name (job, row, marathon_import_who_of_person (job, job->people->len - 1));
}

/* --- All rows --- */

/* Text beyond the last column of the header. */
static void
note_beyond (MarathonImportJob *job, guint row)
{
  guint n = marathon_csv_table_get_n_cells (job->table, row);

  for (guint i = job->columns->len; i < n; i++)
    {
      g_autofree char *copy = NULL;
      const char *text = marathon_import_get_cell (job, row, (int) i, &copy);

      if (*text != '\0')
        marathon_import_note (job, row, (int) i, MARATHON_IMPORT_NOTE_IGNORED, text,
                              _ ("not taken: the line that names the columns names none here"));
    }
}

/* "Total: 12" below a list. */
static gboolean
is_footer (const MarathonImportJob *job, guint row, const char *text)
{
  static const char *const words[]
      = { "total", "totals", "grand total", "sum", "count", "end of list", "summe", "gesamt", "anzahl", "totale",
          "totaal", "totalt", "suma", "celkem", "razem" };
  g_autofree char *folded = marathon_fold (text);
  guint n_texts = 0;

  folded[strcspn (folded, ":=0123456789")] = '\0';
  g_strstrip (folded);
  for (guint i = 0; i < job->columns->len; i++)
    {
      g_autofree char *copy = NULL;
      const char *cell = marathon_import_get_cell (job, row, (int) i, &copy);

      n_texts += strspn (cell, "0123456789") != strlen (cell);
    }
  for (guint i = 0; n_texts == 1 && i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "Guide: Tom Lead", as our own lists write people who are not in the race. */
static gboolean
is_listed_guide (const char *text)
{
  const char *colon = strstr (text, ": ");
  g_autofree char *role = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  return role != NULL && marathon_import_find_guide_role (role) >= 0;
}

static gboolean
refuse_no_person (MarathonImportJob *job, guint row)
{
  const int columns[] = { job->by_field[MARATHON_FIELD_FAMILY], job->by_field[MARATHON_FIELD_GIVEN],
                          job->by_role[MARATHON_IMPORT_ROLE_NAME], 0 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *copy = NULL;
      const char *text = marathon_import_get_cell (job, row, columns[i], &copy);

      if (*text == '\0')
        continue;
      if (is_footer (job, row, text))
        marathon_import_refuse_row (job, row, columns[i], MARATHON_IMPORT_REFUSED, text,
                                    _ ("row refused: a total below the list, not a person"));
      else if (is_listed_guide (text))
        marathon_import_refuse_row (job, row, columns[i], MARATHON_IMPORT_REFUSED, text,
                                    _ ("row refused: a guide or supporter, not a competitor; rows of guides need "
                                       "a column “Guide of”"));
      else
        continue;
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_repeated_header (MarathonImportJob *job, guint row)
{
  if (!job->has_header || !marathon_import_rows_are_equal (job, row, job->header_row))
    return FALSE;
  job->import->counts[MARATHON_IMPORT_REPEATED_HEADERS]++;
  marathon_import_note (job, row, -1, MARATHON_IMPORT_NOTE_IGNORED, "", _ ("the names of the columns again"));
  return TRUE;
}

/* A guide without an athlete must not become a runner. */
static gboolean
refuse_stray_guide (MarathonImportJob *job, guint row)
{
  int column = -1;
  g_autofree char *copy = NULL;
  const char *text;

  for (guint i = 0; i < job->columns->len; i++)
    if (marathon_import_column (job, i)->role == MARATHON_IMPORT_ROLE_GUIDE_FIELD
        && marathon_import_column (job, i)->guide_field == MARATHON_GUIDE_ROLE)
      column = (int) i;
  text = marathon_import_get_cell (job, row, column, &copy);
  if (*text == '\0')
    return FALSE;
  if (marathon_import_find_guide_role (text) < 0)
    {
      if (!marathon_import_means_athlete (text))
        marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_IGNORED, text,
                              _ ("not a role of guides; the row is taken as a competitor"));
      return FALSE;
    }
  marathon_import_refuse_row (job, row, column, MARATHON_IMPORT_GUIDES_REFUSED, text,
                              job->by_role[MARATHON_IMPORT_ROLE_GUIDE_OF] >= 0
                                  ? _ ("guide refused: the row does not say whose guide it is")
                                  : _ ("guide refused: no column such as “Guide of” says whose guide it is"));
  return TRUE;
}

static void
read_row (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row)
{
  MarathonImportGuide guide = { row, MARATHON_IMPORT_KEYS_NONE };

  if (marathon_csv_table_is_row_blank (job->table, row))
    {
      job->import->n_empty++;
      return;
    }
  job->import->counts[MARATHON_IMPORT_ROWS]++;
  if (take_repeated_header (job, row) || refuse_no_person (job, row))
    return;
  note_beyond (job, row);
  if (marathon_import_has_cell (job, row, job->by_role[MARATHON_IMPORT_ROLE_GUIDE_OF]))
    g_array_append_val (job->guides, guide);
  else if (!refuse_stray_guide (job, row))
    read_person (job, draft, row);
}

void
marathon_import_read_rows (MarathonImportJob *job)
{
  guint n = marathon_csv_table_get_n_rows (job->table);
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, job->event);
  for (guint row = job->first_row; row < n && marathon_import_goes_on (job, row, n); row++)
    read_row (job, &draft, row);
  marathon_entrant_draft_clear (&draft);
}
