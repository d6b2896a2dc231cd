/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantSlot: the number of a row and a signal.
 */
#include "widgets/entrant-slot.h"

struct _MarathonEntrantSlot {
  GObject parent_instance;

  guint row;
};

G_DEFINE_FINAL_TYPE (MarathonEntrantSlot, marathon_entrant_slot, G_TYPE_OBJECT)

static guint changed_signal;

static void
marathon_entrant_slot_class_init (MarathonEntrantSlotClass *klass)
{
  changed_signal = g_signal_new ("changed", MARATHON_TYPE_ENTRANT_SLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
marathon_entrant_slot_init (MarathonEntrantSlot *slot)
{
}

MarathonEntrantSlot *
marathon_entrant_slot_new (guint row)
{
  MarathonEntrantSlot *slot = g_object_new (MARATHON_TYPE_ENTRANT_SLOT, NULL);

  slot->row = row;
  return slot;
}

guint
marathon_entrant_slot_get_row (MarathonEntrantSlot *slot)
{
  return slot->row;
}

void
marathon_entrant_slot_changed (MarathonEntrantSlot *slot)
{
  g_signal_emit (slot, changed_signal, 0);
}
