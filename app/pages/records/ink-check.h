/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a form with the columns "ink" and "ground" says of their contrast: a sample in these colours, a note where it
 * cannot be read well, and a way out.
 */
#pragma once

#include "pages/records/record-form.h"
#include "widgets/colour-sample.h"

G_BEGIN_DECLS

/** To be called whenever @form shows something: @text stands in @sample; @remedy, a button, is seen while there is
 * something to mend. */
void marathon_ink_check_show (MarathonRecordForm *form, MarathonColourSample *sample, GtkWidget *remedy,
                              const char *text);

/** Gives the record the text colour that can be read best on its ground, as one step; %FALSE with @error. */
gboolean marathon_ink_check_mend (MarathonRecordForm *form, MarathonHistory *history, GError **error);

G_END_DECLS
