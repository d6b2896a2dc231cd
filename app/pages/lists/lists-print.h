/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing a list: the desktop's print dialog, and the pages for the paper that was chosen there.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "printing/list-pages.h"

G_BEGIN_DECLS

/** @error: (nullable): %NULL where it was printed, or where the person has changed their mind. */
typedef void (*MarathonListsPrintFunc) (const GError *error, gpointer user_data);

typedef struct {
  const MarathonListRequest *request;
  MarathonPaper paper;     /* what the dialog begins with, turned where the list needs it */
  guint n_pages;           /* on that paper; 0 where it is not known */
  guint current_page;      /* that is being looked at, counted from 0 */
  const char *export_path; /* (nullable): a PDF to write instead of asking for a printer */
} MarathonListsPrintJob;

/**
 * marathon_lists_print:
 * @func: called once when the printing has ended
 *
 * The list is made of the event as it is when the printing begins, at that time, and laid out for the paper that the person
 * has chosen in the dialog. Exporting blocks; the dialog does not.
 */
void marathon_lists_print (GtkWindow                   *parent,
                           MarathonDocument            *document,
                           const MarathonListsPrintJob *job,
                           MarathonListsPrintFunc       func,
                           gpointer                     user_data);

G_END_DECLS
