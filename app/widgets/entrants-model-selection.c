/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsModel as a selection: a bit for each entrant, by position, so that it does not matter in which row
 * somebody is, or whether in any.
 */
#include "widgets/entrants-model-private.h"

#include <string.h>

/* --- Changing the bits --- */

static guint64 *
keep (MarathonEntrantsModel *model)
{
  return g_memdup2 (model->selected, MAX (MARATHON_BITMAP_WORDS (model->n_all), 1) * sizeof *model->selected);
}

/* Tells what is different now, in the narrowest range of rows. */
static void
tell (MarathonEntrantsModel *model, const guint64 *before)
{
  g_autofree guint64 *different = keep (model);
  guint first = 0, end = MIN (model->n_rows, model->n_shown), old = model->n_selected;
  gboolean changed = FALSE;

  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (model->n_all); i++)
    changed |= (different[i] ^= before[i]) != 0;
  if (!changed)
    return;
  model->n_selected = marathon_bitmap_count (model->selected, model->n_all);
  while (first < end && !marathon_bitmap_get (different, model->order[first]))
    first++;
  while (end > first && !marathon_bitmap_get (different, model->order[end - 1]))
    end--;
  /* Where nobody of them has a row, whoever listens must know all the same: the first row is as good as any. */
  if (first < end)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (model), first, end - first);
  else if (model->n_rows > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (model), 0, 1);
  if (model->n_selected != old)
    marathon_entrants_model_notify (model, "n-selected");
}

/* Sets the bits of the @n rows from @row on, those of nobody else where @alone. */
static gboolean
set_rows (GtkSelectionModel *selection, guint row, guint n, gboolean value, gboolean alone)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (selection);
  g_autofree guint64 *before = keep (model);
  guint end = row < model->n_shown ? row + MIN (n, model->n_shown - row) : row;

  if (alone)
    marathon_bitmap_fill (model->selected, model->n_all, FALSE);
  for (; row < end; row++)
    marathon_bitmap_set (model->selected, model->order[row], value);
  tell (model, before);
  return TRUE;
}

/* --- GtkSelectionModel --- */

static gboolean
is_selected (GtkSelectionModel *selection, guint row)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (selection);

  return row < model->n_shown && marathon_bitmap_get (model->selected, model->order[row]);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *selection, guint row, guint n)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (selection);
  GtkBitset *rows = gtk_bitset_new_empty ();
  guint end = row < model->n_shown ? row + MIN (n, model->n_shown - row) : row, run;

  /* By runs, and only ever adding: what a bitset is fast at. */
  for (; row < end; row += run + 1)
    {
      for (run = 0; row + run < end && marathon_bitmap_get (model->selected, model->order[row + run]); run++)
        ;
      if (run > 0)
        gtk_bitset_add_range (rows, row, run);
    }
  return rows;
}

static gboolean
select_item (GtkSelectionModel *selection, guint row, gboolean unselect_rest)
{
  return set_rows (selection, row, 1, TRUE, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *selection, guint row)
{
  return set_rows (selection, row, 1, FALSE, FALSE);
}

static gboolean
select_range (GtkSelectionModel *selection, guint row, guint n, gboolean unselect_rest)
{
  return set_rows (selection, row, n, TRUE, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *selection, guint row, guint n)
{
  return set_rows (selection, row, n, FALSE, FALSE);
}

static gboolean
select_all (GtkSelectionModel *selection)
{
  return set_rows (selection, 0, G_MAXUINT, TRUE, TRUE);
}

static gboolean
unselect_all (GtkSelectionModel *selection)
{
  return set_rows (selection, 0, 0, FALSE, TRUE);
}

static void
set_each (MarathonEntrantsModel *model, const GtkBitset *rows, gboolean value)
{
  GtkBitsetIter iter;
  guint row;

  if (!gtk_bitset_iter_init_first (&iter, rows, &row))
    return;
  do
    {
      if (row < model->n_shown)
        marathon_bitmap_set (model->selected, model->order[row], value);
    }
  while (gtk_bitset_iter_next (&iter, &row));
}

static gboolean
set_selection (GtkSelectionModel *selection, GtkBitset *selected, GtkBitset *mask)
{
  MarathonEntrantsModel *model = MARATHON_ENTRANTS_MODEL (selection);
  g_autofree guint64 *before = keep (model);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);

  gtk_bitset_intersect (wanted, mask);
  set_each (model, mask, FALSE);
  set_each (model, wanted, TRUE);
  tell (model, before);
  return TRUE;
}

void
marathon_entrants_model_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

/* --- By position --- */

GArray *
marathon_entrants_model_get_selected (MarathonEntrantsModel *model)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint32), model->n_selected);

  for (gsize i = 0; i < MARATHON_BITMAP_WORDS (model->n_all); i++)
    for (guint64 word = model->selected[i]; word != 0; word &= word - 1)
      {
        guint32 position = (guint32) (i * MARATHON_BITMAP_WORD_BITS) + (guint32) __builtin_ctzll (word);

        g_array_append_val (positions, position);
      }
  return positions;
}

gboolean
marathon_entrants_model_position_is_selected (MarathonEntrantsModel *model, guint position)
{
  g_return_val_if_fail (position < model->n_all, FALSE);
  return marathon_bitmap_get (model->selected, position);
}

void
marathon_entrants_model_select_positions (MarathonEntrantsModel *model, const guint32 *positions, guint n)
{
  g_autofree guint64 *before = NULL;

  g_return_if_fail (MARATHON_IS_ENTRANTS_MODEL (model));

  before = keep (model);
  marathon_bitmap_fill (model->selected, model->n_all, FALSE);
  for (guint i = 0; i < n; i++)
    {
      g_return_if_fail (positions[i] < model->n_all);
      marathon_bitmap_set (model->selected, positions[i], TRUE);
    }
  tell (model, before);
}
