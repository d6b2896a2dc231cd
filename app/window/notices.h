/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonNotices: what a person must know of the open event's file for as long as it is so: it is open for reading
 * only, another program has changed it, what is typed is not kept.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_NOTICES (marathon_notices_get_type ())
G_DECLARE_FINAL_TYPE (MarathonNotices, marathon_notices, MARATHON, NOTICES, AdwBin)

/** @document: (nullable): from now on they are about it. */
void marathon_notices_set_document (MarathonNotices *notices, MarathonDocument *document);

/** Looks at the file again: the window came to the front. */
void marathon_notices_look (MarathonNotices *notices);

G_END_DECLS
