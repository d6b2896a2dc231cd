/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the fuzz targets look at in common: messages and texts.
 */
#include "fuzz/fuzz-target.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

G_NORETURN static void
on_trap (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  /* GLib ends the program by a trap, of which libFuzzer keeps no input. */
  signal (SIGTRAP, on_trap);
  return 0;
}

void
fuzz_check_message (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_nonnull (error->message);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

void
fuzz_check_placed_message (const GError *error)
{
  gsize digits;

  fuzz_check_message (error);
  digits = strspn (error->message, "0123456789");
  /* What it quotes of the file is short, and nothing that a terminal would obey. */
  g_assert_cmpuint (strlen (error->message), <, 1000);
  for (const char *at = error->message; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (at)));
  if (digits == 0 || error->message[0] == '0' || error->message[digits] != ':')
    g_error ("a refusal without its line: %s", error->message);
}

void
fuzz_check_same (const char *what, const char *left, const char *right)
{
  const char *left_line = left, *right_line = right;
  gsize same = 0;

  if (strcmp (left, right) == 0)
    return;
  for (; left[same] == right[same]; same++)
    if (left[same] == '\n')
      {
        left_line = left + same + 1;
        right_line = right + same + 1;
      }
  g_error ("%s: not the same:\n%.*s\n%.*s", what, (int) strcspn (left_line, "\n"), left_line,
           (int) strcspn (right_line, "\n"), right_line);
}
