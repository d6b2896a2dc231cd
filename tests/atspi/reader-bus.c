/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * AT-SPI's protocol, as far as a test needs it.
 */
#include "atspi/reader-bus.h"

#define INTERFACE(name) "org.a11y.atspi." name
#define TIMEOUT_MS (20 * 1000)

static GDBusConnection *connection;

/* The roles of what was seen before, by bus name and path: they do not change. */
static GHashTable *roles;

/* --- Calls --- */

/* Returns: (transfer full) (nullable): what came back, %NULL where @node is gone or cannot do that. */
static GVariant *
call (const char *bus_name, const char *path, const char *interface, const char *method, GVariant *parameters,
      const char *type)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (connection, bus_name, path, interface, method, parameters,
                                                  G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &error);

  if (error != NULL)
    g_debug ("%s of %s: %s", method, path, error->message);
  return answer;
}

static GVariant *
get_property (ReaderNode *node, const char *interface, const char *name)
{
  g_autoptr (GVariant) answer = call (node->bus_name, node->path, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", interface, name), "(v)");
  GVariant *value = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  return value;
}

static guint32
get_pid (const char *bus_name)
{
  g_autoptr (GVariant) answer = call ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "GetConnectionUnixProcessID", g_variant_new ("(s)", bus_name), "(u)");
  guint32 pid = 0;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &pid);
  return pid;
}

/* --- Nodes --- */

static ReaderRole
get_role (const char *bus_name, const char *path)
{
  g_autofree char *key = g_strconcat (bus_name, " ", path, NULL);
  g_autoptr (GVariant) answer = NULL;
  gpointer known;
  guint32 role = READER_GONE;

  if (g_hash_table_lookup_extended (roles, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  answer = call (bus_name, path, INTERFACE ("Accessible"), "GetRole", NULL, "(u)");
  if (answer == NULL)
    return READER_GONE;
  g_variant_get (answer, "(u)", &role);
  g_hash_table_insert (roles, g_steal_pointer (&key), GUINT_TO_POINTER (role));
  return role;
}

static ReaderNode *
node_new (const char *bus_name, const char *path, ReaderRole role)
{
  ReaderNode *node = g_rc_box_new (ReaderNode);

  node->bus_name = g_strdup (bus_name);
  node->path = g_strdup (path);
  node->role = role;
  return node;
}

ReaderNode *
reader_node_ref (ReaderNode *node)
{
  return g_rc_box_acquire (node);
}

static void
node_clear (gpointer data)
{
  ReaderNode *node = data;

  g_free (node->bus_name);
  g_free (node->path);
}

void
reader_node_unref (ReaderNode *node)
{
  g_rc_box_release_full (node, node_clear);
}

GPtrArray *
reader_node_get_children (ReaderNode *node)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify) reader_node_unref);
  g_autoptr (GVariant) answer = call (node->bus_name, node->path, INTERFACE ("Accessible"), "GetChildren", NULL,
                                      "(a(so))");
  g_autoptr (GVariantIter) iter = NULL;
  const char *bus_name, *path;

  if (answer == NULL)
    return children;
  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &bus_name, &path))
    g_ptr_array_add (children, node_new (bus_name, path, get_role (bus_name, path)));
  return children;
}

char *
reader_node_get_name (ReaderNode *node)
{
  g_autoptr (GVariant) name = get_property (node, INTERFACE ("Accessible"), "Name");

  return name != NULL ? g_variant_dup_string (name, NULL) : NULL;
}

gboolean
reader_node_has_state (ReaderNode *node, ReaderState state)
{
  g_autoptr (GVariant) answer = call (node->bus_name, node->path, INTERFACE ("Accessible"), "GetState", NULL, "(au)");
  g_autoptr (GVariantIter) iter = NULL;
  guint32 bits = 0;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(au)", &iter);
  for (guint i = 0; i <= state / 32; i++)
    {
      if (!g_variant_iter_next (iter, "u", &bits))
        return FALSE;
    }
  return (bits >> (state % 32)) & 1;
}

gboolean
reader_node_has_action (ReaderNode *node)
{
  g_autoptr (GVariant) n = get_property (node, INTERFACE ("Action"), "NActions");

  return n != NULL && g_variant_get_int32 (n) > 0;
}

void
reader_node_act (ReaderNode *node)
{
  g_autoptr (GVariant) answer = call (node->bus_name, node->path, INTERFACE ("Action"), "DoAction",
                                      g_variant_new ("(i)", 0), "(b)");

  g_assert_nonnull (answer);
}

char *
reader_node_get_text (ReaderNode *node)
{
  g_autoptr (GVariant) n = get_property (node, INTERFACE ("Text"), "CharacterCount");
  g_autoptr (GVariant) answer = NULL;
  char *text = NULL;

  g_assert_nonnull (n);
  /* The whole text is asked for by its length: GTK 4.8 does not know -1. */
  answer = call (node->bus_name, node->path, INTERFACE ("Text"), "GetText",
                 g_variant_new ("(ii)", 0, g_variant_get_int32 (n)), "(s)");
  g_assert_nonnull (answer);
  g_variant_get (answer, "(s)", &text);
  return text;
}

void
reader_node_set_text (ReaderNode *node, const char *text)
{
  g_autoptr (GVariant) answer = call (node->bus_name, node->path, INTERFACE ("EditableText"), "SetTextContents",
                                      g_variant_new ("(s)", text), "(b)");

  g_assert_nonnull (answer);
}

/* --- The bus --- */

/* Returns: (transfer full): the address of the bus, which the session's bus has started for this. */
static char *
get_address (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  char *address = NULL;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                        G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(s)", &address);
  return address;
}

/* Returns: (transfer full) (element-type ReaderNode): all programs; asking for them starts what keeps the list. */
static GPtrArray *
list_programs (void)
{
  g_autoptr (ReaderNode) desktop = node_new (INTERFACE ("Registry"), "/org/a11y/atspi/accessible/root", READER_FRAME);

  return reader_node_get_children (desktop);
}

void
reader_bus_init (void)
{
  g_autofree char *address = get_address ();
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GError) error = NULL;

  roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  connection = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                       | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  programs = list_programs ();
  g_assert_cmpuint (programs->len, ==, 0);
}

ReaderNode *
reader_bus_find_program (guint32 pid)
{
  g_autoptr (GPtrArray) programs = list_programs ();

  for (guint i = 0; i < programs->len; i++)
    {
      ReaderNode *program = g_ptr_array_index (programs, i);

      if (get_pid (program->bus_name) == pid)
        return reader_node_ref (program);
    }
  return NULL;
}
