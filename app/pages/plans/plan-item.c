/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanItem: the row itself, and the preview that its texts live in.
 */
#include "pages/plans/plan-item.h"

#include <glib/gi18n-lib.h>

#include "planning/reason.h"

struct _MarathonPlanItem {
  GObject parent_instance;

  MarathonPlanPreview *preview;
  MarathonPlanRow row;
};

enum {
  PROP_BIB = 1,
  PROP_NAME,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_REASON,
  PROP_SENTENCE,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (MarathonPlanItem, marathon_plan_item, G_TYPE_OBJECT)

static const MarathonEntrant *
get_entrant (MarathonPlanItem *item)
{
  return marathon_roster_get (marathon_event_get_roster (marathon_plan_preview_get_event (item->preview)), item->row.position);
}

static const char *
or_dash (const char *text)
{
  return *text != '\0' ? text : "–";
}

static char *
describe_reason (MarathonPlanItem *item)
{
  return marathon_reason_to_sentence_for (marathon_plan_preview_get_event (item->preview), get_entrant (item), item->row.reason);
}

static char *
describe_person (MarathonPlanItem *item)
{
  return marathon_plan_describe_person (marathon_plan_preview_get_event (item->preview), item->row.position, item->row.guide);
}

static char *
describe_row (MarathonPlanItem *item)
{
  g_autofree char *person = describe_person (item);
  g_autofree char *reason = describe_reason (item);

  /* Translators: a name, a place before, one after, the reason: “Mo Farah: Red 1 → Red 2. Predicted 3:45:00 belongs to Red 2”. */
  if (*item->row.before != '\0' && *item->row.after != '\0')
    return g_strdup_printf (_ ("%s: %s → %s. %s"), person, item->row.before, item->row.after, reason);
  /* Translators: a name, a place, the reason why it is taken away: “Mo Farah: loses Red 1. Red 1 has no room”. */
  if (*item->row.before != '\0')
    return g_strdup_printf (_ ("%s: loses %s. %s"), person, item->row.before, reason);
  /* Translators: a name, a place, the reason: “Mo Farah: Red 2. Predicted 3:45:00 belongs to Red 2”. */
  if (*item->row.after != '\0')
    return g_strdup_printf (_ ("%s: %s. %s"), person, item->row.after, reason);
  /* Translators: a name, and the reason why there is no place: “Mo Farah: No wave is for the category and entry route”. */
  return g_strdup_printf (_ ("%s: %s"), person, reason);
}

static void
marathon_plan_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonPlanItem *item = MARATHON_PLAN_ITEM (object);

  switch (id)
    {
    case PROP_BIB:
      g_value_set_string (value, marathon_event_text (marathon_plan_preview_get_event (item->preview), get_entrant (item)->bib));
      break;
    case PROP_NAME:
      g_value_take_string (value, describe_person (item));
      break;
    case PROP_BEFORE:
      g_value_set_string (value, or_dash (item->row.before));
      break;
    case PROP_AFTER:
      g_value_set_string (value, or_dash (item->row.after));
      break;
    case PROP_REASON:
      g_value_take_string (value, describe_reason (item));
      break;
    case PROP_SENTENCE:
      g_value_take_string (value, describe_row (item));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_plan_item_finalize (GObject *object)
{
  marathon_plan_preview_unref (MARATHON_PLAN_ITEM (object)->preview);
  G_OBJECT_CLASS (marathon_plan_item_parent_class)->finalize (object);
}

static void
marathon_plan_item_class_init (MarathonPlanItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "bib", "name", "before", "after", "reason", "sentence" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_plan_item_get_property;
  object_class->finalize = marathon_plan_item_finalize;
  for (guint i = PROP_BIB; i < N_PROPS; i++)
    g_object_class_install_property (
      object_class, i, g_param_spec_string (names[i], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
marathon_plan_item_init (MarathonPlanItem *item)
{
}

MarathonPlanItem *
marathon_plan_item_new (MarathonPlanPreview *preview, MarathonPlanRows rows, guint index)
{
  MarathonPlanItem *item = g_object_new (MARATHON_TYPE_PLAN_ITEM, NULL);

  item->preview = marathon_plan_preview_ref (preview);
  marathon_plan_preview_get_row (preview, rows, index, &item->row);
  return item;
}

guint64
marathon_plan_item_get_id (MarathonPlanItem *item)
{
  return get_entrant (item)->id;
}
