/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing JSON: what is written is JSON, and says what was said.
 */
#include "cli/json.h"

#include <string.h>

#include "cli/json-tree.h"

static void
test_whole (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_json_begin_object (out, NULL);
  marathon_json_add_string (out, "title", "Höhenlauf");
  marathon_json_add_number (out, "count", -36337);
  marathon_json_begin_array (out, "waves");
  marathon_json_begin_object (out, NULL);
  marathon_json_add_string (out, "id", "red-1");
  marathon_json_end_object (out);
  marathon_json_begin_object (out, NULL);
  marathon_json_end_object (out);
  marathon_json_add_string (out, NULL, "last");
  marathon_json_add_number (out, NULL, 7);
  marathon_json_end_array (out);
  marathon_json_begin_array (out, "none");
  marathon_json_end_array (out);
  marathon_json_begin_object (out, "status");
  marathon_json_add_number (out, "accepted", 0);
  marathon_json_end_object (out);
  marathon_json_end_object (out);
  g_assert_cmpstr (out->str, ==,
                   "{\"title\":\"Höhenlauf\",\"count\":-36337,\"waves\":[{\"id\":\"red-1\"},{},\"last\",7],\"none\":[],"
                   "\"status\":{\"accepted\":0}}");
}

static void
test_every_character_comes_back (void)
{
  for (guint letter = 1; letter < 0x180; letter++)
    {
      g_autoptr (GString) out = g_string_new (NULL), text = g_string_new ("a");
      g_autoptr (JsonTree) tree = NULL;

      g_string_append_unichar (text, letter);
      g_string_append_c (text, 'z');
      marathon_json_begin_array (out, NULL);
      marathon_json_add_string (out, NULL, text->str);
      marathon_json_end_array (out);
      tree = json_tree_parse (out->str);
      g_assert_nonnull (tree);
      g_assert_cmpstr (json_tree_get_string (tree, "0"), ==, text->str);
    }
}

/* A text that ends like the beginning of an array is a text: the comma behind it must not be forgotten. */
static void
test_texts_that_look_like_brackets (void)
{
  static const char *const texts[] = { "[", "{", "]", "\\", "\"", ",", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (JsonTree) tree = NULL;

      marathon_json_begin_object (out, NULL);
      marathon_json_add_string (out, texts[i], texts[i]);
      marathon_json_add_number (out, "next", 1);
      marathon_json_end_object (out);
      tree = json_tree_parse (out->str);
      g_assert_nonnull (tree);
      g_assert_cmpuint (json_tree_count (tree, ""), ==, 2);
      g_assert_cmpint (json_tree_get_number (tree, "next"), ==, 1);
    }
}

/* The reader that the other tests trust refuses what is not JSON. */
static void
test_reader_is_strict (void)
{
  static const char *const broken[] = {
    "",           "{",         "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}",    "{a:1}",
    "[\"a\nb\"]", "[\"\\x\"]", "[01]", "[1]x",  "['a']",   "[\"\\u12g4\"]", "[,1]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    if (json_tree_parse (broken[i]) != NULL)
      g_error ("read as JSON: %s", broken[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/an-object-is-written-in-its-order", test_whole);
  g_test_add_func ("/json/every-character-comes-back", test_every_character_comes_back);
  g_test_add_func ("/json/texts-that-look-like-brackets-are-texts", test_texts_that_look_like_brackets);
  g_test_add_func ("/json/the-reader-of-the-tests-is-strict", test_reader_is_strict);
  return g_test_run ();
}
