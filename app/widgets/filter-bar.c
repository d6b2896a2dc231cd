/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFilterBar: from the field and the chips to one query, and back.
 */
#include "widgets/filter-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/filter-chip.h"
#include "widgets/interface.h"
#include "widgets/wrap-layout.h"

/* The chips that are terms of the query. */
enum { CATEGORY, WAVE, STATUS, N_TERMS };

static const MarathonField term_fields[N_TERMS] = { MARATHON_FIELD_CATEGORY, MARATHON_FIELD_WAVE, MARATHON_FIELD_STATUS };

struct _MarathonFilterBar {
  GtkWidget parent_instance;

  MarathonEvent *event;
  MarathonProblemsWatch *problems;
  GListStore *problem_choices;
  char *query; /* as last told */
  int problem;
  guint n_shown;
  guint n_all;
  guint n_busy; /* while several things change that are told as one */

  GtkWidget *entry;
  MarathonFilterChip *chips[N_TERMS];
  MarathonFilterChip *problem_chip;
  GtkWidget *count;
};

enum {
  PROP_QUERY = 1,
  PROP_PROBLEM,
  PROP_N_SHOWN,
  PROP_N_ALL,
  N_PROPS,
};

enum {
  LEAVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonFilterBar, marathon_filter_bar, GTK_TYPE_WIDGET)

/* --- What is asked for --- */

/* These are built-in fields: no event is asked for them. */
static const char *
get_key (guint term)
{
  return marathon_event_get_field (NULL, term_fields[term])->key;
}

/* The terms of the chips come first: a quote that is still open in the field would swallow them. */
static char *
make_query (MarathonFilterBar *bar)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (bar->entry))));

  for (guint i = 0; i < N_TERMS; i++)
    {
      const char *id = marathon_filter_chip_get_selected (bar->chips[i]);

      if (id != NULL)
        g_string_append_printf (query, "%s:%s ", get_key (i), *id != '\0' ? id : "\"\"");
    }
  g_string_append (query, text);
  g_strchomp (query->str);
  return g_string_free (g_steal_pointer (&query), FALSE);
}

static int
find_problem (MarathonFilterBar *bar)
{
  const char *id = marathon_filter_chip_get_selected (bar->problem_chip);

  return id != NULL ? (int) marathon_problem_find (id)->kind : -1;
}

static void
tell (MarathonFilterBar *bar)
{
  g_autofree char *query = NULL;

  if (bar->n_busy > 0)
    return;
  query = make_query (bar);
  g_object_freeze_notify (G_OBJECT (bar));
  if (g_strcmp0 (bar->query, query) != 0)
    {
      g_free (bar->query);
      bar->query = g_steal_pointer (&query);
      g_object_notify_by_pspec (G_OBJECT (bar), properties[PROP_QUERY]);
    }
  if (bar->problem != find_problem (bar))
    {
      bar->problem = find_problem (bar);
      g_object_notify_by_pspec (G_OBJECT (bar), properties[PROP_PROBLEM]);
    }
  g_object_thaw_notify (G_OBJECT (bar));
}

static void
begin (MarathonFilterBar *bar)
{
  bar->n_busy++;
}

static void
end (MarathonFilterBar *bar)
{
  bar->n_busy--;
  tell (bar);
}

static void
clear (MarathonFilterBar *bar)
{
  gtk_editable_set_text (GTK_EDITABLE (bar->entry), "");
  for (guint i = 0; i < N_TERMS; i++)
    marathon_filter_chip_set_selected (bar->chips[i], NULL);
  marathon_filter_chip_set_selected (bar->problem_chip, NULL);
}

/* --- The field --- */

static gboolean
on_key_pressed (MarathonFilterBar *bar, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (bar, signals[LEAVE], 0);
  return GDK_EVENT_STOP;
}

static void
on_activate (MarathonFilterBar *bar)
{
  g_signal_emit (bar, signals[LEAVE], 0);
}

static void
on_stop_search (MarathonFilterBar *bar)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (bar->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (bar->entry), "");
  else
    g_signal_emit (bar, signals[LEAVE], 0);
}

/* --- Terms of a query --- */

/* The end of the term that starts at @at: the next blank that is not in quotes. */
static const char *
find_end (const char *at)
{
  gboolean in_quotes = FALSE;

  for (; *at != '\0' && (in_quotes || !g_ascii_isspace (*at)); at++)
    if (*at == '"')
      in_quotes = !in_quotes;
  return at;
}

/* Gives the term to the chip that can show it; FALSE where there is none. */
static gboolean
take_term (MarathonFilterBar *bar, const char *term)
{
  for (guint i = 0; i < N_TERMS; i++)
    {
      g_autofree char *start = g_strconcat (get_key (i), ":", NULL);
      g_auto (GStrv) parts = NULL;
      g_autofree char *id = NULL;

      if (!g_str_has_prefix (term, start) || term[strlen (start)] == '\0')
        continue;
      parts = g_strsplit (term + strlen (start), "\"", -1);
      id = g_strjoinv ("", parts);
      if (marathon_filter_chip_get_selected (bar->chips[i]) != NULL || !marathon_filter_chip_has_choice (bar->chips[i], id))
        return FALSE;
      marathon_filter_chip_set_selected (bar->chips[i], id);
      return TRUE;
    }
  return FALSE;
}

/* Gives the chips their terms; returns what is left. */
static char *
take_terms (MarathonFilterBar *bar, const char *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *stop = find_end (text);
      g_autofree char *term = g_strndup (text, (gsize) (stop - text));

      if (*term != '\0' && !take_term (bar, term))
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", term);
      text = *stop != '\0' ? stop + 1 : stop;
    }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* --- Problems --- */

static void
show_problems (MarathonFilterBar *bar)
{
  const char *kept = marathon_filter_chip_get_selected (bar->problem_chip);
  const MarathonProblems *problems = marathon_problems_watch_get (bar->problems);

  /* While entrants come and go, what was known last is better than an empty list. */
  if (problems != NULL)
    marathon_filter_choices_show_problems (bar->problem_choices, problems, kept);
}

/* --- The count --- */

static void
show_count (MarathonFilterBar *bar)
{
  g_autofree char *text = NULL;

  if (bar->n_shown == bar->n_all)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entrant", "%'u entrants", bar->n_all), bar->n_all);
  else
    /* Translators: how many are shown, of how many: "12 of 36,337". */
    text = g_strdup_printf (_ ("%'u of %'u"), bar->n_shown, bar->n_all);
  gtk_label_set_label (GTK_LABEL (bar->count), text);
}

/* --- The widget --- */

static void
marathon_filter_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonFilterBar *bar = MARATHON_FILTER_BAR (object);

  switch (id)
    {
    case PROP_QUERY:
      g_value_set_string (value, bar->query);
      break;
    case PROP_PROBLEM:
      g_value_set_int (value, bar->problem);
      break;
    case PROP_N_SHOWN:
      g_value_set_uint (value, bar->n_shown);
      break;
    case PROP_N_ALL:
      g_value_set_uint (value, bar->n_all);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_number (MarathonFilterBar *bar, guint *number, guint value, GParamSpec *pspec)
{
  if (*number == value)
    return;
  *number = value;
  show_count (bar);
  g_object_notify_by_pspec (G_OBJECT (bar), pspec);
}

static void
marathon_filter_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonFilterBar *bar = MARATHON_FILTER_BAR (object);

  switch (id)
    {
    case PROP_N_SHOWN:
      set_number (bar, &bar->n_shown, g_value_get_uint (value), pspec);
      break;
    case PROP_N_ALL:
      set_number (bar, &bar->n_all, g_value_get_uint (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_filter_bar_dispose (GObject *object)
{
  MarathonFilterBar *bar = MARATHON_FILTER_BAR (object);

  begin (bar); /* nobody is told any more */
  if (bar->problems != NULL)
    g_signal_handlers_disconnect_by_func (bar->problems, show_problems, bar);
  g_clear_object (&bar->problems);
  g_clear_object (&bar->event);
  g_clear_object (&bar->problem_choices);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (marathon_filter_bar_parent_class)->dispose (object);
}

static void
marathon_filter_bar_finalize (GObject *object)
{
  g_free (MARATHON_FILTER_BAR (object)->query);
  G_OBJECT_CLASS (marathon_filter_bar_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags set = told | G_PARAM_WRITABLE;

  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", told);
  properties[PROP_PROBLEM] = g_param_spec_int ("problem", NULL, NULL, -1, MARATHON_N_PROBLEM_KINDS - 1, -1, told);
  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0, set);
  properties[PROP_N_ALL] = g_param_spec_uint ("n-all", NULL, NULL, 0, G_MAXUINT, 0, set);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_filter_bar_class_init (MarathonFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_filter_bar_get_property;
  object_class->set_property = marathon_filter_bar_set_property;
  object_class->dispose = marathon_filter_bar_dispose;
  object_class->finalize = marathon_filter_bar_finalize;
  install_properties (object_class);
  signals[LEAVE] = g_signal_new ("leave", MARATHON_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MARATHON_TYPE_FILTER_CHIP);
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterBar, entry);
  gtk_widget_class_bind_template_child_full (widget_class, "category", FALSE,
                                             G_STRUCT_OFFSET (MarathonFilterBar, chips[CATEGORY]));
  gtk_widget_class_bind_template_child_full (widget_class, "wave", FALSE, G_STRUCT_OFFSET (MarathonFilterBar, chips[WAVE]));
  gtk_widget_class_bind_template_child_full (widget_class, "status", FALSE,
                                             G_STRUCT_OFFSET (MarathonFilterBar, chips[STATUS]));
  gtk_widget_class_bind_template_child_full (widget_class, "problem", FALSE,
                                             G_STRUCT_OFFSET (MarathonFilterBar, problem_chip));
  gtk_widget_class_bind_template_child (widget_class, MarathonFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, tell);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
marathon_filter_bar_init (MarathonFilterBar *bar)
{
  g_autoptr (GListModel) statuses = marathon_filter_choices_new_words (marathon_status_words);

  bar->problem = -1;
  bar->query = g_strdup ("");
  bar->problem_choices = g_list_store_new (MARATHON_TYPE_FILTER_CHOICE);
  begin (bar);
  gtk_widget_init_template (GTK_WIDGET (bar));
  marathon_filter_chip_set_choices (bar->chips[STATUS], statuses);
  marathon_filter_chip_set_choices (bar->problem_chip, G_LIST_MODEL (bar->problem_choices));
  show_count (bar);
  end (bar);
}

/* --- Public --- */

static void
set_records (MarathonFilterBar *bar, guint term, MarathonListId list, const char *none)
{
  g_autoptr (GListModel) choices
    = bar->event != NULL ? marathon_filter_choices_new_records (marathon_event_get_list (bar->event, list), none) : NULL;

  marathon_filter_chip_set_choices (bar->chips[term], choices);
}

void
marathon_filter_bar_set_event (MarathonFilterBar *bar, MarathonEvent *event, MarathonProblemsWatch *problems)
{
  g_return_if_fail ((event == NULL) == (problems == NULL));

  begin (bar);
  clear (bar);
  if (bar->problems != NULL)
    g_signal_handlers_disconnect_by_func (bar->problems, show_problems, bar);
  g_set_object (&bar->event, event);
  g_set_object (&bar->problems, problems);
  set_records (bar, CATEGORY, MARATHON_LIST_CATEGORIES, _ ("No Category"));
  set_records (bar, WAVE, MARATHON_LIST_WAVES, _ ("No Wave"));
  g_list_store_remove_all (bar->problem_choices);
  if (problems != NULL)
    {
      g_signal_connect_object (problems, "changed", G_CALLBACK (show_problems), bar, G_CONNECT_SWAPPED);
      show_problems (bar);
    }
  end (bar);
}

const char *
marathon_filter_bar_get_query (MarathonFilterBar *bar)
{
  return bar->query;
}

int
marathon_filter_bar_get_problem (MarathonFilterBar *bar)
{
  return bar->problem;
}

void
marathon_filter_bar_set_query (MarathonFilterBar *bar, const char *text)
{
  g_autofree char *rest = NULL;

  begin (bar);
  clear (bar);
  rest = take_terms (bar, text);
  gtk_editable_set_text (GTK_EDITABLE (bar->entry), rest);
  gtk_editable_set_position (GTK_EDITABLE (bar->entry), -1);
  end (bar);
}

void
marathon_filter_bar_set_problem (MarathonFilterBar *bar, int problem)
{
  const char *id = problem >= 0 ? marathon_problem_get_info ((MarathonProblemKind) problem)->id : NULL;

  begin (bar);
  clear (bar);
  if (id != NULL && !marathon_filter_chip_has_choice (bar->problem_chip, id))
    marathon_filter_choices_show_problems (bar->problem_choices,
                                           bar->problems != NULL ? marathon_problems_watch_get (bar->problems) : NULL, id);
  marathon_filter_chip_set_selected (bar->problem_chip, id);
  end (bar);
}

void
marathon_filter_bar_clear (MarathonFilterBar *bar)
{
  begin (bar);
  clear (bar);
  end (bar);
}

gboolean
marathon_filter_bar_is_active (MarathonFilterBar *bar)
{
  return *bar->query != '\0' || bar->problem >= 0;
}

void
marathon_filter_bar_start_search (MarathonFilterBar *bar)
{
  gtk_widget_grab_focus (bar->entry);
  gtk_editable_select_region (GTK_EDITABLE (bar->entry), 0, -1);
}
