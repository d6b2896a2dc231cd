/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bib list: everybody who has a bib, by number. Each bib stands in it once: a guide's below the athlete, a group's on a row of its own
 * with the members who share it below.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/group.h"
#include "printing/list-bib-keys.h"

/* Rows of the list: entrants by position, groups by place in the event's list. */
typedef struct {
  GArray *keys;   /* guint64 */
  GArray *items;  /* guint32: a position, or a group above FIRST_GROUP */
  GHashTable *members; /* MarathonGroup * → GArray of positions of those who share its bib */
  guint n_without;
} Rows;

#define FIRST_GROUP 0x80000000u

G_STATIC_ASSERT (MARATHON_MAX_ENTRANTS < FIRST_GROUP);

static MarathonGroup *
get_shared (const MarathonListBuilder *builder, const MarathonEntrant *entrant)
{
  MarathonGroup *group;

  if (entrant->bib != 0 || entrant->group == 0)
    return NULL;
  group = marathon_event_get_record (builder->event, MARATHON_LIST_GROUPS, entrant->group);
  return group != NULL && *group->bib != '\0' ? group : NULL;
}

/* The entrant's own bib, or else the first guide's. */
static guint64
find_key (const MarathonListBuilder *builder, MarathonListBibKeys *keys, const MarathonEntrant *entrant)
{
  guint64 key = marathon_list_bib_keys_get_entrant (keys, entrant);
  MarathonDetailsView view;

  if (key != MARATHON_LIST_BIB_KEY_NONE || entrant->details == 0)
    return key;
  marathon_details_store_get (marathon_event_get_details (builder->event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides && key == MARATHON_LIST_BIB_KEY_NONE; i++)
    key = marathon_list_bib_keys_get_guide (keys, &view.guides[i]);
  return key;
}

static void
add_item (Rows *rows, guint64 key, guint32 item)
{
  g_array_append_val (rows->keys, key);
  g_array_append_val (rows->items, item);
}

static void
add_member (Rows *rows, MarathonGroup *group, guint32 position)
{
  GArray *members = g_hash_table_lookup (rows->members, group);

  if (members == NULL)
    {
      members = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (rows->members, group, members);
    }
  g_array_append_val (members, position);
}

static void
collect_entrants (MarathonListBuilder *builder, MarathonListBibKeys *keys, Rows *rows)
{
  for (guint i = 0; i < builder->positions->len; i++)
    {
      guint32 position = g_array_index (builder->positions, guint32, i);
      const MarathonEntrant *entrant = marathon_list_builder_get (builder, position);
      MarathonGroup *group = get_shared (builder, entrant);
      guint64 key = group == NULL ? find_key (builder, keys, entrant) : MARATHON_LIST_BIB_KEY_NONE;

      if (group != NULL)
        add_member (rows, group, position);
      else if (key != MARATHON_LIST_BIB_KEY_NONE)
        add_item (rows, key, position);
      else
        rows->n_without++;
    }
}

/* Groups of which everybody withdrew are left out as their members are; so are all but the members' where the options ask for a part. */
static void
collect_groups (MarathonListBuilder *builder, MarathonListBibKeys *keys, Rows *rows)
{
  MarathonRecordList *groups = marathon_event_get_list (builder->event, MARATHON_LIST_GROUPS);
  g_autoptr (GHashTable) entered = g_hash_table_new (NULL, NULL);
  gboolean whole = !marathon_list_builder_is_filtered (builder);
  guint n = marathon_roster_get_size (builder->roster);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (entered, GUINT_TO_POINTER (marathon_list_builder_get (builder, i)->group));
  for (guint32 i = 0; i < marathon_record_list_get_size (groups); i++)
    {
      MarathonGroup *group = marathon_record_list_get (groups, i);
      gboolean is_empty
        = !g_hash_table_contains (entered, GUINT_TO_POINTER (marathon_record_get_handle (MARATHON_RECORD (group))));

      if (*group->bib != '\0' && (g_hash_table_contains (rows->members, group) || (whole && is_empty)))
        add_item (rows, marathon_list_bib_keys_get_text (keys, group->bib), FIRST_GROUP + i);
    }
}

static void
add_group (MarathonListBuilder *builder, Rows *rows, MarathonGroup *group)
{
  GArray *members = g_hash_table_lookup (rows->members, group);
  guint n = members != NULL ? members->len : 0;
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member", "%u members", n), n);
  g_autofree char *name = g_strdup_printf ("%s (%s)", group->name, count);

  marathon_list_builder_add_other (builder, group->bib, name);
  if (members == NULL)
    return;
  marathon_list_sort_by_name (builder->text, members);
  for (guint i = 0; i < n; i++)
    marathon_list_builder_add_sharer (builder, g_array_index (members, guint32, i));
}

static void
add_rows (MarathonListBuilder *builder, Rows *rows)
{
  MarathonRecordList *groups = marathon_event_get_list (builder->event, MARATHON_LIST_GROUPS);

  marathon_list_sort_by_number (rows->items, (const guint64 *) (gpointer) rows->keys->data);
  for (guint i = 0; i < rows->items->len; i++)
    {
      guint32 item = g_array_index (rows->items, guint32, i);

      if (item < FIRST_GROUP)
        marathon_list_builder_add_entrant (builder, item);
      else
        add_group (builder, rows, marathon_record_list_get (groups, item - FIRST_GROUP));
    }
}

void
marathon_list_build_bibs (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,  MARATHON_LIST_COLUMN_NAME,       MARATHON_LIST_COLUMN_NATION,   MARATHON_LIST_COLUMN_CLASS,
    MARATHON_LIST_COLUMN_CLUB, MARATHON_LIST_COLUMN_CATEGORY,   MARATHON_LIST_COLUMN_WAVE,     MARATHON_LIST_COLUMN_BORN,
    MARATHON_N_LIST_COLUMNS,
  };
  g_autoptr (MarathonListBibKeys) keys = marathon_list_bib_keys_new (builder->event);
  Rows rows = {
    .keys = g_array_new (FALSE, FALSE, sizeof (guint64)),
    .items = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref),
  };

  marathon_list_builder_add_columns (builder, columns);
  collect_entrants (builder, keys, &rows);
  collect_groups (builder, keys, &rows);
  add_rows (builder, &rows);
  marathon_list_builder_left_out (builder, rows.n_without,
                                  g_dngettext (GETTEXT_PACKAGE, "%u without a bib left out", "%u without a bib left out", rows.n_without),
                                  rows.n_without);
  g_array_unref (rows.keys);
  g_array_unref (rows.items);
  g_hash_table_unref (rows.members);
}
