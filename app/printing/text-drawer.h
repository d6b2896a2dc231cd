/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextDrawer: measures and draws many short texts: shaped words from a cache where the text is plain, a
 * PangoLayout where it is not (right to left, several fonts, more than one line). Both give the same letters in the
 * same places.
 *
 * One thread at a time may use a drawer; it shares nothing with others.
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** Sizes are parts of the body size, which is that of MARATHON_TEXT_BODY in points. */
typedef enum {
  MARATHON_TEXT_BODY,
  MARATHON_TEXT_STRONG,  /* as body, bold */
  MARATHON_TEXT_REMARK,  /* a little smaller, italic */
  MARATHON_TEXT_LABEL,   /* a little smaller, bold: column heads */
  MARATHON_TEXT_SMALL,   /* running heads and feet */
  MARATHON_TEXT_HEADING, /* of a section */
  MARATHON_TEXT_TITLE,
  MARATHON_TEXT_N_FACES
} MarathonTextFace;

typedef enum {
  MARATHON_TEXT_ALIGN_START, /* the right edge in a drawer that is right to left */
  MARATHON_TEXT_ALIGN_CENTRE,
  MARATHON_TEXT_ALIGN_END,
} MarathonTextAlign;

/** Where a text goes; points, y downwards. */
typedef struct {
  double            x; /* left edge */
  double            width;
  double            baseline; /* of the first line drawn */
  MarathonTextAlign align;
  guint             first_line; /* of the text as wrapped to width */
  guint             n_lines;    /* 0: all from first_line on */
} MarathonTextBox;

typedef struct _MarathonTextDrawer MarathonTextDrawer;

/**
 * marathon_text_drawer_new:
 * @language: BCP 47, "" for "en"
 * @body_size: points
 * @table_scale: 1.0, or less to shrink BODY, STRONG, REMARK and LABEL (a table too wide for its page), not the others
 */
MarathonTextDrawer *marathon_text_drawer_new  (const char *language, gboolean right_to_left, double body_size,
                                               double table_scale);
void                marathon_text_drawer_free (MarathonTextDrawer *drawer);

/** Size of the letters and distance from one baseline to the next, in points. */
double marathon_text_drawer_get_size  (const MarathonTextDrawer *drawer, MarathonTextFace face);
double marathon_text_drawer_get_pitch (const MarathonTextDrawer *drawer, MarathonTextFace face);

/** The width in points of @text that is not wrapped (its longest line where it has line ends). */
double marathon_text_drawer_measure (MarathonTextDrawer *drawer, MarathonTextFace face, const char *text);

/**
 * As marathon_text_drawer_measure(), and raises @longest_word to the width of the longest part of @text that need not
 * be wrapped.
 */
double marathon_text_drawer_measure_words (MarathonTextDrawer *drawer, MarathonTextFace face, const char *text,
                                           double *longest_word);

/**
 * How many lines @text takes in @width; at least 1. A word wider than that goes on in the next line: nothing is ever
 * cut.
 */
guint marathon_text_drawer_count_lines (MarathonTextDrawer *drawer, MarathonTextFace face, const char *text,
                                        double width);

/**
 * marathon_text_drawer_clamp:
 *
 * For titles and running heads, never for names.
 *
 * Returns: (transfer full): @text, or as much of it as fits into @n_lines of @width, ending in "…"
 */
char *marathon_text_drawer_clamp (MarathonTextDrawer *drawer, MarathonTextFace face, const char *text, double width,
                                  guint n_lines);

/**
 * Draws @text on @cr, or keeps it for the next marathon_text_drawer_flush(), in the colour 0xRRGGBB. Call flush
 * before @cr changes.
 */
void marathon_text_drawer_add (MarathonTextDrawer    *drawer,
                               cairo_t               *cr,
                               MarathonTextFace       face,
                               guint32                colour,
                               const char            *text,
                               const MarathonTextBox *box);

/** Draws what was kept: one call of cairo for each font and colour of the page. */
void marathon_text_drawer_flush (MarathonTextDrawer *drawer, cairo_t *cr);

/** Sets 0xRRGGBB as the source of @cr. */
void marathon_cairo_set_colour (cairo_t *cr, guint32 colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonTextDrawer, marathon_text_drawer_free)

G_END_DECLS
