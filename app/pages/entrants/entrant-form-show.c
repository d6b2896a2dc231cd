/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantForm: from the event to the rows, and what is said beside them.
 */
#include "pages/entrants/entrant-form-private.h"

#include <glib/gi18n-lib.h>

#include "pages/entrants/entrant-notes.h"
#include "pages/entrants/entrant-rows.h"
#include "widgets/text-field-row.h"

static MarathonEvent *
get_event (MarathonEntrantForm *form)
{
  return marathon_document_get_event (form->document);
}

/* --- What is said beside the rows --- */

static void
show_note (GtkLabel *label, const char *note)
{
  gtk_label_set_label (label, note);
  gtk_widget_set_visible (GTK_WIDGET (label), *note != '\0');
}

static void
show_row_note (MarathonFieldRow *row, char *note)
{
  marathon_field_row_set_note (row, note);
  g_free (note);
}

static void
show_notes (MarathonEntrantForm *form, const MarathonEntrant *entrant)
{
  g_autofree char *age = marathon_entrant_note_age (get_event (form), entrant);
  g_autofree char *nation = marathon_entrant_note_nation (get_event (form), entrant);

  show_note (form->age, age);
  show_note (form->nation_name, nation);
  show_row_note (form->born, marathon_entrant_note_born (get_event (form), entrant));
  show_row_note (form->nation, marathon_entrant_note_unknown_nation (get_event (form), entrant));
  show_row_note (form->predicted, marathon_entrant_note_predicted (get_event (form), entrant));
  show_row_note (form->category, marathon_entrant_note_category (get_event (form), entrant));
  show_row_note (form->wave, marathon_entrant_note_wave (get_event (form), entrant));
}

static void
show_pin (GtkToggleButton *button, gboolean has_place, gboolean pinned, gboolean may_change)
{
  gtk_widget_set_visible (GTK_WIDGET (button), has_place);
  gtk_toggle_button_set_active (button, pinned);
  gtk_widget_set_sensitive (GTK_WIDGET (button), may_change);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), pinned ? _ ("Let Plans Change It") : _ ("Keep It as It Is"));
}

static void
show_pins (MarathonEntrantForm *form, const MarathonEntrant *entrant)
{
  static const MarathonEntrant nobody = { 0 };
  const MarathonEntrant *shown = entrant != NULL ? entrant : &nobody;
  gboolean may_change = !marathon_document_is_read_only (form->document);

  show_pin (form->category_pin, shown->category != 0, marathon_entrant_has_flag (shown, MARATHON_FLAG_CATEGORY_PINNED),
            may_change);
  show_pin (form->wave_pin, shown->wave != 0, marathon_entrant_has_flag (shown, MARATHON_FLAG_WAVE_PINNED), may_change);
  show_pin (form->bib_pin, shown->bib != 0, marathon_entrant_has_flag (shown, MARATHON_FLAG_BIB_PINNED), may_change);
}

/* Shows @shown instead of @hidden, and takes the keyboard along. */
static void
swap (GtkWidget *hidden, GtkWidget *shown)
{
  gtk_widget_set_visible (shown, TRUE);
  if (gtk_widget_has_focus (hidden) || gtk_widget_get_focus_child (hidden) != NULL)
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (hidden, FALSE);
}

/* Most athletes have no guide: the list is there for those who may, or do, and a button for all others. */
static void
show_guides (MarathonEntrantForm *form, const MarathonEntrant *entrant)
{
  MarathonDetailsView view = { 0 };
  gboolean is_listed = entrant != NULL && entrant->sport_class != 0
                       && marathon_sport_class_get_guide_rule (entrant->sport_class) != MARATHON_GUIDE_RULE_FORBIDDEN;

  marathon_guide_list_show (form->guides, form->document, entrant != NULL ? entrant->id : 0);
  marathon_guide_list_refresh (form->guides);
  if (entrant != NULL)
    marathon_details_store_get (marathon_event_get_details (get_event (form)), entrant->details, &view);
  is_listed |= view.n_guides > 0;
  if (is_listed)
    swap (form->add_guide, GTK_WIDGET (form->guides));
  else
    swap (GTK_WIDGET (form->guides), form->add_guide);
}

static void
summarize (MarathonEntrantForm *form)
{
  for (guint i = 0; i < form->expanders->len; i++)
    marathon_field_expander_summarize (form->expanders->pdata[i]);
}

/* --- Rows --- */

/* What can only be read needs no row where there is nothing to read. */
static void
hide_unknown (MarathonFieldRow *row, const char *text)
{
  gboolean editable = TRUE;

  if (!MARATHON_IS_TEXT_FIELD_ROW (row))
    return;
  g_object_get (row, "editable", &editable, NULL);
  if (!editable)
    gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
}

static void
show_row (MarathonEntrantForm *form, MarathonFieldRow *row, const MarathonEntrant *entrant)
{
  const MarathonFieldInfo *info = marathon_event_find_field (get_event (form), marathon_field_row_get_key (row));
  g_autofree char *text = NULL;

  g_return_if_fail (info != NULL);
  text = marathon_entrant_row_get_text (get_event (form), entrant, info);
  marathon_entrant_row_bind (row, get_event (form), info);
  marathon_field_row_set_read_only (row, marathon_document_is_read_only (form->document));
  marathon_field_row_refresh_text (row, text);
  hide_unknown (row, text);
}

static void
drop_custom_rows (MarathonEntrantForm *form)
{
  while (form->rows->len > form->n_built_in)
    adw_expander_row_remove (ADW_EXPANDER_ROW (form->more), g_ptr_array_steal_index (form->rows, form->rows->len - 1));
}

static void
build_custom_rows (MarathonEntrantForm *form)
{
  g_autoptr (GPtrArray) infos = marathon_event_list_fields (get_event (form));

  gtk_widget_set_visible (GTK_WIDGET (form->more), infos->len > MARATHON_N_FIELDS);
  if (marathon_entrant_rows_are_for (form->rows, form->n_built_in, get_event (form), infos, MARATHON_N_FIELDS))
    return;
  drop_custom_rows (form);
  for (guint i = MARATHON_N_FIELDS; i < infos->len; i++)
    {
      const MarathonFieldInfo *info = infos->pdata[i];
      GtkWidget *row = g_object_new (marathon_entrant_row_get_kind (get_event (form), info), "key", info->key, NULL);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (form->more), row);
      marathon_entrant_form_adopt_row (form, MARATHON_FIELD_ROW (row));
    }
}

void
marathon_entrant_form_show_all (MarathonEntrantForm *form)
{
  const MarathonEntrant *entrant = marathon_entrant_form_peek (form);

  build_custom_rows (form);
  for (guint i = 0; i < form->rows->len; i++)
    show_row (form, form->rows->pdata[i], entrant);
  marathon_entrant_heading_show (form->heading, get_event (form), entrant);
  show_notes (form, entrant);
  show_pins (form, entrant);
  show_guides (form, entrant);
  summarize (form);
}
