/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold for every event from which personal data was removed, whatever was in it.
 */
#include "laws/law-case.h"

#include <string.h>

#include "editing/personal-removal.h"
#include "formats/project-writer.h"
#include "formats/schema-check.h"

static MarathonEvent *
remove_data (const LawCase *law_case, MarathonEvent *event, MarathonPersonalDepth depth)
{
  g_autoptr (GError) error = NULL;
  MarathonIdSource ids;
  MarathonEvent *bare;

  marathon_id_source_init_seeded (&ids, law_case->seed + 1000003);
  bare = marathon_personal_remove (event, depth, &ids, NULL, NULL, NULL, &error);
  law_assert_no_error (law_case, "personal data is removed", error);
  return bare;
}

typedef void (*BareFunc) (const LawCase *law_case, MarathonEvent *event, MarathonEvent *bare,
                          MarathonPersonalDepth depth);

static void
check_both (const LawCase *law_case, MarathonEvent *event, BareFunc func)
{
  for (MarathonPersonalDepth depth = MARATHON_PERSONAL_CONTACT; depth <= MARATHON_PERSONAL_ALL; depth++)
    {
      g_autoptr (MarathonEvent) bare = remove_data (law_case, event, depth);

      func (law_case, event, bare, depth);
    }
}

/* --- The file --- */

/* Also of events that a newer version wrote: nothing is left of that. */
static void
check_bare_file (const LawCase *law_case, MarathonEvent *event, MarathonEvent *bare, MarathonPersonalDepth depth)
{
  g_autofree char *written = marathon_project_to_text (bare);
  g_autoptr (MarathonEvent) read = law_read (law_case, written);
  g_autofree char *again = marathon_project_to_text (read);
  g_autofree char *said = NULL;

  law_assert_same (law_case, "without personal data, read and written again", written, again);
  if (!schema_check_text (written, &said))
    g_error ("seed %u: %s", law_case->seed, said);
}

static void
check_file (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  check_both (law_case, event, check_bare_file);
}

static void
test_the_file_is_valid_and_reads_back (void)
{
  law_check (check_file, 0);
}

/* --- What goes --- */

static void
check_entrant (MarathonEvent *bare, const MarathonEntrant *entrant, GPtrArray *fields, MarathonPersonalDepth depth)
{
  for (guint f = 0; f < fields->len; f++)
    {
      const MarathonFieldInfo *info = g_ptr_array_index (fields, f);
      g_autofree char *text = NULL;

      if (!marathon_personal_is_removed (marathon_personal_get_field_kind (bare, info->field), depth))
        continue;
      text = marathon_entrant_get_text (bare, entrant, info->field);
      g_assert_cmpstr (text, ==, "");
    }
}

/* And the pool has not one text more than an event that was read from the file. */
static void
check_nothing_is_left (const LawCase *law_case, MarathonEvent *event, MarathonEvent *bare, MarathonPersonalDepth depth)
{
  g_autofree char *written = marathon_project_to_text (bare);
  g_autoptr (MarathonEvent) read = law_read (law_case, written);
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (bare);
  MarathonRoster *roster = marathon_event_get_roster (bare);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    check_entrant (bare, marathon_roster_get (roster, i), fields, depth);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (bare)), ==, 0);
  g_assert_cmpuint (marathon_text_pool_get_count (marathon_event_get_pool (bare)), <=,
                    marathon_text_pool_get_count (marathon_event_get_pool (read)));
}

static void
check_goes (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  check_both (law_case, event, check_nothing_is_left);
}

static void
test_what_is_personal_is_nowhere (void)
{
  law_check (check_goes, 1);
}

/* --- What stays --- */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One line for each entrant, in the order of their bytes, so that it does not matter how they stand. */
static char *
describe_statistics (MarathonEvent *event)
{
  static const MarathonField fields[] = {
    MARATHON_FIELD_SEX,       MARATHON_FIELD_MODE,     MARATHON_FIELD_CATEGORY,  MARATHON_FIELD_WAVE,
    MARATHON_FIELD_CLASS,     MARATHON_FIELD_RANK,     MARATHON_FIELD_STATUS,    MARATHON_FIELD_ROUTE,
    MARATHON_FIELD_GUN_TIME,  MARATHON_FIELD_NET_TIME, MARATHON_FIELD_PB,        MARATHON_FIELD_CHARITY,
    MARATHON_FIELD_PLACE,     MARATHON_FIELD_PINS,     MARATHON_FIELD_PREDICTED, MARATHON_FIELD_SB,
    MARATHON_FIELD_BIB_BLOCK,
  };
  MarathonRoster *roster = marathon_event_get_roster (event);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      GString *line = g_string_new (NULL);

      for (gsize f = 0; f < G_N_ELEMENTS (fields); f++)
        {
          marathon_entrant_append_text (event, entrant, marathon_event_get_field (event, fields[f]), line);
          g_string_append_c (line, '|');
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
check_same_statistics (const LawCase *law_case, MarathonEvent *event, MarathonEvent *bare, MarathonPersonalDepth depth)
{
  g_autofree char *before = describe_statistics (event);
  g_autofree char *after = describe_statistics (bare);

  law_assert_same (law_case, "what can be counted", before, after);
}

static void
check_stays (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  check_both (law_case, event, check_same_statistics);
}

static void
test_what_can_be_counted_stays (void)
{
  law_check (check_stays, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/personal/the-file-is-valid-and-reads-back", test_the_file_is_valid_and_reads_back);
  g_test_add_func ("/laws/personal/what-is-personal-is-nowhere", test_what_is_personal_is_nowhere);
  g_test_add_func ("/laws/personal/what-can-be-counted-stays", test_what_can_be_counted_stays);
  return g_test_run ();
}
