/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWrapLayout: children side by side, in as many lines as the width asks for, as words in a paragraph.
 *
 * In each line the space that is left goes to the children that expand; the last of a line whose halign is "end" stands
 * at the line's end. Lines are as high as their highest child.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_WRAP_LAYOUT (marathon_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (MarathonWrapLayout, marathon_wrap_layout, MARATHON, WRAP_LAYOUT, GtkLayoutManager)

/* Property: "spacing" (uint, pixels between children and between lines), to be set in templates */

G_END_DECLS
