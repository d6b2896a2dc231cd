/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contrast of the colours of a record.
 */
#include "pages/records/ink-check.h"

#include <glib/gi18n-lib.h>

#include "base/colour.h"
#include "editing/record-edits.h"

static const char *
get_text (MarathonRecord *record, const char *column)
{
  return marathon_record_get_text (record, (guint) marathon_record_find_column (record, column));
}

/* Returns: (transfer full) (nullable): what is wrong with the colours */
static char *
find_fault (const char *ink_text, const char *ground_text)
{
  MarathonColour ink, ground;
  double contrast;

  if (!marathon_colour_parse (ink_text, &ink) || !marathon_colour_parse (ground_text, &ground))
    return NULL;
  contrast = marathon_colour_get_contrast (&ink, &ground);
  if (contrast >= MARATHON_COLOUR_MIN_CONTRAST)
    return NULL;
  /* Translators: contrasts of colours, such as 2.1 and 4.5. */
  return g_strdup_printf (_ ("Hard to read on the background: contrast %.1f, should be %.1f"), contrast,
                          MARATHON_COLOUR_MIN_CONTRAST);
}

void
marathon_ink_check_show (MarathonRecordForm *form, MarathonColourSample *sample, GtkWidget *remedy, const char *text)
{
  MarathonRecord *record = marathon_record_form_get_record (form);
  g_autofree char *fault = NULL;

  if (record == NULL)
    return;
  fault = find_fault (get_text (record, "ink"), get_text (record, "ground"));
  marathon_colour_sample_set (sample, text, get_text (record, "ink"), get_text (record, "ground"));
  marathon_field_row_set_note (marathon_record_form_get_row (form, "ink"), fault);
  gtk_widget_set_visible (remedy, fault != NULL);
}

gboolean
marathon_ink_check_mend (MarathonRecordForm *form, MarathonHistory *history, GError **error)
{
  MarathonRecord *record = marathon_record_form_get_record (form);
  MarathonColour ground;

  if (record == NULL || !marathon_colour_parse (get_text (record, "ground"), &ground))
    return TRUE;
  return marathon_record_change (history, record, (guint) marathon_record_find_column (record, "ink"),
                                 marathon_colour_get_ink_for (&ground), error);
}
