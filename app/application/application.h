/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonApplication: the program: start-up, files given to it, its actions "app.*".
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARATHON_TYPE_APPLICATION (marathon_application_get_type ())
G_DECLARE_FINAL_TYPE (MarathonApplication, marathon_application, MARATHON, APPLICATION, AdwApplication)

/** @flags are added to those that the program needs: G_APPLICATION_NON_UNIQUE for tests. */
MarathonApplication *marathon_application_new (GApplicationFlags flags);

G_END_DECLS
