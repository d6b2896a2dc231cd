/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PlainPage: a page with nothing on it that remembers what was asked of it.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define PLAIN_TYPE_PAGE (plain_page_get_type ())
G_DECLARE_FINAL_TYPE (PlainPage, plain_page, PLAIN, PAGE, MarathonPage)

MarathonPage *plain_page_new (const char *name, const char *title);

/** (transfer none): "document+", "document-", "enter", "show:WHAT" …, each after a blank. */
const char *plain_page_get_log (PlainPage *page);

G_END_DECLS
