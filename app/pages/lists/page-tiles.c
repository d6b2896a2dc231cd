/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageTiles: textures by page and place, with the frame that showed each last.
 */
#include "pages/lists/page-tiles.h"

#include "pages/lists/page-painter.h"

/* Textures that are kept though they are not seen: those of some pages above and below. */
#define MAX_BYTES (64 * 1024 * 1024)

typedef struct {
  guint page;
  int column;
  int row;
  GdkTexture *texture;
  guint64 frame; /* that showed it last */
} Tile;

struct _MarathonPageTiles {
  MarathonListPages *pages; /* NULL for none */
  double scale;
  int width;
  int height;
  GArray *tiles; /* Tile; a few dozen at most */
  guint64 frame;
};

static void
clear_tile (gpointer data)
{
  g_clear_object (&((Tile *) data)->texture);
}

MarathonPageTiles *
marathon_page_tiles_new (void)
{
  MarathonPageTiles *self = g_new0 (MarathonPageTiles, 1);

  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
  return self;
}

void
marathon_page_tiles_free (MarathonPageTiles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tiles);
  g_clear_pointer (&self->pages, marathon_list_pages_unref);
  g_free (self);
}

void
marathon_page_tiles_reset (MarathonPageTiles *self, MarathonListPages *pages, double scale, int width, int height)
{
  g_array_set_size (self->tiles, 0);
  if (pages != NULL)
    marathon_list_pages_ref (pages);
  g_clear_pointer (&self->pages, marathon_list_pages_unref);
  self->pages = pages;
  self->scale = scale;
  self->width = width;
  self->height = height;
}

static Tile *
find_tile (MarathonPageTiles *self, guint page, int column, int row)
{
  Tile tile = { page, column, row, NULL, 0 };

  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *known = &g_array_index (self->tiles, Tile, i);

      if (known->page == page && known->column == column && known->row == row)
        return known;
    }
  g_array_append_val (self->tiles, tile);
  return &g_array_index (self->tiles, Tile, self->tiles->len - 1);
}

static void
snapshot_tile (MarathonPageTiles *self, GtkSnapshot *snapshot, guint page, int column, int row)
{
  Tile *tile = find_tile (self, page, column, row);
  GdkRectangle area = { column * MARATHON_PAGE_TILE, row * MARATHON_PAGE_TILE, 0, 0 };

  area.width = MIN (MARATHON_PAGE_TILE, self->width - area.x);
  area.height = MIN (MARATHON_PAGE_TILE, self->height - area.y);
  if (tile->texture == NULL)
    tile->texture = marathon_page_paint (self->pages, page, self->scale, &area);
  tile->frame = self->frame;
  gtk_snapshot_append_texture (snapshot, tile->texture,
                               &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width, (float) area.height));
}

void
marathon_page_tiles_snapshot (MarathonPageTiles *self, GtkSnapshot *snapshot, guint page, const GdkRectangle *seen)
{
  int left = MAX (seen->x, 0) / MARATHON_PAGE_TILE;
  int top = MAX (seen->y, 0) / MARATHON_PAGE_TILE;
  int right = MIN (seen->x + seen->width, self->width);
  int bottom = MIN (seen->y + seen->height, self->height);

  for (int row = top; row * MARATHON_PAGE_TILE < bottom; row++)
    for (int column = left; column * MARATHON_PAGE_TILE < right; column++)
      snapshot_tile (self, snapshot, page, column, row);
}

static gsize
count_bytes (const MarathonPageTiles *self)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      GdkTexture *texture = g_array_index (self->tiles, Tile, i).texture;

      n_bytes += (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture) * 4;
    }
  return n_bytes;
}

/* FALSE where all were shown in this frame. */
static gboolean
forget_oldest (MarathonPageTiles *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->tiles->len; i++)
    if (g_array_index (self->tiles, Tile, i).frame < g_array_index (self->tiles, Tile, oldest).frame)
      oldest = i;
  if (self->tiles->len == 0 || g_array_index (self->tiles, Tile, oldest).frame == self->frame)
    return FALSE;
  g_array_remove_index_fast (self->tiles, oldest);
  return TRUE;
}

void
marathon_page_tiles_trim (MarathonPageTiles *self)
{
  while (count_bytes (self) > MAX_BYTES && forget_oldest (self))
    continue;
  self->frame++;
}
