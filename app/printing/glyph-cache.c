/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGlyphCache: a hash table with open addressing over three growing arrays of glyphs, clusters and bytes.
 */
#include "printing/glyph-cache.h"

#include <string.h>

#include "printing/font-lock.h"

/* Some 10 MB. Shaping the commonest words once more after that many new ones costs nothing that can be felt. */
#define MAX_WORDS 65536
#define MIN_SLOTS 4096

typedef struct {
  PangoFont *font; /* NULL: see marathon_glyph_cache_get_font() */
  double     width;
  guint      hash;
  guint      first_byte, n_bytes;
  guint      first_glyph, n_glyphs;
  guint      first_cluster, n_clusters;
} Word;

struct _MarathonGlyphCache {
  PangoLayout     *layout;
  GPtrArray       *fonts; /* keeps the fonts of all words */
  GArray          *words; /* Word */
  MarathonGlyphRun run;   /* of all words, each with its origin at 0, 0 */
  guint32          ascii[128]; /* of words of one byte, digits above all: position in words + 1, or 0 */
  guint32         *slots;      /* position in words + 1, or 0 */
  guint            n_slots;
};

static guint
hash_bytes (const char *bytes, gsize length)
{
  guint hash = 2166136261u; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash;
}

static void
forget_words (MarathonGlyphCache *self)
{
  g_array_set_size (self->words, 0);
  g_array_set_size (self->run.glyphs, 0);
  g_array_set_size (self->run.clusters, 0);
  g_string_truncate (self->run.text, 0);
  memset (self->ascii, 0, sizeof self->ascii);
  memset (self->slots, 0, self->n_slots * sizeof (guint32));
}

static void
grow_slots (MarathonGlyphCache *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->words->len; i++)
    {
      guint slot = g_array_index (self->words, Word, i).hash & (self->n_slots - 1);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = i + 1;
    }
}

static PangoFont *
keep_font (MarathonGlyphCache *self, PangoFont *font)
{
  if (!g_ptr_array_find (self->fonts, font, NULL))
    g_ptr_array_add (self->fonts, g_object_ref (font));
  return font;
}

/* FALSE where a glyph is missing: Pango then draws a box with the code point. */
static gboolean
append_cluster (MarathonGlyphCache *self, const PangoGlyphItemIter *iter, double *x)
{
  const PangoGlyphString *glyphs = iter->glyph_item->glyphs;
  cairo_text_cluster_t cluster = { iter->end_index - iter->start_index, 0 };

  for (int i = iter->start_glyph; i < iter->end_glyph; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          cairo_glyph_t glyph = { info->glyph, *x + pango_units_to_double (info->geometry.x_offset),
                                  pango_units_to_double (info->geometry.y_offset) };

          g_array_append_val (self->run.glyphs, glyph);
          cluster.num_glyphs++;
        }
      *x += pango_units_to_double (info->geometry.width);
    }
  g_array_append_val (self->run.clusters, cluster);
  return TRUE;
}

static void
append_item (MarathonGlyphCache *self, PangoGlyphItem *item, const char *text, Word *word)
{
  PangoGlyphItemIter iter;
  gboolean complete = TRUE;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more && complete;
       more = pango_glyph_item_iter_next_cluster (&iter))
    complete = append_cluster (self, &iter, &word->width);
  if (complete)
    word->font = keep_font (self, item->item->analysis.font);
}

static guint
add_word (MarathonGlyphCache *self, const char *text, gsize length, guint hash)
{
  Word word = {
    .hash = hash,
    .first_byte = (guint) self->run.text->len,
    .n_bytes = (guint) length,
    .first_glyph = self->run.glyphs->len,
    .first_cluster = self->run.clusters->len,
  };
  PangoLayoutLine *line;

  marathon_font_lock ();
  pango_layout_set_text (self->layout, text, (int) length);
  line = pango_layout_get_line_readonly (self->layout, 0);
  if (line->runs != NULL && line->runs->next == NULL)
    {
      PangoGlyphItem *item = line->runs->data;

      if (item->item->analysis.level % 2 == 0)
        append_item (self, item, pango_layout_get_text (self->layout), &word);
    }
  marathon_font_unlock ();
  g_string_append_len (self->run.text, text, (gssize) length);
  word.n_glyphs = self->run.glyphs->len - word.first_glyph;
  word.n_clusters = self->run.clusters->len - word.first_cluster;
  g_array_append_val (self->words, word);
  return self->words->len - 1;
}

MarathonGlyphCache *
marathon_glyph_cache_new (PangoLayout *layout)
{
  MarathonGlyphCache *self;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), NULL);

  self = g_new0 (MarathonGlyphCache, 1);
  self->layout = g_object_ref (layout);
  self->fonts = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->run.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->run.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->run.text = g_string_new (NULL);
  self->n_slots = MIN_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  return self;
}

void
marathon_glyph_cache_free (MarathonGlyphCache *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->layout);
  g_ptr_array_unref (self->fonts);
  g_array_unref (self->words);
  g_array_unref (self->run.glyphs);
  g_array_unref (self->run.clusters);
  g_string_free (self->run.text, TRUE);
  g_free (self->slots);
  g_free (self);
}

void
marathon_glyph_cache_trim (MarathonGlyphCache *self)
{
  if (self->words->len > MAX_WORDS)
    forget_words (self);
}

static guint
look_up_hashed (MarathonGlyphCache *self, const char *text, gsize length)
{
  guint hash = hash_bytes (text, length);
  guint slot = hash & (self->n_slots - 1);

  for (; self->slots[slot] != 0; slot = (slot + 1) & (self->n_slots - 1))
    {
      const Word *word = &g_array_index (self->words, Word, self->slots[slot] - 1);

      if (word->hash == hash && word->n_bytes == length
          && memcmp (self->run.text->str + word->first_byte, text, length) == 0)
        return self->slots[slot] - 1;
    }
  self->slots[slot] = add_word (self, text, length, hash) + 1;
  if (self->words->len > self->n_slots / 2)
    grow_slots (self);
  return self->words->len - 1;
}

guint
marathon_glyph_cache_look_up (MarathonGlyphCache *self, const char *text, gsize length)
{
  guint32 *known;

  if (length != 1 || (guchar) *text >= G_N_ELEMENTS (self->ascii))
    return look_up_hashed (self, text, length);
  known = &self->ascii[(guchar) *text];
  if (*known == 0)
    *known = look_up_hashed (self, text, length) + 1;
  return *known - 1;
}

PangoFont *
marathon_glyph_cache_get_font (const MarathonGlyphCache *self, guint position)
{
  return g_array_index (self->words, Word, position).font;
}

double
marathon_glyph_cache_get_width (const MarathonGlyphCache *self, guint position)
{
  return g_array_index (self->words, Word, position).width;
}

void
marathon_glyph_cache_append (const MarathonGlyphCache *self,
                             guint                     position,
                             double                    x,
                             double                    baseline,
                             MarathonGlyphRun         *run)
{
  const Word *word = &g_array_index (self->words, Word, position);
  guint first = run->glyphs->len;

  g_array_set_size (run->glyphs, first + word->n_glyphs);
  for (guint i = 0; i < word->n_glyphs; i++)
    {
      cairo_glyph_t glyph = g_array_index (self->run.glyphs, cairo_glyph_t, word->first_glyph + i);

      glyph.x += x;
      glyph.y += baseline;
      g_array_index (run->glyphs, cairo_glyph_t, first + i) = glyph;
    }
  g_array_append_vals (run->clusters, &g_array_index (self->run.clusters, cairo_text_cluster_t, word->first_cluster),
                       word->n_clusters);
  g_string_append_len (run->text, self->run.text->str + word->first_byte, word->n_bytes);
}
