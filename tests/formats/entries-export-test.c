/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/entries-export.h: what each audience sees, and the law that everything comes back.
 */
#include "formats/entries-export.h"

#include <string.h>

#include "formats/import-sample.h"
#include "model/entrant-draft.h"
#include "model/guide-fields.h"

#define N_RANDOM_EVENTS 20
#define N_RANDOM_ENTRANTS 60

/* --- Random people --- */

static const char *
pick (GRand *rand, const char *const *list, guint n)
{
  return list[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, list) pick (rand, list, G_N_ELEMENTS (list))

/* Texts that a spreadsheet, a careless reader or a careless writer would spoil. */
static char *
draw_text (GRand *rand)
{
  static const char *const texts[] = {
    "Müller",   "O'Neill",     "=1+1",      "+44 7700 900000", "-",     "n/a",  "0",      "a,b;c|d", "say \"hi\"",
    "山田 太郎", "de la Cruz",  "@home",     "'quoted",         "M",     "H",    "1:2",    "2014",    "\"",
    "Żółć",     "Roux, Michel", "TRUE",     "1e5",             "sep=,", "#",    "Name",   "Ｆｕｌｌ", "́x",
  };

  return g_rand_boolean (rand) ? g_strdup (PICK (rand, texts)) : g_strdup_printf ("Text %u", g_rand_int (rand) % 1000);
}

static char *
draw_date (GRand *rand, MarathonFieldType type)
{
  if (type == MARATHON_FIELD_TYPE_BIRTH && g_rand_int_range (rand, 0, 4) == 0)
    return g_strdup_printf ("%d", g_rand_int_range (rand, 1900, 2027));
  if (type == MARATHON_FIELD_TYPE_BIRTH && g_rand_int_range (rand, 0, 4) == 0)
    return g_strdup_printf ("%d@2026-04-26", g_rand_int_range (rand, 0, 150));
  return g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 1971, 2060), g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29));
}

static char *
draw_record (MarathonEvent *event, MarathonListId id, GRand *rand)
{
  MarathonRecordList *list = marathon_event_get_list (event, id);
  MarathonRecord *record = marathon_record_list_get (
      list, (guint) g_rand_int_range (rand, 0, (gint32) marathon_record_list_get_size (list)));

  return g_strdup (marathon_record_get_key (record));
}

static char *
draw_word (const MarathonWord *words, GRand *rand)
{
  guint n = 0;

  while (words[n].word != NULL)
    n++;
  return g_strdup (words[g_rand_int_range (rand, 0, (gint32) n)].word);
}

static char *
draw_value (MarathonEvent *event, const MarathonFieldInfo *info, GRand *rand)
{
  switch (info->type)
    {
    case MARATHON_FIELD_TYPE_LINES:
      return g_strdup ("first line\nsecond, \"quoted\"\n\nlast");
    case MARATHON_FIELD_TYPE_WORDS:
      return g_strdup ("celebrity;M P");
    case MARATHON_FIELD_TYPE_ENUM:
      return draw_word (info->vocabulary, rand);
    case MARATHON_FIELD_TYPE_BIRTH:
    case MARATHON_FIELD_TYPE_DAY:
      return draw_date (rand, info->type);
    case MARATHON_FIELD_TYPE_RECORD:
      return draw_record (event, info->list, rand);
    case MARATHON_FIELD_TYPE_CLASS:
      return g_strdup_printf ("%c%d", g_rand_boolean (rand) ? 'T' : 'H', g_rand_int_range (rand, 1, 65));
    case MARATHON_FIELD_TYPE_UINT:
      return g_strdup_printf ("%d", g_rand_int_range (rand, 0, (gint32) MIN (info->limit, 9999)));
    case MARATHON_FIELD_TYPE_NUMBER:
      return g_strdup ("-12.50");
    case MARATHON_FIELD_TYPE_TIME:
      return marathon_time_format (g_rand_int_range (rand, 1, MARATHON_TIME_MAX));
    case MARATHON_FIELD_TYPE_FLAG:
      return g_strdup (g_rand_boolean (rand) ? "yes" : "");
    case MARATHON_FIELD_TYPE_INSTANT:
      return marathon_instant_format (1 + g_rand_int_range (rand, 0, G_MAXINT32));
    case MARATHON_FIELD_TYPE_PINS:
      return g_strdup (g_rand_boolean (rand) ? "bib;category" : "wave");
    default:
      return draw_text (rand);
    }
}

static void
draw_guide (MarathonEvent *event, GRand *rand, guint number, MarathonGuide *guide)
{
  g_autofree char *family = draw_text (rand), *given = draw_text (rand),
                  *born = draw_date (rand, MARATHON_FIELD_TYPE_BIRTH);
  g_autofree char *bib = g_strdup_printf ("G%u", number), *role = draw_word (marathon_guide_role_words, rand);
  const struct {
    MarathonGuideField field;
    const char *text;
  } values[] = {
    { MARATHON_GUIDE_FAMILY, family },
    { MARATHON_GUIDE_GIVEN, given },
    { MARATHON_GUIDE_BORN, born },
    { MARATHON_GUIDE_ROLE, role },
    { MARATHON_GUIDE_BIB, bib },
    { MARATHON_GUIDE_NATION, "Nowhere" },
    { MARATHON_GUIDE_SEX, "X" },
    { MARATHON_GUIDE_LICENCE, "0" },
    { MARATHON_GUIDE_LEG_FROM, "10" },
    { MARATHON_GUIDE_LEG_TO, "20.5" },
    { MARATHON_GUIDE_WAIVER, "yes" },
    { MARATHON_GUIDE_COLLECTED_BY, "=HYPERLINK" },
    { MARATHON_GUIDE_EMERGENCY_NAME, given },
    { MARATHON_GUIDE_EMERGENCY_PHONE, "+1" },
    { MARATHON_GUIDE_ENTRANT, "00000000000000c1" },
    { MARATHON_GUIDE_COLLECTED, "2026-04-25T09:00:00Z" },
  };

  memset (guide, 0, sizeof *guide);
  guide->id = 0xf000000000000000u + number;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].field == MARATHON_GUIDE_FAMILY || g_rand_boolean (rand))
      g_assert_true (marathon_guide_set_text (event, guide, values[i].field, values[i].text, NULL));
}

static void
draw_entrant (MarathonEntrantDraft *draft, GRand *rand, guint number)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (draft->event);
  g_autofree char *bib = g_strdup_printf ("%s%u", number % 3 == 0 ? "W" : "0", number);

  marathon_entrant_draft_start (draft, NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *text = draw_value (draft->event, info, rand);

      if (info->type != MARATHON_FIELD_TYPE_ID && info->type != MARATHON_FIELD_TYPE_BIB && g_rand_boolean (rand))
        g_assert_true (marathon_entrant_draft_set_text (draft, info, text, NULL));
    }
  draft->value.id = 0xc0u + number;
  draft->value.external_id = draft->value.external_id != 0 ? marathon_event_add_text (draft->event, bib) : 0;
  if (g_rand_boolean (rand))
    g_assert_true (marathon_entrant_draft_set (draft, MARATHON_FIELD_BIB, bib, NULL));
  for (gint32 i = g_rand_int_range (rand, -3, 5); i > 0; i--)
    {
      MarathonGuide guide;

      draw_guide (draft->event, rand, number * 4 + (guint) i, &guide);
      g_assert_true (marathon_entrant_draft_add_guide (draft, &guide, NULL));
    }
}

static MarathonEvent *
draw_event (guint32 seed)
{
  MarathonEvent *event = import_sample_new_empty ();
  GRand *rand = g_rand_new_with_seed (seed);
  MarathonEntrantDraft draft;
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < N_RANDOM_ENTRANTS; i++)
    {
      draw_entrant (&draft, rand, i);
      marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, marathon_entrant_draft_finish (&draft), &error);
      g_assert_no_error (error);
    }
  marathon_entrant_draft_clear (&draft);
  g_rand_free (rand);
  return event;
}

/* --- Round trip --- */

static void
assert_same_guides (MarathonEvent *a, const MarathonEntrant *left, MarathonEvent *b, const MarathonEntrant *right)
{
  MarathonDetailsView view_a, view_b;

  marathon_details_store_get (marathon_event_get_details (a), left->details, &view_a);
  marathon_details_store_get (marathon_event_get_details (b), right->details, &view_b);
  g_assert_cmpuint (view_a.n_guides, ==, view_b.n_guides);
  for (guint i = 0; i < view_a.n_guides; i++)
    for (guint f = 0; f < MARATHON_N_GUIDE_FIELDS; f++)
      {
        g_autoptr (GString) text_a = g_string_new (NULL), text_b = g_string_new (NULL);

        marathon_guide_append_text (a, &view_a.guides[i], (MarathonGuideField) f, text_a);
        marathon_guide_append_text (b, &view_b.guides[i], (MarathonGuideField) f, text_b);
        g_assert_cmpstr (text_a->str, ==, text_b->str);
      }
}

static void
assert_same_entrant (MarathonEvent *a, const MarathonEntrant *left, MarathonEvent *b, const MarathonEntrant *right)
{
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (a);

  for (guint i = 0; i < fields->len; i++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, i);
      g_autofree char *text_a = marathon_entrant_get_text (a, left, info->field);
      g_autofree char *text_b = marathon_entrant_get_text (b, right, info->field);

      if (g_strcmp0 (text_a, text_b) != 0)
        g_test_message ("%s differs", info->key);
      g_assert_cmpstr (text_a, ==, text_b);
    }
  g_assert_cmpuint (left->flags, ==, right->flags);
  assert_same_guides (a, left, b, right);
}

static void
assert_same_people (MarathonEvent *a, MarathonEvent *b)
{
  MarathonRoster *left = marathon_event_get_roster (a), *right = marathon_event_get_roster (b);

  g_assert_cmpuint (marathon_roster_get_size (left), ==, marathon_roster_get_size (right));
  for (guint i = 0; i < marathon_roster_get_size (left); i++)
    assert_same_entrant (a, marathon_roster_get (left, i), b, marathon_roster_get (right, i));
}

static MarathonImport *
import_export (MarathonEvent *from, const MarathonExportOptions *form, MarathonEvent *to,
               const MarathonImportOptions *options)
{
  g_autoptr (GString) text = marathon_entries_export_to_string (from, form);
  g_autoptr (MarathonCsvTable) table = import_sample_scan (text->str, text->len);
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;
  MarathonImport *import;

  marathon_id_source_init_seeded (&ids, 1);
  import = marathon_import_new (to, table, options, &ids, &error);
  g_assert_no_error (error);
  return import;
}

static void
assert_no_notes (const MarathonImport *import)
{
  guint n;
  const MarathonImportNote *notes = marathon_import_get_notes (import, &n);
  g_autofree char *first = n > 0 ? marathon_import_note_describe (&notes[0]) : NULL;

  g_assert_cmpstr (first, ==, NULL);
}

static void
test_everything_comes_back (void)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };

  for (guint32 seed = 1; seed <= N_RANDOM_EVENTS; seed++)
    {
      MarathonExportOptions form = { MARATHON_AUDIENCE_EVERYTHING, TRUE, delimiters[seed % 4], seed % 2 == 0 };
      MarathonImportOptions update = { .update = TRUE };
      g_autoptr (MarathonEvent) event = draw_event (seed), copy = import_sample_new_empty ();
      g_autoptr (MarathonImport) import = import_export (event, &form, copy, NULL), again = NULL;

      assert_no_notes (import);
      import_sample_apply (copy, import);
      assert_same_people (event, copy);
      again = import_export (event, &form, copy, &update);
      g_assert_true (marathon_import_is_empty (again));
      assert_no_notes (again);
    }
}

static void
test_update_from_export (void)
{
  MarathonExportOptions form = { MARATHON_AUDIENCE_EVERYTHING, TRUE, 0, FALSE };
  MarathonImportOptions update = { .update = TRUE };
  g_autoptr (MarathonEvent) event = import_sample_new (), other = import_sample_new ();
  MarathonEntrant changed = *marathon_roster_get (marathon_event_get_roster (event), 1);
  const guint32 position = 1;
  g_autoptr (MarathonImport) import = NULL;

  changed.status = MARATHON_STATUS_WITHDRAWN;
  g_assert_true (marathon_event_replace_entrants (other, MARATHON_PLACE_ROSTER, &position, &changed, 1, NULL));
  import = import_export (event, &form, other, &update);
  g_assert_cmpuint (marathon_import_get_count (import, MARATHON_IMPORT_UPDATED), ==, 1);
  import_sample_apply (other, import);
  assert_same_people (event, other);
}

/* --- Audiences --- */

/* The public need not know who applied or withdrew; everybody else sees all, and the status of each. */
static void
test_the_public_sees_who_is_accepted (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  MarathonEntrant changed = *marathon_roster_get (marathon_event_get_roster (event), 1);
  const char *family = marathon_event_text (event, changed.family);
  const guint32 position = 1;

  for (int status = MARATHON_STATUS_ACCEPTED; marathon_status_words[status].word != NULL; status++)
    for (int audience = MARATHON_AUDIENCE_PUBLIC; audience <= MARATHON_AUDIENCE_EVERYTHING; audience++)
      {
        MarathonExportOptions form = { (MarathonAudience) audience, TRUE, 0, FALSE };
        g_autoptr (GString) text = NULL;

        changed.status = (guint8) status;
        marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, &position, &changed, 1, NULL);
        text = marathon_entries_export_to_string (event, &form);
        g_assert_cmpint (strstr (text->str, family) != NULL, ==,
                         audience != MARATHON_AUDIENCE_PUBLIC || status == MARATHON_STATUS_ACCEPTED);
      }
}

static char *
get_head (MarathonEvent *event, MarathonAudience audience)
{
  MarathonExportOptions form = { audience, TRUE, 0, FALSE };
  g_autoptr (GString) text = marathon_entries_export_to_string (event, &form);

  return g_strndup (text->str, strcspn (text->str, "\r"));
}

static void
test_heads (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new_empty ();
  g_autofree char *everything = get_head (event, MARATHON_AUDIENCE_EVERYTHING);
  g_autofree char *medical = get_head (event, MARATHON_AUDIENCE_MEDICAL);
  g_autofree char *public = get_head (event, MARATHON_AUDIENCE_PUBLIC);
  static const char *const first
      = "id,external-id,bib,family,given,known-as,bib-name,sort-key,sex,born,nation,town,residence,club,licence,chip,"
        "mode,"
        "category,wave,class,class-status,rank,pb,sb,qualifying,predicted,route,charity,group,load,honours,tags,starts,"
        "publish,status,entered,collected,note,email,phone,emergency-name,emergency-phone,medical,";
  static const char *const last
      = ",x-shirt,x-bus,x-fee,x-f-e-e,guide-of,guide-role,guide-from,guide-to,guide-waiver,guide-entrant";

  g_assert_true (g_str_has_prefix (everything, first));
  g_assert_true (g_str_has_suffix (everything, last));
  g_assert_cmpstr (medical, ==,
                   "bib,family,given,sex,born,category,wave,emergency-name,emergency-phone,medical,guide-of,guide-role,"
                   "guide-from,guide-to");
  g_assert_true (g_str_has_prefix (public, "bib,family,given,known-as,bib-name,sex,nation,"));
  g_assert_null (strstr (public, ",born,"));
  g_assert_null (strstr (public, ",class,"));
  g_assert_null (strstr (public, ",note,"));
  g_assert_null (strstr (public, "email"));
}

static void
set (MarathonEvent *event, guint position, guint field, const char *text)
{
  const guint32 positions[] = { position };
  MarathonEntrantDraft draft;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, marathon_roster_get (marathon_event_get_roster (event), position));
  g_assert_true (marathon_entrant_draft_set (&draft, field, text, NULL));
  g_assert_true (marathon_event_replace_entrants (event, MARATHON_PLACE_ROSTER, positions,
                                                  marathon_entrant_draft_finish (&draft), 1, NULL));
  marathon_entrant_draft_clear (&draft);
}

/* The first seven cells of each row below the head, and the athlete and role of guides. */
static char *
get_rows (MarathonEvent *event, MarathonAudience audience, gboolean raw)
{
  MarathonExportOptions form = { audience, raw, 0, FALSE };
  g_autoptr (GString) text = marathon_entries_export_to_string (event, &form);
  g_autoptr (MarathonCsvTable) table = import_sample_scan (text->str, text->len);
  GString *out = g_string_new (NULL);
  guint n_columns = marathon_csv_table_get_n_columns (table), guide_of = 0;

  while (strcmp (marathon_csv_table_get_cell (table, 0, guide_of, NULL), "guide-of") != 0)
    g_assert_cmpuint (++guide_of, <, n_columns);
  for (guint row = 1; row < marathon_csv_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < 7; column++)
        g_string_append_printf (out, "%s,", marathon_csv_table_get_cell (table, row, column, NULL));
      g_string_append_printf (out, " %s,%s\n", marathon_csv_table_get_cell (table, row, guide_of, NULL),
                              marathon_csv_table_get_cell (table, row, guide_of + 1, NULL));
    }
  return g_string_free (out, FALSE);
}

static void
test_public_names (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autofree char *full = get_rows (event, MARATHON_AUDIENCE_PUBLIC, TRUE);
  g_autofree char *kept_back = NULL, *withheld = NULL;

  g_assert_cmpstr (full, ==,
                   "10,Okafor,Ada,,,,, ,\n"
                   "11,Stone,Ben,,,,, ,\n"
                   "12,Vale,Cleo,,,,, ,\n"
                   "G1,Ray,Dan,,,,, 12,guide\n");
  set (event, 0, MARATHON_FIELD_PUBLISH, "initials");
  set (event, 0, MARATHON_FIELD_KNOWN_AS, "Queen");
  set (event, 1, MARATHON_FIELD_BORN, "2008-04-27"); /* eighteen on the day after the race */
  kept_back = get_rows (event, MARATHON_AUDIENCE_PUBLIC, TRUE);
  g_assert_cmpstr (kept_back, ==,
                   "10,O.,A.,,,,, ,\n"
                   "11,,,,,,, ,\n"
                   "12,Vale,Cleo,,,,, ,\n"
                   "G1,Ray,Dan,,,,, 12,guide\n");
  set (event, 1, MARATHON_FIELD_BORN, "2008-04-26");
  set (event, 2, MARATHON_FIELD_PUBLISH, "withheld");
  withheld = get_rows (event, MARATHON_AUDIENCE_PUBLIC, TRUE);
  g_assert_cmpstr (withheld, ==,
                   "10,O.,A.,,,,, ,\n"
                   "11,Stone,Ben,,,,, ,\n"
                   "12,,,,,,, ,\n");
}

static void
test_officials_see_names (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autofree char *rows = NULL;

  set (event, 0, MARATHON_FIELD_PUBLISH, "withheld");
  rows = get_rows (event, MARATHON_AUDIENCE_OFFICIALS, TRUE);
  g_assert_cmpstr (rows, ==,
                   "a000000000000001,E1,10,Okafor,Ada,,, ,\n"
                   "a000000000000002,E2,11,Stone,Ben,,, ,\n"
                   "a000000000000003,E3,12,Vale,Cleo,,, ,\n"
                   "b000000000000001,,G1,Ray,Dan,,, a000000000000003,guide\n");
}

static void
test_formulas (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new ();
  g_autofree char *raw = NULL, *guarded = NULL;

  set (event, 0, MARATHON_FIELD_FAMILY, "=1+1");
  raw = get_rows (event, MARATHON_AUDIENCE_PUBLIC, TRUE);
  guarded = get_rows (event, MARATHON_AUDIENCE_PUBLIC, FALSE);
  g_assert_true (g_str_has_prefix (raw, "10,=1+1,Ada"));
  g_assert_true (g_str_has_prefix (guarded, "10,'=1+1,Ada"));
}

/* --- Pieces --- */

static gboolean
refuse_second_piece (const char *text, gsize length, gpointer user_data, GError **error)
{
  guint *n_pieces = user_data;

  g_assert_cmpuint (length, >, 0);
  if (++*n_pieces < 2)
    return TRUE;
  g_set_error_literal (error, MARATHON_IMPORT_ERROR, 0, "full");
  return FALSE;
}

static void
test_pieces (void)
{
  g_autoptr (MarathonEvent) event = import_sample_new_empty ();
  MarathonExportOptions form = { MARATHON_AUDIENCE_EVERYTHING, TRUE, 0, FALSE };
  MarathonEntrant entrant;
  guint n_pieces = 0;
  g_autoptr (GError) error = NULL;

  memset (&entrant, 0, sizeof entrant);
  for (entrant.id = 1; entrant.id <= 4000; entrant.id++)
    g_assert_true (marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, NULL));
  g_assert_false (marathon_entries_export (event, &form, refuse_second_piece, &n_pieces, &error));
  g_assert_error (error, MARATHON_IMPORT_ERROR, 0);
  g_assert_cmpuint (n_pieces, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entries-export/everything-comes-back", test_everything_comes_back);
  g_test_add_func ("/entries-export/an-export-updates-another-copy", test_update_from_export);
  g_test_add_func ("/entries-export/columns-by-audience", test_heads);
  g_test_add_func ("/entries-export/the-public-sees-what-was-allowed", test_public_names);
  g_test_add_func ("/entries-export/the-public-sees-who-is-accepted", test_the_public_sees_who_is_accepted);
  g_test_add_func ("/entries-export/officials-see-all-names", test_officials_see_names);
  g_test_add_func ("/entries-export/formulas-are-guarded", test_formulas);
  g_test_add_func ("/entries-export/a-failing-write-stops-it", test_pieces);
  return g_test_run ();
}
