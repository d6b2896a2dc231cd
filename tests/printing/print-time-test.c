/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time of printing is now, or what the environment says for builds that are the same every time.
 */
#include "printing/print-time.h"

static void
test_time (void)
{
  static const struct {
    const char *epoch;
    gint64 time; /* -1: now */
  } cases[] = {
    { "0", 0 },    { "1397379600", 1397379600 }, { "253402300799", -1 }, { "", -1 }, { "soon", -1 }, { "-5", -1 },
    { "12x", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 before = g_get_real_time () / G_USEC_PER_SEC;

      g_setenv ("SOURCE_DATE_EPOCH", cases[i].epoch, TRUE);
      if (cases[i].time >= 0)
        g_assert_cmpint (marathon_print_time_get (), ==, cases[i].time);
      else
        g_assert_cmpint (marathon_print_time_get (), >=, before);
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (marathon_print_time_get (), >, 1397379600);
}

static void
test_format (void)
{
  g_autofree char *text = marathon_print_time_format (1397379600);

  g_assert_cmpstr (text, ==, "2014-04-13 09:00 UTC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-time/get", test_time);
  g_test_add_func ("/print-time/format", test_format);
  return g_test_run ();
}
