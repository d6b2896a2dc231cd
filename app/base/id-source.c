/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonIdSource: a counter with a strong mixing step (the splitmix construction): a full period, so a source never repeats.
 */
#include "base/id-source.h"

#include <sys/random.h>

void
marathon_id_source_init_seeded (MarathonIdSource *source, guint64 seed)
{
  source->state = seed;
}

void
marathon_id_source_init_random (MarathonIdSource *source)
{
  if (getrandom (&source->state, sizeof source->state, 0) != (gssize) sizeof source->state)
    source->state = ((guint64) g_random_int () << 32) | g_random_int ();
}

guint64
marathon_id_source_next (MarathonIdSource *source)
{
  guint64 mixed;

  do
    {
      mixed = source->state += 0x9e3779b97f4a7c15u;
      mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
      mixed ^= mixed >> 31;
    }
  while (mixed == 0);
  return mixed;
}

void
marathon_id_write (guint64 id, char *buffer)
{
  for (int i = 15; i >= 0; i--, id >>= 4)
    buffer[i] = "0123456789abcdef"[id & 15];
  buffer[16] = '\0';
}

gboolean
marathon_id_parse (const char *text, guint64 *id)
{
  guint64 value = 0;
  int i;

  for (i = 0; i < 16 && g_ascii_isxdigit (text[i]); i++)
    value = value << 4 | (guint64) g_ascii_xdigit_value (text[i]);
  if (text[i] != '\0' || value == 0)
    return FALSE;
  *id = value;
  return TRUE;
}
