/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSetPopover: check boxes below a search.
 */
#include "widgets/set-popover.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"
#include "widgets/set-choice-cell.h"

/* More choices than this can be searched. */
#define SEARCHED_LENGTH 8

struct _MarathonSetPopover {
  GtkPopover parent_instance;

  gboolean allow_others;
  gboolean filling; /* check boxes are made or taken away: nobody's choice */

  GtkWidget *search;
  GtkWidget *scroller;
  GtkWidget *cells;
  GtkWidget *nothing;
  GtkWidget *add;
  GtkLabel *add_label;
};

enum {
  OPENING,
  TOGGLED,
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonSetPopover, marathon_set_popover, GTK_TYPE_POPOVER)

/* --- Search --- */

static char *
get_typed (MarathonSetPopover *popover)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (popover->search))));
}

static GtkWidget *
find_first (MarathonSetPopover *popover)
{
  GtkWidget *cell = gtk_widget_get_first_child (popover->cells);

  while (cell != NULL && !gtk_widget_get_visible (cell))
    cell = gtk_widget_get_next_sibling (cell);
  return cell;
}

/* Whether @typed is a choice by its label or by its word in files, however it is written. */
static gboolean
is_choice (MarathonSetPopover *popover, const char *typed)
{
  g_autofree char *words = marathon_choice_mark_words (typed);

  for (GtkWidget *cell = gtk_widget_get_first_child (popover->cells); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      MarathonChoice *choice = marathon_set_choice_cell_get_choice (MARATHON_SET_CHOICE_CELL (cell));
      g_autofree char *label = marathon_choice_mark_words (marathon_choice_get_label (choice));
      g_autofree char *text = marathon_choice_mark_words (marathon_choice_get_text (choice));

      if (strcmp (words, label) == 0 || strcmp (words, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_add (MarathonSetPopover *popover)
{
  g_autofree char *typed = get_typed (popover);
  gboolean can_add = popover->allow_others && *typed != '\0' && !is_choice (popover, typed);
  /* Translators: what was typed becomes one more choice. */
  g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), typed);

  gtk_label_set_label (popover->add_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (popover->add, can_add);
  gtk_widget_set_visible (popover->nothing, find_first (popover) == NULL && !can_add);
}

static void
on_search_changed (MarathonSetPopover *popover)
{
  g_autofree char *words = marathon_choice_mark_words (gtk_editable_get_text (GTK_EDITABLE (popover->search)));

  for (GtkWidget *cell = gtk_widget_get_first_child (popover->cells); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_visible (cell, marathon_set_choice_cell_matches (MARATHON_SET_CHOICE_CELL (cell), words));
  gtk_widget_set_visible (popover->scroller, find_first (popover) != NULL);
  show_add (popover);
}

static void
on_add (MarathonSetPopover *popover)
{
  g_autofree char *typed = get_typed (popover);

  gtk_editable_set_text (GTK_EDITABLE (popover->search), "");
  gtk_widget_grab_focus (popover->search);
  g_signal_emit (popover, signals[ADDED], 0, typed);
}

/* Enter takes the first that was found, and the next word is typed over this one. */
static void
on_search_entered (MarathonSetPopover *popover)
{
  GtkWidget *first = find_first (popover);

  if (*gtk_editable_get_text (GTK_EDITABLE (popover->search)) == '\0')
    gtk_popover_popdown (GTK_POPOVER (popover));
  else if (first != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (first), !gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  else if (gtk_widget_get_visible (popover->add))
    on_add (popover);
  else
    gtk_widget_error_bell (popover->search);
  gtk_editable_select_region (GTK_EDITABLE (popover->search), 0, -1);
}

/* GTK would look for what is below by where it was before the search changed. */
static gboolean
on_search_key (MarathonSetPopover *popover, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *first = find_first (popover);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (first != NULL ? first : popover->add);
  return GDK_EVENT_STOP;
}

/* --- Letters at the check boxes --- */

/* They go to the search; GTK's own way would take the space too, which checks. */
static gboolean
search_on (MarathonSetPopover *popover, GtkEventControllerKey *controller)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (popover->search));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (text, -1);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

/* A short list has no search: the keyboard goes to the next that begins so. */
static gboolean
go_to_letter (MarathonSetPopover *popover, gunichar letter)
{
  GtkWidget *start = gtk_widget_get_focus_child (popover->cells);
  GtkWidget *cell = start;
  char typed[7] = "";

  g_unichar_to_utf8 (letter, typed);
  do
    {
      cell = cell != NULL ? gtk_widget_get_next_sibling (cell) : NULL;
      if (cell == NULL)
        cell = gtk_widget_get_first_child (popover->cells);
      if (cell != NULL
          && marathon_choice_starts_with (marathon_set_choice_cell_get_choice (MARATHON_SET_CHOICE_CELL (cell)), typed))
        return gtk_widget_grab_focus (cell);
    }
  while (cell != NULL && cell != start && start != NULL);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_cells_key (MarathonSetPopover *popover, guint keyval, guint keycode, GdkModifierType state,
              GtkEventControllerKey *controller)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0 || letter == ' '
      || !g_unichar_isprint (letter))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_get_visible (popover->search) ? search_on (popover, controller) : go_to_letter (popover, letter);
}

/* --- Check boxes --- */

static void
on_toggled (MarathonSetPopover *popover, GParamSpec *pspec, GtkCheckButton *button)
{
  MarathonSetChoiceCell *cell = MARATHON_SET_CHOICE_CELL (button);

  if (!popover->filling)
    g_signal_emit (popover, signals[TOGGLED], 0, marathon_set_choice_cell_get_choice (cell),
                   gtk_check_button_get_active (button));
}

static void
empty (MarathonSetPopover *popover)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (popover->cells)) != NULL)
    gtk_box_remove (GTK_BOX (popover->cells), cell);
}

static gboolean
has_keyboard_in_cells (MarathonSetPopover *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (popover));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, popover->cells);
}

static void
take_keyboard (MarathonSetPopover *popover)
{
  GtkWidget *first = find_first (popover);

  if (gtk_widget_get_visible (popover->search))
    gtk_widget_grab_focus (popover->search);
  else if (first != NULL)
    gtk_widget_grab_focus (first);
}

/* --- The popover --- */

static void
marathon_set_popover_map (GtkWidget *widget)
{
  /* The signal "show" would come too late for the keyboard. */
  g_signal_emit (widget, signals[OPENING], 0);
  GTK_WIDGET_CLASS (marathon_set_popover_parent_class)->map (widget);
  take_keyboard (MARATHON_SET_POPOVER (widget));
}

/* What was searched for is forgotten. */
static void
marathon_set_popover_closed (GtkPopover *base)
{
  gtk_editable_set_text (GTK_EDITABLE (MARATHON_SET_POPOVER (base)->search), "");
}

static void
marathon_set_popover_dispose (GObject *object)
{
  MarathonSetPopover *popover = MARATHON_SET_POPOVER (object);

  popover->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_SET_POPOVER);
  G_OBJECT_CLASS (marathon_set_popover_parent_class)->dispose (object);
}

static void
marathon_set_popover_class_init (MarathonSetPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_set_popover_dispose;
  widget_class->map = marathon_set_popover_map;
  GTK_POPOVER_CLASS (klass)->closed = marathon_set_popover_closed;
  signals[OPENING] = g_signal_new ("opening", MARATHON_TYPE_SET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[TOGGLED] = g_signal_new ("toggled", MARATHON_TYPE_SET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, MARATHON_TYPE_CHOICE, G_TYPE_BOOLEAN);
  signals[ADDED] = g_signal_new ("added", MARATHON_TYPE_SET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/set-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonSetPopover, search);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetPopover, cells);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetPopover, nothing);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetPopover, add);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetPopover, add_label);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_cells_key);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
}

static void
marathon_set_popover_init (MarathonSetPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

void
marathon_set_popover_fill (MarathonSetPopover *popover,
                           GPtrArray          *choices,
                           gboolean          (*is_chosen) (gpointer user_data, const char *text),
                           gpointer            user_data,
                           gboolean            allow_others)
{
  gboolean had_keyboard = has_keyboard_in_cells (popover);

  g_return_if_fail (MARATHON_IS_SET_POPOVER (popover));

  popover->filling = TRUE;
  popover->allow_others = allow_others;
  empty (popover);
  for (guint i = 0; i < choices->len; i++)
    {
      MarathonChoice *choice = choices->pdata[i];
      GtkWidget *cell = marathon_set_choice_cell_new (choice, is_chosen (user_data, marathon_choice_get_text (choice)));

      g_signal_connect_object (cell, "notify::active", G_CALLBACK (on_toggled), popover, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (popover->cells), cell);
    }
  gtk_widget_set_visible (popover->search, allow_others || choices->len > SEARCHED_LENGTH);
  on_search_changed (popover);
  popover->filling = FALSE;
  if (had_keyboard)
    take_keyboard (popover);
}
