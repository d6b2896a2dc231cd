/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantHeading: four labels.
 */
#include "pages/entrants/entrant-heading.h"

#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "model/category.h"
#include "model/wave.h"
#include "widgets/interface.h"

struct _MarathonEntrantHeading {
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *number; /* the id, of somebody without a name */
  GtkLabel *status;
  GtkLabel *line;
};

G_DEFINE_FINAL_TYPE (MarathonEntrantHeading, marathon_entrant_heading, ADW_TYPE_BIN)

static void
add_words (GString *line, const char *words)
{
  if (*words == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
}

static char *
describe_places (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonCategory *category = marathon_event_get_record (event, MARATHON_LIST_CATEGORIES, entrant->category);
  MarathonWave *wave = marathon_event_get_record (event, MARATHON_LIST_WAVES, entrant->wave);
  GString *line = g_string_new (NULL);

  add_words (line, marathon_event_text (event, entrant->bib));
  add_words (line, category != NULL ? category->name : "");
  /* A category often has a wave of its own, of the same name. */
  if (wave != NULL && (category == NULL || strcmp (wave->name, category->name) != 0))
    add_words (line, wave->name);
  return g_string_free (line, FALSE);
}

static void
show_status (MarathonEntrantHeading *heading, MarathonStatus status)
{
  gtk_label_set_label (heading->status, _ (marathon_status_words[status].label));
  for (MarathonStatus other = 0; other < MARATHON_N_STATUSES; other++)
    gtk_widget_remove_css_class (GTK_WIDGET (heading->status), marathon_status_words[other].word);
  gtk_widget_add_css_class (GTK_WIDGET (heading->status), marathon_status_words[status].word);
}

/* Somebody without a name is told from others by the id. */
static void
show_name (MarathonEntrantHeading *heading, MarathonEvent *event, const MarathonEntrant *entrant)
{
  g_autofree char *name = marathon_event_get_full_name (event, entrant);
  gboolean is_nameless = *name == '\0';
  char id[17];

  marathon_id_write (entrant->id, id);
  gtk_label_set_label (heading->name, is_nameless ? _ ("(no name)") : name);
  gtk_label_set_label (heading->number, is_nameless ? id : "");
  gtk_widget_set_visible (GTK_WIDGET (heading->number), is_nameless);
}

static void
marathon_entrant_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_ENTRANT_HEADING);
  G_OBJECT_CLASS (marathon_entrant_heading_parent_class)->dispose (object);
}

static void
marathon_entrant_heading_class_init (MarathonEntrantHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_entrant_heading_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MARATHON_RESOURCES "/ui/pages/entrants/entrant-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantHeading, name);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantHeading, number);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantHeading, status);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantHeading, line);
}

static void
marathon_entrant_heading_init (MarathonEntrantHeading *heading)
{
  gtk_widget_init_template (GTK_WIDGET (heading));
}

void
marathon_entrant_heading_show (MarathonEntrantHeading *heading, MarathonEvent *event, const MarathonEntrant *entrant)
{
  g_autofree char *line = NULL;

  gtk_widget_set_visible (GTK_WIDGET (heading->status), entrant != NULL);
  gtk_widget_set_visible (GTK_WIDGET (heading->line), entrant != NULL);
  if (entrant == NULL)
    {
      gtk_label_set_label (heading->name, _ ("New Entrant"));
      gtk_widget_set_visible (GTK_WIDGET (heading->number), FALSE);
      return;
    }
  line = describe_places (event, entrant);
  show_name (heading, event, entrant);
  gtk_label_set_label (heading->line, line);
  show_status (heading, (MarathonStatus) entrant->status);
}
