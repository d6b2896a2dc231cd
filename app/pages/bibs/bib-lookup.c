/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBibLookup: from what is typed to a sentence.
 */
#include "pages/bibs/bib-lookup.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

struct _MarathonBibLookup {
  AdwBin parent_instance;

  MarathonLedgerWatch *watch;
  guint64 holder; /* the entrant who has it, or whose guide; 0 for none */

  GtkSearchEntry *entry;
  GtkWidget *answer_row;
  GtkLabel *answer;
  GtkWidget *show;
};

static guint show_entrant_signal;

G_DEFINE_FINAL_TYPE (MarathonBibLookup, marathon_bib_lookup, ADW_TYPE_BIN)

/* Who is in the bin cannot be shown among the entrants. */
static guint64
get_holder (MarathonEvent *event, const MarathonBibEntry *entry)
{
  if ((entry->holder != MARATHON_HOLDER_ENTRANT && entry->holder != MARATHON_HOLDER_GUIDE)
      || entry->place != MARATHON_PLACE_ROSTER)
    return 0;
  return marathon_roster_get (marathon_event_get_roster (event), entry->position)->id;
}

static char *
describe (MarathonEvent *event, guint block, const MarathonBibEntry *entry)
{
  g_autofree char *sentence = marathon_bib_entry_describe (event, entry);
  MarathonRecord *record
      = block != G_MAXUINT ? marathon_record_list_get (marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS), block)
                           : NULL;

  if (record != NULL)
    /* Translators: what became of a number, "Printed for Amy Archer", and the name of its block of numbers */
    return g_strdup_printf (_ ("%s (block %s)"), sentence, marathon_record_get_name (record));
  if (entry->holder == MARATHON_HOLDER_NONE)
    return g_strdup (_ ("Nobody has it, and no block"));
  return g_strdup_printf (_ ("%s (in no block)"), sentence);
}

static char *
look (MarathonBibLookup *lookup, const char *bib)
{
  MarathonEvent *event = NULL;
  const MarathonBibLedger *ledger = lookup->watch != NULL ? marathon_ledger_watch_get (lookup->watch, &event) : NULL;
  MarathonBibEntry entry;
  guint block;

  lookup->holder = 0;
  if (ledger == NULL)
    return g_strdup ("");
  if (!marathon_bib_ledger_find (ledger, bib, &block, &entry))
    return g_strdup (_ ("That is no bib"));
  lookup->holder = get_holder (event, &entry);
  return describe (event, block, &entry);
}

void
marathon_bib_lookup_refresh (MarathonBibLookup *lookup)
{
  g_autofree char *bib = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (lookup->entry))));
  g_autofree char *text = *bib != '\0' ? look (lookup, bib) : g_strdup ("");

  gtk_label_set_label (lookup->answer, text);
  gtk_widget_set_visible (lookup->answer_row, *text != '\0');
  gtk_widget_set_visible (lookup->show, *bib != '\0' && lookup->holder != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lookup->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
on_show (MarathonBibLookup *lookup)
{
  if (gtk_widget_get_visible (lookup->show))
    g_signal_emit (lookup, show_entrant_signal, 0, lookup->holder);
}

static void
on_stop (MarathonBibLookup *lookup)
{
  gtk_editable_set_text (GTK_EDITABLE (lookup->entry), "");
}

static void
marathon_bib_lookup_dispose (GObject *object)
{
  g_clear_object (&MARATHON_BIB_LOOKUP (object)->watch);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_BIB_LOOKUP);
  G_OBJECT_CLASS (marathon_bib_lookup_parent_class)->dispose (object);
}

static void
marathon_bib_lookup_class_init (MarathonBibLookupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_bib_lookup_dispose;
  show_entrant_signal = g_signal_new ("show-entrant", MARATHON_TYPE_BIB_LOOKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT64);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/bibs/bib-lookup.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonBibLookup, entry);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibLookup, answer_row);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibLookup, answer);
  gtk_widget_class_bind_template_child (widget_class, MarathonBibLookup, show);
  gtk_widget_class_bind_template_callback (widget_class, marathon_bib_lookup_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
marathon_bib_lookup_init (MarathonBibLookup *lookup)
{
  gtk_widget_init_template (GTK_WIDGET (lookup));
}

void
marathon_bib_lookup_set_watch (MarathonBibLookup *lookup, MarathonLedgerWatch *watch)
{
  g_return_if_fail (MARATHON_IS_BIB_LOOKUP (lookup));

  g_set_object (&lookup->watch, watch);
  gtk_editable_set_text (GTK_EDITABLE (lookup->entry), "");
  marathon_bib_lookup_refresh (lookup);
}
