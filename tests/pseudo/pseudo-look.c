/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words on the screen that are not translated, or cut.
 */
#include "pseudo/pseudo-look.h"

#include <string.h>

#include "widgets/display-scene.h"

#define PLAIN_WORD "[A-Za-z]{2,}"

typedef struct {
  GPtrArray *complaints;
  GRegex *known; /* NULL where there is nothing known */
} Look;

gboolean
pseudo_look_is_translated (const char *text)
{
  return !g_regex_match_simple (PLAIN_WORD, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static char *
describe (GtkWidget *widget)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return g_strdup_printf ("%s%s%s in %s", G_OBJECT_TYPE_NAME (widget), id != NULL ? " " : "", id != NULL ? id : "",
                          parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "nothing");
}

static void
complain (Look *look, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *where = describe (widget);

  g_ptr_array_add (look->complaints, g_strdup_printf ("%s: %s: “%s”", where, what, text));
}

/* Finds any of @texts, the longest first where one is the beginning of another, as whole words. */
static GRegex *
make_regex (const char *const *texts)
{
  g_autoptr (GString) pattern = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (texts[i], -1);

      g_string_append_printf (pattern, "%s(?<!\\w)%s(?!\\w)", i > 0 ? "|" : "", escaped);
    }
  return pattern->len > 0 ? g_regex_new (pattern->str, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL) : NULL;
}

static void
look_at_text (Look *look, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *rest = NULL;

  if (text != NULL && look->known != NULL)
    rest = g_regex_replace_literal (look->known, text, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
  if (text != NULL && !pseudo_look_is_translated (rest != NULL ? rest : text))
    complain (look, widget, what, text);
}

/* What the widget shows, where it shows text of its own. */
static const char *
get_shown_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_TEXT (widget) && gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (widget))) == 0)
    return gtk_text_get_placeholder_text (GTK_TEXT (widget));
  return NULL;
}

/* What GTK says by itself, which has no such translation. */
static gboolean
is_of_gtk (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return gtk_widget_get_ancestor (widget, GTK_TYPE_CALENDAR) != NULL           /* months and days of the week */
         || gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUT_LABEL) != NULL  /* names of keys */
         || g_str_equal (gtk_widget_get_css_name (widget), "accelerator")      /* in menus, too */
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL /* “Close” */
         || (GTK_IS_IMAGE (widget) && GTK_IS_SEARCH_ENTRY (parent));           /* “Clear entry” */
}

/* What a screen reader says in place of a text, or %NULL. */
static char *
get_accessible_label (GtkWidget *widget)
{
  if (get_shown_text (widget) != NULL
      || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  /* The answer is what the label is where it is not what is asked for. */
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
}

static gboolean
look_for_plain (GtkWidget *widget, gconstpointer data)
{
  Look *look = (Look *) data;
  g_autofree char *label = NULL;

  if (!gtk_widget_get_mapped (widget) || is_of_gtk (widget))
    return FALSE;
  label = get_accessible_label (widget);
  look_at_text (look, widget, "text", get_shown_text (widget));
  look_at_text (look, widget, "tooltip", gtk_widget_get_tooltip_text (widget));
  look_at_text (look, widget, "accessible label", label);
  return FALSE;
}

GPtrArray *
pseudo_look_find_plain (GtkWidget *root, const char *const *known)
{
  g_autoptr (GRegex) regex = make_regex (known);
  Look look = { g_ptr_array_new_with_free_func (g_free), regex };

  display_scene_search (root, look_for_plain, &look);
  return look.complaints;
}

/* Whether the pointer tells the whole text: over the label, or over the button that it is in. */
static gboolean
has_tooltip (GtkWidget *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  if (gtk_widget_get_has_tooltip (label))
    return TRUE;
  for (GtkWidget *around = gtk_widget_get_parent (label); around != NULL; around = gtk_widget_get_parent (around))
    if (gtk_widget_get_tooltip_text (around) != NULL && strstr (gtk_widget_get_tooltip_text (around), text) != NULL)
      return TRUE;
  return FALSE;
}

/* In the rows of a table or a filter's chip, which tell what is cut by tooltips of their own; titles of columns are none. */
static gboolean
is_cell (GtkWidget *label)
{
  for (GtkWidget *around = gtk_widget_get_parent (label); around != NULL; around = gtk_widget_get_parent (around))
    if (g_str_equal (G_OBJECT_TYPE_NAME (around), "GtkColumnViewCell")
        || g_str_equal (G_OBJECT_TYPE_NAME (around), "MarathonFilterChip"))
      return TRUE;
  return FALSE;
}

/* Whether a part of the widget lies outside of what its window shows, and nothing scrolls there. */
static gboolean
is_outside (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL
      || !gtk_widget_compute_bounds (widget, root, &bounds))
    return FALSE;
  return bounds.origin.x < 0 || bounds.origin.y < 0
         || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + 1
         || bounds.origin.y + bounds.size.height > gtk_widget_get_height (root) + 1;
}

/* Whether the widget got less room than its text takes. */
static gboolean
is_too_small (GtkLabel *label)
{
  int width, height;

  pango_layout_get_pixel_size (gtk_label_get_layout (label), &width, &height);
  /* A pixel is lost to rounding. */
  return width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 || height > gtk_widget_get_height (GTK_WIDGET (label)) + 1;
}

/* The titles of the columns are outside of what scrolls the rows, and scroll with them. */
static gboolean
is_scrolled (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget));
}

/* Whether something around the widget, nearer than what scrolls, cuts a part of it off. */
static gboolean
is_clipped (GtkWidget *widget)
{
  graphene_rect_t bounds;

  for (GtkWidget *around = gtk_widget_get_parent (widget); !GTK_IS_NATIVE (around) && !is_scrolled (around);
       around = gtk_widget_get_parent (around))
    {
      if (gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN || !gtk_widget_compute_bounds (widget, around, &bounds))
        continue;
      if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (around) + 1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
look_for_cut (GtkWidget *widget, gconstpointer data)
{
  Look *look = (Look *) data;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_mapped (widget) || is_cell (widget) || has_tooltip (widget))
    return FALSE;
  if (is_outside (widget))
    complain (look, widget, "outside of its window", gtk_label_get_text (GTK_LABEL (widget)));
  else if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) || is_too_small (GTK_LABEL (widget))
           || is_clipped (widget))
    complain (look, widget, "cut", gtk_label_get_text (GTK_LABEL (widget)));
  return FALSE;
}

GPtrArray *
pseudo_look_find_cut (GtkWidget *root)
{
  Look look = { g_ptr_array_new_with_free_func (g_free), NULL };

  display_scene_search (root, look_for_cut, &look);
  return look.complaints;
}

void
pseudo_look_assert_none (GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  if (complaints->len > 0)
    g_test_fail_printf ("%u complaints, the first: %s", complaints->len,
                        (const char *) g_ptr_array_index (complaints, 0));
  g_ptr_array_unref (complaints);
}
