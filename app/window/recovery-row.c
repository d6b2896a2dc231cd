/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecoveryRow: the words, and two buttons.
 */
#include "window/recovery-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"
#include "window/recovery-words.h"

struct _MarathonRecoveryRow {
  AdwActionRow parent_instance;

  GtkWidget *recover;
  GtkWidget *discard;

  MarathonRecovery *recovery;
};

enum { RECOVER, DISCARD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonRecoveryRow, marathon_recovery_row, ADW_TYPE_ACTION_ROW)

static void
on_recover (MarathonRecoveryRow *row)
{
  g_signal_emit (row, signals[RECOVER], 0);
}

static void
on_discard (MarathonRecoveryRow *row)
{
  g_signal_emit (row, signals[DISCARD], 0);
}

static void
marathon_recovery_row_dispose (GObject *object)
{
  MarathonRecoveryRow *row = MARATHON_RECOVERY_ROW (object);

  g_clear_pointer (&row->recovery, marathon_recovery_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_RECOVERY_ROW);
  G_OBJECT_CLASS (marathon_recovery_row_parent_class)->dispose (object);
}

static void
marathon_recovery_row_class_init (MarathonRecoveryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_recovery_row_dispose;
  signals[RECOVER] = g_signal_new ("recover", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISCARD] = g_signal_new ("discard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/recovery-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonRecoveryRow, recover);
  gtk_widget_class_bind_template_child (widget_class, MarathonRecoveryRow, discard);
  gtk_widget_class_bind_template_callback (widget_class, on_recover);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
marathon_recovery_row_init (MarathonRecoveryRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
marathon_recovery_row_new (MarathonRecovery *recovery)
{
  MarathonRecoveryRow *row = g_object_new (MARATHON_TYPE_RECOVERY_ROW, NULL);
  g_autofree char *name = marathon_recovery_get_name (recovery);
  g_autofree char *changes = marathon_recovery_describe (recovery);
  g_autofree char *path = recovery->path != NULL ? g_filename_display_name (recovery->path) : g_strdup (_ ("Never saved to a file"));
  g_autofree char *what = g_strdup_printf ("%s\n%s", changes, path);

  row->recovery = recovery;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  gtk_widget_set_visible (row->recover, marathon_recovery_is_usable (recovery));
  return GTK_WIDGET (row);
}

MarathonRecovery *
marathon_recovery_row_get (MarathonRecoveryRow *row)
{
  return row->recovery;
}

void
marathon_recovery_row_focus (MarathonRecoveryRow *row)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (row->recover) ? row->recover : row->discard);
}

MarathonRecovery *
marathon_recovery_row_take (MarathonRecoveryRow *row)
{
  return g_steal_pointer (&row->recovery);
}
