/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantForm: which entrant is shown, and what is saved when.
 */
#include "pages/entrants/entrant-form-private.h"

#include <glib/gi18n-lib.h>

#include "document/today.h"
#include "editing/entrant-edits.h"
#include "model/typed-text.h"
#include "pages/entrants/entrant-rows.h"
#include "widgets/choice-field-row.h"
#include "widgets/flag-field-row.h"
#include "widgets/interface.h"
#include "widgets/lines-field-row.h"
#include "widgets/text-field-row.h"

/* How much of a refused text is repeated in a message. */
#define TOLD_MAX 40

enum {
  PROP_ENTRANT = 1,
  PROP_IS_NEW,
  N_PROPS,
};

enum {
  ADDED,
  REFUSED,
  LEAVE,
  SHOW_ENTRANT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonEntrantForm, marathon_entrant_form, ADW_TYPE_BIN)

static MarathonEvent *
get_event (MarathonEntrantForm *form)
{
  return marathon_document_get_event (form->document);
}

static MarathonHistory *
get_history (MarathonEntrantForm *form)
{
  return marathon_document_get_history (form->document);
}

static gboolean
find_position (MarathonEntrantForm *form, guint *position)
{
  return form->document != NULL && form->id != 0
         && marathon_roster_find (marathon_event_get_roster (get_event (form)), form->id, position);
}

const MarathonEntrant *
marathon_entrant_form_peek (MarathonEntrantForm *form)
{
  guint position;

  if (!find_position (form, &position))
    return NULL;
  return marathon_roster_get (marathon_event_get_roster (get_event (form)), position);
}

static const MarathonFieldInfo *
find_info (MarathonEntrantForm *form, MarathonFieldRow *row)
{
  return marathon_event_find_field (get_event (form), marathon_field_row_get_key (row));
}

static void
set_shown (MarathonEntrantForm *form, guint64 id, gboolean is_new)
{
  gboolean other_id = form->id != id, other_new = form->is_new != is_new;

  form->id = id;
  form->is_new = is_new;
  if (other_id)
    g_object_notify_by_pspec (G_OBJECT (form), properties[PROP_ENTRANT]);
  if (other_new)
    g_object_notify_by_pspec (G_OBJECT (form), properties[PROP_IS_NEW]);
}

/* --- Showing --- */

static void
forget_typed (MarathonEntrantForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (marathon_field_row_is_dirty (form->rows->pdata[i]))
      marathon_field_row_revert (form->rows->pdata[i]);
  marathon_guide_list_revert (form->guides);
}

/* There is nothing to type in any more. */
static void
let_go_of_keyboard (MarathonEntrantForm *form)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (form));

  if (root == NULL || gtk_widget_get_focus_child (GTK_WIDGET (form)) == NULL)
    return;
  g_signal_emit (form, signals[LEAVE], 0);
  if (gtk_widget_get_focus_child (GTK_WIDGET (form)) != NULL)
    gtk_root_set_focus (root, NULL);
}

/* Shows what the event says now; nobody where who was shown is gone. */
static void
refresh (MarathonEntrantForm *form)
{
  if (form->id != 0 && marathon_entrant_form_peek (form) == NULL)
    set_shown (form, 0, FALSE);
  if (form->document == NULL || (form->id == 0 && !form->is_new))
    {
      forget_typed (form);
      let_go_of_keyboard (form);
      marathon_guide_list_show (form->guides, form->document, 0);
      gtk_stack_set_visible_child_name (form->stack, "empty");
      return;
    }
  marathon_entrant_form_show_all (form);
  gtk_stack_set_visible_child_name (form->stack, "form");
}

/* --- Saving --- */

/* The row says why, as long as the person is there; marathon_entrant_form_commit() tells it elsewhere too. */
static void
refuse (MarathonEntrantForm *form, MarathonFieldRow *row, const MarathonFieldInfo *info, const GError *error)
{
  g_autofree char *typed = marathon_field_row_get_text (row);
  g_autofree char *sentence = marathon_entrant_row_explain (get_event (form), info->type, info->key, typed, error);

  marathon_field_row_set_error (row, sentence);
}

/* The first thing that is known of a new person makes the person. */
static void
add_entrant (MarathonEntrantForm *form, MarathonFieldRow *row, const MarathonFieldInfo *info, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint64 id;

  if (*text == '\0')
    {
      marathon_field_row_revert (row);
      return;
    }
  if (!marathon_entrant_add (get_history (form), &form->ids, marathon_today_of_event (get_event (form)), info, text, &id,
                             &error))
    {
      refuse (form, row, info, error);
      return;
    }
  marathon_field_row_set_text (row, text);
  set_shown (form, id, FALSE);
  refresh (form);
  g_signal_emit (form, signals[ADDED], 0, id);
}

static void
change_entrant (MarathonEntrantForm *form, MarathonFieldRow *row, const MarathonFieldInfo *info, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint position;

  if (!find_position (form, &position))
    return;
  if (!marathon_entrants_set_field (get_history (form), &position, 1, info, text, &error))
    {
      refuse (form, row, info, error);
      return;
    }
  /* The row is shown as the event has it, even where nothing was changed by other words. */
  marathon_field_row_revert (row);
  refresh (form);
}

static void
on_commit (MarathonEntrantForm *form, const char *text, MarathonFieldRow *row)
{
  const MarathonFieldInfo *info;
  g_autofree char *canonical = NULL;

  if (form->document == NULL)
    return;
  info = find_info (form, row);
  g_return_if_fail (info != NULL);
  canonical = marathon_typed_text_to_canonical (get_event (form), info->type, text,
                                                marathon_today_of_event (get_event (form)));
  if (form->is_new)
    add_entrant (form, row, info, g_strstrip (canonical));
  else
    change_entrant (form, row, info, canonical);
}

/* Returns %FALSE where something was refused, which its row says. */
static gboolean
save (MarathonEntrantForm *form)
{
  gboolean accepted = TRUE;

  for (guint i = 0; i < form->rows->len; i++)
    accepted &= marathon_field_row_commit (form->rows->pdata[i]);
  return marathon_guide_list_commit (form->guides) && accepted;
}

static MarathonFieldRow *
find_refused (MarathonEntrantForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (marathon_field_row_get_error (form->rows->pdata[i]) != NULL)
      return form->rows->pdata[i];
  return marathon_guide_list_find_refused (form->guides);
}

static char *
describe_shown (MarathonEntrantForm *form)
{
  const MarathonEntrant *entrant = marathon_entrant_form_peek (form);

  if (entrant == NULL)
    return g_strdup (_ ("the new entrant"));
  return marathon_event_describe_entrant (get_event (form), entrant);
}

/* What a person typed does not vanish in silence. */
static void
tell_lost (MarathonEntrantForm *form, MarathonFieldRow *row)
{
  g_autofree char *who = describe_shown (form);
  g_autofree char *typed = marathon_field_row_get_text (row);
  g_autofree char *start = g_utf8_substring (typed, 0, MIN (g_utf8_strlen (typed, -1), TOLD_MAX));
  g_autofree char *sentence = NULL;

  /* Translators: the label of a field, whose field it is, what was typed there, and why that cannot be. */
  sentence = g_strdup_printf (_ ("%s of %s: “%s%s” was not taken: %s"),
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), who, start,
                              strlen (start) < strlen (typed) ? "…" : "", marathon_field_row_get_error (row));
  g_signal_emit (form, signals[REFUSED], 0, sentence);
}

/* Before another is shown: saves, and lets go of what was refused, saying so. */
static void
save_or_tell (MarathonEntrantForm *form)
{
  MarathonFieldRow *row;

  save (form);
  while ((row = find_refused (form)) != NULL)
    {
      tell_lost (form, row);
      marathon_field_row_revert (row);
    }
  forget_typed (form);
}

/* Keeps bib, category or wave from plans, or leaves it to them: the three go together in one field. */
static void
on_pin_clicked (MarathonEntrantForm *form)
{
  GtkToggleButton *buttons[] = { form->bib_pin, form->wave_pin, form->category_pin };
  g_autoptr (GString) pins = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint position;

  if (!find_position (form, &position))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      g_string_append_printf (pins, "%s%s", pins->len > 0 ? ";" : "", gtk_widget_get_name (GTK_WIDGET (buttons[i])));
  if (!marathon_entrants_set_field (get_history (form), &position, 1,
                                    marathon_event_get_field (get_event (form), MARATHON_FIELD_PINS), pins->str,
                                    &error))
    g_signal_emit (form, signals[REFUSED], 0, error->message);
  refresh (form);
}

/* --- Signals of parts --- */

static void
on_leave (MarathonEntrantForm *form)
{
  g_signal_emit (form, signals[LEAVE], 0);
}

static void
on_guide_refused (MarathonEntrantForm *form, const char *message)
{
  g_signal_emit (form, signals[REFUSED], 0, message);
}

static void
on_show_entrant (MarathonEntrantForm *form, guint64 id)
{
  g_signal_emit (form, signals[SHOW_ENTRANT], 0, id);
}

static gboolean
on_key_pressed (MarathonEntrantForm *form, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  on_leave (form);
  return GDK_EVENT_STOP;
}

void
marathon_entrant_form_adopt_row (MarathonEntrantForm *form, MarathonFieldRow *row)
{
  g_ptr_array_add (form->rows, row);
  g_signal_connect_object (row, "commit", G_CALLBACK (on_commit), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "leave", G_CALLBACK (on_leave), form, G_CONNECT_SWAPPED);
}

/* --- The widget --- */

static void
marathon_entrant_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonEntrantForm *form = MARATHON_ENTRANT_FORM (object);

  switch (id)
    {
    case PROP_ENTRANT:
      g_value_set_uint64 (value, form->id);
      break;
    case PROP_IS_NEW:
      g_value_set_boolean (value, form->is_new);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_entrant_form_dispose (GObject *object)
{
  MarathonEntrantForm *form = MARATHON_ENTRANT_FORM (object);

  if (form->document != NULL)
    g_signal_handlers_disconnect_by_func (get_history (form), refresh, form);
  g_clear_object (&form->document);
  g_clear_pointer (&form->rows, g_ptr_array_unref);
  g_clear_pointer (&form->expanders, g_ptr_array_unref);
  /* Before the template lets go of it, which the bin would not learn. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_ENTRANT_FORM);
  G_OBJECT_CLASS (marathon_entrant_form_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[ADDED] = g_signal_new ("added", MARATHON_TYPE_ENTRANT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[REFUSED] = g_signal_new ("refused", MARATHON_TYPE_ENTRANT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", MARATHON_TYPE_ENTRANT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ENTRANT] = g_signal_new ("show-entrant", MARATHON_TYPE_ENTRANT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
marathon_entrant_form_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (marathon_entrant_form_parent_class)->root (widget);
  marathon_entrant_form_follow_keyboard (MARATHON_ENTRANT_FORM (widget), gtk_widget_get_root (widget));
}

static void
marathon_entrant_form_unroot (GtkWidget *widget)
{
  marathon_entrant_form_leave_keyboard (MARATHON_ENTRANT_FORM (widget), gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (marathon_entrant_form_parent_class)->unroot (widget);
}

static void
ensure_types (void)
{
  g_type_ensure (MARATHON_TYPE_CHOICE_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_ENTRANT_HEADING);
  g_type_ensure (MARATHON_TYPE_FIELD_EXPANDER);
  g_type_ensure (MARATHON_TYPE_FLAG_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_GUIDE_LIST);
  g_type_ensure (MARATHON_TYPE_LINES_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, heading);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, groups);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, age);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, nation_name);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, born);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, nation);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, predicted);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, category);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, wave);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, category_pin);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, wave_pin);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, bib_pin);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, guides);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, add_guide);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantForm, more);
}

static void
marathon_entrant_form_class_init (MarathonEntrantFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_entrant_form_get_property;
  object_class->dispose = marathon_entrant_form_dispose;
  widget_class->root = marathon_entrant_form_root;
  widget_class->unroot = marathon_entrant_form_unroot;
  properties[PROP_ENTRANT] = g_param_spec_uint64 ("entrant", NULL, NULL, 0, G_MAXUINT64, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_NEW] = g_param_spec_boolean ("is-new", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals ();

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/entrants/entrant-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, marathon_entrant_form_add_guide);
  gtk_widget_class_bind_template_callback (widget_class, on_guide_refused);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_entrant);
}

static void
list_expanders (GtkWidget *widget, GPtrArray *expanders)
{
  if (MARATHON_IS_FIELD_EXPANDER (widget))
    g_ptr_array_add (expanders, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_expanders (child, expanders);
}

static void
marathon_entrant_form_init (MarathonEntrantForm *form)
{
  g_autoptr (GPtrArray) rows = NULL;

  marathon_id_source_init_random (&form->ids);
  gtk_widget_init_template (GTK_WIDGET (form));
  form->rows = g_ptr_array_new ();
  form->expanders = g_ptr_array_new ();
  list_expanders (form->groups, form->expanders);
  rows = marathon_field_row_list (form->groups);
  for (guint i = 0; i < rows->len; i++)
    marathon_entrant_form_adopt_row (form, rows->pdata[i]);
  form->n_built_in = rows->len;
}

/* --- Public functions --- */

void
marathon_entrant_form_set_document (MarathonEntrantForm *form, MarathonDocument *document)
{
  g_return_if_fail (MARATHON_IS_ENTRANT_FORM (form));

  if (form->document == document)
    return;
  set_shown (form, 0, FALSE);
  refresh (form);
  if (form->document != NULL)
    g_signal_handlers_disconnect_by_func (get_history (form), refresh, form);
  g_set_object (&form->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (get_history (form), "notify::state", G_CALLBACK (refresh), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_history (form), "notify::read-only", G_CALLBACK (refresh), form, G_CONNECT_SWAPPED);
}

void
marathon_entrant_form_show_entrant (MarathonEntrantForm *form, guint64 id)
{
  g_return_if_fail (MARATHON_IS_ENTRANT_FORM (form));

  if (id == form->id && !form->is_new)
    return;
  save_or_tell (form);
  set_shown (form, id, FALSE);
  refresh (form);
}

guint64
marathon_entrant_form_get_entrant (MarathonEntrantForm *form)
{
  return form->id;
}

void
marathon_entrant_form_start_new (MarathonEntrantForm *form)
{
  g_return_if_fail (MARATHON_IS_ENTRANT_FORM (form));
  g_return_if_fail (form->document != NULL);

  save_or_tell (form);
  set_shown (form, 0, TRUE);
  refresh (form);
  marathon_entrant_form_focus (form, "");
}

gboolean
marathon_entrant_form_is_new (MarathonEntrantForm *form)
{
  return form->is_new;
}

gboolean
marathon_entrant_form_commit (MarathonEntrantForm *form)
{
  MarathonFieldRow *row;
  g_autofree char *sentence = NULL;

  if (save (form) || (row = find_refused (form)) == NULL)
    return TRUE;
  sentence = marathon_entrant_row_tell_refused (row);
  if (gtk_widget_get_mapped (GTK_WIDGET (form)))
    marathon_entrant_form_reveal_row (form, row);
  g_signal_emit (form, signals[REFUSED], 0, sentence);
  return FALSE;
}

gboolean
marathon_entrant_form_is_dirty (MarathonEntrantForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (marathon_field_row_is_dirty (form->rows->pdata[i]))
      return TRUE;
  return marathon_guide_list_is_dirty (form->guides);
}

void
marathon_entrant_form_revert (MarathonEntrantForm *form)
{
  forget_typed (form);
}

void
marathon_entrant_form_focus (MarathonEntrantForm *form, const char *key)
{
  if (form->id == 0 && !form->is_new)
    return;
  for (guint i = 0; i < form->rows->len; i++)
    {
      MarathonFieldRow *row = form->rows->pdata[i];

      if (*key != '\0' && strcmp (marathon_field_row_get_key (row), key) != 0)
        continue;
      marathon_entrant_form_reveal_row (form, row);
      return;
    }
}

void
marathon_entrant_form_add_guide (MarathonEntrantForm *form)
{
  marathon_guide_list_add (form->guides);
  marathon_entrant_form_follow_opening (form);
}
