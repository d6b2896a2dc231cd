/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measuring and drawing texts in every script.
 */
#include "printing/text-drawer.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <string.h>

#include "printing/pdf-text.h"

#define SIZE 10.0

/* Plain ones come from the cache of words, the others from a layout: the tests below must hold for both. */
static const char *const texts[] = {
  "Anna Smith", "Zoë O’Connor", "Łukasz Żółć", "Ñuñez-García, José María", "Ольга Петрова", "Θεόδωρος Νίκου",
  "Nguyễn Thị Hồng",
  "Ọ̀ṣọ́ Adébáyọ̀", "山田 太郎", "王小明", "김 민준", "สมชาย ใจดี", "प्रिया शर्मा", "محمد العلوي", "דוד כהן",
  "W12 3:04:59.9", "office affluent",
  "Ahmed محمد",
};

static MarathonTextDrawer *
create_drawer (gboolean right_to_left)
{
  return marathon_text_drawer_new ("en", right_to_left, SIZE, 1.0);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws @drawn, each in a line of its own box, and returns the PDF. */
static GBytes *
draw_pdf (MarathonTextDrawer *drawer, const char *const *drawn, guint n, double width)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);
  double y = 40;

  for (guint i = 0; i < n; i++)
    {
      MarathonTextBox box = { .x = 40, .width = width, .baseline = y };

      marathon_text_drawer_add (drawer, cr, MARATHON_TEXT_BODY, 0, drawn[i], &box);
      y += 13 * marathon_text_drawer_count_lines (drawer, MARATHON_TEXT_BODY, drawn[i], width) + 10;
    }
  marathon_text_drawer_flush (drawer, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_all_found (const char *text, const char *const *wanted, guint n)
{
  g_autofree char *squeezed = pdf_text_squeeze (text);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *part = pdf_text_squeeze (wanted[i]);

      if (strstr (squeezed, part) == NULL)
        g_error ("“%s” is not in “%s”", wanted[i], text);
    }
}

static void
test_every_script_is_found (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);
  g_autoptr (GBytes) pdf = draw_pdf (drawer, texts, G_N_ELEMENTS (texts), 400);
  g_autofree char *text = pdf_text_run ("pdftotext", NULL, pdf);

  assert_all_found (text, texts, G_N_ELEMENTS (texts));
}

static void
test_every_script_is_found_right_to_left (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (TRUE);
  g_autoptr (GBytes) pdf = draw_pdf (drawer, texts, G_N_ELEMENTS (texts) - 1, 400);
  g_autofree char *text = pdf_text_run ("pdftotext", NULL, pdf);

  assert_all_found (text, texts, G_N_ELEMENTS (texts) - 1);
}

static void
test_a_text_fits_its_own_width (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);

  for (guint face = 0; face < MARATHON_TEXT_N_FACES; face++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        double width = marathon_text_drawer_measure (drawer, face, texts[i]);

        g_assert_cmpfloat (width, >, 10);
        g_assert_cmpuint (marathon_text_drawer_count_lines (drawer, face, texts[i], width), ==, 1);
        g_assert_cmpuint (marathon_text_drawer_count_lines (drawer, face, texts[i], width * 0.6), >=, 2);
      }
}

static void
test_words_of_the_cache_are_as_wide_as_a_layout (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);

  /* A line end keeps the text out of the cache; the lines are the same. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *twice = g_strdup_printf ("%s\n%s", texts[i], texts[i]);

      g_assert_cmpfloat_with_epsilon (marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, texts[i]),
                                      marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, twice), 0.5);
      g_assert_cmpuint (marathon_text_drawer_count_lines (drawer, MARATHON_TEXT_BODY, twice, 500), ==, 2);
    }
}

static void
test_the_longest_word (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);
  double longest = 0;
  double word = marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, "Featherington");
  double known;

  marathon_text_drawer_measure_words (drawer, MARATHON_TEXT_BODY, "Ann Featherington Lee", &longest);
  g_assert_cmpfloat_with_epsilon (longest, word, 0.1);
  marathon_text_drawer_measure_words (drawer, MARATHON_TEXT_BODY, "Bo", &longest);
  g_assert_cmpfloat_with_epsilon (longest, word, 0.1);
  known = longest;
  marathon_text_drawer_measure_words (drawer, MARATHON_TEXT_BODY, "عبدالرحمنعبدالرحمنعبدالرحمن بن", &longest);
  g_assert_cmpfloat (longest, >, known);
}

static void
test_a_long_word_goes_on_in_the_next_line (void)
{
  static const char *const word[] = { "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" };
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);
  g_autoptr (GBytes) pdf = draw_pdf (drawer, word, 1, 60);
  g_autofree char *text = pdf_text_run ("pdftotext", "-layout", pdf);

  g_assert_cmpuint (marathon_text_drawer_count_lines (drawer, MARATHON_TEXT_BODY, word[0], 60), >=, 4);
  g_assert_null (strstr (text, word[0]));
  assert_all_found (text, word, 1);
}

static void
test_a_part_of_the_lines (void)
{
  static const char *const text = "Alpha Beta Gamma Delta Epsilon";
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);
  double width = marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, "Gamma") + 4;
  g_autofree char *found = NULL;
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);
  MarathonTextBox box = { .x = 40, .width = width, .baseline = 40, .first_line = 1, .n_lines = 2 };
  g_autoptr (GBytes) pdf = NULL;

  g_assert_cmpuint (marathon_text_drawer_count_lines (drawer, MARATHON_TEXT_BODY, text, width), ==, 5);
  marathon_text_drawer_add (drawer, cr, MARATHON_TEXT_BODY, 0, text, &box);
  marathon_text_drawer_flush (drawer, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (bytes);
  found = pdf_text_run ("pdftotext", NULL, pdf);
  g_strdelimit (found, "\n\f", ' ');
  g_assert_cmpstr (g_strstrip (found), ==, "Beta Gamma");
}

/* Where the ink of @text is when drawn into a box from 100 to 300. */
static void
measure_ink (MarathonTextDrawer *drawer, const char *text, MarathonTextAlign align, double *left, double *right)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  MarathonTextBox box = { .x = 100, .width = 200, .baseline = 50, .align = align };
  double width;

  marathon_text_drawer_add (drawer, cr, MARATHON_TEXT_BODY, 0, text, &box);
  marathon_text_drawer_flush (drawer, cr);
  cairo_recording_surface_ink_extents (surface, left, NULL, &width, NULL);
  *right = *left + width;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_alignment_follows_the_page_not_the_text (void)
{
  static const struct {
    gboolean          right_to_left;
    MarathonTextAlign align;
    int               edge; /* -1 left, 0 middle, 1 right */
  } cases[] = {
    { FALSE, MARATHON_TEXT_ALIGN_START, -1 }, { FALSE, MARATHON_TEXT_ALIGN_CENTRE, 0 },
    { FALSE, MARATHON_TEXT_ALIGN_END, 1 },
    { TRUE, MARATHON_TEXT_ALIGN_START, 1 },   { TRUE, MARATHON_TEXT_ALIGN_CENTRE, 0 },
    { TRUE, MARATHON_TEXT_ALIGN_END, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonTextDrawer) drawer = create_drawer (cases[i].right_to_left);

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          double left, right;

          measure_ink (drawer, texts[j], cases[i].align, &left, &right);
          if (cases[i].edge < 0)
            g_assert_cmpfloat_with_epsilon (left, 100, 2.5);
          else if (cases[i].edge > 0)
            g_assert_cmpfloat_with_epsilon (right, 300, 2.5);
          else
            g_assert_cmpfloat_with_epsilon ((left + right) / 2, 200, 2.5);
        }
    }
}

static void
test_a_title_is_clamped (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);
  GString *title = g_string_new (NULL);
  g_autofree char *clamped = NULL;
  g_autofree char *whole = marathon_text_drawer_clamp (drawer, MARATHON_TEXT_TITLE, "Start list", 300, 1);

  g_assert_cmpstr (whole, ==, "Start list");
  for (guint i = 0; i < 50; i++)
    g_string_append (title, "Størt lïst ");
  clamped = marathon_text_drawer_clamp (drawer, MARATHON_TEXT_TITLE, title->str, 300, 2);
  g_assert_true (g_utf8_validate (clamped, -1, NULL));
  g_assert_true (g_str_has_suffix (clamped, "…"));
  g_assert_true (g_str_has_prefix (clamped, "Størt lïst"));
  g_assert_cmpuint (marathon_text_drawer_count_lines (drawer, MARATHON_TEXT_TITLE, clamped, 300), ==, 2);
  g_string_free (title, TRUE);
}

static void
test_more_words_than_the_cache_keeps (void)
{
  g_autoptr (MarathonTextDrawer) drawer = create_drawer (FALSE);
  double width = marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, "Anna Smith");
  char word[5] = { 0 };

  for (guint i = 0; i < 70000; i++)
    {
      for (guint j = 0, rest = i; j < 4; j++, rest /= 26)
        word[j] = (char) ('a' + rest % 26);
      g_assert_cmpfloat (marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, word), >, 0);
    }
  g_assert_cmpfloat (marathon_text_drawer_measure (drawer, MARATHON_TEXT_BODY, "Anna Smith"), ==, width);
}

static void
test_the_table_shrinks_alone (void)
{
  g_autoptr (MarathonTextDrawer) drawer = marathon_text_drawer_new ("", FALSE, SIZE, 0.8);

  g_assert_cmpfloat_with_epsilon (marathon_text_drawer_get_size (drawer, MARATHON_TEXT_BODY), SIZE * 0.8, 1e-9);
  g_assert_cmpfloat (marathon_text_drawer_get_size (drawer, MARATHON_TEXT_TITLE), >, SIZE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-drawer/every-script-is-found", test_every_script_is_found);
  g_test_add_func ("/text-drawer/every-script-is-found-right-to-left", test_every_script_is_found_right_to_left);
  g_test_add_func ("/text-drawer/a-text-fits-its-own-width", test_a_text_fits_its_own_width);
  g_test_add_func ("/text-drawer/words-of-the-cache-are-as-wide-as-a-layout",
                   test_words_of_the_cache_are_as_wide_as_a_layout);
  g_test_add_func ("/text-drawer/the-longest-word", test_the_longest_word);
  g_test_add_func ("/text-drawer/a-long-word-goes-on-in-the-next-line", test_a_long_word_goes_on_in_the_next_line);
  g_test_add_func ("/text-drawer/a-part-of-the-lines", test_a_part_of_the_lines);
  g_test_add_func ("/text-drawer/alignment-follows-the-page-not-the-text",
                   test_alignment_follows_the_page_not_the_text);
  g_test_add_func ("/text-drawer/a-title-is-clamped", test_a_title_is_clamped);
  g_test_add_func ("/text-drawer/more-words-than-the-cache-keeps", test_more_words_than_the_cache_keeps);
  g_test_add_func ("/text-drawer/the-table-shrinks-alone", test_the_table_shrinks_alone);
  return g_test_run ();
}
