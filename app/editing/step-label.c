/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings out of labels.
 */
#include "editing/step-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* English words that stay small in a heading. */
static gboolean
is_small_word (const char *word, gsize length)
{
  static const char *const small[] = { "a", "an", "and", "as", "by", "for", "from", "in", "not", "per",
                                       "of", "on", "or", "the", "to" };

  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    if (strlen (small[i]) == length && strncmp (small[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static char *
capitalize (const char *label)
{
  char *title = g_strdup (label);

  for (char *word = title; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (word == title || !is_small_word (word, length))
        *word = g_ascii_toupper (*word);
      word += length;
      word += strspn (word, " ");
    }
  return title;
}

char *
marathon_step_label_name (const char *label)
{
  const char *translated = _ (label);

  /* What has no translation comes back as it is: it is English. */
  return translated == label ? capitalize (label) : g_strdup (translated);
}

char *
marathon_step_label_name_field (const MarathonFieldInfo *info)
{
  return info->field < MARATHON_N_FIELDS ? marathon_step_label_name (info->label) : g_strdup (info->label);
}
