/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event that can only be read, on each page: nothing that would change it can be done, all of it can be looked at, and what is forced is told.
 */
#include "pages/bibs/bibs-page.h"
#include "pages/bin/bin-page.h"
#include "pages/categories/categories-page.h"
#include "pages/entrants/entrants-page.h"
#include "pages/records/records-scene.h"
#include "pages/waves/waves-page.h"
#include "widgets/display-scene.h"
#include "widgets/field-row.h"

#define REASON "Ann has it open."

/* Ink that cannot be read, a guide, somebody in the bin. */
#define EVENT \
  "start red | name=Red | ground=#c01c28 | ink=#c01c28\n" \
  "category open | name=Open\ncategory elite | name=Elite\n" \
  "wave red-1 | name=Red 1 | start=red\nwave red-2 | name=Red 2 | start=red\n" \
  "bib-block main | name=Main | numbers=1-99 | ground=#c01c28 | ink=#c01c28\nbib-block more | name=More | numbers=100-199\n" \
  "entrant 1 | given=Amy | family=Archer | class=T11 | bib=1 | category=open | wave=red-1\n" \
  "guide 11 | family=Guide\n" \
  "entrant 2 | given=Ben | family=Bolt\n" \
  "binned 3 | given=Cat | family=Cole\n"

/* A page, and what on it changes the event. */
typedef struct {
  const char *name;
  GType (*get_type) (void);
  const char *actions;
  const char *other_actions; /* that stay */
} PageCase;

static const PageCase cases[] = {
  { "entrants", marathon_entrants_page_get_type,
    "new duplicate add-guide delete withdraw assign-bibs set-category set-wave set-status",
    "search clear-filters next previous choose-columns show-details" },
  { "categories", marathon_categories_page_get_type, "add duplicate delete move-down", "show-entrants" },
  { "waves", marathon_waves_page_get_type, "add add-start duplicate delete", "" },
  { "bibs", marathon_bibs_page_get_type, "add duplicate delete move-down", "" },
  { "bin", marathon_bin_page_get_type, "restore", "" },
};

static gboolean
is_selectable (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_BOX (widget);
}

/* The first of what the page lists. */
static void
select_first (RecordsScene *scene)
{
  if (MARATHON_IS_ENTRANTS_PAGE (scene->page))
    {
      MarathonEntrantsModel *model = NULL;

      g_object_get (scene->page, "model", &model, NULL);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), 0, TRUE);
      g_object_unref (model);
    }
  else if (MARATHON_IS_BIN_PAGE (scene->page))
    gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (
                                       display_scene_search (GTK_WIDGET (scene->page), is_selectable, NULL))),
                                     0, TRUE);
  display_scene_settle ();
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
}

static void
scene_init (RecordsScene *scene, GType type)
{
  records_scene_init (scene, type, EVENT);
  marathon_page_enter (scene->page);
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
  select_first (scene);
}

static void
set_read_only (RecordsScene *scene, const char *reason)
{
  marathon_document_set_read_only (scene->document, reason);
  display_scene_settle ();
  display_scene_wait_for_frame (GTK_WIDGET (scene->page));
}

static void
assert_can (RecordsScene *scene, const char *actions, gboolean can)
{
  g_auto (GStrv) names = g_strsplit (actions, " ", -1);

  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    if (records_scene_can (scene, names[i]) != can)
      g_error ("“%s” %s", names[i], can ? "cannot be done" : "can be done");
}

static void
test_actions (gconstpointer data)
{
  const PageCase *page = data;
  RecordsScene scene;

  scene_init (&scene, page->get_type ());
  g_assert_false (marathon_page_is_read_only (scene.page));
  assert_can (&scene, page->actions, TRUE);
  set_read_only (&scene, REASON);
  g_assert_true (marathon_page_is_read_only (scene.page));
  assert_can (&scene, page->actions, FALSE);
  assert_can (&scene, page->other_actions, TRUE);
  select_first (&scene);
  assert_can (&scene, page->actions, FALSE);
  set_read_only (&scene, NULL);
  assert_can (&scene, page->actions, TRUE);
  records_scene_clear (&scene);
}

static void
test_page_of_another_event (void)
{
  RecordsScene scene;

  scene_init (&scene, MARATHON_TYPE_CATEGORIES_PAGE);
  set_read_only (&scene, REASON);
  marathon_page_set_document (scene.page, NULL, NULL);
  g_assert_false (marathon_page_is_read_only (scene.page));
  marathon_page_set_document (scene.page, scene.document, scene.problems);
  g_assert_true (marathon_page_is_read_only (scene.page));
  records_scene_clear (&scene);
}

/* --- Forms --- */

static gboolean
is_buttonlike (GtkWidget *widget, gconstpointer id)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

/* Whether a person could change something in the row. */
static gboolean
can_change (MarathonFieldRow *row)
{
  GtkWidget *editor = MARATHON_FIELD_ROW_GET_CLASS (row)->get_editor (row);

  if (!gtk_widget_is_sensitive (editor))
    return FALSE;
  if (GTK_IS_EDITABLE (editor))
    return gtk_editable_get_editable (GTK_EDITABLE (editor));
  if (GTK_IS_TEXT_VIEW (editor))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (editor));
  return TRUE;
}

static guint
count_rows_that_change (RecordsScene *scene)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (GTK_WIDGET (scene->page));
  guint n = 0;

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    n += can_change (rows->pdata[i]);
  return n;
}

/* The buttons that change the event without an action. */
static guint
count_buttons_that_change (RecordsScene *scene)
{
  const char *const ids[] = { "use_ink", "category_pin", "wave_pin", "bib_pin", "remove_button", "add_guide", "add_button" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) buttons = display_scene_search_all (GTK_WIDGET (scene->page), is_buttonlike, ids[i]);

      for (guint j = 0; j < buttons->len; j++)
        n += gtk_widget_get_visible (buttons->pdata[j]) && gtk_widget_is_sensitive (buttons->pdata[j]);
    }
  return n;
}

/* What a person forces, or a fault of the program, past the rows that cannot be changed. */
static void
force_rows (RecordsScene *scene)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (GTK_WIDGET (scene->page));
  guint n_told = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      /* Some rows want something else than that, and say so first. */
      g_signal_emit_by_name (rows->pdata[i], "commit", "7");
      n_told += g_strcmp0 (marathon_field_row_get_error (rows->pdata[i]), REASON) == 0;
      g_assert_false (marathon_field_row_is_dirty (rows->pdata[i]));
    }
  g_assert_cmpuint (n_told, >, 0);
}

static const PageCase forms[] = {
  { "entrants", marathon_entrants_page_get_type, "", "" },
  { "categories", marathon_categories_page_get_type, "", "" },
  { "waves", marathon_waves_page_get_type, "", "" },
  { "bibs", marathon_bibs_page_get_type, "", "" },
};

static void
test_forms (gconstpointer data)
{
  const PageCase *page = data;
  RecordsScene scene;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_rows;

  scene_init (&scene, page->get_type ());
  before = records_scene_write (&scene);
  n_rows = count_rows_that_change (&scene);
  g_assert_cmpuint (n_rows, >, 0);
  set_read_only (&scene, REASON);
  g_assert_cmpuint (count_rows_that_change (&scene), ==, 0);
  g_assert_cmpuint (count_buttons_that_change (&scene), ==, 0);
  force_rows (&scene);
  after = records_scene_write (&scene);
  g_assert_cmpstr (after, ==, before);
  set_read_only (&scene, NULL);
  g_assert_cmpuint (count_rows_that_change (&scene), ==, n_rows);
  records_scene_clear (&scene);
}

/* What stands beside a row changes the event too, where it is not read-only. */
static void
test_buttons (void)
{
  const struct {
    GType type;
    guint n;
  } pages[] = { { MARATHON_TYPE_ENTRANTS_PAGE, 5 }, { MARATHON_TYPE_WAVES_PAGE, 1 }, { MARATHON_TYPE_BIBS_PAGE, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      RecordsScene scene;

      scene_init (&scene, pages[i].type);
      g_assert_cmpuint (count_buttons_that_change (&scene), ==, pages[i].n);
      set_read_only (&scene, REASON);
      g_assert_cmpuint (count_buttons_that_change (&scene), ==, 0);
      records_scene_clear (&scene);
    }
}

static void
test_what_was_being_typed_is_taken_back (void)
{
  RecordsScene scene;
  MarathonFieldRow *row;

  scene_init (&scene, MARATHON_TYPE_CATEGORIES_PAGE);
  row = records_scene_find_field (&scene, "name");
  gtk_editable_set_text (GTK_EDITABLE (MARATHON_FIELD_ROW_GET_CLASS (row)->get_editor (row)), "Typed");
  g_assert_true (marathon_field_row_is_dirty (row));
  set_read_only (&scene, REASON);
  g_assert_false (marathon_field_row_is_dirty (row));
  g_assert_true (marathon_page_commit (scene.page));
  records_scene_clear (&scene);
}

/* --- What was asked before it became so --- */

static void
test_deleting_that_was_asked_about_is_refused (void)
{
  RecordsScene scene;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  scene_init (&scene, MARATHON_TYPE_CATEGORIES_PAGE);
  before = records_scene_write (&scene);
  records_scene_act (&scene, "delete");
  set_read_only (&scene, REASON);
  records_scene_answer (&scene, display_scene_find_window (ADW_TYPE_MESSAGE_DIALOG), "_Delete");
  g_assert_cmpstr (scene.told, ==, REASON);
  after = records_scene_write (&scene);
  g_assert_cmpstr (after, ==, before);
  records_scene_clear (&scene);
}

static void
test_restoring_by_enter_is_refused (void)
{
  RecordsScene scene;

  scene_init (&scene, MARATHON_TYPE_BIN_PAGE);
  set_read_only (&scene, REASON);
  g_signal_emit_by_name (display_scene_search (GTK_WIDGET (scene.page), is_selectable, NULL), "activate", 0);
  g_assert_cmpstr (scene.told, ==, REASON);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (records_scene_get_event (&scene))), ==, 1);
  records_scene_clear (&scene);
}

static void
add_cases (const char *prefix, const PageCase *list, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (prefix, list[i].name, NULL);

      g_test_add_data_func (path, &list[i], test);
    }
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  add_cases ("/page-read-only/actions/", cases, G_N_ELEMENTS (cases), test_actions);
  add_cases ("/page-read-only/forms/", forms, G_N_ELEMENTS (forms), test_forms);
  g_test_add_func ("/page-read-only/page-of-another-event", test_page_of_another_event);
  g_test_add_func ("/page-read-only/buttons", test_buttons);
  g_test_add_func ("/page-read-only/what-was-being-typed-is-taken-back", test_what_was_being_typed_is_taken_back);
  g_test_add_func ("/page-read-only/deleting-that-was-asked-about-is-refused", test_deleting_that_was_asked_about_is_refused);
  g_test_add_func ("/page-read-only/restoring-by-enter-is-refused", test_restoring_by_enter_is_refused);
  return display_scene_run ();
}
