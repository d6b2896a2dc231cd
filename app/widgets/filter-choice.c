/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFilterChoice and the lists of choices.
 */
#include "widgets/filter-choice.h"

#include <glib/gi18n-lib.h>

struct _MarathonFilterChoice {
  GObject parent_instance;

  char *id;
  char *label;
  char *note;
  gboolean chosen;
};

enum {
  PROP_LABEL = 1,
  PROP_NOTE,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonFilterChoice, marathon_filter_choice, G_TYPE_OBJECT)

static void
marathon_filter_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonFilterChoice *choice = MARATHON_FILTER_CHOICE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, choice->label);
      break;
    case PROP_NOTE:
      g_value_set_string (value, choice->note);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, choice->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_text (MarathonFilterChoice *choice, char **text, const GValue *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*text, g_value_get_string (value)) == 0)
    return;
  g_free (*text);
  *text = g_value_dup_string (value);
  g_object_notify_by_pspec (G_OBJECT (choice), pspec);
}

static void
marathon_filter_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonFilterChoice *choice = MARATHON_FILTER_CHOICE (object);

  switch (id)
    {
    case PROP_LABEL:
      set_text (choice, &choice->label, value, pspec);
      break;
    case PROP_NOTE:
      set_text (choice, &choice->note, value, pspec);
      break;
    case PROP_CHOSEN:
      if (choice->chosen == g_value_get_boolean (value))
        break;
      choice->chosen = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_filter_choice_finalize (GObject *object)
{
  MarathonFilterChoice *choice = MARATHON_FILTER_CHOICE (object);

  g_free (choice->id);
  g_free (choice->label);
  g_free (choice->note);
  G_OBJECT_CLASS (marathon_filter_choice_parent_class)->finalize (object);
}

static void
marathon_filter_choice_class_init (MarathonFilterChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_filter_choice_get_property;
  object_class->set_property = marathon_filter_choice_set_property;
  object_class->finalize = marathon_filter_choice_finalize;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_filter_choice_init (MarathonFilterChoice *choice)
{
}

MarathonFilterChoice *
marathon_filter_choice_new (const char *id, const char *label, const char *note)
{
  MarathonFilterChoice *choice = g_object_new (MARATHON_TYPE_FILTER_CHOICE, NULL);

  choice->id = g_strdup (id);
  choice->label = g_strdup (label);
  choice->note = g_strdup (note);
  return choice;
}

const char *
marathon_filter_choice_get_id (MarathonFilterChoice *choice)
{
  return choice->id;
}

const char *
marathon_filter_choice_get_label (MarathonFilterChoice *choice)
{
  return choice->label;
}

/* --- Lists --- */

static GListModel *
new_list (const char *id, const char *label)
{
  GListStore *store = g_list_store_new (MARATHON_TYPE_FILTER_CHOICE);
  g_autoptr (MarathonFilterChoice) choice = marathon_filter_choice_new (id, label, "");

  g_list_store_append (store, choice);
  return G_LIST_MODEL (store);
}

/* What the record is called, whichever of its columns says it. */
static gboolean
name_record (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_autoptr (GObject) record = g_binding_dup_source (binding);

  g_value_set_string (to, marathon_record_get_name (MARATHON_RECORD (record)));
  return TRUE;
}

static gpointer
choice_of_record (gpointer item, gpointer user_data)
{
  g_autoptr (MarathonRecord) record = item;
  MarathonFilterChoice *choice = marathon_filter_choice_new (marathon_record_get_key (record), "", "");

  g_object_bind_property_full (record, "name", choice, "label", G_BINDING_SYNC_CREATE, name_record, NULL, NULL, NULL);
  return choice;
}

GListModel *
marathon_filter_choices_new_records (MarathonRecordList *records, const char *none)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkMapListModel) choices
    = gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (records)), choice_of_record, NULL, NULL);
  g_autoptr (GListModel) rest = new_list ("", none);

  g_list_store_append (parts, choices);
  g_list_store_append (parts, rest);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts))));
}

GListModel *
marathon_filter_choices_new_words (const MarathonWord *vocabulary)
{
  GListStore *store = g_list_store_new (MARATHON_TYPE_FILTER_CHOICE);

  for (gsize i = 0; vocabulary[i].word != NULL; i++)
    {
      g_autoptr (MarathonFilterChoice) choice
        = marathon_filter_choice_new (vocabulary[i].word, _ (vocabulary[i].label), "");

      g_list_store_append (store, choice);
    }
  return G_LIST_MODEL (store);
}

static MarathonFilterChoice *
new_problem (const MarathonProblemInfo *info, guint n)
{
  g_autofree char *note = g_strdup_printf ("%'u", n);

  return marathon_filter_choice_new (info->id, _ (info->label), note);
}

/* The choices of the kinds of problem that somebody has, and of @kept. */
static GPtrArray *
list_problems (const MarathonProblems *problems, const char *kept)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (MarathonProblemKind kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    {
      const MarathonProblemInfo *info = marathon_problem_get_info (kind);
      const MarathonProblem *problem = problems != NULL ? &problems->kinds[kind] : NULL;
      gboolean is_there = problem != NULL && info->list == MARATHON_N_LISTS && problem->entrants != NULL && problem->count > 0;

      if (is_there || g_strcmp0 (info->id, kept) == 0)
        g_ptr_array_add (choices, new_problem (info, is_there ? problem->count : 0));
    }
  return choices;
}

static gboolean
has_same_kinds (GListModel *store, GPtrArray *choices)
{
  if (g_list_model_get_n_items (store) != choices->len)
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      g_autoptr (MarathonFilterChoice) choice = g_list_model_get_item (store, i);
      MarathonFilterChoice *new_choice = g_ptr_array_index (choices, i);

      if (!g_str_equal (choice->id, new_choice->id))
        return FALSE;
    }
  return TRUE;
}

void
marathon_filter_choices_show_problems (GListStore *store, const MarathonProblems *problems, const char *kept)
{
  g_autoptr (GPtrArray) choices = list_problems (problems, kept);

  if (!has_same_kinds (G_LIST_MODEL (store), choices))
    {
      g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), choices->pdata, choices->len);
      return;
    }
  for (guint i = 0; i < choices->len; i++)
    {
      g_autoptr (MarathonFilterChoice) choice = g_list_model_get_item (G_LIST_MODEL (store), i);
      MarathonFilterChoice *new_choice = g_ptr_array_index (choices, i);

      g_object_set (choice, "note", new_choice->note, NULL);
    }
}
