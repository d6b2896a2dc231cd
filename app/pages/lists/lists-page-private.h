/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of MarathonListsPage share: lists-page.c has what is shown, lists-actions.c what is done with it.
 */
#pragma once

#include "pages/lists/lists-page.h"
#include "pages/lists/page-strip.h"
#include "printing/list-press.h"
#include "widgets/progress.h"

G_BEGIN_DECLS

struct _MarathonListsPage {
  MarathonPage parent_instance;

  MarathonListPress *press;    /* NULL without an event */
  GSignalGroup *press_signals;
  GSignalGroup *history_signals;
  MarathonProgress *exporting; /* NULL: no file is being written */
  guint spinner_timer;
  guint neighbours_timer;
  guint strip_tick; /* the strip waits for a frame, and then for time */
  guint strip_idle;

  AdwFlap *flap;
  MarathonListsForm *form;
  MarathonPagePreview *preview;
  MarathonPageStrip *strip;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkEditable *page_entry;
  GtkLabel *page_count;
  GtkLabel *zoom_label;
  GtkSpinner *spinner;
  GtkRevealer *export_bar;
  GtkLabel *export_label;
  GtkProgressBar *export_progress;
};

void marathon_lists_page_add_actions    (MarathonListsPage *page);
void marathon_lists_page_update_actions (MarathonListsPage *page);
void marathon_lists_page_end_export     (MarathonListsPage *page);

G_END_DECLS
