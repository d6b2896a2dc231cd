/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPage: a page of the window: what all pages have in common. A page is shown for one open event.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/problems-watch.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PAGE (marathon_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MarathonPage, marathon_page, MARATHON, PAGE, AdwBin)

struct _MarathonPageClass {
  AdwBinClass parent_class;

  /** Called when the page gets its event, and with %NULL when it loses it: pages connect and let go here. */
  void (*set_document) (MarathonPage *page, MarathonDocument *document, MarathonProblemsWatch *problems);

  /** Called when somebody goes to the page; where the keyboard should be then. May be %NULL. */
  void (*enter) (MarathonPage *page);

  /** Saves what is being typed, before the event is saved, changed by undo, or left; %FALSE where it was refused. May be %NULL. */
  gboolean (*commit) (MarathonPage *page);

  /** Takes back typing that is not in the event yet; %FALSE where there is none. May be %NULL. */
  gboolean (*undo_typing) (MarathonPage *page);

  /** Shows what another page asked for; see "show-page". May be %NULL. */
  void (*show) (MarathonPage *page, const char *what);
};

/* Properties:
 *   "name" (GtkWidget's): the page's id in the window's stack and sidebar, set in templates: "entrants"
 *   "title" (string): shown in the sidebar, set in templates
 *   "icon-name" (string): shown in the sidebar, set in templates
 *   "count" (string): shown in the sidebar beside the title; "" for none. Kept up to date by the page.
 *   "document" (MarathonDocument, read only)
 *   "read-only" (boolean, read only): there is an event, and it cannot be changed (marathon_history_set_read_only())
 * Signals:
 *   "toast" (AdwToast *): something to be told; the window shows it
 *   "show-page" (const char *page, const char *what): go to another page, and there to @what: for "entrants" a query
 */

/** @document and @problems: both or neither. */
void marathon_page_set_document (MarathonPage *page, MarathonDocument *document, MarathonProblemsWatch *problems);

MarathonDocument      *marathon_page_get_document (MarathonPage *page);
MarathonProblemsWatch *marathon_page_get_problems (MarathonPage *page);

gboolean               marathon_page_is_read_only (MarathonPage *page);

const char *marathon_page_get_title     (MarathonPage *page);
const char *marathon_page_get_icon_name (MarathonPage *page);
const char *marathon_page_get_count     (MarathonPage *page);

/** For the page itself: what the sidebar says beside its title. */
void marathon_page_set_count (MarathonPage *page, const char *count);

/**
 * marathon_page_get_actions:
 *
 * The page's actions, to be added by the page. The window makes them known under the page's name, "entrants.delete", so
 * that menus, shortcuts and buttons anywhere in the window can have them; what they do, they do to this page.
 *
 * Returns: (transfer none)
 */
GSimpleActionGroup *marathon_page_get_actions (MarathonPage *page);

/** For the page itself: its action @name, which changes the event, can be done where @enabled and the event can be
 * changed. */
void marathon_page_enable_edit (MarathonPage *page, const char *name, gboolean enabled);

void     marathon_page_enter       (MarathonPage *page);
gboolean marathon_page_commit      (MarathonPage *page);
gboolean marathon_page_undo_typing (MarathonPage *page);
void     marathon_page_show        (MarathonPage *page, const char *what);

/** For the page itself: tells something in a toast (@text is plain text), with an Undo button where @with_undo. */
void marathon_page_tell (MarathonPage *page, const char *text, gboolean with_undo);

/** For the page itself: an edit was refused; @error may be %NULL. */
void marathon_page_tell_error (MarathonPage *page, const GError *error);

void marathon_page_show_page (MarathonPage *page, const char *name, const char *what);

G_END_DECLS
