/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPlanDialog: planning in a thread, what is shown of the plan, and applying it.
 */
#include "pages/plans/plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "editing/plan-edit.h"
#include "pages/plans/plan-table.h"
#include "pages/plans/plan-words.h"
#include "widgets/interface.h"

/* More changes than these take longer to apply than a frame or two. */
#define MANY_CHANGES 20000u

struct _MarathonPlanDialog {
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkWidget *modes;
  GtkToggleButton *renumber;
  GtkLabel *mode_note;
  GtkStack *stack;
  GtkWidget *busy;
  GtkWidget *spinner;
  GtkLabel *busy_label;
  AdwStatusPage *status;
  GtkWidget *go;
  GtkLabel *headline;
  GtkLabel *rest;
  GtkWidget *waiting;
  GtkLabel *waiting_label;
  GtkButton *plan_first;
  MarathonPlanTable *table;

  MarathonDocument *document;
  const MarathonPlanWords *words;
  MarathonPlanPreview *preview; /* NULL while it is being made */
  GCancellable *planning;       /* of the one that is being made */
  guint64 state;                /* of the history: what was planned */
  gboolean is_applying;
  gboolean has_chosen; /* how bibs are given: the keyboard is where it was chosen */
};

enum {
  APPLIED,
  SHOW_ENTRANT,
  SHOW_PAGE,
  SHOW_PLAN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonPlanDialog, marathon_plan_dialog, ADW_TYPE_WINDOW)

static MarathonHistory *
get_history (MarathonPlanDialog *dialog)
{
  return marathon_document_get_history (dialog->document);
}

static gboolean
is_renumbering (MarathonPlanDialog *dialog)
{
  return dialog->words->field == MARATHON_FIELD_BIB && gtk_toggle_button_get_active (dialog->renumber);
}

/* Says something and closes: who listens must hear it before the window lets go of everybody. */
#define leave(dialog, signal, argument) \
  G_STMT_START \
  { \
    g_object_ref (dialog); \
    g_signal_emit (dialog, signals[signal], 0, argument); \
    gtk_window_close (GTK_WINDOW (dialog)); \
    g_object_unref (dialog); \
  } \
  G_STMT_END

/* --- What is shown --- */

static void
show_busy (MarathonPlanDialog *dialog, const char *text, gboolean at_once)
{
  gtk_label_set_label (dialog->busy_label, text);
  gtk_widget_set_visible (dialog->spinner, !at_once);
  if (at_once)
    gtk_widget_remove_css_class (dialog->busy, "late");
  gtk_stack_set_visible_child_name (dialog->stack, "busy");
  gtk_widget_set_sensitive (dialog->accept, FALSE);
}

static void
show_status (MarathonPlanDialog *dialog, const char *icon_name, const char *title, const char *description, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (dialog->status, icon_name);
  adw_status_page_set_title (dialog->status, title);
  adw_status_page_set_description (dialog->status, markup);
  gtk_button_set_label (GTK_BUTTON (dialog->go), action != NULL ? action : "");
  gtk_widget_set_visible (dialog->go, action != NULL);
  gtk_stack_set_visible_child_name (dialog->stack, "status");
}

static void
show_lack (MarathonPlanDialog *dialog, MarathonPlanLack lack)
{
  const MarathonPlanLackWords *words = marathon_plan_words_get_lack (lack);

  show_status (dialog, words->icon_name, _ (words->title), _ (words->description), _ (words->action));
  gtk_widget_set_visible (dialog->modes, FALSE);
  gtk_widget_grab_focus (dialog->go);
}

static void
show_waiting (MarathonPlanDialog *dialog)
{
  MarathonField first;
  guint n = marathon_plan_preview_count_waiting (dialog->preview, &first);
  g_autofree char *text = marathon_plan_words_format_waiting (first, n);

  gtk_widget_set_visible (dialog->waiting, n > 0);
  gtk_label_set_label (dialog->waiting_label, text);
  gtk_button_set_label (dialog->plan_first, _ (marathon_plan_words_get (first)->action));
}

static void
show_plan (MarathonPlanDialog *dialog)
{
  g_autofree char *headline = marathon_plan_preview_format_headline (dialog->preview);
  g_autofree char *rest = marathon_plan_preview_format_rest (dialog->preview);
  gboolean any = marathon_plan_get_n_changes (marathon_plan_preview_get_plan (dialog->preview)) > 0;

  gtk_label_set_label (dialog->headline, headline);
  gtk_label_set_label (dialog->rest, rest);
  show_waiting (dialog);
  marathon_plan_table_set_preview (dialog->table, dialog->preview);
  gtk_stack_set_visible_child_name (dialog->stack, "plan");
  gtk_widget_set_sensitive (dialog->accept, any);
  /* What destroys is not to be done by a key that was meant for something else. */
  if (any && !is_renumbering (dialog) && !dialog->has_chosen)
    gtk_widget_grab_focus (dialog->accept);
  else if (!any)
    marathon_plan_table_focus (dialog->table);
}

static void
show_preview (MarathonPlanDialog *dialog)
{
  MarathonPlanLack lack = marathon_plan_preview_get_lack (dialog->preview);

  gtk_widget_set_visible (dialog->modes, dialog->words->field == MARATHON_FIELD_BIB);
  if (lack != MARATHON_PLAN_LACK_NONE)
    show_lack (dialog, lack);
  else if (!marathon_plan_preview_is_settled (dialog->preview))
    show_plan (dialog);
  else
    show_status (dialog, "emblem-ok-symbolic", _ ("Nothing to Change"),
                 is_renumbering (dialog) ? _ ("Everybody has the number already that a new numbering would give.")
                                         : _ (dialog->words->settled),
                 NULL);
}

/* --- Planning, in a thread --- */

typedef struct {
  MarathonEvent *snapshot;
  MarathonField field;
  MarathonBibPlanMode mode;
} Planning;

static void
planning_free (gpointer data)
{
  Planning *planning = data;

  g_object_unref (planning->snapshot);
  g_free (planning);
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Planning *planning = task_data;

  g_task_return_pointer (task, marathon_plan_preview_new (planning->snapshot, planning->field, planning->mode),
                         (GDestroyNotify) marathon_plan_preview_unref);
}

/* Who has been cancelled may not know the dialog any more. */
static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  MarathonPlanPreview *preview = g_task_propagate_pointer (G_TASK (result), NULL);
  MarathonPlanDialog *dialog = data;

  if (preview == NULL)
    return;
  dialog->preview = preview;
  g_clear_object (&dialog->planning);
  show_preview (dialog);
}

static void
forget_plan (MarathonPlanDialog *dialog)
{
  if (dialog->planning != NULL)
    g_cancellable_cancel (dialog->planning);
  g_clear_object (&dialog->planning);
  marathon_plan_table_set_preview (dialog->table, NULL);
  g_clear_pointer (&dialog->preview, marathon_plan_preview_unref);
}

static void
plan (MarathonPlanDialog *dialog)
{
  g_autoptr (GTask) task = NULL;
  Planning *planning = g_new0 (Planning, 1);

  forget_plan (dialog);
  show_busy (dialog, _ ("Planning…"), FALSE);
  dialog->state = marathon_history_get_state (get_history (dialog));
  dialog->planning = g_cancellable_new ();
  planning->snapshot = marathon_event_snapshot (marathon_document_get_event (dialog->document));
  planning->field = dialog->words->field;
  planning->mode = is_renumbering (dialog) ? MARATHON_BIB_PLAN_RENUMBER : MARATHON_BIB_PLAN_FILL;
  task = g_task_new (NULL, dialog->planning, on_planned, dialog);
  g_task_set_source_tag (task, plan);
  g_task_set_task_data (task, planning, planning_free);
  g_task_run_in_thread (task, plan_in_thread);
}

static void
on_event_changed (MarathonPlanDialog *dialog)
{
  if (!dialog->is_applying)
    plan (dialog);
}

static void
show_mode (MarathonPlanDialog *dialog)
{
  gboolean renumbers = is_renumbering (dialog);

  gtk_label_set_label (dialog->mode_note,
                       renumbers ? _ ("Everybody gets a new number. Only bibs that are pinned, printed or collected stay.")
                                 : _ ("Whoever has a bib keeps it."));
  gtk_button_set_label (GTK_BUTTON (dialog->accept), renumbers ? _ ("_Renumber") : _ ("_Apply"));
  gtk_widget_remove_css_class (dialog->accept, renumbers ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (dialog->accept, renumbers ? "destructive-action" : "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (dialog), renumbers ? NULL : dialog->accept);
}

static void
on_mode_toggled (MarathonPlanDialog *dialog)
{
  dialog->has_chosen = TRUE;
  show_mode (dialog);
  plan (dialog);
}

/* --- Applying --- */

static void
apply (MarathonPlanDialog *dialog)
{
  const MarathonPlan *proposal = marathon_plan_preview_get_plan (dialog->preview);
  g_autofree char *text = marathon_plan_words_format_applied (proposal->field, marathon_plan_get_n_changes (proposal));
  g_autoptr (GError) error = NULL;

  if (marathon_plan_apply (get_history (dialog), proposal, &error))
    leave (dialog, APPLIED, text);
  else
    {
      dialog->is_applying = FALSE;
      show_status (dialog, "dialog-error-symbolic", _ ("The Plan Cannot Be Applied"), error->message, NULL);
    }
}

/* The event has changed since somebody said so: they see first what would become of it now. */
static void
plan_again (MarathonPlanDialog *dialog)
{
  dialog->is_applying = FALSE;
  gtk_widget_set_sensitive (dialog->modes, TRUE);
  plan (dialog);
}

/* The second frame: what says that it may take a moment is on the screen. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MarathonPlanDialog *dialog = MARATHON_PLAN_DIALOG (widget);
  guint *n_frames = data;

  if ((*n_frames)++ == 0)
    return G_SOURCE_CONTINUE;
  if (marathon_history_get_state (get_history (dialog)) == dialog->state)
    apply (dialog);
  else
    plan_again (dialog);
  return G_SOURCE_REMOVE;
}

static void
on_accept (MarathonPlanDialog *dialog)
{
  guint n = marathon_plan_get_n_changes (marathon_plan_preview_get_plan (dialog->preview));
  g_autofree char *text = marathon_plan_words_format_applying (dialog->words->field, n);

  dialog->is_applying = TRUE;
  gtk_widget_set_sensitive (dialog->modes, FALSE);
  show_busy (dialog, text, n > MANY_CHANGES);
  gtk_widget_add_tick_callback (GTK_WIDGET (dialog), on_frame, g_new0 (guint, 1), g_free);
}

/* --- Ways out --- */

static void
on_chosen (MarathonPlanDialog *dialog, guint64 id)
{
  leave (dialog, SHOW_ENTRANT, id);
}

static void
on_go (MarathonPlanDialog *dialog)
{
  const char *page = marathon_plan_words_get_lack (marathon_plan_preview_get_lack (dialog->preview))->page;

  leave (dialog, SHOW_PAGE, page);
}

static void
on_plan_first (MarathonPlanDialog *dialog)
{
  MarathonField first;

  marathon_plan_preview_count_waiting (dialog->preview, &first);
  leave (dialog, SHOW_PLAN, (guint) first);
}

/* --- The class --- */

static void
marathon_plan_dialog_dispose (GObject *object)
{
  MarathonPlanDialog *dialog = MARATHON_PLAN_DIALOG (object);

  if (dialog->table != NULL)
    forget_plan (dialog);
  g_clear_object (&dialog->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_PLAN_DIALOG);
  G_OBJECT_CLASS (marathon_plan_dialog_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  static const struct {
    const char *name;
    GType type;
  } table[N_SIGNALS] = {
    [APPLIED] = { "applied", G_TYPE_STRING },
    [SHOW_ENTRANT] = { "show-entrant", G_TYPE_UINT64 },
    [SHOW_PAGE] = { "show-page", G_TYPE_STRING },
    [SHOW_PLAN] = { "show-plan", G_TYPE_UINT },
  };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (table[i].name, MARATHON_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, table[i].type);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, modes);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, renumber);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, mode_note);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, status);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, go);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, headline);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, rest);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, plan_first);
  gtk_widget_class_bind_template_child (widget_class, MarathonPlanDialog, table);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_first);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
marathon_plan_dialog_class_init (MarathonPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_plan_dialog_dispose;
  add_signals ();

  g_type_ensure (MARATHON_TYPE_PLAN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/plans/plan-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
marathon_plan_dialog_init (MarathonPlanDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWindow *
marathon_plan_dialog_new (GtkWindow *parent, MarathonDocument *document, MarathonField field)
{
  MarathonPlanDialog *dialog;

  g_return_val_if_fail (MARATHON_IS_DOCUMENT (document), NULL);

  dialog = g_object_new (MARATHON_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  dialog->document = g_object_ref (document);
  dialog->words = marathon_plan_words_get (field);
  gtk_window_set_title (GTK_WINDOW (dialog), _ (dialog->words->title));
  gtk_widget_set_visible (dialog->modes, field == MARATHON_FIELD_BIB);
  show_mode (dialog);
  g_signal_connect_object (get_history (dialog), "notify::state", G_CALLBACK (on_event_changed), dialog, G_CONNECT_SWAPPED);
  plan (dialog);
  return GTK_WINDOW (dialog);
}
