/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListsForm: rows for the lists, and a choice for each option.
 */
#include "pages/lists/lists-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/record-name.h"
#include "model/wave.h"
#include "pages/lists/lists-row.h"
#include "widgets/drop-down-name.h"
#include "widgets/interface.h"

#define WARNING_ROOM 60

static const char *const papers[] = { "A4", "Letter" };

/* A choice among all and the records of a list of the event. */
typedef struct {
  MarathonListId list;
  GtkDropDown *choice;
  GtkStringList *names;
  GPtrArray *keys; /* of the names after the first, which is all */
} Filter;

struct _MarathonListsForm {
  GtkBox parent_instance;

  MarathonEvent *event;
  GSettings *settings;
  Filter category;
  Filter wave;
  gboolean is_filling;

  GtkListBox *lists;
  GtkDropDown *category_choice;
  GtkDropDown *wave_choice;
  GtkDropDown *audience_choice;
  GtkDropDown *paper_choice;
  GtkDropDown *orientation_choice;
  GtkWidget *confidential;
};

enum { CHANGED, CHOSEN, POINTED_AT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonListsForm, marathon_lists_form, GTK_TYPE_BOX)

static const MarathonListInfo *
get_info (MarathonListsForm *form)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (form->lists);

  return row != NULL ? marathon_lists_row_get_info (MARATHON_LISTS_ROW (row)) : marathon_list_info_get (0);
}

/* --- Categories and waves --- */

static const char *
get_key (const Filter *filter)
{
  guint selected = gtk_drop_down_get_selected (filter->choice);

  return selected > 0 && selected <= filter->keys->len ? filter->keys->pdata[selected - 1] : NULL;
}

/* FALSE where there is no such record. */
static gboolean
find_key (const Filter *filter, const char *key, guint *position)
{
  *position = 0;
  if (key == NULL)
    return TRUE;
  for (guint i = 0; i < filter->keys->len; i++)
    if (strcmp (filter->keys->pdata[i], key) == 0)
      *position = i + 1;
  return *position > 0;
}

static gboolean
has_names (const Filter *filter, const GPtrArray *names)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (filter->names)) != names->len)
    return FALSE;
  for (guint i = 1; i < names->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (filter->names, i), names->pdata[i - 1]))
      return FALSE;
  return TRUE;
}

/* The same record stays chosen as long as there is one of its key. */
static void
fill_filter (MarathonListsForm *form, Filter *filter)
{
  MarathonRecordList *records = form->event != NULL ? marathon_event_get_list (form->event, filter->list) : NULL;
  g_autofree char *key = g_strdup (get_key (filter));
  guint n = records != NULL ? marathon_record_list_get_size (records) : 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint position;

  g_ptr_array_set_size (filter->keys, 0);
  for (guint i = 0; i < n; i++)
    {
      MarathonRecord *record = marathon_record_list_get (records, i);

      g_ptr_array_add (filter->keys, g_strdup (marathon_record_get_key (record)));
      g_ptr_array_add (names, marathon_record_get_full_name (form->event, record));
    }
  g_ptr_array_add (names, NULL);
  find_key (filter, key, &position);
  form->is_filling = TRUE;
  if (!has_names (filter, names))
    gtk_string_list_splice (filter->names, 1, g_list_model_get_n_items (G_LIST_MODEL (filter->names)) - 1,
                            (const char *const *) names->pdata);
  gtk_drop_down_set_selected (filter->choice, position);
  form->is_filling = FALSE;
  if (key != NULL && position == 0)
    g_signal_emit (form, signals[CHANGED], 0);
}

static void
init_filter (Filter *filter, MarathonListId list, GtkDropDown *choice, const char *all)
{
  filter->list = list;
  filter->choice = choice;
  filter->keys = g_ptr_array_new_with_free_func (g_free);
  filter->names = gtk_string_list_new (NULL);
  gtk_string_list_append (filter->names, all);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (filter->names));
}

/* --- For whom --- */

/* Which audience is at a position of the choice: not all may see a list of personal data. */
static MarathonAudience
get_audience_at (const MarathonListInfo *info, guint position)
{
  const MarathonAudience personal[] = { info->audience, MARATHON_AUDIENCE_EVERYTHING };

  return info->personal ? personal[MIN (position, 1)] : (MarathonAudience) position;
}

static void
fill_audiences (MarathonListsForm *form)
{
  const MarathonListInfo *info = get_info (form);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = 0, selected = 0;

  while (info->personal ? n < 2 : marathon_audience_words[n].word != NULL)
    {
      MarathonAudience audience = get_audience_at (info, n);

      gtk_string_list_append (labels, _ (marathon_audience_words[audience].label));
      if (audience == info->audience)
        selected = n;
      n++;
    }
  form->is_filling = TRUE;
  gtk_drop_down_set_model (form->audience_choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (form->audience_choice, selected);
  form->is_filling = FALSE;
}

static MarathonAudience
get_audience (MarathonListsForm *form)
{
  return get_audience_at (get_info (form), gtk_drop_down_get_selected (form->audience_choice));
}

/* --- Paper --- */

/* What the settings say; without it what the person's region uses. */
static guint
get_preferred_paper (MarathonListsForm *form)
{
  g_autofree char *name = g_settings_get_string (form->settings, "paper");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i], name) == 0)
      return i;
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? 1 : 0;
}

static void
remember_paper (MarathonListsForm *form)
{
  if (!form->is_filling)
    g_settings_set_string (form->settings, "paper", papers[gtk_drop_down_get_selected (form->paper_choice)]);
}

/* --- What is asked for --- */

static void
tell_changed (MarathonListsForm *form)
{
  MarathonAudience audience = get_audience (form);

  if (form->is_filling)
    return;
  gtk_widget_set_visible (form->confidential,
                          audience == MARATHON_AUDIENCE_MEDICAL || audience == MARATHON_AUDIENCE_EVERYTHING);
  g_signal_emit (form, signals[CHANGED], 0);
}

/* With room for the warning of confidential lists, which comes below the list only in the next frame. */
static void
scroll_to_selected (MarathonListsForm *form)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (form->lists);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (form->lists);
  graphene_rect_t bounds;

  if (row == NULL || adjustment == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (form->lists), &bounds))
    return;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + WARNING_ROOM);
}

static void
on_list_selected (MarathonListsForm *form)
{
  if (form->is_filling)
    return;
  fill_audiences (form);
  tell_changed (form);
}

static void
on_list_activated (MarathonListsForm *form)
{
  g_signal_emit (form, signals[CHOSEN], 0);
}

static void
on_pointed_at (MarathonListsForm *form, MarathonListsRow *row)
{
  g_signal_emit (form, signals[POINTED_AT], 0, marathon_lists_row_get_info (row)->name);
}

static void
add_lists (MarathonListsForm *form)
{
  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      GtkWidget *row = marathon_lists_row_new (marathon_list_info_get (i));

      g_signal_connect_object (row, "pointed-at", G_CALLBACK (on_pointed_at), form, G_CONNECT_SWAPPED);
      gtk_list_box_append (form->lists, row);
    }
  gtk_list_box_select_row (form->lists, gtk_list_box_get_row_at_index (form->lists, 0));
}

/* --- The widget --- */

static void
marathon_lists_form_dispose (GObject *object)
{
  MarathonListsForm *form = MARATHON_LISTS_FORM (object);

  marathon_lists_form_set_event (form, NULL);
  form->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_LISTS_FORM);
  g_clear_object (&form->category.names);
  g_clear_object (&form->wave.names);
  g_clear_object (&form->settings);
  G_OBJECT_CLASS (marathon_lists_form_parent_class)->dispose (object);
}

static void
marathon_lists_form_finalize (GObject *object)
{
  g_ptr_array_unref (MARATHON_LISTS_FORM (object)->category.keys);
  g_ptr_array_unref (MARATHON_LISTS_FORM (object)->wave.keys);
  G_OBJECT_CLASS (marathon_lists_form_parent_class)->finalize (object);
}

static void
marathon_lists_form_class_init (MarathonListsFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_lists_form_dispose;
  object_class->finalize = marathon_lists_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", MARATHON_TYPE_LISTS_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", MARATHON_TYPE_LISTS_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[POINTED_AT] = g_signal_new ("pointed-at", MARATHON_TYPE_LISTS_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/lists/lists-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, lists);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, category_choice);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, wave_choice);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, audience_choice);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, paper_choice);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, orientation_choice);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsForm, confidential);
  gtk_widget_class_bind_template_callback (widget_class, on_list_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activated);
  gtk_widget_class_bind_template_callback (widget_class, tell_changed);
  gtk_widget_class_bind_template_callback (widget_class, remember_paper);
}

static void
name_choices (MarathonListsForm *form)
{
  GtkDropDown *const choices[]
      = { form->category_choice, form->wave_choice, form->audience_choice, form->paper_choice, form->orientation_choice };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    marathon_drop_down_follow_label (choices[i]);
}

static void
marathon_lists_form_init (MarathonListsForm *form)
{
  form->is_filling = TRUE;
  form->settings = g_settings_new (MARATHON_SETTINGS);
  gtk_widget_init_template (GTK_WIDGET (form));
  init_filter (&form->category, MARATHON_LIST_CATEGORIES, form->category_choice, _ ("All categories"));
  init_filter (&form->wave, MARATHON_LIST_WAVES, form->wave_choice, _ ("All waves"));
  gtk_drop_down_set_selected (form->paper_choice, get_preferred_paper (form));
  add_lists (form);
  fill_audiences (form);
  name_choices (form);
  form->is_filling = FALSE;
}

void
marathon_lists_form_set_event (MarathonListsForm *form, MarathonEvent *event)
{
  g_return_if_fail (MARATHON_IS_LISTS_FORM (form));

  if (g_set_object (&form->event, event) && event != NULL)
    marathon_lists_form_refresh (form);
}

void
marathon_lists_form_refresh (MarathonListsForm *form)
{
  g_return_if_fail (MARATHON_IS_LISTS_FORM (form));

  fill_filter (form, &form->category);
  fill_filter (form, &form->wave);
}

gboolean
marathon_lists_form_select (MarathonListsForm *form, const char *name, const char *category, const char *wave)
{
  guint category_position, wave_position;

  g_return_val_if_fail (MARATHON_IS_LISTS_FORM (form) && name != NULL, FALSE);

  if (!find_key (&form->category, category, &category_position) || !find_key (&form->wave, wave, &wave_position))
    return FALSE;
  for (guint i = 0; i < marathon_list_info_count (); i++)
    if (g_str_equal (marathon_list_info_get (i)->name, name))
      {
        form->is_filling = TRUE;
        gtk_list_box_select_row (form->lists, gtk_list_box_get_row_at_index (form->lists, (int) i));
        gtk_drop_down_set_selected (form->category_choice, category_position);
        gtk_drop_down_set_selected (form->wave_choice, wave_position);
        form->is_filling = FALSE;
        scroll_to_selected (form);
        on_list_selected (form);
        return TRUE;
      }
  return FALSE;
}

static MarathonListRequest *
make_request (MarathonListsForm *form, const MarathonListInfo *info, MarathonAudience audience)
{
  gboolean lies = gtk_drop_down_get_selected (form->orientation_choice) == 1;
  MarathonListRequest *request = g_new0 (MarathonListRequest, 1);

  request->info = info;
  request->audience = audience;
  request->category = g_strdup (get_key (&form->category));
  request->wave = g_strdup (get_key (&form->wave));
  request->may_turn = TRUE;
  marathon_paper_parse (papers[gtk_drop_down_get_selected (form->paper_choice)], lies, &request->paper);
  return request;
}

MarathonListRequest *
marathon_lists_form_get_request (MarathonListsForm *form)
{
  g_return_val_if_fail (MARATHON_IS_LISTS_FORM (form), NULL);

  return make_request (form, get_info (form), get_audience (form));
}

MarathonListRequest *
marathon_lists_form_get_request_for (MarathonListsForm *form, const char *name)
{
  const MarathonListInfo *info = marathon_list_info_find (name);

  g_return_val_if_fail (MARATHON_IS_LISTS_FORM (form) && info != NULL, NULL);

  return make_request (form, info, info->audience);
}

void
marathon_lists_form_focus (MarathonListsForm *form)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (form->lists)));
}
