/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a list of records: order, keys and handles stay in step, and the list model says what changed.
 */
#include "model/record-list.h"

#include "model/start.h"

static MarathonRecord *
make_record (const char *key)
{
  return marathon_record_new (MARATHON_TYPE_START, key);
}

static MarathonRecordList *
make_list (const char *keys)
{
  MarathonRecordList *list = marathon_record_list_new ();

  for (; *keys != '\0'; keys++)
    {
      char key[] = { *keys, '\0' };
      g_autoptr (MarathonRecord) record = make_record (key);

      marathon_record_list_insert (list, marathon_record_list_get_size (list), record);
    }
  return list;
}

static void
assert_keys (MarathonRecordList *list, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);

      g_string_append (keys, marathon_record_get_key (record));
      g_assert_true (marathon_record_list_find (list, marathon_record_get_key (record)) == record);
      g_assert_true (marathon_record_list_by_handle (list, marathon_record_get_handle (record)) == record);
      g_assert_cmpuint (marathon_record_list_get_position (list, record), ==, i);
    }
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
test_a_record_is_found_by_position_key_and_handle (void)
{
  g_autoptr (MarathonRecordList) list = make_list ("abc");

  assert_keys (list, "abc");
  g_assert_null (marathon_record_list_get (list, 3));
  g_assert_null (marathon_record_list_find (list, "d"));
  g_assert_null (marathon_record_list_by_handle (list, 0));
  g_assert_null (marathon_record_list_by_handle (list, 4));
  g_assert_null (marathon_record_list_by_handle (list, G_MAXUINT32));
}

static void
test_a_handle_is_never_given_again (void)
{
  g_autoptr (MarathonRecordList) list = make_list ("abc");
  g_autoptr (MarathonRecord) record = make_record ("d");

  g_assert_cmpuint (marathon_record_list_get_next_handle (list), ==, 4);
  marathon_record_list_remove (list, 2);
  g_assert_null (marathon_record_list_find (list, "c"));
  g_assert_null (marathon_record_list_by_handle (list, 3));
  g_assert_cmpuint (marathon_record_list_get_next_handle (list), ==, 4);
  marathon_record_list_insert (list, 0, record);
  g_assert_cmpuint (marathon_record_get_handle (record), ==, 4);
  assert_keys (list, "dab");
}

static void
test_a_record_that_is_put_back_keeps_its_handle (void)
{
  g_autoptr (MarathonRecordList) list = make_list ("abc");
  g_autoptr (MarathonRecord) record = g_object_ref (marathon_record_list_get (list, 1));

  marathon_record_list_remove (list, 1);
  g_assert_cmpuint (marathon_record_list_get_position (list, record), ==, G_MAXUINT);
  marathon_record_list_insert (list, 2, record);
  g_assert_cmpuint (marathon_record_get_handle (record), ==, 2);
  g_assert_cmpuint (marathon_record_list_get_next_handle (list), ==, 4);
  assert_keys (list, "acb");
}

static void
test_a_record_may_come_with_a_higher_handle (void)
{
  g_autoptr (MarathonRecordList) list = make_list ("a");
  g_autoptr (MarathonRecord) high = make_record ("h"), next = make_record ("n");

  marathon_record_set_handle (high, 9);
  marathon_record_list_insert (list, 1, high);
  for (guint32 handle = 2; handle < 9; handle++)
    g_assert_null (marathon_record_list_by_handle (list, handle));
  marathon_record_list_insert (list, 2, next);
  g_assert_cmpuint (marathon_record_get_handle (next), ==, 10);
  assert_keys (list, "ahn");
}

static void
test_the_next_handle_can_be_set_ahead (void)
{
  g_autoptr (MarathonRecordList) list = make_list ("a");
  g_autoptr (MarathonRecord) record = make_record ("b");

  marathon_record_list_set_next_handle (list, 7);
  g_assert_cmpuint (marathon_record_list_get_next_handle (list), ==, 7);
  g_assert_null (marathon_record_list_by_handle (list, 5));
  marathon_record_list_insert (list, 1, record);
  g_assert_cmpuint (marathon_record_get_handle (record), ==, 7);
}

static void
hear (GListModel *model, guint position, guint removed, guint added, GString *heard)
{
  g_string_append_printf (heard, "%u-%u+%u ", position, removed, added);
}

static void
test_moving_keeps_the_others_in_order (void)
{
  static const struct {
    guint from, to;
    const char *expected, *heard;
  } cases[] = {
    { 0, 3, "bcda", "0-4+4 " }, { 3, 0, "dabc", "0-4+4 " }, { 1, 2, "acbd", "1-2+2 " },
    { 2, 1, "acbd", "1-2+2 " }, { 2, 2, "abcd", "2-1+1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonRecordList) list = make_list ("abcd");
      g_autoptr (GString) heard = g_string_new (NULL);

      g_signal_connect (list, "items-changed", G_CALLBACK (hear), heard);
      marathon_record_list_move (list, cases[i].from, cases[i].to);
      assert_keys (list, cases[i].expected);
      g_assert_cmpstr (heard->str, ==, cases[i].heard);
      marathon_record_list_move (list, cases[i].to, cases[i].from);
      assert_keys (list, "abcd");
    }
}

static void
test_it_is_a_list_model (void)
{
  g_autoptr (MarathonRecordList) list = make_list ("ab");
  g_autoptr (MarathonRecord) record = make_record ("c");
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GObject) second = g_list_model_get_object (G_LIST_MODEL (list), 1);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == MARATHON_TYPE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_true (second == marathon_record_list_get (list, 1));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));

  g_signal_connect (list, "items-changed", G_CALLBACK (hear), heard);
  marathon_record_list_insert (list, 1, record);
  marathon_record_list_remove (list, 0);
  g_assert_cmpstr (heard->str, ==, "1-0+1 0-1+0 ");
}

static void
test_the_list_holds_its_records (void)
{
  MarathonRecordList *list = marathon_record_list_new ();
  MarathonRecord *record = make_record ("a");
  gpointer weak = record;

  g_object_add_weak_pointer (G_OBJECT (record), &weak);
  marathon_record_list_insert (list, 0, record);
  g_object_unref (record);
  g_assert_nonnull (weak);
  g_object_unref (list);
  g_assert_null (weak);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-list/found-by-position-key-and-handle", test_a_record_is_found_by_position_key_and_handle);
  g_test_add_func ("/record-list/a-handle-is-never-given-again", test_a_handle_is_never_given_again);
  g_test_add_func ("/record-list/put-back-keeps-its-handle", test_a_record_that_is_put_back_keeps_its_handle);
  g_test_add_func ("/record-list/may-come-with-a-higher-handle", test_a_record_may_come_with_a_higher_handle);
  g_test_add_func ("/record-list/the-next-handle-can-be-set-ahead", test_the_next_handle_can_be_set_ahead);
  g_test_add_func ("/record-list/moving-keeps-the-others-in-order", test_moving_keeps_the_others_in_order);
  g_test_add_func ("/record-list/is-a-list-model", test_it_is_a_list_model);
  g_test_add_func ("/record-list/holds-its-records", test_the_list_holds_its_records);

  return g_test_run ();
}
