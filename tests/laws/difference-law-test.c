/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The law of differences: of any two events, the lines of their difference turn the first into the second, byte for byte, and undo turns it back.
 */
#include "laws/law-case.h"
#include "laws/random-edit.h"

#include <string.h>

#include "editing/event-difference.h"
#include "formats/project-reader.h"

static void
append_line (const char *line, gsize length, gpointer lines)
{
  g_assert_cmpuint (strlen (line), ==, length);
  g_assert_null (strchr (line, '\n'));
  g_string_append (lines, line);
  g_string_append_c (lines, '\n');
}

static char *
write_difference (MarathonEvent *from, MarathonEvent *to, MarathonEventDifference *difference)
{
  GString *lines = g_string_new (NULL);

  marathon_event_difference_write (from, to, append_line, lines, difference);
  return g_string_free (lines, FALSE);
}

/* Applies the lines as one step. */
static void
apply (const LawCase *law_case, MarathonHistory *history, const char *lines)
{
  g_autofree char *begin = marathon_edit_lines_begin ("Restore");
  g_autofree char *document = g_strconcat (MARATHON_EDIT_LINES_HEAD "\n", begin, "\n", lines, MARATHON_EDIT_LINES_COMMIT "\n"
                                           MARATHON_EDIT_LINES_FOOT, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (document, -1, NULL);
  MarathonIdSource ids;
  g_autoptr (GError) error = NULL;

  marathon_id_source_init_seeded (&ids, 1);
  if (!marathon_edit_lines_apply (history, stream, &ids, NULL, NULL, &error))
    g_test_message ("%s", lines);
  law_assert_no_error (law_case, "applying the difference", error);
}

/* @from must become @to by the lines, and itself again by undo; then there is no difference any more. */
static void
check_one_way (const LawCase *law_case, MarathonEvent *from, MarathonEvent *to)
{
  g_autoptr (MarathonEvent) old = marathon_event_snapshot (from);
  g_autofree char *before = marathon_project_to_text (from);
  g_autofree char *wanted = marathon_project_to_text (to);
  g_autoptr (MarathonEvent) changed = law_read (law_case, before);
  g_autoptr (MarathonHistory) history = marathon_history_new (changed);
  g_autofree char *after = NULL, *back = NULL;
  MarathonEventDifference difference, none;
  g_autofree char *lines = write_difference (old, to, &difference);
  g_autofree char *nothing = NULL;
  g_autoptr (GError) error = NULL;

  apply (law_case, history, lines);
  after = marathon_project_to_text (changed);
  law_assert_same (law_case, "the difference applied", after, wanted);
  g_assert_cmpint (*lines != '\0', ==, marathon_history_can_undo (history));
  g_assert_cmpint (*lines != '\0', ==, strcmp (before, wanted) != 0);
  nothing = write_difference (changed, to, &none);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (none.n_changed + none.n_inserted + none.n_removed + none.n_records, ==, 0);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (from)) + marathon_roster_get_size (marathon_event_get_bin (from))
                      + difference.n_inserted - difference.n_removed, ==,
                    marathon_roster_get_size (marathon_event_get_roster (to)) + marathon_roster_get_size (marathon_event_get_bin (to)));
  if (!marathon_history_can_undo (history))
    return;
  marathon_history_undo (history, &error);
  law_assert_no_error (law_case, "undo of the difference", error);
  back = marathon_project_to_text (changed);
  law_assert_same (law_case, "undo of the difference", before, back);
}

static void
check_both_ways (const LawCase *law_case, MarathonEvent *a, MarathonEvent *b)
{
  marathon_event_set_id (b, marathon_event_get_id (a));
  check_one_way (law_case, a, b);
  check_one_way (law_case, b, a);
}

/* --- After random steps --- */

static void
check_steps (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *before = marathon_project_to_text (event);
  g_autoptr (MarathonEvent) other = law_read (law_case, before);
  g_autoptr (MarathonEvent) sharing = marathon_event_snapshot (event);
  g_autoptr (MarathonHistory) history = marathon_history_new (event);
  MarathonEventDifference difference;
  g_autofree char *nothing = write_difference (event, other, &difference);

  g_assert_cmpstr (nothing, ==, "");
  for (guint i = 0; i < (law_case->n_entrants > 1000 ? 5 : 25); i++)
    random_step (random, history, random_below (random, RANDOM_N_STEPS), NULL);
  /* With texts and details of its own, and with the same. */
  check_both_ways (law_case, event, other);
  check_both_ways (law_case, event, sharing);
}

static void
test_steps (void)
{
  law_check (check_steps, 1);
}

/* --- Two events that have nothing to do with each other --- */

static void
check_strangers (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  LawCase other_case = *law_case;
  RandomSource other_random;
  g_autoptr (MarathonEvent) other = NULL;

  other_case.seed += 5000;
  random_source_init (&other_random, other_case.seed);
  other = random_event_new (&other_random, (law_case->n_entrants * 7 + 5) % 50, law_case->newer);
  if (marathon_event_difference_check (event, other, NULL))
    check_both_ways (law_case, event, other);
}

static void
test_strangers (void)
{
  law_check (check_strangers, 1);
}

/* --- The same people in another order, in the other place --- */

/* The lines of one container, each entrant as one string; what else is in it, and its end, are *tail. */
static GPtrArray *
take_entrants (char **lines, const char *start, guint *first, guint *tail)
{
  GPtrArray *entrants = g_ptr_array_new_with_free_func (g_free);
  guint i = 0;

  /* The last one is empty: there is a line end before it. */
  while (*lines[i] != '\0' && !g_str_has_prefix (lines[i], start))
    i++;
  *first = *tail = i;
  if (*lines[i] == '\0' || g_str_has_suffix (lines[i], "/>"))
    return entrants;
  for (*first = ++i; lines[i] != NULL && (g_str_has_prefix (lines[i], "    <entrant ") || g_str_has_prefix (lines[i], "      ")
                                          || g_str_has_prefix (lines[i], "    </entrant>")); i++)
    if (g_str_has_prefix (lines[i], "    <entrant "))
      g_ptr_array_add (entrants, g_strconcat (lines[i], "\n", NULL));
    else
      {
        char **last = (char **) &g_ptr_array_index (entrants, entrants->len - 1);
        g_autofree char *old = *last;

        *last = g_strconcat (old, lines[i], "\n", NULL);
      }
  *tail = i;
  return entrants;
}

static void
shuffle (RandomSource *random, GPtrArray *strings)
{
  for (guint i = strings->len; i > 1; i--)
    {
      guint other = random_below (random, i);
      gpointer string = g_ptr_array_index (strings, i - 1);

      g_ptr_array_index (strings, i - 1) = g_ptr_array_index (strings, other);
      g_ptr_array_index (strings, other) = string;
    }
}

static void
append_lines (GString *out, char **lines, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_string_append_printf (out, "%s\n", lines[i]);
}

static void
append_all (GString *out, GPtrArray *strings, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_string_append (out, g_ptr_array_index (strings, i));
}

/* The text of the event with its entrants in random order; @exchange: some from the roster change places with those in the bin. */
static char *
shuffle_text (RandomSource *random, const char *text, gboolean exchange)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint first, tail, first_of_bin, tail_of_bin;
  g_autoptr (GPtrArray) entrants = take_entrants (lines, "  <entrants", &first, &tail);
  g_autoptr (GPtrArray) bin = take_entrants (lines, "  <bin", &first_of_bin, &tail_of_bin);
  GString *out = g_string_new (NULL);

  shuffle (random, entrants);
  shuffle (random, bin);
  for (guint i = 0; exchange && i < MIN (bin->len, entrants->len); i++)
    {
      gpointer string = g_ptr_array_index (bin, i);

      g_ptr_array_index (bin, i) = g_ptr_array_index (entrants, i);
      g_ptr_array_index (entrants, i) = string;
    }
  append_lines (out, lines, 0, first);
  append_all (out, entrants, 0, entrants->len);
  append_lines (out, lines, tail, first_of_bin);
  append_all (out, bin, 0, bin->len);
  append_lines (out, lines, tail_of_bin, g_strv_length (lines) - 1);
  return g_string_free (out, FALSE);
}

static void
check_orders (const LawCase *law_case, RandomSource *random, MarathonEvent *event)
{
  g_autofree char *text = marathon_project_to_text (event);
  g_autofree char *exchanged = shuffle_text (random, text, TRUE);
  g_autofree char *shuffled = shuffle_text (random, text, FALSE);
  g_autoptr (MarathonEvent) apart = marathon_project_from_text (exchanged, -1, NULL);
  g_autoptr (MarathonEvent) other = law_read (law_case, shuffled);

  g_assert_cmpuint (strlen (shuffled), ==, strlen (text));
  check_both_ways (law_case, event, other);
  /* Whoever comes out of the bin may have a bib that is somebody's. */
  if (apart == NULL)
    return;
  check_both_ways (law_case, event, apart);
  check_both_ways (law_case, other, apart);
}

static void
test_orders (void)
{
  law_check (check_orders, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/difference/after-random-steps", test_steps);
  g_test_add_func ("/laws/difference/of-two-strangers", test_strangers);
  g_test_add_func ("/laws/difference/of-other-orders-and-places", test_orders);
  return g_test_run ();
}
