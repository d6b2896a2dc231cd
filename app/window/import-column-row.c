/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportColumnRow: a column of an entry list.
 */
#include "window/import-column-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

/* Of a sample. */
#define MOST_LETTERS 24

struct _MarathonImportColumnRow {
  AdwActionRow parent_instance;

  GtkMenuButton *button;

  guint index;
  char *name;
  char *key;
  char *target;
  gboolean recognised;
};

enum { PROP_0, PROP_TARGET, PROP_RECOGNISED, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonImportColumnRow, marathon_import_column_row, ADW_TYPE_ACTION_ROW)

static void
marathon_import_column_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonImportColumnRow *row = MARATHON_IMPORT_COLUMN_ROW (object);

  switch (id)
    {
    case PROP_TARGET:
      g_value_set_string (value, row->target);
      break;
    case PROP_RECOGNISED:
      g_value_set_boolean (value, row->recognised);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_import_column_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_IMPORT_COLUMN_ROW);
  G_OBJECT_CLASS (marathon_import_column_row_parent_class)->dispose (object);
}

static void
marathon_import_column_row_finalize (GObject *object)
{
  MarathonImportColumnRow *row = MARATHON_IMPORT_COLUMN_ROW (object);

  g_free (row->name);
  g_free (row->key);
  g_free (row->target);
  G_OBJECT_CLASS (marathon_import_column_row_parent_class)->finalize (object);
}

static void
marathon_import_column_row_class_init (MarathonImportColumnRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_import_column_row_get_property;
  object_class->dispose = marathon_import_column_row_dispose;
  object_class->finalize = marathon_import_column_row_finalize;
  properties[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags);
  properties[PROP_RECOGNISED] = g_param_spec_boolean ("recognised", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/import-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonImportColumnRow, button);
}

static void
marathon_import_column_row_init (MarathonImportColumnRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

MarathonImportColumnRow *
marathon_import_column_row_new (guint index, GtkMenuButtonCreatePopupFunc pick, gpointer user_data)
{
  MarathonImportColumnRow *row = g_object_new (MARATHON_TYPE_IMPORT_COLUMN_ROW, NULL);

  row->index = index;
  gtk_menu_button_set_create_popup_func (row->button, pick, user_data, NULL);
  return row;
}

/* Returns: (transfer full): where the cells go, in words. */
static char *
describe_target (const MarathonImportSketchColumn *column)
{
  switch (column->fate)
    {
    case MARATHON_IMPORT_COLUMN_FIELD:
      return g_strdup (column->label);
    case MARATHON_IMPORT_COLUMN_NEW_CUSTOM:
      /* Translators: where a column of a list goes: a field that the event gets for it */
      return g_strdup (_ ("Own field"));
    case MARATHON_IMPORT_COLUMN_UNUSED:
      return g_strdup (_ ("Not used: empty"));
    case MARATHON_IMPORT_COLUMN_IGNORED:
    default:
      return g_strdup (_ ("Left out"));
    }
}

/* Returns: (transfer full): the samples in a line or two, for labels that wrap: GTK 4.8 cannot measure a label of one
 * letter that may be cut. */
static char *
join_samples (const char *const *samples)
{
  GString *joined = g_string_new (NULL);

  for (; *samples != NULL; samples++)
    {
      gboolean is_long = g_utf8_strlen (*samples, -1) > MOST_LETTERS;
      g_autofree char *start = g_utf8_substring (*samples, 0, is_long ? MOST_LETTERS : -1);

      g_string_append_printf (joined, "%s%s%s", joined->len > 0 ? " · " : "", start, is_long ? "…" : "");
    }
  return g_string_free (joined, FALSE);
}

static const char *
get_choice_key (const MarathonImportSketchColumn *column)
{
  if (column->fate == MARATHON_IMPORT_COLUMN_IGNORED)
    return MARATHON_IMPORT_LEAVE_OUT;
  return column->key != NULL ? column->key : MARATHON_IMPORT_OWN_FIELD;
}

void
marathon_import_column_row_show (MarathonImportColumnRow *row, const MarathonImportSketchColumn *column)
{
  g_autofree char *samples = join_samples (column->samples), *label = NULL;

  g_free (row->name);
  g_free (row->key);
  g_free (row->target);
  row->name = *column->name != '\0' ? g_strdup (column->name) : g_strdup_printf (_ ("Column %u"), row->index + 1);
  row->key = g_strdup (get_choice_key (column));
  row->target = describe_target (column);
  row->recognised = marathon_import_sketch_column_is_recognised (column);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), row->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *samples != '\0' ? samples : _ ("No cell holds text"));
  /* Translators: a column of a list, and what it is in the event */
  label = g_strdup_printf (_ ("%s goes to: %s"), row->name, row->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_TARGET]);
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_RECOGNISED]);
}

guint
marathon_import_column_row_get_index (MarathonImportColumnRow *row)
{
  return row->index;
}

gboolean
marathon_import_column_row_is_recognised (MarathonImportColumnRow *row)
{
  return row->recognised;
}

const char *
marathon_import_column_row_get_name (MarathonImportColumnRow *row)
{
  return row->name;
}

const char *
marathon_import_column_row_get_key (MarathonImportColumnRow *row)
{
  return row->key;
}

GtkMenuButton *
marathon_import_column_row_get_button (MarathonImportColumnRow *row)
{
  return row->button;
}
