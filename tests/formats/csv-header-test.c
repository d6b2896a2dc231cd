/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/csv-header.h.
 */
#include "formats/csv-header.h"

#include <string.h>

static const char *const bib_names[] = { "Number", "Bib Number", "Startnummer", NULL };
static const char *const family_names[] = { "Family Name", "Surname", "Last Name", "Name", NULL };
static const char *const given_names[] = { "Given Name", "First Name", "Vorname", NULL };
static const char *const born_names[] = { "Date of Birth", "DOB", NULL };
static const char *const club_names[] = { "Club Name", "Team", NULL };
static const char *const group_names[] = { "Group Name", "Team", NULL };
static const char *const email_names[] = { "E-mail address", NULL };

static const MarathonCsvHeaderField fields[] = {
  { "bib", bib_names, NULL },   { "family", family_names, NULL }, { "given", given_names, NULL },
  { "born", born_names, NULL }, { "club", club_names, NULL },     { "group", group_names, NULL },
  { "email", email_names, NULL }, { "note", NULL, NULL },
};

/* "row 1: bib family - given; 2 UNKNOWN" */
static char *
describe (const MarathonCsvHeader *header)
{
  static const char *const kinds[] = { "UNKNOWN", "UNNAMED", "AMBIGUOUS", "DUPLICATE", "MISSING" };
  GString *out = g_string_new (NULL);
  guint n_issues;
  const MarathonCsvHeaderIssue *issues = marathon_csv_header_get_issues (header, &n_issues);

  g_string_append_printf (out, "row %u:", marathon_csv_header_get_row (header));
  for (guint column = 0; column < marathon_csv_header_get_n_columns (header); column++)
    {
      const char *key = marathon_csv_header_get_key (header, column);

      g_string_append_printf (out, " %s", key != NULL ? key : "-");
    }
  for (guint i = 0; i < n_issues; i++)
    g_string_append_printf (out, "; %u %s%s%s", issues[i].column, kinds[issues[i].kind],
                            issues[i].key != NULL ? " " : "", issues[i].key != NULL ? issues[i].key : "");
  return g_string_free (out, FALSE);
}

static char *
find (const char *text, const MarathonCsvHeaderField *among, guint n_fields)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, &error);
  g_autoptr (MarathonCsvHeader) header = NULL;

  g_assert_no_error (error);
  header = marathon_csv_header_find (table, among, n_fields);
  return header != NULL ? describe (header) : g_strdup ("none");
}

#define TEN_ROWS "1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n"

static const struct {
  const char *path;
  const char *text;
  const char *expected;
} cases[] = {
  { "keys-name-their-fields", "bib,family,given,born,note\n", "row 0: bib family given born note" },
  { "aliases-name-their-fields", "Startnummer,Surname,Vorname,DOB\n", "row 0: bib family given born" },
  { "case-accents-and-punctuation-do-not-count", "BIB NUMBER:,fámily_name,First-Name,E mail Address\n",
    "row 0: bib family given email" },
  { "line-end-within-a-name", "\"Bib\r\nNumber\",\"Family\nName\"\n", "row 0: bib family" },
  { "remark-in-brackets", "Bib,Date of Birth (dd/mm/yyyy),Surname [as on passport]*\n", "row 0: bib born family" },
  { "remark-that-never-ends", "Bib,Date of Birth (dd/mm\n", "row 0: bib born" },
  { "titles-above", "Town Marathon 2026,,\n\nEntries of 1 May,,\nBib,Family,Given\n1,Okafor,Ada\n",
    "row 2: bib family given" },
  { "title-that-is-a-name-itself", "Club,,\nBib,Family,Given\n", "row 1: bib family given" },
  { "of-equal-rows-the-first", "Bib,Family\nBib,Family\n", "row 0: bib family" },
  { "twentieth-row", TEN_ROWS "1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\nBib,Family\n", "row 19: bib family" },
  { "twenty-first-row", TEN_ROWS TEN_ROWS "Bib,Family\n", "none" },
  { "one-column", "Note to all\nE-mail\nada@example.org\n", "row 1: email" },
  { "no-header", "1,Okafor,Ada\n2,Stone,Ben\n", "none" },
  { "nothing", "", "none" },
  { "values-that-happen-to-be-names", "1,Okafor,Ada,Leeds,Team,x,x,x,x\n2,Stone,Ben,Note,Club,x,x,x,x\n", "none" },
  { "unknown-names", "Bib,T-Shirt,Family,Pizza\n", "row 0: bib - family -; 1 UNKNOWN; 3 UNKNOWN" },
  { "columns-without-a-name", "Bib,,Family,#\n", "row 0: bib - family -; 1 UNNAMED; 3 UNNAMED" },
  { "the-better-name-wins", "Name,Bib,Surname,Number\n", "row 0: - bib family -; 0 DUPLICATE family; 3 DUPLICATE bib" },
  { "the-key-beats-the-aliases", "Family Name,family,bib\n", "row 0: - family bib; 0 DUPLICATE family" },
  { "a-whole-name-beats-one-with-a-remark", "DOB (day first),DOB,bib\n", "row 0: - born bib; 0 DUPLICATE born" },
  { "of-equal-names-none-wins", "Bib,Surname,Given,SURNAME\n",
    "row 0: bib - given -; 1 DUPLICATE family; 3 DUPLICATE family" },
  { "name-of-two-fields", "Bib,Family,Team\n", "row 0: bib family -; 2 AMBIGUOUS club" },
  { "ambiguous-names-do-not-compete", "Bib,Team,Club Name\n", "row 0: bib - club; 1 AMBIGUOUS club" },
};

static void
test_find (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *found = find (cases[i].text, fields, G_N_ELEMENTS (fields));

  g_assert_cmpstr (found, ==, cases[i].expected);
}

static void
test_a_chosen_name_beats_all (void)
{
  static const MarathonCsvHeaderField chosen[] = { { "bib", bib_names, NULL },
                                                   { "club", club_names, "Verein" },
                                                   { "group", group_names, "Team" },
                                                   { "note", NULL, "Pizza!" } };
  g_autofree char *found = find ("Bib,Club,Team,verein,Pizza\n", chosen, G_N_ELEMENTS (chosen));

  g_assert_cmpstr (found, ==, "row 0: bib - group club note; 1 DUPLICATE club");
}

static void
test_a_chosen_name_makes_a_header (void)
{
  static const MarathonCsvHeaderField chosen[] = { { "family", family_names, "Sukunimi" } };
  g_autofree char *found = find ("Nimi,Sukunimi,Seura,Kunta,Sarja,Puhelin\n", chosen, G_N_ELEMENTS (chosen));

  g_assert_cmpstr (found, ==, "row 0: - family - - - -; 0 UNKNOWN; 2 UNKNOWN; 3 UNKNOWN; 4 UNKNOWN; 5 UNKNOWN");
}

static void
test_a_chosen_name_may_be_missing (void)
{
  static const MarathonCsvHeaderField chosen[] = { { "bib", bib_names, "Numero" }, { "family", family_names, NULL } };
  g_autofree char *found = find ("Bib,Family\n", chosen, G_N_ELEMENTS (chosen));

  g_assert_cmpstr (found, ==, "row 0: bib family; 0 MISSING bib");
}

static void
test_columns_are_found_by_key (void)
{
  static const char text[] = "Pizza,Family,Bib\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MarathonCsvTable) table = marathon_csv_table_new (bytes, NULL, NULL);
  g_autoptr (MarathonCsvHeader) header = marathon_csv_header_find (table, fields, G_N_ELEMENTS (fields));

  g_assert_cmpint (marathon_csv_header_find_column (header, "family"), ==, 1);
  g_assert_cmpint (marathon_csv_header_find_column (header, "bib"), ==, 2);
  g_assert_cmpint (marathon_csv_header_find_column (header, "given"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-header/%s", cases[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/csv-header/a-chosen-name-beats-all", test_a_chosen_name_beats_all);
  g_test_add_func ("/csv-header/a-chosen-name-makes-a-header", test_a_chosen_name_makes_a_header);
  g_test_add_func ("/csv-header/a-chosen-name-may-be-missing", test_a_chosen_name_may_be_missing);
  g_test_add_func ("/csv-header/columns-are-found-by-key", test_columns_are_found_by_key);

  return g_test_run ();
}
