/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model of a disk.
 */
#include "cut-model.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "faults/shim-log.h"

/* A file or a folder. A folder has names, a file bytes; both as they are, and as they are on the disk. */
typedef struct {
  gboolean is_folder;
  gboolean is_given_up; /* syncing it failed: what it had may be thrown away, which is not said again */
  guint mode;
  GByteArray *bytes, *synced_bytes;
  GHashTable *names, *synced_names; /* name → Node */
} Node;

/* One name that came, or went where @node is NULL. */
typedef struct {
  Node *folder;
  char *name;
  Node *node;
} Change;

struct _CutModel {
  char *folder;
  Node *root;
  GPtrArray *nodes;   /* all that ever were */
  GHashTable *inodes; /* number → Node */
  Change changes[2];  /* of names, by the last call that changed any */
  guint n_changes;
};

/* --- Nodes --- */

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->bytes, g_byte_array_unref);
  g_clear_pointer (&node->synced_bytes, g_byte_array_unref);
  g_clear_pointer (&node->names, g_hash_table_unref);
  g_clear_pointer (&node->synced_names, g_hash_table_unref);
  g_free (node);
}

static Node *
add_node (CutModel *model, guint64 inode, gboolean is_folder, guint mode)
{
  Node *node = g_new0 (Node, 1);

  node->is_folder = is_folder;
  node->mode = mode;
  if (is_folder)
    {
      node->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      node->synced_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  else
    {
      node->bytes = g_byte_array_new ();
      node->synced_bytes = g_byte_array_new ();
    }
  g_ptr_array_add (model->nodes, node);
  g_hash_table_insert (model->inodes, g_memdup2 (&inode, sizeof inode), node);
  return node;
}

static Node *
find_node (CutModel *model, guint64 inode)
{
  return g_hash_table_lookup (model->inodes, &inode);
}

static void
sync_node (Node *node)
{
  GHashTableIter iter;
  gpointer name, child;

  if (!node->is_folder)
    {
      g_byte_array_set_size (node->synced_bytes, 0);
      g_byte_array_append (node->synced_bytes, node->bytes->data, node->bytes->len);
      return;
    }
  g_hash_table_remove_all (node->synced_names);
  g_hash_table_iter_init (&iter, node->names);
  while (g_hash_table_iter_next (&iter, &name, &child))
    g_hash_table_insert (node->synced_names, g_strdup (name), child);
}

static Node *
read_tree (CutModel *model, const char *path)
{
  struct stat status;
  Node *node;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  node = add_node (model, status.st_ino, S_ISDIR (status.st_mode), status.st_mode & 07777);
  if (node->is_folder)
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          g_hash_table_insert (node->names, g_strdup (name), read_tree (model, child));
        }
    }
  else
    {
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_byte_array_append (node->bytes, (guint8 *) bytes, (guint) length);
    }
  sync_node (node);
  return node;
}

CutModel *
cut_model_new (const char *folder)
{
  CutModel *model = g_new0 (CutModel, 1);

  model->folder = g_strdup (folder);
  model->nodes = g_ptr_array_new_with_free_func (node_free);
  model->inodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  model->root = read_tree (model, folder);
  return model;
}

static void
forget_changes (CutModel *model)
{
  for (guint i = 0; i < model->n_changes; i++)
    g_free (model->changes[i].name);
  model->n_changes = 0;
}

void
cut_model_free (CutModel *model)
{
  forget_changes (model);
  g_ptr_array_unref (model->nodes);
  g_hash_table_unref (model->inodes);
  g_free (model->folder);
  g_free (model);
}

/* --- Names --- */

/* Returns: (nullable): the folder that @path is in. */
static Node *
find_folder (CutModel *model, const char *path, char **name)
{
  g_auto (GStrv) parts = NULL;
  Node *folder = model->root;
  guint n;

  g_assert_true (g_str_has_prefix (path, model->folder));
  parts = g_strsplit (path + strlen (model->folder) + 1, "/", -1);
  n = g_strv_length (parts);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i + 1 < n && folder != NULL; i++)
    if (*parts[i] != '\0')
      folder = g_hash_table_lookup (folder->names, parts[i]);
  *name = g_strdup (parts[n - 1]);
  return folder;
}

static void
apply_change (GHashTable *names, const Change *change)
{
  if (change->node != NULL)
    g_hash_table_insert (names, g_strdup (change->name), change->node);
  else
    g_hash_table_remove (names, change->name);
}

static void
set_name (CutModel *model, const char *path, Node *node)
{
  Change *change = &model->changes[model->n_changes++];

  *change = (Change) { .node = node };
  change->folder = find_folder (model, path, &change->name);
  g_assert_nonnull (change->folder);
  apply_change (change->folder->names, change);
}

static gboolean
has_name (CutModel *model, const char *path, Node *node)
{
  g_autofree char *name = NULL;
  Node *folder = find_folder (model, path, &name);

  return folder != NULL && g_hash_table_lookup (folder->names, name) == node;
}

/* --- Calls --- */

static void
apply_name_call (CutModel *model, const CallRecord *record)
{
  Node *node = find_node (model, record->inode);

  forget_changes (model);
  if (g_str_equal (record->call, "openat"))
    set_name (model, record->path, add_node (model, record->inode, FALSE, record->mode));
  else if (g_str_equal (record->call, "mkdirat"))
    set_name (model, record->path, add_node (model, record->inode, TRUE, record->mode));
  else if (g_str_equal (record->call, "unlinkat"))
    set_name (model, record->path, NULL);
  else if (g_str_equal (record->call, "linkat"))
    set_name (model, record->other, node);
  else if (!has_name (model, record->other, node)) /* renaming a file onto itself does nothing */
    {
      set_name (model, record->path, NULL);
      set_name (model, record->other, node);
    }
}

static void
apply_content_call (Node *node, const CallRecord *record)
{
  gsize length = g_bytes_get_size (record->bytes);
  guint end = (guint) record->offset + (guint) length;
  guint old = node->bytes->len;

  if (g_str_equal (record->call, "ftruncate") || (g_str_equal (record->call, "openat")))
    g_byte_array_set_size (node->bytes, end);
  else if (end > old)
    g_byte_array_set_size (node->bytes, end);
  if (node->bytes->len > old)
    memset (node->bytes->data + old, 0, node->bytes->len - old);
  if (length > 0)
    memcpy (node->bytes->data + record->offset, g_bytes_get_data (record->bytes, NULL), length);
}

static gboolean
is_one_of (const char *call, const char *calls)
{
  g_auto (GStrv) names = g_strsplit (calls, " ", -1);

  return g_strv_contains ((const char *const *) names, call);
}

void
cut_model_apply (CutModel *model, const CallRecord *record)
{
  Node *node;

  if (!call_record_changes (record))
    return;
  if (record->result < 0)
    {
      node = is_one_of (record->call, "fsync fdatasync") ? find_node (model, record->inode) : NULL;
      if (node != NULL && !node->is_folder)
        node->is_given_up = TRUE;
      return;
    }
  if (is_one_of (record->call, "mkdirat unlinkat linkat renameat")
      || (g_str_equal (record->call, "openat") && (record->flags & SHIM_LOG_MADE) != 0))
    {
      apply_name_call (model, record);
      return;
    }
  node = find_node (model, record->inode);
  if (node == NULL)
    return;
  node->mode = record->mode != 0 ? record->mode : node->mode;
  if (is_one_of (record->call, "fsync fdatasync"))
    {
      if (!node->is_given_up)
        sync_node (node);
    }
  else if (is_one_of (record->call, "write pwrite copy_file_range ftruncate fallocate")
           || (g_str_equal (record->call, "openat") && (record->flags & SHIM_LOG_EMPTIED) != 0))
    {
      /* What is written from its beginning is new to the disk. */
      node->is_given_up &= !g_str_equal (record->call, "openat");
      apply_content_call (node, record);
    }
}

/* --- What would be there --- */

static GHashTable *
get_names (CutModel *model, Node *folder, CutKind kind)
{
  GHashTable *source = kind == CUT_NOTHING || kind == CUT_LAST_NAME ? folder->synced_names : folder->names;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, source);
  while (g_hash_table_iter_next (&iter, &name, &node))
    g_hash_table_insert (names, g_strdup (name), node);
  for (guint i = 0; kind == CUT_LAST_NAME && i < model->n_changes; i++)
    if (model->changes[i].folder == folder)
      apply_change (names, &model->changes[i]);
  return names;
}

static GByteArray *
get_bytes (Node *file, CutKind kind)
{
  const GByteArray *now = file->bytes, *synced = file->synced_bytes;
  GByteArray *bytes = g_byte_array_new ();

  if (kind == CUT_SIZES)
    {
      g_byte_array_append (bytes, now->data, now->len);
      for (guint i = 0; i < now->len; i++)
        if (i >= synced->len || synced->data[i] != now->data[i])
          bytes->data[i] = 0;
    }
  else if (kind == CUT_HALVES && now->len > synced->len)
    g_byte_array_append (bytes, now->data, synced->len + (now->len - synced->len) / 2);
  else
    g_byte_array_append (bytes, synced->data, synced->len);
  return bytes;
}

static void
sum_tree (CutModel *model, Node *node, CutKind kind, GChecksum *sum)
{
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GList) sorted = NULL;

  g_checksum_update (sum, (const guchar *) &node->mode, sizeof node->mode);
  if (!node->is_folder)
    {
      g_autoptr (GByteArray) bytes = get_bytes (node, kind);

      g_checksum_update (sum, (const guchar *) &bytes->len, sizeof bytes->len);
      g_checksum_update (sum, bytes->data, bytes->len);
      return;
    }
  names = get_names (model, node, kind);
  sorted = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) strcmp);
  for (GList *link = sorted; link != NULL; link = link->next)
    {
      g_checksum_update (sum, link->data, (gssize) strlen (link->data) + 1);
      sum_tree (model, g_hash_table_lookup (names, link->data), kind, sum);
    }
}

char *
cut_model_sum (CutModel *model, CutKind kind)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);

  sum_tree (model, model->root, kind, sum);
  return g_strdup (g_checksum_get_string (sum));
}

static void
write_tree (CutModel *model, Node *node, CutKind kind, const char *target)
{
  g_autoptr (GHashTable) names = NULL;
  GHashTableIter iter;
  gpointer name, child;

  if (!node->is_folder)
    {
      g_autoptr (GByteArray) bytes = get_bytes (node, kind);

      g_assert_true (
          g_file_set_contents_full (target, (char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      g_assert_cmpint (g_chmod (target, (int) node->mode), ==, 0);
      return;
    }
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  names = get_names (model, node, kind);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &child))
    {
      g_autofree char *path = g_build_filename (target, name, NULL);

      write_tree (model, child, kind, path);
    }
  g_assert_cmpint (g_chmod (target, (int) node->mode), ==, 0);
}

void
cut_model_write (CutModel *model, CutKind kind, const char *target)
{
  write_tree (model, model->root, kind, target);
}

const char *
cut_kind_get_name (CutKind kind)
{
  static const char *const names[N_CUTS]
    = { "only what was synced", "names before contents", "names and sizes before contents",
        "names and half the contents", "the last name before the others" };

  return names[kind];
}
