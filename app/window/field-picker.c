/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFieldPicker: a search over labels and the aliases that heads of lists have.
 */
#include "window/field-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/entries-import.h"
#include "formats/import-targets.h"
#include "widgets/choice.h"
#include "widgets/interface.h"

struct _MarathonFieldPicker {
  GtkPopover parent_instance;

  GtkEditable *search;
  GtkListView *view;
  GtkWidget *scroller;
  GtkWidget *nothing;

  GListStore *choices;   /* of MarathonChoice: the two that are no field first */
  GHashTable *words;     /* key → what is searched, as marathon_choice_mark_words() makes it */
  GtkFilterListModel *found;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char *typed; /* in the same form */
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (MarathonFieldPicker, marathon_field_picker, GTK_TYPE_POPOVER)

static gboolean
matches (gpointer item, gpointer data)
{
  MarathonFieldPicker *picker = data;
  const char *words = g_hash_table_lookup (picker->words, marathon_choice_get_text (item));

  return picker->typed == NULL || (words != NULL && strstr (words, picker->typed) != NULL);
}

static void
pick (MarathonFieldPicker *picker, guint position)
{
  g_autoptr (MarathonChoice) choice = g_list_model_get_item (G_LIST_MODEL (picker->selection), position);
  g_autofree char *key = choice != NULL ? g_strdup (marathon_choice_get_text (choice)) : NULL;

  if (key == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (picker));
  g_signal_emit (picker, picked_signal, 0, key);
}

static void
on_search_changed (MarathonFieldPicker *picker)
{
  g_free (picker->typed);
  picker->typed = marathon_choice_mark_words (gtk_editable_get_text (picker->search));
  if (*picker->typed == '\0')
    g_clear_pointer (&picker->typed, g_free);
  gtk_filter_changed (picker->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (picker->typed != NULL)
    gtk_single_selection_set_selected (picker->selection, 0);
}

static void
on_found_changed (MarathonFieldPicker *picker)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (picker->found)) > 0;

  gtk_widget_set_visible (picker->scroller, any);
  gtk_widget_set_visible (picker->nothing, !any);
}

static void
on_search_entered (MarathonFieldPicker *picker)
{
  pick (picker, gtk_single_selection_get_selected (picker->selection));
}

static gboolean
on_key (MarathonFieldPicker *picker, guint keyval, guint keycode, GdkModifierType modifiers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (picker->selection));
  guint selected = gtk_single_selection_get_selected (picker->selection);

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down)
    selected = MIN (selected + 1, n - 1);
  else if (selected > 0)
    selected--;
  gtk_single_selection_set_selected (picker->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (picker->view), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

/* --- The object --- */

static void
marathon_field_picker_dispose (GObject *object)
{
  MarathonFieldPicker *picker = MARATHON_FIELD_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FIELD_PICKER);
  g_clear_object (&picker->selection);
  g_clear_object (&picker->found);
  g_clear_object (&picker->choices);
  G_OBJECT_CLASS (marathon_field_picker_parent_class)->dispose (object);
}

static void
marathon_field_picker_finalize (GObject *object)
{
  MarathonFieldPicker *picker = MARATHON_FIELD_PICKER (object);

  g_hash_table_unref (picker->words);
  g_free (picker->typed);
  G_OBJECT_CLASS (marathon_field_picker_parent_class)->finalize (object);
}

static void
marathon_field_picker_class_init (MarathonFieldPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_field_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = marathon_field_picker_finalize;
  picked_signal = g_signal_new ("picked", MARATHON_TYPE_FIELD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MARATHON_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/field-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFieldPicker, search);
  gtk_widget_class_bind_template_child (widget_class, MarathonFieldPicker, view);
  gtk_widget_class_bind_template_child (widget_class, MarathonFieldPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonFieldPicker, nothing);
  gtk_widget_class_bind_template_callback (widget_class, pick);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
marathon_field_picker_init (MarathonFieldPicker *picker)
{
  gtk_widget_init_template (GTK_WIDGET (picker));
  picker->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  picker->choices = g_list_store_new (MARATHON_TYPE_CHOICE);
  picker->filter = GTK_FILTER (gtk_custom_filter_new (matches, picker, NULL));
  picker->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (picker->choices)), picker->filter);
  picker->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (picker->found)));
  g_signal_connect_object (picker->found, "items-changed", G_CALLBACK (on_found_changed), picker, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (picker->view, GTK_SELECTION_MODEL (picker->selection));
}

static void
add_choice (MarathonFieldPicker *picker, const char *key, const char *label)
{
  g_autoptr (MarathonChoice) choice = marathon_choice_new (key, label);

  g_list_store_append (picker->choices, choice);
}

static void
add_target (MarathonFieldPicker *picker, const MarathonImportTarget *target)
{
  g_autofree char *all = g_strdup_printf ("%s | %s", target->label, target->aliases != NULL ? target->aliases : "");

  add_choice (picker, target->key, target->label);
  g_hash_table_insert (picker->words, g_strdup (target->key), marathon_choice_mark_words (all));
}

MarathonFieldPicker *
marathon_field_picker_new (MarathonEvent *event)
{
  MarathonFieldPicker *picker = g_object_new (MARATHON_TYPE_FIELD_PICKER, NULL);
  g_autoptr (GArray) targets = marathon_import_list_targets (event);

  add_choice (picker, MARATHON_IMPORT_OWN_FIELD, "");
  add_target (picker, &(MarathonImportTarget) { MARATHON_IMPORT_LEAVE_OUT, _ ("Leave out"), NULL });
  for (guint i = 0; i < targets->len; i++)
    add_target (picker, &g_array_index (targets, MarathonImportTarget, i));
  return picker;
}

static guint
find (MarathonFieldPicker *picker, const char *key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (picker->choices));

  for (guint i = 0; key != NULL && i < n; i++)
    {
      g_autoptr (MarathonChoice) choice = g_list_model_get_item (G_LIST_MODEL (picker->choices), i);

      if (strcmp (marathon_choice_get_text (choice), key) == 0)
        return i;
    }
  return 0;
}

void
marathon_field_picker_begin (MarathonFieldPicker *picker, const char *name, const char *key)
{
  /* Translators: what becomes of a column of a list; its name */
  g_autofree char *label = g_strdup_printf (_ ("Keep as own field “%s”"), name);
  g_autoptr (MarathonChoice) own = marathon_choice_new (MARATHON_IMPORT_OWN_FIELD, label);
  gpointer first[] = { own };

  gtk_editable_set_text (picker->search, "");
  g_list_store_splice (picker->choices, 0, 1, first, 1);
  gtk_single_selection_set_selected (picker->selection, find (picker, key));
  gtk_widget_activate_action (GTK_WIDGET (picker->view), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (picker->selection));
  gtk_widget_grab_focus (GTK_WIDGET (picker->search));
}
