/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWavesPage: the starts, below each its waves, and when they are sent off.
 */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_WAVES_PAGE (marathon_waves_page_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWavesPage, marathon_waves_page, MARATHON, WAVES_PAGE, MarathonPage)

/* Actions: those of marathon_record_pane_set_up(), and "add-start" */

G_END_DECLS
