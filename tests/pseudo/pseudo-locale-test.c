/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language that nobody speaks is spoken, says all that must stay as it is, and is seen through.
 */
#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "pseudo/pseudo-look.h"
#include "widgets/display-scene.h"
#include "widgets/shortcuts.h"

static void
test_locale_is_there (void)
{
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), ==, "qps.UTF-8");
  g_assert_cmpstr (g_get_language_names ()[0], ==, "qps.UTF-8");
}

static void
test_words_are_accented_and_longer (void)
{
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      const char *label = _ (table[i].label);

      g_test_message ("%s", label);
      g_assert_false (pseudo_look_is_translated (table[i].label));
      g_assert_true (pseudo_look_is_translated (label));
      g_assert_cmpint (g_utf8_strlen (label, -1) * 10, >, g_utf8_strlen (table[i].label, -1) * 12);
    }
}

typedef struct {
  const char *text;
  gboolean is_translated;
} Text;

static const Text texts[] = {
  { "Ŝávé", TRUE }, { "42", TRUE }, { "", TRUE }, { "–", TRUE }, { "T 11", TRUE },
  { "Save", FALSE }, { "Ŝávé as", FALSE }, { "T11–T13, or", FALSE },
};

static void
test_plain_words_are_told_apart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].text);
      g_assert_cmpint (pseudo_look_is_translated (texts[i].text), ==, texts[i].is_translated);
    }
}

/* --- Looking --- */

static GtkWidget *
make_label (const char *text, gboolean may_be_cut)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), may_be_cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  return label;
}

static GtkWidget *
make_icon (const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("edit-undo-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return icon;
}

/* A table whose only column has not the room for its title. */
static GtkWidget *
make_table (const char *title)
{
  GtkWidget *table = gtk_column_view_new (NULL);
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, NULL);

  gtk_column_view_column_set_fixed_width (column, 40);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
  gtk_widget_set_size_request (table, 100, 40);
  g_object_unref (column);
  return table;
}

static GtkWindow *
show (GtkWidget *content)
{
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "content", content, "default-width", 300, "default-height", 200,
                                    NULL);

  display_scene_present (window);
  return window;
}

static void
assert_complaints (GPtrArray *complaints, const char *expected)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (complaints, NULL);
  text = g_strjoinv ("\n", (char **) complaints->pdata);
  g_assert_cmpstr (text, ==, expected);
  g_ptr_array_unref (complaints);
}

static void
test_words_without_translation_are_found (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hidden = make_label ("Hidden", FALSE);
  GtkWidget *entry = gtk_entry_new ();
  const char *const known[] = { "London", NULL };
  GtkWindow *window;

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "Search");
  gtk_widget_set_tooltip_text (entry, "Finds");
  gtk_widget_set_visible (hidden, FALSE);
  gtk_box_append (GTK_BOX (box), make_label (_ ("Save"), FALSE));
  gtk_box_append (GTK_BOX (box), make_label ("London", FALSE));
  gtk_box_append (GTK_BOX (box), make_label ("Ŝávé London!", FALSE));
  gtk_box_append (GTK_BOX (box), make_label ("Bib", FALSE));
  gtk_box_append (GTK_BOX (box), gtk_inscription_new ("Wave"));
  gtk_box_append (GTK_BOX (box), make_icon ("Londoners"));
  gtk_box_append (GTK_BOX (box), hidden);
  gtk_box_append (GTK_BOX (box), entry);
  window = show (box);
  assert_complaints (pseudo_look_find_plain (GTK_WIDGET (window), known),
                     "GtkLabel in GtkBox: text: “Bib”\n"
                     "GtkInscription in GtkBox: text: “Wave”\n"
                     "GtkImage in GtkBox: accessible label: “Londoners”\n"
                     "GtkEntry in GtkBox: tooltip: “Finds”\n"
                     "GtkText in GtkEntry: text: “Search”\n"
                     "GtkLabel in GtkText: text: “Search”");
  display_scene_destroy (window);
}

static void
test_cut_words_are_found (void)
{
  GtkWidget *fixed = gtk_fixed_new ();
  GtkWidget *cut = make_label ("A long text", TRUE);
  GtkWidget *whole = make_label ("A text", TRUE);
  GtkWindow *window;

  gtk_widget_set_size_request (cut, 30, -1);
  gtk_fixed_put (GTK_FIXED (fixed), cut, 0, 0);
  gtk_widget_set_size_request (whole, 200, -1);
  gtk_fixed_put (GTK_FIXED (fixed), whole, 0, 40);
  gtk_fixed_put (GTK_FIXED (fixed), make_label ("Left of everything", FALSE), -20, 80);
  gtk_fixed_put (GTK_FIXED (fixed), make_table ("A long title"), 0, 120);
  window = show (fixed);
  assert_complaints (pseudo_look_find_cut (GTK_WIDGET (window)),
                     "GtkLabel in GtkFixed: cut: “A long text”\n"
                     "GtkLabel in GtkFixed: outside of its window: “Left of everything”\n"
                     "GtkLabel in GtkBox: cut: “A long title”");
  display_scene_destroy (window);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/pseudo/locale-is-there", test_locale_is_there);
  g_test_add_func ("/pseudo/words-are-accented-and-longer", test_words_are_accented_and_longer);
  g_test_add_func ("/pseudo/plain-words-are-told-apart", test_plain_words_are_told_apart);
  g_test_add_func ("/pseudo/words-without-translation-are-found", test_words_without_translation_are_found);
  g_test_add_func ("/pseudo/cut-words-are-found", test_cut_words_are_found);
  return display_scene_run ();
}
