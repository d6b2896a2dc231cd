/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPage: what all pages have in common.
 */
#include "pages/page.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *title;
  char *icon_name;
  char *count;
  MarathonDocument *document;
  MarathonProblemsWatch *problems;
  GSimpleActionGroup *actions;
  gboolean told_read_only;
} MarathonPagePrivate;

enum {
  PROP_TITLE = 1,
  PROP_ICON_NAME,
  PROP_COUNT,
  PROP_DOCUMENT,
  PROP_READ_ONLY,
  N_PROPS,
};

enum {
  TOAST,
  SHOW_PAGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MarathonPage, marathon_page, ADW_TYPE_BIN)

static MarathonPagePrivate *
get_private (MarathonPage *page)
{
  return marathon_page_get_instance_private (page);
}

static gboolean
replace_text (char **text, const char *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

static void
marathon_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonPagePrivate *private = get_private (MARATHON_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, private->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, private->icon_name);
      break;
    case PROP_COUNT:
      g_value_set_string (value, private->count);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, private->document);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, marathon_page_is_read_only (MARATHON_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonPagePrivate *private = get_private (MARATHON_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      if (replace_text (&private->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ICON_NAME:
      if (replace_text (&private->icon_name, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_page_dispose (GObject *object)
{
  marathon_page_set_document (MARATHON_PAGE (object), NULL, NULL);
  g_clear_object (&get_private (MARATHON_PAGE (object))->actions);
  G_OBJECT_CLASS (marathon_page_parent_class)->dispose (object);
}

static void
marathon_page_finalize (GObject *object)
{
  MarathonPagePrivate *private = get_private (MARATHON_PAGE (object));

  g_free (private->title);
  g_free (private->icon_name);
  g_free (private->count);
  G_OBJECT_CLASS (marathon_page_parent_class)->finalize (object);
}

static void
marathon_page_class_init (MarathonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_page_get_property;
  object_class->set_property = marathon_page_set_property;
  object_class->dispose = marathon_page_dispose;
  object_class->finalize = marathon_page_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, MARATHON_TYPE_DOCUMENT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOAST] = g_signal_new ("toast", MARATHON_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, ADW_TYPE_TOAST);
  signals[SHOW_PAGE] = g_signal_new ("show-page", MARATHON_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
marathon_page_init (MarathonPage *page)
{
  MarathonPagePrivate *private = get_private (page);

  private->count = g_strdup ("");
  private->actions = g_simple_action_group_new ();
}

static void
tell_read_only (MarathonPage *page)
{
  MarathonPagePrivate *private = get_private (page);

  if (private->told_read_only == marathon_page_is_read_only (page))
    return;
  private->told_read_only = !private->told_read_only;
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_READ_ONLY]);
}

void
marathon_page_set_document (MarathonPage *page, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonPagePrivate *private = get_private (page);
  g_autoptr (MarathonDocument) old_document = NULL;
  g_autoptr (MarathonProblemsWatch) old_problems = NULL;

  g_return_if_fail (MARATHON_IS_PAGE (page));
  g_return_if_fail ((document == NULL) == (problems == NULL));

  if (private->document == document)
    return;
  if (private->document != NULL && document != NULL)
    marathon_page_set_document (page, NULL, NULL);

  /* What the page lets go of must live until it has. */
  if (private->document != NULL)
    g_signal_handlers_disconnect_by_func (marathon_document_get_history (private->document), tell_read_only, page);
  old_document = g_steal_pointer (&private->document);
  old_problems = g_steal_pointer (&private->problems);
  g_set_object (&private->document, document);
  g_set_object (&private->problems, problems);
  if (document != NULL)
    g_signal_connect_object (marathon_document_get_history (document), "notify::read-only", G_CALLBACK (tell_read_only),
                             page, G_CONNECT_SWAPPED);
  if (MARATHON_PAGE_GET_CLASS (page)->set_document != NULL)
    MARATHON_PAGE_GET_CLASS (page)->set_document (page, document, problems);
  tell_read_only (page);
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_DOCUMENT]);
}

MarathonDocument *
marathon_page_get_document (MarathonPage *page)
{
  return get_private (page)->document;
}

MarathonProblemsWatch *
marathon_page_get_problems (MarathonPage *page)
{
  return get_private (page)->problems;
}

gboolean
marathon_page_is_read_only (MarathonPage *page)
{
  MarathonDocument *document = get_private (page)->document;

  return document != NULL && marathon_document_is_read_only (document);
}

const char *
marathon_page_get_title (MarathonPage *page)
{
  return get_private (page)->title;
}

const char *
marathon_page_get_icon_name (MarathonPage *page)
{
  return get_private (page)->icon_name;
}

const char *
marathon_page_get_count (MarathonPage *page)
{
  return get_private (page)->count;
}

void
marathon_page_set_count (MarathonPage *page, const char *count)
{
  if (replace_text (&get_private (page)->count, count))
    g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_COUNT]);
}

GSimpleActionGroup *
marathon_page_get_actions (MarathonPage *page)
{
  return get_private (page)->actions;
}

void
marathon_page_enable_edit (MarathonPage *page, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (get_private (page)->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled && !marathon_page_is_read_only (page));
}

void
marathon_page_enter (MarathonPage *page)
{
  if (MARATHON_PAGE_GET_CLASS (page)->enter != NULL)
    MARATHON_PAGE_GET_CLASS (page)->enter (page);
}

gboolean
marathon_page_commit (MarathonPage *page)
{
  return MARATHON_PAGE_GET_CLASS (page)->commit == NULL || MARATHON_PAGE_GET_CLASS (page)->commit (page);
}

gboolean
marathon_page_undo_typing (MarathonPage *page)
{
  return MARATHON_PAGE_GET_CLASS (page)->undo_typing != NULL && MARATHON_PAGE_GET_CLASS (page)->undo_typing (page);
}

void
marathon_page_show (MarathonPage *page, const char *what)
{
  if (MARATHON_PAGE_GET_CLASS (page)->show != NULL)
    MARATHON_PAGE_GET_CLASS (page)->show (page, what);
}

void
marathon_page_tell (MarathonPage *page, const char *text, gboolean with_undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autoptr (AdwToast) toast = g_object_ref_sink (adw_toast_new (markup));

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_signal_emit (page, signals[TOAST], 0, toast);
}

void
marathon_page_tell_error (MarathonPage *page, const GError *error)
{
  if (error != NULL)
    marathon_page_tell (page, error->message, FALSE);
}

void
marathon_page_show_page (MarathonPage *page, const char *name, const char *what)
{
  g_signal_emit (page, signals[SHOW_PAGE], 0, name, what);
}
