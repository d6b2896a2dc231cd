/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecord: canonical texts by column, with the typed members kept in step.
 */
#include "model/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/event.h"
#include "model/model-error.h"
#include "model/record-values.h"

typedef struct {
  char *key;
  guint32 handle;
  char **texts; /* by column, never NULL once constructed */
  char *unknown_attributes;
  char *unknown_content;
} MarathonRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MarathonRecord, marathon_record, G_TYPE_OBJECT)

/* Property 1 is the key; column c is property c + 2. */
enum { PROP_0, PROP_KEY, PROP_FIRST_COLUMN };

static MarathonRecordPrivate *
get_private (MarathonRecord *record)
{
  return marathon_record_get_instance_private (record);
}

static void
get_column_property (MarathonRecord *record, guint index, GValue *value)
{
  const MarathonColumn *column = &MARATHON_RECORD_GET_CLASS (record)->columns[index];

  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, G_STRUCT_MEMBER (gboolean, record, column->offset));
  else if (G_VALUE_HOLDS_UINT (value))
    g_value_set_uint (value, G_STRUCT_MEMBER (guint, record, column->offset));
  else
    g_value_set_string (value, get_private (record)->texts[index]);
}

static void
marathon_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MarathonRecord *record = MARATHON_RECORD (object);

  if (property_id == PROP_KEY)
    g_value_set_string (value, get_private (record)->key);
  else
    get_column_property (record, property_id - PROP_FIRST_COLUMN, value);
}

static void
set_initial_values (MarathonRecord *record)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
  MarathonRecordPrivate *priv = get_private (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      MarathonColumn column = klass->columns[i];
      MarathonRecordValue value;
      g_autoptr (GError) error = NULL;

      column.required = FALSE;
      if (!marathon_record_value_parse (&column, NULL, column.initial != NULL ? column.initial : "", &value, &error))
        g_error ("The initial value of %s: %s", column.name, error->message);
      priv->texts[i] = value.text;
      marathon_record_value_store (&column, record, &value);
    }
}

static void
marathon_record_constructed (GObject *object)
{
  MarathonRecord *record = MARATHON_RECORD (object);

  G_OBJECT_CLASS (marathon_record_parent_class)->constructed (object);
  get_private (record)->texts = g_new0 (char *, MARATHON_RECORD_GET_CLASS (record)->n_columns + 1);
  set_initial_values (record);
}

static void
marathon_record_finalize (GObject *object)
{
  MarathonRecord *record = MARATHON_RECORD (object);
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
  MarathonRecordPrivate *priv = get_private (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      marathon_record_value_clear_member (&klass->columns[i], record);
      g_free (priv->texts[i]);
    }
  g_free (priv->texts);
  g_free (priv->key);
  g_free (priv->unknown_attributes);
  g_free (priv->unknown_content);
  G_OBJECT_CLASS (marathon_record_parent_class)->finalize (object);
}

static void
marathon_record_class_init (MarathonRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = marathon_record_constructed;
  object_class->finalize = marathon_record_finalize;
  object_class->get_property = marathon_record_get_property;
  g_object_class_install_property (object_class, PROP_KEY,
                                   g_param_spec_string ("key", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
marathon_record_init (MarathonRecord *record)
{
}

static GParamSpec *
make_param_spec (const MarathonColumn *column)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (column->type)
    {
    case MARATHON_COLUMN_BOOL:
      return g_param_spec_boolean (column->name, NULL, NULL, FALSE, flags);
    case MARATHON_COLUMN_UINT:
    case MARATHON_COLUMN_ENUM:
      return g_param_spec_uint (column->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    default:
      return g_param_spec_string (column->name, NULL, NULL, NULL, flags);
    }
}

void
marathon_record_class_set_columns (MarathonRecordClass  *klass,
                                   const char           *element,
                                   const MarathonColumn *columns,
                                   guint                 n_columns)
{
  G_OBJECT_CLASS (klass)->get_property = marathon_record_get_property; /* GObject does not inherit it */
  klass->element = element;
  klass->columns = columns;
  klass->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIRST_COLUMN + i, make_param_spec (&columns[i]));
}

const char *
marathon_record_get_key (MarathonRecord *record)
{
  return get_private (record)->key;
}

guint32
marathon_record_get_handle (MarathonRecord *record)
{
  return get_private (record)->handle;
}

void
marathon_record_set_handle (MarathonRecord *record, guint32 handle)
{
  get_private (record)->handle = handle;
}

gboolean
marathon_record_key_is_valid (const char *key)
{
  gsize length = strlen (key);

  return length >= 1 && length <= 64 && g_ascii_isalnum (*key)
         && strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == length;
}

MarathonRecord *
marathon_record_new (GType type, const char *key)
{
  MarathonRecord *record = g_object_new (type, NULL);

  get_private (record)->key = g_strdup (key);
  return record;
}

int
marathon_record_find_column (MarathonRecord *record, const char *name)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    if (strcmp (klass->columns[i].name, name) == 0)
      return (int) i;
  return -1;
}

const char *
marathon_record_get_name (MarathonRecord *record)
{
  static const char *const columns[] = { "name", "label" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int column = marathon_record_find_column (record, columns[i]);

      if (column >= 0 && *marathon_record_get_text (record, (guint) column) != '\0')
        return marathon_record_get_text (record, (guint) column);
    }
  return marathon_record_get_key (record);
}

const char *
marathon_record_get_text (MarathonRecord *record, guint column)
{
  g_return_val_if_fail (column < MARATHON_RECORD_GET_CLASS (record)->n_columns, NULL);
  return get_private (record)->texts[column];
}

/* The most bytes that a value takes in a file, where some characters are references. */
static gsize
get_written_length (const char *text)
{
  gsize length = 0;

  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '"':
        length += strlen ("&quot;");
        break;
      case '&':
      case '\t':
      case '\n':
      case '\r':
        length += strlen ("&amp;");
        break;
      case '<':
      case '>':
        length += strlen ("&lt;");
        break;
      default:
        length++;
        break;
      }
  return length;
}

static gboolean
check_length (MarathonRecord *record, guint column, const char *text, GError **error)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
  gsize length = 0;

  for (guint i = 0; i < klass->n_columns; i++)
    length += get_written_length (i == column ? text : get_private (record)->texts[i]);
  if (length <= MARATHON_RECORD_MAX_LENGTH)
    return TRUE;
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT,
               _ ("%s: the values of “%s” would be longer than %u bytes together"), klass->columns[column].name,
               get_private (record)->key != NULL ? get_private (record)->key : klass->element, MARATHON_RECORD_MAX_LENGTH);
  return FALSE;
}

gboolean
marathon_record_set_text (MarathonRecord *record,
                          MarathonEvent  *event,
                          guint           column,
                          const char     *text,
                          GError        **error)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);
  char **stored = &get_private (record)->texts[column];
  MarathonRecordValue value;
  char *old;

  if (!marathon_record_value_parse (&klass->columns[column], event, text, &value, error))
    return FALSE;
  if (!check_length (record, column, value.text, error))
    {
      marathon_record_value_clear (&klass->columns[column], &value);
      return FALSE;
    }
  old = *stored;
  *stored = value.text;
  marathon_record_value_store (&klass->columns[column], record, &value);
  if (strcmp (old, value.text) != 0)
    g_object_notify (G_OBJECT (record), klass->columns[column].name);
  g_free (old);
  return TRUE;
}

const char *
marathon_record_get_unknown_attributes (MarathonRecord *record)
{
  const char *text = get_private (record)->unknown_attributes;

  return text != NULL ? text : "";
}

const char *
marathon_record_get_unknown_content (MarathonRecord *record)
{
  const char *text = get_private (record)->unknown_content;

  return text != NULL ? text : "";
}

void
marathon_record_set_unknown (MarathonRecord *record, const char *attributes, const char *content)
{
  MarathonRecordPrivate *priv = get_private (record);
  /* They may be the record's own. */
  char *new_attributes = g_strdup (attributes);
  char *new_content = g_strdup (content);

  g_free (priv->unknown_attributes);
  g_free (priv->unknown_content);
  priv->unknown_attributes = new_attributes;
  priv->unknown_content = new_content;
}

/* The attribute at @at, ` name="value"`: its name and where the next stands; %FALSE at the end of the run. */
static gboolean
read_unknown_attribute (const char **at, const char **name, gsize *length)
{
  const char *value;

  if (**at != ' ')
    return FALSE;
  *name = *at + 1;
  *length = strcspn (*name, "=");
  value = strchr (*name, '"');
  value = value != NULL ? strchr (value + 1, '"') : NULL;
  if (value == NULL)
    return FALSE;
  *at = value + 1;
  return TRUE;
}

gboolean
marathon_unknown_has_attribute (const char *attributes, const char *name)
{
  const char *at = attributes, *found;
  gsize length;

  while (read_unknown_attribute (&at, &found, &length))
    if (strlen (name) == length && strncmp (found, name, length) == 0)
      return TRUE;
  return FALSE;
}

guint
marathon_unknown_count_attributes (const char *attributes)
{
  const char *at = attributes, *name;
  gsize length;
  guint n = 0;

  while (read_unknown_attribute (&at, &name, &length))
    n++;
  return n;
}

MarathonRecord *
marathon_record_copy (MarathonRecord *record, MarathonEvent *event)
{
  MarathonRecordPrivate *priv = get_private (record);
  MarathonRecord *copy = marathon_record_new (G_OBJECT_TYPE (record), priv->key);

  for (guint i = 0; i < MARATHON_RECORD_GET_CLASS (record)->n_columns; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!marathon_record_set_text (copy, event, i, priv->texts[i], &error)
          && !MARATHON_RECORD_GET_CLASS (record)->columns[i].required)
        g_critical ("A record was copied without its %s", MARATHON_RECORD_GET_CLASS (record)->columns[i].name);
    }
  get_private (copy)->handle = priv->handle;
  marathon_record_set_unknown (copy, priv->unknown_attributes, priv->unknown_content);
  return copy;
}

gboolean
marathon_record_refers_to (MarathonRecord *record, MarathonListId list, guint32 handle)
{
  MarathonRecordClass *klass = MARATHON_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const MarathonColumn *column = &klass->columns[i];

      if (column->type == MARATHON_COLUMN_REF && column->list == list
          && G_STRUCT_MEMBER (guint32, record, column->offset) == handle)
        return TRUE;
      if (column->type == MARATHON_COLUMN_REFS && column->list == list
          && marathon_handles_contain (G_STRUCT_MEMBER (const guint32 *, record, column->offset), handle))
        return TRUE;
    }
  return FALSE;
}

gboolean
marathon_handles_contain (const guint32 *handles, guint32 handle)
{
  for (; *handles != 0; handles++)
    if (*handles == handle)
      return TRUE;
  return FALSE;
}
