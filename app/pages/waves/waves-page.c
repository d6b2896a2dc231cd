/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWavesPage: the pane, a form for starts and one for waves, and the timeline.
 */
#include "pages/waves/waves-page.h"

#include "model/start.h"
#include "model/wave.h"
#include "pages/records/ink-check.h"
#include "pages/records/record-form.h"
#include "pages/records/record-pane.h"
#include "pages/waves/wave-timeline.h"
#include "widgets/choice-field-row.h"
#include "widgets/colour-field-row.h"
#include "widgets/interface.h"
#include "widgets/set-field-row.h"
#include "widgets/text-field-row.h"

static const MarathonRecordKind kind = { MARATHON_LIST_WAVES, MARATHON_LIST_STARTS, "wave" };

struct _MarathonWavesPage {
  MarathonPage parent_instance;

  MarathonRecordForm *start;
  MarathonRecordForm *wave;

  MarathonRecordPane *pane;
  MarathonWaveTimeline *timeline;
  GtkStack *forms;
  GtkWidget *start_form;
  GtkWidget *wave_form;
  MarathonColourSample *sample;
  GtkWidget *use_ink;
};

G_DEFINE_FINAL_TYPE (MarathonWavesPage, marathon_waves_page, MARATHON_TYPE_PAGE)

static MarathonHistory *
get_history (MarathonWavesPage *page)
{
  return marathon_document_get_history (marathon_page_get_document (MARATHON_PAGE (page)));
}

/* --- The timeline --- */

static void
show_timeline (MarathonWavesPage *page)
{
  MarathonDocument *document = marathon_page_get_document (MARATHON_PAGE (page));

  marathon_wave_timeline_show (page->timeline, document != NULL ? marathon_document_get_event (document) : NULL,
                               marathon_record_pane_get_fills (page->pane));
  marathon_wave_timeline_select (page->timeline, marathon_record_pane_get_selected (page->pane, NULL));
}

static void
on_chosen (MarathonWavesPage *page, MarathonRecord *record)
{
  marathon_record_pane_select (page->pane, record);
}

/* --- The forms --- */

static void
set_record (MarathonWavesPage *page, MarathonRecordForm *form, MarathonRecord *record)
{
  marathon_record_form_set_record (form, record != NULL ? marathon_page_get_document (MARATHON_PAGE (page)) : NULL,
                                   record);
}

static void
on_selected (MarathonWavesPage *page)
{
  MarathonListId list = MARATHON_LIST_WAVES;
  MarathonRecord *selected = marathon_record_pane_get_selected (page->pane, &list);

  set_record (page, page->wave, list == MARATHON_LIST_WAVES ? selected : NULL);
  set_record (page, page->start, list == MARATHON_LIST_STARTS ? selected : NULL);
  gtk_stack_set_visible_child_name (page->forms, list == MARATHON_LIST_WAVES ? "wave" : "start");
  marathon_wave_timeline_select (page->timeline, selected);
}

static void
on_start_shown (MarathonWavesPage *page)
{
  MarathonRecord *start = marathon_record_form_get_record (page->start);

  if (start != NULL)
    marathon_ink_check_show (page->start, page->sample, page->use_ink, marathon_record_get_name (start));
}

static void
on_use_ink (MarathonWavesPage *page)
{
  g_autoptr (GError) error = NULL;

  if (!marathon_ink_check_mend (page->start, get_history (page), &error))
    marathon_page_tell_error (MARATHON_PAGE (page), error);
}

static void
on_leave (MarathonWavesPage *page)
{
  marathon_record_pane_focus (page->pane);
}

static void
on_add_start (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_record_pane_add (MARATHON_WAVES_PAGE (data)->pane, MARATHON_LIST_STARTS);
}

static void
update_actions (MarathonWavesPage *page)
{
  marathon_page_enable_edit (MARATHON_PAGE (page), "add-start", TRUE);
}

/* --- The page --- */

static void
marathon_waves_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonWavesPage *page = MARATHON_WAVES_PAGE (base);

  marathon_record_pane_set_document (page->pane, document);
  if (document == NULL)
    show_timeline (page);
}

static void
marathon_waves_page_enter (MarathonPage *base)
{
  marathon_record_pane_focus (MARATHON_WAVES_PAGE (base)->pane);
}

static gboolean
marathon_waves_page_commit (MarathonPage *base)
{
  MarathonWavesPage *page = MARATHON_WAVES_PAGE (base);
  gboolean accepted = marathon_record_form_commit (page->start);

  return marathon_record_form_commit (page->wave) && accepted;
}

static gboolean
marathon_waves_page_undo_typing (MarathonPage *base)
{
  MarathonWavesPage *page = MARATHON_WAVES_PAGE (base);
  gboolean any = marathon_record_form_undo_typing (page->start);

  return marathon_record_form_undo_typing (page->wave) || any;
}

static void
marathon_waves_page_show (MarathonPage *base, const char *what)
{
  marathon_record_pane_show (MARATHON_WAVES_PAGE (base)->pane, what);
}

static void
marathon_waves_page_dispose (GObject *object)
{
  MarathonWavesPage *page = MARATHON_WAVES_PAGE (object);

  marathon_page_set_document (MARATHON_PAGE (page), NULL, NULL);
  g_clear_object (&page->start);
  g_clear_object (&page->wave);
  /* The pane is both a bound child of the template and the child of AdwBin: only one of them may unparent it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_WAVES_PAGE);
  G_OBJECT_CLASS (marathon_waves_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MARATHON_TYPE_CHOICE_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_COLOUR_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_COLOUR_SAMPLE);
  g_type_ensure (MARATHON_TYPE_RECORD_PANE);
  g_type_ensure (MARATHON_TYPE_SET_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_WAVE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/waves/waves-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, forms);
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, start_form);
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, wave_form);
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, sample);
  gtk_widget_class_bind_template_child (widget_class, MarathonWavesPage, use_ink);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_use_ink);
}

static void
marathon_waves_page_class_init (MarathonWavesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_waves_page_dispose;
  page_class->set_document = marathon_waves_page_set_document;
  page_class->enter = marathon_waves_page_enter;
  page_class->commit = marathon_waves_page_commit;
  page_class->undo_typing = marathon_waves_page_undo_typing;
  page_class->show = marathon_waves_page_show;
  bind_template (widget_class);
}

static void
marathon_waves_page_init (MarathonWavesPage *page)
{
  static const GActionEntry entries[] = { { "add-start", on_add_start } };

  gtk_widget_init_template (GTK_WIDGET (page));
  page->start = marathon_record_form_new (page->start_form, MARATHON_TYPE_START);
  page->wave = marathon_record_form_new (page->wave_form, MARATHON_TYPE_WAVE);
  g_signal_connect_object (page->start, "shown", G_CALLBACK (on_start_shown), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->start, "leave", G_CALLBACK (on_leave), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->wave, "leave", G_CALLBACK (on_leave), page, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (marathon_page_get_actions (MARATHON_PAGE (page))), entries,
                                   G_N_ELEMENTS (entries), page);
  g_signal_connect (page, "notify::read-only", G_CALLBACK (update_actions), NULL);
  marathon_record_pane_set_up (page->pane, MARATHON_PAGE (page), &kind);
}
