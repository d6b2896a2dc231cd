/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form in a window, and what it tells.
 */
#include "pages/entrants/form-scene.h"

#include "model/model-fixture.h"

const char form_scene_spring[] = "event | date=2014-04-13 | language=en-GB\n"
                                 "course | length=42195\n"
                                 "start red | name=Red\n"
                                 "category mass | name=Mass\n"
                                 "category elite | name=Elite\n"
                                 "wave red-1 | name=Red 1 | start=red\n"
                                 "wave red-2 | name=Red 2 | start=red\n"
                                 "group twins | name=Twins\n"
                                 "entrant 1 | family=Archer | given=Amy | born=1980-04-13 | nation=GBR | bib=37 "
                                 "| category=mass | wave=red-1 | medical=Asthma | email=amy@example.org\n"
                                 "entrant 2 | family=Bolt | given=Ben | bib=38\n"
                                 "entrant 3 | family=Cole | given=Cat | class=T11 | bib=39\n"
                                 "guide 31 | given=Gus | family=Guide\n";

static void
on_added (FormScene *scene, guint64 id)
{
  scene->added = id;
  scene->n_added++;
}

static void
on_refused (FormScene *scene, const char *message)
{
  g_free (scene->refused);
  scene->refused = g_strdup (message);
  scene->n_refused++;
}

static void
on_leave (FormScene *scene)
{
  scene->n_left++;
}

static void
on_show_entrant (FormScene *scene, guint64 id)
{
  scene->wanted = id;
}

void
form_scene_init (FormScene *scene, const char *text)
{
  *scene = (FormScene) { 0 };
  scene->event = model_fixture_new (text);
  scene->document = marathon_document_new (scene->event);
  scene->history = marathon_document_get_history (scene->document);
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->widget = g_object_new (MARATHON_TYPE_ENTRANT_FORM, NULL);
  scene->form = MARATHON_ENTRANT_FORM (scene->widget);
  g_signal_connect_swapped (scene->form, "added", G_CALLBACK (on_added), scene);
  g_signal_connect_swapped (scene->form, "refused", G_CALLBACK (on_refused), scene);
  g_signal_connect_swapped (scene->form, "leave", G_CALLBACK (on_leave), scene);
  g_signal_connect_swapped (scene->form, "show-entrant", G_CALLBACK (on_show_entrant), scene);
  marathon_entrant_form_set_document (scene->form, scene->document);
  gtk_window_set_default_size (scene->window, 380, 900);
  gtk_window_set_child (scene->window, scene->widget);
  display_scene_present (scene->window);
}

void
form_scene_clear (FormScene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->document);
  g_assert_finalize_object (scene->event);
  g_free (scene->refused);
}

/* --- Rows --- */

MarathonFieldRow *
form_scene_find_row (GtkWidget *root, const char *key)
{
  g_autoptr (GPtrArray) rows = marathon_field_row_list (root);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (marathon_field_row_get_key (rows->pdata[i]), key))
      return rows->pdata[i];
  return NULL;
}

/* A row of the form, not of a guide. */
MarathonFieldRow *
form_scene_get_row (FormScene *scene, const char *key)
{
  MarathonFieldRow *row = form_scene_find_row (display_scene_find_id (scene->widget, "groups"), key);

  g_assert_nonnull (row);
  return row;
}

void
form_scene_assert_row (FormScene *scene, const char *key, const char *expected)
{
  g_autofree char *text = marathon_field_row_get_text (form_scene_get_row (scene, key));

  g_assert_cmpstr (text, ==, expected);
}

/* As a person types it: into the field, and Enter. */
void
form_scene_enter (FormScene *scene, const char *key, const char *text)
{
  marathon_entrant_form_focus (scene->form, key);
  display_scene_press (scene->window, "<Control>a Delete");
  display_scene_type (scene->window, text);
  display_scene_press (scene->window, "Return");
}

/* --- The event --- */

void
form_scene_assert_value (FormScene *scene, guint position, const char *key, const char *expected)
{
  g_autofree char *text = model_fixture_get (scene->event, position, key);

  g_assert_cmpstr (text, ==, expected);
}

guint
form_scene_count_steps (FormScene *scene)
{
  guint n = 0;

  while (marathon_history_can_undo (scene->history))
    {
      g_assert_true (marathon_history_undo (scene->history, NULL));
      n++;
    }
  for (guint i = 0; i < n; i++)
    g_assert_true (marathon_history_redo (scene->history, NULL));
  return n;
}

guint
form_scene_count_guides (FormScene *scene, guint position)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (scene->event),
                              marathon_roster_get (marathon_event_get_roster (scene->event), position)->details, &view);
  return view.n_guides;
}

/* --- What is seen --- */

const char *
form_scene_get_shown_page (FormScene *scene)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (display_scene_find_id (scene->widget, "stack")));
}

gboolean
form_scene_is_in_sight (FormScene *scene, GtkWidget *widget)
{
  GtkWidget *scroller = display_scene_find_id (scene->widget, "scroller");
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scroller, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

void
form_scene_assert_has_keyboard (FormScene *scene, MarathonFieldRow *row)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (scene->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
  display_scene_wait_until (form_scene_is_in_sight (scene, focus));
}
