/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program, started and ended; what it says of itself, looked through; what can be done to it, done.
 */
#include "atspi/reader-scene.h"

#include <locale.h>
#include <signal.h>

#include "document/folder-fixture.h"

#define PATIENCE (30 * G_USEC_PER_SEC)
#define PAUSE_US (20 * 1000)
#define TURNS_TO_GATHER 3

/* --- Start and end --- */

void
reader_scene_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL || g_getenv ("GTK_A11Y") != NULL)
    g_error ("This test runs through tests/with-display and tests/atspi/with-desktop-bus");
  reader_bus_init ();
}

void
reader_scene_set_up (ReaderScene *scene)
{
  *scene = (ReaderScene) {
    .folder = folder_fixture_new (),
    .all = g_ptr_array_new_with_free_func ((GDestroyNotify) reader_node_unref),
  };
}

char *
reader_scene_copy (ReaderScene *scene, const char *source, const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("MARATHON_SOURCE_DIR"), source, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (from, &text, NULL, &error);
  g_assert_no_error (error);
  folder_fixture_put (scene->folder, name, text);
  return g_build_filename (scene->folder, name, NULL);
}

/* Returns: (transfer full) (nullable): the program, once it is on the bus with a window. */
static ReaderNode *
look_for_program (GSubprocess *process)
{
  const char *identifier = g_subprocess_get_identifier (process);
  g_autoptr (ReaderNode) program = NULL;
  g_autoptr (GPtrArray) windows = NULL;

  if (identifier == NULL)
    g_error ("the program ended before it was on the bus");
  program = reader_bus_find_program ((guint32) g_ascii_strtoull (identifier, NULL, 10));
  if (program != NULL)
    windows = reader_node_get_children (program);
  return windows != NULL && windows->len > 0 ? g_steal_pointer (&program) : NULL;
}

void
reader_scene_start (ReaderScene *scene, const char *path)
{
  g_autoptr (GError) error = NULL;

  scene->process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("MARATHON_PROGRAM"), path, NULL);
  g_assert_no_error (error);
  reader_scene_wait_until ((scene->program = look_for_program (scene->process)) != NULL);
}

void
reader_scene_hand_over (ReaderScene *scene, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) second = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("MARATHON_PROGRAM"), path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (second, NULL, &error));
}

void
reader_scene_kill (ReaderScene *scene, int number)
{
  g_subprocess_send_signal (scene->process, number);
  g_subprocess_wait (scene->process, NULL, NULL);
  g_clear_object (&scene->process);
  g_ptr_array_set_size (scene->all, 0);
  g_clear_pointer (&scene->program, reader_node_unref);
}

void
reader_scene_wait_for_end (ReaderScene *scene)
{
  reader_scene_wait_until (g_subprocess_get_identifier (scene->process) == NULL);
  g_assert_true (g_subprocess_get_successful (scene->process));
  g_clear_object (&scene->process);
}

void
reader_scene_tear_down (ReaderScene *scene)
{
  if (scene->process != NULL)
    {
      g_subprocess_send_signal (scene->process, SIGTERM);
      g_subprocess_wait (scene->process, NULL, NULL);
    }
  g_clear_object (&scene->process);
  g_clear_pointer (&scene->all, g_ptr_array_unref);
  g_clear_pointer (&scene->program, reader_node_unref);
  g_clear_pointer (&scene->folder, folder_fixture_free);
}

gint64
reader_scene_get_deadline (void)
{
  return g_get_monotonic_time () + PATIENCE;
}

void
reader_scene_turn (gint64 deadline, const char *place, const char *what)
{
  if (g_get_monotonic_time () > deadline)
    g_error ("%s: waited in vain for: %s", place, what);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (PAUSE_US);
}

/* --- Finding --- */

static gboolean
is_it (ReaderNode *node, ReaderRole role, const char *name)
{
  g_autofree char *own = NULL;

  if (node->role != role)
    return FALSE;
  own = reader_node_get_name (node);
  if (own == NULL)
    return FALSE;
  if (g_str_has_suffix (name, "*"))
    return strncmp (own, name, strlen (name) - 1) == 0;
  return g_str_equal (own, name);
}

/* Whether there may be something in it that is looked for. */
static gboolean
is_worth_a_look (ReaderNode *node)
{
  switch (node->role)
    {
    case READER_GONE:
    case READER_IMAGE:
    case READER_LABEL:
    case READER_SCROLL_BAR:
    case READER_SEPARATOR:
    case READER_TABLE_ROW:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Adds what is in @node, depth first. */
static void
gather (ReaderNode *node, GPtrArray *all)
{
  g_autoptr (GPtrArray) children = NULL;

  if (!is_worth_a_look (node))
    return;
  children = reader_node_get_children (node);
  for (guint i = 0; i < children->len; i++)
    {
      ReaderNode *child = g_ptr_array_index (children, i);

      g_ptr_array_add (all, reader_node_ref (child));
      gather (child, all);
    }
}

/* Returns: (transfer full) (nullable): it, among @all. */
static ReaderNode *
pick (GPtrArray *all, ReaderRole role, const char *name, gboolean with_action)
{
  for (guint i = 0; i < all->len; i++)
    {
      ReaderNode *node = g_ptr_array_index (all, i);

      /* The outer of two buttons that read the same cannot be clicked. */
      if (is_it (node, role, name) && (!with_action || reader_node_has_action (node)))
        return reader_node_ref (node);
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): it. Names change more often than what is there, which takes longer to learn. */
static ReaderNode *
look (ReaderScene *scene, ReaderRole role, const char *name, gboolean with_action, gboolean afresh)
{
  if (afresh)
    {
      g_ptr_array_set_size (scene->all, 0);
      gather (scene->program, scene->all);
    }
  return pick (scene->all, role, name, with_action);
}

static ReaderNode *
find (ReaderScene *scene, ReaderRole role, const char *name, gboolean with_action)
{
  ReaderNode *found = NULL;
  guint turn = 0;

  g_test_message ("looking for “%s”", name);
  reader_scene_wait_until ((found = look (scene, role, name, with_action, turn++ % TURNS_TO_GATHER == 1)) != NULL);
  return found;
}

ReaderNode *
reader_scene_find (ReaderScene *scene, ReaderRole role, const char *name)
{
  return find (scene, role, name, FALSE);
}

gboolean
reader_scene_has (ReaderScene *scene, ReaderRole role, const char *name)
{
  g_autoptr (ReaderNode) known = look (scene, role, name, FALSE, FALSE);
  g_autoptr (ReaderNode) found = known == NULL ? look (scene, role, name, FALSE, TRUE) : NULL;

  return known != NULL || found != NULL;
}

void
reader_scene_wait_for_none (ReaderScene *scene, ReaderRole role, const char *name)
{
  g_test_message ("waiting for the end of “%s”", name);
  reader_scene_wait_until (!reader_scene_has (scene, role, name));
}

void
reader_scene_wait_for_label (ReaderScene *scene, const char *text)
{
  g_autoptr (ReaderNode) label = reader_scene_find (scene, READER_LABEL, text);

  g_assert_nonnull (label);
}

static gboolean
has_text (ReaderNode *node, const char *text)
{
  g_autofree char *own = reader_node_get_text (node);

  return g_str_equal (own, text);
}

void
reader_scene_wait_for_text (ReaderScene *scene, ReaderRole role, const char *name, const char *text)
{
  g_autoptr (ReaderNode) found = reader_scene_find (scene, role, name);

  g_test_message ("waiting for “%s” in “%s”", text, name);
  reader_scene_wait_until (has_text (found, text));
}

void
reader_scene_wait_for_focus (ReaderScene *scene, ReaderRole role, const char *name)
{
  g_autoptr (ReaderNode) found = reader_scene_find (scene, role, name);

  g_test_message ("waiting for the keyboard in “%s”", name);
  reader_scene_wait_until (reader_node_has_state (found, READER_FOCUSED));
}

/* --- Tables --- */

static void
add_texts (ReaderNode *node, GPtrArray *texts)
{
  g_autoptr (GPtrArray) children = reader_node_get_children (node);

  if (node->role == READER_LABEL)
    g_ptr_array_add (texts, reader_node_get_name (node));
  for (guint i = 0; i < children->len; i++)
    add_texts (g_ptr_array_index (children, i), texts);
}

char *
reader_scene_read_row (ReaderScene *scene, const char *name, guint row)
{
  g_autoptr (ReaderNode) table = reader_scene_find (scene, READER_TREE_TABLE, name);
  g_autoptr (GPtrArray) in_table = g_ptr_array_new_with_free_func ((GDestroyNotify) reader_node_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ReaderNode) list = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  gather (table, in_table);
  list = pick (in_table, READER_LIST, "*", FALSE);
  g_assert_nonnull (list);
  rows = reader_node_get_children (list);
  if (row >= rows->len)
    return NULL;
  add_texts (g_ptr_array_index (rows, row), texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" | ", (char **) texts->pdata);
}

/* --- Names --- */

/* Whether it is there to be pressed, chosen or typed into. */
static gboolean
is_operated (ReaderNode *node)
{
  switch (node->role)
    {
    case READER_BUTTON:
    case READER_CHECK_BOX:
    case READER_CHECK_MENU_ITEM:
    case READER_COMBO_BOX:
    case READER_ENTRY:
    case READER_LINK:
    case READER_LIST_ITEM:
    case READER_MENU_ITEM:
    case READER_SLIDER:
    case READER_SPIN_BUTTON:
    case READER_TEXT:
    case READER_TOGGLE_BUTTON:
    case READER_TREE_TABLE:
      return reader_node_has_state (node, READER_FOCUSABLE);
    default:
      return FALSE;
    }
}

/* libadwaita's row that opens to show others: the keyboard is never in itself, but in the row of its title inside. */
static gboolean
is_expander (ReaderNode *node)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new_with_free_func ((GDestroyNotify) reader_node_unref);
  g_autoptr (ReaderNode) list = NULL;

  if (node->role != READER_LIST_ITEM)
    return FALSE;
  gather (node, inside);
  list = pick (inside, READER_LIST, "*", FALSE);
  return list != NULL;
}

/* GTK gives what has no name that of its type. */
static gboolean
is_name (const char *name)
{
  return name != NULL && *name != '\0'
         && !g_regex_match_simple ("^(Gtk|Adw|Marathon)[A-Z]\\w+$", name, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* A row of a list that has no name of its own is read as what is in it. */
static gboolean
is_row_with_text (ReaderNode *node)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new_with_free_func ((GDestroyNotify) reader_node_unref);

  if (node->role != READER_LIST_ITEM)
    return FALSE;
  gather (node, inside);
  for (guint i = 0; i < inside->len; i++)
    {
      g_autofree char *name = reader_node_get_name (inside->pdata[i]);

      if (is_name (name))
        return TRUE;
    }
  return FALSE;
}

/* @path: the names, of types where there is no better one, from the program's to that of @node's parent. */
static void
look_for_nameless (ReaderNode *node, const char *path, GPtrArray *complaints)
{
  g_autofree char *name = reader_node_get_name (node);
  g_autofree char *own_path = name != NULL && *name != '\0' ? g_strconcat (path, " › ", name, NULL) : g_strdup (path);
  g_autoptr (GPtrArray) children = NULL;

  if (!is_name (name) && is_operated (node) && !is_expander (node) && !is_row_with_text (node))
    g_ptr_array_add (complaints, g_strdup_printf ("role %d “%s” in %s", (int) node->role, name, path));
  if (!is_worth_a_look (node))
    return;
  children = reader_node_get_children (node);
  for (guint i = 0; i < children->len; i++)
    look_for_nameless (g_ptr_array_index (children, i), own_path, complaints);
}

GPtrArray *
reader_scene_find_nameless (ReaderScene *scene)
{
  GPtrArray *complaints = g_ptr_array_new_with_free_func (g_free);

  look_for_nameless (scene->program, "", complaints);
  return complaints;
}

/* --- The example --- */

char *
reader_scene_open_example (ReaderScene *scene)
{
  char *path;

  reader_scene_set_up (scene);
  path = reader_scene_copy (scene, "resources/examples/london-2014.marathon", "london.marathon");
  reader_scene_start (scene, path);
  reader_scene_wait_for_label (scene, "168 entrants");
  reader_scene_press (scene, "<Control>f");
  reader_scene_wait_for_focus (scene, READER_ENTRY, "Search entrants");
  return path;
}

/* --- Acting --- */

void
reader_scene_click (ReaderScene *scene, ReaderRole role, const char *name)
{
  g_autoptr (ReaderNode) found = find (scene, role, name, TRUE);

  reader_node_act (found);
}

void
reader_scene_enter (ReaderScene *scene, ReaderRole role, const char *name, const char *text)
{
  g_autoptr (ReaderNode) found = reader_scene_find (scene, role, name);

  reader_node_set_text (found, text);
}
