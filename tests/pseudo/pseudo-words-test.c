/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the program's tables are before the translators. A table that hides them from the tools, in a macro for
 * example, would show them in English to everybody.
 */
#include <glib/gi18n-lib.h>

#include "model/event.h"
#include "model/guide-fields.h"
#include "model/nation-table.h"
#include "planning/problem-table.h"
#include "pseudo/pseudo-look.h"
#include "widgets/display-scene.h"

static void
assert_translated (const char *text)
{
  const char *translation;

  if (pseudo_look_is_translated (text))
    return; /* nothing to translate: "", "T11" */
  translation = _ (text);
  if (!pseudo_look_is_translated (translation))
    g_error ("“%s” is not before the translators: it stays “%s”", text, translation);
}

static void
assert_vocabulary (const MarathonWord *words)
{
  for (guint i = 0; words != NULL && words[i].word != NULL; i++)
    assert_translated (words[i].label);
}

static void
test_fields (void)
{
  g_autoptr (MarathonEvent) event = marathon_event_new ();

  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    {
      const MarathonFieldInfo *info = marathon_event_get_field (event, i);

      assert_translated (info->label);
      assert_vocabulary (info->vocabulary);
    }
  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    {
      assert_translated (marathon_guide_fields[i].label);
      assert_vocabulary (marathon_guide_fields[i].vocabulary);
    }
}

static void
test_records (void)
{
  guint n_columns = 0;

  for (guint list = 0; list < MARATHON_N_LISTS; list++)
    {
      MarathonRecordClass *klass = g_type_class_ref (marathon_list_get_type_of (list));

      for (guint i = 0; i < klass->n_columns; i++)
        {
          assert_translated (klass->columns[i].label);
          assert_vocabulary (klass->columns[i].vocabulary);
        }
      n_columns += klass->n_columns;
      g_type_class_unref (klass);
    }
  g_assert_cmpuint (n_columns, >, 40);
}

static void
test_problems (void)
{
  for (guint kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    {
      const MarathonProblemInfo *info = marathon_problem_get_info (kind);

      assert_translated (info->label);
      for (guint count = 1; count <= 2; count++)
        {
          g_autofree char *sentence = marathon_problem_format (kind, count);

          g_test_message ("%s", sentence);
          g_assert_true (pseudo_look_is_translated (sentence));
        }
    }
}

static void
test_nations (void)
{
  for (guint i = 0; marathon_nation_table[i].code != NULL; i++)
    assert_translated (marathon_nation_table[i].name);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/pseudo-words/fields", test_fields);
  g_test_add_func ("/pseudo-words/records", test_records);
  g_test_add_func ("/pseudo-words/problems", test_problems);
  g_test_add_func ("/pseudo-words/nations", test_nations);
  return display_scene_run ();
}
