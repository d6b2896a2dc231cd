/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextDrawer: decides text by text which way it is drawn, and collects the glyphs of a page by font and colour.
 */
#include "printing/text-drawer.h"

#include <string.h>

#include "printing/font-lock.h"
#include "printing/glyph-cache.h"

/* Latin letters go to where a line is full; a hundredth of a point is lost in adding up advances. */
#define SLACK 0.01
#define LINE_PITCH 1.27

static const struct {
  double      size; /* part of the body size */
  gboolean    in_table;
  PangoWeight weight;
  PangoStyle  style;
} faces[MARATHON_TEXT_N_FACES] = {
  [MARATHON_TEXT_BODY] = { 1.0, TRUE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [MARATHON_TEXT_STRONG] = { 1.0, TRUE, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [MARATHON_TEXT_REMARK] = { 0.9, TRUE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
  [MARATHON_TEXT_LABEL] = { 0.85, TRUE, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [MARATHON_TEXT_SMALL] = { 0.8, FALSE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [MARATHON_TEXT_HEADING] = { 1.35, FALSE, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [MARATHON_TEXT_TITLE] = { 2.0, FALSE, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
};

typedef struct {
  double              size;
  MarathonGlyphCache *cache;
  PangoLayout        *layout; /* for whole texts */
} Face;

typedef struct {
  PangoFont       *font;
  guint32          colour;
  MarathonGlyphRun run;
} Batch;

struct _MarathonTextDrawer {
  PangoContext *context;
  gboolean      right_to_left;
  Face          faces[MARATHON_TEXT_N_FACES];
  GArray       *words; /* guint: the text in hand as positions in its face's cache */
  double        longest_word; /* of the text in hand, between spaces */
  GArray       *batches;
};

/* --- Which texts are plain: a row of words and digits from left to right --- */

typedef enum {
  BYTE_COMPLEX,
  BYTE_IN_WORD,
  BYTE_ALONE, /* a word by itself: spaces, and digits, or every number would be a new word */
  BYTE_LOOK,  /* starts a character that has to be looked at */
} ByteKind;

static inline ByteKind
byte_kind (guchar byte)
{
  if (byte == ' ' || (byte >= '0' && byte <= ':'))
    return BYTE_ALONE;
  if (byte < ' ' || byte == 0x7f || byte == 0xcc || byte == 0xcd) /* controls, combining marks */
    return BYTE_COMPLEX;
  if (byte < 0xd2) /* up to U+047F: Latin, Greek, Cyrillic */
    return BYTE_IN_WORD;
  return byte >= 0xe0 && byte <= 0xef ? BYTE_LOOK : BYTE_COMPLEX;
}

/* Scripts written from left to right whose words do not change with their neighbours. */
static gboolean
is_plain_character (gunichar c)
{
  static const struct { gunichar first, last; } plain[] = {
    { 0x0900, 0x0eff }, /* Indic, Thai, Lao */
    { 0x10a0, 0x137f }, /* Georgian, Hangul letters, Ethiopic */
    { 0x1e00, 0x1fff }, /* Vietnamese and other Latin, old Greek */
    { 0x2010, 0x2027 }, /* dashes, quotes, bullets */
    { 0x2030, 0x203a }, { 0x20a0, 0x20bf },
    { 0x3000, 0x3020 }, { 0x3041, 0x30ff }, { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff }, { 0xac00, 0xd7a3 },
    { 0xff01, 0xff60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (c <= plain[i].last)
      return c >= plain[i].first;
  return FALSE;
}

/* The end of the word that starts at @text, or NULL where the text is not plain. */
static const char *
find_word_end (const char *text)
{
  const char *end = text;

  if (byte_kind ((guchar) *text) == BYTE_ALONE)
    return text + 1;
  while (*end != '\0')
    switch (byte_kind ((guchar) *end))
      {
      case BYTE_IN_WORD:
        end++;
        break;
      case BYTE_LOOK:
        if (!is_plain_character (g_utf8_get_char (end)))
          return NULL;
        end = g_utf8_next_char (end);
        break;
      case BYTE_ALONE:
        return end;
      case BYTE_COMPLEX:
      default:
        return NULL;
      }
  return end;
}

/* In a page that runs from right to left, a text without any letter would be put in order from the right. */
static gboolean
has_direction (const char *text)
{
  gboolean plain_number = TRUE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c))
        return TRUE;
      plain_number = plain_number && g_ascii_isdigit ((char) *text);
    }
  return plain_number;
}

/* Fills self->words and self->longest_word; FALSE where the text needs a layout. */
static gboolean
split (MarathonTextDrawer *self, Face *face, const char *text, double *width)
{
  const char *end;
  double word_start = 0;

  g_array_set_size (self->words, 0);
  marathon_glyph_cache_trim (face->cache);
  *width = 0;
  self->longest_word = 0;
  if (self->right_to_left && !has_direction (text))
    return FALSE;
  for (; *text != '\0'; text = end)
    {
      guint word;

      end = find_word_end (text);
      if (end == NULL)
        return FALSE;
      word = marathon_glyph_cache_look_up (face->cache, text, (gsize) (end - text));
      if (marathon_glyph_cache_get_font (face->cache, word) == NULL)
        return FALSE;
      *width += marathon_glyph_cache_get_width (face->cache, word);
      if (*text == ' ')
        word_start = *width;
      else
        self->longest_word = MAX (self->longest_word, *width - word_start);
      g_array_append_val (self->words, word);
    }
  return TRUE;
}

/* --- Layouts --- */

/* -1 for @width: not wrapped. */
static PangoLayout *
lay_out (Face *face, const char *text, double width)
{
  pango_layout_set_width (face->layout, width < 0 ? -1 : pango_units_from_double (width + SLACK));
  pango_layout_set_text (face->layout, text, -1);
  return face->layout;
}

static double
get_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

static PangoLayout *
create_layout (PangoContext *context, MarathonTextFace face, double size)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string ("Sans");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_weight (description, faces[face].weight);
  pango_font_description_set_style (description, faces[face].style);
  pango_font_description_set_size (description, pango_units_from_double (size));
  pango_layout_set_font_description (layout, description);
  /* Figures of one width, so that numbers stand below each other. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Points are points (the default of 96 dots an inch makes "9 pt" print as 12), and nothing is rounded to the pixels of
 * a screen. */
static PangoContext *
create_context (const char *language, gboolean right_to_left)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (*language != '\0' ? language : "en"));
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

static void
clear_batch (gpointer data)
{
  Batch *batch = data;

  g_object_unref (batch->font);
  g_array_unref (batch->run.glyphs);
  g_array_unref (batch->run.clusters);
  g_string_free (batch->run.text, TRUE);
}

MarathonTextDrawer *
marathon_text_drawer_new (const char *language, gboolean right_to_left, double body_size, double table_scale)
{
  MarathonTextDrawer *self;

  g_return_val_if_fail (language != NULL && body_size > 0 && table_scale > 0, NULL);

  self = g_new0 (MarathonTextDrawer, 1);
  marathon_font_lock ();
  self->context = create_context (language, right_to_left);
  self->right_to_left = right_to_left;
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->batches = g_array_new (FALSE, FALSE, sizeof (Batch));
  g_array_set_clear_func (self->batches, clear_batch);
  for (guint i = 0; i < MARATHON_TEXT_N_FACES; i++)
    {
      g_autoptr (PangoLayout) words = NULL;
      Face *face = &self->faces[i];

      face->size = body_size * faces[i].size * (faces[i].in_table ? table_scale : 1.0);
      face->layout = create_layout (self->context, i, face->size);
      words = create_layout (self->context, i, face->size);
      face->cache = marathon_glyph_cache_new (words);
    }
  marathon_font_unlock ();
  return self;
}

void
marathon_text_drawer_free (MarathonTextDrawer *self)
{
  g_return_if_fail (self != NULL);

  marathon_font_lock ();
  g_array_unref (self->batches);
  g_array_unref (self->words);
  for (guint i = 0; i < MARATHON_TEXT_N_FACES; i++)
    {
      marathon_glyph_cache_free (self->faces[i].cache);
      g_object_unref (self->faces[i].layout);
    }
  g_object_unref (self->context);
  marathon_font_unlock ();
  g_free (self);
}

double
marathon_text_drawer_get_size (const MarathonTextDrawer *self, MarathonTextFace face)
{
  g_return_val_if_fail (self != NULL && face < MARATHON_TEXT_N_FACES, 0);

  return self->faces[face].size;
}

double
marathon_text_drawer_get_pitch (const MarathonTextDrawer *self, MarathonTextFace face)
{
  return marathon_text_drawer_get_size (self, face) * LINE_PITCH;
}

/* --- Measuring --- */

double
marathon_text_drawer_measure (MarathonTextDrawer *self, MarathonTextFace face, const char *text)
{
  double longest_word = G_MAXDOUBLE;

  return marathon_text_drawer_measure_words (self, face, text, &longest_word);
}

double
marathon_text_drawer_measure_words (MarathonTextDrawer *self, MarathonTextFace face, const char *text,
                                    double *longest_word)
{
  PangoLayout *layout;
  double width;

  g_return_val_if_fail (self != NULL && face < MARATHON_TEXT_N_FACES, 0);
  g_return_val_if_fail (text != NULL && longest_word != NULL, 0);

  if (split (self, &self->faces[face], text, &width))
    {
      *longest_word = MAX (*longest_word, self->longest_word);
      return width;
    }
  marathon_font_lock ();
  width = get_layout_width (lay_out (&self->faces[face], text, -1));
  if (width > *longest_word)
    {
      layout = self->faces[face].layout;
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      *longest_word = MAX (*longest_word, get_layout_width (lay_out (&self->faces[face], text, 0)));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  marathon_font_unlock ();
  return width;
}

guint
marathon_text_drawer_count_lines (MarathonTextDrawer *self, MarathonTextFace face, const char *text, double width)
{
  double natural;
  guint n_lines;

  g_return_val_if_fail (self != NULL && face < MARATHON_TEXT_N_FACES && text != NULL && width > 0, 1);

  if (split (self, &self->faces[face], text, &natural) && natural <= width + SLACK)
    return 1;
  marathon_font_lock ();
  n_lines = (guint) pango_layout_get_line_count (lay_out (&self->faces[face], text, width));
  marathon_font_unlock ();
  return n_lines;
}

char *
marathon_text_drawer_clamp (MarathonTextDrawer *self, MarathonTextFace face, const char *text, double width,
                            guint n_lines)
{
  g_autoptr (GString) shorter = NULL;
  PangoLayoutLine *line;

  g_return_val_if_fail (self != NULL && face < MARATHON_TEXT_N_FACES && text != NULL, NULL);
  g_return_val_if_fail (width > 0 && n_lines > 0, NULL);

  if (marathon_text_drawer_count_lines (self, face, text, width) <= n_lines)
    return g_strdup (text);
  marathon_font_lock ();
  line = pango_layout_get_line_readonly (lay_out (&self->faces[face], text, width), (int) n_lines);
  shorter = g_string_new_len (text, line->start_index);
  marathon_font_unlock ();
  do
    {
      const char *last = g_utf8_find_prev_char (shorter->str, shorter->str + shorter->len);

      g_string_truncate (shorter, last != NULL ? (gsize) (last - shorter->str) : 0);
      g_string_append (shorter, "…");
      if (marathon_text_drawer_count_lines (self, face, shorter->str, width) <= n_lines)
        break;
      g_string_truncate (shorter, shorter->len - strlen ("…"));
    }
  while (shorter->len > 0);
  return g_string_free (g_steal_pointer (&shorter), FALSE);
}

/* --- Drawing --- */

static double
align (const MarathonTextDrawer *self, const MarathonTextBox *box, double width)
{
  gboolean to_the_right = (box->align == MARATHON_TEXT_ALIGN_END) != self->right_to_left;

  if (box->align == MARATHON_TEXT_ALIGN_CENTRE)
    return box->x + (box->width - width) / 2;
  return to_the_right ? box->x + box->width - width : box->x;
}

static Batch *
find_batch (MarathonTextDrawer *self, PangoFont *font, guint32 colour)
{
  Batch batch = { 0 };

  for (guint i = 0; i < self->batches->len; i++)
    {
      Batch *known = &g_array_index (self->batches, Batch, i);

      if (known->font == font && known->colour == colour)
        return known;
    }
  batch.font = g_object_ref (font);
  batch.colour = colour;
  batch.run.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  batch.run.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  batch.run.text = g_string_new (NULL);
  g_array_append_val (self->batches, batch);
  return &g_array_index (self->batches, Batch, self->batches->len - 1);
}

static void
keep_words (MarathonTextDrawer *self, Face *face, guint32 colour, double x, double baseline)
{
  Batch *batch = NULL;

  for (guint i = 0; i < self->words->len; i++)
    {
      guint word = g_array_index (self->words, guint, i);
      PangoFont *font = marathon_glyph_cache_get_font (face->cache, word);

      if (batch == NULL || batch->font != font)
        batch = find_batch (self, font, colour);
      marathon_glyph_cache_append (face->cache, word, x, baseline, &batch->run);
      x += marathon_glyph_cache_get_width (face->cache, word);
    }
}

static void
draw_lines (MarathonTextDrawer *self, cairo_t *cr, Face *face, guint32 colour, const char *text,
            const MarathonTextBox *box)
{
  PangoLayout *layout = lay_out (face, text, box->width);
  guint n_lines = (guint) pango_layout_get_line_count (layout);
  guint end = box->n_lines == 0 ? n_lines : MIN (n_lines, box->first_line + box->n_lines);

  marathon_cairo_set_colour (cr, colour);
  for (guint i = box->first_line; i < end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
      PangoRectangle logical;

      pango_layout_line_get_extents (line, NULL, &logical);
      cairo_move_to (cr, align (self, box, pango_units_to_double (logical.width)),
                     box->baseline + (i - box->first_line) * face->size * LINE_PITCH);
      pango_cairo_show_layout_line (cr, line);
    }
}

void
marathon_text_drawer_add (MarathonTextDrawer    *self,
                          cairo_t               *cr,
                          MarathonTextFace       face,
                          guint32                colour,
                          const char            *text,
                          const MarathonTextBox *box)
{
  double width;

  g_return_if_fail (self != NULL && cr != NULL && face < MARATHON_TEXT_N_FACES && text != NULL && box != NULL);

  if (*text == '\0')
    return;
  if (!split (self, &self->faces[face], text, &width) || width > box->width + SLACK)
    draw_lines (self, cr, &self->faces[face], colour, text, box);
  else if (box->first_line == 0)
    keep_words (self, &self->faces[face], colour, align (self, box, width), box->baseline);
}

static void
show_batch (cairo_t *cr, Batch *batch)
{
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (batch->font));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  /* Not cairo_set_scaled_font(): that is for the transformation the font was made for, and a preview has another. */
  cairo_scaled_font_get_font_matrix (font, &matrix);
  cairo_scaled_font_get_font_options (font, options);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (font));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  marathon_cairo_set_colour (cr, batch->colour);
  cairo_show_text_glyphs (cr, batch->run.text->str, (int) batch->run.text->len,
                          &g_array_index (batch->run.glyphs, cairo_glyph_t, 0), (int) batch->run.glyphs->len,
                          &g_array_index (batch->run.clusters, cairo_text_cluster_t, 0), (int) batch->run.clusters->len,
                          0);
}

void
marathon_text_drawer_flush (MarathonTextDrawer *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  for (guint i = 0; i < self->batches->len; i++)
    {
      Batch *batch = &g_array_index (self->batches, Batch, i);

      if (batch->run.clusters->len > 0)
        show_batch (cr, batch);
      g_array_set_size (batch->run.glyphs, 0);
      g_array_set_size (batch->run.clusters, 0);
      g_string_truncate (batch->run.text, 0);
    }
}

void
marathon_cairo_set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}
