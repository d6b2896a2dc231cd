/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageStrip: small pictures of all pages below each other: choosing one leads to the page, and the page that is
 * looked at is the chosen one. Pictures are drawn when they are seen and nothing else is to be done.
 */
#pragma once

#include <adwaita.h>

#include "printing/list-pages.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_PAGE_STRIP (marathon_page_strip_get_type ())
G_DECLARE_FINAL_TYPE (MarathonPageStrip, marathon_page_strip, MARATHON, PAGE_STRIP, AdwBin)

/* Property: "page" (uint): the chosen page, counted from 0 */

/** @pages: (nullable) */
void marathon_page_strip_set_pages (MarathonPageStrip *strip, MarathonListPages *pages);

guint marathon_page_strip_get_page (MarathonPageStrip *strip);
void  marathon_page_strip_set_page (MarathonPageStrip *strip, guint page);

/** Whether pictures that are seen wait for being drawn. */
gboolean marathon_page_strip_is_drawing (MarathonPageStrip *strip);

G_END_DECLS
