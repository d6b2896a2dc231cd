/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan of the shim. No GLib here: the shim must not call what it replaces.
 */
#include "shim-plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ITEMS 8

typedef struct {
  char call[64];
  const char *part; /* of "call"; NULL: any path */
  unsigned long first, count;
  ShimKind kind;
  int number;
  unsigned long n_seen;
} Item;

static Item items[MAX_ITEMS];
static int n_items;
static const char *folder;

static const char *const kind_names[] = { "good", "kill", "error", "short", "wrong", "delay", "drop", "late", "apart" };

static void
refuse (const char *text)
{
  fprintf (stderr, "FAULTS_PLAN: “%s” cannot be understood\n", text);
  _Exit (99);
}

static void
read_item (const char *text)
{
  Item *item = &items[n_items];
  char kind[16] = "", *at;

  if (n_items == MAX_ITEMS
      || sscanf (text, "%63[^:]:%lu:%lu:%15[^:]:%d", item->call, &item->first, &item->count, kind, &item->number) < 4)
    refuse (text);
  at = strchr (item->call, '@');
  if (at != NULL)
    {
      *at = '\0';
      item->part = at + 1;
    }
  for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
    if (strcmp (kind, kind_names[i]) == 0)
      {
        item->kind = (ShimKind) i;
        n_items++;
        return;
      }
  refuse (text);
}

void
shim_plan_read (void)
{
  const char *plan = getenv ("FAULTS_PLAN");
  char *copy, *rest, *text;

  folder = getenv ("FAULTS_FOLDER");
  if (plan == NULL || *plan == '\0')
    return;
  copy = strdup (plan);
  for (text = strtok_r (copy, ",", &rest); text != NULL; text = strtok_r (NULL, ",", &rest))
    read_item (text);
  free (copy);
}

bool
shim_plan_is_ours (const char *path)
{
  size_t length = folder != NULL ? strlen (folder) : 0;

  return length > 0 && strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static bool
only_reads (const char *call)
{
  const char *end = strrchr (call, '-');

  return end != NULL && strcmp (end, "-read") == 0;
}

ShimKind
shim_plan_ask (const char *call, const char *path, int *number)
{
  ShimKind kind = SHIM_GOOD;

  for (int i = 0; i < n_items; i++)
    {
      Item *item = &items[i];

      if ((strcmp (item->call, call) != 0 && (strcmp (item->call, "*") != 0 || only_reads (call)))
          || (item->part != NULL && strstr (path, item->part) == NULL))
        continue;
      item->n_seen++;
      if (kind != SHIM_GOOD || item->n_seen < item->first
          || (item->count != 0 && item->n_seen - item->first >= item->count))
        continue;
      kind = item->kind;
      *number = item->number;
    }
  return kind;
}
