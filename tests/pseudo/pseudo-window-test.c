/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole program in the language that nobody speaks, in the smallest window: no word escaped translation, and none
 * is cut.
 */
#include <errno.h>
#include <string.h>

#include "application/window-tour.h"
#include "document/event-template.h"
#include "formats/csv-reader.h"
#include "model/entrant-fields.h"
#include "model/nation-table.h"
#include "pseudo/pseudo-look.h"
#include "widgets/display-scene.h"

/* --- Events whose words are nobody's to translate, in letters that are not those of English --- */

/* What officials write themselves. The values of other attributes are words of the format. */
#define WRITTEN \
  "title|place|name|code|label|table|family|given|club|town|charity|honours|note|competition|pb-place|bib-name|sort-key|known-as|" \
  "holder|emergency-name|collected-by|finish|qualifying-race|tags|email|external-id"

static gboolean
write_foreign (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *text = g_match_info_fetch (match, 0);
  const char *value = strchr (text, '=');
  gboolean is_entity = FALSE;

  g_string_append_len (result, text, value - text);
  for (const char *p = value; *p != '\0'; p++)
    {
      is_entity = *p == '&' || (is_entity && p[-1] != ';');
      if (!is_entity && g_ascii_isalpha (*p))
        g_string_append_unichar (result, g_ascii_isupper (*p) ? 0x410 + *p - 'A' : 0x430 + *p - 'a');
      else
        g_string_append_c (result, *p);
    }
  return FALSE;
}

/* The same event with everything that is written in it in Cyrillic letters. */
static MarathonDocument *
make_foreign (MarathonDocument *document, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
  g_autoptr (GRegex) regex = g_regex_new (" (" WRITTEN ")=\"[^\"]*\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *text = NULL;
  g_autofree char *foreign = NULL;
  g_autoptr (GError) error = NULL;
  MarathonDocument *made;

  marathon_document_save_copy (document, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  foreign = g_regex_replace_eval (regex, text, -1, 0, G_REGEX_MATCH_DEFAULT, write_foreign, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, foreign, -1, NULL));
  made = marathon_document_load (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return made;
}

static MarathonDocument *
new_foreign_event (void)
{
  g_autoptr (MarathonDocument) document = window_tour_new_event ();

  return make_foreign (document, "new" MARATHON_FILE_ENDING);
}

static MarathonDocument *
open_foreign_example (void)
{
  g_autoptr (MarathonDocument) document = window_tour_open_example ();

  return make_foreign (document, "example" MARATHON_FILE_ENDING);
}

/* --- What stays as it is in every language --- */

/* Columns of the entry list. */
#define FAMILY_NAME 1
#define GIVEN_NAME 2

/* Texts and why. */
static const char *const fixed[] = {
  "Marathon",                 /* the program's name */
  "Europe/London", "en-GB",   /* examples of what is written in a field */
  "gone.marathon", "entries.csv", "UTF-8", /* a file, and what is in it */
};

/* The names of days and months, and what went wrong, are the C library's. */
static void
add_names_of_days (GPtrArray *known)
{
  for (int day = 1; day <= 7; day++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2024, day, day, 0, 0, 0);

      g_ptr_array_add (known, g_date_time_format (date, "%A"));
    }
  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2024, month, 1, 0, 0, 0);

      g_ptr_array_add (known, g_date_time_format (date, "%B"));
    }
  g_ptr_array_add (known, g_strdup (g_strerror (ENOENT)));
}

/* The codes of nations, as athletics writes them. */
static void
add_nations (GPtrArray *known)
{
  for (guint i = 0; marathon_nation_table[i].code != NULL; i++)
    g_ptr_array_add (known, g_strdup (marathon_nation_table[i].code));
}

/* More rows than the list has that samples are taken from. */
#define SAMPLED 200

static void
add_cell (GPtrArray *known, const MarathonCsvTable *table, guint row, guint column)
{
  const char *cell = marathon_csv_table_get_cell (table, row, column, NULL);

  if (!pseudo_look_is_translated (cell) && !g_ptr_array_find_with_equal_func (known, cell, g_str_equal, NULL))
    g_ptr_array_add (known, g_strdup (cell));
}

/* The list that the dialog of an import shows: its header, samples of its cells, and the names of those in it. */
static void
add_list (GPtrArray *known)
{
  g_autofree char *path = marathon_installed_file ("examples/entries.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  table = marathon_csv_table_new (bytes, NULL, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < marathon_csv_table_get_n_rows (table); row++)
    {
      g_ptr_array_add (known, g_strconcat (marathon_csv_table_get_cell (table, row, GIVEN_NAME, NULL), " ",
                                           marathon_csv_table_get_cell (table, row, FAMILY_NAME, NULL), NULL));
      for (guint column = 0; row < SAMPLED && column < marathon_csv_table_get_n_cells (table, row); column++)
        add_cell (known, table, row, column);
    }
}

/* So that the regular expression takes the longer of two that begin alike. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize left = strlen (*(char *const *) a), right = strlen (*(char *const *) b);

  return (left < right) - (left > right);
}

static GStrv
list_known (gboolean with_list)
{
  GPtrArray *known = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_ptr_array_add (known, g_strdup (fixed[i]));
  g_ptr_array_add (known, g_strdup (g_get_home_dir ()));
  add_names_of_days (known);
  add_nations (known);
  if (with_list)
    add_list (known);
  g_ptr_array_sort (known, compare_lengths);
  g_ptr_array_add (known, NULL);
  return (GStrv) g_ptr_array_free (known, FALSE);
}

/* --- Looking --- */

static void
look (GtkWidget *root, const char *where, gpointer known)
{
  g_test_message ("%s", where);
  pseudo_look_assert_none (pseudo_look_find_plain (root, known));
  pseudo_look_assert_none (pseudo_look_find_cut (root));
}

static void
test_beginning (void)
{
  g_autoptr (MarathonDocument) document = new_foreign_event ();
  g_auto (GStrv) known = list_known (FALSE);

  window_tour_beginning (document, look, known);
}

static void
test_pages (void)
{
  g_autoptr (MarathonDocument) document = open_foreign_example ();
  g_auto (GStrv) known = list_known (FALSE);

  window_tour_pages (document, look, known);
}

static void
test_dialogs (void)
{
  g_autoptr (MarathonDocument) document = new_foreign_event ();
  g_auto (GStrv) known = list_known (TRUE);

  window_tour_dialogs (document, look, known);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  window_tour_add_actions ();
  g_test_add_func ("/pseudo-window/beginning", test_beginning);
  g_test_add_func ("/pseudo-window/pages", test_pages);
  g_test_add_func ("/pseudo-window/dialogs", test_dialogs);
  return display_scene_run ();
}
