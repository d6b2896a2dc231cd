/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFilterChip: its list, its words, its look while something is chosen.
 */
#include "widgets/filter-chip.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

struct _MarathonFilterChip {
  GtkWidget parent_instance;

  char *title;
  char *empty_text;
  char *selected;
  MarathonFilterChoice *choice; /* the selected one, while it is in the list */
  GListModel *choices;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *clear;
  GtkWidget *popover;
  GtkWidget *list;
  GtkNoSelection *model;
  GtkWidget *stack;
};

enum {
  PROP_TITLE = 1,
  PROP_EMPTY_TEXT,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonFilterChip, marathon_filter_chip, GTK_TYPE_WIDGET)

/* --- What it says --- */

static void
say (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
make_label (MarathonFilterChip *chip)
{
  const char *title = chip->title != NULL ? chip->title : "";

  if (chip->choice == NULL)
    return g_strdup (title);
  /* Translators: what is filtered by, then what was chosen: "Category: Elite Men". */
  return g_strdup_printf (_ ("%s: %s"), title, marathon_filter_choice_get_label (chip->choice));
}

static void
update (MarathonFilterChip *chip)
{
  gboolean is_active = chip->choice != NULL;
  g_autofree char *label = make_label (chip);
  g_autofree char *clear = g_strdup_printf (_ ("Clear %s"), chip->title != NULL ? chip->title : "");

  gtk_label_set_label (GTK_LABEL (chip->label), label);
  say (chip->button, label);
  /* The button inside is what takes the keyboard. */
  say (gtk_widget_get_first_child (chip->button), label);
  gtk_widget_set_tooltip_text (chip->clear, clear);
  say (chip->clear, clear);
  gtk_widget_set_visible (chip->clear, is_active);
  if (is_active)
    gtk_widget_add_css_class (GTK_WIDGET (chip), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (chip), "active");
}

/* --- What is chosen --- */

static MarathonFilterChoice *
find_choice (MarathonFilterChip *chip, const char *id)
{
  for (guint i = 0; chip->choices != NULL && id != NULL && i < g_list_model_get_n_items (chip->choices); i++)
    {
      g_autoptr (MarathonFilterChoice) choice = g_list_model_get_item (chip->choices, i);

      if (g_str_equal (marathon_filter_choice_get_id (choice), id))
        return g_steal_pointer (&choice);
    }
  return NULL;
}

/* Takes @choice (transfer full) as the one that has the check mark and is in the button. */
static void
show_choice (MarathonFilterChip *chip, MarathonFilterChoice *choice)
{
  if (chip->choice != choice)
    {
      if (chip->choice != NULL)
        {
          g_object_set (chip->choice, "chosen", FALSE, NULL);
          g_signal_handlers_disconnect_by_func (chip->choice, update, chip);
        }
      g_set_object (&chip->choice, choice);
      if (choice != NULL)
        {
          g_object_set (choice, "chosen", TRUE, NULL);
          g_signal_connect_object (choice, "notify::label", G_CALLBACK (update), chip, G_CONNECT_SWAPPED);
        }
    }
  g_clear_object (&choice);
  update (chip);
}

static void
select_choice (MarathonFilterChip *chip, MarathonFilterChoice *choice)
{
  g_autofree char *id = choice != NULL ? g_strdup (marathon_filter_choice_get_id (choice)) : NULL;
  gboolean is_other = g_strcmp0 (chip->selected, id) != 0;

  show_choice (chip, choice);
  if (!is_other)
    return;
  g_free (chip->selected);
  chip->selected = g_steal_pointer (&id);
  g_object_notify_by_pspec (G_OBJECT (chip), properties[PROP_SELECTED]);
}

static void
on_choices_changed (MarathonFilterChip *chip)
{
  gboolean is_empty = chip->choices == NULL || g_list_model_get_n_items (chip->choices) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (chip->stack), is_empty ? "empty" : "list");
  select_choice (chip, find_choice (chip, chip->selected));
}

/* --- The person --- */

static void
on_activate (MarathonFilterChip *chip, guint position)
{
  MarathonFilterChoice *choice = g_list_model_get_item (chip->choices, position);

  gtk_popover_popdown (GTK_POPOVER (chip->popover));
  /* What was chosen is taken back by choosing it again. */
  if (choice == chip->choice)
    g_clear_object (&choice);
  select_choice (chip, choice);
}

static void
on_clear (MarathonFilterChip *chip)
{
  gtk_widget_grab_focus (chip->button);
  select_choice (chip, NULL);
}

/* As Enter does, and as in any menu. */
static gboolean
on_key_pressed (MarathonFilterChip *chip, guint keyval)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (chip->list));

  if ((keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space) || focus == NULL
      || !gtk_widget_is_ancestor (focus, chip->list))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate (focus);
  return GDK_EVENT_STOP;
}

/* The whole name, where it is cut; not over the open list, which is part of the button to GTK. */
static gboolean
on_query_tooltip (MarathonFilterChip *chip, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (gtk_widget_get_visible (chip->popover)
      || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (chip->label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (chip->label)));
  return TRUE;
}

static void
on_show (MarathonFilterChip *chip)
{
  gtk_widget_trigger_tooltip_query (chip->button);
  gtk_widget_grab_focus (chip->list);
}

/* --- The widget --- */

static void
marathon_filter_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonFilterChip *chip = MARATHON_FILTER_CHIP (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, chip->title);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, chip->empty_text);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, chip->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_filter_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonFilterChip *chip = MARATHON_FILTER_CHIP (object);

  switch (id)
    {
    case PROP_TITLE:
      g_free (chip->title);
      chip->title = g_value_dup_string (value);
      say (chip->list, chip->title);
      update (chip);
      break;
    case PROP_EMPTY_TEXT:
      g_free (chip->empty_text);
      chip->empty_text = g_value_dup_string (value);
      break;
    case PROP_SELECTED:
      marathon_filter_chip_set_selected (chip, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_filter_chip_dispose (GObject *object)
{
  MarathonFilterChip *chip = MARATHON_FILTER_CHIP (object);

  if (chip->choices != NULL)
    g_signal_handlers_disconnect_by_func (chip->choices, on_choices_changed, chip);
  g_clear_object (&chip->choices);
  if (chip->choice != NULL)
    g_signal_handlers_disconnect_by_func (chip->choice, update, chip);
  g_clear_object (&chip->choice);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FILTER_CHIP);
  G_OBJECT_CLASS (marathon_filter_chip_parent_class)->dispose (object);
}

static void
marathon_filter_chip_finalize (GObject *object)
{
  MarathonFilterChip *chip = MARATHON_FILTER_CHIP (object);

  g_free (chip->title);
  g_free (chip->empty_text);
  g_free (chip->selected);
  G_OBJECT_CLASS (marathon_filter_chip_parent_class)->finalize (object);
}

static void
marathon_filter_chip_class_init (MarathonFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_filter_chip_get_property;
  object_class->set_property = marathon_filter_chip_set_property;
  object_class->dispose = marathon_filter_chip_dispose;
  object_class->finalize = marathon_filter_chip_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_TEXT]
    = g_param_spec_string ("empty-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, clear);
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, popover);
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, list);
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, model);
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterChip, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
marathon_filter_chip_init (MarathonFilterChip *chip)
{
  g_type_ensure (MARATHON_TYPE_FILTER_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (chip));
  update (chip);
}

void
marathon_filter_chip_set_choices (MarathonFilterChip *chip, GListModel *choices)
{
  if (chip->choices == choices)
    return;
  if (chip->choices != NULL)
    g_signal_handlers_disconnect_by_func (chip->choices, on_choices_changed, chip);
  g_set_object (&chip->choices, choices);
  if (choices != NULL)
    g_signal_connect_object (choices, "items-changed", G_CALLBACK (on_choices_changed), chip, G_CONNECT_SWAPPED);
  gtk_no_selection_set_model (chip->model, choices);
  on_choices_changed (chip);
}

void
marathon_filter_chip_set_selected (MarathonFilterChip *chip, const char *id)
{
  select_choice (chip, find_choice (chip, id));
}

const char *
marathon_filter_chip_get_selected (MarathonFilterChip *chip)
{
  return chip->selected;
}

gboolean
marathon_filter_chip_has_choice (MarathonFilterChip *chip, const char *id)
{
  g_autoptr (MarathonFilterChoice) choice = find_choice (chip, id);

  return choice != NULL;
}
