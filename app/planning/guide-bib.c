/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bib of a guide.
 */
#include "planning/guide-bib.h"

#include "base/bib.h"

gboolean
marathon_guide_bib_make (const char *athlete, guint index, char *bib)
{
  gsize room = MARATHON_BIB_MAX_LENGTH + 1;
  int length = index == 0 ? g_snprintf (bib, room, "G%s", athlete) : g_snprintf (bib, room, "G%s-%u", athlete, index + 1);

  return length > 0 && (gsize) length < room;
}
