/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of any script stand at the start of their column, numbers at the right.
 */
#include "widgets/text-side.h"

#include "widgets/display-scene.h"

typedef struct {
  GtkTextDirection direction;
  const char *text;
  gboolean is_numeric;
  float xalign; /* as of the text's own direction */
} Case;

static const Case cases[] = {
  { GTK_TEXT_DIR_LTR, "Mo Farah", FALSE, 0 },
  { GTK_TEXT_DIR_LTR, "محمد", FALSE, 1 }, /* at the left */
  { GTK_TEXT_DIR_LTR, "37", FALSE, 0 },
  { GTK_TEXT_DIR_LTR, "37", TRUE, 1 },
  { GTK_TEXT_DIR_RTL, "Mo Farah", FALSE, 1 }, /* at the right */
  { GTK_TEXT_DIR_RTL, "محمد", FALSE, 0 },
  { GTK_TEXT_DIR_RTL, "37", FALSE, 0 },
  { GTK_TEXT_DIR_RTL, "37", TRUE, 0 },
};

static void
test_sides (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *widget = g_object_ref_sink (gtk_inscription_new (NULL));

      gtk_widget_set_direction (widget, cases[i].direction);
      marathon_inscription_set_side (GTK_INSCRIPTION (widget), cases[i].text, cases[i].is_numeric);
      g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), ==, cases[i].text);
      g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (widget)), ==, cases[i].xalign);
      g_object_unref (widget);
    }
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/text-side/sides", test_sides);
  return display_scene_run ();
}
