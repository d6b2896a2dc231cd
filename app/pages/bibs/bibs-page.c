/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibsPage: the pane and its form, and what the ledger says.
 */
#include "pages/bibs/bibs-page.h"

#include <glib/gi18n-lib.h>

#include "model/bib-block.h"
#include "pages/bibs/bib-lookup.h"
#include "pages/bibs/bib-states.h"
#include "pages/places.h"
#include "pages/records/ink-check.h"
#include "pages/records/record-form.h"
#include "pages/records/record-pane.h"
#include "planning/block-terms.h"
#include "widgets/choice-field-row.h"
#include "widgets/colour-field-row.h"
#include "widgets/interface.h"
#include "widgets/set-field-row.h"
#include "widgets/text-field-row.h"

static const MarathonRecordKind kind = { MARATHON_LIST_BIB_BLOCKS, MARATHON_N_LISTS, NULL };

struct _MarathonBibsPage {
  MarathonPage parent_instance;

  MarathonRecordForm *record_form;
  MarathonLedgerWatch *ledger;

  MarathonRecordPane *pane;
  MarathonBibLookup *lookup;
  GtkWidget *form;
  MarathonColourSample *sample;
  MarathonBibStates *states;
  GtkWidget *use_ink;
};

G_DEFINE_FINAL_TYPE (MarathonBibsPage, marathon_bibs_page, MARATHON_TYPE_PAGE)

static MarathonEvent *
get_event (MarathonBibsPage *page)
{
  return marathon_document_get_event (marathon_page_get_document (MARATHON_PAGE (page)));
}

/* --- What became of the numbers --- */

/* A page that nobody sees asks for no ledger. The blocks of an old one may be others than those of the list: they are
 * found by their keys. */
static void
show_ledger (MarathonBibsPage *page)
{
  MarathonRecord *block = marathon_record_form_get_record (page->record_form);
  const MarathonBibLedger *ledger;
  MarathonEvent *event;
  MarathonRecordList *list;
  gpointer counted;

  if (page->ledger == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page)))
    return;
  ledger = marathon_ledger_watch_get (page->ledger, &event);
  marathon_bib_lookup_refresh (page->lookup);
  if (ledger == NULL || block == NULL)
    {
      marathon_bib_states_show (page->states, NULL, 0);
      return;
    }
  list = marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS);
  counted = marathon_record_list_find (list, marathon_record_get_key (block));
  marathon_bib_states_show (page->states, counted != NULL ? ledger : NULL,
                            counted != NULL ? marathon_record_list_get_position (list, counted) : 0);
}

static void
on_show_entrant (MarathonBibsPage *page, guint64 id)
{
  g_autofree char *query = g_strdup_printf (MARATHON_PLACES_ENTRANT "%016" G_GINT64_MODIFIER "x", id);

  marathon_page_show_page (MARATHON_PAGE (page), "entrants", query);
}

/* --- The form --- */

static void
on_selected (MarathonBibsPage *page)
{
  MarathonRecord *selected = marathon_record_pane_get_selected (page->pane, NULL);

  marathon_record_form_set_record (
      page->record_form, selected != NULL ? marathon_page_get_document (MARATHON_PAGE (page)) : NULL, selected);
  show_ledger (page);
}

static void
show_overlap (MarathonBibsPage *page, MarathonBibBlock *block)
{
  guint32 number;
  MarathonBibBlock *other = marathon_bib_block_find_overlap (get_event (page), block, &number);
  g_autofree char *note = NULL;

  if (other != NULL)
    note = g_strdup_printf (_ ("%s%u is in the block %s too"), block->prefix, number,
                            marathon_record_get_name (MARATHON_RECORD (other)));
  marathon_field_row_set_note (marathon_record_form_get_row (page->record_form, "numbers"), note);
}

static void
on_shown (MarathonBibsPage *page)
{
  MarathonRecord *record = marathon_record_form_get_record (page->record_form);
  g_autofree char *bib = NULL;

  if (record == NULL)
    return;
  bib = marathon_bib_block_make_sample (MARATHON_BIB_BLOCK (record));
  marathon_ink_check_show (page->record_form, page->sample, page->use_ink, bib);
  show_overlap (page, MARATHON_BIB_BLOCK (record));
}

static void
on_use_ink (MarathonBibsPage *page)
{
  MarathonHistory *history = marathon_document_get_history (marathon_page_get_document (MARATHON_PAGE (page)));
  g_autoptr (GError) error = NULL;

  if (!marathon_ink_check_mend (page->record_form, history, &error))
    marathon_page_tell_error (MARATHON_PAGE (page), error);
}

static void
on_leave (MarathonBibsPage *page)
{
  marathon_record_pane_focus (page->pane);
}

/* --- The page --- */

static void
marathon_bibs_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonBibsPage *page = MARATHON_BIBS_PAGE (base);

  if (page->ledger != NULL)
    g_signal_handlers_disconnect_by_func (page->ledger, show_ledger, page);
  g_clear_object (&page->ledger);
  if (document != NULL)
    {
      page->ledger = marathon_ledger_watch_new (document);
      g_signal_connect_object (page->ledger, "changed", G_CALLBACK (show_ledger), page, G_CONNECT_SWAPPED);
    }
  marathon_bib_lookup_set_watch (page->lookup, page->ledger);
  marathon_record_pane_set_document (page->pane, document);
}

static void
marathon_bibs_page_enter (MarathonPage *base)
{
  marathon_record_pane_focus (MARATHON_BIBS_PAGE (base)->pane);
}

static gboolean
marathon_bibs_page_commit (MarathonPage *base)
{
  return marathon_record_form_commit (MARATHON_BIBS_PAGE (base)->record_form);
}

static gboolean
marathon_bibs_page_undo_typing (MarathonPage *base)
{
  return marathon_record_form_undo_typing (MARATHON_BIBS_PAGE (base)->record_form);
}

static void
marathon_bibs_page_show (MarathonPage *base, const char *what)
{
  marathon_record_pane_show (MARATHON_BIBS_PAGE (base)->pane, what);
}

static void
marathon_bibs_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (marathon_bibs_page_parent_class)->map (widget);
  show_ledger (MARATHON_BIBS_PAGE (widget));
}

static void
marathon_bibs_page_dispose (GObject *object)
{
  MarathonBibsPage *page = MARATHON_BIBS_PAGE (object);

  marathon_page_set_document (MARATHON_PAGE (page), NULL, NULL);
  g_clear_object (&page->record_form);
  /* The pane is both a bound child of the template and the child of AdwBin: only one of them may unparent it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_BIBS_PAGE);
  G_OBJECT_CLASS (marathon_bibs_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MARATHON_TYPE_BIB_LOOKUP);
  g_type_ensure (MARATHON_TYPE_BIB_STATES);
  g_type_ensure (MARATHON_TYPE_CHOICE_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_COLOUR_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_COLOUR_SAMPLE);
  g_type_ensure (MARATHON_TYPE_RECORD_PANE);
  g_type_ensure (MARATHON_TYPE_SET_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/bibs/bibs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonBibsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibsPage, lookup);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibsPage, form);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibsPage, sample);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibsPage, states);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibsPage, use_ink);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_show_entrant);
  gtk_widget_class_bind_template_callback (widget_class, on_use_ink);
}

static void
marathon_bibs_page_class_init (MarathonBibsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_bibs_page_dispose;
  widget_class->map = marathon_bibs_page_map;
  page_class->set_document = marathon_bibs_page_set_document;
  page_class->enter = marathon_bibs_page_enter;
  page_class->commit = marathon_bibs_page_commit;
  page_class->undo_typing = marathon_bibs_page_undo_typing;
  page_class->show = marathon_bibs_page_show;
  bind_template (widget_class);
}

static void
marathon_bibs_page_init (MarathonBibsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->record_form = marathon_record_form_new (page->form, MARATHON_TYPE_BIB_BLOCK);
  g_signal_connect_object (page->record_form, "shown", G_CALLBACK (on_shown), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->record_form, "leave", G_CALLBACK (on_leave), page, G_CONNECT_SWAPPED);
  marathon_record_pane_set_up (page->pane, MARATHON_PAGE (page), &kind);
}
