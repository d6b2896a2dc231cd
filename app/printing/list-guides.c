/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of guides: the athletes who have any, by bib, each with the guides below.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

static guint
count_guides (const MarathonListBuilder *builder, guint32 position)
{
  const MarathonEntrant *entrant = marathon_list_builder_get (builder, position);
  MarathonDetailsView view = { 0 };

  if (entrant->details != 0)
    marathon_details_store_get (marathon_event_get_details (builder->event), entrant->details, &view);
  return view.n_guides;
}

/* Keeps those of the positions who have guides; returns how many guides they have. */
static guint
keep_athletes (MarathonListBuilder *builder)
{
  guint n_athletes = 0, n_guides = 0;

  for (guint i = 0; i < builder->positions->len; i++)
    {
      guint32 position = g_array_index (builder->positions, guint32, i);
      guint n = count_guides (builder, position);

      if (n > 0)
        g_array_index (builder->positions, guint32, n_athletes++) = position;
      n_guides += n;
    }
  g_array_set_size (builder->positions, n_athletes);
  return n_guides;
}

static void
set_total (MarathonListBuilder *builder, guint n_guides)
{
  guint n_athletes = builder->positions->len;
  g_autofree char *guides = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u guide", "%u guides", n_guides), n_guides);
  g_autofree char *athletes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u athlete", "%u athletes", n_athletes), n_athletes);
  /* Translators: "12 guides of 9 athletes". */
  g_autofree char *total = g_strdup_printf (_ ("%s of %s"), guides, athletes);

  marathon_list_builder_set_total (builder, total);
}

/* Licences are long and mostly absent: as a column they would take the room of the names. */
static void
add_label (gsize start, GString *out)
{
  g_autofree char *label = g_strdup_printf ("%s: ", _ ("Licence"));

  if (out->len > start)
    g_string_insert (out, (gssize) start, label);
}

static void
append_licence (MarathonListBuilder *builder, const MarathonEntrant *entrant, MarathonPublish publish, GString *out)
{
  gsize start = out->len;

  if (!marathon_list_column_is_for (MARATHON_LIST_COLUMN_LICENCE, builder->text))
    return;
  marathon_list_column_append (MARATHON_LIST_COLUMN_LICENCE, builder->text, entrant, publish, out);
  add_label (start, out);
}

static void
append_guide_licence (MarathonListBuilder *builder, const MarathonEntrant *athlete, const MarathonGuide *guide, GString *out)
{
  gsize start = out->len;

  if (!marathon_list_column_is_for (MARATHON_LIST_COLUMN_LICENCE, builder->text))
    return;
  marathon_list_column_append_guide (MARATHON_LIST_COLUMN_LICENCE, builder->text, athlete, guide, out);
  add_label (start, out);
}

void
marathon_list_build_guides (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,      MARATHON_LIST_COLUMN_NAME, MARATHON_LIST_COLUMN_CLASS,  MARATHON_LIST_COLUMN_NATION,
    MARATHON_LIST_COLUMN_CATEGORY, MARATHON_LIST_COLUMN_WAVE, MARATHON_LIST_COLUMN_BORN,   MARATHON_LIST_COLUMN_WAIVER,
    MARATHON_LIST_COLUMN_TICK,     MARATHON_N_LIST_COLUMNS,
  };
  guint n_guides = keep_athletes (builder);

  marathon_list_sort_by_bib (builder->text, builder->positions);
  marathon_list_builder_add_columns (builder, columns);
  marathon_list_builder_note_with (builder, append_licence, append_guide_licence, NULL);
  marathon_list_builder_add_entrants (builder, (const guint32 *) (gpointer) builder->positions->data, builder->positions->len);
  set_total (builder, n_guides);
}
