/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The compiled resources of the program.
 */
#include "widgets/interface.h"

#include <gio/gio.h>
/* Made of ui/marathon.gresource.xml. */
#include <marathon-ui.h>

#include "printing/font-lock.h"

void
marathon_interface_init (void)
{
  static gsize is_done;

  /* A static library's own constructor would be left out by the linker: the resources are named here. */
  if (g_once_init_enter (&is_done))
    {
      marathon_ui_register_resource ();
      marathon_font_lock_main ();
      g_once_init_leave (&is_done, 1);
    }
}
