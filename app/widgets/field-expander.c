/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFieldExpander: the summary.
 */
#include "widgets/field-expander.h"

struct _MarathonFieldExpander {
  AdwExpanderRow parent_instance;

  char *caption;
  gboolean is_private;
};

enum {
  PROP_CAPTION = 1,
  PROP_PRIVATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonFieldExpander, marathon_field_expander, ADW_TYPE_EXPANDER_ROW)

static void
add_words (GString *summary, const char *words)
{
  if (*words == '\0')
    return;
  if (summary->len > 0)
    g_string_append (summary, " · ");
  g_string_append (summary, words);
}

static void
add_row (MarathonFieldExpander *expander, MarathonFieldRow *row, GString *summary)
{
  g_autofree char *text = marathon_field_row_describe (row);

  if (*text != '\0')
    add_words (summary, expander->is_private ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : text);
}

static void
marathon_field_expander_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonFieldExpander *expander = MARATHON_FIELD_EXPANDER (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, expander->caption);
      break;
    case PROP_PRIVATE:
      g_value_set_boolean (value, expander->is_private);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_field_expander_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonFieldExpander *expander = MARATHON_FIELD_EXPANDER (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_free (expander->caption);
      expander->caption = g_value_dup_string (value);
      break;
    case PROP_PRIVATE:
      expander->is_private = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_field_expander_finalize (GObject *object)
{
  g_free (MARATHON_FIELD_EXPANDER (object)->caption);
  G_OBJECT_CLASS (marathon_field_expander_parent_class)->finalize (object);
}

static void
marathon_field_expander_class_init (MarathonFieldExpanderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_field_expander_get_property;
  object_class->set_property = marathon_field_expander_set_property;
  object_class->finalize = marathon_field_expander_finalize;
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRIVATE] = g_param_spec_boolean ("private", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_field_expander_init (MarathonFieldExpander *expander)
{
  /* What people are called and wrote is no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
}

void
marathon_field_expander_summarize (MarathonFieldExpander *expander)
{
  g_autoptr (GString) summary = g_string_new (expander->caption);
  g_autoptr (GPtrArray) rows = marathon_field_row_list (GTK_WIDGET (expander));

  for (guint i = 0; i < rows->len; i++)
    add_row (expander, rows->pdata[i], summary);
  if (strcmp (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), summary->str) != 0)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), summary->str);
}
