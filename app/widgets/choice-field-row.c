/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonChoiceFieldRow: a GtkDropDown in a row, its open list, and choosing by letters.
 */
#include "widgets/choice-field-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/choice-list.h"
#include "widgets/drop-down-name.h"
#include "widgets/interface.h"

/* A list longer than this can be searched. */
#define SEARCHED_LENGTH 12
/* How long letters belong together, in microseconds. */
#define TYPING_TIME (G_USEC_PER_SEC)

struct _MarathonChoiceFieldRow {
  MarathonFieldRow parent_instance;

  MarathonChoiceList *source;
  GtkDropDown *list;
  GListStore *choices; /* of the source, with None and what is not among them */
  guint n_scrolls;    /* since the list was opened */
  GtkWidget *nothing; /* in the open list, where no choice is found */
  gboolean filling;   /* the list is changed by us */
  gboolean typing;    /* the choice is changed by letters: not saved before the keyboard goes on */
  GString *typed;
  gint64 typed_at;
};

G_DEFINE_FINAL_TYPE (MarathonChoiceFieldRow, marathon_choice_field_row, MARATHON_TYPE_FIELD_ROW)

static MarathonChoice *
get_choice (MarathonChoiceFieldRow *row, guint position)
{
  g_autoptr (MarathonChoice) choice = g_list_model_get_item (G_LIST_MODEL (row->choices), position);

  return choice; /* the list holds it */
}

static guint
find_text (MarathonChoiceFieldRow *row, const char *text)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (row->choices));

  for (guint i = 0; i < n; i++)
    if (strcmp (marathon_choice_get_text (get_choice (row, i)), text) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* --- The list of choices --- */

/* "" is None; only of a vocabulary it is the first word. */
static GPtrArray *
list_choices (MarathonChoiceFieldRow *row)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  if (marathon_choice_list_get_words (row->source) == NULL)
    g_ptr_array_add (choices, marathon_choice_new ("", _ ("None")));
  for (guint i = 0; i < marathon_choice_list_get_size (row->source); i++)
    g_ptr_array_add (choices, g_object_ref (marathon_choice_list_get (row->source, i)));
  return choices;
}

static void
say_choice (MarathonChoiceFieldRow *row)
{
  MarathonChoice *choice = gtk_drop_down_get_selected_item (row->list);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  marathon_drop_down_set_name (row->list, title, choice != NULL ? marathon_choice_get_label (choice) : NULL);
}

/* Shows @text; one that is not among the choices is put behind them. */
static void
choose_text (MarathonChoiceFieldRow *row, const char *text)
{
  guint position = find_text (row, text);
  gboolean was_filling = row->filling;

  if (marathon_choice_list_get_words (row->source) != NULL && *text == '\0')
    position = 0;
  row->filling = TRUE;
  if (position == GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (MarathonChoice) choice = marathon_choice_new (text, text);

      position = g_list_model_get_n_items (G_LIST_MODEL (row->choices));
      g_list_store_append (row->choices, choice);
    }
  gtk_drop_down_set_selected (row->list, position);
  row->filling = was_filling;
  say_choice (row);
}

static void
fill (MarathonChoiceFieldRow *row)
{
  g_autoptr (GPtrArray) choices = list_choices (row);
  g_autofree char *text = marathon_field_row_get_text (MARATHON_FIELD_ROW (row));

  row->filling = TRUE;
  g_list_store_splice (row->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (row->choices)), choices->pdata,
                       choices->len);
  gtk_drop_down_set_enable_search (row->list, choices->len > SEARCHED_LENGTH);
  choose_text (row, text);
  row->filling = FALSE;
}

/* --- Choosing --- */

static void
on_selected (MarathonChoiceFieldRow *row)
{
  if (row->filling)
    return;
  say_choice (row);
  marathon_field_row_changed (MARATHON_FIELD_ROW (row));
  if (!row->typing)
    marathon_field_row_commit (MARATHON_FIELD_ROW (row));
}

/* The next choice that starts with what was typed; the same letter again goes on to the next one. */
static gboolean
choose_typed (MarathonChoiceFieldRow *row)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (row->choices));
  guint selected = gtk_drop_down_get_selected (row->list);
  guint first = selected == GTK_INVALID_LIST_POSITION ? 0 : selected + (g_utf8_strlen (row->typed->str, -1) == 1);

  for (guint i = 0; i < n; i++)
    {
      guint position = (first + i) % n;

      if (!marathon_choice_starts_with (get_choice (row, position), row->typed->str))
        continue;
      row->typing = TRUE;
      gtk_drop_down_set_selected (row->list, position);
      row->typing = FALSE;
      return TRUE;
    }
  return FALSE;
}

static gboolean
type_letter (MarathonChoiceFieldRow *row, gunichar letter)
{
  gint64 now = g_get_monotonic_time ();
  gunichar last = row->typed->len > 0 ? g_utf8_get_char (g_utf8_prev_char (row->typed->str + row->typed->len)) : 0;

  if (now - row->typed_at > TYPING_TIME || (g_utf8_strlen (row->typed->str, -1) == 1 && last == letter))
    g_string_truncate (row->typed, 0);
  row->typed_at = now;
  g_string_append_unichar (row->typed, letter);
  if (choose_typed (row))
    return TRUE;
  /* Perhaps it begins another word. */
  g_string_truncate (row->typed, 0);
  g_string_append_unichar (row->typed, letter);
  return choose_typed (row);
}

/* The list itself would take its time: it shows its button pressed first. */
static void
open_list (MarathonChoiceFieldRow *row)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (row->list));

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* The popover is a child of the list. */
static GtkWidget *
find_popover (MarathonChoiceFieldRow *row)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row->list));

  while (child != NULL && !GTK_IS_POPOVER (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Keys in the open list are none of ours. */
static gboolean
is_open (MarathonChoiceFieldRow *row)
{
  GtkWidget *popover = find_popover (row);

  return popover != NULL && gtk_widget_get_visible (popover);
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

/* --- The open list --- */

static GtkWidget *
find_list_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list_view (child);
  return found;
}

static GtkSingleSelection *
get_found (MarathonChoiceFieldRow *row)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (find_list_view (find_popover (row)))));
}

/* Into sight, once there is a frame that says how high the list is. */
static gboolean
scroll_to_chosen (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  MarathonChoiceFieldRow *row = data;
  guint chosen = gtk_single_selection_get_selected (get_found (row));

  if (chosen != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (view, "list.scroll-to-item", "u", chosen);
  return row->n_scrolls++ == 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Puts the one that is chosen into sight, and the keyboard on it where that is not for the search. */
static void
show_chosen (MarathonChoiceFieldRow *row, gboolean focus)
{
  GtkWidget *view = find_list_view (find_popover (row));
  guint chosen = gtk_drop_down_get_selected (row->list);
  GtkWidget *child;

  if (chosen == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (get_found (row), chosen);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", chosen);
  row->n_scrolls = 0;
  gtk_widget_add_tick_callback (view, scroll_to_chosen, row, NULL);
  child = gtk_widget_get_first_child (view);
  while (child != NULL && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_SELECTED) == 0)
    child = gtk_widget_get_next_sibling (child);
  if (focus && child != NULL)
    gtk_widget_grab_focus (child);
}

/* A long list is searched at once; without a delay, which would be too late for who types Down and Enter behind. */
static void
on_opened (MarathonChoiceFieldRow *row)
{
  GtkWidget *search = gtk_drop_down_get_enable_search (row->list) ? find_search (find_popover (row)) : NULL;

  show_chosen (row, search == NULL);
  if (search == NULL)
    return;
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (search), 0);
  gtk_widget_grab_focus (search);
}

/* GTK would look for the beginning of the whole name: it is given what is before each word in the name as well. */
static void
mark_search (GtkStringFilter *filter)
{
  const char *search = gtk_string_filter_get_search (filter);
  g_autofree char *words = marathon_choice_mark_words (search != NULL ? search : "");

  if (g_strcmp0 (search != NULL ? search : "", words) != 0)
    gtk_string_filter_set_search (filter, words);
}

static void
on_found (MarathonChoiceFieldRow *row, guint position, guint removed, guint added, GListModel *found)
{
  gtk_widget_set_visible (row->nothing, g_list_model_get_n_items (found) == 0);
}

static void
search_by_words (MarathonChoiceFieldRow *row)
{
  GListModel *found = gtk_single_selection_get_model (get_found (row));
  GtkFilter *filter = gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (found));
  g_autoptr (GtkExpression) words = gtk_property_expression_new (MARATHON_TYPE_CHOICE, NULL, "words");

  gtk_string_filter_set_expression (GTK_STRING_FILTER (filter), words);
  gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect (filter, "notify::search", G_CALLBACK (mark_search), NULL);
  g_signal_connect_object (found, "items-changed", G_CALLBACK (on_found), row, G_CONNECT_SWAPPED);
}

/* Enter in the search takes the first that is found. */
static void
on_search_entered (MarathonChoiceFieldRow *row)
{
  guint first = gtk_single_selection_get_selected (get_found (row));

  if (first != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (find_list_view (find_popover (row)), "list.activate-item", "u", first);
}

/* What was searched for is forgotten, and the keyboard goes where it was before the list was opened. */
static void
on_closed (MarathonChoiceFieldRow *row)
{
  gtk_editable_set_text (GTK_EDITABLE (find_search (find_popover (row))), "");
  if (gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row->list));
}

static gboolean
on_key_pressed (MarathonChoiceFieldRow *row, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (is_open (row))
    return GDK_EVENT_PROPAGATE;
  if (is_enter && modifiers == 0)
    {
      marathon_field_row_go_on (MARATHON_FIELD_ROW (row));
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Down && modifiers == GDK_ALT_MASK) || (keyval == GDK_KEY_F4 && modifiers == 0))
    {
      open_list (row);
      return GDK_EVENT_STOP;
    }
  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;
  if (!type_letter (row, letter))
    gtk_widget_error_bell (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* --- The row --- */

static void
marathon_choice_field_row_show_text (MarathonFieldRow *field, const char *text)
{
  choose_text (MARATHON_CHOICE_FIELD_ROW (field), text);
}

static char *
marathon_choice_field_row_read_text (MarathonFieldRow *field)
{
  MarathonChoiceFieldRow *row = MARATHON_CHOICE_FIELD_ROW (field);
  MarathonChoice *choice = gtk_drop_down_get_selected_item (row->list);
  const MarathonWord *words = marathon_choice_list_get_words (row->source);
  const char *committed = marathon_field_row_get_committed (field);
  const char *text = choice != NULL ? marathon_choice_get_text (choice) : committed;

  /* The first word of a vocabulary as the event calls it: "" or the word. */
  if (*committed == '\0' && words != NULL && strcmp (text, words[0].word) == 0)
    text = committed;
  return g_strdup (text);
}

/* What everybody is unless it is said otherwise ("Running", "Not known") is not worth a word. */
static char *
marathon_choice_field_row_describe (MarathonFieldRow *field)
{
  MarathonChoiceFieldRow *row = MARATHON_CHOICE_FIELD_ROW (field);
  MarathonChoice *choice = gtk_drop_down_get_selected_item (row->list);

  if (choice == NULL || gtk_drop_down_get_selected (row->list) == 0)
    return g_strdup ("");
  return g_strdup (marathon_choice_get_label (choice));
}

static GtkWidget *
marathon_choice_field_row_get_editor (MarathonFieldRow *field)
{
  return GTK_WIDGET (MARATHON_CHOICE_FIELD_ROW (field)->list);
}

static void
marathon_choice_field_row_clicked (MarathonFieldRow *field)
{
  open_list (MARATHON_CHOICE_FIELD_ROW (field));
}

static void
marathon_choice_field_row_dispose (GObject *object)
{
  MarathonChoiceFieldRow *row = MARATHON_CHOICE_FIELD_ROW (object);

  row->filling = TRUE;
  if (row->source != NULL)
    g_signal_handlers_disconnect_by_func (row->source, fill, row);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_CHOICE_FIELD_ROW);
  g_clear_object (&row->source);
  G_OBJECT_CLASS (marathon_choice_field_row_parent_class)->dispose (object);
}

static void
marathon_choice_field_row_finalize (GObject *object)
{
  MarathonChoiceFieldRow *row = MARATHON_CHOICE_FIELD_ROW (object);

  g_string_free (row->typed, TRUE);
  G_OBJECT_CLASS (marathon_choice_field_row_parent_class)->finalize (object);
}

static void
marathon_choice_field_row_class_init (MarathonChoiceFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonFieldRowClass *row_class = MARATHON_FIELD_ROW_CLASS (klass);

  object_class->dispose = marathon_choice_field_row_dispose;
  object_class->finalize = marathon_choice_field_row_finalize;
  row_class->show_text = marathon_choice_field_row_show_text;
  row_class->read_text = marathon_choice_field_row_read_text;
  row_class->describe = marathon_choice_field_row_describe;
  row_class->get_editor = marathon_choice_field_row_get_editor;
  row_class->clicked = marathon_choice_field_row_clicked;

  g_type_ensure (MARATHON_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/choice-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonChoiceFieldRow, list);
  gtk_widget_class_bind_template_child (widget_class, MarathonChoiceFieldRow, choices);
  gtk_widget_class_bind_template_child (widget_class, MarathonChoiceFieldRow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, say_choice);
}

static void
marathon_choice_field_row_init (MarathonChoiceFieldRow *row)
{
  row->source = marathon_choice_list_new ();
  row->typed = g_string_new (NULL);
  row->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (row));
  row->filling = FALSE;
  g_signal_connect_object (row->source, "changed", G_CALLBACK (fill), row, G_CONNECT_SWAPPED);
  if (find_popover (row) != NULL)
    {
      gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (find_popover (row)))), row->nothing);
      search_by_words (row);
      g_signal_connect_object (find_search (find_popover (row)), "activate", G_CALLBACK (on_search_entered), row,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (find_popover (row), "map", G_CALLBACK (on_opened), row,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (find_popover (row), "closed", G_CALLBACK (on_closed), row, G_CONNECT_SWAPPED);
    }
}

void
marathon_choice_field_row_set_words (MarathonChoiceFieldRow *row, const MarathonWord *vocabulary)
{
  marathon_choice_list_set_words (row->source, vocabulary);
}

void
marathon_choice_field_row_set_records (MarathonChoiceFieldRow *row, MarathonRecordList *records)
{
  marathon_choice_list_set_records (row->source, records);
}

void
marathon_choice_field_row_set_texts (MarathonChoiceFieldRow *row,
                                     const char *const      *texts,
                                     const char *const      *labels)
{
  marathon_choice_list_set_texts (row->source, texts, labels);
}
