/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCategoriesPage: the pane and its form.
 */
#include "pages/categories/categories-page.h"

#include "model/category.h"
#include "pages/records/record-form.h"
#include "pages/records/record-pane.h"
#include "widgets/choice-field-row.h"
#include "widgets/flag-field-row.h"
#include "widgets/interface.h"
#include "widgets/set-field-row.h"
#include "widgets/text-field-row.h"

static const MarathonRecordKind kind = { MARATHON_LIST_CATEGORIES, MARATHON_N_LISTS, "category" };

struct _MarathonCategoriesPage {
  MarathonPage parent_instance;

  MarathonRecordForm *record_form;

  MarathonRecordPane *pane;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (MarathonCategoriesPage, marathon_categories_page, MARATHON_TYPE_PAGE)

static void
on_selected (MarathonCategoriesPage *page)
{
  MarathonRecord *selected = marathon_record_pane_get_selected (page->pane, NULL);

  marathon_record_form_set_record (
      page->record_form, selected != NULL ? marathon_page_get_document (MARATHON_PAGE (page)) : NULL, selected);
}

static void
on_leave (MarathonCategoriesPage *page)
{
  marathon_record_pane_focus (page->pane);
}

static void
marathon_categories_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  marathon_record_pane_set_document (MARATHON_CATEGORIES_PAGE (base)->pane, document);
}

static void
marathon_categories_page_enter (MarathonPage *base)
{
  marathon_record_pane_focus (MARATHON_CATEGORIES_PAGE (base)->pane);
}

static gboolean
marathon_categories_page_commit (MarathonPage *base)
{
  return marathon_record_form_commit (MARATHON_CATEGORIES_PAGE (base)->record_form);
}

static gboolean
marathon_categories_page_undo_typing (MarathonPage *base)
{
  return marathon_record_form_undo_typing (MARATHON_CATEGORIES_PAGE (base)->record_form);
}

static void
marathon_categories_page_show (MarathonPage *base, const char *what)
{
  marathon_record_pane_show (MARATHON_CATEGORIES_PAGE (base)->pane, what);
}

static void
marathon_categories_page_dispose (GObject *object)
{
  MarathonCategoriesPage *page = MARATHON_CATEGORIES_PAGE (object);

  marathon_page_set_document (MARATHON_PAGE (page), NULL, NULL);
  g_clear_object (&page->record_form);
  /* The pane is both a bound child of the template and the child of AdwBin: only one of them may unparent it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_CATEGORIES_PAGE);
  G_OBJECT_CLASS (marathon_categories_page_parent_class)->dispose (object);
}

static void
marathon_categories_page_class_init (MarathonCategoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_categories_page_dispose;
  page_class->set_document = marathon_categories_page_set_document;
  page_class->enter = marathon_categories_page_enter;
  page_class->commit = marathon_categories_page_commit;
  page_class->undo_typing = marathon_categories_page_undo_typing;
  page_class->show = marathon_categories_page_show;

  g_type_ensure (MARATHON_TYPE_CHOICE_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_FLAG_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_RECORD_PANE);
  g_type_ensure (MARATHON_TYPE_SET_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MARATHON_RESOURCES "/ui/pages/categories/categories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonCategoriesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, MarathonCategoriesPage, form);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
marathon_categories_page_init (MarathonCategoriesPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->record_form = marathon_record_form_new (page->form, MARATHON_TYPE_CATEGORY);
  g_signal_connect_object (page->record_form, "leave", G_CALLBACK (on_leave), page, G_CONNECT_SWAPPED);
  marathon_record_pane_set_up (page->pane, MARATHON_PAGE (page), &kind);
}
