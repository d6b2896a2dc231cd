/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibStates: the legend, and the bar.
 */
#include "pages/bibs/bib-states.h"

#include <glib/gi18n-lib.h>

#include "pages/bibs/part-bar.h"
#include "widgets/interface.h"
#include "widgets/wrap-layout.h"

/* Classes of the parts in ui/style.css. */
static const char *const classes[MARATHON_N_BIB_STATES] = {
  [MARATHON_BIB_STATE_FREE] = "free",         [MARATHON_BIB_STATE_RESERVED] = "reserved",
  [MARATHON_BIB_STATE_ASSIGNED] = "assigned", [MARATHON_BIB_STATE_PINNED] = "pinned",
  [MARATHON_BIB_STATE_PRINTED] = "printed",   [MARATHON_BIB_STATE_COLLECTED] = "collected",
  [MARATHON_BIB_STATE_VOID] = "void",
};

/* In the order in which they are told: who has them first, then what is left. */
static const MarathonBibState order[MARATHON_N_BIB_STATES] = {
  MARATHON_BIB_STATE_COLLECTED, MARATHON_BIB_STATE_PRINTED, MARATHON_BIB_STATE_PINNED,   MARATHON_BIB_STATE_ASSIGNED,
  MARATHON_BIB_STATE_VOID,      MARATHON_BIB_STATE_FREE,    MARATHON_BIB_STATE_RESERVED,
};

struct _MarathonBibStates {
  AdwBin parent_instance;

  MarathonPartBar *bar;
  GtkBox *legend;
  GtkLabel *entries[MARATHON_N_BIB_STATES];
};

G_DEFINE_FINAL_TYPE (MarathonBibStates, marathon_bib_states, ADW_TYPE_BIN)

static void
add_entry (MarathonBibStates *states, MarathonBibState state)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = adw_bin_new ();
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (dot, "part-dot");
  gtk_widget_add_css_class (dot, classes[state]);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (entry), dot);
  gtk_box_append (GTK_BOX (entry), label);
  gtk_box_append (states->legend, entry);
  states->entries[state] = GTK_LABEL (label);
}

static void
marathon_bib_states_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_BIB_STATES);
  G_OBJECT_CLASS (marathon_bib_states_parent_class)->dispose (object);
}

static void
marathon_bib_states_class_init (MarathonBibStatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_bib_states_dispose;
  g_type_ensure (MARATHON_TYPE_PART_BAR);
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/bibs/bib-states.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonBibStates, bar);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibStates, legend);
}

static void
marathon_bib_states_init (MarathonBibStates *states)
{
  const char *parts[MARATHON_N_BIB_STATES + 1] = { NULL };

  gtk_widget_init_template (GTK_WIDGET (states));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      parts[i] = classes[order[i]];
      add_entry (states, order[i]);
    }
  marathon_part_bar_set_parts (states->bar, parts);
}

void
marathon_bib_states_show (MarathonBibStates *states, const MarathonBibLedger *ledger, guint block)
{
  guint64 counts[MARATHON_N_BIB_STATES] = { 0 };
  gboolean is_known = ledger != NULL && block < marathon_bib_ledger_get_n_blocks (ledger);

  for (guint i = 0; is_known && i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *number = NULL, *text = NULL;

      counts[i] = marathon_bib_ledger_count (ledger, block, order[i]);
      number = g_strdup_printf ("%'" G_GUINT64_FORMAT, counts[i]);
      /* Translators: what is counted, then how many: "Free: 12". */
      text = g_strdup_printf (_ ("%s: %s"), marathon_bib_state_get_label (order[i]), number);
      gtk_label_set_label (states->entries[order[i]], text);
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (states->entries[order[i]])), counts[i] > 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (states), is_known);
  marathon_part_bar_set_counts (states->bar, counts, G_N_ELEMENTS (counts));
}
