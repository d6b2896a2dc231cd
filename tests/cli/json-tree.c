/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JsonTree: a parser by recursive descent. It knows the integers that we write, and no other numbers.
 */
#include "cli/json-tree.h"

#include <string.h>

typedef enum {
  KIND_OBJECT,
  KIND_ARRAY,
  KIND_STRING,
  KIND_NUMBER,
} Kind;

struct _JsonTree {
  Kind kind;
  char *text;       /* of a string or number */
  GPtrArray *names; /* of an object's members */
  GPtrArray *members;
};

static JsonTree *parse_value (const char **at);

/* --- Parsing --- */

static void
skip_space (const char **at)
{
  *at += strspn (*at, " \t\r\n");
}

static gboolean
skip (const char **at, char expected)
{
  skip_space (at);
  if (**at != expected)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
parse_escape (const char **at, GString *text)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  const char *name = **at != '\0' ? strchr (names, **at) : NULL;
  gunichar letter = 0;

  if (name != NULL)
    {
      g_string_append_c (text, values[name - names]);
      (*at)++;
      return TRUE;
    }
  if (**at != 'u')
    return FALSE;
  for (int i = 1; i <= 4; i++)
    {
      if (!g_ascii_isxdigit ((*at)[i]))
        return FALSE;
      letter = letter * 16 + (gunichar) g_ascii_xdigit_value ((*at)[i]);
    }
  g_string_append_unichar (text, letter);
  *at += 5;
  return TRUE;
}

/* Returns %NULL where it is no string. */
static char *
parse_string (const char **at)
{
  g_autoptr (GString) text = NULL;

  if (!skip (at, '"'))
    return NULL;
  text = g_string_new (NULL);
  while (**at != '"')
    {
      if ((guchar) **at < 0x20)
        return NULL;
      if (**at != '\\')
        g_string_append_c (text, *(*at)++);
      else
        {
          (*at)++;
          if (!parse_escape (at, text))
            return NULL;
        }
    }
  (*at)++;
  return g_utf8_validate (text->str, (gssize) text->len, NULL) ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static JsonTree *
new_tree (Kind kind)
{
  JsonTree *tree = g_new0 (JsonTree, 1);

  tree->kind = kind;
  tree->names = g_ptr_array_new_with_free_func (g_free);
  tree->members = g_ptr_array_new_with_free_func ((GDestroyNotify) json_tree_free);
  return tree;
}

static gboolean
parse_member (const char **at, JsonTree *tree)
{
  JsonTree *member;

  if (tree->kind == KIND_OBJECT)
    {
      char *name = parse_string (at);

      if (name == NULL)
        return FALSE;
      g_ptr_array_add (tree->names, name);
      if (!skip (at, ':'))
        return FALSE;
    }
  member = parse_value (at);
  if (member == NULL)
    return FALSE;
  g_ptr_array_add (tree->members, member);
  return TRUE;
}

static JsonTree *
parse_members (const char **at, Kind kind, char close)
{
  g_autoptr (JsonTree) tree = new_tree (kind);

  if (skip (at, close))
    return g_steal_pointer (&tree);
  do
    if (!parse_member (at, tree))
      return NULL;
  while (skip (at, ','));
  return skip (at, close) ? g_steal_pointer (&tree) : NULL;
}

static JsonTree *
parse_number (const char **at)
{
  const char *start = *at;
  JsonTree *tree;

  *at += **at == '-';
  if (!g_ascii_isdigit (**at) || (**at == '0' && g_ascii_isdigit ((*at)[1])))
    return NULL;
  *at += strspn (*at, "0123456789");
  tree = new_tree (KIND_NUMBER);
  tree->text = g_strndup (start, (gsize) (*at - start));
  return tree;
}

static JsonTree *
parse_value (const char **at)
{
  JsonTree *tree;
  char *text;

  skip_space (at);
  if (skip (at, '{'))
    return parse_members (at, KIND_OBJECT, '}');
  if (skip (at, '['))
    return parse_members (at, KIND_ARRAY, ']');
  if (**at != '"')
    return parse_number (at);
  text = parse_string (at);
  if (text == NULL)
    return NULL;
  tree = new_tree (KIND_STRING);
  tree->text = text;
  return tree;
}

JsonTree *
json_tree_parse (const char *text)
{
  g_autoptr (JsonTree) tree = parse_value (&text);

  skip_space (&text);
  return *text == '\0' ? g_steal_pointer (&tree) : NULL;
}

void
json_tree_free (JsonTree *tree)
{
  g_free (tree->text);
  g_ptr_array_unref (tree->names);
  g_ptr_array_unref (tree->members);
  g_free (tree);
}

/* --- Looking up --- */

static JsonTree *
find_member (JsonTree *tree, const char *name)
{
  guint index;

  if (tree->kind == KIND_ARRAY)
    index = (guint) g_ascii_strtoull (name, NULL, 10);
  else
    for (index = 0; index < tree->names->len; index++)
      if (strcmp (g_ptr_array_index (tree->names, index), name) == 0)
        break;
  if (index >= tree->members->len)
    g_error ("there is no “%s”", name);
  return g_ptr_array_index (tree->members, index);
}

static JsonTree *
find (JsonTree *tree, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = 0; names[i] != NULL; i++)
    tree = find_member (tree, names[i]);
  return tree;
}

const char *
json_tree_get_string (JsonTree *tree, const char *path)
{
  JsonTree *found = find (tree, path);

  g_assert_cmpint (found->kind, ==, KIND_STRING);
  return found->text;
}

gint64
json_tree_get_number (JsonTree *tree, const char *path)
{
  JsonTree *found = find (tree, path);

  g_assert_cmpint (found->kind, ==, KIND_NUMBER);
  return g_ascii_strtoll (found->text, NULL, 10);
}

guint
json_tree_count (JsonTree *tree, const char *path)
{
  return find (tree, path)->members->len;
}
