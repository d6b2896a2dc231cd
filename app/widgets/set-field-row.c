/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonSetFieldRow: which parts the set has, and their labels in a button that opens the popover.
 */
#include "widgets/set-field-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/choice-list.h"
#include "widgets/interface.h"
#include "widgets/set-popover.h"

/* Between the parts, in text and on the screen. */
#define SEPARATOR ";"
#define SEPARATOR_SHOWN ", "

struct _MarathonSetFieldRow {
  MarathonFieldRow parent_instance;

  MarathonChoiceList *list;
  GPtrArray *parts; /* texts, of the list or not */
  char *any_label;
  gboolean allow_others;

  GtkWidget *button;
  GtkLabel *label;
  MarathonSetPopover *popover;
};

enum {
  PROP_ANY_LABEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonSetFieldRow, marathon_set_field_row, MARATHON_TYPE_FIELD_ROW)

/* --- The set --- */

static gboolean
find_part (GPtrArray *parts, const char *text, guint *position)
{
  return g_ptr_array_find_with_equal_func (parts, text, g_str_equal, position);
}

static gboolean
is_chosen (gpointer row, const char *text)
{
  return find_part (MARATHON_SET_FIELD_ROW (row)->parts, text, NULL);
}

static GPtrArray *
split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (text, SEPARATOR, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (*word != '\0' && !find_part (parts, word, NULL))
        g_ptr_array_add (parts, g_strdup (word));
    }
  return parts;
}

static gboolean
has_same_parts (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!find_part (b, a->pdata[i], NULL))
      return FALSE;
  return TRUE;
}

/* The parts in the order of the list, then what is not in it, as choices. */
static GPtrArray *
list_chosen (MarathonSetFieldRow *row)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < marathon_choice_list_get_size (row->list); i++)
    {
      MarathonChoice *choice = marathon_choice_list_get (row->list, i);

      if (is_chosen (row, marathon_choice_get_text (choice)))
        g_ptr_array_add (chosen, g_object_ref (choice));
    }
  for (guint i = 0; i < row->parts->len; i++)
    if (marathon_choice_list_find (row->list, row->parts->pdata[i]) == NULL)
      g_ptr_array_add (chosen, marathon_choice_new (row->parts->pdata[i], row->parts->pdata[i]));
  return chosen;
}

static char *
join (GPtrArray *choices, const char *separator, const char *(*get) (MarathonChoice *choice))
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, get (choices->pdata[i]));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- What is seen and heard of it --- */

static void
show_labels (MarathonSetFieldRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autoptr (GPtrArray) chosen = list_chosen (row);
  g_autofree char *labels = join (chosen, SEPARATOR_SHOWN, marathon_choice_get_label);
  const char *shown = chosen->len > 0 ? labels : row->any_label != NULL ? row->any_label : _ ("None");
  g_autofree char *name = NULL;

  gtk_label_set_label (row->label, shown);
  if (chosen->len > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (row->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row->label), "dim-label");
  /* Translators: a field and what it holds, as a screen reader says it: "Sex: Female". */
  name = g_strdup_printf (_ ("%s: %s"), title, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is not in the list and was taken out a moment ago can be put in again: it stays while the popover is open. */
static void
fill_popover (MarathonSetFieldRow *row)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) chosen = list_chosen (row);

  for (guint i = 0; i < marathon_choice_list_get_size (row->list); i++)
    g_ptr_array_add (choices, g_object_ref (marathon_choice_list_get (row->list, i)));
  for (guint i = 0; i < chosen->len; i++)
    if (marathon_choice_list_find (row->list, marathon_choice_get_text (chosen->pdata[i])) == NULL)
      g_ptr_array_add (choices, g_object_ref (chosen->pdata[i]));
  marathon_set_popover_fill (row->popover, choices, is_chosen, row, row->allow_others);
}

static void
update (MarathonSetFieldRow *row)
{
  show_labels (row);
  if (gtk_widget_get_visible (GTK_WIDGET (row->popover)))
    fill_popover (row);
}

/* --- The person --- */

static void
on_toggled (MarathonSetFieldRow *row, MarathonChoice *choice, gboolean chosen)
{
  const char *text = marathon_choice_get_text (choice);
  guint position;
  gboolean was_chosen = find_part (row->parts, text, &position);

  if (chosen && !was_chosen)
    g_ptr_array_add (row->parts, g_strdup (text));
  else if (!chosen && was_chosen)
    g_ptr_array_remove_index (row->parts, position);
  show_labels (row);
  marathon_field_row_changed (MARATHON_FIELD_ROW (row));
}

static void
on_added (MarathonSetFieldRow *row, const char *typed)
{
  g_autoptr (GPtrArray) parts = split (typed);

  for (guint i = 0; i < parts->len; i++)
    if (!is_chosen (row, parts->pdata[i]))
      g_ptr_array_add (row->parts, g_strdup (parts->pdata[i]));
  update (row);
  marathon_field_row_changed (MARATHON_FIELD_ROW (row));
}

static gboolean
is_open (MarathonSetFieldRow *row)
{
  return gtk_widget_get_visible (GTK_WIDGET (row->popover));
}

static void
open_popover (MarathonSetFieldRow *row)
{
  gtk_popover_popup (GTK_POPOVER (row->popover));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
}

static gboolean
on_key_pressed (MarathonSetFieldRow *row, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  gboolean is_press = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter
                      || keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_F4;

  /* Keys in the open popover are none of ours. */
  if (is_open (row) || !((modifiers == 0 && (is_press || is_down)) || (modifiers == GDK_ALT_MASK && is_down)))
    return GDK_EVENT_PROPAGATE;
  open_popover (row);
  return GDK_EVENT_STOP;
}

/* Who closes it is done: the whole choice is one change. The keyboard goes where it was before. */
static void
on_closed (MarathonSetFieldRow *row)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  if (!gtk_widget_get_mapped (GTK_WIDGET (row)))
    return;
  gtk_widget_grab_focus (row->button);
  marathon_field_row_commit (MARATHON_FIELD_ROW (row));
}

/* --- The row --- */

static void
marathon_set_field_row_show_text (MarathonFieldRow *field, const char *text)
{
  MarathonSetFieldRow *row = MARATHON_SET_FIELD_ROW (field);

  g_clear_pointer (&row->parts, g_ptr_array_unref);
  row->parts = split (text);
  update (row);
}

/* A set has no order: the same parts are the same text. */
static char *
marathon_set_field_row_read_text (MarathonFieldRow *field)
{
  MarathonSetFieldRow *row = MARATHON_SET_FIELD_ROW (field);
  const char *committed = marathon_field_row_get_committed (field);
  g_autoptr (GPtrArray) before = split (committed);
  g_autoptr (GPtrArray) chosen = NULL;

  if (has_same_parts (before, row->parts))
    return g_strdup (committed);
  chosen = list_chosen (row);
  return join (chosen, SEPARATOR, marathon_choice_get_text);
}

static char *
marathon_set_field_row_describe (MarathonFieldRow *field)
{
  g_autoptr (GPtrArray) chosen = list_chosen (MARATHON_SET_FIELD_ROW (field));

  return join (chosen, SEPARATOR_SHOWN, marathon_choice_get_label);
}

static GtkWidget *
marathon_set_field_row_get_editor (MarathonFieldRow *field)
{
  return MARATHON_SET_FIELD_ROW (field)->button;
}

static void
marathon_set_field_row_clicked (MarathonFieldRow *field)
{
  open_popover (MARATHON_SET_FIELD_ROW (field));
}

static void
marathon_set_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ANY_LABEL:
      g_value_set_string (value, MARATHON_SET_FIELD_ROW (object)->any_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_set_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonSetFieldRow *row = MARATHON_SET_FIELD_ROW (object);

  switch (id)
    {
    case PROP_ANY_LABEL:
      g_free (row->any_label);
      row->any_label = g_value_dup_string (value);
      show_labels (row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_set_field_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (marathon_set_field_row_parent_class)->constructed (object);
  /* After the row itself, which names the button by the title alone. */
  g_signal_connect (object, "notify::title", G_CALLBACK (show_labels), NULL);
}

static void
marathon_set_field_row_dispose (GObject *object)
{
  MarathonSetFieldRow *row = MARATHON_SET_FIELD_ROW (object);

  if (row->list != NULL)
    g_signal_handlers_disconnect_by_func (row->list, update, row);
  if (row->popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (row->popover));
      gtk_widget_unparent (GTK_WIDGET (row->popover));
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_SET_FIELD_ROW);
  g_clear_object (&row->list);
  G_OBJECT_CLASS (marathon_set_field_row_parent_class)->dispose (object);
}

static void
marathon_set_field_row_finalize (GObject *object)
{
  MarathonSetFieldRow *row = MARATHON_SET_FIELD_ROW (object);

  g_ptr_array_unref (row->parts);
  g_free (row->any_label);
  G_OBJECT_CLASS (marathon_set_field_row_parent_class)->finalize (object);
}

static void
marathon_set_field_row_class_init (MarathonSetFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonFieldRowClass *row_class = MARATHON_FIELD_ROW_CLASS (klass);

  object_class->get_property = marathon_set_field_row_get_property;
  object_class->set_property = marathon_set_field_row_set_property;
  object_class->constructed = marathon_set_field_row_constructed;
  object_class->dispose = marathon_set_field_row_dispose;
  object_class->finalize = marathon_set_field_row_finalize;
  row_class->show_text = marathon_set_field_row_show_text;
  row_class->read_text = marathon_set_field_row_read_text;
  row_class->describe = marathon_set_field_row_describe;
  row_class->get_editor = marathon_set_field_row_get_editor;
  row_class->clicked = marathon_set_field_row_clicked;
  properties[PROP_ANY_LABEL]
      = g_param_spec_string ("any-label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARATHON_TYPE_SET_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/set-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonSetFieldRow, button);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, MarathonSetFieldRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, fill_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, open_popover);
}

static void
marathon_set_field_row_init (MarathonSetFieldRow *row)
{
  row->list = marathon_choice_list_new ();
  row->parts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (row));
  /* A GtkMenuButton would do that by itself, but cannot be as high as its lines need. */
  gtk_widget_set_parent (GTK_WIDGET (row->popover), row->button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_object (row->list, "changed", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  show_labels (row);
}

void
marathon_set_field_row_set_records (MarathonSetFieldRow *row, MarathonRecordList *records)
{
  g_return_if_fail (MARATHON_IS_SET_FIELD_ROW (row));

  row->allow_others = FALSE;
  marathon_choice_list_set_records (row->list, records);
}

void
marathon_set_field_row_set_texts (MarathonSetFieldRow *row,
                                  const char *const   *texts,
                                  const char *const   *labels,
                                  gboolean             allow_others)
{
  g_return_if_fail (MARATHON_IS_SET_FIELD_ROW (row));

  row->allow_others = allow_others;
  marathon_choice_list_set_texts (row->list, texts, labels);
}
