/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecordPane: the rows, and which of them is selected.
 */
#include "pages/records/record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "pages/records/record-row.h"
#include "widgets/field-row.h"
#include "widgets/interface.h"
#include "widgets/shortcuts.h"
#include "widgets/wrap-layout.h"

enum {
  PROP_FORM = 1,
  PROP_EMPTY,
  PROP_ABOVE,
  PROP_BELOW,
  PROP_ADDERS,
  PROP_ACTIONS,
  PROP_ADD_LABEL,
  PROP_CAPTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SELECTED,
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonRecordPane, marathon_record_pane, ADW_TYPE_BIN)

/* --- Which records there are, in the order of the rows --- */

static gboolean
has_groups (MarathonRecordPane *pane)
{
  return pane->kind->groups != MARATHON_N_LISTS;
}

/* Whether the record stands below @group; %NULL: below none. */
static gboolean
is_member (MarathonRecordPane *pane, MarathonRecord *record, MarathonRecord *group)
{
  MarathonRecordList *groups = marathon_event_get_list (marathon_record_pane_get_event (pane), pane->kind->groups);

  if (group != NULL)
    return marathon_record_refers_to (record, pane->kind->groups, marathon_record_get_handle (group));
  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    if (is_member (pane, record, marathon_record_list_get (groups, i)))
      return FALSE;
  return TRUE;
}

static void
list_members (MarathonRecordPane *pane, MarathonRecord *group, GPtrArray *records)
{
  MarathonRecordList *list = marathon_event_get_list (marathon_record_pane_get_event (pane), pane->kind->list);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);

      if (!has_groups (pane) || is_member (pane, record, group))
        g_ptr_array_add (records, record);
    }
}

static GPtrArray *
list_records (MarathonRecordPane *pane)
{
  GPtrArray *records = g_ptr_array_new ();
  MarathonRecordList *groups;

  if (pane->document == NULL)
    return records;
  if (has_groups (pane))
    {
      groups = marathon_event_get_list (marathon_record_pane_get_event (pane), pane->kind->groups);
      for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
        {
          g_ptr_array_add (records, marathon_record_list_get (groups, i));
          list_members (pane, marathon_record_list_get (groups, i), records);
        }
    }
  list_members (pane, NULL, records);
  return records;
}

/* --- Rows --- */

static MarathonRecordRow *
get_row (MarathonRecordPane *pane, guint index)
{
  return (MarathonRecordRow *) gtk_list_box_get_row_at_index (pane->list, (int) index);
}

static MarathonRecordRow *
find_row (MarathonRecordPane *pane, MarathonRecord *record)
{
  MarathonRecordRow *row;

  for (guint i = 0; (row = get_row (pane, i)) != NULL; i++)
    if (marathon_record_row_get_record (row) == record)
      return row;
  return NULL;
}

static void
show_row (MarathonRecordPane *pane, MarathonRecordRow *row)
{
  MarathonRecord *record = marathon_record_row_get_record (row);
  MarathonListId list = marathon_record_pane_get_list_of (pane, record);
  MarathonRecordRowRank rank = MARATHON_RECORD_ROW_PLAIN;

  if (has_groups (pane))
    rank = list == pane->kind->groups ? MARATHON_RECORD_ROW_HEADING : MARATHON_RECORD_ROW_MEMBER;
  marathon_record_row_show (row, marathon_record_pane_get_event (pane), rank,
                            marathon_fills_watch_get (pane->fills, list, marathon_record_get_handle (record)));
}

static void
show_rows (MarathonRecordPane *pane)
{
  MarathonRecordRow *row;

  pane->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (pane));
  if (pane->is_stale)
    return;
  for (guint i = 0; (row = get_row (pane, i)) != NULL; i++)
    show_row (pane, row);
  g_signal_emit (pane, signals[SHOWN], 0);
}

static gboolean
has_keyboard (MarathonRecordPane *pane)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pane));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (pane->list));
}

/* Takes the row out of the list, which keeps the keyboard: GTK moves it on from a row that goes, a frame later. */
static void
take_row (MarathonRecordPane *pane, MarathonRecordRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  MarathonRecordRow *other = get_row (pane, index > 0 ? (guint) index - 1 : 1);

  if (focus != NULL && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row))) && other != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (other));
  gtk_list_box_unselect_row (pane->list, GTK_LIST_BOX_ROW (row)); /* else it goes on believing that it is selected */
  gtk_list_box_remove (pane->list, GTK_WIDGET (row));
}

static void
remove_gone (MarathonRecordPane *pane, GPtrArray *records)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  MarathonRecordRow *row;

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (kept, records->pdata[i]);
  for (guint i = 0; (row = get_row (pane, i)) != NULL;)
    {
      if (g_hash_table_contains (kept, marathon_record_row_get_record (row)))
        i++;
      else
        take_row (pane, row);
    }
}

/* The row of @record, in the list at @index now. */
static void
put_row (MarathonRecordPane *pane, MarathonRecord *record, guint index)
{
  MarathonRecordRow *there = get_row (pane, index);
  MarathonRecordRow *row
      = there != NULL && marathon_record_row_get_record (there) == record ? there : find_row (pane, record);
  g_autoptr (GtkWidget) kept = NULL;

  if (row != NULL && row == there)
    return;
  if (row != NULL)
    {
      kept = g_object_ref (GTK_WIDGET (row));
      take_row (pane, row);
    }
  else
    kept = g_object_ref_sink (marathon_record_row_new (record));
  gtk_list_box_insert (pane->list, kept, (int) index);
}

/* --- The selection --- */

static void
show_selected (MarathonRecordPane *pane)
{
  gtk_stack_set_visible_child_name (pane->details, pane->selected != NULL ? "form" : "none");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (pane->scroller), 0);
  g_signal_emit (pane, signals[SELECTED], 0);
  marathon_record_pane_update_actions (pane);
}

static void
set_selected (MarathonRecordPane *pane, MarathonRecord *record)
{
  MarathonRecordRow *row = record != NULL ? find_row (pane, record) : NULL;
  gboolean was_syncing = pane->is_syncing;

  pane->is_syncing = TRUE;
  gtk_list_box_select_row (pane->list, GTK_LIST_BOX_ROW (row));
  pane->is_syncing = was_syncing;
  if (g_set_object (&pane->selected, record))
    show_selected (pane);
  else
    marathon_record_pane_update_actions (pane);
}

/* What a person typed does not vanish in silence. */
static void
tell_refused (MarathonRecordPane *pane)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (adw_bin_get_child (pane->form_place));

  for (guint i = 0; i < rows->len; i++)
    {
      MarathonFieldRow *row = rows->pdata[i];
      g_autofree char *typed = NULL, *sentence = NULL;

      if (marathon_field_row_get_error (row) == NULL)
        continue;
      typed = marathon_field_row_get_text (row);
      /* Translators: the label of a field, the name of what it is of, what was typed there, and why that cannot be. */
      sentence = g_strdup_printf (_ ("%s of %s: “%s” was not taken: %s"),
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                  marathon_record_get_name (pane->selected), typed, marathon_field_row_get_error (row));
      marathon_page_tell (pane->page, sentence, FALSE);
      marathon_field_row_revert (row);
    }
}

static void
on_row_selected (MarathonRecordPane *pane, GtkListBoxRow *row)
{
  g_autoptr (MarathonRecord) record = NULL;

  if (pane->is_syncing || row == NULL)
    return;
  record = g_object_ref (marathon_record_row_get_record (MARATHON_RECORD_ROW (row)));
  if (record == pane->selected)
    return;
  if (!marathon_page_commit (pane->page))
    tell_refused (pane);
  set_selected (pane, record);
}

static void
on_row_activated (MarathonRecordPane *pane)
{
  marathon_record_pane_focus_form (pane);
}

/* The keyboard is on the row that is selected, wherever that has gone; where nothing is left, GTK finds it a place. */
static void
focus_selected (MarathonRecordPane *pane)
{
  MarathonRecordRow *row = pane->selected != NULL ? find_row (pane, pane->selected) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Where the one that is selected goes, the next takes its place. */
void
marathon_record_pane_sync (MarathonRecordPane *pane)
{
  g_autoptr (GPtrArray) records = list_records (pane);
  gboolean had_keyboard = has_keyboard (pane);
  MarathonRecordRow *old = pane->selected != NULL ? find_row (pane, pane->selected) : NULL;
  guint position = old != NULL ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (old)) : 0;
  gboolean was_empty = get_row (pane, 0) == NULL;

  pane->is_filled = pane->document != NULL;
  pane->is_syncing = TRUE;
  remove_gone (pane, records);
  for (guint i = 0; i < records->len; i++)
    put_row (pane, records->pdata[i], i);
  pane->is_syncing = FALSE;
  gtk_stack_set_visible_child_name (pane->content, records->len > 0 ? "list" : "empty");
  show_rows (pane);
  if (pane->selected != NULL && g_ptr_array_find (records, pane->selected, NULL))
    set_selected (pane, pane->selected);
  else
    set_selected (pane, records->len > 0 ? records->pdata[MIN (position, records->len - 1)] : NULL);
  if (had_keyboard)
    focus_selected (pane);
  /* Where there is nothing, there is no form either; now that the keyboard has left it. */
  if ((records->len == 0) != was_empty)
    adw_flap_set_reveal_flap (pane->flap, records->len > 0 && !adw_flap_get_folded (pane->flap));
}

static void
show_count (MarathonRecordPane *pane)
{
  MarathonRecordList *list = pane->document != NULL
                                 ? marathon_event_get_list (marathon_record_pane_get_event (pane), pane->kind->list)
                                 : NULL;
  guint n = list != NULL ? marathon_record_list_get_size (list) : 0;
  g_autofree char *count = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");

  marathon_page_set_count (pane->page, count);
}

/* A window has several of these, and is to be there at once: rows are made when somebody looks. */
static void
on_event_changed (MarathonRecordPane *pane)
{
  if (pane->is_filled || gtk_widget_get_mapped (GTK_WIDGET (pane)))
    marathon_record_pane_sync (pane);
  else
    marathon_record_pane_update_actions (pane);
  show_count (pane);
}

static void
on_fills_changed (MarathonRecordPane *pane)
{
  show_rows (pane);
}

/* --- Where there is no room for both --- */

static void
on_folded (MarathonRecordPane *pane)
{
  gboolean is_folded = adw_flap_get_folded (pane->flap);

  adw_flap_set_reveal_flap (pane->flap, !is_folded && gtk_list_box_get_row_at_index (pane->list, 0) != NULL);
  gtk_list_box_set_activate_on_single_click (pane->list, is_folded);
}

static void
on_back (MarathonRecordPane *pane)
{
  marathon_record_pane_focus (pane);
}

void
marathon_record_pane_focus (MarathonRecordPane *pane)
{
  MarathonRecordRow *row = pane->selected != NULL ? find_row (pane, pane->selected) : NULL;

  if (adw_flap_get_folded (pane->flap))
    adw_flap_set_reveal_flap (pane->flap, FALSE);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (pane->content), GTK_DIR_TAB_FORWARD);
}

/* What is seen of the forms, where a page has several. */
static GtkWidget *
get_form (MarathonRecordPane *pane)
{
  GtkWidget *form = adw_bin_get_child (pane->form_place);

  return GTK_IS_STACK (form) ? gtk_stack_get_visible_child (GTK_STACK (form)) : form;
}

void
marathon_record_pane_focus_form (MarathonRecordPane *pane)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (get_form (pane));

  adw_flap_set_reveal_flap (pane->flap, TRUE);
  if (rows->len > 0)
    marathon_field_row_focus (rows->pdata[0]);
}

/* --- The class --- */

static AdwBin *
get_place (MarathonRecordPane *pane, guint id)
{
  AdwBin *places[]
      = { [PROP_FORM] = pane->form_place,   [PROP_EMPTY] = pane->empty_place,   [PROP_ABOVE] = pane->above_place,
          [PROP_BELOW] = pane->below_place, [PROP_ADDERS] = pane->adders_place, [PROP_ACTIONS] = pane->actions_place };

  return id < G_N_ELEMENTS (places) ? places[id] : NULL;
}

static void
marathon_record_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonRecordPane *pane = MARATHON_RECORD_PANE (object);

  switch (id)
    {
    case PROP_ADD_LABEL:
      adw_button_content_set_label (pane->add_content, g_value_get_string (value));
      break;
    case PROP_CAPTION:
      gtk_label_set_label (pane->caption, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (pane->caption), g_value_get_string (value) != NULL);
      break;
    default:
      adw_bin_set_child (get_place (pane, id), g_value_get_object (value));
      break;
    }
}

static void
marathon_record_pane_map (GtkWidget *widget)
{
  MarathonRecordPane *pane = MARATHON_RECORD_PANE (widget);

  /* Before it is seen: what comes later would slide in. */
  if (!pane->is_filled && pane->document != NULL)
    marathon_record_pane_sync (pane);
  GTK_WIDGET_CLASS (marathon_record_pane_parent_class)->map (widget);
  if (pane->is_stale && pane->document != NULL)
    show_rows (pane);
}

static void
marathon_record_pane_dispose (GObject *object)
{
  MarathonRecordPane *pane = MARATHON_RECORD_PANE (object);

  marathon_record_pane_set_document (pane, NULL);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_RECORD_PANE);
  g_clear_object (&pane->deleting);
  G_OBJECT_CLASS (marathon_record_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const places[] = { [PROP_FORM] = "form",   [PROP_EMPTY] = "empty",   [PROP_ABOVE] = "above",
                                        [PROP_BELOW] = "below", [PROP_ADDERS] = "adders", [PROP_ACTIONS] = "actions" };
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  for (guint i = PROP_FORM; i <= PROP_ACTIONS; i++)
    properties[i] = g_param_spec_object (places[i], NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/records/record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, flap);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, content);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, list);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, details);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, caption);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, add_content);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, form_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, empty_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, above_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, below_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, adders_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecordPane, actions_place);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
marathon_record_pane_class_init (MarathonRecordPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = marathon_record_pane_set_property;
  object_class->dispose = marathon_record_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = marathon_record_pane_map;
  install_properties (object_class);
  signals[SELECTED]
      = g_signal_new ("selected", MARATHON_TYPE_RECORD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN]
      = g_signal_new ("shown", MARATHON_TYPE_RECORD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
marathon_record_pane_init (MarathonRecordPane *pane)
{
  gtk_widget_init_template (GTK_WIDGET (pane));
  marathon_shortcuts_attach (GTK_WIDGET (pane->list), MARATHON_SHORTCUT_RECORDS);
}

/* --- Public functions --- */

void
marathon_record_pane_set_up (MarathonRecordPane *pane, MarathonPage *page, const MarathonRecordKind *kind)
{
  pane->page = page;
  pane->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (pane->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  marathon_page_get_title (page), -1);
  /* Under one name on every page, for buttons and keys. */
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "records", G_ACTION_GROUP (marathon_page_get_actions (page)));
  marathon_record_pane_add_actions (pane);
  g_signal_connect_object (page, "notify::read-only", G_CALLBACK (marathon_record_pane_update_actions), pane,
                           G_CONNECT_SWAPPED);
}

void
marathon_record_pane_set_document (MarathonRecordPane *pane, MarathonDocument *document)
{
  if (pane->document == document)
    return;
  if (pane->document != NULL)
    {
      g_signal_handlers_disconnect_by_func (marathon_document_get_history (pane->document), on_event_changed, pane);
      g_signal_handlers_disconnect_by_func (pane->fills, on_fills_changed, pane);
      g_clear_object (&pane->fills);
    }
  g_clear_object (&pane->document);
  set_selected (pane, NULL);
  if (document != NULL)
    {
      pane->document = g_object_ref (document);
      pane->fills = marathon_fills_watch_get_for (document);
      g_signal_connect_object (marathon_document_get_history (document), "notify::state", G_CALLBACK (on_event_changed),
                               pane, G_CONNECT_SWAPPED);
      g_signal_connect_object (pane->fills, "changed", G_CALLBACK (on_fills_changed), pane, G_CONNECT_SWAPPED);
    }
  on_event_changed (pane);
}

MarathonRecord *
marathon_record_pane_get_selected (MarathonRecordPane *pane, MarathonListId *list)
{
  if (list != NULL && pane->selected != NULL)
    *list = marathon_record_pane_get_list_of (pane, pane->selected);
  return pane->selected;
}

/* A new row has its place only in the frame after this one. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  MarathonRecordPane *pane = MARATHON_RECORD_PANE (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (pane->list), GTK_TYPE_VIEWPORT);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (pane->list);
  graphene_rect_t bounds;

  if (++*(guint *) n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (row != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

void
marathon_record_pane_select (MarathonRecordPane *pane, MarathonRecord *record)
{
  MarathonRecordRow *row = find_row (pane, record);

  if (row == NULL)
    return;
  gtk_list_box_select_row (pane->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (row)); /* into sight */
  gtk_widget_add_tick_callback (GTK_WIDGET (pane), on_frame, g_new0 (guint, 1), g_free);
}

void
marathon_record_pane_show (MarathonRecordPane *pane, const char *what)
{
  const MarathonListId lists[] = { pane->kind->list, pane->kind->groups };
  const char *colon = strchr (what, ':');
  MarathonRecord *record = NULL;

  if (pane->document == NULL || colon == NULL)
    return;
  if (!pane->is_filled)
    marathon_record_pane_sync (pane);
  for (guint i = 0; i < G_N_ELEMENTS (lists) && record == NULL; i++)
    {
      const char *element = lists[i] != MARATHON_N_LISTS ? marathon_list_get_element (lists[i]) : "";

      if (strlen (element) == (gsize) (colon - what) && strncmp (element, what, strlen (element)) == 0)
        record = marathon_record_list_find (marathon_event_get_list (marathon_record_pane_get_event (pane), lists[i]),
                                            colon + 1);
    }
  if (record != NULL)
    marathon_record_pane_select (pane, record);
}

MarathonFillsWatch *
marathon_record_pane_get_fills (MarathonRecordPane *pane)
{
  return pane->fills;
}
