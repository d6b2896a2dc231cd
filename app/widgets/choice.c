/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonChoice: two strings.
 */
#include "widgets/choice.h"

#include "model/text-dictionary.h"

struct _MarathonChoice {
  GObject parent_instance;

  char *text;
  char *label;
};

enum {
  PROP_TEXT = 1,
  PROP_LABEL,
  PROP_WORDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonChoice, marathon_choice, G_TYPE_OBJECT)

static void
marathon_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonChoice *choice = MARATHON_CHOICE (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, choice->text);
      break;
    case PROP_LABEL:
      g_value_set_string (value, choice->label);
      break;
    case PROP_WORDS:
      g_value_take_string (value, marathon_choice_mark_words (choice->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_choice_finalize (GObject *object)
{
  MarathonChoice *choice = MARATHON_CHOICE (object);

  g_free (choice->text);
  g_free (choice->label);
  G_OBJECT_CLASS (marathon_choice_parent_class)->finalize (object);
}

static void
marathon_choice_class_init (MarathonChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_choice_get_property;
  object_class->finalize = marathon_choice_finalize;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_choice_init (MarathonChoice *choice)
{
}

MarathonChoice *
marathon_choice_new (const char *text, const char *label)
{
  MarathonChoice *choice = g_object_new (MARATHON_TYPE_CHOICE, NULL);

  choice->text = g_strdup (text);
  choice->label = g_strdup (label);
  return choice;
}

const char *
marathon_choice_get_text (MarathonChoice *choice)
{
  return choice->text;
}

const char *
marathon_choice_get_label (MarathonChoice *choice)
{
  return choice->label;
}

char *
marathon_choice_mark_words (const char *text)
{
  g_autofree char *folded = marathon_search_fold (text);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean in_word = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean belongs = g_unichar_isalnum (character) || g_unichar_ismark (character);

      if (belongs && !in_word)
        g_string_append_c (words, ' ');
      if (belongs)
        g_string_append_unichar (words, character);
      in_word = belongs;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
starts_with (const char *text, const char *folded_start)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_str_has_prefix (folded, folded_start);
}

gboolean
marathon_choice_starts_with (MarathonChoice *choice, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  return starts_with (choice->label, folded) || starts_with (choice->text, folded);
}
