/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PlainPage.
 */
#include "pages/plain-page.h"

struct _PlainPage {
  MarathonPage parent_instance;

  GString *log;
};

G_DEFINE_FINAL_TYPE (PlainPage, plain_page, MARATHON_TYPE_PAGE)

static void
set_document (MarathonPage *page, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  g_string_append (PLAIN_PAGE (page)->log, document != NULL ? " document+" : " document-");
}

static void
enter (MarathonPage *page)
{
  g_string_append (PLAIN_PAGE (page)->log, " enter");
}

static void
show (MarathonPage *page, const char *what)
{
  g_string_append_printf (PLAIN_PAGE (page)->log, " show:%s", what);
}

static void
plain_page_finalize (GObject *object)
{
  g_string_free (PLAIN_PAGE (object)->log, TRUE);
  G_OBJECT_CLASS (plain_page_parent_class)->finalize (object);
}

static void
plain_page_class_init (PlainPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plain_page_finalize;
  MARATHON_PAGE_CLASS (klass)->set_document = set_document;
  MARATHON_PAGE_CLASS (klass)->enter = enter;
  MARATHON_PAGE_CLASS (klass)->show = show;
}

static void
plain_page_init (PlainPage *page)
{
  page->log = g_string_new (NULL);
}

MarathonPage *
plain_page_new (const char *name, const char *title)
{
  return g_object_new (PLAIN_TYPE_PAGE, "name", name, "title", title, "icon-name", "folder-symbolic", NULL);
}

const char *
plain_page_get_log (PlainPage *page)
{
  return page->log->str;
}
