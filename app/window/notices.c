/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonNotices: three bars, each shown for as long as its sentence is true.
 */
#include "window/notices.h"

#include <glib/gi18n-lib.h>

#include "document/file-watch.h"
#include "widgets/interface.h"

struct _MarathonNotices {
  AdwBin parent_instance;

  GtkWidget *unkept;
  GtkLabel *unkept_text;
  GtkWidget *changed;
  GtkLabel *changed_text;
  GtkWidget *reload;
  GtkWidget *read_only;
  GtkLabel *read_only_text;

  MarathonDocument *document;
  MarathonFileWatch *watch;
  GSignalGroup *document_signals;
  GSignalGroup *history_signals;
  GSignalGroup *journal_signals;
  GSignalGroup *watch_signals;
};

G_DEFINE_FINAL_TYPE (MarathonNotices, marathon_notices, ADW_TYPE_BIN)

/* --- What is said --- */

static void
show (GtkWidget *bar, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (bar, text != NULL);
}

static void
show_unkept (MarathonNotices *notices)
{
  MarathonJournal *journal = notices->document != NULL ? marathon_document_get_journal (notices->document) : NULL;
  gboolean failed = journal != NULL && marathon_journal_get_state (journal) == MARATHON_JOURNAL_FAILED;

  const char *failure = failed ? marathon_journal_get_failure (journal) : NULL;
  /* Translators: %s is a sentence or two on why, and what can be done. */
  g_autofree char *text = failed ? g_strdup_printf (_ ("What you change now is not kept until you save. %s"), failure != NULL ? failure : "") : NULL;

  show (notices->unkept, notices->unkept_text, text);
}

static char *
describe_change (MarathonNotices *notices)
{
  MarathonFileWatchState state = notices->watch != NULL ? marathon_file_watch_get_state (notices->watch) : MARATHON_FILE_WATCH_SAME;
  g_autofree char *name = NULL;

  if (state == MARATHON_FILE_WATCH_SAME)
    return NULL;
  name = g_filename_display_basename (marathon_document_get_path (notices->document));
  if (state == MARATHON_FILE_WATCH_GONE)
    return g_strdup_printf (_ ("“%s” is not where it was: it was moved, renamed or deleted. Saving writes it again."), name);
  if (marathon_document_is_modified (notices->document))
    return g_strdup_printf (_ ("Another program has changed “%s”. Your changes can be saved as another file."), name);
  return g_strdup_printf (_ ("Another program has changed “%s”. What is shown here is older."), name);
}

static void
show_changed (MarathonNotices *notices)
{
  g_autofree char *text = describe_change (notices);

  show (notices->changed, notices->changed_text, text);
  gtk_widget_set_visible (notices->reload,
                          notices->watch != NULL && marathon_file_watch_get_state (notices->watch) == MARATHON_FILE_WATCH_CHANGED);
}

static void
show_read_only (MarathonNotices *notices)
{
  MarathonHistory *history = notices->document != NULL ? marathon_document_get_history (notices->document) : NULL;

  show (notices->read_only, notices->read_only_text, history != NULL ? marathon_history_get_read_only_reason (history) : NULL);
}

/* --- The class --- */

static void
marathon_notices_dispose (GObject *object)
{
  MarathonNotices *notices = MARATHON_NOTICES (object);

  g_clear_object (&notices->document_signals);
  g_clear_object (&notices->history_signals);
  g_clear_object (&notices->journal_signals);
  g_clear_object (&notices->watch_signals);
  g_clear_object (&notices->watch);
  g_clear_object (&notices->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_NOTICES);
  G_OBJECT_CLASS (marathon_notices_parent_class)->dispose (object);
}

static void
marathon_notices_class_init (MarathonNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_notices_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/notices.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, unkept);
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, unkept_text);
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, changed);
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, changed_text);
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, reload);
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, read_only);
  gtk_widget_class_bind_template_child (widget_class, MarathonNotices, read_only_text);
}

static void
marathon_notices_init (MarathonNotices *notices)
{
  gtk_widget_init_template (GTK_WIDGET (notices));
  notices->document_signals = g_signal_group_new (MARATHON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (notices->document_signals, "notify", G_CALLBACK (show_changed), notices);
  notices->history_signals = g_signal_group_new (MARATHON_TYPE_HISTORY);
  g_signal_group_connect_swapped (notices->history_signals, "notify::read-only-reason", G_CALLBACK (show_read_only), notices);
  notices->journal_signals = g_signal_group_new (MARATHON_TYPE_JOURNAL);
  g_signal_group_connect_swapped (notices->journal_signals, "notify", G_CALLBACK (show_unkept), notices);
  notices->watch_signals = g_signal_group_new (MARATHON_TYPE_FILE_WATCH);
  g_signal_group_connect_swapped (notices->watch_signals, "notify::state", G_CALLBACK (show_changed), notices);
}

void
marathon_notices_set_document (MarathonNotices *notices, MarathonDocument *document)
{
  if (!g_set_object (&notices->document, document))
    return;
  g_clear_object (&notices->watch);
  if (document != NULL)
    notices->watch = marathon_file_watch_new (document);
  g_signal_group_set_target (notices->document_signals, document);
  g_signal_group_set_target (notices->history_signals, document != NULL ? marathon_document_get_history (document) : NULL);
  g_signal_group_set_target (notices->journal_signals, document != NULL ? marathon_document_get_journal (document) : NULL);
  g_signal_group_set_target (notices->watch_signals, notices->watch);
  show_unkept (notices);
  show_read_only (notices);
  show_changed (notices);
}

void
marathon_notices_look (MarathonNotices *notices)
{
  if (notices->watch != NULL)
    marathon_file_watch_look (notices->watch);
}
