/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFieldRow: what all kinds of rows have in common: label, note, error, and when a text is committed.
 */
#include "widgets/field-row.h"

#include "widgets/interface.h"

typedef struct {
  char *key;
  char *note;
  char *error;
  char *committed;   /* what was last set */
  gboolean dirty;
  gboolean read_only;
  gboolean showing;    /* the editor is being filled: what it says of changes is no person's */
  gboolean committing; /* a commit moves the keyboard, which would commit again */

  GtkWidget *frame;
  GtkLabel *title;
  GtkLabel *message;
  AdwBin *editor;
  GtkBox *suffixes;
} MarathonFieldRowPrivate;

enum {
  PROP_KEY = 1,
  PROP_NOTE,
  PROP_ERROR,
  PROP_DIRTY,
  N_PROPS,
};

enum {
  COMMIT,
  LEAVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static void marathon_field_row_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MarathonFieldRow, marathon_field_row, ADW_TYPE_PREFERENCES_ROW,
                                  G_ADD_PRIVATE (MarathonFieldRow)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, marathon_field_row_buildable_init))

static MarathonFieldRowPrivate *
get_private (MarathonFieldRow *row)
{
  return marathon_field_row_get_instance_private (row);
}

static GtkWidget *
get_editor (MarathonFieldRow *row)
{
  return MARATHON_FIELD_ROW_GET_CLASS (row)->get_editor (row);
}

static gboolean
replace_text (char **text, const char *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

/* --- What there is to say --- */

/* An error goes before a note: one line of explanation is enough. */
static void
show_message (MarathonFieldRow *row)
{
  MarathonFieldRowPrivate *private = get_private (row);
  const char *message = private->error != NULL ? private->error : private->note;
  GtkWidget *editor = get_editor (row);

  gtk_label_set_label (private->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (private->message), message != NULL && *message != '\0');
  if (private->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                               private->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

static void
set_dirty (MarathonFieldRow *row, gboolean dirty)
{
  MarathonFieldRowPrivate *private = get_private (row);

  if (private->dirty == dirty)
    return;
  private->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_DIRTY]);
}

static void
show_committed (MarathonFieldRow *row)
{
  MarathonFieldRowPrivate *private = get_private (row);
  g_autofree char *shown = MARATHON_FIELD_ROW_GET_CLASS (row)->read_text (row);

  if (strcmp (shown, private->committed) == 0 && !private->dirty)
    return;
  private->showing = TRUE;
  MARATHON_FIELD_ROW_GET_CLASS (row)->show_text (row, private->committed);
  private->showing = FALSE;
}

/* --- The keyboard --- */

static void
on_focus_left (MarathonFieldRow *row)
{
  MarathonFieldRowPrivate *private = get_private (row);

  /* Somebody who goes elsewhere is done; a row that is taken away has not been left, and what was refused is not said
   * again before it is changed. */
  if (private->error != NULL || !gtk_widget_get_mapped (GTK_WIDGET (row))
      || gtk_widget_in_destruction (GTK_WIDGET (row)))
    return;
  marathon_field_row_commit (row);
}

static gboolean
on_key_pressed (MarathonFieldRow *row, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (marathon_field_row_is_dirty (row))
    marathon_field_row_revert (row);
  else
    g_signal_emit (row, signals[LEAVE], 0);
  return GDK_EVENT_STOP;
}

/* A click beside the editor and the buttons is meant for the editor. */
static void
on_released (MarathonFieldRow *row, int n_press, double x, double y)
{
  MarathonFieldRowPrivate *private = get_private (row);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (row), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || picked == get_editor (row) || gtk_widget_is_ancestor (picked, get_editor (row))
      || gtk_widget_is_ancestor (picked, GTK_WIDGET (private->suffixes)))
    return;
  gtk_widget_grab_focus (get_editor (row));
  if (MARATHON_FIELD_ROW_GET_CLASS (row)->clicked != NULL && !private->read_only)
    MARATHON_FIELD_ROW_GET_CLASS (row)->clicked (row);
}

/* The row itself takes no keyboard: it would be one Tab more at each field. */
static gboolean
marathon_field_row_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (get_private (MARATHON_FIELD_ROW (widget))->frame, direction);
}

static gboolean
marathon_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_editor (MARATHON_FIELD_ROW (widget)));
}

/* --- Building --- */

static void
on_title_changed (MarathonFieldRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_editor (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
marathon_field_row_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  MarathonFieldRowPrivate *private = get_private (MARATHON_FIELD_ROW (buildable));

  if (!GTK_IS_WIDGET (child) || private->editor == NULL)
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "suffix") == 0)
    gtk_box_append (private->suffixes, GTK_WIDGET (child));
  else
    adw_bin_set_child (private->editor, GTK_WIDGET (child));
}

static void
marathon_field_row_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = marathon_field_row_add_child;
}

static void
marathon_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonFieldRowPrivate *private = get_private (MARATHON_FIELD_ROW (object));

  switch (id)
    {
    case PROP_KEY:
      g_value_set_string (value, private->key);
      break;
    case PROP_NOTE:
      g_value_set_string (value, private->note);
      break;
    case PROP_ERROR:
      g_value_set_string (value, private->error);
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, private->dirty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarathonFieldRow *row = MARATHON_FIELD_ROW (object);

  switch (id)
    {
    case PROP_KEY:
      if (replace_text (&get_private (row)->key, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NOTE:
      marathon_field_row_set_note (row, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_field_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (marathon_field_row_parent_class)->constructed (object);
  g_signal_connect (object, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

static void
marathon_field_row_finalize (GObject *object)
{
  MarathonFieldRowPrivate *private = get_private (MARATHON_FIELD_ROW (object));

  g_free (private->key);
  g_free (private->note);
  g_free (private->error);
  g_free (private->committed);
  G_OBJECT_CLASS (marathon_field_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, read_write);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, read_write);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, read);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* GTK 4.8 can dispose of the template of the last class only, which is the kind's; the children of this one go with the
 * row that they are in. */
static void
marathon_field_row_class_init (MarathonFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = marathon_field_row_get_property;
  object_class->set_property = marathon_field_row_set_property;
  object_class->constructed = marathon_field_row_constructed;
  object_class->finalize = marathon_field_row_finalize;
  widget_class->focus = marathon_field_row_move_focus;
  widget_class->grab_focus = marathon_field_row_grab_focus;
  install_properties (object_class);

  signals[COMMIT] = g_signal_new ("commit", MARATHON_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", MARATHON_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MarathonFieldRow, frame);
  gtk_widget_class_bind_template_child_private (widget_class, MarathonFieldRow, title);
  gtk_widget_class_bind_template_child_private (widget_class, MarathonFieldRow, message);
  gtk_widget_class_bind_template_child_private (widget_class, MarathonFieldRow, editor);
  gtk_widget_class_bind_template_child_private (widget_class, MarathonFieldRow, suffixes);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_released);
}

static void
marathon_field_row_init (MarathonFieldRow *row)
{
  get_private (row)->committed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (row));
}

/* --- Public functions --- */

const char *
marathon_field_row_get_key (MarathonFieldRow *row)
{
  return get_private (row)->key;
}

void
marathon_field_row_set_label (MarathonFieldRow *row, const char *label)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
}

void
marathon_field_row_set_text (MarathonFieldRow *row, const char *text)
{
  MarathonFieldRowPrivate *private = get_private (row);

  g_return_if_fail (MARATHON_IS_FIELD_ROW (row));
  g_return_if_fail (text != NULL);

  replace_text (&private->committed, text);
  show_committed (row);
  set_dirty (row, FALSE);
  marathon_field_row_set_error (row, NULL);
}

void
marathon_field_row_refresh_text (MarathonFieldRow *row, const char *text)
{
  MarathonFieldRowPrivate *private = get_private (row);

  if (private->dirty)
    replace_text (&private->committed, text);
  else
    marathon_field_row_set_text (row, text);
}

char *
marathon_field_row_get_text (MarathonFieldRow *row)
{
  return MARATHON_FIELD_ROW_GET_CLASS (row)->read_text (row);
}

char *
marathon_field_row_describe (MarathonFieldRow *row)
{
  MarathonFieldRowClass *klass = MARATHON_FIELD_ROW_GET_CLASS (row);

  return klass->describe != NULL ? klass->describe (row) : klass->read_text (row);
}

const char *
marathon_field_row_get_committed (MarathonFieldRow *row)
{
  return get_private (row)->committed;
}

gboolean
marathon_field_row_is_dirty (MarathonFieldRow *row)
{
  return get_private (row)->dirty;
}

void
marathon_field_row_set_error (MarathonFieldRow *row, const char *message)
{
  if (!replace_text (&get_private (row)->error, message))
    return;
  show_message (row);
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_ERROR]);
}

const char *
marathon_field_row_get_error (MarathonFieldRow *row)
{
  return get_private (row)->error;
}

void
marathon_field_row_refuse (MarathonFieldRow *row, const GError *error)
{
  const char *key = get_private (row)->key;
  g_autofree char *start = g_strconcat (key != NULL ? key : "", ": ", NULL);

  marathon_field_row_set_error (row, error->message + (g_str_has_prefix (error->message, start) ? strlen (start) : 0));
}

void
marathon_field_row_set_note (MarathonFieldRow *row, const char *note)
{
  if (!replace_text (&get_private (row)->note, note))
    return;
  show_message (row);
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_NOTE]);
}

void
marathon_field_row_set_read_only (MarathonFieldRow *row, gboolean read_only)
{
  MarathonFieldRowPrivate *private = get_private (row);

  if (private->read_only == read_only)
    return;
  private->read_only = read_only;
  if (read_only && private->dirty)
    marathon_field_row_revert (row);
  if (MARATHON_FIELD_ROW_GET_CLASS (row)->set_read_only != NULL)
    MARATHON_FIELD_ROW_GET_CLASS (row)->set_read_only (row, read_only);
  else
    gtk_widget_set_sensitive (get_editor (row), !read_only);
}

gboolean
marathon_field_row_commit (MarathonFieldRow *row)
{
  MarathonFieldRowPrivate *private = get_private (row);
  g_autofree char *text = NULL;

  /* What is shown is no person's, though the editor says that it changes. */
  if (!private->dirty || private->committing || private->showing)
    return TRUE;
  text = marathon_field_row_get_text (row);
  /* Who is called may let go of the row. */
  g_object_ref (row);
  private->committing = TRUE;
  marathon_field_row_set_error (row, NULL);
  g_signal_emit (row, signals[COMMIT], 0, text);
  private->committing = FALSE;
  g_object_unref (row);
  return private->error == NULL;
}

void
marathon_field_row_revert (MarathonFieldRow *row)
{
  g_autofree char *committed = g_strdup (get_private (row)->committed);

  marathon_field_row_set_text (row, committed);
}

void
marathon_field_row_focus (MarathonFieldRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
marathon_field_row_go_on (MarathonFieldRow *row)
{
  g_autoptr (GtkWidget) kept = g_object_ref (GTK_WIDGET (row));
  GtkRoot *root = gtk_widget_get_root (kept);
  GtkWidget *start = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *focus;

  if (root == NULL || !marathon_field_row_commit (row) || gtk_widget_get_root (kept) != root)
    return;
  /* Past the buttons at the end of this row, to the next; unless there is nothing else in the window. */
  do
    {
      gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (root);
    }
  while (focus != NULL && focus != start && gtk_widget_is_ancestor (focus, kept));
}

void
marathon_field_row_changed (MarathonFieldRow *row)
{
  MarathonFieldRowPrivate *private = get_private (row);
  g_autofree char *text = NULL;

  if (private->showing)
    return;
  text = marathon_field_row_get_text (row);
  set_dirty (row, strcmp (text, private->committed) != 0);
  marathon_field_row_set_error (row, NULL);
}

static gboolean
deselect (GtkWidget *text, GdkFrameClock *clock, gpointer user_data)
{
  if (!gtk_widget_has_focus (text))
    gtk_editable_select_region (GTK_EDITABLE (text), 0, 0);
  return G_SOURCE_REMOVE;
}

/* Not at once: the X server would be told that nothing is selected in the same moment as that the next row is, would
 * take the second back with the first, and what is typed there would no longer replace what was there. */
void
marathon_field_row_deselect_soon (GtkWidget *text)
{
  gtk_widget_add_tick_callback (text, deselect, NULL, NULL);
}

static void
list_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (MARATHON_IS_FIELD_ROW (widget))
    {
      g_ptr_array_add (rows, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);
}

GPtrArray *
marathon_field_row_list (GtkWidget *root)
{
  GPtrArray *rows = g_ptr_array_new ();

  list_rows (root, rows);
  return rows;
}
