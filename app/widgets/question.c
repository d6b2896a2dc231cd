/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions, messages, and the choice of files.
 */
#include "widgets/question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/entry-list-file.h"

typedef struct {
  MarathonAnswerFunc func;
  gpointer user_data;
} Question;

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  /* The answer may close the parent; GTK 4.8 would look at it once more when the dialog goes. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (question->func != NULL)
    question->func (response, question->user_data);
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkWindow *
marathon_ask (GtkWindow            *parent,
              const char           *heading,
              const char           *body,
              const MarathonAnswer *answers,
              guint                 n_answers,
              MarathonAnswerFunc    func,
              gpointer              user_data)
{
  /* They may name a file, and names of files need not be text. */
  g_autofree char *shown_heading = heading != NULL ? g_utf8_make_valid (heading, -1) : NULL;
  g_autofree char *shown_body = body != NULL ? g_utf8_make_valid (body, -1) : NULL;
  GtkWidget *dialog = adw_message_dialog_new (parent, shown_heading, shown_body);
  gboolean is_destructive = answers[n_answers - 1].appearance == ADW_RESPONSE_DESTRUCTIVE;
  Question *question = g_new (Question, 1);

  question->func = func;
  question->user_data = user_data;
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answers[i].id, answers[i].appearance);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           is_destructive ? answers[0].id : answers[n_answers - 1].id);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

GtkWindow *
marathon_tell (GtkWindow *parent, const char *heading, const char *body)
{
  const MarathonAnswer close = { "close", _ ("_Close"), ADW_RESPONSE_DEFAULT };

  return marathon_ask (parent, heading, body, &close, 1, NULL, NULL);
}

/* --- Files --- */

typedef struct {
  MarathonPathFunc func;
  gpointer user_data;
} Choosing;

static void
on_file_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choosing *choosing = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  /* Our own reference: what follows may close the parent. */
  g_object_ref (dialog);
  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  choosing->func (path, choosing->user_data);
  g_object_set_data (G_OBJECT (gtk_native_dialog_get_transient_for (dialog)), "marathon-file-choice", NULL);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *patterns != NULL; patterns++)
    gtk_file_filter_add_suffix (filter, *patterns);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, MarathonChoice choice)
{
  const char *const events[] = { "marathon", NULL };
  const char *const tables[] = { marathon_entry_list_get_endings ()[0], NULL };
  const char *const documents[] = { "pdf", NULL };
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (choice == MARATHON_CHOOSE_OPEN || choice == MARATHON_CHOOSE_SAVE)
    add_filter (chooser, _ ("Events"), events);
  if (choice == MARATHON_CHOOSE_OPEN || choice == MARATHON_CHOOSE_IMPORT)
    add_filter (chooser, _ ("Entry Lists"), marathon_entry_list_get_endings ());
  if (choice == MARATHON_CHOOSE_SAVE_LIST)
    add_filter (chooser, _ ("Tables (CSV)"), tables);
  if (choice == MARATHON_CHOOSE_SAVE_PDF)
    add_filter (chooser, _ ("Documents (PDF)"), documents);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static gboolean
is_save (MarathonChoice choice)
{
  return choice == MARATHON_CHOOSE_SAVE || choice == MARATHON_CHOOSE_SAVE_LIST || choice == MARATHON_CHOOSE_SAVE_PDF;
}

static void
suggest (GtkFileChooser *chooser, MarathonChoice choice, const char *suggestion)
{
  g_autofree char *name = g_path_get_basename (suggestion);

  if (g_path_is_absolute (suggestion))
    {
      g_autofree char *folder = g_path_get_dirname (suggestion);
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (chooser, file, NULL);
    }
  if (is_save (choice))
    gtk_file_chooser_set_current_name (chooser, name);
}

void
marathon_choose_file (GtkWindow       *parent,
                      MarathonChoice   choice,
                      const char      *title,
                      const char      *suggestion,
                      MarathonPathFunc func,
                      gpointer         user_data)
{
  GtkFileChooserAction action = is_save (choice) ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  const char *accept = is_save (choice) ? _ ("_Save") : choice == MARATHON_CHOOSE_OPEN ? _ ("_Open") : _ ("_Import");
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  Choosing *choosing = g_new (Choosing, 1);

  choosing->func = func;
  choosing->user_data = user_data;
  add_filters (GTK_FILE_CHOOSER (dialog), choice);
  if (suggestion != NULL)
    suggest (GTK_FILE_CHOOSER (dialog), choice, suggestion);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_file_chosen), choosing, (GClosureNotify) (GCallback) g_free, 0);
  /* A native dialog is nobody's child: the parent keeps it as long as it is open. */
  g_object_set_data_full (G_OBJECT (parent), "marathon-file-choice", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
