/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By which names files of entry lists are known.
 */
#include "document/entry-list-file.h"

#include <string.h>

static const char *const endings[] = { "csv", "tsv", "txt", NULL };

const char *const *
marathon_entry_list_get_endings (void)
{
  return endings;
}

gboolean
marathon_is_entry_list (const char *path)
{
  const char *dot;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  dot = strrchr (path, '.');
  lower = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  return g_strv_contains (endings, lower);
}
