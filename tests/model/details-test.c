/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the details store: what is put in comes out, and one content has one reference.
 */
#include "model/details.h"

#include <string.h>

static void
test_no_details_are_reference_zero (void)
{
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  MarathonDetailsView view;

  g_assert_cmpuint (marathon_details_store_add (store, NULL, 0, NULL, 0), ==, 0);
  marathon_details_store_get (store, 0, &view);
  g_assert_cmpuint (view.n_values, ==, 0);
  g_assert_cmpuint (view.n_guides, ==, 0);
  g_assert_cmpuint (marathon_details_store_get_value (store, 0, 5), ==, 0);
}

static void
test_a_block_is_read_as_it_was_added (void)
{
  static const MarathonDetail values[] = { { 3, 30 }, { 5, 50 }, { 1030, 7 } };
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  MarathonGuide guides[2];
  MarathonDetailsView view;
  MarathonDetailsRef ref;

  memset (guides, 0, sizeof guides);
  guides[0].id = 11;
  guides[1].id = 12;
  guides[1].bib_number = 9;
  ref = marathon_details_store_add (store, values, G_N_ELEMENTS (values), guides, G_N_ELEMENTS (guides));
  g_assert_cmpuint (ref, !=, 0);

  marathon_details_store_get (store, ref, &view);
  g_assert_cmpmem (view.values, view.n_values * sizeof *view.values, values, sizeof values);
  g_assert_cmpmem (view.guides, view.n_guides * sizeof *view.guides, guides, sizeof guides);
}

static void
test_a_value_is_found_by_its_field (void)
{
  static const MarathonDetail values[] = { { 3, 30 }, { 5, 50 }, { 1030, 7 } };
  static const struct {
    guint field;
    MarathonText text;
  } cases[] = {
    { 0, 0 }, { 2, 0 },    { 3, 30 },   { 4, 0 },    { 5, 50 },
    { 6, 0 }, { 1029, 0 }, { 1030, 7 }, { 1031, 0 }, { G_MAXUINT, 0 },
  };
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  MarathonDetailsRef ref = marathon_details_store_add (store, values, G_N_ELEMENTS (values), NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (marathon_details_store_get_value (store, ref, cases[i].field), ==, cases[i].text);
}

/* Every way to choose three fields out of none and two texts each, with no, one or another guide. */
static guint
make_content (guint index, MarathonDetail *values, MarathonGuide *guides, guint *n_guides)
{
  guint n_values = 0;

  memset (guides, 0, sizeof *guides);
  for (guint field = 1; field <= 3; field++, index /= 3)
    if (index % 3 > 0)
      {
        values[n_values].field = field;
        values[n_values++].text = index % 3;
      }
  *n_guides = index > 0;
  guides->id = index;
  return n_values;
}

static void
test_equal_content_is_one_reference_and_only_that (void)
{
  const guint n = 27 * 3;
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  g_autofree MarathonDetailsRef *refs = g_new0 (MarathonDetailsRef, n);
  MarathonDetail values[3];
  MarathonGuide guide;
  guint n_guides, n_values;

  for (guint i = 0; i < n; i++)
    {
      n_values = make_content (i, values, &guide, &n_guides);
      refs[i] = marathon_details_store_add (store, values, n_values, &guide, n_guides);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (refs[i], !=, refs[j]);
    }
  for (guint i = n; i-- > 0;)
    {
      n_values = make_content (i, values, &guide, &n_guides);
      g_assert_cmpuint (marathon_details_store_add (store, values, n_values, &guide, n_guides), ==, refs[i]);
    }
}

static void
test_each_member_of_a_guide_counts (void)
{
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  MarathonGuide guide;
  MarathonDetailsRef plain;

  memset (&guide, 0, sizeof guide);
  guide.id = 1;
  plain = marathon_details_store_add (store, NULL, 0, &guide, 1);
  for (gsize i = 0; i < G_STRUCT_OFFSET (MarathonGuide, padding); i++)
    {
      ((guint8 *) &guide)[i] ^= 0x40;
      g_assert_cmpuint (marathon_details_store_add (store, NULL, 0, &guide, 1), !=, plain);
      ((guint8 *) &guide)[i] ^= 0x40;
    }
  g_assert_cmpuint (marathon_details_store_add (store, NULL, 0, &guide, 1), ==, plain);
}

/* Enough for several segments and many growings of the table; blocks of all sizes up to the greatest. */
static void
test_blocks_never_move (void)
{
  const guint n = 3000;
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  g_autofree MarathonDetail *values = g_new0 (MarathonDetail, 4096);
  g_autofree MarathonDetailsRef *refs = g_new0 (MarathonDetailsRef, n);
  g_autofree const MarathonDetail **places = g_new0 (const MarathonDetail *, n);
  MarathonDetailsView view;

  for (guint i = 0; i < 4096; i++)
    values[i] = (MarathonDetail){ i, 1 };
  for (guint i = 0; i < n; i++)
    {
      guint n_values = i % 100 == 99 ? 4096 : i % 50 + 1;

      values[0].text = i + 1;
      refs[i] = marathon_details_store_add (store, values, n_values, NULL, 0);
      marathon_details_store_get (store, refs[i], &view);
      places[i] = view.values;
    }
  for (guint i = 0; i < n; i++)
    {
      marathon_details_store_get (store, refs[i], &view);
      g_assert_true (view.values == places[i]);
      g_assert_cmpuint (view.n_values, ==, i % 100 == 99 ? 4096 : i % 50 + 1);
      g_assert_cmpuint (view.values[0].text, ==, i + 1);
      g_assert_cmpuint (view.values[view.n_values - 1].field, ==, view.n_values - 1);
    }
  g_assert_cmpuint (marathon_details_store_get_size (store), >, 30 * 4096 * sizeof (MarathonDetail));
}

static void
test_more_than_the_limits_is_refused (void)
{
  g_autoptr (MarathonDetailsStore) store = marathon_details_store_new ();
  g_autofree MarathonDetail *values = g_new0 (MarathonDetail, 4097);
  MarathonGuide guides[MARATHON_MAX_GUIDES + 1];

  memset (guides, 0, sizeof guides);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*MAX_VALUES*");
  g_assert_cmpuint (marathon_details_store_add (store, values, 4097, NULL, 0), ==, 0);
  g_test_assert_expected_messages ();
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*MAX_GUIDES*");
  g_assert_cmpuint (marathon_details_store_add (store, NULL, 0, guides, MARATHON_MAX_GUIDES + 1), ==, 0);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (marathon_details_store_add (store, NULL, 0, guides, MARATHON_MAX_GUIDES), !=, 0);
}

static void
test_who_holds_a_reference_keeps_the_store (void)
{
  static const MarathonDetail value = { 3, 30 };
  MarathonDetailsStore *store = marathon_details_store_new ();
  g_autoptr (MarathonDetailsStore) held = marathon_details_store_ref (store);
  MarathonDetailsRef ref = marathon_details_store_add (store, &value, 1, NULL, 0);

  marathon_details_store_unref (store);
  g_assert_cmpuint (marathon_details_store_get_value (held, ref, 3), ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/details/no-details-are-reference-zero", test_no_details_are_reference_zero);
  g_test_add_func ("/details/a-block-is-read-as-it-was-added", test_a_block_is_read_as_it_was_added);
  g_test_add_func ("/details/a-value-is-found-by-its-field", test_a_value_is_found_by_its_field);
  g_test_add_func ("/details/equal-content-is-one-reference", test_equal_content_is_one_reference_and_only_that);
  g_test_add_func ("/details/each-member-of-a-guide-counts", test_each_member_of_a_guide_counts);
  g_test_add_func ("/details/blocks-never-move", test_blocks_never_move);
  g_test_add_func ("/details/more-than-the-limits-is-refused", test_more_than_the_limits_is_refused);
  g_test_add_func ("/details/who-holds-a-reference-keeps-the-store", test_who_holds_a_reference_keeps_the_store);

  return g_test_run ();
}
