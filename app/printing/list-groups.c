/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of groups, in the event's order: what each is, and its members.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/group.h"

#define BETWEEN " · "

typedef struct {
  MarathonListBuilder *builder;
  GHashTable *sections; /* handle → section + 1 */
  guint n_withheld;
} Sections;

/* Being in a group tells who somebody is, so that withheld people are on no group's list. */
static guint32
find_section (const MarathonEntrant *entrant, gpointer user_data)
{
  Sections *sections = user_data;

  if (entrant->group == 0)
    return G_MAXUINT32;
  if (marathon_list_text_get_publish (sections->builder->text, entrant) == MARATHON_PUBLISH_WITHHELD)
    {
      sections->n_withheld++;
      return G_MAXUINT32;
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (sections->sections, GUINT_TO_POINTER (entrant->group))) - 1;
}

static void
append_clause (GString *out, char *clause)
{
  if (*clause != '\0')
    {
      g_string_append (out, out->len > 0 ? BETWEEN : "");
      g_string_append (out, clause);
    }
  g_free (clause);
}

static void
append_scoring (const MarathonGroup *group, GString *out)
{
  char target[16];

  if (group->scoring != MARATHON_SCORING_NONE)
    append_clause (out, g_strdup (_ (marathon_scoring_words[group->scoring].label)));
  if (group->target == MARATHON_TIME_NONE)
    return;
  marathon_time_write (group->target, target);
  append_clause (out, g_strdup_printf (_ ("To beat: %s"), target));
}

static void
begin_group (MarathonListBuilder *builder, const MarathonGroup *group)
{
  g_autoptr (GString) facts = g_string_new (_ (marathon_group_kind_words[group->kind].label));
  MarathonReportSection section = { .heading = group->name };

  if (*group->bib != '\0')
    append_clause (facts, g_strdup_printf (_ ("Bib %s"), group->bib));
  if (group->together)
    append_clause (facts, g_strdup (_ ("Start together")));
  append_scoring (group, facts);
  append_clause (facts, g_strdup (group->charity));
  append_clause (facts, g_strdup (group->load));
  section.subheading = facts->str;
  marathon_list_builder_begin_section (builder, &section);
}

static void
add_groups (MarathonListBuilder *builder, MarathonRecordList *groups, const MarathonListDivision *division)
{
  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    {
      if (division->starts[i] == division->starts[i + 1] && marathon_list_builder_is_filtered (builder))
        continue;
      begin_group (builder, marathon_record_list_get (groups, i));
      marathon_list_builder_add_division (builder, division, i);
    }
}

static void
count_left_out (MarathonListBuilder *builder, guint n_without, guint n_withheld)
{
  guint n_loose = n_without - n_withheld;

  marathon_list_builder_left_out (builder, n_loose,
                                  g_dngettext (GETTEXT_PACKAGE, "%u in no group left out", "%u in no group left out", n_loose), n_loose);
  marathon_list_builder_left_out (builder, n_withheld,
                                  g_dngettext (GETTEXT_PACKAGE, "%u withheld name left out", "%u withheld names left out", n_withheld),
                                  n_withheld);
}

void
marathon_list_build_groups (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,      MARATHON_LIST_COLUMN_NAME, MARATHON_LIST_COLUMN_BORN,       MARATHON_LIST_COLUMN_TOWN,
    MARATHON_LIST_COLUMN_CATEGORY, MARATHON_LIST_COLUMN_WAVE, MARATHON_LIST_COLUMN_START_TIME, MARATHON_N_LIST_COLUMNS,
  };
  MarathonRecordList *groups = marathon_event_get_list (builder->event, MARATHON_LIST_GROUPS);
  guint n = marathon_record_list_get_size (groups);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (MarathonListDivision) division = NULL;
  Sections sections = { builder, numbers, 0 };

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (numbers, GUINT_TO_POINTER (marathon_record_get_handle (marathon_record_list_get (groups, i))),
                         GUINT_TO_POINTER (i + 1));
  marathon_list_sort_by_bib (builder->text, builder->positions);
  division = marathon_list_builder_divide (builder, n, find_section, &sections);
  marathon_list_builder_add_columns (builder, columns);
  add_groups (builder, groups, division);
  count_left_out (builder, division->n_without, sections.n_withheld);
}
