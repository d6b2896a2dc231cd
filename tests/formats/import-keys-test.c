/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/import-keys.h.
 */
#include "formats/import-keys.h"

static void
test_values (void)
{
  g_autoptr (MarathonImportKeys) keys = marathon_import_keys_new ();

  g_assert_cmpuint (marathon_import_keys_get (keys, 7), ==, MARATHON_IMPORT_KEYS_NONE);
  marathon_import_keys_set (keys, 7, 0);
  marathon_import_keys_set (keys, G_MAXUINT64, 5);
  g_assert_cmpuint (marathon_import_keys_get (keys, 7), ==, 0);
  g_assert_cmpuint (marathon_import_keys_get (keys, G_MAXUINT64), ==, 5);
  marathon_import_keys_set (keys, 7, 3);
  g_assert_cmpuint (marathon_import_keys_get (keys, 7), ==, 3);
  marathon_import_keys_set (keys, 7, MARATHON_IMPORT_KEYS_NONE);
  g_assert_cmpuint (marathon_import_keys_get (keys, 7), ==, MARATHON_IMPORT_KEYS_NONE);
  g_assert_cmpuint (marathon_import_keys_get (keys, 8), ==, MARATHON_IMPORT_KEYS_NONE);
}

static void
test_many (void)
{
  g_autoptr (MarathonImportKeys) keys = marathon_import_keys_new ();

  for (guint i = 1; i <= 100000; i++)
    marathon_import_keys_set (keys, (guint64) i << 32 | 1, i);
  for (guint i = 1; i <= 100000; i++)
    {
      g_assert_cmpuint (marathon_import_keys_get (keys, (guint64) i << 32 | 1), ==, i);
      g_assert_cmpuint (marathon_import_keys_get (keys, (guint64) i << 32 | 2), ==, MARATHON_IMPORT_KEYS_NONE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-keys/a-key-has-the-value-set-last", test_values);
  g_test_add_func ("/import-keys/many-keys", test_many);
  return g_test_run ();
}
