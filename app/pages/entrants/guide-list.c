/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGuideList: cards that come and go with the guides.
 */
#include "pages/entrants/guide-list.h"

#include <glib/gi18n-lib.h>

#include "editing/entrant-edits.h"
#include "pages/entrants/guide-card.h"
#include "widgets/interface.h"

struct _MarathonGuideList {
  AdwPreferencesGroup parent_instance;

  MarathonDocument *document;
  guint64 athlete;
  MarathonIdSource ids;
  GPtrArray *cards; /* of MarathonGuideCard, in the order of the guides */
  gboolean can_add;

  GtkWidget *add_button;
};

enum {
  PROP_CAN_ADD = 1,
  N_PROPS,
};

enum {
  REFUSED,
  LEAVE,
  SHOW_ENTRANT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonGuideList, marathon_guide_list, ADW_TYPE_PREFERENCES_GROUP)

/* The athlete's place in the roster; %FALSE where there is none. */
static gboolean
find_athlete (MarathonGuideList *list, guint *position)
{
  return list->document != NULL && list->athlete != 0
         && marathon_roster_find (marathon_event_get_roster (marathon_document_get_event (list->document)),
                                  list->athlete, position);
}

static void
get_view (MarathonGuideList *list, guint position, MarathonDetailsView *view)
{
  MarathonEvent *event = marathon_document_get_event (list->document);

  marathon_details_store_get (marathon_event_get_details (event),
                              marathon_roster_get (marathon_event_get_roster (event), position)->details, view);
}

/* --- Cards --- */

static void
on_refused (MarathonGuideList *list, const char *message)
{
  g_signal_emit (list, signals[REFUSED], 0, message);
}

static void
on_leave (MarathonGuideList *list)
{
  g_signal_emit (list, signals[LEAVE], 0);
}

static void
on_show_entrant (MarathonGuideList *list, guint64 id)
{
  g_signal_emit (list, signals[SHOW_ENTRANT], 0, id);
}

static void
add_card (MarathonGuideList *list, guint64 guide)
{
  GtkWidget *card = marathon_guide_card_new (list->document, list->athlete, guide);

  g_signal_connect_object (card, "refused", G_CALLBACK (on_refused), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "leave", G_CALLBACK (on_leave), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "show-entrant", G_CALLBACK (on_show_entrant), list, G_CONNECT_SWAPPED);
  g_ptr_array_add (list->cards, card);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), card);
}

/* The keyboard must not go with the card that it is in. */
static void
drop_card (MarathonGuideList *list, guint index)
{
  GtkWidget *card = g_ptr_array_steal_index (list->cards, index);
  GtkRoot *root = gtk_widget_get_root (card);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, card))
    gtk_widget_grab_focus (list->add_button);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (list), card);
}

static void
drop_cards (MarathonGuideList *list, guint from)
{
  while (list->cards->len > from)
    drop_card (list, list->cards->len - 1);
}

/* How many cards from the first on are still those of the guides. */
static guint
count_same (MarathonGuideList *list, const MarathonDetailsView *view)
{
  guint n = MIN (list->cards->len, view->n_guides);

  for (guint i = 0; i < n; i++)
    if (marathon_guide_card_get_guide (list->cards->pdata[i]) != view->guides[i].id)
      return i;
  return n;
}

static gboolean
has_guide (const MarathonDetailsView *view, guint64 id)
{
  for (guint i = 0; i < view->n_guides; i++)
    if (view->guides[i].id == id)
      return TRUE;
  return FALSE;
}

/* A card whose guide is still there stays, with what is being typed in it. */
static void
drop_gone (MarathonGuideList *list, const MarathonDetailsView *view)
{
  for (guint i = list->cards->len; i > 0; i--)
    {
      if (!has_guide (view, marathon_guide_card_get_guide (list->cards->pdata[i - 1])))
        drop_card (list, i - 1);
    }
}

static void
set_can_add (MarathonGuideList *list, gboolean can_add)
{
  if (list->can_add == can_add)
    return;
  list->can_add = can_add;
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_CAN_ADD]);
}

/* --- The widget --- */

static void
marathon_guide_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CAN_ADD:
      g_value_set_boolean (value, MARATHON_GUIDE_LIST (object)->can_add);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_guide_list_dispose (GObject *object)
{
  MarathonGuideList *list = MARATHON_GUIDE_LIST (object);

  g_clear_object (&list->document);
  g_clear_pointer (&list->cards, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_GUIDE_LIST);
  G_OBJECT_CLASS (marathon_guide_list_parent_class)->dispose (object);
}

static void
marathon_guide_list_class_init (MarathonGuideListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_guide_list_get_property;
  object_class->dispose = marathon_guide_list_dispose;
  properties[PROP_CAN_ADD] = g_param_spec_boolean ("can-add", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REFUSED] = g_signal_new ("refused", MARATHON_TYPE_GUIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", MARATHON_TYPE_GUIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ENTRANT] = g_signal_new ("show-entrant", MARATHON_TYPE_GUIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/entrants/guide-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonGuideList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, marathon_guide_list_add);
}

static void
marathon_guide_list_init (MarathonGuideList *list)
{
  list->cards = g_ptr_array_new ();
  marathon_id_source_init_random (&list->ids);
  gtk_widget_init_template (GTK_WIDGET (list));
}

void
marathon_guide_list_show (MarathonGuideList *list, MarathonDocument *document, guint64 athlete)
{
  if (list->document == document && list->athlete == athlete)
    return;
  drop_cards (list, 0);
  g_set_object (&list->document, document);
  list->athlete = athlete;
  marathon_guide_list_refresh (list);
}

void
marathon_guide_list_refresh (MarathonGuideList *list)
{
  MarathonDetailsView view = { 0 };
  guint position, most = 0;

  if (find_athlete (list, &position))
    {
      get_view (list, position, &view);
      most = marathon_event_get_rules (marathon_document_get_event (list->document))->guides_max;
      most = MIN (most, MARATHON_MAX_GUIDES);
    }
  set_can_add (list, view.n_guides < most && !marathon_document_is_read_only (list->document));
  drop_gone (list, &view);
  drop_cards (list, count_same (list, &view));
  for (guint i = list->cards->len; i < view.n_guides; i++)
    add_card (list, view.guides[i].id);
  for (guint i = 0; i < list->cards->len; i++)
    marathon_guide_card_refresh (list->cards->pdata[i]);
}

void
marathon_guide_list_add (MarathonGuideList *list)
{
  g_autoptr (GError) error = NULL;
  guint position;

  if (!list->can_add || !find_athlete (list, &position))
    return;
  if (!marathon_entrant_add_guide (marathon_document_get_history (list->document), position, &list->ids, &error))
    {
      g_signal_emit (list, signals[REFUSED], 0, error->message);
      return;
    }
  marathon_guide_list_refresh (list);
  marathon_guide_card_focus (list->cards->pdata[list->cards->len - 1], "");
}

gboolean
marathon_guide_list_commit (MarathonGuideList *list)
{
  gboolean accepted = TRUE;

  for (guint i = 0; i < list->cards->len; i++)
    accepted &= marathon_guide_card_commit (list->cards->pdata[i]);
  return accepted;
}

gboolean
marathon_guide_list_is_dirty (MarathonGuideList *list)
{
  for (guint i = 0; i < list->cards->len; i++)
    if (marathon_guide_card_is_dirty (list->cards->pdata[i]))
      return TRUE;
  return FALSE;
}

void
marathon_guide_list_revert (MarathonGuideList *list)
{
  for (guint i = 0; i < list->cards->len; i++)
    marathon_guide_card_revert (list->cards->pdata[i]);
}

MarathonFieldRow *
marathon_guide_list_find_refused (MarathonGuideList *list)
{
  MarathonFieldRow *row = NULL;

  for (guint i = 0; i < list->cards->len && row == NULL; i++)
    row = marathon_guide_card_find_refused (list->cards->pdata[i]);
  return row;
}
